"""The marks: incidents in lanes with everything a mark shows."""

from collections.abc import Iterable, Iterator
from datetime import date
from html import escape
from typing import Any

import pandas as pd

from dashboard import edtf
from dashboard.derive import LEVEL_WORDS
from dashboard.derive.index import ALWAYS, HIDDEN
from dashboard.figures import bins
from dashboard.figures.days import by_then, elsewhere, span
from dashboard.figures.lanes import Lane, lanes
from dashboard.language import tr, trn
from dashboard.selection import Selected

MARK_COLUMNS = (
    "incident_id", "lane", "first_day", "last_day", "stands", "open", "approximate", "rivals", "symbol", "side",
    "corroboration", "disputed", "text",
)  # fmt: skip


def marks(selected: Selected, by: str = "place") -> tuple[list[Lane], pd.DataFrame]:
    """The lanes in order from the top, and one mark per incident and lane (columns: MARK_COLUMNS).

    Marks too many to be told apart come without what only a single mark shows: they are drawn as bins.
    """
    found, placed = lanes(selected, by)
    if bins.too_many(placed, *span(selected)):
        return found, placed
    shown = details(selected).drop(columns=["first_day", "last_day", "stands", "disputed", "corroboration"])
    placed = placed.merge(shown, on="incident_id")[list(MARK_COLUMNS)]
    return found, placed.sort_values(["last_day", "incident_id"], ignore_index=True)


def details(selected: Selected) -> pd.DataFrame:
    """The selected incidents with everything that a single mark shows."""
    frame = selected.incidents
    kinds = selected.dataset.schema.categories("incidents", "kind")
    dates = [edtf.parse(text) for text in frame["date"]]
    return by_then(frame, selected).assign(
        open=[_open(date) for date in dates],
        approximate=[date.approximate for date in dates],
        rivals=[_rivals(selected, row.incident_id, row.conflicts) for row in frame.itertuples()],
        symbol=[kinds[kind]["symbol"] for kind in frame["kind"]],
        side=[kinds[kind]["side"] for kind in frame["kind"]],
        text=list(_hover(selected, elsewhere(frame, selected))),
    )


def _open(date: edtf.Edtf) -> str:
    return "start" if date.earliest is None else "end" if date.latest is None else ""


def _rivals(selected: Selected, incident_id: str, conflicts: str) -> tuple[int, ...]:
    """The last days of dates that cannot both hold; none where the reports agree."""
    if "date" not in conflicts.split(";"):
        return ()
    known = selected.index.known(incident_id, selected.day)
    until = selected.selection.known_by.toordinal() if selected.selection.known_by else ALWAYS
    return tuple(
        sorted({max(report.date.first_day, min(report.date.last_day, until)) for report in known if report.date})
    )


def _hover(selected: Selected, others: Iterable[bool]) -> Iterator[str]:
    """What each mark says; ``others`` flags those that are in the window by an account which gives other days."""
    names = selected.dataset.by_id["places"]
    for row, other in zip(selected.incidents.itertuples(), others, strict=True):
        place = names[row.place_id]["name"] if row.place_id else tr("place not stated")
        lines = (
            f"<b>{escape(row.title)}</b>",
            f"{edtf.short(edtf.parse(row.date))} · {escape(place)}",
            standing(row),
            *_cut(row, selected.selection.known_by),
            *([tr("here because an account gives other days")] if other else []),
        )
        yield "<br>".join(lines)


def _cut(row: Any, known_by: date | None) -> Iterator[str]:
    """That the date goes on past the known-by day, where the mark stands."""
    if known_by and row.first_day <= known_by.toordinal() < row.last_day:
        yield tr("a date that goes on past the known-by day: drawn up to {day}").format(day=edtf.say_day(known_by))


def standing(row: Any) -> str:
    """How an incident stands, in words: "claimed, disputed; 3 reports, 1 origin"; while that is hidden, no numbers."""
    if row.corroboration == HIDDEN or (row.reports and not row.origins):  # of a statement only its origins are hidden
        return level(row)
    if not row.reports:
        return tr("{level}; no report of a known day").format(level=level(row))
    reports = trn("{n} report", "{n} reports", row.reports).format(n=row.reports)
    origins = trn("{n} origin", "{n} origins", row.origins).format(n=row.origins)
    return f"{level(row)}; {reports}, {origins}"


def level(row: Any) -> str:
    """The level of corroboration with its flags; a statement is said or not said, and has none."""
    if row.corroboration == HIDDEN:
        return tr("standing hidden until you answer")
    silent = tr("a statement, not graded") if row.certainly_known else tr("not known for certain by this day")
    flags = [words for flag, words in _FLAGS.items() if getattr(row, flag)]
    return ", ".join([LEVEL_WORDS.get(row.corroboration, silent), *flags])


_FLAGS = {"disputed": tr("disputed"), "revised": tr("revised")}
