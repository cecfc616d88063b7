"""What the reader must know about the page as a whole: what is not shown, and what was wrong."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any
from urllib.parse import parse_qsl, urlencode

import pandas as pd
from dash import dcc, html

from dashboard.components import explain
from dashboard.components.buttons import button
from dashboard.components.words import count, day
from dashboard.dataset import Dataset
from dashboard.derive import LEVEL_WORDS, LEVELS
from dashboard.errors import InvalidSelection
from dashboard.language import tr, trn
from dashboard.selection import Selected, Selection, releases
from dashboard.selection.hidden import ACCOUNTS
from dashboard.selection.mend import Mended

SENTENCE, BREAKDOWN, KNOWN, BANNERS, REFUSED = "sentence", "breakdown", "known", "banners", "refused"
MOST_DROPPED = 4


def sentence(selected: Selected) -> html.P:
    """What is shown, in one sentence; the page's live region."""
    return html.P(selected.sentence, id=SENTENCE, className="sentence", role="status", **{"aria-live": "polite"})


def breakdown(selected: Selected) -> list:
    """What the incidents are and how they stand, and from how many documents of how many outlets they come."""
    frame = selected.incidents
    if frame.empty:
        return []
    schema = selected.dataset.schema
    words, said = schema.categories("incidents", "kind"), schema.flagged("incidents", "kind", "said")
    kinds = [
        _kind(words[kind], frame[frame["kind"] == kind], kind not in said)
        for kind in words
        if (frame["kind"] == kind).any()
    ]
    told = explain.marked(selected.dataset, f"{'; '.join(kinds)}. ", *LEVELS)
    return [*told, *([] if ACCOUNTS in selected.dataset.hidden else _documents(selected))]


def _kind(words: Mapping[str, Any], frame: pd.DataFrame, graded: bool) -> str:
    """How many incidents of a kind there are and how they stand; statements, which nobody grades, without that."""
    levels = frame.loc[frame["corroboration"] != "", "corroboration"].value_counts()
    standing = [f"{levels[level]} {LEVEL_WORDS[level]}" for level in LEVELS if level in levels]
    standing += _ungraded(frame[frame["corroboration"] == ""]) if graded else []
    name = words["label"] if len(frame) == 1 else words.get("plural", words["label"])
    return f"{len(frame):,} {name}" + (f" ({', '.join(standing)})" if standing else "")


def _ungraded(frame: pd.DataFrame) -> list[str]:
    """Those whose standing has no level: no report of them is certainly known, or none known asserts them."""
    sure = int(frame["certainly_known"].sum())
    numbers = (
        (len(frame) - sure, tr("{n} not graded, with no report of a known day yet")),
        (sure, tr("{n} not graded, asserted by nobody yet")),
    )
    return [words.format(n=n) for n, words in numbers if n]


def _documents(selected: Selected) -> list:
    sources, outlets = selected.sources, selected.dataset.by_id["outlets"]
    carried = sources[sources["source_id"].isin(selected.reports["source_id"])]
    names = carried["outlet_id"].unique()
    head = tr("Told in {documents} of {outlets}").format(
        documents=count(len(carried), "{n} document", "{n} documents"),
        outlets=count(len(names), "{n} outlet", "{n} outlets"),
    )
    if len(names) != 1:
        return [f"{head}."]
    only = outlets[names[0]]
    about = f" ({only['affiliation'][:1].lower()}{only['affiliation'][1:]})" if only["affiliation"] else ""
    return [f"{head}: ", explain.outlet(selected.dataset, names[0]), f"{about}."]


def known(selected: Selected, notes: int) -> str:
    """The known-by day and how many notes follow, in a line: what stands for both where they are folded."""
    asked = selected.selection.known_by
    day_asked = (
        tr("Known by: {day}").format(day=day(asked.toordinal())) if asked else tr("Known by: everything to date")
    )
    return f"{day_asked} · {trn('{n} note', '{n} notes', notes).format(n=notes)}" if notes else day_asked


def banners(selected: Selected) -> list:
    """What the known-by day hides, and what is known at an unknown date."""
    found = []
    if selected.selection.known_by:
        number, read_by = selected.not_yet, day(selected.day)
        if ACCOUNTS in selected.dataset.hidden:
            words = tr("The page as it could be read by {day}.")
        elif number:
            words = trn(
                "The page as it could be read by {day}: {n} more report has not appeared yet.",
                "The page as it could be read by {day}: {n} more reports had not appeared yet.",
                number,
            )
        else:
            words = tr("The page as it could be read by {day}: everything in this selection had appeared.")
        found.append(words.format(day=read_by, n=f"{number:,}"))
    if selected.undated and ACCOUNTS not in selected.dataset.hidden:
        known = explain.term(selected.dataset, "undated document", tr("known at an unknown date"))
        reports = f"{count(selected.undated, '{n} report', '{n} reports')} "
        found.append([reports, known, tr(": shown, and raising nothing before the end.")])
    shown = [html.P(text, className="banner") for text in found]
    if selected.selection.known_by:
        shown[0].children = [found[0], " ", _since(selected)]
    return [*shown, *_of_a_selection(selected)]


def _of_a_selection(selected: Selected) -> list[html.P]:
    """Of a package that holds a selection: that it has every report of its incidents, and the way to those selected."""
    query, described = selected.dataset.schema.selected_by
    if not query or selected.selection.filtering.asked:
        return []
    words = tr("These data hold all known reports of the incidents that a selection kept. It was: {selection}").format(
        selection=described
    )
    return [html.P([words, " ", dcc.Link(tr("Show what was selected"), href=f"/?{query}")], className="banner")]


def _since(selected: Selected) -> dcc.Link:
    """The way to a comparison of the day with what is known now."""
    day_asked = selected.selection.known_by.isoformat()
    sides = replace(selected.selection.without("known_by"), by="known_by", a=day_asked)
    return dcc.Link(tr("Compare with what is known now"), href=f"/compare?{sides.to_query()}")


def frozen(selection: Selection, dataset: Dataset) -> list:
    """That the address was made with other data than is served, and how to have what it showed."""
    words = releases.notice(selection, dataset)
    return [html.P(words, className="banner", role="note")] if words else []


def frozen_in(query: str, dataset: Dataset) -> list:
    """The same of an address that cannot be shown: what it asks for may be in the data that it was made with."""
    named = [(name, value) for name, value in parse_qsl(query.removeprefix("?")) if name == "data"]
    try:
        return frozen(Selection.from_query(urlencode(named)), dataset)
    except InvalidSelection:
        return []


def set_aside(dataset: Dataset) -> list:
    """How many rows of the package were left out because of an error."""
    total = sum(dataset.set_aside.values())
    if not total:
        return []
    parts = ", ".join(
        tr("{number} in {name}").format(number=number, name=name)
        for name, number in dataset.set_aside.items()
        if number
    )
    words = tr("{rows} of the data set aside because of errors ({parts}). The check lists each of them.").format(
        rows=count(total, "{n} row", "{n} rows"), parts=parts
    )
    return [html.P(words, className="banner banner-error", role="alert")]


def refused(
    error: InvalidSelection, heading: type[html.H1 | html.H2] = html.H2, mended: Mended | None = None
) -> html.Div:
    """Why an address cannot be shown, part by part, and the ways on; an H1 where it is all of the page."""
    parts = [html.Li([html.Strong(problem.found + ". "), problem.expected + "."]) for problem in error.problems]
    return html.Div(
        [
            heading(tr("This address asks for something that is not here")),
            html.Ul(parts),
            *_without(error, mended),
            html.P(html.A(tr("Show everything"), href="/")),
        ],
        className="empty",
        role="alert",
    )


def _without(error: InvalidSelection, mended: Mended | None) -> list:
    """The way to the same page without what is wrong: a link where the address is known, else a button each."""
    if mended:
        return [
            html.P(
                html.A(
                    tr("Show it without {dropped}").format(dropped=tr(" and ").join(mended.dropped[:MOST_DROPPED])),
                    href=mended.address,
                )
            )
        ]
    names = dict.fromkeys(problem.column for problem in error.problems if problem.column)
    return [
        html.P(
            [button(tr("Show it without {name}").format(name=name), drop=name) for name in names], className="buttons"
        )
    ]
