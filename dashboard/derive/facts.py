"""Reports with everything that one row and its neighbours say: days, parties, origin, ranges."""

from collections import defaultdict
from dataclasses import dataclass

from dashboard import edtf
from dashboard.dataset import Dataset
from dashboard.derive import numbers
from dashboard.derive.numbers import Range
from dashboard.derive.relations import Relations
from dashboard.edtf import Edtf

Cells = dict[str, str]


@dataclass(frozen=True, slots=True)
class Report:
    """One report as the rules read it. Days are proleptic ordinals; ``known`` is None where the day is unknown."""

    report_id: str
    incident_id: str
    source_id: str
    outlet: str
    speaker: str
    named: bool
    party: str
    institution: str
    origin: tuple[str, str]
    stance: str
    contests: tuple[str, ...]
    kind: str
    date: Edtf | None
    place: str
    actor: str
    actor_party: str
    against_party: str
    strikes: Range | None
    strikes_unit: str
    killed: Range | None
    injured: Range | None
    known: int | None
    possible: int

    @property
    def asserts(self) -> bool:
        """True when the report says that the incident happened: it neither denies it nor disputes whether."""
        return self.stance != "denies" and not (self.stance == "disputes" and "whether" in self.contests)

    @property
    def contradicts(self) -> bool:
        """True when the report denies or disputes something."""
        return self.stance in ("denies", "disputes")


def day(text: str) -> int | None:
    """The last day of a date text as an ordinal; None where the text is empty."""
    return edtf.parse(text).last_day if text else None


def known_on(published: str, said_on: str) -> int | None:
    """The day a reader could know it: when it was published, else when it was said, else unknown."""
    return day(published) if published else day(said_on)


def reports(dataset: Dataset, relations: Relations) -> list[Report]:
    """Every report of the data set in file order."""
    rows = dataset["reports"].to_dict("records")
    shared = _independently_quoted(dataset, relations, rows)
    return [_report(row, dataset, relations, shared) for row in rows]


def original_outlet(source: Cells) -> str:
    """The outlet whose text a document carries: the one it relays, else its own."""
    return source["via_outlet_id"] or source["outlet_id"]


def said_day(row: Cells, source: Cells) -> str:
    """The day of a statement as the source dates it: said_on, else published; "" where neither is given."""
    return row["said_on"] or source["published"]


def _independently_quoted(dataset: Dataset, relations: Relations, rows: list[Cells]) -> set[tuple[str, str, str]]:
    """Statements of unnamed speakers that two original outlets quote: (incident, speaker, day)."""
    outlets = defaultdict(set)
    for row in rows:
        if row["asserted_by"] in relations.unnamed:
            source = dataset.by_id["sources"][row["source_id"]]
            outlets[_statement(row, source)].add(original_outlet(source))
    return {statement for statement, names in outlets.items() if len(names) > 1}


def _statement(row: Cells, source: Cells) -> tuple[str, str, str]:
    return row["incident_id"], row["asserted_by"], said_day(row, source)


def _voice(row: Cells, source: Cells, relations: Relations, shared: set) -> tuple[str, str]:
    """The institution whose statement this is, and its party; an unnamed speaker counts as the outlet quoting it."""
    speaker = row["asserted_by"]
    if speaker not in relations.unnamed:
        return relations.institution(speaker), relations.party(speaker)
    if _statement(row, source) in shared:
        return speaker, relations.party(speaker)
    return original_outlet(source), "media"


def _report(row: Cells, dataset: Dataset, relations: Relations, shared: set) -> Report:
    source = dataset.by_id["sources"][row["source_id"]]
    incident = dataset.by_id["incidents"][row["incident_id"]]
    institution, party = _voice(row, source, relations, shared)
    date = edtf.parse(row["date"]) if row["date"] else None
    known = known_on(source["published"], row["said_on"])
    return Report(
        report_id=row["report_id"],
        incident_id=row["incident_id"],
        source_id=row["source_id"],
        outlet=source["outlet_id"],
        speaker=row["asserted_by"],
        named=row["asserted_by"] not in relations.unnamed,
        party=party,
        institution=institution,
        origin=(institution, said_day(row, source)),
        stance=row["stance"],
        contests=tuple(row["contests"].split(";")) if row["contests"] else (),
        kind=row["kind"] or incident["kind"],
        date=date,
        place=row["place_id"],
        actor=row["attributed_to"],
        actor_party=relations.party(row["attributed_to"]),
        against_party=relations.party(row["against"]),
        strikes=numbers.between(row["strikes_min"], row["strikes_max"]),
        strikes_unit=row["strikes_unit"],
        killed=numbers.of(row["killed"], row["killed_qualifier"]),
        injured=numbers.of(row["injured"], row["injured_qualifier"]),
        known=known,
        possible=known if known is not None else (date or edtf.parse(incident["date"])).first_day,
    )
