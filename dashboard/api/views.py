"""Addresses that a class can be shown: a page of this site and a query that it understands, and nothing else."""

import re

from dashboard.dataset import Dataset
from dashboard.errors import AsReportedError, shown
from dashboard.language import tr
from dashboard.pages import PAGES, find
from dashboard.selection import Selection

LONGEST = 4_000
_ADDRESS = re.compile(r"/(?!/)[^\s#\\\x00-\x1f\x7f]*")


class BadView(AsReportedError):
    """An address that no class can be shown."""


def view(dataset: Dataset, text: str) -> str:
    """Return the canonical address of a page of this site, "/counts?kind=attack".

    Raises BadView for other addresses, InvalidSelection for a query that the page does not understand.
    """
    if len(text) > LONGEST:
        words = tr("The address has {found:,} characters. At most {most:,} can be shown to a class.")
        raise BadView(words.format(found=len(text), most=LONGEST))
    if not _ADDRESS.fullmatch(text):
        words = tr("{found} is not an address of this site. Write a path and a query, such as {example}.")
        raise BadView(words.format(found=shown(text), example="/counts?kind=attack"))
    path, _, query = text.partition("?")
    found = find(path, "")
    if not found or found[0] not in PAGES:
        words = tr("No page at {path} can be shown to a class. Open one of the pages of the menu.")
        raise BadView(words.format(path=shown(path)))
    found[1].checked(dataset)
    asked = Selection.from_query(query).checked(dataset).to_query()
    return f"{path}?{asked}" if asked else path
