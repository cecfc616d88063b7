"""Dates: what each form means, what it is called, and what is refused."""

import warnings
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.edtf import BadDate, last_day, parse, say, say_days, say_on, short

with warnings.catch_warnings():  # its grammar still calls pyparsing by old names
    warnings.simplefilter("ignore")
    from edtf import parse_edtf as second_opinion

NEITHER, APPROXIMATE, UNCERTAIN, BOTH = (False, False), (True, False), (False, True), (True, True)


def day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


VALID = [
    # text, form, earliest, latest, approximate and uncertain, words
    ("2023", "year", "2023-01-01", "2023-12-31", NEITHER, "2023"),
    ("2023~", "year", "2023-01-01", "2023-12-31", APPROXIMATE, "about 2023"),
    ("2023?", "year", "2023-01-01", "2023-12-31", UNCERTAIN, "2023 (sources conflict)"),
    ("2023-11", "month", "2023-11-01", "2023-11-30", NEITHER, "November 2023"),
    ("2024-02", "month", "2024-02-01", "2024-02-29", NEITHER, "February 2024"),
    ("2023-11~", "month", "2023-11-01", "2023-11-30", APPROXIMATE, "about November 2023"),
    ("2023-11%", "month", "2023-11-01", "2023-11-30", BOTH, "about November 2023 (sources conflict)"),
    ("2023-11-08", "day", "2023-11-08", "2023-11-08", NEITHER, "8 November 2023"),
    ("2024-02-29", "day", "2024-02-29", "2024-02-29", NEITHER, "29 February 2024"),
    ("2023-11-08~", "day", "2023-11-08", "2023-11-08", APPROXIMATE, "on or about 8 November 2023"),
    ("2023-11-08?", "day", "2023-11-08", "2023-11-08", UNCERTAIN, "8 November 2023 (sources conflict)"),
    ("2023-11-08%", "day", "2023-11-08", "2023-11-08", BOTH,
     "on or about 8 November 2023 (sources conflict)"),
    ("2023-11-XX", "unstated", "2023-11-01", "2023-11-30", NEITHER, "November 2023, day not stated"),
    ("2023-XX", "unstated", "2023-01-01", "2023-12-31", NEITHER, "2023, month not stated"),
    ("2023-11-XX~", "unstated", "2023-11-01", "2023-11-30", APPROXIMATE,
     "November 2023, day not stated (approximate)"),
    ("2023-11-XX%", "unstated", "2023-11-01", "2023-11-30", BOTH,
     "November 2023, day not stated (approximate; sources conflict)"),
    ("2023-11-03/2023-11-09", "interval", "2023-11-03", "2023-11-09", NEITHER, "from 3 to 9 November 2023"),
    ("2023-10-30/2023-11-02", "interval", "2023-10-30", "2023-11-02", NEITHER,
     "from 30 October to 2 November 2023"),
    ("2023-12-30/2024-01-02", "interval", "2023-12-30", "2024-01-02", NEITHER,
     "from 30 December 2023 to 2 January 2024"),
    ("2023-11-03/2023-11-03", "interval", "2023-11-03", "2023-11-03", NEITHER, "3 November 2023"),
    ("2023-10/2023-11", "interval", "2023-10-01", "2023-11-30", NEITHER,
     "from October 2023 to November 2023"),
    ("2023-11-20/2023-11", "interval", "2023-11-20", "2023-11-30", NEITHER,
     "from 20 November 2023 to November 2023"),
    ("2023-11-XX/2024", "interval", "2023-11-01", "2024-12-31", NEITHER,
     "from an unstated day of November 2023 to 2024"),
    ("2023-11-03~/2023-11-09", "interval", "2023-11-03", "2023-11-09", APPROXIMATE,
     "from 3 to 9 November 2023 (approximate)"),
    ("2023-11-03/2023-11-09?", "interval", "2023-11-03", "2023-11-09", UNCERTAIN,
     "from 3 to 9 November 2023 (sources conflict)"),
    ("2023-11-03/..", "interval", "2023-11-03", "", NEITHER, "from 3 November 2023 on"),
    ("../2023-11-08", "interval", "", "2023-11-08", NEITHER, "until 8 November 2023"),
    ("../2023-11", "interval", "", "2023-11-30", NEITHER, "until November 2023"),
    ("[2023-11-03..2023-11-09]", "one-of", "2023-11-03", "2023-11-09", NEITHER,
     "one day between 3 and 9 November 2023"),
    ("[2023-10-30..2023-11-02]", "one-of", "2023-10-30", "2023-11-02", NEITHER,
     "one day between 30 October and 2 November 2023"),
    ("[2023-10..2023-11]", "one-of", "2023-10-01", "2023-11-30", NEITHER,
     "one day between October 2023 and November 2023"),
    ("[2023-11-03..2023-11-09~]", "one-of", "2023-11-03", "2023-11-09", APPROXIMATE,
     "one day between 3 and 9 November 2023 (approximate)"),
    ("[..2023-11-09]", "one-of", "", "2023-11-09", NEITHER, "one day up to 9 November 2023"),
    ("[2023-11-03..]", "one-of", "2023-11-03", "", NEITHER, "one day from 3 November 2023 on"),
    ("[2023-11-03,2023-11-05]", "one-of-list", "2023-11-03", "2023-11-05", NEITHER,
     "3 November 2023 or 5 November 2023"),
    ("[2023-11-03,2023-11-05?,2023-12]", "one-of-list", "2023-11-03", "2023-12-31", UNCERTAIN,
     "3 November 2023 or 5 November 2023 or December 2023 (sources conflict)"),
    ("[2023,2023-05]", "one-of-list", "2023-01-01", "2023-12-31", NEITHER, "2023 or May 2023"),
    ("[2023-XX,2024-01-XX]", "one-of-list", "2023-01-01", "2024-01-31", NEITHER,
     "an unstated month of 2023 or an unstated day of January 2024"),
    ("0001-01-01", "day", "0001-01-01", "0001-01-01", NEITHER, "1 January 1"),
    ("9999", "year", "9999-01-01", "9999-12-31", NEITHER, "9999"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "form", "earliest", "latest", "marks", "words"), VALID)
def test_a_date_means_what_its_form_says(text, form, earliest, latest, marks, words):
    value = parse(text)
    assert (value.text, value.form) == (text, form)
    assert (value.earliest, value.latest) == (day(earliest), day(latest))
    assert (value.approximate, value.uncertain) == marks
    assert say(value) == words


ANY_DATE = (
    "a date such as 2023-11-08, 2023-11, 2023-11-08~, 2023-11-03/2023-11-09, [2023-11-03..2023-11-09] or 2023-11-XX"
)
TWO_ENDS = "an interval with two ends, at most one of them '..'"
ONE_OF = "a one-of set of at least two dates, such as [2023-11-03,2023-11-05]"
IN_ORDER = "a one-of set in order, each date once"
FORWARD = "an end that is not before its start"

INVALID = [
    ("", ANY_DATE),
    ("yesterday", ANY_DATE),
    ("8 November 2023", ANY_DATE),
    ("08-11-2023", ANY_DATE),
    ("20231108", ANY_DATE),
    ("2023-1-8", ANY_DATE),
    ("2023-11-8", ANY_DATE),
    ("2023-00", ANY_DATE),
    ("2023-13", ANY_DATE),
    ("23-11-08", ANY_DATE),
    ("12023", ANY_DATE),
    ("-2023", ANY_DATE),
    ("2023-11-08T10:00", ANY_DATE),
    ("2023-11-08 ", ANY_DATE),
    ("2023-11-08\n", ANY_DATE),
    ("2023-11-08~~", ANY_DATE),
    ("2023-11-08~?", ANY_DATE),
    ("~2023-11-08", ANY_DATE),
    ("2023-~11", ANY_DATE),
    ("2023-11-xx", ANY_DATE),
    ("2023-11-1X", ANY_DATE),
    ("2023-XX-08", ANY_DATE),
    ("202X", ANY_DATE),
    ("2023-11-08..", ANY_DATE),
    ("\u0662\u0660\u0662\u0663", ANY_DATE),  # 2023 in Arabic digits
    ("2023-21", ANY_DATE),  # a season, which level 1 knows and the site does not
    ("2023–11–08", ANY_DATE),  # dashes that a word processor made
    ("2023-11-31", "a day from 01 to 30, as November 2023 has"),
    ("2023-11-00", "a day from 01 to 30, as November 2023 has"),
    ("2023-02-29", "a day from 01 to 28, as February 2023 has"),
    ("2023-11-03/2023-11-31", "a day from 01 to 30, as November 2023 has"),
    ("0000-01-01", "a year from 0001 to 9999"),
    ("0000", "a year from 0001 to 9999"),
    ("2023-11-03/", TWO_ENDS),
    ("/2023-11-03", TWO_ENDS),
    ("2023/11/08", TWO_ENDS),
    ("../..", TWO_ENDS),
    ("2023-11-09/2023-11-03", FORWARD),
    ("[2023-11-09..2023-11-03]", FORWARD),
    ("[2023-11-03]", ONE_OF),
    ("[]", ANY_DATE),
    ("[2023-11-03, 2023-11-05]", ANY_DATE),
    ("[2023-11-03/2023-11-05]", ANY_DATE),
    ("[2023-11-03,2023-11-05..]", ANY_DATE),
    ("{2023-11-03,2023-11-05}", ANY_DATE),
    ("[2023-11-03", ANY_DATE),
    ("[..]", "a one-of range with two ends, at most one of them missing"),
    ("[2023-11-03..2023-11-05..2023-11-07]", "a one-of range with two ends, at most one of them missing"),
    ("[2023-11-05,2023-11-03]", IN_ORDER),
    ("[2023-11-03,2023-11-03]", IN_ORDER),
]


@pytest.mark.parametrize(("text", "right"), INVALID)
def test_a_date_outside_the_subset_is_refused_and_the_message_says_what_is_right(text, right):
    with pytest.raises(BadDate) as refused:
        parse(text)
    assert refused.value.right == right
    assert str(refused.value) == f"{text!r} is not a date the site can read. Expected: {right}"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("2023-09-08", "8 Sep 2023"),
        ("2023-05-08", "8 May 2023"),
        ("2023-12-30/2024-01-02", "from 30 Dec 2023 to 2 Jan 2024"),
        ("[2023-XX,2024-01-XX]", "an unstated month of 2023 or an unstated day of Jan 2024"),
    ],
)
def test_short_words_cut_months_to_three_letters(text, words):
    assert short(parse(text)) == words


@pytest.mark.parametrize(
    ("first", "last", "joiner", "words"),
    [
        ("2023-11-03", "2023-11-03", "–", "3 November 2023"),
        ("2023-11-03", "2023-11-09", "–", "3–9 November 2023"),
        ("2023-10-30", "2023-11-02", "–", "30 October – 2 November 2023"),
        ("2023-12-30", "2024-01-02", "–", "30 December 2023 – 2 January 2024"),
        ("2023-11-03", "2023-11-09", " to ", "3 to 9 November 2023"),
        ("2023-10-30", "2023-11-02", " and ", "30 October and 2 November 2023"),
    ],
)
def test_two_days_say_their_common_month_and_year_once(first, last, joiner, words):
    assert say_days(day(first), day(last), joiner) == words


def test_only_a_date_of_one_day_is_a_day():
    assert [parse(text).is_day for text in ("2023-11-08~", "2023-11", "2023-11-03/2023-11-03")] == [
        True, False, False,
    ]  # fmt: skip


def test_an_open_end_reaches_to_the_end_of_the_calendar():
    assert parse("2023-11-08/..").last_day == date(9999, 12, 31).toordinal()
    assert parse("../2023-11-08").first_day == date(1, 1, 1).toordinal()


# --- properties ------------------------------------------------------------------------------------------

DAYS = st.dates(date(1, 1, 1), date(9999, 12, 31))
MARKS = st.sampled_from(["", "~", "?", "%"])
FORMS = ["{0.year:04}", "{0.year:04}-{0.month:02}", "{0}", "{0.year:04}-XX", "{0.year:04}-{0.month:02}-XX"]
BODIES = st.builds(str.format, st.sampled_from(FORMS), DAYS)
PARTS = st.builds(str.__add__, BODIES, MARKS)


def in_order(pair: tuple[str, str]) -> bool:
    return parse(pair[0]).first_day <= parse(pair[1]).last_day


PAIRS = st.tuples(PARTS, PARTS).map(lambda pair: tuple(sorted(pair))).filter(in_order)
INTERVALS = PAIRS.map("/".join) | PARTS.map(lambda part: f"{part}/..") | PARTS.map(lambda part: f"../{part}")
RANGES = PAIRS.map("..".join) | PARTS.map(lambda part: f"{part}..") | PARTS.map(lambda part: f"..{part}")
SETS = st.lists(DAYS, min_size=2, max_size=4, unique=True).map(
    lambda days: "[" + ",".join(day.isoformat() for day in sorted(days)) + "]"
)
DATES = PARTS | INTERVALS | RANGES.map("[{}]".format) | SETS


@given(DATES)
def test_the_earliest_day_is_never_after_the_latest(text):
    value = parse(text)
    assert value.first_day <= value.last_day
    assert value.earliest is None or value.earliest.toordinal() == value.first_day
    assert value.latest is None or value.latest.toordinal() == value.last_day


@given(DATES)
def test_parsing_the_text_of_a_date_gives_the_same_date(text):
    assert parse(parse(text).text) == parse(text)


@given(DATES)
def test_every_date_has_words(text):
    assert say(parse(text))
    assert len(short(parse(text))) <= len(say(parse(text)))


@given(BODIES, MARKS)
def test_a_qualifier_widens_nothing(body, mark):
    bare, marked = parse(body), parse(body + mark)
    assert (bare.earliest, bare.latest, bare.form) == (marked.earliest, marked.latest, marked.form)


@given(PAIRS)
def test_an_interval_and_a_range_have_the_bounds_of_their_parts(pair):
    first, last = parse(pair[0]), parse(pair[1])
    for text in (f"{pair[0]}/{pair[1]}", f"[{pair[0]}..{pair[1]}]"):
        value = parse(text)
        assert (value.earliest, value.latest) == (first.earliest, last.latest)
        assert value.approximate == (first.approximate or last.approximate)
        assert value.uncertain == (first.uncertain or last.uncertain)


@given(DAYS)
def test_words_name_no_day_that_the_text_does_not_give(when):
    month = f"{when.year:04}-{when.month:02}"
    for text in (month, f"{month}-XX", f"../{month}", f"{month}/..", f"[{month}..]", f"[..{month}]"):
        numbers = [word for word in say(parse(text)).replace(",", "").split() if word.isdigit()]
        assert numbers == [str(when.year)]


NEARLY = st.text(alphabet="0123456789-X~?%/.[], xT", max_size=28)


@given(st.text() | NEARLY | DATES.map(lambda text: text[:-1]) | DATES.map(lambda text: text * 2))
def test_any_other_text_raises_bad_date_and_nothing_else(text):
    try:
        assert parse(text).text == text
    except BadDate as error:
        assert error.right


# What the library can read of our subset: it knows no set of days with marks or XX, and no interval with XX.
STATED = st.builds(str.__add__, BODIES.filter(lambda text: "X" not in text), MARKS)
DAY_PAIRS = st.tuples(DAYS, DAYS).map(lambda pair: tuple(day.isoformat() for day in sorted(pair)))
SHARED = (
    PARTS
    | st.tuples(STATED, STATED).map(sorted).filter(in_order).map("/".join)
    | DAY_PAIRS.map("..".join).map("[{}]".format)
    | SETS
)


@given(SHARED)
def test_a_second_implementation_finds_the_same_bounds(text):
    theirs = second_opinion(text)
    ours = parse(text)
    assert ours.earliest == date(*theirs.lower_strict()[:3])
    assert ours.latest == date(*theirs.upper_strict()[:3])


@pytest.mark.parametrize(("text", "last", "words"), [
    ("2024-01-22", "2024-01-22", "on 22 January 2024"),
    ("2024-01-22~", "2024-01-22~", "on or about 22 January 2024"),
    ("2024-01-22?", "2024-01-22?", "on 22 January 2024 (sources conflict)"),
    ("2024-01", "2024-01-31", "in January 2024"),
    ("2024-01-20/2024-01-22", "2024-01-22", "from 20 to 22 January 2024"),
    ("2024-01-20/..", "", "from 20 January 2024 on"),
])  # fmt: skip
def test_the_last_day_is_as_sure_as_the_date_and_words_say_it_after_a_verb(text: str, last: str, words: str):
    assert (last_day(parse(text)), say_on(parse(text))) == (last, words)
