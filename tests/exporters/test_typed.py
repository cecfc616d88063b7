"""Parquet read back: the same values as the records, in columns of types, with the selection beside them."""

import json
from datetime import date

import duckdb
import pytest

from dashboard import exporters
from dashboard.exporters import TABLES
from dashboard.exporters.columns import columns, flattened
from dashboard.exporters.typed import ABOUT, as_parquet
from dashboard.selection import Selection


def select(data, query=""):
    return Selection.from_query(query).apply(data)


@pytest.fixture
def written(tmp_path):
    def write(selected, table):
        out = tmp_path / f"{table}.parquet"
        out.write_bytes(as_parquet(selected, table))
        return duckdb.read_parquet(str(out))

    return write


def values(selected, table):
    shown = columns(selected.dataset.schema, table)
    for record in exporters.records(selected, table):
        yield flattened(shown, record)


@pytest.mark.parametrize("table", TABLES)
@pytest.mark.parametrize("query", ["", "known_by=2019-03-12&kind=attack"])
def test_every_value_comes_back(tiny, written, table, query):
    selected = select(tiny, query)
    found = written(selected, table)
    read = [dict(zip(found.columns, map(plain, row), strict=True)) for row in found.fetchall()]
    assert read == list(values(selected, table))
    assert len(read) == len(getattr(selected, table))


def plain(value):
    return value.isoformat() if isinstance(value, date) else value


TYPES = [
    ("reports", "known_on", "DATE"),
    ("reports", "date_edtf", "VARCHAR"),
    ("reports", "date_earliest", "DATE"),
    ("reports", "date_approximate", "BOOLEAN"),
    ("reports", "killed", "BIGINT"),
    ("reports", "weapon", "VARCHAR[]"),
    ("sources", "published", "DATE"),
    ("places", "latitude", "DOUBLE"),
    ("incidents", "disputed", "BOOLEAN"),
    ("tallies", "itemised_low", "BIGINT"),
    ("tallies", "itemised_certain_ids", "VARCHAR[]"),
]


@pytest.mark.parametrize("query", ["", "q=nothing+of+this"])
@pytest.mark.parametrize(("table", "column", "kind"), TYPES)
def test_a_column_has_its_type_even_without_rows(tiny, written, table, column, kind, query):
    found = written(select(tiny, query), table)
    assert str(found.types[found.columns.index(column)]) == kind


def test_a_day_is_stored_as_a_date_of_32_bits(tiny, tmp_path):
    out = tmp_path / "sources.parquet"
    out.write_bytes(as_parquet(select(tiny), "sources"))
    stored = duckdb.sql(f"SELECT type, converted_type FROM parquet_schema('{out}') WHERE name = 'published'")
    assert stored.fetchall() == [("INT32", "DATE")]


def test_what_a_source_leaves_open_is_null_and_never_zero(tiny, written):
    found = written(select(tiny), "reports")
    killed = dict(found.select("report_id, killed").fetchall())
    assert (killed["r01"], killed["r02"]) == (None, 0)


def test_the_file_says_what_was_selected(tiny, tmp_path):
    selected = select(tiny, "q=l%27islet&known_by=2019-03-18")
    out = tmp_path / "out.parquet"
    out.write_bytes(as_parquet(selected, "incidents"))
    [(said,)] = duckdb.sql(f"SELECT value FROM parquet_kv_metadata('{out}') WHERE key = '{ABOUT}'").fetchall()
    assert json.loads(said) == exporters.about(selected, "incidents")


def test_a_column_may_have_any_name(package_copy, written):
    names = ["a 'quoted' \"one\"", "select"]
    package_copy.described(lambda raw: raw["resources"][1]["schema"]["fields"].extend({"name": name} for name in names))
    rows = package_copy.records("sources")
    package_copy.rewritten("sources", [[*row, *(names if at == 0 else "ab")] for at, row in enumerate(rows)])
    data = package_copy.loaded()
    for query in ("", "q=nothing"):
        assert set(names) <= set(written(select(data, query), "sources").columns)
