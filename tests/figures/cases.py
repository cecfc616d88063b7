"""Every figure drawn from small data: the cases that snapshots keep and that rules are held against.

A case is a name and a function from the tiny data set to Plotly JSON; its name starts with that of its figure.
"""

from collections.abc import Callable

import pandas as pd

from dashboard import figures
from dashboard.dataset import Dataset
from dashboard.selection import Selected, Selection
from dashboard.selection import sides as compared
from tests.figures import escalation_cases
from tests.made_up import day, package


def selected(data: Dataset, query: str = "") -> Selected:
    return Selection.from_query(query).apply(data)


def timeline(chosen: Selected, by: str = "place") -> dict:
    lanes, marks = figures.marks(chosen, by)
    return figures.timeline(marks, lanes, figures.totals(chosen), figures.span(chosen))


def sides(chosen: Selected, by: str, a: str, b: str) -> dict:
    lanes, marks = figures.side_marks(compared(chosen, by, a, b))
    return figures.sides(marks, lanes, figures.span(chosen))


def density(chosen: Selected, window: tuple[int, int] | None = None) -> dict:
    return figures.density(figures.density_days(chosen), figures.extent(chosen.index), window)


def crowded(each: int = 9) -> Selected:
    """So many incidents at one place on each of three days: too many to be told apart."""
    days = [1 + n // each for n in range(3 * each)]
    told = [{"of": f"2023110{day}-asad-{n}", "date": f"2023-11-0{day}", "place": "asad"} for n, day in enumerate(days)]
    return selected(package(*told))


def contradicting() -> Selected:
    """One incident that two outlets date and count otherwise, and one that each tells alone."""
    return selected(
        package(
            {"outlet": "a", "date": "2023-11-01", "place": "asad", "killed": "2"},
            {"outlet": "b", "date": "2023-11-03", "place": "asad", "killed": "5"},
            {"of": "20231105-only-a", "outlet": "a", "date": "2023-11-05", "place": "erbil"},
            {"of": "20231106-only-b", "outlet": "b", "date": "2023-11-06", "place": "tanf"},
        )
    )


CLOCK_COLUMNS = ("label", "first_day", "last_day", "dated", "known_day", "undated", "text")
CLOCK_ROWS = [
    ("Harbour Wire", day("2019-03-06"), day("2019-03-06"), True, day("2019-03-07"), False, "the day after"),
    ("Radio Zélande", day("2019-03-15"), day("2019-03-17"), True, day("2019-03-18"), False, "one of three days"),
    ("Kelp Courier", day("2019-03-20"), day("2019-03-20"), False, day("2019-03-20"), False, "no day of its own"),
    ("Tide Watch", day("2019-03-12"), day("2019-03-12"), True, day("2019-04-30"), True, "known at an unknown date"),
]


def clock_rows(*rows: tuple) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=list(CLOCK_COLUMNS)).astype({"dated": bool, "undated": bool})


PLACE_ROWS = [("Karst", day("2019-03-07"), 2, "two reports"), ("Karst Ford", day("2019-03-09"), 1, "one report")]


def place_rows(*rows: tuple) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=["label", "day", "reports", "text"])


CASES: dict[str, Callable[[Dataset], dict]] = {
    "timeline": lambda tiny: timeline(selected(tiny)),
    "timeline by who acts": lambda tiny: timeline(selected(tiny), "party"),
    "timeline known by a day": lambda tiny: timeline(selected(tiny, "known_by=2019-03-12")),
    "timeline of a window": lambda tiny: timeline(selected(tiny, "from=2019-03-10&to=2019-03-16")),
    "timeline binned": lambda tiny: timeline(crowded()),
    "timeline empty": lambda tiny: timeline(selected(tiny, "q=nothing+like+this")),
    "density": lambda tiny: density(selected(tiny)),
    "density of a window": lambda tiny: density(selected(tiny), (day("2019-03-10"), day("2019-03-16"))),
    "density empty": lambda tiny: density(selected(tiny, "q=nothing+like+this")),
    "counts": lambda tiny: figures.counts(figures.totals(selected(tiny)), figures.span(selected(tiny))),
    "counts empty": lambda tiny: figures.counts(figures.totals(selected(tiny, "q=nothing")), figures.span(selected(tiny))),
    "clocks": lambda tiny: figures.clocks(clock_rows(*CLOCK_ROWS)),
    "clocks empty": lambda tiny: figures.clocks(clock_rows()),
    "whereabouts": lambda tiny: figures.whereabouts(place_rows(*PLACE_ROWS), ["Karst", "Karst Ford"]),
    "whereabouts empty": lambda tiny: figures.whereabouts(place_rows(), ["Karst", "Karst Ford"]),
    "sides": lambda tiny: sides(selected(tiny), "outlet", "harbour-wire", "radio-zelande"),
    "sides of two days": lambda tiny: sides(selected(tiny), "known_by", "2019-03-07", "2019-03-30"),
    "sides that clash": lambda tiny: sides(contradicting(), "outlet", "a", "b"),
    "sides binned": lambda tiny: sides(crowded(12), "outlet", "a", "b"),
    "sides empty": lambda tiny: figures.sides(figures.NO_SIDE_MARKS, [], figures.span(selected(tiny))),
    **escalation_cases.CASES,
}
