"""What can be embedded: every figure with a plate, and the rows, each with a button that names its address."""

from dashboard.components import embed, state, whereabouts
from dashboard.dataset import Dataset
from dashboard.pages import EMBEDS, examples
from tests.components.tree import of


def test_every_figure_has_a_button_for_its_own_embed(tiny: Dataset):
    figures = [figure for page in examples(tiny) for figure in of(page, "Figure")]
    names = []
    for figure in figures:
        (button,) = [one for one in of(figure, "Button") if hasattr(one, "data-embed")]
        name = figure.id.removesuffix("-figure")
        assert getattr(button, "data-embed") == embed.VIEWS[name].path(name)
        assert getattr(button, "data-part") in state.PARTS
        names.append(name)
    assert {*names, whereabouts.PLATE.name, "rows"} == set(embed.VIEWS)


def test_every_view_is_a_page(tiny: Dataset):
    assert sorted(one.name for one in EMBEDS) == sorted(embed.VIEWS)
    assert embed.VIEWS["tempo"].path("tempo") == "/embed/tempo"
    assert embed.VIEWS["clocks"].path("clocks") == "/embed/clocks/<incident>"


def test_the_dialog_is_named_and_says_what_is_pressed():
    dialog = embed.dialog()
    assert [heading.id for heading in of(dialog, "H2")] == [getattr(dialog, "aria-labelledby")]
    (pressed,) = [one for one in of(dialog, "Button") if hasattr(one, "data-freeze")]
    assert getattr(pressed, "aria-pressed") == "false"
