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
def test_a_page_is_drawn_in_one_answer_that_is_the_same_when_asked_again_and_leaves_axe_nothing(
    visitor: Reader, default: Dataset, title: str
):
    """What a reload shows follows from the address and this answer: see the journey in test_address.py."""
    address = addresses(default)[title]
    with visitor.page.expect_response("**/_dash-update-component*") as answered:
        visitor.open(address)
    assert (visitor.address, visitor.posts()) == (address, ["page.children"])
    asked = answered.value.request
    again = visitor.page.request.post(asked.url, data=asked.post_data, headers={"Content-Type": "application/json"})
    assert again.json() == answered.value.json()
    assert in_both_schemes(visitor) == NOTHING
    visitor.resize(320, 640).page.emulate_media(color_scheme="light")
    assert found(visitor.unfold(), TAGS) == []
    assert (visitor.page.evaluate(WIDER), visitor.page.evaluate(SMALL)) == ([], [])
