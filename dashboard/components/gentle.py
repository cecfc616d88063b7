"""What gentle mode leaves out of sight: numbers of people harmed, and what is told of them (assets/view-reading.css).

Both ways of reading are in the page; the style shows one. So it works before scripts run, and costs no request. The
reader turns it on under Reading, and an address can: ``gentle=yes``. What a count counts says the package, by the mark
``harm`` at a measure.
"""

from collections.abc import Iterable, Mapping

from dash import html

from dashboard.components.buttons import button
from dashboard.dataset import Dataset
from dashboard.language import tr

FIELDS = frozenset({"killed", "injured"})
"""The fields of a report that tell of people harmed."""


def held_back(content: object, told: bool = True) -> object:
    """Something that gentle mode replaces by words that say so; unchanged where nobody is told to be harmed."""
    if not told:
        return content
    instead = html.Span(tr("not shown in gentle mode"), className="instead")
    return html.Span([html.Span(content, className="harm"), instead])


def of_report(row: Mapping[str, str], fields: Iterable[str] = FIELDS) -> bool:
    """Whether a report, a row of ``reports``, tells of anybody harmed in one of these fields."""
    return any(row[name] not in ("", "0") for name in fields if name in FIELDS)


def of_count(dataset: Dataset, row: Mapping[str, str]) -> bool:
    """Whether a declared count, a row of ``tallies``, counts people harmed."""
    return row["measure"] in dataset.schema.flagged("tallies", "measure", "harm")


def notice() -> html.Div:
    """That gentle mode is on, and the way out of it; seen only while it is."""
    words = tr(
        "Gentle mode: numbers of killed and injured, and accounts that state them, are not shown. Titles and charts of "
        "counts that you choose yourself stay as they are."
    )
    return html.Div([html.P(words), button(tr("Show everything"), ungentle="yes")], className="banner gentle-only")
