"""Everything in which stories and data do not agree, with file and line."""

from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass

from dashboard.dataset import Dataset
from dashboard.derive import compare
from dashboard.errors import Problem, listed, shown
from dashboard.language import tr
from dashboard.stories import harm, links, numerals
from dashboard.stories.faults import faults, of_sheets
from dashboard.stories.story import Prose, Step, Story
from dashboard.stories.values import NoValue, value
from dashboard.stories.views import BadView, Seen, read, seen

COMPUTE = tr("Compute it with a placeholder; where it is a name, write the name in double braces: {{Camp 12}}")


def check(stories: Iterable[Story], dataset: Dataset) -> list[Problem]:
    """Return every problem of the stories with the data, in order of file and line."""
    stories = list(stories)
    known = {story.address for story in stories}
    found = [problem for story in stories for problem in _story(story, dataset, known)]
    return sorted(found, key=lambda problem: (problem.file, problem.row or 0, problem.column or ""))


def _story(story: Story, dataset: Dataset, known: set[str]) -> Iterator[Problem]:
    whole = seen(read("/"), dataset)
    for prose in story.prose():
        yield from _prose(story, prose, whole)
    yield from _gentle(story, dataset, known)
    yield from _worksheet(story, dataset)
    for step in story.steps:
        yield from _step(story, step, dataset)
        yield from _links(story, step, dataset, known | {story.address})


def _gentle(story: Story, dataset: Dataset, known: set[str]) -> Iterator[Problem]:
    """The task of equal value must be there."""
    if not story.gentle or (story.gentle in known and story.gentle != story.address):
        return
    here = Where(story, story.at("gentle"), "gentle")
    words = tr("the address of another story, or of a view. {expected}")
    for error in faults(story.gentle, dataset) or _empty(story.gentle, dataset):
        expected = words.format(expected=error.expected)
        yield here.problem("story-view", error.found, expected, tr("Correct the address"))


def _worksheet(story: Story, dataset: Dataset) -> Iterator[Problem]:
    """The view that sheets are made of must be there, and hold something."""
    if not story.worksheet:
        return
    here = Where(story, story.at("worksheet"), "worksheet")
    for error in of_sheets(story.worksheet, dataset) or _empty(story.worksheet, dataset):
        yield here.problem("story-view", error.found, error.expected, tr("Correct the address"))


def _empty(address: str, dataset: Dataset) -> list[BadView]:
    """That a view, which can be shown, shows nothing."""
    if not seen(read(address), dataset).empty:
        return []
    found = tr("{address}, which shows nothing").format(address=address)
    return [BadView(found, tr("a view that shows something"))]


def _step(story: Story, step: Step, dataset: Dataset) -> Iterator[Problem]:
    if not step.view:
        return  # the form says so
    here = Where(story, step.at("view"), "view")
    if wrong := faults(step.view, dataset):
        fix = tr("Copy the address of the view from the site")
        yield from (here.problem("story-view", error.found, error.expected, fix) for error in wrong)
        return
    held = seen(read(step.view), dataset)
    if held.empty:
        expected, fix = tr("a view that shows something"), tr("Drop a filter, or choose a later day")
        yield here.problem("story-empty", tr("{view}, which is empty").format(view=step.view), expected, fix)
    for prose in step.prose():
        yield from _prose(story, prose, held)
    yield from _guessed(story, step, dataset)
    yield from _expected(story, step, held)
    yield from _harm(story, step, held)
    yield from _rows(story, step, held)


def _harm(story: Story, step: Step, held: Seen) -> Iterator[Problem]:
    """A step that tells of people harmed says so."""
    if step.harm:
        return
    expected = tr("the field harm: yes, so that gentle mode leaves the words of the step out")
    fix = tr("Add harm: yes to the fields of the step")
    for prose, match in harm.telling(step, held):
        here = _where(story, prose, match.start())
        yield here.problem("story-harm", tr("{shown}, of people harmed").format(shown=match[0]), expected, fix)
    if harm.drawn(held):
        here = Where(story, step.at("view"), "view")
        yield here.problem("story-harm", tr("{view}, a figure of people harmed").format(view=step.view), expected, fix)


def _rows(story: Story, step: Step, held: Seen) -> Iterator[Problem]:
    """The rows that a step is about are rows of its view."""
    here = Where(story, step.at("rows"), "rows")
    if step.rows and held.view.figure != "accounts":
        expected, fix = tr("a view of the accounts of one incident"), tr("Leave the field out, or choose such a view")
        yield here.problem("story-view", tr("rows beside {view}").format(view=step.view), expected, fix)
    elif step.rows and not held.empty:
        agreement = compare(held.selected.index, held.incident, held.selected.day).agreement
        for name in (name for name in step.rows if agreement[name] == "silent"):
            found = tr("the row {name}, of which no account says anything by the day of the view").format(name=name)
            stated = listed(one for one in agreement if agreement[one] != "silent")
            yield here.problem("story-view", found, tr("one of {listed}").format(listed=stated), tr("Name another row"))


def _links(story: Story, step: Step, dataset: Dataset, known: Container[str]) -> Iterator[Problem]:
    """Every link in the words of a step leads somewhere."""
    for prose in step.prose():
        for found in links.targets(prose):
            try:
                links.checked(found.text, dataset, known)
            except links.BadLink as error:
                here = _where(story, prose, found.start)
                yield here.problem("story-link", error.found, error.expected, tr("Correct the link"))


def _expected(story: Story, step: Step, held: Seen) -> Iterator[Problem]:
    """What the author relied on still holds."""
    for name, right in step.expect.items():
        here = Where(story, step.words.get(f"expect.{name}", (step.at("expect"),))[0], "expect")
        try:
            now = value(name, held)
        except NoValue as error:
            yield here.problem("story-value", error.found, error.expected, tr("Correct the name"))
            continue
        if now != right:
            found, fix = (
                tr("{name} is now {shown}").format(name=name, shown=shown(now)),
                tr("Read the step again, and say what the data says now"),
            )
            yield here.problem("story-disagrees", found, shown(right), fix)


def _prose(story: Story, prose: Prose, held: Seen) -> Iterator[Problem]:
    """Every number of the words is computed, and can be."""
    for match in numerals.PLACEHOLDER.finditer(prose.text):
        try:
            value(match[1], held)
        except NoValue as error:
            here = _where(story, prose, match.start())
            yield here.problem("story-value", error.found, error.expected, tr("Correct the placeholder"))
    for found in (*numerals.loose(prose.text, held.selected.dataset), *numerals.bare(prose.text)):
        expected = tr("a placeholder, a date, or a name with a number in it")
        here = _where(story, prose, found.start)
        yield here.problem("story-number", tr("the number {shown}").format(shown=shown(found.text)), expected, COMPUTE)


def _guessed(story: Story, step: Step, dataset: Dataset) -> Iterator[Problem]:
    """A choice that is nothing but a number is a guess; one that says more states the number."""
    expected = tr("a choice without numbers, or one that is nothing but a number: “twelve”, “2 or 3”")
    for prose in step.guesses():
        for found in () if numerals.guess(prose.text) else numerals.loose(prose.text, dataset):
            here, words = _where(story, prose, found.start), tr("the number {shown}").format(shown=shown(found.text))
            yield here.problem("story-number", words, expected, tr("Leave the number out of the choice"))


def _where(story: Story, prose: Prose, start: int) -> "Where":
    return Where(story, prose.at(start), prose.field)


@dataclass(frozen=True)
class Where:
    """One field of a story, and its line."""

    story: Story
    line: int
    field: str

    def problem(self, code: str, found: str, expected: str, fix: str) -> Problem:
        """A problem that stands here."""
        return Problem(code, self.story.file, self.line, self.field, found, expected, fix)
