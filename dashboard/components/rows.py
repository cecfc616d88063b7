"""The rows under the chart: the same incidents, reports and declared counts, as a list or a table, page by page."""

from collections.abc import Callable, Mapping, Sequence

import dash_mantine_components as dmc
from dash import html

from dashboard.components import explain, hits, search, state, table
from dashboard.components.buttons import Act, button
from dashboard.components.lists import ITEMS
from dashboard.components.noted import Notes, noted
from dashboard.components.tallies import NONE
from dashboard.components.words import count
from dashboard.explained import terms
from dashboard.language import tr
from dashboard.selection import Selected, Selection
from dashboard.selection.columns import OF
from dashboard.selection.value import PARAMETERS

ROWS = "rows"
_AS = {"list": tr("List"), "table": tr("Table")}


def section(selection: Selection, selected: Selected) -> html.Section:
    """The rows with their heading, and the choice of what they stand for and how they are shown."""
    return html.Section(
        [
            html.Div(
                [
                    html.H2(tr("The same, as rows"), id="rows-title"),
                    _choice("of", OF, selection.of, tr("What the rows stand for")),
                    _choice("rows", _AS, selection.rows, tr("How the rows are shown")),
                ],
                className="section-head",
            ),
            html.Div(rows(selection, selected), id=ROWS),
            table.sizes(selection),
        ],
        className="rows-section",
        **{"aria-labelledby": "rows-title"},
    )


def _choice(name: str, words: Mapping[str, str], value: str, label: str) -> dmc.SegmentedControl:
    data = [{"value": value, "label": label} for value, label in words.items()]
    return dmc.SegmentedControl(id=state.control(name), data=data, value=value, size="sm", **{"aria-label": label})


def rows(selection: Selection, selected: Selected) -> list:
    """One page of the selected rows as a list or a table; words where there are none."""
    if getattr(selected, selection.of).empty:
        return [instead(selection, selected)]
    drawn = html.Div(_DRAWN[selection.rows](selection, selected))
    mark = hits.in_rows if selection.of == "incidents" else hits.marked
    return [*_unfollowed(selection, selected), _words(selection, selected), mark(drawn, selected)]


def _words(selection: Selection, selected: Selected) -> html.P:
    """What explains the words of the rows, once and above them: their own heads are buttons that sort."""
    known = terms(selected.dataset)
    found = [[explain.term(selected.dataset, name)] for name in _TERMS[selection.of] if name in known]
    words = [tr("Words in these rows: "), *explain.joined(found), ". "] if found else []
    keys = tr("Up and down arrows walk along the rows; right arrow goes on to the names in one.")
    return html.P([*words, html.Span(keys, className="keys")], className="quiet row-words")


_TERMS: Mapping[str, Sequence[str]] = {
    "incidents": ("incident", "report", "origin", "disputed"),
    "reports": ("report", "incident", "lag", "disputed"),
    "tallies": ("tally", "baseline", "itemised count"),
}


def _unfollowed(selection: Selection, selected: Selected) -> list:
    said = table.unfollowed(selected) if selection.of == "tallies" else ""
    return [html.P(said, className="quiet")] if said else []


def _table(selection: Selection, selected: Selected) -> list:
    return table.table(selection.of, selection, selected)


def _list(selection: Selection, selected: Selected) -> list:
    frame, page = table.part(selection.of, selection, selected)
    notes = Notes(selected)
    items = [ITEMS[selection.of](row, selection, selected) for row in noted(selection.of, frame, notes)]
    return [
        html.Div(table.notes(selection.of, selection, page), className="table-head"),
        *table.above(selection.of, selection, selected, page),
        html.Ol(items, className="incidents"),
        *table.below(page),
        *notes.listed(),
    ]


_DRAWN = {"list": _list, "table": _table}


def instead(selection: Selection, selected: Selected, act: Act = button) -> html.Div:
    """What stands in the place of rows where there are none."""
    return _NOTHING[selection.of](selection, selected, act)


def nothing(selection: Selection, selected: Selected, act: Act = button) -> html.Div:
    """What to do when nothing matches: the parts that exclude everything, each with a way to drop it."""
    drops = [
        html.Li(
            act(
                tr("Drop {name} ({incidents} then)").format(
                    name=name.replace("_", " "), incidents=count(left, "{n} incident", "{n} incidents")
                ),
                drop=name,
            )
        )
        for name, left in _without_each(selection, selected)
    ]
    advice = tr("No report in the data passes all parts of this selection. Dropping one of these helps:")
    return html.Div(
        [
            html.H3(tr("Nothing matches")),
            *search.did_you_mean(selected, act),
            html.P(
                advice if drops else tr("No report in the data passes this selection, even without any one part of it.")
            ),
            *([html.Ul(drops, className="drops")] if drops else []),
            act(tr("Reset all filters"), reset="true"),
        ],
        className="empty",
    )


def _without_each(selection: Selection, selected: Selected) -> list[tuple[str, int]]:
    plain = selection.filtering
    without = {name: plain.without(PARAMETERS[name].field).apply(selected.dataset) for name in plain.asked}
    left = [(name, len(rows.incidents)) for name, rows in without.items() if len(rows.incidents)]
    return sorted(left, key=lambda pair: -pair[1])


def _no_counts(_: Selection, __: Selected, act: Act) -> html.Div:
    return html.Div(
        [
            html.H3(tr("No declared count")),
            html.P(NONE),
            act(tr("Reset all filters"), reset="true"),
        ],
        className="empty",
    )


_NOTHING: Mapping[str, Callable[[Selection, Selected, Act], html.Div]] = {
    "incidents": nothing,
    "reports": nothing,
    "tallies": _no_counts,
}
