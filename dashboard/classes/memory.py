"""Live classes in the memory of one process: nothing is written anywhere, and what ends is dropped."""

import secrets
import threading
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field

from dashboard.classes import codes
from dashboard.classes.held import PERIOD, Crowded, Ended, Opened, Shown, Unknown, WrongKey
from dashboard.language import tr

COUNTED = 4
"""Seconds whose polls tell how many pages follow."""
SWEEP = 5
"""Seconds after which classes that are over are looked for; one that is asked for is looked at each time."""


@dataclass(frozen=True)
class Limits:
    """How many classes there may be, and for how many seconds."""

    absence: int = 15 * 60
    """A class ends when its teacher's page has not been heard of for so long."""
    longest: int = 4 * 3600
    """A class ends after so long in any case."""
    remembered: int = 2 * 3600
    """That a class ended is told for so long."""
    most: int = 500
    """Classes at a time."""
    most_new: int = 120
    """New classes a minute: a whole school behind one address starts at the bell."""


@dataclass(eq=False)
class _Class:
    key: str
    view: str
    began: float
    heard: float
    version: int = 1
    polls: dict[int, int] = field(default_factory=dict)
    """How many polls each of the last seconds saw."""

    def polled(self, now: float) -> None:
        second = int(now)
        self.polls[second] = self.polls.get(second, 0) + 1
        if len(self.polls) > COUNTED + 1:
            self.polls = {one: number for one, number in self.polls.items() if one >= second - COUNTED}

    def followers(self, now: float) -> int:
        """As many pages as would have polled so often in the last whole seconds, or since the class began."""
        first = max(int(now) - COUNTED, int(self.began))
        last = max(int(now), first + 1)
        total = sum(self.polls.get(second, 0) for second in range(first, last))
        return round(total * PERIOD / (last - first))


class InMemory:
    """Classes in this process; threads may share it. ``clock`` gives seconds that never run backwards."""

    def __init__(self, limits: Limits | None = None, clock: Callable[[], float] = time.monotonic) -> None:
        self._limits, self._clock = limits or Limits(), clock
        self._lock = threading.Lock()
        self._open: dict[str, _Class] = {}
        self._ended: dict[str, float] = {}
        self._begun: deque[float] = deque()
        self._swept = clock()

    def open(self, view: str) -> Opened:
        with self._lock:
            now = self._now()
            self._make_room(now)
            code = codes.make()
            while code in self._open or code in self._ended:
                code = codes.make()
            one = self._open[code] = _Class(secrets.token_urlsafe(24), view, now, now)
            return Opened(_shown(code, one, now), one.key)

    def show(self, code: str, key: str, view: str) -> Shown:
        with self._lock:
            now = self._now()
            one = self._led(code, key, now)
            if view != one.view:
                one.view, one.version = view, one.version + 1
            return _shown(code, one, now)

    def lead(self, code: str, key: str) -> Shown:
        with self._lock:
            now = self._now()
            return _shown(code, self._led(code, key, now), now)

    def read(self, code: str) -> Shown:
        with self._lock:
            now = self._now()
            return _shown(code, self._held(code, now), now)

    def follow(self, code: str) -> Shown:
        with self._lock:
            now = self._now()
            one = self._held(code, now)
            one.polled(now)
            return _shown(code, one, now)

    def end(self, code: str, key: str) -> None:
        with self._lock:
            now = self._now()
            self._led(code, key, now)
            self._drop(code, now)

    # --- within the lock -----------------------------------------------------------------------------------

    def _now(self) -> float:
        """The time; from time to time everything that is over by then is dropped."""
        now = self._clock()
        if now - self._swept >= SWEEP:
            self._swept = now
            for code in [code for code, one in self._open.items() if self._over(one, now)]:
                self._drop(code, now)
            while self._ended and now - next(iter(self._ended.values())) > self._limits.remembered:
                del self._ended[next(iter(self._ended))]
        return now

    def _over(self, one: _Class, now: float) -> bool:
        return now - one.heard > self._limits.absence or now - one.began > self._limits.longest

    def _drop(self, code: str, now: float) -> None:
        del self._open[code]
        self._ended[code] = now
        if len(self._ended) > 10 * self._limits.most:
            del self._ended[next(iter(self._ended))]

    def _held(self, code: str, now: float) -> _Class:
        one = self._open.get(code)
        if one and self._over(one, now):
            self._drop(code, now)
            one = None
        if one:
            return one
        raise (Ended if code in self._ended else Unknown)(code)

    def _led(self, code: str, key: str, now: float) -> _Class:
        one = self._held(code, now)
        if not secrets.compare_digest(one.key.encode(), key.encode()):
            raise WrongKey(code)
        one.heard = now
        return one

    def _make_room(self, now: float) -> None:
        while self._begun and now - self._begun[0] >= 60:
            self._begun.popleft()
        if len(self._begun) >= self._limits.most_new:
            raise Crowded(
                tr("{number} classes began within a minute").format(number=len(self._begun)),
                int(60 - (now - self._begun[0])) + 1,
            )
        if len(self._open) >= self._limits.most:
            raise Crowded(tr("{number} classes are open already").format(number=len(self._open)), 60)
        self._begun.append(now)


def _shown(code: str, one: _Class, now: float) -> Shown:
    return Shown(code, one.view, one.version, one.followers(now))
