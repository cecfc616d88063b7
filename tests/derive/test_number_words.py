"""Numbers in words."""

from dashboard.derive.number_words import in_words


def test_numbers_are_words_up_to_ninety_nine_and_digits_past_that():
    words = {0: "zero", 21: "twenty-one", 40: "forty", 99: "ninety-nine", 100: "100", 1234: "1,234"}
    assert {number: in_words(number) for number in words} == words
