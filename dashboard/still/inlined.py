"""What a page that asks for nothing holds within itself: styles, letters, scripts, Plotly, all as text."""

from base64 import b64encode
from functools import cache
from pathlib import Path

import plotly

from dashboard.still.document import AFTER, BEFORE, OURS, SHARED, STYLES
from dashboard.still.exercises import SCRIPT as ACTIVITIES
from dashboard.still.writer import pack

FONTS = {"Source Sans 3": "source-sans-3-latin-normal.woff2", "Source Serif 4": "source-serif-4-latin-normal.woff2"}
"""The letters that a lesson carries: the upright Latin ones. Others come from the reader's system."""
_NOT_HERE = ("fonts.css", "view-embed.css", "view-search.css")
STEPS, LESSON = "steps.js", "lesson.js"


@cache
def styles() -> str:
    """Every style sheet as one text, with the letters in it."""
    sheets = [_read(name) for name in STYLES if name not in _NOT_HERE]
    return "\n".join([*map(_face, FONTS), *sheets])


def _face(family: str) -> str:
    letters = b64encode((SHARED / "fonts" / FONTS[family]).read_bytes()).decode()
    source = f'url("data:font/woff2;base64,{letters}") format("woff2")'
    return f'@font-face {{ font-family: "{family}"; font-weight: 200 900; font-display: swap; src: {source}; }}'


@cache
def comfort() -> str:
    """The script that must run before anything is drawn."""
    return _read("a-comfort.js")


@cache
def scripts() -> str:
    """Every other script as one text; each of them stands in a function of its own."""
    *views, last = AFTER
    return "\n".join(_read(name) for name in (*BEFORE, STEPS, LESSON, *views, ACTIVITIES, last))


@cache
def packed_plotly() -> str:
    """Plotly's own script, compressed: a third of what it weighs as it is."""
    return pack((Path(plotly.__file__).parent / "package_data/plotly.min.js").read_bytes())


def _read(name: str) -> str:
    path = OURS / name if (OURS / name).is_file() else SHARED / name
    return path.read_text(encoding="utf-8")
