"""The steps of a story as parts of a lesson: words, question, view, what the view answers, a place for notes."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from dash import dcc, html

from dashboard.components import accounts, chart, compare, escalation, history, lists, measures, table, whereabouts
from dashboard.components.buttons import button, group
from dashboard.components.plate import Plate
from dashboard.dataset import Dataset
from dashboard.language import tr
from dashboard.selection import Selected, Selection
from dashboard.still.writer import NOTE, Scoped
from dashboard.stories import BadView, Seen, Step, Story, filled, views


def about(story: Story, dataset: Dataset) -> Selection:
    """What the figures beside a story are about: its first view of several incidents, everything known; else all."""
    for step in story.steps:
        view = seen(step, dataset)
        if view and view.view.page == "/":
            return view.view.selection.filtering.without("known_by")
    return Selection()


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


def words(text: str, dataset: Dataset) -> str:
    """Words of a story's front matter, filled from everything known."""
    return filled(text, views.seen(views.read("/"), dataset))


def turning(story: Story) -> list:
    """The heading of the story and the buttons that turn its steps."""
    keys = tr("Page Up and Page Down turn the steps.")
    return [
        html.H2(tr("Story"), id="story-title"),
        group(
            tr("Steps"),
            button(tr("◀ Previous"), turn="previous"),
            button(tr("Next ▶"), turn="next"),
            button(tr("All steps at once"), turn="all", aria_pressed="false"),
        ),
        html.P("", id="step-said", role="status", **{"data-say-step": tr("Step {n} of {all}")}),
        html.P(keys, className="quiet"),
    ]


def scoped(story: Story, dataset: Dataset) -> list[Scoped]:
    """Every step of a story with ids of its own; its links lead to accounts as known by the day of its view."""
    found = [(one, seen(one, dataset)) for one in story.steps]
    return [Scoped(f"s{one.number}-", step(one, view, len(found)), _day(view)) for one, view in found]


def _day(view: Seen | None) -> str:
    day = view.view.selection.known_by if view else None
    return f"?known_by={day.isoformat()}" if day else ""


def step(one: Step, view: Seen | None, last: int) -> html.Article:
    """One step: its words, its question, its view, what the view answers, and a place for notes."""
    told = (lambda text, **more: filled(text, view, **more)) if view else (lambda text, **_: text)
    heading = told(one.heading)
    shown = DRAW[view.view.figure](view.view.selection, view.selected) if view else []
    hidden = bool(one.ask and one.hide)
    return html.Article(
        [
            html.H3(f"{one.number}/{last}. {heading}", id="heading"),
            dcc.Markdown(told(one.text, markdown=True)),
            *_question(one, told),
            *([] if hidden else shown),
            *_answer(one, told, shown if hidden else []),
            note(f"step-{one.number}", tr("Your notes on this step")),
        ],
        id="step",
        className="lesson-step",
        **{"data-step-number": str(one.number), "aria-labelledby": "heading"},
    )


def _question(one: Step, told: Callable[..., str]) -> list:
    if not one.ask:
        return []
    if not one.choices:
        return [note(f"answer-{one.number}", told(one.ask))]
    name = f"answer-{one.number}"
    choices = [
        html.Label(
            [dcc.Input(type="radio", name=name, value=str(place), id=f"{NOTE}{name}-{place}"), f" {told(words)}"]
        )
        for place, words in enumerate(one.choices)
    ]
    return [html.Fieldset([html.Legend(told(one.ask)), *choices], className="lesson-choices")]


def _answer(one: Step, told: Callable[..., str], shown: list) -> list:
    if not one.ask:
        return []
    summary = html.Summary(tr("Show what the data say"))
    return [html.Details([summary, dcc.Markdown(told(one.reveal, markdown=True)), *shown], className="panel")]


def bare(plate: Plate) -> Plate:
    """A figure without title and without ways to take it away."""
    return replace(plate, bare=True)


def _timeline(selection: Selection, selected: Selected) -> list:
    below = [html.P(chart.silence(selected), className="quiet"), html.Div(chart.key(selected)), chart.legend(selected)]
    return [bare(chart.PLATE).figure(chart.timeline(selection, selected), chart.takeaway(selected), *below)]


def _rows(selection: Selection, selected: Selected) -> list:
    rows, _ = table.part(selection.of, replace(selection, per=200), selected)
    return [html.Ol([lists.ITEMS[selection.of](row, selection, selected) for row in rows], className="incidents")]


def _counts(selection: Selection, selected: Selected) -> list:
    below = html.Div(measures.key(selection, selected))
    return [
        bare(measures.PLATE).figure(measures.drawn(selection, selected), measures.takeaway(selection, selected), below)
    ]


def _sides(selection: Selection, selected: Selected) -> list:
    says = compare.takeaway(selection, selected)
    legend = html.P(compare.LEGEND, className="legend")
    return [bare(compare.PLATE).figure(compare.drawn(selection, selected), says, legend)]


def _measured(measure: escalation.Measure) -> Callable[[Selection, Selected], list]:
    plain = replace(measure, plate=bare(measure.plate))
    return lambda selection, selected: [escalation.figure(plain, selection, selected)]


DRAW: Mapping[str, Callable[[Selection, Selected], list]] = {
    "timeline": _timeline,
    "rows": _rows,
    "counts": _counts,
    "explained": measures.explained,
    "sides": _sides,
    "accounts": lambda selection, selected: [
        *accounts.summary(selection, selected),
        *accounts.told(selection, selected),
    ],
    "clocks": lambda selection, selected: history.clocks(selected, selection.incident, bare(history.CLOCKS)),
    "whereabouts": lambda selection, selected: whereabouts.whereabouts(
        selected, selection.incident, bare(whereabouts.PLATE)
    ),
    **{measure.plate.name: _measured(measure) for measure in escalation.MEASURES},
}
"""What each figure of a story's view draws."""


# --- notes ---


def note(name: str, label: str) -> html.Label:
    """A field for words that stay in the page."""
    return html.Label([html.Span(label), html.Textarea("", rows=3, **{"data-note": name})], className="lesson-note")
