"""A story about the three articles, for lessons and for a site of files."""

from dataclasses import replace
from functools import cache

from dashboard.dataset import Dataset
from tests.three_articles import articles

OWN = "https://timeline.example/sub"
"""The address that the site of files is made for."""
STORY = """---
title: Two days in November
summary: What could be read on two days.
audience: Grades 9–12
minutes: 10
order: 1
---

## The first day

```step
view: /?known_by=2023-11-11#timeline-figure
ask: How many attacks do you expect?
choices:
  - A few
  - Many
reveal: There are {incidents}.
hide: [corroboration]
```

By {day} there are {reports} reports.

## A week on

```step
view: /incidents/20231108-green-village-drones?known_by=2023-11-19
```

Who says it, and who [does **not**](/incidents/20231108-green-village-drones?known_by=2023-11-19)? See [this](/?q=x).
"""


@cache
def told() -> Dataset:
    """Three articles with the story."""
    return replace(articles(), stories={"two-days.md": STORY.encode()})
