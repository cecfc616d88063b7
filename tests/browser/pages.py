"""The address of every page of a site, taken from the pages themselves."""

import re

from dashboard.dataset import Dataset
from dashboard.pages import PAGES
from dashboard.stories import shelf

TABLES = {"incident": "incidents", "outlet": "outlets"}


def addresses(data: Dataset) -> dict[str, str]:
    """Per page, its path; where the path names a thing, that of the first one in the data."""
    first = {name: next(iter(data.by_id[table])) for name, table in TABLES.items()} | {"story": next(iter(shelf(data).stories))}
    return {page.TITLE: re.sub(r"<(\w+)>", lambda name: first[name[1]], page.PATH) for page in PAGES}
