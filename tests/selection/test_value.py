"""The query string: what it may say, what is told when it is wrong, and that it survives the round trip."""

from dataclasses import FrozenInstanceError, replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.errors import InvalidSelection, nearest
from dashboard.selection import FILTERS, LANES, SIDES, Selection
from dashboard.selection.columns import NAMES, OF, PER, SORTS
from dashboard.selection.filters import OPENED
from dashboard.selection.value import PARAMETERS

WORDS = st.text(st.characters(exclude_categories=["Cs"])).map(lambda text: " ".join(text.split()))
VALUES = st.sets(WORDS.filter(bool), max_size=3).map(lambda values: tuple(sorted(values)))
DAYS = st.none() | st.dates()


@st.composite
def selections(draw: st.DrawFn) -> Selection:
    days = [draw(DAYS), draw(DAYS)]
    start, end = sorted(days) if None not in days else days
    return Selection(
        start=start,
        end=end,
        known_by=draw(DAYS),
        disputed=draw(st.none() | st.booleans()),
        q=draw(WORDS),
        lanes=draw(st.sampled_from(tuple(LANES))),
        rows=draw(st.sampled_from(("list", "table"))),
        of=draw(st.sampled_from(tuple(OF))),
        columns=tuple(sorted(draw(st.sets(st.sampled_from(NAMES), max_size=4)))),
        per=draw(st.sampled_from(PER)),
        page=draw(st.integers(1, 9_999_999)),
        sort=draw(st.sampled_from(["", *SORTS])),
        by=draw(st.sampled_from(tuple(SIDES))),
        a=draw(WORDS),
        b=draw(WORDS),
        activity=draw(st.just(()) | st.just(("compare", "totals"))),
        variant=draw(st.integers(1, 99)),
        key=draw(st.none() | st.booleans()),
        data=draw(st.just("") | st.text("0123456789abcdef", min_size=12, max_size=12)),
        **{name: draw(WORDS) for name in OPENED},
        **{name: draw(VALUES) for name in FILTERS},
    )


class TestRoundTrip:
    @given(selections())
    def test_what_is_written_is_what_is_read(self, selection):
        assert Selection.from_query(selection.to_query()) == selection

    @given(selections())
    def test_two_that_are_equal_are_written_the_same(self, selection):
        again = Selection.from_query("?" + selection.to_query())
        assert again.to_query() == selection.to_query()
        assert hash(again) == hash(selection)

    @given(selections())
    def test_what_is_asked_is_what_is_written(self, selection):
        names = [pair.split("=")[0] for pair in selection.to_query().split("&") if pair]
        assert list(selection.asked) == list(dict.fromkeys(names))

    @given(st.text())
    def test_any_text_is_read_or_refused_in_words(self, text):
        try:
            Selection.from_query(text)
        except InvalidSelection as error:
            assert all(problem.found and problem.expected for problem in error.problems)

    def test_covers_every_part(self):
        text = dict.fromkeys(OPENED, "x") | {name: ("x", "y z") for name in FILTERS}
        days = {"start": date(2023, 11, 8), "end": date(2023, 11, 9), "known_by": date(2023, 11, 10)}
        view = {"disputed": False, "q": "x & y", "lanes": "kind", "rows": "table", "of": "reports", "page": 2, "sort": "-lag"}
        view |= {"columns": ("date", "lag"), "per": 100, "gentle": True, "data": "0123456789ab"}
        sides = {"by": "said_by", "a": "x", "b": "y"}
        classroom = {"activity": ("order",), "variant": 2, "key": False}
        told = {"hide": ("outcome",), "step": 2, "answered": ("1",)}
        whole = Selection(**text, **days, **view, **sides, **classroom, **told)
        assert list(whole.asked) == list(PARAMETERS)
        assert Selection.from_query(whole.to_query()) == whole

    def test_nothing_asked_is_an_empty_query(self):
        assert Selection().to_query() == ""
        assert Selection.from_query("") == Selection.from_query("?") == Selection()


class TestReading:
    @pytest.mark.parametrize(
        ("query", "expected"),
        [
            ("from=2023-11-08", Selection(start=date(2023, 11, 8))),
            ("from=2023-11", Selection(start=date(2023, 11, 1))),
            ("from=2023", Selection(start=date(2023, 1, 1))),
            ("to=2023-11", Selection(end=date(2023, 11, 30))),
            ("to=2024-02", Selection(end=date(2024, 2, 29))),
            ("to=2023", Selection(end=date(2023, 12, 31))),
            ("known_by=2023-11", Selection(known_by=date(2023, 11, 30))),
            ("from=2023-11&to=2023-11", Selection(start=date(2023, 11, 1), end=date(2023, 11, 30))),
            ("weapon=rocket&weapon=missile", Selection(weapon=("missile", "rocket"))),
            ("weapon=rocket&weapon=rocket", Selection(weapon=("rocket",))),
            ("disputed=yes", Selection(disputed=True)),
            ("disputed=no", Selection(disputed=False)),
            ("q=Ain++al-Asad+", Selection(q="Ain al-Asad")),
            ("q=Ain&q=Asad", Selection(q="Ain Asad")),
            ("q=caf%C3%A9", Selection(q="café")),
            ("per=100&of=reports&columns=lag&columns=date&columns=lag",
             Selection(per=100, of="reports", columns=("date", "lag"))),
            ("per=50&of=incidents&columns=", Selection()),
            ("page=3&rows=table&lanes=party", Selection(page=3, rows="table", lanes="party")),
            ("from=2023-11-08&from=2023-11-08", Selection(start=date(2023, 11, 8))),
            ("?from=&to=&q=&place=&disputed=&page=&lanes=", Selection()),
            (" place = asad ".replace(" ", ""), Selection(place=("asad",))),
        ],
    )
    def test_query(self, query, expected):
        assert Selection.from_query(query) == expected


def refused(query: str) -> list[str]:
    with pytest.raises(InvalidSelection) as caught:
        Selection.from_query(query)
    assert all(problem.code in ("unknown-filter", "bad-query") for problem in caught.value.problems)
    return [f"{problem.found}. {problem.expected}." for problem in caught.value.problems]


class TestRefusal:
    @pytest.mark.parametrize(
        ("query", "expected"),
        [
            ("colour=red", f"Unknown filter 'colour'. Known filters: {nearest('colour', PARAMETERS)}."),
            ("colour=", f"Unknown filter 'colour'. Known filters: {nearest('colour', PARAMETERS)}."),
            ("colour", f"Unknown filter 'colour'. Known filters: {nearest('colour', PARAMETERS)}."),
            ("Place=asad", f"Unknown filter 'Place'. Known filters: {nearest('Place', PARAMETERS)}."),
            ("start=2023-11-08", f"Unknown filter 'start'. Known filters: {nearest('start', PARAMETERS)}."),
            ("from=yesterday", "from='yesterday' is not a day. Write it as 2023-11-08."),
            ("from=2023-02-30", "from='2023-02-30' is not a day. Write it as 2023-11-08."),
            ("to=2023-11-08~", "to='2023-11-08~' is not a day. Write it as 2023-11-08."),
            ("to=2023-11-08?", "to='2023-11-08?' is not a day. Write it as 2023-11-08."),
            ("to=2023-11-XX", "to='2023-11-XX' is not a day. Write it as 2023-11-08."),
            ("known_by=2023-11-08/2023-11-09", "known_by='2023-11-08/2023-11-09' is not a day. "
             "Write it as 2023-11-08."),
            ("from=2023-11-08&from=2023-11-09", "from is given 2 times. Write it once."),
            ("from=2023-11-09&to=2023-11-08", "from=2023-11-09 comes after to=2023-11-08. "
             "Write the earlier day as from."),
            ("disputed=maybe", "disputed='maybe' is not known. Known values of disputed: no, yes."),
            ("lanes=colour", "lanes='colour' is not known. Known values of lanes: kind, outlet, party, place, weapon."),
            ("rows=cards", "rows='cards' is not known. Known values of rows: list, table."),
            ("of=places", "of='places' is not known. Known values of of: incidents, reports, tallies."),
            ("per=10", "per='10' is not known. Known values of per: 100, 200, 25, 50."),
            ("columns=lag&columns=colour",
             f"columns='colour' is not known. Known values of columns: {nearest('colour', NAMES)}."),
            ("sort=up", f"sort='up' is not known. Known values of sort: {nearest('up', SORTS)}."),
            ("page=0", "page='0' is not a page. Write a whole number from 1."),
            ("page=1.5", "page='1.5' is not a page. Write a whole number from 1."),
            ("page=99999999", "page='99999999' is not a page. Write a whole number from 1."),
        ],
    )  # fmt: skip
    def test_says_what_was_found_and_what_is_right(self, query, expected):
        assert refused(query) == [expected]

    def test_names_everything_that_is_wrong_at_once(self):
        assert refused("colour=red&from=x&size=9&page=-1&disputed=no") == [
            f"Unknown filter 'colour'. Known filters: {nearest('colour', PARAMETERS)}.",
            f"Unknown filter 'size'. Known filters: {nearest('size', PARAMETERS)}.",
            "from='x' is not a day. Write it as 2023-11-08.",
            "page='-1' is not a page. Write a whole number from 1.",
        ]

    def test_of_too_long_a_query_is_one_sentence(self):
        assert refused("&".join(["q=a"] * 501)) == ["Too many filters. At most 500 of them."]
        assert Selection.from_query("&".join(["weapon=rocket"] * 500)) == Selection(weapon=("rocket",))


class TestUnknownValues:
    def told(self, query: str, dataset) -> list[str]:
        with pytest.raises(InvalidSelection) as caught:
            Selection.from_query(query).apply(dataset)
        assert {problem.code for problem in caught.value.problems} == {"unknown-value"}
        return [f"{problem.found}. {problem.expected}." for problem in caught.value.problems]

    def test_are_told_with_the_known_ones(self, default):
        assert self.told("outlet=reuters", default) == [
            "outlet='reuters' is not in the data. Known values of outlet: al-mayadeen."
        ]
        assert self.told("corroboration=true", default) == [
            "corroboration='true' is not in the data. Known values of corroboration: "
            "acknowledged, claimed, corroborated, reported."
        ]

    @pytest.mark.parametrize("name", [*FILTERS, *OPENED])
    def test_are_told_for_every_filter(self, default, name):
        (told,) = self.told(f"{name}=nowhere", default)
        assert told.startswith(f"{name}='nowhere' is not in the data. Known values of {name}: ")

    def test_are_told_all_at_once(self, default):
        told = self.told("place=atlantis&place=syria&weapon=laser&weapon=rocket&incident=x&kind=ball", default)
        assert [sentence.split(" is not")[0] for sentence in told] == [
            "place='atlantis'", "weapon='laser'", "kind='ball'", "incident='x'",
        ]  # fmt: skip

    def test_silence_is_a_value_of_what_may_be_silent(self, default):
        for name in ("place", "party", "weapon"):
            Selection.from_query(f"{name}=not-stated").apply(default)
        for name in ("actor", "said_by", "kind", "outlet", "corroboration"):
            assert self.told(f"{name}=not-stated", default)


class TestFrozen:
    def test_nothing_changes_it(self):
        with pytest.raises(FrozenInstanceError):
            Selection().page = 2

    def test_without_some_parts(self):
        selection = Selection(page=2, q="rocket", weapon=("rocket",), disputed=False)
        assert selection.without("page", "disputed") == Selection(q="rocket", weapon=("rocket",))

    def test_filtering_is_what_decides_which_rows_are_kept(self):
        selection = Selection(page=2, lanes="party", rows="table", incident="x", measure="x", tally="x", q="rocket")
        selection = replace(selection, of="reports", columns=("lag",), per=25, sort="-lag")
        assert selection.filtering == Selection(q="rocket")
