"""The description of the API as a page for people, made from the description for machines."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from flask import render_template

from dashboard.language import LANGUAGE, tr

_ASSETS = Path(__file__).parent.parent / "assets"

Part = Mapping[str, Any]


def page(spec: Part, title: str, **addresses: str) -> str:
    """The HTML page of a specification.

    ``spec_at`` is its own address, ``at`` that of the page, ``example`` that of a query; ``root`` is the address of the
    site without its last slash.
    """
    operations = [(path, method, told) for path, item in spec["paths"].items() for method, told in item.items()]
    parameters = spec["components"]["parameters"].values()
    return render_template(
        "api.html",
        title=title,
        spec=spec,
        **addresses,
        operations=operations,
        parameters=[_parameter(parameter) for parameter in parameters],
        cards=_cards(title, spec["info"]["description"], addresses["root"], addresses["at"]),
        models={name: _model(part) for name, part in spec["components"]["schemas"].items()},
        styles=sorted(path.name for path in _ASSETS.glob("*.css")),
    )


def _cards(subject: str, about: str, root: str, at: str) -> Mapping[str, str]:
    """Open Graph properties of the page, as those of every other page; its picture is that of the data."""
    return {
        "og:site_name": "As Reported",
        "og:type": "website",
        "og:title": tr("{name}: {subject}").format(name=tr("The data as JSON and CSV"), subject=subject),
        "og:description": about,
        "og:url": f"{root}{at}",
        "og:locale": LANGUAGE,
        "og:image": f"{root}/og.png",
        "og:image:type": "image/png",
        "og:image:width": "1200",
        "og:image:height": "630",
        "og:image:alt": tr("{name}, over a strip of incidents per day.").format(name=subject),
    }


def _parameter(raw: Part) -> Part:
    schema = raw["schema"]
    one = schema.get("items", schema)
    values = one.get("enum", ())
    return {
        "name": raw["name"],
        "words": raw["description"],
        "repeats": schema.get("type") == "array",
        "values": values,
        "form": "" if values else _kind(one),
    }


def _model(raw: Part) -> Part:
    columns = [
        {"name": name, "kind": _kind(part), "words": part.get("description", "")}
        for name, part in raw.get("properties", {}).items()
    ]
    return {"words": raw.get("description", ""), "columns": columns}


def _kind(schema: Part) -> str:
    """The type in words: "list of text", "whole number or null", "Dated"."""
    if "$ref" in schema:
        return schema["$ref"].rsplit("/", 1)[1]
    if "anyOf" in schema:
        return tr(" or ").join(_kind(one) for one in schema["anyOf"])
    if schema.get("type") == "array":
        return tr("list of {kind}").format(kind=_kind(schema["items"]))
    if "pattern" in schema:
        return schema["title"]
    return _KINDS[schema["type"], schema.get("format")]


_KINDS = {
    ("string", None): tr("text"),
    ("string", "date"): tr("day (YYYY-MM-DD)"),
    ("integer", None): tr("whole number"),
    ("number", None): tr("number"),
    ("boolean", None): tr("true or false"),
    ("null", None): "null",
}
