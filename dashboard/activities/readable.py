"""What can be read in an account's own words, and so be asked without standing labelled beside them."""

import re
from collections.abc import Callable, Mapping
from datetime import date, timedelta
from functools import lru_cache, reduce

from dashboard import edtf
from dashboard.activities import material
from dashboard.dataset import Dataset
from dashboard.derive.facts import Report
from dashboard.derive.number_words import TENS, UNITS, in_words
from dashboard.derive.text import fold
from dashboard.selection.rows import Selected

_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_NOBODY = re.compile(
    r"\b(?:no|without|nobody|none|zero)\b[^.;]*\b(?:casualt|injur|hurt|harm|kill|wound|loss|died|dead|death)"
)
_PARTS = r"central|(?:north|south|east|west|northeast|northwest|southeast|southwest|north east|north west)(?:ern)?"
"""Words that make a part of the place whose name follows."""
_GENERAL = {
    "base", "bases", "field", "area", "near", "port", "camp", "site", "town", "city", "armed", "group", "groups",
    "forces", "named", "iraqi", "syrian", "iranian",
}  # fmt: skip
"""Words of names that tell no place and no group from another."""
_VERBS = {"claims-responsibility": "claim", "denies": "den(?:y|ie)", "disputes": "disput", "revises": "revis"}
"""How a stance begins in a summary, where it is not its own name without the last letter."""


_NOUNS = {
    "munitions": "drones?|uavs?|rockets?|missiles?|munitions?|shells?|mortars?|projectiles?|bombs?|rounds?",
    "attacks": "strikes?|airstrikes?|raids?|attacks?|operations?|interceptions?|times?|occasions?",
    "sites": "sites?|targets?|facilit(?:y|ies)|positions?|locations?|bases?|buildings?|depots?|places?|points?|areas?",
}
"""What is counted, by the unit of a number."""
_LEAST = re.compile(r" (?:at least|more than|no fewer than|no less than|over|minimum of) ")


def _counted(unit: str = "") -> str:
    nouns = _NOUNS.get(unit) or "|".join(_NOUNS.values())
    return rf"(?!way )(?:\w+ ){{0,3}}(?:{nouns})\b"


_COUNTED = _counted()
"""What a number of munitions, attacks or sites is followed by, within three words; a one-way drone is none."""
_NUMBER = rf"(?:\d+|{'|'.join((*UNITS, *TENS))}|several|dozens?|(?:a )?(?:pair|couple|number|barrage|swarm) of)"
_MONTHS = "january|february|march|april|may|june|july|august|september|october|november|december"
_WORDS: Mapping[str, re.Pattern] = {
    "date": re.compile(rf"\b(?:\d+ (?:{_MONTHS})|(?:{_MONTHS}) \d+|{'|'.join(_WEEKDAYS)})\b"),
    "strikes": re.compile(rf"\b{_NUMBER} {_COUNTED}"),
    "killed": re.compile(r"\b(?:casualt|kill|dead|died|death|dies|fatal|victim|loss)"),
    "injured": re.compile(r"\b(?:casualt|injur|hurt|harm|wound|victim)"),
}
"""Words by which an account may tell of a field that it does not state."""
DAY_WORDS = _WORDS["date"]
"""A day of a month or of the week, in a folded text."""
WORDED = ("weapon", *_WORDS)
"""The fields of which an account may tell without stating them."""


folded = lru_cache(4096)(fold)
"""Text as it is looked through: every pair of accounts or counts asks for the same few hundred texts."""


def readable(selected: Selected, report: Report, name: str) -> bool:
    """Whether the summary of a report, beside its speaker and its document, lets a reader fill in one of FIELDS."""
    row = material.row(selected.dataset, report)
    return _READ[name](selected, row, f" {folded(row['summary'])} ")


def of_a_part(selected: Selected, report: Report) -> bool:
    """Whether the summary of a report names a part of the place that it is coded to: "northern Syria" of Syria."""
    row = material.row(selected.dataset, report)
    place = selected.dataset.by_id["places"].get(row["place_id"])
    names = [folded(name) for name in (place["name"], *place["aliases"].split(";"))] if place else []
    text = f" {folded(row['summary'])} "
    return any(re.search(rf" (?:{_PARTS}) {re.escape(name)} ", text) for name in names if name)


def worded(selected: Selected, report: Report, name: str) -> bool:
    """Whether a reader of the card of a report may say both that it states a field and that it does not.

    It may tell of it in words alone: "casualties", "dead and wounded". A date without a beginning, or a month that is a
    guess, is often no more than the day on which the document appeared; and means may be named as unknown.
    """
    if name == "weapon":
        return material.row(selected.dataset, report)["weapon"] == "unknown"
    return in_words_alone(selected, report, name) or (name == "date" and _bounded_by_its_document(report))


def _bounded_by_its_document(report: Report) -> bool:
    date = report.date
    return bool(date) and (not date.earliest or not date.latest or (date.approximate and not date.is_day))


def in_words_alone(selected: Selected, report: Report, name: str) -> bool:
    """Whether a report that does not state a field may tell of it in words all the same."""
    if name not in _WORDS:
        return False
    row = material.row(selected.dataset, report)
    stated = material.says(selected, report, name)
    told = f"{row['summary']} | {row['quote']} | {row['outcome']}"
    return not stated and bool(_WORDS[name].search(folded(told)))


def names_an_outlet(selected: Selected, report: Report) -> bool:
    """Whether the card of a report names an outlet other than the one that it stands in."""
    dataset = selected.dataset
    row = material.row(dataset, report)
    text = f" {folded(row['summary'])} {folded(dataset.by_id['actors'].get(row['asserted_by'], {}).get('name', ''))} "
    own = folded(dataset.by_id["outlets"][report.outlet]["name"])
    return any(f" {name} " in text for name in _outlets(dataset) if name not in own)


@lru_cache(maxsize=8)
def _outlets(dataset: Dataset) -> frozenset[str]:
    """The names of outlets and of other media, folded."""
    names = [row["name"] for row in dataset.by_id["outlets"].values()]
    names += [row["name"] for row in dataset.by_id["actors"].values() if row["kind"] == "media"]
    return frozenset(map(folded, names))


def verb(selected: Selected, report: Report) -> bool:
    """Whether the summary itself says how the speaker puts it."""
    row = material.row(selected.dataset, report)
    stem = _VERBS.get(row["stance"], row["stance"].removesuffix("s"))
    return bool(re.search(rf"\b{stem}(?!edly)", row["summary"].lower()))


def _actor(selected: Selected, row: material.Row, text: str) -> bool:
    known = selected.dataset.by_id["actors"].get(row["attributed_to"], {})
    return row["attributed_to"] == row["asserted_by"] or named(known, text)


def _place(selected: Selected, row: material.Row, text: str) -> bool:
    return named(selected.dataset.by_id["places"].get(row["place_id"], {}), text)


def named(known: Mapping[str, str], text: str) -> bool:
    """Whether a folded text holds a word that tells a name from others."""
    words = set(folded(f"{known.get('name', '')} {known.get('aliases', '').replace(';', ' ')}").split())
    return any(f" {word} " in text for word in words - _GENERAL if len(word) > 3)


def _date(selected: Selected, row: material.Row, text: str) -> bool:
    """A day of a month; or a day of the week, which a dated document of the days after it settles."""
    told = edtf.parse(row["date"])
    if not (told.earliest and told.earliest == told.latest):
        return False
    if day_named(told.earliest, text):
        return True
    source = selected.dataset.by_id["sources"][row["source_id"]]["published"]
    shown = edtf.parse(source).earliest if source else None
    near = bool(shown) and shown - timedelta(6) <= told.earliest <= shown
    return near and f" {_weekday(told.earliest)} " in text


def day_named(day: date, text: str) -> bool:
    """Whether a folded text names a day of a month, in either order."""
    month = f"{day:%B}".lower()
    return any(f" {words} " in text for words in (f"{day.day} {month}", f"{month} {day.day}"))


def _weekday(day: date) -> str:
    return _WEEKDAYS[day.weekday()]


def _weapon(selected: Selected, row: material.Row, text: str) -> bool:
    """Whether the text names the means that are coded, and no other."""
    labels = [folded(item["label"]) for item in selected.dataset.schema.categories("reports", "weapon").values()]
    label = selected.dataset.schema.label
    coded = sorted((folded(label("reports", "weapon", one)) for one in row["weapon"].split(";")), key=len, reverse=True)
    if not all(f" {one}" in text for one in coded):
        return False
    rest = reduce(lambda words, one: words.replace(f" {one}", " "), coded, text)
    return not any(f" {other}" in rest for other in labels)


def _strikes(_: Selected, row: material.Row, text: str) -> bool:
    """Whether the text holds the number before what is counted: in "one injured" nothing is."""
    if not row["strikes_max"] and not _LEAST.search(text):
        return False
    what = _counted(row["strikes_unit"])
    return all(
        any(re.search(rf" {words} {what}", text) for words in written(number))
        for number in {row["strikes_min"], row["strikes_max"]}
        if number
    )


def _harmed(name: str) -> Callable[[Selected, material.Row, str], bool]:
    return lambda _, row, text: bool(_NOBODY.search(text)) if row[name] == "0" else counted(row[name], text)


def counted(number: str, text: str) -> bool:
    """Whether a folded text holds a number, in digits or in words."""
    return any(f" {words} " in text for words in written(number))


def written(number: str) -> tuple[str, str]:
    """A number as a folded text may have it: in digits, and in words."""
    return number, folded(in_words(int(number)))


_READ: Mapping[str, Callable[[Selected, material.Row, str], bool]] = {
    "actor": _actor,
    "date": _date,
    "place": _place,
    "weapon": _weapon,
    "strikes": _strikes,
    "killed": _harmed("killed"),
    "injured": _harmed("injured"),
}
"""How each of FIELDS is looked for in a text whose words are folded and set off by blanks."""
assert _READ.keys() == material.FIELDS.keys()
