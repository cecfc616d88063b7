"""Two sides on one time axis: what only A tells, what both tell, what only B tells."""

from collections.abc import Iterator, Sequence
from html import escape

import pandas as pd

from dashboard.derive.between import COMPARED
from dashboard.figures import bins, theme
from dashboard.figures.days import by_then, span
from dashboard.figures.lanes import Lane
from dashboard.figures.marks import MARK_COLUMNS, details
from dashboard.figures.timeline import timeline
from dashboard.figures.totals import TOTAL_COLUMNS
from dashboard.language import tr
from dashboard.selection.sides import BOTH, ONLY_A, ONLY_B, Sides

ORDER = (ONLY_A, BOTH, ONLY_B)
"""The lanes from the top."""
MARGIN = 12
LONGEST = 32
NO_SIDE_MARKS = pd.DataFrame(columns=[*MARK_COLUMNS, "clash"])
_TITLE = "title:"
_BARE = ["incident_id", "first_day", "last_day", "disputed", "corroboration"]


def side_marks(sides: Sides) -> tuple[list[Lane], pd.DataFrame]:
    """The three lanes from the top with what they hold in words, and one mark per incident that either side tells of.

    Columns: as figures.marks gives them, and ``clash``, whether both tell of it and cannot both be right. Marks too
    many to be told apart come without what only a single mark shows.
    """
    frame = sides.incidents
    placed = by_then(frame[_BARE], sides.later.selected).assign(lane=frame["side"], clash=frame["clashes"] != "")
    if not bins.too_many(placed, *span(sides.common), bins.HIGH):
        placed = placed.drop(columns=[*_BARE[1:], "stands"]).merge(_details(sides), on="incident_id")
        placed = placed[[*MARK_COLUMNS, "clash"]]
    return _lanes(sides), placed.sort_values(["last_day", "incident_id"], ignore_index=True)


def _lanes(sides: Sides) -> list[Lane]:
    counts = sides.counts
    words = {
        ONLY_A: tr("Only A, {cut}").format(cut=_cut(sides.a.name)),
        BOTH: tr("Both"),
        ONLY_B: tr("Only B, {cut}").format(cut=_cut(sides.b.name)),
    }
    return [Lane(side, f"<b>{escape(words[side])}</b>: {counts[side]:,}") for side in ORDER]


def _cut(name: str) -> str:
    return name if len(name) <= LONGEST else name[: LONGEST - 1].rstrip() + "…"


def _details(sides: Sides) -> pd.DataFrame:
    """What each mark shows: of what both tell, as it stands by the later day."""
    later = details(sides.later.selected)
    other = details((sides.a if sides.later is sides.b else sides.b).selected)
    extra = other[~other["incident_id"].isin(later["incident_id"])]
    parts = [part for part in (later, extra) if len(part)]  # an empty one would take the types away
    frame = pd.concat(parts) if parts else later
    said = sides.incidents.set_index("incident_id")["clashes"]
    return frame.assign(text=list(_texts(frame, said)))


def _texts(frame: pd.DataFrame, said: pd.Series) -> Iterator[str]:
    for row in frame.itertuples():
        fields = said[row.incident_id]
        named = ", ".join(COMPARED[name].lower() for name in fields.split(";")) if fields else ""
        yield tr("{text}<br>! cannot both hold: {named}").format(text=row.text, named=named) if named else row.text


# --- drawing ---------------------------------------------------------------------------------------------


def sides(frame: pd.DataFrame, lanes: Sequence[Lane], span: tuple[int, int]) -> dict:
    """Draw the marks of two sides in three lanes, each under its title, from the first to the last day of ``span``.

    ``frame`` and ``lanes`` are as figures.side_marks gives them. A sign ! stands beside what both tell and what
    cannot be so on both sides.
    """
    titled = [part for lane in lanes for part in (Lane(f"{_TITLE}{lane.key}", lane.label), Lane(lane.key, ""))]
    drawn = timeline(frame, titled, pd.DataFrame(columns=list(TOTAL_COLUMNS)), span, room=bins.HIGH)
    axis = drawn["layout"]["yaxis"]
    rows = list(zip(axis["tickvals"], titled, strict=True))
    words = [_title(height, lane.label) for height, lane in rows if lane.label]
    layout = {
        **drawn["layout"],
        "margin": {**drawn["layout"]["margin"], "l": MARGIN},
        "yaxis": {**axis, "showgrid": False, "showticklabels": False},
        "shapes": [_line(height) for height, lane in rows if not lane.label],
        "annotations": words if len(frame) else [*words, theme.nothing(tr("Neither side tells of anything here"))],
    }
    return {"data": [*drawn["data"], _unequal(frame, drawn["data"])], "layout": layout}


def _title(height: float, words: str) -> dict:
    """What a lane holds, above it: a label of the axis would hide the grid behind it."""
    return {
        "text": words, "xref": "paper", "x": 0, "xanchor": "left", "yref": "y", "y": height, "yanchor": "middle",
        "align": "left", "showarrow": False, "font": {"size": 16},
    }  # fmt: skip


def _line(height: float) -> dict:
    return {
        "type": "line", "xref": "paper", "x0": 0, "x1": 1, "yref": "y", "y0": height, "y1": height,
        "line": {"color": theme.GRID, "width": 1}, "layer": "below",
    }  # fmt: skip


def _unequal(frame: pd.DataFrame, drawn: Sequence[dict]) -> dict:
    """The sign beside the marks on which the sides cannot both be right; a bin has none."""
    marks = next((trace for trace in drawn if trace["name"] == "incidents"), None)
    clash = set(frame.loc[frame["clash"], "incident_id"]) if marks else set()
    ids = [data[0] for data in marks["customdata"]] if marks else []
    at = [place for place, incident in enumerate(ids) if incident in clash]
    return {
        "type": "scatter", "mode": "text", "name": tr("cannot both hold"), "hoverinfo": "skip",
        "x": [marks["x"][place] for place in at], "y": [marks["y"][place] for place in at],
        "text": ["<b>!</b>"] * len(at), "textposition": "middle left",
        "textfont": {"size": 18},
    }  # fmt: skip
