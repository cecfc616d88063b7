"""Lists: one incident, report or declared count as a few lines of text."""

from collections.abc import Callable, Mapping
from functools import lru_cache
from types import SimpleNamespace

from dash import html

from dashboard.components import explain, gentle, hits, links
from dashboard.components.table.column import Row
from dashboard.components.table.incidents import speakers
from dashboard.components.table.tallies import declared, measure, named
from dashboard.components.words import mark, place, standing, when
from dashboard.derive import known_date
from dashboard.language import tr
from dashboard.selection import Selected, Selection


def incident(row: Row, selection: Selection, selected: Selected) -> html.Li:
    """When, what, where, how it stands, who says it."""
    dataset = selected.dataset
    kind = dataset.schema.label("incidents", "kind", row["kind"])
    where = hits.shown(place(dataset, row["place_id"]))
    lines = (
        [f"{kind} · ", where, " · ", standing(SimpleNamespace(**row)), _possibly(row)],
        [tr("says: "), hits.shown(speakers(selected, row["incident_id"])), *_noted(row)],
    )
    sign = mark(dataset, row["kind"], row["corroboration"], row["disputed"])
    link = links.incident(gentle.named(dataset, row["incident_id"]), row["incident_id"], selection)
    return _item(row["incident_id"], when(row["date"]), sign, link, lines)


def report(row: Row, selection: Selection, selected: Selected) -> html.Li:
    """When it was known, of which incident, who says what in which outlet."""
    dataset = selected.dataset
    title = gentle.named(dataset, row["incident_id"])
    who = explain.speaker(dataset, row["asserted_by"], by_arrow=True)
    outlet = explain.outlet(dataset, row["outlet_id"], by_arrow=True)
    stance = dataset.schema.label("reports", "stance", row["stance"])
    said = [hits.shown(who), tr(" {stance}, in ").format(stance=stance), outlet, *_noted(row), _possibly(row)]
    lines = (said, gentle.held_back(hits.shown(row["summary"]), gentle.of_report(dataset, row)))
    link = links.incident(title, row["incident_id"], selection)
    held = _held(selected)[row["incident_id"]]
    sign = mark(dataset, row["kind_here"], held["corroboration"], held["disputed"])
    return _item(row["report_id"], _known(row, selected), sign, link, lines)


def tally(row: Row, selection: Selection, selected: Selected) -> html.Li:
    """When it was known, the number and what it counts, who says it in which outlet, what is named for it."""
    dataset = selected.dataset
    who = explain.speaker(dataset, row["asserted_by"], by_arrow=True)
    outlet = explain.outlet(dataset, row["outlet_id"], by_arrow=True)
    since = tr("since {when}").format(when=when(row["since"])) if row["since"] else tr("no start given")
    harm = gentle.of_count(dataset, row)
    lines = (
        [hits.shown(who), tr(", in "), outlet, *_noted(row), f"; {since}", _possibly(row)],
        [tr("named here: "), gentle.held_back(named(selected, row), harm)],
    )
    value = f"{declared(selected, row)} {measure(selected, row)}"
    link = links.tally(gentle.held_back(value, harm, linked=True), row, selection)
    return _item(row["tally_id"], _known(row, selected), html.Span(className="quiet"), link, lines)


@lru_cache(maxsize=16)
def _held(selected: Selected) -> Mapping[str, Row]:
    """How each selected incident stands: its mark is filled as on the chart."""
    return selected.incidents.set_index("incident_id")[["corroboration", "disputed"]].to_dict("index")


def _known(row: Row, selected: Selected) -> str:
    date = known_date(selected.dataset, row)
    return tr("known {when}").format(when=when(date)) if date else tr("known at an unknown date")


def _noted(row: Row) -> list:
    """The numbers of its notes, on pages that have them."""
    return [row["noted"]] if row.get("noted") else []


def _possibly(row: Row) -> html.Span | str:
    return "" if row["certainty"] == "certain" else html.Span(tr(" · possibly in this selection"), className="possible")


def _item(key: str, day: str, sign: object, link: html.A, lines: tuple) -> html.Li:
    quiet = [html.Div(line, className="quiet") for line in lines]
    return html.Li(
        [html.Span(day, className="when"), sign, html.Div([link, *quiet])],
        **{"data-row": key},
    )


ITEMS: Mapping[str, Callable[[Row, Selection, Selected], html.Li]] = {
    "incidents": incident,
    "reports": report,
    "tallies": tally,
}
"""How one row of each table is written in a list."""
