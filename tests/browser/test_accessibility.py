"""axe finds nothing: WCAG 2.2 AA and its best practices, in every state of the page, light and dark."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.browser.reader import Reader

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
OF_COLOUR = ["color-contrast", "link-in-text-block"]
"""The rules that a colour scheme can break; all others see the same page in both."""
AXE = Axe()
LOADED = Axe(axe_script="")
"""For a document that has axe already."""


def found(reader: Reader, rules: list[str]) -> list[str]:
    """What axe objects to: rule and places."""
    axe = LOADED if reader.page.evaluate("() => Boolean(window.axe)") else AXE
    response = axe.run(reader.page, options={"runOnly": rules, "resultTypes": ["violations"]}).response
    return [f"{rule['id']}: {[node['target'] for node in rule['nodes']]}" for rule in response["violations"]]


def in_both_schemes(reader: Reader) -> dict[str, list[str]]:
    results = {}
    for scheme, rules in (("light", TAGS), ("dark", OF_COLOUR)):
        reader.page.emulate_media(color_scheme=scheme)
        expect(reader.page.locator("html")).to_have_attribute("data-mantine-color-scheme", scheme)
        results[scheme] = found(reader, rules)
    return results


NOTHING = {"light": [], "dark": []}


@pytest.mark.parametrize(
    "address",
    [
        "/?rows=table&lanes=party",
        "/?kind=attack&place=syria&known_by=2023-11-14&from=2023-11-05&disputed=no&q=drone",
        "/?kind=seizure&q=nothing+like+this",
        "/?color=red",
    ],
    ids=["table", "filters chosen", "nothing matches", "refused"],
)
def test_a_view(visitor: Reader, address: str):
    """Every page as it opens: see test_pages.py."""
    assert in_both_schemes(visitor.open(address)) == NOTHING


def test_a_page_that_does_not_exist(visitor: Reader):
    visitor.open("/nowhere")
    visitor.trouble.clear()  # the console reports the 404
    assert in_both_schemes(visitor) == NOTHING


def test_the_figures_and_then_the_page_with_the_drawer_open(visitor: Reader):
    the_words_and_marks_of_the_figures_stand_out_in_both_schemes(visitor.open())
    visitor.page.locator("a.incident").first.click()
    visitor.still().page.get_by_text("Cite, or report an error").click()
    assert in_both_schemes(visitor) == NOTHING


def test_the_drawer_of_accounts_that_conflict(reader: Reader):
    assert in_both_schemes(reader.open("/?incident=20190310-skerries-mortars")) == NOTHING


def test_a_refusal_within_the_page(reader: Reader):
    reader.open().page.evaluate("window.dash_clientside.set_props('url', {search: '?color=red'})")
    expect(reader.page.locator("#refused")).not_to_be_empty()
    assert in_both_schemes(reader.still()) == NOTHING


def test_a_list_of_values_and_a_calendar_that_are_open(visitor: Reader):
    visitor.open("/?known_by=2023-11-14").page.get_by_role("combobox", name="Place").click()
    expect(visitor.page.get_by_role("option").first).to_be_visible()
    assert in_both_schemes(visitor) == NOTHING
    visitor.press("Escape").page.get_by_role("textbox", name="Known by").click()
    expect(visitor.page.get_by_role("button", name="Next month")).to_be_visible()
    assert in_both_schemes(visitor) == NOTHING


def test_names_offered_while_typing_and_words_marked(reader: Reader):
    reader.open().page.get_by_role("combobox", name="Search").press_sequentially("kaarst")
    expect(reader.page.locator(".search-name").first).to_be_visible()
    expect(reader.page.locator("#rows mark").first).to_be_attached()
    assert in_both_schemes(reader.still()) == NOTHING


def test_a_phone_with_everything_unfolded(visitor: Reader):
    visitor.page.set_viewport_size({"width": 390, "height": 844})
    assert in_both_schemes(visitor.open("/?known_by=2023-11-14&kind=attack").unfold()) == NOTHING
    visitor.page.locator("a.incident").first.click()
    assert in_both_schemes(visitor.still()) == NOTHING


CONTRAST = """() => {
  const parse = (color) => color.match(/[\\d.]+/g).slice(0, 3).map(Number);
  const colors = (nodes, name) => [...document.querySelectorAll(nodes)].map((node) => getComputedStyle(node)[name]).filter((one) => one !== "none");
  const light = (color) => parse(color).map((v) => v / 255).map((v) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4))
    .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
  const ground = light(getComputedStyle(document.body).backgroundColor);
  const ratio = (color) => { const own = light(color); return (Math.max(own, ground) + 0.05) / (Math.min(own, ground) + 0.05); };
  return [colors(".dash-graph text", "fill"), colors("#timeline-chart .points path.point", "stroke")].map((all) => Math.min(...all.map(ratio)));
}"""


def the_words_and_marks_of_the_figures_stand_out_in_both_schemes(visitor: Reader) -> None:
    """axe cannot see what lies behind the text of a drawing."""
    for scheme in ("light", "dark"):
        visitor.page.emulate_media(color_scheme=scheme)
        expect(visitor.page.locator("html")).to_have_attribute("data-mantine-color-scheme", scheme)
        texts, marks = visitor.page.evaluate(CONTRAST)
        assert texts >= 4.5
        assert marks >= 3
