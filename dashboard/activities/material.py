"""What activities are made of: the reports of an incident on a day, cards of them, and where they stand."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from dashboard import edtf
from dashboard.activities.shape import Card
from dashboard.dataset import Dataset
from dashboard.derive.accounts import NOT_STATED, stated, told
from dashboard.derive.facts import Report
from dashboard.derive.harm import tells
from dashboard.derive.standing import independent
from dashboard.derive.text import fold
from dashboard.language import tr
from dashboard.selection.describe import speaker
from dashboard.selection.kept import once
from dashboard.selection.rows import Selected
from dashboard.selection.value import Selection

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
FIELDS: Mapping[str, str] = {
    "actor": tr("Who acted"),
    "date": tr("When"),
    "place": tr("Where"),
    "weapon": tr("Means"),
    "strikes": tr("Number"),
    "killed": tr("Killed"),
    "injured": tr("Injured"),
}
"""What is asked of an account, in reading order."""
KIND = tr("What")
"""The label of what an account says that it was: an attack, a shoot-down ..."""
_PLACE = re.compile(r"[ph]\d+")
"""Locators that lead to a paragraph or a heading; "text" and "excerpt" lead nowhere."""
HARM = frozenset({"killed", "injured"})
"""Fields that are told and asked, and never decide which example is taken."""

OF_HARM = frozenset(FIELDS[name] for name in HARM)
"""The labels of lines that tell of people harmed."""

Row = dict[str, str]


@once
def reports(selected: Selected, incident: str) -> tuple[Report, ...]:
    """The reports of an incident that may be known by the day, settled by these, whatever the filters keep."""
    return tuple(told(selected.index, incident, selected.day))


def asked(selection: Selection, selected: Selected) -> Selected:
    """What examples are taken from: in gentle mode the same rows, of which no card and no question tells of harm.

    A count that the selection names is named to them too; rows that name one are not kept for whoever asks next.
    """
    held = gently(selected) if selection.gentle else selected
    return Selected(replace(held.selection, tally=selection.tally), held.dataset) if selection.tally else held


@once
def gently(selected: Selected) -> Selected:
    """The same rows for examples in which no card and no question tells of anybody harmed."""
    return Selected(replace(selected.selection, gentle=True), selected.dataset)


def told_gently(selected: Selected, report: Report) -> bool:
    """Whether an example may show a report: always, but where examples are gentle only if it is silent on harm."""
    counted = any(row(selected.dataset, report)[name] for name in HARM)
    return not (selected.selection.gentle and (counted or of_harm(selected.dataset, report)))


def of_harm(dataset: Dataset, report: Report) -> bool:
    """Whether a report may tell of anybody harmed, as the package marks its columns."""
    return tells(dataset, "reports", row(dataset, report))


def unharmed(selected: Selected, incidents: tuple[str, ...]) -> tuple[str, ...]:
    """The incidents that a title may stand for: all, but where examples are gentle those that harmed nobody."""
    if not selected.selection.gentle:
        return incidents
    return tuple(one for one in incidents if not harmed(selected, one))


def harmed(selected: Selected, incident: str) -> bool:
    """Whether the title of an incident, or any report of it, may tell of anybody harmed."""
    return titled(selected, incident) or any(of_harm(selected.dataset, one) for one in reports(selected, incident))


def titled(selected: Selected, incident: str) -> bool:
    """Whether the title of an incident tells of anybody harmed."""
    return tells(selected.dataset, "incidents", selected.dataset.by_id["incidents"][incident], "title")


def fields(selected: Selected) -> Mapping[str, str]:
    """What is asked of an account; where examples are gentle, not who was harmed."""
    return {name: label for name, label in FIELDS.items() if not (selected.selection.gentle and name in HARM)}


@once
def kept(selected: Selected, incident: str) -> tuple[Report, ...]:
    """Those of them that the selection keeps and an example may show."""
    if selected.selection.gentle and titled(selected, incident):
        return ()
    frame = selected.incidents
    ids = set(";".join(frame.loc[frame["incident_id"] == incident, "report_ids"]).split(";"))
    held = (report for report in reports(selected, incident) if report.report_id in ids)
    return tuple(report for report in held if told_gently(selected, report))


def voice(selected: Selected, report: Report) -> str:
    """What counts as one independent origin: a side's party; else an institution."""
    return independent(report, selected.dataset.schema.sides)


def voices(selected: Selected, found: Iterable[Report]) -> tuple[str, ...]:
    """The independent origins of reports, in the order in which they come."""
    return tuple(dict.fromkeys(voice(selected, report) for report in found))


def origin(selected: Selected, report: Report) -> str:
    """The name of the independent origin that a report belongs to."""
    schema, names = selected.dataset.schema, selected.dataset.by_id
    if report.party in schema.sides:
        return schema.label("actors", "party", report.party)
    return names["actors"].get(report.institution, names["outlets"].get(report.institution, {})).get("name", "")


# --- rows in words ---------------------------------------------------------------------------------------


def row(dataset: Dataset, report: Report) -> Row:
    """The row of a report."""
    return dataset.by_id["reports"][report.report_id]


def says(selected: Selected, report: Report, name: str) -> str:
    """What a report says of one field, in words; "" where it is silent."""
    return stated(selected.index, row(selected.dataset, report), name)


def or_silent(words: str) -> str:
    """The words, or that nothing is stated."""
    return words or NOT_STATED


def when(text: str) -> str:
    """A date in words, with all that its source leaves open."""
    return edtf.say(edtf.parse(text)) if text else NOT_STATED


def verb(dataset: Dataset, report: Report) -> str:
    """How the speaker puts it: claims responsibility, reports, confirms, denies ..."""
    return dataset.schema.label("reports", "stance", report.stance)


def _contesting(dataset: Dataset, report: Report) -> str:
    """The same with what is denied or disputed: "disputes: a number"."""
    parts = ", ".join(dataset.schema.label("reports", "contests", part) for part in report.contests)
    return f"{verb(dataset, report)}: {parts}" if report.contradicts and parts else verb(dataset, report)


def putting(dataset: Dataset, report: Report) -> str:
    """Who says it and how, in a form that is right for one and for many: "Local sources of Anadolu (reports)"."""
    who, how = speaker(dataset, report.speaker), _contesting(dataset, report)
    if who.endswith(")"):  # an official with the body spoken for
        return tr("{who}; {how})").format(who=who.removesuffix(")"), how=how)
    return tr("{who} ({how})").format(who=who, how=how)


def outlet(dataset: Dataset, source: Row) -> str:
    """The name of the outlet of a document."""
    return dataset.by_id["outlets"][source["outlet_id"]]["name"]


def shown(source: Row) -> str:
    """The day on which a document appeared, in words."""
    return when(source["published"]) if source["published"] else tr("no date shown")


def stands(dataset: Dataset, source_id: str, locator: str = "") -> str:
    """Where something stands: the outlet, the day of the document, and the place in it."""
    source = dataset.by_id["sources"][source_id]
    place = [locator] if _PLACE.fullmatch(locator) else []
    return ", ".join([outlet(dataset, source), shown(source), *place])


def line(selected: Selected, report: Report, how: bool = True) -> str:
    """Who says it, how, and where: "Pat Ryder (US Department of Defense; confirms): Reuters, 9 November 2023".

    Where a question asks for how it is put, ``how`` is False and the line leaves it out.
    """
    dataset = selected.dataset
    who = putting(dataset, report) if how else speaker(dataset, report.speaker)
    said = tr("{who}: {where}").format(who=who, where=stands(dataset, report.source_id))
    via = dataset.by_id["sources"][report.source_id]["via_outlet_id"]
    relayed = tr("; carries the text of {outlet}").format(outlet=dataset.by_id["outlets"][via]["name"]) if via else ""
    return said + relayed


# --- cards and addresses ---------------------------------------------------------------------------------


def address(selected: Selected, path: str) -> str:
    """A path of the site as known by the day that the selection asks for."""
    day = selected.selection.known_by
    return f"{path}?known_by={day.isoformat()}" if day else path


def of_incident(selected: Selected, incident: str) -> str:
    """The path of an incident's page, as known by the day."""
    return address(selected, f"/incidents/{incident}")


def report_card(selected: Selected, report: Report, key: str) -> Card:
    """A report as a card: its summary, who speaks, and what else it states that the summary does not hold."""
    told_row = row(selected.dataset, report)
    harm = of_harm(selected.dataset, report)
    pairs = [(label, says(selected, report, name)) for name, label in FIELDS.items()]
    numbers = {FIELDS[name] for name in (*HARM, "strikes")}
    return Card(
        key,
        told_row["summary"],
        line(selected, report),
        of_incident(selected, report.incident_id),
        beyond("" if harm else told_row["summary"], pairs, numbers),  # a summary that gentle mode hides holds nothing
        told_row["quote"],
        selected.dataset.by_id["sources"][report.source_id]["language"],
        harm,
    )


def of_kinds(selected: Selected, told: Sequence[Report], cards: Sequence[Card]) -> tuple[Card, ...]:
    """The cards of reports, each with what it says that it was where not all say the same."""
    if len({report.kind for report in told}) == 1:
        return tuple(cards)
    label = selected.dataset.schema.label
    whats = [(KIND, label("incidents", "kind", report.kind)) for report in told]
    return tuple(replace(card, lines=(what, *card.lines)) for card, what in zip(cards, whats, strict=True))


def named(selected: Selected, incident: str, card: Card) -> Card:
    """A card whose text is the title of an incident, marked where that tells of people harmed."""
    return replace(card, harm=titled(selected, incident))


def beyond(text: str, pairs: Sequence[tuple[str, str]], always: Iterable[str] = ()) -> tuple[tuple[str, str], ...]:
    """The pairs whose words a text does not hold; those with a label in ``always`` whatever it holds."""
    held, listed = f" {fold(text)} ", set(always)
    return tuple(
        (label, words) for label, words in pairs if words and (label in listed or f" {fold(words)} " not in held)
    )


def carried(report: Report) -> tuple[str, str]:
    """The rows that a report's key comes from: the report and its document."""
    return f"reports/{report.report_id}", f"sources/{report.source_id}"
