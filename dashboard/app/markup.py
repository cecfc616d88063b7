"""Parts of pages as plain HTML, for whoever reads a page before or without its scripts.

The parts are those of the interactive page, so both say the same. Controls that need a script are left out, buttons
that open something become links, figures are left out because words and rows beside them say what they show.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from html import escape
from typing import Any

import dash_mantine_components as dmc
from dash import dcc, html
from dash.development.base_component import Component
from markdown_it import MarkdownIt
from markupsafe import Markup

_VOID = frozenset({"br", "hr", "img", "input", "wbr"})
_NAMES = {"className": "class", "htmlFor": "for", "dateTime": "datetime", "spellCheck": "spellcheck"}
_LEFT_OUT = frozenset(
    {"children", "id", "key", "style", "n_clicks", "aria-live", "aria-labelledby", "aria-describedby"}
)
_LIVE = frozenset({"status", "alert"})
_EXPLAINED = frozenset({"data-term", "data-profile"})
"""Words and names that say more when a script is there to fetch it."""
_ACTING = frozenset({"role", "tabIndex", "aria-haspopup", "aria-expanded"})
_MARKDOWN = MarkdownIt("commonmark", {"html": False}).enable("table")


@dataclass(frozen=True)
class Plain:
    """Writes parts as HTML; ``query`` goes with links to incidents ("?known_by=...")."""

    query: str = ""

    def write(self, part: Any) -> Markup:
        """The HTML of a part, of a list of parts, or of text, which is escaped."""
        if part is None or part is False:
            return Markup("")
        if isinstance(part, list | tuple):
            return Markup("").join(self.write(one) for one in part)
        if not isinstance(part, Component):
            return Markup(escape(str(part)))
        rule = _RULES.get(type(part))
        if rule:
            return rule(self, part)
        if type(part).__module__.startswith("dash.html"):
            return self._element(type(part).__name__.lower(), part)
        return self.write(getattr(part, "children", None))

    def _element(self, tag: str, part: Component, **more: str) -> Markup:
        given = {_NAMES.get(name, name.lower()): value for name, value in _attributes(part).items()}
        written = "".join(_attribute(name, value) for name, value in {**given, **more}.items())
        if tag in _VOID:
            return Markup(f"<{tag}{written}>")
        return Markup(f"<{tag}{written}>{self.write(getattr(part, 'children', None))}</{tag}>")

    def _button(self, part: html.Button) -> Markup:
        if getattr(part, "type", None) == "submit":
            return self._element("button", part)
        for name, href in _OPENS.items():
            if getattr(part, f"data-{name}", None):
                return self._element("a", html.A(part.children, href=href(part, self.query)))
        return self.write(part.children) if hasattr(part, "data-sort") else Markup("")

    def _anchor(self, part: html.A) -> Markup:
        """A link; one that opens an incident beside its row leads to the incident's own page instead."""
        if not getattr(part, "data-incident", None):
            return self._element("a", part)
        own = html.A(part.children, href=_OPENS["incident"](part, self.query))
        return self._element("span", html.Span(own, className=getattr(part, "className", None)))

    def _link(self, part: dcc.Link) -> Markup:
        return self._element("a", html.A(part.children, href=part.href, className=getattr(part, "className", None)))

    def _markdown(self, part: dcc.Markdown) -> Markup:
        text = part.children if isinstance(part.children, str) else "".join(part.children)
        return Markup(f'<div class="prose">{_MARKDOWN.render(text)}</div>')

    def _input(self, part: dcc.Input) -> Markup:
        names = ("type", "name", "value", "placeholder", "autoComplete", "maxLength")
        given = {name.lower(): str(value) for name in names if (value := getattr(part, name, None)) is not None}
        return Markup(f"<input{''.join(_attribute(*pair) for pair in given.items())}>")

    def _nothing(self, _: Component) -> Markup:
        return Markup("")


def _attributes(part: Component) -> Mapping[str, Any]:
    """The properties of an element that mean something without scripts."""
    props = {name: value for name, value in part.to_plotly_json()["props"].items() if name not in _LEFT_OUT}
    if props.get("role") in _LIVE or _EXPLAINED & set(props):
        props = {name: value for name, value in props.items() if name not in _ACTING}
    return {name: value for name, value in props.items() if not name.startswith("data-") or name == "data-label"}


def _attribute(name: str, value: Any) -> str:
    if value is None or value is False:
        return ""
    return f" {name}" if value is True else f' {name}="{escape(str(value))}"'


def _explanation(part: Component, query: str) -> str:
    measure = getattr(part, "data-measure", "")
    own = f"measure={measure}&" if measure else ""
    return f"/counts{query}{'&' if query else '?'}{own}tally={getattr(part, 'data-tally')}"


_OPENS: Mapping[str, Callable[[Component, str], str]] = {
    "incident": lambda part, query: f"/incidents/{getattr(part, 'data-incident')}{query}",
    "tally": _explanation,
}
"""What a button that opens something leads to without scripts."""

_RULES: Mapping[type, Callable[[Plain, Any], Markup]] = {
    html.A: Plain._anchor,
    html.Button: Plain._button,
    dcc.Link: Plain._link,
    dcc.Markdown: Plain._markdown,
    dcc.Input: Plain._input,
    dcc.Graph: Plain._nothing,
    dcc.Store: Plain._nothing,
    dmc.Drawer: Plain._nothing,
}
