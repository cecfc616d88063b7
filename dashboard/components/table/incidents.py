"""The columns of the table of incidents."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from types import SimpleNamespace

from dash import html

from dashboard.components import explain, gentle
from dashboard.components.hits import shown
from dashboard.components.links import incident
from dashboard.components.table.column import NUMBER, Column, Read, Row, View, certainty, dated, exported, number, text
from dashboard.components.words import level, mark, place
from dashboard.dataset import Dataset
from dashboard.derive import LEVELS
from dashboard.language import tr
from dashboard.selection import Selected
from dashboard.selection.hidden import CORROBORATION

MOST_NAMES = 3


def said_by(selected: Selected, incident_id: str) -> str:
    """Who asserts an incident, in the reports that match: the names of the first few."""
    return _names(_speakers(selected)[incident_id], selected.dataset)


def speakers(selected: Selected, incident_id: str) -> list:
    """The same names, each of which opens a profile."""
    actors = _speakers(selected)[incident_id]
    names = [[explain.actor(selected.dataset, actor, by_arrow=True)] for actor in actors[:MOST_NAMES]]
    return [*explain.joined(names), *_more(actors)]


@lru_cache(maxsize=16)
def _speakers(selected: Selected) -> Mapping[str, Sequence[str]]:
    return selected.reports.groupby("incident_id")["asserted_by"].unique().to_dict()


def _names(actors: Sequence[str], dataset: Dataset) -> str:
    names = [dataset.by_id["actors"][actor]["name"] for actor in actors[:MOST_NAMES]]
    return "".join([", ".join(names), *_more(actors)])


def _more(actors: Sequence[str]) -> list[str]:
    return [tr(" and {number} more").format(number=len(actors) - MOST_NAMES)] if len(actors) > MOST_NAMES else []


def _title(view: View, row: Row) -> html.A:
    return incident(gentle.named(view.selected.dataset, row["incident_id"]), row["incident_id"], view.selection)


def _kind(selected: Selected, row: Row) -> str:
    return selected.dataset.schema.label("incidents", "kind", row["kind"])


def _signed_kind(view: View, row: Row) -> list:
    dataset = view.selected.dataset
    return [mark(dataset, row["kind"], row["corroboration"], row["disputed"]), " ", _kind(view.selected, row)]


def _place(selected: Selected, row: Row) -> str:
    return selected.dataset.by_id["places"][row["place_id"]]["name"] if row["place_id"] else ""


def _rank(_: Selected, row: Row) -> tuple[int, bool] | None:
    """The level of corroboration, the weakest first, of one level the undisputed first; statements have none."""
    return (list(LEVELS).index(row["corroboration"]), row["disputed"]) if row["corroboration"] in LEVELS else None


def _number(name: str, label: str, read: Read, usual: bool = True) -> Column:
    """How many reports, origins or outlets tell of it: hidden, and in no order, while who tells of what is."""

    def read_or_hidden(selected: Selected, row: Row) -> int | None:
        return None if CORROBORATION in selected.dataset.hidden else read(selected, row)

    column = number(name, label, read_or_hidden, usual)
    return replace(column, cell=lambda view, row: _WORDS if _veiled(view) else column.cell(view, row))


def _veiled(view: View) -> bool:
    return CORROBORATION in view.selected.dataset.hidden


_WORDS = tr("hidden until you answer")
COLUMNS = (
    text("title", tr("Incident"), lambda _, row: row["title"], cell=_title),
    dated("date", tr("When")),
    text("kind", tr("What"), _kind, cell=_signed_kind),
    text("place", tr("Where"), _place, cell=lambda view, row: shown(place(view.selected.dataset, row["place_id"]))),
    text(
        "said_by",
        tr("Said by"),
        lambda selected, row: said_by(selected, row["incident_id"]),
        cell=lambda view, row: shown(speakers(view.selected, row["incident_id"])),
    ),
    Column("standing", tr("Standing"), lambda _, row: level(SimpleNamespace(**row)), _rank, NUMBER),
    _number("reports", tr("Reports"), lambda _, row: row["matching"]),
    _number("origins", tr("Origins"), exported("incidents", "origins")),
    _number("outlets", tr("Outlets"), exported("incidents", "outlets"), usual=False),
    certainty(),
)
