"""The three articles of release 0.1.0 as a data set: small, real, and the same whatever the default package holds."""

from functools import cache
from pathlib import Path

from dashboard import dataset, schema, tables
from dashboard.checks import Package
from dashboard.dataset import Dataset

FOLDER = Path(__file__).parent / "articles"


@cache
def articles() -> Dataset:
    """The data set, under the default package's descriptor."""
    described = schema.read(schema.DEFAULT)
    rows = {name: _rows(table) for name, table in described.tables.items()}
    told = {path.name: path.read_bytes() for path in sorted((FOLDER / "stories").glob("*.md"))}
    return dataset.build(Package(described, rows, (), told), [])


def _rows(table: schema.Table) -> list[tables.Row]:
    path = FOLDER / table.path
    if not path.exists():
        return []
    found, problems = tables.read(path, list(table.fields))
    assert problems == []
    return found
