"""The picture that stands for a page where somebody passes its link on: its name, its sentence, incidents per day.

Under the days it says what the known-by day leaves out, and the address with the version of the data.
"""

import hashlib
import io
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from flask import Flask, Response, abort, request
from PIL import Image, ImageDraw, ImageFont

from dashboard import figures
from dashboard.api.replies import reply
from dashboard.app.asked import OK, Asked, asked
from dashboard.app.head import SITE
from dashboard.app.plain import known_by
from dashboard.components.words import day
from dashboard.dataset import Dataset
from dashboard.language import tr
from dashboard.selection import Selection, left_out

SIZE = (1200, 630)
ROOT = "/og"
MARGIN, BOTTOM, STRIP = 64, 524, 140
INK, QUIET, LINE, GROUND = "#1d2227", "#555c63", "#d5d9dd", "#ffffff"
HUE, LIGHT = "#c2571a", "#ecc8b3"
_LATIN = (range(0x100), range(0x2000, 0x2070))
"""What the smaller of two font files holds; the other holds the rest of the Latin letters."""


def address(wanted: Asked) -> str:
    """The address of a page's picture; it shows the page without filters, as known by the day asked."""
    known = known_by(wanted.selection) if wanted.status == OK else ""
    return f"{ROOT}{'' if wanted.path == '/' else wanted.path}.png{known}"


def register(flask: Flask, dataset: Dataset, fonts: Path) -> None:
    """Answer for the picture of every page, drawn once for each and each known-by day."""

    @flask.route(f"{ROOT}.png", defaults={"path": ""})
    @flask.route(f"{ROOT}/<path:path>.png")
    def picture(path: str) -> Response:
        query = request.query_string.decode("utf-8", "replace")
        wanted = asked(dataset, f"/{path}", query)
        if wanted.status != OK or set(request.args) - {"known_by"}:
            abort(404)
        said = "\n".join((dataset.digest, wanted.title, wanted.sentence, *_origin(wanted)))
        return reply(
            hashlib.sha256(said.encode()).hexdigest()[:32],
            "image/png",
            lambda: _drawn(dataset, wanted.canonical, fonts),
        )


@lru_cache(maxsize=64)
def _drawn(dataset: Dataset, canonical: str, fonts: Path) -> bytes:
    path, _, query = canonical.partition("?")
    return drawn(asked(dataset, path, query), Fonts(fonts))


def drawn(wanted: Asked, fonts: "Fonts") -> bytes:
    """The picture of a page as PNG, 1200 by 630 pixels."""
    image = Image.new("RGB", SIZE, GROUND)
    draw = ImageDraw.Draw(image)
    fonts.write(draw, (MARGIN, 44), SITE, "sans", 30, HUE)
    name = wanted.shared or wanted.dataset.schema.title
    big = 54 if len(name) < 70 else 44
    y = _paragraph(draw, fonts, name, 96, ("serif", big, INK), 3)
    _paragraph(draw, fonts, wanted.sentence, y + 14, ("sans", 29, QUIET), 3)
    _strip(draw, wanted, fonts)
    y = BOTTOM + 42
    for line in _origin(wanted):
        y = _paragraph(draw, fonts, line, y, ("sans", 20, QUIET), 1)
    file = io.BytesIO()
    image.save(file, "PNG", optimize=True)
    return file.getvalue()


def _origin(wanted: Asked) -> tuple[str, str]:
    """How many incidents are left out and why, and the address on this site with the version of the data."""
    dataset = wanted.dataset
    query = Selection(known_by=wanted.selection.known_by, data=dataset.digest).to_query()
    version = tr("Data {version}, {licence}").format(version=dataset.schema.version, licence=dataset.schema.licence)
    return left_out.say(wanted.selected, "incidents"), f"{version}: {wanted.canonical.partition('?')[0]}?{query}"


def _paragraph(
    draw: ImageDraw.ImageDraw, fonts: "Fonts", text: str, y: int, look: tuple[str, int, str], most: int
) -> int:
    """Write text in as many lines as it needs, cut after ``most``; return where the next may begin."""
    face, size, ink = look
    lines = list(fonts.lines(text, face, size, SIZE[0] - 2 * MARGIN))
    if len(lines) > most:
        lines = [*lines[: most - 1], lines[most - 1].rstrip(" ,;.") + " …"]
    for line in lines:
        fonts.write(draw, (MARGIN, y), line, face, size, ink)
        y += round(size * 1.22)
    return y


def _strip(draw: ImageDraw.ImageDraw, wanted: Asked, fonts: "Fonts") -> None:
    """Incidents per day as bars: dark dated to the day, light on one of several days; the page's own is marked."""
    selected = wanted.selected
    first, last = figures.extent(selected.index)
    exact, spread = (bars["y"] for bars in figures.density(figures.density_days(selected), (first, last))["data"])
    most = max(1, *(one + other for one, other in zip(exact, spread, strict=True)))
    wide = (SIZE[0] - 2 * MARGIN) / len(exact)
    for place, (dated, may) in enumerate(zip(exact, spread, strict=True)):
        left, right = MARGIN + place * wide, MARGIN + (place + 0.85) * wide
        top = BOTTOM - STRIP * (dated + may) / most
        middle = BOTTOM - STRIP * dated / most
        if may:
            draw.rectangle((left, top, right, middle), fill=LIGHT)
        if dated:
            draw.rectangle((left, middle, right, BOTTOM), fill=HUE)
    draw.line((MARGIN, BOTTOM, SIZE[0] - MARGIN, BOTTOM), fill=INK, width=2)
    _own(draw, wanted, (first, last))
    fonts.write(draw, (MARGIN, BOTTOM + 12), day(first), "sans", 24, QUIET)
    end = day(last)
    fonts.write(draw, (SIZE[0] - MARGIN - fonts.width(end, "sans", 24), BOTTOM + 12), end, "sans", 24, QUIET)


def _own(draw: ImageDraw.ImageDraw, wanted: Asked, whole: tuple[int, int]) -> None:
    """Mark under the axis the days of the one incident that the page is about."""
    held = wanted.selected.standings
    rows = held[held["incident_id"] == wanted.selection.incident]
    first, last = whole
    for row in rows.itertuples():
        scale = (SIZE[0] - 2 * MARGIN) / (last - first + 1)
        left = MARGIN + (max(row.first_day, first) - first) * scale
        right = MARGIN + (min(row.last_day, last) - first + 1) * scale
        draw.rectangle((left, BOTTOM + 2, max(right, left + 6), BOTTOM + 9), fill=INK)


class Fonts:
    """The fonts of the site, at any size; a letter comes from the file that holds it."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._files = {"serif": "source-serif-4", "sans": "source-sans-3"}
        self._weights = {"serif": 600, "sans": 400}
        self._open: dict[tuple[str, str, int], ImageFont.FreeTypeFont] = {}

    def write(
        self, draw: ImageDraw.ImageDraw, at: tuple[float, float], text: str, face: str, size: int, ink: str
    ) -> None:
        """Write a line with its upper left corner at a point."""
        x, y = at
        for part, font in self._runs(text, face, size):
            draw.text((x, y + size), part, font=font, fill=ink, anchor="ls")
            x += font.getlength(part)

    def width(self, text: str, face: str, size: int) -> float:
        """How wide a line is, in pixels."""
        return sum(font.getlength(part) for part, font in self._runs(text, face, size))

    def lines(self, text: str, face: str, size: int, most: float) -> Iterator[str]:
        """Break text at blanks into lines no wider than ``most``."""
        line = ""
        for word in text.split():
            longer = f"{line} {word}".strip()
            if line and self.width(longer, face, size) > most:
                yield line
                line = word
            else:
                line = longer
        yield line

    def _runs(self, text: str, face: str, size: int) -> Iterator[tuple[str, ImageFont.FreeTypeFont]]:
        start = 0
        for end in range(1, len(text) + 1):
            if end == len(text) or _subset(text[end]) != _subset(text[start]):
                yield text[start:end], self._font(face, _subset(text[start]), size)
                start = end

    def _font(self, face: str, subset: str, size: int) -> ImageFont.FreeTypeFont:
        key = (face, subset, size)
        if key not in self._open:
            font = ImageFont.truetype(self._folder / f"{self._files[face]}-{subset}-normal.woff2", size)
            font.set_variation_by_axes([self._weights[face]])
            self._open[key] = font
        return self._open[key]


def _subset(sign: str) -> str:
    return "latin" if any(ord(sign) in signs for signs in _LATIN) else "latin-ext"
