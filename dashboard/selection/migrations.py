"""Names and values that queries once had and have no longer, so that old links keep working.

A name that is renamed or dropped gets a line here in the same change. A link that asks for it is read as if it asked
for what stands in its place, and is written anew under the new name.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

Given = Mapping[str, list[str]]


@dataclass(frozen=True)
class Renamed:
    """What stands in the place of a name that is gone.

    ``name`` is "" where nothing does: what was asked is then passed over. ``values`` gives the new value of each old
    one that changed ("" drops it); ``since`` is the version of the site that first reads the new name.
    """

    name: str
    since: str
    values: Mapping[str, str] = field(default_factory=dict)


RENAMED: Mapping[str, Renamed] = {}
"""Old name to new. Nothing has been renamed or dropped in any version so far. To rename only values of a name that
stays, give the name itself as the old and the new one."""


def migrated(given: Given) -> dict[str, list[str]]:
    """The values of each name of a query, with every name and value that is gone replaced by what stands for it."""
    now: dict[str, list[str]] = {}
    for name, values in _moved(given, RENAMED):
        now.setdefault(name, []).extend(values)
    return now


def _moved(given: Given, renamed: Mapping[str, Renamed]) -> Iterator[tuple[str, list[str]]]:
    for name, values in given.items():
        place = renamed.get(name)
        if place is None:
            yield name, values
        elif place.name:
            yield place.name, [place.values.get(value, value) for value in values]
