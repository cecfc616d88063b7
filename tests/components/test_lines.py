"""The lines of declared totals in words: the same names under the timeline as under the counts."""

import pandas as pd

from dashboard import figures
from dashboard.components import chart, lines, measures
from dashboard.figures import steps
from dashboard.selection import Selection
from tests.components.tree import of, words
from tests.three_articles import articles


def named(key) -> list[str]:
    return [words(item) for item in of(key, "Li")]


def test_the_timeline_and_the_counts_draw_and_name_the_same_lines():
    chosen = Selection().apply(articles())
    drawn, counts = (
        [trace["name"].removeprefix("declared: ") for trace in figure["data"] if trace["name"].startswith("declared")]
        for figure in (chart.timeline(Selection(), chosen), measures.drawn(Selection(), chosen))
    )
    assert sorted(drawn) == [
        "Media since one day between 8 and 11 Oct 2023", "US and coalition since 17 Oct 2023", "US and coalition since 7 Oct 2023",
    ]  # fmt: skip
    assert drawn == counts
    assert named(chart.key(chosen)) == named(measures.key(Selection(), chosen))
    assert [name in item for name, item in zip(drawn, named(chart.key(chosen)), strict=False)] == [True] * len(drawn)


def test_totals_of_one_party_with_two_baselines_are_two_lines():
    totals = figures.totals(Selection().apply(articles()))
    assert totals.groupby("party_label")["line"].nunique().max() == 2
    assert totals.groupby("line")["since"].nunique().max() == 1


def many(number: int) -> pd.DataFrame:
    rows = [(f"Party {n} since May", f"{10 * n}") for n in range(number) for _ in range(number - n)]
    return pd.DataFrame(rows, columns=["line", "declared"])


def test_where_there_is_little_room_the_longest_lines_are_drawn_and_the_others_named():
    totals = many(7)
    drawn = [f"Party {n} since May" for n in range(steps.MOST_LINES)]
    assert sorted(steps.longest(totals)["line"].unique()) == drawn
    key = lines.key(totals, bounded=True)
    assert [drawn[n] in item for n, item in enumerate(named(key)[:-1])] == [True] * len(drawn)
    assert "2 lines of few totals not drawn here, drawn under Counts: Party 5 since May; Party 6 since May." in words(key)
    assert len(named(lines.key(totals))) == 7 + 1


def test_no_two_lines_of_a_chart_look_alike():
    looks = [steps.look(place) for place in range(35)]
    assert len(set(looks)) == len(looks)


def test_without_totals_there_are_no_lines_to_name():
    assert lines.key(figures.totals(Selection.from_query("q=nothing").apply(articles()))) == []
