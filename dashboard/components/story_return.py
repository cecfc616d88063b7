"""The way back into a story, on every other page."""

from dash import html

from dashboard.components.buttons import button
from dashboard.language import tr

RETURN = "story-return"


def returning() -> html.Aside:
    """The way back into a story that the reader has left; the browser shows it (assets/view-story.js)."""
    said = html.Span(**{"data-words": tr("You left the story “{title}” at step {step}."), "aria-live": "off"})
    back = html.A(tr("Return to the story"), href="/stories", **{"data-return": "story"})
    return html.Aside(
        [said, back, button(tr("Stay here"), stay="here")],
        id=RETURN,
        hidden=True,
        className="story-return",
        **{"aria-label": tr("Story")},
    )
