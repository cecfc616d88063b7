"""Where two sides part on one incident, field by field; expected values are worked out by hand."""

import pytest

from dashboard import derive
from dashboard.derive.between import COMPARED, between, clashing
from tests.made_up import INCIDENT, package


def sides(*reports: dict) -> tuple:
    """The index, and the reports of outlet a and of outlet b."""
    index = derive.index(package(*reports))
    told = index.facts[INCIDENT]
    return index, [one for one in told if one.outlet == "a"], [one for one in told if one.outlet == "b"]


def agreement(*reports: dict) -> dict[str, str]:
    told = between(*sides(*reports))
    return {name: field.agreement for name, field in told.items() if field.agreement not in ("same", "silent")}


A, B = {"outlet": "a"}, {"outlet": "b"}


@pytest.mark.parametrize(
    ("rule", "reports", "expected"),
    [
        ("the same day", [A | {"date": "2023-11-08"}, B | {"date": "2023-11-08"}], {}),
        ("days that cannot both be", [A | {"date": "2023-11-08"}, B | {"date": "2023-11-10"}], {"date": "conflicts"}),
        ("a guess reaches a day further", [A | {"date": "2023-11-08~"}, B | {"date": "2023-11-09"}], {"date": "differs"}),
        ("one side is silent", [A | {"killed": "2"}, B], {"killed": "adds"}),
        ("zero is not silence", [A | {"killed": "0"}, B], {"killed": "adds"}),
        ("numbers that cannot both hold", [A | {"killed": "2"}, B | {"killed": "5"}], {"killed": "conflicts"}),
        ("a floor allows a number above", [A | {"killed": "2", "killed_qualifier": "at-least"}, B | {"killed": "5"}],
         {"killed": "differs"}),
        ("a place within the other", [A | {"place": "asad"}, B | {"place": "anbar"}], {"place": "differs"}),
        ("places apart", [A | {"place": "asad"}, B | {"place": "tanf"}], {"place": "conflicts"}),
        ("a weapon is told otherwise, and both can be", [A | {"weapon": "rocket"}, B | {"weapon": "one-way-drone"}],
         {"weapon": "differs"}),
        ("one side carries a rival as well", [A | {"killed": "2"}, A | {"killed": "5"}, B | {"killed": "5"}],
         {"killed": "adds"}),
        ("whoever speaks: one speaker in two outlets", [A | {"by": "iri", "injured": "2"}, B | {"by": "iri", "injured": "3"}],
         {"injured": "conflicts"}),
        ("one asserts, the other denies", [A | {"by": "iri"}, B | {"by": "centcom", "stance": "denies", "contests": "whether"}],
         {"whether": "conflicts"}),
        ("one carries claim and denial, the other the claim",
         [A | {"by": "iri"}, A | {"by": "centcom", "stance": "denies", "contests": "whether"}, B | {"by": "iri"}], {"whether": "adds"}),
        ("a denial of who leaves open whether", [A | {"by": "iri"}, B | {"by": "centcom", "stance": "denies", "contests": "who"}],
         {"whether": "adds"}),
        ("different units are compared with nothing", [A | {"strikes_min": "2", "strikes_max": "2", "strikes_unit": "attacks"},
         B | {"strikes_min": "5", "strikes_max": "5", "strikes_unit": "munitions"}], {"strikes": "differs"}),
        ("free words are never compared", [A | {"target": "a gate"}, B | {"target": "a fence"}], {}),
    ],
)  # fmt: skip
def test_two_sides(rule, reports, expected):
    assert agreement(*reports) == expected, rule


def test_what_each_side_states_is_given_in_words():
    told = between(*sides(A | {"killed": "2", "date": "2023-11-08"}, B | {"killed": "0"}))
    assert (told["killed"].one, told["killed"].other) == (("2",), ("none (stated)",))
    assert (told["date"].one, told["date"].other) == (("8 November 2023",), ())
    assert list(told) == list(COMPARED)


def test_a_denied_number_clashes_with_nothing():
    index, ours, theirs = sides(A | {"killed": "2"}, B | {"killed": "5", "stance": "denies", "contests": "whether"})
    assert clashing(index.relations, ours, theirs) == ("whether",)


def test_the_sides_can_be_swapped():
    index, ours, theirs = sides(A | {"killed": "2", "place": "asad"}, B | {"killed": "5"}, B | {"weapon": "rocket"})
    there, back = between(index, ours, theirs), between(index, theirs, ours)
    assert {name: (told.agreement, told.other, told.one) for name, told in there.items()} == {
        name: (told.agreement, told.one, told.other) for name, told in back.items()
    }
