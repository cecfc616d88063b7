"""A selection in words: what filters also speaks."""

from datetime import date
from typing import TYPE_CHECKING

from dashboard.dataset import Dataset
from dashboard.edtf import say_day, say_days
from dashboard.language import tr, trn
from dashboard.selection.filters import FILTERS, vocabulary
from dashboard.selection.hidden import ACCOUNTS
from dashboard.selection.search import is_wordless

if TYPE_CHECKING:
    from dashboard.selection.rows import Selected
    from dashboard.selection.value import Selection


def phrase(selection: "Selection", dataset: Dataset) -> str:
    """What was asked: "Incidents placed at Al-Tanf, until 8 November 2023, as known by 14 November 2023"."""
    said = filters(selection, dataset)
    head = tr("Incidents {filters}").format(filters=said) if said else tr("All incidents")
    return ", ".join([head, *clocks(selection)])


def filters(selection: "Selection", dataset: Dataset) -> str:
    """The filters in words, but for days; "" where none is asked."""
    words = vocabulary(dataset)
    parts = [FILTERS[name].say(getattr(selection, name), words[name]) for name in FILTERS if getattr(selection, name)]
    if selection.disputed is not None:
        parts.append(tr("disputed") if selection.disputed else tr("not disputed"))
    if selection.q:
        parts.append(tr("matching “{words}”").format(words=selection.q))
    return ", ".join(parts)


def clocks(selection: "Selection") -> list[str]:
    """The window and the known-by day in words; none where none is asked."""
    start, end = selection.start, selection.end
    found = []
    if start and end:
        found.append(say_days(start, end))
    elif start:
        found.append(tr("from {day} on").format(day=say_day(start)))
    elif end:
        found.append(tr("until {day}").format(day=say_day(end)))
    if selection.known_by:
        found.append(tr("as known by {day}").format(day=say_day(selection.known_by)))
    return found


def sentence(selected: "Selected") -> str:
    """What is shown: "37 reports of 22 incidents, 7 November 2023 – 8 January 2024, as known by ...".

    While accounts are hidden it counts incidents alone: the reports that are left say nothing of how many there are.
    """
    counts = selected.counts("incidents")
    veiled = ACCOUNTS in selected.dataset.hidden
    incidents = count(sum(counts.values()), "{n} incident", "{n} incidents")
    reports = count(len(selected.reports), "{n} report", "{n} reports")
    head = incidents if veiled else tr("{reports} of {incidents}").format(reports=reports, incidents=incidents)
    if counts["possible"]:
        open_dates = tr("({number} may not belong here, because a date is open)").format(number=counts["possible"])
        head = f"{head} {open_dates}"
    asked = filters(selected.selection, selected.dataset)
    said = ", ".join([f"{head} {asked}" if asked else head, *period(selected), *_known(selected)])
    whole = tr("{said}, each by its first account: the others are hidden until you answer.") if veiled else "{said}."
    wordless = [tr("What is searched for has no letter or digit: write one word or more.")]
    return " ".join([whole.format(said=said), *(wordless if is_wordless(selected.selection.q) else [])])


def period(selected: "Selected") -> list[str]:
    """The days shown: the window asked, else the days that the selected incidents span."""
    selection, frame = selected.selection, selected.incidents
    if selection.start or selection.end:
        return clocks(selection.without("known_by"))
    if frame.empty:
        return []
    last = min(frame["last_day"].max(), selected.day)
    bounded = frame[frame["first_day"] > 1]
    if bounded.empty:
        return [tr("until {day}").format(day=say_day(date.fromordinal(last)))]
    return [say_days(date.fromordinal(min(bounded["first_day"].min(), last)), date.fromordinal(last))]


def _known(selected: "Selected") -> list[str]:
    return clocks(selected.selection.without("start", "end"))


def unfollowed(selected: "Selected") -> str:
    """The filters asked that declared counts cannot follow, in a sentence; "" where there are none."""
    if not selected.ignored:
        return ""
    names = ", ".join(name.replace("_", " ") for name in selected.ignored)
    return tr("Declared counts cannot follow every filter: these are not narrowed by {names}.").format(names=names)


def count(number: int, one: str, several: str) -> str:
    """A number with its noun: ``count(12, "{n} report", "{n} reports")`` is "12 reports"."""
    return trn(one, several, number).format(n=f"{number:,}")


def speaker(dataset: Dataset, actor_id: str) -> str:
    """Who speaks, a named official with the body spoken for: "Sabrina Singh (US Department of Defense)"."""
    actor = dataset.by_id["actors"][actor_id]
    speaks_for = actor["kind"] in dataset.schema.flagged("actors", "kind", "speaksFor") and actor["member_of"]
    return f"{actor['name']} ({dataset.by_id['actors'][actor['member_of']]['name']})" if speaks_for else actor["name"]
