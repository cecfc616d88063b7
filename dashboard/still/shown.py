"""What each page of a site of files shows: the parts of the served pages that need no server."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from dash import dcc, html

from dashboard.components import (
    accounts,
    chart,
    corrections,
    escalation,
    firsts,
    gentle,
    guide,
    history,
    lists,
    measures,
    method,
    notice,
    outlets,
    table,
    tallies,
    whereabouts,
)  # fmt: skip
from dashboard.components.plate import CONFIG
from dashboard.components.words import when
from dashboard.dataset import Dataset
from dashboard.figures import totals
from dashboard.language import tr
from dashboard.selection import Selected, Selection
from dashboard.still.places import Places

ROWS = 500
"""How many incidents one page lists."""
MOST_ROWS = 1_000
"""How many rows one table shows; the downloads hold them all."""


def framed(title: str, selected: Selected, *parts: object) -> list:
    """A page about a selection: what it shows in words, then its parts, then how to read it."""
    return [
        html.H1(title),
        html.P(selected.sentence, className="sentence"),
        html.P(notice.breakdown(selected), className="breakdown"),
        *notice.set_aside(selected.dataset),
        *notice.banners(selected),
        *parts,
        guide.guide(),
    ]


# --- the timeline ----------------------------------------------------------------------------------------


def timeline(selection: Selection, selected: Selected) -> html.Figure:
    """The figure with its strip, across which a stretch of it is chosen."""
    label = tr("Strip of incidents per day. Drag across it to see a stretch of the figure above.")
    drawn = chart.timeline(selection, selected)
    return chart.PLATE.figure(
        drawn,
        chart.takeaway(selected),
        html.P(chart.silence(selected), className="quiet"),
        html.Div(chart.key(selected)),
        html.Div(
            dcc.Graph(id=chart.STRIP, figure=chart.strip(selected), config=CONFIG),
            role="img", className="graph strip", **{"aria-label": label},
        ),
        chart.legend(selected),
        above=[chart.note(selection, selected, drawn)],
    )  # fmt: skip


def listed(selection: Selection, selected: Selected, page: int = 1) -> list:
    """The incidents of a page of the list."""
    if selected.incidents.empty:
        return [html.P(tr("Nothing was known yet."))]
    asked = replace(selection, per=ROWS, page=page)
    rows, _ = table.part("incidents", asked, selected)
    return [html.Ol([lists.ITEMS["incidents"](row, selection, selected) for row in rows], className="incidents")]


def first_page(dataset: Dataset, page: int, pages: int) -> list:
    """The timeline with the list; further pages hold the rest of the list."""
    selection = Selection()
    selected = selection.apply(dataset)
    parts = [html.H2(tr("Incidents"), id="incidents-list"), *_pager(page, pages), *listed(selection, selected, page)]
    if page > 1:
        return [html.H1(tr("{title}: page {page} of the list").format(title=dataset.schema.title, page=page)), *parts]
    number = table.how_many("tallies", selected)
    more = html.P(html.A(tr("All {number}").format(number=number), href="/counts"))
    counted = [
        html.H2(tr("Counts that somebody declared")),
        table.first("tallies", selection, selected, tallies.MOST),
        more,
    ]
    here = html.P(
        [
            tr("This is a site of files: it has no filters. "),
            html.A(tr("Search"), href="/search"), tr(" finds incidents by words; "),
            html.A(tr("Known by"), href="/known-by"),
            tr(" shows what could be read on each day; the figure zooms, and its marks open their incidents."),
        ],
        className="quiet still-notice",
    )  # fmt: skip
    shown = [here, timeline(selection, selected), *parts, *(counted if len(selected.tallies) else [])]
    return framed(dataset.schema.title, selected, *shown)


def pages(dataset: Dataset) -> int:
    """How many pages the list of all incidents has."""
    return max(1, -(-len(Selection().apply(dataset).incidents) // ROWS))


def _pager(page: int, last: int) -> list:
    if last == 1:
        return []
    links = [
        html.Li(html.A(str(number), href=f"/list/{number}") if number != page else html.Strong(str(number)))
        for number in range(1, last + 1)
    ]
    return [html.Nav(html.Ul(links, className="still-steps"), **{"aria-label": tr("Pages of the list")})]


# --- counts ----------------------------------------------------------------------------------------------


def measured(dataset: Dataset) -> list[str]:
    """The measures of which somebody declared a running total, in the order of the package."""
    selected = Selection().apply(dataset)
    return [name for name in dataset.schema.categories("tallies", "measure") if not totals(selected, name).empty]


def counts(dataset: Dataset) -> list:
    """Every measure with a running total as a figure, counts that cannot all hold, and the table of all."""
    selection = Selection()
    selected = selection.apply(dataset)
    names = measured(dataset)
    figures = [part for place, name in enumerate(names) for part in _measure(name, selected, place > 0)]
    label = dataset.schema.label
    against = [
        part
        for name in names
        for part in (
            html.H3(label("tallies", "measure", name)),
            *measures.contradicted(Selection(measure=name), selected),
        )
    ]
    rows = table.first("tallies", selection, selected, MOST_ROWS) if len(selected.tallies) else html.P(tallies.NONE)
    return framed(
        tr("Declared counts"), selected, *figures,
        html.H2(tr("Counts that cannot all hold")), *against,
        html.H2(tr("Counts that somebody declared")), *_cut(len(selected.tallies), "tallies"), rows,
    )  # fmt: skip


def _measure(name: str, selected: Selected, further: bool) -> list:
    """The figure of one measure; a further one has neither ids of the first nor ways to take it away."""
    asked, label = Selection(measure=name), selected.dataset.schema.label("tallies", "measure", name)
    plate = replace(measures.PLATE, name=f"counts-{name}", bare=True) if further else measures.PLATE
    heading = html.H2(tr("{title}: {measure}").format(title=measures.PLATE.title, measure=label))
    below = html.Div(measures.key(asked, selected))
    titled = replace(plate, title=heading.children)
    figure = measures.framed(titled, asked, selected, below)
    return [heading, figure] if further else [figure]


def tally(dataset: Dataset, key: str) -> list:
    """One declared count: what is named for it here, and why they differ."""
    row = dataset.by_id["tallies"][key]
    asked = Selection(tally=key, measure=row["measure"])
    explained = measures.explained(asked, Selection().apply(dataset))
    back = html.P(html.A(tr("All declared counts"), href="/counts"))
    named = [gentle.held_back(*_counted(dataset, row), COUNT, linked=True), _said(row)]
    return [html.H1(named), back, *explained]


COUNT = tr("count left out in gentle mode")


def tally_name(dataset: Dataset, key: str, gently: bool = False) -> str:
    """A declared count in a few words: the number, what of, and when it was said; or as gentle mode gives it."""
    row = dataset.by_id["tallies"][key]
    words, harm = _counted(dataset, row)
    return (COUNT[:1].upper() + COUNT[1:] if gently and harm else words) + _said(row)


def _counted(dataset: Dataset, row: dict[str, str]) -> tuple[str, bool]:
    """The number of a declared count and what of, and whether these are people harmed."""
    label = dataset.schema.label
    number = f"{label('tallies', 'qualifier', row['qualifier'])} {row['value']}".strip()
    return f"{number} {label('tallies', 'measure', row['measure'])}", gentle.of_count(dataset, row)


def _said(row: dict[str, str]) -> str:
    return f", {when(row['said_on'])}" if row["said_on"] else ""


def _cut(number: int, name: str) -> Sequence:
    if number <= MOST_ROWS:
        return []
    words = tr("The first {most:,} of {number:,} rows; ").format(most=MOST_ROWS, number=number)
    return [html.P([words, html.A(tr("all as CSV"), href=f"/api/v1/{name}.csv")])]


# --- escalation -----------------------------------------------------------------------------


def escalated(dataset: Dataset) -> list:
    """The four measures and what was reported first."""
    selection = Selection()
    selected = selection.apply(dataset)
    *plain, harm = escalation.MEASURES
    drawn = [escalation.figure(measure, selection, selected) for measure in plain]
    warned = escalation.warned(harm, selection, selected)
    return framed(tr("Escalation, as it was reported"), selected, *drawn, warned, firsts.section(selected))


# --- one incident, one outlet, the method ----------------------------------------------------------------


def incident(places: Places, key: str, day: date | None = None) -> list:
    """Every account of one incident as known by a day, and how it came to be known."""
    selection = Selection(incident=key, known_by=day)
    selected = selection.apply(places.dataset)
    return [
        html.H1(gentle.opened(selected, key)),
        *_stood(places, key, day),
        *accounts.summary(selection, selected),
        html.H2(tr("Who says what")),
        *accounts.told(selection, selected),
        *history.standing_over_time(selected, key),
        *history.clocks(selected, key),
        *whereabouts.whereabouts(selected, key),
        *history.relays(selected, key),
        *history.near(selected, key),
        *([] if day else [corrections.cite(selection, selected)]),
    ]


def _stood(places: Places, key: str, day: date | None) -> list:
    """Links to the same incident as it could be read on each day on which something about it became known."""
    days = places.incident_days.get(key, ())
    if not days:
        return []
    named = [(one, tr("by {day}").format(day=when(one.isoformat()))) for one in days] + [(None, tr("everything known"))]
    items = [
        html.Li(html.Strong(words) if one == day else html.A(words, href=_incident(key, one))) for one, words in named
    ]
    here = []
    if day:
        words = tr("The accounts as they could be read by {day}.").format(day=when(day.isoformat()))
        here = [html.P(words, className="banner")]
    nav = html.Nav(html.Ul(items, className="still-steps"), **{"aria-label": tr("As known by")})
    return [html.P(tr("As known:"), className="quiet"), nav, *here]


def _incident(key: str, day: date | None) -> str:
    query = Selection(known_by=day).to_query()
    return f"/incidents/{key}?{query}".rstrip("?")


def all_outlets(dataset: Dataset) -> list:
    """The table of the outlets that carry a report."""
    selection = Selection()
    selected = selection.apply(dataset)
    rows = table.first("outlets", selection, selected, MOST_ROWS) if len(selected.reports) else html.P(tr("No outlet."))
    return framed(tr("Sources"), selected, html.H2(tr("Outlets")), rows)


def outlet(dataset: Dataset, key: str) -> list:
    """One outlet."""
    selected, everything = Selection(outlet=(key,)).apply(dataset), Selection().apply(dataset)
    back = html.P(html.A(tr("All outlets"), href="/sources"))
    return [html.H1(dataset.by_id["outlets"][key]["name"]), back, *outlets.profile(key, selected, everything)]


def methods(dataset: Dataset) -> list:
    """How the site knows what it shows."""
    return [
        html.H1(tr("Method")), *notice.set_aside(dataset), *method.sections(dataset, Selection().apply(dataset)),
    ]  # fmt: skip
