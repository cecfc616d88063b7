"""A story's file read, and what is wrong with its form, line by line."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.activities import standards
from dashboard.stories import form
from tests.stories.told import FRONT, SOUND, STEP


def read(text: str | bytes):
    story, problems = form.read("a-story.md", text if isinstance(text, bytes) else text.encode())
    return story, [(problem.row, problem.column, problem.found) for problem in problems]


WHOLE = """---
title: "Sixty: since when?"
summary: >
  One line
  and another.
audience: teachers
minutes: 12
order: 2
standards: [RH.9-10.9, D2.His.11.9-12]
content_note: Tells of harm.
sensitive:
  - a number of dead
gentle: /stories/another
---

## First

```step
view: /counts?known_by=2019-03-20
ask: How many?
choices:
  - few
  - many
reveal: >
  {tallies}
hide: [outcome, corroboration]
expect:
  tally:attacks-total.value: 5
notes: Say it slowly.
```

Text of the *first*.

## Second

```step
view: /
```

```python
## no heading, because it stands in a block
```
"""


def test_every_field_is_read_with_its_line():
    story, problems = read(WHOLE)
    assert problems == []
    assert (story.title, story.summary, story.minutes) == ("Sixty: since when?", "One line and another.", 12)
    assert (story.standards, story.gentle) == (("RH.9-10.9", "D2.His.11.9-12"), "/stories/another")
    first, second = story.steps
    assert (first.ask, first.choices, first.hide) == ("How many?", ("few", "many"), ("corroboration", "outcome"))
    assert (first.expect, first.text.strip()) == ({"tally:attacks-total.value": "5"}, "Text of the *first*.")
    assert (story.at("order"), first.line, first.at("ask"), first.at("expect"), second.line) == (8, 16, 20, 27, 34)
    assert "no heading" in second.text


def test_lines_of_a_file_from_windows_with_a_mark_of_its_order_are_the_same():
    story, problems = read(b"\xef\xbb\xbf" + WHOLE.replace("\n", "\r\n").encode())
    assert (story, problems) == read(WHOLE)


WRONG = {
    "nothing": ("", [(1, None, "no front matter"), (1, None, "a story without steps")]),
    "no front matter": (STEP, [(1, None, "no front matter")]),
    "no minutes": (SOUND.replace("minutes: 5\n", ""), [(1, "minutes", "no minutes")]),
    "an empty title": (SOUND.replace("Rockets on the islet", ""), [(2, "title", "no title")]),
    "minutes in words": (SOUND.replace("minutes: 5", "minutes: five"), [(5, "minutes", "'five'")]),
    "a field of another name": (SOUND.replace("audience", "readers"), [(4, "readers", "the field 'readers'"), (1, "audience", "no audience")]),
    "a field twice": (SOUND.replace("minutes: 5", "minutes: 5\nminutes: 6"), [(6, "minutes", "2 fields of this name")]),
    "no steps": (FRONT, [(7, None, "a story without steps")]),
    "text before the steps": (f"{FRONT}\nHello.\n\n{STEP}", [(8, None, "text before the first step")]),
    "a large heading": (SOUND.replace("## The", "# The") + STEP, [(8, None, "text before the first step"), (8, None, "a heading of the first level")]),
    "no fields": (f"{FRONT}\n## A step\n\nText.\n", [(8, None, "a step without fields")]),
    "no view": (SOUND.replace("view: /incidents/20190304-islet-rockets?known_by=2019-03-05", "notes: none"), [(8, "view", "no view")]),
    "no text": (SOUND.replace("{Origins.words} origin, {reports} report.", ""), [(8, "text", "a step without text")]),
    "a list that is none": (SOUND.replace("view:", "choices: one\nask: Why\nreveal: So.\nview:"), [(11, "choices", "'one'")]),
    "something unknown to hide": (SOUND.replace("view:", "ask: Why\nhide: [place]\nview:"), [(12, "hide", "\"['place']\""), (11, "ask", "a question that nothing follows from")]),
    "a question without an end": (SOUND.replace("view:", "ask: Why\nview:"), [(11, "ask", "a question that nothing follows from")]),
    "an answer without a question": (SOUND.replace("view:", "reveal: So.\nview:"), [(11, "reveal", "reveal without a question")]),
    "YAML that is none": (SOUND.replace("view:", "notes: {open\nview:"), None),
    "aliases": (SOUND.replace("view:", "notes: &a x\nask: *a\nview:"), None),
    "bytes that are not UTF-8": (SOUND.encode().replace(b"anybody", b"any\xffbody"), [(4, None, "a byte that is not UTF-8")]),
}  # fmt: skip


@pytest.mark.parametrize("case", WRONG)
def test_what_is_wrong_is_told_with_its_line_and_its_field(case: str):
    text, expected = WRONG[case]
    _, problems = read(text)
    if expected is None:
        assert [found for _, _, found in problems if found.startswith("fields that cannot be read")]
    else:
        assert problems == expected


def test_a_file_name_that_no_address_could_have_is_told():
    _, problems = form.read("A Story.md", SOUND.encode())
    assert [problem.found for problem in problems] == ["the file name 'A Story.md'"]


@given(st.text(max_size=300) | st.sampled_from(sorted(text for text, _ in WRONG.values() if isinstance(text, str))))
def test_whatever_stands_in_a_file_it_is_read_or_told_and_never_raises(text: str):
    story, problems = read(text.encode("utf-8", "replace"))
    assert problems or (story.steps and story.minutes)
    assert all(1 <= line <= text.count("\n") + text.count("\r") + 2 for line, _, _ in problems)


@pytest.mark.parametrize(
    "wrong", ["XX.99", "RH.9-10.11", "RH.12.1", "D2.His.18.9-12", "D2.His.4", "D5.1.9-12", "rh.9-10.1"]
)
def test_an_id_of_no_known_standard_is_told_with_its_line(wrong: str):
    text = FRONT.replace("minutes: 5", f"minutes: 5\nstandards: [RH.9-10.9, {wrong}, D3.1.9-12]")
    _, problems = form.read("a-story.md", text.encode())
    (problem,) = [one for one in problems if one.column == "standards"]
    assert (problem.row, problem.found) == (6, f"{wrong!r}")
    assert "Common Core" in problem.expected and "C3 Framework" in problem.expected


def test_every_standard_of_the_activities_is_known():
    ids = [one for ids in standards.BY_KIND.values() for one in ids]
    assert ids and all(standards.known(one) for one in (*ids, "WHST.9-10.1", "D2.Civ.10.6-8", "D4.7.9-12"))
