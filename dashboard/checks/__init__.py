"""Everything that can be wrong with a package, found in one pass and reported whole.

``CHECKS`` is the list. Adding a check is one function that yields problems, and one line here.
"""

from dashboard.checks import dates, form, references, texts
from dashboard.checks.package import Package, read
from dashboard.errors import ERROR, Problem

CHECKS = (
    form.standard_parts,
    form.cells,
    dates.forms,
    references.in_lists,
    references.scopes,
    references.cycles,
    texts.requirements,
    texts.lengths,
    texts.numbers,
    dates.order,
    references.carried,
    references.orphans,
)


def check(package: Package) -> list[Problem]:
    """Return every problem of the package in order of file, row and column."""
    problems = list(package.problems)
    for rule in CHECKS:
        problems += rule(package)
    order = {table.path: place for place, table in enumerate(package.schema.tables.values())}
    distinct = dict.fromkeys(problems)
    return sorted(distinct, key=lambda p: (order.get(p.file, -1), p.row or 0, p.column or "", p.code))


def has_errors(problems: list[Problem]) -> bool:
    """True when one of them is an error rather than a warning."""
    return any(problem.severity == ERROR for problem in problems)


__all__ = ["CHECKS", "Package", "check", "has_errors", "read"]
