"""What a whole class asks for within a moment is drawn once: the same question has the same answer for everybody.

Parts of pages depend on the data and on the question alone, and the data do not change while the server runs. What
speaks of a live class is another matter (``live.is_passing``), and is drawn each time.
"""

import hashlib
import threading
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass

from flask import Flask, Response, g, request

from dashboard.components import live

ASKED_AT = "/_dash-update-component"
SECONDS, MOST, LONGEST_WAIT = 30, 64, 20
"""How long an answer is kept, how many, and how long one waits for somebody else's drawing before drawing anew."""
LARGEST = 2**20
"""Bytes of an answer above which it is not kept."""
_KEPT = ("Content-Type", "Content-Encoding", "Vary")


@dataclass(frozen=True)
class _Answer:
    body: bytes
    headers: tuple[tuple[str, str], ...]
    drawn: float


class Drawn:
    """Answers of the last moments by their questions, and which are being drawn; threads share it."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock, self._lock = clock, threading.Lock()
        self._kept: OrderedDict[bytes, _Answer] = OrderedDict()
        self._under: dict[bytes, threading.Event] = {}

    def get(self, question: bytes) -> _Answer | None:
        """The answer; None for whoever has to draw it, and then calls ``done``. Waits while another does."""
        while True:
            with self._lock:
                kept = self._kept.get(question)
                if kept and self._clock() - kept.drawn <= SECONDS:
                    return kept
                other = self._under.get(question)
                if not other:
                    self._under[question] = threading.Event()
                    return None
            if not other.wait(LONGEST_WAIT):
                return None

    def done(self, question: bytes, answer: _Answer | None) -> None:
        """Keep the answer, if there is one to keep, and let whoever waits have it."""
        with self._lock:
            if answer:
                self._kept[question] = answer
            for old in [one for one, kept in self._kept.items() if self._clock() - kept.drawn > SECONDS]:
                del self._kept[old]
            while len(self._kept) > MOST:
                self._kept.popitem(last=False)
            waiting = self._under.pop(question, None)
        if waiting:
            waiting.set()

    def made(self, answer: Response) -> _Answer:
        """An answer as it is kept."""
        headers = tuple((name, answer.headers[name]) for name in _KEPT if name in answer.headers)
        return _Answer(answer.get_data(), headers, self._clock())


def register(flask: Flask) -> None:
    """Answer from what was drawn; registered first, so that it sees answers as they are sent."""
    drawn = Drawn()

    @flask.before_request
    def found() -> Response | None:
        if request.method != "POST" or request.path != ASKED_AT:
            return None
        question = _question()
        kept = drawn.get(question)
        if not kept:
            g.drawing = question
            return None
        return Response(kept.body, headers=list(kept.headers))

    @flask.after_request
    def keep(answer: Response) -> Response:
        good = answer.status_code == 200 and not live.is_passing() and (answer.content_length or 0) <= LARGEST
        if good and "drawing" in g:
            drawn.done(g.pop("drawing"), drawn.made(answer))
        return answer

    @flask.teardown_request
    def release(_: BaseException | None) -> None:
        if "drawing" in g:
            drawn.done(g.pop("drawing"), None)


def _question() -> bytes:
    """All that an answer depends on: what is asked, of which host, and whether the reader takes it compressed."""
    told = f"{request.host}\n{bool(request.accept_encodings['gzip'])}\n".encode()
    return hashlib.sha256(told + request.get_data()).digest()
