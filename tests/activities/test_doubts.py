"""What a key leaves open: nothing is said to exclude another that may hold beside it."""

import re
from itertools import combinations

import pytest

from dashboard.activities import agreement, compare, doubts, material, order, readable, source, support, tallied
from dashboard.activities.worksheet import worksheet
from dashboard.derive.facts import Report
from dashboard.pages.sheets import SHEETS
from dashboard.selection import Selected, Selection
from tests.activities.test_activities import default, one
from tests.components.tree import parts, words


@pytest.fixture(scope="module")
def everything() -> Selected:
    return Selection().apply(default())


def told(selected: Selected, *ids: str) -> list[Report]:
    incident = default().by_id["reports"][ids[0]]["incident_id"]
    held = {report.report_id: report for report in material.reports(selected, incident)}
    return [held[key] for key in ids]


def pairs(selected: Selected) -> list[tuple[Report, Report]]:
    incidents = default().by_id["incidents"]
    return [pair for incident in incidents for pair in combinations(material.reports(selected, incident), 2)]


def test_days_exclude_each_other_only_where_no_night_and_no_clock_can_give_both(everything: Selected):
    near = 0
    for a, b in pairs(everything):
        way = agreement.how(everything, a, b).get("date")
        if not (a.date and b.date and a.asserts and b.asserts):
            continue
        apart = max(a.date.first_day, b.date.first_day) - min(a.date.last_day, b.date.last_day)
        if way == "conflicts":
            assert apart > 1
        if apart == 1 and way == "differs":
            near += doubts.TWO_CLOCKS in agreement.reason(everything, "date", "differs", a, b)
    assert near > 10


def test_a_place_that_may_lie_in_the_other_is_not_asked_about(everything: Selected):
    places, asked = default().by_id["places"], 0
    for a, b in pairs(everything):
        how = agreement.how(everything, a, b)
        if how.get("place") == doubts.OPEN:
            asked += 1
            assert all(question.key != "agree-place" for question in agreement.questions(everything, a, b))
        if how.get("place") == "conflicts":
            precise = {places[report.place]["precision"] for report in (a, b)} <= {"site", "town"}
            countries = [set(places[report.place]["countries"].split(";")) for report in (a, b)]
            assert precise or not countries[0] & countries[1]
            assert {a.place, b.place} not in ({"red-sea", "off-yemen-international"}, {"south-western-syria", "al-tanf-base"})
    assert asked


def test_numbers_of_other_means_may_both_hold(everything: Selected):
    a, b = told(everything, "milthink-20231023-natsec-carney-interception", "shafaq-20231024-ryder-carney-interception")
    assert agreement.how(everything, a, b)["strikes"] == "differs"
    assert agreement.reason(everything, "strikes", "differs", a, b) == doubts.OTHER_MEANS


def test_who_notes_that_nobody_tells_of_it_does_not_deny_it(everything: Selected):
    held = material.reports(everything, "20240107-golan-claim")
    (noting,) = (report for report in held if report.stance == "disputes")
    for other in held:
        if other.asserts:
            assert agreement.WHETHER not in agreement.how(everything, noting, other)


def test_harm_told_without_a_number_is_neither_left_out_nor_asked(everything: Selected):
    worded = 0
    for pair in compare.candidates(everything, tuple(default().by_id["incidents"])):
        made = compare.make(everything, pair)
        for name in readable.WORDED:
            if any(readable.in_words_alone(everything, report, name) for report in pair):
                worded += 1
                asked = {question.key for question in (*made.blanks, *made.questions)}
                assert not asked & {f"{name}-A", f"{name}-B"}
                label = material.FIELDS[name]
                assert all(label not in (*each.answer, *each.choices) for each in made.questions if "omitted" in each.key)
    assert worded > 20


@pytest.mark.parametrize(
    ("summary", "number", "read"),
    [
        ("Reported a drone strike and lists one injured.", "1", False),
        ("Two F-16s struck the area.", "2", False),
        ("One drone was shot down.", "1", True),
        ("Three killed by a one-way drone.", "1", False),
        ("Sixteen rockets and two drones were fired.", "2", True),
        ("The group claimed 3 separate attacks.", "3", True),
    ],
)
def test_a_number_is_read_before_what_is_counted(everything: Selected, summary: str, number: str, read: bool):
    unit = "attacks" if "attacks" in summary else "munitions"
    row = {"strikes_min": number, "strikes_max": number, "strikes_unit": unit}
    assert readable._READ["strikes"](everything, row, f" {readable.folded(summary)} ") is read
    floor = row | {"strikes_max": ""}
    assert readable._READ["strikes"](everything, floor, f" {readable.folded(summary)} ") is False
    assert readable._READ["strikes"](everything, floor, f" at least {readable.folded(summary)} ") is read


def test_means_are_read_only_where_no_other_is_named(everything: Selected):
    for text, right in (("two rockets or missiles", False), ("two rockets", True), ("ballistic missiles", False)):
        assert readable._READ["weapon"](everything, {"weapon": "rocket"}, f" {text} ") is right
    assert readable._READ["weapon"](everything, {"weapon": "ballistic-missile"}, " ballistic missiles ")


def test_of_two_counts_exactly_one_answer_is_right():
    selected, seen = Selection().apply(default()), set()
    for variant in range(1, 60):
        activity = one(selected, "totals", variant=variant)
        (question,) = (each for each in activity.questions if each.key == "hold")
        ids = [row.removeprefix("tallies/") for row in activity.rows if row.startswith("tallies/")]
        frame = selected.tallies.set_index("tally_id", drop=False)
        first, second = (frame.loc[key] for key in ids)
        allowed = tallied.allows(first).allows(tallied.allows(second))
        assert (question.answer == (tallied.HOLD["both"],)) == allowed
        seen |= set(question.answer)
        assert len(question.answer) == 1 and set(question.choices) == set(tallied.HOLD.values())
    assert len(seen) > 2


def test_a_part_by_its_words_is_a_part_and_an_unnamed_official_no_other_body():
    frame = Selection().apply(default()).tallies.set_index("tally_id", drop=False)
    part, whole = frame.loc["t32-ryder-6after-1031"], frame.loc["t29-ryder-27-1031"]
    assert "Six of the 27" in f"{part.summary} {part.quote}" and not part.part_of
    assert tallied.part(None, part, whole) and not tallied.part(None, whole, whole)
    selected = Selection().apply(default())
    assert tallied._body(selected, "pentagon-official-unnamed") == "us-department-of-defense"


def test_no_card_of_a_sheet_states_what_another_part_asks():
    kept = 0
    for incident in list(default().by_id["incidents"])[::3]:
        parts = worksheet(Selection().apply(default()), 1, incident).parts
        asked = {
            (card.href, card.text, blank.text)
            for part in parts
            for blank in part.blanks
            for card in part.cards
            if card.key == blank.card
        }
        for card in (card for part in parts for card in part.cards):
            assert not {(card.href, card.text, label) for label, _ in card.lines} & asked
            kept += any((card.href, card.text) == each[:2] for each in asked)
    assert kept > 20


def test_cards_in_order_are_of_incidents_none_of_which_is_a_part_of_another(everything: Selected):
    links = [row for row in default()["links"].to_dict("records") if row["relation"] in ("part-of", "possible-duplicate")]
    for taken in order.candidates(everything, tuple(default().by_id["incidents"])):
        ids = {each.incident for each in taken}
        assert not [row for row in links if {row["from_incident"], row["to_incident"]} <= ids]


def test_who_names_another_outlet_in_its_words_is_not_asked_whose_text_it_is(everything: Selected):
    named = 0
    for candidate in source.candidates(everything, tuple(default().by_id["incidents"])):
        made, report = source.make(everything, candidate), candidate[0]
        (asked,) = [[each for each in made.questions if each.key == "relayed"]]
        via = default().by_id["sources"][report.source_id]["via_outlet_id"]
        if not asked:
            named += 1
            assert not via and readable.names_an_outlet(everything, report)
        elif not via:
            assert not re.search(r"TASS|RIA Novosti|Sabereen", made.cards[0].text)
    assert named


def test_titles_of_sheets_are_held_back_in_gentle_mode():
    harmful = "20231018-asad-contractor"
    title = default().by_id["incidents"][harmful]["title"]
    for sheet in (each for each in SHEETS if each.of == "/incidents/<incident>"):
        drawn = sheet.layout(default(), Selection(incident=harmful, gentle=True))
        assert title in words(drawn)  # shown where the reader asks for it
        for part in parts(drawn):
            text = getattr(part, "children", None)
            assert not (isinstance(text, str) and title in text and getattr(part, "className", "") != "harm"), sheet.name


def test_claims_to_be_sorted_have_no_speaker_of_withheld_name_in_two_outlets(everything: Selected):
    taken = [one_ for each in support.candidates(everything, tuple(default().by_id["incidents"])) for one_ in each]
    assert len(taken) > 50
    for incident in taken:
        withheld = [report for report in support.known(everything, incident) if not report.named]
        pairs_of = {(report.speaker, report.carrier.institution) for report in withheld}
        assert len(pairs_of) == len({speaker for speaker, _ in pairs_of}), incident


def test_a_number_that_allows_the_other_is_no_difference_and_fields_told_in_words_are_named(everything: Selected):
    fits = named = 0
    for a, b in pairs(everything):
        if agreement.how(everything, a, b).get("strikes") == "differs" and a.strikes_unit == b.strikes_unit:
            assert source._fits("strikes", a, b) == a.strikes.allows(b.strikes)
            fits += source._fits("strikes", a, b)
        told = doubts.not_asked(everything, a, b)
        for name in ("killed", "injured"):
            alone = any(readable.in_words_alone(everything, report, name) for report in (a, b))
            assert (material.FIELDS[name] in told) == alone
            named += alone
    assert fits and named
