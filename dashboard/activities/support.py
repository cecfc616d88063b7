"""Sort claims by support: incidents with few and many independent origins, to be sorted by what stands behind them."""

from itertools import cycle

import pandas as pd

from dashboard.activities import material
from dashboard.activities.shape import ONE, Card, Made, Question
from dashboard.derive.facts import Report
from dashboard.derive.standing import LEVEL_WORDS, LEVELS
from dashboard.language import tr, trn
from dashboard.selection.rows import Selected

TITLE = tr("Sort claims by support")
MINUTES = 15
UNNAMED = tr(
    "An official or a source whose name is withheld counts as the outlet that quotes them, and as one voice where "
    "several outlets quote the same; a group counts for its side, named or not. Who disputes only a part, as who did "
    "it, still asserts it."
)
"""How voices are counted that a reader of the cards may wonder about."""
PROMPT = tr(
    "Each card is one claim, with everybody who asserts or denies it. Count independent voices, not outlets: a side "
    "is one voice, however many origins it has; a relay is none. {unnamed} Then choose how well the claim is "
    "supported. {levels}."
).format(
    unnamed=UNNAMED, levels="; ".join(f"{LEVEL_WORDS[level]}: {rule}" for level, rule in LEVELS.items()).capitalize()
)
REFLECTION = tr("Which card surprised you most: many documents and few voices, or few documents and more voices?")
RULE = tr(
    "Of the selected incidents with up to six reports, six, taken in turn from those with one independent voice, two, "
    "three and more and of each level; first those with most documents beside their voices, then by date. Harm plays "
    "no part."
)
MISSING = tr(
    "This selection has fewer than four incidents with a level of support, or all have as many voices. "
    "Statements have none. Fewer filters, a longer window or a later known-by day may bring more."
)
LEAST, MOST, MOST_REPORTS = 4, 6, 6


def known(selected: Selected, incident: str) -> list[Report]:
    """The reports that corroboration is computed from: those certainly known by the day."""
    return selected.index.known(incident, selected.day)


def origins(selected: Selected, incident: str) -> tuple[str, ...]:
    """The independent origins that assert an incident."""
    return material.voices(selected, (report for report in known(selected, incident) if report.asserts))


def candidates(selected: Selected, incidents: tuple[str, ...]) -> list[tuple[str, ...]]:
    """Sets of incidents, each in turn from those with one origin, two, three ..."""
    frame = selected.incidents
    graded = frame[(frame["corroboration"] != "") & frame["incident_id"].isin(material.unharmed(selected, incidents))]
    piles: dict[tuple[int, int], list[str]] = {}
    for incident in sorted(graded["incident_id"], key=lambda one: -echoes(selected, one)):
        if len(known(selected, incident)) <= MOST_REPORTS and not _withheld(selected, incident):
            piles.setdefault(_pile(selected, incident), []).append(incident)
    sets = []
    while len({number for (number, _), pile in piles.items() if pile}) > 1:
        if len(taken := _dealt(piles)) < LEAST:
            break
        sets.append(taken)
    return sets


def _withheld(selected: Selected, incident: str) -> bool:
    """Whether one speaker whose name is withheld stands in several outlets: who counts them needs to know it is one."""
    carriers: dict[str, set[str]] = {}
    for report in (report for report in known(selected, incident) if not report.named):
        carriers.setdefault(report.speaker, set()).add(report.carrier.institution)
    return any(len(each) > 1 for each in carriers.values())


def echoes(selected: Selected, incident: str) -> int:
    """How many more documents than independent origins tell of an incident."""
    told = known(selected, incident)
    return len({report.source_id for report in told}) - len(material.voices(selected, told))


def _pile(selected: Selected, incident: str) -> tuple[int, int]:
    return len(origins(selected, incident)), list(LEVELS).index(_level(selected, incident))


def _dealt(piles: dict[tuple[int, int], list[str]]) -> tuple[str, ...]:
    """Up to MOST incidents, one from each pile in turn, fewest origins first; they leave their piles."""
    taken: list[str] = []
    for number in cycle(sorted(piles)):
        if len(taken) == MOST or not any(piles.values()):
            return tuple(taken)
        if piles[number]:
            taken.append(piles[number].pop(0))
    return tuple(taken)


# --- what is made of it ----------------------------------------------------------------------------------


def make(selected: Selected, incidents: tuple[str, ...]) -> Made:
    """The activity for some incidents, in the order of their ids, which says nothing of their support."""
    shown = list(zip(material.LETTERS, sorted(incidents), strict=False))
    cards = tuple(material.named(selected, incident, _card(selected, key, incident)) for key, incident in shown)
    blanks = [question for key, incident in shown for question in _asked(selected, key, incident)]
    about = trn("{n} claim", "{n} claims", len(cards)).format(n=len(cards))
    return Made(about, cards, tuple(blanks), (), _sorted(selected, shown), material.address(selected, "/"))


def _card(selected: Selected, key: str, incident: str) -> Card:
    title = selected.dataset.by_id["incidents"][incident]["title"]
    told = known(selected, incident)
    lines = tuple(("", material.line(selected, report)) for report in told)
    number = trn("{n} report", "{n} reports", len(told)).format(n=len(told))
    against = _against(selected, told)
    number = tr("{reports}; said to be against {names}").format(reports=number, names=against) if against else number
    return Card(key, title, number, material.of_incident(selected, incident), lines)


def _against(selected: Selected, told: list[Report]) -> str:
    """Whom the reports have it against: whose word acknowledges it."""
    actors = selected.dataset.by_id["actors"]
    ids = dict.fromkeys(material.row(selected.dataset, report)["against"] for report in told)
    return "; ".join(actors[one]["name"] for one in ids if one)


def _row(selected: Selected, incident: str) -> pd.Series:
    """How an incident stands, as its row says."""
    frame = selected.incidents
    return frame[frame["incident_id"] == incident].iloc[0]


def _level(selected: Selected, incident: str) -> str:
    return _row(selected, incident)["corroboration"]


def _asked(selected: Selected, key: str, incident: str) -> list[Question]:
    told = known(selected, incident)
    rows = tuple(dict.fromkeys(row for report in told for row in material.carried(report)))
    level = _level(selected, incident)
    return [
        Question(
            key=f"origins-{key}",
            text=tr("How many independent voices assert it?"),
            answer=(f"{len(origins(selected, incident))}",),
            why=_echo(selected, told, _row(selected, incident)["origins"]),
            rows=rows,
            card=key,
        ),
        Question(
            key=f"level-{key}",
            text=tr("How well is it supported?"),
            answer=(LEVEL_WORDS[level],),
            why=tr("{level}: {rule}.").format(level=LEVEL_WORDS[level], rule=LEVELS[level]),
            rows=rows,
            card=key,
            choices=tuple(LEVEL_WORDS[name] for name in LEVELS),
            form=ONE,
        ),
    ]


def _echo(selected: Selected, told: list[Report], origins: int) -> str:
    """Who the voices are, beside how many documents and origins: "5 documents, 3 origins; the voices: Reuters"."""
    documents = len({report.source_id for report in told})
    asserting = [report for report in told if report.asserts]
    names = {material.voice(selected, report): material.origin(selected, report) for report in asserting}
    number = trn("{n} document", "{n} documents", documents).format(n=documents)
    denied = tr(" A denial is no support.") if len(asserting) < len(told) else ""
    rows = trn("{n} origin", "{n} origins", int(origins)).format(n=origins)
    several = (
        tr(" Origins count the days of each institution’s statements, voices do not.")
        if origins > len(names) and len(asserting) == len(told)
        else ""
    )
    echoes = tr(" More documents than voices: some carry the same one.") if documents > len(names) else ""
    said = tr("{documents}, {origins}; the voices: {names}.")
    return said.format(documents=number, origins=rows, names="; ".join(names.values())) + several + echoes + denied


def _sorted(selected: Selected, shown: list[tuple[str, str]]) -> tuple[tuple[str, ...], ...]:
    """The letters by level, from the least support to the most; those of one level together."""
    levels = {key: _level(selected, incident) for key, incident in shown}
    groups = (tuple(key for key, level in levels.items() if level == name) for name in LEVELS)
    return tuple(group for group in groups if group)
