"""Search over the shipped package: names in any spelling, near words where nothing matches, names while typing."""

import time
from urllib.parse import quote

import pytest

from dashboard import dataset, schema
from dashboard.dataset import Dataset
from dashboard.derive import index, text
from dashboard.derive.names import meant
from dashboard.derive.names import names as names_of
from dashboard.derive.words import lookup
from dashboard.selection import Selected, Selection, search, suggestions
from tests.made_up import package


@pytest.fixture(scope="module")
def shipped() -> Dataset:
    """The default package: its places and actors carry the aliases."""
    return dataset.load(schema.DEFAULT)


def asked(data: Dataset, q: str, more: str = "") -> Selected:
    return Selection.from_query(f"q={quote(q)}{more}").apply(data)


def found(data: Dataset, q: str) -> list[str]:
    return asked(data, q).incidents["incident_id"].tolist()


@pytest.mark.parametrize(
    ("table", "key", "spellings"),
    [
        (
            "places",
            "ain-al-asad-air-base",
            "Ain al-Asad|Ayn al-Asad|ain asad|AYN ASSAD|Ein el-Assad|ʿAyn al-Asad|alasad",
        ),
        ("places", "rmelan-base", "Rmelan base|rumaylan base|Rumeilan base|Rmeilan base"),
        ("places", "conoco-gas-field", "Conoco|Koniko|Conico|qoniko"),
        ("places", "al-tanf-base", "al-Tanf|Tenf|at-Tanf|El Tanf|tanf"),
        ("places", "al-shaddadi", "al-Shaddadi|Shadadi|ash-Shaddadi|shaddadeh"),
        ("places", "al-hasakah-province", "Hasakah|Hasaka|Hassakeh|al-Ḥasakah"),
        ("places", "deir-ez-zor-province", "Deir ez-Zor|Deir Ezzor|Dayr az-Zawr|deir al zor"),
        (
            "actors",
            "kataib-hezbollah",
            "Kata'ib Hezbollah|Kataib Hezbollah|Kataeb Hizbullah|Kata’ib Hizballah|kataib hizbollah",
        ),
        ("actors", "houthi-forces", "Houthi|Huthi|Ansarallah"),
        ("places", "iraq", "Iraq|Irak|iraq"),
    ],
)
def test_a_place_or_an_actor_is_found_by_each_of_its_spellings(shipped, table, key, spellings):
    assert key in shipped.by_id[table]
    name = "place" if table == "places" else "actor"
    filtered = set(Selection.from_query(f"{name}={key}").apply(shipped).reports["report_id"])
    told = {spelling: set(asked(shipped, spelling).reports["report_id"]) for spelling in spellings.split("|")}
    assert filtered
    for spelling, reports in told.items():
        missed = filtered - reports
        if name == "actor":  # the filter also takes an actor's members, whose reports need not name it
            bodies = shipped.by_id["reports"]
            missed = {
                one for one in missed if key in (bodies[one][c] for c in ("asserted_by", "attributed_to", "against"))
            }
        assert not missed, spelling


@pytest.mark.parametrize(("one", "other"), [("Iran", "Iraq"), ("Erbil", "Babil"), ("Haifa", "Hilla"), ("Ali", "Alaa")])
def test_what_is_not_the_same_name_is_not_found_by_it(shipped, one, other):
    looked = search.searched(index(shipped))
    for name in (one, other):
        assert looked.reports.knows(search.terms(name)[0])
    vocabulary = looked.reports.vocabulary
    variants = {vocabulary[number] for number in looked.reports._variants(one.lower(), True)}
    assert one.lower() in variants and other.lower() not in variants


@pytest.mark.parametrize(
    "spellings",
    [
        "Hezbollah|Hizballah|Hezballah|Hizbullah",
        "Deir ez-Zor|Dayr az-Zawr|Deir Ezzour|Deirezzor|deiralzor",
        "Kharab al-Jir|Harab Jir|Charab al-Jeer|kharabaljir",
        "Ansar Allah|Ansarallah|Ansarullah",
        "al-Bukamal|Abu Kamal|Albu Kamal|abukamal",
        "Tall Baydar|Tel Beidar|talbaydar",
        "al-Shaddadi|alshaddadi|ash-Shaddadi|ashshaddadi",
        "Khor Mor|Khormor",
    ],
)
def test_every_spelling_of_a_name_finds_the_same_rows(shipped, spellings):
    told = {
        (tuple(asked(shipped, one).reports["report_id"]), tuple(asked(shipped, one).tallies["tally_id"]))
        for one in spellings.split("|")
    }
    assert len(told) == 1 and next(iter(told))[0]


def test_what_names_teach_of_spelling_adds_nothing_to_words_that_are_in_none(shipped):
    """Only names are read otherwise: each word that no name has finds the rows that hold it or begin with it."""
    looked = search.searched(index(shipped))
    said = looked.reports
    plain = [word for word in said.vocabulary if word.isalpha() and not looked.names.stands(word)]
    plain = [word for word in plain if text.spelled(word) not in looked.names.together and len(word) > 2]
    alone = names_of([])
    texts = (looked.texts(row) for row in shipped.by_id["reports"].values())
    bare = lookup(texts, alone)
    more = [
        word
        for word in plain[::7]
        if int(said.holding(search.terms(word)).sum()) != int(bare.holding(search.terms(word)).sum())
        and not meant(word, False, looked.names)
    ]
    assert len(plain[::7]) >= 150 and more == []


def test_a_phrase_finds_less_than_its_words(shipped):
    words, phrase = set(found(shipped, "green village")), set(found(shipped, '"green village"'))
    assert phrase and phrase <= words
    assert found(shipped, '"village green"') == []


def test_declared_counts_are_searched_by_the_same_rule(shipped):
    assert len(asked(shipped, "pentagon").tallies) == len(asked(shipped, "PENTAGON").tallies) > 0
    assert (
        asked(shipped, "Hassakeh").tallies["tally_id"].tolist()
        == asked(shipped, "Hasakah").tallies["tally_id"].tolist()
    )


@pytest.mark.parametrize("q", ["%", '"', "?!", "“”", "- -", "'"])
def test_a_question_without_letter_or_digit_finds_nothing(shipped, q):
    held = asked(shipped, q)
    assert held.incidents.empty and held.reports.empty and held.tallies.empty and search.near(held) == []
    assert len(asked(shipped, " ").reports) == len(asked(shipped, "").reports) > 0


# --- did you mean ----------------------------------------------------------------------------------------


def near(data: Dataset, q: str, more: str = "") -> list[tuple[str, str, str]]:
    return [(one.word, one.instead, one.question) for one in search.near(asked(data, q, more))]


def test_a_word_that_stands_nowhere_is_offered_the_nearest(shipped):
    assert ("tnaf", "Tanf", "Tanf drone") in near(shipped, "tnaf drone")
    assert near(shipped, "Rumeilan") == near(shipped, "drone") == near(shipped, "") == []  # a spelling needs no offer


def test_spellings_of_one_name_are_one_offer(shipped):
    offers = [instead for _, instead, _ in near(shipped, "Hisbollah")]
    assert offers[0] == "Hezbollah" and "Hizballah" not in offers
    assert [instead for _, instead, _ in near(shipped, "Baghdat")] == ["Baghdad"]


def test_the_number_beside_an_offer_is_what_it_gives(shipped):
    for more in ("", "&kind=attack", "&known_by=2023-11-20", "&corroboration=claimed"):
        offers = search.near(asked(shipped, 'shadaddy "ain assd"', more)) + search.near(asked(shipped, "tnaf", more))
        for one in offers:
            assert one.incidents == len(asked(shipped, one.question, more).incidents) > 0


def test_nothing_like_a_word_offers_nothing(shipped):
    assert near(shipped, "xqzzvw") == near(shipped, "q") == []


def test_a_phrase_keeps_its_quotes(shipped):
    assert '"green Village" drone' in [question for _, _, question in near(shipped, '"green vilgae" drone')]


# --- names while typing ----------------------------------------------------------------------------------


def names(data: Dataset, typed: str) -> dict[str, list[str]]:
    return {kind: [one.key for one in found] for kind, found in suggestions.suggestions(index(data), typed).items()}


def test_names_are_offered_by_kind_in_any_spelling(shipped):
    offered = names(shipped, "ayn assad")
    assert offered["place"] == ["ain-al-asad-air-base"]
    assert all("asad" in key for key in offered["incident"])
    assert names(shipped, "rudaw")["outlet"]
    assert names(shipped, "corroborat")["term"] == ["corroborated"]
    assert names(shipped, "kataeb")["actor"][0] == "kataib-hezbollah"


def test_a_name_that_is_what_was_typed_comes_before_more_frequent_ones(shipped):
    assert names(shipped, "Syria")["place"][0] == "syria"
    assert names(shipped, "hezbollah brigades")["actor"][0] == "kataib-hezbollah"


@pytest.mark.parametrize(("kind", "name"), [("place", "place"), ("actor", "actor"), ("outlet", "outlet")])
def test_the_number_of_reports_is_what_the_filter_gives(shipped, kind, name):
    offered = suggestions.suggestions(index(shipped), "al")[kind]
    assert len(offered) == suggestions.MOST
    for one in offered:
        assert one.reports == len(Selection.from_query(f"{name}={one.key}").apply(shipped).reports)


@pytest.mark.parametrize("day", ["2023-10-20", "2023-10-25", "2023-12-01"])
def test_names_and_numbers_are_those_of_the_reports_known_by_the_day(shipped, day):
    by = Selection.from_query(f"known_by={day}").apply(shipped)
    for typed in ("al", "tower", "us", "drone"):
        offered = suggestions.suggestions(index(shipped), typed, by.day)
        assert {one.key for one in offered.get("incident", ())} <= {*by.incidents["incident_id"]}
        for kind in {"place", "actor", "outlet"} & {*offered}:
            for one in offered[kind]:
                known = Selection.from_query(f"{kind}={one.key}&known_by={day}").apply(shipped)
                assert one.reports == len(known.reports) > 0, one


def test_a_place_that_nobody_had_named_yet_is_not_offered(shipped):
    early = Selection.from_query("known_by=2023-10-25").apply(shipped).day
    assert names(shipped, "tower 22")["place"]
    assert not {"place", "actor", "outlet", "incident"} & {*suggestions.suggestions(index(shipped), "tower 22", early)}


def test_one_letter_offers_nothing(shipped):
    assert names(shipped, "a") == names(shipped, " ") == names(shipped, "?!") == {}


# --- speed -----------------------------------------------------------------------------------------------


def test_a_search_costs_less_than_the_selection_that_reads_it():
    weapons = ("rocket", "missile", "mortar")
    told = [
        {"of": f"20231108-asad-{n % 700}", "date": "2023-11-08", "place": ("asad", "tanf", "erbil")[n % 3],
         "summary": f"Number {n}: a {weapons[n % 3]} fell near post {n % 91}, sources said."}
        for n in range(2100)
    ]  # fmt: skip
    data = package(*told)
    search.searched(index(data)).reports.holding(search.terms("warm"))

    def spent(act) -> float:
        begun = time.perf_counter()
        act()
        return time.perf_counter() - begun

    whole = min(spent(lambda: Selected(Selection(), data).incidents) for _ in range(3))
    words = search.searched(index(data)).reports
    for q in ("fell", "ayn assad", '"fell near post"', "n", "number 77"):
        asked = search.terms(q)
        assert min(spent(lambda asked=asked: words.holding(asked)) for _ in range(3)) < whole, q
