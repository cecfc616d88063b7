"""Every figure of every page can be taken away: its rows, its picture, its address."""

import pytest

from dashboard.components import whereabouts
from dashboard.dataset import Dataset
from dashboard.figures.drawn import DRAWN
from dashboard.pages import examples
from tests.components.tree import ids, of, parts, words


@pytest.fixture(scope="module")
def figures(tiny: Dataset) -> list:
    return [figure for page in examples(tiny) for figure in of(page, "Figure")]


def test_every_figure_has_a_title_a_takeaway_and_ways_to_take_it_away(figures):
    assert len(figures) >= 8
    for figure in figures:
        taken = of(figure, "Div", className="buttons taken")
        assert len(taken) == 1
        assert words([*of(figure, "H2"), *of(figure, "H3")])
        assert words(of(figure, "P", className="takeaway"))
        kinds = {getattr(part, "data-picture", None) for part in parts(taken)} - {None}
        assert kinds == {"svg", "png"}
        assert of(taken, "Button", data_copy=f"{{page}}#{figure.id}")


def test_the_rows_of_a_figure_have_an_address(figures):
    names = [getattr(link, "data-rows") for figure in figures for link in of(figure, "A") if hasattr(link, "data-rows")]
    assert {*names, *whereabouts.PLATE.data} == set(DRAWN)  # drawn only where accounts differ
    assert len(names) == len(set(names))


def test_a_graph_is_named_and_described_within_its_figure(figures):
    for figure in figures:
        for picture in (part for part in parts(figure) if getattr(part, "role", "") == "img"):
            assert getattr(picture, "aria-label")
            assert getattr(picture, "aria-describedby", figure.id) in [*ids(figure), figure.id]


def test_no_two_figures_share_an_id(figures):
    found = [figure.id for figure in figures]
    assert len(found) == len(set(found))
