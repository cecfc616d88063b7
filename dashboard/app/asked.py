"""What one request asks for: the page, its selection, and the status with which it is answered."""

import re
from dataclasses import dataclass, replace
from functools import cached_property
from types import ModuleType

from dashboard.components import accounts, embed, gentle, sheet, state
from dashboard.components import story as stories
from dashboard.dataset import Dataset
from dashboard.errors import InvalidSelection
from dashboard.language import tr
from dashboard.pages import Embed, Live, find
from dashboard.selection import Selected, Selection, hindsight
from dashboard.selection.value import PARAMETERS
from dashboard.stories import shelf

OK, BAD, UNKNOWN = 200, 400, 404
TEXTS = {
    BAD: tr("Not understood · As Reported"),
    UNKNOWN: tr("Not found · As Reported"),
}
NO_PAGE = tr("There is no page at this address.")
_NAMED = {"outlet": ("outlets", "name")}
"""The parts of a path that name a thing: its table, and the column that holds its name."""
_ROWS = ("sort", "per", "page")
_SHEETS = ("worksheet", "exit-ticket")
_READS = {
    "/": ("of", *_ROWS), "/counts": ("measure", "tally", *_ROWS), "/sources": _ROWS,
    "/compare": ("by", "a", "b", "page"), "/activities": ("activity", "variant"),
    **{path: ("variant", "key") for path in map("/{}".format, _SHEETS)},
}  # fmt: skip
"""What beside the filters changes the content of a page, and so belongs to its canonical address."""
_READS_ONLY = {
    "/method": (), "/stories": (), "/stories/<story>": (), "/stories/<story>/notes": (),
    "/incidents/<incident>": ("known_by",), "/sources/<outlet>": ("known_by",),
    **{f"/incidents/<incident>/{name}": ("known_by", "variant", "key") for name in _SHEETS},
    **{f"/stories/<story>/{name}": ("variant", "key") for name in _SHEETS},
    "/classroom": (),
}  # fmt: skip
"""Pages that read nothing else of the query."""
_WHOLE = ("/stories", "/classroom", "/method")
"""Beginnings of the paths of pages that hide nothing at the word of their address.

A story hides by its own steps, and its words count what all of the data hold; the others are of no selection.
"""


@dataclass(frozen=True)
class Asked:
    """One address, read: ``selected`` is None where there is nothing to show, and ``error`` says what is wrong."""

    dataset: Dataset
    path: str
    query: str
    page: ModuleType | Embed | Live | None = None
    selection: Selection | None = None
    selected: Selected | None = None
    error: InvalidSelection | None = None

    @property
    def status(self) -> int:
        """The status of the answer: a page, a query that cannot be read, or no page."""
        if self.page is None:
            return UNKNOWN
        return BAD if self.selected is None else OK

    @property
    def title(self) -> str:
        """The title of the document: what it shows, then the name of the site and its subject."""
        if self.status in TEXTS:
            return TEXTS[self.status]
        of_thing = self.name and not self.page.PATH.endswith(">")  # one of several pages about it
        name = f"{self.page.TITLE}: {self.name}" if of_thing else self.name or self.page.TITLE
        return f"{name} · As Reported: {self.dataset.schema.title}"

    @cached_property
    def name(self) -> str:
        """The name of the one thing that the path names; "" on pages of several."""
        named = re.search(r"<(\w+)>", self.page.PATH) if self.page else None
        if not named or not self.selected:
            return ""
        if named[1] == "story":
            return stories.front(shelf(self.dataset).stories[self.selection.story].title, self.dataset)
        if named[1] == "incident":
            return (gentle if self.selection.gentle else hindsight).title(self.selected, self.thing)
        table, column = _NAMED[named[1]]
        return self.dataset.by_id[table][self.thing][column]

    @cached_property
    def shared(self) -> str:
        """The name for where a link is passed on: whoever sees it there has not chosen to read of people harmed."""
        told = self.name and self.page.PATH.startswith("/incidents/") and gentle.title(self.selected, self.thing)
        if not told or told == hindsight.title(self.selected, self.thing):
            return self.name
        neutral = sheet.what(self.selected, self.thing).rstrip(".")
        return neutral[:1].upper() + neutral[1:]

    @property
    def thing(self) -> str:
        """The id that the path names; without one, what it ends in."""
        named = re.fullmatch(re.sub(r"<\w+>", "([^/]+)", self.page.PATH), self.path) if self.page else None
        return named[1] if named and named.groups() else self.path.rsplit("/", 1)[-1]

    @cached_property
    def sentence(self) -> str:
        """What the page shows, or why it shows nothing."""
        if self.status == UNKNOWN:
            return NO_PAGE
        if self.status == BAD:
            return str(self.error)
        if self.unlisted:
            return self.page.SENTENCE
        if self.selection.story:
            return stories.front(shelf(self.dataset).stories[self.selection.story].summary, self.dataset)
        if "<incident>" in self.page.PATH:
            return accounts.summary_words(self.selection, self.selected)
        return self.selected.sentence

    @property
    def description(self) -> str:
        """What programs show of the page: what it is for, where the page says so, then what it shows."""
        about = getattr(self.page, "ABOUT", "") if self.status == OK else ""
        return f"{about} {self.sentence}".strip()

    @property
    def canonical(self) -> str:
        """The path and the query without what does not change the content: one address for one content.

        An embed names the page that shows the same among the rest.
        """
        if self.status != OK:
            return self.path
        path = self.page.full if self.embedded else self.page.PATH
        names = _READS_ONLY.get(path, self.selection.filtering.asked + _READS.get(path, ()))
        unread = (PARAMETERS[name].field for name in self.selection.asked if name not in names)
        query = self.selection.without(*unread).to_query()
        where = path.replace("<incident>", self.thing) if self.embedded else self.path
        return f"{where}?{query}" if query else where

    @property
    def embedded(self) -> bool:
        """Whether this stands in a page of somebody else, without what surrounds the pages of the site."""
        return self.path.startswith(embed.ROOT)

    @property
    def unlisted(self) -> bool:
        """Whether this is a page for those who have its address, which nobody should find or pass on."""
        return isinstance(self.page, Live)


def asked(dataset: Dataset, path: str, query: str) -> Asked:
    """Read an address; never raises, because what is wrong with it is part of the answer."""
    wanted = Asked(dataset, path, query)
    if not leads(dataset, path):
        return wanted
    page, _ = find(path, "")
    try:
        _, selection = find(path, query)
        selection = replace(selection, hide=()) if page.PATH.startswith(_WHOLE) else selection
        selection, selected = state.selected(dataset, selection.to_query())
    except InvalidSelection as error:
        return replace(wanted, page=page, error=error)
    return replace(wanted, dataset=selected.dataset, page=page, selection=selection, selected=selected)


def leads(dataset: Dataset, path: str) -> bool:
    """True when a path leads to a page, and the thing it names is in the data."""
    try:
        found = find(path, "")
        return bool(found and found[1].checked(dataset))
    except InvalidSelection:
        return False
