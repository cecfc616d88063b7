"""The drawer "Who says what": one column per origin, one row per field, then the documents."""

from collections.abc import Sequence
from dataclasses import replace

import dash_mantine_components as dmc
from dash import dcc, html

from dashboard import edtf
from dashboard.components import corrections, declared, explain, gentle, hits, linked, links
from dashboard.components.buttons import button, group
from dashboard.components.cite import cited
from dashboard.components.grids import Head, grid
from dashboard.components.words import count, day, mark, on, place, standing, tongue, when
from dashboard.dataset import Dataset
from dashboard.derive import FIELDS, LEVELS, Account, Comparison, compare
from dashboard.derive.index import HIDDEN
from dashboard.language import tr
from dashboard.selection import Selected, Selection
from dashboard.selection.hidden import WORDS
from dashboard.selection.hindsight import noted

DRAWER, DRAWER_BODY = "drawer", "accounts"  # the drawer makes ids of its own: drawer-body, drawer-title
_VEILED = tr("What is stated of killed, injured and outcome.")
_HARM = ("killed", "injured", "outcome")
_AGREEMENT = {
    "same": "",
    "silent": "",
    "adds": tr("more is said by some"),
    "differs": tr("accounts differ"),
    "conflicts": tr("accounts cannot both hold"),
}


def drawer(selection: Selection, selected: Selected) -> dmc.Drawer:
    """The drawer, open when the selection names an incident."""
    return dmc.Drawer(
        html.Div(body(selection, selected), id=DRAWER_BODY),
        id=DRAWER,
        opened=bool(selection.incident),
        title=tr("Who says what"),
        position="right",
        size="min(46rem, 100vw)",
        closeButtonProps={"aria-label": tr("Close")},
        overlayProps={"backgroundOpacity": 0.12},
        className="drawer",
    )


def body(selection: Selection, selected: Selected) -> list:
    """The accounts of the open incident; nothing when none is open, words when none of it was known by the day."""
    if not selection.incident:
        return []
    title = html.H2(gentle.opened(selected, selection.incident), className=f"drawer-title {hits.SEARCHED}")
    whole = html.P(dcc.Link(tr("This incident on a page of its own"), href=f"/incidents/{selection.incident}"))
    steps = _steps(selection, selected)
    said = hits.marked([title, *summary(selection, selected), *told(selection, selected)], selected)
    return [*said[:2], steps, *said[2:], whole, corrections.cite(selection, selected)]


def summary(selection: Selection, selected: Selected) -> list:
    """What, when, where and how it stands, in a sentence; or that nothing of it was known by the day."""
    row = _held(selection, selected)
    if row is None:
        return [html.P([summary_words(selection, selected), " ", links.everything(selection.incident)])]
    dataset = selected.dataset
    what, where, stands = _summary(row, dataset)
    lead = ". " if row.corroboration == HIDDEN else tr(". Standing: ")
    words = [*explain.marked(dataset, f" {what}, ", row.kind), hits.shown(where), lead]
    words += explain.marked(dataset, stands, *LEVELS, "disputed", "report", "origin")
    return [html.P([mark(dataset, row.kind, row.corroboration, row.disputed), *words], className="drawer-summary")]


def summary_words(selection: Selection, selected: Selected) -> str:
    """The summary as text."""
    row = _held(selection, selected)
    if row is None:
        return tr("Nothing about this was known by {day}.").format(day=day(selected.day))
    what, where, stands = _summary(row, selected.dataset)
    if row.corroboration == HIDDEN:
        return f"{what}, {where}. {stands}"
    return tr("{what}, {where}. Standing: {stands}").format(what=what, where=where, stands=stands)


def _held(selection: Selection, selected: Selected) -> tuple | None:
    """How the open incident stands on the known-by day; None when nothing of it was known."""
    held = selected.standings[selected.standings["incident_id"] == selection.incident]
    return next(held.itertuples(), None)


def told(selection: Selection, selected: Selected, first: Sequence[str] = ()) -> list:
    """The accounts known by the day: field by field, ``first`` ahead; in which documents; what is said beside."""
    dataset, incident = selected.dataset, selection.incident
    comparison = compare(selected.index, incident, selected.day)
    if not comparison.accounts:
        return []
    return [
        *_fields(comparison, dataset, first),
        *linked.beside(selected, incident),
        html.H3(tr("In which documents")),
        *[_document(account, selected, number == 0) for number, account in enumerate(_apart(comparison, dataset))],
        *declared.of_the_place(selection, selected),
        *linked.links(selected, incident),
        *_note(incident, selected),
    ]


def _summary(row, dataset: Dataset) -> tuple[str, str, str]:
    """Kind and day, place, and how it stands with the rule that makes it so."""
    rule = LEVELS.get(row.corroboration)
    because = f" ({rule})" if rule else ""
    kind = dataset.schema.label("incidents", "kind", row.kind)
    what = f"{kind}, {edtf.say(edtf.parse(row.date))}"
    stands = standing(row)
    if row.corroboration == HIDDEN:  # these words begin a sentence
        stands = stands[:1].upper() + stands[1:]
    return what, place(dataset, row.place_id), f"{stands}{because}."


def _steps(selection: Selection, selected: Selected) -> html.Div:
    order = list(selected.incidents["incident_id"])
    where = order.index(selection.incident) if selection.incident in order else None
    previous = order[where - 1] if where else None
    following = order[where + 1] if where is not None and where + 1 < len(order) else None
    position = (
        tr("{where} of {number}").format(where=where + 1, number=len(order))
        if where is not None
        else tr("not in this selection")
    )
    return group(
        tr("Other incidents"),
        _step(tr("◀ Previous"), previous),
        html.Span(position, className="quiet"),
        _step(tr("Next ▶"), following),
        button(tr("Copy link"), copy="{address}"),
    )


def _step(text: str, incident: str | None) -> html.Button:
    return button(text, incident=incident) if incident else button(text, disabled=True)


# --- field by field --------------------------------------------------------------------------------------


def _fields(comparison: Comparison, dataset: Dataset, first: Sequence[str]) -> list:
    """The table, one column per origin; nothing while corroboration is hidden, which its columns would tell."""
    whole = [html.H3(tr("Field by field")), _table(comparison, dataset, first)]
    return [] if "corroboration" in dataset.hidden else whole


def _apart(comparison: Comparison, dataset: Dataset) -> list[Account]:
    """The accounts; every report by itself while corroboration is hidden: which of them share an origin is not told."""
    if "corroboration" not in dataset.hidden:
        return list(comparison.accounts)
    alone = [(account, row) for account in comparison.accounts for row in account.reports]
    return [replace(one, reports=(row,), speakers=(row["asserted_by"],), outlets=()) for one, row in alone]


def _table(comparison: Comparison, dataset: Dataset, first: Sequence[str]) -> html.Div:
    accounts = comparison.accounts
    heads = [tr("Field"), *[Head(_head(one, dataset), shown=_head_shown(one, dataset)) for one in accounts]]
    said = [name for name in dict.fromkeys((*first, *FIELDS)) if comparison.agreement[name] != "silent"]
    veiled = [name for name in _HARM if "outcome" in dataset.hidden]
    silent = [FIELDS[name].lower() for name in FIELDS if name not in (*said, *veiled)]
    unsaid = [html.P(f"{WORDS} {_VEILED}")] if veiled else []
    if silent:
        words = tr("Not stated by anybody: {silent}.").format(silent=", ".join(silent))
        unsaid.append(html.P(words, className="quiet"))
    body = [_field(name, comparison, dataset) for name in said]
    return html.Div([grid(tr("What each origin says, field by field"), heads, body), *unsaid], className="accounts")


def _head(account: Account, dataset: Dataset) -> str:
    names = [name.children for name in _names(account, dataset)]
    return f"{tr(' and ').join(names)}, {_said(account)}"


def _head_shown(account: Account, dataset: Dataset) -> list:
    names = [[name] for name in _names(account, dataset)]
    return [*explain.joined(names, tr(" and ")), f", {_said(account)}"]


def _said(account: Account) -> str:
    dated = any(row["said_on"] for row in account.reports)
    if not account.said:
        return tr("day not stated")
    if dated:
        return tr("said {on_date}").format(on_date=on(account.said))
    return tr("in a document of {date}").format(date=when(account.said))


def _names(account: Account, dataset: Dataset) -> list[html.Span]:
    """Two speakers by name; else the institution: an actor, or an outlet which nobody speaks for by name."""
    if account.speakers:
        return [explain.actor(dataset, actor) for actor in account.speakers[:2]]
    known = account.institution in dataset.by_id["actors"]
    return [(explain.actor if known else explain.outlet)(dataset, account.institution)]


def _field(name: str, comparison: Comparison, dataset: Dataset) -> list:
    words = _AGREEMENT[comparison.agreement[name]]
    flag = [html.Br(), html.Span(words, className=f"flag flag-{comparison.agreement[name]}")] if words else []
    return [[FIELDS[name], *flag], *[_cell(account, name, dataset) for account in comparison.accounts]]


def _cell(account: Account, name: str, dataset: Dataset) -> html.Span:
    harm = any(gentle.of_report(dataset, row, [name]) for row in account.reports)
    told = gentle.held_back(account.value(name), harm)
    return html.Span(told, className="" if account.values[name] else "unstated")


# --- documents -------------------------------------------------------------------------------------------


def _document(account: Account, selected: Selected, first: bool) -> html.Div:
    """The documents of one account; the first one explains the words that all of them use."""
    dataset, remarks = selected.dataset, noted(selected, "sources")
    explained = ("origin", "report", "outlet") if first else ()
    relays = (
        tr(" Carried by {outlets}.").format(outlets=count(len(account.outlets), "{n} outlet", "{n} outlets"))
        if len(account.outlets) > 1
        else ""
    )
    names = explain.joined(explain.speaker(dataset, actor) for actor in account.speakers)
    undated = tr(" Known at an unknown date.") if account.undated else ""
    whole = tr("One origin, {reports}.{relays}{undated}").format(
        reports=count(len(account.reports), "{n} report", "{n} reports"), relays=relays, undated=undated
    )
    origin = f"{relays}{undated}".strip() if "corroboration" in dataset.hidden else whole
    reports = html.Ul([_report(row, dataset, remarks) for row in account.reports])
    words = html.P(explain.marked(dataset, origin, *explained), className="quiet")
    return html.Div([html.H4(names, className=hits.SEARCHED), words, reports], className="document")


def _report(row: dict[str, str], dataset: Dataset, remarks: bool) -> html.Li:
    source = dataset.by_id["sources"][row["source_id"]]
    outlet = dataset.by_id["outlets"][source["outlet_id"]]
    stance = dataset.schema.label("reports", "stance", row["stance"])
    quote = (
        [tr(" Its words: "), html.Q(row["quote"], className=hits.SEARCHED, **tongue(source))] if row["quote"] else []
    )
    remark = [tr("On this document: "), gentle.note(dataset, "sources", source)]
    cite_it = cited(tr("Cite"), f"reports/{row['report_id']}", row["summary"], "link")
    where = [
        links.document(dataset, source, quoted=True),
        f", {row['locator']}. ",
        _published(source),
        " ",
        *_relay(source, dataset),
    ]
    return html.Li(
        [
            html.P(
                [
                    html.Strong(f"{stance.capitalize()}: "),
                    gentle.held_back(html.Span([hits.shown(row["summary"]), *quote]), gentle.of_report(dataset, row)),
                ]
            ),
            html.P(where, className="quiet"),
            *([html.P(remark, className="quiet")] if source["note"] and remarks else []),
            html.P([*_profile(outlet, source, dataset), " ", cite_it], className="quiet"),
        ]
    )


def _published(source: dict[str, str]) -> str:
    return (
        tr("Published {when}.").format(when=when(source["published"]))
        if source["published"]
        else tr("No day of publication given.")
    )


def _relay(source: dict[str, str], dataset: Dataset) -> list:
    original = dataset.by_id["outlets"].get(source["via_outlet_id"])
    return [tr("Relays "), explain.outlet(dataset, source["via_outlet_id"]), "."] if original else []


def _profile(outlet: dict[str, str], source: dict[str, str], dataset: Dataset) -> list:
    kind = dataset.schema.label("outlets", "kind", outlet["kind"])
    seen = dataset.schema.label("sources", "seen", source["seen"])
    about = [
        kind,
        outlet["country"],
        outlet["affiliation"],
        seen,
        tr("language {language}").format(language=source["language"]) if source["language"] else "",
    ]
    return [explain.outlet(dataset, outlet["outlet_id"]), f": {'; '.join(filter(None, about))}."]


def _note(incident: str, selected: Selected) -> list:
    """The editor's note, which was written knowing everything: who asks what was known by a day does not get it."""
    row = selected.dataset.by_id["incidents"][incident]
    if not row["note"]:
        return []
    words = gentle.note(selected.dataset, "incidents", row)
    words = words if noted(selected, "incidents") else tr("left out here: it was written knowing everything.")
    return [html.P([html.Strong(tr("Editor's note: ")), words], className="quiet")]
