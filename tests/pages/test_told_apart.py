"""Two occasions of the default data as a reader opens them: rival accounts stand together, and lead to documents."""

from functools import cache

import pytest

from dashboard import dataset, schema
from dashboard.components import accounts, state
from dashboard.dataset import Dataset
from dashboard.pages import find
from tests.components.tree import of, words

MISSILE, EXPLOSION, TOWER = "20240107-haifa-missile", "20240114-haifa-explosion", "20240128-tower22-drone"


@cache
def default() -> Dataset:
    return dataset.load(schema.DEFAULT)


def drawer(incident: str, query: str = ""):
    return accounts.body(*state.selected(default(), f"{query}&incident={incident}"))


def page(incident: str, query: str = ""):
    found, selection = find(f"/incidents/{incident}", query)
    return found.layout(default(), selection)


def beside(layout) -> list[str]:
    (block,) = of(layout, "Div", className="beside")
    return [words(section) for section in of(block, "Section")]


@pytest.mark.parametrize("drawn", [drawer, page])
@pytest.mark.parametrize(("here", "other"), [(MISSILE, EXPLOSION), (EXPLOSION, MISSILE)])
def test_the_claim_at_haifa_its_days_the_denial_and_the_other_explanation_stand_side_by_side(drawn, here, other):
    layout = drawn(here)
    columns = dict(zip((here, other), beside(layout), strict=True))
    claim, explosion = columns[MISSILE], columns[EXPLOSION]
    assert "Islamic Resistance in Iraq" in claim and "claims responsibility" in claim
    assert "one day between 31 Dec 2023 and 7 Jan 2024" in claim and "until 7 Jan 2024" in claim
    assert "Hassan Nasrallah" in explosion and "a missile of the group struck Haifa" in explosion
    assert "denies" in explosion and "breakdown" in explosion and "dated 14 Jan 2024" in explosion
    text = words(layout)
    assert text.index("Beside it: what may be the same") < text.index("In which documents")
    (block,) = of(layout, "Div", className="beside")
    opening = [one for one in of(block, "Button") if hasattr(one, "data-incident")]
    assert [getattr(one, "data-incident") for one in opening] == [other]


def test_what_was_not_known_by_the_day_is_not_set_beside():
    assert of(drawer(MISSILE, "known_by=2024-01-10"), "Div", className="beside") == []
    assert "Explosion at a factory" not in words(page(MISSILE, "known_by=2024-01-10"))


# --- Tower 22: the number of injured grows from day to day, and one speaker takes a statement back -----------

TOLD = {
    "2024-01-28": ["25"],
    "2024-01-29": ["25", "at least 34", "47"],
    "2024-02-02": ["25", "at least 34", "more than 40", "34", "47"],
    "2024-02-29": ["25", "at least 34", "more than 40", "34", "47"],
}


def injured(layout) -> str:
    """The row of injured as it is read: one cell per origin."""
    (row,) = [words(row) for row in of(layout, "Tr") if words(row).startswith("Injured")]
    return row


@pytest.mark.parametrize("day", TOLD)
def test_each_number_of_injured_is_in_the_row_of_the_day_it_was_known(day: str):
    row = injured(drawer(TOWER, f"known_by={day}"))
    assert [number for number in TOLD[day] if number not in row] == []
    assert ("more than 40" in row) == (day >= "2024-01-30")


def reports(layout) -> list[str]:
    """What each report says and in which document, as read."""
    return [words(item) for block in of(layout, "Div", className="document") for item in of(block, "Li")]


@pytest.mark.parametrize(
    ("said", "title", "since"),
    [
        ("25 injured by a one-way drone", "Three US Troops Killed in Drone Attack in Jordan", "2024-01-28"),
        ("More than forty reported injuries", "", "2024-02-02"),
        ("at least 34 injured", "", "2024-01-28"),
        ("47 wounded", "", "2024-01-28"),
        ("the attack was not in Jordan but at al-Tanf", "", "2024-01-29"),
        ("A later statement of the spokesman condemns an attack on an outpost at the border", "", "2024-01-29"),
    ],
)
def test_each_account_leads_to_its_document(said: str, title: str, since: str):
    layout = drawer(TOWER, f"known_by={since}")
    (text,) = [text for text in reports(layout) if said in text]
    assert title in text
    assert "Published" in text or "No day of publication given" in text
    documents = [
        item for block in of(layout, "Div", className="document") for item in of(block, "Li") if said in words(item)
    ]
    assert next(link.href for link in of(documents, "A")).startswith("http")


def test_the_number_without_a_day_is_said_to_be_known_at_an_unknown_date():
    (block,) = [block for block in of(drawer(TOWER), "Div", className="document") if "47 wounded" in words(block)]
    assert "Known at an unknown date." in words(block)


def test_the_first_statement_of_jordan_and_its_reversal_are_one_speaker_s_on_one_day():
    (block,) = [block for block in of(drawer(TOWER), "Div", className="document") if "al-Tanf in Syria" in words(block)]
    assert "A later statement of the spokesman" in words(block)
    assert words(block).count("Disputes:") == 2
    assert words(block).count("Confirms:") == 1
