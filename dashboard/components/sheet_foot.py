"""The foot of a sheet of paper: the way to the view, the standards, and the data and the day that it was made of."""

from collections.abc import Sequence

import segno
from dash import html

from dashboard.activities.standards import grouped
from dashboard.components.links import whole
from dashboard.components.words import day
from dashboard.language import tr
from dashboard.selection import Selected, Selection, describe

MOST_TYPED = 60
"""Characters of an address that a class is asked to type; a longer one is scanned, or chosen in words."""


def address(path: str, selection: Selection) -> str:
    """The whole address of a view of this site; without a request its path alone."""
    query = selection.to_query()
    return whole(path) + (f"?{query}" if query else "")


def known(selected: Selected) -> str:
    """By which day what is on the sheets was known; the head of every printed page says it too."""
    by_day = selected.selection.known_by
    return tr("as known by {day}").format(day=day(selected.day)) if by_day else tr("everything known")


def foot(path: str, selection: Selection, selected: Selected, standards: Sequence[str]) -> html.Div:
    """The way to the view, the standards, the version of the data, and its licence."""
    dataset, code = selected.dataset, _code(address(path, selection))
    told = known(selected)
    named = [f"{name}: {', '.join(ids)}." for name, ids in grouped(tuple(standards)).items()]
    version = tr("Data {version} ({digest}), {licence}.").format(
        version=dataset.schema.version, digest=dataset.digest, licence=dataset.schema.licence
    )
    words = [
        html.P([html.Strong(tr("Open it: ")), *_way(path, selection, selected, bool(code))], className="sheet-address"),
        html.P(" ".join(named)) if named else None,
        html.P(f"{told[:1].upper()}{told[1:]}. {dataset.schema.title}. {version}"),
        html.P(tr("Nothing here is “what happened”: every line is who said what. Names are not asked.")),
    ]
    return html.Div([*code, html.Div([*filter(None, words)])], className="sheet-foot")


# --- the way to the view ---------------------------------------------------------------------------------


def _way(path: str, selection: Selection, selected: Selected, coded: bool) -> list:
    """The address where a hand can type it; else the code, the page alone, and in words what to choose on it.

    An address holds its whole view and stands in no list of the site, so no shorter one leads there.
    """
    target = address(path, selection)
    typed, page = _typed(target), _typed(whole(path))
    if len(typed) <= MOST_TYPED:
        return _broken(typed)
    choices = _choices(selection, selected)
    words = tr("scan the code, or type {page}") if coded else tr("type {page}")
    before, after = words.split("{page}")
    chosen = tr(" and choose: {choices}.").format(choices="; ".join(choices)) if choices else "."
    return [before, *_broken(page), f"{after}{chosen}"]


def _typed(target: str) -> str:
    """An address as it is typed: a browser adds https:// by itself."""
    return target.removeprefix("https://")


def _choices(selection: Selection, selected: Selected) -> list[str]:
    """What to choose on a page to come to the view, in words."""
    filters = describe.filters(selection, selected.dataset)
    example = tr("example {number}").format(number=selection.variant) if selection.variant > 1 else ""
    gentle = tr("gentle mode") if selection.gentle else ""
    return [part for part in (filters, *describe.clocks(selection), example, gentle) if part]


def _broken(target: str) -> list:
    """An address that breaks where a hand that types it can pause."""
    parts = target.replace("&", "&\n").replace("?", "?\n").split("\n")
    return [piece for part in parts for piece in (part, html.Wbr())][:-1]


def _code(target: str) -> list:
    """The address as a QR code; none where it is longer than a code can hold, or not whole."""
    if "://" not in target:
        return []
    try:
        code = segno.make(target, micro=False, error="l")
    except segno.DataOverflowError:
        return []
    words = tr("QR code of the address beside it")
    return [html.Img(src=code.svg_data_uri(border=2, scale=3), alt=words, className="sheet-code")]
