"""The frames of a selection: their rows agree, their columns stay, and what they come from does not change."""

import pandas as pd
import pytest

from dashboard import derive
from dashboard.selection import Selected, Selection
from tests.made_up import PLACES, package

FRAMES = ("incidents", "reports", "tallies", "sources", "places", "actors")
QUERIES = (
    "",
    "known_by=2023-11-14",
    "known_by=2023-01-01",
    "from=2023-11-09&to=2023-11-10",
    "place=syria&weapon=one-way-drone",
    "corroboration=claimed&disputed=no",
    "said_by=us-coalition",
    "q=drone+base",
    "q=zzz",
    "kind=statement&party=iran-aligned-groups&lanes=party&rows=table&page=2",
)


@pytest.mark.parametrize("query", QUERIES)
class TestDefaultPackage:
    def test_reports_and_incidents_are_about_one_another(self, default, query):
        selected = Selection.from_query(query).apply(default)
        matching = selected.reports.groupby("incident_id")["report_id"].size().to_dict()
        assert selected.incidents.set_index("incident_id")["matching"].to_dict() == matching
        named = [key for ids in selected.incidents["report_ids"] for key in ids.split(";")]
        assert sorted(named) == sorted(selected.reports["report_id"])

    def test_every_row_is_certain_or_possible(self, default, query):
        selected = Selection.from_query(query).apply(default)
        for name in FRAMES:
            assert sum(selected.counts(name).values()) == len(getattr(selected, name)), name

    def test_what_rows_refer_to_is_there(self, default, query):
        selected = Selection.from_query(query).apply(default)
        sources = {*selected.reports["source_id"], *selected.tallies["source_id"]}
        assert set(selected.sources["source_id"]) == sources
        assert {*selected.reports["place_id"], *selected.incidents["place_id"]} <= {
            "", *selected.places["place_id"],
        }  # fmt: skip
        people = {*selected.reports["asserted_by"], *selected.reports["attributed_to"], *selected.reports["against"]}
        assert people | set(selected.tallies["asserted_by"]) <= {"", *selected.actors["actor_id"]}

    def test_columns_and_types_are_the_same_with_and_without_rows(self, default, query):
        selected, whole = Selection.from_query(query).apply(default), Selection().apply(default)
        for name in FRAMES:
            frame, full = getattr(selected, name), getattr(whole, name)
            flags = [column for column in frame if column.startswith("m_")]
            plain = frame.drop(columns=flags)
            expected = full.drop(columns=[column for column in full if column.startswith("m_")])
            assert plain.dtypes.to_dict() == expected.dtypes.to_dict(), name

    def test_rows_are_numbered_from_0(self, default, query):
        selected = Selection.from_query(query).apply(default)
        for name in FRAMES:
            assert getattr(selected, name).index.equals(pd.RangeIndex(len(getattr(selected, name)))), name

    def test_nothing_that_others_share_is_changed(self, default, query):
        index = derive.index(default)
        shared = {"reports": index.reports, "tallies": index.tallies, "standings": index.standings, **default.tables}
        before = {name: frame.copy() for name, frame in shared.items()}
        everything(Selection.from_query(query).apply(default))
        for name, frame in shared.items():
            assert frame.equals(before[name]), name
        assert {name: list(frame) for name, frame in shared.items()} == {
            name: list(frame) for name, frame in before.items()
        }


def everything(selected: Selected) -> None:
    """Ask a selection for all it can say."""
    for name in (*FRAMES, "facets", "sentence", "description", "not_yet", "undated", "ignored"):
        getattr(selected, name)


def test_an_empty_package_can_be_selected_from():
    selected = Selection().apply(package())
    everything(selected)
    assert all(getattr(selected, name).empty for name in FRAMES)


def test_places_come_with_those_around_them():
    selected = Selection().apply(package({"place": "asad"}))
    assert selected.places["place_id"].tolist() == [key for key in PLACES if key in ("iraq", "anbar", "asad")]


def test_actors_come_with_the_bodies_they_belong_to():
    selected = Selection().apply(package({"by": "a-correspondent", "actor": "kataib-spokesman"}))
    assert set(selected.actors["actor_id"]) == {"a", "a-correspondent", "iri", "kataib", "kataib-spokesman"}


class TestTallies:
    told = package(
        {"by": "iri", "weapon": "rocket", "published": "2023-12-01"},
        tallies=(
            {"by": "pentagon", "said_on": "2023-11-14", "published": "2023-11-19", "summary": "Sixty of them."},
            {"by": "a", "published": "2023-11-11", "measure": "injured"},
            {"by": "us-official", "outlet": "b", "published": "", "said_on": ""},
            {"by": "iri", "outlet": "b", "published": "2023-11-15", "said_on": "2023-11-10/2023-11-14"},
        ),
    )

    def kept(self, query: str) -> dict[str, str]:
        frame = Selection.from_query(query).apply(self.told).tallies
        return dict(zip(frame["tally_id"], frame["certainty"], strict=True))

    @pytest.mark.parametrize(
        ("rule", "query", "expected"),
        [
            ("nothing asked", "", "t1 t2 t3 t4"),
            ("who asserts", "said_by=a", "t2"),
            ("a body that asserts", "said_by=pentagon", "t1 t3"),
            ("the party that asserts", "said_by=us-coalition", "t1 t3"),
            ("the outlet", "outlet=b", "t3 t4"),
            ("a word", "q=sixty", "t1"),
            ("a measure", "q=injured", "t2"),
            ("said within the window", "from=2023-11-13&to=2023-11-14", "t1 t3 t4"),
            ("not published within it", "from=2023-11-19&to=2023-11-20", "t3"),
            ("known by the day it was published", "known_by=2023-11-15", "t2 t3 t4"),
            ("what they do not obey", "weapon=missile&kind=attack&place=iraq&disputed=yes", "t1 t2 t3 t4"),
        ],
    )
    def test_obey(self, rule, query, expected):
        assert sorted(self.kept(query)) == expected.split(), rule

    def test_are_possible_where_the_day_is_open(self):
        certain = self.kept("from=2023-11-13&to=2023-11-14&known_by=2023-11-20")
        assert certain == {"t1": "certain", "t3": "possible", "t4": "possible"}
        assert set(self.kept("").values()) == {"certain"}
        assert self.kept("known_by=2023-11-20")["t3"] == "possible"

    @pytest.mark.parametrize(
        ("query", "ignored"),
        [
            ("", ()),
            ("from=2023-11-01&to=2023-11-30&known_by=2023-11-20&said_by=a&outlet=a&q=x&page=2&lanes=party", ()),
            ("weapon=rocket&outlet=a", ("weapon",)),
            ("place=iraq&actor=iri&party=not-stated&kind=attack&corroboration=claimed&disputed=no",
             ("place", "actor", "party", "kind", "corroboration", "disputed")),
        ],
    )  # fmt: skip
    def test_name_the_filters_that_they_do_not_obey(self, query, ignored):
        assert Selection.from_query(query).apply(self.told).ignored == ignored
