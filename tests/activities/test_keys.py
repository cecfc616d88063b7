"""What a reader is told so that a key can be decided from the cards: rules, reasons, kinds of act, and plain words."""

import re
from itertools import combinations

import pytest

from dashboard.activities import agreement, compare, counted, material, reasons, totals
from dashboard.activities.ticket import ticket
from dashboard.activities.worksheet import worksheet
from dashboard.components import sheet
from dashboard.selection import Selected, Selection
from tests.activities.test_activities import default, one
from tests.components.tree import words

TOWER = "20240128-tower22-drone"
WEEK = "from=2023-11-13&to=2023-11-19&known_by=2023-11-24"


def asked(query: str = "") -> Selected:
    return Selection.from_query(query).apply(default())


# --- source it -------------------------------------------------------------------------------------------


def test_silence_is_no_difference_by_the_words_of_the_question_and_the_key_names_what_one_alone_states():
    named = 0
    for query in ("", "place=al-omar-oil-field"):
        for variant in range(1, 9):
            activity = one(asked(query), "source", variant=variant)
            cards = {card.key: dict(card.lines) for card in activity.cards}
            for question in (each for each in activity.questions if each.key.startswith("others-")):
                assert "A field that only one of them states is no difference" in question.text
                key = question.key[-1]
                alone = re.search("no difference: ([^.]*)", question.why)
                for label in alone[1].split(", ") if alone else ():
                    assert label not in question.answer
                    assert (label in cards["A"]) + (label in cards[key]) < 2
                    named += 1
    assert named > 10


def test_where_nothing_differs_the_key_says_what_one_alone_states():
    activity = one(asked("place=al-omar-oil-field"), "source")
    (question,) = (each for each in activity.questions if each.key == "others-B")
    assert question.answer == ()
    assert question.why == (
        "Only one of them states this, which is no difference: Who acted, Means. "
        "Not asked, because one of the two tells of it and does not state it: Number."
    )


def test_who_contests_the_place_alone_does_not_say_that_nothing_happened():
    (part,) = (part for part in worksheet(asked(), 1, TOWER).parts if part.kind == "source")
    (question,) = (each for each in part.questions if each.key.startswith("others-"))
    assert "“Whether it happened” differs where one of them says that there was no such event anywhere" in question.text
    assert question.answer == ("Where",)
    assert "A contests this: where. It does not say that nothing happened anywhere." in question.why


# --- two accounts ----------------------------------------------------------------------------------------


def test_a_ticket_says_which_group_the_data_lists_under_which_and_its_key_gives_the_reason():
    question = ticket(asked(WEEK))[0]
    assert (
        "The data lists the actor of B under the actor of A. A: Islamic Resistance in Iraq. B: Kataib" in question.text
    )
    assert question.why.startswith("The data lists Kataib Hezbollah under Islamic Resistance in Iraq")
    assert default().by_id["actors"]["kataib-hezbollah"]["member_of"] == "islamic-resistance-in-iraq"


def test_every_pair_that_differs_and_may_both_hold_has_a_reason_and_one_within_the_other_is_named():
    selected, seen = asked(), {"actor": 0, "place": 0}
    for incident in default().by_id["incidents"]:
        for a, b in combinations(material.reports(selected, incident)[:8], 2):
            told = agreement.how(selected, a, b)
            for question in agreement.questions(selected, a, b):
                name = question.key.removeprefix("agree-")
                if told[name] == "differs" and a.asserts and b.asserts:
                    assert question.why != agreement.both(selected, name, a, b), (a.report_id, b.report_id, name)
                    listed = reasons.listed(selected, name, a, b)
                    assert question.text.endswith(listed)
                    if listed:
                        seen[name] += 1
                        inner, outer = (a, b) if re.search("(of|actor of) A (under|lies)", listed) else (b, a)
                        chain = selected.index.relations
                        within = chain.bodies if name == "actor" else chain.around
                        assert getattr(outer, name) in within[getattr(inner, name)]
    assert all(seen.values())


def test_reports_of_two_kinds_of_act_are_not_asked_who_acted_and_say_their_kind_on_their_cards():
    selected, apart = asked(), 0
    for incident in default().by_id["incidents"]:
        for a, b in combinations(material.kept(selected, incident), 2):
            if a.kind != b.kind:
                apart += 1
                assert not {"actor", "weapon", "strikes"} & agreement.how(selected, a, b).keys()
                made = compare.make(selected, (a, b))
                label = default().schema.label
                assert [dict(card.lines)["What"] for card in made.cards] == [
                    label("incidents", "kind", each.kind) for each in (a, b)
                ]
                assert "different kinds of act" in made.note
    assert apart > 5
    same = compare.make(selected, next(pair for pair in compare.candidates(selected, _ids(selected))))
    assert same.note == "" and all("What" not in dict(card.lines) for card in same.cards)


def _ids(selected: Selected) -> tuple[str, ...]:
    return tuple(selected.incidents["incident_id"])


def test_the_key_says_where_a_coded_place_is_not_the_words_of_the_account():
    activity = one(asked("outlet=shafaq-news"), "compare")
    why = {blank.key: blank.why for blank in activity.blanks}
    assert "northern Syria" in activity.cards[0].text
    assert why["place-A"].startswith("So it is coded") and why["place-B"] == ""


# --- words -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("named", "said"),
    [
        ("Local sources of Anadolu", "Local sources of Anadolu (reports)"),
        ("Iraqi armed factions, not named", "Iraqi armed factions, not named (claims responsibility)"),
        ("(US Department of Defense)", "(US Department of Defense; "),
    ],
)
def test_who_says_it_and_how_is_right_for_one_and_for_many(named: str, said: str):
    told = [each for held in asked().index.facts.values() for each in held]
    found = {material.putting(default(), each) for each in told if named in material.speaker(default(), each.speaker)}
    assert any(said in line for line in found)
    lines = [material.line(asked(), each) for each in told]
    assert not [line for line in lines if re.search(" (reports|confirms|claims responsibility): ", line)]


# --- totals ----------------------------------------------------------------------------------------------


def test_what_is_asked_of_a_total_stands_in_no_label_and_can_be_read_in_its_words():
    selected, read = asked(), 0
    for pair in totals.candidates(selected, ()):
        made = totals.make(selected, pair)
        for blank in made.blanks:
            name, card = blank.key[:-2], {card.key: card for card in made.cards}[blank.card]
            assert blank.text not in dict(card.lines)
            text = material.fold(f"{card.text} {card.quote}")
            if name == "number":
                number = blank.answer[0].split()[-1]
                assert number in text.split() or int(number) < 100
                assert "at least" not in blank.answer[0] or "at least" in text
            elif name == "since" and blank.answer[0] != "not stated":
                day, month, *_ = blank.answer[0].lower().split()
                assert f"{day} {month}" in text or f"{month} {day}" in text
            read += 1
        labelled = {label for label, _ in made.cards[0].lines}
        assert set(totals.MEASURED.values()) - labelled == {blank.text for blank in made.blanks}
    assert read > 100
    first = totals.candidates(selected, ())[0]
    assert len(counted.asked(selected, first, totals.MEASURED)) > 1


# --- the figure of paper -----------------------------------------------------------------------------------


def test_a_figure_that_leaves_accounts_out_says_how_many():
    selected, cut = asked(), 0
    for incident in default().by_id["incidents"]:
        accounts = len(sheet._clocks(selected, incident))
        caption = words(sheet.drawn(selected, incident))
        drawn = re.search(r"(\d+) of (\d+) are drawn here", caption)
        assert bool(drawn) == (accounts > 7)
        if drawn:
            cut += 1
            assert drawn.groups() == ("7", str(accounts))
    assert cut
