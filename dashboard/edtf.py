"""Dates as sources give them: text to earliest day, latest day, approximate, uncertain, and words for people.

The subset of EDTF (ISO 8601-2:2019, levels 0 and 1, plus one-of sets) that the data package uses:

    2023   2023-11   2023-11-08         a year, a month, a day
    2023-11-XX   2023-XX                 the day or the month is not stated
    2023-11-08~  ?  %                    approximate (a guess), uncertain (sources conflict), both
    2023-11-03/2023-11-09                it lasted; either end may be ``..`` (open)
    [2023-11-03..2023-11-09]             on one of these days; either end may be missing (open)
    [2023-11-03,2023-11-05]              on one of these

Nothing gains a precision: a qualifier never widens a day, and no day acquires a time.
"""

import calendar
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from dashboard.language import tr

FORMS = tr(
    "a date such as 2023-11-08, 2023-11, 2023-11-08~, 2023-11-03/2023-11-09, [2023-11-03..2023-11-09] or 2023-11-XX"
)
FIRST, LAST = date.min, date.max

_PART = re.compile(r"(?P<body>\d{4}(-XX|-(0[1-9]|1[0-2])(-XX|-\d\d)?)?)(?P<mark>[~?%]?)", re.ASCII)
_MARKS = {"": (False, False), "~": (True, False), "?": (False, True), "%": (True, True)}
MONTHS = (tr("January"), tr("February"), tr("March"), tr("April"), tr("May"), tr("June"),
          tr("July"), tr("August"), tr("September"), tr("October"), tr("November"), tr("December"))  # fmt: skip
"""The names of the months."""
SHORT_MONTHS = (tr("Jan"), tr("Feb"), tr("Mar"), tr("Apr"), tr("May"), tr("Jun"),
                tr("Jul"), tr("Aug"), tr("Sep"), tr("Oct"), tr("Nov"), tr("Dec"))  # fmt: skip
"""The same where there is little room."""
_SHORT = dict(zip(MONTHS, SHORT_MONTHS, strict=True))


class BadDate(ValueError):
    """Text outside the subset; ``right`` says what is right, and so does the message."""

    def __init__(self, right: str, text: str = "") -> None:
        super().__init__(
            tr("{text} is not a date the site can read. Expected: {right}").format(text=repr(text), right=right)
        )
        self.right = right


@dataclass(frozen=True)
class Edtf:
    """One parsed date: ``earliest`` and ``latest`` are days, None where that end is open."""

    text: str
    form: str
    earliest: date | None
    latest: date | None
    approximate: bool = False
    uncertain: bool = False
    members: tuple["Edtf", ...] = ()

    @property
    def first_day(self) -> int:
        """The earliest day as a proleptic ordinal; an open start is the calendar's first day."""
        return (self.earliest or FIRST).toordinal()

    @property
    def last_day(self) -> int:
        """The latest day as a proleptic ordinal; an open end is the calendar's last day."""
        return (self.latest or LAST).toordinal()

    @property
    def is_day(self) -> bool:
        """True when the source gives exactly one day."""
        return self.form == "day"


@lru_cache(maxsize=65536)
def parse(text: str) -> Edtf:
    """Return the date that ``text`` stands for. Raises BadDate with what is right."""
    try:
        if text.startswith("[") and text.endswith("]"):
            return _one_of(text)
        return _interval(text) if "/" in text else _part(text)
    except BadDate as error:
        raise BadDate(error.right, text) from None


def _part(text: str) -> Edtf:
    match = _PART.fullmatch(text)
    if not match:
        raise BadDate(FORMS)
    body = match["body"]
    approximate, uncertain = _MARKS[match["mark"]]
    first, last = _bounds(*(int(number) for number in body.split("-") if number != "XX"))
    form = "unstated" if "X" in body else ("year", "month", "day")[body.count("-")]
    return Edtf(text, form, first, last, approximate, uncertain)


def _bounds(year: int, month: int | None = None, day: int | None = None) -> tuple[date, date]:
    if year < FIRST.year:
        raise BadDate(tr("a year from 0001 to 9999"))
    if month is None:
        return date(year, 1, 1), date(year, 12, 31)
    last = calendar.monthrange(year, month)[1]
    if day is None:
        return date(year, month, 1), date(year, month, last)
    if not 1 <= day <= last:
        raise BadDate(
            tr("a day from 01 to {last}, as {month} {year} has").format(last=last, month=MONTHS[month - 1], year=year)
        )
    return date(year, month, day), date(year, month, day)


def _interval(text: str) -> Edtf:
    ends = text.split("/")
    if len(ends) != 2 or ends == ["..", ".."] or "" in ends:
        raise BadDate(tr("an interval with two ends, at most one of them '..'"))
    return _span(text, "interval", [None if end == ".." else _part(end) for end in ends])


def _one_of(text: str) -> Edtf:
    inner = text[1:-1]
    if ".." in inner:
        ends = inner.split("..")
        if len(ends) != 2 or ends == ["", ""]:
            raise BadDate(tr("a one-of range with two ends, at most one of them missing"))
        return _span(text, "one-of", [_part(end) if end else None for end in ends])
    parts = [_part(part) for part in inner.split(",")]
    if len(parts) < 2:
        raise BadDate(tr("a one-of set of at least two dates, such as [2023-11-03,2023-11-05]"))
    starts = [part.first_day for part in parts]
    if starts != sorted(set(starts)):
        raise BadDate(tr("a one-of set in order, each date once"))
    longest = max(parts, key=lambda part: part.last_day)  # [2023,2023-05] may still be December
    return _span(text, "one-of-list", [parts[0], longest], parts)


def _span(text: str, form: str, ends: list[Edtf | None], parts: Sequence[Edtf] = ()) -> Edtf:
    start, end = ends
    known = parts or [part for part in ends if part]
    if start and end and start.first_day > end.last_day:
        raise BadDate(tr("an end that is not before its start"))
    return Edtf(
        text, form, start and start.earliest, end and end.latest,
        any(part.approximate for part in known), any(part.uncertain for part in known), tuple(known),
    )  # fmt: skip


# --- words -----------------------------------------------------------------------------------------------


def say_day(day: date) -> str:
    """The day for people: "8 November 2023"."""
    return tr("{day} {month} {year}").format(day=day.day, month=MONTHS[day.month - 1], year=day.year)


def say_days(first: date, last: date, joiner: str = "–") -> str:
    """Two days for people, the year and the month said once where they agree: "3–9 November 2023"."""
    if first == last:
        return say_day(last)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}{joiner}{say_day(last)}"
    gap = joiner if joiner != "–" else " – "
    start = say_day(first)
    if first.year == last.year:
        start = tr("{day} {month}").format(day=first.day, month=MONTHS[first.month - 1])
    return f"{start}{gap}{say_day(last)}"


def say(value: Edtf) -> str:
    """The date for people, with everything its source leaves open: "on or about 8 November 2023"."""
    text = _WORDS[value.form](value)
    notes = [tr("sources conflict")] if value.uncertain else []
    if value.approximate:
        text, notes = _ABOUT[value.form](text, notes)
    return f"{text} ({'; '.join(notes)})" if notes else text


def say_on(value: Edtf) -> str:
    """The date after a verb: "on 8 November 2023", "on or about 8 November 2023", "in November 2023"."""
    words = say(value)
    if value.form == "interval" or (value.approximate and value.is_day):
        return words
    return (tr("in {when}") if value.form in ("month", "year") else tr("on {when}")).format(when=words)


def last_day(value: Edtf) -> str:
    """The last day that a date allows, as text, as sure as the date is: "" of an open end."""
    marks = {marked: mark for mark, marked in _MARKS.items()}
    return f"{value.latest}{marks[value.approximate, value.uncertain]}" if value.latest else ""


def short(value: Edtf) -> str:
    """The date for a narrow column: months cut to three letters."""
    return shortened(say(value))


def shortened(text: str) -> str:
    """A text for a narrow column, the names of months cut short."""
    return re.sub(rf"\b({'|'.join(_SHORT)})\b", lambda match: _SHORT[match[0]], text)


def _say_part(value: Edtf) -> str:
    if value.form != "unstated":
        return _bare(value)
    whole, left_open = _unstated(value)
    return tr("{month_or_year}, {left_open} not stated").format(month_or_year=whole, left_open=left_open)


def _bare(value: Edtf) -> str:
    """A single date inside a phrase; a month stays a month there too."""
    day = value.earliest or FIRST
    if value.form == "unstated":
        whole, left_open = _unstated(value)
        return tr("an unstated {left_open} of {month_or_year}").format(left_open=left_open, month_or_year=whole)
    return {"day": say_day(day), "month": _month(day), "year": str(day.year)}[value.form]


def _unstated(value: Edtf) -> tuple[str, str]:
    day = value.earliest or FIRST
    return (_month(day), tr("day")) if value.text.count("-") == 2 else (str(day.year), tr("month"))


def _month(day: date) -> str:
    return tr("{month} {year}").format(month=MONTHS[day.month - 1], year=day.year)


def _say_span(value: Edtf) -> str:
    until, since, between, joiner = _SPANS[value.form]
    if value.earliest is None:
        return until.format(day=_bare(value.members[0]))
    if value.latest is None:
        return since.format(day=_bare(value.members[0]))
    if value.earliest == value.latest:
        return say_day(value.latest)
    return between.format(days=_say_ends(value, joiner))


def _say_ends(value: Edtf, joiner: str) -> str:
    if value.earliest and value.latest and all(member.is_day for member in value.members):
        return say_days(value.earliest, value.latest, joiner)
    return joiner.join(_bare(member) for member in value.members)


def _say_list(value: Edtf) -> str:
    return tr(" or ").join(_bare(member) for member in value.members)


def _noted(text: str, notes: list[str]) -> tuple[str, list[str]]:
    return text, [tr("approximate"), *notes]


_SPANS = {
    "interval": (tr("until {day}"), tr("from {day} on"), tr("from {days}"), tr(" to ")),
    "one-of": (tr("one day up to {day}"), tr("one day from {day} on"), tr("one day between {days}"), tr(" and ")),
}

_ABOUT = {
    "day": lambda text, notes: (tr("on or about {day}").format(day=text), notes),
    "month": lambda text, notes: (tr("about {month_or_year}").format(month_or_year=text), notes),
    "year": lambda text, notes: (tr("about {month_or_year}").format(month_or_year=text), notes),
    "unstated": _noted,
    "interval": _noted,
    "one-of": _noted,
    "one-of-list": _noted,
}

_WORDS = {
    "day": _say_part,
    "month": _say_part,
    "year": _say_part,
    "unstated": _say_part,
    "interval": _say_span,
    "one-of": _say_span,
    "one-of-list": _say_list,
}
