"""The fields of a story and of a step: their names, their kinds, and how YAML is read with the lines it stands on."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import yaml

from dashboard.activities import standards
from dashboard.errors import listed, shown
from dashboard.language import tr
from dashboard.selection import HIDES


class Wrong(Exception):
    """Something that cannot be read: the line, the field, what was found, what is right, what to do."""

    def __init__(self, line: int, name: str, found: str, expected: str, fix: str) -> None:
        super().__init__(found)
        self.line, self.name, self.found, self.expected, self.fix = line, name, found, expected, fix


@dataclass(frozen=True)
class Kind:
    """One kind of field: how its value is read and what is right.

    Where it cannot be read there is a ValueError, with what was found if that is not the whole value.
    """

    read: Callable[[Any], Any]
    right: str


def _text(value: Any) -> str:
    if isinstance(value, list | dict):
        raise ValueError
    return " ".join(str(value).split())


def _long(value: Any) -> str:
    if isinstance(value, list | dict):
        raise ValueError
    return str(value).strip()


def _texts(value: Any) -> tuple[str, ...]:
    if not isinstance(value, list):
        raise ValueError
    return tuple(_text(one) for one in value)


def _number(value: Any) -> int:
    if not re.fullmatch("[1-9][0-9]{0,2}", str(value)):
        raise ValueError
    return int(value)


def _standards(value: Any) -> tuple[str, ...]:
    ids = _texts(value)
    if unknown := [one for one in ids if not standards.known(one)]:
        raise ValueError(", ".join(map(shown, unknown)))
    return ids


def _hide(value: Any) -> tuple[str, ...]:
    names = _texts(value)
    if set(names) - set(HIDES):
        raise ValueError
    return tuple(name for name in HIDES if name in names)


def _yes(value: Any) -> bool:
    if value not in ("yes", "no"):
        raise ValueError
    return value == "yes"


def _expect(value: Any) -> dict[str, str]:
    if not isinstance(value, dict):
        raise ValueError
    return {_text(name): _text(one) for name, one in value.items()}


TEXT = Kind(_text, tr("words on one line, in quotes where they begin with { or hold a colon and a blank"))
LONG = Kind(_long, tr("words; after a > they may go on over several indented lines"))
TEXTS = Kind(_texts, tr("a list, each entry on a line that begins with a dash and a blank"))
NUMBER = Kind(_number, tr("a whole number from 1 to 999"))
STANDARDS = Kind(
    _standards,
    tr("a list of ids of {frameworks}, such as RH.9-10.9 or D2.His.11.9-12").format(
        frameworks=listed(dict.fromkeys(standards.FRAMEWORKS.values()))
    ),
)
HIDE = Kind(_hide, tr("a list of {listed}").format(listed=listed(HIDES)))
YES = Kind(_yes, tr("yes or no"))
EXPECT = Kind(_expect, tr("lines such as origins: 2, each a placeholder without its braces and what it must give"))

STORY: Mapping[str, Kind] = {
    "title": TEXT, "summary": LONG, "audience": TEXT, "minutes": NUMBER, "order": NUMBER, "standards": STANDARDS,
    "content_note": LONG, "sensitive": TEXTS, "gentle": TEXT, "worksheet": TEXT,
}  # fmt: skip
STORY_NEEDS = ("title", "summary", "audience", "minutes")
STEP: Mapping[str, Kind] = {
    "view": TEXT, "ask": LONG, "choices": TEXTS, "reveal": LONG, "hide": HIDE, "expect": EXPECT, "notes": LONG,
    "harm": YES,
}  # fmt: skip
STEP_NEEDS = ("view",)


def read(text: str, first: int, kinds: Mapping[str, Kind]) -> tuple[dict[str, Any], dict[str, int], list[Wrong]]:
    """The fields of a block of YAML whose first line is the file's line ``first``: values, lines, what is wrong."""
    try:
        if any(isinstance(event, yaml.AliasEvent) for event in yaml.parse(text, Loader=yaml.BaseLoader)):
            raise yaml.YAMLError  # a few lines of aliases can stand for more text than memory holds
        node = yaml.compose(text, Loader=yaml.BaseLoader)
        data = yaml.load(text, Loader=yaml.BaseLoader)  # makes nothing but texts, lists and mappings
    except (yaml.YAMLError, RecursionError) as error:
        return {}, {}, [_unreadable(error, first)]
    if node is None:
        return {}, {}, []
    if not isinstance(data, dict):
        return (
            {},
            {},
            [
                Wrong(
                    first,
                    "",
                    tr("text without fields"),
                    tr("fields: {listed}").format(listed=listed(kinds)),
                    tr("Write one field a line"),
                )
            ],
        )
    lines = {key.value: first + key.start_mark.line for key, _ in node.value}
    wrong = list(_misfits(node, lines, kinds))
    values = {}
    for name in (name for name in data if name in kinds):
        try:
            values[name] = kinds[name].read(data[name])
        except ValueError as error:
            found = str(error) or shown(str(data[name]))
            wrong.append(Wrong(lines[name], name, found, kinds[name].right, tr("Correct the field")))
    return values, lines, wrong


def _unreadable(error: Exception, first: int) -> Wrong:
    mark = getattr(error, "problem_mark", None)
    why = getattr(error, "problem", None) or tr("it is not YAML")
    fix = tr("Put the value in quotes where it holds a colon, a hash or a brace, and indent lists and long text")
    return Wrong(
        first + (mark.line if mark else 0),
        "",
        tr("fields that cannot be read ({why})").format(why=why),
        tr("fields in YAML"),
        fix,
    )


def _misfits(node: yaml.MappingNode, lines: Mapping[str, int], kinds: Mapping[str, Kind]) -> Iterator[Wrong]:
    names = [key.value for key, _ in node.value]
    for name in dict.fromkeys(names):
        if name not in kinds:
            yield Wrong(
                lines[name],
                str(name),
                tr("the field {shown}").format(shown=shown(str(name))),
                tr("one of {listed}").format(listed=listed(kinds)),
                tr("Rename it"),
            )
        elif names.count(name) > 1:
            yield Wrong(
                lines[name],
                name,
                tr("{count} fields of this name").format(count=names.count(name)),
                tr("each once"),
                tr("Remove one"),
            )
