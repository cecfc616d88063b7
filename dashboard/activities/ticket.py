"""An exit ticket: up to three questions with a key, one about the reading, and a last one that looks ahead."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from dashboard.activities import Activity, Card, Question, activities, agreement, material, readable, source, support
from dashboard.activities.shape import ONE, SEVERAL, WORDS
from dashboard.activities.standards import BY_KIND
from dashboard.derive.facts import Report
from dashboard.language import tr
from dashboard.selection.kept import once
from dashboard.selection.rows import Selected

FEELING = tr("How was it to read these reports? Leave this open if you would rather not say.")
"""The last line but one: about the reading, never about the worst of what was read."""
AHEAD = tr("What would you still like to know, and who would be placed to know it?")
"""The last line looks ahead. No answer is in the data."""
MOST, TRIES = 3, 5
"""Questions of a ticket, and examples that are looked through for one in which nobody is said to be harmed."""

Rule = Callable[[Selected, Activity], list[Question]]


@once
def ticket(
    selected: Selected, variant: int = 1, incident: str = "", kinds: tuple[str, ...] = ()
) -> tuple[Question, ...]:
    """Up to three questions: whether accounts agree, what was known first, how many origins, whose word, why totals.

    Where kinds are named, only those that they lead to.
    """
    rules = _OF_INCIDENT if incident else _OF_SELECTION
    rules = tuple((kind, rule) for kind, rule in rules if not kinds or kind in kinds)
    found: list[Question] = []
    for kind, rule in rules:
        tried = (rule(selected, activity) for activity in _examples(selected, kind, variant, incident))
        found += next(filter(None, tried), [])[:1]
    if incident and not found:
        found = _stated(selected, incident)
    return tuple(found[:MOST])


def _examples(selected: Selected, kind: str, variant: int, incident: str) -> Iterator[Activity]:
    """The example that is asked for, and those after it."""
    for number in range(variant, variant + TRIES):
        (activity,) = activities(selected, number, (kind,), incident)
        if activity.missing or number - variant >= activity.candidates:
            return
        yield activity


def _agree(selected: Selected, compared: Activity) -> list[Question]:
    """On what two accounts do not agree, first where they cannot both hold; never who was harmed."""
    ways = agreement.HOW["conflicts"], agreement.HOW["differs"]
    agree = [one for one in compared.questions if one.key.startswith("agree-") and one.answer[0] in ways]
    agree = sorted((one for one in agree if not one.harm), key=lambda one: ways.index(one.answer[0]))
    told = any(card.harm for card in compared.cards)
    speakers = " ".join(tr("{card}, {line}.").format(card=card.key, line=card.source) for card in compared.cards)
    return [_agreeing(selected, compared, one, speakers, ways) for one in ([] if told else agree)]


def _agreeing(selected: Selected, compared: Activity, one: Question, speakers: str, ways: tuple[str, str]) -> Question:
    """The question with what both say, which the cards would show; why both may hold is left to the key."""
    pair = _pair_of(selected, one)
    name, way = one.key.removeprefix("agree-"), next(way for way, words in agreement.HOW.items() if words in one.answer)
    words = tr("Two origins tell of “{title}”. {speakers} {question} {said}")
    said = agreement.both(selected, name, *pair)
    text = words.format(title=compared.about, speakers=speakers, question=one.text, said=said)
    why = agreement.reason(selected, name, way, *pair)
    return replace(one, text=text, why=why, choices=ways[::-1])


def _pair_of(selected: Selected, one: Question) -> list[Report]:
    """The reports that a question is about, in the order of their cards."""
    ids = [row.removeprefix("reports/") for row in one.rows if row.startswith("reports/")]
    incident = selected.dataset.by_id["reports"][ids[0]]["incident_id"]
    held = {report.report_id: report for report in material.reports(selected, incident)}
    return [held[key] for key in ids]


def _first_known(selected: Selected, ordered: Activity) -> list[Question]:
    """Which of two became known first, the later of them."""
    cards = {card.key: card for card in ordered.cards if not _harm(selected, card)}
    day = {key: place for place, group in enumerate(ordered.order) for key in group}
    pairs = [(a, b) for a in cards for b in cards if a < b and day[b] < day[a]]
    return [_pair(ordered, cards[a], cards[b]) for a, b in pairs]


def _pair(ordered: Activity, one: Card, other: Card) -> Question:
    blanks = {blank.card: blank for blank in ordered.blanks}
    words = tr(
        "“{a}” is {when_a} ({told_a}); “{b}” is {when_b} ({told_b}). Which of them do dated documents show first?"
    ).format(a=one.text, when_a=one.source, told_a=_lines(one), b=other.text, when_b=other.source, told_b=_lines(other))
    why = tr("The first dated document of the data that shows it: {first}. The one of the other: {second}.").format(
        first=blanks[other.key].answer[0], second=blanks[one.key].answer[0]
    )
    rows = (*blanks[one.key].rows, *blanks[other.key].rows)
    return Question("first", words, (other.text,), why, rows, "", (one.text, other.text), ONE)


def _origins(selected: Selected, sorted_: Activity) -> list[Question]:
    """How many origins one claim has, one that two or three reports tell where there is one."""
    cards = [card for card in sorted_.cards if not _harm(selected, card)]
    cards = sorted(cards, key=lambda card: (len(card.lines) not in (2, 3), len(card.lines), card.key))
    asked = {blank.key: blank for blank in sorted_.blanks}
    return [
        replace(
            asked[f"origins-{card.key}"],
            key="origins",
            text=tr(
                "“{title}”: {lines}. How many independent voices assert it? A side counts as one, whoever "
                "speaks for it and however often. {unnamed}"
            ).format(title=card.text, lines=_lines(card), unnamed=support.UNNAMED),
            card="",
        )
        for card in cards
    ]


def _lines(card: Card) -> str:
    return "; ".join(words for _, words in card.lines)


def _harm(selected: Selected, card: Card) -> bool:
    """True where somebody is reported killed or injured: a ticket takes other incidents."""
    incident = card.href.partition("?")[0].rpartition("/")[2]
    return material.harmed(selected, incident)


def _whose(_: Selected, sourced: Activity) -> list[Question]:
    card = sourced.cards[0]
    words = tr("{text} ({source}) Whose word is it?").format(text=card.text, source=card.source)
    asked = [one for one in sourced.questions if one.key == "whose" and not card.harm]
    return [replace(one, text=words, card="") for one in asked]


def _how_many(_: Selected, sourced: Activity) -> list[Question]:
    words = tr(
        "With the site open, “{title}”: how many origins tell of it, as far as this collection knows? An origin is "
        "one institution’s statement on one day."
    )
    text = words.format(title=sourced.about)
    return [replace(one, text=text, card="") for one in sourced.questions if one.key == "origins"]


def _stated(selected: Selected, incident: str) -> list[Question]:
    """What one report of an incident states and what it leaves open: for incidents that no other question is made of.

    The first report that became known, of those that tell of nobody harmed; where each does, nothing of harm is
    given or asked. Whose word it is comes second.
    """
    held = sorted(material.reports(selected, incident), key=lambda one: (one.known or one.possible, one.report_id))
    calm = [one for one in held if not material.of_harm(selected.dataset, one)]
    if not held:
        return []
    report, quiet = (calm or held)[0], bool(calm)
    row = material.row(selected.dataset, report)
    where = material.line(selected, report)
    said = tr("{text} ({source})").format(text=row["summary"], source=where) if quiet else f"{where}."
    fields = {
        name: label
        for name, label in material.FIELDS.items()
        if name not in material.HARM and not readable.worded(selected, report, name)
    }
    words = {label: material.says(selected, report, name) for name, label in fields.items()}
    stated = "; ".join(f"{label}: {told}" for label, told in words.items() if told)
    return [
        Question(
            key="stated",
            text=tr(
                "One report: {said} With the site open: which of these does it state? What is left is not stated."
            ).format(said=said),
            answer=tuple(label for label, told in words.items() if told),
            why=tr("It states: {stated}.").format(stated=stated) if stated else tr("It states none of these."),
            rows=material.carried(report),
            choices=tuple(words),
            form=SEVERAL,
        ),
        Question(
            key="whose",
            text=tr("The same report: whose word is it?"),
            answer=(source.WHOSE[source.whose(selected, report)],),
            why=tr("Who asserts it: {line}.").format(line=where),
            rows=material.carried(report),
            choices=tuple(source.WHOSE.values()),
            form=ONE,
        ),
    ]


def _totals(_: Selected, totals: Activity) -> list[Question]:
    if any(card.harm for card in totals.cards):
        return []
    words = tr("Two totals. {why} Give one reason why they differ.")
    asked = [one for one in totals.questions if one.key == "reasons" and one.answer]
    return [replace(one, text=words.format(why=one.why), why="", choices=(), form=WORDS) for one in asked]


_OF_SELECTION: tuple[tuple[str, Rule], ...] = (
    ("compare", _agree),
    ("order", _first_known),
    ("support", _origins),
    ("source", _whose),
    ("totals", _totals),
)
_OF_INCIDENT: tuple[tuple[str, Rule], ...] = (("compare", _agree), ("source", _whose), ("source", _how_many))
_SERVES = {
    "agree": "compare", "first": "order", "origins": "support", "whose": "source", "stated": "source",
    "reasons": "totals",
}  # fmt: skip
"""The kind of activity whose standards a question serves, by how its key begins."""


def of_questions(asked: Sequence[Question]) -> tuple[str, ...]:
    """The ids of the standards that the questions of a ticket serve, each once."""
    kinds = (_SERVES[question.key.partition("-")[0]] for question in asked)
    return tuple(dict.fromkeys(standard for kind in kinds for standard in BY_KIND[kind]))
