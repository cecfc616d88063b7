"""The documents behind the rows of a page, as numbered notes for paper: no screen shows them."""

from collections.abc import Callable, Iterable, Mapping, Sequence

from dash import html

from dashboard.components import gentle
from dashboard.components.words import when
from dashboard.language import tr
from dashboard.selection import Selected

MARK, LISTED, PAPER = "row-note", "row-notes", "on-paper"
"""The classes of a number, of the notes, and of whatever is for paper alone; assets/view-paper.js reads the first two.

There all notes of a page become one list, in which each document stands once.
"""

Row = Mapping[str, str]


class Notes:
    """Notes in the order in which rows name their documents; a document keeps the number it got first."""

    def __init__(self, selected: Selected) -> None:
        self._dataset, self._by_id = selected.dataset, selected.dataset.by_id
        self._numbers: dict[str, int] = {}

    def mark(self, sources: Iterable[str]) -> html.Sup | str:
        """The numbers of documents, to stand in their row; "" for none."""
        numbers = [str(self._number(source)) for source in dict.fromkeys(sources)]
        return html.Sup(" ".join(f"[{number}]" for number in numbers), className=MARK) if numbers else ""

    def of_reports(self, reports: Iterable[str]) -> html.Sup | str:
        """The numbers of the documents that reports, named by their ids, stand in."""
        return self.mark(self._by_id["reports"][report]["source_id"] for report in reports)

    def listed(self) -> list:
        """The notes, to stand after their rows; nothing where no row has one."""
        if not self._numbers:
            return []
        items = [html.Li(self._words(self._by_id["sources"][source])) for source in self._numbers]
        return [html.Div([html.H3(tr("Documents behind these rows")), html.Ol(items)], className=f"{LISTED} {PAPER}")]

    def _number(self, source: str) -> int:
        return self._numbers.setdefault(source, len(self._numbers) + 1)

    def _words(self, source: Row) -> list:
        """Title, outlet, day and address of a document, in one line."""
        outlet = self._by_id["outlets"][source["outlet_id"]]["name"]
        day = when(source["published"]) if source["published"] else tr("no day of publication given")
        address = source["url"] or source["archived_url"] or tr("No web address is recorded.")
        told = gentle.address(self._dataset, source, address)
        return [gentle.document(self._dataset, source, quoted=True), f". {outlet}, {day}. ", told]


def noted(name: str, rows: Sequence[dict], notes: Notes) -> list[dict]:
    """The rows of a table, each with its numbers under "noted"; those of a table without documents as they are."""
    behind = _BEHIND.get(name)
    return [{**row, "noted": behind(notes, row)} for row in rows] if behind else list(rows)


_BEHIND: Mapping[str, Callable[[Notes, Row], html.Sup | str]] = {
    "incidents": lambda notes, row: notes.of_reports(row["report_ids"].split(";")),
    "reports": lambda notes, row: notes.mark([row["source_id"]]),
    "tallies": lambda notes, row: notes.mark([row["source_id"]]),
}
"""Per table, the numbers of the documents of a row: of an incident, of its reports that match the selection."""
