"""What holds of every page, whatever it shows."""

import pytest

from dashboard.dataset import Dataset
from dashboard.pages import PAGES
from tests.browser.pages import addresses
from tests.browser.reader import Reader
from tests.browser.test_accessibility import NOTHING, TAGS, found, in_both_schemes
from tests.browser.test_screens import SMALL, WIDER

every_page = pytest.mark.parametrize("title", [page.TITLE for page in PAGES])


@every_page
def test_a_page_is_drawn_in_one_answer_is_the_same_by_reload_and_leaves_axe_nothing(
    visitor: Reader, default: Dataset, title: str
):
    view = visitor.open(addresses(default)[title]).seen()
    assert visitor.posts() == ["page.children"]
    assert visitor.reload().seen() == view
    assert in_both_schemes(visitor) == NOTHING
    visitor.resize(320, 640).page.emulate_media(color_scheme="light")
    assert found(visitor.unfold(), TAGS) == []
    assert (visitor.page.evaluate(WIDER), visitor.page.evaluate(SMALL)) == ([], [])
