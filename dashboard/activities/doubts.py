"""What a key leaves open: differences that the rules of the data hold against each other and that may both be right.

Corroboration and dispute are told by the rules of the data, which look at what is stated. A key goes to a class, and
says that two accounts cannot both be right only where nothing beside the rows could reconcile them.
"""

import math
from collections.abc import Callable, Mapping

from dashboard import edtf
from dashboard.activities import material, readable
from dashboard.derive.between import WHETHER
from dashboard.derive.facts import Report
from dashboard.language import tr
from dashboard.selection.rows import Selected

OPEN = "open"
"""They differ, and whether both may hold nobody can say from the rows: so nobody is asked."""
OF_PARTS = tr("It lasted, and the two do not surely give the same days: each number may be of a part.")
TWO_CLOCKS = tr("The days follow one another: one night reaches over two days, and clocks in two places differ.")
OTHER_MEANS = tr("They do not name the same means, so each number may be of something else.")
OTHER_COUNT = tr("Each may count others: those that were sent, that hit, or that were stopped.")
OTHER_PEOPLE = tr("Each may count others, or those known at another time.")
OF_ACT = ("actor", "weapon", "strikes")
"""The fields that tell of an act: who fired at a drone did not send it."""

Doubt = Callable[[Selected, Report, Report], str]


def doubt(selected: Selected, name: str, one: Report, other: Report) -> str:
    """Why two reports that exclude each other on a field by the rules may both hold; OPEN; "" where nothing says so."""
    return _DOUBTS[name](selected, one, other) if name in _DOUBTS else ""


def unasked(selected: Selected, one: Report, other: Report) -> frozenset[str]:
    """The fields on which two reports are not held against each other.

    What belongs to an act where they tell of two kinds of act; whether it happened where one disputes that: it may do
    no more than note that nobody else tells of it. And what one of them tells in words, though not as a number.
    """
    acts = OF_ACT if one.kind != other.kind else ()
    doubted = any(report.rejects and report.stance == "disputes" for report in (one, other))
    return frozenset((*acts, *([WHETHER] if doubted else []), *in_words(selected, one, other)))


def in_words(selected: Selected, one: Report, other: Report) -> list[str]:
    """The fields of which one of two reports tells and that it does not state: it is not silent, and no key can say."""
    return [name for name in readable.WORDED if any(readable.worded(selected, each, name) for each in (one, other))]


def not_asked(selected: Selected, one: Report, other: Report) -> str:
    """That fields are not asked because one of two reports tells of them in words alone; "" where none is."""
    names = [name for name in in_words(selected, one, other) if name in material.fields(selected)]
    return NOT_ASKED.format(fields=", ".join(material.FIELDS[name] for name in names)) if names else ""


NOT_ASKED = tr("Not asked, because one of the two tells of it and does not state it: {fields}.")


def of_parts(selected: Selected, one: Report, other: Report) -> bool:
    """True where an incident lasted for days and two reports do not surely give the same: of a part each, perhaps."""
    incident = selected.dataset.by_id["incidents"][one.incident_id]
    same = one.date and one.date == other.date and not one.date.approximate
    return edtf.parse(incident["date"]).form == "interval" and not same


def _dates(_: Selected, one: Report, other: Report) -> str:
    if not (one.date and other.date):
        return ""
    apart = max(one.date.first_day, other.date.first_day) - min(one.date.last_day, other.date.last_day)
    return TWO_CLOCKS if apart <= 1 else ""


def _strikes(selected: Selected, one: Report, other: Report) -> str:
    if of_parts(selected, one, other):
        return OF_PARTS
    mine, theirs = (material.row(selected.dataset, report)["weapon"] for report in (one, other))
    return OTHER_COUNT if mine and set(mine.split(";")) == set(theirs.split(";")) else OTHER_MEANS


# --- places ----------------------------------------------------------------------------------------------

NEAR = 25
"""Kilometres up to which a site and a town may be the same to somebody who names the one or the other."""
_HIGH_SEAS = "XZ"
"""The code of UN/LOCODE for international waters: what lies in them may lie off a country too."""
_EXACT = ("site", "town")


def _places(selected: Selected, one: Report, other: Report) -> str:
    """OPEN for two places of which one may be, or lie in, the other, though the data puts neither within the other."""
    a, b = (selected.dataset.by_id["places"][report.place] for report in (one, other))
    codes = [set(place["countries"].split(";")) - {"", _HIGH_SEAS} for place in (a, b)]
    exact = all(place["precision"] in _EXACT for place in (a, b))
    if all(place["precision"] == "site" for place in (a, b)):
        return ""
    if exact or (all(codes) and not codes[0] & codes[1]):
        return OPEN if exact and _near(a, b) else ""
    return OPEN


def _near(a: Mapping[str, str], b: Mapping[str, str]) -> bool:
    """True where two places lie near each other, or one has no coordinates."""
    if not all((a["latitude"], b["latitude"])):
        return True
    north, east = (float(a[name]) - float(b[name]) for name in ("latitude", "longitude"))
    degree = 111.2  # kilometres
    return math.hypot(north, east * math.cos(math.radians(float(a["latitude"])))) * degree <= NEAR


_DOUBTS: Mapping[str, Doubt] = {
    "date": _dates,
    "place": _places,
    "strikes": _strikes,
    "killed": lambda *_: OTHER_PEOPLE,
    "injured": lambda *_: OTHER_PEOPLE,
}
