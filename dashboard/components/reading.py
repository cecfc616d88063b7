"""How the page is read: theme, contrast, text size and motion, kept on the reader's device; and the keys."""

from dash import html

from dashboard.components.buttons import button
from dashboard.components.grids import grid
from dashboard.language import tr

KEYS = "keys"
CHOICES = {
    "theme": (tr("Theme"), {"auto": tr("As the system"), "light": tr("Light"), "dark": tr("Dark")}),
    "contrast": (tr("Contrast"), {"auto": tr("As the system"), "normal": tr("Normal"), "high": tr("High")}),
    "size": (tr("Text size"), {f"{size}": f"{size} %" for size in (100, 125, 150, 175, 200)}),
    "gentle": (tr("Gentle mode"), {"off": tr("Off"), "on": tr("On")}),
    "words": (tr("Definitions"), {"both": tr("Exact and plain"), "plain": tr("Plain words only")}),
    "motion": (tr("Motion"), {"auto": tr("As the system"), "reduced": tr("Reduced")}),
    "keys": (tr("Single keys"), {"on": tr("On"), "off": tr("Off")}),
}
"""Per preference its name and its values with their words; the first value is the usual one (assets/a-comfort.js)."""
SHORTCUTS = (
    ("?", tr("Open this list; can be turned off under Reading, Single keys")),
    (tr("Tab, Shift Tab"), tr("To the next or the previous control or link")),
    (tr("Enter, Space"), tr("Press the button, open the link or the fold")),
    (tr("Down, Up"), tr("In the rows: to the next or the previous incident")),
    (tr("Home, End"), tr("In the rows: to the first or the last incident")),
    (tr("Enter on an incident"), tr("Open who says what beside the page")),
    (tr("Escape"), tr("Close what is open; stop playing; leave the present mode")),
    (tr("Right, Left; Page Down, Page Up"), tr("In a story: to the next or the previous step, as clickers send it")),
    (tr("Home, End"), tr("In a story: to the first or the last step")),
    ("p", tr("In a story: present it on the whole screen; can be turned off under Reading, Single keys")),
    (tr("Alt Left, Cmd ["), tr("The browser's way back: undo the last change of the view")),
    (tr("Left, Right"), tr("In a choice of several, such as Lanes by: the neighbouring choice")),
)


def menu() -> html.Details:
    """The menu; its buttons work in the browser alone."""
    choices = [_choice(name, label, values) for name, (label, values) in CHOICES.items()]
    note = tr(
        "Kept in this browser only, and sent to nobody. Figures keep the size of their words: "
        "the browser's own zoom enlarges them too."
    )
    content = [*choices, html.P(note, className="quiet"), button(tr("Keys of this site"), keys="open")]
    return html.Details(
        [html.Summary(tr("Reading")), html.Div(content, className="reading-panel")], className="reading"
    )


def _choice(name: str, label: str, values: dict[str, str]) -> html.Div:
    usual = next(iter(values))
    buttons = [
        button(words, read=f"{name}:{value}", aria_pressed=str(value == usual).lower())
        for value, words in values.items()
    ]
    return html.Div(
        [html.Span(label, className="reading-name"), html.Div(buttons, className="buttons")],
        role="group",
        **{"aria-label": label},
    )


def keys() -> html.Dialog:
    """Every key of the site, in a dialog."""
    return html.Dialog(
        [
            html.H2(tr("Keys of this site"), id="keys-title"),
            grid(tr("Keys and what they do"), (tr("Key"), tr("What it does")), [list(row) for row in SHORTCUTS]),
            button(tr("Close"), keys="close"),
        ],
        id=KEYS,
        **{"aria-labelledby": "keys-title"},
    )
