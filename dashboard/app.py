"""Assembly of the site: server, shell, router, pages."""

from collections.abc import Iterator
from copy import copy
from html import escape
from pathlib import Path

import dash
from dash import Dash, Input, Output, State
from dash.development.base_component import Component
from flask import request

from dashboard import api
from dashboard.components import frame, notice, shell, state, tallies
from dashboard.dataset import Dataset
from dashboard.errors import InvalidSelection
from dashboard.pages import MENU, PAGES, examples, find, missing

ASSETS = Path(__file__).parent / "assets"


class Site(Dash):
    """A Dash app whose first HTML already names the page and says what it shows."""

    def __init__(self, dataset: Dataset, **options: object) -> None:
        self.dataset = dataset
        super().__init__(**options)

    def interpolate_index(self, **parts: str) -> str:
        """The first HTML of a page, with its title, language and sentence."""
        title, description = head(self.dataset, request.path, request.query_string.decode("utf-8", "replace"))
        return _INDEX.format_map(
            {
                **parts,
                "comfort": self.get_asset_url("a-comfort.js"),
                "title": escape(title),
                "description": escape(description),
            }
        )


def create_app(dataset: Dataset) -> Dash:
    """Return the site for one data set; several can live in one process."""
    app = Site(
        dataset,
        name="dashboard",
        server=api.server(dataset),
        assets_folder=str(ASSETS),
        title="As Reported",
        update_title=None,
        on_error=_refuse,
    )
    app.layout = shell.shell(dataset, MENU)
    app.validation_layout = dash.html.Div([app.layout, *(part for page in examples(dataset) for part in _named(page))])
    state.register(app)
    for part in (frame, tallies):
        part.register(app, dataset)
    _route(app, dataset)
    for page in PAGES:
        page.register(app, dataset)
    _answer_unknown_paths(app)
    return app


def _named(part: object) -> Iterator[Component]:
    """What callbacks can name in a layout, each without what it holds: Dash sends it to the browser with every page."""
    for inner in part if isinstance(part, list | tuple) else [getattr(part, "children", None)]:
        if isinstance(inner, Component | list | tuple):
            yield from _named(inner)
    if isinstance(part, Component) and hasattr(part, "id"):
        bare = copy(part)
        for name in {*vars(bare)} & {*bare.available_properties} - {"id"}:
            delattr(bare, name)
        yield bare


def _route(app: Dash, dataset: Dataset) -> None:
    @app.callback(Output(shell.PAGE, "children"), Input(state.URL, "pathname"), State(state.URL, "search"))
    def page(path: str, search: str | None) -> object:
        try:
            found = find(path, search or "")
            if not found:
                return missing.layout(path)
            return [*notice.frozen(found[1], dataset), found[0].layout(dataset, found[1])]
        except InvalidSelection as error:
            return notice.refused(error, dash.html.H1)


def _refuse(error: Exception) -> None:
    """Show why a changed query cannot be drawn; the rest of the page stays as it was."""
    if not isinstance(error, InvalidSelection):
        raise error
    dash.set_props(notice.REFUSED, {"children": notice.refused(error)})


def _answer_unknown_paths(app: Dash) -> None:
    """Give addresses that lead nowhere the status 404; Dash would answer every one of them with 200."""

    @app.server.after_request
    def status(response):
        if request.endpoint == "/<path:path>" and response.status_code == 200 and not _leads(app.dataset, request.path):
            response.status_code = 404
        return response


def _leads(dataset: Dataset, path: str) -> bool:
    """True when a path leads to a page, and the thing it names is in the data."""
    try:
        found = find(path, "")
        return bool(found and found[1].checked(dataset))
    except InvalidSelection:
        return False


def head(dataset: Dataset, path: str, query: str) -> tuple[str, str]:
    """The title of a page and the sentence that describes it."""
    try:
        found = find(path, query)
        if not found:
            return "Not found · As Reported", "There is no page at this address."
        _, selected = state.selected(dataset, found[1].to_query())
    except InvalidSelection as error:
        return "Not found · As Reported", str(error)
    return f"{found[0].TITLE} · As Reported: {dataset.schema.title}", selected.sentence


_INDEX = """<!DOCTYPE html>
<html lang="en">
<head>
{metas}
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<script src="{comfort}"></script>
<meta name="description" content="{description}">
{favicon}
{css}
</head>
<body>
<noscript>
<p>{description}</p>
<p>The interactive page needs scripts. The same rows <a href="/api/docs">as data</a> do not.</p>
</noscript>
{app_entry}
{config}
{scripts}
{renderer}
</body>
</html>
"""
