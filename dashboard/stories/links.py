"""Links in the words of a story: each must lead to a page of the site that can be shown, or to another site."""

import re
from collections.abc import Container, Iterator
from urllib.parse import unquote, urlsplit

from dashboard.dataset import Dataset
from dashboard.errors import InvalidSelection, listed
from dashboard.language import tr
from dashboard.selection import Selection
from dashboard.stories.numerals import Found
from dashboard.stories.story import Prose

READ_AS_MARKDOWN = ("text", "reveal", "notes")
"""Fields in which a link is a link."""
_LINK = re.compile(r"\]\(\s*<?([^()<>\s]+)>?[^()]*\)")
_ELSEWHERE = re.compile(r"(?:https?|mailto):|#")
PATHS = (
    "/", "/counts", "/escalation", "/compare", "/incidents/<incident>", "/stories", "/stories/<story>",
    "/stories/<story>/notes", "/classroom", "/sources", "/sources/<outlet>", "/method", "/activities",
    *(
        f"{of}/{sheet}"
        for of in ("", "/incidents/<incident>", "/stories/<story>")
        for sheet in ("worksheet", "exit-ticket")
    ),
)  # fmt: skip
"""The pages of the site."""
_FILES = ("/api/", "/embed/", "/assets/")
"""Beginnings of addresses that lead to what is no page; they are not looked at."""


class BadLink(Exception):
    """A link that leads nowhere: what was found, and what is right."""

    def __init__(self, found: str, expected: str) -> None:
        super().__init__(f"{found}. {expected}")
        self.found, self.expected = found, expected


def targets(prose: Prose) -> Iterator[Found]:
    """Where the links of some words lead, each with the place at which it stands."""
    if prose.field in READ_AS_MARKDOWN:
        yield from (Found(match[1], match.start(1)) for match in _LINK.finditer(prose.text))


def checked(address: str, dataset: Dataset, stories: Container[str]) -> None:
    """Raise BadLink for an address that leads to no page, or that asks for what the data does not have."""
    if _ELSEWHERE.match(address) or address.startswith(_FILES):
        return
    parts = urlsplit(address)
    path = unquote(parts.path)
    named = next((found for one in PATHS if (found := re.fullmatch(_pattern(one), path))), None)
    if not named:
        expected = tr(
            "The address of a page, such as /incidents/ID, /counts, /method, or one that begins with https://"
        )
        raise BadLink(tr("a link to {path}").format(path=address), expected)
    told = named.groupdict()
    if "story" in told and f"/stories/{told['story']}" not in stories:
        raise BadLink(
            tr("the story {slug}").format(slug=told["story"]),
            tr("one of {listed}").format(listed=listed(sorted(stories))),
        )
    table = next((name for name in told if name in _TABLES), "")
    if table and told[table] not in dataset.by_id[_TABLES[table]]:
        expected = tr("an id of {table}.csv").format(table=_TABLES[table])
        raise BadLink(tr("a link to {path}").format(path=address), expected)
    try:
        Selection.from_query(parts.query).checked(dataset)
    except InvalidSelection as error:
        found = "; ".join(one.found for one in error.problems)
        raise BadLink(found, "; ".join(one.expected for one in error.problems)) from None


_TABLES = {"incident": "incidents", "outlet": "outlets"}


def _pattern(path: str) -> str:
    return re.sub(r"<(\w+)>", r"(?P<\1>[^/]+)", path)
