"""Sentence, records, JSON, CSV and counts of one selection agree: whoever reads any of them reads the same numbers.

To hold another view to it, add its reader to ``READERS``: a function from a server and a query to a ``Shown``. What a
view does not tell is None there, and is not compared.
"""

import csv
import io
import json
import re
from collections.abc import Callable
from functools import cache
from typing import NamedTuple

import pytest

from dashboard import api, dataset, exporters, schema
from dashboard.dataset import Dataset
from dashboard.selection import Selection
from tests.packages import TINY


class Shown(NamedTuple):
    """How many reports and incidents a view shows, and how many of the incidents are only possible."""

    reports: int | None
    incidents: int | None
    possible: int | None


def selected(data: Dataset, query: str):
    return Selection.from_query(query).apply(data)


def sentence(data: Dataset, query: str) -> Shown:
    """The sentence, read as a person reads it."""
    text = selected(data, query).sentence
    found = re.match(r"([\d,]+) reports? of ([\d,]+) incidents?(?: \(([\d,]+) may not belong here)?", text)
    return Shown(*(int((number or "0").replace(",", "")) for number in found.groups()))


def counts(data: Dataset, query: str) -> Shown:
    """The counts that the selection itself gives."""
    shown = selected(data, query)
    incidents, reports = shown.counts("incidents"), shown.counts("reports")
    return Shown(sum(reports.values()), sum(incidents.values()), incidents["possible"])


def records(data: Dataset, query: str) -> Shown:
    """The records that a notebook reads; the reports counted as the incidents list them."""
    rows = exporters.records(selected(data, query), "incidents")
    possible = sum(row["certainty"] == "possible" for row in rows)
    return Shown(sum(len(row["report_ids"]) for row in rows), len(rows), possible)


def as_json(data: Dataset, query: str) -> Shown:
    """The JSON of the API: the rows, held against its own counts."""
    incidents, reports = (_answer(data, f"{table}.json?{query}").json for table in ("incidents", "reports"))
    assert sum(incidents["counts"].values()) == len(incidents["incidents"])
    assert sum(reports["counts"].values()) == len(reports["reports"])
    return Shown(len(reports["reports"]), len(incidents["incidents"]), incidents["counts"]["possible"])


def as_csv(data: Dataset, query: str) -> Shown:
    """The CSV of the API."""
    incidents, reports = (
        list(csv.DictReader(io.StringIO(_answer(data, f"{table}.csv?{query}").text)))
        for table in ("incidents", "reports")
    )
    return Shown(len(reports), len(incidents), sum(row["certainty"] == "possible" for row in incidents))


def described(data: Dataset, query: str) -> Shown:
    """The sentence that goes with the JSON of every table."""
    said = {_answer(data, f"{table}.json?{query}").json["describe"] for table in exporters.TABLES}
    assert said == {selected(data, query).sentence}
    return Shown(None, None, None)


READERS: tuple[Callable[[Dataset, str], Shown], ...] = (sentence, counts, records, as_json, as_csv, described)


@cache
def loaded(folder) -> Dataset:
    return dataset.load(folder)


@cache
def _client(data: Dataset):
    return api.server(data).test_client()


def _answer(data: Dataset, address: str):
    return _client(data).get(f"/api/v1/{address}")


TYPED = [
    # query to the tiny package: reports, incidents, of these possible; counted by hand from its files
    ("", Shown(18, 8, 0)),
    ("kind=attack", Shown(11, 4, 0)),
    ("kind=statement&kind=seizure", Shown(2, 2, 0)),
    ("weapon=rocket", Shown(4, 2, 0)),
    ("weapon=not-stated", Shown(3, 3, 0)),
    ("place=zelande", Shown(9, 3, 0)),
    ("place=open-strait", Shown(1, 1, 0)),
    ("outlet=guard-press", Shown(2, 2, 0)),
    ("said_by=guard", Shown(6, 4, 0)),
    ("disputed=yes", Shown(8, 3, 0)),
    ("known_by=2019-03-03", Shown(0, 0, 0)),
    ("known_by=2019-03-04", Shown(1, 1, 0)),
    ("known_by=2019-03-09", Shown(4, 2, 0)),
    ("known_by=2019-03-12", Shown(9, 4, 1)),
    ("from=2019-03-12&to=2019-03-12", Shown(3, 2, 1)),
    ("from=2019-03-16", Shown(7, 4, 2)),
    ("to=2019-03-16", Shown(14, 6, 2)),
    ("q=six+rockets", Shown(1, 1, 0)),
    ("q=no+such+words", Shown(0, 0, 0)),
    ("kind=attack&known_by=2019-03-10&place=ilot-zelande", Shown(4, 1, 0)),
]

DEFAULT = [
    "", "known_by=2023-11-11", "known_by=2023-11-19&kind=attack", "place=syria", "place=not-stated", "weapon=rocket",
    "party=iran-aligned-groups", "from=2023-11-09&to=2023-11-10", "to=2023-11-07", "q=drone", "kind=statement",
    "corroboration=claimed", "said_by=al-mayadeen", "outlet=al-mayadeen&disputed=no", "from=2024", "actor=us-forces",
]  # fmt: skip


@pytest.mark.parametrize("reader", READERS, ids=lambda reader: reader.__name__)
@pytest.mark.parametrize(("query", "shown"), TYPED)
def test_every_view_shows_what_was_counted_by_hand(reader, query, shown):
    assert reader(loaded(TINY), query) in (shown, Shown(None, None, None))


@pytest.mark.parametrize("query", DEFAULT)
def test_every_view_of_the_default_package_shows_the_same_numbers(query):
    told = {reader.__name__: reader(loaded(schema.DEFAULT), query) for reader in READERS}
    for part in Shown._fields:
        numbers = {name: getattr(shown, part) for name, shown in told.items() if getattr(shown, part) is not None}
        assert len(set(numbers.values())) == 1, f"{part}: {json.dumps(numbers)}"
