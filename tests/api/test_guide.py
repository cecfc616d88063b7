"""The description of the API as a page: plain, accessible, nothing of a third party."""

from html.parser import HTMLParser

import pytest

from dashboard import api, dataset


class Page(HTMLParser):
    """The elements of a page with their attributes, and its words."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))

    def handle_data(self, data):
        self.words.append(data)

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.elements if name == tag]


@pytest.fixture(scope="module")
def page(server):
    return Page(server.test_client().get("/api/docs").text)


def test_the_page_has_a_language_a_title_one_heading_and_a_main_part(page):
    assert page.all("html") == [{"lang": "en"}]
    assert [len(page.all(tag)) for tag in ("title", "h1", "main", "header")] == [1, 1, 1, 1]
    assert page.all("a")[0] == {"class": "skip", "href": "#page"}


def test_the_page_runs_only_how_the_reader_reads_and_styles_nothing_itself(page):
    assert [page.all(tag) for tag in ("script", "style")] == [[{"src": "/assets/a-comfort.js"}], []]
    assert [name for name, attributes in page.elements if any(a.startswith(("on", "style")) for a in attributes)] == []


def test_the_page_asks_nobody_else_for_anything(page):
    links = [attributes["href"].removeprefix("http://localhost") for attributes in page.all("a") + page.all("link")]
    assert [link for link in links if not link.startswith(("/", "#"))] == []
    assert {attributes["href"] for attributes in page.all("link")} >= {"/assets/fonts.css", "/assets/site.css"}


def test_every_table_has_a_caption_and_headings(page):
    tables = page.all("table")
    assert len(page.all("caption")) == len(tables) > 10
    assert all(attributes.get("scope") in ("col", "row") for attributes in page.all("th"))


def test_the_page_names_every_address_and_every_column(page):
    assert {"/api/v1/incidents.json", "/api/v1/package.zip", "known_by", "killed_qualifier"} <= set(page.words)


def test_the_example_is_of_a_day_that_the_data_knows(page, server):
    example = next(attributes["href"] for attributes in page.all("a") if "?" in attributes["href"])
    assert example == "/api/v1/incidents.json?known_by=2019-03-12"
    assert server.test_client().get(example).json["counts"]["certain"] > 0


def test_words_of_the_data_cannot_become_markup(package_copy):
    package_copy.described(lambda raw: raw.update(title="<script>alert(1)</script>"))
    html = api.server(dataset.load(package_copy.folder)).test_client().get("/api/docs").text
    assert "<script>" not in html
    assert "&lt;script&gt;" in html


def test_the_head_says_what_the_page_is_and_where_it_stands(page):
    assert {"rel": "canonical", "href": "http://localhost/api/docs"} in page.all("link")
    (said,) = (one["content"] for one in page.all("meta") if one.get("name") == "description")
    assert said in page.words
