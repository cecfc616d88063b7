"""A prepared comparison in a site of files: two sides, what both tell, what one alone tells, what each counts."""

from dash import html

from dashboard.components import compare, compared, compared_counts
from dashboard.language import tr
from dashboard.selection import SIDES, Selection
from dashboard.still.places import Places
from dashboard.still.shown import MOST_ROWS


def comparison(places: Places, by: str, a: str, b: str) -> list:
    """Two sides: what both tell, what one alone tells, what each counts."""
    selection = Selection(by=by, a=a, b=b)
    selected = Selection().apply(places.dataset)
    both = compare.pair(selection, selected)
    named = html.P([html.Strong("A: "), both.a.name, ". ", html.Strong("B: "), both.b.name, "."])
    above = [named, *[html.P(line, className="quiet") for line in (both.lead, both.coverage) if line]]
    figure = compare.PLATE.figure(
        compare.drawn(selection, selected), compare.takeaway(selection, selected),
        html.P(compare.LEGEND, className="legend"), above=above,
    )  # fmt: skip
    title = tr("Two sides compared: {a} and {b}").format(a=both.a.name, b=both.b.name)
    rows = compared.rows(selection, selected, size=MOST_ROWS)
    counted = compared_counts.section(selection, selected)
    others = _others(places, by, a, b)
    return [html.H1(title), others, figure, html.H2(tr("The same, as rows")), *rows, counted]


def nothing_to_compare() -> list:
    """What is said where the data have not two sides."""
    return [html.H1(tr("Compare")), html.P(tr("There are not two sides to compare in these data."))]


def _others(places: Places, by: str, a: str, b: str) -> html.Details:
    """The prepared comparisons, as links; the days are on their own pages."""
    links = []
    for kind, words in SIDES.items():
        prepared = [pair for pair in places.comparisons if pair[0] == kind and (kind != "known_by" or not pair[1])]
        items = [html.Li(html.A(_pair(places, *pair), href=_address(*pair))) for pair in prepared if pair != (by, a, b)]
        links += [html.H2(tr("By {kind}").format(kind=words)), html.Ul(items)] if items else []
    note = tr("These are prepared in a site of files: those with the most reports, each with each. ")
    days = [html.A(tr("Each day has its own"), href="/known-by"), tr(", against what is known now.")]
    return html.Details([html.Summary(tr("Other comparisons")), html.P([note, *days]), *links], className="panel")


def _pair(places: Places, by: str, a: str, b: str) -> str:
    both = compare.pair(Selection(by=by, a=a, b=b), Selection().apply(places.dataset))
    return tr("{a} and {b}").format(a=both.a.name, b=both.b.name)


def _address(by: str, a: str, b: str) -> str:
    return f"{compare.PATH}?{Selection(by=by, a=a, b=b).to_query()}"
