"""Snapshots as people read them: sorted keys, rounded numbers, one short list to a line."""

import json
import math
import os
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent.parent / "snapshots"
UPDATE = os.environ.get("UPDATE_SNAPSHOTS") == "1"
"""UPDATE_SNAPSHOTS=1 pytest tests/figures writes what is drawn now; read the difference before you commit it."""
WIDTH = 110
DIGITS = 4


def readable(value: Any, indent: int = 0) -> str:
    """The value as JSON text: what fits stands on one line, the rest is broken up."""
    text = json.dumps(rounded(value), ensure_ascii=False, sort_keys=True, allow_nan=False)
    if len(text) + indent <= WIDTH or not isinstance(value, dict | list):
        return text
    inner = " " * (indent + 1)
    if isinstance(value, dict):
        lines = [f"{json.dumps(name)}: {readable(value[name], indent + 1)}" for name in sorted(value)]
        return "{\n" + ",\n".join(inner + line for line in lines) + "\n" + " " * indent + "}"
    lines = [readable(one, indent + 1) for one in value]
    return "[\n" + ",\n".join(inner + line for line in lines) + "\n" + " " * indent + "]"


def rounded(value: Any) -> Any:
    """The same with every float cut to DIGITS places; a number that JSON cannot hold is an error."""
    if isinstance(value, dict):
        return {name: rounded(one) for name, one in value.items()}
    if isinstance(value, list):
        return [rounded(one) for one in value]
    if isinstance(value, float):
        assert math.isfinite(value), "a figure holds no infinity and no NaN"
        return round(value, DIGITS)
    return value


def path(name: str) -> Path:
    return FOLDER / f"{name.replace(' ', '-')}.json"


def kept(name: str, drawn: dict) -> str:
    """The snapshot of a case; written first when it is to be updated."""
    if UPDATE:
        FOLDER.mkdir(exist_ok=True)
        path(name).write_text(readable(drawn) + "\n", encoding="utf-8")
    return path(name).read_text(encoding="utf-8")
