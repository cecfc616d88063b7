"""The prebuilt index of a site of files: every word of what can be found, spelled as the served site spells it."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from dashboard.components import gentle
from dashboard.components.words import speaker, when
from dashboard.dataset import Dataset
from dashboard.derive import index, text
from dashboard.derive.names import LEAST_KEY, OPEN_KEY, Names
from dashboard.derive.searched import Searched, searched
from dashboard.derive.text import spelled
from dashboard.derive.words import MOST_OPEN
from dashboard.language import tr
from dashboard.selection import Selection
from dashboard.still.places import INDEX, Places, slug
from dashboard.still.shown import tally_name

NAME = "search-index.js"


class Entry(NamedTuple):
    """One thing that can be found: its file, its name, what it is, words of its name, and all other texts.

    ``other`` is its name in gentle mode, "" where that is the same.
    """

    file: str
    name: str
    kind: str
    named: Sequence[str]
    told: Sequence[str]
    other: str = ""


def entries(places: Places) -> Iterator[Entry]:
    """Incidents with all that is reported of them, outlets, actors, declared counts, words of the glossary."""
    dataset = places.dataset
    looked = searched(index(dataset))
    yield from _incidents(dataset, looked)
    for table, kind, folder in (
        ("outlets", tr("outlet"), "sources/{}/" + INDEX),
        ("actors", tr("actor"), f"actors/{INDEX}#{{}}"),
    ):
        for key, row in dataset.by_id[table].items():
            yield Entry(folder.format(key), row["name"], kind, looked.named[table][key], (row.get("note", ""),))
    for key, row in dataset.by_id["tallies"].items():
        name, other = tally_name(dataset, key), tally_name(dataset, key, gently=True)
        who = speaker(dataset, row["asserted_by"])
        told, other = (row["summary"], row["quote"], who), f"{other}: {who}" if other != name else ""
        yield Entry(f"counts/{key}/{INDEX}", f"{name}: {who}", tr("declared count"), (name,), told, other)
    for row in dataset["glossary"].to_dict("records"):
        told = (row["definition"], row["plain_language"], row["also_said_as"])
        yield Entry(f"glossary/{INDEX}#{slug(row['term'])}", row["term"], tr("word"), (row["term"],), told)


def _incidents(dataset: Dataset, looked: Searched) -> Iterator[Entry]:
    told = defaultdict(dict)
    for row in dataset.by_id["reports"].values():
        told[row["incident_id"]].update(dict.fromkeys(part for parts in looked.texts(row) for part in parts))
    known = Selection().apply(dataset)
    for key, row in dataset.by_id["incidents"].items():
        other = gentle.title(known, key)
        kind = f"{dataset.schema.label('incidents', 'kind', row['kind'])}, {when(row['date'])}"
        other = other if other != row["title"] else ""
        yield Entry(f"incidents/{key}/{INDEX}", row["title"], kind, (row["title"],), tuple(told[key]), other)


def built(places: Places) -> dict[str, Any]:
    """The index: the entries, and for each word its spelling key (only of names) and the entries that hold it.

    ``words`` holds ``[word, key, in names, in other texts]``, entries by their number. The rules of spelling go with
    it, so that the script which reads it knows none of its own; ``under`` holds the keys that stand under another,
    ``together`` what a name written as one word stands for. A word that begins with a space is a whole name.
    """
    found = list(entries(places))
    names = searched(index(places.dataset)).names
    held: dict[str, tuple[dict[int, None], dict[int, None]]] = defaultdict(lambda: ({}, {}))
    for number, entry in enumerate(found):
        for which, texts in enumerate((entry.named, entry.told)):
            for word in (word for part in texts for word in names.words(part) if not word.article):
                held[word.text][which][number] = None
    return {
        "entries": [[entry.file, entry.name, entry.kind, entry.other] for entry in found],
        "words": [_word(word, names, *map(list, held[word])) for word in sorted(held)],
        "rules": {**text.rules(), **_of_names(names)},
    }


def _of_names(names: Names) -> dict[str, Any]:
    return {
        "open": MOST_OPEN,
        "openKey": OPEN_KEY,
        "leastKey": LEAST_KEY,
        "under": names.aliases,
        "together": {key: sorted(others) for key, others in names.together.items()},
    }


def _word(word: str, names: Names, named: list[int], told: list[int]) -> list[Any]:
    known = names.stands(word)
    key = word if word.startswith(" ") else spelled(word) if known else ""
    return [word, key, named, [one for one in told if one not in set(named)]]
