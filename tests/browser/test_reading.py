"""Reading: what the reader chooses holds from the first picture on, stays on the device, and keys can be turned off."""

from playwright.sync_api import expect

from tests.browser.reader import Reader

WATCH_COLOURS = """
  window.seen = [];
  const look = () => {
    if (document.body) {
      const root = document.documentElement;
      window.seen.push([root.dataset.mantineColorScheme, root.dataset.contrast, root.style.fontSize].join());
    }
    if (!document.querySelector("main h1")) requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
"""


def pressed(reader: Reader) -> list[str]:
    return [node.get_attribute("data-read") for node in reader.page.locator("[data-read][aria-pressed=true]").all()]


def choose(reader: Reader, *values: str) -> None:
    reader.page.locator("details.reading > summary").click()
    for value in values:
        reader.page.locator(f"[data-read='{value}']").click()
    reader.press("Escape")


def test_what_is_chosen_holds_from_the_first_picture_of_the_next_page_and_is_kept_here_alone(reader: Reader):
    reader.open()
    choose(reader, "theme:dark", "contrast:high", "size:150")
    reader.page.add_init_script(WATCH_COLOURS)
    reader.open("/counts")
    assert set(reader.page.evaluate("window.seen")) == {"dark,high,150%"}
    assert pressed(reader) == ["theme:dark", "contrast:high", "size:150", "gentle:off", "words:both", "motion:auto", "keys:on"]
    assert reader.page.evaluate("Object.keys(localStorage).sort()") == ["as-reported-reading", "mantine-color-scheme-value"]
    assert reader.page.context.cookies() == []
    choose(reader, "theme:auto", "contrast:auto", "size:100")
    reader.page.wait_for_function("() => localStorage.length === 0")
    assert reader.page.evaluate("document.documentElement.style.fontSize") == ""


def test_a_question_mark_lists_the_keys_but_not_while_typing_nor_when_turned_off(reader: Reader):
    keys = reader.open().page.get_by_role("dialog", name="Keys of this site")
    reader.page.keyboard.press("?")
    expect(keys).to_be_visible()
    reader.page.keyboard.press("Escape")
    expect(keys).to_be_hidden()
    reader.page.get_by_role("combobox", name="Search").press("?")
    expect(keys).to_be_hidden()
    choose(reader, "keys:off")
    reader.page.locator("h1").click()
    reader.page.keyboard.press("?")
    expect(keys).to_be_hidden()
    reader.page.locator("footer").get_by_role("button", name="Keys of this site").click()
    expect(keys).to_be_visible()


def test_paper_has_a_head_each_document_once_as_a_note_and_none_of_the_buttons(reader: Reader):
    page = reader.open("/incidents/20190306-pier-drone?known_by=2019-03-12").page
    page.emulate_media(media="print")
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    head = page.locator(".print-head").inner_text()
    assert "As Reported · " in head and "as known by 2019-03-12" in head and reader.site in head
    notes = page.locator(".print-notes li").all_inner_texts()
    links = {link.get_attribute("href") for link in page.locator("main a[href^=http]").all()}
    addresses = [note.split()[-1] for note in notes]
    assert notes and set(addresses) <= links and len(set(addresses)) == len(notes)
    assert all(note != address for note, address in zip(notes, addresses, strict=True))  # the title comes first
    assert [node for node in page.locator("button.button, .filters, nav").all() if node.is_visible()] == []
    page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    assert page.locator(".print-head, .print-notes, .note-number").count() == 0
