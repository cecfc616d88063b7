"""``as-reported check``: everything that is wrong with a data package."""

import argparse
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import orjson

from dashboard import checks, dataset, stories
from dashboard.checks import Package
from dashboard.cli.command import Argument, Command
from dashboard.cli.load import FOLDER
from dashboard.errors import ERROR, InvalidPackage, Problem
from dashboard.language import tr, trn

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
    return "\n".join([*map(str, problems), _summary(package, problems)])


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


def _json(_: Package | None, problems: Problems) -> str:
    errors = sum(problem.severity == ERROR for problem in problems)
    counted = {"errors": errors, "warnings": len(problems) - errors}
    report = {**counted, "problems": [problem.as_dict() for problem in problems]}
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
