"""What can be read in the words of a declared count, and so be asked without standing labelled beside them."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from dashboard import edtf
from dashboard.activities import readable, tallied
from dashboard.selection.rows import Selected

Read = Callable[[Selected, Any, str], bool]


def asked(selected: Selected, pair: Sequence[Any], names: Iterable[str]) -> list[str]:
    """Of the names those that one count states at least, and that can be read in the words of each that does.

    Where the words of one hold several numbers, each of an area, these decide one another: the area is not asked.
    """
    found = [
        name
        for name in names
        if (told := [tally for tally in pair if stated(tally, name)])
        and all(read(selected, tally, name) for tally in told)
    ]
    return [name for name in found if not (name == "scope" and any(map(tallied.several, pair)))]


def stated(tally: Any, name: str) -> bool:
    """Whether a count states one of the things that are asked of counts; who says so and how many, each does."""
    return name in ("number", "who") or bool(getattr(tally, name))


def read(selected: Selected, tally: Any, name: str) -> bool:
    """Whether the summary and the quote of a count let a reader fill in one of the things that are asked."""
    english = selected.dataset.by_id["sources"][tally.source_id]["language"].startswith("en")
    text = f"{tally.summary} | {tally.quote}" if english else tally.summary
    return _READ[name](selected, tally, f" {readable.folded(text)} ")


def _number(selected: Selected, tally: Any, text: str) -> bool:
    label = selected.dataset.schema.label("tallies", "qualifier", tally.qualifier) if tally.qualifier else ""
    plain = tally.qualifier in ("", "exactly") or f" {readable.folded(label)} " in text
    return plain and readable.counted(tally.value, text)


def _day(name: str) -> Read:
    """A day of a month that the words name."""

    def rule(_: Selected, tally: Any, text: str) -> bool:
        told = edtf.parse(getattr(tally, name))
        if not (told.earliest and told.earliest == told.latest) or told.approximate:
            return False
        return readable.day_named(told.earliest, text)

    return rule


def _scope(selected: Selected, tally: Any, text: str) -> bool:
    places = selected.dataset.by_id["places"]
    countries = {row["countries"]: row for row in places.values() if row["precision"] == "country"}
    parts = [places.get(part) or countries.get(part, {}) for part in tally.scope.split(";")]
    return all(readable.named(part, text) for part in parts)


def _who(selected: Selected, tally: Any, text: str) -> bool:
    """Whether the words hold the name of who says so, or another of its names, whole."""
    actor = selected.dataset.by_id["actors"][tally.asserted_by]
    names = [actor["name"], *actor["aliases"].split(";")]
    return any(f" {readable.folded(name)} " in text for name in names if readable.folded(name))


_READ: Mapping[str, Read] = {
    "number": _number,
    "since": _day("since"),
    "until": _day("until"),
    "scope": _scope,
    "who": _who,
}
"""How each thing that is asked is looked for in words that are folded and set off by blanks."""
