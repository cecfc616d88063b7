"""Words looked up: which rows hold every word that somebody asks for, in whatever spelling."""

import re
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

import numpy as np

from dashboard.derive import text
from dashboard.derive.names import Names, meant

MOST_OPEN = 3
"""From this many letters on, a word stands for every word that begins with it."""
_ASKED = re.compile(r'["“”„«»]([^"“”„«»]*)(["“”„«»]|$)|[^"“”„«»]+')
_LAST = "\U0010ffff"


class Term(NamedTuple):
    """What one part of a question asks for: words that follow one another.

    ``together`` is the same without its hyphens ("" where there are none); ``whole`` asks for exactly these
    words, else the last may be the beginning of one; ``start`` and ``end`` say where it stands in the question.
    """

    words: tuple[str, ...]
    together: str
    whole: bool
    start: int
    end: int


def terms(question: str) -> tuple[Term, ...]:
    """The parts of a question, all of which have to match: words, and phrases in quotes."""
    found: list[Term] = []
    for part in _ASKED.finditer(question):
        quoted = part[1] is not None
        asked, offset = (part[1], part.start(1)) if quoted else (part[0], part.start())
        found += _phrase(asked, offset, bool(part[2])) if quoted else _words(asked, offset)
    return tuple(found)


def _phrase(asked: str, offset: int, closed: bool) -> Iterable[Term]:
    spoken = [word for word in text.words(asked) if not word.article and not word.joined]
    if spoken:
        start, end = spoken[0].start + offset, spoken[-1].end + offset
        yield Term(tuple(word.text for word in spoken), "", closed, start, end)


def _words(asked: str, offset: int) -> Iterable[Term]:
    joined, parts = None, []
    for word in text.words(asked):
        if joined and word.start >= joined.end:
            yield _term(parts, joined.text, offset)
            joined, parts = None, []
        if word.joined:
            joined = word
        elif joined and not word.article:
            parts.append(word)
        elif not word.article:
            yield _term([word], "", offset)
    if joined:
        yield _term(parts, joined.text, offset)


def _term(parts: Sequence[text.Word], together: str, offset: int) -> Term:
    spoken = tuple(word.text for word in parts)
    return Term(spoken, together, False, parts[0].start + offset, parts[-1].end + offset)


# --- the rule ------------------------------------------------------------------------------------------------


def open_ended(asked: str, whole: bool) -> bool:
    """True when a word asked for also stands for longer words that begin with it."""
    return not whole and len(asked) >= MOST_OPEN


def same(asked: str, word: text.Word, whole: bool, names: Names) -> str:
    """How a word is the one asked for: "word" as written or as a beginning, "variant" as another spelling, ""."""
    if asked == word.text or (open_ended(asked, whole) and word.text.startswith(asked)):
        return "variant" if word.otherwise else "word"
    return "variant" if names.stands(word.text) in meant(asked, whole, names) else ""


# --- the index -----------------------------------------------------------------------------------------------


@dataclass(frozen=True, eq=False)
class Words:
    """Where each word of many texts stands.

    vocabulary  every word, sorted; word n stands at the places ``at[starts[n]:starts[n + 1]]``.
    text_of     the text in which each place lies. A text may have parts (a name and its aliases), which no
                phrase spans.
    texts, rows two arrays of the same length: row ``rows[n]`` carries text ``texts[n]``.
    size        the number of rows.
    names       the words of the data's names.
    """

    vocabulary: list[str]
    starts: np.ndarray
    at: np.ndarray
    text_of: np.ndarray
    texts: np.ndarray
    rows: np.ndarray
    size: int
    names: Names

    def holding(self, asked: Iterable[Term]) -> np.ndarray:
        """One flag per row: it carries, in one text or another, every term."""
        kept = np.ones(self.size, bool)
        for term in asked:
            kept &= self.flags(term)
        return kept

    def flags(self, term: Term) -> np.ndarray:
        """One flag per row: it carries the term."""
        held = np.zeros(int(self.text_of[-1]) + 1 if len(self.text_of) else 0, bool)
        held[self.text_of[self._places(term)]] = True
        flags = np.zeros(self.size, bool)
        flags[self.rows[held[self.texts]]] = True
        return flags

    def knows(self, term: Term) -> bool:
        """True when the term stands in some text."""
        return bool(len(self._places(term)))

    def _places(self, term: Term) -> np.ndarray:
        """Where the term begins."""
        last = len(term.words) - 1
        places = self._word(term.words[0], term.whole or last > 0)
        for number, word in enumerate(term.words[1:], 1):
            following = self._word(word, term.whole or number < last)
            places = np.intersect1d(places, following - number)
        return np.concatenate([places, self._word(term.together, term.whole)]) if term.together else places

    def _word(self, asked: str, whole: bool) -> np.ndarray:
        first = bisect_left(self.vocabulary, asked)
        end = bisect_left(self.vocabulary, asked + (_LAST if open_ended(asked, whole) else "\0"))
        runs = [self.at[self.starts[first] : self.starts[end]]]
        runs += [self.at[self.starts[n] : self.starts[n + 1]] for n in self._variants(asked, whole)]
        return np.concatenate(runs)

    def _variants(self, asked: str, whole: bool) -> list[int]:
        return [number for key in meant(asked, whole, self.names) for number in self._spellings.get(key, ())]

    @cached_property
    def _spellings(self) -> dict[str, list[int]]:
        """The words that are spellings of a name, by the key under which it stands."""
        found: dict[str, list[int]] = {}
        for number, word in enumerate(self.vocabulary):
            if key := self.names.stands(word):
                found.setdefault(key, []).append(number)
        return found


def lookup(carried: Iterable[Iterable[tuple[str, ...]]], names: Names) -> Words:
    """The index of rows, each given as the texts that it carries; a text is given as its parts."""
    known: dict[tuple[str, ...], int] = {}
    texts, rows, size = array("i"), array("i"), 0
    for row in carried:
        for parts in row:
            texts.append(known.setdefault(parts, len(known)))
            rows.append(size)
        size += 1
    codes, at, text_of, seen = array("i"), array("i"), array("i"), {}
    for number, parts in enumerate(known):
        for part in parts:
            base, last = len(text_of), 0
            for word in names.words(part):
                codes.append(seen.setdefault(word.text, len(seen)))
                at.append(base + word.place)
                last = max(last, word.place)
            text_of.extend([number] * (last + 2))  # one place between parts, so that no phrase spans them
    return Words(*_sorted(seen, _ints(codes), _ints(at)), _ints(text_of), _ints(texts), _ints(rows), size, names)


def _ints(values: array) -> np.ndarray:
    return np.frombuffer(values, np.intc) if len(values) else np.zeros(0, np.intc)


def _sorted(seen: dict[str, int], codes: np.ndarray, at: np.ndarray) -> tuple[list[str], np.ndarray, np.ndarray]:
    vocabulary = sorted(seen)
    rank = np.zeros(len(seen), np.intc)
    rank[[seen[word] for word in vocabulary]] = np.arange(len(seen))
    ranked = rank[codes]
    order = np.argsort(ranked, kind="stable")
    return vocabulary, np.searchsorted(ranked[order], np.arange(len(seen) + 1)), at[order]


# --- hits in a text ------------------------------------------------------------------------------------------


class Hit(NamedTuple):
    """A stretch of a text that a term matches; ``variant`` where only by another spelling."""

    start: int
    end: int
    variant: bool
    term: int


def hits(written: str, asked: Sequence[Term], names: Names) -> list[Hit]:
    """Every stretch of a text that one of the terms matches, in order."""
    spoken = names.words(written)
    found = [hit for number, term in enumerate(asked) for hit in _hits(spoken, term, number, names)]
    return sorted(found)


def _hits(spoken: Sequence[text.Word], term: Term, number: int, names: Names) -> Iterable[Hit]:
    for first in spoken:
        if term.together and (how := same(term.together, first, term.whole, names)):
            yield Hit(first.start, first.end, how == "variant", number)
        run = _run(spoken, first, term, names)
        if run:
            end, variant = run
            yield Hit(first.start, end, variant, number)


def _run(spoken: Sequence[text.Word], first: text.Word, term: Term, names: Names) -> tuple[int, bool] | None:
    """Where the term ends that begins with a word, and whether any of it is a variant."""
    end, variant, last = first.end, False, len(term.words) - 1
    for number, asked in enumerate(term.words):
        whole = term.whole or number < last
        at = [first] if number == 0 else [word for word in spoken if word.place == first.place + number]
        found = [(how, word.end) for word in at if (how := same(asked, word, whole, names))]
        if not found:
            return None
        how, end = max(found)  # "word" rather than "variant"
        variant = variant or how == "variant"
    return end, variant
