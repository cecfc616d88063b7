"""Reports with everything that one row and its document say: days, speaker, carrier, ranges."""

from dataclasses import dataclass
from datetime import date

from dashboard import edtf
from dashboard.dataset import Dataset
from dashboard.derive import numbers
from dashboard.derive.numbers import Range
from dashboard.derive.relations import Relations, Voice
from dashboard.edtf import Edtf

Cells = dict[str, str]
_FIRST, _LAST = date.min.toordinal(), date.max.toordinal()


@dataclass(frozen=True, slots=True)
class Said:
    """When a statement was made: its words, its first and its last possible day as ordinals."""

    text: str
    first: int
    last: int

    @property
    def order(self) -> int:
        """The day by which it stands among other statements; 0, before all others, where nothing dates it."""
        return 0 if not self.text else self.first if self.last == _LAST else self.last


@dataclass(frozen=True, slots=True)
class Report:
    """One report as the rules read it: days are proleptic ordinals, ``known`` is None where unknown.

    ``own`` is the voice of the speaker, ``carrier`` that of the outlet whose text the document carries.
    ``voice`` and ``origin`` depend on the other reports known: see ``voices.settled``.
    """

    report_id: str
    incident_id: str
    source_id: str
    outlet: str
    speaker: str
    named: bool
    own: Voice
    carrier: Voice
    voice: Voice
    said: Said
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
    def institution(self) -> str:
        """Whose statement this is."""
        return self.voice.institution

    @property
    def party(self) -> str:
        """The party of whoever this is the statement of."""
        return self.voice.party

    @property
    def asserts(self) -> bool:
        """True when the report says that the incident happened: it neither denies it nor disputes whether."""
        return self.stance != "denies" and not (self.stance == "disputes" and "whether" in self.contests)

    @property
    def rejects(self) -> bool:
        """True when the report denies that the incident happened, or disputes whether.

        A denial of something else, as of who acted, neither asserts that it happened nor rejects it.
        """
        return self.contradicts and "whether" in self.contests

    @property
    def contradicts(self) -> bool:
        """True when the report denies or disputes something."""
        return self.stance in ("denies", "disputes")


def known_on(published: str, said_on: str) -> int | None:
    """The day a reader could know it: when it was published, else when it was said, else unknown.

    A range of days counts at its last day; a range without an end has none, so the day is unknown.
    """
    text = published or said_on
    latest = edtf.parse(text).latest if text else None
    return latest.toordinal() if latest else None


def known_date(dataset: Dataset, row: Cells) -> str:
    """That day of a report or a declared count for people, a date: approximate where its own is; "" where unknown."""
    text = dataset.by_id["sources"][row["source_id"]]["published"] or row["said_on"]
    return edtf.last_day(edtf.parse(text)) if text else ""


def reports(dataset: Dataset, relations: Relations) -> list[Report]:
    """Every report of the data set in file order."""
    return [_report(row, dataset, relations) for row in dataset.by_id["reports"].values()]


def _said(row: Cells, source: Cells, own: bool) -> Said:
    """When the statement was made, as the document dates it.

    An undated statement was made by the day the document appeared; on that very day only where the document
    is the speaker's own, and relays nobody.
    """
    if row["said_on"]:
        span = edtf.parse(row["said_on"])
        return Said(span.text, span.first_day, span.last_day)
    if not source["published"]:
        return Said("", _FIRST, _LAST)
    day = edtf.parse(source["published"]).last_day
    return Said(source["published"], day if own and not source["via_outlet_id"] else _FIRST, day)


def _report(row: Cells, dataset: Dataset, relations: Relations) -> Report:
    source = dataset.by_id["sources"][row["source_id"]]
    speaker = row["asserted_by"]
    named = speaker not in relations.unnamed
    own, carrier = relations.voice(speaker), relations.outlet(source["via_outlet_id"] or source["outlet_id"])
    said = _said(row, source, speaker == source["outlet_id"])
    date = edtf.parse(row["date"]) if row["date"] else None
    event = date or edtf.parse(dataset.by_id["incidents"][row["incident_id"]]["date"])
    known = known_on(source["published"], row["said_on"])
    voice = own if named else carrier
    return Report(
        report_id=row["report_id"],
        incident_id=row["incident_id"],
        source_id=row["source_id"],
        outlet=source["outlet_id"],
        speaker=speaker,
        named=named,
        own=own,
        carrier=carrier,
        voice=voice,
        said=said,
        origin=(voice.institution, said.text),
        stance=row["stance"],
        contests=tuple(row["contests"].split(";")) if row["contests"] else (),
        kind=row["kind"] or dataset.by_id["incidents"][row["incident_id"]]["kind"],
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
        possible=known if known is not None else max(event.first_day, said.first),
    )
