"""Every page of a site of files: its folder, its name, and what draws it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial

from dashboard.components.story import front
from dashboard.components.words import when
from dashboard.language import tr
from dashboard.selection import SIDES, Selection
from dashboard.still import compared, exercises, own, shown, steps, taught
from dashboard.still.places import Places
from dashboard.stories import shelf

EVERYTHING = Selection()


@dataclass(frozen=True)
class Sheet:
    """One page. ``selection`` is what its figures show; ``menu`` says which page of the menu it belongs to.

    ``indexed`` is False for pages that hold a part or an earlier state of another: programs need not list them.
    """

    folder: str
    name: str
    draw: Callable[[], list]
    selection: Selection = EVERYTHING
    indexed: bool = True
    scripts: tuple[str, ...] = ()

    @property
    def known_by(self) -> date | None:
        """The day by which everything on the page was known."""
        return self.selection.known_by


SEARCH_SCRIPTS = ("search-index.js", "search.js")


def sheets(places: Places) -> Iterator[Sheet]:
    """All pages but that of the downloads, which needs their sizes."""
    yield from _main(places)
    yield from _days(places)
    yield from _incidents(places)
    yield from _others(places)
    yield from _comparisons(places)


def _main(places: Places) -> Iterator[Sheet]:
    dataset, pages = places.dataset, shown.pages(places.dataset)
    for page in range(1, pages + 1):
        name = tr("Timeline") if page == 1 else tr("Timeline, page {page}").format(page=page)
        draw = partial(shown.first_page, dataset, page, pages)
        yield Sheet("" if page == 1 else f"list/{page}/", name, draw, indexed=page == 1)
    yield Sheet(
        "counts/",
        tr("Counts"),
        partial(shown.counts, dataset),
        Selection(measure=next(iter(shown.measured(dataset)), "")),
    )
    yield Sheet("escalation/", tr("Escalation"), partial(shown.escalated, dataset))
    yield Sheet("sources/", tr("Sources"), partial(shown.all_outlets, dataset))
    yield Sheet("method/", tr("Method"), partial(shown.methods, dataset))
    yield Sheet("glossary/", tr("Glossary"), partial(own.glossary, dataset))
    yield Sheet("actors/", tr("Who is who"), partial(own.actors, dataset))
    yield Sheet("stories/", tr("Stories"), partial(taught.stories, dataset))
    for slug, told in shelf(dataset).stories.items():
        name, draw = front(told.title, dataset), partial(taught.story, dataset, slug)
        yield Sheet(f"stories/{slug}/", name, draw, scripts=(steps.SCRIPT,))
    practised = partial(taught.practised, dataset)
    yield Sheet("activities/", tr("Activities"), practised, scripts=(exercises.SCRIPT,))
    yield Sheet("search/", tr("Search"), own.search, scripts=SEARCH_SCRIPTS)


def _days(places: Places) -> Iterator[Sheet]:
    yield Sheet("known-by/", tr("Known by"), partial(own.days, places))
    for day in places.days:
        name = tr("As known by {day}").format(day=when(day.isoformat()))
        yield Sheet(f"known-by/{day.isoformat()}/", name, partial(own.day, places, day), Selection(known_by=day))


def _incidents(places: Places) -> Iterator[Sheet]:
    for key, row in places.dataset.by_id["incidents"].items():
        yield Sheet(f"incidents/{key}/", row["title"], partial(shown.incident, places, key), Selection(incident=key))
        for day in places.incident_days.get(key, ()):
            name = tr("{title}, as known by {day}").format(title=row["title"], day=when(day.isoformat()))
            asked = Selection(incident=key, known_by=day)
            folder = f"incidents/{key}/known-by/{day.isoformat()}/"
            yield Sheet(folder, name, partial(shown.incident, places, key, day), asked, indexed=False)


def _others(places: Places) -> Iterator[Sheet]:
    dataset = places.dataset
    for key, row in dataset.by_id["outlets"].items():
        yield Sheet(f"sources/{key}/", row["name"], partial(shown.outlet, dataset, key), Selection(outlet=(key,)))
    for key in dataset.by_id["tallies"]:
        yield Sheet(f"counts/{key}/", shown.tally_name(dataset, key), partial(shown.tally, dataset, key))


def _comparisons(places: Places) -> Iterator[Sheet]:
    for by, a, b in places.comparisons:
        name = tr("Compared by {kind}").format(kind=SIDES[by])
        name = f"{name}: {a or '…'}, {b or '…'}" if a or b else name
        draw = partial(compared.comparison, places, by, a, b)
        yield Sheet(places.compared(by, a, b), name, draw, Selection(by=by, a=a, b=b), indexed=not a)
    if not places.comparisons:
        yield Sheet("compare/", tr("Compare"), compared.nothing_to_compare)
