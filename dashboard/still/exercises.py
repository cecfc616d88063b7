"""Activities in a page without a server: the fields to answer in, which keep what they hold with the notes."""

from dataclasses import replace

from dash import dcc, html

from dashboard.activities import Question, activities
from dashboard.activities.shape import ONE, SEVERAL
from dashboard.components import exercise
from dashboard.language import tr
from dashboard.selection import Selected
from dashboard.still.writer import NOTE

SCRIPT = "view-activities.js"


def exercises(selected: Selected) -> list:
    """The first example of every kind that the selection offers, each with its key folded away."""
    note = tr("Nobody has to answer. Answers stay in this page and are sent to nobody. Nothing is scored.")
    found = [activity for activity in activities(selected) if not activity.missing]
    some = any(card.harm for activity in found for card in activity.cards)
    alone = [replace(activity, candidates=0) for activity in found]  # there is no way to the other examples here
    shown = [exercise.exercise(activity, selected.dataset, typed) for activity in alone]
    return [exercise.content_note(some, note), *shown] if shown else [html.P(tr("This selection offers no activity."))]


def typed(name: str, question: Question) -> html.Div:
    """A field to type or to choose in."""
    key = f"{NOTE}{name}-{question.key}"
    label = exercise.labelled(question)
    if question.form in (ONE, SEVERAL):
        kind = "radio" if question.form == ONE else "checkbox"
        choices = [
            html.Label([dcc.Input(type=kind, name=key, value=choice, id=f"{key}-{place}"), f" {choice}"])
            for place, choice in enumerate(question.choices)
        ]
        inner = html.Fieldset([html.Legend(label), *choices], className="lesson-choices")
    else:
        inner = html.Label(
            [html.Span(label), dcc.Input(type="text", id=key, autoComplete="off")], className="lesson-note"
        )
    return html.Div(inner, className=exercise.look(question), **{"data-question": question.key})
