"""A data set as a page shows it while something is hidden until the reader has answered.

What is hidden is not in the rows: no figure, list, sentence or search of the page can hold it. Whoever changes the
address sees it, and so does who asks the API: this keeps an answer out of sight, and keeps no secret.
"""

from dataclasses import replace
from functools import lru_cache

import pandas as pd

from dashboard.dataset import Dataset
from dashboard.derive import index
from dashboard.derive.harm import tells
from dashboard.language import tr

ACCOUNTS, CORROBORATION, OUTCOME = "accounts", "corroboration", "outcome"
HIDES = {
    CORROBORATION: tr("who corroborates whom"),
    OUTCOME: tr("the harm that accounts state"),
    ACCOUNTS: tr("every account but the first"),
}
"""What can be hidden until the reader has answered, with its words."""
WORDS = tr("Hidden until you answer.")
TITLE = tr("Title hidden until you answer")
_HARM = ("killed", "killed_qualifier", "injured", "injured_qualifier", "outcome")


@lru_cache(maxsize=8)
def hidden(dataset: Dataset, hide: tuple[str, ...]) -> Dataset:
    """The data set without what is hidden; itself where nothing is. Digest, schema and ids stay what they are."""
    if not hide:
        return dataset
    tables = dict(dataset.tables)
    if ACCOUNTS in hide:
        tables["reports"] = _first_accounts(dataset)
        tables["links"] = tables["links"][tables["links"]["asserted_by"] == ""].reset_index(drop=True)
        tables["sources"] = tables["sources"].assign(note="")  # a note can name who else is told of in a document
    if OUTCOME in hide:
        tables |= _without_harm(dataset, tables["reports"], tables["sources"])
    tables["incidents"] = tables["incidents"].assign(note="")  # notes tell what was found in the end
    tables["links"] = tables["links"].assign(note="")
    names = {*hide, CORROBORATION} if ACCOUNTS in hide else {*hide}
    veiled = replace(dataset, tables=tables, hidden=frozenset(names))
    vars(veiled)["digest"] = dataset.digest
    return veiled


def alone(dataset: Dataset, words: str) -> str:
    """Words on what accounts state or leave out, which say of which accounts while the others are hidden."""
    veiled = ACCOUNTS in dataset.hidden
    return tr("By the first account of each incident alone. {words}").format(words=words) if veiled else words


def _first_accounts(dataset: Dataset) -> pd.DataFrame:
    """The report of each incident that became known first: a second one of its origin would tell who carries whom."""
    kept = {
        min(told, key=lambda report: (report.known is None, report.known or 0, report.report_id)).report_id
        for told in index(dataset).facts.values()
        if told
    }
    frame = dataset["reports"]
    return frame[frame["report_id"].isin(kept)].reset_index(drop=True)


def _without_harm(dataset: Dataset, reports: pd.DataFrame, sources: pd.DataFrame) -> dict[str, pd.DataFrame]:
    """Reports without the harm they state, with their words where these may tell it; no counts of people.

    Titles give way too, of documents and of incidents, where the marks of the package say that they may tell it.
    """
    incidents = dataset["incidents"]
    telling = (reports[list(_HARM)] != "").any(axis="columns")
    blank = dict.fromkeys(_HARM, "")
    told = reports.assign(
        **blank,
        summary=reports["summary"].mask(telling, WORDS),
        quote=reports["quote"].mask(telling, ""),
    )
    tallies = dataset["tallies"]
    noted = sources["source_id"].isin(reports.loc[telling, "source_id"])
    measures = dataset.schema.categories("tallies", "measure")
    people = [value for value, words in measures.items() if words.get("counts") != "incidents"]
    return {
        "reports": told,
        "sources": sources.assign(
            title=sources["title"].mask(noted | _telling(dataset, "sources", "title"), TITLE),
            note=sources["note"].mask(noted | _telling(dataset, "sources", "note"), ""),
        ),
        "incidents": incidents.assign(title=incidents["title"].mask(_telling(dataset, "incidents", "title"), TITLE)),
        "tallies": tallies[~tallies["measure"].isin(people)].reset_index(drop=True),
    }


def _telling(dataset: Dataset, table: str, name: str) -> pd.Series:
    """Per row of a table whether the cell of a column may tell of people harmed."""
    frame = dataset[table]
    told = [tells(dataset, table, row, name) for row in frame.to_dict("records")]
    return pd.Series(told, index=frame.index, dtype=bool)
