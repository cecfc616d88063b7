"""Gentle mode: what is told of people harmed stands beside words that take its place, wherever it is shown."""

import json
import re
from itertools import islice

import pytest

from dashboard import dataset, schema
from dashboard.activities import activities, material, totals
from dashboard.app.asked import asked
from dashboard.app.head import cards
from dashboard.components import accounts, compared, compared_counts, exercise, gentle, lists, measures, state
from dashboard.pages import activities as page_of_activities
from dashboard.pages import notes, story
from dashboard.selection import Selection
from dashboard.still import exercises, steps
from dashboard.stories import shelf
from tests.components.tree import of, parts, words
from tests.made_up import package
from tests.stories.told import SOUND, shelved


def held(node) -> str:
    """What gentle mode takes out of sight."""
    return words([part for part in parts(node) if getattr(part, "className", None) == "harm"])


def test_what_is_told_stays_in_the_page_beside_the_words_that_replace_it():
    both = gentle.held_back("3 killed")
    assert [part.className for part in both.children] == ["harm", "instead"]
    assert of(both, "Button", data_unveil="yes")
    assert not of(gentle.held_back("3 killed", linked=True), "Button")
    assert gentle.held_back("a hangar", False) == "a hangar"


def test_the_package_says_which_counts_are_of_people_harmed(tiny):
    counted = {row["measure"]: gentle.of_count(tiny, row) for row in tiny["tallies"].to_dict("records")}
    assert counted == {"attacks": False, "injured": True, "counter-strikes": False}


def test_accounts_hold_back_numbers_and_the_words_that_state_them(tiny):
    selection, selected = state.selected(tiny, "incident=20190310-skerries-mortars")
    back = held(accounts.body(selection, selected))
    told = tiny["reports"].set_index("report_id").loc[["r08", "r09"], "summary"]
    assert all(summary in back for summary in told)


TOLD = re.compile(r"\b(killed|injur|wound|casualt|hurt)", re.IGNORECASE)


def seen(node) -> list[str]:
    """The texts that gentle mode leaves in sight."""
    if getattr(node, "className", None) == "harm" or node is None:
        return []
    if isinstance(node, list | tuple):
        return [text for one in node for text in seen(one)]
    return seen(getattr(node, "children", None)) if hasattr(node, "_type") else [str(node)]


def test_of_every_incident_of_the_default_package_no_text_in_sight_tells_of_people_harmed():
    default = dataset.load(schema.DEFAULT)
    for incident in islice(default.by_id["incidents"], 0, None, 4):
        drawn = accounts.body(*state.selected(default, f"incident={incident}"))
        left = [text for text in seen(drawn) if TOLD.search(text) and not SAYS_NOBODY.search(text)]
        assert left == []


SAYS_NOBODY = re.compile(r"\b(no|not|without|nor|any|unknown|nothing)\b|Killed|Injured|not stated by", re.IGNORECASE)


def test_the_title_of_a_document_gives_way_to_words_and_its_link_stays(tiny):
    drawn = accounts.body(*state.selected(tiny, "incident=20190304-islet-rockets"))
    links = [link for link in of(drawn, "A") if link.href.startswith("http")]
    assert links and all(words(of(link, "Span", className="harm")) for link in links)
    assert all(gentle.TITLE in of(link, "Span", className="instead")[0].children for link in links)


def test_rows_and_counts_hold_back_what_the_accounts_do(tiny):
    selection, selected = state.selected(tiny, "of=reports")
    rows = {row["report_id"]: row for row in selected.reports.to_dict("records")}
    assert rows["r09"]["summary"] in held(lists.report(rows["r09"], selection, selected))
    assert held(lists.report(rows["r05"], selection, selected)) == ""
    counts = {row["tally_id"]: row for row in selected.tallies.to_dict("records")}
    assert counts["injured-islet"]["value"] in held(lists.tally(counts["injured-islet"], selection, selected))
    assert held(lists.tally(counts["attacks-total"], selection, selected)) == ""


COUNTED = tuple(
    {
        "outlet": outlet, "by": "pentagon", "measure": "injured", "value": value, "said_on": day, "published": day,
        "since": "2023-10-17",
    }
    for outlet, value, day in (("a", "41", "2023-11-05"), ("b", "97", "2023-11-12"))
)  # fmt: skip


@pytest.mark.parametrize("query", ["a=a&b=b", "by=known_by&a=2023-11-06&b=2023-11-13"])
def test_two_sides_hold_back_whom_they_count_and_what_they_state_of_them(query):
    told = package(
        {"outlet": "a", "killed": "23", "injured": "0", "published": "2023-11-05", "weapon": "rocket"},
        {"outlet": "b", "killed": "58", "injured": "0", "published": "2023-11-12"},
        tallies=COUNTED,
    )
    selection, selected = state.selected(told, query)
    drawn = [*compared.rows(selection, selected), *compared_counts.table(selection, selected)]
    numbers = re.compile(r"\b(23|58|41|97|\+56)(?!\d)")
    counted = ["41", "97", "+56"] if "known_by" in query else ["23", "58", "41", "97"]
    assert set(counted) <= set(re.findall(r"\+?\d+", held(drawn)))
    assert [text for text in seen(drawn) if numbers.search(text) and "since" not in text] == []


@pytest.mark.parametrize("field", [exercise.typed, exercises.typed], ids=["page", "file"])
def test_titles_and_fields_of_activities_give_way_where_they_tell_of_people_harmed(field):
    default = dataset.load(schema.DEFAULT)
    titles = {default.by_id["incidents"][key]["title"] for key in gentle.untitled(default)}
    others = Selection.from_query("kind=other").apply(default)  # with both incidents whose titles tell of it
    of_one = activities(Selection().apply(default), only=("source",), incident=gentle.untitled(default)[0])
    found = [one for one in (*activities(others), *of_one) if not one.missing]
    assert {"support", "order"} <= {one.kind for one in found if titles & {card.text for card in one.cards}}
    assert any(one.harm for one in found)
    for one in found:
        drawn = exercise.exercise(one, default, field)
        assert not titles & set(seen(drawn))
        fields = {part.className for part in of(drawn, "Div") if getattr(part, "data-question", "")}
        assert any("harm" in look for look in fields) == any(question.harm for question in one.asked)
        for part in (part for part in of(drawn, "Div") if getattr(part, "data-ordering", "")):
            cards = json.loads(getattr(part, "data-ordering"))["cards"]
            assert all((title in titles) == (other == gentle.TITLE) for _, title, other in cards)


def test_gentle_examples_of_a_selection_without_counts_are_none(tiny):
    gently = material.asked(*state.selected(tiny, "q=nothing&gentle=yes"))
    assert [one.missing for one in activities(gently, only=("totals",))] == [totals.MISSING]


def test_an_address_can_ask_for_it_and_filters_nothing(tiny):
    asked = Selection.from_query("gentle=yes")
    assert (asked.gentle, asked.filtering) == (True, Selection())
    assert len(asked.apply(tiny).reports) == len(Selection().apply(tiny).reports)


def test_a_step_marked_as_telling_of_people_harmed_gives_way_to_words_and_a_button(tiny):
    told = (
        SOUND.replace("view:", "harm: yes\nask: How many?\nreveal: So many.\nnotes: Be brief.\nview:")
        + "Nobody spoke.\n"
    )
    data = shelved(tiny, a_story=told)
    selection = Selection(story="a-story")
    for page in (story, notes):
        drawn = page.layout(data, selection)
        left = " ".join(seen(drawn))
        back = held(drawn)
        assert gentle.LEFT_OUT in left and gentle.HEADING in left
        assert all(words not in left for words in ("Nobody spoke", "How many?", "Be brief", "The claim"))
        assert "How many?" in back and "The claim" in back
    left = " ".join(seen(steps.scoped(shelf(data).stories["a-story"], data)[0].parts))
    assert gentle.LEFT_OUT in left
    assert all(words not in left for words in ("Nobody spoke", "How many?", "So many"))


def test_a_title_gives_way_in_the_head_of_its_page_too():
    default = dataset.load(schema.DEFAULT)
    found = gentle.untitled(default)
    assert found
    for incident in found:
        title = default.by_id["incidents"][incident]["title"]
        for query, right in (("", title), ("gentle=yes", "Title left out in gentle mode")):
            wanted = asked(default, f"/incidents/{incident}", query)
            assert (wanted.name, wanted.title.startswith(right)) == (right, True)
        for query in ("", "gentle=yes"):
            shared = cards(asked(default, f"/incidents/{incident}", query), "", "")
            assert title not in " ".join(shared.values())
            assert shared["og:description"].lower().startswith(shared["og:title"].lower())
    assert gentle.notice(default).to_plotly_json()["props"]["data-untitled"].split() == found


def test_the_heading_of_a_count_of_people_harmed_is_held_back_with_its_number(tiny):
    selection, selected = state.selected(tiny, "tally=injured-islet")
    drawn = measures.explained(selection, selected)
    row = tiny.by_id["tallies"]["injured-islet"]
    back = held(drawn)
    assert row["value"] in back and row["summary"] in back
    assert not re.search(rf"\b{row['value']}\b", " ".join(seen(drawn[:3])))


def test_the_notice_says_what_is_left_out_and_how_to_have_it():
    assert of(gentle.notice(), "Button", data_ungentle="yes")


def test_a_chart_of_counts_is_held_back_while_what_it_counts_are_people(tiny):
    for measure, looks in (("attacks", "figure"), ("injured", "figure of-people")):
        asked = state.selected(tiny, f"measure={measure}")
        figure = measures.figure(*asked)
        assert figure.className == looks == measures.look(asked[0], tiny)
        (words,) = [part for part in figure.children if getattr(part, "className", "") == "instead"]
        assert of(words, "Button", data_unveil="yes")


def test_in_place_of_cards_that_tell_of_people_harmed_stands_that_they_do():
    selection, selected = state.selected(dataset.load(schema.DEFAULT), "activity=compare&from=2024-01-28&to=2024-01-28")
    told = exercise.exercise(activities(selected, 1, ("compare",))[0], selected.dataset, exercise.typed)
    cards_ = of(told, "Div", className="card")
    harmful = [card for card in cards_ if exercise.OF_CARD in words_of(card)]
    assert harmful and all(of(card, "Button", data_unveil="yes") for card in harmful)
    assert all(TOLD.search(" ".join(seen(card)).replace(exercise.OF_CARD, "")) is None for card in harmful)
    assert exercise.NOTE in held(page_of_activities.body(selection, selected, exercise.typed))
    gently = page_of_activities.body(
        *state.selected(selected.dataset, f"{selection.to_query()}&gentle=yes"), exercise.typed
    )
    assert exercise.NOTE not in words_of(gently)


def words_of(node) -> str:
    return " ".join(text.strip() for part in [node] for text in texts(part))


def texts(node) -> list[str]:
    if isinstance(node, list | tuple):
        return [text for one in node for text in texts(one)]
    return texts(getattr(node, "children", None)) if hasattr(node, "_type") else [str(node)] if node else []
