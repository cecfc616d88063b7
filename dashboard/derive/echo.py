"""Echo: how many outlets carry one and the same statement."""

from collections import defaultdict
from collections.abc import Iterable

from dashboard.derive.index import Index
from dashboard.derive.periods import known_by
from dashboard.derive.voices import settled


def widest(index: Index, incidents: Iterable[str], day: int) -> int:
    """The most outlets in which one origin's statement on one of these incidents was read by a day; 0 where none was.

    An origin is one institution's statement on one day, so outlets that carry what it said on other days, or on other
    incidents, are not counted together.
    """
    carried: dict[tuple, set[str]] = defaultdict(set)
    for incident in incidents:
        for report in settled(known_by(index.facts[incident], day, index.end)):
            carried[incident, *report.origin].add(report.outlet)
    return max(map(len, carried.values()), default=0)
