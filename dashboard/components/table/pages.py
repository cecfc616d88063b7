"""The pages of a table: which rows one holds, and the buttons that lead to the others."""

from dataclasses import dataclass

import dash_mantine_components as dmc
import pandas as pd
from dash import html

from dashboard.components import state
from dashboard.components.buttons import button, group
from dashboard.components.noted import PAPER
from dashboard.components.words import count
from dashboard.language import tr
from dashboard.selection import Selection
from dashboard.selection.columns import PER


@dataclass(frozen=True)
class Page:
    """One page of ``total`` rows; ``asked`` may lie beyond the last one."""

    asked: int
    per: int
    total: int

    @property
    def last(self) -> int:
        """The number of the last page; there is always one."""
        return max(1, -(-self.total // self.per))

    @property
    def number(self) -> int:
        """The page that is shown: the one asked, or the last."""
        return min(self.asked, self.last)

    def cut(self, frame: pd.DataFrame) -> pd.DataFrame:
        """The rows of this page."""
        return frame.iloc[(self.number - 1) * self.per : self.number * self.per]

    def words(self, noun: tuple[str, str]) -> str:
        """Which rows these are: "1 to 50 of 278 incidents"."""
        first, last = (self.number - 1) * self.per + 1, min(self.number * self.per, self.total)
        return tr("{first} to {last} of {count}").format(
            first=f"{first:,}", last=f"{last:,}", count=count(self.total, *noun)
        )

    @property
    def beyond(self) -> str:
        """That the page asked does not exist; "" where it does."""
        if self.asked == self.number:
            return ""
        return tr("There is no page {asked}: this is the last one, page {last}.").format(
            asked=f"{self.asked:,}", last=f"{self.last:,}"
        )


def page(selection: Selection, total: int) -> Page:
    """The page that a selection asks for."""
    return Page(selection.page, selection.per, total)


def steps(page: Page, name: str = tr("Pages")) -> list:
    """The buttons that lead to other pages; none where there is one. A button that leads nowhere keeps its place."""
    if page.last == 1:
        return []
    now, last = page.number, page.last
    here = html.Span(tr("Page {now} of {last}").format(now=f"{now:,}", last=f"{last:,}"), className="page-now")
    back = [_step(tr("First page"), 1, now > 1), _step(tr("Previous page"), now - 1, now > 1)]
    on = [_step(tr("Next page"), now + 1, now < last), _step(tr("Last page"), last, now < last)]
    return [group(name, *back, here, *on)]


def on_paper(page: Page, noun: tuple[str, str]) -> list:
    """That a print holds this page of the rows alone, and where the others are; nothing where there is one page."""
    if page.last == 1:
        return []
    words = tr(
        "Printed here: rows {words}, page {now} of {last}. The other rows: print the other pages, ask for more rows on "
        "a page, or take an export, which holds all of them."
    ).format(words=page.words(noun), now=f"{page.number:,}", last=f"{page.last:,}")
    return [html.P(words, className=PAPER)]


def _step(text: str, to: int, leads: bool) -> html.Button:
    return button(text, page=str(to)) if leads else button(text, page="", aria_disabled="true")


def sizes(selection: Selection) -> html.Div:
    """How many rows a page has."""
    return html.Div(
        [
            html.Span(tr("Rows on a page"), id="per-label"),
            dmc.SegmentedControl(
                id=state.control("per"),
                data=[{"value": str(size), "label": str(size)} for size in PER],
                value=str(selection.per),
                size="sm",
                **{"aria-labelledby": "per-label"},
            ),
        ],
        className="page-size",
    )
