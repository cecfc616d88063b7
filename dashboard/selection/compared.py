"""A comparison in words: how much both sides tell, who had it first, and what an absence does not mean."""

import math
from datetime import date
from typing import TYPE_CHECKING

from dashboard.edtf import say_day
from dashboard.language import tr, trn
from dashboard.selection.describe import count

if TYPE_CHECKING:
    from dashboard.selection.sides import Sides


def sentence(sides: "Sides") -> str:
    """How many incidents both sides tell of, how many one alone, and in how many they cannot both be right."""
    return _SENTENCES[sides.by](sides)


def _carried(sides: "Sides") -> str:
    both, one, other, clash = _numbers(sides)
    return trn(
        "Of {total} that either carries by {day}, {both} is in both, {one} only in {a}, {other} only in {b}; where "
        "both carry one, they cannot both be right in {clash}.",
        "Of {total} that either carries by {day}, {both} are in both, {one} only in {a}, {other} only in {b}; where "
        "both carry one, they cannot both be right in {clash}.",
        sides.counts["both"],
    ).format(
        total=_total(sides),
        day=_day(sides),
        both=both,
        one=one,
        a=sides.a.name,
        other=other,
        b=sides.b.name,
        clash=clash,
    )


def _spoken(sides: "Sides") -> str:
    both, one, other, clash = _numbers(sides)
    return tr(
        "Of {total} that either speaks of by {day}, both speak of {both}, only {name} of {one}, "
        "only {name_2} of {other}; where both speak of one, they cannot both be right in {clash}."
    ).format(
        total=_total(sides),
        day=_day(sides),
        both=both,
        name=sides.a.name,
        one=one,
        name_2=sides.b.name,
        other=other,
        clash=clash,
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
    known = trn(
        "Of {total} known by either day, {both} is known by both, {one} only by {a}, {other} only by {b}",
        "Of {total} known by either day, {both} are known by both, {one} only by {a}, {other} only by {b}",
        counts["both"],
    ).format(
        total=_total(sides), both=f"{counts['both']:,}", one=f"{counts['a']:,}", a=sides.a.name,
        other=f"{counts['b']:,}", b=sides.b.name,
    )  # fmt: skip
    otherwise = trn(
        "of those known by both, {n} stands otherwise on the later day, {disputed} of them newly disputed.",
        "of those known by both, {n} stand otherwise on the later day, {disputed} of them newly disputed.",
        len(changed),
    ).format(n=f"{len(changed):,}", disputed=f"{disputed:,}")
    return f"{known}; {otherwise}"


_SENTENCES = {"outlet": _carried, "said_by": _spoken, "known_by": _known}


def _total(sides: "Sides") -> str:
    frame = sides.incidents
    possible = int((frame["certainty"] == "possible").sum())
    return count(len(frame), "{n} incident", "{n} incidents") + (
        tr(" ({possible} of them possibly)").format(possible=f"{possible:,}") if possible else ""
    )


def lead(sides: "Sides") -> str:
    """Who had what both tell of first; "" for two days, where both read the same reports."""
    shared = sides.told("both")["ahead"]
    if sides.by == "known_by" or shared.empty:
        return ""
    said = shared.dropna()
    unsaid = len(shared) - len(said)
    rest = tr(" For {unsaid} it cannot be said: a report has no day.").format(unsaid=f"{unsaid:,}") if unsaid else ""
    if said.empty:
        return rest.strip()
    first, second, same = (said > 0).sum(), (said < 0).sum(), (said == 0).sum()
    apart = said[said != 0].abs()
    halfway = (
        tr(" Whoever was first was so by {days} at the median.").format(days=_days(apart.median()))
        if len(apart)
        else ""
    )
    return tr(
        "Of what both tell, {name} had {first} first, {name_2} {second}, and {same} became known "
        "on the same day.{halfway}{rest}"
    ).format(
        name=sides.a.name,
        first=f"{first:,}",
        name_2=sides.b.name,
        second=f"{second:,}",
        same=f"{same:,}",
        halfway=halfway,
        rest=rest,
    )


def _days(number: float) -> str:
    return trn("{n} day", "{n} days", math.ceil(number)).format(n=f"{number:g}")


def coverage(sides: "Sides") -> str:
    """How many documents of each side are in the data, and what an absence here does not mean."""
    one, other = (count(side.documents, "{n} document", "{n} documents") for side in (sides.a, sides.b))
    if sides.by == "known_by":
        return tr(
            "By {name} this collection holds {one}, by {name_2} {other}. What appeared elsewhere, "
            "and was not collected, is on neither side."
        ).format(name=sides.a.name, one=one, name_2=sides.b.name, other=other)
    carried = tr("of") if sides.by == "outlet" else tr("with the words of")
    return tr(
        "This collection holds {one} {carried} {name} and {other} {carried} {name_2}. That a "
        "side does not tell of something here may be a gap of this collection: it does not say "
        "that this was not told."
    ).format(one=one, carried=carried, name=sides.a.name, other=other, name_2=sides.b.name)
