"""The selection as a frozen value and as a query string."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields, replace
from datetime import date
from functools import cached_property
from typing import Any
from urllib.parse import urlencode

from dashboard.dataset import Dataset
from dashboard.errors import InvalidSelection, Problem, nearest
from dashboard.language import tr
from dashboard.selection import search
from dashboard.selection.columns import NAMES, OF, PER, SORTS, USUAL
from dashboard.selection.filters import FILTERS, OPENED, SIDES, VIEW, side_known, vocabulary
from dashboard.selection.hidden import ACCOUNTS, CORROBORATION, HIDES
from dashboard.selection.hindsight import so_far
from dashboard.selection.kept import KEPT, named
from dashboard.selection.migrations import migrated
from dashboard.selection.reading import (
    Parameter,
    Wrong,
    bad,
    not_a_side,
    not_known,
    read_choice,
    read_day,
    read_digest,
    read_example,
    read_flag,
    read_known,
    read_many,
    read_one,
    read_page,
    read_size,
    read_step,
    read_steps,
    read_text,
    unless,
    values_of,
    write_day,
    write_flag,
)  # fmt: skip
from dashboard.selection.rows import Selected

LANES = {
    "place": tr("place"),
    "party": tr("who acts"),
    "weapon": tr("weapon"),
    "outlet": tr("outlet"),
    "kind": tr("kind"),
}
ROWS = {"list": "list", "table": "table"}
ACTIVITIES = ("compare", "source", "support", "order", "totals")
"""What a class can do with a selection, in order (dashboard/activities)."""


@dataclass(frozen=True)
class Selection:
    """What the reader asked for. Sets of values are sorted tuples; None and () mean "not asked".

    ``start`` and ``end`` bound the window by event date; ``known_by`` is the day by which a reader could know.
    """

    start: date | None = None
    end: date | None = None
    known_by: date | None = None
    place: tuple[str, ...] = ()
    actor: tuple[str, ...] = ()
    party: tuple[str, ...] = ()
    said_by: tuple[str, ...] = ()
    weapon: tuple[str, ...] = ()
    kind: tuple[str, ...] = ()
    outlet: tuple[str, ...] = ()
    corroboration: tuple[str, ...] = ()
    disputed: bool | None = None
    q: str = ""
    lanes: str = "place"
    rows: str = "list"
    of: str = "incidents"
    columns: tuple[str, ...] = ()
    per: int = USUAL
    page: int = 1
    incident: str = ""
    measure: str = ""
    tally: str = ""
    sort: str = ""
    by: str = "outlet"
    a: str = ""
    b: str = ""
    activity: tuple[str, ...] = ()
    variant: int = 1
    key: bool | None = None
    gentle: bool | None = None
    data: str = ""
    hide: tuple[str, ...] = ()
    story: str = ""
    step: int = 1
    answered: tuple[str, ...] = ()

    @classmethod
    def from_query(cls, query: str) -> "Selection":
        """Return the selection that a query asks for. Raises InvalidSelection naming everything wrong."""
        given = migrated(values_of(query))
        problems = [_unknown(name) for name in given if name not in PARAMETERS]
        values: dict[str, Any] = {}
        for name in (name for name in given if name in PARAMETERS):
            try:
                values[PARAMETERS[name].field] = PARAMETERS[name].read(name, [v for v in given[name] if v])
            except Wrong as wrong:
                problems.append(wrong.problem)
        selection = cls(**values)
        problems += [*selection._order_problems(), *selection._told_by_filters()]
        if problems:
            raise InvalidSelection(problems)
        return selection

    def to_query(self) -> str:
        """The canonical query string: ``Selection.from_query(s.to_query()) == s``."""
        pairs = [(name, text) for name, item in PARAMETERS.items() for text in item.write(getattr(self, item.field))]
        return urlencode(pairs)

    def checked(self, dataset: Dataset) -> "Selection":
        """The same selection. Raises InvalidSelection when it asks for values that the data does not have."""
        known = vocabulary(dataset)
        problems = [
            not_known(name, value, so_far(dataset, self.known_by, name, known[name]))
            for name in FILTERS
            for value in getattr(self, name)
            if value not in known[name]
        ]
        problems += [
            not_known(name, getattr(self, name), so_far(dataset, self.known_by, name, known(dataset)))
            for name, known in OPENED.items()
            if getattr(self, name) and getattr(self, name) not in known(dataset)
        ]
        problems += [
            not_a_side(name, value, known_sides(dataset, SIDES, self.known_by))
            for name, value in (("a", self.a), ("b", self.b))
            if value and not side_known(dataset, value, *SIDES)
        ]
        if problems:
            raise InvalidSelection(problems)
        return self

    def apply(self, dataset: Dataset) -> Selected:
        """The rows of the data set that this selection keeps, however it shows them; kept for whoever asks next.

        Raises InvalidSelection for unknown values.
        """
        kept = KEPT.of(self.checked(dataset).filtering, dataset)
        return named(kept, self.data) if self.data else kept

    def without(self, *names: str) -> "Selection":
        """The same selection with some of its parts not asked."""
        plain = Selection()
        return replace(self, **{name: getattr(plain, name) for name in names})

    @property
    def filtering(self) -> "Selection":
        """Only what decides which rows are kept: no lanes, no page, no open incident."""
        return self.without(*VIEW)

    @cached_property
    def asked(self) -> tuple[str, ...]:
        """The names, as the query writes them, of everything that is asked."""
        return tuple(name for name, item in PARAMETERS.items() if list(item.write(getattr(self, item.field))))

    def _order_problems(self) -> list[Problem]:
        if not (self.start and self.end and self.start > self.end):
            return []
        found = tr("from={start} comes after to={end}").format(start=self.start, end=self.end)
        return [bad("to", found, tr("Write the earlier day as from"))]

    def _told_by_filters(self) -> list[Problem]:
        """A filter by standing would tell what is hidden."""
        if not {CORROBORATION, ACCOUNTS} & {*self.hide}:
            return []
        asked = [name for name in ("corroboration", "disputed") if name in self.asked]
        found, expected = tr("{name} beside hide={hide}"), tr("Leave out the filter, or what it would tell: hide")
        return [bad(name, found.format(name=name, hide="&hide=".join(self.hide)), expected) for name in asked]


# --- parameters: one line each ---------------------------------------------------------------------------


def _unknown(name: str) -> Problem:
    expected = tr("Known filters: {listed}").format(listed=nearest(name, PARAMETERS))
    return Problem(
        "unknown-filter",
        "query",
        None,
        name,
        tr("Unknown filter {name}").format(name=repr(name)),
        expected,
        tr("Correct its name"),
    )


def known_sides(dataset: Dataset, kinds: Iterable[str], known_by: date | None = None) -> dict[str, str]:
    """The ids of these kinds that can be a side by a day, with their words; days have none."""
    words = vocabulary(dataset)
    return {
        key: words[kind][key] for kind in kinds if kind in words for key in so_far(dataset, known_by, kind, words[kind])
    }


_SIDE = tr("an outlet, whoever asserts (an actor or a party), or a day, as by says")

PARAMETERS: Mapping[str, Parameter] = {
    "from": Parameter("start", read_day(last=False), write_day, tr("First day of the window, by event date.")),
    "to": Parameter("end", read_day(last=True), write_day, tr("Last day of the window, by event date.")),
    "known_by": Parameter("known_by", read_day(last=True), write_day, tr("Only what a reader could know by this day.")),
    **{name: Parameter(name, read_many, tuple, item.help, many=True) for name, item in FILTERS.items()},
    "disputed": Parameter("disputed", read_flag, write_flag, tr("yes or no: whether reports contradict one another.")),
    "q": Parameter("q", read_text, unless(""), search.RULE),
    "lanes": Parameter("lanes", read_choice(tuple(LANES), "place"), unless("place"), tr("What the lanes stand for.")),
    "rows": Parameter("rows", read_choice(tuple(ROWS), "list"), unless("list"), tr("How the rows are shown.")),
    "of": Parameter("of", read_choice(tuple(OF), "incidents"), unless("incidents"), tr("What the rows stand for.")),
    "columns": Parameter("columns", read_known(NAMES), tuple, tr("The columns of the table that is shown."), many=True),
    "per": Parameter("per", read_size(PER, USUAL), unless(USUAL), tr("How many rows a page has.")),
    "page": Parameter("page", read_page, unless(1), tr("Which page of the rows is shown.")),
    "incident": Parameter("incident", read_one, unless(""), tr("The incident whose accounts are open.")),
    "measure": Parameter("measure", read_one, unless(""), tr("The measure whose declared counts are drawn.")),
    "tally": Parameter("tally", read_one, unless(""), tr("The declared count that is explained.")),
    "sort": Parameter("sort", read_choice(("", *SORTS), ""), unless(""), tr("The column by which rows are sorted.")),
    "by": Parameter("by", read_choice(tuple(SIDES), "outlet"), unless("outlet"), tr("What two sides are compared by.")),
    "a": Parameter("a", read_one, unless(""), tr("One side of a comparison: {side}.").format(side=_SIDE)),
    "b": Parameter("b", read_one, unless(""), tr("The other side of a comparison: {side}.").format(side=_SIDE)),
    "activity": Parameter("activity", read_known(ACTIVITIES), tuple, tr("Only these activities."), many=True),
    "variant": Parameter("variant", read_example, unless(1), tr("Which example of each activity is taken.")),
    "key": Parameter("key", read_flag, write_flag, tr("yes or no: whether a worksheet has its answer key.")),
    "gentle": Parameter(
        "gentle", read_flag, write_flag, tr("yes: what is told of people harmed is not shown, as under Reading.")
    ),
    "data": Parameter(
        "data", read_digest, unless(""), tr("The version of the data that a link was made with: its hash.")
    ),
    "hide": Parameter("hide", read_known(tuple(HIDES)), tuple, tr("What pages hide until answered."), many=True),
    "story": Parameter("story", read_one, unless(""), tr("The story that is read; its path names it.")),
    "step": Parameter("step", read_step, unless(1), tr("Which step of a story is shown.")),
    "answered": Parameter(
        "answered", read_steps, tuple, tr("The steps of a story that have been answered."), many=True
    ),
}
"""Every name that a query string may hold, in canonical order."""

assert {item.field for item in PARAMETERS.values()} == {item.name for item in fields(Selection)}
