"""Notes that the editor wrote knowing everything: who asks what was known by an earlier day does not get them."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dashboard.selection.rows import Selected

NOTED = ("incidents", "sources", "links")
"""The tables whose notes tell what was found in the end; those of outlets, actors and places say who and where."""


def noted(selected: "Selected", table: str) -> bool:
    """Whether the notes of a table belong to what is asked; every page, export and package asks here."""
    return table not in NOTED or selected.day >= selected.index.end
