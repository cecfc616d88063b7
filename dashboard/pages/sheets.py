"""Sheets to print: a worksheet and an exit ticket of any selection, incident or story, each with its key apart."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from itertools import chain
from urllib.parse import quote

from dash import Dash, html

from dashboard.activities import material
from dashboard.activities.standards import WHERE_FROM
from dashboard.activities.ticket import ticket
from dashboard.activities.worksheet import Worksheet, worksheet
from dashboard.components import accounts, gentle, notice, one_incident, sheet, sheet_foot, state, story, withheld
from dashboard.components.buttons import button
from dashboard.dataset import Dataset
from dashboard.language import tr
from dashboard.selection import Selected, Selection
from dashboard.stories import core, counts, shelf

WORKSHEET, TICKET = "worksheet", "exit-ticket"
NAMES = {WORKSHEET: tr("Worksheet"), TICKET: tr("Exit ticket")}
OF_INCIDENT, OF_STORY = "/incidents/<incident>", "/stories/<story>"
TITLES = {
    "": tr("{name}"),
    OF_INCIDENT: tr("{name} of an incident"),
    OF_STORY: tr("{name} of a story"),
}

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
        return TITLES[self.of].format(name=NAMES[self.name])

    def layout(self, dataset: Dataset, selection: Selection) -> html.Div:
        """The sheets, drawn for a selection."""
        subject, selected = state.selected(dataset, self.subject(dataset, selection).to_query())
        ways = [] if withheld.withholds(selected) else [self._ways(subject)]
        drawn = [*notice.set_aside(dataset), *ways, *self.sheets(dataset, selection)]
        return html.Div(drawn, **{"data-known": sheet_foot.known(selected)})

    def sheets(self, dataset: Dataset, selection: Selection) -> list:
        """The sheets alone, drawn for a selection; of a view that hides, why there are none."""
        subject, selected = state.selected(dataset, self.subject(dataset, selection).to_query())
        if withheld.withholds(selected):
            own = replace(subject, incident="", story="")
            words = withheld.instead(f"{self.path(subject)}/{self.name}", own)
            return [html.H1([f"{NAMES[self.name]}: ", self.titled(subject, selected)]), *words]
        return self.draw(self, subject, selected)

    def register(self, app: Dash, dataset: Dataset) -> None:
        """Nothing: another sheet is another address."""

    def subject(self, dataset: Dataset, selection: Selection) -> Selection:
        """What the sheets are made of: of a story, what it is about as a whole, and the first count that it names."""
        if self.of != OF_STORY:
            return selection
        told = shelf(dataset).stories[selection.story]
        about = core(told, dataset)
        named = (one for one in counts(told) if one in dataset.by_id["tallies"])
        own = {name: getattr(selection, name) for name in ("story", "variant", "key")}
        gently = selection.gentle or about.gentle
        return replace(about, **own, gentle=gently, tally=about.tally or next(named, ""))

    def titled(self, selection: Selection, selected: Selected) -> object:
        """The name of the thing that the sheets are about, as gentle mode may change it."""
        if self.of == OF_STORY:
            dataset = selected.dataset
            return story.front(shelf(dataset).stories[selection.story].title, dataset)
        return gentle.opened(selected, selection.incident) if self.of else selected.description

    def path(self, selection: Selection) -> str:
        """The path of the thing that the sheets are about, "" for a selection."""
        return self.of.replace("<incident>", quote(selection.incident)).replace("<story>", selection.story)

    def view(self, selection: Selection) -> tuple[str, Selection]:
        """The view that a class opens from paper: the page of the incident or the story, or the same activities."""
        if self.of == OF_STORY:
            return self.path(selection), Selection(gentle=selection.gentle)
        if self.of:
            return self.path(selection), Selection(known_by=selection.known_by, gentle=selection.gentle)
        shown = selection.filtering
        own = {name: getattr(selection, name) for name in ("variant", "activity", "tally", "gentle")}
        return "/activities", replace(shown, **own)

    def _ways(self, selection: Selection) -> html.Div:
        """What can be done with the sheets; none of it is printed."""
        thing, own = self.path(selection), replace(selection, incident="", story="")
        if self.of == OF_STORY:
            own = Selection(variant=selection.variant, key=selection.key, gentle=selection.gentle)
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
                *([] if self.of else one_incident.ways(selection)),
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
                        "print dialog makes the file. A long address is not printed to be typed: this site keeps no "
                        "list of addresses, so none is shorter. The code holds it whole, and the words beside it say "
                        "what to choose instead. {standards}"
                    ).format(standards=WHERE_FROM),
                    className="quiet",
                ),
            ],
            className="sheet-ways",
        )

    def _at(self, thing: str, name: str, selection: Selection) -> str:
        return f"{thing}/{name}?{selection.to_query()}".rstrip("?")


def _worksheet(page: Sheet, selection: Selection, selected: Selected) -> list:
    incident = selection.incident if page.of else ""
    made = worksheet(material.asked(selection, selected), selection.variant, incident, selection.activity)
    said = _said(selection, selected, made) if incident else selected.sentence
    said = said[:1].upper() + said[1:]
    front = [*sheet.head(NAMES[WORKSHEET], page.titled(selection, selected), said), *sheet.drawn(selected, incident)]
    foot = sheet_foot.foot(*page.view(selection), selected, made.standards)
    draws = (sheet.materials, sheet.questions, sheet.agreeing)
    tasks = [[one for draw in draws for one in draw(part, at)] for at, part in enumerate(made.parts, 1)]
    asked = [html.Div(task, className="sheet-task") for task in tasks] if tasks[1:] else [*chain(*tasks)]
    some = made.parts or made.told
    end = html.Div([*(sheet.closing() if some else []), foot], className="sheet-end")
    whole = [*front, *(asked or sheet.told(made)), end]
    keys = [sheet.key(made, page.titled(selection, selected))] if some and selection.key is not False else []
    return [html.Div(whole, className="sheet sheet-one" if len(made.parts) == 1 else "sheet"), *keys]


def _said(selection: Selection, selected: Selected, made: Worksheet) -> str:
    """What the incident is and how it stands; without the counts where a question asks for them."""
    if any(one.key == "origins" for part in made.parts for one in part.questions):
        return sheet.what(selected, selection.incident)
    return accounts.summary_words(selection, selected)


def _ticket(page: Sheet, selection: Selection, selected: Selected) -> list:
    incident = selection.incident if page.of else ""
    asked = ticket(material.asked(selection, selected), selection.variant, incident, selection.activity)
    title = page.titled(selection, selected)
    halves = [sheet.half(asked, title, selected, *page.view(selection)) for _ in range(2)]
    keys = [] if selection.key is False or not asked else [sheet.ticket_key(asked, title)]
    heading = html.H1([f"{NAMES[TICKET]}: ", title], className="sheet-title")
    return [heading, html.Div(halves, className="sheet sheet-halves"), *keys]


SHEETS: tuple[Sheet, ...] = tuple(
    Sheet(name, of, draw) for of in TITLES for name, draw in ((WORKSHEET, _worksheet), (TICKET, _ticket))
)
"""Every page of sheets. A thing with a page of its own gets sheets by its path in TITLES."""
