"""Whose statement each report of an incident is, as far as the reports known together show it."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from dashboard.derive.facts import Report
from dashboard.derive.relations import Voice

Origins = dict[str, tuple[str, str]]


def settled(reports: Sequence[Report]) -> list[Report]:
    """The same reports of one incident, each with the voice and the origin that these reports give it.

    An unnamed speaker counts as the outlet that quotes it, unless another outlet quotes it independently,
    that is, not by relaying the first; then the speaker is one voice. An origin is one institution's
    statement on one day: statements that may be of the same day are one, because a relay often does not
    date what it relays.
    """
    if len(reports) == 1:
        return [_alone(reports[0])]
    voices = _voices(reports)
    origins = _origins(reports, voices)
    return [_with(report, voices[report.report_id], origins[report.report_id]) for report in reports]


def _alone(report: Report) -> Report:
    """A report beside which no other is known: an unnamed speaker is the outlet, the statement its own origin."""
    voice = report.own if report.named else report.carrier
    return _with(report, voice, (voice.institution, report.said.text))


def _with(report: Report, voice: Voice, origin: tuple[str, str]) -> Report:
    same = voice == report.voice and origin == report.origin
    return report if same else replace(report, voice=voice, origin=origin)


def _voices(reports: Sequence[Report]) -> dict[str, Voice]:
    carriers = defaultdict(set)
    for report in reports:
        carriers[report.speaker].add(report.carrier.institution)
    return {
        report.report_id: report.own if report.named or len(carriers[report.speaker]) > 1 else report.carrier
        for report in reports
    }


def _origins(reports: Sequence[Report], voices: dict[str, Voice]) -> Origins:
    """The origin of each report: the fewest days per institution that explain all its statements."""
    statements = defaultdict(list)
    for report in reports:
        statements[voices[report.report_id].institution].append(report)
    return {
        report_id: (institution, said) for institution, told in statements.items() for report_id, said in _days(told)
    }


def _days(told: list[Report]) -> Iterable[tuple[str, str]]:
    """Each report with the day of its statement, as few days as its spans allow."""
    day, text = 0, ""
    for report in sorted(told, key=lambda report: (report.said.last, -report.said.first)):
        if report.said.first > day:
            day, text = report.said.last, report.said.text
        yield report.report_id, text
