"""The frames that figures draw, made from what is selected: marks in lanes, declared totals, days for the strip."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from html import escape

import pandas as pd

from dashboard import edtf
from dashboard.derive import Index, itemised
from dashboard.derive.index import ALWAYS, NOT_STATED
from dashboard.selection import Selected

MOST_LANES = 24
NO_PLACE_SAID = "statements"
MARK_COLUMNS = (
    "incident_id", "lane", "first_day", "last_day", "open", "approximate", "rivals", "symbol", "side", "corroboration",
    "disputed", "text",
)  # fmt: skip
TOTAL_COLUMNS = ("tally_id", "day", "value", "party", "party_label", "low", "high", "text")


@dataclass(frozen=True)
class Lane:
    """One lane: what it stands for and its name."""

    key: str
    label: str


# --- lanes and marks -------------------------------------------------------------------------------------


def marks(selected: Selected, by: str = "place") -> tuple[list[Lane], pd.DataFrame]:
    """The lanes in order from the top, and one mark per incident and lane (columns: MARK_COLUMNS).

    ``by`` is what the lanes stand for: place, party, weapon, outlet or kind.

    Past MOST_LANES the lanes with the fewest incidents share the last one.
    """
    placed = _placed(selected, by)
    order = _ORDER[by](selected, placed["lane"])
    kept, rest = _most(order, placed["lane"])
    lanes = [Lane(key, label) for key, label in order.items() if key in kept]
    if rest:
        lanes.append(Lane("more", f"{len(rest)} more lanes"))
        placed = placed.assign(lane=placed["lane"].where(~placed["lane"].isin(rest), "more")).drop_duplicates()
    frame = placed.merge(_drawn(selected), on="incident_id", how="inner")
    return lanes, frame[list(MARK_COLUMNS)].sort_values(["last_day", "incident_id"], ignore_index=True)


def _most(order: dict[str, str], lanes: pd.Series) -> tuple[set[str], set[str]]:
    if len(order) <= MOST_LANES:
        return set(order), set()
    kept = set(lanes.value_counts().index[: MOST_LANES - 1])
    return kept, set(order) - kept


def _placed(selected: Selected, by: str) -> pd.DataFrame:
    """Pairs of incident and lane: an incident stands in each lane that one of its reports puts it in."""
    column = {"party": "acting", "weapon": "weapons", "outlet": "outlets"}.get(by)
    if column:
        frame = selected.reports[["incident_id", column]].drop_duplicates()
        lanes = frame[column].str.strip(";").str.split(";")
        return frame[["incident_id"]].assign(lane=lanes).explode("lane").drop_duplicates(ignore_index=True)
    frame = selected.incidents
    if by == "kind":
        return pd.DataFrame({"incident_id": frame["incident_id"], "lane": frame["kind"]})
    said = frame["kind"].isin(selected.dataset.schema.flagged("incidents", "kind", "said"))
    silent = said.map({True: NO_PLACE_SAID, False: NOT_STATED})
    lane = frame["place_id"].where(frame["place_id"] != "", silent)
    return pd.DataFrame({"incident_id": frame["incident_id"], "lane": lane})


def _by_place(selected: Selected, present: pd.Series) -> dict[str, str]:
    """Places country by country, larger ones first; statements and unplaced incidents at the end."""
    around, names = selected.index.relations.around, selected.dataset.by_id["places"]
    places = [key for key in present.unique() if key in names]
    ordered = sorted(places, key=lambda key: [names[step]["name"] for step in reversed(around[key])])
    last = {NO_PLACE_SAID: "Statements", NOT_STATED: "Place not stated"}
    return {key: names[key]["name"] for key in ordered} | {k: v for k, v in last.items() if k in set(present)}


def _by_category(table: str, column: str, silent: str):  # noqa: ANN202
    def order(selected: Selected, present: pd.Series) -> dict[str, str]:
        words = {v: c["label"] for v, c in selected.dataset.schema.categories(table, column).items()}
        words[NOT_STATED] = silent
        return {key: _capital(label) for key, label in words.items() if key in set(present)}

    return order


def _by_outlet(selected: Selected, present: pd.Series) -> dict[str, str]:
    names = selected.dataset.by_id["outlets"]
    return {key: names[key]["name"] for key in present.value_counts().index}


_ORDER = {
    "place": _by_place,
    "party": _by_category("actors", "party", "Nobody named"),
    "weapon": _by_category("reports", "weapon", "Weapon not stated"),
    "kind": _by_category("incidents", "kind", "Kind not stated"),
    "outlet": _by_outlet,
}


def _drawn(selected: Selected) -> pd.DataFrame:
    frame = selected.incidents
    kinds = selected.dataset.schema.categories("incidents", "kind")
    dates = [edtf.parse(text) for text in frame["date"]]
    return frame.assign(
        open=[_open(date) for date in dates],
        approximate=[date.approximate for date in dates],
        rivals=[_rivals(selected, row.incident_id, row.conflicts) for row in frame.itertuples()],
        symbol=[kinds[kind]["symbol"] for kind in frame["kind"]],
        side=[kinds[kind]["side"] for kind in frame["kind"]],
        text=list(_hover(selected)),
    )


def _open(date: edtf.Edtf) -> str:
    return "start" if date.earliest is None else "end" if date.latest is None else ""


def _rivals(selected: Selected, incident_id: str, conflicts: str) -> tuple[int, ...]:
    """The last days of dates that cannot both hold; none where the reports agree."""
    if "date" not in conflicts.split(";"):
        return ()
    known = selected.index.known(incident_id, selected.day)
    return tuple(sorted({report.date.last_day for report in known if report.date}))


def _hover(selected: Selected) -> Iterator[str]:
    names = selected.dataset.by_id["places"]
    for row in selected.incidents.itertuples():
        place = names[row.place_id]["name"] if row.place_id else "place not stated"
        lines = (f"<b>{escape(row.title)}</b>", f"{edtf.short(edtf.parse(row.date))} · {escape(place)}", standing(row))
        yield "<br>".join(lines)


def standing(row: object) -> str:
    """How an incident stands, in words: "claimed, disputed; 3 reports, 1 origin"."""
    level = row.corroboration or "no corroboration level"
    dispute = ", disputed" if row.disputed else ""
    return f"{level}{dispute}; {row.reports} report{_s(row.reports)}, {row.origins} origin{_s(row.origins)}"


def _s(number: int) -> str:
    return "" if number == 1 else "s"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


# --- declared totals -------------------------------------------------------------------------------------


def totals(selected: Selected) -> pd.DataFrame:
    """Declared running totals of the first measure that can be itemised, with what the data set names for each.

    A total gives its baseline, is no part of another and is not its source's own inference. Columns: TOTAL_COLUMNS;
    ``low`` and ``high`` are the certain attacks named and the certain and possible ones together.
    """
    measure = first_measure(selected)
    frame = selected.tallies
    kept = frame[(frame["measure"] == measure) & (frame["since"] != "") & (frame["part_of"] == "")]
    rows = [_total(selected, row) for row in kept[kept["derived_by"] == ""].to_dict("records")]
    return pd.DataFrame(rows, columns=list(TOTAL_COLUMNS)).sort_values(["day", "value"], ignore_index=True)


def first_measure(selected: Selected) -> str:
    """The measure that the counts band shows: the first that the descriptor can itemise."""
    measures = selected.dataset.schema.categories("tallies", "measure")
    return next((value for value, words in measures.items() if words.get("itemised")), "")


def _total(selected: Selected, row: dict) -> dict:
    named = itemised(selected.index, row, selected.day)
    words = selected.dataset.schema.label("actors", "party", row["party"])
    qualifier = selected.dataset.schema.label("tallies", "qualifier", row["qualifier"])
    speaker = selected.dataset.by_id["actors"][row["asserted_by"]]["name"]
    possible = named.high_possible - named.high
    more = f" (and possibly {possible:g} more)" if possible else ""
    lines = (
        f"<b>{qualifier} {row['value']} {row['measure']}</b>".replace("<b> ", "<b>"),
        f"{escape(speaker)}, since {edtf.short(edtf.parse(row['since']))}",
        f"named here for the same window: {named.low:g}{more}",
    )
    return {
        "tally_id": row["tally_id"], "day": int(row["first_day"]), "value": int(row["value"]), "party": row["party"],
        "party_label": words, "low": named.low, "high": named.high_possible, "text": "<br>".join(lines),
    }  # fmt: skip


# --- time ------------------------------------------------------------------------------------------------


@lru_cache(maxsize=8)
def extent(index: Index) -> tuple[int, int]:
    """First and last day that any incident or declared count of the data set falls on; open ends add nothing."""
    held = index.standings[index.standings["to_day"] == ALWAYS]
    starts = held["first_day"].where(held["first_day"] > 1, held["last_day"])
    days = pd.concat([starts, held["last_day"], index.tallies["last_day"]])
    days = days[days < ALWAYS - 1]
    return (int(days.min()), int(days.max())) if len(days) else (index.end, index.end)


def span(selected: Selected) -> tuple[int, int]:
    """First and last day to draw: the window, its open ends filled from the whole data set."""
    first, last = extent(selected.index)
    start, end = selected.selection.start, selected.selection.end
    first, last = start.toordinal() if start else first, end.toordinal() if end else last
    return min(first, last), max(first, last)


# --- the strip -------------------------------------------------------------------------------------------


def density_days(selected: Selected) -> pd.DataFrame:
    """First and last day of every selected incident, whatever the window (columns: first_day, last_day)."""
    whole = Selected(selected.selection.without("start", "end"), selected.dataset)
    return whole.incidents[["first_day", "last_day"]]
