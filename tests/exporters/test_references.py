"""References of many rows, and the addresses they name: the pages that show those things."""

import json
from datetime import date
from urllib.parse import urlsplit

import pytest

from dashboard import pages
from dashboard.exporters import EXPORTS, Visit
from dashboard.exporters.citations import Incident, Report, Source, Tally, View
from dashboard.exporters.references import address
from dashboard.selection import Selection

VISIT = Visit(date(2026, 11, 22), "https://timeline.example")


def select(data, query=""):
    return Selection.from_query(query).apply(data)


def written(data, export, ending, query="", visit=VISIT):
    return EXPORTS[export][ending].write(select(data, query), export, visit).decode()


THINGS = [
    # thing, the page's path, what its address asks beside the data
    (View, (), "/", "known_by=2019-03-18&kind=attack"),
    (Incident, ("20190304-islet-rockets",), "/incidents/20190304-islet-rockets", "known_by=2019-03-18"),
    (Report, ("r03",), "/incidents/20190304-islet-rockets", "known_by=2019-03-18"),
    (Tally, ("attacks-total",), "/counts", "known_by=2019-03-18&kind=attack&measure=attacks&tally=attacks-total"),
]


@pytest.mark.parametrize(("kind", "key", "path", "query"), THINGS)
def test_an_address_leads_to_the_page_that_shows_the_thing(tiny, kind, key, path, query):
    found = urlsplit(address(kind(select(tiny, "kind=attack&known_by=2019-03-18&page=2"), *key), VISIT.site))
    assert (found.netloc, found.path, found.query) == ("timeline.example", path, f"{query}&data={tiny.digest}")
    page, selection = pages.find(found.path, found.query)
    assert page.PATH.split("/")[1] == path.split("/")[1]
    assert (selection.known_by, selection.data) == (date(2019, 3, 18), tiny.digest)
    assert selection.checked(tiny) == selection


def test_a_document_is_at_its_own_address_and_a_file_made_without_a_site_names_none(tiny):
    assert address(Source(select(tiny), "wire-0309"), VISIT.site) == ""
    items = json.loads(written(tiny, "reports", ".csl.json", visit=Visit(VISIT.day)))
    assert {item["type"] for item in items if "URL" in item} == {"webpage"}


COUNTS = [
    # table, query, works: the view, the rows, and the documents of reports and counts once each
    ("incidents", "kind=attack", 1 + 4),
    ("reports", "place=ilot-zelande", 1 + 4 + 4),
    ("tallies", "", 1 + 5 + 3),
    ("sources", "kind=seizure&said_by=tide-watch", 1 + 1),
]


@pytest.mark.parametrize(("table", "query", "works"), COUNTS)
@pytest.mark.parametrize("ending", [".apa.txt", ".bib", ".csl.json"])
def test_a_file_names_the_view_and_each_work_once(tiny, table, query, works, ending):
    text = written(tiny, table, ending, query)
    found = {
        ".apa.txt": lambda: len(text.partition("\n\n")[0].splitlines()),
        ".bib": lambda: text.count("\n@misc{") + text.startswith("@misc{"),
        ".csl.json": lambda: len({item["id"] for item in json.loads(text)}),
    }[ending]()
    assert found == works


def test_the_view_carries_what_the_file_holds_and_leaves_out(tiny):
    view = json.loads(written(tiny, "reports", ".csl.json", "kind=seizure"))[0]
    assert view["note"] == (
        "1 report of 1 incident said to be of kind seizure, 1–31 March 2019. Left out of 18 reports: 17 by other filters. "
        "Licence: CC-BY-4.0."
    )
    assert view["version"] == f"0.0.1, data {tiny.digest}"


def test_the_view_can_be_had_alone(tiny):
    text = written(tiny, "view", ".apa.txt", "kind=seizure")
    assert text == (
        "The As Reported contributors. (2019, May 1). Incidents said to be of kind seizure. In The Zélande islands, as reported, "
        f"March 2019 (Version 0.0.1; data {tiny.digest}) [Data set]. As Reported. Retrieved November 22, 2026, from "
        f"https://timeline.example/?kind=seizure&data={tiny.digest}\n\n"
        "1 report of 1 incident said to be of kind seizure, 1–31 March 2019. Left out of 18 reports: 17 by other filters. "
        "Licence: CC-BY-4.0.\n"
    )
