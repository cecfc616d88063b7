"""The menu of reading preferences, and the list of keys."""

from dashboard.components import reading
from tests.components.tree import of, table, words


def test_every_preference_is_a_named_group_whose_usual_value_is_pressed_at_first():
    groups = of(reading.menu(), "Div", role="group")
    assert [getattr(group, "aria-label") for group in groups] == ["Theme", "Contrast", "Text size", "Gentle mode", "Definitions", "Motion", "Single keys"]
    for group in groups:
        buttons = of(group, "Button")
        assert [getattr(one, "aria-pressed") for one in buttons] == ["true", *["false"] * (len(buttons) - 1)]
    sizes = [getattr(one, "data-read") for one in of(groups[2], "Button")]
    assert (sizes[0], sizes[-1]) == ("size:100", "size:200")


def test_the_menu_says_that_nothing_is_sent():
    assert "Kept in this browser only, and sent to nobody." in words(reading.menu())


def test_the_keys_are_a_named_dialog_that_lists_each_key():
    dialog = reading.keys()
    assert getattr(dialog, "aria-labelledby") in [head.id for head in of(dialog, "H2")]
    assert [row[0] for row in table(dialog)[1:]] == [key for key, _ in reading.SHORTCUTS]
    assert "can be turned off" in words(dialog)
