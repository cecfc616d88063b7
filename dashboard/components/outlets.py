"""Outlets: the table of all, and the profile of one."""

from dataclasses import replace

import pandas as pd
from dash import dcc, html

from dashboard.components import explain, gentle, links
from dashboard.components import table as tables
from dashboard.components.buttons import button
from dashboard.components.grids import Head, grid
from dashboard.components.words import count, when
from dashboard.dataset import Dataset
from dashboard.derive.profiles import alone, left_out, profiles, shares
from dashboard.language import tr
from dashboard.selection import Selected, Selection
from dashboard.selection.hidden import ACCOUNTS

TABLE = "outlets-table"
MOST, MOST_BESIDE = 40, 4


def table(selection: Selection, selected: Selected) -> list:
    """Every outlet of the selection with what it carries, sorted as asked; most reports first otherwise."""
    if ACCOUNTS in selected.dataset.hidden:
        return [html.P(VEILED)]
    if selected.reports.empty:
        return [html.P(tr("No document carries a report of this selection."))]
    said = explain.marked(
        selected.dataset, tr("Every outlet with its reports and their lag."), "outlet", "report", "lag"
    )
    return [html.P(said), *tables.table("outlets", selection, selected)]


VEILED = tr("Which outlet carries how much, and what it alone tells: hidden until you answer.")
"""In place of what would be counted from first accounts alone."""


# --- one outlet ------------------------------------------------------------------------------------------


def profile(outlet: str, selected: Selected, everything: Selected) -> list:
    """Who this outlet is, what it asserts and whose words it carries, what it alone tells, what it leaves out."""
    if ACCOUNTS in selected.dataset.hidden:
        return [_about(outlet, selected.dataset), html.P(VEILED)]
    told = everything.reports[everything.reports["outlet_id"] == outlet]
    return [
        _about(outlet, selected.dataset),
        _figures(outlet, everything),
        *_beside(outlet, everything),
        *_voices(told, selected.dataset),
        *_incidents(tr("Told here by it alone"), alone(everything.reports, outlet), selected),
        *_incidents(
            tr("Told by others around the days of its documents, and not by it"),
            left_out(everything.reports, outlet),
            selected,
        ),
        *_documents(selected),
        *_relayed(outlet, everything),
    ]


def _about(outlet: str, dataset: Dataset) -> html.P:
    row = dataset.by_id["outlets"][outlet]
    parts = [dataset.schema.label("outlets", "kind", row["kind"]), row["country"], row["affiliation"]]
    note = [html.Br(), html.Span(gentle.note(dataset, "sources", row), className="quiet")] if row["note"] else []
    return html.P([f"{'; '.join(filter(None, parts))}.", *note])


def _beside(outlet: str, everything: Selected) -> list:
    """Ways to set this outlet beside those that tell the most of what it tells; any other where none does."""
    told = everything.reports[["incident_id", "outlet_id"]].drop_duplicates()
    here = told.loc[told["outlet_id"] == outlet, "incident_id"]
    others = told[told["incident_id"].isin(here) & (told["outlet_id"] != outlet)]["outlet_id"].value_counts()
    asked = replace(everything.selection, by="outlet", a=outlet)
    names = everything.dataset.by_id["outlets"]
    ranked = sorted(others.items(), key=lambda pair: (-pair[1], names[pair[0]]["name"]))[:MOST_BESIDE]
    near = [
        (
            tr("{name} ({incidents} in both)").format(
                name=names[key]["name"], incidents=count(int(number), "{n} incident", "{n} incidents")
            ),
            key,
        )
        for key, number in ranked
    ]
    links = [dcc.Link(name, href=f"/compare?{replace(asked, b=key).to_query()}") for name, key in near or _ANY]
    parts = [part for link in links for part in (link, ", ")]
    return [html.P([tr("Compare with "), *parts[:-1], "."])] if len(everything.dataset["outlets"]) > 1 else []


_ANY = [(tr("another outlet"), "")]


def _figures(outlet: str, selected: Selected) -> html.P:
    frame = profiles(selected.reports)
    if outlet not in frame.index:
        return html.P(tr("None of its documents carries a report of this selection."))
    row = frame.loc[outlet]
    lag = (
        ""
        if pd.isna(row["lag"])
        else tr(" Median lag from event to document: {lag} days.").format(lag=f"{row['lag']:g}")
    )
    words = tr("{documents}, {reports} of {incidents}; {alone} of them told here by no other outlet.{lag}").format(
        documents=count(int(row["documents"]), "{n} document", "{n} documents"),
        reports=count(int(row["reports"]), "{n} report", "{n} reports"),
        incidents=count(int(row["incidents"]), "{n} incident", "{n} incidents"),
        alone=int(row["alone"]),
        lag=lag,
    )
    return html.P(explain.marked(selected.dataset, words, "report", "incident", "lag"))


def _voices(told: pd.DataFrame, dataset: Dataset) -> list:
    """Whose assertions it carries, by party and by speaker, with bars that words repeat."""
    if told.empty:
        return []
    parties = dataset["actors"].set_index("actor_id")["party"]
    rows = [
        [dataset.schema.label("actors", "party", party), f"{number:,}", f"{100 * number / len(told):.0f} %"]
        for party, number in shares(told, parties).items()
    ]
    speakers = told["asserted_by"].value_counts().head(12)
    named = [
        html.Li([*explain.speaker(dataset, actor), f": {count(int(number), '{n} report', '{n} reports')}"])
        for actor, number in speakers.items()
    ]
    return [
        html.H2(tr("Whose words it carries")),
        grid(tr("Reports by the party that asserts"), (tr("Party"), tr("Reports"), tr("Share")), rows),
        html.H3(tr("Most quoted")),
        html.Ul(named),
    ]


def _incidents(title: str, ids: list[str], selected: Selected) -> list:
    items = [html.Li(dcc.Link(gentle.named(selected.dataset, key), href=f"/incidents/{key}")) for key in ids[:MOST]]
    more = [html.P(tr("and {number} more").format(number=len(ids) - MOST))] if len(ids) > MOST else []
    heading = html.Summary(f"{title}: {count(len(ids), '{n} incident', '{n} incidents')}")
    return [html.Details([heading, html.Ul(items), *more], className="panel", open=len(ids) <= 10)] if ids else []


def _documents(selected: Selected) -> list:
    frame = selected.sources.sort_values("published")
    if frame.empty:
        return []
    rows = [_document(row, selected.dataset) for row in frame.head(MOST * 3).to_dict("records")]
    relays = Head(tr("Relays"), shown=explain.term(selected.dataset, "relay", tr("Relays")))
    return [
        html.H2(tr("Its documents here")),
        grid(
            tr("Documents of this outlet"),
            (tr("Published"), tr("Title"), relays, tr("Seen, language")),
            rows,
            row_head=1,
        ),
    ]


def _document(row: dict, dataset: Dataset) -> list:
    title = links.document(dataset, row)
    seen = dataset.schema.label("sources", "seen", row["seen"]) or tr("not stated")
    language = f", {row['language']}" if row["language"] else ""
    noted = [html.Br(), html.Span(gentle.note(dataset, "sources", row), className="quiet")] if row["note"] else []
    return [when(row["published"]), [title, *noted], _original(row, dataset), f"{seen}{language}"]


def _original(row: dict, dataset: Dataset) -> object:
    """The outlet whose text a document relays."""
    known = row["via_outlet_id"] in dataset.by_id["outlets"]
    linked = bool(row["url"])  # the arrow keys come from the link of the title
    return explain.outlet(dataset, row["via_outlet_id"], by_arrow=linked) if known else tr("its own text")


def _relayed(outlet: str, everything: Selected) -> list:
    """Who relays this outlet, among the documents of all that is asked."""
    frame = everything.sources[everything.sources["via_outlet_id"] == outlet]
    numbers = frame[frame["outlet_id"] != outlet]["outlet_id"].value_counts().head(MOST)
    dataset = everything.dataset
    items = [
        html.Li([explain.outlet(dataset, key), f": {count(int(number), '{n} document', '{n} documents')}"])
        for key, number in numbers.items()
    ]
    return [html.H2(tr("Relayed by")), html.Ul(items)] if items else []


def back() -> html.P:
    """The way back to all outlets."""
    return html.P([dcc.Link(tr("All outlets"), href="/sources"), " ", button(tr("Copy link"), copy="{address}")])
