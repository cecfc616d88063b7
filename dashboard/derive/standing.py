"""How an incident stands on a day, from the reports known by then: corroboration, dispute, origins, reading."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from dashboard.derive import numbers
from dashboard.derive.facts import Report
from dashboard.derive.numbers import Range
from dashboard.derive.relations import Relations
from dashboard.edtf import Edtf

LEVELS = {
    "claimed": "only the side said to have acted asserts it",
    "reported": "asserted by others, from one origin",
    "corroborated": "asserted by two or more independent origins",
    "acknowledged": "a named speaker of the acting side and one of the side acted against both assert it",
}
"""The levels of corroboration from the least to the most, each with its rule in words."""


@dataclass(frozen=True)
class Standing:
    """What the reports known by one day amount to; ``corroboration`` is "" for statements and for no reports."""

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
    asserting = [report for report in known if report.asserts]
    clashes = tuple(name for name, rule in CONFLICTS.items() if rule(asserting, relations))
    return Standing(
        corroboration="" if statement else corroboration(asserting, relations.dataset.schema.sides),
        disputed=bool(clashes) or any(report.contradicts for report in known),
        conflicts=clashes,
        revised=_revised(asserting, relations),
        origins=len({report.origin for report in known}),
        outlets=len({report.outlet for report in known}),
        reports=len(known),
        strikes=numbers.hull([r.strikes for r in asserting if r.strikes and r.strikes_unit == "attacks"]),
        killed=numbers.hull(list(latest(asserting, _KILLED).values())),
        injured=numbers.hull(list(latest(asserting, _INJURED).values())),
        acting=_named(report.actor_party for report in asserting),
        against=_named(report.against_party for report in asserting),
    )


# --- corroboration ---------------------------------------------------------------------------------------


def corroboration(asserting: Sequence[Report], sides: frozenset[str]) -> str:
    """Return the level that asserting reports reach; "" when there are none."""
    if not asserting:
        return ""
    acting = {report.actor_party for report in asserting} & sides
    against = {report.against_party for report in asserting} & sides
    speaking = {report.party for report in asserting if report.named}
    if speaking & acting and speaking & (against - acting):
        return "acknowledged"
    units = {_independent(report, sides) for report in asserting}
    if acting and units <= acting:
        return "claimed"
    return "corroborated" if len(units) > 1 else "reported"


def _independent(report: Report, sides: frozenset[str]) -> str:
    """What counts as one voice: a side's party, or an institution of media, observers and the unstated."""
    return report.party if report.party in sides else f"institution {report.institution}"


# --- dispute ---------------------------------------------------------------------------------------------

Value = Callable[[Report], object]
_KILLED: Value = lambda report: report.killed  # noqa: E731
_INJURED: Value = lambda report: report.injured  # noqa: E731
_STRIKES: Value = lambda report: report.strikes and (report.strikes_unit, report.strikes)  # noqa: E731
_DATE: Value = lambda report: report.date  # noqa: E731
_PLACE: Value = lambda report: report.place  # noqa: E731
_ACTOR: Value = lambda report: report.actor  # noqa: E731


def latest(reports: Iterable[Report], value: Value) -> dict[str, object]:
    """The latest stated value of each institution; a report that states none changes nothing."""
    ordered = sorted(reports, key=lambda report: (report.known is not None, report.known or 0))
    return {report.institution: value(report) for report in ordered if value(report)}


def _clash(value: Value, compatible: Callable[[Relations, object, object], bool]) -> Callable:
    def rule(reports: Sequence[Report], relations: Relations) -> bool:
        stated = latest(reports, value).values()
        return any(not compatible(relations, one, other) for one, other in combinations(stated, 2))

    return rule


def dates_agree(_: Relations, one: Edtf, other: Edtf) -> bool:
    """True when one day satisfies both dates; a date that is a guess reaches one day further either way."""
    slack = 1 if one.approximate or other.approximate else 0
    return one.first_day - slack <= other.last_day and other.first_day - slack <= one.last_day


def _strikes_agree(_: Relations, one: tuple[str, Range], other: tuple[str, Range]) -> bool:
    return one[0] != other[0] or one[1].allows(other[1])


CONFLICTS: Mapping[str, Callable[[Sequence[Report], Relations], bool]] = {
    "date": _clash(_DATE, dates_agree),
    "place": _clash(_PLACE, Relations.contains),
    "actor": _clash(_ACTOR, Relations.can_both_have_acted),
    "strikes": _clash(_STRIKES, _strikes_agree),
    "killed": _clash(_KILLED, lambda _, one, other: one.allows(other)),
    "injured": _clash(_INJURED, lambda _, one, other: one.allows(other)),
}
"""Per field, whether the latest values of two institutions cannot both hold."""


def _revised(reports: Sequence[Report], relations: Relations) -> bool:
    """True when an institution changed its own figure between two of its reports."""
    return any(
        _changed(steps) for value in (_KILLED, _INJURED, _STRIKES) for steps in _by_institution(reports, value)
    )


def _by_institution(reports: Sequence[Report], value: Value) -> Iterator[list[object]]:
    ordered = sorted(reports, key=lambda report: report.known or 0)
    for institution in {report.institution for report in ordered}:
        yield [value(report) for report in ordered if report.institution == institution and value(report)]


def _changed(steps: list[object]) -> bool:
    return any(before != after for before, after in zip(steps, steps[1:], strict=False))


def _named(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted({value for value in values if value}))
