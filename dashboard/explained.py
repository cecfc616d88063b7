"""What a word of the interface means, and who an outlet or an actor is, in the words and numbers of the package."""

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

import pandas as pd

from dashboard.dataset import Dataset
from dashboard.derive.profiles import profiles
from dashboard.edtf import say_day
from dashboard.errors import InvalidSelection, Problem
from dashboard.language import tr, trn
from dashboard.selection import Selected, Selection
from dashboard.selection.describe import count

Row = dict[str, str]


@dataclass(frozen=True)
class Profile:
    """Who somebody is: a name, facts as pairs of label and words, and links as pairs of words and address."""

    name: str
    facts: tuple[tuple[str, str], ...]
    links: tuple[tuple[str, str], ...]


# --- words -----------------------------------------------------------------------------------------------


@lru_cache(maxsize=8)
def terms(dataset: Dataset) -> Mapping[str, Row]:
    """The rows of the glossary by their term in lower case; what the package does not explain is not in it."""
    return {row["term"].lower(): row for row in dataset["glossary"].to_dict("records")}


def glossary(dataset: Dataset) -> list[Row]:
    """What the page says of each term: its definition, and the same in plain words."""
    return [
        {"term": row["term"], "definition": row["definition"], "plain": row["plain_language"]}
        for row in terms(dataset).values()
    ]


# --- outlets and actors ----------------------------------------------------------------------------------


def profile(dataset: Dataset, table: str, key: str, query: str = "") -> Profile | None:
    """Who a row of ``outlets`` or ``actors`` is, with numbers as known by the day that a query names.

    None where the table has no such row, or has no profiles. Raises InvalidSelection for a query that asks for more
    than a day.
    """
    if table not in PROFILES or key not in dataset.by_id[table]:
        return None
    return PROFILES[table](dataset.by_id[table][key], _known(dataset, day_asked(query)))


def day_asked(query: str) -> date | None:
    """The known-by day of a query. Raises InvalidSelection when anything else is asked."""
    selection = Selection.from_query(query)
    others = [name for name in selection.asked if name != "known_by"]
    if others:
        raise InvalidSelection([_unread(name) for name in others])
    return selection.known_by


def _unread(name: str) -> Problem:
    found, expected = (
        tr("{name} is asked of a profile").format(name=name),
        tr("Only known_by: a profile speaks of all that was known by a day"),
    )
    return Problem("bad-query", "query", None, name, found, expected, tr("Leave {name} out").format(name=name))


@lru_cache(maxsize=8)
def _known(dataset: Dataset, known_by: date | None) -> Selected:
    """All rows known by a day, kept for the next profile; nothing in it ever changes."""
    return Selection(known_by=known_by).apply(dataset)


def _outlet(row: Row, known: Selected) -> Profile:
    frame = profiles(known.reports)
    held = frame.loc[row["outlet_id"]] if row["outlet_id"] in frame.index else None
    facts = (
        (tr("Kind"), known.dataset.schema.label("outlets", "kind", row["kind"])),
        (tr("Country"), row["country"] or tr("not stated")),
        (tr("Affiliation"), row["affiliation"] or tr("none stated here")),
        (tr("Note"), row["note"]),
        (_heading(tr("In the data"), known), _carried(held)),
        (tr("Median lag"), _lag(held)),
    )
    page = (tr("All about this outlet"), _address(f"/sources/{row['outlet_id']}", Selection(), known))
    asked = _address("/", Selection(outlet=(row["outlet_id"],)), known)
    view = (
        []
        if held is None
        else [
            (
                tr("Its {reports} on the timeline").format(
                    reports=count(int(held["reports"]), "{n} report", "{n} reports")
                ),
                asked,
            )
        ]
    )
    return Profile(row["name"], _stated(facts), (page, *view))


def _carried(held: pd.Series | None) -> str:
    if held is None:
        return tr("No report of any incident.")
    documents = count(int(held["documents"]), "{n} document", "{n} documents")
    reports = count(int(held["reports"]), "{n} report", "{n} reports")
    incidents = count(int(held["incidents"]), "{n} incident", "{n} incidents")
    return tr("{documents} with {reports} of {incidents}; {alone} of them told here by no other outlet.").format(
        documents=documents, reports=reports, incidents=incidents, alone=f"{int(held['alone']):,}"
    )


def _lag(held: pd.Series | None) -> str:
    """Words for the days from the event to the document; none where nothing can be said."""
    if held is None or pd.isna(held["lag"]):
        return ""
    days = trn("{n} day from event to document", "{n} days from event to document", math.ceil(held["lag"]))
    return days.format(n=f"{held['lag']:g}")


def _actor(row: Row, known: Selected) -> Profile:
    schema, body = known.dataset.schema, known.dataset.by_id["actors"].get(row["member_of"])
    asserted = _holding(known, "speakers", row["actor_id"])
    named = _holding(known, "actors", row["actor_id"])
    facts = (
        (tr("Kind"), schema.label("actors", "kind", row["kind"])),
        (tr("Member of"), body["name"] if body else ""),
        (tr("Party"), schema.label("actors", "party", row["party"])),
        (tr("Also written"), row["aliases"].replace(";", ", ")),
        (tr("Note"), row["note"]),
        (
            _heading(tr("In the data"), known),
            tr("Asserts {said}. Named in {said_2}.").format(said=_said(asserted), said_2=_said(named)),
        ),
    )
    views = (
        (tr("Named in"), Selection(actor=(row["actor_id"],)), named[1]),
        (tr("Asserts something of"), Selection(said_by=(row["actor_id"],)), asserted[1]),
    )
    links = tuple(
        (f"{words} {count(n, '{n} incident', '{n} incidents')}", _address("/", asked, known))
        for words, asked, n in views
        if n
    )
    return Profile(row["name"], _stated(facts), links)


def _holding(known: Selected, column: str, actor_id: str) -> tuple[int, int]:
    """How many reports hold an actor in a padded column, and of how many incidents; members count for their body."""
    found = known.reports[known.reports[column].str.contains(f";{actor_id};", regex=False)]
    return len(found), found["incident_id"].nunique()


def _said(counted: tuple[int, int]) -> str:
    reports, incidents = counted
    return tr("{reports} of {incidents}").format(
        reports=count(reports, "{n} report", "{n} reports"), incidents=count(incidents, "{n} incident", "{n} incidents")
    )


def _heading(words: str, known: Selected) -> str:
    day = known.selection.known_by
    return tr("{words}, as known by {say_day}").format(words=words, say_day=say_day(day)) if day else words


def _address(path: str, asked: Selection, known: Selected) -> str:
    query = replace(asked, known_by=known.selection.known_by).to_query()
    return f"{path}?{query}" if query else path


def _stated(facts: tuple[tuple[str, str], ...]) -> tuple[tuple[str, str], ...]:
    return tuple((label, words) for label, words in facts if words)


PROFILES: Mapping[str, Callable[[Row, Selected], Profile]] = {"outlets": _outlet, "actors": _actor}
"""The tables whose rows have a short profile. Adding one is a function and a line."""
