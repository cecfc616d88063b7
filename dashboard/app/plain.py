"""What each page shows before any script runs: the same words and rows, a page of them at a time."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from dash import html
from dash.development.base_component import Component

from dashboard.app.asked import BAD, UNKNOWN, Asked
from dashboard.components import (
    accounts,
    exercise,
    firsts,
    history,
    lists,
    measures,
    method,
    notice,
    outlets,
    state,
    table,
    tallies,
)  # fmt: skip
from dashboard.components.table.pages import Page
from dashboard.language import tr
from dashboard.pages import MENU, activities, missing
from dashboard.selection import Selected, Selection
from dashboard.selection.columns import OF
from dashboard.selection.mend import mended


def content(asked: Asked) -> list[Component]:
    """The parts of a page as it is first sent; a page without a rule of its own sends its layout."""
    if asked.status == UNKNOWN:
        return [*notice.frozen_in(asked.query, asked.dataset), missing.layout(asked.dataset, asked.path, MENU)]
    if asked.status == BAD:
        refused = notice.refused(asked.error, html.H1, mended(asked.dataset, asked.path, asked.query))
        return [*notice.frozen_in(asked.query, asked.dataset), refused]
    write = PLAIN.get(asked.page.PATH)
    whole = write(asked) if write else [asked.page.layout(asked.dataset, asked.selection)]
    return [*notice.frozen(asked.selection, asked.dataset), *whole]


def _framed(title: str, asked: Asked, *parts: object) -> list:
    selected = asked.selected
    return [
        html.H1(title),
        html.P(asked.sentence, className="sentence"),
        html.P(notice.breakdown(selected), className="breakdown"),
        *notice.set_aside(asked.dataset),
        *notice.banners(selected),
        *parts,
    ]


# --- incidents -------------------------------------------------------------------------------------------


def _timeline(asked: Asked) -> list:
    rows = listed(asked.selection, asked.selected)
    return _framed(asked.dataset.schema.title, asked, html.H2(OF[asked.selection.of]), *rows)


def listed(selection: Selection, selected: Selected) -> list:
    """One page of the selected rows, each with a link to its accounts, and the way to the other pages."""
    if getattr(selected, selection.of).empty:
        clear = html.A(tr("Show everything"), href="/")
        return [html.P([tr("No report in the data passes all parts of this selection. "), clear])]
    shown, page = table.part(selection.of, selection, selected)
    items = [lists.ITEMS[selection.of](row, selection, selected) for row in shown]
    return [html.Ol(items, className="incidents"), *_pages(selection, selected, page)]


def known_by(selection: Selection) -> str:
    """The query that goes with a link to another page: the known-by day."""
    query = Selection(known_by=selection.known_by).to_query()
    return f"?{query}" if query else ""


def _pages(selection: Selection, selected: Selected, page: Page) -> list:
    if page.last == 1:
        return []
    now, last = page.number, page.last
    steps = [(tr("First page"), 1), (tr("Previous page"), now - 1), (tr("Next page"), now + 1), (tr("Last page"), last)]
    useful = [(text, number) for text, number in steps if 1 <= number <= last and number != now]
    links = [html.Li(html.A(text, href=_page(selection, number))) for text, number in useful]
    said = tr("{words}: page {now} of {last}.").format(
        words=page.words(table.called(selection.of, selected).noun), now=now, last=last
    )
    return [html.P(said), html.Nav(html.Ul(links), className="more-rows", **{"aria-label": tr("More rows")})]


def _page(selection: Selection, number: int) -> str:
    query = replace(selection, page=number, incident="").to_query()
    return f"/?{query}" if query else "/"


def _incident(asked: Asked) -> list:
    selection, selected = asked.selection, asked.selected
    return [
        html.H1(asked.name),
        *accounts.summary(selection, selected),
        html.H2(tr("Who says what")),
        *accounts.told(selection, selected),
        *history.standing_over_time(selected, selection.incident),
        *history.relays(selected, selection.incident),
        *history.near(selected, selection.incident),
    ]


# --- the other pages -------------------------------------------------------------------------------------


def _counts(asked: Asked) -> list:
    opened = measures.explained(asked.selection, asked.selected) if asked.selection.tally else []
    heading = html.H2(tr("Counts that somebody declared"))
    return _framed(tr("Declared counts"), asked, *opened, heading, *tallies.whole(asked.selection, asked.selected))


def _escalation(asked: Asked) -> list:
    return _framed(
        tr("Escalation, as it was reported"), asked, html.H2(tr("First reported")), *firsts.firsts(asked.selected)
    )


def _sources(asked: Asked) -> list:
    return _framed(tr("Sources"), asked, html.H2(tr("Outlets")), *outlets.table(asked.selection, asked.selected))


def _outlet(asked: Asked) -> list:
    _, everything = state.selected(asked.dataset, asked.selection.without("outlet").to_query())
    back = html.P(html.A(tr("All outlets"), href=f"/sources{known_by(asked.selection)}"))
    return [html.H1(asked.name), back, *outlets.profile(asked.thing, asked.selected, everything)]


def _activities(asked: Asked) -> list:
    return [html.H1(activities.TITLE), *activities.body(asked.selection, asked.selected, exercise.lined)]


def _method(asked: Asked) -> list:
    return [html.H1(tr("Method")), *notice.set_aside(asked.dataset), *method.sections(asked.dataset, asked.selected)]


PLAIN: Mapping[str, Callable[[Asked], list]] = {
    "/": _timeline,
    "/counts": _counts,
    "/escalation": _escalation,
    "/incidents/<incident>": _incident,
    "/sources": _sources,
    "/sources/<outlet>": _outlet,
    "/method": _method,
    "/activities": _activities,
}
"""Pages by path, and what of them is sent first."""
