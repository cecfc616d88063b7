"""The names of the data in every spelling: which words stand for one another, and which names are written as one word.

The data gives each place and each actor its names. Two of them are one name in two spellings where all their words,
one by one, have the same key or the same consonants (Kataib Hezbollah, Kata'ib Hizballah; Deir ez-Zor, Dayr az-Zawr).
What is learned so from the names of one thing holds in every text; of a word with fewer than three consonants, which
may be another word elsewhere (Tal and Tel, but Tel Aviv), only where the whole name stands. Words that merely mean the
same (troops, forces) share no consonants, and nothing is learned from them.
"""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import combinations, permutations
from typing import TypeVar

from dashboard.derive import text
from dashboard.derive.text import Word

LEAST_KEY = 2
"""A key of fewer letters says too little of a word to stand for another."""
OPEN_KEY = 4
"""From this many letters on, the key of a word stands for every key that begins with it."""
_LAST = "\U0010ffff"
_T = TypeVar("_T")
_KH, _SOFT = re.compile("[kc]h"), re.compile("[aeiouwy]")
_CONSONANTS, _ROOT = 2, 3
"""How many consonants a word has to share with another beside which it stands in a name, and how many by itself."""


@dataclass(frozen=True, eq=False)
class Names:
    """The words of the data's names: only they are read in other spellings.

    under     the key of each word, with the key under which it stands: its own, or the one that spellings of one
              word share.
    together  the key of a name written as one word (Ansarallah), with what else it stands for: a key of ``under``,
              or a name of several words, which begins with a space (" ansar allah").
    whole     each name of several words, by the keys under which its words stand.
    said      the first word that stands under a key.
    aside     by the same keys, words that other spellings of the name have, each at the place of a word.
    """

    under: Mapping[str, str]
    together: Mapping[str, frozenset[str]]
    whole: Mapping[tuple[str, ...], str]
    said: Mapping[str, str]
    aside: Mapping[tuple[str, ...], frozenset[tuple[int, str]]]

    def stands(self, word: str) -> str:
        """The key under which a word stands, "" where it is in no name; a name of several words is its own."""
        return word if word.startswith(" ") else self.under.get(text.spelled(word), "")

    @property
    def aliases(self) -> dict[str, str]:
        """The keys that stand under another."""
        return {key: other for key, other in self.under.items() if key != other}

    @cached_property
    def keys(self) -> list[str]:
        """Every key, sorted."""
        return sorted(self.under)

    def words(self, written: str) -> list[Word]:
        """The words of a text in order, and at their places the other ways to write a name in it, as one word or not.

        A name of several words begins with a space, so that no word asked for is its beginning.
        """
        spoken = text.words(written)
        owning = [word._replace(text=word.text[:-1]) for word in spoken if self._is_owner(word, written)]
        more = [*owning, *self._as_one(spoken), *self._apart(spoken)]
        return sorted([*spoken, *more], key=lambda word: word.place) if more else spoken

    def _is_owner(self, word: Word, written: str) -> bool:
        """True for a name with an s after an apostrophe: Hezbollah's."""
        ends = word.text.endswith("s") and word.end - word.start > len(word.text)
        return ends and written[word.end - 2] in text.APOSTROPHE and bool(self.stands(word.text[:-1]))

    def _as_one(self, spoken: Sequence[Word]) -> Iterator[Word]:
        parts = [word for word in spoken if not (word.article or word.joined)]
        keys = [self.stands(word.text) for word in parts]
        for first, key in enumerate(keys):
            for length in self._lengths.get(key, ()):
                run, standing = parts[first : first + length], tuple(keys[first : first + length])
                if standing in self.whole and len(run) == length:
                    yield Word(self.whole[standing], run[0].start, run[-1].end, run[0].place, otherwise=True)
                    yield from (
                        run[at]._replace(text=other, otherwise=True) for at, other in self.aside.get(standing, ())
                    )

    def _apart(self, spoken: Sequence[Word]) -> Iterator[Word]:
        for word in (word for word in spoken if not word.joined):
            for name in self.together.get(text.spelled(word.text), ()):
                more = [*name.split(), name] if name.startswith(" ") else [self.said[name]]
                yield from (word._replace(text=one, otherwise=True) for one in more)

    @cached_property
    def _lengths(self) -> dict[str, set[int]]:
        """How many words the names have that begin with a key."""
        found: dict[str, set[int]] = {}
        for keys in self.whole:
            found.setdefault(keys[0], set()).add(len(keys))
        return found


@lru_cache(maxsize=1024)
def meant(asked: str, whole: bool, names: Names) -> frozenset[str]:
    """The keys under which the names stand that a word may mean, and the names of several words."""
    key = text.spelled(asked)
    if len(key) < LEAST_KEY:
        return frozenset()
    opened = not whole and len(key) >= OPEN_KEY
    found = names.keys[bisect_left(names.keys, key) : bisect_left(names.keys, key + (_LAST if opened else "\0"))]
    return names.together.get(key, frozenset()) | {names.under[one] for one in found}


# --- what the names of one thing say of spelling ---------------------------------------------------------------


@dataclass(frozen=True)
class _Said:
    """One name: its words without articles, their keys, and the whole as one word, with and without its articles."""

    words: tuple[str, ...]
    keys: tuple[str, ...]
    as_one: frozenset[str]

    @property
    def sounds(self) -> set[str]:
        """The consonants of the name as one word; the whole where they are too few to say what it is."""
        return {key if len(_consonants(key)) < _ROOT else _consonants(key) for key in self.as_one}


_Group = Sequence[_Said]
_Standing = tuple[str, ...]


def names(things: Iterable[Iterable[str]], places: Iterable[Iterable[str]] = ()) -> Names:
    """The words of the names of some things; those names of a place that are one word are one name in any spelling."""
    groups = [group for thing in things for group in _spellings([_said(name) for name in thing])]
    alone = [[name.keys[0] for name in map(_said, place) if len(name.keys) == 1] for place in places]
    pairs = [(place[0], key) for place in alone for key in place[1:]]
    pairs += [pair for group in groups for pair in _learned(group)]
    under = _linked([key for group in groups for name in group for key in name.keys], pairs)
    whole: dict[_Standing, str] = {}
    said: dict[str, str] = {}
    for name in (name for group in groups for name in group):
        standing = _standing(name, under)
        if len(standing) > 1:
            whole.setdefault(standing, " " + " ".join(name.words))
        for key, word in zip(standing, name.words, strict=True):
            said.setdefault(key, word)
    return Names(under, _together(groups, under, whole), whole, said, _aside(groups, under))


@lru_cache(maxsize=100_000)
def _said(name: str) -> _Said:
    spoken = [word for word in text.words(name) if not word.joined]
    said = tuple(word.text for word in spoken if not word.article)
    as_one = "".join(word.text for word in spoken), "".join(said)
    return _Said(said, tuple(map(text.spelled, said)), frozenset(map(text.spelled, as_one)) - {""})


@lru_cache(maxsize=100_000)
def _consonants(key: str) -> str:
    """The consonants of a key; kh and ch are ways to write the h of Kharab. w and y may stand for vowels."""
    return _SOFT.sub("", _KH.sub("h", key)) if key.isalpha() else ""


def _spellings(thing: Sequence[_Said]) -> Iterable[_Group]:
    """The names of one thing, those together that are spellings of one name."""
    numbered = combinations(enumerate(thing), 2)
    pairs = [(at, to) for (at, one), (to, other) in numbered if _same(one, other) or one.sounds & other.sounds]
    found: dict[int, list[_Said]] = defaultdict(list)
    for at, first in _linked(range(len(thing)), pairs).items():
        found[first].append(thing[at])
    return found.values()


def _same(one: _Said, other: _Said) -> bool:
    """True for two names that are the same word by word."""
    return len(one.keys) == len(other.keys) and all(
        a == b or _alike(a, b, _CONSONANTS) for a, b in zip(one.keys, other.keys, strict=True)
    )


def _alike(one: str, other: str, least: int) -> bool:
    consonants = _consonants(one)
    return len(consonants) >= least and consonants == _consonants(other)


def _learned(group: _Group) -> Iterator[tuple[str, str]]:
    """The words that stand for one another wherever they are."""
    for one, other in combinations(group, 2):
        if _same(one, other):
            yield from (pair for pair in zip(one.keys, other.keys, strict=True) if _alike(*pair, _ROOT))


def _linked(things: Sequence[_T], pairs: Iterable[tuple[_T, _T]]) -> dict[_T, _T]:
    """Each thing with the first of those that pairs link it to."""
    under = {thing: thing for thing in things}
    for one, other in pairs:
        first, second = under[one], under[other]
        if first != second:
            under.update((thing, first) for thing, stands in under.items() if stands == second)
    return under


def _standing(name: _Said, under: Mapping[str, str]) -> _Standing:
    return tuple(under[key] for key in name.keys)


def _together(
    groups: Iterable[_Group], under: Mapping[str, str], whole: Mapping[_Standing, str]
) -> dict[str, frozenset[str]]:
    """What each name stands for as one word: itself, and its other spellings."""
    found: dict[str, set[str]] = defaultdict(set)
    for group in groups:
        standing = [_standing(name, under) for name in group if name.keys]
        others = {whole.get(keys, keys[0]) for keys in standing}
        for key in {key for name in group for key in name.as_one}:
            found[key] |= others - {under.get(key, "")}
    return {key: frozenset(others) for key, others in found.items() if others}


def _aside(groups: Iterable[_Group], under: Mapping[str, str]) -> dict[_Standing, frozenset[tuple[int, str]]]:
    """The words of other spellings beside those of each name of several words.

    Of names with more or fewer words only where they share none: in "Asad air base" and "Asad airbase" it is a word of
    English that is written together, which says nothing of the name.
    """
    found: dict[_Standing, set[tuple[int, str]]] = defaultdict(set)
    for one, other in (pair for group in groups for pair in permutations(group, 2) if len(pair[0].keys) > 1):
        mine, others = _standing(one, under), _standing(other, under)
        aligned = len(mine) == len(others)
        if aligned or not {*mine} & {*others}:
            found[mine] |= {(at * aligned, other.words[at]) for at, key in enumerate(others) if key not in mine}
    return {standing: frozenset(words) for standing, words in found.items() if words}
