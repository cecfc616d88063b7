"""The speaker notes of a story, for a second window: they keep step with the story, and it with them."""

from dash import Dash, Input, Output, State, dcc, html
from dash.exceptions import PreventUpdate

from dashboard.components import gentle, notice, predict, state, story
from dashboard.components.buttons import button, group
from dashboard.components.noted import PAPER
from dashboard.components.story import Reading
from dashboard.dataset import Dataset
from dashboard.language import tr
from dashboard.selection import Selection
from dashboard.stories import Step

PATH, TITLE = "/stories/<story>/notes", tr("Speaker notes")
NOTES = "story-notes"


def layout(dataset: Dataset, selection: Selection) -> html.Div:
    """The notes of the step that the address asks for."""
    now = story.reading(dataset, selection.story, selection)
    return html.Div(
        [
            *state.stores(selection, "noted"),
            html.H1(tr("Speaker notes: {title}").format(title=story.front(now.story.title, dataset))),
            html.Div(id=notice.REFUSED),
            html.P(
                [
                    tr("Since the window was opened: "),
                    html.Time("0:00", id="elapsed"),
                    " ",
                    button(tr("Start anew"), elapsed="anew"),
                ]
            ),
            html.Div(_notes(now), id=NOTES),
            html.P(dcc.Link(tr("The story itself"), href=now.story.address), className="quiet"),
        ],
        className="story-speaker prose-page",
        **{"data-story": now.story.slug, "data-notes-page": "yes", "data-last": str(now.last)},
    )


def _notes(now: Reading) -> list:
    if not now.story.steps:
        return []
    before, after = now.number - 1, now.number + 1
    following = [one for one in now.story.steps if one.number == after]
    next_up = now.heading(following[0]) if following else tr("nothing: this is the last step")
    return [
        story.progress(now),
        html.H2(now.heading(now.step), tabIndex="-1", className="step-heading"),
        *_of(now.step, now),
        html.P([html.Strong(tr("Next: ")), next_up]),
        group(
            tr("Steps"),
            button(tr("◀ Back"), **({"turn": str(before)} if before else {"disabled": True})),
            button(tr("Next ▶"), **({"turn": str(after)} if following else {"disabled": True})),
        ),
        html.Div([_printed(step, now) for step in now.story.steps], className=f"story-text {PAPER}"),
    ]


def _of(step: Step, now: Reading) -> list:
    """What to say at a step, what it asks, and what is shown once that is answered: the teacher knows it before."""
    words = now.words(step, step.notes, markdown=True) or tr("No notes for this step.")
    return gentle.step([dcc.Markdown(words, className="story-words"), *_asked(step, now)], step.harm)


def _asked(step: Step, now: Reading) -> list:
    """The question of a step, its choices, what it hides, and its answer."""
    if not step.ask:
        return []
    choices = [html.Ul([html.Li(one) for one in step.choices])] if step.choices else []
    hides = [html.P(predict.hidden_words(tuple(sorted(step.hide))), className="quiet")] if step.hide else []
    reveal = now.words(step, step.reveal, markdown=True) or tr("nothing but what is hidden")
    return [
        html.P([html.Strong(tr("It asks: ")), now.words(step, step.ask)]),
        *choices,
        *hides,
        html.P(html.Strong(tr("Once it is answered, it says:"))),
        dcc.Markdown(reveal, className="story-words"),
    ]


def _printed(step: Step, now: Reading) -> html.Article:
    """The notes of a step on paper, where all of them stand one below the other."""
    heading = html.H2(now.heading(step), className="step-heading")
    return html.Article([heading, *_of(step, now)], className="step")


def register(app: Dash, dataset: Dataset) -> None:
    """Turn to the notes of another step."""
    if not dataset.stories:
        return

    @app.callback(
        Output(NOTES, "children"),
        Input(state.store("noted"), "data"),
        State(state.URL, "pathname"),
        prevent_initial_call=True,
    )
    def noted(query: str, path: str) -> list:
        if not story.slug(path):
            raise PreventUpdate
        return _notes(story.reading(dataset, story.slug(path), Selection.from_query(query)))
