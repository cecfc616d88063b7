"""What gentle mode leaves out of sight: numbers of people harmed, and what may tell of them (assets/view-reading.css).

Both ways of reading are in the page; the style shows one. So it works before scripts run, and costs no request. The
reader turns it on under Reading, and an address can: ``gentle=yes``. What may tell of people harmed says the package,
by its marks ``harm`` (derive.harm).
"""

from collections.abc import Iterable, Mapping
from typing import Any

from dash import html

from dashboard.components.buttons import button
from dashboard.components.words import titled
from dashboard.dataset import Dataset
from dashboard.derive.harm import tells
from dashboard.language import tr
from dashboard.selection import Selected, hindsight

Row = Mapping[str, Any]
TITLE = tr("title left out in gentle mode")


def held_back(content: object, told: bool = True, other: str = "", linked: bool = False) -> object:
    """Something that gentle mode replaces by words and a button that shows it; unchanged where nobody can be harmed.

    ``other`` are other words; ``linked`` leaves the button out, inside of links, buttons and headings.
    """
    if not told:
        return content
    words = other or tr("not shown in gentle mode")
    show = [] if linked else [" ", button(tr("Show"), look="link", unveil="yes")]
    return html.Span([html.Span(content, className="harm"), html.Span([words, *show], className="instead")])


LEFT_OUT = tr("This step tells of people harmed; it is left out in gentle mode.")
HEADING = tr("A step left out in gentle mode")


def step(parts: list, told: bool) -> list:
    """Parts of a step of a story, held back as one where the step is marked as telling of people harmed."""
    if not told:
        return parts
    return whole(parts, LEFT_OUT)


def whole(parts: list, words: str) -> list:
    """Parts that gentle mode holds back together, with the words that take their place."""
    return [html.Div([html.Div(parts, className="harm"), instead(words)])]


def instead(words: str) -> html.Div:
    """What stands in the place of a whole part, with the button that shows it."""
    return html.Div(html.P([words, " ", button(tr("Show"), look="link", unveil="yes")]), className="instead")


def heading(words: str, told: bool) -> object:
    """The heading of a step, as it stands in a heading or a link."""
    return held_back(words, told, HEADING, linked=True)


def of_report(dataset: Dataset, row: Row, fields: Iterable[str] = ("",)) -> bool:
    """Whether a report, a row of ``reports``, may tell of anybody harmed; of fields, whether one of them does."""
    return any(tells(dataset, "reports", row, name) for name in fields)


def of_count(dataset: Dataset, row: Row) -> bool:
    """Whether a declared count, a row of ``tallies``, counts people harmed, or may tell of them."""
    return tells(dataset, "tallies", row)


def note(dataset: Dataset, table: str, row: Row, name: str = "note") -> object:
    """The words of a cell, held back where they may tell of people harmed."""
    return held_back(row[name], tells(dataset, table, row, name))


def named(dataset: Dataset, incident: str) -> object:
    """The title of an incident, as it stands in a link, a button or a heading."""
    row = dataset.by_id["incidents"][incident]
    return held_back(row["title"], tells(dataset, "incidents", row, "title"), TITLE, linked=True)


def opened(selected: Selected, incident: str) -> object:
    """The title of the incident that a page or the drawer is about; while nothing of it was known, words instead."""
    known = hindsight.appeared(selected, "incident", incident)
    return named(selected.dataset, incident) if known else hindsight.title(selected, incident)


def document(dataset: Dataset, source: Row, quoted: bool = False) -> object:
    """The title of a document, as it stands in a link; outlet and day stay beside it."""
    title = ["“", *titled(source), "”"] if quoted else titled(source)
    return held_back(html.Span(title), tells(dataset, "sources", source, "title"), TITLE, linked=True)


def address(dataset: Dataset, source: Row, words: str) -> object:
    """The address of a document as text: it often repeats the title."""
    return held_back(
        words, tells(dataset, "sources", source, "title"), tr("address left out in gentle mode"), linked=True
    )


def title(selected: Selected, incident: str) -> str:
    """The title of an incident as gentle mode gives it where nothing but text can stand."""
    told = hindsight.title(selected, incident)
    row = selected.dataset.by_id["incidents"][incident]
    harm = told == row["title"] and tells(selected.dataset, "incidents", row, "title")
    return TITLE[:1].upper() + TITLE[1:] if harm else told


def untitled(dataset: Dataset) -> list[str]:
    """The incidents whose titles gentle mode leaves out."""
    rows = dataset.by_id["incidents"].items()
    return [key for key, row in rows if tells(dataset, "incidents", row, "title")]


def notice(dataset: Dataset | None = None) -> html.Div:
    """That gentle mode is on, and the way out of it, seen only while it is; on paper a short line.

    It names the incidents whose titles no chart may show meanwhile (assets/view-gentle.js).
    """
    words = tr(
        "Gentle mode: numbers of killed and injured, and words that may tell of them, are not shown: outcomes, notes, "
        "titles of documents, summaries of such accounts, charts of counts of people. “Show” shows one of them; this "
        "button shows all, titles of documents too."
    )
    seen = html.Div([html.P(words), button(tr("Show everything"), ungentle="yes")], className="banner gentle-only")
    printed = html.P(tr("Gentle mode: what tells of people harmed is left out."), className="gentle-paper")
    return html.Div([seen, printed], **{"data-untitled": " ".join(untitled(dataset)) if dataset else ""})
