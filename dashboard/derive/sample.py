"""The sample: how many documents were coded per outlet and week, because a quiet week may be one nobody searched."""

from collections.abc import Collection

import pandas as pd

from dashboard.dataset import Dataset
from dashboard.derive.facts import known_on
from dashboard.derive.tempo import Weeks


def documents(dataset: Dataset) -> pd.DataFrame:
    """Return every document with its outlet and the day it appeared (missing where that is not stated).

    Columns: source_id, outlet_id, day. A document in which nothing was found to code was searched all the same.
    """
    frame = dataset["sources"][["source_id", "outlet_id"]]
    days = [known_on(published, "") for published in dataset["sources"]["published"]]
    return frame.assign(day=pd.array(days, dtype="Int64"))


def sample(frame: pd.DataFrame, by: Weeks, known_by: int, outlets: Collection[str] = ()) -> pd.DataFrame:
    """Return one row per week and outlet with a document: week, outlet_id, documents.

    ``frame`` is as ``documents`` gives it. Only what had appeared by ``known_by`` counts; no outlets means all.
    """
    kept = frame[(frame["day"] <= min(known_by, by.last)).fillna(False) & (frame["day"] >= by.first).fillna(False)]
    if outlets:
        kept = kept[kept["outlet_id"].isin(outlets)]
    kept = kept.assign(week=by.of(kept["day"].astype("int64")))
    return kept.groupby(["week", "outlet_id"], sort=True).size().reset_index(name="documents")
