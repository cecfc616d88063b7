"""The shape that datapackage.json must have before anything can be read from it."""

from textwrap import shorten
from typing import Any

from jsonschema import Draft202012Validator, FormatChecker, ValidationError

from dashboard.errors import Problem
from dashboard.language import tr

DESCRIPTOR = "datapackage.json"


def misfits(raw: Any) -> list[Problem]:
    """Every part of a descriptor that is missing or not of its kind."""
    return [_misfit(error) for error in _SHAPE.iter_errors(raw)]


def unusable(found: str, expected: str = tr("JSON in UTF-8")) -> Problem:
    """The problem of a descriptor that the site cannot work with."""
    fix = tr("Compare it with the default package's datapackage.json")
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
    tr("a value with its label"), "value",
    value=_text(tr("a value as cells hold it")),
    label=_text(tr("words for the value")),
)  # fmt: skip

_COLUMN = _object(
    tr("a column with a name"), "name",
    name=_text(tr("a column's name")),
    type=_text(tr("a type of Table Schema")),
    format=_text(tr("a format of Table Schema")),
    description=_text(tr("words that say what the column holds"), minLength=0),
    constraints=_object(
        tr("constraints of Table Schema"), pattern=_text(tr("a regular expression"), minLength=0)
    ),
    categories=_list(tr("a list of values, each with its label"), _CATEGORY),
    refers=_text(tr("the name of a table")),
    list=_text(tr("the character that separates values")),
    dates={"enum": ["edtf"], "description": "edtf"},
    harm={"enum": ["number", "text", "row", "always"], "description": tr("number, text, row or always")},
    maxWords={"type": "integer", "minimum": 1, "description": tr("a number of words")},
    requiredWhen={
        "type": "object", "description": tr("values by column"),
        "additionalProperties": _list(tr("a list of values"), {"type": "string"}),
    },
)  # fmt: skip

_RESOURCE = _object(
    tr("a table with name, path and schema"), "name path schema",
    name=_text(tr("a table's name")),
    # A package that a stranger made must not make the site read, or quote, a file outside its folder.
    path=_text(tr("the name of a file inside the package's folder"), pattern=r"^(?!.*\.\.)\w[\w ./-]*\Z"),
    title=_text(tr("a title"), minLength=0),
    harmful=_list(tr("a list of ids of rows"), _text(tr("the id of a row"))),
    schema=_object(
        tr("a schema with fields"), "fields",
        fields=_list(tr("a list of columns"), _COLUMN),
        primaryKey={
            "type": ["string", "array"], "description": tr("a column's name"),
            "items": {"type": "string"}, "maxItems": 1,
        },
    ),
)  # fmt: skip

_RELEASE = _object(
    tr("a release with version, digest and created"), "version digest created",
    version=_text(tr("a version such as 1.0.0, in quotation marks")),
    digest=_text(tr("the hash of its rows: twelve of 0-9 and a-f"), pattern=r"^[0-9a-f]{12}\Z"),
    created=_text(tr("a day such as 2026-11-21"), format="date"),
    path=_text(tr("where the package of this version is")),
)  # fmt: skip

_PACKAGE = _object(
    tr("a descriptor with resources"), "resources",
    resources=_list(tr("a list of tables"), _RESOURCE),
    name=_text(tr("a name")),
    title=_text(tr("a title")),
    version=_text(tr("a version such as 1.0.0, in quotation marks")),
    selection=_object(
        tr("what was selected, as an export writes it"),
        data_until=_text(tr("a day"), format="date"),
        query=_text(tr("the query that selected it"), minLength=0),
        describe=_text(tr("the selection in a sentence")),
    ),
    releases=_list(tr("a list of earlier versions of the package"), _RELEASE),
    licenses=_list(tr("a list of licences"), _object(tr("a licence"), name=_text(tr("a licence's name")))),
)  # fmt: skip

_SHAPE = Draft202012Validator(_PACKAGE, format_checker=FormatChecker(["date"]))
