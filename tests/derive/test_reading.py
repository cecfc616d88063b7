"""The date, place and kind that an incident shows on a day: never one that no known report gives."""

import pytest

from dashboard import derive
from tests.made_up import INCIDENT, day, package, standing

EARLY, LATE = {"published": "2023-11-10"}, {"published": "2023-11-20", "by": "b", "outlet": "b"}


def dates(*reports: dict, editor: str) -> list[str]:
    """The date shown on 10 and on 20 November."""
    told = package(*reports, incidents={INCIDENT: {"date": editor}})
    return [standing(told, on)["date"] for on in ("2023-11-10", "2023-11-20")]


class TestDate:
    def test_is_that_of_the_first_report_until_one_carries_the_editors(self):
        shown = dates(EARLY | {"date": "2023-11-05/2023-11-09"}, LATE | {"date": "2023-11-08"}, editor="2023-11-08")
        assert shown == ["2023-11-05/2023-11-09", "2023-11-08"]

    def test_first_means_known_first_and_not_first_in_the_file(self):
        told = package(
            {"published": "2023-11-12", "date": "2023-11-07"},
            {"published": "2023-11-10", "date": "2023-11-06"},
            LATE | {"date": "2023-11-08"},
            incidents={INCIDENT: {"date": "2023-11-08"}},
        )
        assert standing(told, "2023-11-12")["date"] == "2023-11-06"

    def test_an_undated_report_is_not_the_first(self):
        shown = dates(
            {"published": "", "date": "2023-11-01"},
            EARLY | {"date": "2023-11-06"},
            LATE | {"date": "2023-11-08"},
            editor="2023-11-08",
        )
        assert shown == ["2023-11-06", "2023-11-08"]

    def test_stays_a_guess_until_a_report_is_sure(self):
        shown = dates(EARLY | {"date": "2023-11-08~"}, LATE | {"date": "2023-11-08"}, editor="2023-11-08")
        assert shown == ["2023-11-08~", "2023-11-08"]

    def test_that_the_editor_calls_a_guess_is_one_from_the_start(self):
        shown = dates(EARLY | {"date": "2023-11-08"}, LATE | {"date": "2023-11-08~"}, editor="2023-11-08~")
        assert shown == ["2023-11-08~", "2023-11-08~"]

    def test_is_not_after_the_first_report_while_no_report_gives_one(self):
        shown = dates(EARLY, LATE | {"date": "2023-11-08"}, editor="2023-11-08")
        assert shown == ["../2023-11-10", "2023-11-08"]
        told = package(EARLY, LATE | {"date": "2023-11-08"}, incidents={INCIDENT: {"date": "2023-11-08"}})
        before = standing(told, "2023-11-10")
        assert (before["first_day"], before["last_day"]) == (1, day("2023-11-10"))

    def test_is_the_editors_where_all_that_may_be_known_is_undated_and_gives_none(self):
        told = package(
            {"published": ""},
            {"published": "2023-11-20", "date": "2023-11-08"},
            incidents={INCIDENT: {"date": "2023-11-08"}},
        )
        assert standing(told, "2023-11-08")["date"] == "2023-11-08"

    @pytest.mark.parametrize("text", ["2023-11", "2023-11-XX", "[2023-11-03..2023-11-09]", "../2023-11-08"])
    def test_keeps_the_vagueness_that_its_source_has(self, text):
        assert dates(EARLY | {"date": text}, LATE, editor=text) == [text, text]


class TestPlace:
    @staticmethod
    def places(*reports: dict, editor: str) -> list[str]:
        told = package(*reports, incidents={INCIDENT: {"place": editor}})
        return [standing(told, on)["place_id"] for on in ("2023-11-10", "2023-11-20")]

    def test_is_that_of_the_first_report_until_one_carries_the_editors(self):
        assert self.places(EARLY | {"place": "anbar"}, LATE | {"place": "asad"}, editor="asad") == ["anbar", "asad"]

    def test_is_none_while_no_report_gives_one(self):
        assert self.places(EARLY, LATE | {"place": "asad"}, editor="asad") == ["", "asad"]

    def test_that_the_editor_leaves_open_stays_open(self):
        assert self.places(EARLY | {"place": "erbil"}, LATE | {"place": "asad"}, editor="") == ["", ""]

    def test_comes_with_the_places_around_it(self):
        told = package({"place": "asad"})
        assert standing(told)["places"] == ";asad;anbar;iraq;"
        assert standing(package({}))["places"] == ";not-stated;"


class TestKind:
    told = package(
        EARLY | {"kind": "other"},
        LATE | {"kind": "attack"},
        incidents={INCIDENT: {"kind": "attack"}},
    )

    def test_is_that_of_the_first_report_until_one_carries_the_editors(self):
        assert standing(self.told, "2023-11-10")["kind"] == "other"
        assert standing(self.told, "2023-11-20")["kind"] == "attack"

    def test_an_empty_cell_carries_the_editors(self):
        told = package(EARLY, LATE | {"kind": "other"}, incidents={INCIDENT: {"kind": "attack"}})
        assert standing(told, "2023-11-10")["kind"] == "attack"

    def test_gives_a_level_to_what_is_not_yet_called_a_statement(self):
        told = package(
            EARLY | {"kind": "attack"},
            LATE | {"kind": "statement"},
            incidents={INCIDENT: {"kind": "statement"}},
        )
        assert standing(told, "2023-11-10")["corroboration"] == "reported"
        assert standing(told, "2023-11-20")["corroboration"] == ""


class TestReportsWithoutADate:
    told = package(
        EARLY,
        EARLY | {"date": "2023-11-09"},
        LATE | {"date": "2023-11-05"},
        incidents={INCIDENT: {"date": "2023-11-05"}},
    )

    def test_have_the_incidents_as_it_was_known_on_the_day(self):
        index = derive.index(self.told)
        before, after = index.told(day("2023-11-10")), index.told(day("2023-11-20"))
        assert before["first_day"].tolist() == [day(f"2023-11-{n}") for n in ("09", "09", "05")]
        assert after["first_day"].tolist() == [day(f"2023-11-{n}") for n in ("05", "09", "05")]

    def test_the_frame_that_all_share_stays_as_it_is(self):
        index = derive.index(self.told)
        before = index.reports.copy()
        index.told(day("2023-11-10"))
        assert index.reports.equals(before)
        assert index.told(day("2023-11-10")).dtypes.equals(before.dtypes)
