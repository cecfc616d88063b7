"""The selection as a frozen value and as a query string."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from datetime import date
from difflib import get_close_matches
from functools import cached_property
from typing import Any
from urllib.parse import parse_qsl, urlencode

from dashboard import edtf
from dashboard.dataset import Dataset
from dashboard.errors import InvalidSelection, Problem, listed
from dashboard.selection import search
from dashboard.selection.columns import NAMES, OF, PER, SORTS, USUAL
from dashboard.selection.filters import FILTERS, OPENED, SIDES, side_known, vocabulary
from dashboard.selection.kept import KEPT
from dashboard.selection.migrations import migrated
from dashboard.selection.rows import VIEW, Selected

LANES = {"place": "place", "party": "who acts", "weapon": "weapon", "outlet": "outlet", "kind": "kind"}
ROWS = {"list": "list", "table": "table"}


@dataclass(frozen=True)
class Selection:
    """What the reader asked for. Sets of values are sorted tuples; None and () mean "not asked".

    ``start`` and ``end`` bound the window by event date; ``known_by`` is the day by which a reader could know.
    """

    start: date | None = None
    end: date | None = None
    known_by: date | None = None
    place: tuple[str, ...] = ()
    actor: tuple[str, ...] = ()
    party: tuple[str, ...] = ()
    said_by: tuple[str, ...] = ()
    weapon: tuple[str, ...] = ()
    kind: tuple[str, ...] = ()
    outlet: tuple[str, ...] = ()
    corroboration: tuple[str, ...] = ()
    disputed: bool | None = None
    q: str = ""
    lanes: str = "place"
    rows: str = "list"
    of: str = "incidents"
    columns: tuple[str, ...] = ()
    per: int = USUAL
    page: int = 1
    incident: str = ""
    measure: str = ""
    tally: str = ""
    sort: str = ""
    by: str = "outlet"
    a: str = ""
    b: str = ""
    data: str = ""

    @classmethod
    def from_query(cls, query: str) -> "Selection":
        """Return the selection that a query asks for. Raises InvalidSelection naming everything wrong."""
        given = migrated(_given(query))
        problems = [_unknown(name) for name in given if name not in PARAMETERS]
        values: dict[str, Any] = {}
        for name in (name for name in given if name in PARAMETERS):
            try:
                values[PARAMETERS[name].field] = PARAMETERS[name].read(name, [v for v in given[name] if v])
            except _Wrong as wrong:
                problems.append(wrong.problem)
        selection = cls(**values)
        problems += selection._order_problems()
        if problems:
            raise InvalidSelection(problems)
        return selection

    def to_query(self) -> str:
        """The canonical query string: ``Selection.from_query(s.to_query()) == s``."""
        pairs = [(name, text) for name, item in PARAMETERS.items() for text in item.write(getattr(self, item.field))]
        return urlencode(pairs)

    def checked(self, dataset: Dataset) -> "Selection":
        """The same selection. Raises InvalidSelection when it asks for values that the data does not have."""
        known = vocabulary(dataset)
        problems = [
            _not_known(name, value, known[name])
            for name in FILTERS
            for value in getattr(self, name)
            if value not in known[name]
        ]
        problems += [
            _not_known(name, getattr(self, name), known(dataset))
            for name, known in OPENED.items()
            if getattr(self, name) and getattr(self, name) not in known(dataset)
        ]
        problems += [
            not_a_side(name, value, known_sides(dataset, SIDES))
            for name, value in (("a", self.a), ("b", self.b))
            if value and not side_known(dataset, value, *SIDES)
        ]
        if problems:
            raise InvalidSelection(problems)
        return self

    def apply(self, dataset: Dataset) -> Selected:
        """The rows of the data set that this selection keeps, however it shows them; kept for whoever asks next.

        Raises InvalidSelection for unknown values.
        """
        return KEPT.of(self.checked(dataset).filtering, dataset)

    def without(self, *names: str) -> "Selection":
        """The same selection with some of its parts not asked."""
        plain = Selection()
        return replace(self, **{name: getattr(plain, name) for name in names})

    @property
    def filtering(self) -> "Selection":
        """Only what decides which rows are kept: no lanes, no page, no open incident."""
        return self.without(*VIEW)

    @cached_property
    def asked(self) -> tuple[str, ...]:
        """The names, as the query writes them, of everything that is asked."""
        return tuple(name for name, item in PARAMETERS.items() if list(item.write(getattr(self, item.field))))

    def _order_problems(self) -> list[Problem]:
        if not (self.start and self.end and self.start > self.end):
            return []
        found = f"from={self.start} comes after to={self.end}"
        return [_bad("to", found, "Write the earlier day as from")]


# --- parameters: one line each ---------------------------------------------------------------------------


MOST_FIELDS = 500
"""How many name=value pairs a query may hold."""


def _given(query: str) -> dict[str, list[str]]:
    """The values of each name as the query repeats them; a name without a value is given all the same."""
    try:
        pairs = parse_qsl(query.removeprefix("?"), keep_blank_values=True, max_num_fields=MOST_FIELDS)
    except ValueError:
        expected = f"At most {MOST_FIELDS} of them"
        raise InvalidSelection(
            [Problem("bad-query", "query", None, None, "Too many filters", expected, "Ask for less at once")]
        ) from None
    given: dict[str, list[str]] = {}
    for name, value in pairs:
        given.setdefault(name, []).append(value.strip())
    return given


class _Wrong(Exception):
    def __init__(self, problem: Problem) -> None:
        super().__init__(str(problem))
        self.problem = problem


@dataclass(frozen=True)
class Parameter:
    """One name in the query string: the field it fills, how it is read, how it is written, and its help."""

    field: str
    read: Callable[[str, list[str]], Any]
    write: Callable[[Any], Iterable[str]]
    help: str
    many: bool = False


def _bad(name: str, found: str, expected: str) -> Problem:
    return Problem("bad-query", "query", None, name, found, expected, "Correct the address")


def _unknown(name: str) -> Problem:
    expected = f"Known filters: {listed(PARAMETERS)}"
    return Problem("unknown-filter", "query", None, name, f"Unknown filter {name!r}", expected, "Correct its name")


def _not_known(name: str, value: str, known: Iterable[str]) -> Problem:
    expected = f"Known values of {name}: {listed(known)}"
    return Problem("unknown-value", "query", None, name, f"{name}={value!r} is not in the data", expected, "Choose one")


def known_sides(dataset: Dataset, kinds: Iterable[str]) -> dict[str, str]:
    """The ids of these kinds that can be a side of a comparison, with their words; days have none."""
    words = vocabulary(dataset)
    return {key: name for kind in kinds if kind in words for key, name in words[kind].items()}


def not_a_side(name: str, value: str, known: Mapping[str, str], of: str = "known as a side to compare") -> Problem:
    """What is wrong with a side, with the ids whose spelling or name is near it; every id where none is."""
    names = {words.lower(): key for key, words in known.items()} | {key: key for key in known}
    near = dict.fromkeys(names[found] for found in get_close_matches(value.lower(), names, n=5))
    expected = f"Near it: {', '.join(near)}" if near else f"Known values of {name}: {listed(known)}"
    if not known:
        expected = "Write a day as 2023-11-08"
    return Problem("unknown-value", "query", None, name, f"{name}={value!r} is not {of}", expected, "Choose one")


def _one(name: str, values: list[str]) -> str:
    if len(set(values)) > 1:
        raise _Wrong(_bad(name, f"{name} is given {len(values)} times", "Write it once"))
    return values[0] if values else ""


def _read_day(last: bool) -> Callable[[str, list[str]], date | None]:
    def read(name: str, values: list[str]) -> date | None:
        text = _one(name, values)
        try:
            value = edtf.parse(text) if text else None
        except edtf.BadDate:
            value = None
        if text and not (value and _is_plain(value)):
            raise _Wrong(_bad(name, f"{name}={text!r} is not a day", "Write it as 2023-11-08"))
        return value and (value.latest if last else value.earliest)

    return read


def _is_plain(value: edtf.Edtf) -> bool:
    """True for a day, a month or a year that nothing qualifies."""
    return value.form in ("day", "month", "year") and not value.approximate and not value.uncertain


def _read_many(name: str, values: list[str]) -> tuple[str, ...]:
    return tuple(sorted(set(values)))


def _read_choice(choices: Sequence[str], default: str) -> Callable[[str, list[str]], str]:
    def read(name: str, values: list[str]) -> str:
        value = _one(name, values) or default
        if value not in choices:
            raise _Wrong(
                _bad(name, f"{name}={value!r} is not known", f"Known values of {name}: {listed(filter(None, choices))}")
            )
        return value

    return read


def _read_known(choices: Sequence[str]) -> Callable[[str, list[str]], tuple[str, ...]]:
    one = _read_choice(choices, "")
    return lambda name, values: _read_many(name, [one(name, [value]) for value in values])


def _read_size(name: str, values: list[str]) -> int:
    return int(_read_choice([str(size) for size in PER], str(USUAL))(name, values))


def _read_flag(name: str, values: list[str]) -> bool | None:
    return _read_choice(("yes", "no"), "yes")(name, values) == "yes" if values else None


def _read_page(name: str, values: list[str]) -> int:
    value = _one(name, values) or "1"
    if not re.fullmatch("[1-9][0-9]{0,6}", value):
        raise _Wrong(_bad(name, f"{name}={value!r} is not a page", "Write a whole number from 1"))
    return int(value)


def _read_digest(name: str, values: list[str]) -> str:
    value = _one(name, values)
    if not re.fullmatch("([0-9a-f]{12})?", value):
        expected = "Write the twelve letters and digits of a version of the data, as citations have them"
        raise _Wrong(_bad(name, f"{name}={value!r} is not the hash of a version of the data", expected))
    return value


def _read_text(name: str, values: list[str]) -> str:
    return " ".join(" ".join(values).split())


def _write_day(value: date | None) -> Iterable[str]:
    return [value.isoformat()] if value else []


def _write_flag(value: bool | None) -> Iterable[str]:
    return [] if value is None else ["yes" if value else "no"]


def _unless(default: Any) -> Callable[[Any], Iterable[str]]:
    return lambda value: [] if value == default else [str(value)]


_SIDE = "an outlet, whoever asserts (an actor or a party), or a day, as by says"

PARAMETERS: Mapping[str, Parameter] = {
    "from": Parameter("start", _read_day(last=False), _write_day, "First day of the window, by event date."),
    "to": Parameter("end", _read_day(last=True), _write_day, "Last day of the window, by event date."),
    "known_by": Parameter("known_by", _read_day(last=True), _write_day, "Only what a reader could know by this day."),
    **{name: Parameter(name, _read_many, tuple, item.help, many=True) for name, item in FILTERS.items()},
    "disputed": Parameter("disputed", _read_flag, _write_flag, "yes or no: whether reports contradict one another."),
    "q": Parameter("q", _read_text, _unless(""), search.RULE),
    "lanes": Parameter("lanes", _read_choice(tuple(LANES), "place"), _unless("place"), "What the lanes stand for."),
    "rows": Parameter("rows", _read_choice(tuple(ROWS), "list"), _unless("list"), "How the rows are shown."),
    "of": Parameter("of", _read_choice(tuple(OF), "incidents"), _unless("incidents"), "What the rows stand for."),
    "columns": Parameter("columns", _read_known(NAMES), tuple, "The columns of the table that is shown.", many=True),
    "per": Parameter("per", _read_size, _unless(USUAL), "How many rows a page has."),
    "page": Parameter("page", _read_page, _unless(1), "Which page of the rows is shown."),
    "incident": Parameter("incident", _one, _unless(""), "The incident whose accounts are open."),
    "measure": Parameter("measure", _one, _unless(""), "The measure whose declared counts are drawn."),
    "tally": Parameter("tally", _one, _unless(""), "The declared count that is explained."),
    "sort": Parameter("sort", _read_choice(("", *SORTS), ""), _unless(""), "The column by which rows are sorted."),
    "by": Parameter("by", _read_choice(tuple(SIDES), "outlet"), _unless("outlet"), "What two sides are compared by."),
    "a": Parameter("a", _one, _unless(""), f"One side of a comparison: {_SIDE}."),
    "b": Parameter("b", _one, _unless(""), f"The other side of a comparison: {_SIDE}."),
    "data": Parameter(
        "data", _read_digest, _unless(""), "The version of the data that a link was made with: its hash."
    ),
}
"""Every name that a query string may hold, in canonical order."""

assert {item.field for item in PARAMETERS.values()} == {item.name for item in fields(Selection)}
