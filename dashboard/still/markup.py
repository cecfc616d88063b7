"""Parts of pages as plain HTML, for whoever reads a page before its scripts, without them, or without a server.

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
            return getattr(self, rule)(part)
        if type(part).__module__.startswith("dash.html"):
            return self.element(type(part).__name__.lower(), part)
        return self.write(getattr(part, "children", None))

    def element(self, tag: str, part: Component, **more: str) -> Markup:
        """An element with its attributes and what it holds; ``more`` are attributes besides."""
        given = {_NAMES.get(name, name.lower()): value for name, value in self.attributes(part).items()}
        written = "".join(attribute(name, value) for name, value in {**given, **more}.items())
        if tag in _VOID:
            return Markup(f"<{tag}{written}>")
        return Markup(f"<{tag}{written}>{self.write(getattr(part, 'children', None))}</{tag}>")

    def button(self, part: html.Button) -> Markup:
        """A button: a link where it opens something, words where it sorts, nothing else."""
        if getattr(part, "type", None) == "submit":
            return self.element("button", part)
        for name, href in _OPENS.items():
            if getattr(part, f"data-{name}", None):
                return self.element("a", html.A(part.children, href=href(part, self.query)))
        return self.write(part.children) if hasattr(part, "data-sort") else Markup("")

    def anchor(self, part: html.A) -> Markup:
        """A link; one that opens an incident beside its row leads to the incident's own page instead."""
        if not getattr(part, "data-incident", None):
            return self.element("a", part)
        own = html.A(part.children, href=_OPENS["incident"](part, self.query))
        return self.element("span", html.Span(own, className=getattr(part, "className", None)))

    def link(self, part: dcc.Link) -> Markup:
        """A link within the site."""
        return self.element("a", html.A(part.children, href=part.href, className=getattr(part, "className", None)))

    def markdown(self, part: dcc.Markdown) -> Markup:
        """Text in Markdown."""
        text = part.children if isinstance(part.children, str) else "".join(part.children)
        return Markup(f'<div class="prose">{_MARKDOWN.render(text)}</div>')

    def input(self, part: dcc.Input) -> Markup:
        """A field of a form."""
        names = ("type", "name", "value", "placeholder", "autoComplete", "maxLength")
        given = {name.lower(): str(value) for name in names if (value := getattr(part, name, None)) is not None}
        return Markup(f"<input{''.join(attribute(*pair) for pair in given.items())}>")

    def graph(self, _: dcc.Graph) -> Markup:
        """A figure: nothing here."""
        return Markup("")

    def nothing(self, _: Component) -> Markup:
        """What has no meaning without a server."""
        return Markup("")

    def attributes(self, part: Component) -> Mapping[str, Any]:
        """The properties of an element that mean something without scripts."""
        props = {name: value for name, value in part.to_plotly_json()["props"].items() if name not in _LEFT_OUT}
        if props.get("role") in _LIVE or _EXPLAINED & set(props):
            props = {name: value for name, value in props.items() if name not in _ACTING}
        return {name: value for name, value in props.items() if not name.startswith("data-") or name == "data-label"}


def attribute(name: str, value: Any) -> str:
    """One attribute with the blank before it; "" for one that is not set."""
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

_RULES: Mapping[type, str] = {
    html.A: "anchor",
    html.Button: "button",
    dcc.Link: "link",
    dcc.Markdown: "markdown",
    dcc.Input: "input",
    dcc.Graph: "graph",
    dcc.Store: "nothing",
    dmc.Drawer: "nothing",
}
"""The method that writes each part which is not written as its own tag."""
