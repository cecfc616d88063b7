"""The filters, with the number of incidents that each value would leave beside it."""

import dash_mantine_components as dmc
from dash import html

from dashboard.components import dropdown, search, state
from dashboard.components.buttons import button
from dashboard.components.clock import day_input
from dashboard.dataset import Dataset
from dashboard.figures import extent
from dashboard.language import tr
from dashboard.selection import FILTERS, Selected, Selection, vocabulary

FACETS = [state.control(name) for name in FILTERS]
"""The ids of the filters whose counts follow the selection."""


def filters(dataset: Dataset, selection: Selection, selected: Selected) -> html.Details:
    """The panel of filters."""
    options = facet_options(selected)
    days = extent(selected.index)
    return html.Details(
        [
            html.Summary(tr("Search and filters"), className="panel-title"),
            html.Div(
                [
                    search.field(selection),
                    *[_filter(name, selection, options[number]) for number, name in enumerate(FILTERS)],
                    _disputed(selection),
                    html.Div(
                        [
                            day_input("from", tr("From"), selection.start, tr("first day"), days),
                            day_input("to", tr("To"), selection.end, tr("last day"), days),
                        ],
                        className="from-to",
                    ),
                    button(tr("Reset all filters"), reset="true"),
                ],
                className="filter-list",
            ),
        ],
        open=True,
        className="panel filters",
    )


def facet_options(selected: Selected) -> list[list[dict[str, str]]]:
    """Per filter, its values with their counts, the most frequent first; values that would leave nothing are left out.

    A value that is chosen stays, whatever it leaves.
    """
    words = vocabulary(selected.dataset)
    facets = selected.facets
    return [_options(name, words[name], facets[name], getattr(selected.selection, name)) for name in FILTERS]


def _options(name: str, words: dict[str, str], counts: dict[str, int], chosen: tuple[str, ...]) -> list[dict[str, str]]:
    values = [value for value in words if counts.get(value) or value in chosen]
    if name != "corroboration":
        values.sort(key=lambda value: (-counts.get(value, 0), words[value]))
    return [{"value": value, "label": f"{words[value]} ({counts.get(value, 0)})"} for value in values]


def _filter(name: str, selection: Selection, options: list[dict[str, str]]) -> dmc.MultiSelect:
    item = FILTERS[name]
    return dmc.MultiSelect(
        id=state.control(name),
        label=item.label,
        data=options,
        value=list(getattr(selection, name)),
        searchable=True,
        clearable=True,
        limit=200,
        placeholder="" if getattr(selection, name) else tr("any"),
        nothingFoundMessage=tr("No value of this name in the selection"),
        clearButtonProps={"aria-label": tr("Clear {label}").format(label=item.label)},
        comboboxProps={"withinPortal": False},
        withScrollArea=False,
        attributes=dropdown.UNREACHED,
        size="md",
    )


def _disputed(selection: Selection) -> dmc.RadioGroup:
    value = {None: "", True: "yes", False: "no"}[selection.disputed]
    choices = (("", tr("any")), ("yes", tr("disputed")), ("no", tr("not disputed")))
    return dmc.RadioGroup(
        dmc.Group([dmc.Radio(label, value=key, size="md") for key, label in choices], gap="md"),
        id=state.control("disputed"),
        label=tr("Accounts"),
        value=value,
        size="md",
    )
