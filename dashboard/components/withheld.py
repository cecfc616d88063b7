"""Exercises of a view that hides who tells of what: there are none, since their keys would tell it."""

from dataclasses import replace

from dash import html

from dashboard.components import predict
from dashboard.language import tr
from dashboard.selection import Selected, Selection
from dashboard.selection.hidden import CORROBORATION


def withholds(selected: Selected) -> bool:
    """True where the rows are without who corroborates whom: cards, questions and keys are made of that."""
    return CORROBORATION in selected.dataset.hidden


def instead(path: str, selection: Selection) -> list[html.P]:
    """Why nothing is made of a view that hides, and the way to the same of the view that hides nothing."""
    open_view = replace(selection, hide=())
    return [
        html.P(predict.hidden_words(selection.hide)),
        html.P(
            tr(
                "Exercises and their keys would tell what this view hides, so none are made of it. Answer its "
                "questions first, or open the same view with nothing hidden."
            )
        ),
        html.P(
            html.A(
                tr("The same with nothing hidden"),
                href=f"{path}?{open_view.to_query()}".rstrip("?"),
                className="button",
            ),
            className="buttons",
        ),
    ]
