"""Source it: one report, who is behind it, what its evidence is, and what others say."""

from dataclasses import replace

from dashboard.activities import agreement, doubts, languages, material, readable
from dashboard.activities.shape import ONE, SEVERAL, Card, Made, Question
from dashboard.derive.facts import Report
from dashboard.language import tr, trn
from dashboard.selection.rows import Selected

TITLE = tr("Source it")
MINUTES = 15
PROMPT = tr(
    "Card A is one report. Who is behind it? What is the evidence? What do others say? Leave the card: open its "
    "outlet, and read the other cards."
)
ALONE = tr(
    "Card A is a report of an incident of which no second independent origin was found. Who is behind it? What is the "
    "evidence? Leave the card: open its outlet."
)
"""What to do with an incident that one independent origin alone tells of."""
ALONE_RULE = tr(
    "Of the reports of this incident the one whose outlet and speaker take most to find out: one that relays, or that "
    "gives the word of somebody else."
)
REFLECTION = tr("What is this source placed to know, and what is it not placed to know?")
RULE = tr(
    "Of the selected incidents, those that other independent origins tell of; of each the report whose outlet and "
    "speaker take most to find out: one that relays, or that gives the word of somebody else; then by date."
)
MISSING = tr(
    "No incident of this selection is told by a second independent origin, so there are no others to ask. Fewer "
    "filters, a longer window or a later known-by day may bring one."
)
OTHERS = 3
"""Other accounts that are shown."""
WHOSE = {
    "own": tr("The outlet speaks for itself"),
    "named": tr("It gives the word of somebody whom it names"),
    "unnamed": tr("It gives the word of somebody whose name it withholds"),
}
"""Whose word a report is."""

NO_OTHER = tr(
    "A field that only one of them states is no difference. “Whether it happened” differs where one of them says that "
    "there was no such event anywhere."
)
"""When two accounts count as different, as the question says it."""

Candidate = tuple[Report, tuple[Report, ...]]


def candidates(selected: Selected, incidents: tuple[str, ...]) -> list[Candidate]:
    """Per incident the report that takes most to source, and one report of each other origin that is shown."""
    found = []
    for incident in incidents:
        report = deepest(selected, incident)
        if report and (others := _others(selected, report)):
            found.append((-_layers(selected, report) - min(len(others), OTHERS), report, others))
    return [(report, others) for _, report, others in sorted(found, key=lambda one: one[0])]


def deepest(selected: Selected, incident: str) -> Report | None:
    """The report of an incident that takes most to source; None where an example may show none."""
    depth = {report: _layers(selected, report) for report in material.kept(selected, incident)}
    return min(depth, key=lambda report: (-depth[report], report.report_id), default=None)


def _layers(selected: Selected, report: Report) -> int:
    """How many things there are to find out behind a report."""
    source = selected.dataset.by_id["sources"][report.source_id]
    outlet = selected.dataset.by_id["outlets"][source["outlet_id"]]
    return sum((whose(selected, report) != "own", bool(source["via_outlet_id"]), bool(outlet["affiliation"])))


def _others(selected: Selected, report: Report) -> tuple[Report, ...]:
    """The first report of each other independent origin, by the day it became known."""
    firsts: dict[str, Report] = {}
    held = (one for one in material.reports(selected, report.incident_id) if material.told_gently(selected, one))
    for other in sorted(held, key=lambda one: (one.known or one.possible, one.report_id)):
        firsts.setdefault(material.voice(selected, other), other)
    firsts.pop(material.voice(selected, report), None)
    return tuple(firsts.values())


def whose(selected: Selected, report: Report) -> str:
    """Whose word a report is: a key of WHOSE. A correspondent is the outlet's own, unless it carries another's text."""
    if not report.named:
        return "unnamed"
    own = selected.index.relations.outlet(report.outlet)
    return "own" if report.own.institution == own.institution else "named"


# --- what is made of it ----------------------------------------------------------------------------------


def make(selected: Selected, candidate: Candidate) -> Made:
    """The activity for one report and those of up to OTHERS other origins."""
    report, others = candidate
    shown = others[:OTHERS]
    lettered = zip((report, *shown), material.LETTERS, strict=False)
    cards = material.of_kinds(
        selected, (report, *shown), [material.report_card(selected, one, key) for one, key in lettered]
    )
    about = selected.dataset.by_id["incidents"][report.incident_id]["title"]
    questions = (
        *_behind(selected, report),
        *_evidence(selected, report),
        *(_compared(selected, report, other, card) for other, card in zip(shown, cards[1:], strict=True)),
        _origins(selected, report),
    )
    href, harm = material.address(selected, f"/sources/{report.outlet}"), material.titled(selected, report.incident_id)
    return Made(about, cards, (), questions, (), href, harm=harm)


def _behind(selected: Selected, report: Report) -> list[Question]:
    dataset = selected.dataset
    outlet = dataset.by_id["outlets"][report.outlet]
    kinds = dataset.schema.categories("outlets", "kind")
    rows = (f"outlets/{report.outlet}",)
    code = dataset.by_id["sources"][report.source_id]["language"]
    return [
        Question(
            key="kind",
            text=tr("Who is behind it? What kind of outlet is {name}?").format(name=outlet["name"]),
            answer=(kinds[outlet["kind"]]["label"],),
            why="",
            rows=rows,
            card="A",
            choices=tuple(kind["label"] for kind in kinds.values()),
            form=ONE,
        ),
        Question(
            key="affiliation",
            text=tr("Who owns it or pays for it, or whom is it commonly described as close to?"),
            answer=(outlet["affiliation"] or tr("None is stated here."),),
            why=outlet["note"] if outlet["affiliation"] else tr("None stated here does not say that there is none."),
            rows=rows,
            card="A",
        ),
        Question(
            key="language",
            text=tr("In which language was it read?"),
            answer=(languages.named(code),),
            why="",
            rows=(f"sources/{report.source_id}",),
            card="A",
        ),
    ]


def _evidence(selected: Selected, report: Report) -> list[Question]:
    whose_word = Question(
        key="whose",
        text=tr("What is the evidence? Whose word is it?"),
        answer=(WHOSE[whose(selected, report)],),
        why=tr("Who asserts it: {who}.").format(who=material.putting(selected.dataset, report)),
        rows=material.carried(report),
        card="A",
        choices=tuple(WHOSE.values()),
        form=ONE,
    )
    return [whose_word, *_relayed(selected, report)]


def _relayed(selected: Selected, report: Report) -> list[Question]:
    """Whether the text is another outlet's; not of words that name an outlet without carrying its text as a whole."""
    dataset = selected.dataset
    source = dataset.by_id["sources"][report.source_id]
    via = dataset.by_id["outlets"].get(source["via_outlet_id"], {}).get("name", "")
    if not via and readable.names_an_outlet(selected, report):
        return []
    text = tr("It carries the text of {outlet}.").format(outlet=via) if via else tr("No other outlet is named.")
    why = tr("A relay adds an outlet, and no origin.") if via else ""
    asked = tr("Is the text its own, or another outlet’s?")
    return [Question("relayed", asked, (text,), why, (f"sources/{report.source_id}",), "A")]


def _compared(selected: Selected, report: Report, other: Report, card: Card) -> Question:
    told, acts = agreement.how(selected, report, other), agreement.of_two_acts(report, other)
    ways = ("differs", "conflicts", doubts.OPEN)
    apart = {name: how for name, how in told.items() if how in ways and not _fits(name, report, other)}
    unasked = doubts.unasked(selected, report, other)
    why = (
        _clash([_field(name) for name, how in apart.items() if how == "conflicts"]),
        _one_alone([_field(name) for name, how in told.items() if how == "adds"]),
        *(_elsewhere(selected, one, key) for one, key in ((report, "A"), (other, card.key))),
        acts,
        doubts.not_asked(selected, report, other),
    )
    return Question(
        key=f"others-{card.key}",
        text=tr("What do others say? On what does {card} differ from A? {rule}").format(card=card.key, rule=NO_OTHER),
        answer=tuple(_field(name) for name in apart),
        why=" ".join(filter(None, why)),
        rows=(*material.carried(report), *material.carried(other)),
        choices=tuple(_field(name) for name in agreement.asked(selected) if name not in unasked),
        form=SEVERAL,
    )


def _fits(name: str, one: Report, other: Report) -> bool:
    """Whether two reports give numbers of which the one allows the other: "at least 2" is no difference from 2."""
    if name not in ("strikes", *material.HARM):
        return False
    a, b = getattr(one, name), getattr(other, name)
    return bool(a and b) and a.allows(b) and (name != "strikes" or one.strikes_unit == other.strikes_unit)


def _clash(fields: list[str]) -> str:
    return tr("These cannot both hold: {fields}.").format(fields=", ".join(fields)) if fields else ""


def _one_alone(fields: list[str]) -> str:
    """The fields on which one of two is silent: no difference, by the rule of the question."""
    words = tr("Only one of them states this, which is no difference: {fields}.")
    return words.format(fields=", ".join(fields)) if fields else ""


def _elsewhere(selected: Selected, report: Report, card: str) -> str:
    """That who disputes a part of an account, as where, does not dispute the whole; "" of all others."""
    if not report.contradicts or report.rejects or not report.contests:
        return ""
    label = selected.dataset.schema.label
    parts = ", ".join(label("reports", "contests", part) for part in report.contests)
    return tr("{card} contests this: {parts}. It does not say that nothing happened anywhere.").format(
        card=card, parts=parts
    )


def _field(name: str) -> str:
    return material.FIELDS.get(name) or tr("Whether it happened")


def _origins(selected: Selected, report: Report) -> Question:
    held = material.reports(selected, report.incident_id)
    origins = tuple(dict.fromkeys(one.origin for one in held))  # as the incident's own page counts them
    names = "; ".join(_origin(selected, *origin) for origin in origins)
    documents = len({one.source_id for one in held})
    number = trn("{n} document", "{n} documents", documents).format(n=documents)
    return Question(
        key="origins",
        text=tr(
            "How many origins tell of this incident, as far as this collection knows? An origin is one institution’s "
            "statement on one day."
        ),
        answer=(f"{len(origins)}",),
        why=tr("In {documents}: {names}.").format(documents=number, names=names),
        rows=tuple(dict.fromkeys(row for one in held for row in material.carried(one))),
    )


ON_THE_SITE = frozenset({"kind", "affiliation", "language", "origins"})
"""What its cards do not tell: on paper these are asked of a class that has the site open."""


def on_paper(one: Question) -> Question:
    """A question as paper asks it: marked where only the site can answer it."""
    if one.key not in ON_THE_SITE:
        return one
    return replace(one, text=tr("With the site open: {question}").format(question=one.text))


def _origin(selected: Selected, institution: str, said: str) -> str:
    """An institution, and the day of its statement: "Jordan, 28 January 2024"."""
    known = selected.dataset.by_id
    name = (known["actors"].get(institution) or known["outlets"][institution])["name"]
    return f"{name}, {material.when(said) if said else tr('day not stated')}"
