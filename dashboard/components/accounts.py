"""The drawer "Who says what": one column per origin, one row per field, then the documents."""

import dash_mantine_components as dmc
from dash import dcc, html

from dashboard import edtf
from dashboard.components.buttons import button, group
from dashboard.components.grids import grid
from dashboard.components.words import count, day, mark, place, speaker, standing, when
from dashboard.dataset import Dataset
from dashboard.derive import FIELDS, LEVELS, Account, Comparison, compare
from dashboard.selection import Selected, Selection

DRAWER, DRAWER_BODY = "drawer", "accounts"  # the drawer makes ids of its own: drawer-body, drawer-title
_AGREEMENT = {
    "same": "",
    "silent": "",
    "adds": "more is said by some",
    "differs": "accounts differ",
    "conflicts": "accounts cannot both hold",
}


def drawer(selection: Selection, selected: Selected) -> dmc.Drawer:
    """The drawer, open when the selection names an incident."""
    return dmc.Drawer(
        html.Div(body(selection, selected), id=DRAWER_BODY),
        id=DRAWER,
        opened=bool(selection.incident),
        title="Who says what",
        position="right",
        size="min(46rem, 100vw)",
        closeButtonProps={"aria-label": "Close"},
        overlayProps={"backgroundOpacity": 0.12},
        className="drawer",
    )


def body(selection: Selection, selected: Selected) -> list:
    """The accounts of the open incident; nothing when none is open, words when none of it was known by the day."""
    if not selection.incident:
        return []
    title = html.H2(selected.dataset.by_id["incidents"][selection.incident]["title"], className="drawer-title")
    whole = html.P(dcc.Link("This incident on a page of its own", href=f"/incidents/{selection.incident}"))
    steps = _steps(selection, selected)
    return [title, *summary(selection, selected), steps, *told(selection, selected), whole, cite(selection, selected)]


def summary(selection: Selection, selected: Selected) -> list:
    """What, when, where and how it stands, in a sentence; or that nothing of it was known by the day."""
    row, words = _held(selection, selected), summary_words(selection, selected)
    if row is None:
        return [html.P(words)]
    sign = mark(selected.dataset, row.kind, row.corroboration, row.disputed)
    return [html.P([sign, f" {words}"], className="drawer-summary")]


def summary_words(selection: Selection, selected: Selected) -> str:
    """The summary as text."""
    row = _held(selection, selected)
    return f"Nothing about this was known by {day(selected.day)}." if row is None else _summary(row, selected.dataset)


def _held(selection: Selection, selected: Selected) -> tuple | None:
    """How the open incident stands on the known-by day; None when nothing of it was known."""
    held = selected.standings[selected.standings["incident_id"] == selection.incident]
    return next(held.itertuples(), None)


def told(selection: Selection, selected: Selected) -> list:
    """The accounts known by the day: field by field, in which documents, and what is said of it and others."""
    dataset, incident = selected.dataset, selection.incident
    comparison = compare(selected.index, incident, selected.day)
    if not comparison.accounts:
        return []
    return [
        html.H3("Field by field"),
        _table(comparison, dataset),
        html.H3("In which documents"),
        *[_document(account, dataset) for account in comparison.accounts],
        *_links(incident, dataset),
        *_note(incident, dataset),
    ]


def _summary(row, dataset: Dataset) -> str:
    kind = dataset.schema.label("incidents", "kind", row.kind)
    rule = LEVELS.get(row.corroboration)
    because = f" ({rule})" if rule else ""
    when_said = edtf.say(edtf.parse(row.date))
    return f"{kind}, {when_said}, {place(dataset, row.place_id)}. Standing: {standing(row)}{because}."


def _steps(selection: Selection, selected: Selected) -> html.Div:
    order = list(selected.incidents["incident_id"])
    where = order.index(selection.incident) if selection.incident in order else None
    previous = order[where - 1] if where else None
    following = order[where + 1] if where is not None and where + 1 < len(order) else None
    position = f"{where + 1} of {len(order)}" if where is not None else "not in this selection"
    return group(
        "Other incidents",
        _step("◀ Previous", previous),
        html.Span(position, className="quiet"),
        _step("Next ▶", following),
        button("Copy link", copy="{address}"),
    )


def _step(text: str, incident: str | None) -> html.Button:
    return button(text, incident=incident) if incident else button(text, disabled=True)


# --- field by field --------------------------------------------------------------------------------------


def _table(comparison: Comparison, dataset: Dataset) -> html.Div:
    heads = ["Field", *[_head(account, dataset) for account in comparison.accounts]]
    said = [name for name in FIELDS if comparison.agreement[name] != "silent"]
    silent = [FIELDS[name].lower() for name in FIELDS if name not in said]
    unsaid = [html.P(f"Not stated by anybody: {', '.join(silent)}.", className="quiet")] if silent else []
    body = [_field(name, comparison) for name in said]
    return html.Div([grid("What each origin says, field by field", heads, body), *unsaid], className="accounts")


def _head(account: Account, dataset: Dataset) -> str:
    dated = any(row["said_on"] for row in account.reports)
    said = f"{'said on' if dated else 'in a document of'} {when(account.said)}" if account.said else "day not stated"
    names = [dataset.by_id["actors"][actor]["name"] for actor in account.speakers]
    return f"{' and '.join(names[:2]) or _name(account, dataset)}, {said}"


def _name(account: Account, dataset: Dataset) -> str:
    """The institution's name: an actor's, or that of an outlet which nobody speaks for by name."""
    named = dataset.by_id["actors"].get(account.institution) or dataset.by_id["outlets"][account.institution]
    return named["name"]


def _field(name: str, comparison: Comparison) -> list:
    words = _AGREEMENT[comparison.agreement[name]]
    flag = [html.Br(), html.Span(words, className=f"flag flag-{comparison.agreement[name]}")] if words else []
    return [[FIELDS[name], *flag], *[_cell(account, name) for account in comparison.accounts]]


def _cell(account: Account, name: str) -> html.Span:
    return html.Span(account.value(name), className="" if account.values[name] else "unstated")


# --- documents -------------------------------------------------------------------------------------------


def _document(account: Account, dataset: Dataset) -> html.Div:
    relays = f" Carried by {count(len(account.outlets), 'outlet')}." if len(account.outlets) > 1 else ""
    names = ", ".join(speaker(dataset, actor) for actor in account.speakers)
    undated = " Known at an unknown date." if account.undated else ""
    origin = f"One origin, {count(len(account.reports), 'report')}.{relays}{undated}"
    reports = html.Ul([_report(row, dataset) for row in account.reports])
    return html.Div([html.H4(names), html.P(origin, className="quiet"), reports], className="document")


def _report(row: dict[str, str], dataset: Dataset) -> html.Li:
    source = dataset.by_id["sources"][row["source_id"]]
    outlet = dataset.by_id["outlets"][source["outlet_id"]]
    stance = dataset.schema.label("reports", "stance", row["stance"])
    quote = [" Its words: ", html.Q(row["quote"], lang=source["language"] or None)] if row["quote"] else []
    where = [*_title(source), f", {row['locator']}. ", _published(source), " ", *_relay(source, dataset)]
    return html.Li(
        [
            html.P([html.Strong(f"{stance.capitalize()}: "), row["summary"], *quote]),
            html.P(where, className="quiet"),
            html.P(_profile(outlet, source, dataset), className="quiet"),
        ]
    )


def _title(source: dict[str, str]) -> list:
    title = f"“{source['title']}”"
    return [html.A(title, href=source["url"], rel="noopener noreferrer")] if source["url"] else [title]


def _published(source: dict[str, str]) -> str:
    return f"Published {when(source['published'])}." if source["published"] else "No day of publication given."


def _relay(source: dict[str, str], dataset: Dataset) -> list:
    original = dataset.by_id["outlets"].get(source["via_outlet_id"])
    return [f"Relays {original['name']}."] if original else []


def _profile(outlet: dict[str, str], source: dict[str, str], dataset: Dataset) -> str:
    kind = dataset.schema.label("outlets", "kind", outlet["kind"])
    seen = dataset.schema.label("sources", "seen", source["seen"])
    about = [
        kind,
        outlet["country"],
        outlet["affiliation"],
        seen,
        f"language {source['language']}" if source["language"] else "",
    ]
    return f"{outlet['name']}: {'; '.join(filter(None, about))}."


def _links(incident: str, dataset: Dataset) -> list:
    frame = dataset["links"]
    told = frame[(frame["from_incident"] == incident) | (frame["to_incident"] == incident)].to_dict("records")
    return [html.H3("Said of it and others"), html.Ul([_link(row, incident, dataset) for row in told])] if told else []


def _link(row: dict[str, str], incident: str, dataset: Dataset) -> html.Li:
    incidents = dataset.by_id["incidents"]
    who = dataset.by_id["actors"][row["asserted_by"]]["name"] if row["asserted_by"] else "The editor"
    relation = dataset.schema.label("links", "relation", row["relation"])
    here = row["from_incident"] == incident
    other = row["to_incident"] if here else row["from_incident"]
    if not other:
        return html.Li(f"{who} says: this was {relation} {row['to_text']}.")
    link = button(incidents[other]["title"], look="link", incident=other)
    words = [f"{who} says: this was {relation} "] if here else [f"{who} says: what follows was {relation} this: "]
    return html.Li([*words, link, "."])


def _note(incident: str, dataset: Dataset) -> list:
    note = dataset.by_id["incidents"][incident]["note"]
    return [html.P([html.Strong("Editor's note: "), note], className="quiet")] if note else []


# --- cite and report -------------------------------------------------------------------------------------


def cite(selection: Selection, selected: Selected) -> html.Details:
    """The citation of an incident, and the words for a correction, ready to copy."""
    dataset = selected.dataset
    title = dataset.by_id["incidents"][selection.incident]["title"]
    known = f", as known by {day(selected.day)}" if selection.known_by else ""
    version = f"data {dataset.schema.version}, {dataset.digest}"
    citation = f"As Reported. “{title}” ({selection.incident}){known}. {version}. {{address}}. Read {{today}}."
    mistake = f"Correction for {selection.incident} ({version}): {_CORRECTION}."
    return html.Details(
        [
            html.Summary("Cite, or report an error"),
            html.P(citation, className="citation", **{"data-fill": citation}),
            button("Copy citation", copy=citation),
            html.P("To propose a correction, copy these lines and send them, filled in, to whoever keeps this site:"),
            html.P(mistake, className="citation"),
            button("Copy correction", copy=mistake),
        ],
        className="panel",
    )


_CORRECTION = "which row and column; what it says; what is right; which source says so"
