"""The page of the four measures: each has a figure, a sentence and the same numbers in words, for any selection."""

import pytest

from dashboard import dataset, schema
from dashboard.components import escalation, firsts, weekly
from dashboard.figures import measured
from dashboard.pages import escalation as page
from dashboard.selection import Selected, Selection
from tests.components.tree import of, parts, table, words
from tests.made_up import package
from tests.packages import resource

WEDNESDAY = {"date": "2023-11-08"}
HERE = {"actor": "iri", "against": "centcom"}
QUERIES = ["", "known_by=2019-03-12", "from=2019-03-10&to=2019-03-16", "q=nothing+like+this"]


def selected(data, query: str = "") -> Selected:
    return Selection.from_query(query).apply(data)


def rows(node) -> list[list[str]]:
    """The cells of every row of the first table in a layout, without its head."""
    return table(node)[1:]


# --- every measure ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("query", QUERIES)
def test_the_page_draws_for_any_selection(tiny, query):
    graphs = [part.id for part in of(page.layout(tiny, Selection.from_query(query)), "Graph")]
    assert graphs == ["tempo-chart", "means-chart", "places-chart", "map-chart", "harm-chart"]


@pytest.mark.parametrize("measure", escalation.MEASURES, ids=lambda measure: measure.plate.name)
def test_a_measure_has_a_figure_a_sentence_and_numbers_that_the_keyboard_opens(tiny, measure):
    figure, said, numbers = measure.shown(Selection(), selected(tiny))
    assert figure["data"]
    assert said.endswith(".")
    assert of(numbers, "Summary")


def test_harm_is_behind_a_note_and_closed(tiny):
    (harm,) = of(page.layout(tiny, Selection()), "Details", className="panel harm")
    assert not getattr(harm, "open", False)
    assert "numbers of people reported killed and injured" in words(harm.children[1])
    assert [graph.id for graph in of(harm, "Graph")] == ["harm-chart"]


def test_all_figures_by_week_share_one_axis(tiny):
    ranges = {
        tuple(measure.draw(selected(tiny))["layout"]["xaxis"]["range"])
        for measure in escalation.MEASURES
        if "by-week" in measure.plate.look
    }
    assert len(ranges) == 1


# --- tempo -----------------------------------------------------------------------------------------------

THREE_WEEKS = package(
    HERE | {"of": "20231106-a-b", "date": "2023-11-06", "published": "2023-11-07"},
    HERE | {"of": "20231108-a-b", "date": "[2023-11-08..2023-11-14]", "published": "2023-11-15"},
    HERE | {"of": "20231109-a-c", "date": "2023-11-09", "published": "2023-11-15", "kind": "counter-strike"},
    HERE | {"of": "20231231-a-b", "date": "2023-12-31", "published": "2024-01-02"},
    incidents={"20231109-a-c": {"kind": "counter-strike"}},
)


def test_the_table_of_tempo_has_the_numbers_of_the_figure():
    told = rows(weekly.tempo(Selection(), selected(THREE_WEEKS)))
    assert told[:3] == [
        ["6–12 Nov 2023", "1, and possibly 1 more", "1", "0", "1: a 1"],
        ["13–19 Nov 2023", "possibly 1", "0", "0", "1: a 1"],
        ["20–26 Nov 2023", "0", "0", "0", "nothing coded from these days"],
    ]


def test_the_table_of_tempo_ends_with_the_known_by_day_because_unknown_is_not_zero():
    told = rows(weekly.tempo(Selection(), selected(THREE_WEEKS, "known_by=2023-11-15")))
    assert [row[0] for row in told] == ["6–12 Nov 2023", "13–19 Nov 2023"]


def test_a_week_is_a_link_to_its_incidents():
    links = [part.href for part in parts(weekly.tempo(Selection(), selected(THREE_WEEKS))) if hasattr(part, "href")]
    assert links[0] == "/?from=2023-11-06&to=2023-11-12"


def test_weeks_without_a_document_are_said_up_to_the_known_by_day():
    assert escalation.TEMPO.say(selected(THREE_WEEKS)).endswith(
        "Documents were coded from 2 of 8 weeks: a quiet week may be one that nobody searched."
    )
    known = selected(THREE_WEEKS, "known_by=2023-11-15")
    assert escalation.TEMPO.say(known).endswith("Documents were coded from 2 of 2 weeks.")
    assert measured.unsearched(known) == []


def test_the_sample_says_what_does_not_narrow_it():
    told = words(weekly.tempo(Selection(), selected(THREE_WEEKS, "kind=attack&from=2023-11-01")))
    assert "Documents coded are not narrowed by kind." in told


# --- means and reach -------------------------------------------------------------------------------------


def test_an_incident_counts_once_for_each_weapon_that_its_reports_name():
    told = package(
        HERE | WEDNESDAY | {"weapon": "rocket;mortar"}, HERE | {"weapon": "rocket"}, HERE | {"of": "20231109-x-y"}
    )  # fmt: skip
    named = measured.means(selected(told))
    assert named.totals.set_index("lane")["above"].to_dict() == {"mortar": 1, "rocket": 1}
    assert "For 1 incident no weapon is stated." in escalation.MEANS.say(selected(told))


def test_a_denied_weapon_is_not_named():
    denial = {"by": "b", "stance": "denies", "contests": "who", "weapon": "missile"}
    told = package(HERE | WEDNESDAY, HERE | WEDNESDAY | denial)
    assert measured.means(selected(told)).rows == ()


def test_places_stand_in_the_order_in_which_they_were_first_reported():
    told = package(
        HERE | {"of": "20231109-a-b", "date": "2023-11-09", "place": "asad"},
        HERE | {"of": "20231107-a-b", "date": "2023-11-07", "place": "tanf"},
    )
    assert [lane.key for lane in measured.reach(selected(told)).rows] == ["tanf", "asad"]


def test_a_place_without_coordinates_is_said_and_not_drawn():
    told = package(HERE | {"place": "tanf"})
    assert escalation.MAP.say(selected(told)) == "0 of 1 place drawn as marks. Without coordinates: tanf (1)."


# --- harm ------------------------------------------------------------------------------------------------


def test_what_nobody_states_is_said_to_be_not_stated():
    floor = {"killed": "2", "killed_qualifier": "at-least"}
    told = package(HERE | WEDNESDAY | floor, HERE | WEDNESDAY | {"of": "20231109-x-y"})
    assert rows(weekly.harm(Selection(), selected(told))) == [
        ["8 Nov 2023", "at least 2 (in 1 incident, not stated for 1 more)", "not stated", "not stated", "not stated"]
    ]
    assert escalation.HARM.say(selected(told)) == (
        "Of 2 incidents, somebody states a number of killed for 1 and of injured for 0. "
        "For 1 nobody states either, which is not the same as none."
    )


def test_none_that_is_stated_is_said_to_be_stated():
    told = package(HERE | WEDNESDAY | {"killed": "0", "injured": "0"})
    assert rows(weekly.harm(Selection(), selected(told)))[0][1] == "none (stated) (in 1 incident)"


# --- firsts ----------------------------------------------------------------------------------------------


def test_a_first_is_one_among_the_selected_reports():
    told = package(
        HERE | {"of": "20231105-asad-x", "date": "2023-11-05", "weapon": "rocket", "place": "asad"},
        HERE | {"of": "20231109-tanf-x", "date": "2023-11-09", "weapon": "rocket", "place": "tanf"},
    )
    whole, part = (rows(firsts.firsts(selected(told, query)))[0] for query in ("", "place=tanf"))
    assert (whole[1], part[1]) == ("5 Nov 2023", "9 Nov 2023")


def test_both_clocks_stand_beside_each_other_with_the_report_of_each():
    told = package(
        HERE | {"of": "20231109-asad-x", "date": "2023-11-09", "published": "2023-11-10", "weapon": "rocket"},
        HERE | {"of": "20231105-asad-x", "date": "2023-11-05", "published": "2023-11-20", "weapon": "rocket"},
    )
    first = rows(firsts.firsts(selected(told)))[0]
    assert (first[1], first[3]) == ("5 Nov 2023", "10 November 2023")
    links = [part for part in parts(firsts.firsts(selected(told))) if getattr(part, "className", "") == "incident"]
    assert [link.to_plotly_json()["props"]["data-incident"] for link in links[:2]] == [
        "20231105-asad-x",
        "20231109-asad-x",
    ]


# --- outlines --------------------------------------------------------------------------------------------


def test_the_default_package_has_outlines_and_the_tiny_one_does_without(tiny):
    assert len(measured.outlines(selected(dataset.load(schema.DEFAULT)))) > 1000
    assert "outlines" not in tiny.tables
    assert measured.outlines(selected(tiny)).empty


def test_outlines_that_are_there_must_be_declared_as_the_site_reads_them(package_copy):
    raw = schema.read(schema.DEFAULT).tables["outlines"].raw
    fields = [{**field, "type": "string", "constraints": {"required": True}} for field in raw["schema"]["fields"]]
    package_copy.file("outlines").write_text("part,longitude,latitude\n1,2,3\n", encoding="utf-8")
    package_copy.described(lambda d: d["resources"].append({**raw, "schema": {"fields": fields}}))
    assert resource(schema.read(package_copy.folder).raw, "outlines")["optional"] is True
    found = [problem.found for problem in package_copy.problems() if problem.severity == "error"]
    assert "outlines.longitude with type 'string'" in found
