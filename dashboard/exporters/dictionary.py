"""The data dictionary and the codes of problems, as Markdown."""

from collections.abc import Iterator, Mapping

from dashboard.errors import CODES
from dashboard.schema import Field, Schema, Table


def dictionary(schema: Schema) -> str:
    """Every table and column that the descriptor declares: type, allowed values, description, rules; then releases."""
    parts = [_table(schema, table) for table in schema.tables.values()]
    return "\n\n".join([*parts, *([_releases(schema)] if schema.releases else [])])


def problem_codes() -> str:
    """Every code that a check, a query or a package that is served can report."""
    rows = [(f"`{name}`", code.severity, code.meaning) for name, code in CODES.items()]
    return _grid(("code", "severity", "meaning"), rows)


_DIGESTS = (
    "A version of the data is named by the hash of its rows, which every citation and every copied link carries "
    "(`data=`). It is computed from the rows that are served: the first twelve digits of the SHA-256 of each table's "
    "name and its good rows as CSV, in the order of the package. A list in the package cannot keep the hash of its "
    "own rows true, because every edit changes it, so that `releases` in datapackage.json names earlier versions only: "
    "when the version is raised, the one before gets a line there."
)


def _releases(schema: Schema) -> str:
    rows = [
        (release.version, f"`{release.digest}`", release.created.isoformat(), release.path)
        for release in schema.releases
    ]
    return "\n\n".join(("### Earlier releases", _DIGESTS, _grid(("version", "data", "day", "where it is"), rows)))


def _table(schema: Schema, table: Table) -> str:
    rows = [_column(schema, field) for field in table.fields.values()]
    return "\n\n".join((f"### {table.path}", table.title, _grid(_HEADINGS, rows)))


_HEADINGS = ("column", "type", "holds", "values", "rules")


def _column(schema: Schema, field: Field) -> tuple[str, ...]:
    words = field.raw.get("description", "")
    return f"`{field.name}`", _type(field), words, _values(field), _rules(schema, field)


def _grid(headings: tuple[str, ...], rows: list[tuple[str, ...]]) -> str:
    lines = [headings, ("---",) * len(headings), *(tuple(map(_escaped, row)) for row in rows)]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _escaped(cell: str) -> str:
    return cell.replace("|", r"\|").replace("\n", " ")


def _type(field: Field) -> str:
    return "date (EDTF)" if field.edtf else f"{field.type} list" if field.list else field.type


def _values(field: Field) -> str:
    """Each allowed value, with its words where these differ."""
    return ", ".join(_value(value, words) for value, words in field.categories.items())


def _value(value: str, words: Mapping[str, object]) -> str:
    label = words.get("label", value)
    return f"`{value}`" if label == value else f"`{value}` ({label})"


def _rules(schema: Schema, field: Field) -> str:
    return "; ".join(_rule(schema, field))


def _rule(schema: Schema, field: Field) -> Iterator[str]:
    constraints = field.raw.get("constraints", {})
    yield from (words for name, words in _FLAGS.items() if constraints.get(name))
    yield from (words.format(constraints[name]) for name, words in _LIMITS.items() if name in constraints)
    if "pattern" in constraints and not field.categories:
        yield f"form `{constraints['pattern']}`"
    if "format" in field.raw:
        yield f"format {field.raw['format']}"
    if field.list:
        yield f"values joined by `{field.list}`"
    if field.refers:
        yield f"a `{schema.tables[field.refers].key}` of {schema.tables[field.refers].path}"
    if field.max_words:
        yield f"at most {field.max_words} words"
    if field.harm:
        yield _HARM[field.harm]
    yield from (_condition(column, values) for column, values in field.required_when.items())


_HARM = {
    "number": "counts people harmed",
    "text": "may tell of people harmed, unless the numbers of its row say that nobody was",
    "row": "may tell of people harmed where its row does",
    "always": "may tell of people harmed",
}
"""What gentle mode leaves out of sight, by the mark ``harm``."""
_FLAGS = {"required": "required", "unique": "unique"}
_LIMITS = {"minimum": "at least {}", "maximum": "at most {}"}


def _condition(column: str, values: list[str]) -> str:
    if values == ["*"]:
        return f"required where `{column}` is filled"
    if values == [""]:
        return f"required where `{column}` is empty"
    return f"required where `{column}` is {' or '.join(f'`{value}`' for value in values)}"
