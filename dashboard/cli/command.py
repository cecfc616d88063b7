"""A command as data: its name, what it does, and the arguments it takes."""

import argparse
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from dashboard.errors import AsReportedError


class Refused(AsReportedError):
    """A command that was asked for something that cannot be done."""


@dataclass(frozen=True)
class Argument:
    """One argument: its name, its help, and the rest as argparse takes it."""

    name: str
    help: str
    options: Mapping[str, Any] = field(default_factory=dict)

    @property
    def usage(self) -> str:
        """As it stands in the usage line: "[DIR]", "[--port PORT]", "[--strict]", "OUT"."""
        given = "" if self.options.get("action") == "store_true" else f" {self.value}"
        name = f"{self.name}{given}" if self.name.startswith("--") else self.value
        optional = self.name.startswith("--") or "nargs" in self.options
        return f"[{name}]" if optional else name

    @property
    def value(self) -> str:
        """The word that stands for its value."""
        choices = self.options.get("choices")
        return "|".join(choices) if choices else self.options.get("metavar", self.name.lstrip("-").upper())


@dataclass(frozen=True)
class Command:
    """One command. ``run`` does it and returns the exit code; AsReportedError says what a person can mend."""

    name: str
    help: str
    arguments: tuple[Argument, ...]
    run: Callable[[argparse.Namespace], int]

    @property
    def usage(self) -> str:
        """The command's line: "as-reported check [DIR] [--format text|json]"."""
        return " ".join(["as-reported", self.name, *(argument.usage for argument in self.arguments)])


def add(command: Command, commands: Any) -> None:
    """Make argparse know a command."""
    parser = commands.add_parser(command.name, help=command.help, description=command.help)
    for argument in command.arguments:
        parser.add_argument(argument.name, help=argument.help, **argument.options)
    parser.set_defaults(run=command.run)
