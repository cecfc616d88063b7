"""Places around places, bodies around actors, and whose voice an actor has."""

import pytest

from dashboard import derive
from dashboard.derive.relations import Voice
from tests.made_up import package

RELATIONS = derive.index(
    package({}, actors={"correspondent-of-nobody": ("media", "media", ""), "a-english": ("media", "media", "a")})
).relations


def test_a_chain_starts_with_the_thing_itself():
    assert RELATIONS.around["asad"] == ("asad", "anbar", "iraq")
    assert RELATIONS.bodies["kataib-spokesman"] == ("kataib-spokesman", "kataib", "iri")
    assert RELATIONS.around["golan"] == ("golan",)


@pytest.mark.parametrize(
    ("actor", "institution", "party"),
    [
        ("a", "a", "media"),
        ("a-correspondent", "a", "media"),
        ("a-english", "a", "media"),
        ("correspondent-of-nobody", "correspondent-of-nobody", "media"),
        ("spokeswoman", "pentagon", "us-coalition"),
        ("kataib-spokesman", "kataib", "iran-aligned-groups"),
        ("kataib", "kataib", "iran-aligned-groups"),
        ("centcom", "centcom", "us-coalition"),
        ("us-official", "us-official", "us-coalition"),
    ],
)
def test_an_official_speaks_for_the_body_and_a_correspondent_for_the_outlet(actor, institution, party):
    assert RELATIONS.voice(actor) == Voice(institution, party)


def test_an_outlet_has_the_voice_of_the_actor_with_its_id():
    assert RELATIONS.outlet("centcom") == Voice("centcom", "us-coalition")
    assert RELATIONS.outlet("relay-1") == Voice("relay-1", "media")


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [("asad", "asad", True), ("asad", "iraq", True), ("iraq", "asad", True), ("anbar", "erbil", False)],
)
def test_containment_goes_either_way(one, other, expected):
    assert RELATIONS.contains(one, other) is expected
