"""The address of every page of a site, taken from the pages themselves."""

import re

from dashboard.dataset import Dataset
from dashboard.pages import PAGES

TABLES = {"incident": "incidents", "outlet": "outlets", "story": "stories"}


def addresses(data: Dataset) -> dict[str, str]:
    """Per page, its path; where the path names a thing, that of the first one in the data."""
    return {page.TITLE: re.sub(r"<(\w+)>", lambda name: next(iter(data.by_id[TABLES[name[1]]])), page.PATH) for page in PAGES}
