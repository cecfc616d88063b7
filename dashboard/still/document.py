"""A whole document around the content of a page: its head, the menu, the foot, the scripts it needs."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from dash import html
from jinja2 import Environment, FileSystemLoader
from markupsafe import Markup

from dashboard import __version__
from dashboard.components import gentle, reading
from dashboard.dataset import Dataset
from dashboard.language import LANGUAGE, tr
from dashboard.still.places import INDEX
from dashboard.still.sheets import Sheet
from dashboard.still.writer import Still

OURS = Path(__file__).parent / "assets"
SHARED = Path(__file__).parent.parent / "assets"
TEMPLATES = Path(__file__).parent.parent / "templates"
STYLES = (*sorted(path.name for path in SHARED.glob("*.css")), "still.css", "lesson.css")
BEFORE, AFTER = (
    ("core.js", "days.js", "still.js"),
    ("view-copy.js", "view-gentle.js", "view-paper.js", "view-plate.js", "view-reading.js", "still-last.js"),
)
"""Scripts of the served site that need no server, after the one that stands for what they ask of it."""
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; "
    "font-src 'self'; form-action 'self'; base-uri 'none'"
)
"""Everything from here. Plotly writes styles at run time, and saves pictures through ``data:`` and ``blob:``."""


def menu() -> tuple[tuple[str, str], ...]:
    """The pages that every page leads to: address and title."""
    return (
        ("/", tr("Timeline")), ("/known-by", tr("Known by")), ("/counts", tr("Counts")),
        ("/escalation", tr("Escalation")), ("/compare", tr("Compare")), ("/sources", tr("Sources")),
        ("/actors", tr("Who is who")), ("/method", tr("Method")), ("/glossary", tr("Glossary")),
        ("/stories", tr("Stories")), ("/activities", tr("Activities")), ("/data", tr("Data")),
        ("/search", tr("Search")),
    )  # fmt: skip


Lead = Callable[[str], str | None]


@dataclass(frozen=True)
class Written:
    """A page as text, and the names of the figures whose rows it offers beside itself."""

    text: str
    taken: frozenset[str]


@dataclass(frozen=True, eq=False)
class Documents:
    """Writes documents for one data set. ``site`` is the address they will be at, "" where that is not known."""

    dataset: Dataset
    lead: Lead
    site: str = ""

    @cached_property
    def _template(self):
        return Environment(loader=FileSystemLoader(TEMPLATES), autoescape=True).get_template("still.html")

    def page(self, sheet: Sheet) -> Written:
        """The document of a page."""
        taken: set[str] = set()
        day = f"?known_by={sheet.known_by.isoformat()}" if sheet.known_by else ""
        canonical = f"{self.site}/{sheet.folder}" if self.site else ""
        still = Still(day, lead=lambda address: self._relative(address, sheet), taken=taken)
        content = still.write(sheet.draw())
        text = self._document(sheet, still, content, canonical)
        return Written(text, frozenset(taken))

    def missing(self, draw: Callable[[], list]) -> str:
        """The document for addresses without a page: it is shown at any depth, so its links start at the host."""
        sheet = Sheet("", tr("Not found"), draw, indexed=False)
        top = "/" + self.site.partition("://")[2].partition("/")[2]
        top = f"{top.rstrip('/')}/" if self.site else ""
        still = Still(lead=lambda address: top + (self.lead(address) or INDEX))
        return self._document(sheet, still, still.write(draw()), "", top)

    def _relative(self, address: str, sheet: Sheet) -> str | None:
        """The way from a page to where an address leads; None where it leads nowhere, or to the page itself."""
        target = self.lead(address)
        if target is None or target == sheet.folder + INDEX:
            return None
        return "../" * sheet.folder.count("/") + target

    def _document(self, sheet: Sheet, still: Still, content: Markup, canonical: str, top: str | None = None) -> str:
        plotted = "data-figure=" in content
        return self._template.render(
            language=LANGUAGE,
            top="../" * sheet.folder.count("/") if top is None else top,
            known_by=sheet.known_by.isoformat() if sheet.known_by else "",
            policy=POLICY,
            title=f"{sheet.name} · As Reported: {self.dataset.schema.title}",
            sentence=sheet.selection.filtering.apply(self.dataset).sentence,
            canonical=canonical,
            indexed=sheet.indexed,
            styles=STYLES,
            skip=tr("Skip to the content"),
            header=still.write(self._header(sheet)),
            content=still.write(gentle.notice(self.dataset)) + content,
            footer=still.write(self._footer()),
            plotted=plotted,
            scripts=(*BEFORE, *AFTER, *sheet.scripts),
        )

    def _header(self, sheet: Sheet) -> html.Header:
        """The name of the site, its pages, and how it is read."""
        links = [html.Li(self._entry(path, title, sheet)) for path, title in menu()]
        name = html.A("As Reported", href="/", className="site-name")
        return html.Header(
            [name, html.Nav(html.Ul(links), **{"aria-label": tr("Pages")}), reading.menu()], className="site-header"
        )

    def _entry(self, path: str, title: str, sheet: Sheet) -> html.A | html.Span:
        here = self.lead(path) == sheet.folder + INDEX
        return html.Span(title, **{"aria-current": "page"}) if here else html.A(title, href=path)

    def _footer(self) -> html.Footer:
        schema = self.dataset.schema
        version = f"data {schema.version} ({self.dataset.digest})"
        words = tr("Site {site} · {version} · {licence} · no cookies, no accounts, no requests to anybody else")
        nothing = tr("Nothing here is “what happened”. Every line is who said what, where, and when they said it.")
        return html.Footer(
            [
                html.P(nothing),
                html.P(words.format(site=__version__, version=version, licence=schema.licence)),
            ],
            className="site-footer",
            **{"data-version": version},
        )  # fmt: skip
