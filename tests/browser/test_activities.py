"""Activities in a browser: cards move by keyboard, answers stay in the tab, the key says both, sheets fill no third page."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.reader import Reader

ORDER = "[...document.querySelectorAll('[data-example^=support] [data-letter]')].map((item) => item.dataset.letter)"
PAGES = re.compile(rb"/Type\s*/Page\b")
INCIDENT = "/incidents/20231026-erbil-drones"


def test_cards_move_by_keyboard_answers_stay_and_the_key_says_both(user: Reader):
    page = user.open("/activities").page
    assert page.evaluate(ORDER) == ["A", "B", "C", "D", "E", "F"]
    sorting = page.locator("[data-example^=support] .said[data-said=order]")
    page.locator("[data-example^=support] summary", has_text="Show the key").press("Enter")
    expect(sorting).to_have_text("You said: nothing yet")
    page.get_by_role("button", name="Move B up").first.focus()
    page.keyboard.press("Enter")
    assert page.evaluate(ORDER) == ["B", "A", "C", "D", "E", "F"]
    assert page.evaluate("document.activeElement.getAttribute('aria-label')") == "Move B up"
    expect(sorting).to_have_text("You said: B → A → C → D → E → F")
    page.keyboard.press("Enter")  # the first cannot move up, and nothing is lost
    assert page.evaluate(ORDER)[0] == "B"
    part = page.locator("[data-example^=compare]")
    field, agree = part.get_by_role("textbox").first, part.get_by_role("radiogroup").last
    field.fill("somewhere by a river")
    agree.get_by_label("They say the same").check()
    user.still()
    before = user.posts()
    user.reload()
    assert page.evaluate(ORDER)[0] == "B"
    assert field.input_value() == "somewhere by a river"
    assert agree.get_by_label("They say the same").is_checked()
    part.locator("summary", has_text="Show the key").focus()
    user.press("Enter")
    key = part.locator("details.key").inner_text()
    assert "You said: somewhere by a river" in key
    assert "You said: They say the same" in key
    assert "You said: nothing yet" in key
    assert key.count("The data says:") > 5
    assert before == user.posts() == ["page.children"]
    part.get_by_role("button", name="Clear my answers").click()
    user.still()
    assert field.input_value() == ""
    assert page.evaluate(ORDER)[0] == "B"  # of the other activity


@pytest.mark.parametrize(
    ("path", "pages"),
    [
        ("/worksheet", 3),
        ("/worksheet?key=no&variant=2", 2),
        ("/worksheet?activity=totals&key=no", 1),
        ("/worksheet?q=zzzz", 1),
        (f"{INCIDENT}/worksheet", 3),
        ("/exit-ticket?key=no", 1),
        ("/exit-ticket", 2),
    ],
)
def test_a_worksheet_takes_two_pages_at_most_and_a_ticket_one_and_the_key_its_own(user: Reader, path: str, pages: int):
    page = user.open(path).page
    page.emulate_media(media="print")
    for paper in ("A4", "Letter"):
        assert len(PAGES.findall(page.pdf(format=paper, prefer_css_page_size=True))) == pages
    halves = page.locator(".sheet-half").all()
    assert all(half.evaluate("(half) => half.scrollHeight <= half.clientHeight") for half in halves)
