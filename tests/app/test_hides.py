"""Every page answers for every view that hides, and no exercise tells what a view hides."""

import itertools
import re

import pytest
from flask.testing import FlaskClient

from dashboard.dataset import Dataset
from dashboard.pages import EMBEDS, PAGES
from dashboard.selection import HIDES
from dashboard.stories import shelf

HIDDEN = [names for number in (1, 2, 3) for names in itertools.combinations(HIDES, number)]
PATHS = sorted({page.PATH for page in PAGES} | {page.PATH for page in EMBEDS})


def address(path: str, dataset: Dataset) -> str:
    named = {
        "incident": list(dataset.by_id["incidents"])[-1],
        "outlet": next(iter(dataset.by_id["outlets"])),
        "story": next(iter(shelf(dataset).stories)),
    }
    return re.sub(r"<(\w+)>", lambda found: named[found[1]], path)


@pytest.mark.parametrize("path", PATHS)
def test_a_view_that_hides_is_a_page(reader: FlaskClient, tiny: Dataset, path: str):
    for hide, gentle in itertools.product(HIDDEN, ("", "&gentle=yes")):
        where = f"{address(path, tiny)}?{'&'.join(f'hide={one}' for one in hide)}{gentle}"
        assert reader.get(where).status_code == 200, where


@pytest.mark.parametrize("path", ["/activities", "/worksheet", "/exit-ticket"])
@pytest.mark.parametrize("hide", ["accounts", "corroboration"])
def test_no_exercise_is_made_of_a_view_that_hides_who_tells_of_it(visitor: FlaskClient, path: str, hide: str):
    told = visitor.get(f"{path}?hide={hide}&from=2023-11-02").get_data(as_text=True)
    assert "would tell what this view hides" in told
    assert "Key:" not in told
    assert 'href="' + path + '?from=2023-11-02"' in told
    plain = visitor.get(f"{path}?from=2023-11-02").get_data(as_text=True)
    assert "would tell what this view hides" not in plain
