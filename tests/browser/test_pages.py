"""What holds of every page, whatever it shows."""

import pytest

from dashboard.dataset import Dataset
from dashboard.pages import PAGES
from tests.browser.pages import addresses
from tests.browser.reader import Reader
from tests.browser.test_accessibility import NOTHING, in_both_schemes
from tests.browser.test_screens import SMALL, WIDER

every_page = pytest.mark.parametrize("title", [page.TITLE for page in PAGES])


@every_page
def test_a_page_is_drawn_in_one_answer_and_again_by_reload(visitor: Reader, default: Dataset, title: str):
    view = visitor.open(addresses(default)[title]).seen()
    assert visitor.posts() == ["page.children"]
    assert visitor.reload().seen() == view


@every_page
def test_axe_finds_nothing(visitor: Reader, default: Dataset, title: str):
    visitor.open(addresses(default)[title])
    assert in_both_schemes(visitor) == NOTHING
    visitor.page.set_viewport_size({"width": 320, "height": 640})
    assert in_both_schemes(visitor.unfold()) == NOTHING
    assert (visitor.page.evaluate(WIDER), visitor.page.evaluate(SMALL)) == ([], [])
