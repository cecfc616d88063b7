"""What of a live class stands in every page: out of sight, in words that the server drew, until there is one."""

import re
from pathlib import Path

from dashboard.components import live, shell
from dashboard.dataset import Dataset
from dashboard.pages import MENU
from tests.components.tree import parts

SCRIPT = (Path(live.__file__).parent.parent / "assets" / "view-class.js").read_text(encoding="utf-8")


def test_the_bar_stands_before_the_menu_and_is_not_there_without_a_class(tiny: Dataset):
    frame = [part for part in shell.shell(tiny, MENU).children if part._type in ("Aside", "Header")][:2]
    assert [part._type for part in frame] == ["Aside", "Header"]
    assert frame[0].hidden
    assert all(part.hidden for part in frame[0].children)


def test_every_word_of_the_bar_is_drawn_by_the_server():
    """The script says nothing but what an attribute of the bar has: every state that it names has its words."""
    words = {name.removeprefix("data-") for part in parts(live.bar()) for name in vars(part) if name.startswith("data-")}
    states = set(re.findall(r'tell\(.*?"(\w+)"', SCRIPT)) | {"alone", "paused", "with"}
    assert states == {"lost", "refused", "alone", "paused", "with"}
    assert states <= words


def test_every_button_does_something():
    acts = {name: set(re.findall(r"(\w+)", body)) for name, body in re.findall(r"const (leads|follows) = \{(.*)\};", SCRIPT)}
    for part in [*parts(live.bar()), *parts(live.panel())]:
        assert getattr(part, "data-lead", "start") in acts["leads"]
        assert getattr(part, "data-follow", "leave") in acts["follows"]


def test_no_id_stands_twice_where_the_panel_stands():
    """A page of another kind may hold the panel."""
    assert [part.id for part in parts(live.panel()) if getattr(part, "id", None)] == []
