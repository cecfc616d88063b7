"""Views for pages of others: one figure, or the rows, with the words that say what it is, and nothing around it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from dash import Dash, dcc, html
from dash.development.base_component import Component

from dashboard.components import (
    chart,
    compare,
    embed,
    escalation,
    history,
    measures,
    notice,
    predict,
    rows,
    state,
    whereabouts,
)
from dashboard.components.plate import CONFIG, Plate
from dashboard.components.words import day
from dashboard.dataset import Dataset
from dashboard.figures import measured
from dashboard.language import tr
from dashboard.selection import Selected, Selection, hindsight
from dashboard.selection.hidden import ACCOUNTS

Draw = Callable[[Selection, Selected], list]


@dataclass(frozen=True)
class Embed:
    """A page with one figure; ``full`` is the page of the site that shows it among others."""

    name: str
    TITLE: str
    draw: Draw

    @property
    def PATH(self) -> str:
        """The path, as every page has one."""
        return embed.VIEWS[self.name].path(self.name)

    @property
    def full(self) -> str:
        """The path of the whole page, as that page has it."""
        return embed.VIEWS[self.name].page

    def layout(self, dataset: Dataset, selection: Selection) -> html.Div:
        """The page, drawn for a selection."""
        selection, selected = state.selected(dataset, selection.to_query())
        part = embed.VIEWS[self.name].part
        thing = hindsight.title(selected, selection.incident) if "<incident>" in self.full else ""
        title = f"{self.TITLE}: {thing}" if thing else self.TITLE
        said = [] if thing else [html.P(selected.sentence, className="sentence")]
        stores = state.stores(selection, part) if self.name == "rows" else []
        return html.Div(
            [
                *stores,
                html.H1(title),
                *said,
                *notice.set_aside(dataset),
                html.Div(id=notice.REFUSED),
                *predict.panel(selection.without("incident") if thing else selection, self.path(selection)),
                *self.draw(selection, selected),
                self._foot(selection, selected),
            ],
            className="embed",
        )

    def path(self, selection: Selection) -> str:
        """The path with the incident that it names."""
        return self.PATH.replace("<incident>", selection.incident)

    def register(self, app: Dash, dataset: Dataset) -> None:
        """Nothing: what changes here are the rows, and the timeline's own callback draws them anew."""

    def _foot(self, selection: Selection, selected: Selected) -> html.Footer:
        """As known by which day, from which data, and the way to the whole view."""
        dataset = selected.dataset
        known = tr("As known by {day}").format(day=day(selected.day)) if selection.known_by else tr("Everything known")
        version = tr("As Reported: {title}, data {version} ({digest})").format(
            title=dataset.schema.title, version=dataset.schema.version, digest=dataset.digest
        )
        here = html.A(
            tr("Open in As Reported"),
            href=self.address(selection),
            target="_blank",
            rel="noopener",
            className="embed-open",
        )
        parts = (f"{known}.", f"{version}. {dataset.schema.licence}.", here)
        return html.Footer(
            [html.P(part) for part in parts],
            className="embed-foot",
            **{
                "data-version": tr("data {version} ({digest})").format(
                    version=dataset.schema.version, digest=dataset.digest
                )
            },
        )

    def address(self, selection: Selection) -> str:
        """The address of the whole view: the same query on the page that the figure comes from."""
        path = self.full.replace("<incident>", selection.incident)
        part = Selection.from_query(state.query(selection, embed.VIEWS[self.name].part))
        query = replace(part, data=selection.data).to_query()
        return f"{path}?{query}".rstrip("?") + ("" if self.name == "rows" else f"#{self.name}-figure")


# --- what each draws -------------------------------------------------------------------------------------


def _bare(plate: Plate) -> Plate:
    return replace(plate, bare=True)


def _timeline(selection: Selection, selected: Selected) -> list:
    strip = html.Div(
        dcc.Graph(id=chart.STRIP, figure=chart.strip(selected), config=CONFIG),
        role="img",
        className="graph strip",
        **{"aria-label": tr("Strip of incidents per day.")},
    )
    words = (html.P(chart.silence(selected), className="quiet"), html.Div(chart.key(selected)))
    below = (*words, strip, chart.legend(selected))
    drawn = chart.timeline(selection, selected)
    above = [chart.note(selection, selected, drawn)]
    figure = _bare(chart.PLATE).figure(drawn, chart.takeaway(selected), *below, above=above)
    name = tr("The timeline; it scrolls sideways where it has too little room")
    return [html.Div(figure, className="lanes-scroll", tabIndex="0", role="region", **{"aria-label": name})]


def _rows(selection: Selection, selected: Selected) -> list:
    if getattr(selected, selection.of).empty:
        return [html.P(tr("No report in the data passes all parts of this selection."))]
    return [html.Div(rows.rows(selection, selected), id=rows.ROWS)]


def _counts(selection: Selection, selected: Selected) -> list:
    return [measures.framed(_bare(measures.PLATE), selection, selected, html.Div(measures.key(selection, selected)))]


def _sides(selection: Selection, selected: Selected) -> list:
    says = compare.takeaway(selection, selected)
    both = compare.pair(selection, selected)
    above = [html.P([html.Strong("A: "), both.a.name, ". ", html.Strong("B: "), both.b.name, "."])] if both else []
    below = html.P(compare.LEGEND, className="legend")
    return [_bare(compare.PLATE).figure(compare.drawn(selection, selected), says, below, above=above)]


def _measured(measure: escalation.Measure) -> Draw:
    plain = replace(measure, plate=_bare(measure.plate), note=_NOTES.get(measure.plate.name, measure.note))
    if measure is escalation.HARM:  # nothing of it is seen before the reader opens it, here as on the site
        return lambda selection, selected: [*_directions(selected), escalation.warned(plain, selection, selected)]
    narrow = [html.P(_NARROW, className="quiet embed-narrow")] if "rows-by-week" in measure.plate.look else []
    named = _named if measure is escalation.TEMPO else _directions
    return lambda selection, selected: [*narrow, *named(selected), escalation.figure(plain, selection, selected)]


def _directions(selected: Selected) -> list:
    """What the two directions are; on the whole page the first figure says it for all."""
    words = measured.side_words(selected)
    return [
        html.P(
            tr("Upwards: {above}. Downwards: {below}.").format(above=words["above"], below=words["below"]),
            className="quiet",
        )
    ]


def _named(_: Selected) -> list:
    """Nothing: the figure says itself what its directions are."""
    return []


_NOTES: Mapping[str, str] = {
    "places": tr(
        "Rows stand in the order in which places were first reported. A mark is as large as the number of "
        "incidents at the place: “4+1” is four, and possibly one more; no number is one; a hollow mark is only "
        "possible. A flag: first reported here, if on a day that is drawn. A mark stands in the middle of its week, a "
        "flag on its day."
    ),
    "map": tr("▲ and ▼ are the two directions, as large as the number of incidents.") + " " + escalation.OF_MAPS,
}
"""Notes that on the whole page lean on the figure above them."""


_NARROW = tr("This place is too narrow for the drawing; the table below holds the same.")


def _clocks(selection: Selection, selected: Selected) -> list:
    return history.clocks(selected, selection.incident, _bare(history.CLOCKS))


def _whereabouts(selection: Selection, selected: Selected) -> list:
    drawn = whereabouts.whereabouts(selected, selection.incident, _bare(whereabouts.PLATE))
    if drawn:
        return drawn
    if ACCOUNTS in selected.dataset.hidden:
        return [html.P(tr("Some accounts are hidden: where they put it is not drawn until you answer."))]
    return [html.P(tr("The accounts known by this day name one place, or none."))]


_PLATES: Mapping[str, tuple[Plate, Draw]] = {
    "timeline": (chart.PLATE, _timeline),
    "counts": (measures.PLATE, _counts),
    "sides": (compare.PLATE, _sides),
    "clocks": (history.CLOCKS, _clocks),
    "whereabouts": (whereabouts.PLATE, _whereabouts),
    **{measure.plate.name: (measure.plate, _measured(measure)) for measure in escalation.MEASURES},
}
EMBEDS: tuple[Embed, ...] = (
    Embed("rows", tr("What was reported"), _rows),
    *[Embed(name, plate.title, draw) for name, (plate, draw) in _PLATES.items()],
)
"""Everything that can be embedded; none of it is in the menu."""


def unknown(path: str) -> list[Component]:
    """What can be embedded, for a path that asks for something else; nothing for paths of other kinds."""
    if not path.startswith(embed.ROOT):
        return []
    named = tr("ID of an incident")
    known = [html.Li([html.Code(one.PATH.replace("<incident>", named)), f" {one.TITLE}"]) for one in EMBEDS]
    return [html.H2(tr("What can be embedded")), html.Ul(known)]
