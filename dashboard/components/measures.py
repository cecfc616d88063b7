"""Declared counts of one measure: the figure, the choice of measure, and why one count and the incidents differ."""

import dash_mantine_components as dmc
import pandas as pd
from dash import html

from dashboard import figures
from dashboard.components import explain, gentle, lines, state
from dashboard.components.buttons import button
from dashboard.components.cite import cited
from dashboard.components.plate import Plate
from dashboard.components.words import count, day, on, speaker, when
from dashboard.dataset import Dataset
from dashboard.derive import Itemised, itemised
from dashboard.derive.contradictions import RULES, contradictions
from dashboard.derive.gap import reasons
from dashboard.derive.itemised import NOT_ITEMISED
from dashboard.figures.totals import drawn_measure, named_in_words
from dashboard.language import tr, trn
from dashboard.selection import Selected, Selection
from dashboard.selection.hidden import ACCOUNTS, WORDS
from dashboard.selection.hindsight import appeared

PLATE = Plate(
    "counts",
    tr("Every total, by who declared it"),
    tr("Declared totals as stepped lines. The table below holds the same counts."),
    "graph counts",
    data={"counts": tr("Data (CSV)")},
)
FIGURE, CHART, CHART_WORDS = f"{PLATE.name}-figure", PLATE.chart, PLATE.takeaway
LINES, EXPLAINED, CONTRADICTED = "counts-lines", "counts-explained", "counts-contradicted"
MOST_NAMED = 60


def figure(selection: Selection, selected: Selected) -> html.Figure:
    """The chosen measure as stepped lines, with title, takeaway and the choice of measure."""
    below = html.Div(key(selection, selected), id=LINES)
    return framed(PLATE, selection, selected, below, beside=[_choice(selection, selected.dataset)])


def framed(plate: Plate, selection: Selection, selected: Selected, below: html.Div, **more: list) -> html.Figure:
    """The figure in a plate; gentle mode holds it back while its measure counts people (assets/view-gentle.css)."""
    graph, says = drawn(selection, selected), takeaway(selection, selected)
    words = gentle.instead(tr("This chart counts people harmed; it is not shown in gentle mode."))
    return plate.figure(graph, says, words, below, look=look(selection, selected.dataset), **more)


def look(selection: Selection, dataset: Dataset) -> str:
    """The classes of the figure, which say whether its measure counts people harmed."""
    harmful = dataset.schema.tables["tallies"].harm_values.get("measure", ())
    return "figure of-people" if drawn_measure(selection, dataset) in harmful else "figure"


def _choice(selection: Selection, dataset: Dataset) -> dmc.Select:
    words = dataset.schema.categories("tallies", "measure")
    return dmc.Select(
        id=state.control("measure"),
        data=[{"value": value, "label": item["label"]} for value, item in words.items()],
        value=drawn_measure(selection, dataset),
        label=tr("Measure"),
        allowDeselect=False,
        size="md",
    )


def drawn(selection: Selection, selected: Selected) -> dict:
    """The counts figure of the chosen measure."""
    return figures.counts(_totals(selection, selected), figures.span(selected))


def _totals(selection: Selection, selected: Selected) -> pd.DataFrame:
    return figures.totals(selected, drawn_measure(selection, selected.dataset))


def key(selection: Selection, selected: Selected) -> list:
    """The lines of the figure in words."""
    return lines.key(_totals(selection, selected))


def takeaway(selection: Selection, selected: Selected) -> str:
    """How many totals are drawn, by how many parties, and the widest gap between said and named."""
    totals = _totals(selection, selected)
    if totals.empty:
        return tr("No running total of this measure with a stated first day is known in this selection.")
    parties = totals["party_label"].nunique()
    drawn = trn("{running_totals} by {n} party.", "{running_totals} by {n} parties.", parties).format(
        running_totals=count(len(totals), "{n} running total", "{n} running totals"), n=parties
    )
    if ACCOUNTS in selected.dataset.hidden:
        return tr("{drawn} What is named for them is hidden until you answer.").format(drawn=drawn)
    gaps = (totals["value"] - totals["low"]).abs().dropna()
    if gaps.empty:
        return f"{drawn} {NOT_ITEMISED}"
    widest = totals.loc[gaps.idxmax()]
    named = tr("{low} named in these documents for the same period and area").format(low=f"{widest['low']:g}")
    return tr("{drawn} Widest apart: {declared} declared, {named}.").format(
        drawn=drawn, declared=widest["declared"], named=named
    )


# --- one count explained ---------------------------------------------------------------------------------


def explained(selection: Selection, selected: Selected) -> list:
    """Why the open count and the incidents named for it differ, and those incidents."""
    if not selection.tally:
        return [html.P(tr("Choose a count in the table below to see what is named for it here, and why they differ."))]
    tally = selected.dataset.by_id["tallies"][selection.tally]
    if not appeared(selected, "tally", selection.tally):
        return [html.P(tr("This count was not known by {day}.").format(day=day(selected.day)))]
    if ACCOUNTS in selected.dataset.hidden:
        words = tr("What is named for it, what it counts from, and other counts: hidden until you answer.")
        return [html.H3(_heading(tally, selected.dataset)), html.P(words)]
    named = itemised(selected.index, tally, selected.day)
    pairs = reasons(selected.index, tally, named, selected.day)
    harm = gentle.of_count(selected.dataset, tally)
    return [
        html.H3(_heading(tally, selected.dataset)),
        html.P(
            [
                gentle.held_back(tally["summary"], harm),
                " ",
                cited(tr("Cite"), f"tallies/{tally['tally_id']}", tally["summary"], "link"),
            ]
        ),
        *_elsewhere(tally, selection, selected.dataset),
        html.P(gentle.held_back(_held_against(tally, named, selected.dataset), harm)),
        html.Dl(
            [
                part
                for heading, words in pairs
                for part in (html.Dt(explain.term(selected.dataset, heading)), html.Dd(words))
            ]
        ),
        *_incidents(tr("Certainly in its window and area"), named.certain, selected),
        *_incidents(tr("Possibly"), named.possible, selected),
    ]


def _held_against(tally: dict[str, str], named: Itemised, dataset: Dataset) -> str:
    """The number as declared, with what qualifies it, and what is named for it."""
    qualifier = dataset.schema.label("tallies", "qualifier", tally["qualifier"])
    return tr("Declared: {value}. Named here for the same window and area: {named_in_words}.").format(
        value=f"{qualifier} {tally['value']}".strip(), named_in_words=named_in_words(named).removesuffix(".")
    )


def _elsewhere(tally: dict[str, str], selection: Selection, dataset: Dataset) -> list:
    """That the figure draws another measure than this count's, and a way to its own."""
    if tally["measure"] == drawn_measure(selection, dataset):
        return []
    noun = dataset.schema.label("tallies", "measure", tally["measure"])
    draw = button(tr("Draw {noun}").format(noun=noun), look="link", tally=tally["tally_id"], measure=tally["measure"])
    return [html.P([tr("The figure above draws another measure. "), draw], className="quiet")]


def _heading(tally: dict[str, str], dataset: Dataset) -> list:
    qualifier = dataset.schema.label("tallies", "qualifier", tally["qualifier"])
    noun = dataset.schema.label("tallies", "measure", tally["measure"])
    said = f" {on(tally['said_on'])}" if tally["said_on"] else ""
    who = explain.speaker(dataset, tally["asserted_by"])
    told = tr("{qualifier} {value} {noun}").format(qualifier=qualifier, value=tally["value"], noun=noun).lstrip()
    return [gentle.held_back(told, gentle.of_count(dataset, tally), linked=True), tr(", said by "), *who, said]


def _incidents(title: str, ids: tuple[str, ...], selected: Selected) -> list:
    if not ids:
        return []
    named = {key: gentle.named(selected.dataset, key) for key in ids[:MOST_NAMED]}
    items = [html.Li(button(title, look="link", incident=key)) for key, title in named.items()]
    more = [html.P(tr("and {number} more").format(number=len(ids) - MOST_NAMED))] if len(ids) > MOST_NAMED else []
    summary = html.Summary(f"{title}: {count(len(ids), '{n} incident', '{n} incidents')}")
    return [html.Details([summary, html.Ul(items), *more], className="panel", open=len(ids) <= 12)]


# --- contradictions --------------------------------------------------------------------------------------


def contradicted(selection: Selection, selected: Selected) -> list:
    """Counts of the chosen measure that cannot all hold, by rule."""
    if ACCOUNTS in selected.dataset.hidden:
        return [html.P(WORDS)]
    chosen = drawn_measure(selection, selected.dataset)
    rows = selected.dataset.by_id["tallies"]
    found = [
        item for item in contradictions(selected.index, selected.day) if rows[item.tallies[0]]["measure"] == chosen
    ]
    if not found:
        return [
            html.P(
                tr("No two counts of this measure contradict each other. The rules: {values}.").format(
                    values="; ".join(RULES.values())
                )
            )
        ]
    by_rule = {rule: [item for item in found if item.rule == rule] for rule in RULES}
    return [part for rule, items in by_rule.items() if items for part in _of_rule(RULES[rule], items, selected)]


def _of_rule(rule: str, items: list, selected: Selected) -> list:
    """A rule, and the counts that break it."""
    rows = [html.Li([f"{item.words}: ", *_open(item.tallies, selected)]) for item in items]
    return [html.H3(rule[:1].upper() + rule[1:]), html.Ul(rows)]


def _open(ids: tuple[str, ...], selected: Selected) -> list:
    rows = selected.dataset.by_id["tallies"]
    links = [
        button(_said(rows[key], selected.dataset), look="link", tally=key, measure=rows[key]["measure"]) for key in ids
    ]
    return [part for link in links for part in (link, " ")]


def _said(tally: dict[str, str], dataset: Dataset) -> str:
    """A count with its speaker and, where one is stated, the day it was said."""
    said = tr(", said {when}").format(when=when(tally["said_on"])) if tally["said_on"] else ""
    return tr("{value} by {speaker}{said}").format(
        value=tally["value"], speaker=speaker(dataset, tally["asserted_by"]), said=said
    )
