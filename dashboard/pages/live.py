"""Live classes: where a code is entered, and the page that a code opens. No menu and no sitemap has them."""

import re
from dataclasses import dataclass
from urllib.parse import unquote

from dash import Dash, dcc, html

from dashboard.classes import Ended, Shown, codes
from dashboard.components import live
from dashboard.dataset import Dataset
from dashboard.language import tr
from dashboard.selection import Selection


@dataclass(frozen=True)
class Live:
    """The page of one class, by its code as it was typed; without one, where a code is entered."""

    code: str = ""
    TITLE = tr("Live class")
    SENTENCE = tr("Follow your teacher’s view of the timeline. Nobody gives a name, and nothing is kept.")

    @property
    def PATH(self) -> str:
        """The path, as every page has one."""
        return f"{live.ROOT}/{self.code}".rstrip("/")

    def layout(self, dataset: Dataset, selection: Selection) -> html.Div:
        """The page; what it says of a class is what holds when it is asked for."""
        if not self.code:
            return html.Div([html.H1(tr("Join a live class")), live.join(), live.panel()], className="prose-page")
        found = live.given(self.code)
        parts = live.arrived(found) if isinstance(found, Shown) else self._none(isinstance(found, Ended))
        return html.Div(parts, className="prose-page")

    def register(self, app: Dash, dataset: Dataset) -> None:
        """Nothing: what happens here happens in the browser."""

    def _none(self, ended: bool) -> list:
        code = codes.spaced(self.code) if codes.is_code(self.code) else f"“{self.code.upper()[:40]}”"
        heading = tr("The class {code} has ended") if ended else tr("No class has the code {code}")
        words = (
            tr("Classes end by themselves some time after their teacher has gone. A new class has a new code.")
            if ended
            else tr(
                "A code has six letters and digits, never a vowel, 0, 1 or L. It works as long as the class runs: "
                "compare it with the one on the wall."
            )
        )
        own = dcc.Link(tr("Read the timeline by yourself"), href="/")
        return [html.H1(heading.format(code=code)), html.P(words), live.join(), html.P(own)]


def at(path: str) -> Live | None:
    """The page at a path; None where it is none of these."""
    match = re.fullmatch(rf"{live.ROOT}(?:/([^/]+))?", path)
    return Live(codes.plain(unquote(match[1] or ""))) if match else None
