"""Links to incidents and declared counts that carry the whole view with them."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import replace

from dash import html
from flask import has_request_context, request

from dashboard.components import gentle
from dashboard.components.words import tongue
from dashboard.dataset import Dataset
from dashboard.language import tr
from dashboard.selection import Selection

_SITE: ContextVar[str] = ContextVar("site", default="")


@contextmanager
def leading_to(site: str) -> Iterator[None]:
    """Whole addresses that are made without a request lead to a site at this address; "" where it is not known."""
    before = _SITE.set(site)
    try:
        yield
    finally:
        _SITE.reset(before)


def whole(path: str) -> str:
    """The whole address of a path of this site; the path alone where nobody knows at which address the site is."""
    root = request.url_root.rstrip("/") if has_request_context() else _SITE.get()
    return f"{root}{path}"


def document(dataset: Dataset, source: Mapping[str, str], quoted: bool = False) -> html.A | html.Span:
    """The title of a document, in its own language, as a link to where it was read where there is one."""
    title = gentle.document(dataset, source, quoted)
    if not source["url"]:
        return html.Span(title, **tongue(source))
    return html.A(title, href=source["url"], rel="noopener noreferrer", **tongue(source))


def address(selection: Selection, incident_id: str) -> str:
    """The address that opens an incident in this view."""
    return f"/?{replace(selection, incident=incident_id).to_query()}"


def incident(words: object, incident_id: str, selection: Selection) -> html.A:
    """A link that opens the accounts of an incident beside the rows."""
    href = address(selection, incident_id)
    return html.A(words, href=href, className="incident", **{"data-incident": incident_id})


def everything(incident_id: str) -> html.A:
    """The way to all that is known of an incident, from a day by which nothing of it was."""
    return html.A(tr("Everything known of it"), href=f"/incidents/{incident_id}")


def tally(words: object, row: Mapping[str, str], selection: Selection) -> html.A:
    """A link to the explanation of a declared count, a row of tallies."""
    plain = selection.without("rows", "of", "columns", "per", "page", "sort")
    return html.A(
        words,
        href=f"/counts?{replace(plain, tally=row['tally_id'], measure=row['measure']).to_query()}",
        className="tally",
        **{"data-tally": row["tally_id"], "data-measure": row["measure"]},
    )
