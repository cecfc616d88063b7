"""What is said of an incident and others: accounts that may be of the same thing side by side, then every link."""

from dash import html

from dashboard import edtf
from dashboard.components import explain, gentle
from dashboard.components.buttons import button
from dashboard.components.words import count, speaker, when
from dashboard.derive import Account, compare
from dashboard.language import tr
from dashboard.selection import Selected
from dashboard.selection.hidden import ACCOUNTS, CORROBORATION, WORDS
from dashboard.selection.hindsight import noted

SAME, MOST_BESIDE = "possible-duplicate", 4
Link = dict[str, str]


def beside(selected: Selected, incident: str) -> list:
    """The accounts of this incident next to those of incidents that may be the same, each told apart and why."""
    links = [link for link in _told(selected, incident) if link["relation"] == SAME]
    if not links:
        return []
    if CORROBORATION in selected.dataset.hidden:
        return [html.H3(_BESIDE), html.P(WORDS)]
    others = [_other(link, incident) for link in links]
    columns = [_column(selected, incident, tr("This one"), here=True)]
    pairs = zip(links[:MOST_BESIDE], others, strict=False)
    columns += [_column(selected, other, _why(link, selected)) for link, other in pairs]
    more = (
        tr(" {more} below.").format(more=count(len(links) - MOST_BESIDE, "{n} more", "{n} more"))
        if len(links) > MOST_BESIDE
        else ""
    )
    intro = tr("These are kept apart here and may be of the same occasion; nobody has settled it.{more}").format(
        more=more
    )
    return [html.H3(_BESIDE), html.P(intro), html.Div(columns, className="beside")]


_BESIDE = tr("Beside it: what may be the same")


def links(selected: Selected, incident: str) -> list:
    """Every link to another incident, or to words, as somebody says it; what was not known by the day is left out."""
    heading = html.H3(tr("Said of it and others"))
    if ACCOUNTS in selected.dataset.hidden:
        return [heading, html.P(WORDS)]
    told = _told(selected, incident)
    items = [html.Li(_words(link, incident, selected)) for link in told]
    return [heading, html.Ul(items)] if items else []


def _told(selected: Selected, incident: str) -> list[Link]:
    frame, known = selected.dataset["links"], set(selected.standings["incident_id"])
    rows = frame[(frame["from_incident"] == incident) | (frame["to_incident"] == incident)].to_dict("records")
    return [row for row in rows if _other(row, incident) in {"", *known} and _had_appeared(row, selected)]


def _had_appeared(link: Link, selected: Selected) -> bool:
    published = selected.dataset.by_id["sources"][link["source_id"]]["published"] if link["source_id"] else ""
    return not published or edtf.parse(published).first_day <= selected.day


def _other(link: Link, incident: str) -> str:
    return link["to_incident"] if link["from_incident"] == incident else link["from_incident"]


# --- side by side ----------------------------------------------------------------------------------------


def _why(link: Link, selected: Selected) -> object:
    """The editor's reason, which was written knowing everything, and so is not told to who asks for an earlier day."""
    if not noted(selected, "links"):
        return tr("The editor's reason is left out here: it was written knowing everything.")
    if selected.dataset.hidden:
        return tr("The editor's reason is left out until you answer.")
    return gentle.note(selected.dataset, "links", link) if link["note"] else tr("No reason is given.")


def _column(selected: Selected, incident: str, words: object, here: bool = False) -> html.Section:
    title = gentle.named(selected.dataset, incident)
    heading = title if here else button(title, look="link", incident=incident)
    accounts = compare(selected.index, incident, selected.day).accounts
    items = [html.Li(_account(account, row, selected)) for account in accounts for row in account.reports]
    return html.Section([html.H4(heading), html.P(words, className="quiet"), html.Ul(items)])


def _account(account: Account, row: dict[str, str], selected: Selected) -> list:
    dataset = selected.dataset
    said = (
        tr(", said {when}").format(when=when(row["said_on"]))
        if row["said_on"]
        else tr(", by {when}").format(when=when(account.said))
        if account.said
        else ""
    )
    happened = tr("dated {when}").format(when=when(row["date"])) if row["date"] else tr("no day given")
    stance = dataset.schema.label("reports", "stance", row["stance"])
    who = html.Strong(f"{speaker(dataset, row['asserted_by'])}{said}: ")
    return [who, f"{stance}; {happened}. ", gentle.held_back(row["summary"], gentle.of_report(dataset, row))]


# --- one by one ------------------------------------------------------------------------------------------


def _words(link: Link, incident: str, selected: Selected) -> list:
    dataset = selected.dataset
    who = explain.actor(dataset, link["asserted_by"]) if link["asserted_by"] else tr("The editor")
    relation = dataset.schema.label("links", "relation", link["relation"])
    other = _other(link, incident)
    if not other:
        begun = tr(" says: this was {relation} ").format(relation=relation)
        return [who, begun, gentle.note(dataset, "links", link, "to_text"), "."]
    named = button(gentle.named(dataset, other), look="link", incident=other)
    if link["relation"] == SAME:
        return [who, tr(" says: this may be the same as "), named, "."]
    says = (
        tr("this was {relation} ").format(relation=relation)
        if link["from_incident"] == incident
        else tr("what follows was {relation} this: ").format(relation=relation)
    )
    return [who, tr(" says: {says}").format(says=says), named, "."]
