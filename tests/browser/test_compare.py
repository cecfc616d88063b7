"""Two sides compared, with the keyboard alone; what a change redraws; the address as state."""

from tests.browser.reader import Reader
from tests.browser.test_keyboard import walk_to

FIGURE = "sides-chart.figure"


def takeaway(reader: Reader) -> str:
    return reader.page.locator("#sides-takeaway").inner_text()


def test_the_whole_walk(reader: Reader):
    reader.open("/compare")
    picked = takeaway(reader)
    assert picked.startswith("Of ")

    walk_to(reader, "Side A")
    reader.page.keyboard.type("harbour")
    reader.press("ArrowDown", "Enter")
    assert reader.address == "/compare?a=harbour-wire"
    assert reader.focus == "Side A"
    walk_to(reader, "Side B")
    reader.page.keyboard.type("radio")
    reader.press("ArrowDown", "Enter")
    assert reader.address == "/compare?a=harbour-wire&b=radio-zelande"
    assert "3 only in" not in takeaway(reader)
    assert "2 are in both, 1 only in Harbour Wire, 1 only in Radio Zélande" in takeaway(reader)

    walk_to(reader, "Swap A and B").press("Enter")
    assert reader.address == "/compare?a=radio-zelande&b=harbour-wire"
    assert reader.focus == "Swap A and B"  # drawn anew, and still where the keyboard is
    assert "1 only in Radio Zélande, 1 only in Harbour Wire" in takeaway(reader)
    walk_to(reader, "Zoom in").press("Enter")
    assert reader.address.startswith("/compare?from=")
    walk_to(reader, "Whole period").press("Enter")
    walk_to(reader, "Rockets on Îlot Zélande").press("Enter")
    assert reader.address == "/compare?incident=20190304-islet-rockets&a=radio-zelande&b=harbour-wire"
    assert "Who says what" in reader.seen()["drawer"]
    reader.press("Escape")

    walk_to(reader, "outlet", "Shift+Tab")
    reader.press("ArrowRight")
    assert reader.address == "/compare?by=said_by"
    reader.press("ArrowRight")
    assert reader.address == "/compare?by=known_by"
    assert "known by either day" in takeaway(reader)
    assert reader.back().address == "/compare?by=said_by"


def test_a_change_redraws_only_what_it_concerns(reader: Reader):
    reader.open("/compare?a=harbour-wire&b=radio-zelande")
    assert reader.posts() == ["page.children"]
    reader.choose("◀ Earlier report")
    assert sum(FIGURE in post for post in reader.posts()) == 1
    reader.page.locator("#paired a.incident").first.press("Enter")
    reader.still()
    assert [post for post in reader.posts() if FIGURE in post or "paired" in post] == []


def test_both_the_same_is_refused_in_words_and_the_page_stays(reader: Reader):
    reader.open("/compare?a=harbour-wire&b=harbour-wire")
    assert "Both sides are 'harbour-wire'" in reader.page.locator("main").inner_text()


def test_a_known_by_day_is_set_against_what_is_known_now(reader: Reader):
    reader.open("/?kind=attack&known_by=2019-03-12").follow("Compare with what is known now")
    assert reader.address == "/compare?kind=attack&by=known_by&a=2019-03-12"
    assert "only by 12 March 2019" in takeaway(reader)
