"""What a worksheet and an exit ticket hold: bounded by rule, from the same key, nobody harmed in a ticket."""

import re
from datetime import date
from itertools import islice
from xml.etree import ElementTree

import pytest

from dashboard.activities import material
from dashboard.activities.standards import BY_KIND
from dashboard.activities.ticket import MOST, of_questions, ticket
from dashboard.activities.worksheet import MOST_AGREE, MOST_PARTS, MOST_TOLD, worksheet
from dashboard.figures import paper
from dashboard.selection import Selection
from tests.activities.test_activities import default, one

INCIDENT = "20231026-erbil-drones"


@pytest.mark.parametrize(
    "query", ["", "known_by=2023-11-20", "kind=statement", "outlet=shafaq-news", "corroboration=claimed"]
)
def test_a_worksheet_holds_no_more_than_two_parts_and_their_first_questions(query):
    selected = Selection.from_query(query).apply(default())
    for variant in range(1, 8):
        made = worksheet(selected, variant)
        assert 0 < len(made.parts) <= MOST_PARTS
        for part in made.parts:
            whole = one(selected, part.kind, variant=variant)
            assert set(part.questions) <= set(whole.questions)
            assert sum(question.key.startswith("agree-") for question in part.questions) <= MOST_AGREE
            assert (part.blanks, part.order) == (whole.blanks, whole.order)
        assert set(made.standards) == {standard for part in made.parts for standard in part.standards}


def test_a_worksheet_of_one_incident_is_about_that_incident_alone():
    made = worksheet(Selection().apply(default()), 1, INCIDENT)
    assert made.title == default().by_id["incidents"][INCIDENT]["title"]
    assert [part.kind for part in made.parts] == ["compare", "source"]
    assert {card.href for part in made.parts for card in part.cards} == {f"/incidents/{INCIDENT}"}


def test_a_selection_without_a_part_lists_its_incidents_and_an_empty_one_nothing():
    alone = Selection(
        corroboration=("claimed",), start=date(2024, 1, 20), end=date(2024, 1, 21), known_by=date(2024, 1, 22)
    )
    made = worksheet(alone.apply(default()), 1, "")
    assert made.parts or 0 < len(made.told) <= MOST_TOLD
    nothing = worksheet(Selection(q="zzzzzz").apply(default()))
    assert (nothing.parts, nothing.told) == ((), ())


def test_a_ticket_asks_three_things_and_of_nobody_harmed():
    selected = Selection().apply(default())
    rows = default().by_id["reports"]
    for variant in range(1, 10):
        asked = ticket(selected, variant)
        assert len(asked) == MOST
        assert len({question.key for question in asked}) == MOST
        reports = [rows[row[8:]] for question in asked for row in question.rows if row.startswith("reports/")]
        assert [
            row["report_id"] for row in reports if row["killed"] not in ("", "0") or row["injured"] not in ("", "0")
        ] == []
        assert all(not question.choices or set(question.answer) <= set(question.choices) for question in asked)


def test_a_ticket_of_an_incident_asks_of_it_alone():
    rows = default().by_id["reports"]
    for incident in islice(default().by_id["incidents"], 0, 270, 30):
        for question in ticket(Selection().apply(default()), 1, incident):
            assert {rows[row[8:]]["incident_id"] for row in question.rows if row.startswith("reports/")} <= {incident}


@pytest.mark.parametrize("gentle", [None, True])
def test_a_ticket_of_any_incident_asks_something_that_the_data_answers(gentle: bool | None):
    rows = default().by_id["reports"]
    for incident in default().by_id["incidents"]:
        selection = Selection(incident=incident, gentle=gentle)
        asked = ticket(material.asked(selection, selection.apply(default())), 1, incident)
        assert asked, incident
        for question in asked:
            assert question.rows and (question.answer or question.why), incident
            assert set(question.answer) <= set(question.choices) if question.choices else question.answer, incident
            if question.key == "stated":
                told = rows[question.rows[0].removeprefix("reports/")]
                labels = [
                    material.FIELDS[name]
                    for name, column in (("date", "date"), ("place", "place_id"))
                    if told[column] and material.FIELDS[name] in question.choices
                ]
                assert set(labels) <= set(question.answer), incident
                assert len(question.choices) > 2
                open_ = told["date"].startswith("..") or told["date"].endswith("..")
                assert material.FIELDS["date"] not in question.choices or not open_
                assert not {material.FIELDS[name] for name in material.HARM} & set(question.choices)


def test_figures_for_paper_are_pictures_without_colour_and_say_their_days():
    selected = Selection(known_by=date(2023, 11, 20)).apply(default())
    drawn = paper.weeks(selected)
    ElementTree.fromstring(drawn)
    assert set(re.findall(r'(?:fill|stroke)="([^"]+)"', drawn)) <= {"#000", "none", "#999"}
    assert "18 October 2023" in drawn
    assert "20 November 2023" in drawn
    assert paper.weeks(Selection(q="zzzzzz").apply(default())) == ""
    rows = [("A <agency>", (738000, 738001), 738003), ("B", None, 738002), ("C", None, None)]
    clocks = paper.two_clocks(rows)
    ElementTree.fromstring(clocks)
    assert (clocks.count("<rect"), clocks.count("<circle")) == (1, 2)
    assert paper.two_clocks([("C", None, None)]) == ""


def test_every_incident_has_a_worksheet_with_an_account_and_standards_and_a_ticket_with_standards():
    selected, alone = Selection().apply(default()), 0
    for incident in islice(default().by_id["incidents"], 0, None, 4):
        made = worksheet(selected, 1, incident)
        assert made.parts and made.told == ()
        ids = {row["report_id"] for row in default().by_id["reports"].values() if row["incident_id"] == incident}
        summaries = {default().by_id["reports"][one]["summary"] for one in ids}
        assert {card.text for part in made.parts for card in part.cards} <= summaries
        asked = ticket(selected, 1, incident)
        assert asked
        for standards in (made.standards, of_questions(asked)):
            assert any(one.startswith("RH.") for one in standards), incident
        alone += [len(part.cards) for part in made.parts] == [1]
    assert alone > 20


def test_the_one_account_of_an_incident_is_printed_with_who_is_behind_it():
    made = worksheet(Selection().apply(default()), 1, "20231102-deadsea-claim")
    (part,) = made.parts
    (card,) = part.cards
    (row,) = (one for one in default().by_id["reports"].values() if one["incident_id"] == "20231102-deadsea-claim")
    assert card.text == row["summary"] and "Shafaq News" in card.source
    answers = {question.key: question.answer for question in part.questions}
    assert answers["whose"] == ("It gives the word of somebody whom it names",) and answers["origins"] == ("1",)
    assert "no second independent origin was found" in part.prompt
    assert worksheet(Selection().apply(default()), 1, "20231102-deadsea-claim", ("totals",)).parts == ()


def test_a_ticket_names_the_standards_of_its_questions():
    for variant in range(1, 10):
        asked = ticket(Selection().apply(default()), variant)
        assert set(of_questions(asked)) <= {one for ids in BY_KIND.values() for one in ids} and of_questions(asked)
    assert of_questions(()) == ()
