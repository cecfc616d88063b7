"""File names that say what was selected."""

from dashboard.derive import fold
from dashboard.selection import Selected
from dashboard.selection.describe import clocks, filters

LONGEST = 100


def file_name(selected: Selected, export: str, ending: str) -> str:
    """Such as "as-reported-reports-placed-at-al-tanf-as-known-by-14-november-2023.csv", in plain letters."""
    asked = " ".join([filters(selected.selection, selected.dataset), *clocks(selected.selection)])
    words = fold(f"{selected.dataset.schema.raw.get('name', '')} {export} {asked}")
    plain = "-".join(words.encode("ascii", "ignore").decode().split())
    return plain[:LONGEST].rstrip("-") + ending
