"""The head of a page: one address for one content, and a card for whoever passes it on."""

import io
import re
from html import unescape

import pytest
from flask.testing import FlaskClient
from PIL import Image, ImageDraw

from dashboard.app.picture import Fonts
from dashboard.app.site import ASSETS


def metas(client: FlaskClient, address: str) -> dict[str, str]:
    found = re.findall(r'<meta (?:property|name)="([^"]+)" content="([^"]*)">', client.get(address).text)
    return {name: unescape(value) for name, value in found}


def canonical(client: FlaskClient, address: str) -> str | None:
    found = re.search(r'<link rel="canonical" href="http://localhost([^"]+)">', client.get(address).text)
    return unescape(found[1]) if found else None


@pytest.mark.parametrize(
    ("address", "one"),
    [
        ("/", "/"),
        ("/?lanes=party&rows=table&incident=20190306-pier-drone", "/"),
        ("/?q=drone&kind=attack&page=1", "/?kind=attack&q=drone"),
        ("/?kind=seizure&kind=attack&page=2", "/?kind=attack&kind=seizure&page=2"),
        ("/?known_by=2019-03", "/?known_by=2019-03-31"),
        ("/counts?measure=attacks&tally=attacks-total&known_by=&kind=attack", "/counts?kind=attack&measure=attacks&tally=attacks-total"),
        ("/sources?sort=-lag&lanes=party", "/sources?sort=-lag"),
        ("/escalation?measure=attacks", "/escalation"),
        ("/incidents/20190306-pier-drone?kind=attack&known_by=2019-03-12", "/incidents/20190306-pier-drone?known_by=2019-03-12"),
        ("/sources/kelp-courier?place=karst", "/sources/kelp-courier"),
        ("/method?kind=attack", "/method"),
        ("/nowhere", None),
        ("/?color=red", None),
    ],
)  # fmt: skip
def test_one_content_has_one_address(reader: FlaskClient, address: str, one: str | None):
    assert canonical(reader, address) == one
    if one:
        assert canonical(reader, one) == one


def test_a_card_says_what_the_page_says(reader: FlaskClient):
    card = metas(reader, "/incidents/20190306-pier-drone?known_by=2019-03-12")
    assert card["og:title"] == "Drone at Pier Nine"
    assert card["og:description"] == card["description"]
    assert card["description"].startswith("attack, 6 March 2019, Pier Nine. Standing: ")
    assert card["og:url"] == "http://localhost/incidents/20190306-pier-drone?known_by=2019-03-12"
    assert card["og:image"] == "http://localhost/og/incidents/20190306-pier-drone.png?known_by=2019-03-12"
    assert (card["og:type"], card["og:site_name"], card["twitter:card"]) == (
        "article", "As Reported", "summary_large_image"
    )  # fmt: skip
    assert "Drone at Pier Nine" in card["og:image:alt"]


def test_the_page_of_the_api_has_a_card_as_other_pages_have(reader: FlaskClient):
    card, other = metas(reader, "/api/docs"), metas(reader, "/method")
    assert {name for name in card if ":" in name} == {name for name in other if ":" in name}
    assert card["og:title"] == "The data as JSON and CSV: The Zélande islands, as reported, March 2019"
    assert card["og:url"] == "http://localhost/api/docs" == "http://localhost" + canonical(reader, "/api/docs")
    assert card["og:description"] == card["description"] and card["og:image"] == "http://localhost/og.png"
    assert picture(reader, "/og.png").size == (1200, 630)


@pytest.mark.parametrize("address", ["/nowhere", "/?color=red"])
def test_an_error_is_not_passed_on(reader: FlaskClient, address: str):
    given = metas(reader, address)
    assert given["robots"] == "noindex"
    assert [name for name in given if name.startswith(("og:", "twitter:"))] == []


# --- the picture -----------------------------------------------------------------------------------------


def picture(client: FlaskClient, address: str) -> Image.Image:
    answer = client.get(address)
    assert (answer.status_code, answer.mimetype) == (200, "image/png")
    return Image.open(io.BytesIO(answer.data)).convert("RGB")


PAGES = ["/", "/counts", "/sources", "/incidents/20190306-pier-drone", "/sources/kelp-courier"]


@pytest.mark.parametrize("page", PAGES)
def test_every_page_has_a_picture_of_the_size_it_says(reader: FlaskClient, page: str):
    shown = picture(reader, metas(reader, page)["og:image"].removeprefix("http://localhost"))
    assert shown.size == (1200, 630)
    colours = {colour for _, colour in shown.getcolors(100_000)}
    assert {(255, 255, 255), (29, 34, 39), (194, 87, 26)} <= colours  # ground, title, bars


def test_pictures_differ_with_the_page_and_the_day(reader: FlaskClient):
    asked = ["/og.png", "/og/counts.png", "/og/incidents/20190306-pier-drone.png", "/og.png?known_by=2019-03-12"]
    shown = [picture(reader, address).tobytes() for address in asked]
    assert len(set(shown)) == 4  # the address is part of the picture


def drawn(sign: str, face: str) -> bytes:
    image = Image.new("L", (60, 60))
    Fonts(ASSETS / "fonts").write(ImageDraw.Draw(image), (5, 5), sign, face, 40, 255)
    return image.tobytes()


@pytest.mark.parametrize("face", ["serif", "sans"])
def test_letters_beyond_ascii_are_drawn(face: str):
    """A letter that a font lacks is drawn as a box, the same for each."""
    box = drawn("\ue000", face)
    assert [sign for sign in "éÎØāūḥşğ–“…" if drawn(sign, face) == box] == []


def test_a_picture_is_not_sent_twice(reader: FlaskClient):
    tag = reader.get("/og.png").headers["ETag"]
    again = reader.get("/og.png", headers={"If-None-Match": tag})
    assert (again.status_code, again.data) == (304, b"")


@pytest.mark.parametrize(
    "address",
    ["/og/nowhere.png", "/og/incidents/nobody.png", "/og.png?kind=attack", "/og.png?known_by=soon", "/og.png?page=2"],
)
def test_only_pages_and_days_have_pictures(reader: FlaskClient, address: str):
    assert reader.get(address).status_code == 404
