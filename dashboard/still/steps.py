"""The steps of a story as parts of a lesson: words, question, view, what the view answers, a place for notes."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from dash import dcc, html

from dashboard.components import gentle, lists, measures, predict, story_paper, table
from dashboard.components.buttons import button, group
from dashboard.components.story import neither
from dashboard.dataset import Dataset
from dashboard.language import tr
from dashboard.pages.embed import EMBEDS, Draw
from dashboard.pages.story import DRAW as WHOLE
from dashboard.pages.story import TITLES, drawn
from dashboard.selection import Selected, Selection, hidden
from dashboard.still.writer import NOTE, Scoped
from dashboard.stories import BadView, Seen, Step, Story, filled, harm, unfilled, views

SCRIPT = "steps.js"


def about(story: Story, dataset: Dataset) -> Selection:
    """What the figures beside a story are about: its first view of several incidents, everything known; else all.

    Of all that was known by the last day of its views, where each of them has one.
    """
    shown = [view for view in (seen(step, dataset) for step in story.steps) if view]
    for view in shown:
        if view.view.page == "/":
            return view.view.selection.filtering.without("known_by")
    days = [view.view.selection.known_by for view in shown]
    return Selection(known_by=max(days) if days and all(days) else None)


def counted(story: Story | None, dataset: Dataset) -> Selection:
    """The days that the charts of counts of a story show together; no days where it has none, or one shows all."""
    shown = [view.view for view in (seen(step, dataset) for step in (story.steps if story else ())) if view]
    views_ = [view.selection for view in shown if view.figure == "counts"]
    if not views_ or not all(view.start and view.end for view in views_):
        return Selection()
    return Selection(start=min(view.start for view in views_), end=max(view.end for view in views_))


def incidents(story: Story, dataset: Dataset) -> list[str]:
    """The incidents that single steps are about."""
    found = [seen(step, dataset) for step in story.steps]
    return [view.incident for view in found if view and view.incident]


def seen(step: Step, dataset: Dataset) -> Seen | None:
    """What a step shows of the data; None where its view leads nowhere."""
    try:
        return views.seen(views.read(step.view), dataset)
    except BadView:
        return None


def hiding(story: Story | None) -> list[int]:
    """The numbers of the steps that hide something until they are answered."""
    return [step.number for step in story.steps if step.ask and step.hide] if story else []


def section(story: Story, dataset: Dataset) -> html.Section:
    """The story: its heading, the buttons that turn its steps, which a script shows, and every step."""
    keys = tr("Page Up and Page Down turn the steps.")
    turning = [
        group(
            tr("Steps"),
            button(tr("◀ Previous"), turn="previous"),
            button(tr("Next ▶"), turn="next"),
            button(tr("All steps at once"), turn="all", aria_pressed="false"),
        ),
        html.P("", id="step-said", role="status", **{"data-say-step": tr("Step {n} of {all}")}),
        html.P(keys, className="quiet"),
    ]
    head = [html.H2(tr("Story"), id="story-title"), html.Div(turning, id="turning", hidden=True)]
    return html.Section([*head, *scoped(story, dataset)], id="story", **{"aria-labelledby": "story-title"})


def scoped(story: Story, dataset: Dataset) -> list[Scoped]:
    """Every step of a story with ids of its own; its links lead to accounts as known by the day of its view."""
    return [
        Scoped(f"s{one.number}-", step(one, len(story.steps), dataset), _day(seen(one, dataset))) for one in story.steps
    ]


def _day(view: Seen | None) -> str:
    day = view.view.selection.known_by if view else None
    return f"?known_by={day.isoformat()}" if day else ""


def step(one: Step, last: int, dataset: Dataset) -> html.Article:
    """One step: its words, its question, its view, what is shown to whoever has answered, and a place for notes."""
    view = seen(one, dataset)
    told = (lambda text, **more: filled(text, view, **more)) if view else (lambda text, **_: unfilled(text))
    hide = tuple(sorted(one.hide)) if one.ask else ()
    shown = drawn(one, views.seen(view.view, hidden(dataset, hide)), DRAW) if view else neither(one)
    return html.Article(
        [
            html.H3([f"{one.number}/{last}. ", gentle.heading(told(one.heading), one.harm)], id="heading"),
            *gentle.step([dcc.Markdown(told(one.text, markdown=True)), *_question(one, told)], one.harm),
            *(_said(view) if view else []),
            *([html.P(predict.hidden_words(hide), className="banner")] if hide else []),
            *gentle.step(shown, bool(view) and harm.beside(one, view), gentle.BESIDE),
            *gentle.step(_answer(one, told, view if hide else None), one.harm and bool(one.ask)),
            note(f"step-{one.number}", tr("Your notes on this step")),
        ],
        id="step",
        className="lesson-step",
        **{"data-step-number": str(one.number), "aria-labelledby": "heading"},
    )


def _said(view: Seen) -> list:
    """What the figure is, and what it shows as known by which day, as the page of the story says it."""
    return [html.H3(TITLES[view.view.figure]), html.P(story_paper.told(view), className="sentence")]


def _question(one: Step, told: Callable[..., str]) -> list:
    if not one.ask:
        return []
    if not one.choices:
        return [note(f"answer-{one.number}", told(one.ask), "lesson-note lesson-asked")]
    name = f"answer-{one.number}"
    choices = [
        html.Label(
            [dcc.Input(type="radio", name=name, value=str(place), id=f"{NOTE}{name}-{place}"), f" {told(words)}"]
        )
        for place, words in enumerate(one.choices)
    ]
    return [html.Fieldset([html.Legend(told(one.ask)), *choices], className="lesson-choices")]


def _answer(one: Step, told: Callable[..., str], view: Seen | None) -> list:
    """What stands behind the question: the words of the story, and the view with what was hidden in it.

    The script of the lesson opens it to whoever has answered; without scripts it opens to everybody.
    """
    if not one.ask:
        return []
    whole = drawn(one, view, DRAW) if view else []
    summary = html.Summary(tr("Show what the data say"))
    reveal = dcc.Markdown(told(one.reveal, markdown=True))
    query = _day(view)
    first = html.P("", className="lesson-first", role="alert", **{"data-say-first": predict.FIRST})
    return [first, html.Details([summary, reveal, Scoped(f"s{one.number}-whole-", whole, query)], className="panel")]


def _rows(selection: Selection, selected: Selected) -> list:
    rows, _ = table.part(selection.of, replace(selection, per=200), selected)
    return [html.Ol([lists.ITEMS[selection.of](row, selection, selected) for row in rows], className="incidents")]


DRAW: Mapping[str, Draw] = {
    **{one.name: one.draw for one in EMBEDS},
    "rows": _rows,
    "accounts": WHOLE["accounts"],
    "explained": measures.explained,
}
"""What each figure of a story's view draws."""


# --- notes ---


def note(name: str, label: str, look: str = "lesson-note") -> html.Label:
    """A field for words that stay in the page."""
    return html.Label([html.Span(label), html.Textarea("", rows=3, **{"data-note": name})], className=look)
