"""Links to documents: a title in its own language, and in brackets what it says in English."""

import pytest

from dashboard.components import links
from dashboard.dataset import Dataset
from tests.components.tree import of, words


def drawn(tiny: Dataset, **cells: str):
    return links.document(tiny, {**next(iter(tiny.by_id["sources"].values())), **cells})


@pytest.mark.parametrize(
    ("title", "language", "english"),
    [
        ("Attaque [An attack]", "fr", ["[An attack]"]),
        ("[Title not recorded]", "ar", ["[Title not recorded]"]),
        ("Attaque", "fr", []),
        ("An attack [video]", "en-GB", []),
        ("An attack [video]", "", []),
        ("A [first] attack", "fr", []),
    ],
)
def test_what_a_title_says_in_english_is_marked_as_english(tiny: Dataset, title: str, language: str, english: list):
    link = drawn(tiny, title=title, language=language, url="https://example.org/")
    assert [words(part) for part in of(link, "Span", lang="en")] == english
    assert words(link) == title and getattr(link, "lang", "") == language


def test_a_document_without_an_address_is_no_link(tiny: Dataset):
    assert drawn(tiny, url="")._type == "Span"
    assert drawn(tiny, url="https://example.org/").href == "https://example.org/"
