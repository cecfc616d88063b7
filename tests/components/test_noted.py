"""Notes for paper: each row has the numbers of its documents, and nothing was published after the known-by day."""

import re

import pytest

from dashboard import edtf
from dashboard.components import compared, compared_counts, firsts, rows, tallies
from dashboard.components.noted import LISTED, MARK
from dashboard.dataset import Dataset
from dashboard.selection import Selection
from tests.components.tree import of, words

DAY = "2019-03-12"


def notes(drawn: list) -> list[str]:
    """The notes, the first of them number 1."""
    listed = (item for part in of(drawn, "Div", className=f"{LISTED} on-paper") for item in of(part, "Li"))
    return [words(item.children).replace("” .", "”.") for item in listed]


def numbers(part: object) -> list[int]:
    """The numbers beside a part of a page."""
    return [int(number) for mark in of(part, "Sup", className=MARK) for number in re.findall(r"\d+", mark.children)]


def both(data: Dataset, query: str) -> tuple:
    selection = Selection.from_query(query)
    return selection, selection.filtering.apply(data)


def title(data: Dataset, report: str) -> str:
    return data.by_id["sources"][data.by_id["reports"][report]["source_id"]]["title"]


@pytest.mark.parametrize("query", ["", "rows=table", f"known_by={DAY}", f"known_by={DAY}&rows=table", "kind=attack"])
def test_an_incident_has_the_numbers_of_the_documents_of_its_reports_that_match(tiny: Dataset, query: str):
    selection, selected = both(tiny, query)
    drawn = rows.rows(selection, selected)
    told = notes(drawn)
    assert len(set(told)) == len(told)
    shown = {
        getattr(part, "data-row"): part
        for kind in ("Li", "Tr")
        for part in of(drawn, kind)
        if hasattr(part, "data-row")
    }
    for row in selected.incidents.itertuples():
        expected = {title(tiny, report) for report in row.report_ids.split(";")}
        assert {told[number - 1].split("”")[0][1:] for number in numbers(shown[row.incident_id])} == expected


@pytest.mark.parametrize("of_what", ["incidents", "reports", "tallies"])
def test_no_note_names_a_document_that_had_not_appeared_by_the_day(tiny: Dataset, of_what: str):
    late = [
        row["title"]
        for row in tiny["sources"].to_dict("records")
        if row["published"] and edtf.parse(row["published"]).first_day > edtf.parse(DAY).last_day
    ]
    assert late
    told = notes(rows.rows(*both(tiny, f"of={of_what}&known_by={DAY}")))
    whole = notes(rows.rows(*both(tiny, f"of={of_what}")))
    assert told and not any(name in note for note in told for name in late)
    assert any(name in note for note in whole for name in late)


def test_a_note_has_title_outlet_day_and_address(tiny: Dataset):
    [note] = [one for one in notes(rows.rows(*both(tiny, ""))) if tiny["sources"]["title"].iloc[0] in one]
    source = tiny["sources"].iloc[0]
    outlet = tiny.by_id["outlets"][source["outlet_id"]]["name"]
    assert note.startswith(f"“{source['title']}”. {outlet}, ")
    assert note.endswith(source["url"] or source["archived_url"] or "No web address is recorded.")


@pytest.mark.parametrize(
    "draw",
    [
        lambda selection, selected: tallies.first(selection, selected),
        lambda selection, selected: tallies.whole(selection, selected),
        lambda _, selected: firsts.firsts(selected),
        lambda selection, selected: compared.rows(selection, selected),
        lambda selection, selected: compared_counts.table(selection, selected),
    ],
    ids=["first tallies", "every tally", "firsts", "sides", "counts of sides"],
)
def test_every_number_has_its_note_and_every_note_its_number(tiny: Dataset, draw):
    drawn = draw(*both(tiny, ""))
    assert set(numbers(drawn)) == set(range(1, len(notes(drawn)) + 1))


def test_only_a_part_of_the_rows_says_so_on_paper(tiny: Dataset):
    def said(query: str) -> list:
        return [part.children for part in of(rows.rows(*both(tiny, query)), "P", className="on-paper")]

    assert said("") == []
    many = Selection.from_query("per=25&of=reports")
    total = len(many.apply(tiny).reports)
    assert bool(said("per=25&of=reports")) == (total > 25)
