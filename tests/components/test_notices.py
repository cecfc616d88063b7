"""What the reader is told about the page as a whole."""

import io
import re
import zipfile

from dashboard.components import notice, tallies
from dashboard.dataset import Dataset, load
from dashboard.errors import InvalidSelection
from dashboard.exporters import package
from dashboard.schema import DEFAULT
from dashboard.selection import Selection
from tests.components.tree import of, table, words
from tests.made_up import package as made_up


def banners(data: Dataset, query: str) -> list[str]:
    return [words(banner) for banner in notice.banners(Selection.from_query(query).apply(data))]


def broken_down(data: Dataset, query: str) -> str:
    return words(notice.breakdown(Selection.from_query(query).apply(data))).partition(". Told in")[0]


def test_the_standings_of_a_kind_add_up_to_its_incidents_on_every_day():
    data = load(DEFAULT)
    for day in ("2023-10-19", "2023-11-20", "2024-01-15", "2024-03-01"):
        told = broken_down(data, f"known_by={day}")
        for kind in told.split("; "):
            number, *standing = [int(found) for found in re.findall(r"\d+", kind)]
            assert sum(standing) == number or kind.endswith("statements"), (day, kind)
    assert "7 not graded, with no report of a known day yet" in broken_down(data, "known_by=2023-11-20")
    assert "not graded" not in broken_down(data, "")


def test_what_is_only_denied_so_far_is_not_graded():
    data = made_up(
        {"by": "centcom", "actor": "iri", "stance": "denies", "published": "2023-11-09"},
        {"by": "iri", "actor": "iri", "published": "2023-11-12"},
    )
    assert broken_down(data, "known_by=2023-11-10") == "1 attack (1 not graded, asserted by nobody yet)"
    assert broken_down(data, "") == "1 attack (1 claimed)"


def refusal(query: str, data: Dataset) -> InvalidSelection:
    try:
        Selection.from_query(query).checked(data)
    except InvalidSelection as error:
        return error
    raise AssertionError("this query should be refused")


def test_a_known_by_day_says_how_much_it_hides(tiny: Dataset):
    (said,) = banners(tiny, "known_by=2019-03-04")
    assert said == (
        "The page as it could be read by 4 March 2019: 17 more reports had not appeared yet. "
        "Compare with what is known now"
    )


def test_a_known_by_day_that_hides_nothing_says_so(tiny: Dataset):
    said = banners(tiny, "known_by=2019-04-02&kind=seizure")
    assert said == [
        "The page as it could be read by 2 April 2019: everything in this selection had appeared. "
        "Compare with what is known now"
    ]


def test_a_report_known_at_an_unknown_date_is_told_apart(tiny: Dataset):
    assert banners(tiny, "") == ["1 report known at an unknown date: shown, and raising nothing before the end."]


def test_without_either_there_is_no_banner(tiny: Dataset):
    assert banners(tiny, "kind=attack") == []


def test_the_sentence_is_the_live_region(tiny: Dataset):
    sentence = notice.sentence(Selection().apply(tiny))
    assert (sentence.role, getattr(sentence, "aria-live")) == ("status", "polite")
    assert sentence.children == "18 reports of 8 incidents, 1–31 March 2019."


def test_rows_set_aside_are_counted(package_copy):
    data = package_copy.damaged("reports", 3, "injured", "two").damaged("reports", 4, "date", "4 March").loaded()
    assert words(notice.set_aside(data)) == (
        "2 rows of the data set aside because of errors (2 in reports). The check lists each of them."
    )


def test_a_refusal_names_each_fault_what_is_known_and_the_way_out(tiny: Dataset):
    drawn = notice.refused(refusal("color=red&known_by=soon", tiny))
    assert [words(item) for item in of(drawn, "Li")][1] == "known_by='soon' is not a day. Write it as 2023-11-08."
    known = "Unknown filter 'color'. Known filters: corroboration, actor, columns, "
    assert words(of(drawn, "Li")[0]).startswith(known)
    assert [(link.children, link.href) for link in of(drawn, "A")] == [("Show everything", "/")]
    assert drawn.role == "alert"


# --- declared counts -------------------------------------------------------------------------------------


def counts(data: Dataset, query: str = "") -> list:
    selection = Selection.from_query(query)
    return tallies.whole(selection, selection.filtering.apply(data))


def test_a_declared_count_stands_with_its_speaker_its_start_its_area_and_what_is_named_for_it(tiny: Dataset):
    head, *rows = table(counts(tiny))
    assert [name.split(" ↕")[0] for name in head] == [
        "Count", "Of", "Said by", "Known on", "Since", "Where", "Named here", "Outlet", "What it says", "In selection",
    ]  # fmt: skip
    by_count = {(row[0], row[1]): row for row in rows}
    assert by_count["at least 2", "injured"][4:7] == [
        "no start given",
        "Îlot Zélande",
        "The source gives no start for this count, so no window can be itemised.",
    ]
    assert ("2", "attacks a part of the 5") in by_count
    assert ("1", "counter-strikes the source's own inference") in by_count
    five = by_count["5", "attacks"]
    assert (five[2], *five[4:6]) == ("Ida Ørn, Guard spokeswoman (Lighthouse Guard)", "1 Mar 2019", "QX, QY")


def test_a_count_without_an_upper_end_is_said_in_words(tiny: Dataset):
    named = [row[6] for row in table(counts(tiny))[1:]]
    assert [text for text in named if "inf" in text.split() or "nan" in text.split()] == []


def test_filters_that_counts_cannot_follow_are_named(tiny: Dataset):
    assert "these are not narrowed by place, kind." in words(counts(tiny, "kind=attack&place=zelande"))
    assert "not narrowed" not in words(counts(tiny, "said_by=guard"))


def test_no_count_is_said_in_words(tiny: Dataset):
    assert "No declared count was known or falls into this selection." in words(counts(tiny, "known_by=2019-03-04"))


def test_a_package_that_is_a_selection_says_what_it_was_and_leads_to_it(tiny: Dataset, tmp_path):
    query = "known_by=2019-03-20&kind=attack&weapon=rocket"
    selected = Selection.from_query(query).apply(tiny)
    zipfile.ZipFile(io.BytesIO(package(selected))).extractall(tmp_path)
    again = load(tmp_path)
    everything = Selection().apply(again)
    (banner,) = (part for part in notice.banners(everything) if "a selection kept" in words(part))
    assert selected.sentence in words(banner)
    (link,) = of(banner, "Link")
    there = Selection.from_query(link.href.removeprefix("/?")).apply(again)
    assert there.sentence == selected.sentence != everything.sentence
    assert not any("a selection kept" in said for said in banners(again, query))
