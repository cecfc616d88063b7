"""A story as a value: its fields, its steps, and the line at which each of them stands in the file."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from dashboard.readability import grade


@dataclass(frozen=True)
class Prose:
    """Words for readers, as the author wrote them, with the name of their field and the line of their beginning.

    ``words`` has the line of each word where the field can go on over several lines; else the text has its line ends.
    """

    text: str
    line: int
    field: str
    words: tuple[int, ...] = ()

    def at(self, start: int) -> int:
        """The line of the character at a place in the text."""
        before = self.text[:start]
        if not self.words:
            return self.line + before.count("\n")
        inside = bool(before) and not before[-1].isspace()
        return self.words[min(len(before.split()) - inside, len(self.words) - 1)]


@dataclass(frozen=True)
class Step:
    """One step: text beside a view. ``number`` counts from 1; ``lines`` has the line of each field.

    ``words`` has the lines of the words of each field, and of each entry of one: see ``places``.
    ``harm`` says that its words tell of people harmed: gentle mode leaves them out of sight.
    ``rows`` are those of the accounts that it is about, by the names of FIELDS: they stand first.
    """

    number: int
    heading: str
    line: int
    text: str
    text_line: int
    view: str = ""
    ask: str = ""
    choices: tuple[str, ...] = ()
    reveal: str = ""
    hide: tuple[str, ...] = ()
    notes: str = ""
    expect: Mapping[str, str] = field(default_factory=dict)
    harm: bool = False
    rows: tuple[str, ...] = ()
    lines: Mapping[str, int] = field(default_factory=dict)
    words: Mapping[str, tuple[int, ...]] = field(default_factory=dict)

    def at(self, name: str) -> int:
        """The line of a field; that of the heading where the field is not there."""
        return self.lines.get(name, self.line)

    def prose(self) -> Iterator[Prose]:
        """Everything of the step that states something to readers. Choices are theirs to weigh, and state nothing."""
        yield Prose(self.heading, self.line, "heading")
        yield Prose(self.text, self.text_line, "text")
        for name in ("ask", "reveal", "notes"):
            yield Prose(getattr(self, name), self.at(name), name, self.words.get(name, ()))

    def guesses(self) -> Iterator[Prose]:
        """What a reader may choose as an answer: a number on its own is a guess, and states nothing."""
        for at, one in enumerate(self.choices):
            yield Prose(one, self.at("choices"), "choices", self.words.get(f"choices.{at}", ()))


@dataclass(frozen=True)
class Story:
    """One story: what a reader or a teacher wants to know beforehand, and the steps.

    ``gentle`` is the address of a task of equal value, for whoever does not want to read this one; ``sensitive``
    names what a teacher should have seen before a class does. ``worksheet`` is the address of the view that its
    worksheet and its exit ticket are made of.
    """

    slug: str
    title: str
    summary: str = ""
    audience: str = ""
    minutes: int = 0
    order: int = 0
    standards: tuple[str, ...] = ()
    content_note: str = ""
    sensitive: tuple[str, ...] = ()
    gentle: str = ""
    worksheet: str = ""
    steps: tuple[Step, ...] = ()
    lines: Mapping[str, int] = field(default_factory=dict)
    words: Mapping[str, tuple[int, ...]] = field(default_factory=dict)

    @property
    def file(self) -> str:
        """The file, as problems and the check name it."""
        return f"stories/{self.slug}.md"

    @property
    def address(self) -> str:
        """The path of the story on the site."""
        return f"/stories/{self.slug}"

    @property
    def reading_level(self) -> int:
        """The school year (US) in which what readers see of the steps is read with ease."""
        told = (prose.text for step in self.steps for prose in step.prose() if prose.field != "notes")
        return grade("\n".join(told))

    def at(self, name: str) -> int:
        """The line of a field of the front matter; the first where the field is not there."""
        return self.lines.get(name, 1)

    def prose(self) -> Iterator[Prose]:
        """Everything of the front matter that states something to readers."""
        for name in ("title", "summary", "content_note"):
            yield Prose(getattr(self, name), self.at(name), name, self.words.get(name, ()))
        for at, one in enumerate(self.sensitive):
            yield Prose(one, self.at("sensitive"), "sensitive", self.words.get(f"sensitive.{at}", ()))
