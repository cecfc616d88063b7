"""Views for pages of others as they are sent: framable anywhere, readable without scripts, listed nowhere."""

import pytest
from flask.testing import FlaskClient

from dashboard.app.site import drawn
from dashboard.dataset import Dataset
from dashboard.pages import EMBEDS
from tests.components.tree import words

INCIDENT = "20190306-pier-drone"
PATHS = [one.PATH.replace("<incident>", INCIDENT) for one in EMBEDS]
every_embed = pytest.mark.parametrize("path", PATHS)


@every_embed
def test_any_page_may_frame_it_and_it_sets_no_cookie(reader: FlaskClient, path: str):
    answer = reader.get(path)
    assert answer.status_code == 200
    assert "frame-ancestors" not in answer.headers["Content-Security-Policy"]
    assert "X-Frame-Options" not in answer.headers
    assert "Set-Cookie" not in answer.headers
    whole = reader.get("/escalation").headers
    assert "frame-ancestors 'none'" in whole["Content-Security-Policy"]
    assert whole["X-Frame-Options"] == "DENY"


@every_embed
def test_without_scripts_it_is_its_words_and_nothing_of_the_site(reader: FlaskClient, path: str):
    text = reader.get(f"{path}?known_by=2019-03-12").text
    first = text[text.index('<div id="first-page">') : text.index('<div id="react-entry-point">')]
    assert first.count("<h1") == 1
    assert "As known by 12 March 2019." in first and "Open in As Reported" in first
    assert "<header" not in first and "site-footer" not in first and "<nav" not in first and 'class="skip"' not in first
    assert '<base target="_blank">' in text and "data-embedded>" in text


@every_embed
def test_search_engines_are_sent_to_the_whole_page(reader: FlaskClient, path: str):
    text = reader.get(f"{path}?known_by=2019-03-12").text
    assert '<meta name="robots" content="noindex">' in text
    (canonical,) = [line for line in text.splitlines() if 'rel="canonical"' in line]
    assert "/embed/" not in canonical and "known_by=2019-03-12" in canonical
    address = canonical.split('href="')[1].split('"')[0].removeprefix("http://localhost")
    assert reader.get(address).status_code == 200
    assert "og:title" not in text and "application/ld+json" not in text
    assert path not in reader.get("/sitemap.xml").text


def test_pages_of_the_site_are_as_they_were(reader: FlaskClient):
    text = reader.get("/").text
    assert "data-embedded" not in text and "<base" not in text
    assert 'class="site-header"' in text and 'content="noindex"' not in text


@pytest.mark.parametrize("path", ["/embed/nothing", "/embed", "/embed/clocks", "/embed/clocks/nobody"])
def test_an_unknown_one_is_not_found_and_the_known_ones_are_named(reader: FlaskClient, path: str):
    answer = reader.get(path)
    assert answer.status_code == 404
    assert ("/embed/timeline" in answer.text) is path.startswith("/embed/")


def test_a_query_that_cannot_be_read_is_refused_in_words_within_the_frame(reader: FlaskClient):
    answer = reader.get("/embed/tempo?color=red")
    assert answer.status_code == 400
    assert "Unknown filter" in answer.text
    assert "frame-ancestors" not in answer.headers["Content-Security-Policy"]


def test_a_frozen_one_says_when_the_data_have_changed(reader: FlaskClient, tiny: Dataset):
    assert "This link was made with data 0123456789ab" in reader.get("/embed/tempo?data=0123456789ab").text
    assert "This link was made with" not in reader.get(f"/embed/tempo?data={tiny.digest}").text


@pytest.mark.parametrize(
    ("address", "status"),
    [("/?place=gone", 400), ("/compare?a=gone", 400), ("/embed/timeline?place=gone", 400), ("/incidents/20190306-gone?", 404)],
)
def test_a_frozen_link_to_what_is_gone_says_with_which_data_it_was_made(
    reader: FlaskClient, tiny: Dataset, address: str, status: int
):
    for digest, said in (("0123456789ab", True), (tiny.digest, False), ("nonsense", False)):
        answer = reader.get(f"{address}&data={digest}")
        assert (answer.status_code, "This link was made with data" in answer.text) == (status, said)
    path, _, query = address.partition("?")
    shown = words(drawn(tiny, path, f"?{query}&data=0123456789ab"))
    assert "This link was made with data 0123456789ab" in shown
