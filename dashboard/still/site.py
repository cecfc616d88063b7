"""A whole site as files, for any host of files: pages, downloads, the index of the search, what programs read."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path

import orjson
import plotly
from jinja2 import Environment, FileSystemLoader

from dashboard.dataset import Dataset
from dashboard.exporters import EXPORTS, Visit
from dashboard.exporters.sheets import sheet as csv
from dashboard.figures.drawn import DRAWN
from dashboard.language import tr
from dashboard.selection import Selected, Selection
from dashboard.still import exercises, index, own, steps
from dashboard.still.document import AFTER, BEFORE, OURS, SHARED, STYLES, TEMPLATES, Documents
from dashboard.still.folder import Folder
from dashboard.still.lesson import lesson
from dashboard.still.places import INDEX, Places
from dashboard.still.sheets import SEARCH_SCRIPTS, Sheet, sheets
from dashboard.stories import shelf

Tell = Callable[[int, int], None]
"""Hears how many of how many pages are written."""


@dataclass(frozen=True)
class Built:
    """What was written."""

    pages: int
    files: int
    size: int


def write(dataset: Dataset, out: Path, site: str = "", tell: Tell = lambda done, of: None) -> Built:
    """Write the site into a folder and say what it holds; ``site`` is its address, "" where that is not known.

    Raises TooLarge for a package of too many incidents, Unwritable for a folder that holds anything not made by this.
    """
    places = Places(dataset)
    folder = Folder(out)
    documents = Documents(dataset, places.lead, site)
    _assets(folder)
    sizes = _downloads(dataset, folder, site)
    every = [*sheets(places), Sheet("data/", tr("Data"), partial(own.data, sizes))]
    for done, sheet in enumerate(every):
        tell(done, len(every))
        _page(documents, sheet, folder)
    tell(len(every), len(every))
    for slug in shelf(dataset).stories:
        folder.write(f"stories/{slug}/lesson.html", lesson(dataset, Selection(), slug))
    folder.write("404.html", documents.missing(own.missing))
    folder.write(f"assets/{index.NAME}", _script(index.built(places)))
    _for_programs(dataset, folder, site, every)
    folder.close()
    return Built(len(every) + 1, folder.written, folder.size)


def _page(documents: Documents, sheet: Sheet, folder: Folder) -> None:
    """One page, and beside it the rows of its figures."""
    written = documents.page(sheet)
    folder.write(sheet.folder + INDEX, written.text)
    for name in sorted(written.taken):
        selected = sheet.selection.filtering.apply(documents.dataset)
        folder.write(f"{sheet.folder}{name}.csv", _rows(name, sheet.selection, selected))


def _rows(name: str, selection: Selection, selected: Selected) -> bytes:
    """The rows behind a figure as CSV."""
    drawn = DRAWN[name]
    return csv(drawn.columns, (row.values() for row in drawn.rows(selection, selected)))


def _script(built: dict) -> str:
    """The index as a script: a page that is opened from a disk may load scripts, and fetch nothing."""
    return f"window.asReportedIndex = {orjson.dumps(built).decode()};\n"


def _assets(folder: Folder) -> None:
    """Styles, fonts and scripts: those of the served site that need no server, our own, and Plotly's."""
    shared = {*STYLES, *BEFORE, *AFTER, *SEARCH_SCRIPTS, exercises.SCRIPT, steps.SCRIPT, "a-comfort.js", "favicon.svg"}
    for name in sorted(shared):
        path = OURS / name if (OURS / name).is_file() else SHARED / name
        if name != index.NAME:
            folder.write(f"assets/{name}", path.read_bytes())
    for path in sorted((SHARED / "fonts").iterdir()):
        folder.write(f"assets/fonts/{path.name}", path.read_bytes())
    folder.write("assets/plotly.min.js", (Path(plotly.__file__).parent / "package_data/plotly.min.js").read_bytes())


def _downloads(dataset: Dataset, folder: Folder, site: str) -> dict[str, int]:
    """Every export of all rows; the size of each in bytes."""
    selected, visit, sizes = Selection().apply(dataset), Visit(date.today(), site), {}
    for export, formats in EXPORTS.items():
        for ending, form in formats.items():
            content = form.write(selected, export, visit)
            folder.write(f"data/{export}{ending}", content)
            sizes[f"{export}{ending}"] = len(content)
    return sizes


def _for_programs(dataset: Dataset, folder: Folder, site: str, every: list[Sheet]) -> None:
    """The list of pages and the leave to read them, which name whole addresses and so need the site's own."""
    folder.write(".nojekyll", "")  # a host that builds pages from sources is to leave these as they are
    if not site:
        return
    environment = Environment(loader=FileSystemLoader(TEMPLATES), autoescape=True)
    found = [f"{site}/{sheet.folder}" for sheet in every if sheet.indexed]
    day = str(dataset.schema.raw.get("created", ""))[:10]
    text = environment.get_template("sitemap.xml").render(whole="urlset", each="url", addresses=found, day=day)
    folder.write("sitemap.xml", text)
    folder.write("robots.txt", f"User-agent: *\nAllow: /\n\nSitemap: {site}/sitemap.xml\n")
