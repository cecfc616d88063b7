"""What programs that visit the site read."""

import re
import xml.etree.ElementTree as ET
from dataclasses import replace

import pytest
from flask.testing import FlaskClient

from dashboard.app import crawlers, create_app
from dashboard.dataset import Dataset
from dashboard.pages import MENU

SPACE = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def listed(client: FlaskClient, address: str) -> tuple[str, list[str], set[str | None]]:
    answer = client.get(address)
    assert (answer.status_code, answer.mimetype) == (200, "application/xml")
    root = ET.fromstring(answer.data)
    found = [entry.findtext(f"{SPACE}loc", "").removeprefix("http://localhost") for entry in root]
    return root.tag.removeprefix(SPACE), found, {entry.findtext(f"{SPACE}lastmod") for entry in root}


def test_the_sitemap_holds_every_page_once_and_each_is_there(reader: FlaskClient, tiny: Dataset):
    kind, found, days = listed(reader, "/sitemap.xml")
    assert kind == "urlset"
    things = len(tiny.by_id["incidents"]) + len(tiny.by_id["outlets"]) + len(tiny.stories)
    beside = {"/activities", "/worksheet", "/exit-ticket", "/api/docs"}
    assert len(found) == len(set(found)) == len(MENU) + len(beside) + things
    assert beside | {path for path, _ in MENU} <= set(found)
    assert all(f'<link rel="canonical" href="http://localhost{one}">' in reader.get(one).text for one in beside)
    assert {address: reader.get(address).status_code for address in found if reader.get(address).status_code != 200} == {}
    assert days == {tiny.schema.raw["created"][:10]}


def test_too_many_addresses_are_split(reader: FlaskClient, monkeypatch):
    whole = listed(reader, "/sitemap.xml")[1]
    monkeypatch.setattr(crawlers, "MOST_ADDRESSES", 9)
    kind, parts, _ = listed(reader, "/sitemap.xml")
    assert (kind, parts) == ("sitemapindex", ["/sitemap-1.xml", "/sitemap-2.xml", "/sitemap-3.xml"])
    assert [address for part in parts for address in listed(reader, part)[1]] == whole
    assert [reader.get(f"/sitemap-{number}.xml").status_code for number in (0, 4)] == [404, 404]


def allowed(robots: str, address: str) -> bool:
    """RFC 9309: the longest rule that matches decides, and of two as long the one that allows."""
    rules = [line.split(": ") for line in robots.splitlines() if line.startswith(("Allow: ", "Disallow: "))]
    hits = [
        (len(path), name == "Allow")
        for name, path in rules
        if re.match(re.escape(path).replace(r"\*", ".*"), address)
    ]
    return max(hits, default=(0, True))[1]


@pytest.mark.parametrize(
    ("address", "may"),
    [
        ("/", True),
        ("/incidents/20190306-pier-drone", True),
        ("/?page=2", True),
        ("/assets/site.css?m=1", True),
        ("/_dash-component-suites/dash/x.js?v=1", True),
        ("/?kind=attack", False),
        ("/?page=2&kind=attack", False),
        ("/counts?tally=attacks-total", False),
        ("/incidents/20190306-pier-drone?known_by=2019-03-12", False),
        ("/api/v1/incidents.json", False),
        ("/api/docs", True),
    ],
)
def test_pages_are_walked_and_selections_are_not(reader: FlaskClient, address: str, may: bool):
    answer = reader.get("/robots.txt")
    assert answer.mimetype == "text/plain"
    assert "Sitemap: http://localhost/sitemap.xml" in answer.text
    assert allowed(answer.text, address) is may


def test_the_site_has_a_sign_and_a_name(reader: FlaskClient, tiny: Dataset):
    assert reader.get("/favicon.ico", buffered=True).mimetype == "image/svg+xml"
    answer = reader.get("/manifest.webmanifest")
    assert (answer.mimetype, answer.get_json()["name"]) == (
        "application/manifest+json", f"As Reported: {tiny.schema.title}"
    )  # fmt: skip
    assert reader.get(answer.get_json()["icons"][0]["src"], buffered=True).status_code == 200


def test_a_package_without_a_day_has_a_sitemap_without_days(tiny: Dataset):
    schema = replace(tiny.schema, raw={**tiny.schema.raw, "created": ""})
    assert listed(create_app(replace(tiny, schema=schema)).server.test_client(), "/sitemap.xml")[2] == {None}
