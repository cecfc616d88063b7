"""Citing by keyboard: a dialog over the drawer, every style, the address with the data's version or without."""

from playwright.sync_api import expect

from tests.browser.reader import Reader
from tests.browser.test_accessibility import NOTHING, in_both_schemes


def ask(reader: Reader, what: str) -> Reader:
    reader.page.locator(f"[data-cite^={what}]").first.focus()
    reader.press("Enter")
    reader.page.locator("#citation pre").first.wait_for()
    return reader


def texts(reader: Reader) -> list[str]:
    return reader.page.locator("#citation pre").all_inner_texts()


def test_a_view_is_cited_from_its_figure(visitor: Reader):
    ask(visitor.open("/?known_by=2023-11-19&kind=attack"), "view")
    apa, *others = texts(visitor)
    assert len(others) == 4
    digest = visitor.page.locator("footer[data-version]").get_attribute("data-version").split("(")[1].rstrip(")")
    assert f"{visitor.site}/?known_by=2023-11-19&kind=attack&data={digest}#timeline-figure" in apa
    visitor.choose("Name the data’s version in the address")
    assert f"{visitor.site}/?known_by=2023-11-19&kind=attack#timeline-figure" in texts(visitor)[0]
    assert in_both_schemes(visitor) == NOTHING


def test_escape_closes_the_dialog_and_not_the_drawer_under_it(visitor: Reader):
    visitor.open("/").page.locator("a.incident").first.click()
    ask(visitor.still(), "reports")
    assert "As recorded in" in texts(visitor)[0]
    visitor.press("Escape")
    expect(visitor.page.locator("#citation")).to_be_hidden()
    expect(visitor.page.get_by_role("dialog")).to_be_visible()
    assert visitor.focus == "Cite"


def test_an_incident_is_cited_with_the_address_of_its_own_page(visitor: Reader):
    visitor.open("/?kind=attack&known_by=2023-11-19").page.locator("a.incident").first.click()
    visitor.still().unfold()
    visitor.page.locator("[role=dialog] details").evaluate_all("all => all.forEach((one) => (one.open = true))")
    incident = visitor.page.locator("[data-cite^=incidents]").first.get_attribute("data-cite").split("/")[1]
    ask(visitor, "incidents")
    assert f"{visitor.site}/incidents/{incident}?known_by=2023-11-19" in texts(visitor)[0]
