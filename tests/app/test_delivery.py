"""How answers travel: compressed, kept, and not sent twice."""

import gzip
import re

import pytest
from flask.testing import FlaskClient

MARK = re.compile(rb'"end_id":"[^"]+"')
"""What Dash writes anew into every page, so that pages are asked for each time and never answered with 304."""
GZIP = {"Accept-Encoding": "br, gzip"}


def linked(client: FlaskClient, ending: str) -> str:
    return next(url for url in re.findall(r'(?:src|href)="([^"]+)"', client.get("/").text) if ending in url)


@pytest.mark.parametrize(
    "address", ["/", "/nowhere", "/api/v1/incidents.json", "/assets/site.css", "/_dash-layout", "/sitemap.xml"]
)
def test_text_is_compressed_for_who_takes_it(reader: FlaskClient, address: str):
    plain, packed = reader.get(address, buffered=True), reader.get(address, headers=GZIP, buffered=True)
    assert ("Content-Encoding" in plain.headers, packed.headers["Content-Encoding"]) == (False, "gzip")
    assert MARK.sub(b"", gzip.decompress(packed.data)) == MARK.sub(b"", plain.data)
    assert len(packed.data) < 0.6 * len(plain.data)
    assert packed.content_length == len(packed.data)
    assert "Accept-Encoding" in packed.vary
    assert "Accept-Encoding" in plain.vary


def test_answers_of_callbacks_are_compressed(reader: FlaskClient):
    body = {
        "output": "page.children", "outputs": {"id": "page", "property": "children"}, "changedPropIds": ["url.pathname"],
        "inputs": [{"id": "url", "property": "pathname", "value": "/"}],
        "state": [{"id": "url", "property": "search", "value": ""}],
    }  # fmt: skip
    answer = reader.post("/_dash-update-component", json=body, headers=GZIP)
    assert (answer.status_code, answer.headers["Content-Encoding"]) == (200, "gzip")
    assert b"sentence" in gzip.decompress(answer.data)


@pytest.mark.parametrize("address", ["/api/v1/incidents.zip", "/og.png", "/assets/fonts/source-sans-3-latin-normal.woff2", "/healthz"])
def test_what_is_small_or_packed_already_is_left(reader: FlaskClient, address: str):
    assert "Content-Encoding" not in reader.get(address, headers=GZIP, buffered=True).headers


@pytest.mark.parametrize("ending", ["/assets/site.css?m=", "/assets/core.js?m=", "dash_renderer.v", "dash_core_components.v"])
def test_what_changes_its_address_when_it_changes_is_kept_for_good(reader: FlaskClient, ending: str):
    control = reader.get(linked(reader, ending), buffered=True).cache_control
    assert (control.max_age, control.immutable, control.no_cache) == (31_536_000, True, None)


@pytest.mark.parametrize("headers", [{}, GZIP])
@pytest.mark.parametrize("address", ["/api/docs", "/assets/site.css", "/api/v1/incidents.json", "/_dash-layout", "/sitemap.xml"])
def test_what_has_not_changed_is_not_sent_again(reader: FlaskClient, address: str, headers: dict[str, str]):
    first = reader.get(address, headers=headers, buffered=True)
    assert first.cache_control.no_cache
    again = reader.get(address, headers={**headers, "If-None-Match": first.headers["ETag"]}, buffered=True)
    assert (again.status_code, again.data) == (304, b"")
    assert again.headers["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize("address", ["/", "/nowhere"])
def test_a_page_is_asked_for_each_time(reader: FlaskClient, address: str):
    assert "ETag" not in reader.get(address).headers
