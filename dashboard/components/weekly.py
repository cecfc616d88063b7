"""The numbers behind the four measures, as tables whose weeks and incidents are links."""

from dataclasses import replace
from datetime import date

import pandas as pd
from dash import dcc, html

from dashboard import figures
from dashboard.components.grids import grid
from dashboard.components.words import count
from dashboard.figures import measured
from dashboard.figures.harm import in_words
from dashboard.figures.means import told
from dashboard.language import tr
from dashboard.selection import Selected, Selection

MOST, MOST_NAMED = 60, 6


def folded(summary: str, *content: object) -> list:
    """Content behind a summary, which the keyboard opens."""
    return [html.Details([html.Summary(summary), *content], className="panel")]


def _week(start: int, end: int, selection: Selection) -> dcc.Link:
    """A week, as a link to its incidents on the timeline."""
    window = replace(selection.filtering, start=date.fromordinal(start), end=date.fromordinal(end))
    return dcc.Link(measured.say(start, end), href=f"/?{window.to_query()}")


# --- tempo -----------------------------------------------------------------------------------------------


def tempo(selection: Selection, selected: Selected) -> list:
    """Every week up to the known-by day: incidents of each direction, and the documents coded, by outlet."""
    by = measured.by_week(selected)
    bars = measured.incidents_by_week(selected).set_index(["week", "side"])[["certain", "possible"]].to_dict("index")
    coded = {week: rows for week, rows in measured.documents_by_week(selected).groupby("week")}
    last, drawn = figures.until(selected), {week for week, _ in bars}
    words = measured.side_words(selected)
    heads = (by.noun.capitalize(), tr("Upwards ▲"), tr("Downwards ▼"), tr("Neither"), tr("Documents coded"))
    body = [
        [
            _week(start, end, selection),
            *(_cell(bars.get((week, side))) for side in ("above", "below", "on")),
            _documents(coded.get(week), start, selected),
        ]
        for week, (start, end) in enumerate(by.days)
        if start <= last or week in drawn
    ]
    return [
        *folded(
            tr("The same as a table, by {noun}").format(noun=by.noun),
            html.P(_sides(words), className="quiet"),
            grid(tr("Incidents and documents by {noun}").format(noun=by.noun), heads, body),
        ),
        *_beside(selected),
    ]


def _sides(words: dict[str, str]) -> str:
    named = {tr("Upwards"): words["above"], tr("Downwards"): words["below"], tr("Neither"): words["on"]}
    return ". ".join(f"{side}: {kinds}" for side, kinds in named.items() if kinds) + "."


def _cell(cell: dict[str, int] | None) -> str:
    return told(cell["certain"], cell["possible"]) if cell else "0"


def _documents(rows: pd.DataFrame | None, start: int, selected: Selected) -> str:
    if start > selected.day:
        return tr("after the known-by day")
    if rows is None:
        return tr("nothing coded from these days")
    names = selected.dataset.by_id["outlets"]
    most = rows.sort_values("documents", ascending=False, kind="stable").head(MOST_NAMED)
    parts = [f"{names[row.outlet_id]['name']} {row.documents}" for row in most.itertuples()]
    more = [tr("{number} more outlets").format(number=len(rows) - MOST_NAMED)] if len(rows) > MOST_NAMED else []
    return f"{rows['documents'].sum()}: {', '.join([*parts, *more])}"


def _beside(selected: Selected) -> list:
    """What the bars leave out, in words."""
    unbounded = measured.unbounded(selected)
    others = int((measured.sided(selected)["side"] == "on").sum())
    kinds = measured.side_words(selected)["on"]
    undated = int((selected.dataset["sources"]["published"] == "").sum())
    notes = [
        tr("{incidents} without a first or a last possible day: in no bar.").format(
            incidents=count(unbounded, "{n} incident", "{n} incidents")
        )
        if unbounded
        else "",
        tr("{incidents} of kinds on neither side ({kinds}): in the table only.").format(
            incidents=count(others, "{n} incident", "{n} incidents"), kinds=kinds
        )
        if others
        else "",
        tr("{documents} without a day of publication: in no bar.").format(
            documents=count(undated, "{n} document", "{n} documents")
        )
        if undated
        else "",
        _not_narrowed(selected),
    ]
    return [html.P(" ".join(filter(None, notes)), className="quiet")]


def _not_narrowed(selected: Selected) -> str:
    asked = {"from", "to", "known_by", "outlet"}
    names = [name.replace("_", " ") for name in selected.selection.filtering.asked if name not in asked]
    return tr("Documents coded are not narrowed by {names}.").format(names=", ".join(names)) if names else ""


# --- means and reach -------------------------------------------------------------------------------------


def means(selection: Selection, selected: Selected) -> list:
    """Every weapon with its incidents, in all and by week."""
    return folded(tr("The same as a table, by weapon"), _named(tr("Weapon"), measured.means(selected)))


def places(selection: Selection, selected: Selected) -> list:
    """Every place with its incidents, in all and by week."""
    return folded(tr("The same as a table, by place"), _named(tr("Place"), measured.reach(selected)))


def _named(what: str, named: measured.Named) -> html.Div:
    heads = (what, tr("Upwards ▲"), tr("Downwards ▼"), tr("Neither"), tr("By week"))
    cells = {lane: rows for lane, rows in named.cells.sort_values("week").groupby("lane")}
    shown = named.totals.head(MOST)
    body = [
        [row.label, f"{row.above:,}", f"{row.below:,}", f"{row.on:,}", _weeks(cells.get(row.lane))]
        for row in shown.itertuples()
    ]
    more = len(named.totals) - len(shown)
    rest = [html.P(tr("{more} more follow; narrow the selection to see them.").format(more=more))] if more else []
    return html.Div([grid(tr("Incidents by {what}").format(what=what.lower()), heads, body), *rest])


def _weeks(rows: pd.DataFrame | None) -> str:
    if rows is None:
        return tr("not drawn by week")
    signs = {"above": "▲", "below": "▼"}
    shown = [
        f"{measured.say(row.start, row.end)} {signs[row.side]} {told(row.certain, row.possible)}"
        for row in rows.head(MOST).itertuples()
    ]
    more = [tr("{number} more weeks").format(number=len(rows) - MOST)] if len(rows) > MOST else []
    return "; ".join([*shown, *more])


def off_map(selection: Selection, selected: Selected) -> list:
    """Every place that the map holds or cannot hold, with its incidents and how exact its coordinates are."""
    totals = measured.reach(selected).totals
    places = selected.dataset.by_id["places"]
    label = selected.dataset.schema.label
    heads = (tr("Place"), tr("Upwards ▲"), tr("Downwards ▼"), tr("Coordinates"), tr("Stand for"))
    body = [
        [
            row.label, f"{row.above:,}", f"{row.below:,}", _coordinates(places[row.lane]),
            label("places", "precision", places[row.lane]["precision"]),
        ]
        for row in totals.head(MOST).itertuples()
    ]  # fmt: skip
    return folded(tr("The same as a table, with coordinates"), grid(tr("Places with their coordinates"), heads, body))


def _coordinates(place: dict[str, str]) -> str:
    stated = place["latitude"] and place["longitude"]
    return f"{place['latitude']}, {place['longitude']}" if stated else tr("not on the map: none given")


# --- harm ------------------------------------------------------------------------------------------------


def harm(selection: Selection, selected: Selected) -> list:
    """Every week in which somebody states a number: ranges by direction, and how many incidents state none."""
    if "outcome" in selected.dataset.hidden:
        return []
    frame = measured.casualties_by_week(selected)
    rows = {(row.week, row.side, row.of): row for row in frame.itertuples()}
    days = measured.by_week(selected).days
    columns = [(side, of) for side in measured.SIDES for of in ("killed", "injured")]
    body = [
        [_week(*days[week], selection), *(_range(rows.get((week, side, of))) for side, of in columns)]
        for week in sorted(set(frame["week"]))
    ]
    heads = (tr("Week"), tr("Killed ▲"), tr("Injured ▲"), tr("Killed ▼"), tr("Injured ▼"))
    return [
        *folded(tr("The same as a table, by week"), grid(tr("Killed and injured by week"), heads, body)),
        *_apart(selected),
    ]


def _range(row) -> str:
    if row is None:
        return tr("not stated")
    silent = tr(", not stated for {silent} more").format(silent=row.silent) if row.silent else ""
    return tr("{in_words} (in {incidents}{silent})").format(
        in_words=in_words(row.low, row.high),
        incidents=count(row.stated, "{n} incident", "{n} incidents"),
        silent=silent,
    )


def _apart(selected: Selected) -> list:
    """The incidents with a number that fall on no single week, or on neither side, one by one."""
    frame = measured.sided(selected)
    off = frame["incident_id"].isin(measured.several_weeks(selected)["incident_id"]) | (frame["side"] == "on")
    stated = frame["killed_low"].notna() | frame["injured_low"].notna()
    rows = frame[off & stated]
    items = [html.Li([incident(row.title, row.incident_id, selected), f": {_numbers(row)}"])
             for row in rows.head(MOST).itertuples()]  # fmt: skip
    if not items:
        return []
    return folded(
        tr("In no bar, because of an open date or their kind: {incidents}").format(
            incidents=count(len(rows), "{n} incident", "{n} incidents")
        ),
        html.Ul(items),
    )


def _numbers(row) -> str:
    killed, injured = (
        in_words(low, high) if pd.notna(low) else tr("not stated")
        for low, high in ((row.killed_low, row.killed_high), (row.injured_low, row.injured_high))
    )
    return tr("killed {killed}, injured {injured}").format(killed=killed, injured=injured)


def incident(title: str, incident_id: str, selected: Selected) -> html.A:
    """A link that opens an incident beside the page."""
    query = replace(selected.selection, incident=incident_id).to_query()
    return html.A(title, href=f"/escalation?{query}", className="incident", **{"data-incident": incident_id})
