"""Days from which no document is coded: found from the documents themselves, hatched in figures, listed in words."""

from collections.abc import Sequence
from datetime import date
from functools import lru_cache

import pandas as pd

from dashboard.derive.tempo import Weeks
from dashboard.figures import theme
from dashboard.figures.days import span
from dashboard.figures.measured import by_week, say, unsearched
from dashboard.figures.tempo import stretch
from dashboard.language import tr
from dashboard.selection import Selected

BY_DAY = 400
"""Days up to which each is looked at by itself; longer spans are looked at by week."""
MOST_SAID = 40
NAME = tr("nothing coded")
Stretches = Sequence[tuple[int, int]]


@lru_cache(maxsize=8)
def silent(selected: Selected) -> list[tuple[int, int]]:
    """Stretches of drawn days, up to the known-by day, from which no document is coded: first and last day of each.

    Documents are those of the outlets asked, or of all; what else is asked does not narrow where the coders looked.
    """
    first, last = span(selected)
    if last - first >= BY_DAY:
        return unsearched(selected, by_week(selected))
    return unsearched(selected, Weeks(first, last, 1))


def hatched(stretches: Stretches, low: float, high: float, axis: str = "y") -> list[dict]:
    """A hatched bar over each stretch from ``low`` to ``high`` of an axis; none without stretches."""
    if not stretches:
        return []
    rows = pd.DataFrame(list(stretches), columns=["start", "end"])
    pattern = {"shape": "/", "size": 7, "solidity": 0.12, "fgcolor": theme.INK, "bgcolor": "rgba(128, 128, 128, 0.1)",
               "fillmode": "replace"}  # fmt: skip
    return [{
        "type": "bar", "name": NAME, "yaxis": axis, **stretch(rows), "base": [low] * len(rows),
        "y": [high - low] * len(rows), "hoverinfo": "skip", "unselected": {"marker": {"opacity": 1}},
        "marker": {"color": "rgba(128, 128, 128, 0.1)", "line": {"width": 0}, "pattern": pattern},
    }]  # fmt: skip


def in_words(stretches: Stretches) -> str:
    """The stretches for people, those of one month together: "4, 12 Nov 2023; 30 Nov – 2 Dec 2023; 5–6 Dec 2023"."""
    groups: list[tuple[str, list[str]]] = []
    for start, end in stretches[:MOST_SAID]:
        days, month = _parts(start, end)
        if days and groups and groups[-1][0] == month:
            groups[-1][1].append(days)
        else:
            groups.append((month, [days] if days else []))
    told = [f"{', '.join(days)} {month}".strip() for month, days in groups]
    more = (
        [tr("and {number} more stretches").format(number=len(stretches) - MOST_SAID)]
        if len(stretches) > MOST_SAID
        else []
    )
    return "; ".join([*told, *more])


def _parts(start: int, end: int) -> tuple[str, str]:
    """The days and the month of a stretch; no days, and all of it as the month, where it goes on into another."""
    first, last = date.fromordinal(start), date.fromordinal(end)
    if (first.year, first.month) != (last.year, last.month):
        return "", say(start, end)
    days = f"{first.day}" if start == end else f"{first.day}–{last.day}"
    return days, say(start, start).split(" ", 1)[1]
