"""What a browser is told never to do."""

import base64
import hashlib
import re

import pytest
from flask.testing import FlaskClient

EVERYWHERE = ["/", "/nowhere", "/?color=red", "/api/v1/incidents.json", "/api/v1/nothing", "/assets/core.js",
              "/_dash-layout", "/og.png", "/robots.txt", "/Counts/", "/healthz"]  # fmt: skip


def directives(client: FlaskClient, address: str) -> dict[str, str]:
    policy = client.get(address, buffered=True).headers["Content-Security-Policy"]
    return dict(part.split(" ", 1) for part in policy.split("; "))


@pytest.mark.parametrize("address", EVERYWHERE)
def test_every_answer_is_guarded(reader: FlaskClient, address: str):
    headers = reader.get(address, buffered=True).headers
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "no-referrer"
    assert headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert headers["X-Frame-Options"] == "DENY"
    assert "geolocation=()" in headers["Permissions-Policy"]
    policy = directives(reader, address)
    assert (policy["default-src"], policy["frame-ancestors"], policy["base-uri"]) == ("'none'", "'none'", "'none'")
    assert "http" not in " ".join(policy.values())  # nobody else is named


def test_scripts_are_those_of_the_site_and_inline_ones_are_known_by_their_hash(reader: FlaskClient):
    scripts = directives(reader, "/")["script-src"].split()
    text = reader.get("/").text
    inline = re.findall(r'<script id="_dash-renderer"[^>]*>(.*?)</script>', text, re.DOTALL)
    hashes = [base64.b64encode(hashlib.sha256(code.encode()).digest()).decode() for code in inline]
    assert len(hashes) == 1
    assert {f"'sha256-{one}'" for one in hashes} <= set(scripts)
    assert not {"'unsafe-inline'", "'unsafe-eval'", "*"} & set(scripts)


def test_only_what_is_made_for_frames_may_stand_in_one(reader: FlaskClient):
    assert "frame-ancestors" not in directives(reader, "/embed/anything")  # "*" would leave out files and data addresses
    assert "X-Frame-Options" not in reader.get("/embed/anything").headers
    assert directives(reader, "/embedded")["frame-ancestors"] == "'none'"
