"""The same filters on two engines: pandas in memory and DuckDB, for data that no memory holds."""

import duckdb
import narwhals as nw
import pandas as pd
import pytest

from dashboard import derive
from dashboard.selection import FILTERS, Selection, vocabulary


def kept(frame: object, mask: nw.Expr) -> list[tuple]:
    """The rows that a mask keeps, as tuples in order of their id."""
    native = nw.from_native(frame).filter(mask).to_native()
    rows = native.fetchall() if isinstance(native, duckdb.DuckDBPyRelation) else native.itertuples(index=False)
    return sorted(tuple(None if pd.isna(cell) else cell for cell in row) for row in rows)


@pytest.fixture(scope="module")
def frames(default) -> dict[bool, tuple[pd.DataFrame, duckdb.DuckDBPyRelation]]:
    """The frames that filters read, on either engine: of standings, and of reports."""
    index = derive.index(default)
    return {
        standing: (frame, duckdb.from_df(frame))
        for standing, frame in ((True, index.standings), (False, index.reports))
    }


@pytest.mark.parametrize("name", list(FILTERS))
def test_a_filter_keeps_the_same_rows(default, frames, name):
    item, values = FILTERS[name], list(vocabulary(default)[name])
    memory, relation = frames[item.standing]
    sets = [[value] for value in values] + [values[-2:], values]
    rows = [kept(memory, item.mask(chosen)) for chosen in sets]
    assert any(rows)
    assert rows == [kept(relation, item.mask(chosen)) for chosen in sets]


@pytest.mark.parametrize(
    "query",
    ["from=2023-11-09&to=2023-11-18", "q=al-asad+rocket", "q=o'omar", "place=syria&weapon=one-way-drone&q=base",
     "q=100%25", "q=under_score"],
)  # fmt: skip
def test_a_window_and_a_search_keep_the_same_rows(default, frames, query):
    masks = Selection.from_query(query).apply(default).masks()
    memory, relation = frames[False]
    whole = nw.all_horizontal(*masks.values(), ignore_nulls=True)
    assert kept(memory, whole) == kept(relation, whole)
