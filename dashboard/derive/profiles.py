"""What each outlet asserts: how much, how soon, what it alone tells, and what it leaves out of the days it covers."""

from collections.abc import Iterable

import pandas as pd

PROFILE_COLUMNS = ("outlet_id", "documents", "reports", "incidents", "alone", "lag")


def profiles(reports: pd.DataFrame) -> pd.DataFrame:
    """Return one row per outlet of a frame of reports (as in Index.reports), by outlet id.

    Columns: documents, reports and incidents it carries; ``alone``, the incidents that no other outlet of the frame
    carries; ``lag``, the median of days from the event to the document, missing where none can be said.
    """
    if reports.empty:
        return pd.DataFrame(columns=list(PROFILE_COLUMNS)).set_index("outlet_id")
    carried, told = _carried(reports), reports["outlet_id"].value_counts(sort=False)
    documents = reports[["outlet_id", "source_id"]].drop_duplicates("source_id")  # each is of one outlet
    return pd.DataFrame({
        "documents": documents["outlet_id"].value_counts(sort=False),
        "reports": told,
        "incidents": carried["outlet_id"].value_counts(sort=False),
        "alone": carried.loc[carried["alone"], "outlet_id"].value_counts(sort=False),
        "lag": pd.to_numeric(reports["lag"], errors="coerce").groupby(reports["outlet_id"]).median(),
    }).fillna({"alone": 0}).astype({"alone": "int64"}).sort_index().rename_axis("outlet_id")  # fmt: skip


def _carried(reports: pd.DataFrame) -> pd.DataFrame:
    """One row per incident and outlet that carries it; ``alone`` where no other outlet does."""
    pairs = reports[["incident", "incident_id", "outlet_id"]].drop_duplicates(["incident", "outlet_id"])
    return pairs.assign(alone=~pairs["incident"].duplicated(keep=False))


def alone(reports: pd.DataFrame, outlet: str) -> list[str]:
    """The incidents that this outlet carries and no other outlet of the frame does."""
    carried = _carried(reports)
    return sorted(carried.loc[carried["alone"] & (carried["outlet_id"] == outlet), "incident_id"])


def left_out(reports: pd.DataFrame, outlet: str, slack: int = 3) -> list[str]:
    """The incidents that others carry in the days around this outlet's documents, and it does not.

    Around means: another outlet's report became known no earlier than the day of one of its documents, and at most
    ``slack`` days before. Documents of unknown day cover nothing.
    """
    dated = reports[~reports["undated"]]
    own = dated[dated["outlet_id"] == outlet]
    covered = _around(own["known_day"].unique(), slack)
    told = set(reports.loc[reports["outlet_id"] == outlet, "incident_id"])
    others = dated[(dated["outlet_id"] != outlet) & dated["known_day"].isin(covered)]
    return [incident for incident in others["incident_id"].unique() if incident not in told]


def _around(days: Iterable[int], slack: int) -> set[int]:
    return {int(day) - back for day in days for back in range(slack + 1)}


def shares(reports: pd.DataFrame, parties: pd.Series) -> pd.Series:
    """How many of the reports each party asserts, the most first; ``parties`` maps actors to parties."""
    return reports["asserted_by"].map(parties).value_counts()
