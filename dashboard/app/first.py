"""The first HTML of a page: readable by itself, and everything that the scripts need to take over."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from dash import Dash, html
from flask import g, render_template, request
from markupsafe import Markup

from dashboard.app import leaves, structured
from dashboard.app.asked import OK, Asked, asked
from dashboard.app.head import cards
from dashboard.app.picture import address
from dashboard.app.plain import content, known_by
from dashboard.components import live
from dashboard.dataset import Dataset
from dashboard.errors import InvalidSelection
from dashboard.still.markup import Plain

FONTS = ("source-sans-3-latin-normal.woff2", "source-serif-4-latin-normal.woff2")
"""What every page is written in: asked for at once, so that no line moves when its letters arrive."""
_OF_DASH = ("metas", "css", "app_entry", "config", "scripts", "renderer")


class Site(Dash):
    """A Dash app whose first HTML already is the page, as far as words and rows can be."""

    def __init__(self, dataset: Dataset, **options: object) -> None:
        self.dataset = dataset
        super().__init__(**options)

    def show(self, shell: html.Div) -> None:
        """Take the frame of every page."""
        self.shell = shell
        self.layout = leaves.leaved(shell)

    def callback(self, *named: object, **options: object) -> Callable:
        """What Dash's does; parts that no callback names are sent as leaves."""
        register = super().callback(*named, **options)
        return lambda draw: register(leaves.drawn(draw))

    def interpolate_index(self, **parts: str) -> str:
        """The first HTML of a page; the status of the answer is left in ``flask.g.status``."""
        wanted = asked(self.dataset, request.path, request.query_string.decode("utf-8", "replace"))
        of_dash = {name: parts[name] for name in _OF_DASH}
        try:
            text = first(self, wanted, request.url_root, of_dash)
        except InvalidSelection as error:  # some of what is wrong is only seen once a page reads its rows
            wanted = replace(wanted, selected=None, error=error)
            text = first(self, wanted, request.url_root, of_dash)
        g.status = live.status(wanted.status) if wanted.status == OK else wanted.status
        return text


def first(app: Site, wanted: Asked, root: str, parts: Mapping[str, str]) -> str:
    """Write the page for an address; ``parts`` are what Dash adds to it, as HTML."""
    canonical = root + wanted.canonical.lstrip("/")
    known = known_by(wanted.selection) if wanted.status == OK else ""
    plain = Plain(known)
    return render_template(
        "page.html",
        asked=wanted,
        fonts=FONTS,
        comfort=app.get_asset_url("a-comfort.js"),
        canonical=canonical,
        cards=cards(wanted, root, address(wanted)),
        linked=structured.text(wanted, root),
        content=plain.write(content(wanted)),
        header=plain.write(_of(app, html.Header)),
        footer=plain.write(_of(app, html.Footer)),
        **{name: Markup(text) for name, text in parts.items()},
    )


def _of(app: Site, kind: type) -> list:
    """The parts of the frame of one kind, as every page has them."""
    return [part for part in app.shell.children if isinstance(part, kind)]
