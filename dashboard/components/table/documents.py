"""The columns that reports and declared counts share: who says it, in which document, and where in it."""

from dash import html

from dashboard.components import explain, gentle, links
from dashboard.components.hits import shown
from dashboard.components.table.column import NOT_STATED, Column, Row, View, text, words
from dashboard.components.words import speaker
from dashboard.language import tr
from dashboard.selection import Selected


def source(selected: Selected, row: Row) -> Row:
    """The document of a report or a declared count."""
    return selected.dataset.by_id["sources"][row["source_id"]]


def _outlet(selected: Selected, row: Row) -> str:
    return selected.dataset.by_id["outlets"][row["outlet_id"]]["name"]


def _named_outlet(view: View, row: Row) -> html.Span:
    return explain.outlet(view.selected.dataset, row["outlet_id"], by_arrow=True)


def _title(view: View, row: Row) -> html.A | html.Span:
    return links.document(view.selected.dataset, source(view.selected, row))


def _harm(view: View, row: Row) -> bool:
    told = gentle.of_report if "report_id" in row else gentle.of_count
    return told(view.selected.dataset, row)


def _quote(view: View, row: Row) -> html.Span | str:
    return gentle.held_back(shown(f"“{row['quote']}”"), _harm(view, row)) if row["quote"] else NOT_STATED


def _summary(view: View, row: Row) -> object:
    return gentle.held_back(shown(row["summary"]), _harm(view, row))


def said_by() -> Column:
    """Who asserts it."""
    return text(
        "asserted_by",
        tr("Said by"),
        lambda selected, row: speaker(selected.dataset, row["asserted_by"]),
        cell=lambda view, row: shown(explain.speaker(view.selected.dataset, row["asserted_by"], by_arrow=True)),
    )


def in_what(usual: bool = True) -> tuple[Column, ...]:
    """Outlet, document, and the place in it."""
    return (
        text("outlet", tr("Outlet"), _outlet, usual, _named_outlet),
        text("source", tr("Document"), lambda selected, row: source(selected, row)["title"], False, _title),
        words("locator", tr("Where in it"), False),
    )


def in_its_words() -> tuple[Column, ...]:
    """What it says, summed up by the editor, and the words that it is found by."""
    told = text("summary", tr("What it says"), lambda _, row: row["summary"], cell=_summary)
    return told, text("quote", tr("In its words"), lambda _, row: row["quote"], False, _quote)
