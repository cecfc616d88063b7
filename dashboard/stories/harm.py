"""What in a step tells of people harmed, by the marks ``harm`` of the package: its placeholders, and what it draws."""

import re
from collections.abc import Iterator, Mapping

from dashboard.dataset import Dataset
from dashboard.derive.harm import tells
from dashboard.stories.numerals import PLACEHOLDER
from dashboard.stories.story import Prose, Step
from dashboard.stories.values import NoValue, value
from dashboard.stories.views import Seen

_NAMED = re.compile(r"(report|tally|incident)(?::([A-Za-z0-9-]+))?\.([a-z-]+)", re.IGNORECASE)
_OF_COUNT = frozenset({"value", "number", "declared", "quote", "named", "possible", "itemised"})
"""Fields of a declared count that give its number, or what is held against it."""
_NUMBER = re.compile(r"-(?:lowest|highest)$")


def telling(step: Step, held: Seen) -> Iterator[tuple[Prose, re.Match]]:
    """Every placeholder of a step that stands for people harmed, with the words that hold it."""
    for prose in step.prose():
        yield from ((prose, match) for match in PLACEHOLDER.finditer(prose.text) if _tells(match[1], held))


def _tells(text: str, held: Seen) -> bool:
    named = _NAMED.match(text.strip())
    if not named or not _stands(text, held):
        return False
    subject, name, field = named[1].lower(), named[2] or held.incident, named[3]
    dataset = held.selected.dataset
    if subject == "incident":
        return _of_incident(dataset, name, field)
    if subject == "tally":
        row = dataset.by_id["tallies"].get(name)
        return bool(row) and field in _OF_COUNT and tells(dataset, "tallies", row)
    row = dataset.by_id["reports"].get(name)
    return bool(row) and _of_report(dataset, row, field)


def _of_report(dataset: Dataset, row: Mapping[str, str], field: str) -> bool:
    """Whether a field of a report tells of people harmed.

    Numbers and outcomes do by their own marks. A quotation does where its report states that somebody was harmed: an
    author chose its few words, and an outcome that may tell more stands in another column.
    """
    table = dataset.schema.tables["reports"]
    if table.harm.get(field) != "row":
        return tells(dataset, "reports", row, field)
    numbers = [name for name, kind in table.harm.items() if kind == "number"]
    return row[table.key] in table.harmful or any(tells(dataset, "reports", row, name) for name in numbers)


def _stands(text: str, held: Seen) -> bool:
    """Whether a placeholder stands for anything; the check says so where it does not."""
    try:
        return bool(value(text, held))
    except NoValue:
        return False


def _of_incident(dataset: Dataset, incident: str, field: str) -> bool:
    if field == "title":
        row = dataset.by_id["incidents"].get(incident)
        return bool(row) and tells(dataset, "incidents", row, "title")
    return dataset.schema.tables["reports"].harm.get(_NUMBER.sub("", field)) == "number"


def drawn(held: Seen) -> bool:
    """Whether the figure of a view is one of people harmed: their ranges, or a count of them."""
    view, dataset = held.view, held.selected.dataset
    if view.page != "/counts":
        return view.figure == "harm"
    tally = dataset.by_id["tallies"].get(view.selection.tally or "")
    if tally and tells(dataset, "tallies", tally):
        return True
    values = dataset.schema.tables["tallies"].harm_values.get("measure", ())
    return bool(view.selection.measure) and view.selection.measure in values
