"""A worksheet or an exit ticket as one file, to be printed from a disk: it asks for nothing and runs nothing."""

from dataclasses import replace

from dash import html
from jinja2 import Environment, FileSystemLoader
from markupsafe import Markup

from dashboard.components import links
from dashboard.dataset import Dataset
from dashboard.errors import AsReportedError
from dashboard.language import LANGUAGE, tr
from dashboard.pages.sheets import OF_INCIDENT, OF_STORY, SHEETS, TICKET, WORKSHEET
from dashboard.selection import Selection
from dashboard.still import inlined
from dashboard.still.document import TEMPLATES
from dashboard.still.writer import Still
from dashboard.stories import shelf

NAMES = (WORKSHEET, TICKET)
POLICY = (
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; base-uri 'none'; form-action 'none'"
)


class NoStory(AsReportedError):
    """Sheets that were asked of a story which is not there."""

    exit_code = 2


def paper(dataset: Dataset, name: str, selection: Selection, story: str = "", site: str = "") -> bytes:
    """The file of one of NAMES: of a story, of the incident that the selection names, or of the selection.

    ``site`` is the address of the site that the sheets lead to; without one they print no code to open it with.
    Raises InvalidSelection and NoStory.
    """
    known = shelf(dataset).stories
    if story and story not in known:
        found = ", ".join(known) or tr("none")
        raise NoStory(tr("There is no story {slug!r}. Stories of these data: {known}.").format(slug=story, known=found))
    of = OF_STORY if story else OF_INCIDENT if selection.incident else ""
    page = next(one for one in SHEETS if (one.name, one.of) == (name, of))
    asked = replace(selection.checked(dataset), story=story)
    with links.leading_to(site.rstrip("/")):
        drawn = page.sheets(dataset, asked)
    content = Still(lead=lambda _: None).write(html.Div(drawn))
    text = _template().render(
        language=LANGUAGE,
        policy=POLICY,
        title=f"{page.TITLE} · As Reported: {dataset.schema.title}",
        gentle="on" if page.subject(dataset, asked).gentle else "off",
        styles=Markup(inlined.styles()),
        content=content,
    )
    return text.encode()


def _template():
    return Environment(loader=FileSystemLoader(TEMPLATES), autoescape=True).get_template("paper.html")
