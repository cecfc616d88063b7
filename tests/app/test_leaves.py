"""Leaves: every element is where it was, what has an id is a component of its own, and a page of rows is one."""

import json
from collections.abc import Iterator
from typing import Any

import dash_mantine_components as dmc
import pytest
from dash import Input, Output, dcc, html
from dash.development.base_component import Component
from dash.exceptions import PreventUpdate
from plotly.utils import PlotlyJSONEncoder

from dashboard.app import create_app
from dashboard.app.first import Site
from dashboard.app.leaves import Leaf, leaved
from dashboard.dataset import Dataset
from dashboard.pages import examples, find
from tests.app.test_site import asked

BY_DASH = {"n_clicks", "n_clicks_timestamp", "disable_n_clicks"}


def whole(part: Any) -> Any:
    """What a browser is asked to draw: a leaf stands for the elements that it holds."""
    part = json.loads(json.dumps(part, cls=PlotlyJSONEncoder))
    return _unfolded(part)


def _unfolded(part: Any) -> Any:
    if isinstance(part, list):
        return [_unfolded(one) for one in part]
    if not isinstance(part, dict) or "props" not in part:
        return part
    if part["type"] == "Leaf":
        return _element(part["props"]["part"])
    props = {name: value for name, value in part["props"].items() if name not in BY_DASH}
    tag = part["type"].lower() if part["namespace"] == "dash_html_components" else part["type"]
    held = props.pop("children", None)
    within = [] if held is None else held if isinstance(held, list) else [held]
    return [tag, props, *(_unfolded(one) for one in within)]


def _element(part: Any) -> Any:
    if not isinstance(part, list):
        return part
    tag, props, *held = part
    return [tag, props, *(_element(one) for one in held)]


def components(part: Any) -> Iterator[Component]:
    """Every component that the browser follows."""
    if isinstance(part, list | tuple):
        for one in part:
            yield from components(one)
    elif isinstance(part, Component):
        yield part
        yield from components(getattr(part, "children", None))


def ids(part: Any) -> list:
    return [one.id for one in components(part) if getattr(one, "id", None) is not None]


def test_every_page_has_the_same_elements_in_the_same_places_and_nobody_loses_an_id(tiny: Dataset):
    app = create_app(tiny)
    for page in (app.shell, *examples(tiny)):
        before = whole(page)
        sent = leaved(page)
        assert whole(sent) == before == whole(page)
        assert ids(sent) == ids(page)
        assert any(isinstance(one, Leaf) for one in components(sent))


def test_how_many_components_a_page_has_does_not_follow_from_its_rows(tiny: Dataset):
    def many(query: str) -> int:
        page, selection = find("/", query)
        return sum(1 for _ in components(leaved(page.layout(tiny, selection))))

    def rows(query: str) -> int:
        page, selection = find("/", query)
        return sum(1 for one in components(page.layout(tiny, selection)) if isinstance(one, html.Li | html.Tr))

    few, all_of_them = "?kind=attack&known_by=2019-03-07", ""
    assert rows(few) < rows(all_of_them)
    assert many(all_of_them) - many(few) < 10


@pytest.mark.parametrize(
    ("part", "sent"),
    [
        (html.P("a"), ["p", {}, "a"]),
        (
            html.P(["a", None, 0, html.B(1.5, className="c", **{"data-x": "y"})]),
            ["p", {}, "a", None, 0, ["b", {"className": "c", "data-x": "y"}, 1.5]],
        ),
        (html.Hr(), ["hr", {}]),
        (html.Button("a", n_clicks=0, disabled=True), ["button", {"disabled": True}, "a"]),
    ],
)
def test_what_has_no_id_is_one_leaf(part: Component, sent: list):
    leaf = leaved(part)
    assert isinstance(leaf, Leaf)
    assert leaf.part == sent


def test_what_has_an_id_or_a_life_of_its_own_stays_with_all_that_holds_it():
    held = html.Div(id="named")
    graph, group = dcc.Graph(figure={}), dmc.Group([html.P("a"), "b"])
    sent = leaved([html.Div([html.P("a"), html.Section(held)]), graph, group, "text", None])
    outer, kept_graph, kept_group, text, nothing = sent
    assert [type(one) for one in outer.children] == [Leaf, html.Section]
    assert outer.children[1].children.id == "named"
    assert kept_graph.figure == {}
    assert [type(one) for one in kept_group.children] == [Leaf, str]
    assert (text, nothing) == ("text", None)
    assert type(group.children[0]) is html.P  # nothing given is changed


def test_an_answer_that_is_no_part_of_a_page_goes_as_it_is(tiny: Dataset):
    app = Site(tiny, name="leaves")
    app.show(html.Div([html.Div(id="in"), html.Div(id="out"), html.P("a")]))
    assert [type(one) for one in app.layout.children] == [html.Div, html.Div, Leaf]

    @app.callback(Output("out", "children"), Output("out", "title"), Input("in", "title"))
    def answer(title: str) -> tuple:
        if title == "none":
            raise PreventUpdate
        return html.P(title), title

    client = app.server.test_client()
    given = [{"id": "in", "property": "title", "value": "words"}]
    drawn = asked(client, "..out.children...out.title..", given)
    assert drawn["title"] == "words"
    assert drawn["children"] == {"namespace": "as_reported", "type": "Leaf", "props": {"part": ["p", {}, "words"]}}
