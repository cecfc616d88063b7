"""How one incident came to be known: its standing over time, the two clocks of its reports, what was near it."""

import pandas as pd
from dash import dcc, html

from dashboard import edtf, figures
from dashboard.components import explain, gentle
from dashboard.components.buttons import button
from dashboard.components.plate import Plate
from dashboard.components.words import count, day, full, level, when
from dashboard.derive import LEVELS, Index, known_date
from dashboard.derive.index import HIDDEN
from dashboard.figures.drawn import accounts
from dashboard.language import tr
from dashboard.selection import Selected

NEAR_DAYS, MOST_NEAR = 7, 12


def standing_over_time(selected: Selected, incident: str) -> list:
    """One line per day on which the standing changed, up to the known-by day."""
    frame = selected.index.standings
    rows = frame[(frame["incident_id"] == incident) & (frame["from_day"] <= selected.day)]
    dataset, seen, items = selected.dataset, set(), []
    for row in rows.itertuples():
        new = {name for name in (*LEVELS, "disputed", "outlet", "origin") if name in _standing(row)} - seen
        items.append(
            html.Li([html.Strong(f"{since(selected.index, row)}: "), *explain.marked(dataset, _standing(row), *new)])
        )
        seen |= new
    return [html.H2(tr("How it came to stand")), html.Ol(items, className="history")] if items else []


def since(index: Index, row) -> str:
    """When a standing began: a day, or that reports without a day, which count at the end, are counted with it."""
    told = index.reports[index.reports["incident_id"] == row.incident_id]
    appeared = (told["known_day"] == row.from_day) & ~told["undated"]
    undated = row.from_day == index.end and told["undated"].any() and not appeared.any()
    return tr("Counting what has no day") if undated else day(row.from_day)


def _standing(row) -> str:
    if row.corroboration == HIDDEN or (row.reports and not row.origins):  # of a statement only its origins are hidden
        return tr("{standing}; dated {date}").format(standing=level(row), date=when(row.date))
    undated = tr(", {undated} known at an unknown date").format(undated=row.undated) if row.undated else ""
    return tr("{standing}; {reports}, {origins}, {outlets}{undated}; dated {date}").format(
        standing=level(row),
        reports=count(row.reports, "{n} report", "{n} reports"),
        origins=count(row.origins, "{n} origin", "{n} origins"),
        outlets=count(row.outlets, "{n} outlet", "{n} outlets"),
        undated=undated,
        date=when(row.date),
    )


def clocks(selected: Selected, incident: str, plate: Plate | None = None) -> list:
    """The two clocks as a figure, with the lag in words."""
    frame = accounts(selected, incident)
    lags = pd.to_numeric(frame["lag"], errors="coerce").dropna()
    words = (
        tr("Lag from the last day given to the day of reading: {number} to {number_2} days.").format(
            number=int(lags.min()), number_2=int(lags.max())
        )
        if len(lags)
        else tr("No lag can be said.")
    )
    says = [
        tr("A bar or stroke is when a report says that it happened, a ring is when the report could be read. "),
        *explain.marked(selected.dataset, words, "lag"),
    ]
    labels = [_label(row, selected) for row in frame.itertuples()]
    texts = [_text(row, selected) for row in frame.itertuples()]
    return [(plate or CLOCKS).figure(figures.clocks(frame.assign(label=labels, text=texts)), says)]


CLOCKS = Plate(
    "clocks",
    tr("Two clocks"),
    tr("For each report, the days on which it says that this happened, and the day it became known."),
    data={"clocks": tr("Data (CSV)")},
)


def _label(row, selected: Selected) -> str:
    name = selected.dataset.by_id["outlets"][row.outlet_id]["name"]
    return name if len(name) <= 28 else name[:27] + "…"


def _text(row, selected: Selected) -> str:
    who = selected.dataset.by_id["actors"][row.asserted_by]["name"]
    happened = edtf.short(edtf.parse(row.date)) if row.date else tr("day not stated")
    date = known_date(selected.dataset, row._asdict())
    return tr("{who}<br>happened: {happened}<br>known: {known}").format(
        who=who, happened=happened, known=full(date) if date else tr("day unknown")
    )


def near(selected: Selected, incident: str) -> list:
    """Other incidents at the same place within a week, as links."""
    here = selected.standings[selected.standings["incident_id"] == incident]
    if here.empty or not here["place_id"].iloc[0]:
        return []
    row, frame = here.iloc[0], selected.standings
    same = frame[(frame["place_id"] == row["place_id"]) & (frame["incident_id"] != incident)]
    close = same[
        (same["first_day"] - row["last_day"] <= NEAR_DAYS) & (row["first_day"] - same["last_day"] <= NEAR_DAYS)
    ]
    items = [
        html.Li(
            [
                dcc.Link(gentle.named(selected.dataset, other.incident_id), href=f"/incidents/{other.incident_id}"),
                f", {when(other.date)}",
            ]
        )
        for other in close.sort_values("last_day").head(MOST_NEAR).itertuples()
    ]
    return [html.H2(tr("At the same place within a week")), html.Ul(items)] if items else []


def relays(selected: Selected, incident: str) -> list:
    """Who relays whom, among the documents that report this and were known by the day."""
    if "corroboration" in selected.dataset.hidden:
        return []
    documents = accounts(selected, incident)["source_id"].unique()
    sources, dataset = selected.dataset.by_id["sources"], selected.dataset
    chain = [
        (sources[key]["outlet_id"], sources[key]["via_outlet_id"]) for key in documents if sources[key]["via_outlet_id"]
    ]
    items = [
        html.Li([explain.outlet(dataset, one), tr(" relays "), explain.outlet(dataset, other)])
        for one, other in dict.fromkeys(chain)
    ]
    heading = html.H2([tr("Who "), explain.term(dataset, "relay", "relays"), tr(" whom")])
    return [heading, html.Ul(items)] if items else []


def copy_link() -> html.Button:
    """Copies the address of this page."""
    return button(tr("Copy link"), copy="{address}")
