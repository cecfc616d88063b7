"""The pages, in the order of the menu.

A page is four names: PATH, TITLE, layout(dataset, selection), register(app, dataset). A path may end in the name of a
part of the selection, "/incidents/<incident>": the address then fills that part, and the page is not in the menu;
nor is one with IN_MENU = False, which others lead to.
Beside them stand views that pages of others show in a frame (embed.py) and live classes (live.py): no menu and no
sitemap has them.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from types import ModuleType

from dash.development.base_component import Component

from dashboard.dataset import Dataset
from dashboard.pages import (
    activities,
    classroom,
    compare,
    counts,
    escalation,
    incident,
    live,
    method,
    notes,
    outlet,
    sources,
    stories,
    story,
    timeline,
)  # fmt: skip
from dashboard.pages.embed import EMBEDS, Embed
from dashboard.pages.live import Live
from dashboard.pages.sheets import SHEETS, Sheet
from dashboard.selection import Selection
from dashboard.stories import shelf

PAGES: tuple[ModuleType | Sheet, ...] = (
    timeline,
    counts,
    escalation,
    compare,
    incident,
    stories,
    story,
    notes,
    classroom,
    sources,
    outlet,
    method,
    activities,
    *SHEETS,
)
MENU = tuple((page.PATH, page.TITLE) for page in PAGES if "<" not in page.PATH and getattr(page, "IN_MENU", True))


def find(path: str, query: str) -> tuple[ModuleType | Sheet | Embed | Live, Selection] | None:
    """The page at a path and the selection its address asks for; None for no page. Raises InvalidSelection."""
    for page in (*PAGES, *EMBEDS):
        match = re.fullmatch(re.sub(r"<(\w+)>", r"(?P<\1>[^/]+)", page.PATH), path)
        if match:
            return page, _filled(Selection.from_query(query), match.groupdict())
    joined = live.at(path)
    return (joined, Selection.from_query(query)) if joined else None


def examples(dataset: Dataset) -> Iterator[Component]:
    """Every page drawn once, with the first thing that its path can name: the ids that callbacks may use."""
    for page in PAGES:
        names = re.findall(r"<(\w+)>", page.PATH)
        first = {name: next(iter(_named(dataset, name)), None) for name in names}
        if None not in first.values():
            yield page.layout(dataset, _filled(Selection(), first))


_TABLES = {"incident": "incidents", "outlet": "outlets"}
"""The tables whose ids a path can name; it can name a story too."""


def _named(dataset: Dataset, name: str) -> Iterable[str]:
    return dataset.by_id[_TABLES[name]] if name in _TABLES else shelf(dataset).stories


def _filled(selection: Selection, parts: dict[str, str]) -> Selection:
    several = {name: isinstance(getattr(selection, name), tuple) for name in parts}
    return replace(selection, **{name: (value,) if several[name] else value for name, value in parts.items()})


__all__ = ["EMBEDS", "MENU", "PAGES", "Embed", "Live", "examples", "find"]
