"""The parts of a lesson: its opening, the steps of a story, its days, its incidents, its counts, notes and words."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from dash import dcc, html

from dashboard.components import (
    accounts,
    chart,
    compare,
    escalation,
    history,
    lists,
    measures,
    notice,
    table,
    whereabouts,
)
from dashboard.components.buttons import button, group
from dashboard.components.plate import Plate
from dashboard.components.words import count, mark, standing, when
from dashboard.dataset import Dataset
from dashboard.language import tr, trn
from dashboard.selection import Selected, Selection
from dashboard.still.days import known_days
from dashboard.still.places import slug
from dashboard.still.writer import NOTE
from dashboard.stories import BadView, Seen, Step, Story, filled, views

MOST_TALLIES = 60


# --- the whole -------------------------------------------------------------------------------------------


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


def opening(title: str, story: Story | None, selected: Selected) -> list:
    """What the lesson is, what it tells of, and the way to its parts."""
    dataset = selected.dataset
    said = [html.P(words(story.summary, dataset), className="sentence")] if story else []
    minutes = trn("About {n} minute", "About {n} minutes", story.minutes).format(n=story.minutes) if story else ""
    facts = [html.P(f"{story.audience}. {minutes}.", className="quiet")] if story else []
    parts = [("story", tr("Story"))] if story else []
    parts += [
        ("days", tr("Day by day")),
        ("incidents", tr("Incidents")),
        ("counts", tr("Declared counts")),
        ("notes", tr("Notes")),
        ("words", tr("Words")),
    ]
    undrawn = tr("This browser is too old to unpack the figures. Everything that they show is in the lists.")
    return [
        html.H1(title),
        *(said if story else [html.P(selected.sentence, className="sentence")]),
        *facts,
        *_noted(story, dataset),
        *notice.set_aside(dataset),
        html.P(undrawn, className="banner", hidden=True, **{"data-undrawn": "true"}),
        html.Nav(
            html.Ul([html.Li(html.A(name, href=f"#{key}")) for key, name in parts], className="still-steps"),
            **{"aria-label": tr("Parts of this lesson")},
        ),
    ]


def _noted(story: Story | None, dataset: Dataset) -> list:
    """What a reader may want to know before reading."""
    if not story or not story.content_note:
        return []
    return [html.P([html.Strong(tr("What this tells of. ")), words(story.content_note, dataset)], className="banner")]


# --- a story ---------------------------------------------------------------------------------------------


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
            _note(f"step-{one.number}", tr("Your notes on this step")),
        ],
        id="step",
        className="lesson-step",
        **{"data-step-number": str(one.number), "aria-labelledby": "heading"},
    )


def _question(one: Step, told: Callable[..., str]) -> list:
    if not one.ask:
        return []
    if not one.choices:
        return [_note(f"answer-{one.number}", told(one.ask))]
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


def _note(name: str, label: str) -> html.Label:
    return html.Label([html.Span(label), html.Textarea("", rows=3, **{"data-note": name})], className="lesson-note")


def _bare(plate: Plate) -> Plate:
    return replace(plate, bare=True)


def _timeline(selection: Selection, selected: Selected) -> list:
    below = [html.P(chart.silence(selected), className="quiet"), html.Div(chart.key(selected)), chart.legend(selected)]
    return [_bare(chart.PLATE).figure(chart.timeline(selection, selected), chart.takeaway(selected), *below)]


def _rows(selection: Selection, selected: Selected) -> list:
    rows, _ = table.part(selection.of, replace(selection, per=200), selected)
    return [html.Ol([lists.ITEMS[selection.of](row, selection, selected) for row in rows], className="incidents")]


def _counts(selection: Selection, selected: Selected) -> list:
    below = html.Div(measures.key(selection, selected))
    return [
        _bare(measures.PLATE).figure(measures.drawn(selection, selected), measures.takeaway(selection, selected), below)
    ]


def _sides(selection: Selection, selected: Selected) -> list:
    says = compare.takeaway(selection, selected)
    legend = html.P(compare.LEGEND, className="legend")
    return [_bare(compare.PLATE).figure(compare.drawn(selection, selected), says, legend)]


def _measured(measure: escalation.Measure) -> Callable[[Selection, Selected], list]:
    plain = replace(measure, plate=_bare(measure.plate))
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
    "clocks": lambda selection, selected: history.clocks(selected, selection.incident, _bare(history.CLOCKS)),
    "whereabouts": lambda selection, selected: whereabouts.whereabouts(
        selected, selection.incident, _bare(whereabouts.PLATE)
    ),
    **{measure.plate.name: _measured(measure) for measure in escalation.MEASURES},
}
"""What each figure of a story's view draws."""


# --- day by day ------------------------------------------------------------------------------------------


def days(selected: Selected) -> html.Section:
    """The figure of the selection, stepped through the days on which something became known."""
    found = known_days(selected)
    head = html.H2(tr("Day by day: what could be read, and when"), id="days-title")
    label = {"aria-labelledby": "days-title"}
    if len(found) < 2:
        return html.Section([head, *_timeline(selected.selection, selected)], id="days", **label)
    options = [html.Option(when(day.isoformat()), value=str(place)) for place, day in enumerate(found)]
    every = tr("Everything that is known on the last day is drawn first.")
    return html.Section(
        [
            head,
            html.P(every, className="quiet"),
            group(
                tr("Days"),
                button(tr("First"), day="first"), button(tr("◀ Earlier"), day="previous"),
                button(tr("Later ▶"), day="next"), button(tr("Last"), day="last"),
            ),
            html.P(html.Label([tr("As known by "), html.Select(options, id="days-choice")])),
            html.P(selected.sentence, id="days-said", role="status", className="sentence"),
            html.Div(
                html.Div(id="days-chart", className="still-graph", style={"min-block-size": f"{_height(selected)}px"}),
                role="img", className="graph", **{"aria-label": chart.PLATE.label, "aria-describedby": "days-said"},
            ),
            chart.legend(selected),
            html.Div(id="days-new"),
        ],
        id="days", **label,
    )  # fmt: skip


def _height(selected: Selected) -> int:
    return int(chart.timeline(selected.selection, selected)["layout"]["height"])


# --- incidents and counts --------------------------------------------------------------------------------


def accounts_head(selected: Selected, number: int, room: bool) -> list:
    """The heading of the list, and what it leaves out."""
    words = tr("Each opens: who says what, in which document, and how it came to stand.")
    cut = tr("There was no room for the accounts of all: the last ones are named only. A narrower selection has them.")
    title = tr("Incidents: {number}").format(number=count(number, "incident"))
    return [html.H2(title, id="incidents-title"), html.P(words), *([] if room else [html.P(cut, className="banner")])]


def accounts_of(dataset: Dataset, key: str, selection: Selection) -> tuple[Selection, Selected]:
    """One incident as known by the day of the lesson."""
    asked = Selection(incident=key, known_by=selection.known_by)
    return asked, asked.apply(dataset)


def told(dataset: Dataset, selection: Selection, key: str) -> html.Details:
    """One incident, its accounts folded in."""
    asked, selected = accounts_of(dataset, key, selection)
    inner = [
        *accounts.summary(asked, selected),
        *accounts.told(asked, selected),
        *history.standing_over_time(selected, key),
        *history.clocks(selected, key, _bare(history.CLOCKS)),
        *whereabouts.whereabouts(selected, key, _bare(whereabouts.PLATE)),
        *history.relays(selected, key),
    ]
    return html.Details([html.Summary(_line(dataset, selected, key)), *inner], className="panel lesson-incident")


def named(dataset: Dataset, key: str, selection: Selection) -> html.P:
    """One incident, named only."""
    _, selected = accounts_of(dataset, key, selection)
    return html.P(_line(dataset, selected, key), className="lesson-incident")


def _line(dataset: Dataset, selected: Selected, key: str) -> list:
    row, title = dataset.by_id["incidents"][key], dataset.by_id["incidents"][key]["title"]
    held = next(selected.standings[selected.standings["incident_id"] == key].itertuples(), None)
    if held is None:
        return [f"{when(row['date'])} · {title}"]
    sign = mark(dataset, held.kind, held.corroboration, held.disputed)
    return [f"{when(held.date)} ", sign, f" {title} · {standing(held)}"]


def counts(selected: Selected) -> html.Section | None:
    """The declared counts of the selection: the figure and the table."""
    if selected.tallies.empty:
        return None
    rows = table.first("tallies", selected.selection, selected, MOST_TALLIES)
    more = len(selected.tallies) - MOST_TALLIES
    cut = (
        [html.P(trn("{n} more is not in this file.", "{n} more are not in this file.", more).format(n=more))]
        if more > 0
        else []
    )
    drawn = _counts(selected.selection, selected)
    head = html.H2(tr("Counts that somebody declared"), id="counts-title")
    return html.Section([head, *drawn, rows, *cut], id="counts", **{"aria-labelledby": "counts-title"})


# --- notes and words -------------------------------------------------------------------------------------


def notes() -> html.Section:
    """A field for notes, and the ways to take all notes away."""
    saved = {"say-saved": tr("Saved")}
    how = tr(
        "Notes stay in this page. Where the browser keeps them, they are there when the file is opened again; saved "
        "with the page or as text they are yours in any case. They are sent to nobody."
    )
    return html.Section(
        [
            html.H2(tr("Notes"), id="notes-title"),
            _note("all", tr("Your notes on all of it")),
            html.P(how, className="quiet"),
            group(
                tr("Take the notes away"),
                button(tr("Save this page with my notes"), save="page", **saved),
                button(tr("Save my notes as text"), save="text", **saved),
            ),
        ],
        id="notes",
        **{"aria-labelledby": "notes-title"},
    )


def glossary(dataset: Dataset, rows: Sequence[Mapping[str, str]]) -> html.Section | None:
    """The words that the lesson uses and the package explains."""
    if not rows:
        return None
    parts = [
        part
        for row in rows
        for part in (
            html.Dt(row["term"], id=f"word-{slug(row['term'])}"),
            html.Dd([row["definition"], html.Br(), html.Span(row["plain_language"], className="quiet")]),
        )
    ]
    title = html.H2(tr("Words"), id="words-title")
    return html.Section([title, html.Dl(parts)], id="words", **{"aria-labelledby": "words-title"})
