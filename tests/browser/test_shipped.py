"""The shipped package, as large as it is: drawn, paged, agreed upon, and no wider than a screen."""

import pytest

from dashboard.pages import MENU
from tests.browser.reader import Reader
from tests.browser.test_accessibility import NOTHING, in_both_schemes
from tests.browser.test_screens import SMALL, WIDER


def test_axe_finds_nothing_and_rows_are_walked_page_by_page_and_all_of_them_are_those_of_the_json(user: Reader):
    answer = user.page.request.get(f"{user.site}/api/v1/incidents.json").json()
    titles = [incident["title"] for incident in answer["incidents"]]
    user.open()
    assert user.sentence == answer["describe"]
    assert user.titles == titles[:50]
    assert in_both_schemes(user) == NOTHING
    user.choose("Next page")
    assert (user.address, user.titles) == ("/?page=2", titles[50:100])
    user.page.locator("a.incident").nth(0).click()
    user.still().choose("Next ▶")
    assert user.page.locator(".drawer-title").inner_text() == titles[51]
    user.press("Escape")
    user.pick("Kind", "attack")
    assert "page=" not in user.address  # another selection begins at its first page
    user.page.go_back()
    assert user.still().titles == titles[50:100]


@pytest.mark.parametrize(("path", "title"), MENU)
def test_no_page_is_wider_than_a_narrow_screen(user: Reader, path: str, title: str):
    user.page.set_viewport_size({"width": 320, "height": 640})
    user.open(path).unfold()
    assert (user.page.evaluate(WIDER), user.page.evaluate(SMALL)) == ([], [])
