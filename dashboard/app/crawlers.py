"""What programs that visit the site read: which pages there are, which not to walk, its sign and its name."""

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

from flask import Flask, Response, abort, render_template, request, send_from_directory

from dashboard.api import DOCS
from dashboard.app.head import SITE, dated
from dashboard.dataset import Dataset
from dashboard.pages import PAGES
from dashboard.stories import shelf

MOST_ADDRESSES = 50_000
"""As many as one sitemap may hold (sitemaps.org)."""
XML = "application/xml"
_ROBOTS = """\
# Every page, and every further page of the list, may be read. Selections are without end and hold nothing else.
User-agent: *
Allow: /
Allow: /assets/
Allow: /_dash-
Allow: /*?page=
Disallow: /*?page=*&
Disallow: /*?
Disallow: /api/v1/

Sitemap: {root}sitemap.xml
"""


def register(flask: Flask, dataset: Dataset, assets: Path) -> None:
    """Answer at the addresses where programs look."""

    @flask.route("/robots.txt")
    def robots() -> Response:
        return Response(_ROBOTS.format(root=request.url_root), mimetype="text/plain")

    @flask.route("/sitemap.xml")
    def sitemap() -> Response:
        return _sitemap(dataset, request.url_root)

    @flask.route("/sitemap-<int:number>.xml")
    def part(number: int) -> Response:
        return _part(dataset, request.url_root, number)

    @flask.route("/favicon.ico")
    def sign() -> Response:
        return send_from_directory(assets, "favicon.svg")

    @flask.route("/manifest.webmanifest")
    def manifest() -> Response:
        icon = {"src": "/assets/favicon.svg", "sizes": "any", "type": "image/svg+xml"}
        names = {"name": f"{SITE}: {dataset.schema.title}", "short_name": SITE}
        answer = flask.json.response({**names, "start_url": "/", "display": "browser", "icons": [icon]})
        answer.mimetype = "application/manifest+json"
        return answer


def addresses(dataset: Dataset) -> list[str]:
    """The path of every page that is read on screen or names nothing: of the menu and beside it, then of each thing."""
    return list(_addresses(dataset))


def _addresses(dataset: Dataset) -> Iterator[str]:
    yield from (page.PATH for page in PAGES if "<" not in page.PATH)
    yield DOCS
    yield from (story.address for story in shelf(dataset).stories.values())
    yield from (f"/incidents/{quote(key)}" for key in dataset.by_id["incidents"])
    yield from (f"/sources/{quote(key)}" for key in dataset.by_id["outlets"])


def _sitemap(dataset: Dataset, root: str) -> Response:
    """All addresses, or an index of the parts where they are too many for one file."""
    paths = addresses(dataset)
    if len(paths) <= MOST_ADDRESSES:
        return _written(dataset, root, paths, "urlset", "url")
    parts = [f"/sitemap-{number}.xml" for number in range(1, -(-len(paths) // MOST_ADDRESSES) + 1)]
    return _written(dataset, root, parts, "sitemapindex", "sitemap")


def _part(dataset: Dataset, root: str, number: int) -> Response:
    paths = addresses(dataset)[(number - 1) * MOST_ADDRESSES : number * MOST_ADDRESSES] if number else []
    return _written(dataset, root, paths, "urlset", "url") if paths else abort(404)


def _written(dataset: Dataset, root: str, paths: list[str], whole: str, each: str) -> Response:
    found = [root + path.lstrip("/") for path in paths]
    return Response(
        render_template("sitemap.xml", whole=whole, each=each, addresses=found, day=dated(dataset)), mimetype=XML
    )
