"""Figures taken away: the rows of this view, a picture that says where it comes from, an address that leads back."""

from tests.browser.reader import Reader


def saved(reader: Reader, figure: str, kind: str) -> bytes:
    with reader.page.expect_download() as download:
        reader.page.locator(f"#{figure}-figure [data-picture={kind}]").click()
    return download.value.path().read_bytes()


def test_a_picture_carries_its_title_its_takeaway_and_where_it_comes_from(visitor: Reader):
    visitor.open("/?known_by=2023-11-19&kind=attack")
    drawn = saved(visitor, "timeline", "svg").decode()
    assert drawn.startswith("<svg") and "Counts said, incidents named" in drawn
    assert "as known by 2023-11-19" in drawn
    digest = visitor.page.locator("[data-digest]").get_attribute("data-digest")
    assert f"data={digest}#timeline-figure" in drawn
    assert "Left out of 23 incidents: 4 not known by 19 November 2023, 10 by other filters." in drawn
    assert "Left out of 11 declared counts: 1 not known by 19 November 2023." in drawn
    assert visitor.page.locator("#takeaway, .takeaway").first.inner_text().split()[0] in drawn
    assert saved(visitor, "timeline", "png").startswith(b"\x89PNG")


def test_the_rows_follow_the_view_and_an_incident_of_its_own_page(visitor: Reader):
    visitor.open("/?known_by=2023-11-19").tick("kind")
    link = visitor.page.locator("a[data-rows=timeline]")
    assert link.get_attribute("href") == "/api/v1/figures/timeline.csv?known_by=2023-11-19&lanes=kind"
    visitor.page.locator("a.incident").first.click()
    incident = visitor.still().page.locator("#rows a.incident").first.get_attribute("data-incident")
    visitor.open(f"/incidents/{incident}")
    assert visitor.page.locator("a[data-rows=clocks]").get_attribute("href").endswith(f"incident={incident}")
    assert visitor.page.request.get(visitor.site + visitor.page.locator("a[data-rows=clocks]").get_attribute("href")).ok


def test_an_address_with_a_figure_leads_to_it(visitor: Reader):
    visitor.open("/escalation#map-figure")
    top = "Math.round(document.getElementById('map-figure').getBoundingClientRect().top)"
    visitor.page.wait_for_function(f"() => Math.abs({top}) < 40")
    visitor.page.keyboard.press("Home")
    visitor.page.wait_for_function(f"() => {top} > 200")
