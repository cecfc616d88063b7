"""The selected rows of a table as records, with the selection they belong to."""

from typing import Any

from dashboard.exporters.columns import columns
from dashboard.selection import Selected, releases
from dashboard.selection.left_out import left_out

Record = dict[str, Any]


def records(selected: Selected, table: str) -> list[Record]:
    """One record per selected row, in the order in which the site lists them."""
    shown = columns(selected.dataset.schema, table)
    rows = getattr(selected, table).to_dict("records")
    return [{column.name: column.read(selected, row) for column in shown} for row in rows]


def about(selected: Selected, table: str) -> Record:
    """What the rows of a table are: the selection, what it leaves out and why, and the data it is made of.

    The sentence counts reports and incidents whatever the table is. ``ignored``, of tallies only, names the
    filters asked that declared counts do not obey.
    """
    day, schema = selected.selection.known_by, selected.dataset.schema
    return {
        "describe": selected.sentence,
        "query": selected.selection.filtering.to_query(),
        "known_by": day and day.isoformat(),
        "counts": selected.counts(table),
        "left_out": left_out(selected, table),
        **({"ignored": list(selected.ignored)} if table == "tallies" else {}),
        "title": schema.title,
        "version": schema.version,
        "digest": selected.dataset.digest,
        "licence": schema.licence,
        "notice": releases.notice(selected.selection, selected.dataset) or None,
    }


def envelope(selected: Selected, table: str) -> Record:
    """The records of a table under its name, after what they are."""
    return {**about(selected, table), table: records(selected, table)}
