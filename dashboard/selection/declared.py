"""The declared counts of two sides: for each measure, the latest that each side carries."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from dashboard.selection.sides import Side, Sides

Tally = Mapping[str, Any]


@dataclass(frozen=True)
class Latest:
    """The latest count of a side (a row of tallies; the greatest of its day) and how many counts it has in all."""

    tally: Tally
    number: int


@dataclass(frozen=True)
class Declared:
    """What the two sides declare of one measure; None where a side declares nothing of it.

    ``rose`` is by how much the count of the second side is greater, where both say the same thing twice: one
    speaker, one baseline, one area; None where they cannot be held against each other.
    """

    measure: str
    a: Latest | None
    b: Latest | None
    rose: int | None = None


def declared(sides: Sides) -> list[Declared]:
    """Return what both sides declare, measure by measure in the order of the data; of two days only what changed.

    Two outlets or speakers are compared by measure; two days by measure, speaker, baseline and area, because a
    count rises only against itself, and only from a day that is given. Parts of another count are left out.
    """
    keys = _SERIES if sides.by == "known_by" else _MEASURE
    first, second = (_latest(side, keys) for side in (sides.a, sides.b))
    order = {measure: at for at, measure in enumerate(sides.common.dataset.schema.categories("tallies", "measure"))}
    shared = sorted({*first} & {*second}, key=lambda key: (order.get(key[0], len(order)), key))
    rows = [_row(key, first[key], second[key], sides.by == "known_by") for key in shared]
    return [row for row in rows if row.rose != 0]


def alone(sides: Sides) -> tuple[int, int]:
    """How many declared counts only A carries, and how many only B."""
    first, second = ({*side.selected.tallies["tally_id"]} for side in (sides.a, sides.b))
    return len(first - second), len(second - first)


_MEASURE = ["measure"]
_SERIES = ["measure", "asserted_by", "since", "scope", "qualifier"]


def _latest(side: Side, keys: list[str]) -> dict[tuple[str, ...], Latest]:
    frame = side.selected.tallies
    whole = frame[(frame["part_of"] == "") & ((frame["since"] != "") | ("since" not in keys))]
    if whole.empty:
        return {}
    whole = whole.assign(number=pd.to_numeric(whole["value"])).sort_values(["first_day", "number"], kind="stable")
    groups = whole.groupby(keys, sort=False)
    return {key: Latest(rows.iloc[-1].to_dict(), len(rows)) for key, rows in groups}


def _row(key: tuple[str, ...], one: Latest, other: Latest, same: bool) -> Declared:
    rose = int(other.tally["value"]) - int(one.tally["value"]) if same else None
    return Declared(key[0], one, other, rose)
