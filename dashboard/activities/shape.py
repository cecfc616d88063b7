"""What an activity is made of: cards to read, blanks and questions to answer, and the key with its rows."""

from dataclasses import dataclass

WORDS, ONE, SEVERAL = "words", "one", "several"
"""How a question is answered: in own words, with one of its choices, with any number of them."""


@dataclass(frozen=True)
class Card:
    """Something to read: ``key`` is its letter; ``lines`` are pairs of label ("" for none) and words.

    ``text`` is a summary or a title of the data, ``quote`` at most eight words of the document in ``language``.
    ``source`` says where it stands, ``href`` is the path of the page with everything about it. ``harm`` is true where
    its words tell of people harmed: gentle mode leaves them out of sight.
    """

    key: str
    text: str
    source: str
    href: str
    lines: tuple[tuple[str, str], ...] = ()
    quote: str = ""
    language: str = ""
    harm: bool = False


@dataclass(frozen=True)
class Question:
    """Something to answer, with its key.

    ``card`` is the card it is about, "" for all of them. ``choices`` is empty where the answer is in own words.
    ``answer`` holds one text, or every choice that is right; ``why`` is one or two sentences, and ``rows`` are
    the rows of the data that they come from, each as "table/id". ``harm`` is true of what asks about people harmed.
    """

    key: str
    text: str
    answer: tuple[str, ...]
    why: str
    rows: tuple[str, ...]
    card: str = ""
    choices: tuple[str, ...] = ()
    form: str = WORDS
    harm: bool = False


@dataclass(frozen=True)
class Activity:
    """One exercise, made by rule from a selection.

    ``about`` says what it is about, ``note`` what of the selection it does not follow, and ``rule`` how that was
    chosen. ``blanks`` are asked of one card each, ``questions`` of all. ``order`` is empty, or the keys of the cards in
    their right order, ties together. ``harm`` is true where ``about`` is a title that tells of people harmed.
    ``variant`` counts from 1 to ``candidates``. Where a selection offers none, ``missing`` says why and what
    would, and everything else that is made from rows is empty.
    """

    kind: str
    title: str
    prompt: str
    minutes: int
    standards: tuple[str, ...]
    reflection: str
    about: str = ""
    href: str = ""
    rule: str = ""
    cards: tuple[Card, ...] = ()
    blanks: tuple[Question, ...] = ()
    questions: tuple[Question, ...] = ()
    order: tuple[tuple[str, ...], ...] = ()
    variant: int = 0
    candidates: int = 0
    missing: str = ""
    note: str = ""
    harm: bool = False

    @property
    def asked(self) -> tuple[Question, ...]:
        """Every blank and every question."""
        return self.blanks + self.questions

    @property
    def rows(self) -> tuple[str, ...]:
        """Every row of the data that the key comes from, each once."""
        return tuple(dict.fromkeys(row for question in self.asked for row in question.rows))


@dataclass(frozen=True)
class Made:
    """What a kind makes of one candidate; the rest of an activity is the kind's own."""

    about: str
    cards: tuple[Card, ...]
    blanks: tuple[Question, ...] = ()
    questions: tuple[Question, ...] = ()
    order: tuple[tuple[str, ...], ...] = ()
    href: str = ""
    note: str = ""
    harm: bool = False
