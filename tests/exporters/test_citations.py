"""Citations: the rules of each style, nothing more precise than the source, and files that other programs can read."""

import json
from dataclasses import replace
from datetime import date

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard import dataset, edtf
from dashboard.exporters import citations
from dashboard.exporters.citations import STYLES, Incident, Report, Source, Tally, View, cite
from dashboard.exporters.works import Work, works
from dashboard.selection import Selection

AT, TODAY = "https://timeline.example/?kind=attack", date(2026, 11, 22)
RECORD = "The Zélande islands, as reported, March 2019"


def select(data, query=""):
    return Selection.from_query(query).apply(data)


def work(published="2019-03-10", **more) -> Work:
    """A document by nobody named, with what matters to the rule under test."""
    value = edtf.parse(published) if published else None
    plain = Work("key", "", "A title", "Kelp Courier", value, "https://courier.example/", date(2019, 5, 1))
    return replace(plain, **more)


def text(one: Work, style: str) -> str:
    return citations.listed([one], style).removesuffix("\n")


VIEWS = [
    ("apa", "The As Reported contributors. (2019, May 1). Incidents said to be of kind attack, as known by 18 March 2019. "
     "In The Zélande islands, as reported, March 2019 (Version 0.0.1; data {digest}) [Data set]. As Reported. "
     "Retrieved November 22, 2026, from {at}"),
    ("mla", "The As Reported contributors. “Incidents said to be of kind attack, as known by 18 March 2019.” "
     "The Zélande islands, as reported, March 2019, version 0.0.1, data {digest}, As Reported, 1 May 2019, {at}. "
     "Accessed 22 Nov. 2026."),
    ("chicago", "The As Reported contributors. “Incidents said to be of kind attack, as known by 18 March 2019.” "
     "In The Zélande islands, as reported, March 2019, version 0.0.1, data {digest}. As Reported, May 1, 2019. "
     "Accessed November 22, 2026. {at}."),
]  # fmt: skip


@pytest.mark.parametrize(("style", "expected"), VIEWS)
def test_a_view_is_cited_with_data_and_days_and_address(tiny, style, expected):
    told = cite(View(select(tiny, "kind=attack&known_by=2019-03-18")), style, AT, TODAY)
    assert told == expected.format(digest=tiny.digest, at=AT)


REPORTS = [
    ("apa", "Harbour Wire. (2019, March 10). Guard confirms rockets. Kelp Courier. https://courier.example/islet "
     "As recorded in: The As Reported contributors. (2019, May 1). Report r03, p1 of courier-0310: Relays "),
    ("mla", "Harbour Wire. “Guard confirms rockets.” Kelp Courier, 10 Mar. 2019, https://courier.example/islet. "
     "As recorded in: The As Reported contributors. “Report r03, p1 of courier-0310: Relays "),
    ("chicago", "Harbour Wire. “Guard confirms rockets.” Kelp Courier, March 10, 2019. https://courier.example/islet. "
     "As recorded in: The As Reported contributors. “Report r03, p1 of courier-0310: Relays "),
]  # fmt: skip


@pytest.mark.parametrize(("style", "expected"), REPORTS)
def test_a_report_is_cited_as_its_document_and_then_as_the_record_of_it(tiny, style, expected):
    assert cite(Report(select(tiny), "r03"), style, AT, TODAY).startswith(expected)


DAYS = [
    # published, APA, MLA, Chicago, BibTeX's date, CSL's date
    ("2019-03-10", "(2019, March 10)", "10 Mar. 2019", "March 10, 2019", "2019-03-10", {"date-parts": [[2019, 3, 10]]}),
    ("2019-09", "(2019, September)", "Sept. 2019", "September 2019", "2019-09", {"date-parts": [[2019, 9]]}),
    ("2019", "(2019)", "2019", "2019", "2019", {"date-parts": [[2019]]}),
    ("2019-05-XX", "(2019, May)", "May 2019", "May 2019", "2019-05", {"date-parts": [[2019, 5]]}),
    ("2019-XX", "(2019)", "2019", "2019", "2019", {"date-parts": [[2019]]}),
    ("2019-03-10~", "(ca. 2019, March 10)", "ca. 10 Mar. 2019", "Ca. March 10, 2019", "2019-03-10~",
     {"date-parts": [[2019, 3, 10]], "circa": True}),
    ("2019-03?", "(2019, March?)", "Mar. 2019?", "March 2019?", "2019-03?",
     {"date-parts": [[2019, 3]], "circa": True}),
    ("2019-03-10/2019-04-02", "(2019, March 10–2019, April 2)", "10 Mar. 2019–2 Apr. 2019",
     "March 10, 2019–April 2, 2019", "2019-03-10/2019-04-02", {"date-parts": [[2019, 3, 10], [2019, 4, 2]]}),
    ("[2019-03-10..2019-03-12]", "(one day between 10 and 12 March 2019)", "one day between 10 and 12 March 2019",
     "One day between 10 and 12 March 2019", None, {"literal": "one day between 10 and 12 March 2019"}),
    ("", "(n.d.)", None, "N.d.", None, None),
]  # fmt: skip


@pytest.mark.parametrize(("published", "apa", "mla", "chicago", "bibtex", "csl"), DAYS)
def test_a_date_is_as_precise_as_its_source(published, apa, mla, chicago, bibtex, csl):
    one = work(published)
    read = "" if published else "Accessed May 1, 2019. "
    retrieved = "" if published else "Retrieved May 1, 2019, from "
    assert text(one, "apa") == f"A title. {apa}. Kelp Courier. {retrieved}https://courier.example/"
    assert text(one, "mla") == "“A title.” Kelp Courier, " + (
        f"{mla}, https://courier.example/." if mla else "https://courier.example/. Accessed 1 May 2019."
    )
    said = chicago if chicago[-1] in ".?" else f"{chicago}."
    assert text(one, "chicago") == f"Kelp Courier. “A title.” {said} {read}https://courier.example/."
    dates = [line.strip() for line in text(one, "bibtex").splitlines() if line.startswith("  date")]
    assert dates == ([f"date = {{{bibtex}}},"] if bibtex else [])
    assert json.loads(text(one, "csl"))[0].get("issued") == csl


BIBTEX_YEARS = [
    ("2019-03-10", ["year = {2019},", "month = mar,"]),
    ("2019", ["year = {2019},"]),
    ("2019-03~", ["year = {ca. 2019},", "month = mar,"]),
    ("2019-12-30/2020-01-02", ["year = {2019--2020},"]),
    ("2019-03-30/2019-04-02", ["year = {2019},"]),
    ("", ["year = {n.d.},"]),
]


@pytest.mark.parametrize(("published", "lines"), BIBTEX_YEARS)
def test_bibtex_without_biblatex_reads_a_year_and_perhaps_a_month(published, lines):
    found = [line.strip() for line in text(work(published), "bibtex").splitlines()]
    assert [line for line in found if line.startswith(("year", "month"))] == lines


STOPS = [
    ("Who did it?", "“Who did it?” "),
    ("Two killed.", "“Two killed.” "),
    ('The "islet" was hit', "“The ‘islet’ was hit.” "),
    ("They said “no”", "“They said ‘no’.” "),
    ("Rockets (again)", "“Rockets (again).” "),
]


@pytest.mark.parametrize(("title", "expected"), STOPS)
def test_a_title_in_quotation_marks_has_one_stop_and_single_marks_inside(title, expected):
    assert text(work(title=title), "mla").startswith(expected)


def test_an_address_that_nobody_stated_is_not_made_up():
    one = work(address="", published="")
    assert text(one, "apa") == "A title. (n.d.). Kelp Courier."
    assert text(one, "mla") == "“A title.” Kelp Courier. Accessed 1 May 2019."
    assert ("url " in text(one, "bibtex"), "URL" in json.loads(text(one, "csl"))[0]) == (False, False)


def test_a_package_without_people_or_a_version_is_cited_by_its_hash(package_copy):
    package_copy.described(lambda raw: [raw.pop(name) for name in ("contributors", "version", "created")])
    data = dataset.load(package_copy.folder)
    assert cite(View(select(data)), "apa", AT, TODAY) == (
        f"All incidents. In {RECORD} (data {data.digest}) [Data set]. (n.d.). As Reported. "
        f"Retrieved November 22, 2026, from {AT}"
    )


def test_a_placeholder_stands_where_a_page_fills_in_the_address(tiny):
    thing = Tally(select(tiny), "attacks-total")
    for style in STYLES:
        assert cite(thing, style, "{address}", TODAY).count("{address}") == 1
    assert "  url = {{address}},\n" in cite(thing, "bibtex", "{address}", TODAY)


def test_what_is_not_in_the_data_is_not_cited(tiny):
    with pytest.raises(KeyError):
        cite(Incident(select(tiny), "20190304-nowhere"), "apa", AT, TODAY)


def test_a_list_names_each_work_once_in_alphabetical_order(tiny):
    selected = select(tiny)
    named = [one for key in ("r03", "r02", "r03") for one in works(Report(selected, key), AT, TODAY)]
    lines = citations.listed(named, "apa").splitlines()
    assert [line.split(". ")[0] for line in lines] == [
        "The As Reported contributors", "The As Reported contributors", "Guard confirms rockets", "Harbour Wire",
    ]  # fmt: skip


# --- files that other programs read ----------------------------------------------------------------------

PLAIN = st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1)


@given(title=PLAIN, address=PLAIN)
def test_no_text_ends_a_field_of_bibtex_early(title, address):
    entry = text(work(title=title, address=address), "bibtex")
    body, depth = entry.strip(), 0
    for at, mark in enumerate(body):
        depth += {"{": 1, "}": -1}.get(mark, 0)  # as BibTeX counts them: a backslash changes nothing
        assert depth > 0 or at < body.index("{") or at == len(body) - 1
    assert depth == 0


ESCAPES = [
    ("50% & more_#1 $5", r"50\% \& more\_\#1 \$5"),
    (r"a\b {c} ~d ^e", r"a\textbackslash{}b \textbraceleft{}c\textbraceright{} \textasciitilde{}d \textasciicircum{}e"),
    ("Îlot\nZélande", "Îlot Zélande"),
]


@pytest.mark.parametrize(("title", "escaped"), ESCAPES)
def test_what_latex_would_run_is_spelt_out(title, escaped):
    assert f"  title = {{{{{escaped}}}}},\n" in text(work(title=title), "bibtex")


_DATE = {
    "type": "object",
    "properties": {
        "date-parts": {
            "type": "array", "minItems": 1, "maxItems": 2,
            "items": {"type": "array", "minItems": 1, "maxItems": 3, "items": {"type": ["string", "number"]}},
        },
        "circa": {"type": ["string", "number", "boolean"]},
        "literal": {"type": "string"},
    },
    "additionalProperties": False,
}  # fmt: skip
_TEXT = {"type": "string"}
CSL = {
    "type": "array",
    "items": {
        "type": "object",
        "properties": {
            "type": {"enum": ["dataset", "webpage"]},
            "id": _TEXT, "language": _TEXT, "container-title": _TEXT, "publisher": _TEXT, "title": _TEXT,
            "URL": _TEXT, "version": _TEXT, "accessed": _DATE, "issued": _DATE,
            "author": {
                "type": "array",
                "items": {"type": "object", "properties": {"literal": _TEXT}, "additionalProperties": False},
            },
        },
        "required": ["type", "id"],
        "additionalProperties": False,
    },
}  # fmt: skip
"""What csl-data.json 1.0.2 of the Citation Style Language allows of the names that are used here."""


def test_csl_json_keeps_to_its_published_schema(tiny):
    selected = select(tiny, "known_by=2019-03-30")
    things = [
        View(selected),
        *(Incident(selected, key) for key in tiny.by_id["incidents"]),
        *(Report(selected, key) for key in tiny.by_id["reports"]),
        *(Tally(selected, key) for key in tiny.by_id["tallies"]),
        *(Source(selected, key) for key in tiny.by_id["sources"]),
    ]
    for thing in things:
        jsonschema.validate(json.loads(cite(thing, "csl", AT, TODAY)), CSL)
    for published, *_ in DAYS:
        jsonschema.validate(json.loads(text(work(published), "csl")), CSL)
