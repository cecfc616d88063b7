"""The citation of an incident, and the words with which a reader proposes a correction."""

from dash import html

from dashboard.components.buttons import button
from dashboard.components.cite import cited
from dashboard.language import tr
from dashboard.selection import Selected, Selection, hindsight


def cite(selection: Selection, selected: Selected) -> html.Details:
    """The citation of an incident, and the words for a correction, ready to copy."""
    dataset, incident = selected.dataset, selection.incident
    version = tr("data {version}, {digest}").format(version=dataset.schema.version, digest=dataset.digest)
    mistake = tr("Correction for {incident} ({version}): {correction}.").format(
        incident=incident, version=version, correction=_CORRECTION
    )
    return html.Details(
        [
            html.Summary(tr("Cite, or report an error")),
            cited(tr("Cite this incident"), f"incidents/{incident}", hindsight.title(selected, incident)),
            html.P(
                tr("To propose a correction, copy these lines and send them, filled in, to whoever keeps this site:")
            ),
            html.P(mistake, className="citation"),
            button(tr("Copy correction"), copy=mistake),
        ],
        className="panel",
    )


_CORRECTION = tr("which row and column; what it says; what is right; which source says so")
