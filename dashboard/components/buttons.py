"""A plain button whose data attributes say what it does (assets/core.js reads them)."""

from collections.abc import Callable

from dash import html
from dash.development.base_component import Component

Act = Callable[..., Component]
"""What makes a part with some words that does something: ``button``, or links where no script runs."""


def button(text: str, look: str = "button", **attributes: object) -> html.Button:
    """A button; ``attributes`` are data attributes, but for ``disabled`` and names that start with aria."""
    named = {name.replace("_", "-"): value for name, value in attributes.items() if name.startswith("aria")}
    data = {f"data-{name}": value for name, value in attributes.items() if not name.startswith(("aria", "disabled"))}
    disabled = bool(attributes.get("disabled"))
    return html.Button(text, type="button", className=look, disabled=disabled, **named, **data)


def group(label: str, *buttons: html.Button) -> html.Div:
    """Buttons that belong together, with a name for those who do not see it."""
    return html.Div(list(buttons), className="buttons", role="group", **{"aria-label": label})
