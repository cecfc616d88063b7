"""Each figure is drawn as its snapshot shows; tests/snapshots/ is the gallery."""

import copy
import inspect

import plotly.graph_objects as go
import pytest

from dashboard import figures
from dashboard.dataset import Dataset
from tests.figures import snapshots
from tests.figures.cases import CASES

every_case = pytest.mark.parametrize("name", CASES)


@every_case
def test_a_figure_is_drawn_as_its_snapshot_shows(name: str, tiny: Dataset):
    drawn = CASES[name](tiny)
    assert snapshots.readable(drawn) + "\n" == snapshots.kept(name, drawn)


@every_case
def test_plotly_accepts_it(name: str, tiny: Dataset):
    drawn = CASES[name](tiny)
    assert len(go.Figure(copy.deepcopy(drawn)).data) == len(drawn["data"])


@every_case
def test_drawing_twice_gives_the_same(name: str, tiny: Dataset):
    assert CASES[name](tiny) == CASES[name](tiny)


def test_every_figure_has_a_case_and_one_with_nothing_to_draw():
    assert {name for name in figures.FIGURES if name not in CASES} == set()
    assert {name for name in figures.FIGURES if f"{name} empty" not in CASES} == set()


def test_no_snapshot_is_left_over():
    assert {path.stem for path in snapshots.FOLDER.glob("*.json")} == {snapshots.path(name).stem for name in CASES}


@pytest.mark.parametrize("name", figures.FIGURES)
def test_what_a_figure_is_given_stays_as_it_is(name: str, tiny: Dataset, monkeypatch):
    """Frames, lists and mappings that a figure receives are the same after it is drawn."""
    asked = []
    drawing = figures.FIGURES[name]

    def watched(*given, **named):
        before = copy.deepcopy((given, named))
        drawn = drawing(*given, **named)
        asked.append((before, (given, named)))
        return drawn

    monkeypatch.setattr(figures, name, watched)
    for case in CASES:
        if case == name or case.startswith(f"{name} "):
            CASES[case](tiny)
    assert asked
    for before, after in asked:
        same(before, after)


def same(before, after):
    if hasattr(before, "columns"):
        assert before.equals(after)
        assert list(before.columns) == list(after.columns)
    elif isinstance(before, dict):
        assert before.keys() == after.keys()
        for name in before:
            same(before[name], after[name])
    elif isinstance(before, list | tuple):
        for one, other in zip(before, after, strict=True):
            same(one, other)
    else:
        assert before == after


@pytest.mark.parametrize("name", figures.FIGURES)
def test_a_figure_says_in_one_sentence_what_it_draws(name: str):
    assert (inspect.getdoc(figures.FIGURES[name]) or "").startswith("Draw ")


# --- the snapshot form -----------------------------------------------------------------------------------


def test_a_snapshot_is_sorted_rounded_and_short_lists_stay_on_a_line():
    assert snapshots.readable({"b": [1.00004, 2], "a": "é"}) == '{"a": "é", "b": [1.0, 2]}'
    long = snapshots.readable({"y": list(range(50)), "x": 0})
    assert long.startswith('{\n "x": 0,\n "y": [\n  0,\n  1,')


def test_a_snapshot_refuses_what_json_cannot_hold():
    with pytest.raises(AssertionError, match="no infinity"):
        snapshots.readable({"y": [float("inf")]})
