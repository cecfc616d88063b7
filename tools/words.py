"""The words of the interface, for translators: python -m tools.words writes the template and compiles catalogues.

``dashboard/locale/as-reported.pot`` holds every message of the code and the templates. A catalogue
``dashboard/locale/LANGUAGE/LC_MESSAGES/as-reported.po`` is brought up to it, judged, and compiled to the ``.mo`` beside
it, which is what the site reads.
"""

import ast
import io
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

from babel.messages import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from jinja2.ext import babel_extract

from dashboard.language import DOMAIN

CODE = Path(__file__).parent.parent / "dashboard"
LOCALE = CODE / "locale"
TEMPLATE = LOCALE / f"{DOMAIN}.pot"
CALLS = {"tr": (0,), "trn": (0, 1), "forms": (0, 1), "count": (1, 2)}
"""What takes messages: the name of the function, and which of its arguments they are."""
MODELS = ("Answer", "BaseModel")
"""How the names end of the classes of which the API describes every kind by its docstring."""
CHANGING = re.compile(r'^"(POT-Creation-Date|PO-Revision-Date|Generated-By): .*\n', re.MULTILINE)
"""Lines that say when and with what a file was written: they would differ although no word does."""
HEADER = "# Every word of the interface. Translate a copy of it: LANGUAGE/LC_MESSAGES/as-reported.po"
Found = tuple[str, str | tuple[str, ...]]


def messages() -> Iterator[Found]:
    """Every message with the file that says it: a text, or the two forms that a number takes."""
    for path in sorted(CODE.rglob("*.py")):
        for message in in_code(path.read_text(encoding="utf-8")):
            yield path.relative_to(CODE.parent).as_posix(), message
    for path in sorted((CODE / "templates").iterdir()):
        with path.open("rb") as file:
            for _, _, message, _ in babel_extract(file, ("tr", "trn"), (), {}):
                yield path.relative_to(CODE.parent).as_posix(), message


def in_code(source: str) -> Iterator[str | tuple[str, ...]]:
    """The messages of one module, in the order of their lines. Calls with other than plain texts have none."""
    nodes = [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call | ast.ClassDef)]
    for node in sorted(nodes, key=lambda node: (node.lineno, node.col_offset)):
        if texts := _called(node) if isinstance(node, ast.Call) else _described(node):
            yield texts[0] if len(texts) == 1 else texts


def _called(call: ast.Call) -> tuple[str, ...]:
    wanted = CALLS.get(_name(call.func), ())
    texts = tuple(_text(call.args[at]) for at in wanted if at < len(call.args))
    return texts if len(texts) == len(wanted) and all(texts) else ()


def _described(node: ast.ClassDef) -> tuple[str, ...]:
    said = ast.get_docstring(node) if any(_name(base).endswith(MODELS) for base in node.bases) else None
    return (said,) if said else ()


def _name(node: ast.expr) -> str:
    return node.attr if isinstance(node, ast.Attribute) else getattr(node, "id", "")


def _text(node: ast.expr) -> str:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""


def template() -> str:
    """The template as its file holds it, without line numbers and days."""
    catalog = Catalog(project="As Reported", header_comment=HEADER, fuzzy=False)
    for path, message in messages():
        catalog.add(message, locations=[(path, 0)])
    return _written(catalog)


def _written(catalog: Catalog) -> str:
    file = io.BytesIO()
    write_po(file, catalog, width=120, include_lineno=False, ignore_obsolete=True)
    return CHANGING.sub("", file.getvalue().decode())


def wrong(catalog: Catalog) -> list[str]:
    """What a translator must mend: named parts that differ, blanks at the ends that are lost."""
    return [line for message in catalog if message.id and message.string for line in _wrong(message)]


def _wrong(message: Message) -> Iterator[str]:
    sources = message.id if isinstance(message.id, tuple) else (message.id,)
    strings = message.string if isinstance(message.string, tuple) else (message.string,)
    wanted = {name for source in sources for name in named(source)}
    for string in filter(None, strings):
        if odd := wanted ^ set(named(string)):
            yield f"{string!r}: the parts in braces must be those of {sources[0]!r}; look at {', '.join(sorted(odd))}."
        if edges(string) != edges(sources[0]):
            yield f"{string!r}: begin and end with the blanks of {sources[0]!r}."


def named(text: str) -> list[str]:
    """The names in braces. A text that cannot be read as a pattern has the name "{"."""
    try:
        return [name for _, name, _, _ in Formatter().parse(text) if name is not None]
    except ValueError:
        return ["{"]


def edges(text: str) -> tuple[bool, bool]:
    """Whether a text begins and ends with a blank."""
    return text[:1].isspace(), text[-1:].isspace()


def brought_up(path: Path, words: Catalog) -> list[str]:
    """Bring one catalogue up to the template and compile it; what is wrong in it, as lines."""
    with path.open("rb") as file:
        catalog = read_po(file, locale=path.parent.parent.name)
    catalog.update(words, no_fuzzy_matching=True)
    path.write_text(_written(catalog), encoding="utf-8", newline="\n")
    if found := [f"{path}: {line}" for line in wrong(catalog)]:
        return found
    with path.with_suffix(".mo").open("wb") as file:
        write_mo(file, catalog)
    return []


def main() -> int:
    """Write the template, then every catalogue; 1 when one of them has something to mend."""
    text = template()
    LOCALE.mkdir(exist_ok=True)
    TEMPLATE.write_text(text, encoding="utf-8", newline="\n")
    words = read_po(io.BytesIO(text.encode()))
    found = [line for path in sorted(LOCALE.glob(f"*/LC_MESSAGES/{DOMAIN}.po")) for line in brought_up(path, words)]
    print("\n".join(found or [f"{TEMPLATE.name}: {len(words)} messages."]))
    return int(bool(found))


if __name__ == "__main__":
    sys.exit(main())
