"""What a worksheet and an exit ticket hold: two activities cut to what two sheets carry, and three short questions."""

from dataclasses import dataclass, replace

from dashboard.activities import Activity, Card, activities, agreement, material
from dashboard.activities.shape import ONE, Question
from dashboard.language import tr
from dashboard.selection.kept import once
from dashboard.selection.rows import Selected

PARTS = ("compare", "order", "totals", "source")
"""The kinds that fit on paper; the first two that the selection offers are taken."""
MOST_PARTS, MOST_AGREE, MOST_OTHERS = 2, 4, 1
MOST_TOLD = 8
REFLECTION = tr("What would you still like to know, and who would be placed to know it?")
FEELING = tr("How was it to read these reports? Leave this open if you would rather not say.")
"""The last line of an exit ticket: about the reading, never about the worst of what was read."""


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
def worksheet(selected: Selected, variant: int = 1, incident: str = "") -> Worksheet:
    """The worksheet of a selection, or of one incident of it."""
    made = {activity.kind: activity for activity in activities(selected, variant, PARTS, incident)}
    parts = [printed(made[kind]) for kind in PARTS if not made[kind].missing and not (incident and kind == "totals")]
    titles = selected.dataset.by_id["incidents"]
    title = titles[incident]["title"] if incident else selected.description
    return Worksheet(title, tuple(parts[:MOST_PARTS]), () if parts else _told(selected, incident))


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
    cards = activity.cards[: 1 + MOST_OTHERS] if activity.kind == "source" else activity.cards
    return replace(activity, cards=cards, questions=tuple(kept))


def _told(selected: Selected, incident: str) -> tuple[Told, ...]:
    frame = selected.incidents
    frame = frame[frame["incident_id"] == incident] if incident else frame
    found = []
    for row in frame.head(MOST_TOLD).itertuples():
        reports = material.kept(selected, row.incident_id)
        who = dict.fromkeys(material.line(selected, report) for report in reports[:3])
        rows = tuple(row for report in reports for row in material.carried(report))
        found.append(Told(row.title, material.when(row.date), "; ".join(who), rows))
    return tuple(found)


# --- exit ticket -----------------------------------------------------------------------------------------


@once
def ticket(selected: Selected, variant: int = 1, incident: str = "") -> tuple[Question, ...]:
    """Up to three questions of an exit ticket: whether accounts agree, what was known first, how many origins."""
    made = {activity.kind: activity for activity in activities(selected, variant, (), incident)}
    rules = (_agree, _whose, _told_by) if incident else (_agree, _first_known, _origins, _whose, _totals)
    found = [question for rule in rules for question in rule(selected, made)]
    return tuple(found[:3])


def _agree(_: Selected, made: dict[str, Activity]) -> list[Question]:
    compared = printed(made["compare"]) if not made["compare"].missing else made["compare"]
    agree = [question for question in compared.questions if question.key.startswith("agree-")]
    agree = [question for question in agree if question.answer[0] != agreement.HOW["adds"]]
    harmless = [question for question in agree if question.key.removeprefix("agree-") not in material.HARM]
    both = agreement.HOW["differs"], agreement.HOW["conflicts"]
    return [
        replace(
            question,
            text=tr("Two origins tell of “{title}”. {question} {said}").format(
                title=compared.about, question=question.text, said=question.why
            ),
            why="",
            choices=both,
        )
        for question in harmless[:1]
    ]


def _first_known(selected: Selected, made: dict[str, Activity]) -> list[Question]:
    if made["order"].missing:
        return []
    cards = {card.key: card for card in made["order"].cards}
    known = [key for group in made["order"].order for key in group]
    late = next(question for question in made["order"].questions if question.key == "overtaken")
    pairs = [(a, b) for a in late.answer for b in cards if b > a and known.index(b) < known.index(a)]
    one, other = min(pairs, key=lambda pair: sum(_harm(selected, cards[key]) for key in pair))
    blanks = {blank.card: blank for blank in made["order"].blanks}
    words = tr("“{a}” is {when_a} ({told_a}); “{b}” is {when_b} ({told_b}). Which could be known first?").format(
        a=cards[one].text, when_a=cards[one].source, told_a=_lines(cards[one]),
        b=cards[other].text, when_b=cards[other].source, told_b=_lines(cards[other]),
    )  # fmt: skip
    why = tr("Known from {b}, and from {a}.").format(a=blanks[one].answer[0], b=blanks[other].answer[0])
    choices = (cards[one].text, cards[other].text)
    rows = (*blanks[one].rows, *blanks[other].rows)
    return [Question("first", words, (cards[other].text,), why, rows, "", choices, ONE)]


def _origins(_: Selected, made: dict[str, Activity]) -> list[Question]:
    sorted_ = made["support"]
    if sorted_.missing:
        return []
    card = max(sorted_.cards, key=lambda one: (len(one.lines) in (2, 3), -len(one.lines), one.key))
    asked = next(blank for blank in sorted_.blanks if blank.key == f"origins-{card.key}")
    words = tr("“{title}”: {lines}. How many independent origins assert it?").format(
        title=card.text, lines=_lines(card)
    )
    return [replace(asked, key="origins", text=words, card="")]


def _lines(card: Card) -> str:
    return "; ".join(words for _, words in card.lines)


def _harm(selected: Selected, card: Card) -> bool:
    """True where somebody is reported killed or injured: a ticket takes other incidents where it can."""
    incident = card.href.partition("?")[0].rpartition("/")[2]
    frame = selected.incidents
    numbers = frame.loc[frame["incident_id"] == incident, ["killed_high", "injured_high"]].fillna(0)
    return bool((numbers > 0).any(axis=None))


def _told_by(_: Selected, made: dict[str, Activity]) -> list[Question]:
    if made["source"].missing:
        return []
    return [replace(question, card="") for question in made["source"].questions if question.key == "origins"]


def _whose(selected: Selected, made: dict[str, Activity]) -> list[Question]:
    if made["source"].missing:
        return []
    asked = next(question for question in made["source"].questions if question.key == "whose")
    card = made["source"].cards[0]
    return [
        replace(
            asked, text=tr("{text} ({source}) Whose word is it?").format(text=card.text, source=card.source), card=""
        )
    ]


def _totals(_: Selected, made: dict[str, Activity]) -> list[Question]:
    if made["totals"].missing:
        return []
    asked = next(question for question in made["totals"].questions if question.key == "reasons")
    words = tr("Two totals: {why} Give one reason why they differ.").format(why=asked.why)
    return [replace(asked, text=words, why="", choices=(), form="words")]
