"""Stories as readers get them."""

from dashboard.stories import unfilled


def test_without_a_view_nothing_is_made_up():
    assert unfilled("{reports} at {{Tower 22}}") == "[…] at Tower 22"
