"""The drawer "Who says what": opened by a row, a mark or a link; read, walked through, copied and closed."""

from playwright.sync_api import Locator, expect

from tests.browser.reader import Reader

PIER = "20190306-pier-drone"


def drawer(reader: Reader) -> Locator:
    return reader.page.get_by_role("dialog", name="Who says what")


CLOSES = {
    "button": lambda r: r.choose("Close"),
    "beside": lambda r: r.page.mouse.click(40, 400),
    "back": lambda r: r.back(),
    "key": lambda r: r.press("Escape"),
}


def test_a_row_opens_the_accounts_and_every_way_to_close_leads_back_to_it(reader: Reader):
    reader.open()
    for way, close in CLOSES.items():
        reader.follow("Drone at Pier Nine")
        assert reader.address == f"/?incident={PIER}", way
        expect(drawer(reader).get_by_role("heading", name="Drone at Pier Nine")).to_be_visible()
        close(reader)
        expect(drawer(reader)).to_be_hidden()
        assert reader.still().address == "/", way
    assert reader.focus == "Drone at Pier Nine"


def test_accounts_that_differ_are_marked_in_words_and_silence_is_written_out(reader: Reader):
    reader.open("/?incident=20190310-skerries-mortars")
    rows = [row.inner_text().replace("\n", " ").split("\t") for row in drawer(reader).get_by_role("row").all()]
    assert rows == [
        ["Field", "Harbour Wire, in a document of 11 Mar 2019", "Radio Zélande, in a document of 13 Mar 2019"],
        ["What", "attack", "attack"],
        ["When accounts cannot both hold", "10 March 2019", "11 March 2019"],
        ["Where", "North Skerries", "North Skerries"],
        ["Who acted", "Tern Company", "Tern Company"],
        ["Against whom", "Lighthouse Guard", "Lighthouse Guard"],
        ["Weapon accounts differ", "mortar", "mortar, rocket"],
        ["Number", "at least 3 attacks", "not stated"],
        ["Injured accounts differ", "at least 3", "5"],
    ]
    expect(drawer(reader)).to_contain_text("Not stated by anybody: target, killed, outcome.")


def test_previous_and_next_walk_the_selection_and_keep_the_keyboard(reader: Reader):
    reader.open("/?kind=attack&incident=20190304-islet-rockets")
    walked = []
    for key in ("Next ▶", "Next ▶", "Next ▶"):
        drawer(reader).get_by_role("button", name=key).focus()
        reader.press("Enter")
        walked.append(reader.page.locator(".drawer-title").inner_text())
    assert walked == ["Drone at Pier Nine", "Mortar fire on the North Skerries", "Blasts at Karst Ford"]
    expect(drawer(reader).get_by_text("4 of 4")).to_be_visible()
    expect(drawer(reader).get_by_role("button", name="Next ▶")).to_be_disabled()
    assert reader.focus == "◀ Previous"  # the button that works has the keyboard
    expect(reader.page.locator("#said")).to_have_text("Blasts at Karst Ford")
    assert reader.back().page.locator(".drawer-title").inner_text() == "Mortar fire on the North Skerries"


def test_an_incident_outside_the_selection_opens_and_says_so(reader: Reader):
    reader.open("/?kind=seizure&incident=20190304-islet-rockets")
    expect(drawer(reader).get_by_text("not in this selection")).to_be_visible()
    expect(drawer(reader).get_by_role("button", name="Next ▶")).to_be_disabled()


def test_an_incident_nobody_had_reported_yet_says_so(reader: Reader):
    reader.open(f"/?known_by=2019-03-04&incident={PIER}")
    expect(drawer(reader)).to_contain_text("Nothing about this was known by 4 March 2019.")


def test_the_open_incident_is_ringed_on_the_chart_and_named_in_the_list(reader: Reader):
    reader.open(f"/?incident={PIER}")
    reader.page.wait_for_function("() => document.querySelector('#timeline-chart .js-plotly-plot').data.find((t) => t.name === 'chosen').x[0]")
    view = reader.seen()
    marks = {name: (x, y) for name, x, y in view["chart"]["traces"]}
    at = marks["incidents"][0].index("2019-03-06")
    assert marks["chosen"] == (["2019-03-06"], [marks["incidents"][1][at]])
    assert [title for title, _, current in view["rows"] if current] == ["Drone at Pier Nine"]
    reader.press("Escape")
    assert {name: x for name, x, _ in reader.seen()["chart"]["traces"]}["chosen"] == [None]


def test_the_link_is_copied_as_it_stands_and_the_citation_names_incident_day_version_and_address(reader: Reader, tiny):
    reader.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    reader.open(f"/?known_by=2019-03-12&incident={PIER}").choose("Copy link")
    assert reader.page.evaluate("navigator.clipboard.readText()") == reader.page.url
    expect(drawer(reader).get_by_role("button", name="Copied")).to_be_visible()
    expect(reader.page.locator("#said")).to_have_text("Copied")
    expect(drawer(reader).get_by_role("button", name="Copy link")).to_be_visible()
    drawer(reader).get_by_text("Cite, or report an error").click()
    reader.choose("Cite this incident").choose("Copy MLA 9")
    copied = reader.page.evaluate("navigator.clipboard.readText()")
    assert f"“Drone at Pier Nine ({PIER}), as known by 12 March 2019.”" in copied
    assert f"{tiny.digest}" in copied
    assert f"{reader.site}/incidents/{PIER}?known_by=2019-03-12&data={tiny.digest}" in copied


def test_the_link_is_copied_where_the_browser_has_no_clipboard_to_write_to(reader: Reader):
    """As on a site without https."""
    reader.open(f"/?incident={PIER}")
    reader.page.evaluate("Object.defineProperty(navigator, 'clipboard', {value: undefined})")
    reader.choose("Copy link").press("Escape")
    reader.page.get_by_role("combobox", name="Search").focus()
    reader.press("Control+V")
    expect(reader.page.get_by_role("combobox", name="Search")).to_have_value(f"{reader.site}/?incident={PIER}")


def test_a_link_to_an_incident_in_a_new_tab_carries_the_whole_view(reader: Reader):
    reader.open().tick("who acts")
    link = reader.page.get_by_role("link", name="Drone at Pier Nine")
    assert link.get_attribute("href") == f"/?lanes=party&incident={PIER}"
