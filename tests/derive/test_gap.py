"""Why a declared count and the incidents named for it differ: each reason where it applies, and only there."""

import pytest

from dashboard import derive
from dashboard.derive.gap import REASONS, reasons
from tests.made_up import package

COUNT = {"by": "pentagon", "since": "2023-11-05", "said_on": "2023-11-10", "scope": "IQ", "value": 1}
ATTACK = {"date": "2023-11-08", "against": "centcom", "place": "asad", "published": "2023-11-10"}


def told(tally: dict, *reports: dict, others: tuple[dict, ...] = ()) -> dict[str, str]:
    made = package(*reports, tallies=(COUNT | tally, *others))
    index, row = derive.index(made), made["tallies"].to_dict("records")[0]
    return dict(reasons(index, row, derive.itemised(index, row), index.end))


def test_where_nothing_else_applies_it_is_said_since_when_and_what_counts():
    assert told({}, ATTACK) == {
        "Baseline": "It counts since 5 November 2023.",
        "What counts": "Named here are: attack against US and coalition; interception by US and coalition. "
        "What the source counts as one is not said.",
    }


class TestBaseline:
    def test_that_is_not_given(self):
        assert told({"since": ""}, ATTACK)["Baseline"] == (
            "The source gives no first day, so it cannot be said which incidents it covers."
        )

    @pytest.mark.parametrize(
        ("rule", "other", "named"),
        [
            ("another one in the same week", {}, True),
            ("the same one", {"since": "2023-11-05"}, False),
            ("none", {"since": ""}, False),
            ("of another measure", {"measure": "injured"}, False),
            ("seven days later", {"said_on": "2023-11-17"}, True),
            ("eight days later", {"said_on": "2023-11-18"}, False),
        ],
    )
    def test_of_other_counts_is_named_where_it_differs(self, rule, other, named):
        later = {"value": 61, "since": "2023-10-07", "said_on": "2023-11-12", "published": "2023-11-20"}
        words = told({}, ATTACK, others=(later | other,))["Baseline"]
        assert words.endswith("start on other days: 61 since 7 Oct 2023.") is named, rule


@pytest.mark.parametrize(
    ("heading", "tally", "report", "words"),
    [
        ("Area", {"scope": ""}, {}, "The source names no area, so incidents anywhere are held against it."),
        (
            "Unit",
            {"value": 3},
            {"strikes_min": 3, "strikes_max": 3, "strikes_unit": "attacks"},
            "The 1 incident holds 3 attacks, because some reports count several at one place. "
            "Whether the declared count does the same is not said.",
        ),
        ("Open dates", {}, {"date": "2023-11"}, "1 more only possibly falls in: a day, a place or a side is open."),
        (
            "No number",
            {"measure": "killed"},
            {},
            "For 1 of the incidents no report states a number; they add nothing, which is not zero.",
        ),
        (
            "Not one by one",
            {"value": 2},
            {},
            "A declared count can hold incidents that no document here reports one by one; that none is named here "
            "does not say that nothing was reported.",
        ),
        ("Inference", {"derived_by": "56 from 61."}, {}, "The source worked it out itself: 56 from 61."),
    ],
)
def test_a_reason_is_given_where_it_applies(heading, tally, report, words):
    assert told(tally, ATTACK | report)[heading] == words
    assert heading not in told({}, ATTACK)


def test_a_floor_that_may_reach_the_count_leaves_nothing_to_explain():
    floor = {"strikes_min": 3, "strikes_unit": "attacks"}
    assert "Not one by one" not in told({"value": 90}, ATTACK | floor)


def test_a_floor_of_attacks_is_told_as_one():
    floor = {"strikes_min": 3, "strikes_unit": "attacks"}
    other = ATTACK | {"of": "20231109-erbil-attack", "date": "2023-11-09"}
    assert told({}, ATTACK | floor, other)["Unit"].startswith("The 2 incidents hold at least 4 attacks, because")


def test_a_measure_that_cannot_be_itemised_says_so_and_no_more():
    assert list(told({"measure": "tbi"}, ATTACK)) == ["Baseline", "What counts"]
    assert told({"measure": "tbi"}, ATTACK)["What counts"].startswith("Reports do not carry this measure")


def test_reasons_come_in_one_order():
    found = told({"scope": "", "value": 9, "derived_by": "Guessed."}, ATTACK, ATTACK | {"date": "2023-11"})
    assert [heading for heading in REASONS if heading in found] == list(found)
