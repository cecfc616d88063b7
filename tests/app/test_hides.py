"""Every page answers for every view that hides, and no exercise tells what a view hides."""

import itertools
import re

import pytest
from flask.testing import FlaskClient

from dashboard.dataset import Dataset
from dashboard.pages import EMBEDS, PAGES, find
from dashboard.selection import HIDES
from dashboard.stories import shelf
from tests.components.tree import words

HIDDEN = [names for number in (1, 2, 3) for names in itertools.combinations(HIDES, number)]
PLACES = {page.PATH: page for page in (*PAGES, *EMBEDS)}
PATHS = sorted(PLACES)
WHOLE = ("/stories", "/classroom", "/method")


def address(path: str, dataset: Dataset) -> str:
    named = {
        "incident": list(dataset.by_id["incidents"])[-1],
        "outlet": next(iter(dataset.by_id["outlets"])),
        "story": next(iter(shelf(dataset).stories)),
    }
    return re.sub(r"<(\w+)>", lambda found: named[found[1]], path)


@pytest.mark.parametrize("path", PATHS)
def test_a_view_that_hides_is_a_page(reader: FlaskClient, tiny: Dataset, path: str):
    for hide, gentle in (*((hide, "") for hide in HIDDEN), (HIDES, "&gentle=yes")):
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


COUNTING = re.compile(r"\b(?:\d[\d,]*|no) (?:reports?|origins?|outlets?)\b(?! of a known day)")


@pytest.mark.parametrize("path", [path for path in PATHS if not path.startswith(WHOLE)])
@pytest.mark.parametrize("query", ["", "&of=reports", "&known_by=2019-03-12"])
def test_no_page_counts_who_tells_while_accounts_are_hidden(reader: FlaskClient, tiny: Dataset, path: str, query: str):
    where = address(path, tiny)
    text = reader.get(f"{where}?hide=accounts{query}").get_data(as_text=True)
    assert COUNTING.findall(re.sub(r"<(script|style).*?</\1>", "", text, flags=re.DOTALL)) == []
    assert COUNTING.findall(words(PLACES[path].layout(tiny, find(where, f"hide=accounts{query}")[1]))) == []


@pytest.mark.parametrize("path", ["/stories", "/stories/<story>", "/stories/<story>/notes", "/classroom", "/method"])
@pytest.mark.parametrize("hide", HIDES)
def test_pages_of_no_selection_say_what_they_say_without_it(reader: FlaskClient, tiny: Dataset, path: str, hide: str):
    where = address(path, tiny)
    hidden, plain = (reader.get(f"{where}{query}").get_data(as_text=True) for query in (f"?hide={hide}", ""))
    body = re.compile(r"<main.*</main>", re.DOTALL)
    assert body.search(hidden)[0] == body.search(plain)[0]
    assert 'name="description"' in hidden
    described = re.compile(r'<meta name="description"[^>]*>')
    assert described.search(hidden)[0] == described.search(plain)[0]
