"""What the scripts of the site say: drawn by the server in the language of the interface, kept out of sight."""

from collections.abc import Mapping

from dash import html

from dashboard.language import tr

SPOKEN: Mapping[str, str] = {
    "alone": tr("See it alone in a new tab"),
    "asking": tr("Asking for the profile …"),
    "cite": tr("Cite: {title}"),
    "close": tr("Close"),
    "code": tr("Code"),
    "copied": tr("Copied"),
    "copy": tr("Copy {what}"),
    "copy-code": tr("Copy the code"),
    "copy-script": tr("Copy the script"),
    "documents": tr("Documents"),
    "embed": tr("Embed: {title}"),
    "frame": tr("{title}, As Reported"),
    "high": tr("A frame as high as what it shows"),
    "known-all": tr("everything known"),
    "known-by": tr("as known by {day}"),
    "loading": tr("Loading …"),
    "optional": tr("Optional, once for all frames of a page:"),
    "pause": tr("Pause"),
    "plain": tr("In plain words: {words}"),
    "play": tr("Play"),
    "reset": tr("Reset: {names}"),
    "reset-all": tr("Reset all filters"),
    "saved": tr("Picture saved"),
    "uncited": tr("No citation could be had: {why}"),
    "unexplained": tr("the glossary does not have “{term}”."),
    "unfetched": tr("This could not be fetched: {why}"),
    "unreached": tr("This could not be fetched. The site may be out of reach; try again."),
}
"""The words by their names: ``site.words("CopyCode")`` in a script is "copy-code" here."""


def words() -> html.Div:
    """The element from which the scripts take their words."""
    return html.Div(id="words", hidden=True, **{f"data-say-{name}": text for name, text in SPOKEN.items()})
