"""The selection in words: what was asked, and what is shown, with the numbers of the frames."""

import re

import pytest

from dashboard.selection import Selection
from dashboard.selection.describe import count
from tests.made_up import package

WEEK = {"by": "a", "date": "2023-11-08", "place": "asad", "weapon": "rocket"}
TOLD = package(
    WEEK,
    {"by": "iri", "actor": "iri", "date": "2023-11-08", "published": "2023-11-12"},
    WEEK | {"of": "20231101-erbil-attack", "date": "2023-11", "place": "erbil", "published": "2023-12-01"},
    WEEK | {"of": "20231020-tanf-attack", "date": "../2023-11-09", "place": "tanf", "published": "2023-12-01"},
)


@pytest.mark.parametrize(
    ("query", "phrase"),
    [
        ("", "All incidents"),
        ("lanes=party&rows=table&page=2", "All incidents"),
        ("place=asad", "Incidents placed at Ain al-Asad air base"),
        ("place=asad&place=erbil", "Incidents placed at Ain al-Asad air base or Arbīl"),
        ("place=not-stated", "Incidents with no place stated"),
        ("place=asad&place=not-stated", "Incidents placed at Ain al-Asad air base or with no place stated"),
        ("party=not-stated&weapon=not-stated", "Incidents attributed to nobody, with no weapon stated"),
        ("actor=iri", "Incidents naming Islamic Resistance in Iraq"),
        ("party=us-coalition", "Incidents attributed to US and coalition"),
        ("said_by=iri", "Incidents said by Islamic Resistance in Iraq"),
        ("said_by=us-coalition", "Incidents said by US and coalition (any speaker)"),
        ("weapon=rocket&kind=attack", "Incidents with rocket, said to be of kind attack"),
        ("outlet=b", "Incidents published by b"),
        ("corroboration=claimed&corroboration=reported", "Incidents standing as claimed or reported"),
        ("disputed=yes", "Incidents disputed"),
        ("disputed=no", "Incidents not disputed"),
        ("q=ain+asad", "Incidents matching “ain asad”"),
        ("from=2023-11-08", "All incidents, from 8 November 2023 on"),
        ("to=2023-11", "All incidents, until 30 November 2023"),
        ("from=2023-11&to=2023-11", "All incidents, 1–30 November 2023"),
        ("known_by=2023-11-14", "All incidents, as known by 14 November 2023"),
        (
            "place=asad&disputed=no&q=x&from=2023-11-08&to=2023-11-08&known_by=2023-11-14",
            "Incidents placed at Ain al-Asad air base, not disputed, matching “x”, 8 November 2023, "
            "as known by 14 November 2023",
        ),
    ],
)
def test_what_was_asked(query, phrase):
    assert Selection.from_query(query).apply(TOLD).description == phrase


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        ("", "4 reports of 3 incidents, 1–30 November 2023."),
        ("place=asad", "1 report of 1 incident placed at Ain al-Asad air base, 8 November 2023."),
        (
            "q=%25",
            "0 reports of 0 incidents matching “%”. What is searched for has no letter or digit: write one word or more.",
        ),
        ("place=tanf", "1 report of 1 incident placed at tanf, until 9 November 2023."),
        ("q=zzz", "0 reports of 0 incidents matching “zzz”."),
        ("known_by=2023-11-10", "1 report of 1 incident, 8 November 2023, as known by 10 November 2023."),
        (
            "from=2023-11-06&to=2023-11-12",
            "4 reports of 3 incidents (2 may not belong here, because a date is open), "
            "6–12 November 2023.",
        ),
        ("from=2024&known_by=2024", "0 reports of 0 incidents, from 1 January 2024 on, as known by 31 December 2024."),
        ("weapon=rocket&corroboration=corroborated", "1 report of 1 incident with rocket, standing as corroborated, "
         "8 November 2023."),
    ],
)  # fmt: skip
def test_what_is_shown(query, sentence):
    assert Selection.from_query(query).apply(TOLD).sentence == sentence


def test_an_event_that_goes_on_is_shown_up_to_the_day_it_is_known_by():
    told = package(
        {"date": "2023-11-08/..", "published": "2023-11-10"},
        {"of": "20231224-erbil-attack", "date": "2023-12-24", "published": "2023-12-25"},
    )
    assert Selection.from_query("known_by=2023-11-12").apply(told).sentence == (
        "1 report of 1 incident, 8–12 November 2023, as known by 12 November 2023."
    )


QUERIES = (
    "", "place=syria", "place=iraq", "place=not-stated", "actor=us-forces", "party=iran-aligned-groups",
    "party=not-stated", "said_by=media", "said_by=al-mayadeen", "weapon=one-way-drone", "weapon=not-stated",
    "kind=statement", "kind=attack&known_by=2023-11-14", "corroboration=claimed", "corroboration=reported",
    "disputed=no", "q=base", "from=2023-11-09&to=2023-11-18", "known_by=2023-11-19",
    "from=2024&kind=attack&said_by=iran-aligned-groups",
)  # fmt: skip


@pytest.mark.parametrize("query", QUERIES)
def test_the_sentence_counts_what_the_frames_hold(default, query):
    selected = Selection.from_query(query).apply(default)
    counts = selected.counts("incidents")
    reports, incidents, possible = len(selected.reports), len(selected.incidents), counts["possible"]
    sentence = selected.sentence
    told = re.match(r"([\d,]+) reports? of ([\d,]+) incidents?(?: \((\d+) may not belong here)?", sentence)
    assert told and [int(number or 0) for number in told.groups()] == [reports, incidents, possible]
    assert reports == selected.incidents["matching"].sum()
    words = selected.description.split(", ", 1)[0].removeprefix("All incidents").removeprefix("Incidents ")
    assert words in sentence
    assert sentence.endswith(".")


@pytest.mark.parametrize(
    ("number", "words"), [(0, "0 reports"), (1, "1 report"), (2, "2 reports"), (12345, "12,345 reports")]
)
def test_a_count_goes_with_its_noun(number, words):
    assert count(number, "{n} report", "{n} reports") == words
