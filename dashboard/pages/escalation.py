"""Escalation as it was told: tempo, means, reach and harm on one time axis, and what was reported first."""

from dash import Dash, Input, Output

from dashboard.components import escalation, firsts, frame, state
from dashboard.dataset import Dataset
from dashboard.language import tr
from dashboard.selection import Selection

PATH, TITLE = "/escalation", tr("Escalation")
ABOUT = tr("How often, with what, where and with which harm, as told week by week, and what was reported first.")


def layout(dataset: Dataset, selection: Selection) -> object:
    """The page, drawn for a selection."""
    selection, selected = state.selected(dataset, selection.to_query())
    *plain, harm = escalation.MEASURES
    content = [
        *(escalation.figure(measure, selection, selected) for measure in plain),
        escalation.warned(harm, selection, selected),
        firsts.section(selected),
    ]
    return frame.framed(tr("Escalation, as it was reported"), selection, selected, content, "measured")


def register(app: Dash, dataset: Dataset) -> None:
    """Redraw every measure and the firsts when the selection changes."""
    figures = [Output(measure.ids[0], "figure") for measure in escalation.MEASURES]
    words = [Output(name, "children") for measure in escalation.MEASURES for name in measure.ids[1:]]

    @app.callback(
        *figures,
        *words,
        Output(firsts.FIRSTS, "children"),
        Input(state.store("measured"), "data"),
        prevent_initial_call=True,
    )
    def redrawn(query: str) -> tuple:
        selection, selected = state.selected(dataset, query)
        shown = [measure.shown(selection, selected) for measure in escalation.MEASURES]
        told = (part for _, *rest in shown for part in rest)
        return *(figure for figure, *_ in shown), *told, firsts.firsts(selected)
