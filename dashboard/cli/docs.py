"""``as-reported docs``: the parts of the documentation that follow from the code, written or compared."""

import argparse
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from dashboard import schema
from dashboard.cli.command import Argument, Command
from dashboard.exporters.dictionary import dictionary, problem_codes
from dashboard.language import tr

_ROOT = Path(__file__).parent.parent.parent
_DATA = schema.DEFAULT / "README.md"


@dataclass(frozen=True)
class Part:
    """One generated part: the file it stands in, its name between the markers, and what it says."""

    file: Path
    name: str
    text: Callable[[Sequence[Command]], str]


def command_line(commands: Sequence[Command]) -> str:
    """Every command as Markdown: its usage, what it does, its arguments."""
    return "\n\n".join(_command(command) for command in commands)


def _command(command: Command) -> str:
    arguments = "\n".join(f"- `{_named(argument)}`: {argument.help}" for argument in command.arguments)
    return f"    {command.usage}\n\n{command.help}\n\n{arguments}"


def _named(argument: Argument) -> str:
    return argument.usage.strip("[]")


PARTS = (
    Part(_DATA, "dictionary", lambda _: dictionary(schema.read(schema.DEFAULT))),
    Part(_DATA, "problems", lambda _: problem_codes()),
    Part(_ROOT / "README.md", "cli", command_line),
)


def run(args: argparse.Namespace) -> int:
    """Write every part, or with --check only compare it; 1 when one differs or has no place."""
    deal = compared if args.check else written
    wrong = [line for part in PARTS if (line := _told(deal, part, part.text(args.commands)))]
    print("\n".join(wrong or [tr("The documentation says what the code says.")]))
    return int(bool(wrong))


def _told(deal: Callable[[Path, str, str], str], part: Part, text: str) -> str:
    """What is wrong with one part, "" when nothing is."""
    try:
        return deal(part.file, part.name, text)
    except OSError as error:
        marks = tr(" and ").join(_marks(part.name))
        return tr("{file}: {strerror}. It must be there and hold the lines {marks}.").format(
            file=part.file, strerror=error.strerror, marks=marks
        )
    except NoPlace as error:
        return f"{part.file}: {error}"


def compared(file: Path, name: str, text: str) -> str:
    """Say whether the file's part differs from the text."""
    before = file.read_text(encoding="utf-8")
    same = renewed(before, name, text) == before
    return (
        ""
        if same
        else tr("{file}: the part {name} is out of date. Run: as-reported docs").format(file=file, name=repr(name))
    )


def written(file: Path, name: str, text: str) -> str:
    """Write the text into the file's part; the rest of the file stays as it is."""
    whole = renewed(file.read_text(encoding="utf-8"), name, text)
    file.write_text(whole, encoding="utf-8", newline="\n")
    return ""


class NoPlace(ValueError):
    """A file without the two lines between which a part belongs."""


def renewed(whole: str, name: str, text: str) -> str:
    """The whole text with one part replaced. Raises NoPlace where its marks are not there once, in order."""
    start, end = _marks(name)
    starts, ends = (_lines(whole, mark) for mark in (start, end))
    if not (len(starts) == len(ends) == 1 and starts < ends):
        raise NoPlace(
            tr("The lines {start} and {end} must each stand in it once, in this order.").format(start=start, end=end)
        )
    return f"{whole[: starts[0]]}{start}\n\n{text}\n\n{whole[ends[0] :]}"


def _lines(whole: str, line: str) -> list[int]:
    return [match.start() for match in re.finditer(f"(?m)^{re.escape(line)}$", whole)]


def _marks(name: str) -> tuple[str, str]:
    return f"<!-- {name}:start -->", f"<!-- {name}:end -->"


COMMAND = Command(
    "docs",
    tr("Write the generated parts of the documentation: data dictionary, problem codes, command line."),
    (
        Argument(
            "--check", tr("Write nothing, and say which part is out of date; exit code 1 when one is."),
            {"action": "store_true"},
        ),
    ),
    run,
)  # fmt: skip
