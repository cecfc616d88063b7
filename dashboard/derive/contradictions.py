"""Declared counts that cannot all hold: a total that falls, parts that do not add up, one day with two totals."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations

import pandas as pd

from dashboard import edtf
from dashboard.derive import numbers
from dashboard.derive.index import Index
from dashboard.derive.numbers import Range
from dashboard.language import tr

RULES = {
    "falls": tr("a running total is lower than one up to an earlier day of the same speaker, baseline and area"),
    "parts": tr("the parts given for a total add up to more than it"),
    "same-day": tr("two totals up to one day, of one baseline and area, differ"),
}
"""The rules, each in words."""


@dataclass(frozen=True)
class Contradiction:
    """Counts that cannot all hold: which rule they break, their ids in order, and the numbers in words."""

    rule: str
    tallies: tuple[str, ...]
    words: str


@lru_cache(maxsize=64)
def contradictions(index: Index, day: int | None = None) -> tuple[Contradiction, ...]:
    """Return every contradiction between the counts known by a day; inferences of a source, and
    counts that nothing dates, are left out."""
    frame = index.tallies
    told = ~frame["undated"] & (frame["possible_day"] <= (index.end if day is None else day))
    known = frame[told & (frame["derived_by"] == "")]
    totals = _covering(known[known["part_of"] == ""])
    return *_falls(totals), *_parts(known), *_same_day(totals)


def _covering(totals: pd.DataFrame) -> pd.DataFrame:
    """The totals with the first and the last day up to which they may count: until, else when they were said."""
    given = [edtf.parse(text) if text else None for text in totals["until"]]
    spans = zip(given, totals["first_day"], totals["last_day"], strict=True)
    ends = [(until.first_day, until.last_day) if until else (first, last) for until, first, last in spans]
    return totals.assign(end_first=[first for first, _ in ends], end_last=[last for _, last in ends])


def _allows(row: pd.Series) -> Range:
    return numbers.of(row["value"], row["qualifier"]) or Range(0, 0)


def _said(row: pd.Series) -> str:
    return f"{row['qualifier'].replace('-', ' ')} {row['value']}".strip()


def _falls(totals: pd.DataFrame) -> Iterator[Contradiction]:
    dated = totals[totals["since"] != ""].sort_values(["end_first", "first_day", "tally_id"])
    for _, group in dated.groupby(["asserted_by", "measure", "since", "scope"], sort=False):
        for (_, before), (_, after) in zip(group.iterrows(), group.iloc[1:].iterrows(), strict=False):
            if before["end_last"] < after["end_first"] and _allows(after).high < _allows(before).low:
                words = tr("{said}, and later {said_2}").format(said=_said(before), said_2=_said(after))
                yield Contradiction("falls", (before["tally_id"], after["tally_id"]), words)


def _parts(known: pd.DataFrame) -> Iterator[Contradiction]:
    whole = known.set_index("tally_id")
    for total, parts in known[known["part_of"] != ""].groupby("part_of", sort=False):
        if total not in whole.index:
            continue
        allowed = [_allows(row) for _, row in parts.iterrows()]
        together = Range(sum(part.low for part in allowed), sum(part.high for part in allowed))
        if together.low > _allows(whole.loc[total]).high:  # fewer may be named than there are
            words = tr("{names} are more than {said}").format(
                names=tr(" and ").join((_said(row) for _, row in parts.iterrows())), said=_said(whole.loc[total])
            )
            yield Contradiction("parts", (str(total), *parts["tally_id"]), words)


def _same_day(totals: pd.DataFrame) -> Iterator[Contradiction]:
    dated = totals[(totals["since"] != "") & (totals["end_first"] == totals["end_last"])]
    same = ["end_first", "measure", "since", "scope"]
    for _, group in dated[dated.duplicated(same, keep=False)].groupby(same, sort=True):
        distinct = group.drop_duplicates(["value", "qualifier"])
        for (_, one), (_, other) in combinations(distinct.iterrows(), 2):
            if not _allows(one).allows(_allows(other)):
                words = tr("{said}, and for the same day {said_2}").format(said=_said(one), said_2=_said(other))
                yield Contradiction("same-day", (one["tally_id"], other["tally_id"]), words)
