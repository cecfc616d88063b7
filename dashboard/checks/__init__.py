"""Everything that can be wrong with a package, found in one pass and reported whole.

Adding a check is one function that yields problems, and one line in one of the two tables here.
"""

from collections.abc import Iterable

from dashboard.checks import dates, descriptor, form, references, spelling, texts
from dashboard.checks.package import Package, read
from dashboard.errors import ERROR, Problem
from dashboard.schema import DESCRIPTOR

CELL_CHECKS = (
    form.cells,
    form.ids,
    spelling.plain,
    dates.forms,
    texts.requirements,
    texts.lengths,
    texts.numbers,
)
RELATION_CHECKS = (
    references.unknown,
    references.scopes,
    references.cycles,
    references.carried,
    references.orphans,
    dates.order,
    dates.periods,
)

STOPS = frozenset(
    {"bad-descriptor", "missing-table", "unreadable-table", "missing-column", "duplicate-column", "reserved-column"}
)
"""Faults of a whole file: its cells, and references to its rows, cannot be judged before it is mended."""


def check(package: Package) -> list[Problem]:
    """Return every problem of the package in order of file, row and column."""
    found = [*package.problems, *descriptor.parts(package), *descriptor.releases(package)]
    broken = {problem.file for problem in found if problem.code in STOPS}
    if not broken:
        found += _run(CELL_CHECKS + RELATION_CHECKS, package)
    elif DESCRIPTOR not in broken:
        found += (problem for problem in _run(CELL_CHECKS, package) if problem.file not in broken)
    order = {table.path: place for place, table in enumerate(package.schema.tables.values())}
    distinct = dict.fromkeys(found)
    return sorted(distinct, key=lambda p: (order.get(p.file, -1), p.row or 0, p.column or "", p.code))


def _run(rules: Iterable, package: Package) -> list[Problem]:
    return [problem for rule in rules for problem in rule(package)]


def has_errors(problems: Iterable[Problem]) -> bool:
    """True when one of them is an error rather than a warning."""
    return any(problem.severity == ERROR for problem in problems)


__all__ = ["STOPS", "Package", "check", "has_errors", "read"]
