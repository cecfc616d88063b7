"""How one name of a query string is read, written and refused."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from typing import Any
from urllib.parse import parse_qsl

from dashboard import edtf
from dashboard.errors import InvalidSelection, Problem, nearest
from dashboard.language import tr

MOST_FIELDS = 500
"""How many name=value pairs a query may hold."""


def values_of(query: str) -> dict[str, list[str]]:
    """The values of each name as the query repeats them; a name without a value is given all the same."""
    try:
        named = parse_qsl(query.removeprefix("?"), keep_blank_values=True, max_num_fields=MOST_FIELDS)
    except ValueError:
        expected = tr("At most {most_fields} of them").format(most_fields=MOST_FIELDS)
        raise InvalidSelection(
            [Problem("bad-query", "query", None, None, tr("Too many filters"), expected, tr("Ask for less at once"))]
        ) from None
    given: dict[str, list[str]] = {}
    for name, value in named:
        given.setdefault(name, []).append(value.strip())
    return given


class Wrong(Exception):
    """A value that cannot be read, with what is wrong with it."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(str(problem))
        self.problem = problem


@dataclass(frozen=True)
class Parameter:
    """One name in the query string: the field it fills, how it is read, how it is written, and its help."""

    field: str
    read: Callable[[str, list[str]], Any]
    write: Callable[[Any], Iterable[str]]
    help: str
    many: bool = False


def bad(name: str, found: str, expected: str) -> Problem:
    """A value that cannot be read."""
    return Problem("bad-query", "query", None, name, found, expected, tr("Correct the address"))


def not_known(name: str, value: str, known: Iterable[str]) -> Problem:
    """A value that the data does not have, with those near it that it has; a known-by day may leave none to name."""
    names = nearest(value, known)
    expected = (
        tr("Known values of {name}: {listed}").format(name=name, listed=names)
        if names
        else tr("No value of {name} is known here").format(name=name)
    )
    return Problem(
        "unknown-value",
        "query",
        None,
        name,
        tr("{name}={value} is not in the data").format(name=name, value=repr(value)),
        expected,
        tr("Choose one"),
    )


def not_a_side(name: str, value: str, known: Mapping[str, str], of: str = tr("known as a side to compare")) -> Problem:
    """What is wrong with a side, with the ids whose spelling or name is near it."""
    names = {words.lower(): key for key, words in known.items()} | {key: key for key in known}
    near = dict.fromkeys(names[found] for found in get_close_matches(value.lower(), names, n=5))
    expected = (
        tr("Near it: {near}").format(near=", ".join(near))
        if near
        else tr("Known values of {name}: {listed}").format(name=name, listed=nearest(value, known))
    )
    if not known:
        expected = tr("Write a day as 2023-11-08")
    return Problem(
        "unknown-value",
        "query",
        None,
        name,
        tr("{name}={value} is not {of}").format(name=name, value=repr(value), of=of),
        expected,
        tr("Choose one"),
    )


def read_one(name: str, values: list[str]) -> str:
    """The one value given. Raises Wrong for several."""
    if len(set(values)) > 1:
        raise Wrong(
            bad(name, tr("{name} is given {number} times").format(name=name, number=len(values)), tr("Write it once"))
        )
    return values[0] if values else ""


def read_day(last: bool) -> Callable[[str, list[str]], date | None]:
    """One day; a month or a year stands for its first day, or for its ``last``."""

    def read(name: str, values: list[str]) -> date | None:
        text = read_one(name, values)
        try:
            value = edtf.parse(text) if text else None
        except edtf.BadDate:
            value = None
        if text and not (value and _is_plain(value)):
            raise Wrong(
                bad(
                    name,
                    tr("{name}={text} is not a day").format(name=name, text=repr(text)),
                    tr("Write it as 2023-11-08"),
                )
            )
        return value and (value.latest if last else value.earliest)

    return read


def _is_plain(value: edtf.Edtf) -> bool:
    """True for a day, a month or a year that nothing qualifies."""
    return value.form in ("day", "month", "year") and not value.approximate and not value.uncertain


def read_many(name: str, values: list[str]) -> tuple[str, ...]:
    """Several values, each once and in order."""
    return tuple(sorted(set(values)))


def read_choice(choices: Sequence[str], default: str) -> Callable[[str, list[str]], str]:
    """One of these choices."""

    def read(name: str, values: list[str]) -> str:
        value = read_one(name, values) or default
        if value not in choices:
            raise Wrong(
                bad(
                    name,
                    tr("{name}={value} is not known").format(name=name, value=repr(value)),
                    tr("Known values of {name}: {listed}").format(
                        name=name, listed=nearest(value, filter(None, choices))
                    ),
                )
            )
        return value

    return read


def read_known(choices: Sequence[str]) -> Callable[[str, list[str]], tuple[str, ...]]:
    """Several of these choices."""
    choice = read_choice(choices, "")
    return lambda name, values: read_many(name, [choice(name, [value]) for value in values])


def read_size(sizes: Sequence[int], default: int) -> Callable[[str, list[str]], int]:
    """One of these sizes."""
    choice = read_choice([str(size) for size in sizes], str(default))
    return lambda name, values: int(choice(name, values))


def read_flag(name: str, values: list[str]) -> bool | None:
    """yes or no; None where it is not asked."""
    return read_choice(("yes", "no"), "yes")(name, values) == "yes" if values else None


def read_number(wrong: str) -> Callable[[str, list[str]], int]:
    """The number of something, from 1; ``wrong`` says of a {name} and a {value} that they are none."""

    def read(name: str, values: list[str]) -> int:
        value = read_one(name, values) or "1"
        if not re.fullmatch("[1-9][0-9]{0,6}", value):
            found = wrong.format(name=name, value=repr(value))
            raise Wrong(bad(name, found, tr("Write a whole number from 1")))
        return int(value)

    return read


read_page = read_number(tr("{name}={value} is not a page"))
read_example = read_number(tr("{name}={value} is not the number of an example"))
read_step = read_number(tr("{name}={value} is not the number of a step"))


def read_steps(name: str, values: list[str]) -> tuple[str, ...]:
    """Numbers of steps, from 1, each once and in the order of their letters."""
    for value in values:
        read_step(name, [value])
    return read_many(name, values)


def read_digest(name: str, values: list[str]) -> str:
    """The hash of a version of the data."""
    value = read_one(name, values)
    if not re.fullmatch("([0-9a-f]{12})?", value):
        expected = tr("Write the twelve letters and digits of a version of the data, as citations have them")
        raise Wrong(
            bad(
                name,
                tr("{name}={value} is not the hash of a version of the data").format(name=name, value=repr(value)),
                expected,
            )
        )
    return value


def read_text(name: str, values: list[str]) -> str:
    """Words, the blanks between them run together."""
    return " ".join(" ".join(values).split())


def write_day(value: date | None) -> Iterable[str]:
    """A day as a query writes it."""
    return [value.isoformat()] if value else []


def write_flag(value: bool | None) -> Iterable[str]:
    """yes or no."""
    return [] if value is None else ["yes" if value else "no"]


def unless(default: Any) -> Callable[[Any], Iterable[str]]:
    """The value as text, unless it is what holds when nothing is asked."""
    return lambda value: [] if value == default else [str(value)]
