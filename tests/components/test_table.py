"""Tables: every row once over all pages, in any order, with any columns; what cannot be had is said in words."""

import json
from functools import cache

import pytest

from dashboard import api, dataset, exporters, figures, schema
from dashboard.components import rows, table
from dashboard.components.table import TABLES
from dashboard.dataset import Dataset
from dashboard.selection import Selection
from dashboard.selection.columns import COLUMNS, OF
from tests.components.tree import of, words
from tests.components.tree import table as cells
from tests.made_up import package
from tests.packages import TINY


def drawn(data: Dataset, query: str, name: str = "") -> list:
    selection = Selection.from_query(f"rows=table&{query}")
    return table.table(name or selection.of, selection, selection.filtering.apply(data))


def heads(data: Dataset, query: str, name: str = "") -> list[str]:
    return [head.split(" ↕")[0] for head in cells(drawn(data, query, name))[0]]


def column(data: Dataset, query: str, label: str, name: str = "") -> list[str]:
    """The cells of one column from top to bottom."""
    top, *body = cells(drawn(data, query, name))
    place = [head.rstrip(" ↕▲▼") for head in top].index(label)
    return [row[place] for row in body]


def keys(node: list, kind: str = "Tr") -> list[str]:
    """The ids of the rows that are drawn."""
    return [getattr(row, "data-row") for row in of(node, kind) if hasattr(row, "data-row")]


# --- agreement -------------------------------------------------------------------------------------------


@cache
def loaded(folder) -> Dataset:
    return dataset.load(folder)


@cache
def client(folder):
    return api.server(loaded(folder)).test_client()


def all_pages(data: Dataset, query: str, kind: str) -> list[str]:
    """The ids of the rows of every page, one page after the other, as the page draws them."""
    selection = Selection.from_query(query)
    selected = selection.filtering.apply(data)
    total = len(getattr(selected, selection.of))
    last = max(1, -(-total // selection.per))
    pages = (Selection.from_query(f"{query}&page={page}") for page in range(1, last + 1))
    return [key for page in pages for key in keys(rows.rows(page, selected), kind)]


ASKED = [
    (TINY, ""),
    (TINY, "kind=attack&known_by=2019-03-12"),
    (TINY, "from=2019-03-16"),
    (TINY, "said_by=guard&place=zelande"),
    (TINY, "known_by=2019-03-03"),
    (schema.DEFAULT, "kind=attack&known_by=2023-11-30"),
    (schema.DEFAULT, "from=2023-11-10&to=2023-12-10&said_by=media"),
    (schema.DEFAULT, ""),
]


@pytest.mark.parametrize("how", [("table", "Tr"), ("list", "Li")], ids=["table", "list"])
@pytest.mark.parametrize("what", OF)
@pytest.mark.parametrize(("folder", "query"), ASKED)
def test_the_pages_of_rows_are_the_rows_of_the_api(folder, query: str, what: str, how: tuple[str, str]):
    told = client(folder).get(f"/api/v1/{what}.json?{query}").json
    expected = [row[TABLES[what].key] for row in told[what]]
    shown, kind = how
    assert all_pages(loaded(folder), f"per=25&{query}&of={what}&rows={shown}", kind) == expected
    assert sum(told["counts"].values()) == len(expected)


@pytest.mark.parametrize(("folder", "query"), ASKED)
def test_no_mark_is_without_a_row_and_no_row_without_a_mark(folder, query: str):
    selected = Selection.from_query(query).filtering.apply(loaded(folder))
    _, marks = figures.marks(selected, "place")
    told = all_pages(loaded(folder), f"per=25&{query}&rows=table", "Tr")
    assert set(marks["incident_id"]) == set(told)
    assert len(marks) == len(told)
    counted = all_pages(loaded(folder), f"per=25&{query}&of=tallies&rows=table", "Tr")
    assert set(figures.totals(selected)["tally_id"]) <= set(counted)


@pytest.mark.parametrize("sort", ["-lag", "known_on", "summary", "-outlet", "incident"])
def test_an_order_changes_no_row(sort: str):
    data, query = loaded(schema.DEFAULT), "kind=attack&rows=table&of=reports"
    usual = all_pages(data, query, "Tr")
    sorted_rows = all_pages(data, f"{query}&sort={sort}", "Tr")
    assert sorted_rows != usual
    assert sorted(sorted_rows) == sorted(usual)


@pytest.mark.parametrize(("what", "name"), [("reports", "known_on"), ("reports", "lag"), ("tallies", "known_on")])
def test_a_table_says_of_a_day_and_a_lag_what_the_export_says(tiny: Dataset, what: str, name: str):
    records = exporters.records(Selection().apply(tiny), what)
    silence = "not known"
    label = TABLES[what].by_name[name].label
    told = [text == silence for text in column(tiny, f"of={what}&columns={name}", label)]
    assert told == [record[name] is None for record in records]
    assert any(told) or not all(told)
    if name == "lag":
        assert column(tiny, "of=reports", label) == [
            silence if record["lag"] is None else str(record["lag"]) for record in records
        ]


# --- order -----------------------------------------------------------------------------------------------


def reports(*told: dict) -> Dataset:
    return package(*({"of": f"2023110{n}-asad-{n}"} | one for n, one in enumerate(told, start=1)))


def test_numbers_are_ordered_as_numbers_and_silence_is_last_both_ways():
    data = reports({"strikes_min": "9", "strikes_unit": "attacks"}, {}, {"strikes_min": "10", "strikes_unit": "attacks"},
                   {"strikes_min": "0", "strikes_max": "0", "strikes_unit": "attacks"})  # fmt: skip
    up = column(data, "of=reports&columns=strikes&sort=strikes", "Number")
    down = column(data, "of=reports&columns=strikes&sort=-strikes", "Number")
    assert up == ["none (stated)", "at least 9 attacks", "at least 10 attacks", "not stated"]
    assert down == ["at least 10 attacks", "at least 9 attacks", "none (stated)", "not stated"]


def test_dates_are_ordered_by_their_earliest_day_and_the_undated_are_last_both_ways():
    data = reports({"date": "2023-11-08"}, {"date": "2023-11"}, {"date": "2023-11-05/2023-11-09"}, {})
    up = column(data, "of=reports&sort=date", "When")
    assert up == ["Nov 2023", "from 5 to 9 Nov 2023", "8 Nov 2023", "not stated"]
    assert column(data, "of=reports&sort=-date", "When") == [*reversed(up[:3]), "not stated"]


def test_texts_are_ordered_without_regard_to_capitals_and_accents(tiny: Dataset):
    places = [place for place in column(tiny, "sort=place", "Where") if place != "place not stated"]
    assert places.index("Îlot Zélande") < places.index("Karst Province") if "Karst Province" in places else places
    down = [place for place in column(tiny, "sort=-place", "Where") if place != "place not stated"]
    assert sorted(places) == sorted(down)
    assert column(tiny, "sort=-place", "Where")[-1] == column(tiny, "sort=place", "Where")[-1]


def test_rows_that_tie_stay_by_date_both_ways(tiny: Dataset):
    usual = column(tiny, "", "Incident")
    kinds = dict(zip(usual, column(tiny, "", "What"), strict=True))
    for sort in ("kind", "-kind"):
        attacks = [title for title in column(tiny, f"sort={sort}", "Incident") if kinds[title].endswith(" attack")]
        assert attacks == [title for title in usual if kinds[title].endswith(" attack")]


def test_statements_have_no_standing_and_come_last_both_ways(tiny: Dataset):
    for sort in ("standing", "-standing"):
        graded = [not text.startswith("a statement") for text in column(tiny, f"sort={sort}", "Standing")]
        assert graded == sorted(graded, reverse=True)
    levels = [text.split(",")[0] for text in column(tiny, "sort=-standing", "Standing")]
    order = ["acknowledged", "corroborated", "reported", "claimed"]
    assert [level for level in order if level in levels] == list(
        dict.fromkeys(level for level in levels if level in order)
    )


def test_a_head_says_how_the_rows_are_sorted_and_asks_for_the_other_way(tiny: Dataset):
    (sorted_head,) = [head for head in of(drawn(tiny, "of=reports&sort=-lag"), "Th") if hasattr(head, "aria-sort")]
    assert getattr(sorted_head, "aria-sort") == "descending"
    assert words(sorted_head) == "Lag (days) ▼"
    (press,) = of(sorted_head, "Button")
    assert getattr(press, "data-sort") == "lag"
    (caption,) = of(drawn(tiny, "of=reports&sort=-lag"), "Caption")
    assert caption.children.startswith("Reports of this selection, by lag (days), highest first. Rows 1 to 18 of 18")


@pytest.mark.parametrize("what", COLUMNS)
def test_every_column_that_can_be_asked_is_drawn_and_sorts_or_says_why_not(tiny: Dataset, what: str):
    it = TABLES[what]
    assert tuple(it.by_name) == COLUMNS[what]
    assert it.columns[0].usual
    every = "&".join(f"columns={name}" for name in COLUMNS[what])
    assert len(heads(tiny, every, what)) == len(COLUMNS[what])
    for name in COLUMNS[what]:
        for sort in (name, f"-{name}"):
            text = words(drawn(tiny, f"{every}&sort={sort}", what))
            assert ("is not ranked" in text) == (it.by_name[name].key is None)


def test_deaths_and_injuries_are_shown_and_never_ranked(tiny: Dataset):
    assert [name for name, one in TABLES["reports"].by_name.items() if one.key is None] == ["killed", "injured"]
    shown = drawn(tiny, "of=reports&columns=killed&sort=-killed")
    assert words(shown).startswith("Killed is not ranked: the rows stand by the date of what they tell.")
    assert keys(shown) == keys(drawn(tiny, "of=reports"))


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("sort=-lag", "Incidents have no column “lag”: the rows stand by date."),
        ("columns=lag&columns=quote&columns=date", "Incidents have no columns “lag”, “quote”."),
        ("page=7", "There is no page 7: this is the last one, page 1."),
    ],
)
def test_what_a_table_does_not_have_is_said_and_the_rest_is_shown(tiny: Dataset, query: str, said: str):
    shown = drawn(tiny, query)
    assert [words(note) for note in of(shown, "P", className="banner")] == [said]
    assert keys(shown) == keys(drawn(tiny, ""))


def test_a_link_of_before_still_sorts_outlets(tiny: Dataset):
    for name in ("name", "kind", "country", "documents", "reports", "incidents", "alone", "lag"):
        for sort in (name, f"-{name}"):
            assert "no column" not in words(drawn(tiny, f"sort={sort}", "outlets"))
    carried = [int(number) for number in column(tiny, "", "Reports", "outlets")]
    assert carried == sorted(carried, reverse=True)


# --- columns and pages -----------------------------------------------------------------------------------


def test_the_columns_asked_are_shown_in_their_own_order_after_the_one_that_names_the_row(tiny: Dataset):
    assert heads(tiny, "of=reports&columns=quote&columns=known_on") == ["Incident", "Known on", "In its words"]
    assert heads(tiny, "columns=lag") == heads(tiny, "")  # none of this table: the usual ones


def test_the_boxes_say_what_is_shown_and_the_first_cannot_be_dropped(tiny: Dataset):
    boxes = of(drawn(tiny, "of=reports&columns=quote"), "Checkbox")
    assert [box.label for box in boxes if box.checked] == ["Incident (always shown)", "In its words"]
    assert [getattr(box, "data-column") for box in boxes if box.disabled] == ["incident"]
    assert [getattr(box, "data-column") for box in boxes] == list(COLUMNS["reports"])


def test_exports_hold_every_column_whatever_is_shown(tiny: Dataset):
    chosen = Selection.from_query("of=reports&columns=quote&per=25&sort=-lag").apply(tiny)
    assert exporters.as_csv(chosen, "reports") == exporters.as_csv(Selection().apply(tiny), "reports")
    assert "Exports and the API are not affected" in words(drawn(tiny, "columns=date"))


def test_a_row_of_reports_opens_its_incident_and_a_count_its_explanation(tiny: Dataset):
    link = of(drawn(tiny, "of=reports&kind=attack"), "A", className="incident")[0]
    assert link.href.startswith("/?kind=attack&rows=table&of=reports&incident=")
    assert getattr(link, "data-incident") in tiny.by_id["incidents"]
    count = of(drawn(tiny, "of=tallies&sort=-value&known_by=2019-04-02"), "A", className="tally")[0]
    key, measure = getattr(count, "data-tally"), getattr(count, "data-measure")
    assert count.href == f"/counts?known_by=2019-04-02&measure={measure}&tally={key}"


def test_a_list_of_reports_is_filled_like_the_chart(tiny: Dataset):
    selection = Selection.from_query("of=reports&q=pier")
    signs = of(
        rows.rows(selection, selection.filtering.apply(tiny)), "Span", className="mark mark-corroborated mark-disputed"
    )
    assert len(signs) == 3


def test_json_of_the_api_is_the_same_whatever_rows_are_shown(tiny: Dataset):
    answers = {
        json.dumps(exporters.envelope(Selection.from_query(query).apply(tiny), "tallies"))
        for query in ("", "of=tallies&rows=table&per=25&columns=value&sort=-value")
    }
    assert len(answers) == 1
