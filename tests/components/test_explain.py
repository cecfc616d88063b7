"""Controls that explain themselves: the word is the name, what the package lacks is plain text, rows add no stops."""

import pytest

from dashboard import dataset, schema
from dashboard.components import accounts, explain, notice, outlets, rows, tallies
from dashboard.dataset import Dataset
from dashboard.selection import Selection
from tests.components.tree import of, parts, words
from tests.three_articles import articles


@pytest.fixture(scope="module")
def default() -> Dataset:
    """The shipped package, with its glossary."""
    return dataset.load(schema.DEFAULT)


def terms(drawn: object) -> list[tuple[str, str]]:
    """The words that explain themselves: as shown, and the term they stand for."""
    return [(part.children, getattr(part, "data-term")) for part in parts(drawn) if hasattr(part, "data-term")]


def names(drawn: object) -> list[tuple[str, str]]:
    return [(part.children, getattr(part, "data-profile")) for part in parts(drawn) if hasattr(part, "data-profile")]


def shown(data: Dataset, query: str = "") -> tuple:
    selection = Selection.from_query(query)
    return selection, selection.filtering.apply(data)


def test_a_term_is_a_button_whose_name_is_the_word(tiny: Dataset):
    word = explain.term(tiny, "Interception", "interceptions")
    assert (word.role, word.tabIndex, word.children, getattr(word, "data-term")) == (
        "button",
        "0",
        "interceptions",
        "interception",
    )


def test_a_term_that_the_package_lacks_is_plain_text(tiny: Dataset):
    assert explain.term(tiny, "claimed") == "claimed"
    assert explain.marked(tiny, "3 claimed, 2 interceptions", "claimed") == ["3 claimed, 2 interceptions"]


def test_each_term_explains_itself_where_it_first_stands_in_a_text(default: Dataset):
    text = "unreported: 2 reports, 3 reported; 1 report, 2 origins"
    drawn = explain.marked(default, text, "report", "reported", "origin")
    assert terms(drawn) == [("reports", "report"), ("reported", "reported"), ("origins", "origin")]
    assert "".join(part if isinstance(part, str) else part.children for part in drawn) == text


def test_a_name_says_that_a_dialog_opens_and_of_whom(tiny: Dataset):
    name = explain.outlet(tiny, "harbour-wire")
    assert (name.children, getattr(name, "data-profile")) == ("Harbour Wire", "outlets/harbour-wire")
    assert (getattr(name, "aria-haspopup"), getattr(name, "aria-expanded")) == ("dialog", "false")
    assert words(explain.speaker(tiny, "guard-spokeswoman")) == "Ida Ørn, Guard spokeswoman (Lighthouse Guard)"
    assert names(explain.speaker(tiny, "guard-spokeswoman"))[1] == ("Lighthouse Guard", "actors/guard")


@pytest.mark.parametrize("view", ["list", "table"])
def test_names_in_rows_are_no_stops_of_the_keyboard(tiny: Dataset, view: str):
    drawn = rows.rows(*shown(tiny, f"rows={view}"))
    found = [part for part in parts(drawn) if hasattr(part, "data-profile")]
    assert ("Harbour Wire", "actors/harbour-wire") in names(drawn)
    assert {part.tabIndex for part in found} == {"-1"}
    counted = [part for part in parts(tallies.first(*shown(tiny))) if hasattr(part, "data-profile")]
    assert {part.tabIndex for part in counted} == {"-1"}


def test_the_drawer_names_speakers_and_outlets_as_controls(tiny: Dataset):
    drawn = accounts.body(*shown(tiny, "incident=20190304-islet-rockets"))
    assert {("Harbour Wire", "outlets/harbour-wire"), ("Tern Company", "actors/terns")} <= {*names(drawn)}
    assert {part.tabIndex for part in of(drawn, "Span", className="named")} == {"0"}


def test_a_block_explains_each_term_once(default: Dataset):
    selection, selected = shown(default)
    heads = tallies.first(selection, selected)
    assert terms(heads) == [("Count", "tally"), ("Since", "baseline"), ("Named here", "itemised count"), ("Outlet", "outlet")]
    levels = ["claimed", "reported", "corroborated", "acknowledged"]
    assert sorted(terms(notice.breakdown(selected))) == sorted((level, level) for level in levels)
    assert terms(rows.rows(*shown(default, "rows=list")))[:2] == [("incident", "incident"), ("report", "report")]
    assert terms(outlets.table(selection, selected)) == [("outlet", "outlet"), ("reports", "report"), ("lag", "lag")]
    for drawn in (notice.breakdown(selected), heads, rows.rows(selection, selected)):
        assert len(terms(drawn)) == len({*terms(drawn)})


def test_a_package_without_a_glossary_is_drawn_in_plain_words():
    selection, selected = shown(articles())
    assert len(articles()["glossary"]) == 0
    for drawn in (notice.breakdown(selected), rows.rows(selection, selected), tallies.first(selection, selected)):
        assert terms(drawn) == []
    assert "8 claimed, 5 reported" in words(notice.breakdown(selected))
