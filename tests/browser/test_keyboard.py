"""Everything can be done with the keyboard alone; nothing here touches a mouse."""

from playwright.sync_api import expect

from tests.browser.reader import Reader


def walk_to(reader: Reader, name: str, key: str = "Tab") -> Reader:
    """Press Tab until the named thing has the keyboard."""
    for _ in range(90):
        reader.page.keyboard.press(key)
        if reader.focus == name:
            return reader
    raise AssertionError(f"the keyboard never reaches {name!r}")


def test_the_whole_walk(reader: Reader):
    reader.open()
    reader.page.keyboard.press("Tab")
    assert reader.focus == "Skip to the content"
    reader.press("Enter")
    assert reader.focus == "MAIN"

    walk_to(reader, "Ketch seized in the Open Strait")
    reader.press("ArrowDown", "ArrowDown")
    assert reader.focus == "Drone at Pier Nine"
    reader.press("Enter")
    assert reader.address == "/?incident=20190306-pier-drone"
    assert "Tide Watch" in reader.seen()["drawer"]
    walk_to(reader, "Next ▶").press("Enter")
    assert "Harbour Wire" in reader.seen()["drawer"]
    reader.press("Escape")
    assert (reader.address, reader.focus) == ("/", "Drone at Pier Nine")

    walk_to(reader, "Known by", "Shift+Tab")
    reader.page.keyboard.type("2019-03-12")
    reader.press("Enter")
    assert reader.address == "/?known_by=2019-03-12"
    walk_to(reader, "Later report ▶").press("Enter")
    assert (reader.address, reader.focus) == ("/?known_by=2019-03-13", "Later report ▶")
    reader.press("Space")
    assert reader.address == "/?known_by=2019-03-18"

    walk_to(reader, "Kind", "Shift+Tab")
    reader.page.keyboard.type("att")
    reader.press("ArrowDown", "Enter", "Escape")
    assert reader.address == "/?known_by=2019-03-18&kind=attack"
    assert reader.sentence == "9 reports of 3 incidents said to be of kind attack, 4–10 March 2019, as known by 18 March 2019."
    assert reader.focus == "Kind"
    reader.press("Backspace")
    assert reader.address == "/?known_by=2019-03-18"

    walk_to(reader, "place")
    reader.press("ArrowRight")
    assert reader.address == "/?known_by=2019-03-18&lanes=party"
    walk_to(reader, "Zoom in").press("Enter")
    assert reader.address == "/?from=2019-03-05&to=2019-03-14&known_by=2019-03-18&lanes=party"
    walk_to(reader, "Whole period").press("Enter")
    walk_to(reader, "List").press("ArrowRight")
    assert reader.address == "/?known_by=2019-03-18&lanes=party&rows=table"


def test_links_at_the_top_lead_to_the_parts_of_a_page(reader: Reader):
    reader.open()
    at = []
    for part in ("figure", "rows", "taken"):
        reader.page.locator(f"a.skip[data-to={part}]").focus()
        at.append(reader.press("Enter").page.evaluate("document.activeElement.id || document.activeElement.textContent"))
    assert at == ["timeline-figure", "Ketch seized in the Open Strait", "Take this view away"]
    expect(reader.page.get_by_role("link", name="Download as a lesson file")).to_be_visible()
    assert reader.address == "/"
    skips = reader.open("/method").page.locator("a.skip:not([hidden])")
    assert skips.all_inner_texts() == ["Skip to the content"]


def test_a_count_that_is_chosen_by_key_leads_to_its_explanation(reader: Reader):
    reader.open("/counts").page.locator("#every-tally a.tally").nth(2).focus()
    reader.press("Enter")
    assert reader.focus == "One count explained"
    assert "said by" in reader.page.locator("#counts-explained").inner_text()
    assert reader.page.evaluate("Math.abs(document.activeElement.getBoundingClientRect().top) < 60")


def test_arrows_home_and_end_walk_along_the_rows(reader: Reader):
    reader.open("/?rows=table")
    reader.page.get_by_role("link", name="Rockets on Îlot Zélande").focus()
    at = []
    for key in ("ArrowDown", "End", "ArrowDown", "ArrowUp", "Home", "ArrowUp"):
        reader.page.keyboard.press(key)
        at.append(reader.focus)
    assert at == [
        "Drone at Pier Nine",
        "Blasts at Karst Ford",
        "Blasts at Karst Ford",
        "Guard gives three weeks in numbers",
        "Ketch seized in the Open Strait",
        "Ketch seized in the Open Strait",
    ]


def test_whatever_has_the_keyboard_shows_it(reader: Reader):
    reader.open()
    shown = """() => { const n = document.activeElement, style = getComputedStyle(n);
      const label = n.type === "radio" ? n.labels[0] || n.parentElement : n;
      return [n, label, n.parentElement, n.closest(".mantine-Input-input")].filter(Boolean).some((one) => {
        const style = getComputedStyle(one);
        return style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2; }); }"""
    unseen, first = [], None
    for _ in range(90):
        reader.page.keyboard.press("Tab")
        if reader.focus == "BODY" or reader.focus == first:
            break
        first = first or reader.focus
        if not reader.page.evaluate(shown):
            unseen.append(reader.focus)
    assert unseen == []


def test_the_drawer_keeps_the_keyboard_inside(reader: Reader):
    reader.open("/?incident=20190306-pier-drone")
    for _ in range(30):
        reader.page.keyboard.press("Tab")
        assert reader.page.evaluate("Boolean(document.activeElement.closest('[role=dialog]'))")


def test_tab_leads_from_a_list_that_scrolls_to_the_next_field(visitor: Reader):
    visitor.open().page.get_by_role("combobox", name="Place", exact=True).focus()
    options = visitor.page.locator(".mantine-MultiSelect-options:visible")
    options.wait_for()
    assert options.evaluate("list => list.scrollHeight > list.clientHeight")
    assert visitor.press("Tab").focus == "Named in it"


def test_another_page_has_its_own_title_and_the_keyboard(reader: Reader):
    reader.open()
    subject = reader.page.title().removeprefix("Timeline")
    walk_to(reader, "Sources").press("Enter")
    assert (reader.address, reader.page.title(), reader.focus) == ("/sources", "Sources" + subject, "Sources")
    assert reader.page.locator("#said").inner_text() == "Sources"
    walk_to(reader, "Harbour Wire").press("Enter")
    assert (reader.page.title(), reader.focus) == ("Harbour Wire" + subject, "MAIN")
    title = reader.page.title()
    assert reader.reload().page.title() == title  # as the server has it
    assert reader.back().page.title() == "Sources" + subject


def test_what_goes_away_when_pressed_leaves_the_keyboard_in_its_part(reader: Reader):
    reader.open("/?q=drone&kind=seizure")
    walk_to(reader, "Drop kind (2 incidents then)").press("Enter")
    assert reader.address == "/?q=drone"
    assert reader.page.evaluate("Boolean(document.activeElement.closest('main [id]'))")
