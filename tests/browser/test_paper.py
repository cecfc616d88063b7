"""What is printed: sources as notes, each row with the numbers of its own, as known by the day that is asked."""

import re

import pytest

from dashboard.components.gentle import TITLE
from dashboard.dataset import Dataset
from dashboard.edtf import parse
from dashboard.selection import Selection
from tests.browser.reader import Reader

DAY = "2023-11-14"


def printed(reader: Reader) -> None:
    """Do what a browser does before it prints."""
    reader.page.emulate_media(media="print")
    reader.page.evaluate("window.dispatchEvent(new Event('beforeprint'))")


def notes(reader: Reader) -> list[str]:
    return reader.page.locator(".print-notes li").all_inner_texts()


def numbers(words: str) -> set[int]:
    return {int(number) for number in re.findall(r"\[(\d+)\]", words)}


def late(data: Dataset) -> set[str]:
    """The titles of the documents that had surely not appeared by the day."""
    day = parse(DAY).last_day
    return {row["title"] for row in data["sources"].to_dict("records") if parse(row["published"]).first_day > day}


def behind(data: Dataset, table: str, key: str) -> set[str]:
    """The titles of the documents of an incident's reports, or of a declared count, as known by the day."""
    selected = Selection.from_query(f"known_by={DAY}").apply(data)
    rows = selected.reports[selected.reports["incident_id"] == key] if table == "incidents" else selected.tallies
    rows = rows if table == "incidents" else rows[rows["tally_id"] == key]
    return {data.by_id["sources"][source]["title"] for source in rows["source_id"]}


@pytest.mark.parametrize(
    ("path", "row", "table"),
    [("/?", "#rows li[data-row]", "incidents"), ("/counts?", "#every-tally tr[data-row]", "tallies")],
)
def test_the_notes_of_a_printed_page_are_the_documents_of_its_rows(
    visitor: Reader, default: Dataset, path: str, row: str, table: str
):
    visitor.open(f"{path}known_by={DAY}")
    visitor.page.wait_for_selector(row)
    assert not visitor.page.locator(".row-notes").first.is_visible()
    printed(visitor)
    told = notes(visitor)
    assert told and len(told) == len(set(told))
    lines = visitor.page.locator(row).all()
    assert lines
    for line in lines:
        shown = {told[number - 1].split("”. ")[0][1:] for number in numbers(line.inner_text())}
        assert shown == behind(default, table, line.get_attribute("data-row"))
    assert late(default)
    assert not [title for title in late(default) if any(title in note for note in told)]
    assert f"as known by {DAY}" in visitor.page.locator(".print-head").inner_text()
    visitor.page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    assert visitor.page.locator(".print-notes, .note-number").count() == 0
    assert not any(TITLE in note for note in told)
    visitor.page.evaluate("window.asReportedComfort.set('gentle', 'on')")  # as the button under Reading does
    printed(visitor)
    gentle = notes(visitor)
    assert len(gentle) == len(told) and all(TITLE in note for note in gentle)
    assert not [row["title"] for row in default["sources"].to_dict("records") if any(row["title"] in note for note in gentle)]


def test_a_printed_story_has_every_step_with_the_address_of_its_view_and_no_answer_that_is_hidden(visitor: Reader):
    page = visitor.open("/stories/an-announcement?step=2").page
    printed(visitor)
    steps = page.locator("article.step")
    last = int(page.locator("[data-last]").get_attribute("data-last"))
    assert steps.count() == last > 2
    for step in steps.all():
        assert step.is_visible()
        assert f"{visitor.site}/" in step.locator(".step-paper").inner_text()
    assert page.locator(".predict").count() > 0
    assert page.locator(".predict-shown").count() == 0
    assert "step 2" in page.locator(".story-figure .step-paper").inner_text()
