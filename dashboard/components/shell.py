"""What surrounds every page: skip link, name, menu, footer, and the theme of the controls."""

from collections.abc import Sequence

import dash_mantine_components as dmc
from dash import dcc, html

from dashboard import __version__
from dashboard.components import cite, embed, fold, gentle, live, predict, reading, spoken, state, story_return
from dashboard.components.buttons import button
from dashboard.dataset import Dataset
from dashboard.language import tr

PAGE, DRAWN = "page", "drawn"
_SHADES = "#f3f5f7 #e4e8ec #cad1d8 #aeb9c3 #93a1ae #76879a #5f7183 #4c5d6e #3b4a59 #26323e"
THEME = {
    "primaryColor": "ink",
    "primaryShade": {"light": 9, "dark": 8},
    "autoContrast": True,
    "fontFamily": "'Source Sans 3', system-ui, sans-serif",
    "headings": {"fontFamily": "'Source Serif 4', Georgia, serif"},
    "defaultRadius": "sm",
    "respectReducedMotion": True,
    "colors": {"ink": _SHADES.split()},
}


def shell(dataset: Dataset, menu: Sequence[tuple[str, str]]) -> dmc.MantineProvider:
    """The frame of the site; the router fills the element PAGE."""
    return dmc.MantineProvider(
        [
            *state.location(dataset),
            spoken.words(),
            *_skips(),
            live.bar(),
            _header(menu),
            story_return.returning(),
            gentle.notice(dataset),
            html.Main(_waiting(), id=PAGE, tabIndex="-1"),
            _footer(dataset),
            cite.dialog(),
            embed.dialog(),
            predict.dialog(),
            live.dialog(),
            reading.keys(),
            html.Div(id="said", role="status", className="out-of-sight", **{"aria-live": "polite"}),
        ],
        theme=THEME,
        defaultColorScheme="auto",
    )


_PARTS = {"figure": tr("Skip to the figure"), "rows": tr("Skip to the rows"), "taken": tr("Skip to taking away")}


def _skips() -> list[html.A]:
    """The links past what stands before: to the content, and to its parts where a page has them (view-fold.js)."""
    parts = [
        html.A(words, href=f"#{PAGE}", className="skip", hidden=True, **{"data-to": name})
        for name, words in _PARTS.items()
    ]
    return [html.A(tr("Skip to the content"), href=f"#{PAGE}", className="skip"), *parts]


def _header(menu: Sequence[tuple[str, str]]) -> html.Header:
    links = [html.Li(dcc.Link(title, href=path)) for path, title in menu]
    links.append(html.Li(html.A("API", href="/api/docs")))
    name = dcc.Link("As Reported", href="/", className="site-name")
    nav = html.Nav(html.Ul(links), **{"aria-label": tr("Pages")})
    return html.Header(
        [name, fold.fold(tr("Menu"), nav, look="menu"), reading.menu()],
        className="site-header",
    )


def drawn(path: str) -> html.Span:
    """A mark at the end of a page that scripts read: which address the page on the screen was drawn for."""
    return html.Span(id=DRAWN, hidden=True, **{"data-path": path})


def _waiting() -> html.Div:
    bars = [html.Div(className=f"skeleton skeleton-{size}") for size in ("title", "line", "chart")]
    return html.Div([html.P(tr("Loading the timeline …"), className="out-of-sight"), *bars])


def _footer(dataset: Dataset) -> html.Footer:
    schema = dataset.schema
    return html.Footer(
        [
            button(tr("Keys of this site"), look="link", keys="open"),
            html.P(tr("Nothing here is “what happened”. Every line is who said what, where, and when they said it.")),
            html.P(
                tr(
                    "Site {version} · data {version_2} ({digest}) · {licence} · no cookies, no accounts, no "
                    "requests to anybody else"
                ).format(version=__version__, version_2=schema.version, digest=dataset.digest, licence=schema.licence),
                **{
                    "data-version": tr("data {version} ({digest})").format(
                        version=schema.version, digest=dataset.digest
                    )
                },
            ),
        ],
        className="site-footer",
        **{
            "data-licence": schema.licence,
            "data-version": tr("data {version} ({digest})").format(version=schema.version, digest=dataset.digest),
            "data-digest": dataset.digest,
        },
    )
