"""Pages: four names each, small callbacks, layouts that can be read, named and styled from outside."""

import ast
import itertools
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from dashboard import dataset, schema
from dashboard.components import frame, state, tallies
from dashboard.dataset import Dataset
from dashboard.pages import MENU, PAGES, examples, find, missing
from dashboard.selection import Selection
from tests.components.tree import ids, parts, words

PACKAGE = Path(frame.__file__).parent.parent
SOURCES = [*(PACKAGE / "pages").glob("*.py"), *(PACKAGE / "components").glob("*.py"), *(PACKAGE / "app").glob("*.py")]
MOST_LINES, MOST_ARGUMENTS = 8, 4


@pytest.fixture(scope="module")
def drawn(tiny: Dataset) -> dict[str, object]:
    """Every page with the tiny package, by its title."""
    return dict(zip([page.TITLE for page in PAGES], examples(tiny), strict=True))


every_page = pytest.mark.parametrize("title", [page.TITLE for page in PAGES])


def test_a_page_is_four_names():
    for page in PAGES:
        assert page.PATH.startswith("/")
        assert page.TITLE
        assert callable(page.layout)
        assert callable(page.register)


def test_paths_and_titles_are_not_shared():
    assert max(Counter(page.PATH for page in PAGES).values()) == 1
    assert max(Counter(page.TITLE for page in PAGES).values()) == 1
    assert PAGES[0].PATH == "/"
    assert [path for path, _ in MENU if "<" in path] == []


def test_a_path_leads_to_its_page_and_fills_what_it_names():
    page, selection = find("/", "kind=attack")
    assert (page.TITLE, selection.kind) == ("Timeline", ("attack",))
    assert find("/nowhere", "") is None
    assert find("/incidents/20190306-pier-drone", "")[1] == Selection(incident="20190306-pier-drone")


ADDRESSES = [
    "/", "/?rows=table", "/?of=reports", "/?of=tallies&rows=table", "/?of=reports&rows=table&q=drone", "/?q=zzz",
    "/?incident=20190306-pier-drone", "/counts?tally=attacks-total", "/escalation", "/compare", "/sources", "/method",
    "/sources/harbour-wire", "/incidents/20190310-skerries-mortars", "/stories", "/stories/the-islet?step=2",
    "/stories/the-islet?answered=1", "/stories/the-islet/notes", "/?hide=accounts", "/compare?hide=corroboration",
    "/incidents/20190310-skerries-mortars?hide=outcome",
]  # fmt: skip


ACTIONS = {
    f"data-{name}"
    for script in (PACKAGE / "assets").glob("*.js")
    for name in re.findall(r"site\.actions\.(\w+) =", script.read_text(encoding="utf-8"))
}


@pytest.mark.parametrize("address", ADDRESSES)
def test_only_what_can_be_pressed_has_the_name_of_an_action(tiny: Dataset, address: str):
    """A press anywhere inside a part with such an attribute does what its name says."""
    path, _, query = address.partition("?")
    page, selection = find(path, query)
    acting = [part for part in parts(page.layout(tiny, selection)) if ACTIONS & set(part.to_plotly_json()["props"])]
    assert len(ACTIONS) > 20
    assert {part._type for part in acting if getattr(part, "role", "") != "button"} <= {"Button", "A"}


@pytest.mark.parametrize("address", ADDRESSES)
def test_no_list_stands_in_a_list(tiny: Dataset, address: str):
    """React draws a list of parts, and refuses one that holds another list."""
    path, _, query = address.partition("?")
    page, selection = find(path, query)
    layout = page.layout(tiny, selection)
    assert [part for part in parts(layout) for one in _children(part) if isinstance(one, list | tuple)] == []


def _children(part) -> list:
    inside = getattr(part, "children", None)
    return list(inside) if isinstance(inside, list | tuple) else [inside]


def test_the_page_for_no_page_names_the_address_and_the_way_on(tiny: Dataset):
    said = words(missing.layout(tiny, "/nowhere"))
    assert "There is no page at this address" in said
    assert "/nowhere" in said
    assert "Go to the timeline" in said


# --- layouts ---------------------------------------------------------------------------------------------


@every_page
def test_no_layout_is_styled_from_within(drawn: dict, title: str):
    """Looks live in assets/*.css."""
    assert [part for part in parts(drawn[title]) if getattr(part, "style", None) or getattr(part, "styles", None)] == []


@every_page
def test_no_id_stands_twice(drawn: dict, title: str):
    assert [name for name, count in Counter(ids(drawn[title])).items() if count > 1] == []


@every_page
def test_headings_begin_with_the_title_and_skip_no_level(drawn: dict, title: str):
    levels = [int(part._type[1]) for part in parts(drawn[title]) if re.fullmatch("H[1-6]", part._type)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert [(one, other) for one, other in itertools.pairwise(levels) if other > one + 1] == []


@every_page
def test_no_words_show_what_only_a_program_can_read(drawn: dict, title: str):
    assert re.findall(r"\b(?:nan|inf|None|NaT|True|False)\b|<NA>|\{\w+\}", without_fillings(drawn[title])) == []


def without_fillings(page) -> str:
    """The words of a page, but for those that the browser completes."""
    return words([part.children for part in parts(page) if isinstance(getattr(part, "children", None), str)])


@every_page
def test_every_control_has_a_name(drawn: dict, title: str):
    kinds = {"TextInput", "MultiSelect", "Select", "DateInput", "RadioGroup", "SegmentedControl", "Checkbox", "Slider"}
    nameless = [
        part for part in parts(drawn[title])
        if part._type in kinds
        and not any(getattr(part, name, None) for name in ("label", "aria-label", "aria-labelledby"))
    ]  # fmt: skip
    assert nameless == []


@every_page
def test_every_picture_has_words(drawn: dict, title: str):
    pictures = [part for part in parts(drawn[title]) if getattr(part, "role", None) == "img"]
    assert [part for part in pictures if not getattr(part, "aria-label", None)] == []
    graphs = [part for part in parts(drawn[title]) if part._type == "Graph"]
    framed = [part for picture in pictures for part in parts(picture) if part._type == "Graph"]
    assert len(graphs) == len(framed)


@every_page
def test_nothing_points_elsewhere_unless_it_is_a_document(drawn: dict, title: str):
    away = [part for part in parts(drawn[title]) if str(getattr(part, "href", "")).startswith("http")]
    assert [part for part in away if part._type != "A" or part.rel != "noopener noreferrer"] == []


@pytest.mark.parametrize("query", ["", "kind=attack&rows=table", "known_by=2019-03-12", "q=nothing+like+this"])
def test_a_timeline_is_drawn_for_any_selection(tiny: Dataset, query: str):
    selection = Selection.from_query(query)
    said = words(find("/", query)[0].layout(tiny, selection))
    assert selection.apply(tiny).sentence in said


def test_every_page_is_drawn_for_the_shipped_data():
    assert len(list(examples(dataset.load(schema.DEFAULT)))) == len(PAGES)


# --- callbacks -------------------------------------------------------------------------------------------


def callbacks() -> Iterator[tuple[str, ast.FunctionDef]]:
    """Every function that a decorator makes a callback, with where it stands."""
    for path in SOURCES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef) and any(
                "app.callback" in ast.unparse(one) for one in node.decorator_list
            ):
                yield f"{path.parent.name}/{path.name}:{node.name}", node


CALLBACKS = dict(callbacks())


def test_the_callbacks_are_found():
    assert len(CALLBACKS) >= 5


@pytest.mark.parametrize("where", CALLBACKS)
def test_a_callback_is_short_and_takes_little(where: str):
    node = CALLBACKS[where]
    assert (node.end_lineno or 0) - node.body[0].lineno + 1 <= MOST_LINES
    assert len(node.args.args) <= MOST_ARGUMENTS


@pytest.mark.parametrize("where", CALLBACKS)
def test_ids_in_a_callback_are_names_not_texts(where: str):
    calls = [node for one in CALLBACKS[where].decorator_list for node in ast.walk(one) if isinstance(node, ast.Call)]
    ends = [call for call in calls if ast.unparse(call.func) in ("Output", "Input", "State")]
    assert ends
    assert [ast.unparse(end) for end in ends if isinstance(end.args[0], ast.Constant | ast.Dict)] == []


def test_no_callback_stands_at_the_top_of_a_module():
    """It would belong to whichever app came last; register(app, dataset) gives it to one."""
    loose = [
        f"{path.name}:{node.name}"
        for path in SOURCES
        for node in ast.parse(path.read_text(encoding="utf-8")).body
        if isinstance(node, ast.FunctionDef) and any("callback" in ast.unparse(one) for one in node.decorator_list)
    ]
    assert loose == []


def test_the_parts_that_every_framed_page_redraws_are_registered_once():
    assert {module.__name__ for module in (frame, tallies, state) if hasattr(module, "register")} == {
        "dashboard.components.frame",
        "dashboard.components.tallies",
        "dashboard.components.state",
    }
