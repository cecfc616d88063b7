"""One story: its steps beside the live figure of each step's view."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from dash import Dash, Input, Output, State, html
from dash.exceptions import PreventUpdate

from dashboard.components import accounts, gentle, measures, notice, rows, state, story, story_paper
from dashboard.components.story import Reading
from dashboard.dataset import Dataset
from dashboard.language import tr
from dashboard.pages.embed import EMBEDS, Draw
from dashboard.selection import Selected, Selection
from dashboard.stories import Seen, Step, harm

PATH, TITLE = "/stories/<story>", tr("Story")
KNOWN = tr("each step as known by its own day")
"""What the sheets of a printed story say in place of one known-by day."""


def layout(dataset: Dataset, selection: Selection) -> html.Div:
    """The page at the step that the address asks for."""
    now = story.reading(dataset, selection.story, selection)
    title = story.front(now.story.title, dataset)
    return html.Div(
        [
            *state.stores(selection, "told"),
            html.H1(title),
            html.Div(id=notice.REFUSED),
            html.Div(story.about(now), id=story.ABOUT, className="story-about"),
            story.presenting(now),
            html.Div(
                [
                    html.Div(story.text(now), id=story.TEXT, className="story-text"),
                    html.Div(_figure(now), id=story.FIGURE, className="story-figure"),
                ],
                className="story-columns",
            ),
        ],
        className="story",
        **{"data-story": now.story.slug, "data-titled": title, "data-last": str(now.last), "data-known": KNOWN},
    )


def register(app: Dash, dataset: Dataset) -> None:
    """Turn to another step when the address asks for one."""
    if not dataset.stories:
        return

    @app.callback(
        Output(story.ABOUT, "children"),
        Output(story.TEXT, "children"),
        Output(story.FIGURE, "children"),
        Input(state.store("told"), "data"),
        State(state.URL, "pathname"),
        prevent_initial_call=True,
    )
    def told(query: str, path: str) -> tuple[list, list, list]:
        if not story.slug(path):
            raise PreventUpdate
        now = story.reading(dataset, story.slug(path), Selection.from_query(query))
        return story.about(now), story.text(now), _figure(now)


def _figure(now: Reading) -> list:
    """The figure of the open step, live, with the way to the page that it comes from."""
    if not now.story.steps:
        return []
    seen, hides = story.shown(now, now.step)
    if not seen:
        return story.neither(now.step)
    return [
        story_paper.whose(now.number, now.heading(now.step)),
        html.H3(TITLES[seen.view.figure]),
        *([html.P(hides, className="banner")] if hides else []),
        html.P(story_paper.told(seen), className="sentence"),
        *(
            [html.P(tr("Nothing in the data passes this view."), className="banner banner-error")]
            if seen.empty and not hides
            else []
        ),
        *gentle.step(drawn(now.step, seen, DRAW), harm.beside(now.step, seen), gentle.BESIDE),
        html.P(story.leaving(now.step, now), className="story-leave"),
    ]


def drawn(step: Step, seen: Seen, draw: Mapping[str, Draw]) -> list:
    """What a step shows, drawn by the name of its figure; of accounts the rows that the step is about come first."""
    first = (step.rows,) if seen.view.figure == "accounts" else ()
    return draw[seen.view.figure](seen.view.selection, seen.selected, *first)


def _accounts(selection: Selection, selected: Selected, first: Sequence[str] = ()) -> list:
    return [*accounts.summary(selection, selected), *accounts.told(selection, selected, first)]


def _timeline(selection: Selection, selected: Selected) -> list:
    """The timeline with its rows under it: narrow screens have no room for the lanes, and show the rows alone."""
    listed = html.Div(rows.rows(selection, selected), id=rows.ROWS)
    summary = html.Summary(tr("The same, as rows"))
    return [*_PLAIN["timeline"](selection, selected), html.Details([summary, listed], open=True, className="panel")]


_PLAIN: Mapping[str, Draw] = {one.name: one.draw for one in EMBEDS}


def _explained(selection: Selection, selected: Selected) -> list:
    """One count explained, by itself: no figure of another measure stands above it."""
    tally = selected.dataset.by_id["tallies"][selection.tally]
    return measures.explained(replace(selection, measure=tally["measure"]), selected)


TITLES: Mapping[str, str] = {
    **{one.name: one.TITLE for one in EMBEDS},
    "accounts": tr("Who says what"),
    "explained": tr("One count explained"),
}
DRAW: Mapping[str, Draw] = {
    **_PLAIN,
    "timeline": _timeline,
    "accounts": _accounts,
    "explained": _explained,
}
"""What a step can show, by the name of its figure: what can be embedded, and parts of pages."""
