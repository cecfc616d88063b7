"""When accounts cannot both hold, and when they only look different."""

import pytest

from tests.made_up import package, standing

A, B = {"by": "a", "outlet": "a"}, {"by": "b", "outlet": "b"}


def conflicts(*reports: dict) -> str:
    return standing(package(*reports))["conflicts"]


def between(column: str, one: object, other: object, **both: object) -> str:
    return conflicts(A | both | {column: one}, B | both | {column: other})


@pytest.mark.parametrize(
    ("rule", "one", "other", "expected"),
    [
        ("one day", "2023-11-08", "2023-11-08", ""),
        ("two days", "2023-11-08", "2023-11-09", "date"),
        ("two uncertain days", "2023-11-08?", "2023-11-09?", "date"),
        ("a guess reaches the next day", "2023-11-08~", "2023-11-09", ""),
        ("and the day before", "2023-11-08", "2023-11-09~", ""),
        ("but no further", "2023-11-08~", "2023-11-10", "date"),
        ("two guesses reach no further than one", "2023-11-08~", "2023-11-10~", "date"),
        ("a day of the month named", "2023-11-08", "2023-11", ""),
        ("a day of another month", "2023-11-08", "2023-10", "date"),
        ("a day of the span", "2023-11-08", "2023-11-03/2023-11-09", ""),
        ("the last day of the span", "2023-11-09", "[2023-11-03..2023-11-09]", ""),
        ("the day after the span", "2023-11-10", "2023-11-03/2023-11-09", "date"),
        ("overlapping spans", "2023-11-01/2023-11-05", "2023-11-05/2023-11-09", ""),
        ("open towards the past", "2023-11-01", "../2023-11-08", ""),
        ("after the open span", "2023-11-09", "../2023-11-08", "date"),
        ("no date stated", "2023-11-09", "", ""),
    ],
)
def test_dates_conflict_when_no_day_satisfies_both(rule, one, other, expected):
    assert between("date", one, other) == expected, rule


@pytest.mark.parametrize(
    ("rule", "one", "other", "expected"),
    [
        ("one place", "asad", "asad", ""),
        ("a place and its country", "asad", "iraq", ""),
        ("a province and its base", "anbar", "asad", ""),
        ("siblings", "anbar", "erbil", "place"),
        ("two countries", "asad", "syria", "place"),
        ("no place stated", "asad", "", ""),
    ],
)
def test_places_conflict_when_neither_contains_the_other(rule, one, other, expected):
    assert between("place", one, other) == expected, rule


@pytest.mark.parametrize(
    ("rule", "one", "other", "expected"),
    [
        ("one actor", "iri", "iri", ""),
        ("two sides close to one another", "houthis", "iri", "actor"),
        ("a body and a member of it", "iri", "kataib", ""),
        ("two groups of one party", "pentagon", "centcom", ""),
        ("two sides", "centcom", "iri", "actor"),
        ("somebody of no stated party", "militants", "iri", ""),
        ("nobody named", "iri", "", ""),
    ],
)
def test_actors_conflict_when_their_parties_exclude_each_other(rule, one, other, expected):
    assert between("actor", one, other) == expected, rule


@pytest.mark.parametrize(
    ("rule", "one", "other", "expected"),
    [
        ("the same number", "3", "3", ""),
        ("another number", "3", "4", "killed"),
        ("exactly, said or not", "3", "3 exactly", ""),
        ("a floor below", "3", "2 at-least", ""),
        ("a floor at it", "3", "3 at-least", ""),
        ("a floor above", "3", "4 at-least", "killed"),
        ("two floors", "3 at-least", "40 at-least", ""),
        ("more than fewer", "3", "2 more-than", ""),
        ("more than the same", "3", "3 more-than", "killed"),
        ("about reaches no further than a tenth", "101", "91 about", "killed"),
        ("about reaches a tenth of its own number", "99", "90 about", ""),
        ("about a small number reaches one", "3", "4 about", ""),
        ("about a small number reaches no further", "3", "5 about", "killed"),
        ("two abouts that meet", "3 about", "5 about", ""),
        ("none stated is not none", "0", "", ""),
        ("none, and some", "0", "1", "killed"),
        ("none, and at least one", "0", "1 at-least", "killed"),
        ("none, and at least none", "0", "0 at-least", ""),
    ],
)
def test_numbers_conflict_when_neither_qualifier_allows_the_other(rule, one, other, expected):
    def cells(text: str) -> dict:
        number, _, qualifier = text.partition(" ")
        return {"killed": number, "killed_qualifier": qualifier}

    assert conflicts(A | cells(one), B | cells(other)) == expected, rule


@pytest.mark.parametrize(
    ("rule", "one", "other", "expected"),
    [
        ("another number of one unit", ("3", "3", "attacks"), ("5", "5", "attacks"), "strikes"),
        ("ranges that meet", ("3", "5", "attacks"), ("5", "7", "attacks"), ""),
        ("open upwards", ("3", "", "attacks"), ("5", "5", "attacks"), ""),
        ("open downwards", ("", "5", "attacks"), ("6", "6", "attacks"), "strikes"),
        ("another unit", ("3", "3", "attacks"), ("5", "5", "munitions"), ""),
        ("no unit stated by either", ("3", "3", "unknown"), ("5", "5", "unknown"), ""),
        ("no unit stated by one", ("3", "3", "attacks"), ("5", "5", "unknown"), ""),
    ],
)
def test_strikes_conflict_within_one_unit_only(rule, one, other, expected):
    names = ("strikes_min", "strikes_max", "strikes_unit")
    stated = [speaker | dict(zip(names, cells, strict=True)) for speaker, cells in ((A, one), (B, other))]
    assert conflicts(*stated) == expected, rule


def test_a_later_number_of_another_unit_does_not_replace_the_first():
    three = A | {"strikes_min": 3, "strikes_max": 3, "strikes_unit": "attacks"}
    munitions = A | {"strikes_min": 9, "strikes_max": 9, "strikes_unit": "munitions", "published": "2023-11-12"}
    four = B | {"strikes_min": 4, "strikes_max": 4, "strikes_unit": "attacks"}
    stands = standing(package(three, munitions, four))
    assert (stands["conflicts"], stands["revised"]) == ("strikes", False)


def test_every_field_that_conflicts_is_named():
    one = A | {"date": "2023-11-08", "place": "asad", "actor": "iri", "killed": 1, "injured": 2}
    other = B | {"date": "2023-11-18", "place": "tanf", "actor": "israel", "killed": 3, "injured": 4}
    assert conflicts(one, other) == "date;place;actor;killed;injured"


class TestInstitutions:
    def test_one_that_changes_its_figure_revises_and_does_not_dispute(self):
        stands = standing(package(A | {"killed": 2}, A | {"killed": 3, "published": "2023-11-12"}))
        assert (stands["revised"], stands["disputed"], stands["conflicts"]) == (True, False, "")
        assert (stands["killed_low"], stands["killed_high"]) == (3, 3)

    def test_one_that_changes_a_date_neither_revises_a_figure_nor_disputes(self):
        told = package(A | {"date": "2023-11-08"}, A | {"date": "2023-11-09", "published": "2023-11-12"})
        assert (standing(told)["revised"], standing(told)["disputed"]) == (False, False)

    def test_one_that_says_it_revises_is_believed(self):
        assert standing(package(A, A | {"stance": "revises"}))["revised"]

    def test_one_that_repeats_its_figure_revises_nothing(self):
        told = package(A | {"killed": 2}, A, A | {"killed": 2, "published": "2023-11-12"})
        assert not standing(told)["revised"]

    def test_one_that_adds_a_figure_of_another_kind_revises_nothing(self):
        assert not standing(package(A | {"killed": 2}, A | {"injured": 3}))["revised"]

    def test_their_latest_figures_are_compared(self):
        first, late = A | {"killed": 2}, A | {"killed": 5, "published": "2023-11-14"}
        told = package(first, late, B | {"killed": 5, "published": "2023-11-12"})
        assert standing(told, "2023-11-10")["conflicts"] == ""
        assert standing(told, "2023-11-12")["conflicts"] == "killed"
        assert standing(told, "2023-11-14")["conflicts"] == ""
        assert standing(told, "2023-11-14")["revised"]

    def test_a_late_relay_of_an_old_figure_is_not_the_latest(self):
        old = {"by": "pentagon", "said_on": "2023-11-08", "killed": 2}
        new = {"by": "pentagon", "said_on": "2023-11-09", "killed": 5}
        relay = old | {"outlet": "d", "published": "2023-11-20"}
        stands = standing(package(old, new, relay))
        assert (stands["killed_low"], stands["killed_high"]) == (5, 5)

    def test_a_later_silence_changes_nothing(self):
        told = package(A | {"killed": 2}, A | {"published": "2023-11-12"}, B | {"killed": 3})
        assert standing(told)["conflicts"] == "killed"

    def test_an_official_speaks_for_the_body(self):
        told = package({"by": "pentagon", "killed": 2}, {"by": "spokeswoman", "killed": 3, "published": "2023-11-12"})
        assert (standing(told)["revised"], standing(told)["disputed"]) == (True, False)

    def test_two_bodies_of_one_party_dispute(self):
        assert conflicts({"by": "pentagon", "killed": 2}, {"by": "centcom", "killed": 3}) == "killed"

    def test_a_relay_does_not_dispute_its_original(self):
        told = package(
            A | {"killed": 2}, {"by": "a", "outlet": "d", "via": "a", "killed": 3, "published": "2023-11-11"}
        )
        assert (standing(told)["disputed"], standing(told)["revised"]) == (False, True)


class TestDenial:
    @pytest.mark.parametrize("stance", ["denies", "disputes"])
    @pytest.mark.parametrize("contests", ["whether", "who", "number", "weapon;when"])
    def test_makes_a_dispute_from_the_day_it_is_known(self, stance, contests):
        told = package(A, B | {"stance": stance, "contests": contests, "published": "2023-11-12"})
        assert not standing(told, "2023-11-11")["disputed"]
        assert standing(told, "2023-11-12")["disputed"]

    def test_states_no_value_that_could_conflict(self):
        stands = standing(package(A | {"killed": 2}, B | {"stance": "denies", "contests": "number", "killed": 0}))
        assert (stands["conflicts"], stands["disputed"], stands["killed_low"]) == ("", True, 2)

    def test_of_part_of_it_still_states_the_rest(self):
        contests = B | {"stance": "disputes", "contests": "number", "killed": 0}
        assert conflicts(A | {"killed": 2}, contests) == "killed"


class TestNumbers:
    def test_of_several_institutions_span_from_the_least_to_the_most(self):
        told = package(A | {"injured": 2}, B | {"injured": 5, "injured_qualifier": "at-least"})
        stands = standing(told)
        assert (stands["injured_low"], stands["injured_high"]) == (2, float("inf"))

    def test_stated_by_nobody_are_missing_and_not_0(self):
        stands = standing(package(A))
        assert str(stands["killed_low"]) == str(stands["killed_high"]) == "nan"

    def test_of_attacks_are_one_where_nobody_says_how_many(self):
        munitions = A | {"strikes_min": 30, "strikes_max": 30, "strikes_unit": "munitions"}
        stands = standing(package(munitions))
        assert (stands["attacks_low"], stands["attacks_high"]) == (1, 1)

    def test_of_attacks_are_the_latest_of_each_institution(self):
        two = A | {"strikes_min": 2, "strikes_max": 2, "strikes_unit": "attacks"}
        three = A | {"strikes_min": 3, "strikes_max": "", "strikes_unit": "attacks", "published": "2023-11-12"}
        stands = standing(package(two, three))
        assert (stands["attacks_low"], stands["attacks_high"]) == (3, float("inf"))
