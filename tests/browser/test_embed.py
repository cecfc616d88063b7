"""Views in pages of others: drawn in a frame of another site, as high as they say, and the code for one by keyboard."""

import http.server
import re
import threading
from collections.abc import Iterator
from functools import partial

import pytest
from playwright.sync_api import FrameLocator, expect

from tests.browser.reader import FOLLOWED, Reader
from tests.browser.test_accessibility import NOTHING, TAGS, found, in_both_schemes
from tests.browser.test_screens import SMALL, WIDER


class Host(http.server.BaseHTTPRequestHandler):
    """A page of somebody else, with code as the site gives it."""

    def __init__(self, code: list[str], *rest: object) -> None:
        self.code = code
        super().__init__(*rest)

    def do_GET(self) -> None:
        body = f"<!doctype html><html lang=en><title>Host</title><h1>Host</h1>{''.join(self.code)}"
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(body.encode())

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def host() -> Iterator[tuple[str, list[str]]]:
    """The address of another site, and the list of what its page holds."""
    code: list[str] = []
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), partial(Host, code))
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/", code
    server.shutdown()
    thread.join()
    server.server_close()


def ask(reader: Reader, name: str) -> list[str]:
    """Open the dialog of a figure by keyboard, and return the code it shows."""
    reader.page.locator(f"[data-embed^='/embed/{name}']").focus()
    reader.press("Enter")
    return reader.page.locator("#embedding pre").all_inner_texts()


def frame(reader: Reader, host: tuple[str, list[str]], code: list[str]) -> FrameLocator:
    address, held = host
    held[:] = code
    reader.page.goto(address)
    reader.trouble[:] = [one for one in reader.trouble if address not in one]  # the host is somebody else, as meant
    inside = reader.page.frame_locator("iframe")
    expect(inside.locator("#first-page")).to_have_count(0)
    return inside


HIGH = f"""
width => window.innerWidth === width && ({FOLLOWED.strip()})() && [...document.querySelectorAll("main")].some((main) =>
  main.checkVisibility({{ visibilityProperty: true }}) && Math.abs(main.offsetHeight - window.innerHeight) < 2)
"""
"""Whether a page in a frame of some width is drawn for it, and the frame is as high as the page."""


def scrolls(reader: Reader, width: int) -> float:
    """How far a frame of this width can be scrolled, once it is as high as the page in it has said."""
    reader.page.evaluate("width => (document.querySelector('iframe').width = width)", width)
    inside = reader.page.frames[1]
    inside.wait_for_function(HIGH, arg=width)
    return inside.evaluate("() => (window.scrollTo(0, 9999), window.scrollY)")


def test_the_code_of_a_figure_draws_it_elsewhere_and_its_frame_becomes_as_high_as_it_is(visitor: Reader, host):
    code = ask(visitor.open("/?known_by=2023-11-19&kind=attack&lanes=kind"), "timeline")
    assert re.search(r'src="[^"]+/embed/timeline\?known_by=2023-11-19&amp;kind=attack&amp;lanes=kind"', code[0])
    assert (
        'title="Counts said, incidents named' in code[0] and 'width="100%"' in code[0] and 'loading="lazy"' in code[0]
    )
    inside = frame(visitor, host, [re.sub(r'height="\d+"', 'height="150"', code[0]), code[1]])
    expect(inside.locator("#timeline-chart .main-svg").first).to_be_visible()
    visitor.page.wait_for_function("document.querySelector('iframe').clientHeight > 400")
    for width in (700, 360, 320):
        assert scrolls(visitor, width) == 0, width
    for chrome in ("header", "footer.site-footer", "dialog", ".filters", "[role=dialog]", ".taken", ".skip"):
        assert inside.locator(chrome).evaluate_all("all => all.filter((one) => one.checkVisibility()).length") == 0, (
            chrome
        )
    assert "as known by 19 November 2023" in inside.locator(".sentence").inner_text()
    assert visitor.page.context.cookies() == []


def test_what_is_opened_in_a_frame_opens_in_a_window_of_its_own(visitor: Reader, host):
    source = f'<iframe src="{visitor.site}/embed/rows?known_by=2023-11-19" title="Rows" width=900 height=600></iframe>'
    inside = frame(visitor, host, [source])
    row = inside.locator("a.incident").first
    incident = row.get_attribute("data-incident")
    with visitor.page.context.expect_page() as opened:
        row.click()
    assert opened.value.url == f"{visitor.site}/incidents/{incident}?known_by=2023-11-19"
    opened.value.close()
    with visitor.page.context.expect_page() as opened:
        inside.get_by_role("link", name="Open in As Reported").click()
    assert opened.value.url == f"{visitor.site}/?known_by=2023-11-19"
    opened.value.close()
    assert inside.locator("h1").inner_text() == "What was reported"


def test_a_mark_opens_the_page_of_its_incident(visitor: Reader):
    visitor.open("/embed/timeline?known_by=2023-11-19")
    key = visitor.page.evaluate(
        """() => { const plot = document.querySelector("#timeline-chart .js-plotly-plot");
            const marks = plot.data.find((trace) => trace.name === "incidents");
            return marks.customdata.find((data) => data[0])[0]; }"""
    )
    with visitor.page.context.expect_page() as opened:
        visitor.page.evaluate(
            "key => window.dash_clientside.set_props('timeline-chart', {clickData: {points: [{customdata: [key]}]}})",
            key,
        )
    assert opened.value.url == f"{visitor.site}/incidents/{key}?known_by=2023-11-19"
    opened.value.close()
    assert visitor.address == "/embed/timeline?known_by=2023-11-19"


@pytest.mark.parametrize("name", ["rows", "means"])
def test_axe_finds_nothing_in_an_embed(visitor: Reader, name: str):
    assert in_both_schemes(visitor.open(f"/embed/{name}?known_by=2023-11-19")) == NOTHING
    visitor.resize(320, 640).page.emulate_media(color_scheme="light")
    assert found(visitor.unfold(), TAGS) == []
    assert (visitor.page.evaluate(WIDER), visitor.page.evaluate(SMALL)) == ([], [])


def test_the_dialog_freezes_the_address_and_escape_closes_it_alone(visitor: Reader):
    live, _ = ask(visitor.open("/?known_by=2023-11-19"), "timeline")
    digest = visitor.page.locator("[data-digest]").get_attribute("data-digest")
    assert in_both_schemes(visitor) == NOTHING
    visitor.page.get_by_role("button", name="Name the data’s version in the address").last.focus()
    visitor.press("Enter")
    frozen = visitor.page.locator("#embedding pre").first.inner_text()
    assert f"data={digest}" in frozen and "data=" not in live
    expect(visitor.page.get_by_role("link", name="See it alone")).to_have_attribute(
        "href", re.compile(f"data={digest}")
    )
    visitor.press("Escape")
    expect(visitor.page.locator("#embedding")).to_be_hidden()
    assert visitor.focus == "Embed"


def test_the_code_of_an_incidents_figure_names_the_incident(visitor: Reader):
    visitor.open("/").page.locator("a.incident").first.click()
    incident = visitor.still().page.locator("#rows a[aria-current]").get_attribute("data-incident")
    code = ask(visitor.open(f"/incidents/{incident}?known_by=2023-12-19"), "clocks")
    assert f"/embed/clocks/{incident}?known_by=2023-12-19" in code[0]
    assert visitor.open(f"/embed/clocks/{incident}").page.locator("h1").inner_text().startswith("Two clocks: ")
