"""What a story says on paper alone: what the view of each step shows, where it is, and whose figure is printed."""

from dash import html

from dashboard.components import gentle
from dashboard.components.links import whole
from dashboard.components.noted import PAPER
from dashboard.components.words import day
from dashboard.language import tr
from dashboard.stories import Seen

_LOOK = f"step-paper {PAPER}"


def view(seen: Seen, address: str) -> html.P:
    """What the view of a step shows, and its whole address: no figure but that of the open step is printed."""
    before, after = tr("The view of this step: {said} It is at {address}").split("{said}")
    return html.P([before, *told(seen), after.format(address=whole(address))], className=_LOOK)


def whose(number: int, heading: object) -> html.P:
    """Which step the one figure on paper belongs to."""
    words = tr("Drawn here: the view of step {number}, “{heading}”. The other steps have the address of theirs above.")
    before, after = words.split("{heading}")
    return html.P([before.format(number=number), heading, after], className=_LOOK)


def told(seen: Seen) -> list:
    """What a view shows, and as known by which day, in a sentence."""
    if not seen.incident:
        return [seen.selected.sentence]
    title = gentle.opened(seen.selected, seen.incident)
    known = seen.view.selection.known_by
    by = tr("as known by {day}").format(day=day(seen.selected.day)) if known else tr("everything known")
    return [title, f", {by}."]
