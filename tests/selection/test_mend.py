"""A query that cannot be read keeps its good parts."""

import pytest

from dashboard.dataset import Dataset
from dashboard.selection.mend import MOST_TRIED, mended


@pytest.mark.parametrize(
    ("query", "address", "dropped"),
    [
        ("kind=attack&color=red", "/?kind=attack", ("color=red",)),
        ("color=red", "/", ("color=red",)),
        ("kind=attack&kind=bogus&known_by=2019-03-12", "/?known_by=2019-03-12&kind=attack", ("kind=bogus",)),
        ("kind=attack&kind=bogus&color=red", "/?kind=attack", ("kind=bogus", "color=red")),
        ("known_by=soon&from=2019-03-02", "/?from=2019-03-02", ("known_by=soon",)),
        ("from=2019-03-09&to=2019-03-02&kind=attack", "/?from=2019-03-09&kind=attack", ("to=2019-03-02",)),
        ("page=2&page=3&q=drone", "/?q=drone", ("page=2", "page=3")),
        ("incident=nobody&rows=table", "/?rows=table", ("incident=nobody",)),
        ("kind=attack", "/?kind=attack", ()),
        ("&".join(f"a{number}=1" for number in range(600)), "/", ("every part",)),
    ],
)
def test_the_good_parts_stay(tiny: Dataset, query: str, address: str, dropped: tuple[str, ...]):
    found = mended(tiny, "/", query)
    assert (found.address, found.dropped) == (address, dropped)


def test_of_too_many_wrong_values_none_is_tried_for_ever(tiny: Dataset):
    query = "&".join(f"kind=k{number}" for number in range(MOST_TRIED + 30)) + "&kind=attack&q=drone"
    assert mended(tiny, "/counts", query).address == "/counts?q=drone"
