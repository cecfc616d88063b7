"""The filters: for each, the values it knows, the rows it keeps, and the words it puts into a sentence.

Adding a filter is one line in ``FILTERS``. The expressions run on any data frame library that Narwhals knows.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

import narwhals as nw

from dashboard.dataset import Dataset
from dashboard.derive import LEVEL_WORDS, LEVELS, index
from dashboard.derive.index import NOT_STATED
from dashboard.language import tr

Words = Mapping[str, str]
Vocabulary = Mapping[str, Words]


@dataclass(frozen=True)
class Filter:
    """One filter that takes several values; the values of one filter mean "or".

    ``column`` is a padded column (";a;b;") of the derived reports, or of the standings where ``standing`` is
    set; ``phrase`` is its part of the sentence, ``silence`` the part for reports that state nothing;
    ``tallies`` says whether declared counts obey it too.
    """

    name: str
    label: str
    column: str
    phrase: str
    help: str
    known: Callable[[Dataset], Words]
    standing: bool = False
    tallies: bool = False
    silence: str = ""

    def mask(self, values: Sequence[str]) -> nw.Expr:
        """True for rows that carry at least one of the values."""
        column = nw.col(self.column)
        return nw.any_horizontal(*(self._carries(column, value) for value in values), ignore_nulls=True)

    def _carries(self, column: nw.Expr, value: str) -> nw.Expr:
        return column == value if self.standing else column.str.contains(f";{value};", literal=True)

    def say(self, values: Sequence[str], words: Words) -> str:
        """The filter's part of the sentence: "placed at Al-Tanf or Harir or with no place stated"."""
        named = [words.get(value, value) for value in values if value != NOT_STATED]
        parts = [f"{self.phrase} {tr(' or ').join(named)}"] if named else []
        return tr(" or ").join([*parts, self.silence] if NOT_STATED in values else parts)


def _rows(table: str, key: str) -> Callable[[Dataset], Words]:
    return lambda dataset: dict(zip(dataset[table][key], dataset[table]["name"], strict=True))


def _with_silence(known: Callable[[Dataset], Words], label: str) -> Callable[[Dataset], Words]:
    return lambda dataset: {**known(dataset), NOT_STATED: label}


def _categories(table: str, column: str) -> Callable[[Dataset], Words]:
    return lambda dataset: {v: c["label"] for v, c in dataset.schema.categories(table, column).items()}


def _speakers(dataset: Dataset) -> Words:
    parties = _categories("actors", "party")(dataset)
    return {
        **_rows("actors", "actor_id")(dataset),
        **{value: tr("{label} (any speaker)").format(label=label) for value, label in parties.items()},
    }


FILTERS: dict[str, Filter] = {
    item.name: item
    for item in (
        Filter(
            "place", tr("Place"), "places", tr("placed at"),
            tr("A place id; a larger place includes the places within it. not-stated: reports that name none."),
            _with_silence(_rows("places", "place_id"), tr("place not stated")), silence=tr("with no place stated"),
        ),
        Filter(
            "actor", tr("Named in it"), "actors", tr("naming"),
            tr("An actor id: whoever asserts, is said to act, or is acted against; a body includes its members."),
            _rows("actors", "actor_id"),
        ),
        Filter(
            "party", tr("Who acts"), "acting", tr("attributed to"),
            tr("The party said to have acted. not-stated: reports that name nobody."),
            _with_silence(_categories("actors", "party"), tr("nobody named")), silence=tr("attributed to nobody"),
        ),
        Filter(
            "said_by", tr("Who asserts"), "speakers", tr("said by"),
            tr("An actor id (a body includes its members) or a party."),
            _speakers, tallies=True,
        ),
        Filter(
            "weapon", tr("Weapon"), "weapons", tr("with"),
            tr("A weapon as reported. not-stated: reports that name none."),
            _with_silence(_categories("reports", "weapon"), tr("weapon not stated")),
            silence=tr("with no weapon stated"),
        ),
        Filter(
            "kind", tr("Kind"), "kinds", tr("said to be of kind"),
            tr("What a report says that it was; the reports of one incident may differ."),
            _categories("incidents", "kind"),
        ),
        Filter(
            "outlet", tr("Outlet"), "outlets", tr("published by"), tr("The outlet that published the document."),
            _rows("outlets", "outlet_id"), tallies=True,
        ),
        Filter(
            "corroboration", tr("Corroboration"), "corroboration", tr("standing as"),
            tr("How the incident stands: {levels}.").format(
                levels="; ".join(f"{level}: {rule}" for level, rule in LEVELS.items())
            ),
            lambda dataset: dict(LEVEL_WORDS), standing=True,
        ),
    )
}  # fmt: skip


@lru_cache(maxsize=8)
def vocabulary(dataset: Dataset) -> Vocabulary:
    """The values that each filter knows in this data set, with their words."""
    return {name: item.known(dataset) for name, item in FILTERS.items()}


OPENED: dict[str, Callable[[Dataset], Collection[str]]] = {
    "incident": lambda dataset: index(dataset).facts,
    "measure": lambda dataset: dataset.schema.categories("tallies", "measure"),
    "tally": lambda dataset: dataset.by_id["tallies"],
    "story": lambda dataset: [name.removesuffix(".md") for name in dataset.stories],
}
"""What a selection may open, one at a time, and the ids that each knows."""

SIDES: Words = {"outlet": tr("outlet"), "said_by": tr("who asserts"), "known_by": tr("known-by day")}
"""What two sides can be compared by: the names, in the query, of what each side sets for itself."""


def side_known(dataset: Dataset, value: str, *kinds: str) -> bool:
    """True when a value can be a side of one of these kinds: an id that the filter knows, or a day."""
    words = vocabulary(dataset)
    return any(value in words[kind] if kind in words else _is_day(value) for kind in kinds)


def _is_day(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


VIEW = frozenset(
    {
        "lanes", "rows", "of", "columns", "per", "page", "incident", "measure", "tally", "sort", "by", "a", "b",
        "activity", "variant", "key", "gentle", "data", "hide", "story", "step", "answered",
    }
)  # fmt: skip
"""Names in the query that decide how rows are shown, not which."""
