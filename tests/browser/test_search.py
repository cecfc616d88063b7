"""Searching as a reader does it: names while typing, words marked, near words where nothing matches."""

import re

from playwright.sync_api import expect

from tests.browser.reader import Reader


def typed(reader: Reader, text: str) -> Reader:
    """Type into the field, and wait until the words are searched and the names are there."""
    reader.page.get_by_role("combobox", name="Search").press_sequentially(text)
    expect(reader.page).to_have_url(re.compile(r"[?&]q="))
    expect(reader.page.locator(".search-name").first).to_be_visible()
    return reader.still()


def test_a_name_chosen_by_keyboard_becomes_a_filter(reader: Reader):
    field = typed(reader.open(), "ostrand").page.get_by_role("combobox", name="Search")
    assert reader.address == "/?q=ostrand"
    expect(field).to_have_attribute("aria-expanded", "true")
    groups = reader.page.get_by_role("listbox").get_by_role("group")
    expect(groups.first).to_have_accessible_name("Places")
    reader.press("ArrowDown")
    option = reader.page.locator(f"[id='{field.get_attribute('aria-activedescendant')}']")
    expect(option).to_have_attribute("aria-selected", "true")
    assert option.inner_text() == "Østrand (3 reports)"
    reader.press("Enter")
    assert (reader.address, field.input_value(), reader.focus) == ("/?place=ostrand", "", "Search")
    expect(field).to_have_attribute("aria-expanded", "false")
    assert reader.titles == ["Drone at Pier Nine"]
    assert reader.seen()["pills"] == ["Østrand (1)"]


def test_an_incident_chosen_opens_and_enter_alone_searches(reader: Reader):
    typed(reader.open("/?kind=attack"), "pier")
    reader.page.get_by_role("option", name="Drone at Pier Nine").click()
    reader.still()
    assert reader.address == "/?kind=attack&incident=20190306-pier-drone"
    assert "Tide Watch" in reader.seen()["drawer"]
    typed(reader.open(), "pier").press("Enter")
    assert reader.address == "/?q=pier"
    expect(reader.page.get_by_role("combobox", name="Search")).to_have_attribute("aria-expanded", "false")
    expect(reader.page.locator(".search-name").first).to_be_hidden()


def test_words_are_marked_in_list_table_and_drawer(reader: Reader):
    marks = reader.open("/?q=kaarst+blasts").page.locator("#rows mark")
    assert {"Blasts", "Karst"} <= set(marks.all_inner_texts())
    assert "variant" in (marks.filter(has_text="Karst").first.get_attribute("class") or "")
    reader.tick("Table")
    assert {"Blasts", "Karst"} <= set(marks.all_inner_texts())
    reader.follow("Blasts at Karst Ford")
    assert {"Blasts", "Karst"} <= set(reader.page.locator("[role=dialog] mark").all_inner_texts())
    reader.page.emulate_media(forced_colors="active")
    ground = reader.page.evaluate("getComputedStyle(document.querySelector('#rows mark')).backgroundColor")
    assert ground != "rgba(0, 0, 0, 0)"
    reader.page.emulate_media(forced_colors="none", media="print")
    line = reader.page.evaluate("getComputedStyle(document.querySelector('#rows mark')).textDecorationLine")
    assert line == "underline"


def test_a_near_word_is_offered_and_never_put_in_its_place_unasked(reader: Reader):
    reader.open("/?q=dorne+pier")
    assert (reader.address, reader.titles) == ("/?q=dorne+pier", [])
    assert "“dorne” stands nowhere in the data. Did you mean:" in reader.page.locator("#rows").inner_text()
    reader.choose("drone (1 incident)")
    assert (reader.address, reader.titles) == ("/?q=drone+pier", ["Drone at Pier Nine"])
    expect(reader.page.get_by_role("combobox", name="Search")).to_have_value("drone pier")
