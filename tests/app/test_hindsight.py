"""An incident of which nothing was known by the day: its address answers, and no part of the answer names it."""

import html
import json

import pytest
from flask.testing import FlaskClient

from dashboard.components import accounts
from dashboard.dataset import Dataset
from dashboard.pages import EMBEDS, find
from dashboard.pages import incident as page
from dashboard.selection import Selection
from tests.components.tree import of, words

INCIDENT, COUNT = "20190322-ford-blast", "attacks-total"
EARLY, KNOWN = "known_by=2019-03-04", "known_by=2019-04-02"
NEUTRAL = "An incident of which nothing was known by 4 March 2019"
PAGE = f"/incidents/{INCIDENT}"
PATHS = [
    PAGE,
    f"{PAGE}/worksheet",
    f"{PAGE}/exit-ticket",
    f"/api/v1/citations/incidents/{INCIDENT}.json",
    *(one.PATH.replace("<incident>", INCIDENT) for one in EMBEDS if "<incident>" in one.PATH),
]


def title(data: Dataset) -> str:
    return data.by_id["incidents"][INCIDENT]["title"]


@pytest.mark.parametrize("path", PATHS)
def test_its_title_stands_nowhere_before_anything_was_known(reader: FlaskClient, tiny: Dataset, path: str):
    early, late = (html.unescape(reader.get(f"{path}?{day}").text) for day in (EARLY, KNOWN))
    assert title(tiny) in late
    assert NEUTRAL in early and NEUTRAL not in late
    for told in (title(tiny), "Karst", "22 Mar", "2019-03-22"):
        assert told not in early, told


@pytest.mark.parametrize("path", [path for path in PATHS if not path.startswith("/api")])
def test_the_page_that_scripts_draw_names_it_neither(tiny: Dataset, path: str):
    def drawn(query: str) -> str:
        found, selection = find(path, query)
        return words(found.layout(tiny, selection))

    assert title(tiny) not in drawn(EARLY) and NEUTRAL in drawn(EARLY)
    assert title(tiny) in drawn(KNOWN)


def test_the_drawer_does_not_name_it_and_leads_to_everything_known(tiny: Dataset):
    def drawer(query: str) -> list:
        selection = Selection.from_query(f"incident={INCIDENT}&{query}")
        return accounts.body(selection, selection.filtering.apply(tiny))

    early = drawer(EARLY)
    assert words(of(early, "H2")) == NEUTRAL
    assert title(tiny) not in json.dumps(early, default=lambda part: part.to_plotly_json())
    assert {"Everything known of it": PAGE}.items() <= {words(a): a.href for a in of(early, "A")}.items()
    assert words(of(drawer(KNOWN), "H2")) == title(tiny)


def test_the_heading_of_its_page_can_be_drawn_anew(tiny: Dataset):
    [heading] = of(page.layout(tiny, Selection(incident=INCIDENT)), "H1")
    assert heading.id == page.HEADING


@pytest.mark.parametrize(("table", "key"), [("reports", None), ("tallies", COUNT)])
def test_a_citation_of_what_was_not_known_does_not_tell_it(
    reader: FlaskClient, tiny: Dataset, table: str, key: str | None
):
    rows = tiny.by_id[table]
    key = key or next(name for name, row in rows.items() if row["incident_id"] == INCIDENT)
    summary = rows[key]["summary"].removesuffix(".")
    early, late = (reader.get(f"/api/v1/citations/{table}/{key}.json?{day}").json for day in (EARLY, KNOWN))
    assert any(summary in one["text"] for one in late["citations"])
    assert not any(summary in one["text"] for one in early["citations"])
    assert all("not known by 4 March 2019" in one["text"] for one in early["citations"])
