"""The house: sizes at which a file is still read, names that say something, no trace of a workplace."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

PROJECT = Path(__file__).parent.parent
CODE = sorted((PROJECT / "dashboard").rglob("*.py"))
TEXTS = {".py", ".md", ".csv", ".json", ".toml", ".cff", ".css", ".js", ".html", ".txt", ".sh", ".yml"}
PLACES = ("dashboard", "data", "docs", "tests", "tools")
WORKPLACES = ("shared/", "/work/", "/tmp/")
EMPTY_NAMES = {"utils", "util", "helpers", "helper", "manager", "managers", "misc", "common"}
LONGEST_MODULE, LONGEST_FUNCTION = 300, 50


def name(path: Path) -> str:
    return path.relative_to(PROJECT).as_posix()


def functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def texts() -> Iterator[Path]:
    """Every text of the project, but for this file, which has to spell what it looks for."""
    roots = [path for path in PROJECT.iterdir() if path.is_file()]
    files = [path for place in PLACES for path in (PROJECT / place).rglob("*") if path.is_file()]
    for path in roots + files:
        if (path.suffix in TEXTS or path.name == "Makefile") and path != Path(__file__):
            yield path


@pytest.mark.parametrize("path", CODE, ids=name)
def test_a_module_is_short_enough_to_be_read(path):
    assert len(path.read_text(encoding="utf-8").splitlines()) <= LONGEST_MODULE


@pytest.mark.parametrize("path", CODE, ids=name)
def test_a_function_is_short_enough_to_be_read(path):
    sizes = {f.name: (f.end_lineno or 0) - f.lineno + 1 for f in functions(path)}
    assert {function: size for function, size in sizes.items() if size > LONGEST_FUNCTION} == {}


@pytest.mark.parametrize("path", CODE, ids=name)
def test_a_module_opens_with_its_job(path):
    first = (ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or "").split("\n\n")[0]
    assert first.endswith("."), f"{name(path)} does not say in one sentence what it is for"


def test_a_file_is_named_for_what_it_holds():
    assert [name(path) for path in CODE if {path.stem, path.parent.name} & EMPTY_NAMES] == []


def test_no_text_names_the_place_where_it_was_written():
    found = [
        f"{name(path)}: {place}"
        for path in texts()
        for place in WORKPLACES
        if place in path.read_text(encoding="utf-8", errors="replace")
    ]
    assert found == []
