"""A comparison in words: how much both sides tell, who had it first, and what an absence does not mean."""

from datetime import date
from typing import TYPE_CHECKING

from dashboard.edtf import say_day
from dashboard.selection.describe import count

if TYPE_CHECKING:
    from dashboard.selection.sides import Sides


def sentence(sides: "Sides") -> str:
    """How many incidents both sides tell of, how many one alone, and in how many they cannot both be right."""
    return _SENTENCES[sides.by](sides)


def _carried(sides: "Sides") -> str:
    both, one, other, clash = _numbers(sides)
    return (
        f"Of {_total(sides)} that either carries by {_day(sides)}, {both} {_are(sides.counts['both'])} in both, {one} "
        f"only in {sides.a.name}, {other} only in {sides.b.name}; where both carry one, their accounts conflict in "
        f"{clash}."
    )


def _spoken(sides: "Sides") -> str:
    both, one, other, clash = _numbers(sides)
    return (
        f"Of {_total(sides)} that either speaks of by {_day(sides)}, both speak of {both}, only {sides.a.name} of "
        f"{one}, only {sides.b.name} of {other}; where both speak of one, their accounts conflict in {clash}."
    )


def _numbers(sides: "Sides") -> list[str]:
    return [f"{sides.counts[key]:,}" for key in ("both", "a", "b", "clash")]


def _day(sides: "Sides") -> str:
    return say_day(date.fromordinal(sides.common.day))


def _known(sides: "Sides") -> str:
    counts, changed = sides.counts, sides.changed
    letter = "a" if sides.later is sides.a else "b"
    early = "b" if letter == "a" else "a"
    disputed = int((changed[f"disputed_{letter}"] & ~changed[f"disputed_{early}"]).sum())
    return (
        f"Of {_total(sides)} known by either day, {counts['both']:,} {_are(counts['both'])} known by both, "
        f"{counts['a']:,} only by {sides.a.name}, {counts['b']:,} only by {sides.b.name}; of those known by both, "
        f"{len(changed):,} stand{'s' if len(changed) == 1 else ''} otherwise on the later day, "
        f"{disputed:,} of them newly disputed."
    )


_SENTENCES = {"outlet": _carried, "said_by": _spoken, "known_by": _known}


def _total(sides: "Sides") -> str:
    frame = sides.incidents
    possible = int((frame["certainty"] == "possible").sum())
    return count(len(frame), "incident") + (f" ({possible:,} of them possibly)" if possible else "")


def _are(number: int) -> str:
    return "is" if number == 1 else "are"


def lead(sides: "Sides") -> str:
    """Who had what both tell of first; "" for two days, where both read the same reports."""
    shared = sides.told("both")["ahead"]
    if sides.by == "known_by" or shared.empty:
        return ""
    said = shared.dropna()
    unsaid = len(shared) - len(said)
    rest = f" For {unsaid:,} it cannot be said: a report has no day." if unsaid else ""
    if said.empty:
        return rest.strip()
    first, second, same = (said > 0).sum(), (said < 0).sum(), (said == 0).sum()
    apart = said[said != 0].abs()
    halfway = f" Whoever was first was so by {_days(apart.median())} at the median." if len(apart) else ""
    return (
        f"Of what both tell, {sides.a.name} had {first:,} first, {sides.b.name} {second:,}, and {same:,} became known "
        f"on the same day.{halfway}{rest}"
    )


def _days(number: float) -> str:
    return f"{number:g} day{'' if number == 1 else 's'}"


def coverage(sides: "Sides") -> str:
    """How many documents of each side are in the data, and what an absence here does not mean."""
    one, other = (count(side.documents, "document") for side in (sides.a, sides.b))
    if sides.by == "known_by":
        return (
            f"By {sides.a.name} this collection holds {one}, by {sides.b.name} {other}. "
            "What appeared elsewhere, and was not collected, is on neither side."
        )
    carried = "of" if sides.by == "outlet" else "with the words of"
    return (
        f"This collection holds {one} {carried} {sides.a.name} and {other} {carried} {sides.b.name}. That a side does "
        "not tell of something here may be a gap of this collection: it does not say that this was not told."
    )
