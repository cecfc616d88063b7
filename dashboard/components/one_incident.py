"""What a page of a whole selection says where its address names one incident: the ways to the sheets of that one."""

from dataclasses import replace
from urllib.parse import quote

from dash import html

from dashboard.language import tr
from dashboard.selection import Selection


def ways(selection: Selection) -> list[html.P]:
    """That what follows is not of the named incident alone, and where that is; nothing where none is named."""
    if not selection.incident:
        return []
    own = replace(selection, incident="", story="").to_query()
    thing = f"/incidents/{quote(selection.incident)}"
    links = {"worksheet": tr("its worksheet"), "exit-ticket": tr("its exit ticket")}
    worksheet, ticket = (html.A(words, href=f"{thing}/{name}?{own}".rstrip("?")) for name, words in links.items())
    said = tr("This address names one incident, and what follows is of the whole selection. Of that incident alone: ")
    return [html.P([said, worksheet, tr(" and "), ticket, "."], className="note")]
