"""Spelling: numbers, days and web addresses written so that every program reads them alike."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from dashboard.checks.package import Package, in_cell
from dashboard.errors import Problem
from dashboard.language import tr

FIX = tr("Correct the cell, or leave it empty where the source states nothing")

# Table Schema also takes 1_000, +3, NaN, Arabic digits and 2023-1-8, which others and our own dates do not.
_PLAIN = {
    "integer": (re.compile(r"-?\d{1,9}", re.ASCII), tr("a whole number, in digits")),
    "number": (re.compile(r"-?\d{1,9}(\.\d+)?", re.ASCII), tr("a number, in digits")),
    "date": (re.compile(r"\d{4}-\d\d-\d\d", re.ASCII), tr("a day such as 2023-11-08")),
    # A link is followed with a click: javascript: and data: addresses must never become one.
    "uri": (re.compile(r"https?://[^\s<>\"/?#][^\s<>\"]*"), tr("a web address such as https://example.org/page")),
}


def plain(package: Package) -> Iterator[Problem]:
    """Numbers, days and addresses that are not written plainly."""
    for table, field in package.columns():
        if kind := _kind(field.raw):
            pattern, expected = _PLAIN[kind]
            odd = package.judged(table, field.name, lambda text, form=pattern: text and not form.fullmatch(text))
            for row, _ in odd:
                yield in_cell("bad-type", table, row, field.name, expected, FIX)


def expected(raw: Mapping[str, Any]) -> str:
    """What a cell of this column holds, for a column that is not plain text."""
    kind = _kind(raw)
    return _PLAIN[kind][1] if kind else tr("a value of the type {type}").format(type=raw.get("type", "string"))


def _kind(raw: Mapping[str, Any]) -> str | None:
    return next((name for name in (raw.get("type"), raw.get("format")) if name in _PLAIN), None)
