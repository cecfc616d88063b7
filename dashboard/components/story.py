"""A story read step by step: its text, its question, its progress, and the figure of each step's view."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from dash import dcc, html

from dashboard.components import gentle, other_task, predict, story_paper
from dashboard.components.buttons import button, group
from dashboard.dataset import Dataset
from dashboard.errors import InvalidSelection
from dashboard.language import tr, trn
from dashboard.selection import Selection, hidden
from dashboard.selection.reading import bad
from dashboard.stories import BadView, Seen, Step, Story, filled, shelf, unfilled, views

ABOUT, TEXT, FIGURE = "story-about", "story-text", "story-figure"
_IN_PLACE = tr("Do a task of equal value in place of this story")


@dataclass(frozen=True)
class Reading:
    """A story as one reader has it open: at which step, and which steps are answered."""

    story: Story
    dataset: Dataset
    number: int
    answered: frozenset[int]
    gentle: bool | None = None

    @property
    def step(self) -> Step:
        """The step that is open."""
        return self.story.steps[self.number - 1]

    @property
    def last(self) -> int:
        """The number of the last step."""
        return len(self.story.steps)

    @cached_property
    def views(self) -> Mapping[int, Seen | None]:
        """What the view of each step shows; None for one that leads nowhere."""
        return {step.number: _seen(step, self.dataset) for step in self.story.steps}

    def full(self, step: Step) -> str:
        """The address of the page of a step's view, which hides what the step hides at present."""
        view = self.views[step.number].view
        kept = replace(view, selection=replace(view.selection, gentle=self.gentle or view.selection.gentle))
        return kept.hiding(self.hides(step)).address

    def hides(self, step: Step) -> tuple[str, ...]:
        """What a step hides at present."""
        return () if step.number in self.answered else tuple(sorted(step.hide))

    def heading(self, step: Step) -> object:
        """The heading of a step, which gentle mode replaces where the step tells of people harmed."""
        return gentle.heading(self.words(step, step.heading), step.harm)

    def words(self, step: Step, text: str, *, markdown: bool = False) -> str:
        """Words of a step, every placeholder filled."""
        seen = self.views[step.number]
        return filled(text, seen, markdown=markdown) if seen else unfilled(text)

    def address(self, number: int, *answered: int) -> str:
        """The address of a step, with what has been answered."""
        steps = tuple(sorted(str(one) for one in {*self.answered, *answered}))
        query = Selection(step=number, answered=steps, gentle=self.gentle).to_query()
        return f"{self.story.address}?{query}".rstrip("?")


def slug(path: str) -> str:
    """The story that a path names; "" where the reader has just left for a page of another kind."""
    found = re.match("/stories/([^/]+)", path or "")
    return found[1] if found else ""


def reading(dataset: Dataset, slug: str, selection: Selection) -> Reading:
    """The story at the step that a query asks for. Raises InvalidSelection for a step that it does not have."""
    story = shelf(dataset).stories[slug]
    last = len(story.steps)
    if selection.step > max(last, 1):
        found = tr("step={step} is not in this story").format(step=selection.step)
        expected = tr("Its steps are 1 to {last}").format(last=last)
        raise InvalidSelection([bad("step", found, expected)])
    return Reading(story, dataset, selection.step, frozenset(int(one) for one in selection.answered), selection.gentle)


def _seen(step: Step, dataset: Dataset) -> Seen | None:
    try:
        return views.seen(views.read(step.view), dataset)
    except BadView:
        return None


def front(text: str, dataset: Dataset) -> str:
    """Words of a story's front matter, filled from everything known."""
    return filled(text, views.seen(views.read("/"), dataset))


# --- before the first step -------------------------------------------------------------------------------


def about(now: Reading) -> list:
    """Who it is for, how long it takes, how hard it reads, what it tells of, and the way around it; folded later on."""
    story, dataset = now.story, now.dataset
    told = [
        html.P(front(story.summary, dataset), className="sentence"),
        html.P(facts(story), className="quiet"),
        *_noted(story, dataset),
        *_for_teachers(story, dataset),
        html.P(html.A(tr("Download as a lesson file"), href=f"/api/v1{story.address}/lesson.html", download="")),
    ]
    folded = [html.Details([html.Summary(tr("About this story")), *told], className="panel story-teachers")]
    return [*disagreeing(story, dataset), *(told if now.number == 1 else folded)]


def facts(story: Story) -> str:
    """Audience, length and reading level, in one line."""
    parts = (
        story.audience,
        trn("about {n} minute", "about {n} minutes", story.minutes).format(n=story.minutes),
        trn("{n} step", "{n} steps", len(story.steps)).format(n=len(story.steps)),
        tr("reads like a text for grade {grade}").format(grade=story.reading_level),
    )
    return " · ".join(part for part in parts if part)


def _noted(story: Story, dataset: Dataset) -> list:
    """The content note, with the way to a task of equal value."""
    if not story.content_note:
        return []
    note = [html.Strong(tr("What this story tells of. ")), front(story.content_note, dataset)]
    way = other_task.link(story, dataset, tr("Skip to a task of equal value"))
    return [html.P([*note, " ", *way], className="banner", role="note")]


def disagreeing(story: Story, dataset: Dataset) -> list:
    """That a story and the data do not agree; the check says where."""
    if not shelf(dataset).wrong(story):
        return []
    words = tr("This story and the data no longer agree in every place. The check of the data lists where.")
    return [html.P(words, className="banner banner-error", role="alert")]


def _for_teachers(story: Story, dataset: Dataset) -> list:
    """What a teacher should have seen before a class does."""
    if not (story.sensitive or story.standards):
        return []
    sensitive = [html.Li(front(one, dataset)) for one in story.sensitive]
    listed = [html.P(tr("To look at before a class does:")), html.Ul(sensitive)] if sensitive else []
    named = [html.P(tr("Standards: {ids}.").format(ids=", ".join(story.standards)))] if story.standards else []
    return [html.Details([html.Summary(tr("For teachers")), *listed, *named], className="panel story-teachers")]


# --- text ------------------------------------------------------------------------------------------------


def text(now: Reading) -> list:
    """Every step; the open one is seen, the others are for print and for whoever has no scripts."""
    return [progress(now), *[_article(step, now) for step in now.story.steps], turning(now)]


def progress(now: Reading) -> html.Div:
    """Where the reader is, as words and as a bar."""
    said = tr("Step {number} of {last}").format(number=now.number, last=now.last)
    return html.Div(
        [html.Span(said), html.Progress(value=str(now.number), max=str(now.last), **{"aria-label": said})],
        className="story-progress",
    )


def _article(step: Step, now: Reading) -> html.Article:
    heading = now.words(step, step.heading)
    opened = step.number == now.number
    told = [dcc.Markdown(now.words(step, step.text, markdown=True), className="story-words"), *_question(step, now)]
    words = tr("Step {number} of {last}: {heading}")
    said = words.format(number=step.number, last=now.last, heading=heading)
    softly = words.format(number=step.number, last=now.last, heading=gentle.HEADING if step.harm else heading)
    return html.Article(
        [
            html.H2(now.heading(step), tabIndex="-1", className="step-heading"),
            *gentle.step(told, step.harm, way=other_task.link(now.story, now.dataset, _IN_PLACE)),
            html.P(_way(step, now), className="step-view"),
            *_on_paper(step, now),
        ],
        className="step step-now" if opened else "step",
        **{"data-said": said, "data-said-gentle": softly, "data-number": str(step.number)},
    )


def _on_paper(step: Step, now: Reading) -> list:
    """What the view of a step shows at present and where it is, for paper."""
    return [story_paper.view(it, now.full(step))] if (it := shown(now, step)[0]) else []


def _way(step: Step, now: Reading) -> object:
    if not now.views[step.number]:
        return tr("The view of this step cannot be shown.")
    return leaving(step, now)


def leaving(step: Step, now: Reading) -> dcc.Link:
    """The way to the page of a step's view, which hides what the step hides at present."""
    return dcc.Link(tr("Open this view"), href=now.full(step))


def _question(step: Step, now: Reading) -> list:
    """The question of a step, or, once it is answered, what was hidden."""
    if not step.ask:
        return []
    ask = html.P(html.Strong(now.words(step, step.ask)), id=f"ask-{step.number}")
    key = f"{now.story.address}#{step.number}"
    if step.number in now.answered:
        reveal = dcc.Markdown(now.words(step, step.reveal, markdown=True), className="story-words")
        return [html.Div([ask, predict.given(key), reveal], className="predict predict-shown")]
    if step.number != now.number:
        choices = html.Ul([html.Li(one) for one in step.choices]) if step.choices else None
        link = html.Noscript(html.A(tr("Show what is hidden"), href=now.address(step.number, step.number)))
        return [html.Div([ask, choices, link], className="predict")]
    field = predict.choice(key, step.choices) if step.choices else predict.field(key, now.words(step, step.ask))
    return [
        html.Div(
            [
                ask,
                *([html.P(predict.hidden_words(now.hides(step)), className="quiet")] if step.hide else []),
                field,
                *predict.commit(key, now.address(step.number, step.number), commit=str(step.number)),
            ],
            className="predict",
            role="group",
            **{"aria-labelledby": f"ask-{step.number}"},
        )
    ]


def turning(now: Reading) -> html.Div:
    """Back and on, and every step by its heading."""
    before, after = now.number - 1, now.number + 1
    back = button(tr("◀ Back"), **({"turn": str(before)} if before else {"disabled": True}))
    on = button(tr("Next ▶"), **({"turn": str(after)} if after <= now.last else {"disabled": True}))
    steps = [
        html.Li(dcc.Link(now.heading(step), href=now.address(step.number)), **_current(step, now))
        for step in now.story.steps
    ]
    return html.Div(
        [
            group(
                tr("Steps"), back, on, button(tr("Present"), present="on"), button(tr("Copy link"), copy="{address}")
            ),
            html.Details([html.Summary(tr("All steps")), html.Ol(steps)], className="story-steps"),
        ],
        className="story-turning",
    )


def _current(step: Step, now: Reading) -> dict[str, str]:
    return {"aria-current": "step"} if step.number == now.number else {}


# --- figure ----------------------------------------------------------------------------------------------


def shown(now: Reading, step: Step) -> tuple[Seen | None, str]:
    """What a step's view shows at present, and what is hidden in it, in words; None for no view."""
    seen, hide = now.views[step.number], now.hides(step)
    if seen and hide:
        seen = views.seen(seen.view, hidden(now.dataset, hide))
    return seen, predict.hidden_words(hide) if hide else ""


def neither(step: Step) -> list:
    """What stands in the place of a figure that cannot be drawn."""
    words = tr("The view of this step cannot be shown: {view}.").format(view=step.view or tr("none is given"))
    return [html.P(words, className="banner banner-error", role="alert")]


def presenting(now: Reading) -> html.Div:
    """The bar of the present mode: shown on the whole screen only."""
    refused = [
        tr("The window for the speaker was not let open. "),
        html.A(tr("Open the speaker notes"), href=notes(now.story), target="_blank", **{"data-notes-link": "on"}),
    ]
    return html.Div(
        [
            button(tr("Leave (Escape)"), present="off"),
            button(tr("Speaker notes"), notes=notes(now.story)),
            html.P(refused, hidden=True, id="notes-refused", role="alert"),
        ],
        className="story-presenting",
    )


def notes(story: Story) -> str:
    """The address of the speaker notes."""
    return f"{story.address}/notes"
