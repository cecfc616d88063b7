"""A lesson in one file: a story or a selection with its figures, accounts, words and notes, asking for nothing."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property
from hashlib import sha256
from urllib.parse import quote

from dash import html
from jinja2 import Environment, FileSystemLoader
from markupsafe import Markup

from dashboard.activities import material
from dashboard.components import gentle, reading
from dashboard.components.story import front
from dashboard.dataset import Dataset
from dashboard.errors import AsReportedError, InvalidSelection
from dashboard.language import LANGUAGE, tr
from dashboard.selection import Selected, Selection
from dashboard.still import inlined, lessons, steps
from dashboard.still.days import packed_days
from dashboard.still.document import SHARED, TEMPLATES
from dashboard.still.places import slug
from dashboard.still.writer import Scoped, Still
from dashboard.stories import Story, core, shelf

MOST_BYTES = 6_000_000
MOST_TOLD = 120
"""Of how many incidents a lesson holds the accounts. The others are only listed: a class reads fewer."""
POLICY = (
    "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data: blob:; font-src data:; "
    "base-uri 'none'; form-action 'none'"
)
"""No request is possible: everything is in the page. Pictures are saved through ``blob:``."""


class TooLong(AsReportedError):
    """A lesson that would not fit into one file, or that was asked of a story that is not there."""

    exit_code = 2


@dataclass(eq=False)
class Lesson:
    """One lesson while it is written.

    ``words`` collects the terms that it uses and ``outlets`` the outlets that it names, in order of their first use.
    """

    dataset: Dataset
    selection: Selection
    story: Story | None = None
    words: dict[str, None] = field(default_factory=dict)
    outlets: dict[str, None] = field(default_factory=dict)

    @cached_property
    def selected(self) -> Selected:
        """The rows that the lesson is about."""
        return self.selection.filtering.apply(self.dataset)

    @cached_property
    def incidents(self) -> list[str]:
        """The incidents of the lesson in order; those of a story are the ones that its views are about."""
        found = list(self.selected.incidents["incident_id"])
        return list(dict.fromkeys([*steps.incidents(self.story, self.dataset), *found])) if self.story else found

    @property
    def title(self) -> str:
        """The name of the lesson."""
        return front(self.story.title, self.dataset) if self.story else self.selected.description

    @property
    def practised(self) -> Selected:
        """What its activities are made of: in gentle mode, as of a story whose sheets are, nothing of harm."""
        sheets = core(self.story, self.dataset).gentle if self.story else None
        return material.asked(replace(self.selection, gentle=self.selection.gentle or sheets), self.selected)

    def still(self) -> Still:
        """What writes the parts of this file."""
        return Still(lead=self.lead, packed=True)

    def lead(self, address: str) -> str | None:
        """Where in the file an address leads: to an incident, a word, an outlet, the counts; None for nowhere."""
        path, _, part = address.partition("#")
        if path == "/glossary":
            self.words[part] = None
            return f"#word-{part}"
        outlet = path.partition("?")[0].removeprefix("/sources/")
        if outlet in self.dataset.by_id["outlets"]:
            self.outlets[outlet] = None
            return f"#outlet-{outlet}"
        key = _incident(path)
        if key:
            return f"#i-{key}-incident" if key in self.incidents[:MOST_TOLD] else None
        return "#counts" if path.startswith("/counts") and not self.selected.tallies.empty else None


def lesson(dataset: Dataset, selection: Selection, story: str = "") -> bytes:
    """The file of a story, or of a selection. Raises InvalidSelection, and TooLong for what makes no lesson."""
    selection.checked(dataset)
    told = shelf(dataset).stories
    if story and story not in told:
        known = ", ".join(told) or tr("none")
        raise TooLong(tr("There is no story {slug!r}. Stories of these data: {known}.").format(slug=story, known=known))
    asked = replace(steps.about(told[story], dataset), gentle=selection.gentle) if story else selection
    made = Lesson(dataset, asked, told.get(story))
    if not made.incidents:
        raise TooLong(tr("The selection holds no incident, so there is no lesson in it. Choose another."))
    return _written(made)


def _written(made: Lesson) -> bytes:
    content = Markup("\n").join(_parts(made))
    days = packed_days(made.selected)
    environment = Environment(loader=FileSystemLoader(TEMPLATES), autoescape=True)
    still = made.still()
    query = f"{made.story.slug if made.story else made.selection.to_query()}{made.dataset.digest}"
    text = environment.get_template("lesson.html").render(
        language=LANGUAGE,
        key=sha256(query.encode()).hexdigest()[:12],
        policy=POLICY,
        title=f"{made.title} · As Reported: {made.dataset.schema.title}",
        sentence=made.selected.sentence,
        gentle=bool(made.selection.gentle),
        icon="data:image/svg+xml," + quote((SHARED / "favicon.svg").read_text(encoding="utf-8")),
        styles=Markup(inlined.styles()),
        comfort=Markup(inlined.comfort()),
        scripts=Markup(inlined.scripts()),
        plotly=Markup(inlined.packed_plotly()),
        days=Markup(days),
        skip=tr("Skip to the content"),
        header=still.write(html.Header([_name(), reading.menu()], className="site-header")),
        content=content,
        footer=still.write(_footer(made)),
    )  # fmt: skip
    file = text.encode()
    if len(file) > MOST_BYTES:
        words = tr("The lesson would take {size:.1f} MB, and {most:.0f} MB is the most. Narrow its selection.")
        raise TooLong(words.format(size=len(file) / 1e6, most=MOST_BYTES / 1e6))
    return file


def _name() -> html.Span:
    return html.Span("As Reported", className="site-name")


def _parts(made: Lesson) -> Iterator[Markup]:
    """Every part of the file; outlets and words come last, when all that name them are written."""
    still = made.still()
    yield still.write(gentle.notice(made.dataset))
    yield still.write(lessons.opening(made.title, made.story, made.selected))
    if made.story:
        yield still.write(steps.section(made.story, made.dataset))
    hiding = steps.hiding(made.story)
    days, practised = steps.counted(made.story, made.dataset), lessons.practised(made.practised)
    for part in (lessons.days(made.selected), _accounts(made), lessons.counts(made.selected, days), practised):
        yield still.write(lessons.veiled(part, hiding))
    yield still.write(lessons.notes())
    yield still.write(lessons.veiled(lessons.outlets(made.dataset, made.selection, list(made.outlets)), hiding))
    yield still.write(lessons.glossary(_terms(made)))


def _accounts(made: Lesson) -> html.Section:
    """The list: every incident with its accounts folded in, as far as a class reads."""
    keys = made.incidents
    told = [Scoped(f"i-{key}-", lessons.told(made.dataset, made.selection, key)) for key in keys[:MOST_TOLD]]
    named = [lessons.named(made.dataset, key, made.selection) for key in keys[MOST_TOLD:]]
    head = lessons.accounts_head(len(keys), MOST_TOLD)
    return html.Section([*head, *told, *named], id="incidents", **{"aria-labelledby": "incidents-title"})


def _terms(made: Lesson) -> list[dict[str, str]]:
    rows = made.dataset["glossary"].to_dict("records")
    return [row for row in rows if slug(row["term"]) in made.words]


def _footer(made: Lesson) -> html.Footer:
    schema = made.dataset.schema
    version = f"data {schema.version} ({made.dataset.digest})"
    return html.Footer(
        [
            html.P(tr("Nothing here is “what happened”. Every line is who said what, where, and when they said it.")),
            html.P(f"{schema.title}. {version}. {schema.licence}. " + tr("This file asks nobody for anything.")),
        ],
        className="site-footer",
        **{"data-version": version},
    )  # fmt: skip


def _incident(address: str) -> str:
    """The incident that an address of the site opens; "" for none."""
    path, _, query = address.partition("?")
    found = re.fullmatch(r"/incidents/([^/]+)", path)
    if found:
        return found[1]
    try:
        return Selection.from_query(query).incident if path in ("/", "/escalation", "/compare") else ""
    except InvalidSelection:
        return ""
