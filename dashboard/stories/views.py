"""The view of a step: an address of the site, read as the page would read it, with the figure that it means."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from urllib.parse import unquote, urlsplit

from dashboard import figures
from dashboard.dataset import Dataset
from dashboard.errors import InvalidSelection, listed
from dashboard.language import tr
from dashboard.selection import Selected, Selection, sides

INCIDENT = "/incidents/<incident>"
FIGURES: Mapping[str, tuple[str, ...]] = {
    "/": ("timeline", "rows"),
    "/counts": ("counts", "explained"),
    "/escalation": ("tempo", "means", "places", "map", "harm"),
    "/compare": ("sides",),
    INCIDENT: ("accounts", "clocks", "whereabouts"),
}
"""The pages that a view can come from, each with its figures; the first is meant where the address names none."""


class BadView(Exception):
    """A view that leads nowhere: what was found, and what is right."""

    def __init__(self, found: str, expected: str) -> None:
        super().__init__(f"{found}. {expected}")
        self.found, self.expected = found, expected


@dataclass(frozen=True)
class View:
    """A page, one of its figures, and what the page's address asks for."""

    page: str
    figure: str
    selection: Selection

    @property
    def address(self) -> str:
        """The address of the whole page, at the figure."""
        path = self.page.replace("<incident>", self.selection.incident)
        query = (self.selection.without("incident") if self.page == INCIDENT else self.selection).to_query()
        at = "" if self.figure in _WITHOUT_PLACE else f"#{self.figure}-figure"
        return f"{path}?{query}".rstrip("?") + at

    def hiding(self, hide: tuple[str, ...]) -> "View":
        """The same view with something hidden; itself where a filter of its own would tell what is hidden."""
        veiled = replace(self.selection, hide=hide)
        try:
            Selection.from_query(veiled.to_query())
        except InvalidSelection:
            return self
        return replace(self, selection=veiled)

    def seen(self, dataset: Dataset) -> "Seen":
        """The view of a data set. Raises InvalidSelection for values that the data does not have."""
        return Seen(self, self.selection.apply(dataset))


_WITHOUT_PLACE = frozenset({"rows", "accounts", "explained"})
"""Figures that are the page itself, or have no place of their own in it."""


@dataclass(frozen=True)
class Seen:
    """What a view holds of a data set."""

    view: View
    selected: Selected

    @property
    def incident(self) -> str:
        """The one incident that the view is about; "" for a view of several."""
        return self.view.selection.incident if self.view.page == INCIDENT else ""

    @cached_property
    def standing(self) -> object | None:
        """How the one incident stands on the day of the view; None where nothing of it was known, or for several."""
        return standing(self.selected, self.incident)

    @property
    def empty(self) -> bool:
        """True when there is nothing to see."""
        return not _HOLDS[self.view.figure](self)


def standing(selected: Selected, incident: str) -> object | None:
    """The row of the standings that an incident has on the known-by day; None where it has none."""
    frame = selected.standings
    return next(frame[frame["incident_id"] == incident].itertuples(), None)


def read(text: str) -> View:
    """The view that an address means. Raises BadView."""
    parts = urlsplit(text)
    of, incident = page(unquote(parts.path))
    drawn = figure(of, parts.fragment)
    try:
        selection = Selection.from_query(f"{parts.query}&incident={incident}" if incident else parts.query)
    except InvalidSelection as error:
        raise BadView(*_said(error)) from None
    if of_stories := [name for name in selection.asked if name in OF_STORIES]:
        raise BadView(tr("{listed} in a view").format(listed=listed(of_stories)), tr("Leave out what only a story has"))
    return View(of, drawn, selection)


OF_STORIES = ("story", "step", "answered", "hide")
"""Names of the query that belong to the story, and to none of its views."""


def page(path: str) -> tuple[str, str]:
    """The page of FIGURES at a path, and the incident that the path names, "" for none. Raises BadView."""
    found = re.fullmatch(r"/incidents/([^/]+)", path)
    name = INCIDENT if found else path
    if name not in FIGURES:
        raise BadView(
            tr("a view of {path}").format(path=path or tr("no page")),
            tr("The address of one of the pages {figures}").format(figures=", ".join(FIGURES)),
        )
    return name, found[1] if found else ""


def figure(of: str, fragment: str) -> str:
    """The figure of a page that the end of an address names; the first where it names none. Raises BadView."""
    names, asked = FIGURES[of], fragment.removesuffix("-figure")
    if asked and asked not in names:
        raise BadView(
            tr("the figure #{asked}").format(asked=asked),
            tr("Figures of {page}: {names}").format(page=of, names=", ".join(f"#{name}" for name in names)),
        )
    return asked or names[0]


def seen(view: View, dataset: Dataset) -> Seen:
    """What the view holds of a data set. Raises BadView for values that the data does not have."""
    try:
        return view.seen(dataset)
    except InvalidSelection as error:
        raise BadView(*_said(error)) from None


def _said(error: InvalidSelection) -> tuple[str, str]:
    return "; ".join(one.found for one in error.problems), "; ".join(one.expected for one in error.problems)


def _rows(seen: Seen) -> bool:
    return not getattr(seen.selected, seen.view.selection.of).empty


def _counts(seen: Seen) -> bool:
    selection = seen.view.selection
    asked = seen.selected.dataset.by_id["tallies"].get(selection.tally, {}).get("measure", "")
    first = next(iter(seen.selected.dataset.schema.categories("tallies", "measure")))
    return not figures.totals(seen.selected, selection.measure or asked or first).empty


def _sides(seen: Seen) -> bool:
    asked = seen.view.selection
    return sides(seen.selected, asked.by, asked.a, asked.b) is not None


def _places(seen: Seen) -> bool:
    told = seen.selected.index.reports
    known = told[(told["incident_id"] == seen.incident) & (told["possible_day"] <= seen.selected.day)]
    return known.loc[known["place_id"] != "", "place_id"].nunique() > 1


_HOLDS: Mapping[str, Callable[[Seen], bool]] = {
    "timeline": lambda seen: not seen.selected.incidents.empty,
    "rows": _rows,
    "counts": _counts,
    "explained": lambda seen: bool(seen.view.selection.tally),
    **dict.fromkeys(FIGURES["/escalation"], lambda seen: not seen.selected.incidents.empty),
    "sides": _sides,
    "accounts": lambda seen: seen.standing is not None,
    "clocks": lambda seen: seen.standing is not None,
    "whereabouts": _places,
}
"""Per figure whether it shows anything."""
