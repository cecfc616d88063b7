"""Live classes without scripts: a code that leads to its class, a page that says what is shown, or why nothing is."""

import re

import pytest
from flask.testing import FlaskClient

from tests.app.test_first import Outline, said

ROOT = "/api/v1/classes"


@pytest.fixture
def opened(reader: FlaskClient) -> dict:
    return reader.post(ROOT, json={"view": "/counts?kind=attack"}).json


@pytest.mark.parametrize(
    ("typed", "leads"),
    [("CDF 234", "/class/cdf234"), ("cdf-234", "/class/cdf234"), ("  ", "/class"), ("", "/class"),
     ("//example.org/x", "/class/exampleorgx"), ("\u00e9&x=1", "/class/%C3%A9x1"), ("x" * 99, "/class/" + "x" * 40)],
)  # fmt: skip
def test_a_typed_code_leads_to_its_class(reader: FlaskClient, typed: str, leads: str):
    answer = reader.get("/class", query_string={"code": typed})
    assert (answer.status_code, answer.headers["Location"]) == (303, leads)


def test_the_page_of_a_class_leads_to_what_is_shown_without_scripts(reader: FlaskClient, opened: dict):
    text = reader.get(opened["address"]).text
    assert '<a href="/counts?kind=attack">What the class is shown now</a>' in text
    assert "Going along with the class needs scripts." in text
    reader.put(f"{ROOT}/{opened['code']}", json={"view": "/"}, headers={"Class-Key": opened["key"]})
    assert '<a href="/">What the class is shown now</a>' in reader.get(opened["address"]).text


def test_an_unknown_and_an_ended_class_say_so_and_offer_the_public_page_and_another_code(reader: FlaskClient, opened):
    shown = f"{opened['code'][:3]} {opened['code'][3:]}".upper()
    reader.delete(f"{ROOT}/{opened['code']}", headers={"Class-Key": opened["key"]})
    for path, status, words in (
        (opened["address"], 410, f"The class {shown} has ended"),
        ("/class/cdf234", 404, "No class has the code CDF 234"),
        ("/class/hello", 404, "No class has the code “HELLO”"),
        ("/class/%3Cb%3E", 404, "No class has the code “B”"),
    ):
        answer = reader.get(path)
        text = answer.text
        assert answer.status_code == status
        assert words in said(text)
        assert '<a href="/">Read the timeline by yourself</a>' in text
        assert '<form action="/class" class="class-form" method="get">' in text
        assert Outline(text).wrong == []


@pytest.mark.parametrize("path", ["/class", "/class/cdf234", "running"])
def test_no_page_of_a_class_is_found_or_passed_on(reader: FlaskClient, opened: dict, path: str):
    text = reader.get(opened["address"] if path == "running" else path).text
    assert '<meta name="robots" content="noindex">' in text
    assert "og:" not in text
    assert not re.search("/class(/|<)", reader.get("/sitemap.xml").text)
    assert "/class" not in [link for link in Outline(reader.get("/").text).links]


def test_a_query_on_the_page_of_a_class_is_refused_like_any_other(reader: FlaskClient):
    answer = reader.get("/class/cdf234?color=red")
    assert answer.status_code == 400
    assert re.search("Unknown filter .*color", answer.text)
