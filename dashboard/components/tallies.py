"""The declared counts where they stand beside something else: the first of them, and the way to all."""

from dash import Dash, Input, Output, html

from dashboard.components import state, table
from dashboard.components.buttons import button
from dashboard.components.noted import Notes
from dashboard.dataset import Dataset
from dashboard.language import tr
from dashboard.selection import Selected, Selection

TALLIES = "tallies"
MOST = 10


def section(selection: Selection, selected: Selected) -> html.Section:
    """The declared counts with their heading."""
    return html.Section(
        [
            html.H2(tr("Counts that somebody declared"), id="tallies-title"),
            html.Div(first(selection, selected), id=TALLIES),
        ],
        **{"aria-labelledby": "tallies-title"},
    )


def register(app: Dash, dataset: Dataset) -> None:
    """Redraw the counts when the selection changes."""

    @app.callback(Output(TALLIES, "children"), Input(state.store("tallied"), "data"), prevent_initial_call=True)
    def tallied(query: str) -> list:
        return first(*state.selected(dataset, query))


def first(selection: Selection, selected: Selected) -> list:
    """The first MOST of the selected counts by the day they were said; words where the rows above hold them all."""
    frame = selected.tallies
    if frame.empty:
        return [*_unfollowed(selected), html.P(NONE)]
    number = table.how_many("tallies", selected)
    if selection.of == "tallies":
        return [html.P(tr("{number}: they are the rows above.").format(number=number))]
    rest = (
        [html.P(tr("These are the first {most} of {number}.").format(most=MOST, number=number))]
        if len(frame) > MOST
        else []
    )
    every = html.P(button(tr("All {number} as rows, to sort and to page through").format(number=number), of="tallies"))
    notes = Notes(selected)
    shown = table.first("tallies", selection, selected, MOST, notes)
    return [*_unfollowed(selected), shown, *rest, every, *notes.listed()]


def whole(selection: Selection, selected: Selected) -> list:
    """The table of all selected counts; words where there are none."""
    if selected.tallies.empty:
        return [*_unfollowed(selected), html.P(NONE)]
    return [*_unfollowed(selected), *table.table("tallies", selection, selected)]


NONE = tr("No declared count was known or falls into this selection.")


def _unfollowed(selected: Selected) -> list:
    said = table.unfollowed(selected)
    return [html.P(said, className="quiet")] if said else []
