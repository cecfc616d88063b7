"""Which incidents and reports each filter keeps; "and" between filters holds within one and the same report."""

import pytest

from dashboard.selection import FILTERS, Selection
from tests.made_up import INCIDENT, package

HARIR, TANF, DENIED, SAID = "20231109-erbil-drone", "20231110-tanf-rocket", "20231111-asad-other", "20231112-iri-words"

REPORTS = (
    {"by": "iri", "actor": "iri", "against": "centcom", "place": "asad", "weapon": "rocket"},
    {"by": "b", "outlet": "b", "actor": "kataib", "against": "us-official", "place": "anbar",
     "weapon": "one-way-drone"},
    {"of": HARIR, "by": "a-correspondent", "place": "erbil", "weapon": "one-way-drone;rocket",
     "summary": "Something flew low."},
    {"of": TANF, "by": "spokeswoman", "outlet": "centcom", "actor": "kataib-spokesman", "against": "centcom",
     "place": "tanf", "published": "2023-11-12"},
    {"of": TANF, "by": "kataib", "actor": "kataib", "published": "2023-11-12"},
    {"of": DENIED, "by": "centcom", "stance": "denies", "contests": "whether", "place": "asad", "kind": "other"},
    {"of": SAID, "by": "kataib-spokesman", "actor": "kataib", "kind": "statement"},
)  # fmt: skip
TOLD = package(*REPORTS, incidents={DENIED: {"kind": "other"}, SAID: {"kind": "statement"}})


def kept(query: str) -> list[str]:
    return Selection.from_query(query).apply(TOLD).incidents["incident_id"].tolist()


def reports(query: str) -> list[str]:
    return sorted(Selection.from_query(query).apply(TOLD).reports["report_id"])


@pytest.mark.parametrize(
    ("rule", "query", "expected"),
    [
        ("nothing asked", "", "r1 r2 r3 r4 r5 r6 r7"),
        ("a place", "place=erbil", "r3"),
        ("a larger place includes the smaller ones", "place=iraq", "r1 r2 r3 r6"),
        ("a smaller place does not include the larger one", "place=asad", "r1 r6"),
        ("one of two places", "place=erbil&place=tanf", "r3 r4"),
        ("no place stated", "place=not-stated", "r5 r7"),
        ("a place, or none stated", "place=erbil&place=not-stated", "r3 r5 r7"),
        ("whoever is named", "actor=centcom", "r1 r2 r4 r6"),
        ("a body includes its members", "actor=iri", "r1 r2 r4 r5 r7"),
        ("a member is not its body", "actor=kataib", "r2 r4 r5 r7"),
        ("the body of the body", "actor=pentagon", "r1 r2 r4 r6"),
        ("a party is who is said to have acted", "party=iran-aligned-groups", "r1 r2 r4 r5 r7"),
        ("not who asserts", "party=us-coalition", ""),
        ("nobody said to have acted", "party=not-stated", "r3 r6"),
        ("who asserts", "said_by=kataib", "r5 r7"),
        ("a body that asserts, through its members too", "said_by=iri", "r1 r5 r7"),
        ("an official's body", "said_by=pentagon", "r4 r6"),
        ("a party that asserts", "said_by=us-coalition", "r4 r6"),
        ("not who acted", "said_by=media", "r2 r3"),
        ("a correspondent's outlet", "said_by=a", "r3"),
        ("a weapon", "weapon=one-way-drone", "r2 r3"),
        ("one of a report's weapons", "weapon=rocket", "r1 r3"),
        ("no weapon stated", "weapon=not-stated", "r4 r5 r6 r7"),
        ("a kind", "kind=other", "r6"),
        ("a kind that the report leaves to the incident", "kind=attack", "r1 r2 r3 r4 r5"),
        ("an outlet that published it", "outlet=centcom", "r4"),
        ("one of two outlets", "outlet=centcom&outlet=b", "r2 r4"),
        ("two filters within one report", "outlet=b&weapon=one-way-drone", "r2"),
        ("two filters that no report satisfies alone", "outlet=a&place=tanf", ""),
        ("a level of the incident keeps all its reports", "corroboration=acknowledged", "r4 r5"),
        ("two levels", "corroboration=acknowledged&corroboration=reported", "r3 r4 r5"),
        ("disputed", "disputed=yes", "r6"),
        ("not disputed", "disputed=no", "r1 r2 r3 r4 r5 r7"),
        ("a level that no incident has", "corroboration=claimed", ""),
    ],
)
def test_filter(rule, query, expected):
    assert reports(query) == expected.split(), rule


def test_what_one_outlet_says_is_not_mixed_with_what_another_says():
    told = package({"outlet": "a", "weapon": "rocket"}, {"outlet": "b", "weapon": "one-way-drone"})
    for query in ("outlet=a&weapon=one-way-drone", "outlet=b&weapon=rocket"):
        assert Selection.from_query(query).apply(told).incidents.empty
    for query in ("outlet=a&weapon=rocket", "outlet=b&weapon=one-way-drone"):
        assert Selection.from_query(query).apply(told).incidents["incident_id"].tolist() == [INCIDENT]


def test_a_filter_keeps_some_reports_and_corroboration_uses_all():
    (row,) = Selection.from_query("outlet=b").apply(TOLD).incidents.to_dict("records")
    assert (row["corroboration"], row["reports"], row["outlets"], row["origins"]) == ("corroborated", 2, 2, 2)
    assert (row["matching"], row["report_ids"]) == (1, "r2")


def test_a_level_is_that_of_the_known_by_day():
    query = "corroboration=acknowledged"
    assert kept(query) == [TANF]
    assert kept(f"{query}&known_by=2023-11-11") == []


@pytest.mark.parametrize("name", list(FILTERS))
def test_every_filter_has_words_for_every_value_and_for_people(name):
    item = FILTERS[name]
    assert item.label and item.help.endswith(".") and item.phrase
    assert all(words for words in item.known(TOLD).values())


class TestSearch:
    @pytest.mark.parametrize(
        ("rule", "q", "expected"),
        [
            ("a title", "title of 20231110", "r4 r5"),
            ("a summary", "flew low", "r3"),
            ("the name of a place, of the report or of its incident", "Ain al-Asad", "r1 r2 r6"),
            ("without case", "AIN AL-ASAD", "r1 r2 r6"),
            ("without punctuation", "ain al asad", "r1 r2 r6"),
            ("an alias of a place", "ayn assad", "r1 r2 r6"),
            ("without diacritics", "arbil hewler", "r3"),
            ("with diacritics that the name has not", "Érbil", "r3"),
            ("the name of an actor", "Kata'ib Hezbollah", "r2 r5 r7"),
            ("another apostrophe", "kata’ib hezbollah", "r2 r5 r7"),
            ("an alias of an actor", "IRI", "r1 r7"),
            ("a part of a word", "resist", "r1"),
            ("all the words, in any order", "base rocket", ""),
            ("words of two fields", "resistance asad", "r1"),
            ("words of two reports", "erbil kataib", ""),
            ("a place around the place", "iraq", "r1 r2 r3 r6"),
            ("nothing but punctuation", "?!", ""),
        ],
    )
    def test_q(self, rule, q, expected):
        assert reports(f"q={q.replace('+', '%2B')}") == expected.split(), rule
