"""What a word means and who somebody is: from the package alone, with numbers as known by the day."""

import re
from datetime import date

import pytest

from dashboard import explained
from dashboard.dataset import Dataset
from dashboard.derive import index
from dashboard.errors import InvalidSelection
from dashboard.selection import Selection
from tests.three_articles import articles


def test_terms_are_those_of_the_package(tiny: Dataset):
    assert [row["term"] for row in explained.glossary(tiny)] == ["counter-strike", "interception", "récif"]
    assert explained.glossary(tiny)[0] == {
        "term": "counter-strike",
        "definition": "A strike that its author says answers another.",
        "plain": "Hitting back.",
    }


def test_the_profile_of_an_outlet(tiny: Dataset):
    found = explained.profile(tiny, "outlets", "harbour-wire")
    assert found.name == "Harbour Wire"
    facts = dict(found.facts)
    assert list(facts) == ["Kind", "Country", "Affiliation", "In the data", "Median lag"]
    assert (facts["Kind"], facts["Country"]) == ("news agency", "QX")
    assert facts["Affiliation"] == "owned by its member newspapers"
    assert dict(found.links)["All about this outlet"] == "/sources/harbour-wire"


def test_what_an_outlet_s_row_leaves_open_is_said_or_left_out(tiny: Dataset):
    facts = dict(explained.profile(tiny, "outlets", "voice-of-terns").facts)
    assert (facts["Country"], facts["Note"]) == ("not stated", "gives no address")
    assert "Note" not in dict(explained.profile(tiny, "outlets", "kelp-courier").facts)


def test_the_profile_of_an_actor(tiny: Dataset):
    found = explained.profile(tiny, "actors", "guard-spokeswoman")
    facts = dict(found.facts)
    assert found.name == "Ida Ørn, Guard spokeswoman"
    assert (facts["Kind"], facts["Member of"], facts["Also written"]) == (
        "named official",
        "Lighthouse Guard",
        "Ørn, Oern",
    )
    assert {address for _, address in found.links} == {"/?actor=guard-spokeswoman", "/?said_by=guard-spokeswoman"}


@pytest.mark.parametrize("data", [pytest.param("tiny", id="tiny"), pytest.param("articles", id="articles")])
@pytest.mark.parametrize("share", [0.3, 1])
def test_every_number_in_a_link_is_that_of_the_page_it_leads_to(
    request: pytest.FixtureRequest, data: str, share: float
):
    dataset = articles() if data == "articles" else request.getfixturevalue(data)
    days = [date.fromordinal(day).isoformat() for day in index(dataset).days]
    query = f"known_by={days[int(share * (len(days) - 1))]}"
    checked = 0
    for table in explained.PROFILES:
        for key in dataset.by_id[table]:
            for words, address in explained.profile(dataset, table, key, query).links:
                if address.startswith("/?"):
                    rows = Selection.from_query(address.partition("?")[2]).apply(dataset)
                    shown = rows.reports if "report" in words else rows.incidents
                    assert int(re.search(r"\d+", words)[0]) == len(shown), (key, words)
                    assert query in address
                    checked += 1
    assert checked > 10


def test_numbers_are_as_known_by_the_day(tiny: Dataset):
    late = dict(explained.profile(tiny, "actors", "terns").facts)["In the data"]
    early = explained.profile(tiny, "actors", "terns", "known_by=2019-03-02")
    assert early.links == ()
    assert (
        dict(early.facts)["In the data, as known by 2 March 2019"]
        == "Asserts 0 reports of 0 incidents. Named in 0 reports of 0 incidents."
    )
    assert not late.startswith("Asserts 0")
    outlet = explained.profile(tiny, "outlets", "tide-watch", "known_by=2019-03-02")
    assert dict(outlet.facts)["In the data, as known by 2 March 2019"] == "No report of any incident."
    assert [words for words, _ in outlet.links] == ["All about this outlet"]
    assert outlet.links[0][1] == "/sources/tide-watch?known_by=2019-03-02"


def test_nobody_has_no_profile(tiny: Dataset):
    assert explained.profile(tiny, "outlets", "mars") is None
    assert explained.profile(tiny, "places", "pier-nine") is None


def test_a_profile_is_asked_for_by_a_day_and_nothing_else(tiny: Dataset):
    with pytest.raises(InvalidSelection, match="kind is asked of a profile"):
        explained.profile(tiny, "actors", "terns", "kind=attack")
    with pytest.raises(InvalidSelection, match="is not a day"):
        explained.profile(tiny, "actors", "terns", "known_by=soon")
