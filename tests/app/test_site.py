"""The site as it is served: several in one process, real status codes, a first HTML that asks nobody else."""

import json
import re

import pytest
from dash import Dash, Input, Output, html
from flask.testing import FlaskClient

from dashboard import dataset
from dashboard.app import create_app, head
from dashboard.components import rows, state
from dashboard.dataset import Dataset
from dashboard.pages import MENU
from tests.three_articles import articles
from tests.timing import least

MOST_TIMES = 250
"""How many times as long as a callback that does nothing (a quarter of a millisecond) any redrawing may take.

Measured with three articles: 80 for the chart, 17 for the rows.
"""


@pytest.fixture(scope="module")
def default() -> Dataset:
    return articles()


@pytest.fixture(scope="module")
def app(tiny: Dataset) -> Dash:
    return create_app(tiny)


@pytest.fixture
def client(app: Dash) -> FlaskClient:
    return app.server.test_client()


def redraw(client: FlaskClient, output: str, part: str, query: str) -> dict:
    """What the server answers when one part of a page changes."""
    inputs = [{"id": state.store(part), "property": "data", "value": query}]
    return asked(client, output, inputs)


def asked(client: FlaskClient, output: str, inputs: list[dict]) -> dict:
    """What the first output of a callback is; several are named as Dash does, "..one.figure...other.children..". """
    named = [one.rpartition(".") for one in output.strip(".").split("...")]
    outputs = [{"id": name, "property": prop} for name, _, prop in named]
    name = outputs[0]["id"]
    changed = [f"{json.dumps(one['id'], sort_keys=True, separators=(',', ':'))}.{one['property']}" for one in inputs]
    body = {"output": output, "outputs": outputs if len(outputs) > 1 else outputs[0], "inputs": inputs, "changedPropIds": changed}
    answer = client.post("/_dash-update-component", json=body)
    assert answer.status_code == 200, answer.data
    return answer.get_json()["response"][name]


# --- several in one process ------------------------------------------------------------------------------


def test_two_sites_in_one_process_keep_their_data_apart(tiny: Dataset, default: Dataset):
    one, other = (create_app(data).server.test_client() for data in (tiny, default))
    for _ in range(2):  # whichever was made last, and whichever was asked last
        assert "The Zélande islands" in one.get("/").text
        assert "The Zélande islands" not in other.get("/").text
        assert "Drone at Pier Nine" in json.dumps(redraw(one, "rows.children", "listed", "kind=attack"))
        assert "Pier Nine" not in json.dumps(redraw(other, "rows.children", "listed", "kind=attack"))
    assert one.get("/healthz").get_json()["digest"] != other.get("/healthz").get_json()["digest"]
    assert {len(one.get("/_dash-dependencies").get_json())} == {len(other.get("/_dash-dependencies").get_json())}


def test_making_a_site_does_not_change_its_data(tiny: Dataset):
    before = tiny.digest
    create_app(tiny)
    assert dataset.load(tiny.folder).digest == tiny.digest == before


# --- addresses -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("path", "title"), MENU)
def test_each_page_of_the_menu_is_there(client: FlaskClient, path: str, title: str):
    answer = client.get(path)
    assert answer.status_code == 200
    assert f"<title>{title} · As Reported: The Zélande islands, as reported, March 2019</title>" in answer.text


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/incidents/20190306-pier-drone", 200),
        ("/incidents/nobody-knows-it", 404),
        ("/nowhere", 404),
        ("/nowhere/at/all", 404),
        ("/index.html", 404),
        ("/assets/site.css", 200),
        ("/assets/nothing.css", 404),
        ("/_dash-layout", 200),
    ],
)
def test_an_address_that_leads_nowhere_has_the_status_of_one(client: FlaskClient, path: str, status: int):
    assert client.get(path, buffered=True).status_code == status


def test_an_address_that_leads_nowhere_still_shows_the_designed_page(client: FlaskClient):
    assert "There is no page at this address." in client.get("/nowhere").text


# --- the first HTML --------------------------------------------------------------------------------------


def test_the_first_html_has_a_language_a_title_and_the_sentence(client: FlaskClient):
    text = client.get("/?kind=attack").text
    assert '<html lang="en">' in text
    assert "<title>Timeline · As Reported: The Zélande islands, as reported, March 2019</title>" in text
    assert '<meta name="description" content="11 reports of 4 incidents said to be of kind attack, 4–23 March 2019.">' in text
    assert '<meta name="viewport" content="width=device-width, initial-scale=1">' in text
    assert '<p class="sentence">11 reports of 4 incidents said to be of kind attack, 4–23 March 2019.</p>' in text


def test_what_an_address_says_is_escaped(client: FlaskClient):
    text = client.get("/?q=%22%3E%3Cscript%3Ealert(1)%3C/script%3E").text
    assert "<script>alert(1)" not in text
    assert "&lt;script&gt;alert(1)" in text


def test_a_refused_address_says_why_in_its_first_html(client: FlaskClient):
    assert "Unknown filter &#x27;color&#x27;" in client.get("/?color=red").text


def test_no_script_and_no_style_of_ours_stands_in_the_html(client: FlaskClient):
    text = client.get("/").text
    found = re.findall(r"<script([^>]*)>(.*?)</script>", text, re.DOTALL)
    scripts = [pair for pair in found if "application/ld+json" not in pair[0]]  # data, which no browser runs
    inline = {re.search(r'id="([^"]+)"', attributes)[1] for attributes, code in scripts if code.strip()}
    assert inline == {"_dash-config", "_dash-renderer"}  # Dash's own, whose hashes it tells
    assert "<style" not in text
    assert " style=" not in text
    assert re.findall(r"\son\w+=", text) == []


def test_nothing_is_asked_of_another_host(client: FlaskClient):
    text = re.sub(r'<link rel="canonical"[^>]*>', "", client.get("/").text)  # which nobody follows
    assert re.findall(r"(?:src|href)=\"(?:https?:)?//[^\"]+", text) == []
    for name in ("site.css", "fonts.css"):
        assert re.findall(r"url\(['\"]?(?:https?:)?//", client.get(f"/assets/{name}", buffered=True).text) == []


def test_no_answer_sets_a_cookie(client: FlaskClient):
    for path in ("/", "/nowhere", "/api/v1/incidents.json", "/_dash-layout", "/_dash-dependencies", "/assets/core.js"):
        assert "Set-Cookie" not in client.get(path, buffered=True).headers
    assert client.get_cookie("session") is None


@pytest.mark.parametrize(
    ("path", "query", "title", "sentence"),
    [
        ("/", "", "Timeline · As Reported: The Zélande islands, as reported, March 2019", "18 reports of 8 incidents, 1–31 March 2019."),
        ("/", "kind=seizure", "Timeline · As Reported: The Zélande islands, as reported, March 2019", "1 report of 1 incident said to be of kind seizure, 1–31 March 2019."),
        ("/nowhere", "", "Not found · As Reported", "There is no page at this address."),
    ],
)  # fmt: skip
def test_the_head_of_a_page(tiny: Dataset, path: str, query: str, title: str, sentence: str):
    assert head(tiny, path, query) == (title, sentence)


# --- Dash ------------------------------------------------------------------------------------------------


def test_a_callback_that_names_no_part_of_a_page_is_an_error(app: Dash):
    assert app.config.suppress_callback_exceptions is False


def test_what_dash_adds_to_the_first_html_is_small_however_much_the_pages_hold(default: Dataset):
    """What Dash checks callbacks against travels in it: the ids of every page, not the pages."""
    text = create_app(default).server.test_client().get("/").text
    assert len(text) - len(text[text.index('<div id="first-page">') : text.index('<div id="react-entry-point">')]) < 60_000


def test_every_output_is_of_a_page_or_of_the_frame(app: Dash):
    known = set(
        re.findall(r'"id": ?"([^"]+)"', json.dumps(app.validation_layout, default=lambda one: one.to_plotly_json()))
    )
    wanted = {
        name
        for one in app.server.test_client().get("/_dash-dependencies").get_json()
        for name in re.findall(r"(?:^|\.\.)([\w-]+)\.\w+", one["output"].replace("...", ".."))
    }
    assert wanted - known == set()


def test_an_error_that_is_no_refusal_is_not_hidden(client: FlaskClient):
    answer = client.post("/_dash-update-component", json={"output": "nothing.children", "inputs": [], "outputs": {}})
    assert answer.status_code == 500


def test_a_refused_change_leaves_the_page_and_says_why(client: FlaskClient):
    body = {
        "output": "rows.children",
        "outputs": {"id": "rows", "property": "children"},
        "inputs": [{"id": state.store("listed"), "property": "data", "value": "page=0"}],
        "changedPropIds": ['{"q":"listed"}.data'],
    }
    answer = client.post("/_dash-update-component", json=body).get_json()
    assert "rows" not in answer.get("response", {})
    assert "This address asks for something that is not here" in json.dumps(answer["sideUpdate"])


# --- cost ------------------------------------------------------------------------------------------------


def test_redrawing_costs_little_more_than_asking(record_property):
    """Each part of the page against a callback that does nothing, in the same process and the same minute."""
    idle = Dash("idle")
    idle.layout = html.Div([html.Div(id="in"), html.Div(id="out")])
    idle.callback(Output("out", "children"), Input("in", "children"))(lambda value: value)
    nothing = idle.server.test_client()
    client = create_app(articles()).server.test_client()
    asking, chart, listed = least(
        lambda: asked(nothing, "out.children", [{"id": "in", "property": "children", "value": "x"}]),
        lambda: redraw(client, "..timeline-chart.figure...timeline-note.children..", "drawn", ""),
        lambda: redraw(client, f"{rows.ROWS}.children", "listed", ""),
    )
    ratios = {"chart": round(chart / asking, 1), "rows": round(listed / asking, 1)}
    record_property("callback cost, times that of one that does nothing", ratios)
    assert max(ratios.values()) < MOST_TIMES
