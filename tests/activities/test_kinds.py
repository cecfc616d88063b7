"""Each kind's key says what the data says, found another way."""

import re
from dataclasses import replace
from datetime import date

import pytest

from dashboard import edtf
from dashboard.activities import KINDS, agreement, compare, material, order, readable, support, tallied, totals
from dashboard.derive.number_words import in_words
from dashboard.derive.standing import independent
from dashboard.selection import Selected, Selection
from tests.activities.test_activities import default, one

DAYS = (None, date(2023, 11, 20))


@pytest.fixture(params=DAYS, ids=str)
def selected(request) -> Selected:
    return Selection(known_by=request.param).apply(default())


def _answers(activity) -> dict[str, tuple[str, ...]]:
    return {question.key: question.answer for question in activity.asked}


# --- compare ---------------------------------------------------------------------------------------------


def test_two_accounts_never_share_an_origin(selected):
    sides = default().schema.sides
    for variant in range(1, 60):
        pair = [
            row.split("/")[1] for row in one(selected, "compare", variant=variant).rows if row.startswith("reports/")
        ]
        told = {report.report_id: report for reports in selected.index.facts.values() for report in reports}
        incident = {told[key].incident_id for key in pair}
        assert len(pair) == 2
        assert len(incident) == 1
        settled = {report.report_id: report for report in material.reports(selected, incident.pop())}
        first, second = (settled[key] for key in pair)
        assert independent(first, sides) != independent(second, sides)
        assert first.institution != second.institution


def test_every_blank_says_what_the_table_says(selected):
    rows, words = default().by_id["reports"], default().by_id["places"]
    for variant in (1, 2, 3, 17):
        activity = one(selected, "compare", variant=variant)
        for blank in activity.blanks:
            row = rows[blank.rows[0].split("/")[1]]
            (answer,) = blank.answer
            name = blank.key.rsplit("-", 1)[0]
            expected = {
                "place": lambda row=row: words[row["place_id"]]["name"] if row["place_id"] else "not stated",
                "date": lambda row=row: edtf.say(edtf.parse(row["date"])) if row["date"] else "not stated",
                "injured": lambda row=row: row["injured"] or "not stated",
            }
            if name == "injured" and row["injured"] not in ("", "0"):
                assert row["injured"] in answer
            elif name in ("place", "date"):
                assert answer == expected[name]()


def test_what_is_asked_of_an_account_stands_in_its_words_and_in_no_label_beside_them(selected):
    rows, read = default().by_id["reports"], 0
    for variant in range(1, 40):
        activity = one(selected, "compare", variant=variant)
        cards = {card.key: card for card in activity.cards}
        asked = {(blank.text, blank.card): blank for blank in activity.blanks}
        for (label, key), blank in asked.items():
            card, row = cards[key], rows[blank.rows[0].partition("/")[2]]
            assert label not in dict(card.lines) and card.text == row["summary"]
            text = material.fold(card.text)
            if label == "How it is put":
                assert blank.answer[0] not in card.source
                assert re.search("claim|report|confirm|den|disput|revis|announc|withdr|correct", text)
            elif label == "Means" and blank.answer != ("not stated",):
                assert all(material.fold(one_) in text for one_ in blank.answer[0].split(", "))
            elif label == "Number" and blank.answer != ("not stated",) and row["strikes_min"] == row["strikes_max"]:
                words = ["", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]
                number = int(row["strikes_min"])
                assert str(number) in text.split() or (number < 11 and words[number] in text.split()) or number > 10
            read += blank.answer != ("not stated",)
    assert read > 60


def test_a_weekday_is_a_day_only_beside_a_document_of_the_days_after_it():
    selected = Selection().apply(default())
    told = {report.report_id: report for reports in selected.index.facts.values() for report in reports}
    sources = default().by_id["sources"]
    seen = {True: 0, False: 0}
    for report in told.values():
        row = material.row(default(), report)
        days = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
        named = [day for day in days if day in row["summary"]]
        exact = row["date"] and edtf.parse(row["date"]).earliest
        if len(named) == 1 and exact and not re.search(r"\d", row["summary"]):
            published = sources[row["source_id"]]["published"]
            held = readable.readable(selected, report, "date")
            seen[held] += 1
            assert not held or (published and days[exact.weekday()] == named[0])
    assert all(seen.values())


def test_what_is_left_out_is_what_only_the_other_states(selected):
    for variant in range(1, 20):
        answers = _answers(one(selected, "compare", variant=variant))
        for name, label in material.FIELDS.items():
            if f"{name}-A" in answers:
                silent = [answers[f"{name}-{card}"] == ("not stated",) for card in "AB"]
                assert (label in answers["omitted-A"]) == (silent[0] and not silent[1])
                assert (label in answers["omitted-B"]) == (silent[1] and not silent[0])


def test_harm_never_decides_which_accounts_are_compared():
    selected = Selection().apply(default())
    scores = [compare._score(agreement.how(selected, *pair)) for pair in compare.candidates(selected, _ids(selected))]
    assert scores == sorted(scores, reverse=True)
    assert compare._score({"killed": "conflicts", "injured": "differs"}) == (0, 0, 0)
    for module in KINDS.values():
        assert not re.search(r"\b(killed|injured)\b", module.RULE)


def _ids(selected: Selected) -> tuple[str, ...]:
    return tuple(selected.incidents["incident_id"])


# --- source it -------------------------------------------------------------------------------------------


def test_the_source_is_described_as_its_rows_describe_it(selected):
    for variant in range(1, 12):
        activity = one(selected, "source", variant=variant)
        report = default().by_id["reports"][next(row for row in activity.rows if row.startswith("reports/"))[8:]]
        source = default().by_id["sources"][report["source_id"]]
        outlet = default().by_id["outlets"][source["outlet_id"]]
        answers = _answers(activity)
        assert answers["kind"] == (default().schema.label("outlets", "kind", outlet["kind"]),)
        assert answers["affiliation"] == (outlet["affiliation"] or "None is stated here.",)
        relayed = default().by_id["outlets"].get(source["via_outlet_id"], {}).get("name", "No other outlet is named")
        assert relayed in answers["relayed"][0]
        assert activity.href.partition("?")[0] == f"/sources/{source['outlet_id']}"


def test_others_are_of_other_origins(selected):
    for variant in range(1, 30):
        report, others = KINDS["source"].candidates(selected, _ids(selected))[variant - 1]
        voices = [material.voice(selected, each) for each in (report, *others)]
        assert len(set(voices)) == len(voices)
        assert len(one(selected, "source", variant=variant).cards) == 1 + min(3, len(others))


# --- support ---------------------------------------------------------------------------------------------


def test_levels_are_those_of_the_incidents_and_origins_are_never_counted_as_outlets(selected):
    frame = selected.incidents.set_index("incident_id")
    for variant in range(1, 20):
        activity = one(selected, "support", variant=variant)
        answers = _answers(activity)
        assert len(activity.cards) in (4, 5, 6)
        for card in activity.cards:
            incident = card.href.split("?")[0].rsplit("/", 1)[-1]
            number, level = int(answers[f"origins-{card.key}"][0]), answers[f"level-{card.key}"][0]
            assert level == frame.loc[incident, "corroboration"]
            assert number <= frame.loc[incident, "origins"]
            assert (number == 1) <= (level in ("claimed", "reported"))
            assert (level == "reported") <= (number == 1)
        assert len({answers[f"origins-{card.key}"] for card in activity.cards}) > 1


def test_cards_are_sorted_by_level_alone(selected):
    activity = one(selected, "support")
    levels = [{_answers(activity)[f"level-{key}"] for key in group} for group in activity.order]
    assert all(len(group) == 1 for group in levels)
    ranks = [list(support.LEVELS).index(group.pop()[0]) for group in levels]
    assert ranks == sorted(set(ranks))


# --- order -----------------------------------------------------------------------------------------------


def test_cards_stand_by_the_day_that_they_happened_and_the_key_by_the_day_they_were_known(selected):
    reports = selected.index.reports
    for variant in range(1, 8):
        activity = one(selected, "order", variant=variant)
        assert 5 <= len(activity.cards) <= 6
        known = {}
        for card in activity.cards:
            incident = card.href.split("?")[0].rsplit("/", 1)[-1]
            held = reports[(reports["incident_id"] == incident) & ~reports["undated"] & reports["asserts"]]
            known[card.key] = held["known_day"].min()
            assert known[card.key] <= selected.day
        days = [{known[key] for key in group} for group in activity.order]
        assert all(len(day) == 1 for day in days)
        assert [min(day) for day in days] == sorted({min(day) for day in days})
        assert [key for group in activity.order for key in group] != [card.key for card in activity.cards]
        assert _answers(activity)["overtaken"]


def test_the_earliest_document_stands_on_its_card(selected):
    activity = one(selected, "order")
    for card in activity.cards:
        (answer,) = _answers(activity)[f"known-{card.key}"]
        assert any(answer in words for _, words in card.lines)


def test_no_incident_is_placed_twice():
    selected = Selection().apply(default())
    taken = [each.incident for group in order.candidates(selected, _ids(selected)) for each in group]
    assert len(taken) == len(set(taken))


# --- totals ----------------------------------------------------------------------------------------------


def test_two_totals_of_one_measure_differ_and_reach_over_the_same_days(selected):
    rows = default().by_id["tallies"]
    for variant in range(1, 40):
        activity = one(selected, "totals", variant=variant)
        first, second = (rows[row[8:]] for row in activity.rows if row.startswith("tallies/"))
        assert first["measure"] == second["measure"]
        assert first["value"] != second["value"]
        reasons = dict.fromkeys(_answers(activity)["reasons"], True)
        found = [words in reasons for words in tallied.REASONS]
        days = [row["said_on"] or default().by_id["sources"][row["source_id"]]["published"] for row in (first, second)]
        assert found[0] == (first["since"] != second["since"])
        assert found[1] == (first["until"] != second["until"])
        assert found[2] == (days[0].rstrip("~") != days[1].rstrip("~"))
        assert found[3] == (_area(first) != _area(second))
        assert found[5] == (not {first["qualifier"], second["qualifier"]} <= {"", "exactly"})
        assert found[6] == (_is_part(first) or _is_part(second))
        assert found[7] == bool(first["derived_by"] or second["derived_by"])


def _words(row: dict[str, str]) -> str:
    return f"{row['summary']} | {row['quote']}"


def _area(row: dict[str, str]) -> set[str]:
    return set(row["scope"].split(";")) if row["scope"] else {"Middle East"} if "Middle East" in _words(row) else set()


def _is_part(row: dict[str, str]) -> bool:
    written = rf"\b({row['value']}|{in_words(int(row['value']))}) of (the|these|those|them|its|their|which)\b"
    return bool(row["part_of"] or re.search(written, _words(row), re.IGNORECASE))


def test_the_count_that_the_address_names_comes_first():
    named = "almayadeen-20231119-p10-attacks-61"
    window = "from=2023-11-09&to=2023-11-24&known_by=2023-11-24"
    selection = Selection.from_query(f"{window}&tally={named}")
    selected = selection.apply(default())
    assert f"tallies/{named}" in one(material.asked(selection, selected), "totals").rows
    assert f"tallies/{named}" not in one(selected, "totals").rows


def test_totals_say_which_filters_they_do_not_follow():
    for query, named in (
        ("place=eilat", "place"),
        ("place=eilat&kind=attack", "place, kind"),
        ("outlet=al-mayadeen", ""),
    ):
        selected = Selection.from_query(query).apply(default())
        note = one(selected, "totals").note
        assert note == "" if not named else note.endswith(f"not narrowed by {named}.")
        assert [part for part in named.split(", ") if part] == list(selected.ignored)
    assert one(Selection.from_query("place=eilat").apply(default()), "compare").note == ""


def test_a_count_is_said_on_no_day_but_its_own():
    selected, rows = Selection().apply(default()), default().by_id["tallies"]
    published = 0
    for pair in totals.candidates(selected, ()):
        for tally in pair:
            row, told = rows[tally.tally_id], totals.facts(selected, tally)["until"]
            if not row["until"]:
                day = row["said_on"] or default().by_id["sources"][row["source_id"]]["published"]
                assert told == f"not stated; {'said' if row['said_on'] else 'published'} {material.when(day)}"
                published += not row["said_on"]
        if tallied.can_hold(selected, *pair) == "clash":
            assert all(tally.until or tally.said_on for tally in pair)
    assert published


def test_totals_that_cannot_both_hold_are_found_by_the_rule_of_contradictions_too():
    selected = Selection().apply(default())
    frame = selected.index.tallies.set_index("tally_id", drop=False)
    for pair in totals.candidates(selected, ()):
        held = tallied.can_hold(selected, *pair)
        if held == "clash":
            one_, other = (frame.loc[tally.tally_id] for tally in pair)
            assert one_["since"] == other["since"] != ""
            assert one_["scope"] == other["scope"]
            assert not tallied.allows(pair[0]).allows(tallied.allows(pair[1]))


def test_counts_of_incidents_come_before_counts_of_people():
    selected = Selection().apply(default())
    measures = [pair[0].measure for pair in totals.candidates(selected, ())]
    categories = default().schema.categories("tallies", "measure")
    of_people = [categories[name].get("counts") != "incidents" for name in measures]
    assert of_people == sorted(of_people)


def test_examples_are_the_same_when_the_numbers_of_harm_are_others():
    data = default()
    reports = data["reports"].copy()
    for name in ("killed", "injured"):
        reports[name] = ["9" if value not in ("", "0") else value for value in reports[name]]
    other = replace(data, tables={**data.tables, "reports": reports})
    for kind in ("compare", "source", "support", "order"):
        ours, theirs = (one(Selection().apply(each), kind, variant=4) for each in (data, other))
        assert [card.href for card in ours.cards] == [card.href for card in theirs.cards]


# --- denials ---------------------------------------------------------------------------------------------


def test_only_who_contests_whether_is_said_to_contradict_that_it_happened():
    selected = Selection(start=date(2023, 11, 2), end=date(2023, 11, 8)).apply(default())
    rows = default().by_id["reports"]
    held = {one.report_id: one for one in material.reports(selected, "20231105-talbaydar-drone")}
    denial = next(one for one in held.values() if one.stance == "denies")
    assert denial.contests == ("who",)
    for other in set(held.values()) - {denial}:
        assert agreement.WHETHER not in agreement.how(selected, other, denial)
    everywhere = Selection().apply(default())
    asked = 0
    for variant in range(1, 60):
        activity = one(everywhere, "compare", variant=variant)
        for question in activity.questions:
            if question.key == "agree-whether":
                asked += 1
                ids = [row.split("/")[1] for row in question.rows if row.startswith("reports/")]
                assert any("whether" in rows[key]["contests"] for key in ids)
    assert asked


# --- keys that claim no more than the rows do --------------------------------------------------------------


def test_what_a_count_does_not_state_is_no_difference():
    selected = Selection().apply(default())
    asked = {"open": 0, "apart": 0}
    for first, second in totals.candidates(selected, ()):
        held = tallied.can_hold(selected, first, second)
        apart = [
            name
            for name in ("since", "until", "scope")
            if getattr(first, name) and getattr(second, name) and getattr(first, name) != getattr(second, name)
        ]
        if held == "open":
            assert not apart
            asked["open"] += 1
        if held == "apart":
            ends = [tally.until or tally.said_on for tally in (first, second)]
            part = any(_is_part(default().by_id["tallies"][tally.tally_id]) for tally in (first, second))
            assert apart or part or (all(ends) and ends[0] != ends[1])
            asked["apart"] += 1
    assert all(asked.values())


def test_numbers_of_what_lasted_may_be_of_a_part_and_others_may_count_others():
    selected = Selection().apply(default())
    held = {one.report_id: one for one in material.reports(selected, "20231108-harir-drones")}
    one_, other = held["patriotlight-20231108-reuters-harir-drones-2"], held["arabicpost-20231109-harir-drones"]
    assert (one_.strikes, other.strikes) != (None, None) and one_.date != other.date
    assert agreement.how(selected, one_, other)["strikes"] == "differs"
    third = held["patriotlight-20231108-reuters-harir-drones"]
    assert third.date == one_.date and third.date.approximate
    assert agreement.how(selected, one_, third)["strikes"] == "differs"
    exact = replace(one_, date=other.date)
    assert agreement.how(selected, exact, other)["strikes"] == "differs"
    assert "Each may count others" in agreement.reason(selected, "strikes", "differs", exact, other)
    (asked,) = (part for part in agreement.questions(selected, one_, other) if part.key == "agree-strikes")
    assert "each number may be of a part" in asked.why


def test_a_day_that_is_a_guess_has_not_surely_passed():
    seen = 0
    for variant in range(1, 8):
        for query in (Selection(), Selection(start=date(2023, 11, 1), end=date(2023, 11, 30))):
            activity = one(query.apply(default()), "order", variant=variant)
            guessed = {card.key for card in activity.cards if "about" in card.source}
            (asked,) = (part for part in activity.questions if part.key == "not-yet")
            for card in activity.cards:
                incident = card.href.split("?")[0].rsplit("/", 1)[-1]
                told = edtf.parse(default().by_id["incidents"][incident]["date"])
                if card.key in guessed and card.key in asked.answer:
                    named = next(day for day in _days(told) if edtf.say_day(day) in asked.text)
                    assert named.toordinal() > told.last_day
            seen += len(guessed)
    assert seen


def _days(told) -> list[date]:
    return [date.fromordinal(told.last_day + step) for step in range(400)]


def test_the_key_of_sorted_claims_gives_the_origins_that_the_rows_give(selected):
    frame = selected.incidents.set_index("incident_id")
    for variant in range(1, 10):
        activity = one(selected, "support", variant=variant)
        why = {question.key: question.why for question in activity.asked}
        for card in activity.cards:
            origins = frame.loc[card.href.split("?")[0].rsplit("/", 1)[-1], "origins"]
            assert f", {origins} origin" in why[f"origins-{card.key}"]


def test_the_key_of_an_order_says_how_many_documents_without_a_date_may_be_earlier():
    """However early the known-by day: a page without a date can have been read before any that has one."""
    rows, seen = default().by_id["reports"].values(), 0
    for query in ("from=2023-10-17&to=2023-11-05", "from=2023-10-28&to=2023-11-03&known_by=2023-11-11"):
        selected = Selection.from_query(query).apply(default())
        for variant in range(1, 7):
            activity = one(selected, "order", variant=variant)
            for card, blank in zip(activity.cards, activity.blanks, strict=True):
                incident = card.href.split("?")[0].rsplit("/", 1)[-1]
                known = next(
                    r for r in selected.index.facts[incident] if f"reports/{r.report_id}" == blank.rows[0]
                ).known
                told = default().by_id["incidents"][incident]["date"]
                undated = {
                    row["source_id"]
                    for row in rows
                    if row["incident_id"] == incident and not row["said_on"] and row["stance"] != "denies"
                    if not default().by_id["sources"][row["source_id"]]["published"]
                    if edtf.parse(row["date"] or told).first_day < known
                }
                named = re.search(r"Any of these may be earlier: \w, (\d+) document", blank.why)
                assert int(named[1] if named else 0) == len(undated), incident
                assert f"The first dated document of the data that shows it: {blank.answer[0]}" in blank.why
                assert not undated or "without a date" in card.lines[-1][1]
                seen += bool(named)
            assert "could not be known" not in " ".join(question.text + question.why for question in activity.asked)
    assert seen


def test_incidents_that_only_dated_documents_tell_of_are_placed_first():
    found = order.candidates(selected := Selection().apply(default()), _ids(selected))
    alone = [all(each.undated == 0 for each in group) for group in found]
    assert alone[0] and not all(alone)
