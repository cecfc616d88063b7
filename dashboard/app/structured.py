"""What a page is about, for machines, in the words of schema.org: who claims what where, and nothing beyond it.

An incident is an Event with one Claim for each account of it that was known by the day asked. A date is given only
as precisely as it was stated, and not at all where it is approximate, uncertain or one of several days. Neither a
date nor a place is given where accounts of it cannot both hold. The description says all of it in words. An event
gets no status, because nobody here says that it took place.
"""

import json
from collections.abc import Callable, Mapping
from typing import Any
from urllib.parse import quote

from markupsafe import Markup

from dashboard import edtf
from dashboard.app.asked import OK, Asked
from dashboard.app.head import SITE, dated
from dashboard.dataset import Dataset
from dashboard.derive import Account, compare
from dashboard.exporters import EXPORTS

Thing = dict[str, Any]
_CONTEXT = "https://schema.org"
_UNSAFE = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"}
"""What could end the element that holds the JSON, or a line in it."""


def text(asked: Asked, root: str) -> Markup:
    """The JSON-LD of a page, safe inside a script element; "" where there is none to give."""
    graph = _GRAPHS.get(asked.page.PATH, _none)(asked, root) if asked.status == OK else []
    if not graph:
        return Markup("")
    said = json.dumps({"@context": _CONTEXT, "@graph": graph}, ensure_ascii=False)
    return Markup(said.translate(_UNSAFE))


def _none(*_: object) -> list[Thing]:
    return []


def _stated(**parts: Any) -> Thing:
    """A thing without the parts that nobody states."""
    return {name.replace("at_", "@"): value for name, value in parts.items() if value not in (None, "", [], {})}


# --- one incident ----------------------------------------------------------------------------------------


def _incident(asked: Asked, root: str) -> list[Thing]:
    selected, incident = asked.selected, asked.selection.incident
    held = selected.standings[selected.standings["incident_id"] == incident]
    accounts = compare(selected.index, incident, selected.day).accounts
    if held.empty or not accounts:
        return []
    row, url = held.iloc[0], root + asked.canonical.lstrip("/")
    rival = row["conflicts"].split(";")
    event = _stated(
        at_type="Event",
        at_id=f"{url}#event",
        name=asked.name,
        url=url,
        identifier=incident,
        description=asked.sentence,
        location=None if "place" in rival else place(selected.index.relations, row["place_id"]),
        **({} if "date" in rival else days(row["date"])),
        subjectOf=[{"@id": f"{url}#claim-{number}"} for number, _ in enumerate(accounts, 1)],
    )
    claims = [_claim(account, number, url, asked.dataset, root) for number, account in enumerate(accounts, 1)]
    return [event, *claims]


def days(date: str) -> Thing:
    """The start and the end of an event, each with the precision it has; neither where the days are not certain."""
    value = edtf.parse(date)
    ends = date.split("/") if value.form == "interval" else [date]
    if date.startswith("[") or any(sign in date for sign in "~?%"):
        return {}
    names = ("startDate", "endDate")[: len(ends)]
    return {name: end.split("-XX")[0] for name, end in zip(names, ends, strict=True) if end != ".."}


def place(relations: Any, place_id: str) -> Thing | None:
    """A place with what contains it; coordinates and country only where the data states them."""
    if not place_id:
        return None
    dataset = relations.dataset
    row = dataset.by_id["places"][place_id]
    countries = [code for code in row["countries"].split(";") if code and code != "XZ"]
    larger = relations.around[place_id][1:2]
    return _stated(
        at_type="Place",
        name=row["name"],
        alternateName=[name for name in row["aliases"].split(";") if name],
        address={"@type": "PostalAddress", "addressCountry": countries[0]} if len(countries) == 1 else None,
        geo=_geo(row, dataset),
        containedInPlace=place(relations, larger[0]) if larger else None,
    )


def _geo(row: Mapping[str, str], dataset: Dataset) -> Thing | None:
    if not (row["latitude"] and row["longitude"]):
        return None
    precision = dataset.schema.label("places", "precision", row["precision"])
    return _stated(
        at_type="GeoCoordinates",
        latitude=float(row["latitude"]),
        longitude=float(row["longitude"]),
        description=f"Precision: {precision}" if precision else None,
    )


def _claim(account: Account, number: int, url: str, dataset: Dataset, root: str) -> Thing:
    sources = {row["source_id"]: dataset.by_id["sources"][row["source_id"]] for row in account.reports}
    works = [_work(source, dataset, root) for source in sorted(sources.values(), key=_published)]
    dated_works = [work for work in works if "datePublished" in work]
    speakers = [dataset.by_id["actors"][actor]["name"] for actor in account.speakers]
    stances = [dataset.schema.label("reports", "stance", stance) for stance in account.stances]
    return _stated(
        at_type="Claim",
        at_id=f"{url}#claim-{number}",
        name=f"{', '.join(speakers)}: {', '.join(stances)}",
        about={"@id": f"{url}#event"},
        author=[_speaker(actor, dataset) for actor in account.speakers],
        claimInterpreter=_keepers(dataset),
        abstract=" ".join(dict.fromkeys(row["summary"] for row in account.reports)),
        appearance=works,
        firstAppearance=dated_works[0] if dated_works else None,
    )


def _published(source: Mapping[str, str]) -> tuple[bool, str]:
    return not source["published"], source["published"]


def _speaker(actor_id: str, dataset: Dataset) -> Thing:
    """Who speaks: a person where the data names one, else a body."""
    actor = dataset.by_id["actors"][actor_id]
    flagged = dataset.schema.flagged
    person = actor["kind"] in flagged("actors", "kind", "speaksFor") | flagged("actors", "kind", "unnamed")
    body = dataset.by_id["actors"].get(actor["member_of"])
    return _stated(
        at_type="Person" if person else "Organization",
        name=actor["name"],
        alternateName=[name for name in actor["aliases"].split(";") if name],
        affiliation={"@type": "Organization", "name": body["name"]} if person and body else None,
    )


def _work(source: Mapping[str, str], dataset: Dataset, root: str) -> Thing:
    outlet = dataset.by_id["outlets"][source["outlet_id"]]
    page = f"{root}sources/{quote(source['outlet_id'])}"
    return _stated(
        at_type="CreativeWork",
        name=source["title"],
        url=source["url"],
        archivedAt=source["archived_url"],
        publisher={"@type": "Organization", "name": outlet["name"], "mainEntityOfPage": page},
        datePublished=source["published"],
        inLanguage=source["language"],
    )


# --- the data --------------------------------------------------------------------------------------------


def _catalog(asked: Asked, root: str) -> list[Thing]:
    dataset = asked.dataset
    raw, version = dataset.schema.raw, f"{dataset.schema.version} ({dataset.digest})"
    licence = (raw.get("licenses") or [{}])[0]
    data = _stated(
        at_type="Dataset",
        at_id=f"{root}method#dataset",
        name=dataset.schema.title,
        description=raw.get("description") or dataset.schema.title,
        url=f"{root}method",
        license=licence.get("path") or licence.get("name"),
        version=version,
        dateModified=dated(dataset),
        keywords=list(raw.get("keywords", ())),
        creator=_keepers(dataset),
        isAccessibleForFree=True,
        includedInDataCatalog={"@id": f"{root}#catalog"},
        distribution=_downloads(root),
    )
    catalog = _stated(
        at_type="DataCatalog", at_id=f"{root}#catalog", name=SITE, url=root, dataset=[{"@id": data["@id"]}]
    )
    return [catalog, data]


def _downloads(root: str) -> list[Thing]:
    return [
        _stated(
            at_type="DataDownload",
            name=f"{export}{ending}",
            contentUrl=f"{root}api/v1/{export}{ending}",
            encodingFormat=form.mimetype.partition(";")[0],
        )
        for export, formats in EXPORTS.items()
        for ending, form in formats.items()
    ]


def _keepers(dataset: Dataset) -> list[Thing]:
    """Who made the data package."""
    people = dataset.schema.raw.get("contributors", ())
    return [{"@type": "Organization", "name": one["title"]} for one in people if one.get("title")]


_GRAPHS: Mapping[str, Callable[[Asked, str], list[Thing]]] = {
    "/": _catalog,
    "/method": _catalog,
    "/incidents/<incident>": _incident,
}
