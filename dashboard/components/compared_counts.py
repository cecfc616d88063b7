"""The declared counts of two sides, side by side: of two days, what rose."""

from dash import html

from dashboard.components import gentle
from dashboard.components.compare import pair, takeaway
from dashboard.components.grids import grid
from dashboard.components.noted import Notes
from dashboard.components.words import count, speaker, when
from dashboard.language import tr
from dashboard.selection import Selected, Selection, Sides
from dashboard.selection.declared import Declared, Latest, alone, declared

COUNTS = "sides-counts"
MOST = 40


def section(selection: Selection, selected: Selected) -> html.Section:
    """The declared counts with their heading."""
    return html.Section(
        [
            html.H2(tr("Counts that each side declares"), id="counts-title"),
            html.Div(table(selection, selected), id=COUNTS),
        ],
        **{"aria-labelledby": "counts-title"},
    )


def table(selection: Selection, selected: Selected) -> list:
    """The latest count of each side per measure, the first MOST; words where there is none to hold side by side."""
    both = pair(selection, selected)
    if not both:
        return [html.P(takeaway(selection, selected))]
    found = declared(both)
    notes = [_alone(both), *([_ignored(both)] if both.common.ignored else [])]
    if not found:
        return [html.P(_NONE[both.by == "known_by"]), *[html.P(note, className="quiet") for note in notes]]
    heads = (tr("Measure"), f"A: {both.a.name}", f"B: {both.b.name}", *_MORE[both.by == "known_by"])
    behind = Notes(both.common)
    body = [_cells(row, both, behind) for row in found[:MOST]]
    rest = [html.P(tr("{number} more are not shown.").format(number=len(found) - MOST))] if len(found) > MOST else []
    caption = tr("Declared counts of both sides, by measure")
    return [html.P(_HOW[both.by == "known_by"]), grid(caption, heads, body), *rest,
            *[html.P(note, className="quiet") for note in notes], *behind.listed()]  # fmt: skip


_NONE = {
    False: tr("No measure is counted on both sides."),
    True: tr("No count of one speaker, baseline and area changed between the two days."),
}
_HOW = {
    False: tr(
        "The latest count of each side. Two counts of one measure can start on other days and cover other areas."
    ),
    True: tr("Counts of one speaker, of one baseline and area, that changed between the two days."),
}
_MORE = {False: (), True: (tr("B less A"),)}


def _cells(row: Declared, both: Sides, notes: Notes) -> list:
    schema = both.common.dataset.schema
    cells = [schema.label("tallies", "measure", row.measure), *(_count(one, both, notes) for one in (row.a, row.b))]
    if row.rose is None:
        return cells
    harm = any(gentle.of_count(both.common.dataset, one.tally) for one in (row.a, row.b))
    return [*cells, gentle.held_back(f"{row.rose:+,}", harm)]


def _count(side: Latest, both: Sides, notes: Notes) -> list:
    row, data = side.tally, both.common.dataset
    qualifier = data.schema.label("tallies", "qualifier", row["qualifier"])
    source = data.by_id["sources"][row["source_id"]]
    said = row["said_on"] or source["published"]
    known = f", {when(said)}" if said else tr(", day not stated")
    since = tr(" since {when}").format(when=when(row["since"])) if row["since"] else tr(" (no first day given)")
    where = data.by_id["places"].get(row["scope"], {}).get("name") or row["scope"].replace(";", ", ")
    area = f", {where}" if where else tr(", no area named")
    more = tr(" The latest of {number}.").format(number=side.number) if side.number > 1 else ""
    return [
        html.Strong(gentle.held_back(f"{qualifier} {row['value']}".strip(), gentle.of_count(data, row))),
        f"{since}{area}: {speaker(data, row['asserted_by'])}{known}.{more}",
        notes.mark([row["source_id"]]),
    ]


def _alone(both: Sides) -> str:
    one, other = alone(both)
    return tr("Only A carries {declared_counts}, only B {declared_counts_2}.").format(
        declared_counts=count(one, "{n} declared count", "{n} declared counts"),
        declared_counts_2=count(other, "{n} declared count", "{n} declared counts"),
    )


def _ignored(both: Sides) -> str:
    names = ", ".join(name.replace("_", " ") for name in both.common.ignored)
    return tr("Declared counts cannot follow every filter: these are not narrowed by {names}.").format(names=names)
