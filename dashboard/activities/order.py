"""Place cards in order of known, not of happened: incidents whose two clocks disagree."""

from collections import defaultdict
from collections.abc import Mapping, Set
from dataclasses import dataclass

from dashboard import edtf
from dashboard.activities import material
from dashboard.activities.shape import SEVERAL, Card, Made, Question
from dashboard.derive.facts import Report
from dashboard.derive.index import ALWAYS
from dashboard.edtf import Edtf
from dashboard.language import tr, trn
from dashboard.selection.rows import Selected

TITLE = tr("In order of known, not of happened")
MINUTES = 15
PROMPT = tr(
    "The cards stand in the order in which things are said to have happened. Put them in the order in which a reader "
    "could first know of them: by the earliest dated document on each card. Cards of one day are a tie."
)
REFLECTION = tr("What would somebody have thought who knew only what was known on the first of these days?")
RULE = tr(
    "Of the selected incidents, six around one that became known later than another which happened after it: first "
    "the one with most such others, then those that change places most, then the nearest in time. Incidents that "
    "documents without a date tell of too come after the others, because those may be the earliest."
)
MISSING = tr(
    "In this selection fewer than five incidents have both days, or they became known in the order in which they "
    "happened. A longer window or fewer filters may bring some."
)
LEAST, MOST, DOCUMENTS = 5, 6, 4


@dataclass(frozen=True)
class Clocked:
    """An incident with both clocks: when it is said to have happened, and the dated reports, the first known first.

    ``undated`` is the number of documents without a date that tell of it: any of them may be earlier.
    """

    incident: str
    date: Edtf
    told: tuple[Report, ...]
    undated: int = 0

    @property
    def known(self) -> int:
        """The day on which the dated documents first show it."""
        return self.told[0].known or 0

    @property
    def over(self) -> int:
        """The last day on which it can have happened; a day that is a guess may be the next one."""
        return self.date.last_day + self.date.approximate

    def overtaken_by(self, other: "Clocked") -> bool:
        """True when the other happened after this, by the days given, and became known before it."""
        return self.date.last_day < other.date.first_day and self.known > other.known

    def crosses(self, other: "Clocked") -> bool:
        """True when the two change places between the clocks."""
        return self.overtaken_by(other) or other.overtaken_by(self)


def clocked(selected: Selected, incidents: tuple[str, ...]) -> list[Clocked]:
    """The incidents with a bounded date of which it is known when they became known, by the day they happened."""
    frame = selected.incidents
    frame = frame[
        frame["incident_id"].isin(material.unharmed(selected, incidents))
        & frame["certainly_known"]
        & (frame["first_day"] > 1)
        & (frame["last_day"] < ALWAYS - 1)
        & (frame["corroboration"] != "")
    ]
    found = []
    for row in frame.itertuples():
        told = [report for report in selected.index.known(row.incident_id, selected.day) if report.asserts]
        dated = sorted((one for one in told if one.known is not None), key=lambda one: (one.known, one.report_id))
        if dated:
            found.append(Clocked(row.incident_id, edtf.parse(row.date), tuple(dated), _undated(selected, dated[0])))
    return sorted(found, key=lambda one: (one.date.first_day, one.date.last_day, one.incident))


def _undated(selected: Selected, first: Report) -> int:
    """The documents without a date that tell of an incident, and may have been read before its first dated one."""
    told = selected.index.facts[first.incident_id]
    undated = (one for one in told if one.known is None and one.asserts and one.possible < (first.known or 0))
    return len({one.source_id for one in undated})


def candidates(selected: Selected, incidents: tuple[str, ...]) -> list[tuple[Clocked, ...]]:
    """Sets of incidents whose clocks disagree; no incident is in two sets."""
    left, joined = clocked(selected, incidents), _joined(selected)
    late = {one.incident: sum(map(one.overtaken_by, left)) for one in left}
    sets = []
    anchors = (one for one in left if late[one.incident])
    for anchor in sorted(anchors, key=lambda one: (one.undated > 0, -late[one.incident])):
        if anchor in left and any(map(anchor.overtaken_by, left)):
            taken = _around(anchor, left, joined)
            if len(taken) >= LEAST:
                sets.append(taken)
                left = [one for one in left if one not in taken]
    return sets


def _joined(selected: Selected) -> dict[str, set[str]]:
    """For each incident those that it is linked to as a part, as the whole, or as perhaps the same."""
    links = selected.dataset["links"]
    joined: dict[str, set[str]] = defaultdict(set)
    for row in links[links["relation"].isin(_ONE_EVENT)].to_dict("records"):
        joined[row["from_incident"]].add(row["to_incident"])
        joined[row["to_incident"]].add(row["from_incident"])
    return joined


_ONE_EVENT = ("part-of", "possible-duplicate")
"""Links between incidents of which a document of the one tells of the other: both on cards would puzzle for nothing."""


def _around(anchor: Clocked, pool: list[Clocked], joined: Mapping[str, Set[str]]) -> tuple[Clocked, ...]:
    """The anchor and up to five others, each the one that changes places with most of those taken before.

    Of those that change places with any, those without undated documents come first. No two are joined.
    """
    taken = [anchor]
    left = [one for one in pool if one is not anchor]
    while len(taken) < MOST:
        left = [one for one in left if one.incident not in joined.get(taken[-1].incident, ())]
        if not left:
            break
        crossed = {one.incident: sum(map(one.crosses, taken)) for one in left}
        best = min(left, key=lambda one: (*_avoided(one, crossed[one.incident]), _apart(anchor, one), one.incident))
        taken.append(best)
        left.remove(best)
    return tuple(one for one in pool if one in taken)


def _avoided(one: Clocked, crossed: int) -> tuple[bool, bool, int]:
    """What makes an incident a worse neighbour: it changes no place, a document without a date, few changes."""
    return not crossed, one.undated > 0, -crossed


def _apart(one: Clocked, other: Clocked) -> int:
    return abs(one.date.first_day - other.date.first_day)


# --- what is made of it ----------------------------------------------------------------------------------


def make(selected: Selected, taken: tuple[Clocked, ...]) -> Made:
    """The activity for some incidents in the order in which they are said to have happened."""
    shown = dict(zip(material.LETTERS, taken, strict=False))
    days = sorted({one.known for one in taken})
    return Made(
        about=trn("{n} incident", "{n} incidents", len(taken)).format(n=len(taken)),
        cards=tuple(material.named(selected, one.incident, _card(selected, key, one)) for key, one in shown.items()),
        blanks=tuple(_first_known(selected, key, one) for key, one in shown.items()),
        questions=(_overtaken(shown), _not_yet(shown)),
        order=tuple(tuple(key for key, one in shown.items() if one.known == day) for day in days),
        href=material.address(selected, "/"),
    )


def first(selected: Selected, one: Clocked) -> str:
    """The day on which it became known, with the precision that the document has."""
    report = one.told[0]
    source = selected.dataset.by_id["sources"][report.source_id]
    return material.when(source["published"] or material.row(selected.dataset, report)["said_on"])


def _card(selected: Selected, key: str, one: Clocked) -> Card:
    """An incident with some documents that tell of it, the earliest among them, in the order of their names."""
    per_document = {report.source_id: report for report in reversed(one.told)}
    earliest = sorted(per_document.values(), key=lambda report: (report.known, report.report_id))[:DOCUMENTS]
    lines = sorted(("", _document(selected, report)) for report in earliest)
    undated = [("", _without_date(one.undated))] if one.undated else []
    happened = tr("said to have happened {when}").format(when=edtf.say(one.date))
    title = selected.dataset.by_id["incidents"][one.incident]["title"]
    return Card(key, title, happened, material.of_incident(selected, one.incident), (*lines, *undated))


def _without_date(number: int) -> str:
    return trn("{n} document without a date", "{n} documents without a date", number).format(n=number)


def _maybe_earlier(shown: dict[str, Clocked]) -> str:
    """Which cards documents without a date tell of too, and how many; "" where none do."""
    cards = [f"{key}, {_without_date(one.undated)}" for key, one in shown.items() if one.undated]
    words = tr(" Any of these may be earlier: {cards}.")
    return words.format(cards="; ".join(cards)) if cards else ""


def _document(selected: Selected, report: Report) -> str:
    source = selected.dataset.by_id["sources"][report.source_id]
    name = material.outlet(selected.dataset, source)
    if source["published"]:
        return f"{name}, {material.when(source['published'])}"
    said = material.when(material.row(selected.dataset, report)["said_on"])
    return tr("{name}, no date shown, of a statement made {when}").format(name=name, when=said)


def _first_known(selected: Selected, key: str, one: Clocked) -> Question:
    return Question(
        key=f"known-{key}",
        text=tr("First dated document"),
        answer=(first(selected, one),),
        why=tr(
            "Said to have happened {when}. The first dated document of the data that shows it: {day}, {line}."
        ).format(when=edtf.say(one.date), day=first(selected, one), line=material.line(selected, one.told[0]))
        + _maybe_earlier({key: one} if one.undated else {}),
        rows=material.carried(one.told[0]),
        card=key,
    )


def _overtaken(shown: dict[str, Clocked]) -> Question:
    """The cards that another one overtakes on the way to being known."""
    by = {a: [b for b, other in shown.items() if one.overtaken_by(other)] for a, one in shown.items()}
    late = [key for key in shown if by[key]]
    words = [tr("{late} after {others}").format(late=key, others=", ".join(by[key])) for key in late]
    guessed = [key for key, one in shown.items() if one.date.approximate]
    guess = tr(" A guess, so perhaps another day: {cards}.").format(cards=", ".join(guessed)) if guessed else ""
    return Question(
        key="overtaken",
        text=tr("By the days given, which cards do dated documents first show after something that happened later?"),
        answer=tuple(late),
        why="; ".join(words) + "." + guess + _maybe_earlier(shown),
        rows=tuple(row for key in late for row in material.carried(shown[key].told[0])),
        choices=tuple(shown),
        form=SEVERAL,
    )


def _not_yet(shown: dict[str, Clocked]) -> Question:
    """Of the days on which a card became known, the first on which most had happened that no dated document shows."""
    days = sorted({one.known for one in shown.values()})
    hidden = {day: [key for key, one in shown.items() if one.over <= day < one.known] for day in days}
    day = max(days, key=lambda one: (len(hidden[one]), -one))
    open_ = [key for key, one in shown.items() if one.date.first_day <= day < one.known and key not in hidden[day]]
    maybe = tr(" Possibly also {cards}: the date is open or a guess.").format(cards=", ".join(open_)) if open_ else ""
    return Question(
        key="not-yet",
        text=tr(
            "Which had surely happened by {day}, as their dates say, and are in no document of the data that is dated "
            "to that day or before?"
        ).format(day=_day(day)),
        answer=tuple(hidden[day]),
        why=tr("A card counts whose day has passed, and which dated documents of the data first show on a later day.")
        + maybe
        + _maybe_earlier({key: one for key, one in shown.items() if one.known > day}),
        rows=tuple(row for key in hidden[day] for row in material.carried(shown[key].told[0])),
        choices=tuple(shown),
        form=SEVERAL,
    )


def _day(ordinal: int) -> str:
    return edtf.say_day(edtf.date.fromordinal(ordinal))
