"""The four measures drawn from small data, by name of the case: each figure once with something and once empty."""

import math
from collections.abc import Callable

import pandas as pd

from dashboard import figures
from dashboard.dataset import Dataset
from dashboard.figures import Lane
from tests.made_up import day

SPAN = (day("2019-03-04"), day("2019-04-14"))
FIRST_WEEK = {"start": day("2019-03-04"), "end": day("2019-03-10")}
NEXT_WEEK = {"start": day("2019-03-11"), "end": day("2019-03-17")}
WORDS = {"above": "▲ attacks", "below": "▼ counter-strikes", "on": ""}
ROWS = (Lane("rocket", "Rocket"), Lane("airstrike", "Airstrike"))


def frame(columns: str, *rows: dict) -> pd.DataFrame:
    return pd.DataFrame(list(rows), columns=columns.split())


def bars(*rows: dict) -> pd.DataFrame:
    return frame("side certain possible start end", *rows)


def coded(*rows: dict) -> pd.DataFrame:
    return frame("outlet_id documents start end", *rows)


def cells(*rows: dict) -> pd.DataFrame:
    return frame("lane side certain possible start end", *rows)


def flags(*rows: dict) -> pd.DataFrame:
    return frame("lane day text", *rows)


def places(*rows: dict) -> pd.DataFrame:
    return frame("label above below drawn longitude latitude pinned", *rows).astype({"pinned": bool})


def outlines(*rows: tuple) -> pd.DataFrame:
    return pd.DataFrame(list(rows), columns=["part", "longitude", "latitude"])


def ranges(*rows: dict) -> pd.DataFrame:
    return frame("start end side of low high stated", *rows)


BARS = bars(
    {"side": "above", "certain": 3, "possible": 1, **FIRST_WEEK},
    {"side": "above", "certain": 0, "possible": 1, **NEXT_WEEK},
    {"side": "below", "certain": 2, "possible": 0, **NEXT_WEEK},
    {"side": "on", "certain": 5, "possible": 0, **NEXT_WEEK},
)
CODED = coded(
    {"outlet_id": "a", "documents": 2, **FIRST_WEEK}, {"outlet_id": "b", "documents": 1, **FIRST_WEEK}
)  # fmt: skip
CELLS = cells(
    {"lane": "rocket", "side": "above", "certain": 4, "possible": 1, **FIRST_WEEK},
    {"lane": "rocket", "side": "above", "certain": 0, "possible": 1, **NEXT_WEEK},
    {"lane": "airstrike", "side": "above", "certain": 1, "possible": 0, **NEXT_WEEK},
    {"lane": "airstrike", "side": "below", "certain": 2, "possible": 0, **NEXT_WEEK},
)
FLAGS = flags(
    {"lane": "rocket", "day": day("2019-03-05"), "text": "first rocket"},
    {"lane": "airstrike", "day": day("2019-02-01"), "text": "before the days drawn"},
)
PLACES = places(
    {"label": "Harbour", "above": 9, "below": 0, "drawn": 9, "longitude": 40.0, "latitude": 33.0, "pinned": True},
    {"label": "Crossing", "above": 0, "below": 2, "drawn": 2, "longitude": 42.0, "latitude": 35.0, "pinned": True},
    {"label": "Plain", "above": 1, "below": 0, "drawn": 1, "longitude": 44.0, "latitude": 32.0, "pinned": False},
    {"label": "Silent town", "above": 0, "below": 0, "drawn": 0, "longitude": 41.0, "latitude": 34.0, "pinned": True},
)
OUTLINES = outlines((1, 38.0, 30.0), (1, 48.0, 30.0), (1, 48.0, 38.0), (2, 0.0, 0.0), (2, 1.0, 0.0), (2, 1.0, 1.0))
BOUNDS = (40.0, 44.0, 32.0, 35.0)
RANGES = ranges(
    {**FIRST_WEEK, "side": "above", "of": "killed", "low": 2.0, "high": 5.0, "stated": 1},
    {**NEXT_WEEK, "side": "below", "of": "killed", "low": 3.0, "high": math.inf, "stated": 2},
    {**FIRST_WEEK, "side": "above", "of": "injured", "low": 0.0, "high": 0.0, "stated": 1},
    {**NEXT_WEEK, "side": "above", "of": "injured", "low": 7.0, "high": 7.0, "stated": 1},
)
EMPTY = [(day("2019-03-18"), day("2019-03-31"))]


def tempo(known: int | None = None) -> dict:
    return figures.tempo(BARS, CODED, EMPTY, WORDS, SPAN, known)


def means() -> dict:
    return figures.means(ROWS, CELLS, FLAGS, WORDS, SPAN)


def reach(ground: pd.DataFrame = OUTLINES) -> dict:
    return figures.reach(PLACES, ground, BOUNDS)


def harm() -> dict:
    return figures.harm(RANGES, SPAN)


CASES: dict[str, Callable[[Dataset], dict]] = {
    "tempo": lambda _: tempo(),
    "tempo known by a day": lambda _: tempo(day("2019-03-20")),
    "tempo empty": lambda _: figures.tempo(bars(), coded(), [], WORDS, SPAN),
    "means": lambda _: means(),
    "means empty": lambda _: figures.means((), cells(), flags(), WORDS, SPAN),
    "reach": lambda _: reach(),
    "reach empty": lambda _: figures.reach(places(), outlines(), BOUNDS),
    "harm": lambda _: harm(),
    "harm empty": lambda _: figures.harm(ranges(), SPAN),
}
