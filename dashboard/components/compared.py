"""The rows of a comparison: what both sides tell and where they part, what one alone tells, what each counts."""

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass

import dash_mantine_components as dmc
import pandas as pd
from dash import dcc, html

from dashboard.components import gentle, state
from dashboard.components.compare import address, pair, takeaway
from dashboard.components.noted import PAPER, Notes
from dashboard.components.words import count, level, mark, place, standing, when
from dashboard.derive.between import COMPARED, Told, between
from dashboard.language import tr
from dashboard.selection import Selected, Selection, Sides
from dashboard.selection.hidden import ACCOUNTS
from dashboard.selection.sides import BOTH, ONLY_A, ONLY_B

PAIRED = "paired"
PAGE_SIZE = 50
ORDER = (BOTH, ONLY_A, ONLY_B)
"""The sections of the list in order; pages run through them."""


def section(selection: Selection, selected: Selected) -> html.Section:
    """The rows with their heading."""
    return html.Section(
        [html.H2(tr("The same, as rows"), id="rows-title"), html.Div(rows(selection, selected), id=PAIRED)],
        className="rows-section",
        **{"aria-labelledby": "rows-title"},
    )


def rows(selection: Selection, selected: Selected, size: int = PAGE_SIZE) -> list:
    """One page of the incidents of both sides in three sections, what both tell first; nothing without two sides."""
    both = pair(selection, selected)
    if not both or both.incidents.empty:
        hidden = ACCOUNTS in selected.dataset.hidden
        return [html.P(takeaway(selection, selected) if hidden else tr("There is no incident to list."))]
    parts = _sections(both, size)
    pages = -(-len(both.incidents) // size)
    page = min(selection.page, pages)
    shown = [part.on(page) for part in parts]
    notes = Notes(both.common)
    pairs = [(part, frame) for part, frame in zip(parts, shown, strict=True) if len(frame)]
    lists = [one for part, frame in pairs for one in _section(part, frame, both, selection, notes)]
    pager = _pages(page, pages, size, len(both.incidents))
    return [_contents(parts, selection, page), *lists, *pager, *notes.listed()]


@dataclass(frozen=True)
class _Part:
    """One section: its name, its incidents, how many stand before it, and how many a page holds."""

    title: str
    frame: pd.DataFrame
    before: int
    size: int = PAGE_SIZE

    def on(self, page: int) -> pd.DataFrame:
        """The incidents of this section on a page."""
        start = (page - 1) * self.size - self.before
        return self.frame.iloc[max(0, start) : max(0, start + self.size)]

    @property
    def page(self) -> int:
        """The page on which it begins."""
        return self.before // self.size + 1


def _sections(both: Sides, size: int) -> list[_Part]:
    titles, parts, before = _titles(both), [], 0
    for where in ORDER:
        frame = _moved_first(both) if (where, both.by) == (BOTH, "known_by") else both.told(where)
        parts.append(_Part(titles[where], frame, before, size))
        before += len(frame)
    return parts


def _titles(both: Sides) -> dict[str, str]:
    return {
        BOTH: tr("Both"),
        ONLY_A: tr("Only A, {name}").format(name=both.a.name),
        ONLY_B: tr("Only B, {name}").format(name=both.b.name),
    }


def _moved_first(both: Sides) -> pd.DataFrame:
    """What both days know, first what stands otherwise or is told by more reports on one of them."""
    reports = [side.rows["matching"] for side in (both.a, both.b)]
    frame = both.told(BOTH)
    told = [frame["incident_id"].map(counted) for counted in reports]
    moved = frame["incident_id"].isin(both.changed["incident_id"]) | (told[0] != told[1])
    return pd.concat([frame[moved], frame[~moved]])


def _contents(parts: Sequence[_Part], selection: Selection, page: int) -> html.P:
    """How many incidents each section holds, with the way to those that begin on another page."""
    told: list = []
    for part in parts:
        words = f"{part.title}: {count(len(part.frame), '{n} incident', '{n} incidents')}"
        far = len(part.frame) and part.page != page
        link = dcc.Link(
            tr("{words} (page {page})").format(words=words, page=part.page),
            href=address(selection, page=part.page, incident=""),
        )
        told += [link if far else words, "; "]
    return html.P([*told[:-1], "."])


def _section(part: _Part, frame: pd.DataFrame, both: Sides, selection: Selection, notes: Notes) -> Iterator:
    begun = "" if part.page == selection.page or part.frame.index[0] == frame.index[0] else tr(", continued")
    moved = (part.title, both.by) == (_titles(both)[BOTH], "known_by")
    order = tr(", those first that changed between the two days") if moved else ""
    yield html.H3(f"{part.title}: {count(len(part.frame), '{n} incident', '{n} incidents')}{order}{begun}")
    yield html.Ol([_item(row, both, selection, notes) for row in frame.itertuples()], className="incidents")


def _pages(page: int, pages: int, size: int, total: int) -> list:
    if pages == 1:
        return []
    first, last = (page - 1) * size + 1, min(page * size, total)
    return [
        html.P(
            tr("{first} to {last} of {incidents}").format(
                first=f"{first:,}", last=f"{last:,}", incidents=count(total, "{n} incident", "{n} incidents")
            )
        ),
        html.P(
            tr("Printed here: page {page} of {pages}. The other incidents: print the other pages.").format(
                page=page, pages=pages
            ),
            className=PAPER,
        ),
        dmc.Pagination(id=state.control("page"), total=pages, value=page, withControls=False, size="md"),
    ]


# --- one incident ----------------------------------------------------------------------------------------


def _item(row, both: Sides, selection: Selection, notes: Notes) -> html.Li:
    data = both.common.dataset
    kind = data.schema.label("incidents", "kind", row.kind)
    possibly = (
        "" if row.certainty == "certain" else html.Span(tr(" · possibly in this selection"), className="possible")
    )
    about = [
        f"{kind} · {place(data, row.place_id)} · {standing(row)}",
        possibly,
        " ",
        notes.of_reports(_reports(row, both)),
    ]
    link = html.A(
        gentle.named(data, row.incident_id),
        href=address(selection, incident=row.incident_id),
        className="incident",
        **{"data-incident": row.incident_id},
    )
    more = _told_apart(row, both) if row.side == BOTH else []
    return html.Li(
        [
            html.Span(when(row.date), className="when"),
            mark(data, row.kind, row.corroboration, row.disputed),
            html.Div([link, html.Div(about, className="quiet"), *more]),
        ]
    )


def _reports(row, both: Sides) -> list[str]:
    """The reports of an incident on both sides, by their ids."""
    return [report.report_id for side in (both.a, both.b) for report in side.reports(row.incident_id)]


def _told_apart(row, both: Sides) -> list:
    """Where the two sides part on an incident that both tell of, and who had it first."""
    told = between(both.common.index, both.a.reports(row.incident_id), both.b.reports(row.incident_id))
    held = _of_harm(row, both)
    lines = [*_changed(row.incident_id, both), *_differing(told, held), *_adding(told, held), *_first(row, both)]
    return [html.Ul([html.Li(line) for line in lines], className="told-apart")]


def _of_harm(row, both: Sides) -> set[str]:
    """The fields in which a report of either side tells of people harmed."""
    dataset = both.common.dataset
    rows = [dataset.by_id["reports"][key] for key in _reports(row, both)]
    return {name for name in COMPARED if any(gentle.of_report(dataset, one, [name]) for one in rows)}


def _differing(told: Mapping[str, Told], held: Set[str]) -> Iterator[list]:
    for name, field in told.items():
        if field.agreement in _APART:
            flag = html.Span(_APART[field.agreement], className=f"flag flag-{field.agreement}")
            values = f"A {'; '.join(field.one)}, B {'; '.join(field.other)}"
            yield [f"{COMPARED[name]}: ", gentle.held_back(values, name in held), " ", flag]


_APART = {"conflicts": tr("! cannot both hold"), "differs": tr("accounts differ")}


def _adding(told: Mapping[str, Told], held: Set[str]) -> Iterator[str | list]:
    """What only one side states, and whether all the rest is the same."""
    parts = {name: field for name, field in told.items() if field.agreement == "adds"}
    for letter, mine, other in (("A", "one", "other"), ("B", "other", "one")):
        extra = {
            name: [value for value in getattr(field, mine) if value not in getattr(field, other)]
            for name, field in parts.items()
        }
        said = [
            [f" {COMPARED[name]}: ", gentle.held_back("; ".join(values), name in held), "."]
            for name, values in extra.items()
            if values
        ]
        if said:
            yield [tr("Said only by {letter}.").format(letter=letter), *(part for one in said for part in one)]
    if all(field.agreement in ("same", "silent") for field in told.values()):
        yield tr("The same in every field that is compared.")


def _changed(incident: str, both: Sides) -> Iterator[str]:
    """How it came to stand otherwise between two days."""
    if both.by != "known_by":
        return
    first, second = (side.rows.loc[incident] for side in (both.a, both.b))
    if level(first) != level(second):
        yield tr("Standing: A {level}, B {level_2}.").format(level=level(first), level_2=level(second))
    if first.matching != second.matching:
        yield tr("Reports: A {matching}, B {matching_2}.").format(matching=first.matching, matching_2=second.matching)


def _first(row, both: Sides) -> Iterator[str]:
    if both.by == "known_by":
        return
    if pd.isna(row.ahead):
        yield tr("Who had it first cannot be said: a report has no day.")
    elif row.ahead == 0:
        yield tr("Both had it on the same day.")
    else:
        yield tr("{side} had it first, by {days}.").format(
            side="A" if row.ahead > 0 else "B", days=count(abs(int(row.ahead)), "{n} day", "{n} days")
        )
