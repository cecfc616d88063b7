"""A lesson opened from the disk with the network off: stepped by key, drawn, written into, saved with its notes."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from dashboard.selection import Selection
from dashboard.still.lesson import lesson
from tests.browser.reader import Reader
from tests.browser.test_accessibility import NOTHING, TAGS, found, in_both_schemes
from tests.browser.test_screens import SMALL, WIDER
from tests.once import once
from tests.two_days import told

TOLD = 10
UNFOLD = "for (const part of document.querySelectorAll('main details')) part.open = true"


@pytest.fixture(scope="module")
def file(shared: Path) -> Path:
    """A lesson that tells ten of its incidents with their accounts, and names the others."""

    def written(folder: Path) -> None:
        folder.mkdir()
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr("dashboard.still.lesson.MOST_TOLD", TOLD)
            (folder / "lesson.html").write_bytes(lesson(told(), Selection(), "two-days"))

    return once(shared / "stick", written) / "lesson.html"


@pytest.fixture
def pupil(browser: Browser, file: Path) -> Iterator[Reader]:
    """Somebody with the file and no network; whatever is asked of anybody fails the test."""
    with browser.new_context(offline=True, viewport={"width": 1280, "height": 800}, reduced_motion="reduce") as context:
        context.set_default_timeout(15_000)
        with Reader(context.new_page(), file.as_uri()) as someone:
            opened(someone.page, file)
            yield someone
    assert someone.trouble == []


def opened(page: Page, file: Path) -> Page:
    page.goto(file.as_uri())
    expect(page.locator("#days-chart")).to_be_hidden()  # it would tell what the first step hides
    page.locator("#days").get_by_role("button", name="Show it anyway").press("Enter")
    expect(page.locator("#days-chart .main-svg").first).to_be_visible(timeout=15_000)
    return page


def test_steps_turn_by_key_and_the_answer_is_shown_when_it_is_asked_for(pupil):
    page = pupil.page
    page.reload()
    expect(page.locator("#step-said")).to_have_text("Step 1 of 2")
    assert page.locator("#s1-step").is_visible() and not page.locator("#s2-step").is_visible()
    assert not page.locator("#s1-whole-timeline-chart").is_visible()
    answer, first = (
        page.locator("#s1-step summary", has_text="Show what the data say"),
        page.get_by_text("Answer first"),
    )
    answer.press("Enter")
    expect(first).to_be_visible()
    assert not page.locator("#s1-whole-timeline-chart").is_visible()
    page.locator("#s1-step input[type=radio]").first.focus()
    page.keyboard.press("Space")
    expect(first).to_have_count(0)
    expect(page.locator("#incidents .lesson-veil")).to_be_visible()
    answer.press("Enter")
    expect(page.locator("#s1-whole-timeline-chart .main-svg").first).to_be_visible()
    expect(page.locator("#days-chart .main-svg").first).to_be_visible()
    expect(page.locator("#incidents .lesson-veil")).to_be_hidden()
    page.keyboard.press("PageDown")
    expect(page.locator("#step-said")).to_have_text("Step 2 of 2")
    assert pupil.focus == "2/2. A week on"
    page.reload()
    expect(page.locator("#step-said")).to_have_text("Step 2 of 2")
    page.keyboard.press("PageUp")
    expect(page.locator("#s1-step")).to_be_visible()
    page.get_by_role("button", name="All steps at once").press("Enter")
    assert page.locator("#s1-step").is_visible() and page.locator("#s2-step").is_visible()


def test_days_are_stepped_by_key_and_the_figure_zooms(pupil):
    page = pupil.page
    said = page.locator("#days-said")
    expect(said).to_contain_text("as known by 8 January 2024")
    marks = "() => document.getElementById('days-chart').data.flatMap((trace) => trace.customdata || []).length"
    number = page.evaluate(marks)
    page.locator("[data-day=previous]").press("Enter")
    expect(said).to_contain_text("as known by 19 November 2023")
    page.locator("[data-day=first]").press("Enter")
    expect(said).to_contain_text("as known by 11 November 2023")
    page.wait_for_function(f"number => ({marks})() < number", arg=number)
    start = page.evaluate("() => document.getElementById('days-chart')._fullLayout.xaxis.range[0]")
    page.locator("#days [data-zoom=in]").press("Enter")
    page.wait_for_function(
        "start => document.getElementById('days-chart')._fullLayout.xaxis.range[0] > start", arg=start
    )


def test_notes_are_saved_with_the_page_and_open_with_it(pupil, browser, tmp_path):
    page = pupil.page
    page.get_by_label("Your notes on this step").first.fill("Who counted, and when?")
    page.locator("#s1-step input[type=radio]").nth(1).check()
    page.locator("#activities input[type=text]").first.fill("two origins")
    with page.expect_download() as text:
        page.get_by_role("button", name="Save my notes as text").press("Enter")
    written = Path(text.value.path()).read_text(encoding="utf-8")
    assert "Who counted, and when?" in written and "How many attacks do you expect?\n  Many" in written
    with page.expect_download() as whole:
        page.get_by_role("button", name="Save this page with my notes").press("Enter")
    saved = tmp_path / "saved.html"
    whole.value.save_as(saved)
    assert saved.stat().st_size < 6_000_000
    with browser.new_context(offline=True) as context:
        other = opened(context.new_page(), saved)
        expect(other.get_by_label("Your notes on this step").first).to_have_value("Who counted, and when?")
        expect(other.locator("#s1-step input[type=radio]").nth(1)).to_be_checked()
        expect(other.locator("#activities input[type=text]").first).to_have_value("two origins")
        assert other.locator("#days-chart .main-svg").count() == page.locator("#days-chart .main-svg").count()


def test_what_was_written_is_cleared_by_key_when_it_is_said_twice(pupil):
    page = pupil.page
    note, kept = page.get_by_label("Your notes on this step").first, "Object.keys(localStorage).length"
    note.fill("Who counted, and when?")
    page.locator("#s1-step input[type=radio]").nth(1).check()
    assert page.evaluate(kept) == 1
    clear = page.get_by_role("button", name="Clear my notes and answers")
    clear.press("Enter")
    assert pupil.focus == "No, keep"
    page.keyboard.press("Enter")
    expect(note).to_have_value("Who counted, and when?")
    clear.press("Enter")
    page.get_by_role("button", name="Yes, clear").press("Enter")
    expect(page.locator("#forgot")).to_contain_text("Cleared.")
    assert pupil.focus == "Clear my notes and answers"
    expect(note).to_have_value("")
    assert page.evaluate(kept) == 0 and page.locator("#s1-step input:checked").count() == 0
    expect(page.locator("#days .lesson-veil")).to_be_visible()


def test_a_card_leads_to_the_accounts_of_its_incident(pupil):
    page = pupil.page
    page.get_by_role("link", name="Open: Card A").first.press("Enter")
    assert (
        page.evaluate("document.activeElement.closest('details').open && document.activeElement.tagName") == "SUMMARY"
    )


def test_axe_finds_nothing_in_a_lesson(pupil):
    pupil.page.evaluate(UNFOLD)
    assert in_both_schemes(pupil) == NOTHING
    pupil.page.set_viewport_size({"width": 320, "height": 640})
    assert found(pupil, TAGS) == []
    assert (pupil.page.evaluate(WIDER), pupil.page.evaluate(SMALL)) == ([], [])
