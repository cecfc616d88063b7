"""The panel from which a view is taken away: every export of the API, and nothing computed while it is folded."""

import pytest

from dashboard.components import taken
from dashboard.dataset import Dataset
from dashboard.exporters import EXPORTS, PACKAGE, TABLES
from dashboard.pages import PAGES, find
from dashboard.selection import Selection
from tests.components.tree import of, words

FRAMED = [page.PATH for page in PAGES if page.TITLE in ("Timeline", "Counts", "Escalation", "Compare", "Sources")]


@pytest.fixture
def panel():
    return taken.panel(Selection.from_query("kind=attack&lanes=party"), "A page")


def test_every_table_has_a_link_to_each_of_its_formats_with_the_formats_own_words(panel):
    links = {link.href.partition("?")[0]: link for link in of(panel, "A") if hasattr(link, "download")}
    expected = {f"/api/v1/{table}{ending}": form.words for table in TABLES for ending, form in EXPORTS[table].items()}
    expected |= {f"/api/v1/{PACKAGE}{ending}": form.words for ending, form in EXPORTS[PACKAGE].items()}
    expected["/api/v1/lesson.html"] = "Download as a lesson file"
    assert set(links) == set(expected)
    assert [at for at, form in expected.items() if form.lower() not in words(links[at]).lower()] == []


def test_links_carry_the_query_and_the_browser_knows_them(panel):
    for link in of(panel, "A"):
        path, _, query = link.href.partition("?")
        assert query == "kind=attack"
        assert getattr(link, "data-rows") == path.removeprefix("/api/v1/").removeprefix("/")


def test_the_pages_for_a_class_are_among_them(panel):
    classes = [link.href for link in of(panel, "A") if not hasattr(link, "download")]
    assert classes == ["/activities?kind=attack", "/worksheet?kind=attack", "/exit-ticket?kind=attack"]
    assert all(find(at.partition("?")[0], "kind=attack") for at in classes)


def test_it_is_folded_and_at_most_two_levels_deep(panel):
    assert panel._type == "Details" and not getattr(panel, "open", False)
    inner = of(panel.children, "Details")
    assert len(inner) == len(TABLES)
    assert [one for one in inner if of(one.children, "Details")] == []


@pytest.mark.parametrize("path", FRAMED)
def test_every_framed_page_ends_with_it(tiny: Dataset, path: str):
    page, selection = find(path, "kind=attack")
    (column,) = of(page.layout(tiny, selection), "Div", className="main-column")
    assert column.children[-1].id == "taken"


def test_each_table_has_a_place_for_what_is_left_out_of_it(panel):
    ids = {span.id for span in of(panel, "Span") if getattr(span, "id", None)}
    assert ids == {taken.SAID, *(f"{taken.LEFT_OUT}-{table}" for table in TABLES)}
