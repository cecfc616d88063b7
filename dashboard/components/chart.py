"""The timeline and its strip, each with a title, a takeaway, words for those who do not see it, and buttons."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import dash_mantine_components as dmc
from dash import dcc, html

from dashboard import edtf, figures
from dashboard.components import explain, fold, lines, state
from dashboard.components.buttons import button, group
from dashboard.components.plate import CONFIG, Plate
from dashboard.components.words import count
from dashboard.derive import LEVEL_WORDS, itemised
from dashboard.figures.silence import in_words
from dashboard.figures.totals import named_in_words
from dashboard.language import tr
from dashboard.selection import LANES, Selected, Selection
from dashboard.selection.hidden import ACCOUNTS

STRIP, LINES, SILENCE, NOTE = "density-strip", "timeline-lines", "timeline-silence", "timeline-note"
PLATE = Plate(
    "timeline",
    tr("Counts said, incidents named"),
    tr("Timeline chart. The list below holds the same incidents."),
    "graph lanes",
    {"timeline": tr("Incidents (CSV)"), "totals": tr("Totals (CSV)"), "days": tr("Per day (CSV)")},
)
CHART, TAKEAWAY = PLATE.chart, PLATE.takeaway


def chart(selection: Selection, selected: Selected) -> html.Figure:
    """The timeline: declared counts, lanes, strip."""
    label = tr("Strip of incidents per day. Drag across it, or type From and To, to set the window.")
    drawn = timeline(selection, selected)
    return PLATE.figure(
        drawn,
        takeaway(selected),
        html.Div(
            dcc.Graph(id=STRIP, figure=strip(selected), config=CONFIG),
            role="img",
            className="graph strip",
            **{"aria-label": label},
        ),
        window_buttons(selected),
        html.Div(key(selected), id=LINES),
        fold.fold(
            tr("Signs, and days not covered"),
            html.P(silence(selected), id=SILENCE, className="quiet"),
            legend(selected),
        ),
        beside=[_lanes_choice(selection)],
        above=[note(selection, selected, drawn)],
    )


def timeline(selection: Selection, selected: Selected) -> dict:
    """The timeline figure."""
    lanes, marks = figures.marks(selected, selection.lanes)
    return figures.timeline(marks, lanes, figures.totals(selected), figures.span(selected), figures.silent(selected))


def note(selection: Selection, selected: Selected, drawn: dict) -> html.P:
    """What the lanes add up to, where an incident can stand in several of them."""
    return html.P(several(selection, selected, drawn), id=NOTE, className="quiet lanes-note")


def several(selection: Selection, selected: Selected, drawn: dict) -> str:
    """That the lanes of a figure add up to more than the incidents; "" where they do not."""
    traces = {trace["name"]: trace for trace in drawn["data"]}
    binned = sum(int(number) for number in traces["bins"]["text"]) if "bins" in traces else 0
    marks, incidents = binned + len(traces.get("incidents", {}).get("x", ())), len(selected.incidents)
    if selection.lanes not in _SEVERAL or marks <= incidents:
        return ""
    return tr("The lanes add up to {marks}, more than the {incidents}: {why}").format(
        marks=f"{marks:,}", incidents=count(incidents, "{n} incident", "{n} incidents"), why=_SEVERAL[selection.lanes]
    )


_SEVERAL = {
    "party": tr("one stands in the lane of each party that a report of it says acted."),
    "weapon": tr("one stands in the lane of each weapon that a report of it names."),
    "outlet": tr("one stands in the lane of each outlet that reports it."),
}
"""Lanes of which one incident can have several, and why."""


def strip(selected: Selected) -> dict:
    """The density strip with the window shaded."""
    asked = selected.selection.start or selected.selection.end
    window = figures.span(selected) if asked else None
    whole = Selected(selected.selection.without("start", "end"), selected.dataset)
    days, extent = figures.density_days(selected), figures.extent(selected.index)
    return figures.density(days, extent, window, figures.silent(whole), figures.until(selected))


def silence(selected: Selected) -> str:
    """The days drawn from which no document is coded, for those who do not see them hatched."""
    found = figures.silent(selected)
    if not found:
        return tr("Documents are coded from every day drawn here, up to the known-by day.")
    return tr("Days not covered, because no document published on them is coded: {in_words}.").format(
        in_words=in_words(found)
    )


def key(selected: Selected) -> list:
    """The lines of the upper band in words."""
    return lines.key(figures.totals(selected), bounded=True)


def takeaway(selected: Selected) -> str:
    """The largest declared total, and what the data set names for the same window: the gap in one sentence."""
    totals = figures.totals(selected)
    if totals.empty:
        return tr("No declared running count is shown for this selection.")
    row = totals.sort_values(["value", "day"], ascending=[False, True]).iloc[0]
    words = selected.dataset.by_id["tallies"][row["tally_id"]]
    speaker = selected.dataset.by_id["actors"][words["asserted_by"]]["name"]
    qualifier = selected.dataset.schema.label("tallies", "qualifier", words["qualifier"])
    declared = f"{qualifier} {row['value']} {words['measure']}".strip()
    found = itemised(selected.index, words, selected.day)
    source = selected.dataset.by_id["sources"][words["source_id"]]
    said = edtf.say_on(
        edtf.parse(words["said_on"] or source["published"] or date.fromordinal(int(row["day"])).isoformat())
    )
    largest = tr("Largest total shown: {declared}, said by {speaker} {said}.")
    largest = largest.format(declared=declared, speaker=speaker, said=said)
    if ACCOUNTS in selected.dataset.hidden:
        return tr("{largest} What is named for it is hidden until you answer.").format(largest=largest)
    if found.reason:
        return f"{largest} {found.reason}"
    named = tr("For the same period and area the documents here name {named}.").format(named=named_in_words(found))
    return f"{largest} {named}"


def legend(selected: Selected) -> html.P:
    """The legend as a sentence with the marks in it."""
    kinds = selected.dataset.schema.categories("incidents", "kind")
    present = [kind for kind in kinds if kind in set(selected.incidents["kind"])] or list(kinds)[:2]
    said = selected.dataset.schema.flagged("incidents", "kind", "said")
    shapes = [_shape(selected, kinds[kind], kind in said) for kind in present]
    if "corroboration" in selected.dataset.hidden:
        return html.P([tr("Shape is kind: "), *explain.joined(shapes), ". ", _VEILED], className="legend")
    fills = [[_sign("▲", level), " ", explain.term(selected.dataset, level, LEVEL_WORDS[level])] for level in _FILLS]
    slash = explain.marked(selected.dataset, tr(". A slash: disputed, because accounts disagree. "), "disputed")
    return html.P(
        [
            tr("Shape is kind: "),
            *explain.joined(shapes),
            tr(". Fill is corroboration, from empty to full: "),
            *explain.joined(fills),
            *slash,
            tr(
                "A mark stands on the last day on which it can have "
                "happened, or on the last of the days shown where its date goes on past them; a bar reaches back to "
                "the first, a dotted line says that no first day is given, a ~ "
                "beside a mark says that the day is a guess. Where marks are too many to be told apart, a box stands "
                "for several: their number, the days on which they stand, and fills in the parts that have them. "
                "Marks of a lane that would cover one another stand above one another. Nothing is drawn after the "
                "known-by day: a date that goes on past it ends there. "
            ),
            html.Span(className="mark-silent", **{"aria-hidden": "true"}),
            tr(" Hatched days: no document published on them is coded, so an empty day there need not be a quiet one."),
        ],
        className="legend",
    )


def _shape(selected: Selected, kind: Mapping[str, Any], said: bool) -> list:
    """A kind's sign with its name; what was only said is not graded, and hollow wherever it stands."""
    sign = _sign(kind["glyph"], "none" if said else "acknowledged")
    return [sign, " ", explain.term(selected.dataset, kind["label"]), _UNGRADED if said else ""]


_VEILED = tr("How full a mark is would say how it is corroborated: all are hollow until you answer.")
_UNGRADED = tr(" (not graded, always hollow)")
_FILLS = ("claimed", "reported", "corroborated", "acknowledged")


def _sign(glyph: str, level: str = "acknowledged") -> html.Span:
    return html.Span(glyph, className=f"mark mark-{level}", **{"aria-hidden": "true"})


def _lanes_choice(selection: Selection) -> html.Div:
    data = [{"value": value, "label": label} for value, label in LANES.items()]
    return html.Div(
        [
            html.Span(tr("Lanes by"), id="lanes-label"),
            dmc.SegmentedControl(
                id=state.control("lanes"),
                data=data,
                value=selection.lanes,
                size="sm",
                **{"aria-labelledby": "lanes-label"},
            ),
        ],
        className="choice",
    )


def window_buttons(selected: Selected) -> html.Div:
    """Buttons that set the window, within the whole period."""
    first, last = (date.fromordinal(day).isoformat() for day in figures.extent(selected.index))
    buttons = group(tr("Window"), *[button(text, zoom=move) for text, move in _MOVES])
    return html.Div(buttons, id="window", **{"data-first": first, "data-last": last})


_MOVES = (
    (tr("Zoom in"), "in"),
    (tr("Zoom out"), "out"),
    (tr("◀ Earlier"), "back"),
    (tr("Later ▶"), "forward"),
    (tr("Whole period"), "all"),
)
