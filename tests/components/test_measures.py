"""The counts page in parts: which measure is drawn, and what is said when the open count is of another."""

from dashboard.components import measures, state
from dashboard.figures.drawn import DRAWN
from tests.components.tree import of, words


def measures_drawn(dataset, query: str) -> set[str]:
    selection, selected = state.selected(dataset, query)
    return {row["measure"] for row in DRAWN["counts"].rows(selection, selected)}


def test_the_rows_of_the_figure_are_of_the_measure_that_the_page_draws(tiny):
    assert measures_drawn(tiny, "") == {"attacks"} == measures_drawn(tiny, "tally=injured-islet")
    assert measures_drawn(tiny, "measure=counter-strikes") <= {"counter-strikes"}


def test_a_count_of_another_measure_says_so_and_offers_its_own_figure(tiny):
    page = measures.explained(*state.selected(tiny, "tally=injured-islet"))
    draw = of(page, "Button", data_tally="injured-islet")
    assert "The figure above draws another measure" in words(page)
    assert [getattr(part, "data-measure") for part in draw] == ["injured"]


def test_a_count_of_the_measure_that_is_drawn_says_no_such_thing(tiny):
    page = measures.explained(*state.selected(tiny, "measure=injured&tally=injured-islet"))
    assert "draws another measure" not in words(page)


def test_a_count_that_was_not_known_by_the_day_is_not_told(tiny):
    query = "measure=attacks&tally=attacks-total"
    [only] = measures.explained(*state.selected(tiny, f"{query}&known_by=2019-03-12"))
    assert words(only) == "This count was not known by 12 March 2019."
    assert "five attacks" in words(measures.explained(*state.selected(tiny, f"{query}&known_by=2019-03-20")))
