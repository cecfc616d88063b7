"""Numbers in words: which of them nothing computes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.dataset import Dataset
from dashboard.derive.number_words import in_words
from dashboard.stories import numerals

LOOSE = {
    "61 attacks": ["61"],
    "sixty-one attacks, and Twelve more": ["sixty-one", "Twelve"],
    "two or three": ["two", "three"],
    "a dozen; hundreds": ["dozen", "hundreds"],
    "1,000.": ["1,000"],
    "28 attacks in January": ["28"],
    "in 2019 and on 2019-03-04": [],
    "on 4 March 2019, 5–9 March, March 2019 and 10 and 11 March": [],
    "2,019 attacks": ["2,019"],
    "one of them, the first, no one, once": [],
    "someone weighs often, and tends to phone": [],
    "{reports} reports of {incidents?kind=attack&known_by=2019-03-04}": [],
    "{{Camp 12}} lies beside 12 others": ["12"],
    "[a link](/counts?measure=attacks&known_by=2019-03-04) and <https://example.org/61>": [],
    "1. first\n2. second": [],
    "Half of the reports, a third of\nthem, and two thirds": ["Half", "a third", "two thirds"],
    "a quarter, one fifth and three-quarters are": ["a quarter", "one fifth", "three-quarters"],
    "a third speaker, on behalf of the fourth, in its quarters": [],
    "at Pier Nine": [],
    "nine at the pier": ["nine"],
}


@pytest.mark.parametrize("text", LOOSE)
def test_a_number_is_loose_unless_it_is_computed_dated_named_or_escaped(tiny: Dataset, text: str):
    assert [found.text for found in numerals.loose(text, tiny)] == LOOSE[text]


def test_an_escape_of_a_number_alone_is_no_way_around():
    assert [found.text for found in numerals.bare("{{61}} {{sixty-one}} {{ 2 }} {{Tower 22}} {{two clocks}}")] == [
        "{{61}}", "{{sixty-one}}", "{{ 2 }}",
    ]  # fmt: skip


@given(st.integers(0, 99))
def test_a_number_in_words_is_found_again_as_one_number(tiny: Dataset, number: int):
    words = in_words(number)
    assert [found.text for found in numerals.loose(f"There are {words} of them.", tiny)] == (
        [] if number == 1 else [words]
    )


@pytest.mark.parametrize("text", ["twelve", "2 or 3", "More than three", "None", "at least sixty-one", "One"])
def test_a_number_on_its_own_is_a_guess(text: str):
    assert numerals.guess(text)


@pytest.mark.parametrize("text", ["One of 99", "12 outlets", "a rocket", "sixty since May"])
def test_a_choice_that_says_more_is_none(text: str):
    assert not numerals.guess(text)
