"""Old links: names and values that are gone are read as what stands in their place."""

import pytest

from dashboard.errors import InvalidSelection
from dashboard.selection import Selection, migrations
from dashboard.selection.migrations import RENAMED, Renamed, migrated
from dashboard.selection.value import PARAMETERS

TABLE = {
    "actor_id": Renamed("actor", since="9.0.0"),
    "side": Renamed("party", since="9.0.0", values={"us": "us-coalition"}),
    "theme": Renamed("", since="9.0.0"),
    "kind": Renamed("kind", since="9.0.0", values={"raid": "counter-strike", "rumour": ""}),
}
CASES = [
    # an old query, the same as it is written now
    ("actor_id=terns", "actor=terns"),
    ("side=us&side=iran", "party=iran&party=us-coalition"),
    ("side=us&party=iran", "party=iran&party=us-coalition"),
    ("theme=dark&q=drone", "q=drone"),
    ("kind=raid&kind=attack", "kind=attack&kind=counter-strike"),
    ("kind=rumour", ""),
    ("kind=attack&q=side", "kind=attack&q=side"),
]


@pytest.mark.parametrize(("old", "now"), CASES)
def test_an_old_link_asks_for_what_stands_in_its_place(monkeypatch, old, now):
    monkeypatch.setattr(migrations, "RENAMED", TABLE)
    assert Selection.from_query(old).to_query() == now


def test_a_name_that_never_was_is_refused_all_the_same(monkeypatch):
    monkeypatch.setattr(migrations, "RENAMED", TABLE)
    with pytest.raises(InvalidSelection, match="Unknown filter 'colour'"):
        Selection.from_query("actor_id=terns&colour=red")


def test_without_the_table_nothing_changes():
    given = {"actor_id": ["terns"], "kind": ["raid"]}
    assert migrated(given) == given


def test_every_line_leads_to_a_name_that_is_known():
    assert {place.name for place in RENAMED.values()} <= {"", *PARAMETERS}
    assert [name for name, place in RENAMED.items() if name in PARAMETERS and place.name != name] == []
