"""Figures: frames in, Plotly JSON out. No Dash, no file, no clock, no module state; the input is unchanged.

``FIGURES`` is the list; its snapshots under tests/ are the gallery.
"""

from dashboard.figures.clocks import clocks
from dashboard.figures.counts import counts
from dashboard.figures.days import density_days, extent, span, until
from dashboard.figures.density import density
from dashboard.figures.harm import harm
from dashboard.figures.lanes import Lane
from dashboard.figures.marks import marks
from dashboard.figures.means import means
from dashboard.figures.reach import reach
from dashboard.figures.sides import NO_SIDE_MARKS, side_marks, sides
from dashboard.figures.silence import silent
from dashboard.figures.tempo import tempo
from dashboard.figures.timeline import timeline
from dashboard.figures.totals import totals
from dashboard.figures.whereabouts import whereabouts

FIGURES = {
    "timeline": timeline, "counts": counts, "clocks": clocks, "density": density,
    "tempo": tempo, "means": means, "reach": reach, "harm": harm, "whereabouts": whereabouts, "sides": sides,
}  # fmt: skip

__all__ = [
    "FIGURES",
    "NO_SIDE_MARKS",
    "Lane",
    "clocks",
    "counts",
    "density",
    "density_days",
    "extent",
    "harm",
    "marks",
    "means",
    "reach",
    "side_marks",
    "sides",
    "silent",
    "span",
    "tempo",
    "timeline",
    "totals",
    "until",
    "whereabouts",
]
