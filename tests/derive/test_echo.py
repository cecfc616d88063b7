"""How many outlets carry one and the same statement."""

from dashboard import derive
from dashboard.derive.echo import widest
from tests.made_up import INCIDENT, day, package

CLAIM = {"by": "iri", "actor": "iri", "said_on": "2023-11-09", "published": "2023-11-10"}
RELAY = CLAIM | {"outlet": "b", "published": "2023-11-12"}


def echo(*reports: dict, on: str = "2024-12-31") -> int:
    return widest(derive.index(package(*reports)), [INCIDENT], day(on))


class TestWidest:
    def test_counts_the_outlets_of_one_statement_and_not_its_reports(self):
        assert echo(CLAIM, RELAY) == 2
        assert echo(CLAIM, CLAIM) == 1

    def test_counts_what_was_known_by_the_day(self):
        assert [echo(CLAIM, RELAY, on=f"2023-11-{n}") for n in ("09", "10", "12")] == [0, 1, 2]

    def test_keeps_statements_of_several_institutions_and_of_several_days_apart(self):
        assert echo(CLAIM, {"by": "b", "outlet": "b", "published": "2023-11-12"}) == 1
        assert echo(CLAIM, RELAY | {"said_on": "2023-11-11"}) == 1

    def test_is_nothing_without_incidents(self):
        assert widest(derive.index(package(CLAIM)), [], day("2024-12-31")) == 0
