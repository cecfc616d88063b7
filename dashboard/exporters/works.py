"""What a reference names, whatever its style: authors, title, container, version, days and address.

    works(Report(selected, "r02"), "https://…/incidents/…", date.today())     # the document, then the record of it

A view, an incident and a document are one work each. A report and a declared count are two: the document in which
they stand, and the record of them in the data package, because a reader of the site has read only the latter.
"""

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from dashboard import edtf
from dashboard.edtf import Edtf, say_day
from dashboard.language import tr
from dashboard.selection import Selected, hindsight

SITE = "As Reported"
"""The name of the site, which publishes the data package it serves."""


@dataclass(frozen=True)
class View:
    """All that a selection shows."""

    selected: Selected


@dataclass(frozen=True)
class Named:
    """One row of a table, as it stands on the known-by day of a selection."""

    selected: Selected
    id: str


class Incident(Named):
    """One incident."""


class Report(Named):
    """One report: its document, and the record of it."""


class Tally(Named):
    """One declared count: its document, and the record of it."""


class Source(Named):
    """One document that the selected reports and counts stand in."""


Thing = View | Incident | Report | Tally | Source


@dataclass(frozen=True)
class Work:
    """One thing that a reference names; "" and None stand for what nobody states.

    ``container`` is the outlet of a document and the data package of a record; ``version`` and ``digest`` (of the
    data) are a record's alone. ``accessed`` is the day the reader saw a record, and the day the editor read a document.
    """

    key: str
    author: str
    title: str
    container: str
    published: Edtf | None
    address: str
    accessed: date | None
    version: str = ""
    digest: str = ""
    language: str = ""
    note: str = ""

    @property
    def is_record(self) -> bool:
        """True for a part of the data package, False for a document that somebody else published."""
        return bool(self.digest)


def works(thing: Thing, address: str, accessed: date) -> tuple[Work, ...]:
    """The works to name for a thing seen at an address on a day. Raises KeyError for an id that is not in the data."""
    return _WORKS[type(thing)](thing, address, accessed)


def _view(thing: View, address: str, accessed: date) -> tuple[Work, ...]:
    query = thing.selected.selection.filtering.to_query()
    key = f"view-{hashlib.sha256(query.encode()).hexdigest()[:8]}"
    return (_record(thing.selected, key, thing.selected.description, address, accessed),)


def _incident(thing: Incident, address: str, accessed: date) -> tuple[Work, ...]:
    known = _known(thing.selected) if hindsight.appeared(thing.selected, "incident", thing.id) else ""
    title = f"{hindsight.title(thing.selected, thing.id)} ({thing.id}){known}"
    return (_record(thing.selected, thing.id, title, address, accessed),)


def _statement(thing: Report | Tally, address: str, accessed: date) -> tuple[Work, ...]:
    table, noun, name = _STATEMENTS[type(thing)]
    if not hindsight.appeared(thing.selected, name, thing.id):
        day = say_day(thing.selected.selection.known_by)
        title = tr("{noun} {id}, not known by {day}").format(noun=noun, id=thing.id, day=day)
        return (_record(thing.selected, f"{table}-{thing.id}", title, address, accessed),)
    row = thing.selected.dataset.by_id[table][thing.id]
    summary = row["summary"].removesuffix(".")
    title = tr("{noun} {id}, {locator} of {source_id}: {summary}{known}").format(
        noun=noun,
        id=thing.id,
        locator=row["locator"],
        source_id=row["source_id"],
        summary=summary,
        known=_known(thing.selected),
    )
    record = _record(thing.selected, f"{table}-{thing.id}", title, address, accessed)
    return (document(thing.selected, row["source_id"]), record)


_STATEMENTS: Mapping[type, tuple[str, str, str]] = {
    Report: ("reports", tr("Report"), "report"),
    Tally: ("tallies", tr("Declared count"), "tally"),
}

_WORKS: Mapping[type, Callable[[Any, str, date], tuple[Work, ...]]] = {
    View: _view,
    Incident: _incident,
    Report: _statement,
    Tally: _statement,
    Source: lambda thing, *_: (document(thing.selected, thing.id),),
}


def document(selected: Selected, source_id: str) -> Work:
    """The work that a source is.

    The tables hold no bylines, so no person is named: a text that its page relays has its first outlet as author,
    any other text has none.
    """
    data = selected.dataset.by_id
    row = data["sources"][source_id]
    return Work(
        key=source_id,
        author=data["outlets"][row["via_outlet_id"]]["name"] if row["via_outlet_id"] else "",
        title=row["title"],
        container=data["outlets"][row["outlet_id"]]["name"],
        published=edtf.parse(row["published"]) if row["published"] else None,
        address=row["url"] or row["archived_url"],
        accessed=date.fromisoformat(row["accessed"]) if row["accessed"] else None,
        language=row["language"],
    )


def _record(selected: Selected, key: str, title: str, address: str, accessed: date) -> Work:
    raw = selected.dataset.schema.raw
    names = [person["title"] for person in raw.get("contributors") or [] if person.get("title")]
    return Work(
        key=f"{raw.get('name', 'package')}-{key}",
        author=tr(" and ").join(names),
        title=title,
        container=selected.dataset.schema.title,
        published=_created(raw),
        address=address,
        accessed=accessed,
        version=raw.get("version", ""),
        digest=selected.dataset.digest,
    )


def _created(raw: Mapping[str, Any]) -> Edtf | None:
    """The day of the package's version; None where the descriptor gives none that can be read."""
    try:
        return edtf.parse(str(raw.get("created", ""))[:10])
    except edtf.BadDate:
        return None


def _known(selected: Selected) -> str:
    day = selected.selection.known_by
    return tr(", as known by {say_day}").format(say_day=say_day(day)) if day else ""
