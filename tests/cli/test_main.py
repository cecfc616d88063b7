"""The command line as a whole: what it says of itself, and how it ends."""

import os
import subprocess
import sys

import pytest

from dashboard import __version__, cli
from dashboard.cli import COMMANDS, main


def run(*argv: str, **options) -> subprocess.CompletedProcess:
    """``python -m dashboard`` in a process of its own, warnings as errors."""
    command = [sys.executable, "-W", "error", "-m", "dashboard", *argv]
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", timeout=60, **options)


def test_the_version_is_told():
    done = run("--version")
    assert (done.returncode, done.stdout, done.stderr) == (0, f"as-reported {__version__}\n", "")


def test_help_names_every_command(capsys):
    with pytest.raises(SystemExit) as ended:
        main(["--help"])
    told = capsys.readouterr().out
    assert (ended.value.code, [command.name for command in COMMANDS if command.name not in told]) == (0, [])


@pytest.mark.parametrize(
    "argv", [[], ["fly"], ["check", "a", "b"], ["export", "weather", "out.csv"], ["serve", "--port", "x"]]
)
def test_a_command_that_does_not_exist_is_refused(capsys, argv):
    with pytest.raises(SystemExit) as ended:
        main(argv)
    assert (ended.value.code, "error:" in capsys.readouterr().err) == (2, True)


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
def test_the_usage_line_of_the_documentation_is_what_argparse_understands(capsys, command):
    with pytest.raises(SystemExit):
        main([command.name, "--help"])
    told = capsys.readouterr().out
    named = {argument.name for argument in command.arguments if argument.name in told or argument.value in told}
    assert named | {"export"} == {argument.name for argument in command.arguments} | {"export"}


USAGES = [
    "as-reported serve [DIR] [--host HOST] [--port PORT] [--reload] [--strict]",
    "as-reported check [DIR] [--format text|json]",
    "as-reported export incidents|reports|tallies|sources|places|actors|view|package|site|lesson|worksheet|exit-ticket OUT "
    "[--data DIR] [--select QUERY] [--story SLUG] [--incident ID] [--site URL]",
    "as-reported docs [--check]",
]


def test_the_usage_lines():
    assert [command.usage for command in COMMANDS] == USAGES


def test_letters_that_the_terminal_lacks_are_spelt_out(package_copy):
    package_copy.damaged("incidents", 2, "kind", "féte")
    done = run("check", str(package_copy.folder), env={**os.environ, "PYTHONIOENCODING": "ascii"})
    assert (done.returncode, "'f\\xe9te'" in done.stdout, done.stderr) == (1, True, "")


@pytest.mark.skipif(os.name != "posix", reason="only there does a pipe break in this way")
def test_a_reader_who_stops_reading_is_no_fault(tiny_folder):
    command = [sys.executable, "-W", "error", "-m", "dashboard", "check", str(tiny_folder)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        process.stdout.close()
        assert (process.stderr.read(), process.wait(timeout=60)) == ("", 1)


def test_an_interruption_is_no_fault(monkeypatch, capsys):
    def interrupted(_):
        raise KeyboardInterrupt

    monkeypatch.setattr("dashboard.cli.check._found", interrupted)
    assert (main(["check"]), capsys.readouterr().err) == (cli.INTERRUPTED, "")
