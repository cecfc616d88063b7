"""Figures: frames in, Plotly JSON out. No Dash, no file, no clock, no module state; the input is unchanged.

``FIGURES`` is the list; its snapshots under tests/ are the gallery.
"""

from dashboard.figures.density import density
from dashboard.figures.frames import Lane, density_days, extent, marks, span, totals
from dashboard.figures.timeline import timeline

FIGURES = {"timeline": timeline, "density": density}

__all__ = ["FIGURES", "Lane", "density", "density_days", "extent", "marks", "span", "timeline", "totals"]
