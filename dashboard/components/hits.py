"""The words searched for, marked where a page shows them, with an excerpt where a row does not show them."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from dash import html
from dash.development.base_component import Component

from dashboard.components import gentle
from dashboard.derive.searched import Searched, searched
from dashboard.derive.words import Hit, Term, hits, terms
from dashboard.language import tr
from dashboard.selection import Selected

SEARCHED = "searched"
"""The class of whatever shows text that search looks in; only there are words marked."""
_PLACES = frozenset((SEARCHED, "incident"))
_BEFORE, _AFTER = 60, 90


def shown(text: str | list) -> html.Span:
    """Text that search looks in, or parts that hold some, as part of a row."""
    return html.Span(text, className=SEARCHED)


def marked(drawn: Any, selected: Selected) -> Any:
    """What was drawn, with the words searched for marked in it; the same where nothing is searched for."""
    marker = _marker(selected)
    if marker.asked:
        marker.mark(drawn)
    return drawn


def in_rows(drawn: Any, selected: Selected) -> Any:
    """Rows of incidents with marks; a row that shows no hit gets an excerpt of what was hit."""
    marker = _marker(selected)
    if not marker.asked:
        return drawn
    told = selected.reports.groupby("incident_id")["report_id"].agg(list)
    for row in _parts(drawn):
        links = [part for part in _parts(row) if _is_link(part)] if row._type in ("Li", "Tr") else []
        if len(links) == 1:
            hit = marker.mark(row)
            incident = getattr(links[0], "data-incident")
            excerpts = _excerpts(marker, told.get(incident, []), set(range(len(marker.asked))) - hit, selected)
            _after(row, links[0], excerpts)
    return drawn


def _is_link(part: Component) -> bool:
    return part._type == "A" and "incident" in _classes(part)


def _classes(part: Component) -> Sequence[str]:
    return (getattr(part, "className", None) or "").split()


def _parts(node: Any) -> Iterator[Component]:
    """Every component from the outside in; the list is made first, so that marking may change what is inside."""
    if isinstance(node, Component):
        yield node
        node = getattr(node, "children", None)
    for one in list(node) if isinstance(node, list | tuple) else [node] if isinstance(node, Component) else []:
        yield from _parts(one)


def _after(row: Component, link: Component, excerpts: list) -> None:
    """Put excerpts behind the link, wherever in the row it stands."""
    for part in _parts(row):
        inside = getattr(part, "children", None)
        if inside is link:
            part.children = [link, *excerpts]
        elif isinstance(inside, list) and any(one is link for one in inside):
            at = next(number for number, one in enumerate(inside) if one is link)
            part.children = [*inside[: at + 1], *excerpts, *inside[at + 1 :]]


# --- marks -------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class _Marker:
    """What is searched for, and the names that may be spelled otherwise."""

    asked: tuple[Term, ...]
    looked: Searched

    def hits(self, text: str) -> list[Hit]:
        return hits(text, self.asked, self.looked.names)

    def mark(self, node: Any, inside: bool = False) -> set[int]:
        """Mark the hits in a layout in place; the numbers of the terms that were hit."""
        if isinstance(node, list | tuple):
            return set().union(*(self.mark(one, inside) for one in node))
        if not isinstance(node, Component):
            return set()
        inside = inside or not _PLACES.isdisjoint(_classes(node))
        children = getattr(node, "children", None)
        told = children if isinstance(children, list | tuple) else [children]
        hit = self.mark(told, inside)
        if inside and any(isinstance(one, str) for one in told):
            found = [self.hits(one) if isinstance(one, str) else [] for one in told]
            if any(found):
                pairs = zip(told, found, strict=True)
                node.children = [part for one, its in pairs for part in (pieces(one, its) if its else [one])]
                hit |= {one.term for its in found for one in its}
        return hit


def _marker(selected: Selected) -> _Marker:
    return _Marker(terms(selected.selection.q), searched(selected.index))


def pieces(text: str, found: Iterable[Hit]) -> list:
    """A text in pieces, those that were hit as marks; a mark says when it is another spelling."""
    told, at = [], 0
    for start, end, variant in _apart(found):
        told += [text[at:start], _mark(text[start:end], variant)]
        at = end
    return [one for one in (*told, text[at:]) if one != ""]


def _mark(text: str, variant: bool) -> html.Mark:
    return html.Mark(text, className="variant", title=tr("another spelling")) if variant else html.Mark(text)


def _apart(found: Iterable[Hit]) -> list[tuple[int, int, bool]]:
    """The stretches hit, those that overlap made one."""
    stretches: list[tuple[int, int, bool]] = []
    for start, end, variant, _ in sorted(found):
        if stretches and start < stretches[-1][1]:
            first, last, also = stretches[-1]
            stretches[-1] = (first, max(last, end), also and variant)
        else:
            stretches.append((start, end, variant))
    return stretches


# --- excerpts ----------------------------------------------------------------------------------------------


def _excerpts(marker: _Marker, reports: Sequence[str], missing: set[int], selected: Selected) -> list[html.Div]:
    """For the terms that a row does not show: where its reports hold them."""
    found, left = [], set(missing)
    for label, text, told in _told(reports, selected, marker.looked) if left else ():
        its = [hit for hit in marker.hits(text) if hit.term in left]
        if its:
            cut = gentle.held_back(html.Span(_cut(text, its)), told)
            found.append(html.Div([f"{label}: ", cut], className="quiet excerpt"))
            left -= {hit.term for hit in its}
        if not left:
            break
    return found


def _told(reports: Sequence[str], selected: Selected, looked: Searched) -> Iterator[tuple[str, str, bool]]:
    """What the reports say, the nearest to their words first: what it is, its words, whether they may tell of harm."""
    dataset = selected.dataset
    rows = [dataset.by_id["reports"][report] for report in reports]
    for column, label in (("summary", tr("In a report")), ("quote", tr("In a quotation")), ("target", tr("Target"))):
        yield from ((label, row[column], gentle.of_report(dataset, row, [column])) for row in rows if row[column])
    incident = dataset.by_id["incidents"][rows[0]["incident_id"]] if rows else {"place_id": ""}
    around = selected.index.relations.around
    places = dict.fromkeys(place for row in rows for place in around.get(row["place_id"], ()))
    actors = dict.fromkeys(row[name] for row in rows for name in ("asserted_by", "attributed_to", "against"))
    named = [(tr("Place"), "places", place) for place in (*places, incident["place_id"]) if place]
    named += [(tr("Named in it"), "actors", actor) for actor in actors if actor]
    for label, table, key in named:
        yield label, looked.named[table][key][0], False
    for label, table, key in named:
        name, *aliases = looked.named[table][key]
        also = tr("{label}: {name}, also written").format(label=label, name=name)
        yield from ((also, alias, False) for alias in aliases)


def _cut(text: str, found: Sequence[Hit]) -> list:
    """The part of a text around its first hit, marked."""
    start = text.rfind(" ", 0, max(0, found[0].start - _BEFORE)) + 1 if found[0].start > _BEFORE else 0
    end = text.find(" ", found[0].end + _AFTER)
    end = len(text) if end < 0 else end
    inside = [hit._replace(start=hit.start - start, end=hit.end - start) for hit in found if hit.end <= end]
    return ["… " if start else "", *pieces(text[start:end], inside), " …" if end < len(text) else ""]
