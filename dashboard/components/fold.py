"""Parts of a page that a phone shows folded: on a wider screen they stand open, and nothing says that they fold."""

from dash import html


def fold(summary: object, *content: object, look: str = "") -> html.Details:
    """The content under a summary; view-fold.js folds it once on a narrow screen and opens it on a wide one."""
    line = summary if isinstance(summary, html.Summary) else html.Summary(summary)
    parts = [line, html.Div(list(content), className="fold-content")]
    return html.Details(parts, open=True, className=f"fold {look}".strip(), **{"data-fold": ""})
