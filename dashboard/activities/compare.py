"""Compare two accounts: two reports of one incident from independent origins that differ most."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations

from dashboard.activities import agreement, doubts, material, readable
from dashboard.activities.shape import ONE, SEVERAL, Card, Made, Question
from dashboard.derive.facts import Report
from dashboard.language import tr
from dashboard.selection.rows import Selected

TITLE = tr("Compare two accounts")
PROMPT = tr(
    "Two independent origins tell of one incident. Read each account, and who gives it where. Fill in what it says, "
    "write “not stated” where it is silent, then say on what they agree. What stands below its words is coded from the "
    "document, and is not asked."
)
MINUTES = 20
REFLECTION = tr("What would you want to read next, and why would that source be placed to know?")
RULE = tr(
    "Of the selected incidents, those that two independent origins tell differently; first those with most fields that "
    "cannot both hold, then most that differ, then by date. How many people were harmed plays no part."
)
MISSING = tr(
    "No incident of this selection is told differently by two independent origins. Fewer filters, a longer window or a "
    "later known-by day may hold one."
)
MOST_REPORTS = 40
"""Reports of one incident that are held against each other; those known first."""

Pair = tuple[Report, Report]


def candidates(selected: Selected, incidents: tuple[str, ...]) -> list[Pair]:
    """The pair that differs most, per incident; the incidents as RULE orders them."""
    found = [(score, pair) for incident in incidents for score, pair in [_furthest(selected, incident)] if pair]
    return [pair for _, pair in sorted(found, key=lambda one: one[0], reverse=True)]


def _furthest(selected: Selected, incident: str) -> tuple[tuple[int, ...], Pair | None]:
    """The two reports that differ most, the earlier known first; of several pairs the first."""
    held = sorted(material.kept(selected, incident), key=lambda one: (one.known or one.possible, one.report_id))
    best, pair = (0, 0, 0), None
    for one, other in combinations(held[:MOST_REPORTS], 2):
        if material.voice(selected, one) != material.voice(selected, other):
            score = _score(agreement.how(selected, one, other))
            if score > best:
                best, pair = score, (one, other)
    return best, pair


def _score(how: dict[str, str]) -> tuple[int, int, int]:
    counts = Counter(value for name, value in how.items() if name not in material.HARM)
    return counts["conflicts"], counts["differs"], counts["adds"]


def make(selected: Selected, pair: Pair) -> Made:
    """The activity for two reports of one incident."""
    incident = pair[0].incident_id
    names = asked(selected, pair)
    how = all(readable.verb(selected, report) for report in pair)
    cards = [_card(selected, report, key, names, how) for key, report in zip("AB", pair, strict=True)]
    blanks = [_blank(selected, name, card, report) for name in names for card, report in zip("AB", pair, strict=True)]
    return Made(
        about=selected.dataset.by_id["incidents"][incident]["title"],
        cards=material.of_kinds(selected, pair, cards),
        blanks=(*(_verbs(selected, pair) if how else ()), *blanks),
        questions=(*_omitted(selected, pair), *agreement.questions(selected, *pair)),
        href=material.of_incident(selected, incident),
        note=agreement.of_two_acts(*pair),
        harm=material.titled(selected, incident),
    )


def asked(selected: Selected, pair: Pair) -> list[str]:
    """The fields to fill in: those that one states at least, and that can be read in the words of each that does."""
    worded = doubts.in_words(selected, *pair)
    names = [name for name in material.FIELDS if name not in worded]
    stating = {name: [one for one in pair if material.says(selected, one, name)] for name in names}
    return [
        name for name, told in stating.items() if told and all(readable.readable(selected, one, name) for one in told)
    ]


def _card(selected: Selected, report: Report, key: str, names: Sequence[str], how: bool) -> Card:
    """An account: its words, who gives it where, and what it states besides that nobody is asked to read in them."""
    pairs = [
        (material.FIELDS[name], material.says(selected, report, name)) for name in material.FIELDS if name not in names
    ]
    card = material.report_card(selected, report, key)
    lines = tuple((label, words) for label, words in pairs if words)
    return replace(card, source=material.line(selected, report, not how), lines=lines)


def _verbs(selected: Selected, pair: Pair) -> list[Question]:
    """How each speaker puts it, to be chosen among the verbs that the data knows."""
    dataset = selected.dataset
    choices = tuple(item["label"] for item in dataset.schema.categories("reports", "stance").values())
    return [
        Question(
            key=f"verb-{card}",
            text=tr("How it is put"),
            answer=(material.verb(dataset, report),),
            why="",
            rows=material.carried(report),
            card=card,
            choices=choices,
            form=ONE,
        )
        for card, report in zip("AB", pair, strict=True)
    ]


def _blank(selected: Selected, name: str, card: str, report: Report) -> Question:
    words = material.or_silent(material.says(selected, report, name))
    part = name == "place" and readable.of_a_part(selected, report)
    why = tr("So it is coded; its words name a part of it.") if part else ""
    rows, harm = material.carried(report), name in material.HARM
    return Question(f"{name}-{card}", material.FIELDS[name], (words,), why, rows, card, harm=harm)


SILENCE = tr("That an account is silent does not say that there was nothing: not stated is not none.")


def _omitted(selected: Selected, pair: Pair) -> list[Question]:
    """What each leaves out that the other gives."""
    worded = doubts.in_words(selected, *pair)
    names = [name for name in material.fields(selected) if name not in worded]
    told = [{name for name in names if material.says(selected, report, name)} for report in pair]
    choices = tuple(material.FIELDS[name] for name in names)
    rows = (*material.carried(pair[0]), *material.carried(pair[1]))
    return [
        Question(
            key=f"omitted-{card}",
            text=tr("What does {one} leave out that {other} gives?").format(one=card, other=other),
            answer=tuple(material.FIELDS[name] for name in names if name in theirs - ours),
            why=f"{SILENCE} {doubts.not_asked(selected, *pair)}".strip(),
            rows=rows,
            choices=choices,
            form=SEVERAL,
        )
        for card, other, ours, theirs in (("A", "B", *told), ("B", "A", *told[::-1]))
    ]
