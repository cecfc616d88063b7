"""A selection in words: what filters also speaks."""

from datetime import date
from typing import TYPE_CHECKING

from dashboard.dataset import Dataset
from dashboard.edtf import say_day, say_days
from dashboard.selection.filters import FILTERS, vocabulary

if TYPE_CHECKING:
    from dashboard.selection.rows import Selected
    from dashboard.selection.value import Selection


def phrase(selection: "Selection", dataset: Dataset) -> str:
    """What was asked: "Incidents placed at Al-Tanf, until 8 November 2023, as known by 14 November 2023"."""
    words = vocabulary(dataset)
    parts = [FILTERS[name].say(getattr(selection, name), words[name]) for name in FILTERS if getattr(selection, name)]
    if selection.disputed is not None:
        parts.append("disputed" if selection.disputed else "not disputed")
    if selection.q:
        parts.append(f"matching “{selection.q}”")
    head = " ".join(["Incidents", ", ".join(parts)]) if parts else "All incidents"
    return ", ".join([head, *_clocks(selection)])


def _clocks(selection: "Selection") -> list[str]:
    start, end = selection.start, selection.end
    clocks = []
    if start and end:
        clocks.append(say_days(start, end))
    elif start or end:
        clocks.append(f"from {say_day(start)} on" if start else f"until {say_day(end)}")
    if selection.known_by:
        clocks.append(f"as known by {say_day(selection.known_by)}")
    return clocks


def sentence(selected: "Selected") -> str:
    """What is shown: "37 reports of 22 incidents, 7 November 2023 – 8 January 2024, as known by ..."."""
    counts = selected.counts("incidents")
    total = sum(counts.values())
    reports = count(len(selected.reports), "report")
    head = f"{reports} of {count(total, 'incident')}"
    if counts["possible"]:
        head += f" ({counts['possible']} may not belong here, because a date is open)"
    asked = phrase(selected.selection.without("start", "end", "known_by"), selected.dataset)
    filters = "" if asked == "All incidents" else " " + asked.removeprefix("Incidents ")
    return ", ".join([head + filters, *period(selected), *_known(selected)]) + "."


def period(selected: "Selected") -> list[str]:
    """The days shown: the window asked, else the days that the selected incidents span."""
    selection, frame = selected.selection, selected.incidents
    if selection.start or selection.end:
        return _clocks(selection.without("known_by"))
    if frame.empty:
        return []
    last = min(frame["last_day"].max(), selected.day)
    bounded = frame[frame["first_day"] > 1]
    if bounded.empty:
        return [f"until {say_day(date.fromordinal(last))}"]
    return [say_days(date.fromordinal(min(bounded["first_day"].min(), last)), date.fromordinal(last))]


def _known(selected: "Selected") -> list[str]:
    return _clocks(selected.selection.without("start", "end"))


def count(number: int, noun: str) -> str:
    """A number with its noun: "1 report", "12 reports"."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def speaker(dataset: Dataset, actor_id: str) -> str:
    """Who speaks, a named official with the body spoken for: "Sabrina Singh (US Department of Defense)"."""
    actor = dataset.by_id["actors"][actor_id]
    speaks_for = actor["kind"] in dataset.schema.flagged("actors", "kind", "speaksFor") and actor["member_of"]
    return f"{actor['name']} ({dataset.by_id['actors'][actor['member_of']]['name']})" if speaks_for else actor["name"]
