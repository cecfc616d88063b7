"""Which reports are one institution's statement on one day, however many outlets carry it."""

import pytest

from dashboard import derive
from tests.made_up import INCIDENT, package, standing


def origins(*reports: dict) -> int:
    return standing(package(*reports))["origins"]


@pytest.mark.parametrize(
    ("rule", "reports", "expected"),
    [
        ("one statement", [{"by": "iri", "said_on": "2023-11-09"}], 1),
        ("the same in two paragraphs", [{"by": "iri", "said_on": "2023-11-09"}] * 2, 1),
        ("two dated days", [{"by": "iri", "said_on": "2023-11-09"}, {"by": "iri", "said_on": "2023-11-10"}], 2),
        ("days that may be one", [{"by": "iri", "said_on": "2023-11-09"}, {"by": "iri", "said_on": "2023-11"}], 1),
        ("a guess and a day", [{"by": "iri", "said_on": "2023-11-09"}, {"by": "iri", "said_on": "2023-11-09~"}], 1),
        ("one dated, one not", [{"by": "iri", "said_on": "2023-11-09"}, {"by": "iri", "published": "2023-11-12"}], 1),
        ("neither dated, two documents", [{"by": "iri"}, {"by": "iri", "published": "2023-11-12"}], 1),
        ("dated after the other appeared", [{"by": "iri"}, {"by": "iri", "said_on": "2023-11-11"}], 2),
        ("an outlet's own words on two days", [{"by": "a"}, {"by": "a", "published": "2023-11-12"}], 2),
        ("own words, then a relay of them", [{"by": "a"}, {"by": "a", "outlet": "d", "via": "a",
                                                             "published": "2023-11-12"}], 1),
        ("an outlet and its correspondent", [{"by": "a"}, {"by": "a-correspondent"}], 1),
        ("an outlet and the source it quotes", [{"by": "a"}, {"by": "a-source"}], 1),
        ("a body and its official on one day", [{"by": "pentagon"}, {"by": "spokeswoman"}], 1),
        ("two bodies of one party", [{"by": "pentagon"}, {"by": "centcom"}], 2),
        ("an unnamed speaker in two outlets", [{"by": "local-source"}, {"by": "local-source", "outlet": "b"}], 1),
        ("two unnamed speakers in two outlets", [{"by": "a-source"}, {"by": "local-source", "outlet": "b"}], 2),
        ("nothing dated at all", [{"by": "iri", "published": ""}, {"by": "iri"}], 1),
        ("a denial is an origin too", [{"by": "iri"}, {"by": "centcom", "stance": "denies", "contests": "who"}], 2),
    ],
)  # fmt: skip
def test_an_origin_is_one_institution_on_one_day(rule, reports, expected):
    assert origins(*reports) == expected, rule


def test_three_vague_days_are_as_few_statements_as_explain_them():
    said = ["2023-11-01/2023-11-03", "2023-11-03/2023-11-06", "2023-11-06/2023-11-08"]
    assert origins(*[{"by": "iri", "said_on": days} for days in said]) == 2


@pytest.mark.parametrize("order", [(0, 1, 2), (2, 1, 0), (1, 0, 2)])
def test_the_order_of_the_file_changes_nothing(order):
    said = ["2023-11-01/2023-11-03", "2023-11-03/2023-11-06", "2023-11-06/2023-11-08"]
    assert origins(*[{"by": "iri", "said_on": said[place]} for place in order]) == 2


def test_a_report_says_whose_statement_it_is_and_of_which_day():
    told = package(
        {"by": "spokeswoman", "said_on": "2023-11-09"},
        {"by": "spokeswoman", "outlet": "b", "published": "2023-11-12"},
        {"by": "a-source"},
    )
    facts = derive.index(told).known(INCIDENT, None)
    assert [report.origin for report in facts] == [
        ("pentagon", "2023-11-09"),
        ("pentagon", "2023-11-09"),
        ("a", "2023-11-10"),
    ]
    assert [report.party for report in facts] == ["us-coalition", "us-coalition", "media"]


def test_voices_follow_from_what_was_known_on_the_day():
    told = package(
        {"by": "local-source"},
        {"by": "local-source", "outlet": "b", "published": "2023-11-20"},
    )
    index = derive.index(told)
    before = index.known(INCIDENT, index.end - 1)
    after = index.known(INCIDENT, index.end)
    assert [report.institution for report in before] == ["a"]
    assert [report.institution for report in after] == ["local-source", "local-source"]
    assert [report.institution for report in index.facts[INCIDENT]] == ["local-source", "local-source"]


def test_an_outlet_without_a_voice_of_its_own_is_an_institution_all_the_same():
    quotes = [{"by": "local-source", "outlet": "relay-1"}, {"by": "a-source", "outlet": "relay-2"}]
    stands = standing(package(*quotes))
    assert (stands["origins"], stands["corroboration"]) == (2, "corroborated")
