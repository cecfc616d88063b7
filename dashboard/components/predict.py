"""Predict, then reveal: a question, a field for the answer, and what is shown once the reader has answered.

Answers are kept by the browser for as long as its tab is open, and sent to nobody (assets/view-predict.js). Nothing
is right or wrong, and nothing is counted.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

import dash_mantine_components as dmc
from dash import html
from dash.development.base_component import Component

from dashboard.components.buttons import button
from dashboard.language import tr
from dashboard.selection import HIDES, Selection

DIALOG = "assignment"
QUESTIONS: Mapping[str, str] = {
    "corroboration": tr("How many independent origins do you expect?"),
    "outcome": tr("What harm do you expect the accounts to state?"),
    "accounts": tr("What do you expect a second account to say?"),
}
"""The question that goes with each thing that can be hidden: nobody can put other words into the site's mouth."""
assert QUESTIONS.keys() == HIDES.keys()


def hidden_words(hide: Sequence[str]) -> str:
    """What is hidden, in a sentence."""
    return tr("Hidden until you answer: {things}.").format(things=", ".join(HIDES[one] for one in hide))


def choice(key: str, choices: Sequence[str]) -> dmc.RadioGroup:
    """Answers to choose from."""
    radios = [dmc.Radio(label=one, value=one, size="md") for one in choices]
    return dmc.RadioGroup(dmc.Stack(radios, gap="xs"), id={"answer": key}, label=tr("Your answer"), size="md")


def field(key: str, question: str) -> dmc.Textarea:
    """A field for an answer in the reader's own words."""
    return dmc.Textarea(
        id={"answer": key}, label=tr("Your answer"), description=question, autosize=True, minRows=2, size="md"
    )


def commit(key: str, address: str, **action: str) -> list:
    """The button that shows what is hidden, and what it says to whoever has not answered.

    Without scripts a link leads to the same.
    """
    first = tr("Answer first: anything that you expect will do.")
    return [
        html.P(first, className="predict-first", hidden=True, role="alert"),
        html.P(button(tr("Keep my answer and show"), **action, key=key)),
        html.Noscript(html.A(tr("Show what is hidden"), href=address)),
        html.P(tr("Your answer stays in this tab. It is neither scored nor sent to anybody."), className="quiet"),
    ]


def given(key: str) -> html.P:
    """The place of an answer that was given; the browser fills it."""
    return html.P(
        [html.Span(tr("You answered: ")), html.Q("", **{"data-answer-of": key})],
        className="predict-answer",
        hidden=True,
        **{"data-answered": key},
    )


# --- on any page: an assignment link ---------------------------------------------------------------------


def panel(selection: Selection, path: str = "") -> list:
    """The questions of a page that hides something, before its content; else the place of answers given before."""
    parts = [_asked(name, selection, path) for name in selection.hide]
    given = html.Div(id="answers-given", **{"data-words": tr("You answered: ")})
    return [html.Div([*_head(selection), *parts, given], className="predict-page")]


def _head(selection: Selection) -> list:
    if not selection.hide:
        return []
    return [html.P(html.Strong(hidden_words(selection.hide)))]


def _asked(name: str, selection: Selection, path: str) -> html.Div:
    question = QUESTIONS[name]
    return html.Div(
        [
            html.P(html.Strong(question), id=f"ask-{name}"),
            dmc.Textarea(id={"answer": name}, label=tr("Your answer"), autosize=True, minRows=2, size="md"),
            *commit(name, _without(selection, name, path), show=name),
        ],
        className="predict",
        role="group",
        **{"aria-labelledby": f"ask-{name}"},
    )


def _without(selection: Selection, name: str, path: str) -> str:
    """The address of the page with one thing shown."""
    left = replace(selection, hide=tuple(one for one in selection.hide if one != name))
    return f"{path}?{left.to_query()}"


def veiled(part: Component, selection: Selection) -> Component:
    """The page without the ways to take away what it hides."""
    if selection.hide:
        _drop(part)
    return part


_WAYS = ("taken", "taken-view")


def _drop(part: object) -> None:
    """Take every part whose class says that it takes something away out of a tree."""
    inner = getattr(part, "children", None)
    if isinstance(inner, list | tuple):
        part.children = [one for one in inner if not _takes(one)]
        inner = part.children
    for one in inner if isinstance(inner, list | tuple) else [inner]:
        if isinstance(one, Component):
            _drop(one)


def _takes(part: object) -> bool:
    names = (getattr(part, "className", None) or "").split() if isinstance(part, Component) else ()
    return any(name in _WAYS for name in names)


# --- the dialog of a teacher -----------------------------------------------------------------------------


def opener() -> html.Button:
    """A button that opens the dialog."""
    return button(tr("Make an assignment link"), assignment="open", aria_haspopup="dialog")


def dialog() -> html.Dialog:
    """What is to be hidden, and the address that hides it (assets/view-predict.js writes it)."""
    marks = [
        dmc.Checkbox(label=words.capitalize(), value=name, size="md", id={"hides": name})
        for name, words in HIDES.items()
    ]
    bar = [html.H2(tr("Assignment link"), id="assignment-title"), button(tr("Close"), close=DIALOG)]
    return html.Dialog(
        [
            html.Div(bar, className="section-head"),
            html.P(tr("The link opens this view. What you tick is hidden until its reader has answered a question.")),
            html.Div(marks, role="group", className="assignment-marks", **{"aria-label": tr("What is hidden")}),
            html.Div(
                [html.P(QUESTIONS[name], **{"data-question": name}, hidden=True) for name in QUESTIONS],
                className="quiet",
            ),
            html.Pre("", id="assignment-link"),
            html.P(button(tr("Copy link"), copy="{address}", aria_describedby="assignment-link")),
            html.P(
                tr(
                    "Paste it into any page or learning system. Answers stay with the reader; ask for them there. "
                    "Whoever changes the address sees everything: this is no examination."
                ),
                className="quiet",
            ),
        ],
        id=DIALOG,
        className="dialog",
        **{"aria-labelledby": "assignment-title"},
    )
