"""Take this view away: folded until it is asked for, and in step with the selection while it is open."""

from playwright.sync_api import expect

from dashboard.exporters import TABLES
from tests.browser.reader import Reader
from tests.browser.test_accessibility import NOTHING, in_both_schemes


def test_the_panel_says_what_is_left_out_when_it_opens_and_when_the_selection_changes(visitor: Reader):
    visitor.open("/?kind=attack").posts()
    summary = visitor.page.locator("#taken > summary")
    summary.focus()
    visitor.press("Enter")
    said = visitor.page.locator("#taken-left-out-incidents")
    expect(said).to_contain_text("by other filters")
    assert [post.count("taken-left-out") for post in visitor.posts()] == [len(TABLES)]  # one answer, and no other part
    visitor.page.evaluate("window.asReportedSite.change({ kind: null, known_by: '2023-11-14' })")
    expect(visitor.still().page.locator("#taken-left-out-incidents")).to_contain_text("not known by 14 November 2023")
    expect(said).not_to_contain_text("by other filters")
    link = visitor.page.locator("[data-rows='reports.csv']")
    assert link.get_attribute("href") == "/api/v1/reports.csv?known_by=2023-11-14"
    assert visitor.page.request.get(visitor.site + link.get_attribute("href")).ok
    visitor.unfold()
    assert in_both_schemes(visitor) == NOTHING


def test_a_link_names_the_version_of_the_data_when_asked(visitor: Reader):
    visitor.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    visitor.open("/?known_by=2023-11-14").page.locator("#taken > summary").click()
    digest = visitor.page.locator("[data-digest]").get_attribute("data-digest")
    visitor.still().choose("Copy link with the data’s version")
    copied = visitor.page.evaluate("navigator.clipboard.readText()")
    visitor.page.context.clear_permissions()
    assert copied == f"{visitor.site}/?known_by=2023-11-14&data={digest}"
