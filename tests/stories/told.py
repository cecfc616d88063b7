"""Stories about the tiny package, for tests to damage."""

from dataclasses import replace

from dashboard import stories
from dashboard.dataset import Dataset
from dashboard.errors import Problem

FRONT = """---
title: Rockets on the islet
summary: Who said what of the rockets, and by when.
audience: anybody
minutes: 5
---
"""
STEP = """## The claim

```step
view: /incidents/20190304-islet-rockets?known_by=2019-03-05
```

{Origins.words} origin, {reports} report.
"""
SOUND = f"{FRONT}\n{STEP}"


def told(data: Dataset, text: str) -> list[Problem]:
    """Everything that reading and checking a story finds."""
    found, problems = stories.read({"a-story.md": text.encode()})
    return [*problems, *stories.check(found, data)]


def lines(data: Dataset, text: str) -> list[tuple[int | None, str, str | None]]:
    """Per problem its line, its code and its field."""
    return [(problem.row, problem.code, problem.column) for problem in told(data, text)]


def shelved(data: Dataset, **texts: str) -> Dataset:
    """The data set with these stories, by slug."""
    return replace(data, stories={f"{slug.replace('_', '-')}.md": text.encode() for slug, text in texts.items()})
