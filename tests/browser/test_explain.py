"""Words that explain themselves and names that open a profile: by keyboard, pointer and finger, in the drawer too."""

from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.reader import WATCH, Reader
from tests.browser.test_accessibility import NOTHING, in_both_schemes
from tests.browser.test_screens import SMALL, WIDER

ISLET = "/?incident=20190304-islet-rockets"
MEANING = "interceptionBringing down an aircraft before it arrives.In plain words: Stopping it on the way."


def word(page: Page, name: str = "interception") -> Locator:
    return page.locator(".legend").get_by_role("button", name=name, exact=True)


def tooltip(page: Page) -> Locator:
    return page.get_by_role("tooltip")


def profile(page: Page, name: str) -> Locator:
    return page.get_by_role("dialog", name=name)


def test_a_word_says_what_it_means_while_it_has_the_keyboard(reader: Reader):
    reader.open()
    word(reader.page).focus()
    expect(tooltip(reader.page)).to_have_text(MEANING)
    expect(word(reader.page)).to_have_accessible_description(
        " ".join(tooltip(reader.page).locator("> *").all_inner_texts())
    )
    reader.press("Escape")
    expect(tooltip(reader.page)).to_have_count(0)
    assert reader.focus == "interception"  # and the keyboard stays
    reader.press("Enter")
    expect(tooltip(reader.page)).to_be_visible()
    reader.press("Tab")
    expect(tooltip(reader.page)).to_have_count(0)
    assert reader.page.locator("#said").inner_text() == ""  # the meaning was its description: nothing is read twice


def test_a_pointer_may_go_on_to_what_it_opened(reader: Reader):
    reader.open()
    word(reader.page).hover()
    expect(tooltip(reader.page)).to_be_visible()
    tooltip(reader.page).hover()
    reader.page.wait_for_timeout(400)  # longer than a pointer that has left is given
    expect(tooltip(reader.page)).to_be_visible()
    reader.page.mouse.move(5, 5)
    expect(tooltip(reader.page)).to_have_count(0)
    word(reader.page).hover()
    expect(tooltip(reader.page)).to_be_visible()
    reader.press("Escape")
    expect(tooltip(reader.page)).to_have_count(0)


def test_a_finger_opens_and_closes_on_the_narrowest_screen(browser: Browser, tiny_site: str):
    with browser.new_context(
        has_touch=True, viewport={"width": 320, "height": 640}, reduced_motion="reduce"
    ) as context:
        context.add_init_script(WATCH)
        page = context.new_page()
        with Reader(page, tiny_site) as reader:
            reader.open()
            page.get_by_text("Signs, and days not covered").tap()  # folded on a phone
            for _ in range(2):
                word(page).tap()
                expect(tooltip(page)).to_have_text(MEANING)
                assert (page.evaluate(WIDER), page.evaluate(SMALL)) == ([], [])
                box = tooltip(page).bounding_box()
                assert (box["x"] >= 0, box["x"] + box["width"] <= 320) == (True, True)
                word(page).tap()
                expect(tooltip(page)).to_have_count(0)
            word(page).tap()
            page.locator("#rows-title").tap()
            expect(tooltip(page)).to_have_count(0)
        assert reader.trouble == []


def test_a_name_in_the_drawer_opens_a_profile_and_escape_leads_back(reader: Reader):
    reader.open(ISLET)
    drawer = reader.page.get_by_role("dialog", name="Who says what")
    name = drawer.get_by_role("button", name="Kelp Courier").first
    name.focus()
    reader.press("Enter")
    opened = profile(reader.page, "Kelp Courier")
    expect(opened).to_contain_text("owned by the ferry company")
    expect(name).to_have_attribute("aria-expanded", "true")
    reader.press("Tab", "Tab")
    assert reader.focus == "All about this outlet"
    reader.press("Escape")
    expect(opened).to_have_count(0)
    expect(name).to_be_focused()
    expect(name).to_have_attribute("aria-expanded", "false")
    assert (reader.address, drawer.is_visible()) == (ISLET, True)
    reader.press("Enter", "Shift+Tab")  # out of it at its beginning
    expect(opened).to_have_count(0)
    expect(name).to_be_focused()


def test_a_profile_follows_the_known_by_day_and_leads_to_what_it_counts(reader: Reader):
    reader.open("/?known_by=2019-03-08")
    reader.page.locator("#rows").get_by_role("button", name="Tern Company").first.click()
    opened = profile(reader.page, "Tern Company")
    expect(opened).to_contain_text("as known by 8 March 2019")
    link = opened.get_by_role("link", name="Named in")
    counted = int(link.inner_text().split()[2])
    link.click()
    reader.page.wait_for_url("**/?known_by=2019-03-08&actor=terns")
    assert len(reader.still().titles) == counted


def test_arrows_lead_along_a_row_to_the_names_that_tab_passes_by(reader: Reader):
    reader.open("/?q=pier")
    reader.page.get_by_role("link", name="Drone at Pier Nine").focus()
    walked = []
    for key in ("ArrowRight", "ArrowRight", "ArrowLeft", "ArrowLeft"):
        reader.press(key)
        walked.append(reader.focus)
    assert walked[1] != walked[0] == walked[2]
    assert walked[3] == "Drone at Pier Nine"
    reader.press("ArrowRight", "Enter")
    expect(profile(reader.page, walked[0])).to_be_visible()


def test_what_could_not_be_fetched_is_said_in_words(reader: Reader):
    reader.open(ISLET)
    name = reader.page.get_by_role("dialog").get_by_role("button", name="Kelp Courier").first
    name.evaluate("node => (node.dataset.profile = 'outlets/mars')")
    name.click()
    refused = "This could not be fetched: The table outlets has no row 'mars', so there is no profile of it."
    expect(profile(reader.page, "Kelp Courier")).to_contain_text(refused)
    expect(reader.page.locator("#said")).to_have_text(refused)
    reader.press("Escape")
    reader.page.route("**/api/explain/**", lambda route: route.abort())
    other = reader.page.get_by_role("dialog").get_by_role("button", name="Tern Company").first
    other.click()
    expect(profile(reader.page, "Tern Company")).to_contain_text("The site may be out of reach; try again.")
    reader.page.unroute("**/api/explain/**")
    reader.press("Escape")
    other.click()  # what failed is asked again
    expect(profile(reader.page, "Tern Company")).to_contain_text("armed group")
    assert [line for line in reader.trouble if "Failed to load resource" not in line] == []
    reader.trouble.clear()  # the console reports the two failures


def test_axe_finds_nothing_in_an_open_meaning_which_is_not_on_paper_and_an_open_profile(reader: Reader):
    reader.open()
    word(reader.page).focus()
    expect(tooltip(reader.page)).to_be_visible()
    assert in_both_schemes(reader) == NOTHING
    expect(tooltip(reader.page)).to_be_visible()
    reader.page.emulate_media(media="print")  # on paper a word is a word
    expect(tooltip(reader.page)).to_be_hidden()
    assert word(reader.page).evaluate("node => getComputedStyle(node).textDecorationLine") == "none"
    reader.page.emulate_media(media="screen", color_scheme="light")
    reader.open(ISLET).page.get_by_role("dialog").get_by_role("button", name="Kelp Courier").first.click()
    expect(profile(reader.page, "Kelp Courier")).to_be_visible()
    assert in_both_schemes(reader) == NOTHING
