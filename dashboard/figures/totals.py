"""Declared running totals, each with what the data set names for the same window."""

from html import escape

import pandas as pd

from dashboard import edtf
from dashboard.derive import itemised
from dashboard.selection import Selected

TOTAL_COLUMNS = ("tally_id", "day", "value", "declared", "party", "party_label", "low", "high", "text")


def totals(selected: Selected) -> pd.DataFrame:
    """Declared running totals of the first measure that can be itemised, with what the data set names for each.

    A total gives its baseline, is no part of another and is not its source's own inference. Columns: TOTAL_COLUMNS;
    ``low`` and ``high`` are the certain attacks named and the certain and possible ones together.
    """
    measure = first_measure(selected)
    frame = selected.tallies
    kept = frame[(frame["measure"] == measure) & (frame["since"] != "") & (frame["part_of"] == "")]
    rows = [_total(selected, row) for row in kept[kept["derived_by"] == ""].to_dict("records")]
    return pd.DataFrame(rows, columns=list(TOTAL_COLUMNS)).sort_values(["day", "value"], ignore_index=True)


def first_measure(selected: Selected) -> str:
    """The measure that the counts band shows: the first that the descriptor can itemise."""
    measures = selected.dataset.schema.categories("tallies", "measure")
    return next((value for value, words in measures.items() if words.get("itemised")), "")


def _total(selected: Selected, row: dict) -> dict:
    named = itemised(selected.index, row, selected.day)
    words = selected.dataset.schema.label("actors", "party", row["party"])
    qualifier = selected.dataset.schema.label("tallies", "qualifier", row["qualifier"])
    speaker = selected.dataset.by_id["actors"][row["asserted_by"]]["name"]
    possible = named.high_possible - named.high
    more = f" (and possibly {possible:g} more)" if possible else ""
    declared = f"{qualifier} {row['value']}".strip()
    lines = (
        f"<b>{declared} {row['measure']}</b>",
        f"{escape(speaker)}, since {edtf.short(edtf.parse(row['since']))}",
        f"named here for the same window: {named.low:g}{more}",
    )
    return {
        "tally_id": row["tally_id"], "day": int(row["first_day"]), "value": int(row["value"]), "party": row["party"],
        "declared": declared, "party_label": words, "low": named.low, "high": named.high_possible,
        "text": "<br>".join(lines),
    }  # fmt: skip
