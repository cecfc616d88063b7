"""What a query can say of tables: which rows, which columns, in which order, how many on a page."""

from collections.abc import Mapping

from dashboard.language import tr

OF = {"incidents": tr("Incidents"), "reports": tr("Reports"), "tallies": tr("Declared counts")}
"""What the rows of the timeline can stand for."""

COLUMNS: Mapping[str, tuple[str, ...]] = {
    "incidents": (
        "title", "date", "kind", "place", "said_by", "standing", "reports", "origins", "outlets", "certainty",
    ),
    "reports": (
        "incident", "date", "said_on", "known_on", "lag", "asserted_by", "outlet", "source", "locator", "stance",
        "kind", "place", "attributed_to", "against", "target", "weapon", "strikes", "killed", "injured", "outcome",
        "summary", "quote", "certainty",
    ),
    "tallies": (
        "value", "measure", "asserted_by", "party", "said_on", "known_on", "since", "until", "scope", "itemised",
        "outlet", "source", "locator", "summary", "quote", "certainty",
    ),
    "outlets": ("name", "kind", "country", "documents", "reports", "incidents", "alone", "lag"),
}  # fmt: skip
"""Per table, its columns from left to right; the first one names the row and is always shown."""

NAMES = tuple(dict.fromkeys(name for names in COLUMNS.values() for name in names))
SORTS = tuple(order for name in NAMES for order in (name, f"-{name}"))
"""Every order that some table may have; a leading "-" sorts downwards."""

PER = (25, 50, 100, 200)
"""How many rows a page can have."""
USUAL = 50
