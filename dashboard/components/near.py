"""What an address that leads nowhere may have meant: pages, incidents and outlets whose id or name is like it."""

from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import unquote

from rapidfuzz import fuzz, process

from dashboard.dataset import Dataset
from dashboard.derive import fold

MOST, LEAST_LIKE, LONGEST = 6, 62, 120


@dataclass(frozen=True)
class Near:
    """A page that exists: its name, its address, and how like it is to what was asked, up to 100."""

    name: str
    address: str
    like: float


@dataclass(frozen=True, eq=False)
class _Known:
    """Everything that has an address: two texts of each, folded, in the same order as names and addresses."""

    names: list[str]
    addresses: list[str]
    ids: list[str]
    words: list[str]


def near(dataset: Dataset, path: str, menu: tuple[tuple[str, str], ...]) -> list[Near]:
    """Return what is most like the end of a path, best first, compared by id and by the words of the name."""
    last = unquote(path).rstrip("/").rsplit("/", 1)[-1][:LONGEST]
    wanted = fold(last.replace("-", " ").replace("_", " "))
    if not wanted.strip():
        return []
    known = _known(dataset, menu)
    scores: dict[int, float] = {}
    for texts, scorer in ((known.ids, fuzz.ratio), (known.words, fuzz.token_sort_ratio)):
        found = process.extract(wanted, texts, scorer=scorer, limit=MOST, score_cutoff=LEAST_LIKE)
        for _, score, place in found:
            scores[place] = max(score, scores.get(place, 0))
    best = sorted(scores, key=lambda place: (-scores[place], known.addresses[place]))[:MOST]
    return [Near(known.names[place], known.addresses[place], scores[place]) for place in best]


@lru_cache(maxsize=8)
def _known(dataset: Dataset, menu: tuple[tuple[str, str], ...]) -> _Known:
    rows = [(title, path, path.strip("/")) for path, title in menu]
    rows += [(row["title"], f"/incidents/{key}", key) for key, row in dataset.by_id["incidents"].items()]
    rows += [(row["name"], f"/sources/{key}", key) for key, row in dataset.by_id["outlets"].items()]
    names, addresses, ids = (list(column) for column in zip(*rows, strict=True))
    return _Known(names, addresses, [fold(key.replace("-", " ")) for key in ids], [fold(name) for name in names])
