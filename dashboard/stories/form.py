"""A story's file read: front matter, then steps under headings of the second level; what is wrong, line by line."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.token import Token

from dashboard.errors import Problem, listed, shown
from dashboard.language import tr
from dashboard.stories import fields
from dashboard.stories.fields import Wrong
from dashboard.stories.places import places
from dashboard.stories.story import Step, Story

BLOCK = "step"
"""The info word of the fenced block with the fields of a step."""
_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_MARKDOWN = MarkdownIt("commonmark", {"html": False})
_FENCE = "---"


@dataclass(frozen=True)
class Part:
    """A step before its fields are read: heading, its line, and the tokens and the last line that belong to it."""

    heading: str
    line: int
    end: int
    tokens: Sequence[Token]


def read(name: str, content: bytes) -> tuple[Story, list[Problem]]:
    """The story of one file, as far as it can be read, and everything that is wrong with its form."""
    slug = name.removesuffix(".md")
    wrong: list[Wrong] = []
    if not _SLUG.fullmatch(slug):
        expected = tr("a name of small letters, digits and hyphens, such as one-night-at-tower-22.md")
        wrong.append(
            Wrong(1, "", tr("the file name {shown}").format(shown=shown(name)), expected, tr("Rename the file"))
        )
    try:
        text = content.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        broken = Wrong(line, "", tr("a byte that is not UTF-8"), tr("text in UTF-8"), tr("Save the file in UTF-8"))
        return Story(slug, slug), _problems(slug, [*wrong, broken])
    values, lines, body, of_front = _front(text)
    steps, of_steps = _steps(text.split("\n"), body)
    words = places("\n".join(text.split("\n")[1 : max(1, body - 1)]), 2)
    story = Story(slug, **{"title": slug, **values}, steps=tuple(steps), lines=lines, words=words)
    return story, _problems(slug, [*wrong, *of_front, *of_steps])


def _problems(slug: str, wrong: Sequence[Wrong]) -> list[Problem]:
    file = f"stories/{slug}.md"
    return [Problem("bad-story", file, one.line, one.name or None, one.found, one.expected, one.fix) for one in wrong]


# --- front matter ----------------------------------------------------------------------------------------


def _front(text: str) -> tuple[dict[str, Any], dict[str, int], int, list[Wrong]]:
    """The fields of the front matter, their lines, the number of lines before the body, and what is wrong."""
    lines = text.split("\n")
    ends = [at for at, line in enumerate(lines) if line.rstrip() == _FENCE]
    if len(ends) < 2 or ends[0] != 0:
        expected = tr("a first line {fence}, then {listed}, then a line {fence}").format(
            fence=_FENCE, listed=listed(fields.STORY_NEEDS)
        )
        return {}, {}, 0, [Wrong(1, "", tr("no front matter"), expected, tr("Begin the file with its fields"))]
    end = ends[1]
    values, at, wrong = fields.read("\n".join(lines[1:end]), 2, fields.STORY)
    return values, at, end + 1, [*wrong, *_missing(values, at, fields.STORY_NEEDS, fields.STORY, 1)]


def _missing(
    values: Mapping[str, Any], lines: Mapping[str, int], needed: Sequence[str], kinds: Mapping, line: int
) -> Iterator[Wrong]:
    for name in needed:
        if not values.get(name) and (name in values or name not in lines):
            yield Wrong(
                lines.get(name, line),
                name,
                tr("no {name}").format(name=name),
                kinds[name].right,
                tr("Add the field {name}").format(name=name),
            )


# --- steps -----------------------------------------------------------------------------------------------


def _steps(lines: list[str], skipped: int) -> tuple[list[Step], list[Wrong]]:
    """The steps of the body, which begins after ``skipped`` lines, and what is wrong with them."""
    blank = [""] * skipped  # so that the parser counts lines as the file does
    tokens = _MARKDOWN.parse("\n".join([*blank, *lines[skipped:]]))
    parts, wrong = _parts(tokens, len(lines))
    steps = []
    for number, part in enumerate(parts, start=1):
        step, found = _step(number, part, lines)
        steps.append(step)
        wrong += found
    if not steps:
        expected = tr(
            "a line ## HEADING for each step, then its fields between ```{block} and ```, then its text"
        ).format(block=BLOCK)
        wrong.append(Wrong(skipped + 1, "", tr("a story without steps"), expected, tr("Add a step")))
    return steps, wrong


def _parts(tokens: Sequence[Token], last: int) -> tuple[list[Part], list[Wrong]]:
    heads = [
        at for at, token in enumerate(tokens)
        if token.type == "heading_open" and token.tag == "h2" and not token.level
    ]  # fmt: skip
    wrong = [*_before(tokens, heads), *_too_large(tokens)]
    parts = []
    for at, after in pairwise([*heads, len(tokens)]):
        end = tokens[after].map[0] if after < len(tokens) else last
        parts.append(Part(tokens[at + 1].content, tokens[at].map[0] + 1, end, tokens[at + 3 : after]))
    return parts, wrong


def _before(tokens: Sequence[Token], heads: Sequence[int]) -> Iterator[Wrong]:
    """Text that belongs to no step."""
    if tokens and heads and heads[0] > 0:
        expected, fix = tr("a heading of the second level"), tr("Put the text under a step, or into the summary")
        yield Wrong(tokens[0].map[0] + 1, "", tr("text before the first step"), expected, fix)


def _too_large(tokens: Sequence[Token]) -> Iterator[Wrong]:
    for token in tokens:
        if token.type == "heading_open" and token.tag == "h1":
            fix = tr("Write the title into the front matter, and ## before the heading of a step")
            yield Wrong(
                token.map[0] + 1, "", tr("a heading of the first level"), "## before the heading of a step", fix
            )


def _step(number: int, part: Part, lines: list[str]) -> tuple[Step, list[Wrong]]:
    first = part.tokens[0] if part.tokens else None
    block = first if first and first.type == "fence" and first.info.strip() == BLOCK else None
    if not block:
        expected = tr("the fields of the step between a line ```{block} and a line ```").format(block=BLOCK)
        wrong = [
            Wrong(part.line, "", tr("a step without fields"), expected, tr("Add them under the heading, with the view"))
        ]
        body = part.line
        values, at, words = {}, {}, {}
    else:
        words = places(block.content, block.map[0] + 2)
        values, at, wrong = fields.read(block.content, block.map[0] + 2, fields.STEP)
        wrong += _missing(values, at, fields.STEP_NEEDS, fields.STEP, part.line)
        body = block.map[1]
    text = "\n".join(lines[body : part.end])
    step = Step(number, part.heading, part.line, text.rstrip(), body + 1, **values, lines=at, words=words)
    return step, [*wrong, *_asked(step, values)]


def _asked(step: Step, values: Mapping[str, Any]) -> Iterator[Wrong]:
    """A question goes with what it hides and reveals, and a step has words."""
    if not step.text.strip():
        yield Wrong(
            step.line, "text", tr("a step without text"), tr("text under the fields"), tr("Say what the view shows")
        )
    if not step.ask:
        for name in ("choices", "reveal", "hide"):
            if values.get(name):
                yield Wrong(
                    step.at(name),
                    name,
                    tr("{name} without a question").format(name=name),
                    tr("the field ask"),
                    tr("Add the question"),
                )
    elif not step.hide and not step.reveal:
        expected = tr("hide, reveal, or both")
        yield Wrong(
            step.at("ask"), "ask", tr("a question that nothing follows from"), expected, tr("Say what is to be hidden")
        )
