"""The page's own parts: what can be chosen, what is said, what is listed and counted."""

from dashboard.components import compare, compared, compared_counts, notice, outlets
from dashboard.dataset import Dataset
from dashboard.selection import Selection
from tests.components.tree import of, table, words
from tests.made_up import package

HARIR, TANF = "20231109-erbil-drone", "20231110-tanf-rocket"
TOLD = package(
    {"outlet": "a", "by": "iri", "killed": "2", "weapon": "rocket", "published": "2023-11-10"},
    {"outlet": "b", "by": "centcom", "killed": "5", "published": "2023-11-13"},
    {"of": HARIR, "outlet": "a", "by": "iri", "published": "2023-11-11"},
    {"of": TANF, "outlet": "b", "by": "centcom", "published": "2023-11-12"},
)
SINGLE = package({"outlet": "a"})


def both(query: str, data: Dataset = TOLD) -> tuple:
    selection = Selection.from_query(query)
    return selection, selection.filtering.apply(data)


def test_each_side_offers_what_has_reports_but_for_what_the_other_was_chosen_to_be():
    (first, second), placeholders = compare.options(*both("a=a"))
    assert first == [{"value": "a", "label": "a (2 reports)"}, {"value": "b", "label": "b (2 reports)"}]
    assert second == [{"value": "b", "label": "b (2 reports)"}]
    assert placeholders == ["picked: a", "picked: b"]


def test_an_asked_side_without_reports_stays_among_the_choices():
    (first, _), _ = compare.options(*both("a=c"))
    assert {"value": "c", "label": "c (no report here)"} in first


def test_days_are_offered_from_the_last():
    (first, _), _ = compare.options(*both("by=known_by&b=2023-11-13"))
    assert [day["value"] for day in first] == ["2023-11-12", "2023-11-11", "2023-11-10"]


def test_sides_that_nobody_chose_are_said_to_be_picked():
    assert "A and B were not chosen" in words(compare.words(*both("")))
    assert "B was not chosen" in words(compare.words(*both("a=a")))
    assert "not chosen" not in words(compare.words(*both("a=a&b=b")))


def test_a_filter_that_the_sides_replace_is_named():
    assert "The sides take the place of what “Outlet” asks for." in words(compare.words(*both("outlet=a&a=a&b=b")))


def test_the_sides_swap_by_a_link_that_keeps_the_filters():
    (link,) = [
        link for link in of(compare.words(*both("kind=attack&a=a&b=b")), "Link") if link.children == "Swap A and B"
    ]
    assert link.href == "/compare?kind=attack&a=b&b=a"


def test_where_the_sides_part_is_listed_with_what_each_says():
    said = words(compared.rows(*both("a=a&b=b")))
    assert "Both: 1 incident; Only A, a: 1 incident; Only B, b: 1 incident." in said
    assert "Killed: A 2, B 5 ! cannot both hold" in said
    assert "Said only by A. Weapon: rocket." in said
    assert "A had it first, by 3 days." in said


def test_two_days_say_how_the_standing_changed():
    said = words(compared.rows(*both("by=known_by&a=2023-11-10&b=2023-11-13")))
    assert "Standing: A reported, B corroborated, disputed." in said
    assert "Reports: A 1, B 2." in said
    assert "had it first" not in said


def test_rows_are_cut_into_pages_that_run_through_the_sections():
    many = package(*[{"of": f"20231108-a-{n:03}", "outlet": "ab"[n % 2]} for n in range(120)])
    first = compared.rows(*both("a=a&b=b", many))
    links = [part for part in of(first, "A") if part.className == "incident"]
    assert len(links) == compared.PAGE_SIZE
    assert "Only B, b: 60 incidents (page 2)" in words(first)
    last = compared.rows(*both("a=a&b=b&page=3", many))
    assert "101 to 120 of 120 incidents" in words(last)
    assert "Only A" in words(last)
    assert len([part for part in of(last, "A") if part.className == "incident"]) == 20


def test_one_outlet_alone_is_explained_with_other_ways_to_compare():
    assert "There are not two sides to compare by outlet" in compare.takeaway(*both("", SINGLE))
    links = {link.href: link.children for link in of(compare.words(*both("", SINGLE)), "Link")}
    assert links == {
        "/compare?by=said_by": "Compare by who asserts",
        "/compare?by=known_by": "Compare by known-by day",
    }
    assert compare.drawn(*both("", SINGLE))["layout"]["annotations"]
    assert "no incident to list" in words(compared.rows(*both("", SINGLE)))
    assert "not two sides" in words(compared_counts.table(*both("", SINGLE)))


def test_a_selection_that_keeps_nothing_says_which_part_to_drop():
    assert "Drop q" in words(compare.words(*both("q=nothing")))


def test_declared_counts_stand_side_by_side_with_speaker_start_and_area():
    said = {"said_on": "2023-11-05", "since": "2023-10-17", "published": "2023-11-10"}
    counts = (
        {"outlet": "a", "by": "iri", "value": "25", **said},
        {"outlet": "b", "by": "pentagon", "value": "61", **said},
    )
    told = package({"outlet": "a"}, {"outlet": "b"}, tallies=counts)
    assert table(compared_counts.table(*both("a=a&b=b", told))) == [
        ["Measure", "A: a", "B: b"],
        [
            "attacks",
            "25 since 17 Oct 2023, no area named: Islamic Resistance in Iraq, 5 Nov 2023.",
            "61 since 17 Oct 2023, no area named: pentagon, 5 Nov 2023.",
        ],
    ]


def test_an_outlet_leads_to_those_that_tell_most_of_the_same(tiny: Dataset):
    selected = Selection().apply(tiny)
    links = of(outlets.profile("harbour-wire", Selection(outlet=("harbour-wire",)).apply(tiny), selected), "Link")
    ways = [link.href for link in links if link.href.startswith("/compare")]
    assert ways[0] == "/compare?a=harbour-wire&b=radio-zelande"


def test_a_known_by_day_leads_to_what_is_known_now(tiny: Dataset):
    (link,) = of(notice.banners(Selection.from_query("kind=attack&known_by=2019-03-12").apply(tiny)), "Link")
    assert link.href == "/compare?kind=attack&by=known_by&a=2019-03-12"
