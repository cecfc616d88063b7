"""Who says what about one incident: one account per origin, field by field, and where the accounts differ."""

import math
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from dashboard import edtf
from dashboard.derive.facts import Report
from dashboard.derive.index import Index
from dashboard.derive.numbers import Range
from dashboard.derive.voices import settled
from dashboard.language import tr

NOT_STATED = tr("not stated")
FIELDS = {
    "kind": tr("What"),
    "date": tr("When"),
    "place": tr("Where"),
    "actor": tr("Who acted"),
    "against": tr("Against whom"),
    "target": tr("Target"),
    "weapon": tr("Weapon"),
    "strikes": tr("Number"),
    "killed": tr("Killed"),
    "injured": tr("Injured"),
    "outcome": tr("Outcome"),
}
"""What accounts are compared on, in reading order, with the words for it."""
IN_FREE_WORDS = ("target", "outcome")
_CLASHES = {"date": "date", "place": "place", "actor": "actor", "strikes": "strikes", "killed": "killed",
            "injured": "injured"}  # fmt: skip


@dataclass(frozen=True)
class Account:
    """What one origin says: an institution's statement on one day, with every report that carries it."""

    institution: str
    said: str
    speakers: tuple[str, ...]
    stances: tuple[str, ...]
    reports: tuple[dict[str, str], ...]
    outlets: tuple[str, ...]
    undated: bool
    values: dict[str, tuple[str, ...]]

    def value(self, name: str) -> str:
        """The words for one field; "not stated" where the origin is silent."""
        return "; ".join(self.values[name]) or NOT_STATED


@dataclass(frozen=True)
class Comparison:
    """The accounts of an incident known by a day; per field "same", "adds", "differs", "conflicts" or "silent"."""

    accounts: tuple[Account, ...]
    agreement: dict[str, str] = field(default_factory=dict)


def compare(index: Index, incident_id: str, day: int) -> Comparison:
    """Return the accounts of an incident by the day they became known, undated ones last."""
    reports = told(index, incident_id, day)
    rows = index.dataset.by_id["reports"]
    groups: dict[tuple[str, str], list[Report]] = {}
    for report in sorted(reports, key=lambda report: (report.known is None, report.known or 0)):
        groups.setdefault(report.origin, []).append(report)
    accounts = tuple(_account(index, origin, members, rows) for origin, members in groups.items())
    conflicts = _conflicts(index, incident_id, day)
    return Comparison(accounts, {name: _agreement(name, accounts, conflicts) for name in FIELDS})


def told(index: Index, incident_id: str, day: int) -> list[Report]:
    """The reports of an incident that a reader may have known by a day, settled by these, in file order."""
    return settled([report for report in index.facts[incident_id] if min(report.possible, index.end) <= day])


def _conflicts(index: Index, incident_id: str, day: int) -> set[str]:
    held = index.at(day)
    return set(";".join(held.loc[held["incident_id"] == incident_id, "conflicts"]).split(";"))


def _account(index: Index, origin: tuple[str, str], members: list[Report], rows: dict) -> Account:
    told = [rows[report.report_id] for report in members]
    return Account(
        institution=origin[0],
        said=origin[1],
        speakers=_distinct(report.speaker for report in members),
        stances=_distinct(report.stance for report in members),
        reports=tuple(told),
        outlets=_distinct(report.outlet for report in members),
        undated=all(report.known is None for report in members),
        values=all_stated(index, members),
    )


def all_stated(index: Index, reports: Iterable[Report]) -> dict[str, tuple[str, ...]]:
    """What reports state, in words: per field of FIELDS the distinct values in the order of the reports."""
    rows = index.dataset.by_id["reports"]
    pairs = [(report, rows[report.report_id]) for report in reports]
    return {name: _distinct(words(index, report, row) for report, row in pairs) for name, words in _WORDS.items()}


def _distinct(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(value for value in values if value))


def _agreement(name: str, accounts: tuple[Account, ...], conflicts: set[str]) -> str:
    """How the accounts agree on a field. What is said in free words is never compared, only shown."""
    stated = [frozenset(account.values[name]) for account in accounts if account.values[name]]
    if _CLASHES.get(name) in conflicts:
        return "conflicts"
    if not stated:
        return "silent"
    if name in IN_FREE_WORDS or (len(set(stated)) == 1 and len(stated[0]) == 1):
        return "same"
    widest = max(stated, key=len)
    return "adds" if all(part <= widest for part in stated) else "differs"


# --- words -----------------------------------------------------------------------------------------------


def stated(index: Index, row: Mapping[str, str], name: str) -> str:
    """What one report, a row as a mapping, says of one of FIELDS, in words; "" where it is silent."""
    report = next(one for one in index.facts[row["incident_id"]] if one.report_id == row["report_id"])
    return _WORDS[name](index, report, row)


Words = Callable[[Index, Report, Mapping[str, str]], str]


def _label(table: str, column: str) -> Words:
    def words(index: Index, _: Report, row: dict[str, str]) -> str:
        labels = [index.dataset.schema.label(table, column, value) for value in row[column].split(";") if value]
        return ", ".join(labels)

    return words


def _name(table: str, column: str) -> Words:
    return lambda index, _, row: index.dataset.by_id[table][row[column]]["name"] if row[column] else ""


def _number(value: Range | None, noun: str = "") -> str:
    """A stated number in words: "none (stated)", "30", "at least 7", "at most 4", "1 to 2"."""
    if value is None:
        return ""
    unit = f" {noun}" if noun else ""
    if value.high == 0:
        return tr("none (stated)")
    only = value.low if math.isinf(value.high) else value.high
    unit = unit.removesuffix("s") if only == 1 else unit
    if math.isinf(value.high):
        return tr("at least {low}{unit}").format(low=f"{value.low:g}", unit=unit)
    if value.low == 0:
        return tr("at most {high}{unit}").format(high=f"{value.high:g}", unit=unit)
    return (
        f"{value.low:g}{unit}"
        if value.low == value.high
        else tr("{low} to {high}{unit}").format(low=f"{value.low:g}", high=f"{value.high:g}", unit=unit)
    )


def _qualified(column: str) -> Words:
    def words(index: Index, _: Report, row: dict[str, str]) -> str:
        if not row[column]:
            return ""
        if int(row[column]) == 0:
            return tr("none (stated)")
        qualifier = row[f"{column}_qualifier"]
        label = index.dataset.schema.label("reports", f"{column}_qualifier", qualifier)
        return f"{label} {row[column]}" if qualifier not in ("", "exactly") else row[column]

    return words


def _strikes(index: Index, report: Report, row: dict[str, str]) -> str:
    unit = index.dataset.schema.label("reports", "strikes_unit", row["strikes_unit"])
    return _number(report.strikes, unit if row["strikes_unit"] != "unknown" else tr("(unit not stated)"))


_WORDS: dict[str, Words] = {
    "kind": lambda index, report, _: index.dataset.schema.label("incidents", "kind", report.kind),
    "date": lambda _, report, __: edtf.say(report.date) if report.date else "",
    "place": _name("places", "place_id"),
    "actor": _name("actors", "attributed_to"),
    "against": _name("actors", "against"),
    "target": lambda _, __, row: row["target"],
    "weapon": _label("reports", "weapon"),
    "strikes": _strikes,
    "killed": _qualified("killed"),
    "injured": _qualified("injured"),
    "outcome": lambda _, __, row: row["outcome"],
}
assert list(_WORDS) == list(FIELDS)
