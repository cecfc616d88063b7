"""The numbers behind the four measures, as tables whose weeks and incidents are links."""

from dataclasses import replace
from datetime import date

import pandas as pd
from dash import dcc, html

from dashboard.components.grids import grid
from dashboard.components.words import count
from dashboard.figures import measured
from dashboard.figures.harm import in_words
from dashboard.figures.means import told
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
    """Every week: incidents of each direction, and the documents coded, by outlet."""
    by = measured.by_week(selected)
    bars = measured.incidents_by_week(selected).set_index(["week", "side"])[["certain", "possible"]].to_dict("index")
    coded = {week: rows for week, rows in measured.documents_by_week(selected).groupby("week")}
    words = measured.side_words(selected)
    heads = (by.noun.capitalize(), "Upwards ▲", "Downwards ▼", "Neither", "Documents coded")
    body = [
        [
            _week(start, end, selection),
            *(_cell(bars.get((week, side))) for side in ("above", "below", "on")),
            _documents(coded.get(week), start, selected),
        ]
        for week, (start, end) in enumerate(by.days)
    ]
    return [
        *folded(
            f"The same as a table, by {by.noun}",
            html.P(_sides(words), className="quiet"),
            grid(f"Incidents and documents by {by.noun}", heads, body),
        ),
        *_beside(selected),
    ]


def _sides(words: dict[str, str]) -> str:
    named = {"Upwards": words["above"], "Downwards": words["below"], "Neither": words["on"]}
    return ". ".join(f"{side}: {kinds}" for side, kinds in named.items() if kinds) + "."


def _cell(cell: dict[str, int] | None) -> str:
    return told(cell["certain"], cell["possible"]) if cell else "0"


def _documents(rows: pd.DataFrame | None, start: int, selected: Selected) -> str:
    if start > selected.day:
        return "after the known-by day"
    if rows is None:
        return "nothing coded from these days"
    names = selected.dataset.by_id["outlets"]
    most = rows.sort_values("documents", ascending=False, kind="stable").head(MOST_NAMED)
    parts = [f"{names[row.outlet_id]['name']} {row.documents}" for row in most.itertuples()]
    more = [f"{len(rows) - MOST_NAMED} more outlets"] if len(rows) > MOST_NAMED else []
    return f"{rows['documents'].sum()}: {', '.join([*parts, *more])}"


def _beside(selected: Selected) -> list:
    """What the bars leave out, in words."""
    unbounded = measured.unbounded(selected)
    others = int((measured.sided(selected)["side"] == "on").sum())
    kinds = measured.side_words(selected)["on"]
    undated = int((selected.dataset["sources"]["published"] == "").sum())
    notes = [
        f"{count(unbounded, 'incident')} without a first or a last possible day: in no bar." if unbounded else "",
        f"{count(others, 'incident')} of kinds on neither side ({kinds}): in the table only." if others else "",
        f"{count(undated, 'document')} without a day of publication: in no bar." if undated else "",
        _not_narrowed(selected),
    ]
    return [html.P(" ".join(filter(None, notes)), className="quiet")]


def _not_narrowed(selected: Selected) -> str:
    asked = {"from", "to", "known_by", "outlet"}
    names = [name.replace("_", " ") for name in selected.selection.filtering.asked if name not in asked]
    return f"Documents coded are not narrowed by {', '.join(names)}." if names else ""


# --- means and reach -------------------------------------------------------------------------------------


def means(selection: Selection, selected: Selected) -> list:
    """Every weapon with its incidents, in all and by week."""
    return folded("The same as a table, by weapon", _named("Weapon", measured.means(selected)))


def places(selection: Selection, selected: Selected) -> list:
    """Every place with its incidents, in all and by week."""
    return folded("The same as a table, by place", _named("Place", measured.reach(selected)))


def _named(what: str, named: measured.Named) -> html.Div:
    heads = (what, "Upwards ▲", "Downwards ▼", "Neither", "By week")
    cells = {lane: rows for lane, rows in named.cells.sort_values("week").groupby("lane")}
    shown = named.totals.head(MOST)
    body = [
        [row.label, f"{row.above:,}", f"{row.below:,}", f"{row.on:,}", _weeks(cells.get(row.lane))]
        for row in shown.itertuples()
    ]
    more = len(named.totals) - len(shown)
    rest = [html.P(f"{more} more follow; narrow the selection to see them.")] if more else []
    return html.Div([grid(f"Incidents by {what.lower()}", heads, body), *rest])


def _weeks(rows: pd.DataFrame | None) -> str:
    if rows is None:
        return "not drawn by week"
    signs = {"above": "▲", "below": "▼"}
    shown = [
        f"{measured.say(row.start, row.end)} {signs[row.side]} {told(row.certain, row.possible)}"
        for row in rows.head(MOST).itertuples()
    ]
    more = [f"{len(rows) - MOST} more weeks"] if len(rows) > MOST else []
    return "; ".join([*shown, *more])


def off_map(selection: Selection, selected: Selected) -> list:
    """Every place that the map holds or cannot hold, with its incidents and how exact its coordinates are."""
    totals = measured.reach(selected).totals
    places = selected.dataset.by_id["places"]
    label = selected.dataset.schema.label
    heads = ("Place", "Upwards ▲", "Downwards ▼", "Coordinates", "Stand for")
    body = [
        [
            row.label, f"{row.above:,}", f"{row.below:,}", _coordinates(places[row.lane]),
            label("places", "precision", places[row.lane]["precision"]),
        ]
        for row in totals.head(MOST).itertuples()
    ]  # fmt: skip
    return folded("The same as a table, with coordinates", grid("Places with their coordinates", heads, body))


def _coordinates(place: dict[str, str]) -> str:
    stated = place["latitude"] and place["longitude"]
    return f"{place['latitude']}, {place['longitude']}" if stated else "not on the map: none given"


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
    heads = ("Week", "Killed ▲", "Injured ▲", "Killed ▼", "Injured ▼")
    return [*folded("The same as a table, by week", grid("Killed and injured by week", heads, body)), *_apart(selected)]


def _range(row) -> str:
    if row is None:
        return "not stated"
    silent = f", not stated for {row.silent} more" if row.silent else ""
    return f"{in_words(row.low, row.high)} (in {count(row.stated, 'incident')}{silent})"


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
    return folded(f"In no bar, because of an open date or their kind: {count(len(rows), 'incident')}", html.Ul(items))


def _numbers(row) -> str:
    killed, injured = (
        in_words(low, high) if pd.notna(low) else "not stated"
        for low, high in ((row.killed_low, row.killed_high), (row.injured_low, row.injured_high))
    )
    return f"killed {killed}, injured {injured}"


def incident(title: str, incident_id: str, selected: Selected) -> html.A:
    """A link that opens an incident beside the page."""
    query = replace(selected.selection, incident=incident_id).to_query()
    return html.A(title, href=f"/escalation?{query}", className="incident", **{"data-incident": incident_id})
