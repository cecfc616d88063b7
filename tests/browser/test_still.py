"""The site of files at a plain server of files, and from the disk: figures move, search finds, axe finds nothing."""

import http.server
import threading
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.reader import Reader
from tests.browser.test_accessibility import NOTHING, TAGS, found, in_both_schemes
from tests.browser.test_screens import SMALL, WIDER
from tests.three_articles import articles

RANGE = "() => document.getElementById('timeline-chart')._fullLayout.xaxis.range.map((end) => end.slice(0, 10))"


class Files(http.server.SimpleHTTPRequestHandler):
    """Files as they are."""

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def files(site_of_files: Path) -> Iterator[str]:
    """The address of the site, in a folder of its host."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), partial(Files, directory=str(site_of_files.parent)))
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/sub/"
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def visitor(page: Page, files: str) -> Iterator[Reader]:
    page.set_viewport_size({"width": 1280, "height": 800})
    page.emulate_media(color_scheme="light", reduced_motion="reduce")
    with Reader(page, files) as someone:
        yield someone
    assert someone.trouble == []


def drawn(reader: Reader, address: str, graph: str = "timeline-chart") -> Page:
    reader.page.goto(reader.site + address)
    expect(reader.page.locator(f"#{graph} .main-svg").first).to_be_visible(timeout=15_000)
    return reader.page


def test_a_figure_zooms_by_key_and_by_pointer_and_a_mark_opens_its_incident(visitor):
    page = drawn(visitor, "index.html")
    first, last = page.evaluate(RANGE)
    page.get_by_role("button", name="Zoom in").first.focus()
    page.keyboard.press("Enter")
    page.wait_for_function(f"first => ({RANGE})()[0] > first", arg=first)
    page.get_by_role("button", name="Whole period").first.press("Enter")
    page.wait_for_function(f"all => ({RANGE})().join() === all", arg=f"{first},{last}")
    area = page.locator("#timeline-chart .nsewdrag").first
    area.scroll_into_view_if_needed()
    box = area.bounding_box()
    page.mouse.move(box["x"] + 200, box["y"] + 20)
    page.mouse.down()
    page.mouse.move(box["x"] + 400, box["y"] + 20, steps=5)
    page.mouse.up()
    page.wait_for_function(f"first => ({RANGE})()[0] > first", arg=first)
    page.evaluate(
        """() => { const plot = document.getElementById("timeline-chart");
            const marks = plot.data.find((trace) => trace.name === "incidents");
            plot.emit("plotly_click", { points: [{ customdata: marks.customdata.find((data) => data[0]) }] }); }"""
    )
    page.wait_for_url("**/incidents/*/index.html")
    expect(page.locator("#clocks-chart .main-svg").first).to_be_visible(timeout=15_000)


def test_days_are_stepped_through_by_key(visitor):
    page = drawn(visitor, "known-by/2023-11-11/index.html")
    page.get_by_role("link", name="Later report").first.press("Enter")
    page.wait_for_url("**/known-by/2023-11-19/index.html")
    assert "as known by 19 November 2023" in page.locator(".sentence").inner_text()


def test_a_story_is_read_step_by_step_and_its_answer_stands_behind_one_of_the_reader(visitor):
    page = visitor.page
    page.goto(visitor.site + "stories/two-days/index.html")
    expect(page.locator("#s1-timeline-chart .main-svg").first).to_be_visible(timeout=15_000)
    expect(page.locator("#s2-step")).to_be_hidden()
    answer = page.locator("#s1-step summary", has_text="Show what the data say")
    answer.press("Enter")
    expect(page.get_by_text("Answer first")).to_be_visible()
    page.locator("#s1-step input[type=radio]").first.check()
    answer.press("Enter")
    expect(page.locator("#s1-whole-timeline-chart .main-svg").first).to_be_visible()
    page.get_by_role("button", name="Next").press("Enter")
    expect(page.locator("#s1-step")).to_be_hidden()
    assert visitor.focus == "2/2. A week on" and page.url.endswith("#s2-step")
    page.get_by_role("button", name="All steps at once").press("Enter")
    expect(page.locator("#s1-step")).to_be_visible()


def test_search_finds_a_name_in_another_spelling_and_says_how_many(visitor):
    page = visitor.page
    page.goto(visitor.site + "search/index.html")
    field = page.get_by_role("searchbox")
    results = page.locator("#search-results a")
    for asked in ("Assad", "Asad", "ayn al-asad", "Ein"):
        field.fill(asked)
        field.press("Enter")
        expect(results.first).to_have_text("Rocket and drone attacks on US forces at Ain al-Asad, Iraq")
    number = results.count()
    assert number >= 1 and page.get_by_role("status").first.inner_text().startswith(str(number))
    field.fill("no such word")
    expect(page.locator("#search-said")).to_have_text("Nothing holds all of these words.")
    assert page.url.endswith("?q=no%20such%20word")
    field.fill("%")
    expect(page.locator("#search-said")).to_have_text("Write one word or more.")
    assert results.count() == 0
    page.goto(visitor.site + "search/index.html?q=drone")
    results.first.press("Enter")
    page.wait_for_url("**/incidents/*/index.html")


def test_every_incident_that_the_served_search_finds_is_found(visitor):
    """The rule is one: what the script finds holds what the selection finds, word by word."""
    from dashboard.selection import Selection

    page = visitor.page
    page.goto(visitor.site + "search/index.html")
    for asked in ("tanf", "at-Tanf", "Hezbollah", "Hizbullah", "MQ-9", "kataib", "missile", "sharia", "koniko", "kataibhezbollah", "al tanf", "altanf"):
        wanted = set(Selection(q=asked).apply(articles()).incidents["title"])
        page.get_by_role("searchbox").fill(asked)
        page.get_by_role("searchbox").press("Enter")
        assert wanted <= set(page.locator("#search-results a").all_inner_texts()), asked


@pytest.mark.parametrize(
    "address", ["index.html", "escalation/index.html", "incidents/20231108-green-village-drones/index.html", "search/index.html?q=drone", "known-by/index.html", "glossary/index.html", "stories/two-days/index.html"],
)  # fmt: skip
def test_axe_finds_nothing(visitor, address):
    visitor.page.goto(visitor.site + address)
    visitor.page.wait_for_load_state("networkidle")
    visitor.page.evaluate("for (const part of document.querySelectorAll('main details')) part.open = true")
    assert in_both_schemes(visitor) == NOTHING
    visitor.page.set_viewport_size({"width": 320, "height": 640})
    assert found(visitor, TAGS) == []
    assert (visitor.page.evaluate(WIDER), visitor.page.evaluate(SMALL)) == ([], [])


def test_a_page_works_from_the_disk(page, site_of_files):
    folder = site_of_files
    with Reader(page, folder.as_uri()) as someone:
        page.goto((folder / "search/index.html").as_uri())
        page.get_by_role("searchbox").fill("Assad")
        expect(page.locator("#search-results a").first).to_contain_text("Ain al-Asad")
        page.locator("#search-results a").first.click()
        expect(page.locator("#clocks-chart .main-svg").first).to_be_visible(timeout=15_000)
    assert someone.trouble == []
