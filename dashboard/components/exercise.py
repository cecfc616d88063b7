"""One activity on a page: its cards, its questions with fields or with lines to write on, and its key."""

import json
from collections.abc import Callable
from hashlib import sha256
from itertools import groupby

import dash_mantine_components as dmc
from dash import dcc, html
from dash.development.base_component import Component

from dashboard.activities import Activity, Card, Question, material
from dashboard.activities.shape import ONE, SEVERAL
from dashboard.activities.standards import grouped
from dashboard.components import gentle
from dashboard.components.buttons import button
from dashboard.dataset import Dataset
from dashboard.language import tr, trn

Field = Callable[[str, Question], Component]
"""What an answer is given in: the example it belongs to, and the question."""


ANSWER = "answer"
"""The name in the ids of fields. No callback reads one; the browser's memory of the tab goes by it."""


def example(activity: Activity) -> str:
    """The name of one example of a kind: the same as long as it is made from the same rows."""
    return f"{activity.kind}-{sha256(' '.join(activity.rows).encode()).hexdigest()[:8]}"


def exercise(activity: Activity, dataset: Dataset, field: Field) -> html.Section:
    """The activity under its own heading; where the selection offers none, why and what would."""
    head = [html.H2(activity.title, id=activity.kind), html.P(facts(activity), className="quiet")]
    label = {"aria-labelledby": activity.kind}
    if activity.missing:
        return html.Section([*head, html.P(activity.missing, className="empty")], className="exercise", **label)
    name = example(activity)
    return html.Section(
        [
            *head,
            html.P(activity.prompt, className="prompt"),
            *([html.P(activity.note, className="note")] if activity.note else []),
            html.H3(html.A(gentle.held_back(activity.about, activity.harm, gentle.TITLE, True), href=activity.href)),
            html.Div([card(one) for one in activity.cards], className="cards"),
            *_ordering(activity),
            *_fields(name, activity, field),
            html.P([html.Strong(tr("To think about. ")), activity.reflection]),
            _key(activity, dataset),
            html.P(tr("How this was chosen: {rule}").format(rule=activity.rule), className="quiet"),
        ],
        className="exercise",
        **label,
        **{"data-example": name},
    )


def facts(activity: Activity) -> str:
    """How long it takes about, which example it is of how many that can be had, and the standards it serves."""
    minutes = trn("About {n} minute", "About {n} minutes", activity.minutes).format(n=activity.minutes)
    words = tr("Example {n} of {all}").format(n=activity.variant, all=activity.candidates)
    which = [words] if activity.candidates else []
    named = [f"{name}: {', '.join(ids)}" for name, ids in grouped(activity.standards).items()]
    return ". ".join([minutes, *which, *named]) + "."


NOTE = tr("Content note: some cards tell of people killed or injured.")
OF_CARD = tr("Content note: this card tells of people killed or injured. It is not shown in gentle mode.")


def content_note(some: bool, *words: str) -> html.P:
    """What stands before activities; that some cards tell of people harmed says, in gentle mode, each of these."""
    return html.P([*([html.Span(f"{NOTE} ", className="harm")] if some else []), *words], className="note")


# --- cards -----------------------------------------------------------------------------------------------


def card(one: Card) -> html.Div:
    """A card: its letter, its words, everything stated, and where it stands."""
    quote = html.P(html.Q(one.quote, lang=one.language or None, dir="auto")) if one.quote else None
    items = [html.Li(f"{label}: {words}" if label else words, className=harmful(label)) for label, words in one.lines]
    title = tr("Card {letter}").format(letter=one.key)
    told = list(filter(None, [html.P(one.text), quote, html.Ul(items) if items else None]))
    parts = [html.H4(title), *(gentle.whole(told, OF_CARD) if one.harm else told)]
    source = html.P([one.source, ". ", html.A(tr("Open"), href=one.href, **{"aria-label": f"{tr('Open')}: {title}"})])
    return html.Div([*parts, html.Div(source, className="quiet")], className="card")


def harmful(label: str) -> str | None:
    """The class of a line that tells of people harmed."""
    return "harm" if label in material.OF_HARM else None


def _ordering(activity: Activity) -> list:
    """The list whose items move up and down; assets/view-activities.js fills it."""
    if not activity.order:
        return []
    asked = {
        "cards": [[one.key, one.text, gentle.TITLE if one.harm else ""] for one in activity.cards],
        "up": tr("Move {card} up"),
        "down": tr("Move {card} down"),
        "moved": tr("{card} is now number {place} of {all}"),
        "said": " → ",
    }
    title = ORDERED.get(activity.kind, "")
    return [html.H3(title), html.Div(className="ordering", **{"data-ordering": json.dumps(asked, ensure_ascii=False)})]


ORDERED = {
    "order": tr("Your order, from the first known to the last"),
    "support": tr("Your order, from the least support to the most"),
}
"""What the order of cards is of, for the kinds that have one."""


# --- fields ----------------------------------------------------------------------------------------------


def _fields(name: str, activity: Activity, field: Field) -> list:
    """The blanks in rows, those of one text or else of one card together; then the questions."""
    rows = [
        html.Div([field(name, question) for question in found], className="fields")
        for _, found in groupby(activity.blanks, key=lambda question: question.text)
    ]
    if len(rows) == len(activity.blanks):
        by_card = groupby(activity.blanks, key=lambda question: question.card)
        rows = [html.Div([field(name, question) for question in found], className="fields") for _, found in by_card]
    return [*rows, html.Div([field(name, question) for question in activity.questions], className="questions")]


def labelled(question: Question) -> str:
    """What is asked, and of which card."""
    return f"{question.card}: {question.text}" if question.card else question.text


def typed(name: str, question: Question) -> html.Div:
    """A field to type or to choose in; what it holds stays in this tab of the browser."""
    at = {"id": {ANSWER: f"{name}-{question.key}"}, "persistence": True, "persistence_type": "session", "size": "md"}
    label = labelled(question)
    if question.form == ONE:
        radios = [dmc.Radio(label=choice, value=choice, size="md") for choice in question.choices]
        inner = dmc.RadioGroup(html.Div(radios, className="choosing"), label=label, **at)
    elif question.form == SEVERAL:
        boxes = [dmc.Checkbox(label=choice, value=choice, size="md") for choice in question.choices]
        inner = dmc.CheckboxGroup(html.Div(boxes, className="choosing"), label=label, **at)
    else:
        inner = dmc.TextInput(label=label, autoComplete="off", **at)
    return html.Div(inner, className=look(question), **{"data-question": question.key})


def look(question: Question) -> str:
    """The classes of a field: its form, and whether it asks about people harmed."""
    return f"answer answer-{question.form}{' harm' if question.harm else ''}"


def lined(_: str, question: Question) -> html.Div:
    """The question with its choices, or with a line to write on."""
    choices = html.Ul([html.Li(f"☐ {choice}") for choice in question.choices], className="choices")
    line = choices if question.choices else html.P("……………………", **{"aria-hidden": "true"})
    return html.Div([html.P(labelled(question)), line], className=look(question))


# --- the key ---------------------------------------------------------------------------------------------


def _key(activity: Activity, dataset: Dataset) -> html.Details:
    said = button(tr("Clear my answers"), clear="true")
    return html.Details(
        [
            html.Summary(tr("Show the key")),
            html.P(tr("Nothing is scored. Where you and the data part, look at the rows that the key comes from.")),
            *_ordered(activity),
            html.Ul(
                [_answer(question, dataset, activity.href.partition("?")[2]) for question in activity.asked],
                className="answers",
            ),
            html.P(said, className="buttons"),
        ],
        className="panel key",
    )


def _ordered(activity: Activity) -> list:
    if not activity.order:
        return []
    joined = tr(" and ")
    words = " → ".join(joined.join(group) for group in activity.order)
    return [
        html.P(html.Strong(ORDERED[activity.kind])),
        _yours("order"),
        html.P([html.Strong(tr("The data says: ")), words]),
    ]


def _yours(key: str) -> html.P:
    """What the reader said, filled in by assets/view-activities.js."""
    words = {"data-said": key, "data-words": tr("You said: "), "data-silent": tr("nothing yet")}
    return html.P("", className="said", **words)


def _answer(question: Question, dataset: Dataset, known: str) -> html.Li:
    return html.Li(
        [
            html.Strong(labelled(question)),
            _yours(question.key),
            html.P([html.Strong(tr("The data says: ")), answer_words(question)]),
            html.P(question.why) if question.why else None,
            html.P([tr("From: "), *_rows(question, dataset, known)], className="quiet"),
        ],
        className="harm" if question.harm else None,
    )


def answer_words(question: Question) -> str:
    """The right answer in words."""
    return "; ".join(question.answer) or tr("none of these")


MOST_ROWS = 4


def _rows(question: Question, dataset: Dataset, known: str) -> list:
    """Where the rows of an answer can be read, as known by the same day."""
    links = [_row(name, dataset, known) for name in question.rows if not name.startswith("sources/")] or [
        _row(name, dataset, known) for name in question.rows
    ]
    parts = [part for link in links[:MOST_ROWS] for part in (link, ", ")][:-1]
    more = len(links) - MOST_ROWS
    return [*parts, trn(" and {n} more", " and {n} more", more).format(n=more)] if more > 0 else parts


def _row(name: str, dataset: Dataset, known: str) -> dcc.Link | str:
    table, _, key = name.partition("/")
    paths = {"tallies": "/counts", "outlets": f"/sources/{key}"}
    if table == "reports":
        paths["reports"] = f"/incidents/{dataset.by_id['reports'][key]['incident_id']}"
    asked = "&".join(filter(None, [known, f"tally={key}" if table == "tallies" else ""]))
    return dcc.Link(key, href=f"{paths[table]}?{asked}".rstrip("?")) if table in paths else key
