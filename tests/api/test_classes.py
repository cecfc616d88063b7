"""Live classes over HTTP: asked cheaply, refused in words, led by whoever has the key, kept by nobody in between."""

import pytest
import schemathesis
from hypothesis import given, settings
from schemathesis import GenerationMode
from schemathesis.specs.openapi.checks import positive_data_acceptance

from dashboard import api
from dashboard.api import SPEC, V1
from dashboard.classes import InMemory, Limits

ROOT = f"{V1}classes"


@pytest.fixture
def opened(client):
    return client.post(ROOT, json={"view": "/?kind=attack"}).json


@pytest.fixture
def one(opened):
    return f"{ROOT}/{opened['code']}"


@pytest.fixture
def key(opened):
    return {"Class-Key": opened["key"]}


def test_a_class_is_started_with_a_view(client):
    answer = client.post(ROOT, json={"view": "/counts?kind=other&kind=attack&lanes=place"})
    told = answer.json
    assert answer.status_code == 201
    assert (told["view"], told["version"], told["followers"]) == ("/counts?kind=attack&kind=other", 1, 0)
    assert told["address"] == f"/class/{told['code']}"


def test_what_has_not_changed_is_not_sent_again_and_what_changed_is(client, one, key, opened):
    first = client.get(one)
    assert (first.status_code, first.json) == (200, {"code": opened["code"], "view": "/?kind=attack", "version": 1})
    tag = first.headers["ETag"]
    assert not tag.startswith("W/")
    again = client.get(one, headers={"If-None-Match": tag})
    assert (again.status_code, again.data, again.headers["ETag"]) == (304, b"", tag)
    client.put(one, json={"view": "/sources"}, headers=key)
    new = client.get(one, headers={"If-None-Match": tag})
    assert (new.status_code, new.json["view"], new.json["version"]) == (200, "/sources", 2)
    assert new.headers["ETag"] != tag


def test_a_code_is_read_however_it_is_written(client, opened):
    code = opened["code"]
    for text in (code.upper(), f"{code[:3]}-{code[3:]}", f"{code[:3]}%20{code[3:].upper()}"):
        assert client.get(f"{ROOT}/{text}").json["code"] == code


def test_a_proxy_keeps_no_answer_of_a_class(client, one, key):
    answers = [
        client.get(one), client.get(one, headers={"If-None-Match": client.get(one).headers["ETag"]}),
        client.get(f"{one}/followers", headers=key), client.get(f"{one}/followers"), client.get(f"{ROOT}/cdf234"),
        client.put(one, json={"view": "/nowhere"}, headers=key), client.delete(one, headers=key), client.get(one),
    ]  # fmt: skip
    assert [answer.status_code for answer in answers] == [200, 304, 200, 403, 404, 400, 204, 410]
    assert [answer.status_code for answer in answers if "no-store" not in answer.headers["Cache-Control"]] == []
    assert [answer.status_code for answer in answers if "Set-Cookie" in answer.headers] == []


def test_an_unknown_and_an_ended_class_are_told_apart_in_words(client, one, key, opened):
    unknown = client.get(f"{ROOT}/cdf234")
    assert unknown.json["error"].startswith("No class has the code CDF 234.")
    assert client.delete(one, headers=key).data == b""
    shown = f"{opened['code'][:3]} {opened['code'][3:]}".upper()
    for answer in (client.get(one), client.put(one, json={"view": "/"}, headers=key), client.get(f"{one}/qr.svg")):
        assert (answer.status_code, answer.json["problems"]) == (410, [])
        assert answer.json["error"].startswith(f"The class {shown} has ended.")


def test_only_the_teacher_shows_ends_and_hears_how_many_follow(client, one, opened):
    for headers in ({}, {"Class-Key": "guessed"}):
        answers = [
            client.put(one, json={"view": "/counts"}, headers=headers), client.delete(one, headers=headers),
            client.get(f"{one}/followers", headers=headers),
        ]  # fmt: skip
        assert [answer.status_code for answer in answers] == [403, 403, 403]
        assert "Class-Key" in answers[0].json["error"]
    assert client.get(one).json["view"] == "/?kind=attack"
    assert opened["key"] not in client.get(one).text


BAD = [
    # a view, and what the refusal says
    ("https://example.org/", "'https://example.org/' is not an address of this site."),
    ("//example.org/counts", "is not an address of this site."),
    ("/\\example.org", "is not an address of this site."),
    ("javascript:alert(1)", "is not an address of this site."),
    ("counts", "is not an address of this site."),
    ("/counts#top", "is not an address of this site."),
    ("/counts\r\nX: y", "is not an address of this site."),
    ("", "an empty cell is not an address of this site."),
    ("/nowhere", "No page at '/nowhere' can be shown to a class."),
    ("/api/docs", "No page at '/api/docs' can be shown to a class."),
    ("/embed/rows", "No page at '/embed/rows' can be shown to a class."),
    ("/class/cdf234", "No page at '/class/cdf234' can be shown to a class."),
    ("/?color=red", "Unknown filter 'color'."),
    ("/?kind=feast", "kind='feast' is not in the data."),
    ("/incidents/nothing", "incident='nothing' is not in the data."),
    ("/?q=" + "x" * 3997, "The address has 4,001 characters."),
]


@pytest.mark.parametrize(("view", "words"), BAD, ids=[view[:24] for view, _ in BAD])
def test_a_view_that_is_no_page_is_refused_and_said(client, one, key, view, words):
    answer = client.put(one, json={"view": view}, headers=key)
    assert answer.status_code == 400
    assert (words in answer.json["error"]) or len(view) > 4000
    assert client.post(ROOT, json={"view": view}).status_code == 400
    assert client.get(one).json["version"] == 1


@pytest.mark.parametrize("sent", [{"json": {}}, {"json": []}, {"json": {"view": 1}}, {"data": "view=/"}, {"data": "{"}])
def test_what_is_not_a_view_at_all_is_refused_in_words(client, sent):
    answer = client.post(ROOT, **sent)
    assert answer.status_code == 400
    assert answer.json["error"].startswith("What was sent is not as described (")


def test_too_many_new_classes_are_refused_with_when_to_try_again(tiny):
    client = api.server(tiny, InMemory(Limits(most_new=2))).test_client()
    answers = [client.post(ROOT, json={"view": "/"}) for _ in range(3)]
    assert [answer.status_code for answer in answers] == [201, 201, 429]
    assert 0 < int(answers[2].headers["Retry-After"]) <= 61
    assert answers[2].json["error"].startswith("No class can be started now: 2 classes began within a minute.")


def test_the_square_holds_the_address_as_the_reader_reaches_it(client, one, opened, monkeypatch):
    drawn = []
    monkeypatch.setattr(api.classes, "_square", lambda address: drawn.append(address) or b"<svg/>")
    for query, base in (("", "http://school.example"), ("?scheme=https", "http://school.example:8050")):
        assert client.get(f"{one}/qr.svg{query}", base_url=base).mimetype == "image/svg+xml"
    code = opened["code"]
    assert drawn == [f"http://school.example/class/{code}", f"https://school.example:8050/class/{code}"]
    assert client.get(f"{one}/qr.svg?scheme=ftp").status_code == 400


def test_the_square_is_drawn_black_on_white(client, one):
    answer = client.get(f"{one}/qr.svg")
    assert answer.text.startswith("<?xml")
    assert 'fill="#fff"' in answer.text
    assert 'stroke="#000"' in answer.text
    assert "<script" not in answer.text


# --- as described ------------------------------------------------------------------------------------------

OPERATIONS = [
    (ROOT, "POST"), (f"{ROOT}/{{code}}", "GET"), (f"{ROOT}/{{code}}", "PUT"), (f"{ROOT}/{{code}}", "DELETE"),
    (f"{ROOT}/{{code}}/followers", "GET"), (f"{ROOT}/{{code}}/qr.svg", "GET"),
]  # fmt: skip


@pytest.fixture(scope="module")
def described(server):
    return schemathesis.openapi.from_wsgi(SPEC, server)


POSITIVE, NEGATIVE = GenerationMode.POSITIVE, GenerationMode.NEGATIVE
SENT = [*((*operation, POSITIVE) for operation in OPERATIONS), *((*OPERATIONS[at], NEGATIVE) for at in (0, 2, 5))]


@pytest.mark.parametrize(("path", "method", "mode"), SENT)
def test_whatever_is_sent_is_answered_as_described(described, path, method, mode):
    """A description cannot list the views and codes that there are: none that has their form breaks it."""

    @given(case=described[path][method].as_strategy(generation_mode=mode))
    @settings(max_examples=10)
    def answered(case):
        case.validate_response(case.call(), excluded_checks=[positive_data_acceptance])

    answered()


def test_a_class_that_runs_is_answered_as_described(described, opened):
    headers = {"Class-Key": opened["key"]}
    for path, method in OPERATIONS[1:3] + OPERATIONS[4:] + OPERATIONS[3:4]:
        body = {"body": {"view": "/counts"}, "media_type": "application/json"} if method == "PUT" else {}
        case = described[path][method].Case(path_parameters={"code": opened["code"]}, headers=headers, **body)
        response = case.call()
        assert response.status_code == (204 if method == "DELETE" else 200)
        case.validate_response(response)
