"""A browser, sites on this machine, and a reader who fails the test on whatever no reader should meet."""

import threading
from collections.abc import Callable, Iterator
from functools import partial

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Playwright, expect, sync_playwright
from waitress import wasyncore
from waitress.server import create_server

from dashboard import dataset, schema
from dashboard.app import create_app
from dashboard.dataset import Dataset
from tests.browser import chromium
from tests.browser.reader import WATCH, Reader
from tests.three_articles import articles

PATIENCE = 60_000
"""Milliseconds after which something will not come any more: a busy machine is no reason to fail."""
expect.set_options(timeout=PATIENCE)

WAITRESS = {"threads": 6, "outbuf_overflow": 2**26}  # no answer is large enough to go through a file on disk


@pytest.fixture(scope="session")
def default() -> Dataset:
    """Three real articles, which do not change when the shipped package grows."""
    return articles()


@pytest.fixture(scope="session")
def serve() -> Iterator[Callable[[Dataset], str]]:
    """Serve a data set on a free port and return the address; every server ends with the session."""
    stops = []

    def start(data: Dataset) -> str:
        sockets: dict = {}
        server = create_server(create_app(data).server, map=sockets, host="127.0.0.1", port=0, **WAITRESS)
        thread = threading.Thread(target=server.run)
        thread.start()
        stops.append((server, thread, partial(wasyncore.close_all, sockets, ignore_all=True)))
        return f"http://127.0.0.1:{server.effective_port}"

    yield start
    for server, thread, close in stops:
        server.trigger.pull_trigger(close)  # in the server's own thread, which ends when nothing is open
        thread.join()
        server.task_dispatcher.shutdown(timeout=1)


@pytest.fixture(scope="session")
def site(serve: Callable[[Dataset], str], default: Dataset) -> str:
    """The address of a site with the shipped data."""
    return serve(default)


@pytest.fixture(scope="session")
def tiny_site(serve: Callable[[Dataset], str], tiny: Dataset) -> str:
    """The address of a site with the tiny package."""
    return serve(tiny)


@pytest.fixture(scope="session")
def shipped_site(serve: Callable[[Dataset], str]) -> str:
    """The address of a site with the package as it is installed."""
    return serve(dataset.load(schema.DEFAULT))


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    with sync_playwright() as started:
        yield started


@pytest.fixture(scope="session")
def browser(playwright: Playwright) -> Iterator[Browser]:
    with playwright.chromium.launch(executable_path=chromium.executable(), args=chromium.LAUNCH_ARGS) as running:
        yield running


@pytest.fixture(scope="session")
def context(browser: Browser) -> Iterator[BrowserContext]:
    """One browser's memory for all tests of a worker: the site keeps nothing in it, and a test holds it to that."""
    with browser.new_context() as started:
        started.add_init_script(WATCH)
        started.set_default_timeout(PATIENCE)
        keep_process(started.new_page())
        yield started


def keep_process(empty: Page) -> None:
    """Leave a page of this machine open: while one is, its process stays, and with it the scripts it has compiled."""
    empty.route("**", lambda route: route.fulfill(body=""))
    empty.goto("http://127.0.0.1/")


@pytest.fixture
def page(context: BrowserContext) -> Iterator[Page]:
    """A new page: a browser counts no more than 50 steps of one page's history."""
    opened = context.new_page()
    yield opened
    opened.close()


@pytest.fixture
def reader(page: Page, tiny_site: str) -> Iterator[Reader]:
    """Somebody who reads the tiny site."""
    yield from reading(page, tiny_site)


@pytest.fixture
def visitor(page: Page, site: str) -> Iterator[Reader]:
    """Somebody who reads the site with the shipped data."""
    yield from reading(page, site)


@pytest.fixture
def user(page: Page, shipped_site: str) -> Iterator[Reader]:
    """Somebody who reads the site as it is installed."""
    yield from reading(page, shipped_site)


def reading(page: Page, address: str) -> Iterator[Reader]:
    """A reader of a site in a new page; the test fails on whatever went wrong unseen."""
    page.set_viewport_size({"width": 1366, "height": 768})
    page.emulate_media(media="screen", color_scheme="light", reduced_motion="reduce", forced_colors="none")
    with Reader(page, address) as someone:
        yield someone
        if page.url.startswith(address):
            page.evaluate("() => localStorage.clear()")  # what a reader chose is nobody else's
        page.goto("about:blank")  # whatever is still under way ends here, and is heard when it complains
        page.close()
    assert someone.trouble == []
