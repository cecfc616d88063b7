"""Notes of the editor: with everything known in every page and export, before that in none."""

import io
import zipfile

import pytest

from dashboard import errors, exporters
from dashboard.components import accounts, outlets
from dashboard.dataset import Dataset
from dashboard.errors import InvalidSelection
from dashboard.exporters import records
from dashboard.selection import Selection
from dashboard.selection.hindsight import NOTED, noted
from tests.components.tree import words

REMARK = "Found in May to have been staged."
EARLY, LATE = "known_by=2019-03-18", "known_by=2019-04-02"


@pytest.fixture
def remarked(package_copy) -> Dataset:
    """The tiny package with the same note on an incident and on a document of it."""
    package_copy.damaged("incidents", 2, "note", REMARK).damaged("sources", 2, "note", REMARK)
    return package_copy.loaded()


def _page(data: Dataset, query: str) -> str:
    selection = Selection.from_query(f"incident={_incident(data)}&{query}")
    return words(accounts.body(selection, selection.filtering.apply(data)))


def _incident(data: Dataset) -> str:
    return data["incidents"]["incident_id"].iloc[0]


def _outlet(data: Dataset, query: str) -> str:
    outlet = data["sources"]["outlet_id"].iloc[0]
    selected = Selection.from_query(f"outlet={outlet}&{query}").apply(data)
    return words(outlets.profile(outlet, selected, Selection.from_query(query).apply(data)))


def _export(data: Dataset, query: str) -> str:
    selected = Selection.from_query(query).apply(data)
    return str([records(selected, table) for table in exporters.TABLES])


def _package(data: Dataset, query: str) -> str:
    held = zipfile.ZipFile(io.BytesIO(exporters.package(Selection.from_query(query).apply(data))))
    return "".join(held.read(name).decode() for name in held.namelist() if name.endswith(".csv"))


@pytest.mark.parametrize("shown", [_page, _outlet, _export, _package])
def test_a_note_is_told_with_everything_known_and_not_before(remarked: Dataset, shown):
    assert REMARK in shown(remarked, "")
    assert REMARK in shown(remarked, LATE)
    assert REMARK not in shown(remarked, EARLY)
    assert shown(remarked, EARLY)


def test_a_package_as_of_a_day_keeps_who_and_where(remarked: Dataset):
    selected = Selection.from_query(EARLY).apply(remarked)
    assert [noted(selected, table) for table in (*NOTED, "outlets")] == [False, False, False, True]
    held = zipfile.ZipFile(io.BytesIO(exporters.package(selected)))
    names = {row["note"] for row in remarked.by_id["outlets"].values() if row["note"]}
    told = held.read("outlets.csv").decode()
    assert all(name in told for name in names)


@pytest.mark.parametrize("name", ["tally", "incident", "place", "actor", "said_by", "outlet", "a"])
def test_a_refusal_lists_only_what_was_known_by_the_day(tiny: Dataset, name: str, monkeypatch):
    monkeypatch.setattr(errors, "FEW", 1000)

    def listed(query: str) -> set[str]:
        with pytest.raises(InvalidSelection) as refused:
            Selection.from_query(f"{name}=qqqq{query}").checked(tiny)
        [problem] = refused.value.problems
        return set(filter(None, problem.expected.partition(": ")[2].split(", ")))

    selected = Selection.from_query("known_by=2019-03-05").apply(tiny)
    assert listed("&known_by=2019-03-05") < listed("") == listed(f"&{LATE}")
    known = {
        "tally": selected.tallies["tally_id"],
        "incident": selected.incidents["incident_id"],
        "outlet": selected.reports["outlet_id"],
    }
    if name in known:
        assert listed("&known_by=2019-03-05") == set(known[name])
