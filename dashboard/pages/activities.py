"""Activities: exercises made by rule from a selection, to be done on the page, with the key behind a button."""

from dataclasses import replace

from dash import Dash, Input, Output, html

from dashboard.activities import activities, material
from dashboard.components import clock, exercise, notice, one_incident, state, withheld
from dashboard.dataset import Dataset
from dashboard.language import tr
from dashboard.selection import Selected, Selection

PATH, TITLE = "/activities", tr("Activities")
ABOUT = tr("Exercises made by rule from the accounts, each with its key.")
BODY = "activities-page"
IN_MENU = False


def layout(dataset: Dataset, selection: Selection) -> html.Div:
    """The page, drawn for a selection."""
    selection, selected = state.selected(dataset, selection.to_query())
    return html.Div(
        [
            *state.stores(selection, "practised"),
            html.H1(TITLE),
            *notice.set_aside(dataset),
            html.Div(id=notice.REFUSED),
            clock.clock(dataset, selection),
            html.Div(body(selection, selected, exercise.typed), id=BODY, **{"data-cleared": tr("Answers cleared")}),
        ]
    )


def body(selection: Selection, selected: Selected, field: exercise.Field) -> list:
    """What is selected, the way to other examples and to paper, and every activity; none of a view that hides."""
    if withheld.withholds(selected):
        return [html.P(selected.sentence, className="sentence"), *withheld.instead(PATH, selection)]
    found = activities(material.asked(selection, selected), selection.variant, selection.activity)
    return [
        *one_incident.ways(selection),
        html.P(selected.sentence, className="sentence"),
        exercise.content_note(
            any(card.harm for activity in found for card in activity.cards),
            tr(
                "Nobody has to answer: take another example or another activity instead. No names are asked; answers "
                "stay in this tab and are sent nowhere."
            ),
        ),
        html.P(_ways(selection), className="buttons"),
        *_gently(selection),
        *[exercise.exercise(activity, selected.dataset, field) for activity in found],
    ]


def _ways(selection: Selection) -> list[html.A]:
    links = [(tr("Other examples"), at(PATH, replace(selection, variant=selection.variant + 1)))]
    links += [(tr("The first examples"), at(PATH, replace(selection, variant=1)))] if selection.variant > 1 else []
    links += [(tr("All activities"), at(PATH, replace(selection, activity=())))] if selection.activity else []
    links += [
        (tr("Worksheet"), at("/worksheet", selection)),
        (tr("Change the selection"), at("/", selection.filtering)),
    ]
    return [html.A(words, href=href, className="button") for words, href in links]


def _gently(selection: Selection) -> list:
    """The way to gentle examples for whoever has gentle mode from under Reading; seen only while it is on."""
    if selection.gentle:
        return []
    words = tr("Examples that tell of nobody harmed")
    return [html.P(html.A(words, href=at(PATH, replace(selection, gentle=True))), className="gentle-only")]


def at(path: str, selection: Selection) -> str:
    """A path with a selection's query."""
    return f"{path}?{selection.to_query()}".rstrip("?")


def register(app: Dash, dataset: Dataset) -> None:
    """Make the activities anew when the selection changes."""

    @app.callback(Output(BODY, "children"), Input(state.store("practised"), "data"), prevent_initial_call=True)
    def practised(query: str) -> list:
        return body(*state.selected(dataset, query), exercise.typed)
