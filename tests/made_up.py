"""Made-up packages: from reports written in a line each to a data set with the default columns.

A report names its speaker and what matters to the rule under test; all else is filled in:

    package({"by": "iri", "actor": "iri"}, {"by": "centcom", "outlet": "b", "published": "2023-11-12"})
"""

from datetime import date

from dashboard import dataset, derive, schema
from dashboard.checks import Package
from dashboard.dataset import Dataset
from dashboard.tables import Row

SCHEMA = schema.read(schema.DEFAULT)
INCIDENT = "20231108-asad-attack"
PUBLISHED = "2023-11-10"
SHORT = {
    "by": "asserted_by", "of": "incident_id", "place": "place_id", "actor": "attributed_to", "at": "place_id",
}  # fmt: skip

OUTLETS = {
    "a": "broadcaster", "b": "newspaper", "c": "wire", "d": "aggregator", "centcom": "us-government",
} | {f"relay-{number}": "aggregator" for number in range(1, 13)}  # fmt: skip
ACTORS = {
    "a": ("media", "media", ""),
    "b": ("media", "media", ""),
    "c": ("media", "media", ""),
    "d": ("media", "media", ""),
    "a-correspondent": ("media", "media", "a"),
    "a-source": ("unnamed-source", "unstated", ""),
    "local-source": ("unnamed-source", "unstated", ""),
    "us-official": ("unnamed-official", "us-coalition", "centcom"),
    "iraqi-official": ("unnamed-official", "iraqi-state", ""),
    "pentagon": ("government", "us-coalition", ""),
    "centcom": ("state-forces", "us-coalition", "pentagon"),
    "spokeswoman": ("official", "us-coalition", "pentagon"),
    "iri": ("armed-group", "iran-aligned-groups", ""),
    "kataib": ("armed-group", "iran-aligned-groups", "iri"),
    "kataib-spokesman": ("official", "iran-aligned-groups", "kataib"),
    "houthis": ("armed-group", "houthi", ""),
    "israel": ("government", "israel", ""),
    "iraqi-army": ("state-forces", "iraqi-state", ""),
    "jordan-army": ("state-forces", "jordan", ""),
    "observatory": ("monitor", "observer", ""),
    "watch": ("monitor", "observer", ""),
    "militants": ("armed-group", "unstated", ""),
}
"""Kind, party and body of each actor; the relays have no voice of their own."""
PLACES = {
    "iraq": ("", "IQ"),
    "anbar": ("iraq", "IQ"),
    "asad": ("anbar", "IQ"),
    "erbil": ("iraq", "IQ"),
    "syria": ("", "SY"),
    "tanf": ("syria", "SY"),
    "border": ("", "IQ;SY"),
    "golan": ("", ""),
    "red-sea": ("", "XZ"),
}
"""What each place is within, and its countries."""
NAMES = {
    "asad": ("Ain al-Asad air base", "Ayn al-Assad;Al Asad"),
    "erbil": ("Arbīl", "Erbil;Hewlêr"),
    "iri": ("Islamic Resistance in Iraq", "IRI"),
    "kataib": ("Kata’ib Hezbollah", "Hezbollah Brigades"),
}


def package(*reports: dict, **more) -> Dataset:
    """The data set of these reports; ``more`` as ``written`` takes it."""
    return dataset.build(written(*reports, **more), [])


def written(
    *reports: dict,
    incidents: dict[str, dict] | None = None,
    tallies: tuple[dict, ...] = (),
    places: dict[str, tuple[str, str]] | None = None,
    actors: dict[str, tuple[str, str, str]] | None = None,
) -> Package:
    """The package of these reports, unchecked; incidents, documents, actors and places come with them.

    Of an incident, ``incidents`` holds the cells that matter; its date and place are else those of its first
    report that gives one. ``places`` and ``actors`` are added to PLACES and ACTORS.
    """
    documents: dict[tuple[str, str, str], dict] = {}
    told = [_report(number, report, documents) for number, report in enumerate(reports, start=1)]
    counted = [_tally(number, tally, documents) for number, tally in enumerate(tallies, start=1)]
    people, grounds = ACTORS | (actors or {}), PLACES | (places or {})
    tables = {
        "outlets": [{"outlet_id": key, "name": key, "kind": kind} for key, kind in OUTLETS.items()],
        "sources": list(documents.values()),
        "actors": [_actor(key, *cells) for key, cells in people.items()],
        "places": [_place(key, *cells) for key, cells in grounds.items()],
        "incidents": _incidents(told, incidents or {}),
        "reports": told,
        "tallies": counted,
    }
    rows = {name: _rows(name, tables.get(name, [])) for name in SCHEMA.tables}
    return Package(SCHEMA, rows)


def day(text: str) -> int:
    """The day as the derived frames count it."""
    return date.fromisoformat(text).toordinal()


def standing(whole: Dataset, on: str = "", of: str = INCIDENT) -> dict:
    """How an incident stands on a day, or in the end; {} when nobody can have known of it by then."""
    held = derive.index(whole).at(day(on) if on else None)
    rows = held[held["incident_id"] == of].to_dict("records")
    return rows[0] if rows else {}


def only_known(whole: Dataset, keep: set[str]) -> Dataset:
    """The same data set with only these reports, the incidents they are about, and no tallies."""
    told = whole["reports"][whole["reports"]["report_id"].isin(keep)]
    incidents = whole["incidents"][whole["incidents"]["incident_id"].isin(told["incident_id"])]
    tables = whole.tables | {"reports": told, "incidents": incidents, "tallies": whole["tallies"].iloc[:0]}
    return Dataset(whole.schema, {name: frame.reset_index(drop=True) for name, frame in tables.items()}, ())


def _rows(table: str, rows: list[dict]) -> list[Row]:
    blank = dict.fromkeys(SCHEMA.tables[table].fields, "")
    unknown = {column for row in rows for column in row} - blank.keys()
    assert not unknown, f"no column of {table}: {sorted(unknown)}"
    return [Row(number, blank | row) for number, row in enumerate(rows, start=2)]


def _document(cells: dict, documents: dict) -> str:
    outlet, published, via = cells.pop("outlet", "a"), cells.pop("published", PUBLISHED), cells.pop("via", "")
    key = (outlet, published, via)
    number = len(documents) + 1
    document = {
        "source_id": f"document-{number}", "outlet_id": outlet, "title": f"Document {number}",
        "published": published, "via_outlet_id": via, "seen": "full",
    }  # fmt: skip
    return documents.setdefault(key, document)["source_id"]


def _report(number: int, cells: dict, documents: dict) -> dict:
    cells = {SHORT.get(name, name): str(value) for name, value in cells.items()}
    given = {
        "report_id": f"r{number}", "incident_id": INCIDENT, "locator": f"p{number}", "stance": "reports",
        "asserted_by": cells.get("outlet", "a"), "summary": f"Report {number}.",
    }  # fmt: skip
    return given | {"source_id": _document(cells, documents)} | cells


def _tally(number: int, cells: dict, documents: dict) -> dict:
    cells = {SHORT.get(name, name): str(value) for name, value in cells.items()}
    given = {
        "tally_id": f"t{number}", "locator": f"p{number}", "measure": "attacks", "value": "1",
        "asserted_by": cells.get("outlet", "a"), "summary": f"Count {number}.",
    }  # fmt: skip
    return given | {"source_id": _document(cells, documents)} | cells


def _incidents(told: list[dict], given: dict[str, dict]) -> list[dict]:
    rows, reports = [], {}
    for report in told:
        reports.setdefault(report["incident_id"], []).append(report)
    for key, mine in reports.items():
        date = next((report["date"] for report in mine if report.get("date")), "2023-11-08")
        place = next((report["place_id"] for report in mine if report.get("place_id")), "")
        row = {
            "incident_id": key,
            "title": f"Title of {key}",
            "kind": "attack",
            "date": date,
            "place_id": place,
        }
        rows.append(row | {SHORT.get(name, name): value for name, value in given.get(key, {}).items()})
    return rows


def _actor(key: str, kind: str, party: str, member_of: str) -> dict:
    name, aliases = NAMES.get(key, (key, ""))
    return {
        "actor_id": key, "name": name, "aliases": aliases, "kind": kind, "party": party, "member_of": member_of,
    }  # fmt: skip


def _place(key: str, within: str, countries: str) -> dict:
    name, aliases = NAMES.get(key, (key, ""))
    return {
        "place_id": key, "name": name, "aliases": aliases, "within": within, "countries": countries,
        "precision": "area",
    }  # fmt: skip
