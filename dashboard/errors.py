"""Problems: what was found, where, what is right, and what to do.

A problem is a value, collected rather than thrown, so that a package or a query is reported whole.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from rapidfuzz import fuzz, process
from rapidfuzz.utils import default_process

from dashboard.language import tr

ERROR, WARNING = "error", "warning"
TEXT = ".md"
"""How the names of files end that have lines and no columns."""


@dataclass(frozen=True)
class Code:
    """One kind of problem: how grave it is, and its meaning as the documentation prints it."""

    severity: str
    meaning: str


CODES: dict[str, Code] = {
    "missing-package": Code(ERROR, tr("The folder, or its datapackage.json, is not there.")),
    "bad-descriptor": Code(ERROR, tr("datapackage.json cannot be read or lacks a part that the site relies on.")),
    "bad-release": Code(
        ERROR, tr("datapackage.json lists a release twice, or the present version among the earlier ones.")
    ),
    "missing-table": Code(ERROR, tr("A table that the descriptor declares is not there.")),
    "unreadable-table": Code(ERROR, tr("A table is not UTF-8 comma-separated text.")),
    "missing-column": Code(ERROR, tr("A table lacks a column that its schema declares.")),
    "duplicate-column": Code(ERROR, tr("Two columns of a table have the same name.")),
    "reserved-column": Code(
        ERROR, tr("A column of the package has the name of one that the site derives for that table.")
    ),
    "unknown-column": Code(WARNING, tr("A table has a column that its schema does not declare; it is ignored.")),
    "ragged-row": Code(ERROR, tr("A row has more cells or fewer cells than the header.")),
    "blank-row": Code(WARNING, tr("A row is blank; it is ignored.")),
    "bad-type": Code(ERROR, tr("A cell is not of its column's type.")),
    "bad-format": Code(ERROR, tr("A cell does not have the form its column asks for.")),
    "bad-value": Code(ERROR, tr("A cell is not one of the values its column allows.")),
    "out-of-range": Code(ERROR, tr("A number is outside the range its column allows.")),
    "missing-value": Code(ERROR, tr("A required cell is empty.")),
    "duplicate-key": Code(ERROR, tr("Two rows carry the same id.")),
    "unknown-reference": Code(ERROR, tr("A cell names a row of another table that does not exist.")),
    "bad-date": Code(ERROR, tr("A cell is not a date in the documented subset of EDTF.")),
    "needs-value": Code(ERROR, tr("A cell is empty although another cell of its row requires it.")),
    "number-without-meaning": Code(ERROR, tr("A qualifier or a unit has no number, or a least exceeds a most.")),
    "not-carried": Code(ERROR, tr("An incident's date, place or kind is given by none of its reports.")),
    "no-reports": Code(ERROR, tr("An incident has no report.")),
    "date-order": Code(ERROR, tr("A document, a statement or the end of a count is older than what it speaks of.")),
    "cycle": Code(ERROR, tr("A place, actor or tally contains itself.")),
    "too-many-words": Code(ERROR, tr("A text is longer than its column allows.")),
    "orphan": Code(WARNING, tr("A row is used by no other row.")),
    "set-aside": Code(WARNING, tr("A row is set aside because a row it relies on is set aside.")),
    "emptied": Code(WARNING, tr("A cell is emptied because the larger row it names is set aside.")),
    "bad-story": Code(ERROR, tr("A story, or a step of it, lacks a part or has one that cannot be read.")),
    "story-view": Code(ERROR, tr("The view of a step leads nowhere, or asks for what the data does not have.")),
    "story-empty": Code(ERROR, tr("The view of a step matches nothing.")),
    "story-value": Code(ERROR, tr("A story asks for a value that the data cannot give by the day of its view.")),
    "story-number": Code(ERROR, tr("A story has a number in its words that nothing computes.")),
    "story-link": Code(ERROR, tr("A link in a story leads to no page of the site, or to one that cannot be shown.")),
    "story-harm": Code(ERROR, tr("A step tells of people harmed and is not marked, so gentle mode would show it.")),
    "story-disagrees": Code(ERROR, tr("The data no longer gives what a story expects of it.")),
    "unknown-filter": Code(ERROR, tr("A query names a filter that does not exist.")),
    "unknown-value": Code(ERROR, tr("A query asks for a value that the data does not have.")),
    "bad-query": Code(ERROR, tr("A query value does not have the form its filter asks for.")),
}


@dataclass(frozen=True)
class Problem:
    """One problem at one place. ``row`` is that of the spreadsheet (the header is row 1), in texts the line."""

    code: str
    file: str
    row: int | None
    column: str | None
    found: str
    expected: str
    fix: str

    @property
    def severity(self) -> str:
        """``error`` or ``warning``."""
        return CODES[self.code].severity

    @property
    def where(self) -> str:
        """The place in words: "reports.csv, row 42, column date"."""
        of_text = self.file.endswith(TEXT)
        line, part = (tr("line {n}"), "{name}") if of_text else (tr("row {n}"), tr("column {name}"))
        row = line.format(n=self.row) if self.row is not None else ""
        column = part.format(name=self.column) if self.column else ""
        return ", ".join(part for part in (self.file, row, column) if part)

    def as_dict(self) -> dict[str, Any]:
        """The problem as JSON shows it."""
        names = ("code", "severity", "file", "row", "column", "found", "expected", "fix")
        return {name: getattr(self, name) for name in names}

    def __str__(self) -> str:
        return tr("{where}: {severity} {code}. Found: {found}. Expected: {expected}. To do: {fix}.").format(
            where=self.where,
            severity=self.severity,
            code=self.code,
            found=self.found,
            expected=self.expected,
            fix=self.fix,
        )


class AsReportedError(Exception):
    """Something a person can mend; its text is one plain sentence and is shown without a traceback."""

    exit_code = 2


class ProblemsError(AsReportedError):
    """Problems that stop the work; ``problems`` holds them all, the text shows the first twenty."""

    exit_code = 1

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        shown = [str(problem) for problem in self.problems[:20]]
        hidden = len(self.problems) - len(shown)
        more = [tr("... and {hidden} more.").format(hidden=hidden)] if hidden else []
        super().__init__("\n".join(shown + more))


class InvalidPackage(ProblemsError):
    """A data package that cannot be served."""


class InvalidSelection(ProblemsError):
    """A query that names a filter or a value that is not known; the API answers it with 400."""

    exit_code = 2  # the words of a command are wrong, not a package

    def __init__(self, problems: Iterable[Problem]) -> None:
        super().__init__(problems)
        self.args = (" ".join(f"{p.found}. {p.expected}." for p in self.problems),)


def shown(cell: str, limit: int = 120) -> str:
    """A cell's text in quotes, cut where it is long."""
    if not cell:
        return tr("an empty cell")
    more = tr(" and {number} more characters").format(number=len(cell) - limit) if len(cell) > limit else ""
    return repr(cell[:limit]) + more


def listed(names: Iterable[str], limit: int = 60) -> str:
    """The names, sorted and joined for a sentence; past the limit it says how many more."""
    names = sorted(names)
    more = tr(" and {number} more").format(number=len(names) - limit) if len(names) > limit else ""
    return ", ".join(names[:limit]) + more


FEW, NEAREST = 12, 5
"""Up to how many names are all told to whoever wrote one that is not among them, and how many of more."""


def nearest(written: str, names: Iterable[str]) -> str:
    """The names that somebody may have meant: all of a few in order, else those nearest to what was written first."""
    known = sorted(names)
    if len(known) <= FEW:
        return listed(known)
    found = process.extract(written, known, scorer=fuzz.WRatio, processor=default_process, limit=NEAREST)
    more = tr(" and {number} more").format(number=len(known) - len(found))
    return ", ".join(name for name, _, _ in found) + more
