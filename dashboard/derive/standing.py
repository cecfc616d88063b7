"""How an incident stands, given the reports known: corroboration, dispute, origins, numbers."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise
from operator import attrgetter
from typing import Any

from dashboard.derive import numbers
from dashboard.derive.facts import Report
from dashboard.derive.numbers import Range
from dashboard.derive.relations import Relations
from dashboard.derive.voices import settled
from dashboard.edtf import Edtf
from dashboard.language import tr

LEVELS = {
    "claimed": tr("only the side said to have acted asserts it"),
    "reported": tr("asserted by others, from one origin"),
    "corroborated": tr("asserted by two or more independent origins"),
    "acknowledged": tr("a named speaker of the acting side and one of the side acted against both assert it"),
}
"""The levels of corroboration from the least to the most, each with its rule in words."""

LEVEL_WORDS = {
    "claimed": tr("claimed"),
    "reported": tr("reported"),
    "corroborated": tr("corroborated"),
    "acknowledged": tr("acknowledged"),
}
"""What each level is called."""


@dataclass(frozen=True)
class Standing:
    """What the reports known by a day amount to; ``corroboration`` is "" for statements and no reports."""

    corroboration: str
    disputed: bool
    conflicts: tuple[str, ...]
    revised: bool
    origins: int
    outlets: int
    reports: int
    strikes: Range | None
    killed: Range | None
    injured: Range | None
    acting: tuple[str, ...]
    against: tuple[str, ...]


def standing_of(known: Sequence[Report], relations: Relations, statement: bool = False) -> Standing:
    """Return how an incident stands when exactly these reports are known."""
    told = settled(known)
    asserting = sorted((report for report in told if report.asserts), key=_when_said)
    single = len({report.institution for report in asserting}) < 2  # one institution contradicts no other
    clashes = () if single else tuple(name for name, rule in CONFLICTS.items() if rule(asserting, relations))
    return Standing(
        corroboration="" if statement else corroboration(asserting, relations.dataset.schema.sides),
        disputed=bool(clashes) or any(report.contradicts for report in told),
        conflicts=clashes,
        revised=_revised(asserting),
        origins=len({report.origin for report in told}),
        outlets=len({report.outlet for report in told}),
        reports=len(told),
        strikes=_hull(asserting, _strikes("attacks")),
        killed=_hull(asserting, _KILLED),
        injured=_hull(asserting, _INJURED),
        acting=_named(report.actor_party for report in asserting),
        against=_named(report.against_party for report in asserting),
    )


def _named(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted({value for value in values if value}))


# --- corroboration ---------------------------------------------------------------------------------------


def corroboration(asserting: Sequence[Report], sides: frozenset[str]) -> str:
    """Return the level that asserting reports, settled together, reach; "" when there are none."""
    if not asserting:
        return ""
    if _acknowledged(asserting, sides):
        return "acknowledged"
    voices = {independent(report, sides) for report in asserting}
    claimed_by = {report.party for report in asserting if report.party == report.actor_party} & sides
    if voices <= claimed_by:
        return "claimed"
    return "corroborated" if len(voices) > 1 else "reported"


def _acknowledged(asserting: Sequence[Report], sides: frozenset[str]) -> bool:
    """True when a named speaker of a side that acted, who blames no other, and one of another side agree."""
    acting = {report.actor_party for report in asserting} & sides
    against = {report.against_party for report in asserting} & sides
    named = [report for report in asserting if report.named]
    owning = {report.party for report in named if report.actor_party not in sides - {report.party}} & acting
    answering = {report.party for report in named} & against
    return any(one != other for one in owning for other in answering)


def independent(report: Report, sides: frozenset[str]) -> str:
    """What counts as one voice: a side's party, or an institution of media, observers and the unstated."""
    return report.party if report.party in sides else f"institution {report.institution}"


# --- dispute ---------------------------------------------------------------------------------------------

Value = Callable[[Report], Any]
_KILLED: Value = attrgetter("killed")
_INJURED: Value = attrgetter("injured")
UNKNOWN_UNIT = "unknown"
"""Numbers of this unit are compared with nothing: they may count different things."""


def _strikes(unit: str) -> Value:
    return lambda report: report.strikes if report.strikes_unit == unit else None


def _units(reports: Sequence[Report]) -> list[str]:
    return sorted({report.strikes_unit for report in reports if report.strikes} - {UNKNOWN_UNIT})


def _when_said(report: Report) -> tuple[int, int]:
    """The order of statements: a late relay of an old figure does not make it the latest."""
    return report.said.order, report.known or 0


def _stated(reports: Sequence[Report], value: Value) -> dict[str, list[Any]]:
    """What each institution states, one after the other; silence changes nothing."""
    stated: dict[str, list[Any]] = {}
    for report in reports:
        if (told := value(report)) not in (None, ""):
            stated.setdefault(report.institution, []).append(told)
    return stated


def latest(reports: Sequence[Report], value: Value) -> list[Any]:
    """The latest stated value of each institution; the reports are in the order in which they were said."""
    return [values[-1] for values in _stated(reports, value).values()]


def _hull(reports: Sequence[Report], value: Value) -> Range | None:
    if not any(map(value, reports)):
        return None
    return numbers.hull(latest(reports, value))


def _clash(value: Value, compatible: Callable[[Relations, Any, Any], bool]) -> Callable:
    def rule(reports: Sequence[Report], relations: Relations) -> bool:
        if not _differ(reports, value):
            return False
        distinct = dict.fromkeys(latest(reports, value))
        return any(not compatible(relations, one, other) for one, other in combinations(distinct, 2))

    return rule


def _differ(reports: Sequence[Report], value: Value) -> bool:
    """True when two reports state different values, whoever states them."""
    told = [one for report in reports if (one := value(report)) not in (None, "")]
    return any(one != told[0] for one in told)


def dates_agree(_: Relations, one: Edtf, other: Edtf) -> bool:
    """True when one day satisfies both dates; a date that is a guess reaches one day further either way."""
    slack = 1 if one.approximate or other.approximate else 0
    return one.first_day - slack <= other.last_day and other.first_day - slack <= one.last_day


def _numbers_agree(_: Relations, one: Range, other: Range) -> bool:
    return one.allows(other)


def _strikes_clash(reports: Sequence[Report], relations: Relations) -> bool:
    return any(_clash(_strikes(unit), _numbers_agree)(reports, relations) for unit in _units(reports))


def _actors_clash(reports: Sequence[Report], relations: Relations) -> bool:
    """Whoever fired at an aircraft and whoever sent it can both have acted: they are compared apart."""
    firing = relations.firing
    rule = _clash(attrgetter("actor"), Relations.can_both_have_acted)
    groups = ([r for r in reports if (r.kind in firing) == fired] for fired in (True, False))
    return any(rule(group, relations) for group in groups)


CONFLICTS: Mapping[str, Callable[[Sequence[Report], Relations], bool]] = {
    "date": _clash(attrgetter("date"), dates_agree),
    "place": _clash(attrgetter("place"), Relations.contains),
    "actor": _actors_clash,
    "strikes": _strikes_clash,
    "killed": _clash(_KILLED, _numbers_agree),
    "injured": _clash(_INJURED, _numbers_agree),
}
"""Per field, whether the latest values of two institutions cannot both hold."""


def _revised(reports: Sequence[Report]) -> bool:
    """True when an institution says that it revises, or gives another figure than before."""
    return any(report.stance == "revises" for report in reports) or any(
        before != after for series in _series(reports) for before, after in pairwise(series)
    )


def _series(reports: Sequence[Report]) -> Iterator[list[Range]]:
    for value in (_KILLED, _INJURED, *map(_strikes, _units(reports))):
        yield from _stated(reports, value).values()
