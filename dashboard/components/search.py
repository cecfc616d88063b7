"""The field for words: names offered while typing, and what to try where nothing matches."""

from urllib.parse import parse_qsl

import dash_mantine_components as dmc
from dash import Dash, Input, Output, State, dcc, html

from dashboard.components import dropdown, state
from dashboard.components.buttons import Act, button
from dashboard.components.words import count, when
from dashboard.dataset import Dataset
from dashboard.language import tr
from dashboard.selection import Selected, Selection
from dashboard.selection.hidden import ACCOUNTS
from dashboard.selection.search import is_wordless, near
from dashboard.selection.suggestions import Suggestion, suggestions

_STAYS = {"flip": False, "shift": True}  # the names stay under the field
RULE = tr("All the words, in any order; names in any spelling; “in quotes” as a phrase.")
GROUPS = {
    "place": tr("Places"),
    "actor": tr("Who is named"),
    "outlet": tr("Outlets"),
    "incident": tr("Incidents"),
    "term": tr("Words explained on the method page"),
}
"""The kinds of names in the order in which they are offered. What choosing one does is in assets/view-search.js."""


def field(selection: Selection) -> dmc.Autocomplete:
    """The control of ``q``: Enter searches the words, choosing a name filters by it or opens it."""
    return dmc.Autocomplete(
        id=state.control("q"),
        label=tr("Search"),
        description=RULE,
        inputWrapperOrder=["label", "input", "description", "error"],
        value=selection.q,
        data=[],
        debounce=350,
        filter={"function": "asFound"},
        comboboxProps={
            "withinPortal": False,
            "width": "min(34rem, 88vw)",
            "position": "bottom-start",
            "middlewares": _STAYS,
        },
        withScrollArea=False,
        attributes=dropdown.UNREACHED,
        openOnFocus=False,
        size="md",
        placeholder=tr("titles, reports, names, places"),
        className="search-field",
        classNames={"dropdown": "search-names", "option": "search-name"},
    )


def options(selected: Selected, typed: str) -> list[dict]:
    """The names offered for what was typed, in groups; an option's value names its kind and its id."""
    found = suggestions(selected.index, typed, selected.day)
    return [
        {"group": words, "items": [_option(one, selected) for one in found[kind]]}
        for kind, words in GROUPS.items()
        if kind in found
    ]


def _option(one: Suggestion, selected: Selected) -> dict[str, str]:
    dated = f", {when(_date(one.key, selected))}" if one.kind == "incident" else ""
    untold = one.reports is None or ACCOUNTS in selected.dataset.hidden
    reports = "" if untold else f" ({count(one.reports, '{n} report', '{n} reports')})"
    return {"value": f"{one.kind}:{one.key}", "label": f"{one.name}{dated}{reports}"}


def _date(incident: str, selected: Selected) -> str:
    """The date of an incident as the reports known by the day give it."""
    held = selected.standings
    return held.loc[held["incident_id"] == incident, "date"].iloc[0]


def did_you_mean(selected: Selected, act: Act = button) -> list:
    """For each word that stands nowhere: ways to ask for a near one instead; nothing where all words stand.

    A question without a word has nothing near it: it says so.
    """
    question = selected.selection.q
    if is_wordless(question):
        return [
            html.P(tr("“{words}” has no letter or digit to search for. Write one word or more.").format(words=question))
        ]
    offers: dict[str, list[html.Li]] = {}
    for one in near(selected):
        ask = act(f"{one.instead} ({count(one.incidents, '{n} incident', '{n} incidents')})", search=one.question)
        offers.setdefault(one.word, []).append(html.Li(ask))
    return [
        html.Div(
            [
                html.P(tr("“{word}” stands nowhere in the data. Did you mean:").format(word=word)),
                html.Ul(asks, className="drops"),
            ]
        )
        for word, asks in offers.items()
    ]


def form(query: str = "") -> html.Form:
    """A form that works without scripts: it asks for the timeline with its words and the other parts of a query."""
    asked = dict(parse_qsl(query)).get("q", "")
    others = [(name, value) for name, value in parse_qsl(query) if name not in ("q", "page")]
    words = dcc.Input(type="search", name="q", value=asked, maxLength=200, autoComplete="off", className="search-words")
    label = html.Label([tr("Words in titles, summaries, names or places "), words])
    send = html.Button(tr("Search"), type="submit", className="button")
    kept = [dcc.Input(type="hidden", name=name, value=value) for name, value in others]
    return html.Form([*kept, label, send], action="/", method="get", className="search")


def register(app: Dash, dataset: Dataset) -> None:
    """Offer names for what is typed."""

    @app.callback(
        Output(state.control("q"), "data"),
        Input(state.control("q"), "value"),
        State(state.store("kept"), "data"),
        prevent_initial_call=True,
    )
    def offered(typed: str | None, query: str | None) -> list[dict]:
        asked = Selection.from_query(query or "")
        known = Selection(known_by=asked.known_by, hide=asked.hide)
        return options(state.selected(dataset, known.to_query())[1], typed or "")
