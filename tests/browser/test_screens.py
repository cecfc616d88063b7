"""From a narrow phone to a projector, on paper, and in the colours that a reader forces."""

import pytest
from playwright.sync_api import expect

from tests.browser.reader import Reader

SIZES = {"narrow": (320, 640), "phone": (390, 844), "tablet": (820, 1180), "wall": (1920, 1080)}
WIDER = """() => [...document.querySelectorAll("html, [role=dialog], main, .figure")].filter(
  (node) => node.scrollWidth > node.clientWidth + 1 && getComputedStyle(node).overflowX !== "hidden").map((node) => node.className || node.tagName)"""
SMALL = """() => [...document.querySelectorAll("body *")].filter((node) => !node.closest("svg, .out-of-sight") && node.checkVisibility()
  && [...node.childNodes].some((child) => child.nodeType === 3 && child.textContent.trim())
  && parseFloat(getComputedStyle(node).fontSize) < 16).map((node) => node.className + ": " + node.textContent.slice(0, 30))"""


STATES = {
    # one after the other, each led to on a wide screen
    "list": lambda visitor: visitor.open("/?known_by=2023-11-19&kind=attack").unfold(),
    "calendar": lambda visitor: visitor.page.get_by_role("textbox", name="Known by").click(),
    "drawer": lambda visitor: (visitor.press("Escape"), visitor.page.locator("a.incident").first.click()),
    "table": lambda visitor: visitor.press("Escape").tick("Table"),
    "refused": lambda visitor: visitor.open("/?color=red"),
}
SHOWN = {
    "list": "#rows a.incident",
    "calendar": ".mantine-DateInput-calendarHeaderControl",
    "drawer": ".drawer-title",
    "table": "#rows table",
    "refused": "main h1",
}


def test_nothing_scrolls_sideways_and_no_text_is_small(visitor: Reader):
    seen = {}
    for state, lead in STATES.items():
        if seen:
            visitor.resize(1366, 768)
        lead(visitor)
        for size, (width, height) in SIZES.items():
            visitor.resize(width, height)
            if state == "calendar":
                lead(visitor)  # it closes when its field has left the screen
            expect(visitor.page.locator(SHOWN[state]).first).to_be_visible()
            seen[state, size] = (visitor.page.evaluate(WIDER), visitor.page.evaluate(SMALL))
    assert seen == {(state, size): ([], []) for state in STATES for size in SIZES}


def test_on_a_phone_the_lanes_give_way_to_the_rows_and_the_filters_are_folded(visitor: Reader):
    visitor.page.set_viewport_size({"width": 390, "height": 844})
    visitor.open()
    expect(visitor.page.locator("#timeline-chart")).to_be_hidden()
    expect(visitor.page.locator("#density-strip")).to_be_visible()
    expect(visitor.page.get_by_role("combobox", name="Place")).to_be_hidden()
    visitor.page.get_by_text("Search and filters", exact=True).click()
    visitor.pick("Kind", "attack")
    expect(visitor.page.get_by_role("combobox", name="Place")).to_be_visible()  # what the reader unfolds stays so


@pytest.mark.parametrize("size", [(320, 568), (390, 844)], ids=["small phone", "phone"])
def test_the_first_screen_of_a_phone_has_the_sentence_the_search_the_known_by_day_and_the_strip(visitor: Reader, size: tuple):
    visitor.page.set_viewport_size({"width": size[0], "height": size[1]})
    page = visitor.open("/?known_by=2023-11-19").page
    summaries = {"search": "Search and filters", "known": "Known by: 19 November 2023 · 1 note", "menu": "Menu"}
    parts = {name: page.get_by_text(words, exact=True) for name, words in summaries.items()}
    boxes = {name: part.bounding_box() for name, part in parts.items()}
    assert min(box["height"] for box in boxes.values()) >= 44  # a finger
    for part in (*parts.values(), page.locator("#sentence"), page.locator("#density-strip")):
        box = part.bounding_box()
        assert box["y"] + box["height"] <= size[1]

    parts["known"].press("Enter")
    visitor.choose("Everything known")
    expect(page.locator("#known")).to_have_text("Known by: everything to date")
    expect(page.locator("#clock")).to_be_visible()  # what is unfolded stays so
    parts["menu"].press("Enter")
    expect(page.get_by_role("link", name="Escalation")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("link", name="Escalation")).to_be_hidden()
    visitor.resize(1280, 800)
    expect(page.get_by_role("link", name="Escalation")).to_be_visible()
    expect(page.locator("#breakdown")).to_be_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_paper_is_dark_on_white_and_leaves_out_what_only_a_hand_can_use(visitor: Reader, scheme: str):
    visitor.page.emulate_media(color_scheme=scheme)
    visitor.open("/?kind=attack").page.emulate_media(media="print")
    page = visitor.page
    for gone in ("nav", ".filters", "#clock", "#window", ".choice"):
        expect(page.locator(gone)).to_be_hidden()
    for kept in ("h1", "#sentence", "#timeline-chart", "#rows", "#tallies"):
        expect(page.locator(kept)).to_be_visible()
    colors = page.evaluate(
        """() => [document.body, document.querySelector(".quiet"), document.querySelector("#timeline-chart text")].map((node) =>
          [getComputedStyle(node).backgroundColor, getComputedStyle(node).color, getComputedStyle(node).fill])"""
    )
    assert colors[0][:2] == ["rgb(255, 255, 255)", "rgb(0, 0, 0)"]
    assert colors[1][1] == "rgb(51, 58, 64)"
    assert colors[2][2] == "rgb(0, 0, 0)"


def test_the_figures_take_the_size_of_the_sheet_and_give_it_back(visitor: Reader):
    """They are drawn wider than a sheet of 680 by 860, and shrunk until both sides fit."""
    visitor.open()
    svg = "document.querySelector('#timeline-chart .main-svg')"
    before = visitor.page.evaluate(f"{svg}.clientWidth")
    visitor.page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    visitor.page.wait_for_function(f"() => {svg}.clientWidth !== {before}")
    width, height = visitor.page.evaluate(f"[{svg}.clientWidth, {svg}.clientHeight]")
    assert width > 680 and height * 680 / width < 862
    visitor.page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    visitor.page.wait_for_function(f"() => {svg}.clientWidth === {before}")


def test_paper_with_the_drawer_open_holds_its_accounts(visitor: Reader):
    visitor.open()
    visitor.page.locator("a.incident").first.click()
    visitor.still().page.emulate_media(media="print")
    expect(visitor.page.get_by_role("heading", name="Field by field")).to_be_visible()
    expect(visitor.page.locator("main")).to_be_hidden()


def test_forced_colours_reach_the_words_of_the_figures_and_the_chosen_segments(visitor: Reader):
    visitor.page.emulate_media(forced_colors="active", color_scheme="dark")
    visitor.open()
    text, ground, outline = visitor.page.evaluate(
        """() => [getComputedStyle(document.querySelector("#timeline-chart text")).fill,
          getComputedStyle(document.body).backgroundColor,
          getComputedStyle(document.querySelector(".mantine-SegmentedControl-label[data-active]")).outlineStyle]"""
    )
    assert (text, ground, outline) == ("rgb(255, 255, 255)", "rgb(0, 0, 0)", "solid")


def test_forced_colours_show_which_value_of_a_list_is_chosen_and_which_marks_are_hollow(visitor: Reader):
    visitor.page.emulate_media(forced_colors="active")
    visitor.open().page.get_by_role("combobox", name="Kind").press("ArrowDown")
    expect(visitor.page.locator("[data-combobox-selected]")).to_have_css("outline-style", "solid")
    fills = [visitor.page.locator(f".legend .mark-{name}").first for name in ("claimed", "acknowledged")]
    assert len({mark.evaluate("node => getComputedStyle(node).color") for mark in fills}) == 2
