"""Words and marks that several parts share: a mark with its meaning, a date, a number of things."""

import re
from collections.abc import Mapping
from datetime import date

from dash import html

from dashboard import edtf
from dashboard.dataset import Dataset
from dashboard.derive import LEVELS
from dashboard.figures.marks import level, standing
from dashboard.language import SOURCE, tr
from dashboard.selection.describe import count, speaker

__all__ = ["count", "day", "level", "mark", "place", "speaker", "standing", "titled", "tongue", "when"]


def day(ordinal: int) -> str:
    """A day for people."""
    return edtf.say_day(date.fromordinal(int(ordinal)))


def when(text: str) -> str:
    """A date as its source gives it, cut for a narrow column."""
    return edtf.short(edtf.parse(text)) if text else tr("not stated")


def full(text: str) -> str:
    """The same in full."""
    return edtf.say(edtf.parse(text)) if text else tr("not stated")


def on(text: str) -> str:
    """The same after a verb: "on 8 November 2023", "on or about 8 November 2023"."""
    return edtf.shortened(edtf.say_on(edtf.parse(text)))


def tongue(document: Mapping[str, str]) -> dict[str, str]:
    """The attributes of text in a document's own words: its language, and the direction that its letters have."""
    return {"lang": document["language"], "dir": "auto"} if document["language"] else {}


def titled(document: Mapping[str, str]) -> list:
    """The title of a document; brackets at its end say in English what one in another language says."""
    own, meaning = _MEANT.fullmatch(document["title"]).groups()
    if not meaning or document["language"].partition("-")[0] in ("", SOURCE):
        return [document["title"]]
    return [own, html.Span(meaning, lang=SOURCE, dir="ltr")]


_MEANT = re.compile(r"(.*?)(\[.*\])?", re.DOTALL)


def mark(dataset: Dataset, kind: str, corroboration: str, disputed: bool = False) -> html.Span:
    """The sign of an incident in text: its kind's shape, filled as on the chart. Words always stand beside it."""
    glyph = dataset.schema.categories("incidents", "kind").get(kind, {}).get("glyph", "•")
    fill = corroboration if corroboration in LEVELS else "none"
    classes = f"mark mark-{fill}" + (" mark-disputed" if disputed else "")
    return html.Span(glyph, className=classes, **{"aria-hidden": "true"})


def place(dataset: Dataset, place_id: str) -> str:
    """A place's name, or that none is stated."""
    return dataset.by_id["places"][place_id]["name"] if place_id else tr("place not stated")
