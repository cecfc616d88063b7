"""Reading a layout without a browser: its parts, its words, its ids."""

import json
from collections.abc import Iterator
from typing import Any

from dash.development.base_component import Component


def parts(node: Any) -> Iterator[Component]:
    """Every component of a layout, from the outside in and in reading order."""
    if isinstance(node, Component):
        yield node
        yield from parts(getattr(node, "children", None))
    elif isinstance(node, list | tuple):
        for one in node:
            yield from parts(one)


def of(node: Any, kind: str, **wanted: Any) -> list[Component]:
    """The components of one type whose properties are as wanted: of(page, "Button", disabled=True)."""
    names = {
        name.replace("_", "-") if name.startswith(("aria", "data")) else name: value for name, value in wanted.items()
    }
    return [
        part
        for part in parts(node)
        if part._type == kind and all(getattr(part, name, None) == value for name, value in names.items())
    ]


def words(node: Any) -> str:
    """The text of a layout as it would be read out as a rule, blanks run together; a word that explains itself stands in its text."""
    return " ".join("".join(_texts(node)).split())


def _texts(node: Any) -> Iterator[str]:
    if isinstance(node, Component) and not _SELDOM.isdisjoint((getattr(node, "className", None) or "").split()):
        return
    if isinstance(node, Component):
        inside = _texts(getattr(node, "children", None))
        yield from [text.strip() for text in inside] if _in_text(node) else inside
    elif isinstance(node, list | tuple):
        for one in node:
            between = "" if _in_text(one) else " "
            yield from (between, *_texts(one), between) if isinstance(one, Component) else _texts(one)
    elif node is not None:
        yield str(node)


_SELDOM = frozenset({"instead", "on-paper", "row-note"})
"""What only gentle mode shows, and what only paper does."""


def _in_text(node: Any) -> bool:
    return hasattr(node, "data-term") or hasattr(node, "data-profile")


def table(node: Any) -> list[list[str]]:
    """The cells of the first table in a layout, its head first."""
    return [[words(cell) for cell in parts(row) if cell._type in ("Th", "Td")] for row in of(node, "Tr")]


def ids(node: Any) -> list[str]:
    """Every id in a layout; an id that is a pattern as JSON."""
    found = [part.id for part in parts(node) if getattr(part, "id", None)]
    return [name if isinstance(name, str) else json.dumps(name, sort_keys=True) for name in found]
