"""The query string of the site as the API describes it: names, help, allowed values.

It describes and never judges: ``Selection`` alone decides what is wrong with a query and says so.
"""

from collections.abc import Callable, Iterable, Mapping
from copy import deepcopy
from functools import lru_cache
from typing import Any

from pydantic import BaseModel, Field, create_model

from dashboard.dataset import Dataset
from dashboard.language import tr
from dashboard.selection import HIDES, LANES, SIDES, vocabulary
from dashboard.selection.columns import NAMES, OF, PER, SORTS
from dashboard.selection.filters import OPENED
from dashboard.selection.reading import Parameter
from dashboard.selection.value import ACTIVITIES, PARAMETERS, ROWS, known_sides

Form = dict[str, Any]

MOST_NAMED = 60
"""A filter that knows more values than this is described without naming them."""

_ONE_DAY: Form = {"type": "string", "format": "date"}
_DAY: Form = {
    "anyOf": [
        _ONE_DAY,
        {"type": "string", "pattern": r"^[1-9][0-9]{3}-(0[1-9]|1[0-2])$", "title": tr("month (YYYY-MM)")},
        {"type": "string", "pattern": r"^[1-9][0-9]{3}$", "title": tr("year (YYYY)")},
    ],
    "example": "2023-11-08",
}

_NUMBER: Form = {"type": "integer", "minimum": 1, "maximum": 9_999_999}


def _choice(values: Iterable[str]) -> Form:
    return {"type": "string", "enum": list(values)}


_FORMS: Mapping[str, Form] = {
    "from": _DAY,
    "to": _DAY,
    "known_by": _DAY,
    "disputed": _choice(["yes", "no"]),
    "gentle": _choice(["yes", "no"]),
    "lanes": _choice(LANES),
    "rows": _choice(ROWS),
    "of": _choice(OF),
    "columns": _choice(NAMES),
    "per": {"type": "integer", "enum": list(PER)},
    "sort": _choice(SORTS),
    "by": _choice(SIDES),
    "data": {"type": "string", "pattern": "^[0-9a-f]{12}$", "title": tr("hash (twelve of 0-9 and a-f)")},
    "page": _NUMBER,
    "activity": _choice(ACTIVITIES),
    "variant": _NUMBER,
    "key": _choice(["yes", "no"]),
    "hide": _choice(HIDES),
    "step": _NUMBER,
    "answered": _NUMBER,
}
"""The forms of parameters whose values do not depend on the data."""


class _Described(BaseModel):
    """A model that describes itself once, because every address asks for the same description."""

    @classmethod
    def model_json_schema(cls, **options: Any) -> dict[str, Any]:
        return deepcopy(_schema(cls, **options))


@lru_cache(maxsize=8)
def _schema(described: type[BaseModel], **options: Any) -> dict[str, Any]:
    return BaseModel.model_json_schema.__func__(described, **options)


def model(dataset: Dataset) -> type[BaseModel]:
    """A model of the query string with the values that this data set knows."""
    known = {**vocabulary(dataset), **{name: ids(dataset) for name, ids in OPENED.items()}}
    known |= dict.fromkeys(("a", "b"), known_sides(dataset, SIDES))
    fields: dict[str, Any] = {
        name: (list[str] if item.many else str, _field(item, _form(name, known.get(name, ()))))
        for name, item in PARAMETERS.items()
    }
    return create_model("Query", __base__=_Described, **fields)


def _form(name: str, known: Iterable[str]) -> Form:
    values = list(known)
    if name in ("a", "b"):
        return {"anyOf": [_choice(values), _ONE_DAY]} if 0 < len(values) <= MOST_NAMED else {"type": "string"}
    return _choice(values) if 0 < len(values) <= MOST_NAMED else _FORMS.get(name, {"type": "string"})


def _field(item: Parameter, form: Form) -> Any:
    return Field(default="", description=item.help, json_schema_extra=_described(item, form))


def _described(item: Parameter, form: Form) -> Callable[[Form], None]:
    def describe(schema: Form) -> None:
        for name in ("default", "title", "type", "items"):
            schema.pop(name, None)
        schema.update({"type": "array", "items": form} if item.many else form)

    return describe
