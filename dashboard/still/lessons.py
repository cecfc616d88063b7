"""The parts of a lesson: its opening, the steps of a story, its days, its incidents, its counts, notes and words."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from dash import html

from dashboard import explained, figures
from dashboard.components import (
    accounts,
    chart,
    gentle,
    history,
    notice,
    table,
    whereabouts,
)
from dashboard.components.buttons import button, group
from dashboard.components.story import disagreeing, facts, front
from dashboard.components.words import count, mark, standing, when
from dashboard.dataset import Dataset
from dashboard.explained import Profile
from dashboard.figures.totals import drawn_measure
from dashboard.language import tr, trn
from dashboard.selection import Selected, Selection
from dashboard.still import own, steps
from dashboard.still.days import known_days
from dashboard.still.exercises import exercises
from dashboard.still.places import slug
from dashboard.still.writer import moves
from dashboard.stories import Story

MOST_TALLIES = 60


# --- the whole -------------------------------------------------------------------------------------------


def opening(title: str, story: Story | None, selected: Selected) -> list:
    """What the lesson is, what it tells of, and the way to its parts."""
    dataset = selected.dataset
    parts = [("story", tr("Story"))] if story else []
    parts += [("days", tr("Day by day")), ("incidents", tr("Incidents"))]
    parts += [] if selected.tallies.empty else [("counts", tr("Declared counts"))]
    parts += [("activities", tr("Activities")), ("notes", tr("Notes")), ("outlets", tr("Outlets"))]
    parts += [("words", tr("Words"))]
    undrawn = tr("This browser is too old to unpack the figures. Everything that they show is in the lists.")
    return [
        html.H1(title),
        *(introduced(story, dataset) if story else [html.P(selected.sentence, className="sentence")]),
        *notice.set_aside(dataset),
        html.P(undrawn, className="banner", hidden=True, **{"data-undrawn": "true"}),
        html.Nav(
            html.Ul([html.Li(html.A(name, href=f"#{key}")) for key, name in parts], className="still-steps"),
            **{"aria-label": tr("Parts of this lesson")},
        ),
    ]


def introduced(story: Story, dataset: Dataset) -> list:
    """What a story is about, for whom, and what a reader may want to know before reading."""
    said = [html.Strong(tr("What this tells of. ")), front(story.content_note, dataset)]
    return [
        *disagreeing(story, dataset),
        html.P(front(story.summary, dataset), className="sentence"),
        html.P(facts(story), className="quiet"),
        *([html.P(said, className="banner")] if story.content_note else []),
    ]


def veiled(part: html.Section | None, hiding: Sequence[int]) -> html.Section | None:
    """A part that tells what steps hide: the script shows it to whoever has answered these, or asks for it anyway.

    Its heading stays. Without scripts all of it is there.
    """
    if part is None or not hiding:
        return part
    head, *rest = part.children
    numbers = ", ".join(str(number) for number in hiding)
    words = tr("This part tells what some steps of the story hide. It opens when they are answered: {steps}.")
    note = html.Div(
        [html.P(words.format(steps=numbers)), html.P(button(tr("Show it anyway"), lift="yes"))],
        className="banner lesson-veil",
        hidden=True,
        **{"data-until": " ".join(str(number) for number in hiding)},
    )
    part.children = [head, note, html.Div(rest, className="lesson-veiled")]
    return part


# --- day by day ------------------------------------------------------------------------------------------


def days(selected: Selected) -> html.Section:
    """The figure of the selection, stepped through the days on which something became known."""
    found = known_days(selected)
    head = html.H2(tr("Day by day: what could be read, and when"), id="days-title")
    label = {"aria-labelledby": "days-title"}
    if len(found) < 2:
        return html.Section([head, *steps.DRAW["timeline"](selected.selection, selected)], id="days", **label)
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
            moves("days-chart", chart.PLATE.label),
            chart.legend(selected),
            html.Div(id="days-new"),
        ],
        id="days", **label,
    )  # fmt: skip


def _height(selected: Selected) -> int:
    return int(chart.timeline(selected.selection, selected)["layout"]["height"])


# --- incidents and counts --------------------------------------------------------------------------------


def accounts_head(number: int, most: int) -> list:
    """The heading of the list, and what it leaves out."""
    words = tr("Each opens: who says what, in which document, and how it came to stand.")
    cut = tr("The accounts of the first {most} are here, the others are named only. A narrower selection has them.")
    title = tr("Incidents: {number}").format(number=count(number, "{n} incident", "{n} incidents"))
    return [
        html.H2(title, id="incidents-title"),
        html.P(words),
        *([] if number <= most else [html.P(cut.format(most=most), className="banner")]),
    ]


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
        *steps.DRAW["clocks"](asked, selected),
        *_places(asked, selected),
        *history.relays(selected, key),
    ]
    return html.Details(
        [html.Summary(_line(dataset, selected, key)), *inner], id="incident", className="panel lesson-incident"
    )


def _places(selection: Selection, selected: Selected) -> list:
    """Where accounts put it, if they name more than one place."""
    plate = replace(whereabouts.PLATE, bare=True)
    return whereabouts.whereabouts(selected, selection.incident, plate)


def named(dataset: Dataset, key: str, selection: Selection) -> html.P:
    """One incident, named only."""
    _, selected = accounts_of(dataset, key, selection)
    return html.P(_line(dataset, selected, key), className="lesson-incident")


def _line(dataset: Dataset, selected: Selected, key: str) -> list:
    title = gentle.opened(selected, key)
    held = next(selected.standings[selected.standings["incident_id"] == key].itertuples(), None)
    if held is None:
        return [title]
    sign = mark(dataset, held.kind, held.corroboration, held.disputed)
    return [f"{when(held.date)} ", sign, " ", title, f" · {standing(held)}"]


def _window(selected: Selected, days: Selection) -> Selection:
    """The selection with the window of its chart of counts: its own, else these days, else those with a total."""
    asked = selected.selection
    total = figures.totals(selected, drawn_measure(asked, selected.dataset))["day"]
    first, last = (date.fromordinal(int(day)) for day in (total.min(), total.max())) if len(total) else (None, None)
    return replace(asked, start=asked.start or days.start or first, end=asked.end or days.end or last)


def counts(selected: Selected, days: Selection) -> html.Section | None:
    """The declared counts of the selection: the figure, over the window of the lesson's view, and the table."""
    if selected.tallies.empty:
        return None
    rows = table.first("tallies", selected.selection, selected, MOST_TALLIES)
    more = len(selected.tallies) - MOST_TALLIES
    cut = (
        [html.P(trn("{n} more is not in this file.", "{n} more are not in this file.", more).format(n=more))]
        if more > 0
        else []
    )
    window = _window(selected, days)
    drawn = steps.DRAW["counts"](window, window.apply(selected.dataset))
    head = html.H2(tr("Counts that somebody declared"), id="counts-title")
    return html.Section([head, *drawn, rows, *cut], id="counts", **{"aria-labelledby": "counts-title"})


# --- activities, notes and words -------------------------------------------------------------------------------------


def practised(selected: Selected) -> html.Section:
    """The activities of the selection."""
    head = html.H2(tr("Activities"), id="activities-title")
    return html.Section([head, *exercises(selected)], id="activities", **{"aria-labelledby": "activities-title"})


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
            steps.note("all", tr("Your notes on all of it")),
            html.P(how, className="quiet"),
            group(
                tr("Take the notes away"),
                button(tr("Save this page with my notes"), save="page", **saved),
                button(tr("Save my notes as text"), save="text", **saved),
                button(tr("Clear my notes and answers"), forget="ask"),
            ),
            *_forgetting(),
        ],
        id="notes",
        **{"aria-labelledby": "notes-title"},
    )


def _forgetting() -> list:
    """The question that a script asks before everything that was written is cleared, and the place of its answer."""
    words = tr(
        "Clear every note, answer and order of cards in this page, and what this browser keeps of them? It cannot be "
        "undone. A page or a text that you saved is a file of its own: opened again, it has them still."
    )
    cleared = tr("Cleared. This browser keeps no note and no answer of this lesson.")
    asked = html.Div(
        [
            html.P(words, id="forget-words"),
            group(tr("Clear or keep"), button(tr("Yes, clear"), forget="yes"), button(tr("No, keep"), forget="no")),
        ],
        id="forgetting",
        className="banner lesson-forget",
        hidden=True,
        role="group",
        **{"aria-labelledby": "forget-words"},
    )
    return [asked, html.P("", id="forgot", role="status", **{"data-say-cleared": cleared})]


def outlets(dataset: Dataset, selection: Selection, keys: Sequence[str]) -> html.Section:
    """Who the outlets are that the lesson names, with numbers as known by its day."""
    query = Selection(known_by=selection.known_by).to_query()
    parts = [_outlet(explained.profile(dataset, "outlets", key, query), key) for key in sorted(keys)]
    title = html.H2(tr("Outlets"), id="outlets-title")
    return html.Section([title, *parts], id="outlets", **{"aria-labelledby": "outlets-title"})


def _outlet(found: Profile, key: str) -> html.Details:
    facts = [part for label, words in found.facts for part in (html.Dt(label), html.Dd(words))]
    return html.Details([html.Summary(found.name), html.Dl(facts)], id=f"outlet-{key}", className="panel")


def glossary(rows: Sequence[Mapping[str, str]]) -> html.Section:
    """The words that the lesson uses and the package explains."""
    parts = [
        part
        for row in rows
        for part in (
            html.Dt(row["term"], id=f"word-{slug(row['term'])}"),
            html.Dd([html.P(words, className=look) for words, look in own.meanings(row)]),
        )
    ]
    title = html.H2(tr("Words"), id="words-title")
    shown = html.Dl(parts) if parts else html.P(tr("This package explains none of the words used here."))
    return html.Section([title, shown], id="words", **{"aria-labelledby": "words-title"})
