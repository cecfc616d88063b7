"""Patterns that a package brings along, matched in a process of their own: one made to never end is stopped.

A regular expression can take longer than anybody waits, and nothing inside a process can stop it. Patterns of the
default package are known to be harmless; any other is a stranger's.
"""

import json
import re
import subprocess
import sys
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

from dashboard import schema
from dashboard.checks.package import Package
from dashboard.descriptor import unusable
from dashboard.errors import Problem, shown
from dashboard.language import tr
from dashboard.schema import Field, Table
from dashboard.tables import Row

SECONDS = 5.0
"""How long all patterns of one package may take together."""
_MATCH = """
import json, re, sys
for pattern, cells in json.load(sys.stdin):
    matcher = re.compile(f"^{pattern}$")
    print(json.dumps([bool(matcher.match(cell)) for cell in cells]), flush=True)
"""
Column = tuple[Table, Field, list[Row]]


def foreign(raw: dict[str, Any]) -> str:
    """The pattern of a column of text that the default package does not have; "" for none."""
    pattern = raw.get("constraints", {}).get("pattern", "")
    ours = raw.get("type", "string") != "string" or pattern in _known()
    return "" if ours or not _compiles(pattern) else pattern


def broken(package: Package) -> Iterator[tuple[Table, Row, str] | Problem]:
    """Cells that a stranger's pattern refuses, or the problem of a pattern that takes too long."""
    columns = [
        (table, field, [row for row in package.rows[table.name] if row[field.name]])
        for table, field in package.columns()
        if foreign(field.raw)
    ]
    matched = _matched([(foreign(field.raw), [row[field.name] for row in rows]) for _, field, rows in columns])
    for (table, field, rows), good in zip(columns, matched, strict=False):
        yield from ((table, row, field.name) for row, fits in zip(rows, good, strict=True) if not fits)
    if len(matched) < len(columns):
        yield _endless(*columns[len(matched)][:2])


def _endless(table: Table, field: Field) -> Problem:
    pattern = shown(field.raw["constraints"]["pattern"])
    found = tr("the pattern {pattern} of {name}.{name_2}, which had not come to an end after {seconds} seconds").format(
        pattern=pattern, name=table.name, name_2=field.name, seconds=f"{SECONDS:g}"
    )
    return unusable(found, tr("a pattern that repeats nothing which itself repeats, such as [a-z]+(-[a-z]+)*"))


def _matched(asked: Sequence[tuple[str, list[str]]]) -> list[list[bool]]:
    """For each pattern whether its cells fit, up to the one that was stopped."""
    if not asked:
        return []
    command = [sys.executable, "-I", "-c", _MATCH]
    try:
        told = subprocess.run(
            command, input=json.dumps(asked).encode(), capture_output=True, timeout=SECONDS, check=True
        )
        lines = told.stdout
    except subprocess.TimeoutExpired as stopped:
        lines = stopped.stdout or b""
    return [json.loads(line) for line in lines.splitlines(keepends=True) if line.endswith(b"\n")]


@cache
def _known() -> frozenset[str]:
    fields = (field for table in schema.read(schema.DEFAULT).tables.values() for field in table.fields.values())
    return frozenset({"", *(field.raw.get("constraints", {}).get("pattern", "") for field in fields)})


def _compiles(pattern: object) -> bool:
    try:
        return bool(re.compile(f"^{pattern}$"))
    except (re.error, OverflowError, RecursionError):
        return False  # the reading of the table says so
