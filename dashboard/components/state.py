"""The address as the single state of the page: which controls exist, and which part of a page each one redraws.

One clientside function (assets/state.js) keeps controls, address and stores in step. A store holds the query
string of one part of the page; server callbacks take a store alone, so that a change redraws only what it concerns.
"""

import json

from dash import ALL, ClientsideFunction, Dash, Input, Output, State, dcc, html

from dashboard.dataset import Dataset
from dashboard.figures.totals import drawn_measure
from dashboard.language import tr
from dashboard.selection import Selected, Selection, hidden
from dashboard.selection.columns import USUAL
from dashboard.selection.filters import FILTERS, VIEW
from dashboard.selection.migrations import RENAMED
from dashboard.selection.value import PARAMETERS

URL = "url"
RULES = "state-rules"

_KEPT = [name for name in PARAMETERS if name not in VIEW]
_TABLE = ["columns", "per", "page", "sort"]
_PARTS = {
    "kept": _KEPT,
    "drawn": [*_KEPT, "lanes"],
    "listed": [*_KEPT, "rows", "of", *_TABLE],
    "opened": [*_KEPT, "incident"],
    "charted": _KEPT,
    "dated": ["known_by"],
    "outlets": [*_KEPT, *_TABLE],
    "tallied": [*_KEPT, "of"],
    "declared": [*_KEPT, *_TABLE],
    "counted": [*_KEPT, "measure", "tally"],
    "measured": _KEPT,
    "sided": [*_KEPT, "by", "a", "b"],
    "paired": [*_KEPT, "page", "by", "a", "b"],
    "told": ["step", "answered", "gentle"],
    "noted": ["step", "gentle"],
    "practised": [*_KEPT, "incident", "activity", "variant", "tally", "gentle"],
}
PARTS = {part: [name for name in PARAMETERS if name in {*names, "hide"}] for part, names in _PARTS.items()}
"""The parts of a page that redraw by themselves, and the names in the query that each one reads."""
NEEDS = {"opened": "incident"}
"""Parts that stay empty, and are not redrawn, as long as one name is not asked."""

FREES = {"by": ["a", "b"], "of": ["columns", "sort"]}
"""Names that a control, when it changes, takes out of the query: what they hold was chosen for its old value."""


CALLED = {
    **{name: item.label for name, item in FILTERS.items()},
    "known_by": tr("Known by"),
    "from": tr("From"),
    "to": tr("To"),
    "disputed": tr("Accounts"),
    "q": tr("Search"),
    "data": tr("version of the data"),
    "story": tr("Story"),
    "hide": tr("hidden until answered"),
    "answered": tr("your answer"),
    "gentle": tr("Gentle mode"),
}
"""Names of the query as a reader knows them, for buttons that say what they drop."""


def control(name: str) -> dict[str, str]:
    """The id of the control that sets one name in the query."""
    return {"ctl": name}


def store(part: str) -> dict[str, str]:
    """The id of the store that holds the query of one part of the page."""
    return {"q": part}


def location(dataset: Dataset) -> list:
    """The address, and the rules that the browser needs to keep it."""
    defaults = {"lanes": "place", "rows": "list", "of": "incidents", "per": str(USUAL), "page": "1", "step": "1"}
    defaults |= {"measure": drawn_measure(Selection(), dataset), "by": "outlet"}
    many = [name for name, item in PARAMETERS.items() if item.many]
    rules = {"order": list(PARAMETERS), "many": many, "parts": PARTS, "needs": NEEDS, "defaults": defaults}
    rules["frees"] = FREES
    rules["called"] = CALLED
    rules["renamed"] = {old: {"name": place.name, "values": place.values} for old, place in RENAMED.items()}
    return [
        dcc.Location(id=URL, refresh=False),
        html.Div(id=RULES, hidden=True, **{"data-rules": json.dumps(rules)}),
    ]


def stores(selection: Selection, *parts: str) -> list[dcc.Store]:
    """The stores of a page's parts, as its first drawing used them."""
    return [dcc.Store(id=store(part), data=query(selection, part)) for part in parts]


def query(selection: Selection, part: str) -> str:
    """The canonical query of one part of the page; "" while what the part needs is not asked."""
    if NEEDS.get(part, part) not in (part, *selection.asked):
        return ""
    unread = [PARAMETERS[name].field for name in PARAMETERS if name not in PARTS[part]]
    return selection.without(*unread).to_query()


def selected(dataset: Dataset, query: str | None) -> tuple[Selection, Selected]:
    """The selection that a query asks for and the rows it keeps, without what it hides. Raises InvalidSelection."""
    selection = Selection.from_query(query or "").checked(dataset)
    return selection, selection.apply(hidden(dataset, selection.hide))


def register(app: Dash) -> None:
    """Keep controls, address and stores in step, in the browser."""
    app.clientside_callback(
        ClientsideFunction("asReported", "sync"),
        Output({"ctl": ALL}, "value"),
        Output({"q": ALL}, "data"),
        Output(URL, "search"),
        Input(URL, "search"),
        Input({"ctl": ALL}, "value"),
        State({"ctl": ALL}, "id"),
        State({"q": ALL}, "id"),
        State({"q": ALL}, "data"),
    )
