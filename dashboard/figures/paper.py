"""Figures for paper: black on white, drawn by the server as SVG text, with nothing that needs a script."""

from collections.abc import Sequence
from html import escape

from dashboard import edtf
from dashboard.derive.index import ALWAYS
from dashboard.edtf import date
from dashboard.selection import Selected

WIDTH = 700
"""Units of a drawing's width; the sheet gives it its size."""
_WEEK, _HEIGHT, _FOOT = 7, 90, 22
_ROW, _NAMES, MOST_ROWS = 24, 220, 7
_TEXT = 'font-family="sans-serif" font-size="14"'


def weeks(selected: Selected) -> str:
    """Incidents per week of their first possible day as bars: solid the certain ones, hollow the others."""
    frame = selected.incidents
    frame = frame[(frame["first_day"] > 1) & (frame["last_day"] < ALWAYS - 1)]
    if frame.empty:
        return ""
    first = int(frame["first_day"].min())
    week = (frame["first_day"] - first) // _WEEK
    sure = frame["certainty"] == "certain"
    solid, every = week[sure].value_counts(), week.value_counts()
    number, tallest = int(week.max()) + 1, int(every.max())
    wide = min(60.0, WIDTH / number)
    bars = []
    for at, total in every.sort_index().items():
        for amount, fill in ((int(total), "none"), (int(solid.get(at, 0)), "#000")):
            high = amount / tallest * (_HEIGHT - 18)
            place = f'x="{at * wide + 1:.1f}" y="{_HEIGHT - high:.1f}" width="{wide - 2:.1f}" height="{high:.1f}"'
            bars.append(f'<rect {place} fill="{fill}" stroke="#000"/>' if amount else "")
        bars.append(_label(at * wide + wide / 2, _HEIGHT - total / tallest * (_HEIGHT - 18) - 4, str(total), "middle"))
    last = max(first, min(first + number * _WEEK - 1, int(frame["last_day"].max()), selected.day))
    line = f'<path d="M0 {_HEIGHT}H{number * wide:.0f}" stroke="#000"/>'
    ends = _label(0, _HEIGHT + 16, _day(first)) + _label(max(number * wide, 260), _HEIGHT + 16, _day(last), "end")
    return _drawn(_HEIGHT + _FOOT, [*bars, line, ends])


Clocked = tuple[str, tuple[int, int] | None, int | None]
"""An account's name, the (first, last) day that it gives or None, and the day it became known or None, as ordinals."""


def clocked(rows: Sequence[Clocked]) -> list[Clocked]:
    """The rows that are drawn: those with a day on either clock, as many of the first as a sheet has room for."""
    return [row for row in rows if row[1] or row[2]][:MOST_ROWS]


def two_clocks(rows: Sequence[Clocked]) -> str:
    """Per account a bar for the days that it gives and a dot for the day it became known.

    ``rows`` are those of ``clocked``.
    """
    shown = clocked(rows)
    days = [day for _, span, known in shown for day in (*(span or ()), *([known] if known else ()))]
    if not days:
        return ""
    first, last = min(days), max(days) + 1
    scale = (WIDTH - _NAMES - 20) / max(last - first, 1)
    parts = []
    for place, (name, span, known) in enumerate(shown):
        middle = place * _ROW + 14
        parts.append(_label(0, middle + 5, name if len(name) < 34 else f"{name[:32]}…"))
        parts.append(f'<path d="M{_NAMES} {middle + 12}H{WIDTH}" stroke="#999" stroke-dasharray="1 4"/>')
        if span:
            left, wide = _NAMES + (span[0] - first) * scale, max((span[1] - span[0] + 1) * scale, 6)
            box = f'x="{left:.1f}" y="{middle - 6}" width="{wide:.1f}" height="12"'
            parts.append(f'<rect {box} fill="none" stroke="#000" stroke-width="1.5"/>')
        if known:
            parts.append(f'<circle cx="{_NAMES + (known - first + 0.5) * scale:.1f}" cy="{middle}" r="5"/>')
    high = len(shown) * _ROW + 6
    ends = _label(_NAMES, high + 14, _day(first)) + _label(WIDTH, high + 14, _day(last - 1), "end")
    return _drawn(high + _FOOT, [*parts, ends])


def _day(ordinal: int) -> str:
    return edtf.say_day(date.fromordinal(ordinal))


def _label(x: float, y: float, words: str, anchor: str = "start") -> str:
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" {_TEXT}>{escape(words)}</text>'


def _drawn(high: float, parts: Sequence[str]) -> str:
    box = f'viewBox="-2 0 {WIDTH + 4} {high:.0f}"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {box} width="{WIDTH}" height="{high:.0f}">{"".join(parts)}</svg>'
