"""Where accounts put an incident: drawn when they name more than one place, by the day each became known."""

from dashboard.components.whereabouts import whereabouts
from dashboard.dataset import Dataset
from dashboard.figures.drawn import DRAWN
from dashboard.selection import Selection
from tests.components.tree import of, words
from tests.made_up import package


def told(place: str, said: str, **more: str) -> dict[str, str]:
    return {"of": "20231101-somewhere", "date": "2023-11-01", "place": place, "published": said, **more}


def drawn(data: Dataset, query: str = ""):
    selected = Selection.from_query(query).apply(data)
    return whereabouts(selected, next(iter(data.by_id["incidents"])))


def rows(figure) -> tuple[list[str], list]:
    (graph,) = of(figure, "Graph")
    (marks,) = graph.figure["data"]
    labels = dict(zip(graph.figure["layout"]["yaxis"]["tickvals"], graph.figure["layout"]["yaxis"]["ticktext"], strict=True))
    return list(labels.values()), [(labels[y], x) for x, y in zip(marks["x"], marks["y"], strict=True)]


def test_one_place_is_not_drawn(tiny: Dataset):
    assert drawn(package(told("asad", "2023-11-01"), told("asad", "2023-11-03"))) == []


def test_each_place_has_a_row_and_each_day_a_mark():
    data = package(told("asad", "2023-11-01"), told("tanf", "2023-11-03"), told("tanf", "2023-11-03"))
    labels, marks = rows(drawn(data))
    assert len(labels) == 2
    assert sorted(day for _, day in marks) == ["2023-11-01", "2023-11-03"]
    assert "They differ." in words(drawn(data))
    selection = Selection.from_query("incident=20231101-somewhere")
    told_of = DRAWN["whereabouts"].rows(selection, selection.filtering.apply(data))
    assert [row["known_on"] for row in told_of] == ["2023-11-01", "2023-11-03", "2023-11-03"]


def test_a_place_named_later_is_not_there_before():
    data = package(told("asad", "2023-11-01"), told("tanf", "2023-11-03"))
    assert drawn(data, "known_by=2023-11-02") == []
