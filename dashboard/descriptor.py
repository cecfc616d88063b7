"""The shape that datapackage.json must have before anything can be read from it."""

from textwrap import shorten
from typing import Any

from jsonschema import Draft202012Validator, FormatChecker, ValidationError

from dashboard.errors import Problem

DESCRIPTOR = "datapackage.json"


def misfits(raw: Any) -> list[Problem]:
    """Every part of a descriptor that is missing or not of its kind."""
    return [_misfit(error) for error in _SHAPE.iter_errors(raw)]


def unusable(found: str, expected: str = "JSON in UTF-8") -> Problem:
    """The problem of a descriptor that the site cannot work with."""
    fix = "Compare it with the default package's datapackage.json"
    return Problem("bad-descriptor", DESCRIPTOR, None, None, found, expected, fix)


def _misfit(error: ValidationError) -> Problem:
    place = error.json_path.removeprefix("$").removeprefix(".")
    found = f"{place}: {error.message}" if place else error.message
    return unusable(shorten(found, 160), error.schema.get("description", "a part like the default package's"))


def _text(description: str, **more: Any) -> dict[str, Any]:
    return {"type": "string", "minLength": 1, "description": description, **more}


def _list(description: str, items: dict[str, Any]) -> dict[str, Any]:
    return {"type": "array", "description": description, "items": items}


def _object(description: str, required: str = "", /, **properties: Any) -> dict[str, Any]:
    names = required.split()
    return {"type": "object", "description": description, "required": names, "properties": properties}


_CATEGORY = _object(
    "a value with its label", "value",
    value=_text("a value as cells hold it"),
    label=_text("words for the value"),
)  # fmt: skip

_COLUMN = _object(
    "a column with a name", "name",
    name=_text("a column's name"),
    type=_text("a type of Table Schema"),
    format=_text("a format of Table Schema"),
    description=_text("words that say what the column holds", minLength=0),
    constraints=_object("constraints of Table Schema"),
    categories=_list("a list of values, each with its label", _CATEGORY),
    refers=_text("the name of a table"),
    list=_text("the character that separates values"),
    dates={"enum": ["edtf"], "description": "edtf"},
    maxWords={"type": "integer", "minimum": 1, "description": "a number of words"},
    requiredWhen={
        "type": "object", "description": "values by column",
        "additionalProperties": _list("a list of values", {"type": "string"}),
    },
)  # fmt: skip

_RESOURCE = _object(
    "a table with name, path and schema", "name path schema",
    name=_text("a table's name"),
    # A package that a stranger made must not make the site read, or quote, a file outside its folder.
    path=_text("the name of a file inside the package's folder", pattern=r"^(?!.*\.\.)\w[\w ./-]*\Z"),
    title=_text("a title", minLength=0),
    schema=_object(
        "a schema with fields", "fields",
        fields=_list("a list of columns", _COLUMN),
        primaryKey={
            "type": ["string", "array"], "description": "a column's name",
            "items": {"type": "string"}, "maxItems": 1,
        },
    ),
)  # fmt: skip

_RELEASE = _object(
    "a release with version, digest and created", "version digest created",
    version=_text("a version such as 1.0.0, in quotation marks"),
    digest=_text("the hash of its rows: twelve of 0-9 and a-f", pattern=r"^[0-9a-f]{12}\Z"),
    created=_text("a day such as 2026-11-21", format="date"),
    path=_text("where the package of this version is"),
)  # fmt: skip

_PACKAGE = _object(
    "a descriptor with resources", "resources",
    resources=_list("a list of tables", _RESOURCE),
    name=_text("a name"),
    title=_text("a title"),
    version=_text("a version such as 1.0.0, in quotation marks"),
    selection=_object("what was selected, as an export writes it", data_until=_text("a day", format="date")),
    releases=_list("a list of earlier versions of the package", _RELEASE),
    licenses=_list("a list of licences", _object("a licence", name=_text("a licence's name"))),
)  # fmt: skip

_SHAPE = Draft202012Validator(_PACKAGE, format_checker=FormatChecker(["date"]))
