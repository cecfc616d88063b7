"""What the page for teachers tells whoever keeps the network, held against the scripts."""

import re
from pathlib import Path

import dashboard
from dashboard.components import classroom, method
from tests.components.tree import words

CODE = Path(dashboard.__file__).parent
SCRIPTS = sorted([*CODE.glob("assets/*.js"), *CODE.glob("still/assets/*.js")])
STORED = re.compile(r"(?:local|session)Storage\.(?:get|set)Item\(([^,()]*)")
OTHERWISE = re.compile(r"(?:local|session)Storage\[|(?:local|session)Storage\.(?!(?:get|set|remove)Item\()[a-z]")
NAMED = re.compile(r'const (\w+) = "([^"]*)"')
CALLED = re.compile(r"(?:as-reported|mantine|_dash)[\w-]*…?")


def kept() -> set[str]:
    """The names under which the scripts keep anything, with … where more follows."""
    found = set()
    for script in SCRIPTS:
        text = script.read_text(encoding="utf-8")
        names = dict(NAMED.findall(text))
        assert not OTHERWISE.search(text), f"{script.name} keeps things in a way that this test does not see"
        for key in STORED.findall(text):
            name = names[key.split(" + ")[0].strip()]
            found.add(f"{name}…" if name.endswith("-") else name)
    return found


def test_every_name_under_which_a_browser_keeps_anything_is_on_the_page():
    said = {name for one in classroom._kept() for name in CALLED.findall(one)}
    assert len(kept()) >= 7
    assert said - {"_dash_persistence…"} == kept()
    assert said - {"_dash_persistence…", "as-reported-lesson-…", "as-reported-class"} == set(CALLED.findall(method._PRIVACY))


def test_answers_in_activities_are_kept_by_the_framework_until_the_tab_is_closed():
    kinds = {kind for file in CODE.rglob("*.py") for kind in re.findall(r'"persistence_type": "(\w+)"', file.read_text("utf-8"))}
    assert kinds == {"session"}


def test_what_asks_for_nothing_is_the_lesson_alone():
    said = words(classroom.network())
    assert "The lesson file makes no request at all. The static site asks the host that it is put on" in said
    asking = re.compile(r"\bfetch\(|XMLHttpRequest|sendBeacon|WebSocket|EventSource|\.src = ")
    assert not asking.search((CODE / "still" / "assets" / "lesson.js").read_text("utf-8"))
