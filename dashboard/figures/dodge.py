"""Marks of one lane that stand close together, one above the other: counter-strikes below the lane's line."""

from collections.abc import Iterable, Iterator, Sequence

import pandas as pd

STEP = 0.44
"""Height of one mark, in lanes."""
NEAR, APART = 0.12, STEP / 2
"""How far a mark stands from its lane's line: alone on its side of it, and in a lane with marks on both sides."""


def slots(days: Iterable[float], gap: float) -> Iterator[int]:
    """The lowest slot for each of these ascending days in which no other stands within ``gap`` days before it."""
    ends: list[float] = []
    for day in days:
        slot = next((number for number, end in enumerate(ends) if end + gap <= day), len(ends))
        ends[slot : slot + 1] = [day]
        yield slot


def dodged(frame: pd.DataFrame, gap: int = 1) -> pd.DataFrame:
    """The marks with ``shift``: how far above (or, negative, below) its lane's line each one stands, in lanes.

    Marks fewer than ``gap`` days apart, which would cover one another side by side, stand a mark's height apart.
    """
    stood, sides = frame["stands"].to_numpy(), frame["side"].to_numpy()
    shift = [0.0] * len(frame)
    for _, places in frame.groupby("lane", sort=False).indices.items():
        lane = sorted(places.tolist(), key=stood.__getitem__)
        for place, height in zip(lane, _heights([stood[n] for n in lane], [sides[n] for n in lane], gap), strict=True):
            shift[place] = height
    return frame.assign(shift=pd.Series(shift, index=frame.index, dtype="float64"))


def _heights(days: Sequence[int], sides: Sequence[str], gap: int) -> Iterator[float]:
    """How high each mark of a lane stands, by ascending day; what belongs on the line gives way only to a neighbour."""
    present = set(sides)
    away = APART if len(present) > 1 and "below" in present else NEAR if present != {"on"} else 0.0
    slot = {
        side: slots([d for d, own in zip(days, sides, strict=True) if (own == "below") is side], gap) for side in _SIDES
    }
    for at, (day, side) in enumerate(zip(days, sides, strict=True)):
        height = away + next(slot[side == "below"]) * STEP
        near = [other for other in (*days[max(0, at - 1) : at], *days[at + 1 : at + 2]) if abs(other - day) < gap]
        yield -height if side == "below" else height if near or side != "on" else 0.0


_SIDES = (True, False)
"""Marks below the line, and all others: each have slots of their own."""


def rows(keys: Sequence[str], frame: pd.DataFrame) -> tuple[dict[str, float], float]:
    """The height of each lane's line from the top, 0 downwards, and the depth of all; full lanes take more room."""
    shift = frame.get("shift", pd.Series(0.0, index=frame.index))
    highest = shift.groupby(frame["lane"]).max().clip(lower=0).to_dict()
    lowest = shift.groupby(frame["lane"]).min().clip(upper=0).to_dict()
    lines, edge = {}, 0.0
    for key in keys:
        lines[key] = edge - 0.5 - max(0.0, highest.get(key, 0.0) - NEAR)
        edge = lines[key] - 0.5 + min(0.0, lowest.get(key, 0.0) + NEAR)
    return lines, max(-edge, 2.0)
