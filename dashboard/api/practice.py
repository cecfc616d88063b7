"""The activities of a selection as JSON: the address, its answer and its refusals."""

from collections.abc import Callable
from datetime import date
from typing import Literal

from flask import Response
from flask_openapi3 import OpenAPI, Tag
from pydantic import BaseModel, Field

from dashboard.activities import KINDS
from dashboard.api.answers import Answer, Refusal
from dashboard.api.replies import JSON, as_json, query_string, reply
from dashboard.dataset import Dataset
from dashboard.exporters.practice import practice
from dashboard.language import tr
from dashboard.selection import Selection

NAME = "activities.json"


class LineAnswer(Answer):
    """One line of a card."""

    label: str = Field(description=tr("What the words are; empty = they stand alone."))
    words: str = Field(description=tr("The words."))


class CardAnswer(Answer):
    """Something to read."""

    key: str = Field(description=tr("Its letter."))
    text: str = Field(description=tr("A summary or a title of the data."))
    source: str = Field(description=tr("Where it stands, or what is said of it."))
    href: str = Field(description=tr("The path of the page with everything about it."))
    lines: list[LineAnswer] = Field(description=tr("What else it states."))
    quote: str = Field(description=tr("At most eight words of the document; empty = none."))
    language: str = Field(description=tr("The language of the quote."))
    harm: bool = Field(description=tr("Whether its words tell of people harmed."))


class QuestionAnswer(Answer):
    """Something to answer, with its key."""

    key: str = Field(description=tr("Its name within the activity."))
    text: str = Field(description=tr("What is asked."))
    answer: list[str] = Field(description=tr("The answer, or every choice that is right; empty = none of them is."))
    why: str = Field(description=tr("Why; empty where the rows say it."))
    rows: list[str] = Field(description=tr("The rows that the answer comes from, as table/id."))
    card: str = Field(description=tr("The card it is about; empty = all."))
    choices: list[str] = Field(description=tr("What can be chosen; empty = own words."))
    form: Literal["words", "one", "several"] = Field(description=tr("How it is answered."))
    harm: bool = Field(description=tr("Whether it asks about people harmed."))


class ActivityAnswer(Answer):
    """One activity."""

    kind: Literal[tuple(KINDS)] = Field(description=tr("What kind it is."))
    title: str = Field(description=tr("Its title."))
    prompt: str = Field(description=tr("What to do."))
    minutes: int = Field(description=tr("About how long it takes."))
    standards: list[str] = Field(description=tr("Ids of the standards it serves."))
    reflection: str = Field(description=tr("What to think about at the end."))
    about: str = Field(description=tr("What it is about."))
    href: str = Field(description=tr("The path of the page about that."))
    rule: str = Field(description=tr("How the example was chosen."))
    cards: list[CardAnswer] = Field(description=tr("What to read."))
    blanks: list[QuestionAnswer] = Field(description=tr("What is asked of one card each."))
    questions: list[QuestionAnswer] = Field(description=tr("What is asked of all."))
    order: list[list[str]] = Field(
        description=tr("The cards in their right order, ties together; empty = none is asked.")
    )
    variant: int = Field(description=tr("Which example this is, from 1; 0 = there is none."))
    candidates: int = Field(description=tr("How many examples the selection offers."))
    missing: str = Field(description=tr("Why there is none, and what would bring one; empty = there is one."))
    note: str = Field(description=tr("What of the selection it does not follow; empty = it follows all of it."))
    harm: bool = Field(description=tr("Whether what it is about is a title that tells of people harmed."))


class PracticeAnswer(Answer):
    """The activities of a selection."""

    describe: str = Field(description=tr("What the selection holds, in one sentence."))
    query: str = Field(description=tr("The same as a query string."))
    known_by: date | None = Field(description=tr("The known-by day asked; null = none."))
    title: str = Field(description=tr("The title of the data package."))
    version: str = Field(description=tr("Its version."))
    digest: str = Field(description=tr("The hash of its rows."))
    licence: str = Field(description=tr("The licence of the rows."))
    activities: list[ActivityAnswer] = Field(description=tr("The activities in order."))
    exit_ticket: list[QuestionAnswer] = Field(description=tr("Up to three questions for the end."))


def offer(flask: OpenAPI, dataset: Dataset, path: str, asked: type[BaseModel], tag: Callable[[str], str]) -> None:
    """Answer for the activities at a path; ``tag`` makes a version of a query."""

    @flask.get(
        path,
        endpoint=NAME,
        operation_id="activities_json",
        tags=[Tag(name="activities")],
        summary=tr("Activities: exercises by rule from the selection, each with its key, as JSON"),
        responses={200: PracticeAnswer, 304: None, 400: Refusal},
    )
    def practised(query: asked) -> Response:
        selection = Selection.from_query(query_string())
        selected = selection.apply(dataset)
        return reply(tag(selection.to_query()), JSON, lambda: as_json(practice(selection, selected)))
