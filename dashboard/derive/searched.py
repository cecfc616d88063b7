"""What search looks in: the texts of each report and tally, and the names that the data knows."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache

from dashboard.derive import words
from dashboard.derive.index import Index
from dashboard.derive.names import Names, names
from dashboard.derive.words import Words

Text = tuple[str, ...]
NAMED = {"places": "place_id", "actors": "actor_id", "outlets": "outlet_id"}
"""The tables whose names are read in other spellings, with their keys."""


@dataclass(frozen=True, eq=False)
class Searched:
    """The words of one data set, each part looked up once it is asked for."""

    index: Index

    @cached_property
    def names(self) -> Names:
        """Every word in a name or an alias of the data, with the spellings that the names of one thing show."""
        things = (called for table in NAMED for called in self.named[table].values())
        return names(things, self.named["places"].values())

    @cached_property
    def named(self) -> dict[str, dict[str, Text]]:
        """The name and the aliases of every place, actor and outlet."""
        rows = self.index.dataset.by_id
        return {table: {key: _called(row) for key, row in rows[table].items()} for table in NAMED}

    @cached_property
    def written(self) -> dict[str, str]:
        """Each folded word of a name as the name writes it."""
        parts = [part for table in NAMED for text in self.named[table].values() for part in reversed(text)]
        return {word.text: part[word.start : word.end] for part in parts for word in words.text.words(part)}

    @cached_property
    def spoken(self) -> list[str]:
        """The words of letters alone that reports say, for comparing one that is not among them."""
        return [word for word in self.reports.vocabulary if word.isalpha()]

    @cached_property
    def reports(self) -> Words:
        """The words of each report, in the order of the index's frame."""
        return words.lookup((self.texts(row) for row in self.index.dataset.by_id["reports"].values()), self.names)

    @cached_property
    def tallies(self) -> Words:
        """The words of each tally, in the order of the index's frame."""
        rows = self.index.dataset.by_id["tallies"].values()
        return words.lookup(
            (((row["measure"],), _said(row), self.named["actors"][row["asserted_by"]]) for row in rows), self.names
        )

    def texts(self, row: dict[str, str]) -> Iterator[Text]:
        """The texts of one report: its incident's title, what it says, the actors and places in it."""
        incident = self.index.dataset.by_id["incidents"][row["incident_id"]]
        yield (incident["title"],)
        yield _said(row)
        for actor in {row["asserted_by"], row["attributed_to"], row["against"]} - {""}:
            yield self.named["actors"][actor]
        around = self.index.relations.around
        for place in {*around.get(row["place_id"], ()), incident["place_id"]} - {""}:
            yield self.named["places"][place]


def _called(row: dict[str, str]) -> Text:
    return tuple(filter(None, (row["name"], *row.get("aliases", "").split(";"))))


def _said(row: dict[str, str]) -> Text:
    return tuple(filter(None, (row["summary"], row.get("target", ""), row["quote"])))


@lru_cache(maxsize=8)
def searched(index: Index) -> Searched:
    """Return what search looks in; one for each index, because an index never changes."""
    return Searched(index)
