"""Assembly of the site: server, shell, router, pages, and how all of it is sent."""

from collections.abc import Iterator
from copy import copy
from pathlib import Path

import dash
from dash import Dash, Input, Output, State
from dash.development.base_component import Component

from dashboard import api, language
from dashboard.app import classes, crawlers, delivery, errors, leaves, once, picture, security
from dashboard.app.asked import leads
from dashboard.app.first import Site
from dashboard.classes import Classes
from dashboard.components import exercise, frame, notice, shell, state, tallies
from dashboard.dataset import Dataset
from dashboard.errors import InvalidSelection
from dashboard.pages import MENU, PAGES, examples, find, missing
from dashboard.selection.mend import mended

ASSETS = Path(__file__).parent.parent / "assets"


def create_app(dataset: Dataset, store: Classes | None = None) -> Dash:
    """Return the site for one data set; several can live in one process. ``store`` is what holds its live classes.

    Raises language.UnknownLanguage.
    """
    language.checked()
    app = Site(
        dataset,
        name="dashboard",
        server=api.server(dataset, store),
        assets_folder=str(ASSETS),
        title="As Reported",
        update_title=None,
        on_error=_refuse,
    )
    app.show(shell.shell(dataset, MENU))
    parts = (part for page in (app.shell, *examples(dataset)) for part in _named(page))
    named = {str(part.id): part for part in parts if not _kept_by_browser(part.id)}
    app.validation_layout = dash.html.Div(list(named.values()))
    state.register(app)
    for part in (frame, tallies):
        part.register(app, dataset)
    _route(app, dataset)
    for page in PAGES:
        page.register(app, dataset)
    _send(app, dataset)
    return app


def _send(app: Dash, dataset: Dataset) -> None:
    """What is true of every answer. What is registered first sees an answer last."""
    flask = app.server
    once.register(flask)
    delivery.register(flask)
    security.register(app)
    errors.register(flask, dataset)
    classes.register(flask)
    crawlers.register(flask, dataset, ASSETS)
    picture.register(flask, dataset, ASSETS / "fonts")


def _kept_by_browser(name: object) -> bool:
    """True for the id of a field that no callback reads."""
    return isinstance(name, dict) and exercise.ANSWER in name


_WILD = ("data-", "aria-")


def _named(part: object) -> Iterator[Component]:
    """What callbacks can name in a layout, each without what it holds: Dash sends it to the browser with every page."""
    for inner in part if isinstance(part, list | tuple) else [getattr(part, "children", None)]:
        if isinstance(inner, Component | list | tuple):
            yield from _named(inner)
    if isinstance(part, Component) and hasattr(part, "id"):
        bare = copy(part)
        for name in [name for name in vars(bare) if name in bare.available_properties or name.startswith(_WILD)]:
            if name != "id":
                delattr(bare, name)
        yield bare


def _route(app: Dash, dataset: Dataset) -> None:
    @app.callback(Output(shell.PAGE, "children"), Input(state.URL, "pathname"), State(state.URL, "search"))
    def page(path: str, search: str | None) -> list:
        return [*drawn(dataset, path, search or ""), shell.drawn(path)]


def drawn(dataset: Dataset, path: str, query: str) -> list:
    """The parts of the page at an address, or why there are none."""
    if not leads(dataset, path):
        return [*notice.frozen_in(query, dataset), missing.layout(dataset, path, MENU)]
    try:
        wanted, selection = find(path, query)
        return [*notice.frozen(selection, dataset), wanted.layout(dataset, selection)]
    except InvalidSelection as error:
        refused = notice.refused(error, dash.html.H1, mended(dataset, path, query))
        return [*notice.frozen_in(query, dataset), refused]


def _refuse(error: Exception) -> None:
    """Show why a changed query cannot be drawn; the rest of the page stays as it was."""
    if not isinstance(error, InvalidSelection):
        raise error
    dash.set_props(notice.REFUSED, {"children": leaves.leaved(notice.refused(error))})
