"""Marks of one lane and day side by side: attacks above the lane's line, counter-strikes below it."""

from collections.abc import Sequence

import pandas as pd

STEP = 0.44
"""Height of one mark, in lanes."""
_BASE = {"above": 0.12, "below": -0.12, "on": 0.0}


def dodged(frame: pd.DataFrame) -> pd.DataFrame:
    """The marks with ``shift``: how far above (or, negative, below) its lane's line each one stands, in lanes."""
    below = frame["side"] == "below"
    slot = frame.groupby(["lane", "last_day", below], sort=False).cumcount()
    direction = below.map({True: -1, False: 1})
    crossed = below.groupby([frame["lane"], frame["last_day"]]).transform("any")  # what stands on the line gives way
    base = frame["side"].map(_BASE).where(~crossed | (frame["side"] != "on"), _BASE["above"])
    return frame.assign(shift=base.astype(float) + direction * slot * STEP)


def rows(keys: Sequence[str], frame: pd.DataFrame) -> tuple[dict[str, float], float]:
    """The height of each lane's line from the top, 0 downwards, and the depth of all; full lanes take more room."""
    shift = frame.get("shift", pd.Series(0.0, index=frame.index))
    highest = shift.groupby(frame["lane"]).max().clip(lower=0).to_dict()
    lowest = shift.groupby(frame["lane"]).min().clip(upper=0).to_dict()
    lines, edge = {}, 0.0
    for key in keys:
        lines[key] = edge - 0.5 - max(0.0, highest.get(key, 0.0) - _BASE["above"])
        edge = lines[key] - 0.5 + min(0.0, lowest.get(key, 0.0) - _BASE["below"])
    return lines, max(-edge, 2.0)
