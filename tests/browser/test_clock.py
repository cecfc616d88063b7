"""Known by: the page as it could be read on a day, by typing, by step and by play."""

from playwright.sync_api import expect

from tests.browser.reader import Reader

LATER, EARLIER = "Later report ▶", "◀ Earlier report"


def steps(reader: Reader) -> int:
    return reader.page.evaluate("history.length")


def test_a_day_typed_takes_away_what_had_not_yet_appeared(reader: Reader):
    reader.open().type("Known by", "2019-03-07")
    assert reader.address == "/?known_by=2019-03-07"
    assert reader.sentence == "2 reports of 2 incidents, 4–6 March 2019, as known by 7 March 2019."
    assert reader.titles == ["Rockets on Îlot Zélande", "Drone at Pier Nine"]
    assert "16 more reports had not appeared yet" in reader.seen()["banners"]


def test_stepping_follows_the_days_on_which_something_appeared_and_one_way_back_undoes_it(reader: Reader):
    before = steps(reader.open())
    days = []
    for name in (LATER, EARLIER, LATER, LATER, EARLIER):  # before the first report is nothing to step to
        reader.choose(name)
        days.append(reader.address)
        assert reader.focus == name
    assert days == [f"/?known_by=2019-03-{day}" for day in ("04", "04", "07", "08", "07")]
    assert reader.sentence.endswith("as known by 7 March 2019.")
    assert reader.page.get_by_role("textbox", name="Known by").input_value() == "2019-03-07"
    assert steps(reader) == before + 1
    assert reader.back().address == "/"
    assert reader.choose(LATER).choose("Everything known").address == "/"
    assert reader.back().address == "/?known_by=2019-03-04"


def test_stepping_ends_where_everything_is_known(reader: Reader):
    reader.open("/?known_by=2019-03-30")
    assert reader.choose(LATER).address == "/?known_by=2019-04-02"
    assert reader.choose(LATER).address == "/"
    assert reader.choose(EARLIER).address == "/?known_by=2019-03-30"  # the last day is all that is known


def test_who_asks_for_less_motion_gets_no_play(reader: Reader):
    reader.open()
    expect(reader.page.get_by_text("Play", exact=True)).to_be_hidden()
    reader.page.emulate_media(reduced_motion="no-preference")
    expect(reader.page.get_by_role("button", name="Play")).to_be_visible()


def test_playing_walks_through_the_days_with_one_way_back_and_stops_when_told(reader: Reader):
    reader.page.emulate_media(reduced_motion="no-preference")
    before = steps(reader.open())
    walked: list[str] = []
    reader.page.on("framenavigated", lambda frame: walked.append(frame.url.removeprefix(reader.site)))
    with reader.page.expect_event("framenavigated", lambda frame: frame.url.endswith("=2019-03-07")):
        reader.page.get_by_role("button", name="Play").click()
    reader.press("Escape")
    assert walked[:2] == ["/?known_by=2019-03-04", "/?known_by=2019-03-07"]
    expect(reader.page.get_by_role("button", name="Play")).to_be_visible()
    reader.still()
    stopped = reader.address
    reader.page.wait_for_timeout(1800)  # longer than a step
    assert (reader.address, steps(reader)) == (stopped, before + 1)
    assert reader.back().address == "/"


def test_playing_stops_by_itself_at_the_last_day(reader: Reader):
    reader.page.emulate_media(reduced_motion="no-preference")
    reader.open("/?known_by=2019-03-30").page.get_by_role("button", name="Play").click()
    expect(reader.page.get_by_role("button", name="Pause")).to_be_visible()
    expect(reader.page).to_have_url(f"{reader.site}/?known_by=2019-04-02")
    expect(reader.page.get_by_role("button", name="Play")).to_be_visible()
