"""The address is the state: every view has one, and each address brings its view back exactly."""

import pytest
from playwright.sync_api import expect

from tests.browser.reader import Reader

JOURNEY = (
    # what the reader does, and where it leads
    (lambda r: r.pick("Kind", "attack"), "/?kind=attack"),
    (lambda r: r.tick("who acts"), "/?kind=attack&lanes=party"),
    (lambda r: r.type("Known by", "2019-03-12"), "/?known_by=2019-03-12&kind=attack&lanes=party"),
    (lambda r: r.tick("Table"), "/?known_by=2019-03-12&kind=attack&lanes=party&rows=table"),
    (
        lambda r: r.follow("Drone at Pier Nine"),
        "/?known_by=2019-03-12&kind=attack&lanes=party&rows=table&incident=20190306-pier-drone",
    ),
    (lambda r: r.press("Escape"), "/?known_by=2019-03-12&kind=attack&lanes=party&rows=table"),
    (lambda r: r.tick("disputed"), "/?known_by=2019-03-12&kind=attack&disputed=yes&lanes=party&rows=table"),
    (
        lambda r: r.type("From", "2019-03-05"),
        "/?from=2019-03-05&known_by=2019-03-12&kind=attack&disputed=yes&lanes=party&rows=table",
    ),
)


def test_a_journey_can_be_walked_back_forth_and_anew(reader: Reader):
    views = [reader.open().seen()]
    for act, address in JOURNEY:
        act(reader)
        assert reader.address == address
        views.append(reader.seen())
    for view in reversed(views[:-1]):
        assert reader.back().seen() == view
    for view in views[1:]:
        assert reader.forward().seen() == view
    assert reader.reload().seen() == views[-1]
    assert reader.open(views[5]["address"]).seen() == views[5]


@pytest.mark.parametrize(
    "query",
    [
        "?known_by=2019-03-12&incident=20190306-pier-drone",
        "?q=drone+~+%2A%28%27%21&lanes=kind",
        "?from=2019-03&to=2019-03&known_by=2019",
        "?rows=list&lanes=place&page=1&q=++drone++at+",
        "?from=2018-01-01&to=2018-02-01",
    ],
)
def test_a_deep_link_is_drawn_in_one_answer(reader: Reader, query: str):
    before = reader.page.evaluate("history.length")
    reader.open(f"/{query}")
    assert [parts(output) for output in reader.posts()] == [{"page"}]
    assert reader.page.evaluate("history.length") == before + 1
    assert reader.address == f"/{query}"


CONCERNS = (
    # what the reader does, and what is redrawn
    (lambda r: r.tick("kind"), {"timeline-chart", "timeline-note"}),
    (lambda r: r.tick("Table"), {"rows"}),
    (lambda r: r.follow("Drone at Pier Nine"), {"drawer", "accounts"}),
)


def test_a_control_redraws_only_what_it_concerns(reader: Reader):
    reader.open().posts()
    for act, redrawn in CONCERNS:
        act(reader)
        assert [parts(output) for output in reader.posts()] == [redrawn]
    reader.press("Escape").posts()
    reader.tick("disputed")  # a filter redraws each part once, and leaves the drawer alone
    redrawn = [part for output in reader.posts() for part in parts(output)]
    assert len(redrawn) == len(set(redrawn))
    assert {"sentence", "banners", "timeline-chart", "density-strip", "rows", "tallies"} <= set(redrawn)
    assert not {"page", "drawer", "accounts"} & set(redrawn)


def parts(output: str) -> set[str]:
    """The ids in what a callback puts out: "rows.children", "..sentence.children...banners.children.."."""
    return {part.rpartition(".")[0] for part in output.strip(".").split("...")}


def test_a_control_keeps_the_keyboard(reader: Reader):
    reader.open()
    reader.tick("who acts")
    assert reader.focus == "who acts"
    reader.pick("Kind", "attack")
    assert reader.focus == "Kind"
    reader.type("Known by", "2019-03-12")
    reader.type("Search", "drone")
    assert reader.focus == "Search"


def test_words_are_searched_as_they_are_typed(reader: Reader):
    reader.open()
    box = reader.page.get_by_role("combobox", name="Search")
    box.press_sequentially("drone ")
    expect(reader.page).to_have_url(f"{reader.site}/?q=drone")
    reader.still()
    assert box.input_value() == "drone "  # the blank stays, so that the next word can follow
    box.press_sequentially("pier")
    expect(reader.page).to_have_url(f"{reader.site}/?q=drone+pier")
    assert reader.still().titles == ["Drone at Pier Nine"]


def test_a_day_half_typed_asks_for_nothing(reader: Reader):
    reader.open().posts()
    reader.page.get_by_role("textbox", name="Known by").press_sequentially("2019-03-1")
    assert reader.still().posts() == []
    assert reader.address == "/"


def test_resetting_says_what_it_drops_keeps_how_rows_and_lanes_are_shown_and_can_be_undone(reader: Reader):
    reader.open("/?known_by=2019-03-12&kind=attack&lanes=party&rows=table")
    assert reader.choose("Reset: Known by, Kind").address == "/?lanes=party&rows=table"
    assert reader.page.get_by_role("button", name="Reset all filters").count() == 1
    assert reader.back().address == "/?known_by=2019-03-12&kind=attack&lanes=party&rows=table"


def test_resetting_while_the_list_of_a_filter_is_open_takes_one_press(reader: Reader):
    reader.open().page.get_by_role("combobox", name="Kind", exact=True).click()
    reader.page.get_by_role("option", name="attack (").click()
    reader.still().page.get_by_role("button", name="Reset: Kind").hover()
    reader.page.mouse.down()
    expect(reader.page.get_by_role("option", name="attack (")).to_be_hidden()  # left while the press lasts
    reader.page.mouse.up()
    assert reader.still().address == "/"
    expect(reader.page.get_by_role("button", name="Reset all filters")).to_be_visible()


# --- what the site does not have -------------------------------------------------------------------------


def test_an_address_that_asks_for_what_is_not_there_is_refused_and_shows_the_way_out(reader: Reader):
    reader.open("/?color=red&known_by=soon")
    said = reader.page.locator("main").inner_text()
    assert "This address asks for something that is not here" in said
    assert "Unknown filter 'color'. Known filters: corroboration, actor, columns, " in said
    assert "known_by='soon' is not a day. Write it as 2023-11-08." in said
    reader.follow("Show everything")
    assert (reader.address, len(reader.titles)) == ("/", 8)


def test_a_value_that_the_data_does_not_have_is_refused(reader: Reader):
    reader.open("/?kind=bogus")
    assert "kind='bogus' is not in the data. Known values of kind: " in reader.page.locator("main").inner_text()


def test_a_refused_address_is_refused_again_when_reached_by_back(reader: Reader):
    view = reader.open("/?color=red").seen()
    reader.follow("Show everything")
    assert reader.back().seen() == view
    assert "Unknown filter 'color'" in reader.page.locator("main").inner_text()


def test_a_refused_address_within_the_page_is_refused_until_the_next_one(reader: Reader):
    """An entry of the history can hold an address that this page never wrote."""
    view = reader.open("/?kind=attack").seen()
    refused = reader.page.locator("#refused")
    for query in ("?color=red", "?page=0", "?incident=nobody"):
        reader.page.evaluate("query => window.dash_clientside.set_props('url', {search: query})", query)
        reader.still()
        expect(refused).to_contain_text("This address asks for something that is not here")
        expect(refused.get_by_role("link", name="Show everything")).to_be_visible()
        assert reader.address == f"/{query}"
        assert reader.back().seen() == view
        expect(refused).to_be_empty()


def test_the_address_of_no_page_says_so(reader: Reader):
    answer = reader.page.goto(f"{reader.site}/nowhere")
    assert answer is not None
    assert answer.status == 404
    assert reader.still().page.locator("h1").inner_text() == "There is no page at this address"
    reader.follow("Go to the timeline")
    assert (reader.address, len(reader.titles)) == ("/", 8)
    assert reader.trouble == ["console: Failed to load resource: the server responded with a status of 404 (NOT FOUND)"]
    reader.trouble.clear()


def test_a_control_that_says_an_older_value_again_after_the_way_back_changes_nothing(reader: Reader):
    """The library of the lists does so when their values are drawn anew, late on a busy machine."""
    reader.open("/?kind=attack").choose("Reset: Kind")
    assert reader.back().address == "/?kind=attack"
    reader.page.evaluate("window.dash_clientside.set_props({ctl: 'kind'}, {value: []})")
    assert reader.still().address == "/?kind=attack"
    assert reader.page.locator(".mantine-Pill-label").all_inner_texts() == ["attack (4)"]
    reader.pick("Kind", "seizure")
    assert reader.address == "/?kind=attack&kind=seizure"
