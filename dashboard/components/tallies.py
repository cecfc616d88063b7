"""The declared counts as a table: who said which number, since when, and what the data set names for it."""

from dataclasses import replace

from dash import Dash, Input, Output, html

from dashboard.components import state
from dashboard.components.grids import grid
from dashboard.components.words import count, speaker, when
from dashboard.dataset import Dataset
from dashboard.derive import Itemised, itemised
from dashboard.figures.totals import named_in_words
from dashboard.selection import Selected

TALLIES = "tallies"
MOST = 60


def section(selected: Selected) -> html.Section:
    """The declared counts with their heading."""
    return html.Section(
        [html.H2("Counts that somebody declared", id="tallies-title"), html.Div(table(selected), id=TALLIES)],
        **{"aria-labelledby": "tallies-title"},
    )


def register(app: Dash, dataset: Dataset) -> None:
    """Redraw the table, on whichever page it stands."""

    @app.callback(Output(TALLIES, "children"), Input(state.store("tallied"), "data"), prevent_initial_call=True)
    def tallied(query: str) -> list:
        return table(state.selected(dataset, query)[1])


def table(selected: Selected) -> list:
    """The selected tallies by the day they were said; totals and parts apart, the first MOST of them."""
    frame = selected.tallies
    notes = [html.P(_ignored(selected), className="quiet")] if selected.ignored else []
    if frame.empty:
        return [*notes, html.P("No declared count was known or falls into this selection.")]
    heads = ("Said on", "Count", "Of", "Said by", "Since", "Where", "Named here", "Source")
    body = [_cells(row, selected) for row in frame.head(MOST).to_dict("records")]
    more = (
        [html.P(f"{len(frame) - MOST} more counts follow; narrow the window to see them.")] if len(frame) > MOST else []
    )
    return [
        *notes,
        grid("Declared counts of this selection, by the day they were said", heads, body, row_head=1),
        *more,
    ]


def _ignored(selected: Selected) -> str:
    names = ", ".join(name.replace("_", " ") for name in selected.ignored)
    return f"Declared counts cannot follow every filter: these are not narrowed by {names}."


def _cells(row: dict, selected: Selected) -> list:
    schema = selected.dataset.schema
    source = selected.dataset.by_id["sources"][row["source_id"]]
    outlet = selected.dataset.by_id["outlets"][source["outlet_id"]]["name"]
    qualifier = schema.label("tallies", "qualifier", row["qualifier"])
    day = row["said_on"] or source["published"]
    return [
        when(day) if day else "day not stated",
        html.A(
            f"{qualifier} {row['value']}".strip(),
            href=f"/counts?{replace(selected.selection, tally=row['tally_id']).to_query()}",
            **_opens(row),
        ),
        [schema.label("tallies", "measure", row["measure"]), *_part(row, selected)],
        speaker(selected.dataset, row["asserted_by"]),
        when(row["since"]) if row["since"] else "no start given",
        _scope(row["scope"], selected),
        _named(itemised(selected.index, row, selected.day)),
        [f"{outlet}, {when(source['published'])}", html.Br(), html.Span(row["summary"], className="quiet")],
    ]


def _opens(row: dict) -> dict:
    return {"data-tally": row["tally_id"], "data-measure": row["measure"]}


def _part(row: dict, selected: Selected) -> list:
    notes = []
    if row["part_of"]:
        whole = selected.dataset.by_id["tallies"][row["part_of"]]
        notes.append(f"a part of the {whole['value']}")
    if row["derived_by"]:
        notes.append("the source's own inference")
    return [html.Br(), html.Span("; ".join(notes), className="quiet")] if notes else []


def _scope(scope: str, selected: Selected) -> str:
    places = selected.dataset.by_id["places"]
    return places[scope]["name"] if scope in places else scope.replace(";", ", ") or "not stated"


def _named(result: Itemised) -> str:
    if result.reason:
        return result.reason
    if result.unit == "people" and len(result.sure) == result.unstated:
        return f"no number stated by any of {len(result.sure)} incidents"
    return f"{named_in_words(result, result.unit)} (in {count(len(result.sure), 'incident')})"
