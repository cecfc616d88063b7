"""Which cells may tell of people harmed: by the package's marks, never by the words in them."""

import pytest

from dashboard.derive.harm import tells

SILENT = {"report_id": "x", "killed": "", "injured": "", "outcome": "", "summary": "s", "quote": "q", "target": "t"}


@pytest.mark.parametrize(
    ("stated", "told"),
    [
        ({"killed": "3"}, {"killed", "summary", "quote", ""}),
        ({"killed": "0", "injured": "2..5"}, {"injured", "summary", "quote", ""}),
        ({"outcome": "o"}, {"outcome", "summary", "quote", ""}),
        ({"outcome": "o", "killed": "0"}, set()),
        ({"outcome": "o", "killed": "0", "injured": "1"}, {"outcome", "injured", "summary", "quote", ""}),
        ({"killed": "0", "injured": "0"}, set()),
        ({}, set()),
    ],
)
def test_a_number_tells_of_people_a_text_may_and_words_follow_their_row(tiny, stated, told):
    row = SILENT | stated
    columns = ("killed", "injured", "outcome", "summary", "quote", "target", "")
    assert {name for name in columns if tells(tiny, "reports", row, name)} == told


def test_titles_and_notes_of_documents_may_tell_wherever_they_are_filled(tiny):
    document = {"source_id": "s", "title": "t", "note": "", "outlet_id": "o"}
    assert tells(tiny, "sources", document, "title")
    assert not tells(tiny, "sources", document, "note")
    assert not tells(tiny, "sources", document, "outlet_id")


def test_a_row_that_the_package_lists_tells_whatever_its_columns_say(tiny):
    (listed, *_) = tiny.schema.tables["incidents"].harmful
    assert tells(tiny, "incidents", {"incident_id": listed, "title": "t"}, "title")
    assert not tells(tiny, "incidents", {"incident_id": "another", "title": "t"}, "title")


def test_a_count_tells_by_its_measure(tiny):
    counted = {row["measure"]: tells(tiny, "tallies", row) for row in tiny["tallies"].to_dict("records")}
    assert counted == {"attacks": False, "injured": True, "counter-strikes": False}
