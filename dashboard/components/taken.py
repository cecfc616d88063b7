"""Take this view away: the selected rows in every format, their citation, their address, and what they leave out."""

from collections.abc import Mapping

from dash import Dash, Input, Output, dcc, html

from dashboard.components import embed, predict, state
from dashboard.components.buttons import button
from dashboard.components.cite import cited
from dashboard.dataset import Dataset
from dashboard.exporters import EXPORTS, PACKAGE, TABLES, Format
from dashboard.language import tr
from dashboard.selection import Selection
from dashboard.selection.left_out import say

ROOT = "/api/v1/"
ASKED, LEFT_OUT, SAID = "taken-asked", "taken-left-out", "taken-said"
"""The store with the query that the sentences below are about, the beginning of the id of each sentence, and the id of
what says which query they now are about.

The browser fills the store while the panel stands open, and for a picture (assets/view-taken.js): a folded panel costs
nothing.
"""
PRACTICE: Mapping[str, str] = {
    "activities": tr("Activities"), "worksheet": tr("Worksheet"), "exit-ticket": tr("Exit ticket"),
}  # fmt: skip
"""The pages for a class, by their paths: the same selection as exercises, on paper, and in three questions."""
NAMES: Mapping[str, str] = {"tallies": tr("Declared counts"), "sources": tr("Documents")}


def panel(selection: Selection, title: str) -> html.Details:
    """The folded panel at the end of a page's main column; ``title`` is the page's, for the citation."""
    query = selection.filtering.to_query()
    return html.Details(
        [
            html.Summary(tr("Take this view away")),
            dcc.Store(id=ASKED, data=""),
            html.Span(id=SAID, hidden=True),
            html.Div(
                [
                    cited(tr("Cite this view"), "view", title),
                    button(tr("Copy link"), copy="{page}"),
                    button(tr("Copy link with the data’s version"), copy="{frozen}"),
                    embed.button("rows", tr("The selected rows"), tr("Embed the rows")),
                    predict.opener(),
                ],
                className="buttons",
                role="group",
                **{"aria-label": tr("This view")},
            ),
            html.P([tr("Everything at once: "), _link(PACKAGE, ".zip", EXPORTS[PACKAGE][".zip"], query), "."]),
            html.P([tr("For a class: "), *_pages(query), ", ", _lesson(query), "."]),
            html.Ul([html.Li(_table(table, query)) for table in TABLES], className="taken-tables"),
        ],
        id="taken",
        className="panel taken-view",
    )


def _pages(query: str) -> list:
    """Links to the pages for a class, kept in step with the page's query as those of the exports are."""
    links = [html.A(words, href=f"/{path}?{query}", **{"data-rows": path}) for path, words in PRACTICE.items()]
    return [part for link in links for part in (link, ", ")][:-1]


def _table(table: str, query: str) -> list:
    """One table: its name, how many of its rows are left out and why, and its formats."""
    name, formats = NAMES.get(table, table.capitalize()), EXPORTS[table]
    links = [html.Li(_link(table, ending, form, query)) for ending, form in formats.items()]
    left_out = html.Span(id=f"{LEFT_OUT}-{table}", className="quiet")
    return [
        html.P([html.Strong(f"{name}. "), left_out]),
        html.Details(
            [html.Summary(tr("{name} in {number} formats").format(name=name, number=len(formats))), html.Ul(links)]
        ),
    ]


def _lesson(query: str) -> html.A:
    """A link to the selection as one file for a class."""
    words = tr("Download as a lesson file")
    return html.A(words, href=f"{ROOT}lesson.html?{query}", download="", **{"data-rows": "lesson.html"})


def _link(export: str, ending: str, form: Format, query: str) -> html.A:
    """A link to an export; assets/view-plate.js keeps its query in step with the page's."""
    name = f"{export}{ending}"
    words = f"{form.words[:1].upper()}{form.words[1:]} ({ending})"
    return html.A(words, href=f"{ROOT}{name}?{query}", download="", **{"data-rows": name})


def register(app: Dash, dataset: Dataset) -> None:
    """Say what the selection leaves out of each table, when the panel opens and when the selection changes."""

    @app.callback(
        *[Output(f"{LEFT_OUT}-{table}", "children") for table in TABLES],
        Output(SAID, "children"),
        Input(ASKED, "data"),
        prevent_initial_call=True,
    )
    def said(query: str) -> tuple[str, ...]:
        _, selected = state.selected(dataset, query)
        return *(say(selected, table) for table in TABLES), query
