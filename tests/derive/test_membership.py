"""Counting incidents by value with whole numbers gives what counting them one by one gives."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.derive.membership import membership, unpad

ROWS = st.lists(
    st.tuples(
        st.integers(0, 4),
        st.lists(st.sampled_from("abcd"), min_size=1, max_size=3, unique=True),
        st.booleans(),
    ),
    max_size=12,
)


def one_by_one(rows: list[tuple[int, list[str], bool]]) -> dict[str, int]:
    """How many incidents carry each value in a row that is kept."""
    pairs = {(incident, value) for incident, values, keep in rows if keep for value in values}
    return {value: sum(one == value for _, one in pairs) for value in {value for _, value in pairs}}


@pytest.mark.parametrize("kind", ["str", "category"])
@given(rows=ROWS)
def test_incidents_by_value(kind, rows):
    padded = pd.Series([f";{';'.join(values)};" for _, values, _ in rows], dtype="str").astype(kind)
    incident = pd.Series([incident for incident, _, _ in rows], dtype="int64")
    counted = membership(padded, incident)
    assert counted.incidents(np.array([keep for _, _, keep in rows], dtype=bool)) == one_by_one(rows)
    row, value = counted.pairs()
    pairs = list(zip(incident[row], value, strict=True))
    assert len(pairs) == len(set(pairs))
    assert set(pairs) == {(one, value) for one, values, _ in rows for value in values}
    assert all(value in values for value, values in zip(value, unpad(padded)[row], strict=True))
