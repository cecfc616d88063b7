"""Pages that a site of files has besides those of the served site: days, who is who, words, search, data, not found."""

from collections.abc import Mapping
from datetime import date

import pandas as pd
from dash import dcc, html

from dashboard import explained
from dashboard.components import lists, table, tallies
from dashboard.components.taken import NAMES
from dashboard.components.words import count, when
from dashboard.dataset import Dataset
from dashboard.exporters import EXPORTS
from dashboard.language import tr
from dashboard.selection import Selected, Selection
from dashboard.still import shown
from dashboard.still.places import Places, slug

# --- known by --------------------------------------------------------------------------------------------


def days(places: Places) -> list:
    """Every prepared day, with what became known on it."""
    everything = Selection().apply(places.dataset)
    told = _dated(everything.reports).groupby("known_day")["incident_id"].agg(["size", "nunique"])
    counted = _dated(everything.tallies)["known_day"].value_counts()
    months: dict[str, list] = {}
    for day in places.days:
        months.setdefault(f"{day:%Y-%m}", []).append(
            html.Li([html.A(when(day.isoformat()), href=_day(day)), _said(told, counted, day)])
        )
    parts = [part for month, items in months.items() for part in (html.H2(when(month)), html.Ul(items))]
    intro = tr(
        "Each page shows what could be read by its day: fewer incidents, weaker corroboration, older counts. "
        "Nothing that appeared later is on it."
    )
    return [html.H1(tr("Known by")), html.P(intro, className="sentence"), *parts]


def _dated(frame: pd.DataFrame) -> pd.DataFrame:
    """The rows that became known on a day which their document states."""
    return frame[~frame["undated"]]


def _said(told: pd.DataFrame, counted: pd.Series, day: date) -> str:
    """How much became known on a day."""
    parts, at = [], day.toordinal()
    if at in told.index:
        row = told.loc[at]
        parts = [tr("{reports} of {incidents}").format(
            reports=count(int(row["size"]), "{n} report", "{n} reports"),
            incidents=count(int(row["nunique"]), "{n} incident", "{n} incidents"),
        )]  # fmt: skip
    parts += [count(int(counted[at]), "{n} declared count", "{n} declared counts")] if at in counted.index else []
    return f": {', '.join(parts)}" if parts else ""


def day(places: Places, day: date) -> list:
    """The page as it could be read on a day: what was new, the figure, the list, the counts."""
    selection = Selection(known_by=day)
    selected = selection.apply(places.dataset)
    title = tr("As known by {day}").format(day=when(day.isoformat()))
    new = _dated(selected.reports)
    new = new[new["known_day"] == day.toordinal()]
    fresh = [lists.ITEMS["reports"](row, selection, selected) for row in new.to_dict("records")]
    heading = tr("New on this day: {reports}").format(reports=count(len(fresh), "{n} report", "{n} reports"))
    return shown.framed(
        title, selected, *_steps(places, day),
        *([html.H2(heading), html.Ol(fresh, className="incidents")] if fresh else []),
        shown.timeline(selection, selected),
        html.H2(tr("Incidents known by then")), *shown.listed(selection, selected), *_counted(selection, selected),
        *_steps(places, day, tr("Days, below the rows")),
    )  # fmt: skip


def _counted(selection: Selection, selected: Selected) -> list:
    if selected.tallies.empty:
        return []
    rows = table.first("tallies", selection, selected, tallies.MOST)
    return [html.H2(tr("Counts that somebody had declared")), rows]


def _day(day: date) -> str:
    return f"/?known_by={day.isoformat()}"


def _steps(places: Places, here: date, name: str = "") -> list:
    """Links to the days before and after, by which the page is stepped through."""
    at = list(places.days).index(here)
    before = places.days[at - 1] if at else None
    after = places.days[at + 1] if at + 1 < len(places.days) else None
    links = [
        (before and _day(before), tr("◀ Earlier report"), "prev"),
        (after and _day(after), tr("Later report ▶"), "next"),
        ("/known-by", tr("All days"), ""),
        ("/", tr("Everything known"), ""),
    ]
    items = [html.Li(html.A(words, href=href, rel=rel, className="button")) for href, words, rel in links if href]
    return [html.Nav(html.Ul(items, className="still-steps"), **{"aria-label": name or tr("Days")})]


# --- who, and what words mean ------------------------------------------------------------------------------


def actors(dataset: Dataset) -> list:
    """Everybody whom the data name, by party."""
    rows = dataset["actors"]
    parties = dataset.schema.categories("actors", "party")
    parts = [html.H1(tr("Who is who")), html.P(tr("Everybody who asserts something here, or is named in it."))]
    for party, words in parties.items():
        named = sorted(
            rows.loc[rows["party"] == party, "actor_id"], key=lambda key: dataset.by_id["actors"][key]["name"]
        )
        if named:
            parts += [html.H2(words["label"]), *[_actor(dataset, key) for key in named]]
    return parts


def _actor(dataset: Dataset, key: str) -> html.Section:
    found = explained.profile(dataset, "actors", key)
    facts = [part for label, words in found.facts for part in (html.Dt(label), html.Dd(words))]
    return html.Section(
        [html.H3(found.name, id=f"name-{key}"), html.Dl(facts)], id=key, **{"aria-labelledby": f"name-{key}"}
    )


def meanings(row: Mapping[str, str]) -> list[tuple[object, str | None]]:
    """What a word means, exactly and in plain words, each with its class.

    Who chose plain words alone under Reading sees the exact ones only where there are no others (still.css).
    """
    if not row["plain_language"]:
        return [(row["definition"], None)]
    plain = [html.Strong(tr("In plain words: ")), row["plain_language"]]
    return [(row["definition"], "exact"), (plain, None)]


def glossary(dataset: Dataset) -> list:
    """Every word that the package explains."""
    parts: list = [html.H1(tr("Glossary"))]
    for row in dataset["glossary"].sort_values("term", key=lambda terms: terms.str.lower()).to_dict("records"):
        parts += [html.H2(row["term"], id=slug(row["term"]))]
        parts += [html.P(words, className=look) for words, look in meanings(row)]
        also = row["also_said_as"].replace(";", "; ")
        parts += [html.P(tr("Sources also say: {words}").format(words=also), className="quiet")] if also else []
    return parts if len(parts) > 1 else [*parts, html.P(tr("This package explains no words."))]


# --- search ------------------------------------------------------------------------------------------------

RESULTS = "search-results"


def search() -> list:
    """The form and the place of its results; a script fills it from the index."""
    field = dcc.Input(type="search", name="q", id="search-words", maxLength=200, autoComplete="off")
    label = html.Label([tr("Words in titles, reports, quotations, names or places "), field])
    rule = tr(
        "All the words, in any order; names in any spelling; a word of three letters or more also finds longer ones; "
        "words in “quotes” are found as they are written."
    )
    words = {
        "data-say-none": tr("Nothing holds all of these words."),
        "data-say-one": tr("1 result"),
        "data-say-many": tr("{n} results"),
        "data-say-shown": tr("{n} results; the first {shown} are listed"),
        "data-say-ask": tr("Write one word or more."),
    }
    return [
        html.H1(tr("Search")),
        html.P(rule, className="quiet", id="search-rule"),
        html.Form([label, html.Button(tr("Search"), type="submit", className="button")], id="search", role="search"),
        html.P("", id="search-said", role="status", **words),
        html.Ol([], id=RESULTS, className="still-results"),
    ]


# --- data ----------------------------------------------------------------------------------------------------


def data(sizes: Mapping[str, int]) -> list:
    """Every download with its size in bytes."""
    parts: list = [html.H1(tr("Data")), html.P(tr("Every row that this site shows, to take away."))]
    for export, formats in EXPORTS.items():
        items = [_download(f"{export}{ending}", form.words, sizes) for ending, form in formats.items()]
        parts += [html.H2(NAMES.get(export, export.capitalize())), html.Ul(items)]
    figures = tr("The rows behind a figure are beside it, as CSV.")
    return [*parts, html.H2(tr("Figures")), html.P(figures)]


def _download(name: str, words: str, sizes: Mapping[str, int]) -> html.Li:
    return html.Li([html.A(name, href=f"/api/v1/{name}"), f": {words}, {_size(sizes[name])}"])


def _size(number: int) -> str:
    return f"{number / 1000:,.0f} kB" if number >= 1000 else f"{number} B"


def missing() -> list:
    """What is said where there is no page."""
    return [
        html.H1(tr("There is no page at this address")),
        html.P(tr("The address may be mistyped, or the page may have moved.")),
        html.P([html.A(tr("Go to the timeline"), href="/"), ", ", html.A(tr("or search"), href="/search"), "."]),
    ]
