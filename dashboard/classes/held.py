"""What holds live classes: the operations that a store of any kind has, and what it refuses."""

from dataclasses import dataclass
from typing import Protocol

PERIOD = 0.8
"""Seconds between two polls of a page that follows, on average; the number of pages is told from it."""


@dataclass(frozen=True)
class Shown:
    """What a class is shown: an address of the site, how many there were, and about how many pages follow."""

    code: str
    view: str
    version: int
    followers: int


@dataclass(frozen=True)
class Opened:
    """A new class, with the key that only its teacher has."""

    shown: Shown
    key: str


class Refused(Exception):
    """Something that cannot be done with classes now."""


class NoClass(Refused):
    """No class has this code now."""


class Unknown(NoClass):
    """No class has this code, and none had it lately."""


class Ended(NoClass):
    """The class that had this code has ended."""


class WrongKey(Refused):
    """Only the teacher of a class changes it."""


class Crowded(Refused):
    """There are too many classes; ``wait`` is the number of seconds after which to try again."""

    def __init__(self, words: str, wait: int) -> None:
        super().__init__(words)
        self.wait = wait


class Classes(Protocol):
    """A store of classes; each operation is one step that others cannot come between.

    Codes are given as ``codes.plain`` writes them. All raise Unknown or Ended where no class has the code, and those
    with a key raise WrongKey.
    """

    def open(self, view: str) -> Opened:
        """Begin a class that is shown a view. Raises Crowded."""

    def show(self, code: str, key: str, view: str) -> Shown:
        """Show a class a view; its version changes with the view."""

    def lead(self, code: str, key: str) -> Shown:
        """What is shown, for the teacher, who is there."""

    def read(self, code: str) -> Shown:
        """What is shown."""

    def follow(self, code: str) -> Shown:
        """What is shown, for one of the pages that follow: only that there was one is counted."""

    def end(self, code: str, key: str) -> None:
        """End a class and forget what it was shown; that it ended is remembered for a while."""
