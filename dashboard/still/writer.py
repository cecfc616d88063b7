"""Parts of pages as the HTML of a file: figures that a script draws, links between files, no need of a server."""

import gzip
import re
from base64 import b64encode
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from html import unescape
from typing import Any

import orjson
from dash import dcc, html
from dash.development.base_component import Component
from markupsafe import Markup

from dashboard.components.buttons import button, group
from dashboard.components.chart import CHART, STRIP
from dashboard.components.plate import CONFIG, DATA
from dashboard.language import tr
from dashboard.still.markup import Plain, attribute
from dashboard.still.places import slug

_LEFT_OUT = frozenset({"children", "key", "n_clicks", "aria-live", "download"})
_DEAD = frozenset({"choice", "clock", "page-size", "column-choice", "row-words"})
"""Classes of parts that only hold controls of the served site, and words about them."""
_WORKING = (
    "data-picture", "data-zoom", "data-read", "data-copy", "data-turn", "data-day", "data-save", "data-ungentle",
    "data-unveil", "data-lift", "data-forget",
)  # fmt: skip
"""What a button may do in a page without a server."""
_KEPT = (
    *_WORKING, "data-label", "data-column", "data-version", "data-digest", "data-of", "data-note", "data-step-number",
    "data-undrawn", "data-until", "data-ordering", "data-example", "data-question", "data-said", "data-words",
    "data-silent",
)  # fmt: skip
_SAYS_MORE = frozenset({"named", "word"})
"""Classes whose look says that more can be read of a name or a word."""
_FROZEN = "{frozen}"
NOTE = "note-"
_IDLE = ("keys",)
"""What can be chosen under Reading and has no effect here: single keys."""
_OF_LINKS = ("id", "rel", "lang", "dir", "aria-label")
_IDS = frozenset({"id", "htmlFor", "aria-labelledby", "aria-describedby", "aria-controls"})
ZOOMED_FROM = 200
"""Pixels of height from which a figure over time has buttons to zoom."""
_MOVES = ("in", "out", "back", "forward", "all")


@dataclass(frozen=True)
class Scoped:
    """Parts whose ids begin with a prefix of their own, with the query that their links to incidents carry."""

    prefix: str
    parts: Any
    query: str = ""


@dataclass(frozen=True)
class Still(Plain):
    """Writes parts for one file.

    ``lead`` gives what a link to an address of the served site is here, None where it has no place. ``taken`` collects
    the names of the figures whose rows the page offers; where it is None the page offers none. ``headings`` are the
    ids that headings of Markdown already have. ``prefix`` comes before every id, where one file holds a part twice;
    ``packed`` figures are compressed.
    """

    lead: Callable[[str], str | None] = lambda address: address
    taken: set[str] | None = field(default=None, compare=False)
    headings: set[str] = field(default_factory=set, compare=False)
    prefix: str = ""
    packed: bool = False

    def write(self, part: Any) -> Markup:
        """The HTML of a part."""
        if isinstance(part, Markup):
            return part
        if isinstance(part, Scoped):
            return replace(self, prefix=part.prefix, query=part.query).write(part.parts)
        if type(part).__module__.startswith("dash_mantine_components"):
            return Markup("")
        return super().write(part)

    def element(self, tag: str, part: Component, **more: str) -> Markup:
        """An element, without those that only hold what needs a server."""
        classes = set((getattr(part, "className", None) or "").split())
        if classes & _DEAD or (classes & {"glyph"} and "↕" in str(part.children)):
            return Markup("")
        if classes & {"pages"}:
            return self.write([one for one in part.children if "range" in (getattr(one, "className", None) or "")])
        named = self._named(part)
        if named:
            return named
        if getattr(part, "role", None) == "group" and not self._acts(part):
            return Markup("")
        graph = getattr(part, "children", None)
        written = super().element(tag, part, **more)
        return written + self._zoom(graph, part) if isinstance(graph, dcc.Graph) else written

    def _acts(self, part: Component) -> bool:
        """True when anything in a group of controls still does something."""
        inside = self.write(getattr(part, "children", None))
        return "<button" in inside or "<a " in inside

    # --- words and names -------------------------------------------------------------------------------------

    def _named(self, part: Component) -> Markup:
        """A word that the glossary explains, or a name that has a page, as a link; "" for anything else."""
        term, profile = getattr(part, "data-term", None), getattr(part, "data-profile", None)
        if term:
            return self._lead(part, f"/glossary#{slug(term)}")
        return self._lead(part, "/" + profile.replace("outlets/", "sources/")) if profile else Markup("")

    def anchor(self, part: html.A) -> Markup:
        """A link."""
        key = getattr(part, "data-incident", None)
        href = f"/incidents/{key}{self.query}" if key else getattr(part, "href", "")
        name = getattr(part, "data-rows", None)
        if name and href.startswith(DATA):
            if self.taken is None:
                return Markup("")
            self.taken.add(name)
            return super().element("a", html.A(part.children, href=f"{name}.csv", className=part.className))
        return self._lead(part, href)

    def link(self, part: dcc.Link) -> Markup:
        """A link within the site."""
        return self._lead(part, part.href)

    def _lead(self, part: Component, href: str) -> Markup:
        """A link to where an address lies here; the words alone where it has no place."""
        if href.startswith("/"):
            href = self.lead(href)
        look = {"className": part.className} if getattr(part, "className", None) else {}
        if href is None and look and part.className not in _SAYS_MORE:
            return super().element("span", html.Span(part.children, **look))
        if href is None:
            return self.write(part.children)
        more = {name: getattr(part, name) for name in _OF_LINKS if getattr(part, name, None)}
        return super().element("a", html.A(part.children, href=href, **look, **more))

    # --- buttons ----------------------------------------------------------------------------------------------

    def button(self, part: html.Button) -> Markup:
        """A button that works here, or the link or the words that stand for it."""
        props = part.to_plotly_json()["props"]
        works = any(name in props for name in _WORKING) or props.get("type") == "submit"
        idle = str(props.get("data-read")).partition(":")[0] in _IDLE or _FROZEN in str(props.get("data-copy"))
        if works and not idle:
            return super().element("button", part)
        if "data-incident" in props:
            return self._lead(html.A(part.children), f"/incidents/{props['data-incident']}{self.query}")
        if "data-tally" in props:
            return self._lead(html.A(part.children), f"/counts?tally={props['data-tally']}")
        return self.write(part.children) if props.get("data-sort") else Markup("")

    def markdown(self, part: dcc.Markdown) -> Markup:
        """Text in Markdown, whose headings have the ids that links within it name, and whose links lead to files."""
        written = _LINK.sub(self._led, str(super().markdown(part)))
        return Markup(_HEADING.sub(self._with_id, written))

    def _led(self, link: re.Match[str]) -> str:
        """A link of Markdown to an address of the served site; its words alone where it has no place here."""
        return str(self._lead(html.A(Markup(link[2])), unescape(link[1])))

    def _with_id(self, heading: re.Match[str]) -> str:
        """A heading with the id that hosts of Markdown give it, its words joined by hyphens; each id once."""
        tag, words = heading[1], heading[2]
        name = "-".join(re.sub(r"<[^>]+>|[^\w\s-]", "", words).lower().split())
        given = "" if name in self.headings else attribute("id", name)
        self.headings.add(name)
        return f"<{tag}{given}>{words}</{tag}>"

    def input(self, part: dcc.Input) -> Markup:
        """A field, with the id by which a script finds it; one whose id begins with "note-" is kept with the notes."""
        name = str(getattr(part, "id", "") or "")
        found = attribute("id", name or None) + (attribute("data-note", name) if name.startswith(NOTE) else "")
        return Markup(str(super().input(part)).replace("<input", f"<input{found}", 1))

    # --- figures ----------------------------------------------------------------------------------------------

    def graph(self, part: dcc.Graph) -> Markup:
        """The place of a figure, and what is drawn there as data beside it."""
        drawn = figure(part.figure, part.id == STRIP)
        height = part.figure.get("layout", {}).get("height")
        room = attribute("style", f"min-block-size: {int(height)}px") if height else ""
        value = {"figure": drawn, "config": CONFIG | {"doubleClick": "reset"}}
        name = attribute("data-figure", f"{self.prefix}{part.id}")
        name += attribute("data-moves", f"{self.prefix}{CHART}") if part.id == STRIP else ""
        data = ("text/plain", pack(embedded(value).encode())) if self.packed else ("application/json", embedded(value))
        return Markup(
            f'<div{attribute("id", self.prefix + part.id)} class="still-graph"{room}></div>'
            f'<script type="{data[0]}"{name}>{data[1]}</script>'
        )

    def _zoom(self, graph: dcc.Graph, holder: Component) -> Markup:
        """Buttons that move a figure along its time axis, for whoever has no pointer."""
        layout = graph.figure.get("layout", {})
        if layout.get("xaxis", {}).get("type") != "date" or layout.get("height", 0) < ZOOMED_FROM:
            return Markup("")
        return self.write(moves(f"{self.prefix}{graph.id}", getattr(holder, "aria-label", graph.id)))

    def attributes(self, part: Component) -> Mapping[str, Any]:
        """The properties of an element that mean something in a file."""
        props = {name: value for name, value in part.to_plotly_json()["props"].items() if name not in _LEFT_OUT}
        kept = {
            name: value
            for name, value in props.items()
            if not name.startswith("data-") or name.startswith("data-say-") or name in _KEPT
        }
        if isinstance(kept.get("id"), dict) or not kept.get("id", "-"):
            del kept["id"]
        if self.prefix and kept.get("role") == "region":
            kept["role"] = "group"  # one of many in this file: a landmark has a name that no other one has
        for name in _IDS & set(kept):
            kept[name] = " ".join(f"{self.prefix}{one}" for one in str(kept[name]).split())
        if isinstance(kept.get("style"), dict):
            kept["style"] = "; ".join(f"{name}: {value}" for name, value in kept["style"].items())
        return {**kept, "tabindex": kept.pop("tabIndex")} if "tabIndex" in kept else kept


_LINK = re.compile(r'<a href="(/[^"]*)">(.*?)</a>', re.S)
_HEADING = re.compile(r"<(h\d)>(.*?)</\1>", re.S)


def moves(chart: str, title: str) -> html.Div:
    """Buttons that move a figure along its time axis; unseen until it is drawn, and where a small screen has none."""
    words = (tr("Zoom in"), tr("Zoom out"), tr("◀ Earlier"), tr("Later ▶"), tr("Whole period"))
    buttons = [button(text, zoom=move, of=chart) for text, move in zip(words, _MOVES, strict=True)]
    shown = group(tr("Move along the time axis: {title}").format(title=title), *buttons)
    shown.hidden = True
    return shown


def figure(drawn: Mapping[str, Any], strip: bool = False) -> Mapping[str, Any]:
    """A figure whose time axis, or whose map, can be zoomed in the page itself; a strip is only dragged across."""
    layout = dict(drawn.get("layout", {}))
    axis = layout.get("xaxis", {})
    if strip or not axis:
        return drawn
    layout["dragmode"] = "zoom" if axis.get("type") == "date" else "pan"
    for name in ("xaxis",) if axis.get("type") == "date" else ("xaxis", "yaxis"):
        layout[name] = {**layout[name], "fixedrange": False}
    return {**drawn, "layout": layout}


def pack(content: bytes) -> str:
    """Content compressed, as letters that can stand in a page; a script of the page unpacks it (assets/still.js)."""
    return b64encode(gzip.compress(content, 9, mtime=0)).decode()


def embedded(value: Any) -> str:
    """JSON that can stand in a page: no sign of it ends the element that it stands in."""
    text = orjson.dumps(value, option=orjson.OPT_SERIALIZE_NUMPY | orjson.OPT_NON_STR_KEYS).decode()
    return (
        text.replace("<", "\\u003c").replace("&", "\\u0026").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    )
