"""``as-reported check``: everything that is wrong with a data package."""

import argparse
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path

import orjson

from dashboard import checks, dataset, stories
from dashboard.checks import Package
from dashboard.cli.command import Argument, Command
from dashboard.cli.load import FOLDER
from dashboard.errors import ERROR, InvalidPackage, Problem
from dashboard.language import tr, trn
from dashboard.readability import Levels, levels

Problems = Sequence[Problem]


def run(args: argparse.Namespace) -> int:
    """Print every problem; 1 when one of them is an error."""
    package, problems = _found(args.folder)
    print(FORMATS[args.format](package, problems))
    return int(checks.has_errors(problems))


def _found(folder: Path) -> tuple[Package | None, Problems]:
    """The package, None where there is none to read, and its problems."""
    try:
        package = checks.read(folder)
    except InvalidPackage as error:
        return None, error.problems
    problems = checks.check(package)
    return package, [*problems, *_of_stories(package, problems)]


def _of_stories(package: Package, problems: Problems) -> Problems:
    """What is wrong with the stories; only their form is judged while the data cannot be read."""
    told, wrong = stories.read(package.stories)
    if not told or any(problem.code in checks.STOPS for problem in problems):
        return wrong
    try:
        return [*wrong, *stories.check(told, dataset.build(package, list(problems)))]
    except InvalidPackage:  # no incident is left to tell of, and the problems above say why
        return wrong


def _text(package: Package | None, problems: Problems) -> str:
    """One line per problem, then one that sums up."""
    return "\n".join([*map(str, problems), *_reading(package), _summary(package, problems)])


def _reading(package: Package | None) -> list[str]:
    """How hard the summaries of a package are to read, a line per table that has some."""
    return [
        tr(
            "Summaries in {table}: read with ease in school year {middle} (the middle one of "
            "{texts}), nine in ten by year {nine_in_ten}; the hardest, row {row}, in year {most}."
        ).format(
            table=table,
            middle=found.middle,
            texts=f"{found.texts:,}",
            nine_in_ten=found.nine_in_ten,
            row=row,
            most=found.most,
        )
        for table, (found, row) in _levels(package).items()
    ]


def _levels(package: Package | None) -> Mapping[str, tuple[Levels, int]]:
    """Per table with summaries their levels, and the number of the hardest row."""
    tables = package.rows if package else {}
    held = {name: [row for row in tables.get(name, []) if row.cells.get("summary")] for name in _SUMMED_UP}
    found = {name: levels(row["summary"] for row in rows) for name, rows in held.items()}
    return {name: (one, held[name][one.hardest].number) for name, one in found.items() if one}


_SUMMED_UP = ("reports", "tallies")


def _summary(package: Package | None, problems: Problems) -> str:
    errors = sum(problem.severity == ERROR for problem in problems)
    warnings = len(problems) - errors
    told = (
        trn("{n} error", "{n} errors", errors).format(n=errors or tr("no")),
        trn("{n} warning", "{n} warnings", warnings).format(n=warnings or tr("no")),
    )
    found = ", ".join(told).capitalize()
    if package is None:
        return f"{found}."
    rows = [f"{len(package.rows[name]):,} {name}" for name in _COUNTED if name in package.rows]
    stories = len(package.stories)
    if stories:
        rows.append(trn("{n} story", "{n} stories", stories).format(n=stories))
    return tr("{found} in {rows}.").format(found=found, rows=", ".join(rows))


_COUNTED = ("incidents", "reports", "tallies")


def _json(package: Package | None, problems: Problems) -> str:
    errors = sum(problem.severity == ERROR for problem in problems)
    counted = {"errors": errors, "warnings": len(problems) - errors}
    reading = {name: {**asdict(found), "hardest": row} for name, (found, row) in _levels(package).items()}
    report = {**counted, "reading": reading, "problems": [problem.as_dict() for problem in problems]}
    return orjson.dumps(report, option=orjson.OPT_INDENT_2).decode()


FORMATS: Mapping[str, Callable[[Package | None, Problems], str]] = {"text": _text, "json": _json}

COMMAND = Command(
    "check",
    tr("Print everything that is wrong with a data package. Exit code 1 when anything is an error."),
    (
        FOLDER,
        Argument("--format", tr("text (default) or json."), {"choices": tuple(FORMATS), "default": "text"}),
    ),
    run,
)  # fmt: skip
