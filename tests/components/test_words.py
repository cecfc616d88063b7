"""Words for dates and signs, as they stand in sentences."""

from dashboard.components.words import on


def test_a_day_says_on_once():
    assert on("2023-11-14") == "on 14 Nov 2023"
    assert on("2023-11-14~") == "on or about 14 Nov 2023"
