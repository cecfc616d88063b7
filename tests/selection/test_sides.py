"""Two sides of one query: what both tell, what one alone tells, who had it first, what is picked and refused."""

from datetime import date
from functools import cache

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard import dataset
from dashboard.dataset import Dataset
from dashboard.errors import InvalidSelection
from dashboard.selection import FILTERS, SIDES, Selection, Sides, choices, sides, vocabulary
from tests.made_up import package
from tests.packages import TINY
from tests.three_articles import articles

HARIR, TANF = "20231109-erbil-drone", "20231110-tanf-rocket"
TOLD = package(
    {"outlet": "a", "by": "iri", "killed": "2", "published": "2023-11-10"},
    {"outlet": "b", "by": "centcom", "killed": "5", "published": "2023-11-13"},
    {"of": HARIR, "outlet": "a", "by": "iri", "published": "2023-11-11"},
    {"of": TANF, "outlet": "b", "by": "centcom", "published": "2023-11-12"},
    {"of": TANF, "outlet": "b", "by": "spokeswoman", "published": "2023-11-14"},
)


def pair(query: str, data: Dataset = TOLD) -> Sides | None:
    selection = Selection.from_query(query).checked(data)
    return sides(selection.filtering.apply(data), selection.by, selection.a, selection.b)


def refused(query: str, data: Dataset = TOLD) -> str:
    with pytest.raises(InvalidSelection) as caught:
        pair(query, data)
    return str(caught.value)


def told(both: Sides) -> dict[str, str]:
    return dict(zip(both.incidents["incident_id"], both.incidents["side"], strict=True))


INCIDENT = "20231108-asad-attack"


class TestOutlets:
    def test_each_incident_is_told_by_both_or_by_one(self):
        both = pair("a=a&b=b")
        assert told(both) == {INCIDENT: "both", HARIR: "a", TANF: "b"}
        assert both.counts == {"both": 1, "a": 1, "b": 1, "clash": 1}

    def test_who_had_it_first_and_by_how_many_days(self):
        (row,) = pair("a=a&b=b").told("both").to_dict("records")
        assert (row["ahead"], row["clashes"]) == (3, "killed")
        (swapped,) = pair("a=b&b=a").told("both").to_dict("records")
        assert swapped["ahead"] == -3

    def test_a_report_without_a_day_leaves_open_who_was_first(self):
        undated = package({"outlet": "a", "published": "2023-11-10"}, {"outlet": "b", "published": ""})
        (row,) = pair("a=a&b=b", undated).incidents.to_dict("records")
        assert row["side"] == "both"
        assert pd.isna(row["ahead"])
        assert "cannot be said" in pair("a=a&b=b", undated).lead

    def test_the_sentence(self):
        assert pair("a=a&b=b&known_by=2023-11-13").sentence == (
            "Of 3 incidents that either carries by 13 November 2023, 1 is in both, 1 only in a, 1 only in b; "
            "where both carry one, they cannot both be right in 1."
        )
        assert pair("a=a&b=b&known_by=2023-11-12").counts == {"both": 0, "a": 2, "b": 1, "clash": 0}

    def test_documents_are_counted_by_the_day_whatever_the_filters(self):
        both = pair("a=a&b=b&known_by=2023-11-12&place=erbil")
        assert (both.a.documents, both.b.documents) == (2, 1)
        assert "2 documents of a and 1 document of b" in both.coverage
        assert "may be a gap of this collection" in both.coverage

    def test_the_sides_take_the_place_of_the_filter_of_the_same_name(self):
        both = pair("outlet=c&a=a&b=b")
        assert both.replaced
        assert both.counts == pair("a=a&b=b").counts


class TestWhoAsserts:
    def test_parties_are_picked_and_a_party_can_stand_against_an_actor(self):
        both = pair("by=said_by")
        assert {both.a.key, both.b.key} == {"us-coalition", "iran-aligned-groups"}
        assert (both.a.chosen, both.b.chosen) == (False, False)
        assert told(pair("by=said_by&a=spokeswoman&b=iri")) == {INCIDENT: "b", HARIR: "b", TANF: "a"}

    def test_what_contains_the_chosen_side_is_not_picked(self):
        assert pair("by=said_by&a=spokeswoman").b.key == "iran-aligned-groups"


class TestDays:
    def test_what_was_added_and_what_stands_otherwise(self):
        both = pair("by=known_by&a=2023-11-11&b=2023-11-14")
        assert told(both) == {INCIDENT: "both", HARIR: "both", TANF: "b"}
        (changed,) = both.changed.to_dict("records")
        assert (changed["incident_id"], changed["disputed_a"], changed["disputed_b"]) == (INCIDENT, False, True)
        assert both.sentence == (
            "Of 3 incidents known by either day, 2 are known by both, 0 only by 11 November 2023, 1 only by "
            "14 November 2023; of those known by both, 1 stands otherwise on the later day, 1 of them newly disputed."
        )

    def test_the_day_asked_is_set_against_the_end(self):
        both = pair("by=known_by&known_by=2023-11-11")
        assert (both.a.key, both.b.key) == ("2023-11-11", "2023-11-14")

    def test_a_side_at_the_end_gets_an_earlier_one(self):
        assert pair("by=known_by&b=2023-11-14").a.key == "2023-11-12"
        assert pair("by=known_by&a=2023-11-14").b.key == "2023-11-12"


class TestPicking:
    def test_the_two_with_the_most_reports_in_the_selection(self):
        assert choices(Selection().apply(TOLD), "outlet") == (("b", 3), ("a", 2))
        both = pair("")
        assert (both.a.key, both.b.key) == ("b", "a")

    def test_the_filters_decide_what_can_be_picked(self):
        assert choices(Selection.from_query("place=erbil&said_by=iri").apply(TOLD), "outlet") == ()

    def test_one_outlet_alone_has_nothing_beside_it(self):
        assert pair("", package({"outlet": "a"})) is None
        assert pair("a=a", package({"outlet": "a"})) is None
        assert pair("by=known_by", package({"outlet": "a"})) is None

    def test_an_outlet_that_is_asked_for_may_have_nothing(self):
        assert pair("a=a&b=c").counts == {"both": 0, "a": 2, "b": 0, "clash": 0}


class TestRefusals:
    def test_both_the_same(self):
        assert "Both sides are 'a'. Two different sides to compare." in refused("a=a&b=a")

    def test_an_unknown_side_names_what_is_near(self):
        assert refused("a=spokeswomen") == ("a='spokeswomen' is not known as a side to compare. Near it: spokeswoman.")

    def test_a_side_of_another_kind(self):
        assert refused("a=iri").startswith("a='iri' is not an outlet in the data.")
        assert refused("by=said_by&a=2023-11-08").startswith("a='2023-11-08' is not an actor or a party in the data.")
        assert refused("by=known_by&b=a") == "b='a' is not a day. Write a day as 2023-11-08."

    @pytest.mark.parametrize("day", ["2023-11", "2023-02-30", "20231108", "2023-11-08T00:00"])
    def test_what_is_no_day(self, day: str):
        assert f"a={day!r}" in refused(f"by=known_by&a={day}")

    def test_another_way_to_compare(self):
        assert refused("by=weather") == "by='weather' is not known. Known values of by: known_by, outlet, said_by."


# --- what holds of every comparison ----------------------------------------------------------------------

DATA = {"tiny": lambda: loaded(), "articles": articles, "made up": lambda: TOLD}


@cache
def loaded() -> Dataset:
    return dataset.load(TINY)


@st.composite
def asked(draw: st.DrawFn) -> tuple[Dataset, Selection]:
    """A data set, and a comparison in it with some filters."""
    data = DATA[draw(st.sampled_from(sorted(DATA)))]()
    by = draw(st.sampled_from([by for by in sorted(SIDES) if len(vocabulary(data).get(by, "two")) > 1]))
    days = st.dates(date(2019, 3, 1), date(2024, 1, 31))
    keys = days.map(str) if by == "known_by" else st.sampled_from(sorted(vocabulary(data)[by]))
    a, b = draw(st.lists(keys, min_size=2, max_size=2, unique=True))
    return data, Selection(by=by, a=a, b=b, **narrowing(draw, data))


def narrowing(draw: st.DrawFn, data: Dataset) -> dict:
    name = draw(st.sampled_from(["", "kind", "place", "party", "corroboration"]))
    return {name: (draw(st.sampled_from(sorted(vocabulary(data)[name]))),)} if name else {}


def drawn(data: Dataset, selection: Selection) -> Sides:
    return sides(selection.filtering.apply(data), selection.by, selection.a, selection.b)


@settings(max_examples=60)
@given(asked())
def test_both_and_each_alone_are_all_that_either_tells_and_nothing_twice(case):
    both = drawn(*case)
    own = [set(side.selected.incidents["incident_id"]) for side in (both.a, both.b)]
    parts = {where: set(both.told(where)["incident_id"]) for where in ("both", "a", "b")}
    assert parts == {"both": own[0] & own[1], "a": own[0] - own[1], "b": own[1] - own[0]}
    assert both.incidents["incident_id"].is_unique
    assert sum(both.counts[where] for where in parts) == len(both.incidents)


@settings(max_examples=60)
@given(asked())
def test_swapping_the_sides_swaps_what_is_said_of_them(case):
    data, selection = case
    there = drawn(data, selection)
    back = drawn(data, Selection(**{**vars_of(selection), "a": selection.b, "b": selection.a}))
    swap = {"a": "b", "b": "a", "both": "both"}
    assert {key: swap[side] for key, side in told(there).items()} == told(back)
    assert there.counts["clash"] == back.counts["clash"]
    first, second = (side.incidents.set_index("incident_id")["ahead"].dropna() for side in (there, back))
    assert (-first).to_dict() == second.to_dict()


@settings(max_examples=60)
@given(asked(), st.sampled_from(sorted(FILTERS)), st.data())
def test_a_filter_in_common_takes_away_and_never_adds(case, name, more):
    data, selection = case
    if name == selection.by or getattr(selection, name):
        return
    value = more.draw(st.sampled_from(sorted(vocabulary(data)[name])))
    wide, narrow = drawn(data, selection), drawn(data, Selection(**{**vars_of(selection), name: (value,)}))
    assert set(told(narrow)) <= set(told(wide))


def vars_of(selection: Selection) -> dict:
    names = [field for field in selection.__dataclass_fields__]
    return {name: getattr(selection, name) for name in names}
