"""What is hidden until the reader has answered is not in the rows."""

import pytest

from dashboard.dataset import Dataset
from dashboard.derive import index
from dashboard.derive.harm import tells
from dashboard.errors import InvalidSelection
from dashboard.selection import HIDES, Selection, hidden

ISLET, SKERRIES = "20190304-islet-rockets", "20190310-skerries-mortars"


def test_nothing_hidden_is_the_data_set_itself(tiny: Dataset):
    assert hidden(tiny, ()) is tiny


@pytest.mark.parametrize("name", HIDES)
def test_what_names_the_data_stays_what_it_is(tiny: Dataset, name: str):
    veiled = hidden(tiny, (name,))
    assert (veiled.digest, veiled.schema, veiled.problems) == (tiny.digest, tiny.schema, tiny.problems)
    assert list(veiled["incidents"]["incident_id"]) == list(tiny["incidents"]["incident_id"])
    assert set(veiled["incidents"]["note"]) == {""}


def test_no_level_no_dispute_and_no_origin_is_left(tiny: Dataset):
    frame = index(hidden(tiny, ("corroboration",))).standings
    assert set(frame["corroboration"]) == {"hidden", ""}
    assert not frame["disputed"].any() and not frame["revised"].any() and set(frame["conflicts"]) == {""}
    assert set(frame["origins"]) == {0}
    assert frame["reports"].tolist() == index(tiny).standings["reports"].tolist()


def test_no_harm_is_left_nor_words_that_state_it(tiny: Dataset):
    veiled = hidden(tiny, ("outcome",))
    harm = ["killed", "killed_qualifier", "injured", "injured_qualifier", "outcome"]
    assert set(veiled["reports"][harm].to_numpy().ravel()) == {""}
    told = tiny["reports"][harm].ne("").any(axis="columns").to_numpy()
    assert told.any() and not told.all()
    assert set(veiled["reports"].loc[told, "summary"]) == {"Hidden until you answer."}
    assert veiled["reports"].loc[~told, "summary"].tolist() == tiny["reports"].loc[~told, "summary"].tolist()
    assert set(veiled["tallies"]["measure"]) == {"attacks", "counter-strikes"}
    assert index(veiled).standings["corroboration"].tolist() == index(tiny).standings["corroboration"].tolist()


def test_titles_that_may_tell_the_outcome_give_way(tiny: Dataset):
    veiled = hidden(tiny, ("outcome",))
    assert set(veiled["sources"]["title"]) == {"Title hidden until you answer"}
    for row, before in zip(veiled["incidents"].to_dict("records"), tiny["incidents"].to_dict("records"), strict=True):
        assert (row["title"] == before["title"]) != tells(tiny, "incidents", before, "title")
    assert hidden(tiny, ("accounts",))["sources"]["title"].tolist() == tiny["sources"]["title"].tolist()


def test_of_every_incident_the_account_that_was_known_first_is_left(tiny: Dataset):
    veiled = hidden(tiny, ("accounts",))
    left = veiled["reports"].groupby("incident_id")["report_id"].agg(list)
    assert (left[ISLET], left[SKERRIES]) == (["r01"], ["r08"])
    assert set(left.index) == set(tiny["reports"]["incident_id"])
    assert set(index(veiled).standings["corroboration"]) == {"hidden", ""}  # one account alone would say "reported"


def test_a_filter_by_standing_would_tell_and_is_refused():
    for query in ("hide=corroboration&disputed=yes", "hide=accounts&corroboration=claimed"):
        with pytest.raises(InvalidSelection, match="Leave out the filter"):
            Selection.from_query(query)
    assert Selection.from_query("hide=outcome&disputed=yes").disputed


def test_rows_are_the_same_whatever_a_page_hides(tiny: Dataset):
    plain, hiding = Selection.from_query("kind=attack"), Selection.from_query("kind=attack&hide=outcome")
    assert hiding.apply(tiny) is plain.apply(tiny)
