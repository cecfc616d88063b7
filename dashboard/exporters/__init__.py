"""Selections to take away: records, JSON, CSV, Parquet, GeoJSON, references, and a data package of the selected rows.

    selected = Selection.from_query("kind=attack").apply(dataset)
    exporters.records(selected, "reports")      # what a notebook wants
    exporters.as_csv(selected, "incidents")     # what a spreadsheet wants

Page, API and command line write the same bytes, because they all read ``EXPORTS``.
"""

from dashboard.exporters.bundle import package
from dashboard.exporters.columns import PARTS, TABLES, Column, columns
from dashboard.exporters.formats import DESCRIPTION, EXPORTS, FORMATS, PACKAGE, VIEW, Format, as_json, as_zip
from dashboard.exporters.names import file_name
from dashboard.exporters.records import about, envelope, records
from dashboard.exporters.references import Visit
from dashboard.exporters.sheets import as_csv

__all__ = [
    "DESCRIPTION", "EXPORTS", "FORMATS", "PACKAGE", "PARTS", "TABLES", "VIEW", "Column", "Format", "Visit", "about",
    "as_csv", "as_json", "as_zip", "columns", "envelope", "file_name", "package", "records",
]  # fmt: skip
