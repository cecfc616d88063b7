"""How two declared counts stand to one another: what in their rows tells them apart, and whether both can hold."""

import re
from collections.abc import Callable, Mapping
from typing import Any

from dashboard import edtf
from dashboard.activities import readable
from dashboard.derive import numbers
from dashboard.derive.number_words import TENS, UNITS
from dashboard.language import tr
from dashboard.selection.rows import Selected

Span = tuple[int, int]
Reason = Callable[[Selected, Any, Any], bool]
_UNCODED = {"middle east": tr("Middle East")}
"""Areas that counts name and no code stands for; by folded words."""


def span(tally: Any) -> Span:
    """The days that a count reaches over; from the calendar's first where it names no start."""
    return (edtf.parse(tally.since).first_day if tally.since else 1), end(tally)[1]


def end(tally: Any) -> Span:
    """The first and the last day up to which a count may reach: as it says, else when it was said, or published."""
    until = edtf.parse(tally.until) if tally.until else None
    return (until.first_day, until.last_day) if until else (tally.first_day, tally.last_day)


def area(tally: Any) -> tuple[str, ...]:
    """The places and countries that a count is about, or words for an area without a code; none where not stated."""
    if tally.scope:
        return tuple(tally.scope.split(";"))
    text = f" {readable.folded(f'{tally.summary} | {tally.quote}')} "
    return tuple(words for name, words in _UNCODED.items() if f" {name} " in text)


def allows(tally: Any) -> numbers.Range:
    """The numbers that a count allows."""
    return numbers.of(tally.value, tally.qualifier) or numbers.Range(0, 0)


def decided(one: Any, other: Any) -> bool:
    """True where each start and each end of two counts is surely the same or surely another, wherever both state it."""
    return all(
        _same(one, other, name) or (_apart(one, other, name) and not _guessed(one, other, name))
        for name in ("since", "until")
    )


def _guessed(one: Any, other: Any, name: str) -> bool:
    """True where both state a day, and one of them as a guess: it may be that of the other."""
    days = [getattr(tally, name) for tally in (one, other)]
    return all(days) and any(edtf.parse(day).approximate for day in days)


def offered(selected: Selected, one: Any, other: Any) -> tuple[str, ...]:
    """The reasons that are offered: all but those of which a reader of the two cards cannot tell whether they are true.

    A second number in the words of a count may make it a part, or a sum of parts; whether an official whose name is
    withheld speaks for the body of another speaker of that side, the words do not say.
    """
    open_ = set()
    if not part(selected, one, other) and any(map(several, (one, other))):
        open_.add(part)
    if one.party == other.party and {one.asserted_by, other.asserted_by} & selected.index.relations.unnamed:
        open_.add(_who)
    return tuple(words for words, rule in REASONS.items() if rule not in open_)


def several(tally: Any) -> bool:
    """Whether the words of a count hold another number than its own; days of a month are none."""
    text = f" {readable.folded(f'{tally.summary} | {tally.quote}')} "
    rest = readable.DAY_WORDS.sub(" ", text)
    for words in readable.written(tally.value):
        rest = rest.replace(f" {words} ", " ")
    return bool(_NUMBER.search(rest))


_NUMBER = re.compile(rf"\b(?:\d{{1,3}}|{'|'.join((*UNITS, *TENS))})\b")


def _same(one: Any, other: Any, name: str) -> bool:
    return getattr(one, name) == getattr(other, name)


def _apart(one: Any, other: Any, name: str) -> bool:
    """True where only one of two counts states a day, or both state days of which none is the same."""
    mine, theirs = (getattr(tally, name) for tally in (one, other))
    if not (mine and theirs):
        return bool(mine or theirs)
    a, b = edtf.parse(mine), edtf.parse(theirs)
    return _disjoint((a.first_day, a.last_day), (b.first_day, b.last_day))


def _disjoint(one: Span, other: Span) -> bool:
    return one[1] < other[0] or other[1] < one[0]


# --- reasons ---------------------------------------------------------------------------------------------


def _since(_: Selected, one: Any, other: Any) -> bool:
    return _apart(one, other, "since")


def _until(_: Selected, one: Any, other: Any) -> bool:
    return _apart(one, other, "until")


def _told(_: Selected, one: Any, other: Any) -> bool:
    return (one.first_day, one.last_day) != (other.first_day, other.last_day)


def _scope(_: Selected, one: Any, other: Any) -> bool:
    return set(area(one)) != set(area(other))


def _who(selected: Selected, one: Any, other: Any) -> bool:
    return _body(selected, one.asserted_by) != _body(selected, other.asserted_by)


def _body(selected: Selected, actor: str) -> str:
    """Whom an actor speaks for; an official whose name is withheld, for the body that the data names."""
    relations, row = selected.index.relations, selected.dataset.by_id["actors"][actor]
    inside = actor in relations.unnamed and row["member_of"]
    return relations.institution(row["member_of"] if inside else actor)


def _qualifier(_: Selected, one: Any, other: Any) -> bool:
    return any(tally.qualifier not in ("", "exactly") for tally in (one, other))


def part(_: Selected, one: Any, other: Any) -> bool:
    """True where one of two counts is a part of a larger total, by its row or by its words: "six of the 27 attacks"."""
    return any(tally.part_of or _of_more(tally) for tally in (one, other))


def _of_more(tally: Any) -> bool:
    text = f" {readable.folded(f'{tally.summary} | {tally.quote}')} "
    return any(f" {words} of {the} " in text for words in readable.written(tally.value) for the in _THE)


_THE = ("the", "these", "those", "them", "its", "their", "which")


def _inferred(_: Selected, one: Any, other: Any) -> bool:
    return bool(one.derived_by or other.derived_by)


REASONS: Mapping[str, Reason] = {
    tr("They name different days as their start, or only one of them names a start"): _since,
    tr("They name different days as their end, or only one of them names an end"): _until,
    tr("They were said, or where that day is not stated published, on different days"): _told,
    tr("They name different areas, or only one of them names an area"): _scope,
    tr("Not the same body counted"): _who,
    tr("At least one of them is a floor or a rough figure"): _qualifier,
    tr("At least one of them is a part of a larger total"): part,
    tr("At least one of them was worked out by the document itself"): _inferred,
}
"""Every reason that the rows can show, in words, with its rule: where the rule finds none, the words are not true."""

# --- whether both can hold -------------------------------------------------------------------------------

HOLD = {
    "both": tr("No: the one number allows the other, whatever days and area they count"),
    "apart": tr("No: the numbers do not fit, but they surely count other days, another area, or a part of a total"),
    "open": tr("The numbers do not fit, and the rest depends on days or an area that one of them does not state"),
    "clash": tr("Yes, as counts of the same thing: one start, one area, and numbers that do not fit"),
}
"""How two counts can stand to one another, in words; one of them is true."""


def can_hold(selected: Selected, one: Any, other: Any) -> str:
    """How two counts stand to one another: a key of HOLD. What one does not state is no difference."""
    if allows(one).allows(allows(other)):
        return "both"
    if part(selected, one, other) or any(_stated_apart(one, other, name) for name in ("since", "until", "scope")):
        return "apart"
    ends = all(tally.until or tally.said_on for tally in (one, other))  # a page can carry a count of an earlier day
    if not (ends and one.since and other.since and one.scope and other.scope):
        return "open"
    if end(one) == end(other):
        return "clash"
    if not _disjoint(end(one), end(other)):
        return "open"
    before, after = sorted((one, other), key=end)
    if allows(after).high >= allows(before).low:
        return "apart"
    return "clash" if after.until else "open"  # a running total does not fall, but an older one can be said again


def _stated_apart(one: Any, other: Any, name: str) -> bool:
    """True where both state their start, end or area, and surely not the same."""
    if not (getattr(one, name) and getattr(other, name)):
        return False
    return _scope(None, one, other) if name == "scope" else _apart(one, other, name)
