"""Activities as JSON: what the pages show, as the description says, refused in words."""

import pytest
import schemathesis
from hypothesis import assume, given, settings
from schemathesis import GenerationMode

from dashboard.activities import KINDS
from dashboard.api import SPEC, V1

PATH = f"{V1}activities.json"


def test_the_answer_holds_every_kind_with_cards_and_key_or_why_there_is_none(client):
    said = client.get(PATH).json
    assert [activity["kind"] for activity in said["activities"]] == list(KINDS)
    compared = said["activities"][0]
    assert [card["key"] for card in compared["cards"]] == ["A", "B"]
    assert all(question["rows"] for question in compared["blanks"])
    assert all(bool(activity["missing"]) != bool(activity["cards"]) for activity in said["activities"])
    assert (said["version"], len(said["digest"])) == ("0.0.1", 12)


def test_in_gentle_mode_no_card_question_or_ticket_tells_of_people_harmed(client):
    said = client.get(f"{PATH}?gentle=yes").json
    usual = client.get(PATH).json
    assert any(card["harm"] for activity in usual["activities"] for card in activity["cards"])
    for activity in said["activities"]:
        asked = [*activity["cards"], *activity["blanks"], *activity["questions"]]
        assert not any(one["harm"] for one in asked), activity["kind"]
    assert not any(one["harm"] for one in said["exit_ticket"])


def test_one_kind_and_another_example_can_be_asked(client):
    said = client.get(f"{PATH}?activity=compare&variant=2&known_by=2019-03-12").json
    (activity,) = said["activities"]
    assert activity["kind"] == "compare"
    assert said["known_by"] == "2019-03-12"


@pytest.mark.parametrize("query", ["activity=quiz", "variant=0", "key=maybe"])
def test_what_is_not_known_is_refused_in_words(client, query):
    answer = client.get(f"{PATH}?{query}")
    assert answer.status_code == 400
    assert query.split("=")[0] in answer.json["error"]


def test_whatever_the_description_allows_is_answered_as_it_says(server):
    described = schemathesis.openapi.from_wsgi(SPEC, server)

    @given(case=described[PATH]["GET"].as_strategy(generation_mode=GenerationMode.POSITIVE))
    @settings(max_examples=10)
    def answered(case):
        response = case.call()
        assume(b" comes after to=" not in response.content and b" beside hide=" not in response.content)
        case.validate_response(response)

    answered()
