"""What a selection keeps and counts, written the plainest way: row by row, with texts and no numbers."""

from dashboard.selection import FILTERS, Selected


def keeps(selected: Selected, report: dict, ignored: str = "") -> bool:
    """True when one report, as read on the day, passes every part of the selection that a report can fail."""
    first, last = selected.window
    if report["possible_day"] > selected.day or report["first_day"] > last or report["last_day"] < first:
        return False
    return all(
        any(f";{value};" in report[item.column] for value in getattr(selected.selection, name))
        for name, item in FILTERS.items()
        if getattr(selected.selection, name) and name != ignored and not item.standing
    )


def stands(selected: Selected, standing: dict, ignored: str = "") -> bool:
    """True when an incident stands as asked."""
    asked, disputed = selected.selection.corroboration, selected.selection.disputed
    level = not asked or ignored == "corroboration" or standing["corroboration"] in asked
    return level and (disputed is None or standing["disputed"] == disputed)


def kept(selected: Selected, ignored: str = "") -> dict[str, list[dict]]:
    """The matching reports, in file order, of each incident that stands as asked."""
    standing = {row["incident_id"]: row for row in selected.index.at(selected.day).to_dict("records")}
    found: dict[str, list[dict]] = {}
    for report in selected.index.told(selected.day).to_dict("records"):
        incident = report["incident_id"]
        if keeps(selected, report, ignored) and incident in standing and stands(selected, standing[incident], ignored):
            found.setdefault(incident, []).append(report)
    return found


def facet(selected: Selected, name: str) -> dict[str, int]:
    """How many incidents each value of a filter would leave."""
    item, counts = FILTERS[name], {}
    levels = {row["incident_id"]: row["corroboration"] for row in selected.index.at(selected.day).to_dict("records")}
    for incident, reports in kept(selected, name).items():
        texts = [levels[incident]] if item.standing else [report[item.column] for report in reports]
        for value in {value for text in texts for value in text.strip(";").split(";") if value}:
            counts[value] = counts.get(value, 0) + 1
    return counts
