"""Words and marks that several parts share: a mark with its meaning, a date, a number of things."""

from datetime import date
from typing import Any

from dash import html

from dashboard import edtf
from dashboard.dataset import Dataset
from dashboard.derive import LEVELS
from dashboard.figures.frames import standing
from dashboard.selection.describe import count

__all__ = ["count", "day", "mark", "place", "standing", "standing_chip", "when"]


def day(ordinal: int) -> str:
    """A day for people."""
    return edtf.say_day(date.fromordinal(int(ordinal)))


def when(text: str) -> str:
    """A date as its source gives it, cut for a narrow column."""
    return edtf.short(edtf.parse(text)) if text else "not stated"


def mark(dataset: Dataset, kind: str, corroboration: str, disputed: bool = False) -> html.Span:
    """The sign of an incident in text: its kind's shape, filled as the chart fills it. Decorative: words stand beside."""
    glyph = dataset.schema.categories("incidents", "kind").get(kind, {}).get("glyph", "•")
    classes = f"mark mark-{corroboration or 'none'}" + (" mark-disputed" if disputed else "")
    return html.Span(glyph, className=classes, **{"aria-hidden": "true"})


def place(dataset: Dataset, place_id: str) -> str:
    """A place's name, or that none is stated."""
    return dataset.by_id["places"][place_id]["name"] if place_id else "place not stated"


def standing_chip(row: Any) -> html.Span:
    """How an incident stands, in words, with the rule behind the word on hover."""
    level = row.corroboration or "said"
    words = level + (", disputed" if row.disputed else "")
    return html.Span(words, className=f"chip chip-{level}", title=LEVELS.get(level, "a statement: said or not said"))
