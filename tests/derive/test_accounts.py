"""Who says what about one incident: an account per origin, and where accounts differ."""

import pytest

from dashboard import derive
from dashboard.derive import FIELDS, Comparison
from tests.made_up import INCIDENT, day, package

IRI = {"by": "iri", "actor": "iri", "said_on": "2023-11-09", "place": "asad", "weapon": "rocket"}


def compared(*reports: dict, on: str = "2024-12-31") -> Comparison:
    return derive.compare(derive.index(package(*reports)), INCIDENT, day(on))


def values(*reports: dict, name: str) -> list[str]:
    return [account.value(name) for account in compared(*reports).accounts]


class TestAccounts:
    def test_are_one_per_origin_with_every_report_that_carries_it(self):
        (account,) = compared(IRI, IRI | {"outlet": "b", "via": "a", "published": "2023-11-12", "said_on": ""}).accounts
        assert (account.institution, account.said) == ("iri", "2023-11-09")
        assert account.outlets == ("a", "b")
        assert [row["report_id"] for row in account.reports] == ["r1", "r2"]

    def test_are_in_the_order_in_which_they_became_known_undated_ones_last(self):
        found = compared({"by": "b", "outlet": "b", "published": ""}, {"by": "a", "published": "2023-11-12"}, IRI)
        assert [account.institution for account in found.accounts] == ["iri", "a", "b"]
        assert [account.undated for account in found.accounts] == [False, False, True]

    def test_are_those_known_by_the_day(self):
        reports = (IRI, {"by": "a", "published": "2023-11-12"})
        assert [len(compared(*reports, on=f"2023-11-{n}").accounts) for n in ("09", "10", "12")] == [0, 1, 2]

    def test_have_the_voices_of_the_day(self):
        quotes = ({"by": "local-source"}, {"by": "local-source", "outlet": "b", "published": "2023-11-20"})
        assert [account.institution for account in compared(*quotes, on="2023-11-19").accounts] == ["a"]
        assert [account.institution for account in compared(*quotes).accounts] == ["local-source"]

    def test_may_be_of_an_undated_report_of_an_event_after_the_end(self):
        late = {"published": "", "date": "2023-12-24"}
        told = package(late, {"of": "20231101-erbil-attack"})
        assert len(derive.compare(derive.index(told), INCIDENT, day("2023-11-10")).accounts) == 1

    def test_name_speakers_and_stances_once(self):
        official = IRI | {"by": "kataib-spokesman", "stance": "claims-responsibility"}
        (account,) = compared(official, official | {"by": "kataib", "stance": "reports"}).accounts
        assert account.speakers == ("kataib-spokesman", "kataib")
        assert account.stances == ("claims-responsibility", "reports")


@pytest.mark.parametrize(
    ("rule", "name", "cells", "words"),
    [
        ("a kind", "kind", {"kind": "other"}, "other incident"),
        ("the incident's kind", "kind", {}, "attack"),
        ("a day", "date", {"date": "2023-11-08"}, "8 November 2023"),
        ("a guess", "date", {"date": "2023-11-08~"}, "on or about 8 November 2023"),
        ("no day", "date", {}, "not stated"),
        ("a place", "place", {"place": "asad"}, "Ain al-Asad air base"),
        ("an actor", "actor", {"actor": "iri"}, "Islamic Resistance in Iraq"),
        ("against whom", "against", {"against": "centcom"}, "centcom"),
        ("a target", "target", {"target": "a runway"}, "a runway"),
        ("weapons", "weapon", {"weapon": "rocket;missile"}, "rocket, missile"),
        ("strikes", "strikes", {"strikes_min": 3, "strikes_max": 3, "strikes_unit": "attacks"}, "3 attacks"),
        ("strikes between", "strikes", {"strikes_min": 1, "strikes_max": 2, "strikes_unit": "munitions"},
         "1 to 2 munitions"),
        ("strikes open upwards", "strikes", {"strikes_min": 3, "strikes_unit": "unknown"},
         "at least 3 (unit not stated)"),
        ("one at least", "strikes", {"strikes_min": 1, "strikes_unit": "munitions"}, "at least 1 munition"),
        ("one at most", "strikes", {"strikes_max": 1, "strikes_unit": "attacks"}, "at most 1 attack"),
        ("strikes open downwards", "strikes", {"strikes_max": 4, "strikes_unit": "attacks"}, "at most 4 attacks"),
        ("strikes stated as none", "strikes", {"strikes_max": 0, "strikes_unit": "attacks"}, "none (stated)"),
        ("none killed", "killed", {"killed": 0}, "none (stated)"),
        ("killed", "killed", {"killed": 3, "killed_qualifier": "exactly"}, "3"),
        ("a floor", "injured", {"injured": 3, "injured_qualifier": "at-least"}, "at least 3"),
        ("not stated", "injured", {}, "not stated"),
        ("an outcome", "outcome", {"outcome": "No damage."}, "No damage."),
    ],
)  # fmt: skip
def test_a_field_is_told_in_words(rule, name, cells, words):
    assert values({"by": "a"} | cells, name=name) == [words], rule


@pytest.mark.parametrize(
    ("rule", "one", "other", "expected"),
    [
        ("neither states it", {}, {}, "silent"),
        ("one states it", {"place": "asad"}, {}, "same"),
        ("both state the same", {"place": "asad"}, {"place": "asad"}, "same"),
        ("one says more", {"place": "asad"}, {"place": "iraq"}, "differs"),
        ("both cannot hold", {"place": "asad"}, {"place": "tanf"}, "conflicts"),
    ],
)
def test_accounts_agree_or_not(rule, one, other, expected):
    found = compared({"by": "a"} | one, {"by": "b", "outlet": "b"} | other)
    assert found.agreement["place"] == expected, rule
    assert list(found.agreement) == list(FIELDS)


def test_weapons_differ_and_never_conflict():
    found = compared({"by": "a", "weapon": "rocket"}, {"by": "b", "outlet": "b", "weapon": "missile"})
    assert found.agreement["weapon"] == "differs"


def test_one_account_that_says_two_things_says_more_and_contradicts_nobody():
    found = compared(IRI, IRI | {"place": "anbar"})
    assert (len(found.accounts), found.agreement["place"]) == (1, "adds")
