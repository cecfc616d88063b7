"""The search as a page shows it: marks, excerpts, names while typing, near words."""

from urllib.parse import quote

import pytest
from dash import html

from dashboard.components import accounts, hits, rows, search, state
from dashboard.dataset import Dataset
from dashboard.selection import Selection
from tests.components.tree import of, words
from tests.made_up import package


def shown(data: Dataset, q: str, more: str = "") -> list:
    selection = Selection.from_query(f"q={quote(q)}{more}")
    return rows.rows(selection, selection.filtering.apply(data))


def marks(drawn: object) -> list[tuple[str, str | None]]:
    return [(words(one), getattr(one, "className", None)) for one in of(drawn, "Mark")]


@pytest.mark.parametrize("more", ["", "&rows=table"])
def test_titles_places_and_speakers_are_marked_in_list_and_table(tiny: Dataset, more: str):
    assert marks(of(shown(tiny, "pier", more), "A", className="incident")[0]) == [("Pier", None)]
    assert ("Pier", None) in marks(of(shown(tiny, "pier", more), "Span", className=hits.SEARCHED))
    assert ("Tide", None) in marks(of(shown(tiny, "tide watch", more), "Span", className=hits.SEARCHED))


def test_nothing_is_marked_where_nothing_is_searched_for(tiny: Dataset):
    assert marks(shown(tiny, "")) == marks(shown(tiny, "?!")) == []


def test_signs_alone_find_nothing_and_the_page_says_what_to_write(tiny: Dataset):
    drawn = shown(tiny, "%")
    assert "“%” has no letter or digit to search for. Write one word or more." in words(drawn)
    assert [one.children for one in of(drawn, "Button")][-1] == "Reset all filters" and not of(drawn, "A")


def test_what_is_not_searched_is_not_marked(tiny: Dataset):
    drawn = shown(tiny, "reports")  # the word stands in every row's standing, and in few summaries
    assert all(words(one).lower().startswith("report") for one in of(drawn, "Mark"))
    quiet = [part for part in of(drawn, "Div", className="quiet") if "origin" in words(part)]
    assert all(marks([one for one in part.children if isinstance(one, str)]) == [] for part in quiet)


def test_another_spelling_says_so(tiny: Dataset):
    drawn = shown(tiny, "kaarst")
    assert ("Karst", "variant") in marks(drawn)
    assert {one.title for one in of(drawn, "Mark", className="variant")} == {"another spelling"}


@pytest.mark.parametrize(
    ("q", "said"),
    [
        ("shortened", "In a report: Relays the Guard's confirmation, shortened."),
        ("taken boats", "In a quotation: six for the six taken boats"),
        ("lighthouse", "In a report: The Tern Company says it fired six rockets at the lighthouse."),
        ("islet zeeland", "Place: Îlot Zélande, also written: Zeeland Islet"),
        ("sternes", "Named in it: Tern Company, also written: Compagnie des Sternes"),
    ],
)
@pytest.mark.parametrize("more", ["", "&rows=table"])
def test_a_hit_that_a_row_does_not_show_stands_in_an_excerpt(tiny: Dataset, q: str, said: str, more: str):
    excerpts = of(shown(tiny, q, more), "Div", className="quiet excerpt")
    assert said in [words(one).replace(" .", ".") for one in excerpts]
    assert all(marks(one) for one in excerpts)


def test_every_row_shows_every_word_that_was_searched_for(tiny: Dataset):
    for q in ("drone", "the guard", "zelande rockets", "customs strait", '"north skerries" mortar', "oern"):
        items = [item for item in of(shown(tiny, q), "Li") if of(item, "A", className="incident")]
        assert items, q
        for item in items:
            assert len(marks(item)) >= len(q.replace('"north skerries"', "x").split()), (q, words(item))


def test_a_long_text_is_cut_around_its_hit():
    text = f"{'before ' * 40}drone {'after ' * 40}".strip()
    at = text.index("drone")
    told = words(hits._cut(text, [hits.Hit(at, at + 5, False, 0)]))
    assert told.startswith("… before") and told.endswith("after …") and " drone " in told
    assert len(told) < 200


def test_the_drawer_marks_what_was_said_and_not_its_own_words(tiny: Dataset):
    selection = Selection.from_query("q=six&incident=20190304-islet-rockets")
    body = accounts.body(selection, selection.filtering.apply(tiny))
    assert [word for word, _ in marks(body)].count("six") >= 3
    selection = Selection.from_query("q=the&incident=20190304-islet-rockets")
    body = accounts.body(selection, selection.filtering.apply(tiny))
    assert marks(of(body, "H3")) == marks(of(body, "Button")) == []


def test_marks_leave_the_text_as_it_was(tiny: Dataset):
    for q in ("rockets zelande", "ilot", '"pier nine"'):
        plain = {
            link.href.rpartition("incident=")[2]: words(link) for link in of(shown(tiny, ""), "A", className="incident")
        }
        for link in of(shown(tiny, q), "A", className="incident"):
            joined = "".join(part if isinstance(part, str) else part.children for part in _told(link))
            assert joined == plain[link.href.rpartition("incident=")[2]]


def _told(link: html.A) -> list:
    return link.children if isinstance(link.children, list) else [link.children]


# --- the field -------------------------------------------------------------------------------------------


def test_the_field_is_the_control_of_q_and_says_its_rule():
    field = search.field(Selection.from_query("q=drone"))
    assert (field.id, field.value, field.label) == (state.control("q"), "drone", "Search")
    assert "in quotes" in field.description and "any order" in field.description


def test_names_are_offered_in_groups_with_their_numbers(tiny: Dataset):
    groups = {group["group"]: group["items"] for group in search.options(Selection().apply(tiny), "zelande")}
    assert list(groups) == ["Places", "Who is named", "Outlets", "Incidents"]
    assert groups["Incidents"] == [
        {"value": "incident:20190304-islet-rockets", "label": "Rockets on Îlot Zélande, 4 Mar 2019 (4 reports)"}
    ]
    assert groups["Places"][0]["value"] == "place:zelande"
    assert search.options(Selection().apply(tiny), "z") == search.options(Selection().apply(tiny), "") == []


def test_incidents_of_which_nothing_was_known_yet_are_not_offered(tiny: Dataset):
    def offered(query: str) -> list[str]:
        groups = search.options(Selection.from_query(query).apply(tiny), "karst")
        return [item["value"] for group in groups if group["group"] == "Incidents" for item in group["items"]]

    assert set(offered("")) == {"incident:20190315-karst-strike", "incident:20190322-ford-blast"}
    assert offered("known_by=2019-03-19") == ["incident:20190315-karst-strike"]


def test_an_incident_is_offered_with_the_date_that_was_known_by_the_day():
    data = package(
        {"of": "20231103-asad-a", "date": "2023-11-02", "published": "2023-11-04", "place": "asad"},
        {"of": "20231103-asad-a", "date": "2023-11-03", "published": "2023-11-09", "place": "asad"},
        incidents={"20231103-asad-a": {"date": "2023-11-03"}},
    )

    def dated(query: str) -> str:
        groups = search.options(Selection.from_query(query).apply(data), "20231103-asad-a")
        return next(group["items"][0]["label"] for group in groups if group["group"] == "Incidents")

    assert "3 Nov 2023 (2 reports)" in dated("")
    assert "2 Nov 2023 (1 report)" in dated("known_by=2023-11-05")


def test_a_near_word_is_a_button_that_asks_for_it(tiny: Dataset):
    drawn = shown(tiny, "dorne pier")
    offers = {getattr(one, "data-search", None): one.children for one in of(drawn, "Button")}
    assert offers["drone pier"] == "drone (1 incident)"
    assert "“dorne” stands nowhere in the data" in words(drawn)
    assert "Did you mean" not in words(shown(tiny, "drone mortar"))  # each of these words stands somewhere


def test_names_are_offered_without_numbers_of_reports_while_accounts_are_hidden(tiny: Dataset):
    _, plain = state.selected(tiny, "")
    _, veiled = state.selected(tiny, "hide=accounts")
    said = [
        [item["label"] for group in search.options(one, "zelande") for item in group["items"]]
        for one in (plain, veiled)
    ]
    assert any("report" in label for label in said[0])
    assert said[1] and not any("report" in label for label in said[1])
