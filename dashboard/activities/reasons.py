"""Why two accounts that differ on a field may both hold: one place within another, one body of another, open days."""

from collections.abc import Callable, Mapping

from dashboard.activities import material
from dashboard.derive.facts import Report
from dashboard.derive.standing import UNKNOWN_UNIT
from dashboard.language import tr
from dashboard.selection.rows import Selected

_LISTED: Mapping[str, str] = {
    "actor": tr("The data lists the actor of {inner} under the actor of {outer}."),
    "place": tr("In the data the place of {inner} lies within the place of {outer}."),
}
"""What a question says of two answers of which one holds the other; the names are left to be read on the cards."""
_NESTED: Mapping[str, str] = {
    "actor": tr("The data lists {inner} under {outer}, so what is said of the one can be said of the other."),
    "place": tr("In the data {inner} lies within {outer}, so both can be right."),
}
"""The same in a key, with the names."""
_TABLES = {"actor": "actors", "place": "places"}


def listed(selected: Selected, name: str, one: Report, other: Report) -> str:
    """How the data lists the answer of A, or of B, under the other; "" where it does not."""
    nested = _nested(selected, name, one, other)
    if not nested:
        return ""
    inner, outer = ("A", "B") if nested[0] is one else ("B", "A")
    return _LISTED[name].format(inner=inner, outer=outer)


def reason(selected: Selected, name: str, one: Report, other: Report) -> str:
    """Why two reports that differ on a field may both hold; "" where one of them denies that it happened."""
    if not (one.asserts and other.asserts) or name not in _REASONS:
        return ""
    nested = _nested(selected, name, one, other)
    if not nested:
        return _REASONS[name](selected, one, other)
    inner, outer = (selected.dataset.by_id[_TABLES[name]][getattr(report, name)]["name"] for report in nested)
    return _NESTED[name].format(inner=inner, outer=outer)


def _nested(selected: Selected, name: str, one: Report, other: Report) -> tuple[Report, Report] | None:
    """The report whose answer is listed under that of the other, and the other; None where neither is."""
    if name not in _TABLES:
        return None
    relations = selected.index.relations
    around = relations.bodies if name == "actor" else relations.around
    mine, theirs = getattr(one, name), getattr(other, name)
    if not (mine and theirs) or mine == theirs:
        return None
    if theirs in around[mine]:
        return one, other
    return (other, one) if mine in around[theirs] else None


def _actors(selected: Selected, one: Report, other: Report) -> str:
    schema = selected.dataset.schema
    if one.actor_party == other.actor_party:
        party = schema.label("actors", "party", one.actor_party)
        return tr("The data counts both to one party, {party}: they may have acted together.").format(party=party)
    return tr("At least one of the two is of neither side, so neither rules the other out.")


def _dates(_: Selected, one: Report, other: Report) -> str:
    guess = one.date and other.date and (one.date.approximate or other.date.approximate)
    return tr("One day fits both; a day that is a guess may be the next or the one before.") if guess else ONE_DAY


ONE_DAY = tr("One day fits both.")
ONE_NUMBER = tr("One number fits both.")


def _weapons(selected: Selected, one: Report, other: Report) -> str:
    said = sorted((material.says(selected, report, "weapon") for report in (one, other)), key=len)
    if said[0] and said[0] in said[1] and "," not in said[1]:
        return tr("The one names more closely what the other names.")
    return tr("More than one means may have been used, or one of them is named loosely.")


def _strikes(selected: Selected, one: Report, other: Report) -> str:
    units = [report.strikes_unit for report in (one, other)]
    if UNKNOWN_UNIT in units:
        return tr("One of them does not state what it counts, so the numbers are not held against each other.")
    if units[0] != units[1]:
        names = [selected.dataset.schema.label("reports", "strikes_unit", unit) for unit in units]
        return tr("They count different things: A {a}, B {b}.").format(a=names[0], b=names[1])
    return ONE_NUMBER


_REASONS: Mapping[str, Callable[[Selected, Report, Report], str]] = {
    "date": _dates,
    "place": lambda *_: "",
    "actor": _actors,
    "weapon": _weapons,
    "strikes": _strikes,
    "killed": lambda *_: ONE_NUMBER,
    "injured": lambda *_: ONE_NUMBER,
}
"""Why both may hold, per field, where neither answer is listed under the other."""
