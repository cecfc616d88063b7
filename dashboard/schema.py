"""What a data package's descriptor declares: tables, columns, categories and their words.

``datapackage.json`` is the only place that knows the columns. Beside Data Package v2 it uses six keys of
ours on a field: ``refers`` (the table whose id the cell holds), ``list`` (the separator of a cell with
several values), ``dates`` ("edtf"), ``maxWords``, ``harm`` (how it may tell of people harmed: derive.harm) and
``requiredWhen`` ({column: values}, where "*" stands for any value and "" for none). On a table it uses
``harmful``: ids of rows that tell of people harmed whatever their columns say. On the package it uses
``releases``: earlier versions, each with the hash of its rows.
"""

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any

from dashboard import descriptor
from dashboard.descriptor import DESCRIPTOR, unusable
from dashboard.errors import InvalidPackage, Problem
from dashboard.language import tr

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
    harm: str

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

    @cached_property
    def harm(self) -> dict[str, str]:
        """The columns that may tell of people harmed, each with the way in which it does."""
        return {name: column.harm for name, column in self.fields.items() if column.harm}

    @cached_property
    def harmful(self) -> frozenset[str]:
        """The ids of rows that tell of people harmed whatever their columns say."""
        return frozenset(self.raw.get("harmful", ()))

    @cached_property
    def harm_values(self) -> dict[str, frozenset[str]]:
        """Per column the values that the descriptor marks as telling of people harmed; only columns with some."""
        found = {
            name: frozenset(value for value, words in column.categories.items() if words.get("harm"))
            for name, column in self.fields.items()
        }
        return {name: values for name, values in found.items() if values}


@dataclass(frozen=True)
class Release:
    """An earlier version of the package: its number, the hash of its rows, its day, and where it can be had."""

    version: str
    digest: str
    created: date
    path: str


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

    @property
    def selected_by(self) -> tuple[str, str]:
        """Of a package that is a selection: the query that selected it and what it asked for in a sentence; else ""."""
        selection = self.raw.get("selection", {})
        return selection.get("query", ""), selection.get("describe", "")

    @property
    def data_until(self) -> str:
        """Of a package that is a selection: the last day of the data it was selected from; "" for any other."""
        return self.raw.get("selection", {}).get("data_until", "")

    @cached_property
    def releases(self) -> tuple[Release, ...]:
        """The earlier versions of the package that the descriptor lists."""
        return tuple(
            Release(raw["version"], raw["digest"], date.fromisoformat(raw["created"]), raw.get("path", ""))
            for raw in self.raw.get("releases", ())
        )

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
    try:
        raw = json.loads((folder / DESCRIPTOR).read_text(encoding="utf-8-sig"))
        json.dumps(raw, ensure_ascii=False).encode()  # JSON can spell half a character; no page can show it
    except (FileNotFoundError, NotADirectoryError):
        raise InvalidPackage([_missing(folder)]) from None
    except OSError as error:
        raise InvalidPackage(
            [unusable(tr("a file that cannot be read ({strerror})").format(strerror=error.strerror))]
        ) from None
    except (ValueError, RecursionError) as error:
        raise InvalidPackage([unusable(tr("text that is not JSON in UTF-8 ({error})").format(error=error))]) from None
    return parse(raw)


def parse(raw: Any) -> Schema:
    """Return the schema that a descriptor declares. Raises InvalidPackage with every part that is wrong."""
    if wrong := descriptor.misfits(raw):
        raise InvalidPackage(wrong)
    tables = {resource["name"]: _table(resource) for resource in raw["resources"]}
    if loose := [*_twins(raw), *_loose_ends(tables)]:
        raise InvalidPackage(loose)
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
        harm=raw.get("harm", ""),
    )


def _twins(raw: Mapping[str, Any]) -> Iterator[Problem]:
    """Names and files that two tables, or two columns of a table, share."""
    resources = raw["resources"]
    groups = {"tables named": [r["name"] for r in resources], "tables in": [r["path"] for r in resources]}
    for resource in resources:
        columns = [column["name"] for column in resource["schema"]["fields"]]
        groups[f"columns of {resource['name']} named"] = columns
    for what, names in groups.items():
        for name, times in Counter(names).items():
            if times > 1:
                yield unusable(f"{times} {what} {name}", tr("each of them once"))


def _loose_ends(tables: Mapping[str, Table]) -> Iterator[Problem]:
    """Keys, references and conditions that name a table or a column which is not declared."""
    for table in tables.values():
        if table.key not in (None, *table.fields):
            yield unusable(
                tr("{name} with the key {key}").format(name=table.name, key=table.key),
                tr("a key that is one of its columns"),
            )
        for column in table.fields.values():
            where = f"{table.name}.{column.name}"
            if column.refers and not (column.refers in tables and tables[column.refers].key):
                yield unusable(
                    tr("{where} that refers to {refers}").format(where=where, refers=column.refers),
                    tr("the name of a table with a key"),
                )
            for other in column.required_when.keys() - table.fields:
                yield unusable(
                    tr("{where} that depends on {other}").format(where=where, other=other),
                    tr("the name of another of its columns"),
                )


def _missing(folder: Path) -> Problem:
    found = (
        tr("no such folder")
        if not folder.is_dir()
        else tr("a folder without {descriptor}").format(descriptor=DESCRIPTOR)
    )
    fix = tr("Name the folder of a data package, or put the default package's {descriptor} beside your tables").format(
        descriptor=DESCRIPTOR
    )
    expected = tr("a folder that holds {descriptor}").format(descriptor=DESCRIPTOR)
    return Problem("missing-package", str(folder), None, None, found, expected, fix)
