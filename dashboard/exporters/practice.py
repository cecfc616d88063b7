"""The activities of a selection as records: cards, questions and keys, with the data that they come from."""

from dataclasses import asdict
from typing import Any

from dashboard.activities import activities, material
from dashboard.activities.ticket import ticket
from dashboard.selection import Selected, Selection


def practice(selection: Selection, selected: Selected) -> dict[str, Any]:
    """Return what the pages of activities and the exit ticket show of a selection, as plain values."""
    asked, shown = (selection.variant, selection.activity, selection.incident), material.asked(selection, selected)
    schema, day = selected.dataset.schema, selection.known_by
    return {
        "describe": selected.sentence,
        "query": selected.selection.filtering.to_query(),
        "known_by": day and day.isoformat(),
        "title": schema.title,
        "version": schema.version,
        "digest": selected.dataset.digest,
        "licence": schema.licence,
        "activities": [_plain(asdict(activity)) for activity in activities(shown, *asked)],
        "exit_ticket": [_plain(asdict(question)) for question in ticket(shown, asked[0], asked[2], asked[1])],
    }


def _plain(record: dict[str, Any]) -> dict[str, Any]:
    """The record with its pairs of label and words as objects."""
    for card in record.get("cards", ()):
        card["lines"] = [{"label": label, "words": words} for label, words in card["lines"]]
    return record
