"""Sheets as files: they hold what their pages hold, ask for nothing, and lead only where somebody said."""

import re

import pytest

from dashboard.dataset import Dataset
from dashboard.errors import InvalidSelection
from dashboard.selection import Selection
from dashboard.still.paper import NAMES, NoStory, paper
from tests.three_articles import articles


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(
    ("query", "story"), [("kind=attack", ""), ("incident=20231109-asad-three-strikes", ""), ("", "an-announcement")]
)
def test_a_sheet_is_one_page_that_asks_for_nothing(name: str, query: str, story: str):
    text = paper(articles(), name, Selection.from_query(query), story).decode()
    assert text.startswith("<!DOCTYPE html>") and text.count('class="sheet') >= 1
    page = re.sub(r"<style>.*?</style>", "", text, flags=re.S)
    assert "default-src &#39;none&#39;" in page and "<script" not in page and "sheet-ways" not in page
    outside = re.findall(r'(?:src|href)="(?!data:|#)([^"]*)"', page)
    assert outside == []
    assert "sheet-code" not in page  # nobody said where the site is


def test_a_sheet_leads_to_the_site_that_was_named():
    text = paper(
        articles(), "worksheet", Selection.from_query("kind=attack"), site="https://timeline.example/"
    ).decode()
    bare = re.sub(r"<wbr\s*/?>", "", text)
    assert "timeline.example/activities?kind=attack" in bare and 'class="sheet-code"' in text
    assert "timeline.example" not in paper(articles(), "worksheet", Selection.from_query("kind=attack")).decode()


def test_a_gentle_sheet_opens_in_gentle_mode(tiny: Dataset):
    assert 'data-gentle="on"' in paper(tiny, "worksheet", Selection(gentle=True)).decode()[:300]
    assert 'data-gentle="off"' in paper(tiny, "worksheet", Selection()).decode()[:300]


def test_what_is_not_there_is_refused():
    with pytest.raises(NoStory, match="an-announcement"):
        paper(articles(), "worksheet", Selection(), "nope")
    with pytest.raises(InvalidSelection, match="nope"):
        paper(articles(), "worksheet", Selection(incident="nope"))
