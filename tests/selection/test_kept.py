"""Selections kept for whoever asks next: one for pages and API, bounded by the rows they hold."""

from dashboard.selection import Selected, Selection, once
from dashboard.selection.kept import Kept, held
from tests.made_up import package

TOLD = package({"weapon": "rocket"}, {"of": "20231109-erbil-attack", "weapon": "missile"}, {"weapon": "rocket"})


def test_what_does_not_filter_shares_one_selection():
    one = Selection.from_query("weapon=rocket&lanes=party&page=2").apply(TOLD)
    assert one is Selection.from_query("weapon=rocket&rows=table").apply(TOLD)
    assert one is not Selection.from_query("weapon=missile").apply(TOLD)
    assert one is not Selection.from_query("weapon=rocket").apply(package({"weapon": "rocket"}))


def test_rows_count_once_they_are_read():
    selected = Selected(Selection(), TOLD)
    assert held(selected) == 0
    assert (len(selected.incidents), len(selected.reports)) == (2, 3)
    assert held(selected) >= 5


def test_the_selections_asked_longest_ago_are_let_go_when_rows_are_many():
    kept = Kept(most_rows=8)
    asked = [Selection.from_query(query) for query in ("", "weapon=rocket", "weapon=missile", "disputed=no")]
    found = []
    for selection in asked:
        found.append(kept.of(selection, TOLD))
        assert len(found[-1].incidents) + len(found[-1].reports) > 0
        assert kept.rows - held(found[-1]) <= 8
    assert len(kept) < len(asked)
    assert kept.of(asked[-1], TOLD) is found[-1]
    assert kept.of(asked[0], TOLD) is not found[0]


def test_a_selection_larger_than_the_bound_is_kept_alone():
    kept = Kept(most_rows=1)
    one = kept.of(Selection(), TOLD)
    assert len(one.reports) == 3
    assert kept.of(Selection(), TOLD) is one
    kept.of(Selection.from_query("weapon=rocket"), TOLD)
    assert len(kept) == 1


def test_selections_are_bounded_in_number_too():
    kept = Kept(most=3)
    for day in range(1, 9):
        kept.of(Selection.from_query(f"from=2023-11-0{day}"), TOLD)
    assert len(kept) == 3


def test_a_function_of_a_selection_does_its_work_once_for_each_question():
    done = []

    @once
    def work(selected: Selected, word: str = "") -> str:
        done.append((selected, word))
        return f"{word}{len(selected.incidents)}"

    one, other = Selected(Selection(), TOLD), Selected(Selection.from_query("weapon=missile"), TOLD)
    assert [work(one), work(one), work(one, "n"), work(other), work(one, "n")] == ["2", "2", "n2", "1", "n2"]
    assert done == [(one, ""), (one, "n"), (other, "")]
