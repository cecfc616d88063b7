"""Who has to assert an incident for it to stand as claimed, reported, corroborated or acknowledged."""

import pytest

from tests.made_up import package, standing

IRI = {"by": "iri", "actor": "iri", "against": "centcom"}
US = {"by": "centcom", "actor": "centcom", "against": "iri"}


def level(*reports: dict) -> str:
    return standing(package(*reports))["corroboration"]


@pytest.mark.parametrize(
    ("rule", "reports", "expected"),
    [
        ("one outlet in its own voice", [{"outlet": "a"}], "reported"),
        ("one outlet twice, on two days", [{}, {"published": "2023-11-12"}], "reported"),
        ("an outlet and its correspondent", [{"by": "a"}, {"by": "a-correspondent"}], "reported"),
        ("an outlet and an unnamed source it quotes", [{"by": "a"}, {"by": "a-source"}], "reported"),
        ("a correspondent and an unnamed source", [{"by": "a-correspondent"}, {"by": "a-source"}], "reported"),
        ("two unnamed sources of one outlet", [{"by": "a-source"}, {"by": "local-source"}], "reported"),
        ("two outlets", [{"outlet": "a"}, {"outlet": "b"}], "corroborated"),
        ("two outlets, one relaying the other", [{"outlet": "a"}, {"outlet": "b", "by": "a", "via": "a"}], "reported"),
        ("two observers", [{"by": "observatory"}, {"by": "watch"}], "corroborated"),
        ("two actors of no stated party", [{"by": "militants"}, {"by": "observatory"}], "corroborated"),
        ("the acting side alone", [IRI], "claimed"),
        ("the acting side through two outlets", [IRI, IRI | {"outlet": "b"}], "claimed"),
        ("two bodies of the acting party", [IRI, IRI | {"by": "kataib"}], "claimed"),
        ("a body and its named official", [IRI, IRI | {"by": "kataib-spokesman"}], "claimed"),
        ("a US strike told by the US alone", [US, US | {"by": "pentagon"}, US | {"by": "spokeswoman"}], "claimed"),
        ("the acting side and an outlet", [IRI, {"by": "a"}], "corroborated"),
        ("an outlet that quotes a claim in its own voice", [{"by": "a", "actor": "iri"}], "reported"),
        ("the side acted against, alone", [IRI | {"by": "centcom"}], "reported"),
        ("a third side, alone", [IRI | {"by": "jordan-army"}], "reported"),
        ("both sides, named", [IRI, IRI | {"by": "spokeswoman"}], "acknowledged"),
        ("both sides, one body each", [IRI, {"by": "pentagon"}], "acknowledged"),
        ("an unnamed official of the side acted against", [IRI, IRI | {"by": "us-official"}], "corroborated"),
        ("the acting side and a third side", [IRI, IRI | {"by": "jordan-army"}], "corroborated"),
        ("no side named, two bodies of one party", [{"by": "centcom"}, {"by": "pentagon"}], "reported"),
        ("no side named, two sides", [{"by": "centcom"}, {"by": "iri"}], "corroborated"),
        ("no acting side named", [{"by": "centcom", "against": "centcom"}, {"by": "iri"}], "corroborated"),
        ("no side acted against named", [{"by": "centcom"}, {"by": "iri", "actor": "iri"}], "corroborated"),
        ("an actor of no stated party claims it", [{"by": "militants", "actor": "militants"}], "reported"),
    ],
)  # fmt: skip
def test_level_follows_from_who_asserts(rule, reports, expected):
    assert level(*reports) == expected, rule


def test_twelve_outlets_that_relay_one_statement_are_twelve_outlets_and_one_origin():
    first = IRI | {"outlet": "a", "said_on": "2023-11-09"}
    relays = [
        IRI | {"outlet": f"relay-{number}", "via": "a", "published": f"2023-11-{9 + number}"} for number in range(1, 12)
    ]
    stands = standing(package(first, *relays))
    assert (stands["reports"], stands["outlets"], stands["origins"]) == (12, 12, 1)
    assert stands["corroboration"] == "claimed"


def test_twelve_relays_of_an_outlet_that_is_no_side_are_one_report():
    relays = [{"by": "a", "outlet": f"relay-{number}", "via": "a"} for number in range(1, 13)]
    stands = standing(package(*relays))
    assert (stands["outlets"], stands["origins"], stands["corroboration"]) == (12, 1, "reported")


class TestUnnamedSpeakers:
    def test_quoted_by_one_outlet_count_as_that_outlet(self):
        assert level({"by": "us-official"}, {"by": "a"}) == "reported"

    def test_quoted_by_two_outlets_independently_are_one_speaker(self):
        quotes = [{"by": "local-source", "outlet": "a"}, {"by": "local-source", "outlet": "b"}]
        assert level(*quotes) == "reported"

    def test_are_one_speaker_on_different_days_too(self):
        later = {"by": "local-source", "outlet": "b", "said_on": "2023-11-12", "published": "2023-11-13"}
        assert level({"by": "local-source", "outlet": "a"}, later) == "reported"

    def test_quoted_by_two_outlets_stand_beside_what_one_of_them_says_itself(self):
        quotes = [{"by": "local-source", "outlet": "a"}, {"by": "local-source", "outlet": "b"}]
        assert level(*quotes, {"by": "a"}) == "corroborated"

    def test_two_of_them_quoted_by_two_outlets_are_the_two_outlets(self):
        assert level({"by": "us-official", "outlet": "a"}, {"by": "local-source", "outlet": "b"}) == "corroborated"

    def test_relayed_are_not_quoted_independently(self):
        relayed = [{"by": "local-source"}, {"by": "local-source", "outlet": "b", "via": "a"}, {"by": "a"}]
        assert level(*relayed) == "reported"

    def test_are_one_speaker_only_once_the_second_quote_is_known(self):
        told = package(
            {"by": "local-source", "outlet": "a"},
            {"by": "a", "outlet": "a"},
            {"by": "local-source", "outlet": "b", "published": "2023-11-20"},
        )
        assert standing(told, "2023-11-19")["corroboration"] == "reported"
        assert standing(told, "2023-11-20")["corroboration"] == "corroborated"

    def test_of_the_acting_side_quoted_by_one_outlet_report_what_they_tell(self):
        assert level(US | {"by": "us-official"}) == "reported"

    def test_of_the_acting_side_quoted_by_two_outlets_claim_it(self):
        assert level(US | {"by": "us-official"}, US | {"by": "us-official", "outlet": "b"}) == "claimed"

    def test_quoted_by_their_own_side_are_that_side(self):
        release = US | {"by": "us-official", "outlet": "centcom"}
        assert level(release) == "claimed"
        assert level(release, US) == "claimed"


class TestAcknowledgement:
    def test_needs_the_side_acted_against_to_be_named_as_such_by_somebody(self):
        assert level(IRI | {"against": ""}, {"by": "centcom", "actor": "iri"}) == "corroborated"
        assert level(IRI | {"against": ""}, {"by": "centcom"}, {"by": "a", "against": "centcom"}) == "acknowledged"

    def test_is_not_reached_by_a_side_that_blames_another(self):
        blames = {"by": "iri", "actor": "israel", "against": "centcom"}
        assert level({"by": "centcom", "actor": "iri", "against": "centcom"}, blames) == "corroborated"

    def test_two_sides_that_blame_each_other_neither_claim_nor_acknowledge(self):
        one = {"by": "centcom", "actor": "iri", "against": "centcom"}
        other = {"by": "iri", "actor": "centcom", "against": "iri"}
        assert level(one, other) == "corroborated"

    def test_is_not_undone_by_a_third_voice_that_blames_the_side_acted_against(self):
        blames = {"by": "b", "outlet": "b", "actor": "centcom", "against": "iri"}
        assert level(IRI, IRI | {"by": "centcom"}, blames) == "acknowledged"

    def test_needs_two_sides(self):
        own = {"by": "centcom", "actor": "centcom", "against": "pentagon"}
        assert level(own, own | {"by": "pentagon"}) == "claimed"

    def test_of_a_strike_by_two_sides_together_needs_one_that_was_hit(self):
        joint = [US, {"by": "israel", "actor": "israel", "against": "iri"}]
        assert level(*joint) == "claimed"
        assert level(*joint, {"by": "kataib"}) == "acknowledged"

    def test_in_an_interception_the_actor_is_who_fired_at_the_aircraft(self):
        downed = {"kind": "interception", "actor": "centcom", "against": "houthis"}
        assert level(downed | {"by": "centcom"}) == "claimed"
        assert level(downed | {"by": "centcom"}, downed | {"by": "houthis"}) == "acknowledged"


class TestDenial:
    @pytest.mark.parametrize("contests", ["whether", "who", "number", "whether;who"])
    def test_does_not_corroborate(self, contests):
        denial = {"by": "centcom", "stance": "denies", "contests": contests, "against": "centcom"}
        assert level(IRI, denial) == "claimed"

    def test_alone_is_no_level_at_all(self):
        assert level({"by": "centcom", "stance": "denies", "contests": "whether"}) == ""

    def test_names_no_side_that_acted(self):
        assert (
            level({"by": "iri", "stance": "denies", "contests": "who", "actor": "centcom"}, {"by": "a"}) == "reported"
        )

    @pytest.mark.parametrize(
        ("contests", "expected"),
        [("number", "acknowledged"), ("weapon;number", "acknowledged"), ("whether", "claimed"),
         ("number;whether", "claimed")],
    )  # fmt: skip
    def test_by_dispute_asserts_all_but_what_it_contests(self, contests, expected):
        assert level(IRI, IRI | {"by": "centcom", "stance": "disputes", "contests": contests}) == expected


class TestDays:
    told = package(
        IRI,
        IRI | {"by": "a", "published": "2023-11-12"},
        IRI | {"by": "centcom", "outlet": "b", "published": "2023-11-15"},
    )

    @pytest.mark.parametrize(
        ("on", "expected"),
        [("2023-11-10", "claimed"), ("2023-11-11", "claimed"), ("2023-11-12", "corroborated"),
         ("2023-11-14", "corroborated"), ("2023-11-15", "acknowledged"), ("2024-11-15", "acknowledged")],
    )  # fmt: skip
    def test_a_later_report_raises_the_level_from_its_known_day_on(self, on, expected):
        assert standing(self.told, on)["corroboration"] == expected

    def test_before_the_first_report_there_is_no_incident(self):
        assert standing(self.told, "2023-11-09") == {}


@pytest.mark.parametrize("reports", [[IRI], [IRI, {"by": "centcom"}], [{"by": "a"}]])
def test_statements_are_said_or_not_said_and_have_no_level(reports):
    of = "20231109-iri-statement"
    told = package(*[report | {"of": of} for report in reports], incidents={of: {"kind": "statement"}})
    assert standing(told, of=of)["corroboration"] == ""
