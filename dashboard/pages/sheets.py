"""Sheets to print: a worksheet and an exit ticket of any selection and of any incident, each with its key apart."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from urllib.parse import quote

from dash import Dash, html

from dashboard.activities import Question
from dashboard.activities.standards import WHERE_FROM
from dashboard.activities.ticket import MOST, ticket
from dashboard.activities.worksheet import Worksheet, of_views, worksheet
from dashboard.components import accounts, notice, sheet, state, story
from dashboard.components.buttons import button
from dashboard.dataset import Dataset
from dashboard.language import tr
from dashboard.selection import Selected, Selection
from dashboard.stories import Seen

WORKSHEET, TICKET = "worksheet", "exit-ticket"
NAMES = {WORKSHEET: tr("Worksheet"), TICKET: tr("Exit ticket")}
OF_INCIDENT, OF_STORY = "/incidents/<incident>", "/stories/<story>"
THINGS = {OF_INCIDENT: tr("{name} of an incident"), OF_STORY: tr("{name} of a story")}
SUITS = {"counts": ("totals", "compare"), "explained": ("totals", "compare")}
OF_ONE, OF_SEVERAL = ("compare", "source"), ("order", "compare", "totals")
"""The kinds that suit a step of a story: by its figure, else by whether it is about one incident."""

Sheets = Callable[["Sheet", Selection, Selected], list]


@dataclass(frozen=True)
class Sheet:
    """A page that is printed; ``of`` is the path of the thing it is about, "" for a selection."""

    name: str
    of: str
    draw: Sheets
    IN_MENU: bool = False

    @property
    def PATH(self) -> str:
        """The path: that of the thing, and the name."""
        return f"{self.of}/{self.name}"

    @property
    def TITLE(self) -> str:
        """The title of the page."""
        return THINGS[self.of].format(name=NAMES[self.name]) if self.of else NAMES[self.name]

    def layout(self, dataset: Dataset, selection: Selection) -> html.Div:
        """The sheets, drawn for a selection."""
        selection, selected = state.selected(dataset, selection.to_query())
        return html.Div([*notice.set_aside(dataset), self._ways(selection), *self.draw(self, selection, selected)])

    def register(self, app: Dash, dataset: Dataset) -> None:
        """Nothing: another sheet is another address."""

    def path(self, selection: Selection) -> str:
        """The path of the thing that the sheets are about, "" for a selection."""
        return self.of.replace("<incident>", quote(selection.incident)).replace("<story>", quote(selection.story))

    def view(self, selection: Selection) -> tuple[str, Selection]:
        """The view that a class opens from paper: the incident's page, or the same activities."""
        if self.of:
            return self.path(selection), Selection(known_by=selection.known_by)
        return "/activities", replace(selection.filtering, variant=selection.variant)

    def _ways(self, selection: Selection) -> html.Div:
        """What can be done with the sheets; none of it is printed."""
        thing, own = self.path(selection), replace(selection, incident="", story="")
        keyless = selection.key is False
        change = (tr("With the key"), None) if keyless else (tr("Without the key"), False)
        other = TICKET if self.name == WORKSHEET else WORKSHEET
        path, view = self.view(selection)
        links = [
            (change[0], self._at(thing, self.name, replace(own, key=change[1]))),
            (tr("Other examples"), self._at(thing, self.name, replace(own, variant=own.variant + 1))),
            (NAMES[other], self._at(thing, other, own)),
            (tr("The same on screen"), f"{path}?{view.to_query()}".rstrip("?")),
        ]
        return html.Div(
            [
                html.P(
                    [
                        button(tr("Print"), print="true"),
                        *[html.A(words, href=href, className="button") for words, href in links],
                    ],
                    className="buttons",
                ),
                html.P(
                    tr(
                        "Read the sheets first: they can tell of people killed or injured, and other examples can be "
                        "taken instead. Print on A4 or Letter, in black and white if you like; “save as PDF” in the "
                        "print dialog makes the file. The address is not shortened: this site keeps no list of "
                        "addresses, so it itself holds the whole view. {standards}"
                    ).format(standards=WHERE_FROM),
                    className="quiet",
                ),
            ],
            className="sheet-ways",
        )

    def _at(self, thing: str, name: str, selection: Selection) -> str:
        return f"{thing}/{name}?{selection.to_query()}".rstrip("?")


@dataclass(frozen=True)
class About:
    """What sheets are about: what is on them, the sentence under the title, and what the figure shows."""

    made: Worksheet
    sentence: str
    asked: tuple[Question, ...]
    selected: Selected
    incident: str = ""


def _about(page: Sheet, selection: Selection, selected: Selected) -> About:
    """The selection, the incident or the story that a page is of."""
    if page.of == OF_STORY:
        return _story(selection, selected)
    incident = selection.incident if page.of else ""
    made = worksheet(selected, selection.variant, incident)
    said = accounts.summary_words(selection, selected) if incident else selected.sentence
    asked = ticket(selected, selection.variant, incident)
    return About(made, said[:1].upper() + said[1:], asked, selected, incident)


def _story(selection: Selection, selected: Selected) -> About:
    """What the steps of a story show, one after the other."""
    now = story.reading(selected.dataset, selection.story, Selection())
    seen = [one for one in now.views.values() if one and not one.empty]
    title, said = (story.front(words, selected.dataset) for words in (now.story.title, now.story.summary))
    views = [(one.selected, one.incident, _kinds(one)) for one in seen]
    asked: dict[str, Question] = {}
    for one in seen:
        first = [
            question for question in ticket(one.selected, selection.variant, one.incident) if question.key not in asked
        ]
        asked |= {question.key: question for question in first[:1]}
    front = (seen[0].selected, seen[0].incident) if seen else (selected, "")
    return About(of_views(title, views, selection.variant), said, tuple(asked.values())[:MOST], *front)


def _kinds(seen: Seen) -> tuple[str, ...]:
    return SUITS.get(seen.view.figure, OF_ONE if seen.incident else OF_SEVERAL)


def _worksheet(page: Sheet, selection: Selection, selected: Selected) -> list:
    about = _about(page, selection, selected)
    made = about.made
    front = [*sheet.head(NAMES[WORKSHEET], made.title, about.sentence), *sheet.drawn(about.selected, about.incident)]
    foot = sheet.foot(*page.view(selection), selected, made.standards)
    if not made.parts:
        sheets = [[*front, *sheet.told(made), *(sheet.closing() if made.told else []), foot]]
    else:
        first, *rest = made.parts
        asked = sheet.questions(first)
        back = [part for at, one in enumerate(rest, 2) for part in (*sheet.materials(one, at), *sheet.questions(one))]
        alone = not rest and not any(map(sheet.agrees, first.questions))  # then its questions fill the second sheet
        sheets = [
            [*front, *sheet.materials(first, 1), *([] if alone else asked)],
            [*sheet.agreeing(first, 1), *(asked if alone else []), *back, *sheet.closing(), foot],
        ]
    keys = [sheet.key(made)] if selection.key is not False and (made.parts or made.told) else []
    return [*[html.Div(parts, className="sheet") for parts in sheets], *keys]


def _ticket(page: Sheet, selection: Selection, selected: Selected) -> list:
    about = _about(page, selection, selected)
    asked, title = about.asked, about.made.title
    halves = [sheet.half(asked, title, selected, *page.view(selection)) for _ in range(2)]
    keys = [] if selection.key is False or not asked else [sheet.ticket_key(asked, title)]
    heading = html.H1(f"{NAMES[TICKET]}: {title}", className="sheet-title")
    return [heading, html.Div(halves, className="sheet sheet-halves"), *keys]


SHEETS: tuple[Sheet, ...] = tuple(
    Sheet(name, of, draw)
    for of in ("", OF_INCIDENT, OF_STORY)
    for name, draw in ((WORKSHEET, _worksheet), (TICKET, _ticket))
)
"""Every page of sheets. A thing with a page of its own gets sheets by its path here and what they are about in _about()."""
