"""Views for pages of others: what the figure shows on its page, with the words that say what it is, and no more."""

import re

import pytest

from dashboard import dataset, schema
from dashboard.dataset import Dataset
from dashboard.pages import EMBEDS, MENU, find, missing
from dashboard.selection import Selection, hidden
from tests.components.tree import ids, of, parts, words

INCIDENT = "20190310-skerries-mortars"
QUERY = "kind=attack&known_by=2019-03-12"


def path(one) -> str:
    return one.PATH.replace("<incident>", INCIDENT)


@pytest.fixture(params=EMBEDS, ids=lambda one: one.name)
def embedded(request):
    return request.param


def drawn(tiny: Dataset, embedded, query: str = QUERY):
    page, selection = find(path(embedded), query)
    assert page is embedded
    return page.layout(tiny, selection)


def test_an_embed_says_its_title_its_day_its_data_and_where_the_whole_is(tiny: Dataset, embedded):
    page = drawn(tiny, embedded)
    said = words(page)
    (title,) = of(page, "H1")
    assert embedded.TITLE in words(title)
    assert "As known by 12 March 2019." in said
    assert tiny.digest in said and tiny.schema.title in said
    (link,) = of(page, "A", className="embed-open")
    assert (link.target, link.rel) == ("_blank", "noopener")
    whole, _, rest = link.href.partition("?")
    found, selection = find(whole, rest.partition("#")[0])
    assert embedded.full == found.PATH
    assert selection.known_by.isoformat() == "2019-03-12"
    assert selection.kind == (() if embedded.full == "/incidents/<incident>" else ("attack",))


def test_nothing_of_the_site_surrounds_it(tiny: Dataset, embedded):
    page = drawn(tiny, embedded)
    assert [name for name in ids(page) if '"ctl"' in name] == []
    assert [part for part in parts(page) if getattr(part, "className", "") in ("buttons taken", "panel filters")] == []
    assert of(page, "Header") == of(page, "Drawer") == []
    assert len(set(ids(page))) == len(ids(page))


def test_a_figure_is_the_one_of_its_page(tiny: Dataset, embedded):
    whole, selection = find(embedded.full.replace("<incident>", INCIDENT), QUERY)
    there = {graph.id: graph.figure for graph in of(whole.layout(tiny, selection), "Graph")}
    here = {graph.id: graph.figure for graph in of(drawn(tiny, embedded), "Graph")}
    assert here or embedded.name in ("rows", "whereabouts")
    assert here.items() <= there.items()


def test_the_way_to_the_whole_keeps_the_version_of_a_frozen_embed(tiny: Dataset):
    page = drawn(tiny, EMBEDS[0], f"{QUERY}&data={tiny.digest}")
    (link,) = of(page, "A", className="embed-open")
    assert f"data={tiny.digest}" in link.href


@pytest.mark.parametrize("name", ["tempo", "means", "places", "map", "harm"])
def test_an_embed_leans_on_no_figure_that_is_not_there(tiny: Dataset, name: str):
    """What on the whole page is said by the figure above: what the directions are, what a mark is."""
    page, selection = find(f"/embed/{name}", "")
    said = words(page.layout(tiny, selection))
    assert "as above" not in said
    assert "upwards" in said.lower() and "attacks" in said


def test_rows_that_match_nothing_say_so(tiny: Dataset):
    assert "No report in the data passes" in words(drawn(tiny, EMBEDS[0], "q=zzzz"))


def test_an_unknown_name_is_no_page_and_the_known_ones_are_named(tiny: Dataset):
    assert find("/embed/nothing", "") is None
    assert find("/embed/clocks", "") is None
    said = words(missing.layout(tiny, "/embed/nothing", MENU))
    known = re.findall(r"/embed/(\w+)", said)
    assert {one.name for one in EMBEDS} <= set(known)
    assert "What can be embedded" not in words(missing.layout(tiny, "/nothing", MENU))


def test_no_embed_is_in_the_menu():
    assert [address for address, _ in MENU if address.startswith("/embed")] == []


def test_hidden_accounts_are_not_said_to_name_one_place():
    data = dataset.load(schema.DEFAULT)
    (whereabouts,) = [one for one in EMBEDS if one.name == "whereabouts"]
    asked = Selection.from_query("incident=20240128-tower22-drone&known_by=2024-01-29")
    one_place = "The accounts known by this day name one place, or none."
    veiled = hidden(data, ("accounts",))
    told = " ".join(words(part) for part in whereabouts.draw(asked, asked.apply(veiled)))
    assert one_place not in told and "not drawn until you answer" in told
    alone = Selection.from_query("incident=20231018-harir-drone&known_by=2023-10-18")
    told = " ".join(words(part) for part in whereabouts.draw(alone, alone.apply(data)))
    assert told == one_place
