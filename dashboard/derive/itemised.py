"""Declared counts held against the incidents that the data set itself can name."""

import math
from dataclasses import dataclass, field
from functools import lru_cache

import numpy as np
import pandas as pd

from dashboard import edtf
from dashboard.derive.index import NOT_STATED, Index
from dashboard.language import tr

UNTOLD = tr("Hidden until you answer.")
NO_BASELINE = tr("The source gives no start for this count, so no window can be itemised.")
NOT_ITEMISED = tr("Reports do not carry this measure incident by incident, so nothing can be itemised.")

Pair = tuple[np.ndarray, np.ndarray]
"""Flags of what certainly holds and of what possibly holds, which includes what certainly does."""
Span = tuple[int, int]
Rivals = tuple[np.ndarray, np.ndarray, np.ndarray]


@dataclass(frozen=True, eq=False)
class Itemised:
    """What the data set can name in a tally's window and scope.

    ``certain`` and ``possible`` are incident ids, ``sure`` and ``open`` their places among ``ids``. ``low`` and
    ``high`` bound the sum of what reports of the certain ones state, in the tally's unit (attacks or people);
    ``high`` is infinite where they give only a floor, and ``high_possible`` adds the possible ones. ``unstated``
    counts certain incidents for which a number that the tally counts is stated by no report: it adds nothing to
    either bound, and is not 0. ``reason`` says why nothing can be itemised, and is "" otherwise.
    """

    ids: np.ndarray = field(default_factory=lambda: np.array([], dtype=int))
    sure: np.ndarray = field(default_factory=lambda: np.array([], dtype=int))
    open: np.ndarray = field(default_factory=lambda: np.array([], dtype=int))
    low: float = 0
    high: float = 0
    high_possible: float = 0
    unstated: int = 0
    reason: str = ""
    unit: str = "incidents"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Itemised) and self._told() == other._told()

    def _told(self) -> tuple:
        sums = self.low, self.high, self.high_possible, self.unstated
        return self.certain, self.possible, sums, self.reason, self.unit

    @property
    def certain(self) -> tuple[str, ...]:
        """The incidents certainly counted."""
        return tuple(self.ids[self.sure])

    @property
    def possible(self) -> tuple[str, ...]:
        """The incidents possibly counted."""
        return tuple(self.ids[self.open])


def itemised(index: Index, tally: dict[str, str], known_by: int | None = None) -> Itemised:
    """Return what the data set can name for a tally, a row as a dict, as known by a day (None: in the end)."""
    rules = index.dataset.schema.categories("tallies", "measure").get(tally["measure"], {})
    if not rules.get("itemised"):
        return Itemised(reason=NOT_ITEMISED)
    if "accounts" in index.dataset.hidden:  # what is left of them would add up to less
        return Itemised(reason=UNTOLD)
    if not tally["since"]:
        return Itemised(reason=NO_BASELINE)
    day = index.end if known_by is None else min(known_by, index.end)
    certain, possible = _matches(index, day, tally)
    return _result(_numbers(index, day, rules["counts"]), certain, possible & ~certain, rules["counts"])


def _matches(index: Index, day: int, tally: dict[str, str]) -> Pair:
    parts = (
        _kinds(index, day, tally["measure"]),
        _scope(index, day, tally["scope"]),
        _within(_days(index, day), _rivals(index, day), *windows(index, tally)),
        _known(index, day),
    )
    sure, may = (np.logical_and.reduce(flags) for flags in zip(*parts, strict=True))
    counted_with_whole = _in_counted_whole(index, day, may)
    return sure & ~counted_with_whole, may & ~counted_with_whole


def _in_counted_whole(index: Index, day: int, counted: np.ndarray) -> np.ndarray:
    """Flags of incidents that somebody calls a part of another one which is counted too: the whole counts once."""
    whole = _wholes(index, day)
    return (whole >= 0) & counted[whole]


# What many tallies of one day share is read from the standings once: flags and numbers, one per incident.


@lru_cache(maxsize=32)
def _days(index: Index, day: int) -> Pair:
    standings = index.at(day)
    return standings["first_day"].to_numpy(), standings["last_day"].to_numpy()


@lru_cache(maxsize=32)
def _rivals(index: Index, day: int) -> Rivals:
    """The accounts known by a day that date an incident otherwise than it stands: its position, first and last day."""
    standings, told = index.at(day), index.reports
    position = np.full(len(index.incidents), -1)
    position[standings["incident"]] = np.arange(len(standings))
    told = told[(told["possible_day"] <= day) & told["asserts"] & told["dated"]]
    incidents = position[told["incident"]]
    firsts, lasts = (told[name].to_numpy() for name in ("first_day", "last_day"))
    starts, ends = (part[incidents] for part in _days(index, day))
    other = (incidents >= 0) & ((firsts != starts) | (lasts != ends))
    return incidents[other], firsts[other], lasts[other]


@lru_cache(maxsize=32)
def _known(index: Index, day: int) -> Pair:
    known = index.at(day)["certainly_known"].to_numpy()
    return known, np.ones_like(known)


@lru_cache(maxsize=32)
def _wholes(index: Index, day: int) -> np.ndarray:
    """For each incident the position of the one it is a part of; -1 where it is a part of none."""
    links = index.dataset["links"]
    parts = links[(links["relation"] == "part-of") & (links["to_incident"] != "")]
    whole = dict(zip(parts["from_incident"], parts["to_incident"], strict=True))
    ids = index.at(day)["incident_id"].tolist()
    position = {incident: place for place, incident in enumerate(ids)}
    return np.array([position.get(whole.get(incident, ""), -1) for incident in ids], dtype=int)


@lru_cache(maxsize=128)
def _numbers(index: Index, day: int, counts: str) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Ids, and the lowest and highest number stated for each part of what is counted; missing where none is."""
    standings, (_, names) = index.at(day), COUNTED[counts]
    low = standings[[f"{name}_low" for name in names]].to_numpy()
    high = standings[[f"{name}_high" for name in names]].to_numpy()
    return standings["incident_id"].to_numpy(), low, high


# --- window ----------------------------------------------------------------------------------------------


def windows(index: Index, tally: dict[str, str]) -> tuple[Span, Span]:
    """The days a tally surely covers, and those it may cover: since to until, else to the day it was said.

    They differ where the source leaves the start or the end open between several days. Of a count that
    nothing dates, no more is sure than the last possible day of its start.
    """
    since = edtf.parse(tally["since"])
    published = index.dataset.by_id["sources"][tally["source_id"]]["published"]
    text = tally["until"] or tally["said_on"] or published
    if not text:
        return (since.last_day, since.last_day), (since.first_day, index.end)
    until = edtf.parse(text)
    return (since.last_day, until.first_day), (since.first_day, until.last_day)


def _within(days: Pair, rivals: Rivals, sure: Span, widest: Span) -> Pair:
    """Flags of incidents: certain where no account has one on other days, possible where one has it in the window."""
    (starts, ends), (incidents, firsts, lasts) = days, rivals
    certain = (starts >= sure[0]) & (ends <= sure[1])
    possible = (starts <= widest[1]) & (ends >= widest[0])
    certain[incidents[(firsts > sure[1]) | (lasts < sure[0])]] = False
    possible[incidents[(firsts <= widest[1]) & (lasts >= widest[0])]] = True
    return certain, possible


# --- kind and scope --------------------------------------------------------------------------------------


@lru_cache(maxsize=128)
def _kinds(index: Index, day: int, measure: str) -> Pair:
    """Flags of the incidents of a measure: certain where a report names the party, possible where none does."""
    standings = index.at(day)
    rules = index.dataset.schema.categories("tallies", "measure")[measure]["itemised"]
    said = index.dataset.schema.flagged("incidents", "kind", "said")
    certain = possible = np.zeros(len(standings), dtype=bool)
    for rule in rules:
        kinds = ~standings["kind"].isin(said) if rule["kind"] == "*" else standings["kind"] == rule["kind"]
        kind = kinds.to_numpy(dtype=bool)
        column, party = ("against", rule["against"]) if "against" in rule else ("acting", rule["by"])
        named = _carries(standings[column], party)
        certain = certain | (kind & named)
        possible = possible | (kind & (named | _carries(standings[column], NOT_STATED)))
    return certain, possible


def _carries(padded: pd.Series, value: str) -> np.ndarray:
    texts = [text for text in padded.unique() if f";{value};" in text]
    return padded.isin(texts).to_numpy(dtype=bool)


@lru_cache(maxsize=256)
def _scope(index: Index, day: int, scope: str) -> Pair:
    """Flags of the incidents in a scope: possible where the place, or its country, is not stated."""
    standings = index.at(day)
    if not scope:
        return np.ones(len(standings), dtype=bool), np.ones(len(standings), dtype=bool)
    around = index.relations.around
    if scope in around:
        inside = {place for place, larger in around.items() if scope in larger}
        possible = {*inside, *around[scope], ""}
    else:
        asked, countries = set(scope.split(";")), _countries(index)
        inside = {place for place, named in countries.items() if named and named <= asked}
        possible = {place for place, named in countries.items() if not named or named & asked}
    places = standings["place_id"]
    return places.isin(inside).to_numpy(dtype=bool), places.isin(possible).to_numpy(dtype=bool)


def _countries(index: Index) -> dict[str, set[str]]:
    """The countries of each place; none for a place of which they are not stated, and for no place."""
    places = index.dataset.by_id["places"].items()
    return {"": set()} | {key: set(filter(None, row["countries"].split(";"))) for key, row in places}


# --- sums ------------------------------------------------------------------------------------------------

COUNTED = {
    "incidents": ("attacks", ["attacks"]),
    "killed": ("people", ["killed"]),
    "injured": ("people", ["injured"]),
    "killed+injured": ("people", ["killed", "injured"]),
}
"""What a measure adds up: its unit, and the numbers of the standings."""


def _result(
    numbers: tuple[np.ndarray, np.ndarray, np.ndarray], certain: np.ndarray, possible: np.ndarray, counts: str
) -> Itemised:
    (ids, low, high), sure, maybe = numbers, np.flatnonzero(certain), np.flatnonzero(possible)
    least, total = low[sure], _total(high[sure])
    return Itemised(
        ids=ids,
        sure=sure,
        open=maybe,
        low=_total(least),
        high=total,
        high_possible=total + _total(high[maybe]),
        unstated=int(np.isnan(least).any(axis=1).sum()),
        unit=COUNTED[counts][0],
    )


def _total(values: np.ndarray) -> float:
    """The sum of what is stated: a whole number, or infinity."""
    total = float(np.nansum(values))
    return total if math.isinf(total) else int(total)
