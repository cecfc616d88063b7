"""Which pages a site of files has, and where among them an address of the served site leads."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import combinations
from urllib.parse import unquote

from dashboard.dataset import Dataset
from dashboard.derive import fold, index
from dashboard.errors import AsReportedError, InvalidSelection
from dashboard.exporters import EXPORTS
from dashboard.language import tr
from dashboard.selection import SIDES, Selected, Selection, choices, sides
from dashboard.stories import shelf

INDEX = "index.html"
ANY = "_"
"""Stands in a path for a side of a comparison that the page picks; no id holds it."""
MOST_INCIDENTS = 5_000
MOST_DAYS = 400
MOST_INCIDENT_DAYS = 4_000
OUTLETS_COMPARED, SPEAKERS_COMPARED = 8, 6
"""How many of the outlets and the speakers with the most reports are set beside each other, each with each."""


class TooLarge(AsReportedError):
    """A package with more incidents than a site of files can sensibly hold."""

    exit_code = 2


@dataclass(frozen=True, eq=False)
class Places:
    """The pages of one data set. Every page is the file ``index.html`` of a folder; "" is the first page's."""

    dataset: Dataset

    def __post_init__(self) -> None:
        """Refuse what would become too many files. Raises TooLarge."""
        number = len(self.dataset.by_id["incidents"])
        if number > MOST_INCIDENTS:
            words = tr(
                "The package has {number:,} incidents, and a site of files has a page for each: more than {most:,} are "
                "too many for hosts and browsers. Export a package of a selection, and build its site."
            )
            raise TooLarge(words.format(number=number, most=MOST_INCIDENTS))

    # --- what there is -----------------------------------------------------------------------------------

    @cached_property
    def days(self) -> Sequence[date]:
        """The days on which something became known and that have a page: all, or evenly chosen ones of too many."""
        every = [date.fromordinal(int(day)) for day in index(self.dataset).days]
        step = -(-len(every) // MOST_DAYS) or 1
        return every[::-1][::step][::-1]

    @cached_property
    def incident_days(self) -> Mapping[str, Sequence[date]]:
        """Per incident, the days on which something about it became known; none where they are too many in all."""
        frame = index(self.dataset).reports
        dated = frame.loc[~frame["undated"], ["incident_id", "known_day"]].drop_duplicates()
        if len(dated) > MOST_INCIDENT_DAYS:
            return {}
        days = dated.sort_values("known_day").groupby("incident_id")["known_day"].agg(list)
        return {key: [date.fromordinal(int(day)) for day in found] for key, found in days.items()}

    @cached_property
    def comparisons(self) -> Sequence[tuple[str, str, str]]:
        """What is compared with what: by which kind, and the two sides; "" for a side that the page picks."""
        everything = Selection().apply(self.dataset)
        most = {"outlet": OUTLETS_COMPARED, "said_by": SPEAKERS_COMPARED}
        pairs = [(by, "", "") for by in SIDES if _comparable(everything, by)]
        for by, number in most.items():
            keys = [key for key, _ in choices(everything, by)][:number]
            pairs += [(by, *two) for two in combinations(keys, 2)]
        days = [("known_by", day.isoformat(), "") for day in self.days]
        return [pair for pair in pairs + days if _comparable(everything, *pair)]

    @cached_property
    def _compared(self) -> Mapping[tuple[str, str, str], str]:
        """The folder of each comparison, whichever way round it is asked for; the first one stands at the top."""
        folders = {pair: _folder(*pair) if place else "compare/" for place, pair in enumerate(self.comparisons)}
        return {(by, *two): folder for (by, a, b), folder in folders.items() for two in ((b, a), (a, b))}

    def compared(self, by: str, a: str, b: str) -> str | None:
        """The folder of a comparison; what nobody chose is the one at the top."""
        return self._compared.get((by, a, b), None if a or b or by != "outlet" else "compare/")

    # --- where an address leads --------------------------------------------------------------------------

    def lead(self, address: str) -> str | None:
        """The file, from the top of the site, that shows what an address of the served site does; None for none."""
        where, _, part = address.partition("#")
        path, _, query = where.partition("?")
        try:
            selection = Selection.from_query(query)
        except InvalidSelection:
            return None
        for pattern, rule in _RULES:
            found = re.fullmatch(pattern, path)
            if found:
                folder = rule(self, selection, *map(unquote, found.groups()))
                return _file(folder, part) if folder is not None else None
        return None

    def known_by(self, day: date) -> str | None:
        """The folder of the last prepared day that is not after a day."""
        before = [one for one in self.days if one <= day]
        return f"known-by/{before[-1].isoformat()}/" if before else None

    def incident(self, key: str, day: date | None) -> str | None:
        """The folder of an incident as known by a day."""
        if key not in self.dataset.by_id["incidents"]:
            return None
        before = [one for one in self.incident_days.get(key, ()) if day and one <= day]
        return f"incidents/{key}/known-by/{before[-1].isoformat()}/" if before else f"incidents/{key}/"


def slug(term: str) -> str:
    """The id of a term on the page of the glossary."""
    return "-".join(fold(term).split())


def _folder(by: str, a: str, b: str) -> str:
    return f"compare/{by}/{a or ANY}/{b or ANY}/"


def _comparable(everything: Selected, by: str, a: str = "", b: str = "") -> bool:
    """True when there are two sides, and an incident to compare them on."""
    try:
        both = sides(everything, by, a, b)
    except InvalidSelection:
        return False
    return both is not None and not both.incidents.empty


def _file(folder: str, part: str) -> str:
    whole = folder + INDEX if folder == "" or folder.endswith("/") else folder
    return f"{whole}#{part}" if part and "#" not in whole else whole


# --- one rule per kind of address ------------------------------------------------------------------------


def _timeline(places: Places, asked: Selection) -> str | None:
    if asked.incident:
        return places.incident(asked.incident, asked.known_by)
    names = set(asked.filtering.asked)
    for name, folder in _ONE.items():
        if names == {name} and len(getattr(asked, name)) == 1:
            return folder.format(*getattr(asked, name))
    if names == {"known_by"}:
        return places.known_by(asked.known_by)
    return None if names else ""


_ONE = {"outlet": "sources/{}/"}
"""Filters of one value that have a page of their own."""


def _list(_: Places, __: Selection, number: str) -> str:
    return f"list/{number}/" if number != "1" else ""


def _plain(folder: str) -> Callable[[Places, Selection], str | None]:
    return lambda _, asked: folder if not asked.filtering.asked else None


def _counts(places: Places, asked: Selection) -> str | None:
    if asked.tally in places.dataset.by_id["tallies"]:
        return f"counts/{asked.tally}/"
    return None if asked.filtering.asked else "counts/"


def _escalation(places: Places, asked: Selection) -> str | None:
    if asked.incident:  # its tables of firsts open an incident beside themselves
        return places.incident(asked.incident, asked.known_by)
    return None if asked.filtering.asked else "escalation/"


def _compare(places: Places, asked: Selection) -> str | None:
    if asked.incident:
        return places.incident(asked.incident, asked.known_by)
    return None if asked.filtering.asked else places.compared(asked.by, asked.a, asked.b)


def _incident(places: Places, asked: Selection, key: str) -> str | None:
    return places.incident(key, asked.known_by)


def _outlet(places: Places, _: Selection, key: str) -> str | None:
    return f"sources/{key}/" if key in places.dataset.by_id["outlets"] else None


def _actor(places: Places, _: Selection, key: str) -> str | None:
    return f"actors/{INDEX}#{key}" if key in places.dataset.by_id["actors"] else None


def _story(places: Places, _: Selection, slug: str) -> str | None:
    return f"stories/{slug}/" if slug in shelf(places.dataset).stories else None


def _story_file(places: Places, _: Selection, slug: str) -> str | None:
    return f"stories/{slug}/lesson.html" if slug in shelf(places.dataset).stories else None


def _export(_: Places, asked: Selection, name: str) -> str | None:
    known = any(name == f"{export}{ending}" for export, formats in EXPORTS.items() for ending in formats)
    return f"data/{name}" if known and not asked.filtering.asked else None


_RULES: Sequence[tuple[str, Callable[..., str | None]]] = (
    ("/", _timeline),
    ("/counts", _counts),
    ("/escalation", _escalation),
    ("/compare", _compare),
    ("/incidents/([^/]+)", _incident),
    ("/sources", _plain("sources/")),
    ("/sources/([^/]+)", _outlet),
    ("/actors/([^/]+)", _actor),
    ("/method", _plain("method/")),
    ("/glossary", _plain("glossary/")),
    ("/list/([0-9]+)", _list),
    ("/known-by", _plain("known-by/")),
    ("/activities", _plain("activities/")),
    ("/stories", _plain("stories/")),
    ("/stories/([^/]+)", _story),
    ("/stories/([^/]+)/lesson", _story_file),
    ("/search", _plain("search/")),
    ("/actors", _plain("actors/")),
    ("/data|/api/docs", _plain("data/")),
    ("/api/v1/([^/]+)", _export),
)
"""The addresses of the served site, and those of pages that only files need, with what they lead to."""
