"""Reading order is import order: the map in the package's docstring is true."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "dashboard"
MAP_LINE = re.compile(r"^ {4}([a-z_]+(?:, [a-z_]+)*)  +\S", re.MULTILINE)
FIRST_WITH_DASH = "components"
DASH = re.compile(r"(dash|flask)(_\w+)?")


def layers(package: Path) -> list[set[str]]:
    """The map's lines from the first to the last; ``__main__`` stands after them all."""
    docstring = ast.get_docstring(ast.parse(_read(package / "__init__.py")), clean=False) or ""
    lines = [set(match[1].split(", ")) for match in MAP_LINE.finditer(docstring)]
    return [*lines, {"__main__"}]


def violations(package: Path) -> list[str]:
    """Everything in which the package's modules break its map, in words."""
    order = {name: place for place, names in enumerate(layers(package)) for name in names}
    found = [wrong for path in _modules(package) for wrong in _of_module(package, path, order)]
    return sorted(found)


def _of_module(package: Path, path: Path, order: dict[str, int]) -> Iterator[str]:
    where = path.relative_to(package).as_posix()
    own = _layer(package, path)
    if own not in order:
        yield f"{where}: {own} is not in the map of {package.name}/__init__.py"
        return
    for module in _imports(package, path):
        root, _, rest = module.partition(".")
        layer = rest.partition(".")[0]
        if root == package.name and layer != own and order.get(layer, len(order)) >= order[own]:
            yield f"{where}: imports {module}, which does not stand above {own}"
        if DASH.fullmatch(root) and order[own] < order.get(FIRST_WITH_DASH, len(order)):
            yield f"{where}: imports {module}, which only {FIRST_WITH_DASH} and later may"


def _modules(package: Path) -> list[Path]:
    return [path for path in package.rglob("*.py") if path != package / "__init__.py"]


def _layer(package: Path, path: Path) -> str:
    return path.relative_to(package).parts[0].removesuffix(".py")


def _imports(package: Path, path: Path) -> Iterator[str]:
    """Every module that a file imports, inside functions too, by its full name."""
    for node in ast.walk(ast.parse(_read(path))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from _imported_from(package, path, node)


def _imported_from(package: Path, path: Path, node: ast.ImportFrom) -> Iterator[str]:
    base = node.module or ""
    if node.level:
        parents = path.relative_to(package.parent).parent.parts
        base = ".".join([*parents[: len(parents) - node.level + 1], *filter(None, [node.module])])
    if base != package.name:
        yield base
        return
    for alias in node.names:  # `from dashboard import edtf` names a module, `... import __version__` does not
        if not alias.name.startswith("__"):
            yield f"{base}.{alias.name}"


def _read(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def test_every_module_imports_only_from_above_itself():
    assert violations(PACKAGE) == []


def test_the_package_itself_imports_nothing_of_its_own():
    """`import dashboard` costs nothing, and no layer can hide in it."""
    assert list(_imports(PACKAGE, PACKAGE / "__init__.py")) == []


def test_the_map_begins_with_words_and_ends_with_the_command_line():
    order = layers(PACKAGE)
    assert (order[0], order[-2:]) == ({"language"}, [{"cli"}, {"__main__"}])


# --- the checker, on made-up packages --------------------------------------------------------------------

MAP = '''"""A package.

    words               what is said
    left, right         two views
    components          parts
    cli                 the end
"""
'''
SOUND = {
    "words.py": "import json\nfrom village import __version__\n",
    "left/__init__.py": "from village import words\nfrom village.left import inner\n",
    "left/inner.py": "from village.words import json\n",
    "components.py": "import dash\nimport village.left.inner\nfrom . import right\n",
    "right.py": "def late():\n    from village import words\n    return words\n",
    "cli.py": "from village import components, words\n",
    "__main__.py": "from village.cli import words\n",
}

BROKEN = [
    # file, text, what the checker says of it
    ("words.py", "from village import left", "imports village.left, which does not stand above words"),
    ("words.py", "import village.cli", "imports village.cli, which does not stand above words"),
    ("words.py", "if 1:\n    import village.cli", "imports village.cli, which does not stand above words"),
    ("right.py", "from village.left import inner", "imports village.left, which does not stand above right"),
    ("left/inner.py", "from ..right import late", "imports village.right, which does not stand above left"),
    ("left/inner.py", "from .. import cli", "imports village.cli, which does not stand above left"),
    ("cli.py", "import village.__main__", "imports village.__main__, which does not stand above cli"),
    ("cli.py", "from village import cellar", "imports village.cellar, which does not stand above cli"),
    ("cellar.py", "", "cellar is not in the map of village/__init__.py"),
    ("cellar/stairs.py", "", "cellar is not in the map of village/__init__.py"),
    ("words.py", "import dash", "imports dash, which only components and later may"),
    ("right.py", "from flask.json import jsonify", "imports flask.json, which only components and later may"),
    (
        "left/inner.py", "def late():\n    from dash_mantine_components import Button",
        "imports dash_mantine_components, which only components and later may",
    ),
]  # fmt: skip


def village(folder: Path, **changed: str) -> Path:
    for name, text in {"__init__.py": MAP, **SOUND, **changed}.items():
        path = folder / "village" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder / "village"


def test_the_checker_finds_nothing_in_a_sound_package(tmp_path):
    assert violations(village(tmp_path)) == []


@pytest.mark.parametrize(("file", "text", "found"), BROKEN)
def test_the_checker_finds_each_way_to_break_the_map(tmp_path, file, text, found):
    assert violations(village(tmp_path, **{file: text})) == [f"{file}: {found}"]


def test_a_line_of_the_map_whose_modules_do_not_exist_yet_is_no_fault(tmp_path):
    package = village(tmp_path)
    (package / "right.py").unlink()
    (package / "components.py").write_text("import dash\n")
    assert violations(package) == []
