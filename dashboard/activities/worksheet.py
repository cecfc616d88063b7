"""What a worksheet holds: the activities of a selection that fit on two sheets, cut to what the sheets carry."""

from collections.abc import Set
from dataclasses import dataclass, replace

from dashboard.activities import Activity, Card, activities, agreement, alone, material, source
from dashboard.selection import hindsight
from dashboard.selection.kept import once
from dashboard.selection.rows import Selected

PARTS = ("compare", "order", "totals", "source")
"""The kinds that are taken where none is named; the first two that the selection offers."""
MOST_PARTS, MOST_AGREE, MOST_OTHERS = 2, 4, 1
MOST_TOLD = 8


@dataclass(frozen=True)
class Told:
    """An incident of a list: its title, when it is said to have happened, and who says so (the key)."""

    title: str
    when: str
    who: str
    rows: tuple[str, ...]


@dataclass(frozen=True)
class Worksheet:
    """A worksheet: what it is about, its parts, and the incidents to list where there is no part."""

    title: str
    parts: tuple[Activity, ...]
    told: tuple[Told, ...]

    @property
    def standards(self) -> tuple[str, ...]:
        """The ids of its parts, each once."""
        return tuple(dict.fromkeys(standard for part in self.parts for standard in part.standards))


@once
def worksheet(selected: Selected, variant: int = 1, incident: str = "", kinds: tuple[str, ...] = ()) -> Worksheet:
    """The worksheet of a selection, or of one incident of it; of the kinds that are named, in their order."""
    kinds = tuple(kind for kind in kinds or PARTS if not (incident and kind == "totals"))  # counts are of no incident
    made = {activity.kind: activity for activity in activities(selected, variant, kinds, incident)}
    parts = [printed(made[kind]) for kind in kinds if not made[kind].missing]
    if incident and not parts and "source" in kinds:
        parts = [printed(activity) for activity in alone(selected, incident)]
    title = hindsight.title(selected, incident) if incident else selected.description
    return Worksheet(title, _kept_back(parts[:MOST_PARTS]), () if parts else _told(selected, incident))


def _kept_back(parts: list[Activity]) -> tuple[Activity, ...]:
    """The parts, no card of which states beside its words what another part asks to be read in them."""
    cards = {(at, card.key): (card.href, card.text) for at, part in enumerate(parts) for card in part.cards}
    asked = {(*cards[at, one.card], one.text) for at, part in enumerate(parts) for one in part.blanks if one.card}
    return tuple(replace(part, cards=tuple(_without(card, asked) for card in part.cards)) for part in parts)


def _without(card: Card, asked: Set[tuple[str, str, str]]) -> Card:
    lines = tuple(line for line in card.lines if (card.href, card.text, line[0]) not in asked)
    return replace(card, lines=lines)


def printed(activity: Activity) -> Activity:
    """The activity with no more questions than two sheets hold: where accounts clash first."""
    ranks = {agreement.HOW[how]: rank for rank, how in enumerate(("conflicts", "differs", "adds"))}
    agree = [question for question in activity.questions if question.key.startswith("agree-")]
    agree = sorted(agree, key=lambda question: ranks[question.answer[0]])[:MOST_AGREE]
    others = [question for question in activity.questions if question.key.startswith("others-")][:MOST_OTHERS]
    shown = {question.key for question in (*agree, *others)}
    kept = [
        question
        for question in activity.questions
        if question.key in shown or not question.key.startswith(("agree-", "others-"))
    ]
    cards = activity.cards
    if activity.kind == "source":
        cards, kept = cards[: 1 + MOST_OTHERS], [source.on_paper(question) for question in kept]
    return replace(activity, cards=cards, questions=tuple(kept))


def _told(selected: Selected, incident: str) -> tuple[Told, ...]:
    frame = selected.incidents
    frame = frame[frame["incident_id"] == incident] if incident else frame
    found = []
    gentle = selected.selection.gentle
    shown = [row for row in frame.itertuples() if not (gentle and material.titled(selected, row.incident_id))]
    for row in shown[:MOST_TOLD]:
        reports = material.kept(selected, row.incident_id)
        who = dict.fromkeys(material.line(selected, report) for report in reports[:3])
        rows = tuple(row for report in reports for row in material.carried(report))
        found.append(Told(row.title, material.when(row.date), "; ".join(who), rows))
    return tuple(found)
