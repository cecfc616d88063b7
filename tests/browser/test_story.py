"""A story read, left and come back to; presented with notes in a second window; predicted, then revealed."""

import pytest
from playwright.sync_api import expect

from tests.browser.reader import Reader
from tests.browser.test_accessibility import NOTHING, TAGS, found, in_both_schemes
from tests.browser.test_screens import SMALL, WIDER

STORY = "/stories/an-announcement"


def heading(reader: Reader, words: str) -> None:
    expect(reader.page.locator(".step-now .step-heading")).to_have_text(words)
    reader.still()


def test_keys_and_clickers_turn_the_steps_and_back_goes_back(visitor: Reader):
    visitor.open(STORY)
    for key, step, words in (
        ("ArrowRight", 2, "One of them"), ("PageUp", 1, "What had been told"), ("End", 3, "What was counted"),
        ("PageDown", 3, "What was counted"), ("Home", 1, "What had been told"), ("PageDown", 2, "One of them"),
    ):  # fmt: skip
        visitor.press(key)
        heading(visitor, words)
        assert visitor.address == (f"{STORY}?step={step}" if step > 1 else STORY)
        assert visitor.focus == words
    expect(visitor.page.locator("#said")).to_have_text("Step 2 of 3: One of them")
    expect(visitor.page.locator(".story-progress")).to_contain_text("Step 2 of 3")
    visitor.page.go_back()
    heading(visitor, "What had been told")
    visitor.page.go_forward()
    heading(visitor, "One of them")
    visitor.page.get_by_role("button", name="Next").click()
    heading(visitor, "What was counted")
    expect(visitor.page.locator("#counts-chart .main-svg").first).to_be_visible()


def test_a_step_opened_by_its_address_is_left_and_come_back_to(visitor: Reader):
    visitor.open(f"{STORY}?step=3")
    heading(visitor, "What was counted")
    visitor.page.locator(".story-leave a").click()
    visitor.page.wait_for_url("**/counts*")
    bar = visitor.page.locator("#story-return")
    expect(bar).to_contain_text("You left the story “An announcement, step by step” at step 3.")
    expect(visitor.page.locator("h1").last).to_have_text("Declared counts")
    assert in_both_schemes(visitor.still()) == NOTHING
    bar.get_by_role("link").click()
    heading(visitor, "What was counted")
    assert visitor.address == f"{STORY}?step=3"
    expect(bar).to_be_hidden()


def test_a_mark_in_a_story_opens_its_incident_by_the_day_of_the_view(visitor: Reader):
    visitor.open(STORY)
    key = visitor.page.evaluate(
        """() => document.querySelector("#timeline-chart .js-plotly-plot").data
            .find((trace) => trace.name === "incidents").customdata.find((data) => data[0])[0]"""
    )
    visitor.page.evaluate(
        "key => window.dash_clientside.set_props('timeline-chart', {clickData: {points: [{customdata: [key]}]}})", key
    )
    visitor.page.wait_for_url(f"**/incidents/{key}?known_by=2023-11-19")
    expect(visitor.page.locator("#story-return")).to_contain_text("at step 1")


def test_what_is_to_be_predicted_is_not_in_the_page_until_it_is_answered(visitor: Reader):
    visitor.open(f"{STORY}?step=2")
    page = visitor.page
    hidden = page.locator("#page").inner_text().lower()
    assert "hidden until you answer" in hidden
    assert "from one origin" not in hidden and "1 origin" not in hidden and "one origin" not in hidden
    page.get_by_role("button", name="Keep my answer and show").click()
    expect(page.get_by_text("Answer first")).to_be_visible()
    assert in_both_schemes(visitor.still()) == NOTHING
    page.get_by_role("radio", name="More than one").click()
    visitor.press("PageDown")
    heading(visitor, "What was counted")
    visitor.press("PageUp")
    heading(visitor, "One of them")
    page.get_by_role("radio", name="More than one").check()
    page.get_by_role("button", name="Keep my answer and show").click()
    expect(page.locator(".step-now .predict")).to_contain_text("You answered: More than one")
    expect(page.locator(".step-now .predict")).to_contain_text("1 origin.")
    expect(page.locator("#story-figure")).to_contain_text("from one origin")
    assert visitor.still().address == f"{STORY}?step=2&answered=2"
    assert page.evaluate("[localStorage.length, sessionStorage.getItem('as-reported-answers')]") == [
        0, f'{{"{STORY}#2":"More than one"}}',
    ]  # fmt: skip
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    visitor.page.locator(".story-turning").get_by_role("button", name="Copy link").click()
    expect(visitor.page.locator("#said")).to_have_text("Copied")
    assert page.evaluate("navigator.clipboard.readText()") == f"{visitor.site}{STORY}?step=2"
    visitor.press("ArrowLeft")
    heading(visitor, "What had been told")
    visitor.press("ArrowRight")
    expect(page.locator(".step-now .predict")).to_contain_text("You answered: More than one")


FOOT = """document.querySelector("#counts-chart").getBoundingClientRect().bottom"""
LETTERS = """() => {
  const small = [];
  for (const node of document.querySelectorAll(".story *")) {
    if (!node.checkVisibility({ visibilityProperty: true })) continue;
    if (![...node.childNodes].some((part) => part.nodeType === 3 && part.textContent.trim())) continue;
    let zoom = 1;
    for (let part = node; part; part = part.parentElement) zoom *= Number(getComputedStyle(part).zoom) || 1;
    const size = parseFloat(getComputedStyle(node).fontSize) * zoom;
    if (size < 23.9) small.push([node.textContent.slice(0, 30), size]);
  }
  return small;
}"""


ENDED = """() => {
  const whole = document.querySelector("#page .story-columns");
  const last = [...whole.querySelectorAll(".story-figure > *")].findLast((part) => part.clientHeight);
  return whole.scrollTop > 0 && last.getBoundingClientRect().bottom <= whole.getBoundingClientRect().bottom + 8;
}"""


def test_presented_no_words_are_small_and_the_notes_keep_step_both_ways(visitor: Reader):
    visitor.page.set_viewport_size({"width": 1280, "height": 720})
    visitor.open(STORY)
    visitor.press("p")
    page = visitor.page
    expect(page.locator("html")).to_have_attribute("data-presenting", "")
    expect(page.locator(".site-header")).to_be_hidden()
    assert page.evaluate(LETTERS) == []
    assert found(visitor.still(), TAGS) == []
    with page.expect_popup() as opened:
        page.get_by_role("button", name="Speaker notes").click()
    notes = opened.value
    expect(notes.locator(".step-heading:visible")).to_have_text("What had been told")
    expect(notes.locator("#story-notes")).to_contain_text("Next: One of them")
    page.bring_to_front()
    visitor.press("PageDown")
    expect(notes.locator(".step-heading:visible")).to_have_text("One of them")
    expect(notes.locator("#story-notes")).to_contain_text("Let them read first.")
    notes.keyboard.press("PageDown")
    heading(visitor, "What was counted")
    page.wait_for_timeout(600)  # the drawing is fitted a moment after its step
    assert page.evaluate(FOOT) <= 720
    expect(notes.locator("#elapsed")).not_to_have_text("0:00")
    notes.close()
    assert page.evaluate(LETTERS) == []
    visitor.press("PageUp")
    heading(visitor, "One of them")
    ended = False
    while visitor.page.locator(".step-now .step-heading").inner_text() == "One of them":
        ended = page.evaluate(ENDED)
        visitor.press("PageDown").still()
    assert ended, "a clicker turns before the end of the part was seen"
    visitor.press("Escape")
    expect(page.locator("html")).not_to_have_attribute("data-presenting", "")


def test_a_window_that_is_refused_is_said_and_a_link_stands_in_for_it(visitor: Reader):
    visitor.open(f"{STORY}?step=2").press("p")
    visitor.page.evaluate("window.open = () => null")
    visitor.page.get_by_role("button", name="Speaker notes").click()
    link = visitor.page.get_by_role("link", name="Open the speaker notes")
    expect(link).to_be_visible()
    expect(link).to_have_attribute("href", f"{STORY}/notes?step=2")


@pytest.mark.parametrize("name", ["corroboration", "outcome", "accounts"])
def test_an_assignment_link_hides_until_its_question_is_answered(visitor: Reader, name: str):
    visitor.open(f"/?kind=attack&hide={name}")
    page = visitor.page
    expect(page.locator(".taken, .taken-view")).to_have_count(0)
    if name == "corroboration":
        assert "acknowledged" not in page.locator(".main-column").inner_text()
        fills = page.evaluate("""() => document.querySelector("#timeline-chart .js-plotly-plot").data
            .find((trace) => trace.name === "incidents").marker.color""")
        assert len(set(fills)) == 1
    page.locator(".predict-page").get_by_role("textbox").fill("A few")
    page.get_by_role("button", name="Keep my answer and show").click()
    page.wait_for_url(f"{visitor.site}/?kind=attack")
    expect(page.locator("#answers-given")).to_contain_text("You answered: A few")
    expect(page.locator("#taken")).to_have_count(1)


def test_a_teacher_ticks_what_is_hidden_and_copies_the_address(visitor: Reader):
    visitor.open("/?kind=attack&disputed=no")
    page = visitor.page
    page.get_by_text("Take this view away").click()
    page.get_by_role("button", name="Make an assignment link").click()
    page.get_by_role("checkbox", name="Who corroborates whom").check()
    expect(page.locator("#assignment-link")).to_have_text(f"{visitor.site}/?kind=attack&hide=corroboration")
    expect(page.get_by_text("How many independent origins do you expect?")).to_be_visible()
    assert in_both_schemes(visitor.still()) == NOTHING


def test_a_story_fits_a_small_screen(visitor: Reader):
    visitor.page.set_viewport_size({"width": 320, "height": 640})
    visitor.open(f"{STORY}?step=2")
    assert found(visitor.unfold(), TAGS) == []
    assert (visitor.page.evaluate(WIDER), visitor.page.evaluate(SMALL)) == ([], [])
