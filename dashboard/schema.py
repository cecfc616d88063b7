"""What a data package's descriptor declares: tables, columns, categories and their words.

``datapackage.json`` is the only place that knows the columns. Beside Data Package v2 it uses five keys of ours on
a field: ``refers`` (the table whose id the cell holds), ``list`` (the separator of a cell with several values),
``dates`` ("edtf"), ``maxWords`` and ``requiredWhen`` ({column: values, "*" for any, "" for empty}).
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from dashboard.errors import InvalidPackage, Problem

DESCRIPTOR = "datapackage.json"

_CARRIED = Path(__file__).parent / "_data"
DEFAULT = _CARRIED if _CARRIED.is_dir() else Path(__file__).parent.parent / "data"
"""The default package: carried inside an installed wheel, beside the code in a checkout."""


@dataclass(frozen=True)
class Field:
    """One column as the descriptor declares it; ``raw`` is the declaration itself."""

    raw: Mapping[str, Any] = field(repr=False)
    name: str
    type: str
    refers: str | None
    list: str | None
    edtf: bool
    max_words: int | None
    required_when: Mapping[str, list[str]]

    @property
    def required(self) -> bool:
        """True when no row may leave the cell empty."""
        return bool(self.raw.get("constraints", {}).get("required"))

    @property
    def categories(self) -> dict[str, Mapping[str, Any]]:
        """The allowed values in order, each with its label and whatever else the descriptor says of it."""
        return {category["value"]: category for category in self.raw.get("categories", ())}


@dataclass(frozen=True)
class Table:
    """One table: its file, columns in order, and the column that identifies a row (None for links)."""

    name: str
    path: str
    title: str
    key: str | None
    fields: dict[str, Field]
    raw: Mapping[str, Any] = field(repr=False)


@dataclass(frozen=True)
class Schema:
    """A whole descriptor."""

    raw: Mapping[str, Any] = field(repr=False)
    tables: dict[str, Table]

    @property
    def title(self) -> str:
        """The package's title."""
        return self.raw.get("title") or self.raw.get("name", "A timeline")

    @property
    def version(self) -> str:
        """The package's version, or "unversioned"."""
        return self.raw.get("version", "unversioned")

    @property
    def licence(self) -> str:
        """The licence's name, or a plain statement that none is given."""
        licences = self.raw.get("licenses") or [{}]
        return licences[0].get("name", "no licence stated")

    def categories(self, table: str, column: str) -> dict[str, Mapping[str, Any]]:
        """The declared values of a column in order."""
        return self.tables[table].fields[column].categories

    def label(self, table: str, column: str, value: str) -> str:
        """The words for a value; a value without words stands for itself."""
        return self.categories(table, column).get(value, {}).get("label", value)

    @cached_property
    def sides(self) -> frozenset[str]:
        """The parties that can act and be acted against; media, observers and the unstated are not sides."""
        parties = self.categories("actors", "party")
        return frozenset(value for value, words in parties.items() if words.get("side"))

    def flagged(self, table: str, column: str, flag: str) -> frozenset[str]:
        """The values of a column whose category carries ``flag``."""
        return frozenset(v for v, words in self.categories(table, column).items() if words.get(flag))


def read(folder: Path) -> Schema:
    """Return the schema of the package in ``folder``. Raises InvalidPackage when there is none to read."""
    path = folder / DESCRIPTOR
    try:
        raw = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise InvalidPackage([_missing(folder)]) from None
    except NotADirectoryError:
        raise InvalidPackage([_missing(folder)]) from None
    except (UnicodeDecodeError, json.JSONDecodeError, OSError) as error:
        raise InvalidPackage([_unusable(f"text that is not JSON ({error})", "JSON in UTF-8")]) from None
    return parse(raw)


def parse(raw: Any) -> Schema:
    """Return the schema that a descriptor declares. Raises InvalidPackage when a part is missing."""
    try:
        tables = {resource["name"]: _table(resource) for resource in raw["resources"]}
    except (KeyError, TypeError, AttributeError) as error:
        what = f"a descriptor in which a resource lacks {error}"
        raise InvalidPackage([_unusable(what, "resources with name, path and schema.fields")]) from None
    return Schema(raw, tables)


def _table(resource: Mapping[str, Any]) -> Table:
    schema = resource["schema"]
    keys = schema.get("primaryKey") or [None]
    key = keys if isinstance(keys, str) else keys[0]
    fields = {raw["name"]: _field(raw) for raw in schema["fields"]}
    return Table(resource["name"], resource["path"], resource.get("title", ""), key, fields, resource)


def _field(raw: Mapping[str, Any]) -> Field:
    return Field(
        raw=raw,
        name=raw["name"],
        type=raw.get("type", "string"),
        refers=raw.get("refers"),
        list=raw.get("list"),
        edtf=raw.get("dates") == "edtf",
        max_words=raw.get("maxWords"),
        required_when=raw.get("requiredWhen", {}),
    )


def _missing(folder: Path) -> Problem:
    found = "no such folder" if not folder.is_dir() else f"a folder without {DESCRIPTOR}"
    fix = "Name the folder of a data package, or copy the default package's datapackage.json beside your tables"
    return Problem("missing-package", str(folder), None, None, found, f"a folder that holds {DESCRIPTOR}", fix)


def _unusable(found: str, expected: str) -> Problem:
    fix = "Compare it with the default package's datapackage.json"
    return Problem("bad-descriptor", DESCRIPTOR, None, None, found, expected, fix)
