"""The first HTML: every page as words and rows, before and without scripts."""

import re
import time
from html.parser import HTMLParser

import pytest
from dash import dcc, html
from flask.testing import FlaskClient

from dashboard.app import create_app
from dashboard.components.buttons import button
from dashboard.dataset import Dataset
from dashboard.pages import MENU, PAGES, find
from dashboard.selection import Selection
from dashboard.still.markup import Plain
from tests.made_up import package

VOID = {"meta", "link", "br", "hr", "img", "input", "wbr"}


class Outline(HTMLParser):
    """What stands in the element "first-page": headings, links, the ids, and whether every element is closed."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.headings: list[int] = []
        self.links: list[str] = []
        self.wrong: list[str] = []
        self.feed(first_page(text))

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        if tag not in VOID:
            self.open.append(tag)
        if re.fullmatch("h[1-6]", tag):
            self.headings.append(int(tag[1]))
        if tag == "a":
            self.links.append(given["href"])
        self.wrong += [f"{tag} {name}" for name in given if name.startswith("on") or name == "style"]
        self.wrong += [f"{tag} without a type" for _ in [1] if tag == "button" and given.get("type") != "submit"]

    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            self.wrong.append(f"/{tag}")


def first_page(text: str) -> str:
    return text[text.index('<div id="first-page">') : text.index('<div id="react-entry-point">')]


def said(text: str) -> str:
    """The words of the first page, without marks."""
    return " ".join(re.sub(r"<[^>]+>", " ", first_page(text)).split())


ADDRESSES = [*(path for path, _ in MENU), "/incidents/20190310-skerries-mortars", "/sources/harbour-wire",
             "/activities", *(f"{thing}/{sheet}" for thing in ("", "/incidents/20190310-skerries-mortars", "/stories/the-islet")
                              for sheet in ("worksheet", "exit-ticket")), "/stories/the-islet", "/stories/the-islet?step=2", "/stories/the-islet/notes",
             "/nowhere", "/?color=red", "/?kind=seizure&q=nothing"]  # fmt: skip


@pytest.mark.parametrize("address", ADDRESSES)
def test_every_page_is_whole_html_with_one_first_heading_and_links_that_lead_somewhere(reader: FlaskClient, address):
    outline = Outline(reader.get(address).text)
    assert (outline.wrong, outline.open) == ([], [])
    assert outline.headings[0] == 1
    assert outline.headings.count(1) == 1
    steps = zip(outline.headings, outline.headings[1:], strict=False)
    assert all(after - before <= 1 for before, after in steps)
    own = {link for link in outline.links if link.startswith("/")}
    assert {path for path, _ in MENU} <= own
    assert {link: reader.get(link).status_code for link in own if reader.get(link).status_code != 200} == {}
    assert all(link.startswith(("/", "#", "https://")) for link in outline.links)


@pytest.mark.parametrize(
    ("address", "words"),
    [
        (
            "/",
            ["18 reports of 8 incidents, 1–31 March 2019.", "Drone at Pier Nine", "says: Harbour Wire", "acknowledged"],
        ),
        ("/counts", ["Declared counts", "Counts that somebody declared"]),
        ("/escalation", ["First reported", "Weapons: ", "Rockets on Îlot Zélande"]),
        ("/sources", ["Harbour Wire", "Kelp Courier", "Radio Zélande", "Tide Watch"]),
        ("/sources/radio-zelande", ["Radio Zélande", "Mortiers sur les Récifs", "13 Mar 2019"]),
        ("/method", ["What the words mean", "Glossary", "Privacy"]),
    ],
)
def test_a_page_shows_its_rows_without_scripts(reader: FlaskClient, address, words):
    text = said(reader.get(address).text)
    assert [word for word in words if word not in text] == []


def test_the_counts_are_those_of_the_page(reader: FlaskClient, tiny: Dataset):
    text = said(reader.get("/counts").text)
    for row in tiny["tallies"].to_dict("records"):
        assert row["summary"] in text


def test_an_incident_shows_who_said_what_when_in_which_words_and_where_accounts_differ(
    reader: FlaskClient, tiny: Dataset
):
    text = first_page(reader.get("/incidents/20190310-skerries-mortars").text)
    for report in (tiny.by_id["reports"]["r08"], tiny.by_id["reports"]["r09"]):
        source = tiny.by_id["sources"][report["source_id"]]
        assert report["summary"] in text
        assert re.search(rf'<a [^>]*href="{re.escape(source["url"])}"[^>]*>[^“]*“{re.escape(source["title"])}”', text)
        assert f'lang="{source["language"]}"' in text
    assert "accounts cannot both hold" in text
    quoted = next(row for row in tiny["reports"].to_dict("records") if row["quote"])
    assert quoted["quote"] in first_page(reader.get(f"/incidents/{quoted['incident_id']}").text)


def test_the_known_by_day_holds_and_goes_with_every_link(reader: FlaskClient):
    text = first_page(reader.get("/?known_by=2019-03-05").text)
    assert re.findall(r'href="(/incidents/[^"]+)"', text) == ["/incidents/20190304-islet-rockets?known_by=2019-03-05"]
    early = said(reader.get("/incidents/20190310-skerries-mortars?known_by=2019-03-05").text)
    assert "Nothing about this was known by 5 March 2019." in early
    assert "three rounds" not in early


@pytest.fixture(scope="module")
def paged() -> Dataset:
    return package(*({"of": f"20231108-asad-{number}", "date": "2023-11-08"} for number in range(120)))


def test_the_pages_of_the_list_hold_every_incident_once(paged: Dataset):
    client, found, address = create_app(paged).server.test_client(), [], "/"
    while address:
        text = first_page(client.get(address).text)
        found += re.findall(r'href="/incidents/([^"?]+)', text)
        following = re.search(r'<a href="([^"]+)">Next page</a>', text)
        address = following[1] if following else ""
    assert found == list(Selection().apply(paged).incidents["incident_id"])
    assert len(found) == 120
    assert "101 to 120 of 120 incidents: page 3 of 3." in said(client.get("/?page=99").text)


def test_a_page_without_rules_of_its_own_sends_its_layout(tiny: Dataset):
    page, selection = find("/counts", "")
    text = Plain().write(page.layout(tiny, selection))
    assert "<h1>Declared counts</h1>" in text
    assert "<button" not in text


def test_what_the_data_says_is_escaped():
    evil = package({}, incidents={"20231108-asad-attack": {"title": "</title><script>alert(1)</script>"}})
    client = create_app(evil).server.test_client()
    for address in ("/", "/incidents/20231108-asad-attack"):
        assert "<script>alert(1)" not in client.get(address).text


# --- parts as HTML ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("part", "text"),
    [
        (html.P(["a < b", html.Br(), None, 3]), "<p>a &lt; b<br>3</p>"),
        (html.P("x", id="i", className="c", lang="fr", n_clicks=1, **{"data-x": "1"}), '<p class="c" lang="fr">x</p>'),
        (html.Div("x", role="status", **{"aria-live": "polite", "aria-label": '"'}), '<div aria-label="&quot;">x</div>'),
        (html.Details(html.Summary("s"), open=True), "<details open><summary>s</summary></details>"),
        (html.Details("s", open=False), "<details>s</details>"),
        (html.Td("x", **{"data-label": "When"}), '<td data-label="When">x</td>'),
        (dcc.Link("x", href="/a?b=1&c=2"), '<a href="/a?b=1&amp;c=2">x</a>'),
        (dcc.Graph(figure={}), ""),
        (dcc.Store(id="s", data="x"), ""),
        (button("Copy", copy="x"), ""),
        (button("Drone", look="link", incident="i1"), '<a href="/incidents/i1?known_by=2019-03-05">Drone</a>'),
        (button("60", look="link", tally="t1"), '<a href="/counts?known_by=2019-03-05&amp;tally=t1">60</a>'),
        (button("60", look="link", tally="t1", measure="deaths"),
         '<a href="/counts?known_by=2019-03-05&amp;measure=deaths&amp;tally=t1">60</a>'),
        (button("Name ▲", look="link", sort="-name"), "Name ▲"),
        (html.A("Drone", href="/?incident=i1", className="incident", **{"data-incident": "i1"}),
         '<span class="incident"><a href="/incidents/i1?known_by=2019-03-05">Drone</a></span>'),
        (dcc.Markdown("*a* <b>[x](javascript:alert(1))"), '<div class="prose"><p><em>a</em> &lt;b&gt;[x](javascript:alert(1))</p>\n</div>'),
    ],
)  # fmt: skip
def test_a_part_as_html(part, text):
    assert Plain("?known_by=2019-03-05").write(part) == text


# --- cost ------------------------------------------------------------------------------------------------


def test_the_first_html_costs_less_than_drawing_the_page_and_does_not_grow_with_the_data():
    """Measured with 100,000 incidents: 0.09 s against 2.4 s for the layout of the timeline."""
    many = package(*({"of": f"20231108-asad-{number}", "date": "2023-11-08"} for number in range(3_000)))
    client, (page, selection) = create_app(many).server.test_client(), find("/", "")

    def least(act) -> float:
        taken = []
        for _ in range(4):
            start = time.perf_counter()
            act()
            taken.append(time.perf_counter() - start)
        return min(taken)

    assert least(lambda: client.get("/")) < least(lambda: page.layout(many, selection))
    assert len(first_page(client.get("/").text)) < 40_000
    assert len(client.get("/nowhere").data) < 60_000


def test_every_page_is_among_those_tried():
    tried = {find(address.partition("?")[0], "")[0] for address in ADDRESSES if find(address.partition("?")[0], "")}
    assert tried == set(PAGES)


# --- nothing found ---------------------------------------------------------------------------------------


def test_near_words_and_parts_to_drop_are_links_before_scripts(reader: FlaskClient):
    text = reader.get("/?q=lighthuose&kind=attack").text
    words, links = said(text), dict(re.findall(r'<a href="(/[^"]*)">([^<]*)</a>', first_page(text)))
    assert "“lighthuose” stands nowhere in the data. Did you mean:" in words
    assert links["/?kind=attack&amp;q=Lighthouse"] == "Lighthouse (3 incidents)"
    assert "of 3 incidents" in said(reader.get("/?kind=attack&q=Lighthouse").text)
    assert links["/?kind=attack"].startswith("Drop q (") and links["/"] == "Reset all filters"


@pytest.mark.parametrize("address", ["/", "/?q=lighthuose&kind=attack&kind=seizure&page=2", "/?of=tallies&q=%22"])
def test_words_can_be_searched_for_before_scripts(reader: FlaskClient, address):
    page = first_page(reader.get(address).text)
    forms = re.findall(r'<form action="/" class="search" method="get">', page)
    fields = re.findall(r'<input type="(\w+)" name="(\w+)"(?: value="([^"]*)")?', page)
    asked = dict.fromkeys((name, value) for kind, name, value in fields if kind == "hidden")
    assert len(forms) == 1 and [name for kind, name, _ in fields if kind == "search"] == ["q"]
    kinds = [("kind", "attack"), ("kind", "seizure")] if "kind" in address else []
    assert sorted(asked) == kinds + ([("of", "tallies")] if "of=" in address else [])
