"""The marks: incidents in lanes with everything a mark shows."""

from collections.abc import Iterator
from html import escape
from typing import Any

import pandas as pd

from dashboard import edtf
from dashboard.derive import LEVEL_WORDS
from dashboard.derive.index import HIDDEN
from dashboard.figures import bins
from dashboard.figures.days import span
from dashboard.figures.lanes import Lane, lanes
from dashboard.language import tr, trn
from dashboard.selection import Selected

MARK_COLUMNS = (
    "incident_id", "lane", "first_day", "last_day", "open", "approximate", "rivals", "symbol", "side", "corroboration",
    "disputed", "text",
)  # fmt: skip


def marks(selected: Selected, by: str = "place") -> tuple[list[Lane], pd.DataFrame]:
    """The lanes in order from the top, and one mark per incident and lane (columns: MARK_COLUMNS).

    Marks too many to be told apart come without what only a single mark shows: they are drawn as bins.
    """
    found, placed = lanes(selected, by)
    if bins.too_many(placed, *span(selected)):
        return found, placed
    shown = details(selected).drop(columns=["first_day", "last_day", "disputed", "corroboration"])
    placed = placed.merge(shown, on="incident_id")[list(MARK_COLUMNS)]
    return found, placed.sort_values(["last_day", "incident_id"], ignore_index=True)


def details(selected: Selected) -> pd.DataFrame:
    """The selected incidents with everything that a single mark shows."""
    frame = selected.incidents
    kinds = selected.dataset.schema.categories("incidents", "kind")
    dates = [edtf.parse(text) for text in frame["date"]]
    return frame.assign(
        open=[_open(date) for date in dates],
        approximate=[date.approximate for date in dates],
        rivals=[_rivals(selected, row.incident_id, row.conflicts) for row in frame.itertuples()],
        symbol=[kinds[kind]["symbol"] for kind in frame["kind"]],
        side=[kinds[kind]["side"] for kind in frame["kind"]],
        text=list(_hover(selected)),
    )


def _open(date: edtf.Edtf) -> str:
    return "start" if date.earliest is None else "end" if date.latest is None else ""


def _rivals(selected: Selected, incident_id: str, conflicts: str) -> tuple[int, ...]:
    """The last days of dates that cannot both hold; none where the reports agree."""
    if "date" not in conflicts.split(";"):
        return ()
    known = selected.index.known(incident_id, selected.day)
    return tuple(sorted({report.date.last_day for report in known if report.date}))


def _hover(selected: Selected) -> Iterator[str]:
    names = selected.dataset.by_id["places"]
    for row in selected.incidents.itertuples():
        place = names[row.place_id]["name"] if row.place_id else tr("place not stated")
        lines = (
            f"<b>{escape(row.title)}</b>",
            f"{edtf.short(edtf.parse(row.date))} · {escape(place)}",
            standing(row),
        )
        yield "<br>".join(lines)


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
