"""Somebody at a browser: opens addresses, waits until the page is still, and says what can be seen."""

from collections.abc import Callable
from typing import Any, Self

from playwright.sync_api import ConsoleMessage, Error, Page, Request

CALM = 5
"""Frames in a row without anything under way, after which a page counts as still."""

REFUSED = "Failed to load resource: the server responded with a status of 400 (BAD REQUEST)"

WATCH = """
(() => {
  const watch = (window.watch = { calm: 0, posts: [] });
  const fetch = window.fetch;
  window.fetch = (...asked) => {
    if (String(asked[0].url || asked[0]).includes("_dash-update-component")) watch.posts.push(JSON.parse(asked[1].body));
    return fetch(...asked);
  };
  const busy = () => {
    const main = document.querySelector("main h1, main h2");
    if (!main || document.getElementById("first-page") || !window.store || window.store.getState().isLoading) return true;
    const { stored, ...callbacks } = window.store.getState().callbacks;
    const url = window.dash_component_api.getLayout("url");
    return Object.values(callbacks).some((list) => list.length)
      || !url || (url.props.search || "") !== location.search
      || [...document.querySelectorAll(".dash-graph")].some((graph) => !graph.querySelector(".main-svg"));
  };
  watch.still = (calm) => (watch.calm = busy() ? 0 : watch.calm + 1) >= calm;
})();
"""

FOLLOWED = """
() => [...document.querySelectorAll(".dash-graph")].every((graph) => !graph.checkVisibility()
  || Math.abs(graph.querySelector(".main-svg").clientWidth - graph.clientWidth) < 2)
"""

SEEN = """
() => {
  const text = (node) => (node ? node.innerText.trim() : "");
  const all = (where, read) => [...document.querySelectorAll(where)].map(read);
  const shown = (node) => node.checkVisibility();
  const figure = (where) => {
    const plot = document.querySelector(where + " .js-plotly-plot");
    if (!plot) return null;
    const traces = plot.data.map((trace) => [trace.name, [...(trace.x || [])], [...(trace.y || [])]]);
    return { traces, range: [...plot.layout.xaxis.range], shapes: plot.layout.shapes || [] };
  };
  return {
    address: location.pathname + location.search,
    title: document.title,
    sentence: text(document.getElementById("sentence")),
    breakdown: text(document.getElementById("breakdown")),
    banners: text(document.getElementById("banners")),
    takeaway: text(document.querySelector(".takeaway")),
    refused: text(document.getElementById("refused")),
    controls: all("main input:not([type=hidden])", (node) => [text(node.labels[0]),
      ["radio", "checkbox"].includes(node.type) ? node.checked : node.value]),
    pills: all(".mantine-Pill-label", text),
    rows: all("#rows a.incident", (node) => [text(node), node.getAttribute("href"), node.getAttribute("aria-current")]),
    pages: text(document.querySelector("#rows .page-now")),
    tallies: text(document.getElementById("tallies")),
    drawer: all("[role=dialog]", (node) => (shown(node) ? text(node) : "")).join(),
    chart: figure("#timeline-chart"),
    strip: figure("#density-strip"),
  };
}
"""


class Reader:
    """A page of a site, with everything a test asks of it."""

    def __init__(self, page: Page, site: str) -> None:
        self.page, self.site = page, site
        self.trouble: list[str] = []
        """What went wrong unseen: console errors, uncaught exceptions, requests to other machines."""

    def __enter__(self) -> Self:
        for event, hear in self._ears.items():
            self.page.on(event, hear)
        return self

    def __exit__(self, *_: object) -> None:
        for event, hear in self._ears.items():
            self.page.remove_listener(event, hear)

    @property
    def _ears(self) -> dict[str, Callable]:
        return {"console": self._heard, "pageerror": self._thrown, "request": self._asked}

    def _thrown(self, error: Error) -> None:
        self.trouble.append(f"exception: {error}")

    def _heard(self, message: ConsoleMessage) -> None:
        if message.text == REFUSED and message.location["url"] == self.page.url:
            return  # the browser's own note that an address was not understood; the page says why
        if message.type in ("error", "warning"):
            self.trouble.append(f"console: {message.text}")

    def _asked(self, request: Request) -> None:
        if not request.url.startswith((self.site, "data:", "blob:")):
            self.trouble.append(f"third party: {request.url}")

    def open(self, address: str = "/") -> Self:
        self.page.goto(self.site + address)
        return self.still()

    def still(self) -> Self:
        """Wait until nothing is under way: no callback, no request, no figure to draw, no address to follow."""
        self.page.evaluate("() => window.watch && (window.watch.calm = 0)")
        self.page.wait_for_function("calm => window.watch && window.watch.still(calm)", arg=CALM)
        return self

    def back(self) -> Self:
        self.page.go_back(wait_until="commit")
        return self.still()

    def forward(self) -> Self:
        self.page.go_forward(wait_until="commit")
        return self.still()

    def reload(self) -> Self:
        self.page.reload()
        return self.still()

    def press(self, *keys: str) -> Self:
        for key in keys:
            self.page.keyboard.press(key)
        return self.still()

    def choose(self, name: str) -> Self:
        """Press the button of this name."""
        self.page.get_by_role("button", name=name, exact=True).first.click()
        return self.still()

    def tick(self, name: str) -> Self:
        """Take one of several: a radio button or a segment of a control."""
        self.page.locator("label").get_by_text(name, exact=True).first.click()
        return self.still()

    def pick(self, label: str, value: str) -> Self:
        """Add a value to a filter."""
        self.page.get_by_role("combobox", name=label, exact=True).click()
        self.page.get_by_role("option", name=f"{value} (").first.click()
        return self.press("Escape")

    def type(self, label: str, text: str) -> Self:
        """Fill a field, and leave it when a calendar has opened with it."""
        box = self.page.get_by_role("combobox" if label == "Search" else "textbox", name=label, exact=True)
        box.fill(text)
        box.press("Enter")
        return self.press("Tab") if box.get_attribute("data-dates-input") else self.still()

    def follow(self, name: str) -> Self:
        """Follow the link of this name."""
        with self.page.expect_navigation(wait_until="commit"):
            self.page.get_by_role("link", name=name).first.click()
        return self.still()

    def unfold(self) -> Self:
        """Open whatever is folded."""
        self.page.evaluate("document.querySelectorAll('main details').forEach((part) => (part.open = true))")
        return self.still()

    def resize(self, width: int, height: int) -> Self:
        """Give the window another size, and wait until the figures have followed."""
        self.page.set_viewport_size({"width": width, "height": height})
        self.page.wait_for_function(FOLLOWED)
        return self.still()

    def seen(self) -> dict[str, Any]:
        """Everything of the view that the address must be able to bring back."""
        return self.page.evaluate(SEEN)

    @property
    def address(self) -> str:
        return self.page.url.removeprefix(self.site)

    @property
    def titles(self) -> list[str]:
        return self.page.locator("#rows a.incident").all_inner_texts()

    @property
    def sentence(self) -> str:
        return self.page.locator("#sentence").inner_text()

    @property
    def focus(self) -> str:
        """Where the keyboard is: the text or the label of the focused element."""
        return self.page.evaluate(
            """() => { const n = document.activeElement;
                if (["BODY", "HTML", "MAIN"].includes(n.tagName)) return n.tagName;
                return n.innerText || n.ariaLabel || (n.labels && n.labels[0] && n.labels[0].innerText) || n.tagName; }"""
        )

    def posts(self) -> list[str]:
        """What the page asked the server to redraw since it was opened, and forget it."""
        return self.page.evaluate(
            "() => window.watch.posts.splice(0).map((post) => post.output)"
        )
