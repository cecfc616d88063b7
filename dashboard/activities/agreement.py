"""Questions that two accounts raise where they differ: one per field, by what is at stake."""

from collections.abc import Mapping

from dashboard import edtf
from dashboard.activities import material
from dashboard.activities.shape import ONE, Question
from dashboard.derive.between import WHETHER, between
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
    "killed": tr("Do the two agree on whether anybody was killed?"),
    "injured": tr("Do the two agree on whether anybody was injured?"),
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

OF_PARTS = tr(" It lasted, and the two do not surely give the same days: each number may be of a part.")
"""Why two numbers of one incident need not exclude each other."""


def asked(selected: Selected) -> tuple[str, ...]:
    """The fields that are asked about; where examples are gentle, not who was harmed."""
    return tuple(name for name in ASKED if name == WHETHER or name in material.fields(selected))


def how(selected: Selected, one: Report, other: Report) -> dict[str, str]:
    """Per field of ASKED how two reports agree; without the fields on which both are silent.

    Whether it happened is asked where both say so or the contrary: who denies something else leaves that open.
    """
    compared = between(selected.index, [one], [other])
    told = {name: compared[name].agreement for name in asked(selected)}
    if told.get("strikes") == "conflicts" and of_parts(selected, one, other):
        told["strikes"] = "differs"
    return {name: way for name, way in told.items() if way != "silent" and (name, way) != (WHETHER, "adds")}


def of_parts(selected: Selected, one: Report, other: Report) -> bool:
    """True where an incident lasted for days and two reports do not surely give the same: of a part each, perhaps."""
    incident = selected.dataset.by_id["incidents"][one.incident_id]
    same = one.date and one.date == other.date and not one.date.approximate
    return edtf.parse(incident["date"]).form == "interval" and not same


def questions(selected: Selected, one: Report, other: Report) -> tuple[Question, ...]:
    """One question for each field on which two reports do not say the same."""
    told = how(selected, one, other)
    return tuple(_question(selected, name, told[name], one, other) for name in told if told[name] != "same")


def _question(selected: Selected, name: str, agreement: str, one: Report, other: Report) -> Question:
    words = [_said(selected, name, report) for report in (one, other)]
    apart = name == "strikes" and of_parts(selected, one, other)
    parts = OF_PARTS if apart else ""
    return Question(
        key=f"agree-{name}",
        text=ASKED[name],
        answer=(HOW[agreement],),
        why=tr("A: {a}. B: {b}.").format(a=words[0], b=words[1]) + parts,
        rows=(*material.carried(one), *material.carried(other)),
        choices=tuple(HOW.values()),
        form=ONE,
        harm=name in material.HARM,
    )


def _said(selected: Selected, name: str, report: Report) -> str:
    if name == WHETHER:
        return tr("says that it happened") if report.asserts else tr("denies or disputes it")
    contested = report.contradicts and name in (CONTESTED.get(one) for one in report.contests)
    told = material.says(selected, report, name)
    return told or (tr("contests what is said, and states nothing else") if contested else material.or_silent(told))
