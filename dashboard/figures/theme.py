"""How figures look: one hue, transparent grounds, greys that hold on light and on dark.

The style sheet recolours text and lines per colour scheme; these values serve pictures saved from a figure.
"""

from datetime import date

HUE = "194, 87, 26"
INK = "#6b6f76"
GRID = "rgba(128, 128, 128, 0.22)"
FILLS = {"claimed": 0.0, "reported": 0.28, "corroborated": 0.6, "acknowledged": 1.0}
"""How full a mark is: the opacity of its fill by corroboration."""
GUTTER = 232
"""Pixels left of every time axis, for the names of lanes; the same in all figures, so that their days align."""
AFTER = 22
"""Pixels right of every time axis: half of the largest mark, and the sign of a guess beside one."""
DASHES = ("solid", "dash", "dashdot", "longdash", "longdashdot")

POINTS = {
    "circle": "●", "square-open": "□", "diamond": "◆", "circle-open": "○", "diamond-open": "◇",
    "star": "★", "cross": "✚",
}  # fmt: skip
"""The points of lines, each with the letter that stands for it in words; dashes and points together name 35 lines."""

FONT = {"family": "Source Sans 3 Variable, Source Sans 3, system-ui, sans-serif", "size": 14, "color": INK}


def hue(opacity: float = 1.0) -> str:
    """The one hue of the marks at an opacity."""
    return f"rgba({HUE}, {opacity:g})"


def layout(**extra: object) -> dict:
    """The parts of a layout that every figure shares."""
    return {
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "font": FONT,
        "showlegend": False,
        "hovermode": "closest",
        "hoverlabel": {"align": "left", "font": {"size": 14}},
        "modebar": {"remove": ["all"]},
        **extra,
    }


def time_axis(first: int, last: int, **extra: object) -> dict:
    """A date axis from the first to the last day (ordinals), half a day of air on either side."""
    return {
        "type": "date",
        "range": [edge(first, -0.6), edge(last, 0.6)],
        "gridcolor": GRID,
        "linecolor": INK,
        "ticks": "outside",
        "tickcolor": INK,
        "tickformatstops": [
            {"dtickrange": [None, 604799999], "value": "%-d %b\n%Y"},
            {"dtickrange": [604800000, "M1"], "value": "%-d %b\n%Y"},
            {"dtickrange": ["M1", None], "value": "%b\n%Y"},
        ],
        "zeroline": False,
        **({"nticks": last - first + 1} if last - first < FEW_DAYS else {}),
        **extra,
    }


FEW_DAYS = 5
"""Up to so many days an axis would have more marks than days, and the same day would stand at several of them."""


def day(ordinal: int) -> str:
    """A day as an axis position."""
    return date.fromordinal(max(1, int(ordinal))).isoformat()


def edge(ordinal: int, days: float) -> str:
    """A position a fraction of a day beside a day, for the ends of bars and axes only; nothing is dated so."""
    shift = int(ordinal) + days
    whole = int(shift // 1)
    hours = round((shift - whole) * 24)
    return f"{day(whole)} {min(hours, 23):02d}:00"


def nothing(text: str, axis: str = "paper", height: float = 0.5) -> dict:
    """What an empty figure says."""
    return {
        "text": text, "xref": "paper", "yref": axis, "x": 0.5, "y": height, "showarrow": False, "font": {"size": 16},
    }  # fmt: skip
