"""Tables at work: sorted, paged, with other columns, by keyboard, as cards on a phone, on paper."""

from playwright.sync_api import expect

from dashboard.selection.columns import COLUMNS
from tests.browser.reader import Reader
from tests.browser.test_accessibility import NOTHING, in_both_schemes

FITS = "() => document.documentElement.scrollWidth <= document.documentElement.clientWidth"


def test_a_head_sorts_and_pages_are_walked_by_keyboard_which_stays_and_the_way_back_is_kept(visitor: Reader):
    visitor.open("/?of=reports&rows=table&page=2&per=25")
    page = visitor.page
    before = visitor.seen()
    page.get_by_role("button", name="Lag (days)", exact=True).focus()
    visitor.press("Enter")
    assert visitor.address == "/?rows=table&of=reports&per=25&sort=-lag"  # another order begins at its first page
    head = page.get_by_role("columnheader", name="Lag (days)")
    expect(head).to_have_attribute("aria-sort", "descending")
    assert page.evaluate("document.activeElement.dataset.sort") == "lag"
    lags = page.locator("#rows td[data-label='Lag (days)']").all_inner_texts()
    stated = [int(lag) for lag in lags if lag.isdigit()]
    assert stated == sorted(stated, reverse=True)
    visitor.press("Enter")
    expect(head).to_have_attribute("aria-sort", "ascending")
    visitor.back().back()
    assert visitor.seen() == before
    # --- and on from here, to the last page
    assert "page=" not in visitor.choose("Previous page").address
    step = page.get_by_role("group", name="Pages", exact=True).get_by_role("button", name="Next page")
    step.focus()
    visitor.press("Enter")
    assert "page=2" in visitor.address
    while step.get_attribute("aria-disabled") is None:
        visitor.press("Enter")
    expect(step).to_be_focused()
    address = visitor.address
    visitor.press("Enter")
    assert visitor.address == address
    last = int(address.split("page=")[1])
    visitor.tick("200")
    assert "page=" not in visitor.address
    visitor.open(f"/?of=reports&rows=table&per=25&page={last + 3}")
    assert f"There is no page {last + 3}: this is the last one, page {last}." in page.locator("#rows").inner_text()


def test_columns_go_with_the_link_a_row_opens_the_drawer_and_a_count_its_explanation(visitor: Reader):
    page = visitor.open("/?of=reports&rows=table").page
    page.get_by_text("Columns: 9 of 23").focus()
    visitor.press("Enter")
    box = page.get_by_role("checkbox", name="Weapon", exact=True)
    box.focus()
    visitor.press("Space")
    expect(page.get_by_role("columnheader", name="Weapon")).to_be_visible()
    expect(box).to_be_focused()
    expect(box).to_be_checked()
    assert "columns=weapon" in visitor.address
    assert visitor.reload().page.get_by_role("columnheader", name="Weapon").count() == 1
    page.get_by_text("Columns: 10 of 23").click()
    expect(page.get_by_role("checkbox", name="Incident (always shown)")).to_be_disabled()
    visitor.choose("Usual columns")
    assert visitor.address == "/?rows=table&of=reports"
    visitor.tick("Incidents")
    assert visitor.address == "/?rows=table"
    # --- and on from here, into the rows
    visitor.tick("Reports")
    assert visitor.address == "/?rows=table&of=reports"
    links = page.locator("#rows a.incident")
    links.first.focus()
    visitor.press("ArrowDown", "Enter")
    assert page.locator(".drawer-title").inner_text() == links.nth(1).evaluate("(link) => link.firstChild.data")
    visitor.press("Escape")
    visitor.tick("Declared counts")
    count = page.locator("#rows a.tally").first
    said = count.inner_text()
    count.focus()
    visitor.press("ArrowDown", "ArrowUp")
    expect(count).to_be_focused()
    with page.expect_navigation():
        page.keyboard.press("Enter")
    visitor.still()
    assert visitor.address.startswith("/counts?measure=")
    assert said in page.locator("#counts-explained").inner_text()


def test_a_wide_table_scrolls_by_itself_and_its_first_column_stays(visitor: Reader):
    every = "&".join(
        f"columns={name}" for name in COLUMNS["reports"]
    )
    page = visitor.open(f"/?of=reports&rows=table&{every}").page
    assert page.evaluate(FITS)
    region = page.locator("#rows").get_by_role("region", name="Reports of this selection")
    region.focus()
    assert in_both_schemes(visitor) == NOTHING
    left = page.locator("#rows tbody th").first
    before = left.bounding_box()
    region.evaluate("(node) => (node.scrollLeft = 300)")
    assert region.evaluate("(node) => node.scrollLeft") == 300
    assert left.bounding_box()["x"] == before["x"]


def test_on_a_phone_a_row_is_a_card_that_can_be_sorted(visitor: Reader):
    visitor.page.set_viewport_size({"width": 390, "height": 844})
    page = visitor.open("/?of=tallies&rows=table").page
    assert page.evaluate(FITS)
    row = page.locator("#rows tbody tr").first
    labels = row.evaluate(
        "(row) => [...row.cells].map((cell) => getComputedStyle(cell, '::before').content.replaceAll('\"', ''))"
    )
    assert labels[0] == "none"
    assert labels[1:4] == ["Of", "Said by", "Known on"]
    page.get_by_role("button", name="Count", exact=True).click()
    visitor.still()
    values = page.locator("#rows tbody th").all_inner_texts()
    numbers = [int(value.split()[-1]) for value in values]
    assert numbers == sorted(numbers, reverse=True)
    page.locator("#rows details").evaluate("(part) => (part.open = true)")
    assert in_both_schemes(visitor) == NOTHING


def test_paper_has_every_chosen_column_and_says_which_rows_these_are(visitor: Reader):
    page = visitor.open("/?of=reports&rows=table&columns=quote&columns=target&columns=summary").page
    page.emulate_media(media="print")
    assert page.locator("#rows th[scope=col]").count() == 4
    assert page.locator("#rows .range").inner_text().startswith("1 to ")
    assert page.locator("#rows thead").evaluate("(head) => getComputedStyle(head).display") == "table-header-group"
    assert page.locator("#rows tbody tr").first.evaluate("(row) => getComputedStyle(row).breakInside") == "avoid"
    assert page.locator("#rows .table-wrap").evaluate("(wrap) => getComputedStyle(wrap).overflowX") == "visible"
    for gone in (".column-choice", "#rows .buttons"):
        expect(page.locator(gone).first).to_be_hidden()
