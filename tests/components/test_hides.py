"""What a page hides until the reader has answered stands in none of its parts."""

import re

import pytest

from dashboard import dataset, schema
from dashboard.components import compare, linked, lists, measures, notice, outlets, state, table
from dashboard.components.story import Reading
from dashboard.dataset import Dataset
from dashboard.pages import outlet
from dashboard.pages import story as page
from dashboard.selection import Selection
from dashboard.stories import shelf
from tests.components.tree import of, words

HAIFA = "20240107-haifa-missile"
COUNT = "almayadeen-20231119-p11-attacks-56"


@pytest.fixture(scope="module")
def default() -> Dataset:
    return dataset.load(schema.DEFAULT)


def figure(dataset: Dataset, slug: str, number: int, *answered: int) -> str:
    return words(page._figure(Reading(shelf(dataset).stories[slug], dataset, number, frozenset(answered))))


@pytest.mark.parametrize("hide", ["corroboration", "accounts"])
def test_rows_count_nobody_while_who_tells_of_it_is_hidden(tiny: Dataset, hide: str):
    selection, selected = state.selected(tiny, f"hide={hide}")
    drawn = table.table("incidents", selection, selected)
    heads = [words(one) for one in of(drawn, "Th")]
    cells = [words(one) for one in of(drawn, "Tr")]
    assert "Reports" in " ".join(heads)
    assert all(row.count("hidden until you answer") >= 2 for row in cells[1:])  # reports, origins
    for row in selected.incidents.to_dict("records"):
        said = words(lists.incident(row, selection, selected))
        assert "report" not in said.replace("Reported", "").lower().replace(row["title"].lower(), "")


def test_what_may_be_the_same_and_what_is_said_of_it_say_that_they_are_hidden(default: Dataset):
    for hide, parts in (("corroboration", [linked.beside]), ("accounts", [linked.beside, linked.links])):
        _, selected = state.selected(default, f"incident={HAIFA}&hide={hide}")
        for part in parts:
            told = words(part(selected, HAIFA))
            assert "Hidden until you answer." in told and "Nasrallah" not in told and "factory" not in told
    _, plain = state.selected(default, f"incident={HAIFA}")
    assert "Nasrallah" in words(linked.beside(plain, HAIFA)) and "factory" in words(linked.links(plain, HAIFA))


def test_a_count_stands_alone_while_other_accounts_are_hidden(default: Dataset):
    query = f"measure=attacks&tally={COUNT}&known_by=2023-11-19"
    hidden = words(measures.explained(*state.selected(default, f"{query}&hide=accounts")))
    assert "56 attacks" in hidden and "hidden until you answer" in hidden
    assert "since" not in hidden and "Named here" not in hidden
    assert "since 17 Oct 2023" in words(measures.explained(*state.selected(default, query)))


def test_rows_of_counts_name_nothing_while_other_accounts_are_hidden(default: Dataset):
    selection, selected = state.selected(default, "of=tallies&hide=accounts")
    (row, *_) = selected.tallies.to_dict("records")
    assert "named here: Hidden until you answer." in words(lists.tally(row, selection, selected))


@pytest.mark.parametrize(
    ("slug", "number", "answer"),
    [
        ("twelve-outlets-one-origin", 1, "MEMRI"),
        ("twelve-outlets-one-origin", 5, "Syrian Observatory"),
        ("sixty-one-since-when", 2, "no start"),
        ("sixty-one-since-when", 5, "17 Oct"),
        ("sixty-one-since-when", 7, "sum to 66"),
        ("how-an-escalation-is-told", 5, "in response to"),
        ("one-night-at-tower-22", 3, "al-Tanf"),
        ("one-night-at-tower-22", 1, "at least 34"),
    ],
)
def test_a_step_that_asks_shows_its_answer_only_to_whoever_has_answered(default: Dataset, slug, number, answer):
    assert answer not in figure(default, slug, number)
    assert answer in figure(default, slug, number, number)


def test_no_number_of_reports_is_said_while_accounts_are_hidden(tiny: Dataset):
    counting = r"\d+ (?:reports?|origins?|documents?)\b"
    for query in ("", "known_by=2019-03-12"):
        selection, selected = state.selected(tiny, f"{query}&hide=accounts")
        incidents = len(selected.incidents)
        assert selected.sentence.startswith(f"{incidents} incident")
        assert "the others are hidden until you answer" in selected.sentence
        parts = [notice.breakdown(selected), notice.banners(selected), outlets.table(selection, selected)]
        parts += [compare.takeaway(selection, selected), compare.words(selection, selected)]
        assert not re.search(counting, words(parts) + selected.sentence)
        _, plain = state.selected(tiny, query)
        assert re.search(counting, plain.sentence)


def test_what_an_outlet_carries_is_hidden_with_the_accounts(default: Dataset):
    told = words(outlet.layout(default, Selection(outlet=("islam-times",), hide=("accounts",))))
    assert "Hidden until you answer: every account but the first." in told and outlets.VEILED in told
    assert "by no other outlet" not in told and "Most quoted" not in told
    plain = words(outlet.layout(default, Selection(outlet=("islam-times",))))
    assert "14 documents, 28 reports of 27 incidents; 9 of them told here by no other outlet." in plain
