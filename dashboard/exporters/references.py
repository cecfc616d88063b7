"""The references of a selection: of the view, and of every row of a table, as one file per style."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from urllib.parse import quote

from dashboard.exporters.citations import Incident, Report, Source, Tally, Thing, View, listed
from dashboard.exporters.records import about
from dashboard.exporters.works import Work, works
from dashboard.language import tr
from dashboard.selection import Selected, Selection
from dashboard.selection.left_out import say


@dataclass(frozen=True)
class Visit:
    """Where and when an export is made: ``site`` is the address that pages are below, "" where there is none."""

    day: date
    site: str = ""


THINGS: Mapping[str, tuple[str, Callable[[Selected, str], Thing]]] = {
    "incidents": ("incident_id", Incident),
    "reports": ("report_id", Report),
    "tallies": ("tally_id", Tally),
    "sources": ("source_id", Source),
}
"""The tables whose rows can be cited, the column that identifies a row, and the thing that a row is."""


def references(selected: Selected, table: str, visit: Visit, style: str) -> bytes:
    """The references of a table's rows and of the view they were selected by, each work once."""
    column, thing = THINGS[table]
    things = (thing(selected, key) for key in getattr(selected, table)[column])
    return listed([_view(selected, table, visit), *_works(things, visit)], style).encode()


def reference(selected: Selected, visit: Visit, style: str) -> bytes:
    """The reference of a view."""
    return listed([_view(selected, "reports", visit)], style).encode()


def _view(selected: Selected, table: str, visit: Visit) -> Work:
    """The view as a work, with what it holds and leaves out as its note."""
    [work] = _works(iter([View(selected)]), visit)
    licence = about(selected, table)["licence"]
    return replace(
        work,
        note=tr("{sentence} {say} Licence: {licence}.").format(
            sentence=selected.sentence, say=say(selected, table), licence=licence
        ),
    )


def _works(things: Iterator[Thing], visit: Visit) -> Iterator[Work]:
    for thing in things:
        yield from works(thing, address(thing, visit.site), visit.day)


def address(thing: Thing, site: str) -> str:
    """Where the site shows a thing: "" without a site, and for documents, which are elsewhere."""
    path = _PATHS[type(thing)](thing)
    return f"{site}{path}" if site and path else ""


def _incident(selected: Selected, incident_id: str) -> str:
    return (
        f"/incidents/{quote(incident_id, safe='')}?{_query(Selection(known_by=selected.selection.known_by), selected)}"
    )


def _report(thing: Report) -> str:
    return _incident(thing.selected, thing.selected.dataset.by_id["reports"][thing.id]["incident_id"])


def _tally(thing: Tally) -> str:
    measure = thing.selected.dataset.by_id["tallies"][thing.id]["measure"]
    asked = replace(thing.selected.selection.filtering, measure=measure, tally=thing.id)
    return f"/counts?{_query(asked, thing.selected)}"


def _query(asked: Selection, selected: Selected) -> str:
    """The query with the hash of the data, so that whoever follows it is told when the data has changed."""
    return replace(asked, data=selected.dataset.digest).to_query()


_PATHS: Mapping[type, Callable] = {
    View: lambda thing: f"/?{_query(thing.selected.selection.filtering, thing.selected)}",
    Incident: lambda thing: _incident(thing.selected, thing.id),
    Report: _report,
    Tally: _tally,
    Source: lambda _: "",
}
"""The paths of pages; a test holds them against the pages themselves, which stand in a later layer."""
