"""The columns of the table of declared counts: who said which number, since when, and what the data names for it."""

from dash import html

from dashboard.components import gentle
from dashboard.components.links import tally
from dashboard.components.table import documents
from dashboard.components.table.column import (
    NOT_STATED,
    NUMBER,
    Column,
    Row,
    View,
    certainty,
    dated,
    known_on,
    text,
)  # fmt: skip
from dashboard.components.words import count
from dashboard.derive import Itemised, itemised
from dashboard.figures.totals import named_in_words
from dashboard.language import tr
from dashboard.selection import Selected


def declared(selected: Selected, row: Row) -> str:
    """The number with what qualifies it: "at least 61"."""
    return f"{selected.dataset.schema.label('tallies', 'qualifier', row['qualifier'])} {row['value']}".strip()


def measure(selected: Selected, row: Row) -> str:
    """What was counted, in words."""
    return selected.dataset.schema.label("tallies", "measure", row["measure"])


def _linked_value(view: View, row: Row) -> html.A:
    harm = gentle.of_count(view.selected.dataset, row)
    told = gentle.held_back(declared(view.selected, row), harm, linked=True)
    return tally(told, row, view.selection)


def _named_beside(view: View, row: Row) -> object:
    return gentle.held_back(named(view.selected, row), gentle.of_count(view.selected.dataset, row))


def _measure_of_what(view: View, row: Row) -> list:
    notes = []
    if row["part_of"]:
        notes.append(
            tr("a part of the {value}").format(value=view.selected.dataset.by_id["tallies"][row["part_of"]]["value"])
        )
    if row["derived_by"]:
        notes.append(tr("the source's own inference"))
    quiet = [html.Br(), html.Span("; ".join(notes), className="quiet")] if notes else []
    return [measure(view.selected, row), *quiet]


def _party(selected: Selected, row: Row) -> str:
    return selected.dataset.schema.label("actors", "party", row["party"])


def _scope(selected: Selected, row: Row) -> str:
    places, scope = selected.dataset.by_id["places"], row["scope"]
    return places[scope]["name"] if scope in places else scope.replace(";", ", ")


def _held_against(selected: Selected, row: Row) -> Itemised:
    return itemised(selected.index, row, selected.day)


def _without_numbers(result: Itemised) -> bool:
    """True where incidents are named, and none of their reports states a number to add up."""
    return result.unit == "people" and 0 < len(result.sure) == result.unstated


def named(selected: Selected, row: Row) -> str:
    """What the data set names for a declared count, in words; or why it names nothing."""
    result = _held_against(selected, row)
    if result.reason:
        return result.reason
    if _without_numbers(result):
        return tr("no number stated by any of {incidents}").format(
            incidents=count(len(result.sure), "{n} incident", "{n} incidents")
        )
    return tr("{named_in_words} (in {incidents})").format(
        named_in_words=named_in_words(result, result.unit),
        incidents=count(len(result.sure), "{n} incident", "{n} incidents"),
    )


def _least_named(selected: Selected, row: Row) -> float | None:
    result = _held_against(selected, row)
    return None if result.reason or _without_numbers(result) else result.low


COLUMNS = (
    Column("value", tr("Count"), _linked_value, lambda _, row: int(row["value"]), NUMBER),
    text("measure", tr("Of"), measure, cell=_measure_of_what),
    documents.said_by(),
    text("party", tr("Party"), _party, usual=False),
    dated("said_on", tr("Said on"), usual=False),
    known_on("tallies"),
    dated("since", tr("Since"), silence=tr("no start given")),
    dated("until", tr("Until"), usual=False),
    text("scope", tr("Where"), _scope, cell=lambda view, row: _scope(view.selected, row) or NOT_STATED),
    Column("itemised", tr("Named here"), _named_beside, _least_named, NUMBER),
    *documents.in_what(),
    *documents.in_its_words(),
    certainty(),
)
