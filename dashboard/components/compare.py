"""Two sides chosen, compared in a sentence and drawn on one time axis."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

import dash_mantine_components as dmc
from dash import dcc, html

from dashboard import figures
from dashboard.components import dropdown, state
from dashboard.components.chart import window_buttons
from dashboard.components.plate import Plate
from dashboard.components.rows import nothing
from dashboard.components.words import count
from dashboard.dataset import Dataset
from dashboard.derive import index
from dashboard.language import tr, trn
from dashboard.selection import SIDES, Selected, Selection, Sides, choices, sides, vocabulary
from dashboard.selection.hidden import ACCOUNTS

PLATE = Plate(
    "sides",
    tr("Told on both sides, and on one"),
    tr("What only A tells, what both tell, what only B tells, by day. The list below holds the same incidents."),
    "graph lanes sides",
    {"sides": tr("Data (CSV)")},
    live="polite",
)
CHART, TAKEAWAY, WORDS = PLATE.chart, PLATE.takeaway, "sides-words"
PATH = "/compare"
SIDE_CONTROLS = [state.control("a"), state.control("b")]


def pair(selection: Selection, selected: Selected) -> Sides | None:
    """The two sides of a selection; None where there are not two to compare. Raises InvalidSelection.

    While accounts are hidden there are none: by first accounts alone every incident is told on one side.
    """
    if ACCOUNTS in selected.dataset.hidden:
        return None
    return sides(selected, selection.by, selection.a, selection.b)


def address(selection: Selection, **changes: object) -> str:
    """The address of a comparison: the filters of a selection with these sides."""
    return f"{PATH}?{replace(selection, **changes).to_query()}"


# --- choosing --------------------------------------------------------------------------------------------


def chooser(selection: Selection, selected: Selected) -> html.Section:
    """What is compared, and the two sides."""
    data = [{"value": value, "label": label} for value, label in SIDES.items()]
    by = dmc.SegmentedControl(
        id=state.control("by"), data=data, value=selection.by, size="sm", **{"aria-labelledby": "by-label"}
    )
    fields = zip("AB", SIDE_CONTROLS, *options(selection, selected), strict=True)
    asked = (selection.a, selection.b)
    return html.Section(
        [
            html.Div([html.Span(tr("Compare by"), id="by-label"), by], className="choice"),
            *[_side(*field, asked[at]) for at, field in enumerate(fields)],
        ],
        className="sides",
        **{"aria-label": tr("What is compared")},
    )


def _side(letter: str, control: dict, data: list, placeholder: str, value: str) -> dmc.Select:
    return dmc.Select(
        id=control,
        label=tr("Side {letter}").format(letter=letter),
        data=data,
        value=value,
        placeholder=placeholder,
        searchable=True,
        clearable=True,
        limit=200,
        nothingFoundMessage=tr("No side of this name in the selection"),
        clearButtonProps={"aria-label": tr("Clear side {letter}").format(letter=letter)},
        comboboxProps={"withinPortal": False},
        withScrollArea=False,
        attributes=dropdown.UNREACHED,
        size="md",
    )


def options(selection: Selection, selected: Selected) -> tuple[list[list[dict]], list[str]]:
    """What each side can be, the most reports first, and what stands for a side that is not chosen."""
    both = pair(selection, selected)
    shown = (both.a, both.b) if both else (None, None)
    offered = _offered(selection, selected)
    data = []
    for asked, other in ((selection.a, selection.b), (selection.b, selection.a)):
        named = offered | ({} if not asked or asked in offered else {asked: _name(asked, selection.by, selected)})
        data.append([{"value": key, "label": label} for key, label in named.items() if key != other])
    return data, [tr("picked: {name}").format(name=side.name) if side else tr("nothing to choose") for side in shown]


def _offered(selection: Selection, selected: Selected) -> dict[str, str]:
    if selection.by == "known_by":
        return _days(selected.dataset)
    if ACCOUNTS in selected.dataset.hidden:
        return {}
    words = vocabulary(selected.dataset)[selection.by]
    return {
        key: f"{words[key]} ({count(number, '{n} report', '{n} reports')})"
        for key, number in choices(selected, selection.by)
    }


def _days(dataset: Dataset) -> dict[str, str]:
    from_last = sorted(index(dataset).days, reverse=True)
    return {_iso(ordinal): _iso(ordinal) for ordinal in from_last}


def _iso(ordinal: int) -> str:
    return date.fromordinal(ordinal).isoformat()


def _name(key: str, by: str, selected: Selected) -> str:
    return (
        key
        if by == "known_by"
        else tr("{vocabulary} (no report here)").format(vocabulary=vocabulary(selected.dataset)[by][key])
    )


# --- saying ----------------------------------------------------------------------------------------------


def takeaway(selection: Selection, selected: Selected) -> str:
    """The comparison in one sentence; what there is to do where nothing can be compared."""
    both = pair(selection, selected)
    if ACCOUNTS in selected.dataset.hidden:
        return tr("What two sides tell is hidden until you answer.")
    if not both:
        return tr("There are not two sides to compare by {sides} in this selection.").format(sides=SIDES[selection.by])
    return both.sentence


def words(selection: Selection, selected: Selected) -> list:
    """Who the sides are and why, who had it first, and what an absence here does not mean."""
    both = pair(selection, selected)
    if ACCOUNTS in selected.dataset.hidden:
        return []
    if not both:
        return [*_otherwise(selection), *([] if len(selected.incidents) else [nothing(selection, selected)])]
    lines = [_picked(both), _replaced(both), both.lead, both.coverage]
    swap = dcc.Link(tr("Swap A and B"), href=address(selection, a=both.b.key, b=both.a.key, page=1))
    named = html.P([html.Strong("A: "), both.a.name, ". ", html.Strong("B: "), both.b.name, ". ", swap, "."])
    return [named, *[html.P(line, className="quiet") for line in lines if line]]


def _picked(both: Sides) -> str:
    open_sides = [letter for letter, side in (("A", both.a), ("B", both.b)) if not side.chosen]
    if not open_sides:
        return ""
    which = tr(" and ").join(open_sides)
    return trn(
        "{letters} was not chosen, so the page picked {picked}.",
        "{letters} were not chosen, so the page picked {picked}.",
        len(open_sides),
    ).format(letters=which, picked=_PICKED[both.by])


_PICKED: Mapping[str, str] = {
    "outlet": tr("what has the most reports in this selection"),
    "said_by": tr("the party with the most reports in this selection"),
    "known_by": tr("the known-by day or one halfway for A, the end of the data for B"),
}


def _replaced(both: Sides) -> str:
    name = {"outlet": tr("Outlet"), "said_by": tr("Who asserts"), "known_by": tr("Known by")}[both.by]
    return tr("The sides take the place of what “{name}” asks for.").format(name=name) if both.replaced else ""


def _otherwise(selection: Selection) -> list:
    plain = selection.without("a", "b", "page", "incident")
    others = [
        html.Li(dcc.Link(tr("Compare by {words}").format(words=words), href=address(plain, by=by)))
        for by, words in SIDES.items()
        if by != selection.by
    ]
    why = tr("A comparison needs two sides with reports. Dropping a filter can bring back more, or:")
    return [html.P(why), html.Ul(others, className="drops")]


# --- drawing ---------------------------------------------------------------------------------------------


def figure(selection: Selection, selected: Selected) -> html.Figure:
    """The sentence, the two sides in words, and the three lanes."""
    in_words = html.Div(words(selection, selected), id=WORDS, className="sides-words")
    below = (window_buttons(selected), html.P(LEGEND, className="legend"))
    return PLATE.figure(drawn(selection, selected), takeaway(selection, selected), *below, above=[in_words])


LEGEND = tr(
    "Marks are those of the timeline: shape is kind, fill is corroboration, a slash says that accounts disagree; a "
    "square holds several incidents, and opens their days. A ! beside a mark of both says that in some field nothing "
    "that one side states can hold together with what the other states."
)


def drawn(selection: Selection, selected: Selected) -> dict:
    """The figure; an empty one where there are not two sides."""
    both = pair(selection, selected)
    lanes, marks = figures.side_marks(both) if both else ([], figures.NO_SIDE_MARKS)
    return figures.sides(marks, lanes, figures.span(selected))
