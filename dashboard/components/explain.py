"""Controls that explain themselves: words of the glossary, names of outlets and actors (assets/view-explain.js).

They are buttons by role and not by element: an element would be one box, which a line cannot break inside a sentence.
"""

import re
from collections.abc import Iterable

from dash import html

from dashboard.dataset import Dataset
from dashboard.explained import terms

Part = str | html.Span


def term(dataset: Dataset, name: str, shown: str = "") -> html.Span | str:
    """A word that says what it means when it has the keyboard, the pointer or a finger.

    ``shown`` is the word as it stands in its sentence; plain text where the package does not explain the term.
    """
    row = terms(dataset).get(name.lower())
    word = shown or name
    return html.Span(word, className="word", **_BUTTON, **{"data-term": row["term"]}) if row else word


def marked(dataset: Dataset, text: str, *names: str) -> list[Part]:
    """A text in parts, in which each of the named terms, or its plural, explains itself where it first stands."""
    places = sorted(filter(None, (_first(text, name) for name in names if name.lower() in terms(dataset))))
    parts, end = [], 0
    for start, stop, name in places:
        if start >= end:
            parts += [text[end:start], term(dataset, name, text[start:stop])]
            end = stop
    return [part for part in [*parts, text[end:]] if part]


def _first(text: str, name: str) -> tuple[int, int, str] | None:
    found = re.search(rf"(?<![\w-]){re.escape(name)}s?(?![\w-])", text, re.IGNORECASE)
    return (found.start(), found.end(), name) if found else None


def outlet(dataset: Dataset, outlet_id: str, by_arrow: bool = False) -> html.Span:
    """The name of an outlet, which opens a short profile of it."""
    return _named(dataset, "outlets", outlet_id, by_arrow)


def actor(dataset: Dataset, actor_id: str, by_arrow: bool = False) -> html.Span:
    """The name of an actor, which opens a short profile of it.

    ``by_arrow`` leaves it out of the walk with Tab: in a row of a list or a table the arrow keys reach it.
    """
    return _named(dataset, "actors", actor_id, by_arrow)


def speaker(dataset: Dataset, actor_id: str, by_arrow: bool = False) -> list[Part]:
    """Who speaks, as ``words.speaker`` has it: each name opens its profile."""
    row = dataset.by_id["actors"][actor_id]
    own = actor(dataset, actor_id, by_arrow)
    speaks_for = row["kind"] in dataset.schema.flagged("actors", "kind", "speaksFor") and row["member_of"]
    return [own, " (", actor(dataset, row["member_of"], by_arrow), ")"] if speaks_for else [own]


def joined(parts: Iterable[list[Part]], between: str = ", ") -> list[Part]:
    """Lists of parts one after the other, with words between them."""
    together: list[Part] = []
    for part in parts:
        together += [between, *part] if together else part
    return together


_BUTTON = {"role": "button", "tabIndex": "0"}


def _named(dataset: Dataset, table: str, key: str, by_arrow: bool) -> html.Span:
    aria = {"aria-haspopup": "dialog", "aria-expanded": "false"}
    button = _BUTTON | {"tabIndex": "-1"} if by_arrow else _BUTTON
    name = dataset.by_id[table][key]["name"]
    return html.Span(name, className="named", **button, **aria, **{"data-profile": f"{table}/{key}"})
