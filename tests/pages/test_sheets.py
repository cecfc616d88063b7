"""Sheets to print: no name is asked, the address is whole, the key can be left out."""

from itertools import islice

import pytest

from dashboard.activities import activities, material
from dashboard.activities.ticket import ticket
from dashboard.activities.worksheet import worksheet
from dashboard.components import sheet_foot
from dashboard.components.links import leading_to
from dashboard.pages import MENU, PAGES, find
from dashboard.selection import Selection
from tests.activities.test_activities import default
from tests.components.tree import of, words

INCIDENT = "20190304-islet-rockets"
PATHS = ("/worksheet", "/exit-ticket", f"/incidents/{INCIDENT}/worksheet", f"/incidents/{INCIDENT}/exit-ticket")


def drawn(data, address: str):
    page, selection = find(*address.partition("?")[::2])
    return page.layout(data, selection)


@pytest.mark.parametrize("path", PATHS)
def test_a_sheet_has_class_and_date_and_no_name(tiny, path):
    with leading_to("https://timeline.example"):
        page = drawn(tiny, path)
    sheets = of(page, "Div", className="sheet") or of(page, "Div", className="sheet sheet-halves")
    said = words(sheets[0])
    assert "Class ___" in said
    assert "Name ___" not in said
    assert len(of(sheets[0], "Img")) >= 1


@pytest.mark.parametrize("path", PATHS)
def test_the_key_stands_on_a_sheet_of_its_own_and_can_be_left_out(tiny, path):
    assert len(of(drawn(tiny, path), "Div", className="sheet sheet-key")) == 1
    assert of(drawn(tiny, f"{path}?key=no"), "Div", className="sheet sheet-key") == []


def test_sheets_are_not_in_the_menu():
    assert {path for path, _ in MENU} & {"/activities", *PATHS} == set()
    assert {page.PATH for page in PAGES} >= {"/worksheet", "/incidents/<incident>/worksheet"}


def test_the_address_is_the_canonical_one_and_breaks_where_a_hand_can_pause():
    selection = Selection.from_query("variant=2&known_by=2019-03-12&kind=attack")
    assert sheet_foot.address("/activities", selection) == "/activities?known_by=2019-03-12&kind=attack&variant=2"
    assert [part for part in sheet_foot._broken("h/a?b=1&c=2") if isinstance(part, str)] == ["h/a?", "b=1&", "c=2"]


LONG = "kind=attack&from=2023-11-09&to=2023-11-16&known_by=2023-11-20&variant=3&gentle=yes"


@pytest.mark.parametrize(
    ("path", "way"),
    [
        ("/worksheet?kind=attack", "Open it: timeline.example/activities?kind=attack"),
        ("/stories/one-night-at-tower-22/worksheet", "Open it: timeline.example/stories/one-night-at-tower-22"),
        (
            f"/worksheet?{LONG}",
            "Open it: scan the code, or type timeline.example/activities and choose: said to be of kind attack; "
            "9–16 November 2023; as known by 20 November 2023; example 3; gentle mode.",
        ),
        (
            "/incidents/20240128-tower22-drone/exit-ticket?known_by=2024-01-29",
            "Open it: scan the code, or type timeline.example/incidents/20240128-tower22-drone and choose: as known by "
            "29 January 2024.",
        ),
    ],
)
def test_an_address_is_typed_where_it_is_short_and_else_scanned_or_chosen_in_words(path, way):
    with leading_to("https://timeline.example"):
        page = drawn(default(), path)
    assert words(of(page, "P", className="sheet-address")[0]).replace("? ", "?") == way
    assert of(page, "Img", className="sheet-code")


def test_an_address_too_long_for_a_code_is_chosen_in_words():
    with leading_to("https://timeline.example"):
        page = drawn(default(), f"/worksheet?q={'q' * 4000}")
    assert of(page, "Img", className="sheet-code") == []
    told = words(of(page, "P", className="sheet-address")[0])
    assert told.startswith("Open it: type timeline.example/activities and choose: ")


def test_a_selection_that_keeps_nothing_says_so_on_one_sheet_without_a_key(tiny):
    page = drawn(tiny, "/worksheet?q=zzzz")
    assert "No report in the data passes all parts of this selection." in words(page)
    assert of(page, "Div", className="sheet sheet-key") == []


def test_a_sheet_of_an_incident_asks_for_its_origins_as_its_page_counts_them_and_does_not_tell_them_before():
    data, incident = default(), "20240128-tower22-drone"
    page = drawn(data, f"/incidents/{incident}/worksheet")
    (standing,) = (row for row in Selection().apply(data).standings.itertuples() if row.incident_id == incident)
    (sentence,) = (words(one) for one in of(page, "P") if getattr(one, "className", "") == "sheet-sentence")
    assert standing.origins > 2
    assert "origin" not in sentence
    assert sentence.startswith("Attack, 28 January 2024")
    (key,) = of(page, "Div", className="sheet sheet-key")
    (answer,) = (words(one) for one in of(key, "Li") if " documents: " in words(one))
    assert f": {standing.origins}. " in answer
    assert answer.count(";") == standing.origins - 1
    (asked,) = (one for one in ticket(Selection().apply(data), 1, incident) if one.key == "origins")
    assert asked.text.startswith("With the site open")
    assert "With the site open: How many origins tell of this incident" in words(page)
    (answers,) = of(drawn(data, f"/incidents/{incident}/exit-ticket"), "Div", className="sheet sheet-key")
    assert len(of(answers, "P", className="sheet-source")) == len(of(answers, "Li"))
    assert asked.answer == (f"{standing.origins}",)


@pytest.mark.parametrize("name", ["worksheet", "exit-ticket"])
def test_the_key_of_a_story_s_sheets_has_the_title_of_the_story(name):
    page = drawn(default(), f"/stories/twelve-outlets-one-origin/{name}")
    (key,) = of(page, "Div", className="sheet sheet-key")
    assert words(of(key, "H2")[0]) == "Key: Twelve outlets, one origin"


@pytest.mark.parametrize("path", ["/exit-ticket", f"/incidents/{INCIDENT}/exit-ticket"])
def test_an_exit_ticket_ends_with_a_question_that_looks_ahead(tiny, path):
    for half in of(drawn(tiny, path), "Div", className="sheet-half"):
        asked = [words(one) for one in of(half, "P") if "?" in words(one) and "Open it" not in words(one)]
        assert asked[-1] == "What would you still like to know, and who would be placed to know it?"
        assert asked[-2].startswith("How was it to read")


@pytest.mark.parametrize(
    ("story", "kinds"),
    [
        ("sixty-one-since-when", ["In order of known, not of happened", "Why do two totals differ?"]),
        ("twelve-outlets-one-origin", ["Source it", "Sort claims by support"]),
        ("how-an-escalation-is-told", ["Compare two accounts", "In order of known, not of happened"]),
    ],
)
def test_a_story_s_sheets_are_of_the_kinds_that_its_worksheet_names(story, kinds):
    page = drawn(default(), f"/stories/{story}/worksheet")
    (key,) = of(page, "Div", className="sheet sheet-key")
    assert [words(one).partition(". ")[2] for one in of(key, "H3")] == kinds
    assert len(of(drawn(default(), f"/stories/{story}/exit-ticket"), "Li")) > 2


def test_the_totals_of_a_story_s_sheets_have_the_number_that_the_story_is_about():
    page = drawn(default(), "/stories/sixty-one-since-when/worksheet")
    assert "How many. A: 61; B: " in words(of(page, "Div", className="sheet sheet-key")[0])


def test_gentle_sheets_show_and_ask_nothing_of_people_harmed():
    selected = material.gently(Selection().apply(default()))
    shown = 0
    for incident in islice(default().by_id["incidents"], 0, None, 3):
        made = worksheet(selected, 1, incident)
        shown += len(made.parts)
        for part in made.parts:
            assert not any(card.harm or material.OF_HARM & {label for label, _ in card.lines} for card in part.cards)
            assert not any(one.harm or material.OF_HARM & set(one.choices) for one in part.asked)
    assert shown > 20
    for variant in (1, 2, 3):
        for part in activities(selected, variant):
            assert not part.missing
            assert not any(card.harm for card in part.cards)
            assert not any(one.harm for one in part.asked)


def test_gentle_sheets_of_an_incident_that_harmed_somebody_have_a_key_without_numbers_and_print_the_gentle_address():
    page = drawn(default(), "/incidents/20240128-tower22-drone/worksheet?gentle=yes")
    said = " ".join(words(one) for one in of(page, "Div") if "sheet" in str(getattr(one, "className", "")).split())
    for told in ("three killed", "Killed", "Injured", "anybody was killed"):
        assert told not in said
    address = words(of(page, "P", className="sheet-address")[0])
    assert address.replace(" ", "").endswith("/incidents/20240128-tower22-drone?gentle=yes")
    for path in ("/worksheet", "/exit-ticket", "/stories/how-an-escalation-is-told/worksheet"):
        assert "gentle=yes" in words(of(drawn(default(), f"{path}?gentle=yes"), "P", className="sheet-address")[0])


def test_a_sheet_of_a_story_says_the_day_by_which_it_is_told():
    page = drawn(default(), "/stories/sixty-one-since-when/worksheet")
    assert "As known by 24 November 2023." in words(of(page, "Div", className="sheet-foot")[0])
    assert "Everything known." in words(of(drawn(default(), "/worksheet"), "Div", className="sheet-foot")[0])


@pytest.mark.parametrize("name", ["worksheet", "exit-ticket"])
@pytest.mark.parametrize(
    ("path", "told"),
    [
        ("/stories/sixty-one-since-when", "as known by 24 November 2023"),
        ("/stories/how-an-escalation-is-told", "as known by 11 November 2023"),
        ("/stories/one-night-at-tower-22", "everything known"),
        ("", "everything known"),
    ],
)
def test_the_head_of_every_printed_page_says_the_day_that_the_foot_of_the_sheet_says(name, path, told):
    page = drawn(default(), f"{path}/{name}")
    assert getattr(page, "data-known") == told
    assert f"{told[:1].upper()}{told[1:]}." in words(of(page, "Div", className="sheet-foot")[0])


def test_a_worksheet_of_one_part_is_set_to_stand_on_one_sheet():
    for query, look in (("activity=compare", "sheet sheet-one"), ("", "sheet")):
        page, selection = find("/worksheet", f"{query}&key=no")
        assert of(page.sheets(default(), selection), "Div", className=look)


def test_a_task_of_several_stays_on_one_sheet_of_paper_and_a_letter_with_its_line(tiny):
    page = drawn(tiny, "/worksheet?key=no")
    tasks = of(page, "Div", className="sheet-task")
    assert len(tasks) > 1
    assert [len(of(task, "H2")) for task in tasks] == [1] * len(tasks)
    assert all(of(task, "Div", className="card") for task in tasks)
    written = [one.children for one in of(page, "P", className="sheet-write") if isinstance(one.children, str)]
    assert not any(f"{letter} ____" in line for line in written for letter in "ABCDEF")


@pytest.mark.parametrize("path", ["/worksheet", "/exit-ticket", "/activities"])
def test_a_page_of_a_selection_whose_address_names_an_incident_leads_to_the_sheets_of_that_one(tiny, path: str):
    named, plain = drawn(tiny, f"{path}?kind=attack&incident={INCIDENT}"), drawn(tiny, f"{path}?kind=attack")
    links = {link.href for link in of(named, "A")}
    own = {f"/incidents/{INCIDENT}/{name}?kind=attack" for name in ("worksheet", "exit-ticket")}
    assert own <= links and not own & {link.href for link in of(plain, "A")}
    assert "what follows is of the whole selection" in words(named) and "names one incident" not in words(plain)
