"""How two sides tell of one incident: field by field, what both say, what one adds, what cannot both hold."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import product
from typing import Any

from dashboard.derive.accounts import FIELDS, IN_FREE_WORDS, all_stated
from dashboard.derive.facts import Report
from dashboard.derive.index import Index
from dashboard.derive.relations import Relations, Voice
from dashboard.derive.standing import CONFLICTS
from dashboard.language import tr

WHETHER = "whether"
COMPARED: Mapping[str, str] = {
    WHETHER: tr("Whether it happened"),
    **{name: words for name, words in FIELDS.items() if name not in IN_FREE_WORDS},
}
"""What two sides are compared on, in reading order, with the words for it; free words are never compared."""
HELD, DENIED = tr("asserted"), tr("denied or disputed")


@dataclass(frozen=True)
class Told:
    """One field of an incident as two sides tell it: what each states, and how the two agree.

    ``agreement``: "same", "adds" (one side states all that the other does, and more), "differs", "conflicts" or
    "silent".
    """

    agreement: str
    one: tuple[str, ...]
    other: tuple[str, ...]


def between(index: Index, one: Sequence[Report], other: Sequence[Report]) -> dict[str, Told]:
    """Return, per field of COMPARED, how two sides tell of one incident by these reports of it."""
    clashes = clashing(index.relations, one, other)
    ours, theirs = _words(index, one), _words(index, other)
    return {
        name: Told(_agreement(name, ours[name], theirs[name], clashes), ours[name], theirs[name]) for name in COMPARED
    }


def _words(index: Index, reports: Sequence[Report]) -> dict[str, tuple[str, ...]]:
    return {WHETHER: _held(reports), **all_stated(index, reports)}


def _held(reports: Sequence[Report]) -> tuple[str, ...]:
    """Whether it happened, as the reports have it; a denial of something else says nothing of that."""
    held = (HELD if report.asserts else DENIED for report in reports if report.asserts or report.rejects)
    return tuple(dict.fromkeys(held))


def _agreement(name: str, one: tuple[str, ...], other: tuple[str, ...], clashes: Iterable[str]) -> str:
    ours, theirs = set(one), set(other)
    if name in clashes:
        return "conflicts"
    if ours == theirs:
        return "same" if ours else "silent"
    return "adds" if ours <= theirs or theirs <= ours else "differs"


# --- what cannot both hold -------------------------------------------------------------------------------

_VALUES: Mapping[str, Callable[[Report], Any]] = {
    "date": lambda report: report.date,
    "place": lambda report: report.place,
    "actor": lambda report: report.actor,
    "strikes": lambda report: report.strikes and (report.strikes, report.strikes_unit),
    "killed": lambda report: report.killed,
    "injured": lambda report: report.injured,
}
assert list(_VALUES) == list(CONFLICTS)


def clashing(relations: Relations, one: Sequence[Report], other: Sequence[Report]) -> tuple[str, ...]:
    """The fields on which two sides cannot both be right: nothing that one states can hold with what the other does.

    Values are held against each other by the rules of dispute (standing.CONFLICTS), whoever speaks. One side that
    only asserts and another that only denies that it happened, or disputes whether, clash on WHETHER.
    """
    held = set(_held(one)), set(_held(other))
    whether = (WHETHER,) if all(held) and not held[0] & held[1] else ()
    ours, theirs = ([report for report in side if report.asserts] for side in (one, other))
    return whether + tuple(name for name in CONFLICTS if _clash(name, relations, ours, theirs))


def _clash(name: str, relations: Relations, one: Sequence[Report], other: Sequence[Report]) -> bool:
    value = _VALUES[name]
    ours = {value(report): report for report in one if value(report) not in (None, "")}
    theirs = {value(report): report for report in other if value(report) not in (None, "")}
    if not ours or not theirs or ours.keys() & theirs.keys():
        return False
    pairs = product(ours.values(), theirs.values())
    return all(CONFLICTS[name]([replace(a, voice=_ONE), replace(b, voice=_OTHER)], relations) for a, b in pairs)


_ONE, _OTHER = Voice("one side", ""), Voice("the other", "")
"""The sides as two voices: dispute is a matter between institutions, and both sides may carry the same one."""
