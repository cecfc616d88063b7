"""What a pointer does on the figures; rows, buttons and fields do the same by key."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.reader import WATCH, Reader
from tests.made_up import package

GESTURE = 550
"""Milliseconds within which Plotly tells of a selection, and takes two presses for one gesture (`doubleClickDelay`)."""
CHART, STRIP = "#timeline-chart", "#density-strip"


def spot(reader: Reader, where: str, day: str, height: float | None = None) -> tuple[float, float]:
    """The place on the screen of a day on a figure, at a height of its lanes or in the middle."""
    return reader.page.evaluate(
        """([where, day, height]) => {
          const plot = document.querySelector(where + " .js-plotly-plot");
          plot.scrollIntoView({ block: "center" });
          const box = plot.getBoundingClientRect(), { xaxis, yaxis } = plot._fullLayout;
          return [box.x + xaxis._offset + xaxis.d2p(day),
                  box.y + yaxis._offset + (height === null ? yaxis._length * 0.55 : yaxis.d2p(height))];
        }""",
        [where, day, height],
    )


def drag(reader: Reader, where: str, first: str, last: str) -> Reader:
    reader.page.wait_for_timeout(GESTURE)
    x, y = spot(reader, where, first)
    reader.page.mouse.move(x, y)
    reader.page.mouse.down()
    reader.page.mouse.move(*spot(reader, where, last), steps=4)
    reader.page.mouse.up()
    reader.page.wait_for_timeout(GESTURE)
    return reader.still()


def double_click(reader: Reader, where: str, day: str) -> Reader:
    reader.page.mouse.dblclick(*spot(reader, where, day))
    reader.page.wait_for_timeout(GESTURE)
    return reader.still()


def click(reader: Reader, day: str, height: float) -> Reader:
    """Point at a mark of the chart, then press; a second press at once would make it a double click."""
    reader.page.mouse.move(*spot(reader, CHART, day, height))
    reader.page.wait_for_timeout(GESTURE)
    reader.page.mouse.click(*spot(reader, CHART, day, height))
    return reader.still()


DRAWN = f"""() => document.querySelector('{CHART} .js-plotly-plot')._fullLayout.xaxis.range.map((at) => at.slice(0, 10)).join()"""
"""From which day to which the chart is drawn."""


def came(reader: Reader, address: str) -> bool:
    """Wait until a gesture has led to an address: on a busy machine Plotly tells of it late."""
    reader.page.wait_for_function("address => location.pathname + location.search === address", arg=address)
    return reader.still().address == address


def draws(reader: Reader, first: str, last: str) -> bool:
    """Wait until the chart is drawn from one day to another: a gesture moves it at once, and it is straightened after."""
    reader.page.wait_for_function(f"days => ({DRAWN})() === days", arg=f"{first},{last}")
    return True


def test_a_mark_opens_its_incident(reader: Reader):
    traces = {name: (x, y) for name, x, y in reader.open().seen()["chart"]["traces"]}
    days, heights = traces["incidents"]
    height = heights[days.index("2019-03-06")]
    assert click(reader, "2019-03-06", height).address == "/?incident=20190306-pier-drone"
    reader.press("Escape")
    expect(reader.page.get_by_role("dialog")).to_be_hidden()
    assert click(reader, "2019-03-06", height).address == "/?incident=20190306-pier-drone"  # the same mark again


def test_dragging_on_the_chart_sets_the_window_and_a_double_click_clears_it(reader: Reader):
    assert draws(reader.open(), "2019-02-28", "2019-04-02")
    drag(reader, CHART, "2019-03-05 12:00", "2019-03-13 12:00")
    assert came(reader, "/?from=2019-03-06&to=2019-03-13")
    assert draws(reader, "2019-03-05", "2019-03-13")
    double_click(reader, CHART, "2019-03-12")
    assert came(reader, "/") and draws(reader, "2019-02-28", "2019-04-02")
    double_click(reader, CHART, "2019-03-13")  # what asks for nothing new leaves the chart as the address has it
    assert came(reader, "/") and draws(reader, "2019-02-28", "2019-04-02")
    drag(reader, CHART, "2019-02-28 18:00", "2019-04-02 06:00")
    assert came(reader, "/") and draws(reader, "2019-02-28", "2019-04-02")


def test_dragging_within_one_day_means_that_day(reader: Reader):
    drag(reader.open("/?from=2019-03-04&to=2019-03-07"), CHART, "2019-03-06 03:00", "2019-03-06 09:00")
    assert came(reader, "/?from=2019-03-06&to=2019-03-06")


def test_dragging_on_the_strip_sets_the_window_and_a_double_click_clears_it(reader: Reader):
    drag(reader.open(), STRIP, "2019-03-09 12:00", "2019-03-16 12:00")
    assert came(reader, "/?from=2019-03-10&to=2019-03-16")
    assert reader.page.get_by_role("textbox", name="From").input_value() == "2019-03-10"
    drag(reader, STRIP, "2019-03-09 12:00", "2019-03-16 12:00")  # the same again leaves no box behind
    expect(reader.page.locator(f"{STRIP} .select-outline, {STRIP} .selectionlayer path")).to_have_count(0)
    double_click(reader, STRIP, "2019-03-20")
    assert came(reader, "/")


@pytest.mark.parametrize("where", [CHART, STRIP])
def test_a_double_click_may_be_as_slow_as_the_system_of_the_reader_allows(reader: Reader, where):
    reader.open("/?from=2019-03-06&to=2019-03-13")
    reader.page.mouse.dblclick(*spot(reader, where, "2019-03-09"), delay=GESTURE / 2)
    assert came(reader, "/")


@pytest.mark.parametrize("address", ["/stories/how-an-escalation-is-told?step=3", "/embed/timeline?from=2023-11-05&to=2023-11-20"])
def test_a_double_click_where_no_window_is_chosen_changes_no_address(user: Reader, address: str):
    user.open(address)
    lanes = ".graph.lanes"
    day = user.page.evaluate(f"document.querySelector('{lanes} .js-plotly-plot')._fullLayout.xaxis.range[0]")
    user.page.mouse.dblclick(*spot(user, lanes, day[:10] + " 20:00", -0.02))  # above every mark
    user.page.wait_for_timeout(GESTURE)
    assert user.still().address == address


def test_buttons_move_the_window_within_the_period(reader: Reader):
    reader.open("/?from=2019-03-10&to=2019-03-18")
    walked = []
    for name in ("Zoom in", "Zoom out", "◀ Earlier", "Later ▶", "Whole period"):
        walked.append(reader.choose(name).address)
    assert walked == [
        "/?from=2019-03-12&to=2019-03-16",
        "/?from=2019-03-11&to=2019-03-17",
        "/?from=2019-03-09&to=2019-03-15",
        "/?from=2019-03-11&to=2019-03-17",
        "/",
    ]
    reader.open("/?from=2019-03-02&to=2019-03-12").choose("◀ Earlier")
    assert came(reader, "/?from=2019-03-01&to=2019-03-11")  # as long as before, to the first day and no further
    assert reader.choose("◀ Earlier").address == "/?from=2019-03-01&to=2019-03-11"


def test_a_bin_opens_its_days_and_then_leads_to_the_rows(serve, page):
    told = [{"of": f"2023110{1 + n // 9}-asad-{n}", "date": f"2023-11-0{1 + n // 9}", "place": "asad"} for n in range(27)]
    crowded = serve(package(*told))
    with Reader(page, crowded) as reader:
        traces = {name: (x, y) for name, x, y in reader.open().seen()["chart"]["traces"]}
        days, heights = traces["bins"]
        assert "incidents" not in traces
        at = days.index("2023-11-02")
        assert click(reader, days[at], heights[at]).address == "/?from=2023-11-02&to=2023-11-02"
        assert len(reader.titles) == 9
        assert click(reader, days[at], heights[at]).focus == reader.titles[0]
        page.goto("about:blank")
    assert reader.trouble == []


@pytest.fixture
def finger(browser: Browser, tiny_site: str) -> Iterator[Reader]:
    """Somebody who reads the tiny site on a phone."""
    with browser.new_context(viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True) as phone:
        phone.add_init_script(WATCH)
        with Reader(phone.new_page(), tiny_site) as someone:
            yield someone
            someone.page.goto("about:blank")
    assert someone.trouble == []


def touch(reader: Reader, *path: tuple[float, float]) -> Reader:
    """Lay a finger on the first place, lead it along the others and lift it."""
    screen = reader.page.context.new_cdp_session(reader.page)
    for number, (x, y) in enumerate(path):
        kind = "touchMove" if number else "touchStart"
        screen.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": [{"x": x, "y": y}]})
    screen.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
    screen.detach()
    return reader


def test_a_finger_scrolls_the_page_from_a_figure_and_draws_across_it(finger: Reader):
    x, y = spot(finger.open(), STRIP, "2019-03-09 12:00")
    ahead, _ = spot(finger, STRIP, "2019-03-16 12:00")
    before = finger.page.evaluate("scrollY")
    touch(finger, (x, y), *((x + step, y - 20 * step) for step in range(1, 12)))
    finger.page.wait_for_function("before => scrollY > before + 150", arg=before)
    finger.page.wait_for_timeout(GESTURE)
    assert finger.still().address == "/"
    x, y = spot(finger, STRIP, "2019-03-09 12:00")
    touch(finger, (x, y), *((x + (ahead - x) * step / 8, y + step) for step in range(1, 9)))
    assert came(finger, "/?from=2019-03-10&to=2019-03-16")
    finger.page.wait_for_timeout(GESTURE)
    x, y = spot(finger, STRIP, "2019-03-20")
    touch(touch(finger, (x, y)), (x, y))
    assert came(finger, "/")
