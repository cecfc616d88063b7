"""The order of references in the three styles."""

from datetime import date

import pytest

from dashboard import dataset, edtf, schema
from dashboard.derive import fold
from dashboard.exporters import EXPORTS, Visit
from dashboard.exporters.order import place
from dashboard.exporters.works import Work
from dashboard.selection import Selection


def work(title="", author="", published="2019-03-10", container="Kelp Courier", language="en") -> Work:
    value = edtf.parse(published) if published else None
    return Work(title, author, title, container, value, "https://courier.example/", None, language=language)


def titles(style: str, *works: Work) -> list[str]:
    return [one.title for one in sorted(works, key=lambda one: place(one, style))]


ORDERS = [
    ("signs do not count", ["Drones", "‘Eight’ hit", '"Fire" at sea', "(Gulls)", "[Harbour]", "Islet"]),
    ("nor accents, nor capitals", ["eagle", "Éclair", "Edge"]),
    ("an article does not count", ["A boat", "The cutter", "“An Eel”", "Ferry"]),
    ("but where it is all, or part of a name", ["A", "An-Nahar reports", "Antler", "The"]),
]


@pytest.mark.parametrize("style", ["apa", "mla"])
@pytest.mark.parametrize(("rule", "order"), ORDERS)
def test_titles_stand_where_their_first_letter_says(style, rule, order):
    assert titles(style, *map(work, reversed(order))) == order, rule


def test_authors_and_titles_stand_in_one_order():
    mixed = [work("Zebra", "The Anchor Office"), work('"Buoy" lost'), work("A tale", "Cutter Club")]
    for style in ("apa", "mla"):
        assert titles(style, *reversed(mixed)) == ["Zebra", '"Buoy" lost', "A tale"]


def test_letter_by_letter_and_word_by_word():
    words = [work("New Deal", "a"), work("Newborn", "a"), work("New", "a")]
    assert titles("mla", *words) == ["New", "Newborn", "New Deal"]
    assert titles("chicago", *words) == ["New", "New Deal", "Newborn"]


def test_what_one_author_wrote_stands_by_date_in_apa_and_by_title_in_the_others():
    works = [work("Alpha", "x", "2020-12"), work("Beta", "x", "2020-02-03"), work("Gamma", "x", "")]
    assert titles("apa", *works) == ["Gamma", "Beta", "Alpha"]
    assert titles("mla", *works) == titles("chicago", *works) == ["Alpha", "Beta", "Gamma"]


def test_an_outlet_stands_in_the_place_of_an_author_in_chicago():
    works = [work("Alpha", container="The Wire"), work("Beta", container="Courier")]
    assert titles("chicago", *works) == ["Beta", "Alpha"] and titles("mla", *works) == ["Alpha", "Beta"]


def test_a_title_in_another_language_keeps_its_first_word():
    assert titles("mla", work("A los barcos", language="es"), work("Bote"), work("A Crew")) == [
        "A los barcos",
        "Bote",
        "A Crew",
    ]


@pytest.mark.parametrize("style", ["apa", "mla"])
def test_the_sources_of_the_shipped_package_stand_in_order(style):
    selected = Selection().apply(dataset.load(schema.DEFAULT))
    text = EXPORTS["sources"][f".{style}.txt"].write(selected, "sources", Visit(date(2026, 11, 22), "")).decode()
    lines = text.partition("\n\n")[0].splitlines()
    quoted = [number for number, line in enumerate(lines) if not line[0].isalnum()]
    assert len(lines) > 300 and quoted and quoted[-1] - quoted[0] > len(lines) / 2
    first = [fold(line)[0] for line in lines if not fold(line).startswith(("a ", "an ", "the "))]
    assert first == sorted(first)
