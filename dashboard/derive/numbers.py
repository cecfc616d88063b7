"""Numbers as sources qualify them: the values each one allows."""

import math
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Range:
    """The values that a stated number allows, both ends included; ``high`` is infinite for a floor."""

    low: float
    high: float

    def allows(self, other: "Range") -> bool:
        """True when some value satisfies both."""
        return self.low <= other.high and other.low <= self.high


def about(value: float) -> float:
    """How far "about" reaches either way: a tenth of the number, and at least one."""
    return max(1, math.floor(value / 10))


_ALLOWS = {
    "": lambda value: Range(value, value),
    "exactly": lambda value: Range(value, value),
    "at-least": lambda value: Range(value, math.inf),
    "more-than": lambda value: Range(value + 1, math.inf),
    "about": lambda value: Range(max(0, value - about(value)), value + about(value)),
}


def of(value: str, qualifier: str) -> Range | None:
    """The values a number and its qualifier allow; None where none is stated. Empty is never 0."""
    return _ALLOWS[qualifier](int(value)) if value else None


def between(least: str, most: str) -> Range | None:
    """The values between a least and a most, either of which may be open; None where both are empty."""
    if not least and not most:
        return None
    return Range(int(least) if least else 0, int(most) if most else math.inf)


def hull(ranges: list[Range]) -> Range | None:
    """From the lowest to the highest value that any of them allows."""
    if not ranges:
        return None
    return Range(min(item.low for item in ranges), max(item.high for item in ranges))
