"""The count beside each value: how many incidents there are when that value alone is chosen."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.dataset import Dataset
from dashboard.selection import FILTERS, Selected, Selection, vocabulary
from tests.made_up import package


def chosen(selected: Selected, name: str, value: str) -> int:
    """How many incidents there are when this value alone is chosen for the filter."""
    return len(replace(selected.selection, **{name: (value,)}).apply(selected.dataset).incidents)


def assert_facets_are_counts(selected: Selected) -> None:
    for name, words in vocabulary(selected.dataset).items():
        counts = selected.facets[name]
        assert counts.keys() <= words.keys()
        assert {value: counts.get(value, 0) for value in words} == {
            value: chosen(selected, name, value) for value in words
        }


@pytest.mark.parametrize(
    "query",
    [
        "",
        "place=syria",
        "place=syria&place=iraq&weapon=rocket",
        "known_by=2023-11-14&said_by=iran-aligned-groups",
        "from=2023-11-09&to=2023-11-18&weapon=one-way-drone&weapon=not-stated",
        "corroboration=claimed&outlet=al-mayadeen",
        "corroboration=claimed&corroboration=reported&disputed=no&actor=us-forces",
        "q=drone&kind=attack",
        "kind=statement&known_by=2023-11-19",
        "disputed=yes",
    ],
)
def test_facets_of_the_default_package(default, query):
    assert_facets_are_counts(Selection.from_query(query).apply(default))


REPORTS = st.fixed_dictionaries(
    {
        "of": st.sampled_from(["20231108-asad-attack", "20231109-erbil-attack", "20231110-tanf-attack"]),
        "by": st.sampled_from(["a", "iri", "kataib-spokesman", "us-official", "centcom"]),
        "outlet": st.sampled_from(["a", "b", "centcom"]),
        "published": st.sampled_from(["2023-11-10", "2023-11-12", ""]),
        "date": st.sampled_from(["", "2023-11-08", "2023-11", "2023-11-11"]),
        "place": st.sampled_from(["", "asad", "iraq", "erbil"]),
        "actor": st.sampled_from(["", "kataib", "centcom"]),
        "weapon": st.sampled_from(["", "rocket", "rocket;missile"]),
    }
)
QUERIES = st.sampled_from(
    ["", "weapon=rocket", "place=iraq&party=not-stated", "known_by=2023-11-11", "from=2023-11-09&to=2023-11-30",
     "outlet=b&said_by=iri", "corroboration=reported&known_by=2023-11-10", "disputed=no&weapon=missile"]
)  # fmt: skip


@settings(max_examples=settings.default.max_examples // 2)
@given(st.lists(REPORTS, max_size=6), QUERIES, st.sampled_from(list(FILTERS)))
def test_facets_of_any_package(reports, query, name):
    selected = Selection.from_query(query).apply(package(*reports))
    counts = selected.facets[name]
    for value in vocabulary(selected.dataset)[name]:
        if value in counts or value in getattr(selected.selection, name):
            assert counts.get(value, 0) == chosen(selected, name, value)
    assert all(counts.values())


def told() -> Dataset:
    return package(
        {"weapon": "rocket;missile", "outlet": "a"},
        {"weapon": "rocket", "outlet": "b"},
        {"of": "20231109-erbil-attack", "weapon": "missile", "outlet": "a"},
        {"of": "20231110-iri-words", "by": "iri"},
        incidents={"20231110-iri-words": {"kind": "statement"}},
    )


def test_an_incident_counts_once_for_each_of_its_values():
    facets = Selection().apply(told()).facets
    assert facets["weapon"] == {"rocket": 1, "missile": 2, "not-stated": 1}
    assert facets["outlet"] == {"a": 3, "b": 1}


def test_a_filter_does_not_count_against_itself():
    facets = Selection.from_query("weapon=rocket").apply(told()).facets
    assert facets["weapon"] == {"rocket": 1, "missile": 2, "not-stated": 1}
    assert facets["outlet"] == {"a": 1, "b": 1}


def test_other_filters_count_within_one_report():
    assert Selection.from_query("outlet=b").apply(told()).facets["weapon"] == {"rocket": 1}


def test_what_has_no_level_counts_for_none():
    assert Selection().apply(told()).facets["corroboration"] == {"corroborated": 1, "reported": 1}
