"""Where accounts of one incident put it, when they name more than one place."""

from collections.abc import Sequence

import pandas as pd

from dashboard import figures
from dashboard.components.plate import Plate
from dashboard.components.words import count, full
from dashboard.derive import compare, known_date
from dashboard.figures.drawn import accounts
from dashboard.language import tr
from dashboard.selection import Selected

PLATE = Plate(
    "whereabouts",
    tr("Where accounts put it"),
    tr("One row per place that a report names; a mark on each day on which such a report became known."),
    data={"whereabouts": tr("Data (CSV)")},
)
_AGREEMENT = {
    "conflicts": tr("Not all of these can hold."),
    "adds": tr("One lies within the other, or says more."),
    "differs": tr("They differ."),
}


def whereabouts(selected: Selected, incident: str, plate: Plate = PLATE) -> list:
    """The figure with its words; nothing while all reports known by the day name one place or none."""
    told = accounts(selected, incident)
    named = told[told["place_id"] != ""]
    if named["place_id"].nunique() < 2:
        return []
    ordered = _ordered(named["place_id"].unique(), selected)
    labels = {place: selected.dataset.by_id["places"][place]["name"] for place in ordered}
    frame = _by_day(named[~named["undated"]], labels, selected)
    drawn = figures.whereabouts(frame, list(labels.values()))
    return [plate.figure(drawn, _takeaway(named, labels, selected, incident))]


def _ordered(places: Sequence[str], selected: Selected) -> list[str]:
    """Larger places before those within them, else by name."""
    around, names = selected.index.relations.around, selected.dataset.by_id["places"]
    return sorted(places, key=lambda place: [names[step]["name"] for step in reversed(around[place])])


def _by_day(named: pd.DataFrame, labels: dict[str, str], selected: Selected) -> pd.DataFrame:
    rows = []
    for (place, known), group in named.groupby(["place_id", "known_day"], sort=True):
        actors = selected.dataset.by_id["actors"]
        who = ", ".join(dict.fromkeys(actors[actor]["name"] for actor in group["asserted_by"]))
        text = tr("{label}<br>{who}<br>known: {day}").format(label=labels[place], who=who, day=_known(group, selected))
        rows.append({"label": labels[place], "day": int(known), "reports": len(group), "text": text})
    return pd.DataFrame(rows, columns=["label", "day", "reports", "text"])


def _known(group: pd.DataFrame, selected: Selected) -> str:
    """The one day on which reports became known; approximate where that of each is (a sure one sorts first)."""
    return full(min(known_date(selected.dataset, row) for row in group.to_dict("records")))


def _takeaway(named: pd.DataFrame, labels: dict[str, str], selected: Selected, incident: str) -> str:
    tally = named["place_id"].value_counts()
    said = ", ".join(
        tr("{label} in {reports}").format(
            label=labels[place], reports=count(int(tally[place]), "{n} report", "{n} reports")
        )
        for place in labels
    )
    agreement = compare(selected.index, incident, selected.day).agreement.get("place", "")
    undated = int(named["undated"].sum())
    undrawn = (
        tr(" {reports} of unknown day: not drawn.").format(reports=count(undated, "{n} report", "{n} reports"))
        if undated
        else ""
    )
    return (
        tr("Named: {said}. {get}{undrawn}")
        .format(said=said, get=_AGREEMENT.get(agreement, ""), undrawn=undrawn)
        .strip()
    )
