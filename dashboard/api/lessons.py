"""Lessons as files: one page of a selection or of a story that asks for nothing, to be kept and passed on."""

from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache
from threading import Lock

from flask import Response, request
from flask_openapi3 import OpenAPI, Tag
from pydantic import BaseModel

from dashboard.api import answers
from dashboard.api.replies import query_string, refusal, reply
from dashboard.dataset import Dataset
from dashboard.exporters import file_name
from dashboard.language import tr
from dashboard.selection import Selection
from dashboard.still.lesson import TooLong, lesson
from dashboard.stories import shelf

NAME, ENDING = "lesson", ".html"
HTML = "text/html; charset=utf-8"
_FILE = {"description": tr("The file"), "content": {"text/html": {"schema": {"type": "string"}}}}


MOST_KEPT = 4
"""How many lessons are kept for whoever asks next: each takes seconds to make and a few megabytes."""


def offer(flask: OpenAPI, dataset: Dataset, root: str, asked: type[BaseModel], tag: Callable[..., str]) -> None:
    """Answer for the lesson of every selection, and for that of each story of the package."""
    one_at_a_time = Lock()

    @lru_cache(maxsize=MOST_KEPT)
    def kept(selection: Selection, story: str = "") -> bytes:
        return lesson(dataset, selection, story)

    def made(selection: Selection, story: str = "") -> bytes:
        with one_at_a_time:  # a class that asks together waits for one, and then all have it
            return kept(selection, story)

    summary = tr("A lesson in one file: figures, accounts, words and notes of the selection.")

    @flask.get(
        f"{root}{NAME}{ENDING}",
        endpoint="lesson",
        operation_id="lesson",
        tags=[Tag(name="lessons")],
        summary=summary,
        responses={200: _FILE, 304: None, 400: answers.Refusal},
    )
    def of_selection(query: asked) -> Response:
        checked = Selection.from_query(query_string()).checked(dataset)
        selection = replace(checked.filtering, gentle=checked.gentle or None)
        name = file_name(selection.apply(dataset), NAME, ENDING)
        return _answer(tag(NAME, selection.to_query()), name, lambda: made(selection))

    @flask.route(f"{root}stories/<slug>/{NAME}{ENDING}", endpoint="story lesson")
    def of_story(slug: str) -> Response:
        if slug not in shelf(dataset).stories:
            return refusal(404, tr("There is no story at this address."))
        asked = Selection(gentle=True) if request.args.get("gentle") == "yes" else Selection()
        return _answer(tag(NAME, "story", slug, asked.to_query()), f"{slug}{ENDING}", lambda: made(asked, slug))


def _answer(tag: str, name: str, make: Callable[[], bytes]) -> Response:
    """The file, to be kept; a refusal in words where it would not fit into one file."""
    try:
        answer = reply(tag, HTML, make)
    except TooLong as error:
        return refusal(400, str(error))
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer
