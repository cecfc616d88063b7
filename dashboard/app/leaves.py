"""Parts of a page that no callback names, sent as one component each, however many elements they hold.

In the browser every component of Dash follows every change of the page: with some thousand of them, as many as a page
of rows has elements, a change takes seconds. What nobody names need not follow anything: it is drawn by React alone,
with the same elements in the same places.
"""

from collections.abc import Callable
from copy import copy
from dataclasses import dataclass
from functools import wraps
from typing import Any

from dash.development.base_component import Component

_ELEMENTS = "dash.html"
_OF_DASH = frozenset({"children", "n_clicks", "n_clicks_timestamp", "disable_n_clicks"})


class Leaf(Component):
    """A part as ``[tag, properties, *what it holds]``, in which each held part is text or of the same form."""

    _children_props: list[str] = []  # noqa: RUF012 - what Dash reads of every component
    _base_nodes: list[str] = []  # noqa: RUF012
    _namespace = "as_reported"
    _type = "Leaf"
    _prop_names = available_properties = ["part"]  # noqa: RUF012
    _valid_wildcard_attributes = available_wildcard_properties = []  # noqa: RUF012

    def __init__(self, part: list) -> None:
        super().__init__(part=part)


@dataclass(frozen=True, slots=True)
class _Unnamed:
    """A part in which nothing has an id."""

    written: Any


def drawn(draw: Callable[..., Any]) -> Callable[..., Any]:
    """The same callback, with leaves in what it answers."""

    @wraps(draw)
    def answer(*given: Any) -> Any:
        return leaved(draw(*given))

    return answer


def leaved(part: Any) -> Any:
    """The same part, list of parts or other answer, with a leaf for everything that holds no id; changes nothing."""
    if isinstance(part, list | tuple):
        return [leaved(one) for one in part]
    return _sent(_read(part)) if isinstance(part, Component) else part


def _read(part: Any) -> Component | _Unnamed:
    """A part with whatever it holds, in one pass."""
    if not isinstance(part, Component):
        return _Unnamed(part)
    within = getattr(part, "children", None)
    held = [_read(one) for one in _listed(within)]
    if _is_element(part) and all(isinstance(one, _Unnamed) for one in held):
        given = {name: value for name, value in part.to_plotly_json()["props"].items() if name not in _OF_DASH}
        return _Unnamed([type(part).__name__.lower(), given, *(one.written for one in held)])
    kept = copy(part)
    if held:
        sent = [_sent(one) for one in held]
        kept.children = sent if isinstance(within, list | tuple) else sent[0]
    return kept


def _is_element(part: Component) -> bool:
    return type(part).__module__.startswith(_ELEMENTS) and getattr(part, "id", None) is None


def _listed(within: Any) -> list | tuple:
    if within is None:
        return ()
    return within if isinstance(within, list | tuple) else (within,)


def _sent(read: Component | _Unnamed) -> Any:
    if not isinstance(read, _Unnamed):
        return read
    return Leaf(read.written) if isinstance(read.written, list) else read.written
