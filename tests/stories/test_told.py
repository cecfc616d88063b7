"""Stories as readers get them."""

from dashboard.stories import grade, unfilled


def test_a_longer_sentence_of_longer_words_is_for_a_higher_grade():
    easy = "The cat sat on the mat. It was a good cat. It ran off."
    hard = "Corroboration presupposes institutional independence, notwithstanding the multiplicity of intermediary publications."
    assert grade(easy) == 1
    assert grade(hard) > 12
    assert grade("") == grade("*** 12") == 1


def test_without_a_view_nothing_is_made_up():
    assert unfilled("{reports} at {{Tower 22}}") == "[…] at Tower 22"
