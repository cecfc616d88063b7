"""How the page is read: theme, contrast, text size and motion, kept on the reader's device; and the keys."""

from dash import html

from dashboard.components.buttons import button
from dashboard.components.grids import grid

KEYS = "keys"
CHOICES = {
    "theme": ("Theme", {"auto": "As the system", "light": "Light", "dark": "Dark"}),
    "contrast": ("Contrast", {"auto": "As the system", "normal": "Normal", "high": "High"}),
    "size": ("Text size", {f"{size}": f"{size} %" for size in (100, 125, 150, 175, 200)}),
    "gentle": ("Gentle mode", {"off": "Off", "on": "On"}),
    "words": ("Definitions", {"both": "Exact and plain", "plain": "Plain words only"}),
    "motion": ("Motion", {"auto": "As the system", "reduced": "Reduced"}),
    "keys": ("Single keys", {"on": "On", "off": "Off"}),
}
"""Per preference its name and its values with their words; the first value is the usual one (assets/a-comfort.js)."""
SHORTCUTS = (
    ("?", "Open this list; can be turned off under Reading, Single keys"),
    ("Tab, Shift Tab", "To the next or the previous control or link"),
    ("Enter, Space", "Press the button, open the link or the fold"),
    ("Down, Up", "In the rows: to the next or the previous incident"),
    ("Home, End", "In the rows: to the first or the last incident"),
    ("Enter on an incident", "Open who says what beside the page"),
    ("Escape", "Close what is open; stop playing"),
    ("Alt Left, Cmd [", "The browser's way back: undo the last change of the view"),
    ("Left, Right", "In a choice of several, such as Lanes by: the neighbouring choice"),
)


def menu() -> html.Details:
    """The menu; its buttons work in the browser alone."""
    choices = [_choice(name, label, values) for name, (label, values) in CHOICES.items()]
    note = (
        "Kept in this browser only, and sent to nobody. Figures keep the size of their words: "
        "the browser's own zoom enlarges them too."
    )
    content = [*choices, html.P(note, className="quiet"), button("Keys of this site", keys="open")]
    return html.Details([html.Summary("Reading"), html.Div(content, className="reading-panel")], className="reading")


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
            html.H2("Keys of this site", id="keys-title"),
            grid("Keys and what they do", ("Key", "What it does"), [list(row) for row in SHORTCUTS]),
            button("Close", keys="close"),
        ],
        id=KEYS,
        **{"aria-labelledby": "keys-title"},
    )
