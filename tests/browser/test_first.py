"""The page before its scripts, the change to the page that they draw, and what a browser is forbidden meanwhile."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from tests.browser.conftest import PATIENCE
from tests.browser.reader import WATCH, Reader
from tests.browser.test_accessibility import OF_COLOUR, TAGS, found
from tests.browser.test_screens import SMALL, WIDER

SHIFTS = """
(() => {
  window.shifted = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.shifted += entry.value;
  }).observe({ type: "layout-shift", buffered: true });
  window.forbidden = [];
  document.addEventListener("securitypolicyviolation", (event) =>
    window.forbidden.push([event.effectiveDirective, event.blockedURI, event.sourceFile].join(" ")));
})();
"""
HEADINGS = "() => [...document.querySelectorAll('h1')].filter((node) => node.checkVisibility({ visibilityProperty: true })).length"
GOOD = 0.1
"""A layout shift up to which a page counts as stable (web.dev/articles/cls)."""


@pytest.fixture
def watched(browser: Browser) -> Iterator[Page]:
    """A page that counts how far its parts shift, and what its policy forbids; its browser remembers nothing."""
    with browser.new_context(viewport={"width": 1366, "height": 768}, reduced_motion="reduce") as context:
        context.add_init_script(WATCH)
        context.add_init_script(SHIFTS)
        context.grant_permissions(["clipboard-read", "clipboard-write"])
        context.set_default_timeout(PATIENCE)
        yield context.new_page()


def hold(page: Page) -> Callable[[], None]:
    """Keep the answers of all callbacks back; return what lets them go."""
    held: list[Route] = []
    free: list[bool] = []
    page.route("**/_dash-update-component*", lambda route: route.continue_() if free else held.append(route))

    def release() -> None:
        free.append(True)
        for route in held:
            route.continue_()

    return release


@pytest.mark.parametrize("address", ["/", "/counts", "/incidents/20190310-skerries-mortars"])
def test_one_page_is_shown_at_any_time_and_nothing_moves_when_scripts_take_over(watched: Page, tiny_site: str, address):
    release = hold(watched)
    watched.goto(tiny_site + address)
    watched.wait_for_function("() => document.querySelector('#react-entry-point main')")
    assert watched.evaluate(HEADINGS) == 1
    before = watched.locator("#first-page h1").inner_text()
    release()
    with Reader(watched, tiny_site) as reader:
        reader.still()
        assert watched.locator("#first-page").count() == 0
        assert (watched.evaluate(HEADINGS), watched.locator("h1").inner_text()) == (1, before)
        assert watched.evaluate("window.shifted") < GOOD
        assert reader.trouble == []


def test_the_keyboard_stays_where_it_was_when_scripts_take_over(watched: Page, tiny_site: str):
    release = hold(watched)
    watched.goto(tiny_site)
    watched.locator("#first-page").get_by_role("link", name="Counts", exact=True).focus()
    watched.wait_for_function("() => document.querySelector('#react-entry-point main')")
    release()
    watched.wait_for_selector("#first-page", state="detached")
    assert watched.evaluate("document.activeElement.textContent + document.activeElement.isConnected") == "Countstrue"


LEADS = """hrefs => hrefs.map((href) => window.as_reported.Leaf({ part: ["p", {}, ["a", { href }, "x"]] }).props.children.props.href)"""
"""Where links lead that a leaf draws."""


def test_nothing_that_the_site_does_is_forbidden_by_its_policy(watched: Page, tiny_site: str):
    """That of every page is heard too: a browser tells of it in its console, and no reader may find a line there."""
    with Reader(watched, tiny_site) as reader:
        watched.goto(tiny_site + "/api/docs")
        forbidden = watched.evaluate("window.forbidden")
        reader.open().pick("Kind", "attack")
        watched.locator("a.incident").first.click()
        reader.still().choose("Copy link")
        assert watched.evaluate("navigator.clipboard.readText()").startswith(f"{tiny_site}/?kind=attack&incident=")
        assert [*forbidden, *watched.evaluate("window.forbidden"), *reader.trouble] == []
        assert watched.evaluate(LEADS, ["https://example.org/", "javascript:alert(1)"]) == ["https://example.org/", "about:blank"]
        watched.evaluate("document.body.append(Object.assign(document.createElement('script'), {textContent: '1'}))")
        watched.wait_for_function("() => window.forbidden.length === 1")  # the watch does hear what is forbidden
        assert [line for line in reader.trouble if "Content Security Policy" in line] == reader.trouble != []


# --- without scripts -------------------------------------------------------------------------------------


@pytest.fixture
def scriptless(browser: Browser) -> Page:
    with browser.new_context(viewport={"width": 320, "height": 640}, java_script_enabled=False) as context:
        yield context.new_page()


def test_without_scripts_the_list_leads_to_the_accounts_and_a_wrong_address_to_a_search(scriptless: Page, tiny_site: str):
    scriptless.goto(tiny_site)
    scriptless.get_by_role("link", name="Drone at Pier Nine").click()
    expect(scriptless).to_have_url(f"{tiny_site}/incidents/20190306-pier-drone")
    expect(scriptless.get_by_role("heading", name="Who says what")).to_be_visible()
    scriptless.goto(f"{tiny_site}/incidents/20190306-pier-dron")
    expect(scriptless.get_by_role("link", name="Drone at Pier Nine")).to_be_visible()
    scriptless.get_by_role("searchbox").fill("mortar")
    scriptless.get_by_role("button", name="Search").click()
    expect(scriptless).to_have_url(f"{tiny_site}/?q=mortar")
    expect(scriptless.get_by_role("link", name="Mortar fire on the North Skerries")).to_be_visible()


@pytest.mark.parametrize("address", ["/", "/counts", "/incidents/20190310-skerries-mortars", "/nowhere"])
def test_the_first_page_fits_a_narrow_screen_and_axe_finds_nothing_in_it(page: Page, tiny_site: str, address: str):
    """The scripts of the site are held back, those of this test run."""
    page.route("**/*.js*", lambda route: route.abort())
    with Reader(page, tiny_site) as reader:
        page.set_viewport_size({"width": 320, "height": 640})
        page.goto(tiny_site + address)
        assert (page.evaluate(WIDER), page.evaluate(SMALL)) == ([], [])
        for scheme, rules in (("light", TAGS), ("dark", OF_COLOUR)):
            page.emulate_media(color_scheme=scheme)
            assert found(reader, rules) == []
    page.unroute("**/*.js*")


def test_a_wrong_address_offers_the_same_search_with_scripts(reader: Reader):
    reader.open("/incidents/20190306-pier-dron")
    reader.trouble.clear()  # the console reports the 404
    reader.page.get_by_role("searchbox").fill("mortar")
    reader.page.get_by_role("button", name="Search").click()
    reader.page.wait_for_url(f"{reader.site}/?q=mortar")
    assert "Mortar fire on the North Skerries" in reader.still().titles


def test_a_wrong_part_of_an_address_can_be_dropped(reader: Reader):
    reader.open("/?kind=attack&color=red").follow("Show it without color=red")
    assert reader.address == "/?kind=attack"
    reader.page.evaluate("window.dash_clientside.set_props('url', {search: '?kind=attack&color=red'})")
    reader.still().choose("Show it without color")
    assert reader.address == "/?kind=attack"
