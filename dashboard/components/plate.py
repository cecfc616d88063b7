"""What every figure stands in: title, takeaway, words for those who do not see it, and ways to take it away."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from dash import dcc, html

from dashboard import edtf
from dashboard.components import embed
from dashboard.components.buttons import button
from dashboard.components.cite import cited
from dashboard.figures.drawn import DRAWN
from dashboard.language import SOURCE, TAG, tr

_MONTHS = {"months": edtf.MONTHS, "shortMonths": edtf.SHORT_MONTHS}
_LANGUAGE = {} if TAG == SOURCE else {"locale": TAG, "locales": {TAG: {"dictionary": {}, "format": _MONTHS}}}
CONFIG = {"displayModeBar": False, "responsive": True, "doubleClick": "autosize", "showTips": False, **_LANGUAGE}
"""How the library that draws behaves; it knows the months in English alone, so the names go with the figure."""
DATA = "/api/v1/figures/"


@dataclass(frozen=True)
class Plate:
    """The frame of one figure.

    ``name`` gives the ids: of the graph, NAME-chart, of the sentence, NAME-takeaway, and of the whole, NAME-figure,
    which links can point to. ``label`` says what the graph is to those who do not see it; ``look`` are its classes.
    ``data`` are the names of the rows behind it (figures.drawn) with their words. ``live`` is "polite" where the
    sentence is what the page says, to be heard when it changes. A ``bare`` one stands alone in a page
    that has its title: it has neither a title nor ways to take it away.
    """

    name: str
    title: str
    label: str
    look: str = "graph"
    data: Mapping[str, str] = field(default_factory=dict)
    level: type = html.H2
    live: str = "off"
    bare: bool = False

    @property
    def chart(self) -> str:
        """The id of the graph."""
        return f"{self.name}-chart"

    @property
    def takeaway(self) -> str:
        """The id of the sentence."""
        return f"{self.name}-takeaway"

    def figure(
        self,
        drawn: dict,
        says: object,
        *below: object,
        beside: Sequence = (),
        above: Sequence = (),
        look: str = "figure",
    ) -> html.Figure:
        """The figure, and the ways to take it away.

        ``beside`` stands next to the title, ``above`` between the sentence ``says`` and the graph, ``below`` under it.
        """
        title = self.level(self.title)
        head = html.Div([title, *beside], className="section-head") if beside else title
        heads, live = [] if self.bare else [head], {"aria-live": self.live}
        return html.Figure(
            [
                html.Figcaption([*heads, html.P(says, id=self.takeaway, className="takeaway", **live), *above]),
                html.Div(
                    dcc.Graph(id=self.chart, figure=drawn, config=CONFIG),
                    role="img",
                    className=self.look,
                    **{"aria-label": self.label, "aria-describedby": self.takeaway},
                ),
                *below,
                *([] if self.bare else [self._taken()]),
            ],
            id=f"{self.name}-figure",
            className=look,
        )

    def _taken(self) -> html.Div:
        """The ways to take the figure away: its rows, its picture, its address, its citation."""
        rows = [
            html.A(words, href=f"{DATA}{name}.csv", download="", className="button", **{"data-rows": name})
            for name, words in self.data.items()
        ]
        return html.Div(
            [
                *rows,
                *(button(tr("Picture ({kind})").format(kind=kind.upper()), picture=kind) for kind in ("svg", "png")),
                button(tr("Copy link to figure"), copy=f"{{page}}#{self.name}-figure"),
                cited(tr("Cite"), "view", self.title),
                embed.button(self.name, self.title),
            ],
            className="buttons taken",
            role="group",
            **{
                "aria-label": tr("Take away: {title}").format(title=self.title),
                "data-tables": " ".join(dict.fromkeys(DRAWN[name].table for name in self.data)),
            },
        )
