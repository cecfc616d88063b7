"""The drawer: what it says when accounts agree, differ, exclude each other, are silent, or are not there yet."""

from dashboard.components import accounts
from dashboard.dataset import Dataset
from dashboard.selection import Selection, hidden
from tests.components.tree import of, table, words


def body(data: Dataset, query: str) -> list:
    selection = Selection.from_query(query)
    return accounts.body(selection, selection.filtering.apply(data))


def test_without_an_incident_there_is_nothing_in_the_drawer(tiny: Dataset):
    assert body(tiny, "kind=attack") == []
    selection = Selection()
    assert accounts.drawer(selection, selection.apply(tiny)).opened is False


def test_fields_stand_side_by_side_and_say_in_words_where_they_disagree(tiny: Dataset):
    assert table(body(tiny, "incident=20190310-skerries-mortars")) == [
        ["Field", "Harbour Wire, in a document of 11 Mar 2019", "Radio Zélande, in a document of 13 Mar 2019"],
        ["What", "attack", "attack"],
        ["When accounts cannot both hold", "10 March 2019", "11 March 2019"],
        ["Where", "North Skerries", "North Skerries"],
        ["Who acted", "Tern Company", "Tern Company"],
        ["Against whom", "Lighthouse Guard", "Lighthouse Guard"],
        ["Weapon accounts differ", "mortar", "mortar, rocket"],
        ["Number", "at least 3 attacks", "not stated"],
        ["Injured accounts differ", "at least 3", "5"],
    ]


def test_silence_is_neither_zero_nor_left_blank(tiny: Dataset):
    rows = {row[0].split(" accounts")[0]: row[1:] for row in table(body(tiny, "incident=20190304-islet-rockets"))}
    assert "none (stated)" in rows["Killed"]
    assert "not stated" in rows["Killed"]
    assert [cell for row in rows.values() for cell in row if not cell] == []


def test_what_nobody_states_is_listed(tiny: Dataset):
    assert "Not stated by anybody: target, killed, outcome." in words(body(tiny, "incident=20190310-skerries-mortars"))


def test_only_what_was_known_by_the_day_is_told(tiny: Dataset):
    known = body(tiny, "known_by=2019-03-08&incident=20190306-pier-drone")
    assert "Tide Watch" not in words(known)
    unknown = words(body(tiny, "known_by=2019-03-04&incident=20190306-pier-drone"))
    assert "Nothing about this was known by 4 March 2019." in unknown


def test_each_document_stands_with_its_outlet_its_day_its_link_and_its_relays(tiny: Dataset):
    drawn = body(tiny, "incident=20190304-islet-rockets")
    said = words(drawn)
    assert "Carried by 3 outlets." in said
    assert "Relays Harbour Wire." in said
    assert "Harbour Wire: news agency; QX; owned by its member newspapers; read whole; language en." in said
    links = {
        words(of(link, "Span", className="harm")): (link.href, link.rel)
        for link in of(drawn, "A")
        if link.href.startswith("http")
    }
    assert links["“Guard confirms rockets”"][1] == "noopener noreferrer"
    assert links["“On the islet”"][0] == "https://terns.example/islet"


def test_the_words_of_an_outlet_stand_in_quotation_marks_in_their_language(tiny: Dataset):
    (quote,) = of(body(tiny, "incident=20190304-islet-rockets"), "Q")
    assert (quote.children, quote.lang) == ("six for the six taken boats", "fr")


def test_the_steps_lead_along_the_selection_and_end_with_it(tiny: Dataset):
    first = body(tiny, "kind=attack&incident=20190304-islet-rockets")
    previous, following = of(first, "Button")[:2]
    assert (previous.disabled, getattr(following, "data-incident")) == (True, "20190306-pier-drone")
    assert "1 of 4" in words(first)
    outside = body(tiny, "kind=seizure&incident=20190304-islet-rockets")
    assert [step.disabled for step in of(outside, "Button")[:2]] == [True, True]
    assert "not in this selection" in words(outside)


def test_relations_are_somebody_s_words(tiny: Dataset):
    told = words(body(tiny, "incident=20190315-karst-strike"))
    assert "Ida Ørn, Guard spokeswoman says: this was in response to Rockets on Îlot Zélande" in told
    assert "The editor says: this may be the same as" in words(body(tiny, "incident=20190322-ford-blast"))


def test_the_incident_and_each_of_its_reports_can_be_cited(tiny: Dataset):
    drawn = body(tiny, "known_by=2019-03-12&incident=20190306-pier-drone")
    cited = [getattr(part, "data-cite") for part in of(drawn, "Button") if hasattr(part, "data-cite")]
    reports = [f"reports/{row['report_id']}" for row in tiny.by_id["reports"].values()]
    assert cited[-1] == "incidents/20190306-pier-drone"
    assert len(cited) > 2 and set(cited[:-1]) < set(reports)


def test_a_correction_names_the_incident_and_the_data(tiny: Dataset):
    drawn = body(tiny, "incident=20190306-pier-drone")
    assert f"Correction for 20190306-pier-drone (data 0.0.1, {tiny.digest})" in words(drawn)


def test_the_drawer_s_own_ids_are_not_those_that_its_library_makes(tiny: Dataset):
    """Mantine names the parts of a drawer after it: drawer-body, drawer-title."""
    assert not accounts.DRAWER_BODY.startswith(f"{accounts.DRAWER}-")


def test_what_a_document_says_carries_its_language_and_the_direction_of_its_letters(tiny: Dataset):
    drawn = body(tiny, "incident=20190306-pier-drone")
    own = [*of(drawn, "Q"), *(link for link in of(drawn, "A") if str(link.href).startswith("http"))]
    spoken = {row["language"] for row in tiny.by_id["sources"].values()}
    assert own and all((part.lang in spoken, part.dir) == (True, "auto") for part in own)


def test_a_hidden_standing_is_said_once(tiny: Dataset):
    asked = Selection(incident="20190310-skerries-mortars")
    veiled = asked.apply(hidden(tiny, ("corroboration",)))
    for told in (words(accounts.summary(asked, veiled)[0]), accounts.summary_words(asked, veiled)):
        assert told.lower().count("standing") == 1
        assert ". Standing hidden until you answer." in told.replace(" .", ".")
    assert ". Standing: " in accounts.summary_words(asked, asked.apply(tiny))


def test_the_rows_that_a_step_is_about_stand_first(tiny: Dataset):
    selection = Selection.from_query("incident=20190310-skerries-mortars")
    usual, asked = (
        [row[0].split(" accounts")[0] for row in table(accounts.told(selection, selection.apply(tiny), first))]
        for first in ((), ("injured", "killed", "actor"))
    )
    assert asked[:4] == ["Field", "Injured", "Who acted", "What"]
    assert sorted(asked) == sorted(usual)
