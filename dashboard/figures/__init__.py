"""Figures: frames in, Plotly JSON out. No Dash, no file, no clock, no module state; the input is unchanged.

``FIGURES`` is the list; its snapshots under tests/ are the gallery.
"""

from dashboard.figures.clocks import clocks
from dashboard.figures.counts import counts
from dashboard.figures.days import density_days, extent, span
from dashboard.figures.density import density
from dashboard.figures.lanes import Lane
from dashboard.figures.marks import marks
from dashboard.figures.timeline import timeline
from dashboard.figures.totals import totals

FIGURES = {"timeline": timeline, "counts": counts, "clocks": clocks, "density": density}

__all__ = [
    "FIGURES",
    "Lane",
    "clocks",
    "counts",
    "density",
    "density_days",
    "extent",
    "marks",
    "span",
    "timeline",
    "totals",
]
