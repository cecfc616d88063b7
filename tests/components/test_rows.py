"""List and table: the same incidents in the same order, a page at a time, and words where there are none."""

import functools
import operator

import pytest

from dashboard.components import rows
from dashboard.dataset import Dataset
from dashboard.selection import Selection
from tests.components.tree import of, table, words
from tests.made_up import package


def shown(data: Dataset, query: str = "") -> list:
    selection = Selection.from_query(query)
    return rows.rows(selection, selection.filtering.apply(data))


def titles(drawn: list) -> list[str]:
    return [link.children for link in of(drawn, "A", className="incident")]


@pytest.mark.parametrize("query", ["", "kind=attack", "from=2019-03-10&to=2019-03-16", "disputed=yes"])
def test_list_and_table_hold_the_same_incidents_in_the_same_order(tiny: Dataset, query: str):
    expected = Selection.from_query(query).apply(tiny).incidents["title"].tolist()
    assert titles(shown(tiny, query)) == titles(shown(tiny, f"{query}&rows=table")) == expected


def test_a_row_says_when_what_where_and_how_it_stands(tiny: Dataset):
    item = of(shown(tiny, "q=pier"), "Li")[0]
    assert words(item).startswith(
        "6 Mar 2019 ▲ Drone at Pier Nine attack · Pier Nine · corroborated, disputed; 3 reports, 3 origins"
    )
    heads, cells = table(shown(tiny, "q=pier&rows=table"))
    assert {
        "When": "6 Mar 2019",
        "What": "▲ attack",
        "Incident": "Drone at Pier Nine",
        "Where": "Pier Nine",
        "Standing": "corroborated, disputed",
        "Reports": "3",
        "Origins": "3",
        "In selection": "certainly",
    }.items() <= dict(zip((head.split(" ↕")[0] for head in heads), cells, strict=True)).items()


def test_what_may_not_belong_says_so_in_both(tiny: Dataset):
    query = "from=2019-03-16&to=2019-03-16"
    assert "· possibly in this selection" in words(of(of(shown(tiny, query), "Ol", className="incidents"), "Li")[-1])
    assert table(shown(tiny, f"{query}&rows=table"))[-1][-1] == "possibly"


def test_a_sign_is_hidden_from_those_who_hear_the_words_beside_it(tiny: Dataset):
    assert {getattr(sign, "aria-hidden") for sign in of(shown(tiny), "Span") if "mark" in (getattr(sign, "className", None) or "")} == {"true"}


def test_a_link_carries_the_whole_view(tiny: Dataset):
    link = of(shown(tiny, "kind=attack&known_by=2019-03-12&rows=table"), "A", className="incident")[0]
    assert link.href == "/?known_by=2019-03-12&kind=attack&rows=table&incident=20190304-islet-rockets"


def test_many_incidents_are_shown_page_by_page():
    told = [{"of": f"202311{1 + n // 10:02}-asad-{n}", "date": f"2023-11-{1 + n // 10:02}"} for n in range(120)]
    data = package(*told)
    pages = [titles(shown(data, f"page={page}")) for page in (1, 2, 3)]
    assert [len(page) for page in pages] == [50, 50, 20]
    assert functools.reduce(operator.iadd, pages, []) == Selection().apply(data).incidents["title"].tolist()
    assert "51 to 100 of 120 incidents" in words(shown(data, "page=2"))
    assert titles(shown(data, "page=9")) == pages[2]  # past the end: the last page
    assert "There is no page 9: this is the last one, page 3." in words(shown(data, "page=9"))
    leads = {button.children: getattr(button, "data-page") for button in of(shown(data, "page=2"), "Button")[:4]}
    assert leads == {"First page": "1", "Previous page": "1", "Next page": "3", "Last page": "3"}
    assert [len(titles(shown(data, f"per=100&page={page}"))) for page in (1, 2)] == [100, 20]


def test_nothing_says_which_part_excludes_everything_and_offers_to_drop_it(tiny: Dataset):
    drawn = shown(tiny, "kind=seizure&weapon=rocket&known_by=2019-04-02")
    offers = {getattr(button, "data-drop", ""): button.children for button in of(drawn, "Button")}
    assert offers == {
        "kind": "Drop kind (2 incidents then)",
        "weapon": "Drop weapon (1 incident then)",
        "": "Reset all filters",
    }


def test_nothing_that_no_single_part_explains_is_said_so(tiny: Dataset):
    drawn = shown(tiny, "kind=seizure&weapon=rocket&q=nothing+like+this")
    assert "even without any one part of it" in words(drawn)
    assert [button.children for button in of(drawn, "Button")] == ["Reset all filters"]
