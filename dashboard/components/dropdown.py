"""The list that a field opens: what it must know about the keyboard."""

UNREACHED = {"options": {"tabIndex": -1}, "dropdown": {"tabIndex": -1}}
"""Keep Tab out of a list that scrolls: it closes as the field is left, and the keyboard would be lost with it."""
