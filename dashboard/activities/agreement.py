"""Questions that two accounts raise where they differ: one per field, by what is at stake."""

from collections.abc import Mapping

from dashboard.activities import doubts, material, reasons
from dashboard.activities.doubts import OPEN
from dashboard.activities.shape import ONE, Question
from dashboard.derive.between import WHETHER, between, clashing
from dashboard.derive.facts import Report
from dashboard.language import tr
from dashboard.selection.rows import Selected

HOW: Mapping[str, str] = {
    "same": tr("They say the same"),
    "adds": tr("Only one of them says"),
    "differs": tr("They differ, and both may hold"),
    "conflicts": tr("They differ, and cannot both hold"),
}
"""How two accounts can stand to one another on a field, in words."""
ASKED: Mapping[str, str] = {
    WHETHER: tr("Do the two agree that it happened at all?"),
    "date": tr("Do the two agree on the day?"),
    "place": tr("Do the two agree on the place?"),
    "actor": tr("Do the two agree on who acted?"),
    "weapon": tr("Do the two agree on the means?"),
    "strikes": tr("Do the two agree on the number?"),
    "killed": tr("Do the two agree on people killed?"),
    "injured": tr("Do the two agree on people injured?"),
}
"""What is asked about each field: whether it happened, time, place, actor, means, counts."""
CONTESTED: Mapping[str, str] = {
    "when": "date",
    "where": "place",
    "who": "actor",
    "weapon": "weapon",
    "number": "strikes",
}
"""The field that a denial or a dispute is about, by what it contests."""

TWO_ACTS = tr(
    "The two tell of different kinds of act, so who acted, the means and the number are not held against each other."
)


def asked(selected: Selected) -> tuple[str, ...]:
    """The fields that are asked about; where examples are gentle, not who was harmed."""
    return tuple(name for name in ASKED if name == WHETHER or name in material.fields(selected))


def how(selected: Selected, one: Report, other: Report) -> dict[str, str]:
    """Per field of ASKED how two reports agree: a key of HOW, or OPEN; without the fields on which both are silent.

    Whether it happened is asked where both say so or the contrary: who denies something else leaves that open.
    """
    compared, apart = between(selected.index, [one], [other]), doubts.unasked(selected, one, other)
    told = {name: compared[name].agreement for name in asked(selected) if name not in apart}
    if told.get("date") == "differs" and _one_day(one, other):
        told["date"] = "same"
    for name in [name for name, way in told.items() if way == "conflicts"]:
        doubt = doubts.doubt(selected, name, one, other)
        told[name] = ("differs" if doubt != OPEN else OPEN) if doubt else "conflicts"
    return {name: way for name, way in told.items() if way != "silent" and (name, way) != (WHETHER, "adds")}


def _one_day(one: Report, other: Report) -> bool:
    """True where two reports give the same day, though one of them gives it as a guess."""
    days = [(report.date.first_day, report.date.last_day) for report in (one, other) if report.date]
    return len(days) == 2 and days[0] == days[1]


def of_two_acts(one: Report, other: Report) -> str:
    """Why nobody is asked who acted, with what and how often, where two reports are of two kinds of act; else ""."""
    return TWO_ACTS if one.kind != other.kind else ""


def questions(selected: Selected, one: Report, other: Report) -> tuple[Question, ...]:
    """One question for each field on which two reports do not say the same, where the data knows the answer."""
    told = how(selected, one, other)
    return tuple(_question(selected, name, way, one, other) for name, way in told.items() if way not in ("same", OPEN))


def _question(selected: Selected, name: str, agreement: str, one: Report, other: Report) -> Question:
    return Question(
        key=f"agree-{name}",
        text=text(selected, name, one, other),
        answer=(HOW[agreement],),
        why=f"{both(selected, name, one, other)} {reason(selected, name, agreement, one, other)}".strip(),
        rows=(*material.carried(one), *material.carried(other)),
        choices=tuple(HOW.values()),
        form=ONE,
        harm=name in material.HARM,
    )


def text(selected: Selected, name: str, one: Report, other: Report) -> str:
    """What is asked of two reports on a field, with how the data lists one answer under the other where it does."""
    return " ".join(filter(None, (ASKED[name], reasons.listed(selected, name, one, other))))


def both(selected: Selected, name: str, one: Report, other: Report) -> str:
    """What each of two reports says of a field: "A: Syria. B: US base at al-Shaddadi."."""
    return tr("A: {a}. B: {b}.").format(a=_said(selected, name, one), b=_said(selected, name, other))


def reason(selected: Selected, name: str, agreement: str, one: Report, other: Report) -> str:
    """Why two reports that differ on a field may both hold, by the rules of the data; "" where there is none."""
    if agreement != "differs":
        return ""
    held = name in clashing(selected.index.relations, [one], [other])
    return (held and doubts.doubt(selected, name, one, other)) or reasons.reason(selected, name, one, other)


def _said(selected: Selected, name: str, report: Report) -> str:
    if name == WHETHER:
        return tr("says that it happened") if report.asserts else tr("denies or disputes it")
    contested = report.contradicts and name in (CONTESTED.get(one) for one in report.contests)
    told = material.says(selected, report, name)
    return told or (tr("contests what is said, and states nothing else") if contested else material.or_silent(told))
