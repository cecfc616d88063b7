"""Live classes: what a teacher shows, held for as long as it is shown, with nobody's name."""

from dashboard.classes import codes
from dashboard.classes.held import (
    PERIOD,
    Classes,
    Crowded,
    Ended,
    NoClass,
    Opened,
    Refused,
    Shown,
    Unknown,
    WrongKey,
)  # fmt: skip
from dashboard.classes.memory import InMemory, Limits

__all__ = [
    "PERIOD", "Classes", "Crowded", "Ended", "InMemory", "Limits", "NoClass", "Opened", "Refused", "Shown", "Unknown",
    "WrongKey", "codes",
]  # fmt: skip
