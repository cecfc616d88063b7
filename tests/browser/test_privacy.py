"""Nothing is kept of a reader, and nobody else hears of one."""

from playwright.sync_api import Browser

from tests.browser.reader import WATCH, Reader

KEPT = """async () => [document.cookie, Object.keys(localStorage), Object.keys(sessionStorage),
  (await indexedDB.databases()).length, (await navigator.serviceWorker.getRegistrations()).length]"""


def test_a_visit_leaves_no_trace_and_asks_nobody_else(browser: Browser, site: str):
    """Every other test too fails on a request to anybody else: see Reader."""
    with browser.new_context(reduced_motion="no-preference") as context:
        context.add_init_script(WATCH)
        cookies, hosts = [], set()
        context.on("response", lambda answer: cookies.extend(name for name in answer.headers if name == "set-cookie"))
        context.on("request", lambda asked: hosts.add(asked.url.partition("/?")[0].split("/")[2]))
        with Reader(context.new_page(), site) as visitor:
            visitor.open().tick("Table")
            visitor.page.locator("a.incident").first.click()
            visitor.still().press("Escape")
            visitor.type("Known by", "2023-11-14")
            visitor.page.emulate_media(color_scheme="dark")
            visitor.open("/?color=red")
            assert visitor.page.evaluate(KEPT) == ["", [], [], 0, 0]
        assert (visitor.trouble, cookies, context.cookies()) == ([], [], [])
        assert hosts <= {site.removeprefix("http://"), ""}  # "" stands for data: and blob:


def test_what_is_asked_for_before_the_page_is_drawn_comes_from_here(browser: Browser, site: str):
    with browser.new_context(java_script_enabled=False) as context:
        page, asked = context.new_page(), []
        page.on("request", lambda request: asked.append(request.url))
        page.goto(site)
        assert [url for url in asked if not url.startswith(site)] == []
        assert "reports of" in page.locator("main").inner_text()
