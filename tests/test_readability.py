"""How hard a text is to read: the formula by hand, and what does not change it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.readability import grade, levels


@pytest.mark.parametrize(
    ("text", "year"),
    [
        # 0.39 × words per sentence + 11.8 × syllables per word − 15.59, by hand
        ("The cat sat on the mat.", 1),  # 6 words, 6 syllables: −1.45, so at least 1
        ("The monitor reports one drone in the town.", 4),  # 8 words, 11 syllables, 1 sentence: 3.76
        ("The organisation published a declaration. A reconsideration followed.", 18),  # 8 words, 22 syllables, 2: 18.42
    ],
)
def test_the_formula(text, year):
    assert grade(text) == year


def test_marks_are_no_words_and_no_text_is_easy():
    assert grade("## *The cat* sat on {{the mat}}.") == grade("The cat sat on the mat.")
    assert grade("") == grade("… — !") == 1


@given(st.text())
def test_any_text_has_a_year(text):
    assert grade(text) >= 1


def test_many_texts_have_a_middle_and_a_hardest():
    easy, hard = "A cat sat.", "Internationally coordinated reconsiderations deteriorated."
    found = levels([easy, hard, easy])
    assert (found.texts, found.middle, found.most, found.hardest) == (3, grade(easy), grade(hard), 1)
    assert levels([hard]).middle == grade(hard)
    assert levels([]) is None
