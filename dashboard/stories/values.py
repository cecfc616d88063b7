"""What a placeholder stands for: a small vocabulary of counts and of values as somebody states them.

    {incidents}  {reports}  {documents}  {outlets}  {origins}  {echo}  {disputed}  {undated}  {tallies}
                                        counts of the step's view; {incidents?kind=attack} of another one;
                                        {echo}: the most outlets that carry one origin's statement on one incident
    {incident.FIELD}                    the one incident of the view, or {incident:ID.FIELD}
    {report:ID.FIELD}  {tally:ID.FIELD} what one report or one declared count states
    {day}  {day:2024-01-28}             the known-by day of the view, or a day, in words

A last part says how: ``.words`` (two) or ``.noun`` (2 incidents). A capital letter, ``{Origins.words}``, gives one:
Two. Nothing is evaluated but these names, and nothing is given that was not known by the day of the view.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any

from dashboard import edtf
from dashboard.derive import FIELDS, itemised, known_date
from dashboard.derive.accounts import stated
from dashboard.derive.number_words import in_words
from dashboard.errors import listed
from dashboard.selection import Selected
from dashboard.stories.counts import NOTHING, NOUNS, NoValue, counted
from dashboard.stories.views import BadView, Seen, read, seen, standing

_FORM = re.compile(
    r"(?P<subject>[a-z]+)(?::(?P<id>[A-Za-z0-9-]+))?(?:\.(?P<field>[a-z-]+))?(?:\.(?P<form>[a-z]+))?(?::?\?(?P<query>.*))?"
)
HOW: Mapping[str, Callable[[Any, str], str]] = {
    "words": lambda value, _: in_words(_whole(value)),
    "noun": lambda value, noun: f"{_whole(value):,} {noun}{'' if _whole(value) == 1 else 's'}",
    "": lambda value, _: _said(value),
}
"""How a value is written: its name at the end of a placeholder."""


@dataclass(frozen=True)
class Asked:
    """A placeholder taken apart."""

    subject: str
    id: str
    field: str
    how: str


def value(text: str, step: Seen) -> str:
    """What a placeholder, without its braces, stands for beside a view. Raises NoValue."""
    text = text.strip()
    match = _FORM.fullmatch(text[:1].lower() + text[1:])
    if not match or match["subject"] not in SUBJECTS:
        raise NoValue(f"{{{text}}}", f"a placeholder that begins with one of {listed(SUBJECTS)}")
    field, how = match["field"] or "", match["form"] or ""
    if field in HOW and not how:
        field, how = "", field
    if how not in HOW:
        raise NoValue(f"{{{text}}}", f"an end that says how: {listed(f'.{name}' for name in HOW if name)}")
    asked = Asked(match["subject"], match["id"] or "", field, how)
    held = SUBJECTS[asked.subject](asked, _other(match["query"], step) if match["query"] is not None else step)
    words = HOW[how](held, NOUNS.get(asked.subject, asked.field))
    return words[:1].upper() + words[1:] if text[:1].isupper() else words


def _other(query: str, step: Seen) -> Seen:
    """The view that a placeholder asks of itself: of the incident that it names, else of all of the data."""
    named = re.search(r"(?:^|&)incident=([^&]+)", query)
    rest = re.sub(r"(?:^|&)incident=[^&]+", "", query).strip("&")
    try:
        return seen(read(f"/incidents/{named[1]}?{rest}" if named else f"/?{query}"), step.selected.dataset)
    except BadView as error:
        raise NoValue(error.found, error.expected) from None


def _whole(value: Any) -> int:
    if not isinstance(value, int) and not str(value).isdecimal():
        raise NoValue(f"{str(value)!r} to be written as a number", "a value that is a whole number")
    return int(value)


def _said(value: Any) -> str:
    return f"{value:,}" if isinstance(value, int) else str(value)


def _counted(asked: Asked, held: Seen) -> int:
    if asked.field or asked.id:
        raise NoValue(f"{asked.subject} with a field or an id", f"{{{asked.subject}}}")
    return counted(asked.subject, held)


# --- one thing -------------------------------------------------------------------------------------------


def _field(asked: Asked, fields: Mapping[str, Callable], *given: Any) -> Any:
    if asked.field not in fields:
        expected = f"one of {listed(f'.{name}' for name in fields)}"
        raise NoValue(f"{asked.subject} with {f'.{asked.field}' if asked.field else 'no field'}", expected)
    found = fields[asked.field](*given)
    if found in ("", None):
        raise NoValue(f"{asked.field} of {asked.id or 'the incident'}, which is not stated", "a value that is stated")
    return found


def _known(asked: Asked, held: Seen, table: str) -> Any:
    """The row of a report or a count, which must have been known by the day of the view."""
    frame = getattr(held.selected.index, table)
    rows = frame[frame[f"{asked.subject}_id"] == asked.id]
    if rows.empty:
        raise NoValue(f"the {asked.subject} {asked.id!r}", f"an id of {table}.csv")
    row = rows.iloc[0]
    if row["possible_day"] > held.selected.day:
        found = f"the {asked.subject} {asked.id}, which became known on {_day(row['known_day'])}"
        expected = f"one known by {_day(held.selected.day)}, the day of the view; or a day of its own, ?known_by=DAY"
        raise NoValue(found, expected)
    return row


def _incident(asked: Asked, held: Seen) -> Any:
    name = asked.id or held.incident
    if name not in held.selected.index.facts:
        raise NoValue(f"the incident {name!r}", "an id of incidents.csv, or a view of one incident")
    row = standing(held.selected, name)
    if row is None:
        raise NoValue(NOTHING.format(name), "a view with a later day")
    return _field(asked, INCIDENT, row, held.selected)


def _numbers(column: str, choose: Callable) -> Callable[[Any, Selected], int | None]:
    """The lowest or the highest number that the reports known by the day state, whatever they say of it."""

    def chosen(row: Any, selected: Selected) -> int | None:
        told = selected.index.reports
        known = told[(told["incident_id"] == row.incident_id) & (told["known_day"] <= selected.day) & told["asserts"]]
        return choose((int(text) for text in known[column] if text), default=None)

    return chosen


def _conflicts(row: Any, _: Selected) -> str:
    return ", ".join(FIELDS.get(name, name).lower() for name in row.conflicts.split(";") if name)


INCIDENT: Mapping[str, Callable[[Any, Selected], Any]] = {
    "title": lambda row, selected: selected.dataset.by_id["incidents"][row.incident_id]["title"],
    "kind": lambda row, selected: selected.dataset.schema.label("incidents", "kind", row.kind),
    "date": lambda row, _: edtf.say(edtf.parse(row.date)),
    "place": lambda row, selected: row.place_id and selected.dataset.by_id["places"][row.place_id]["name"],
    "standing": lambda row, _: row.corroboration,
    "disputed": lambda row, _: "yes" if row.disputed else "no",
    "conflicts": _conflicts,
    "reports": lambda row, _: int(row.reports),
    "origins": lambda row, _: int(row.origins),
    "outlets": lambda row, _: int(row.outlets),
    "undated": lambda row, _: int(row.undated),
    **{f"{column}-lowest": _numbers(column, min) for column in ("killed", "injured")},
    **{f"{column}-highest": _numbers(column, max) for column in ("killed", "injured")},
}
"""The fields of an incident, as it stands on the day of the view."""


def _report(asked: Asked, held: Seen) -> Any:
    return _field(asked, REPORT, _known(asked, held, "reports"), held.selected)


def _outlet(row: Any, selected: Selected) -> str:
    return selected.dataset.by_id["outlets"][row["outlet_id"]]["name"]


def _speaker(row: Any, selected: Selected) -> str:
    return selected.dataset.by_id["actors"][row["asserted_by"]]["name"]


def _day(ordinal: int) -> str:
    return edtf.say_day(date.fromordinal(int(ordinal)))


def _became_known(row: Any, selected: Selected) -> str:
    date = known_date(selected.dataset, row)
    return edtf.say(edtf.parse(date)) if date else ""


def _date(column: str) -> Callable[[Any, Selected], str]:
    return lambda row, _: row[column] and edtf.say(edtf.parse(row[column]))


def _quote(row: Any, _: Selected) -> str:
    return row["quote"] and f"“{row['quote']}”"


_BOTH: Mapping[str, Callable[[Any, Selected], Any]] = {
    "speaker": _speaker, "outlet": _outlet, "known": _became_known, "said": _date("said_on"), "quote": _quote,
}  # fmt: skip


def _states(name: str, row: Any, selected: Selected) -> str:
    return stated(selected.index, row, name)


REPORT: Mapping[str, Callable[[Any, Selected], Any]] = {
    **{name: partial(_states, name) for name in FIELDS},
    **_BOTH,
    "stance": lambda row, selected: selected.dataset.schema.label("reports", "stance", row["stance"]),
    "lag": lambda row, _: None if row["lag"] is None or row["undated"] else int(row["lag"]),
}
"""The fields of a report: what it states, who says so where, and when it became known."""


def _tally(asked: Asked, held: Seen) -> Any:
    return _field(asked, TALLY, _known(asked, held, "tallies"), held.selected)


def _qualified(row: Any, selected: Selected) -> str:
    label = selected.dataset.schema.label("tallies", "qualifier", row["qualifier"])
    return f"{label} {int(row['value']):,}".strip()


def _declared(row: Any, selected: Selected) -> str:
    return f"{_qualified(row, selected)} {selected.dataset.schema.label('tallies', 'measure', row['measure'])}"


def _named(part: str) -> Callable[[Any, Selected], int | None]:
    """How many incidents the data names for a count, certainly or possibly; None where none can be named."""

    def number(row: Any, selected: Selected) -> int | None:
        named = itemised(selected.index, selected.dataset.by_id["tallies"][row["tally_id"]], selected.day)
        return None if named.reason else len(getattr(named, part))

    return number


def _itemised(row: Any, selected: Selected) -> int | None:
    named = itemised(selected.index, selected.dataset.by_id["tallies"][row["tally_id"]], selected.day)
    return None if named.reason else int(named.low)


TALLY: Mapping[str, Callable[[Any, Selected], Any]] = {
    **_BOTH,
    "value": _qualified,
    "number": lambda row, _: int(row["value"]),
    "declared": _declared,
    "measure": lambda row, selected: selected.dataset.schema.label("tallies", "measure", row["measure"]),
    "since": _date("since"),
    "until": _date("until"),
    "named": _named("sure"),
    "possible": _named("open"),
    "itemised": _itemised,
}
"""The fields of a declared count; ``named`` and ``possible`` are incidents in its window and area, and
``itemised`` is the least that the certain ones come to in the unit of the count."""


def _on(asked: Asked, held: Seen) -> str:
    if asked.field or not asked.id:
        return _day(held.selected.day)
    try:
        return edtf.say(edtf.parse(asked.id))
    except edtf.BadDate as error:
        raise NoValue(f"the day {asked.id!r}", error.right) from None


SUBJECTS: Mapping[str, Callable[[Asked, Seen], Any]] = {
    **dict.fromkeys(NOUNS, _counted),
    "incident": _incident,
    "report": _report,
    "tally": _tally,
    "day": _on,
}
"""Everything that a placeholder can begin with."""
