"""A link that names other data than is served says so, and says what restores what it showed."""

import pytest

from dashboard import schema
from dashboard.components import notice
from dashboard.errors import InvalidSelection
from dashboard.selection import Selection, releases

RELEASE = {"version": "0.0.0", "digest": "0123456789ab", "created": "2019-04-01", "path": "tag data-0.0.0"}


@pytest.fixture
def data(package_copy):
    return package_copy.described(lambda raw: raw.update(releases=[RELEASE])).loaded()


def test_a_link_to_a_release_names_what_restores_it(data):
    assert releases.notice(Selection(data="0123456789ab"), data) == (
        "This link was made with data 0123456789ab (version 0.0.0, 1 April 2019). "
        f"This is data {data.digest} (version 0.0.1). "
        "Release 0.0.0 of the data restores what the link showed: tag data-0.0.0."
    )


def test_a_link_to_data_that_no_release_has_says_that_it_is_unknown(data):
    assert releases.notice(Selection(data="ffffffffffff"), data) == (
        "This link was made with data ffffffffffff, which is unknown here: no listed release has this hash. "
        f"This is data {data.digest} (version 0.0.1). What the link showed may have been different."
    )


@pytest.mark.parametrize("digest", ["", None])
def test_a_link_to_the_data_that_is_served_or_to_none_says_nothing(data, digest):
    selection = Selection(data=data.digest if digest is None else digest)
    assert (releases.notice(selection, data), notice.frozen(selection, data)) == ("", [])


def test_the_data_named_filters_nothing(data):
    plain, named = Selection.from_query("kind=attack"), Selection.from_query("kind=attack&data=0123456789ab")
    assert list(named.apply(data).reports["report_id"]) == list(plain.apply(data).reports["report_id"])
    assert (named.filtering, releases.notice(named.apply(data).selection, data)[:20]) == (plain, "This link was made w")


@pytest.mark.parametrize("text", ["0123", "0123456789AB", "0123456789abc", "latest", "../../etc/pass"])
def test_what_is_no_hash_is_refused_in_words(text):
    with pytest.raises(InvalidSelection, match="is not the hash of a version of the data"):
        Selection.from_query(f"data={text}")


def test_the_earlier_releases_of_the_default_data_are_listed():
    listed = schema.read(schema.DEFAULT).releases
    assert [(release.version, release.digest) for release in listed] == [("0.1.0", "c3ada5471957"), ("0.2.0", "cfd3e74dfddc")]


MISSHAPEN = [
    ({"digest": "0123"}, "the hash of its rows"),
    ({"created": "yesterday"}, "a day such as"),
    ({"version": 1}, "a version such as"),
]


@pytest.mark.parametrize(("part", "expected"), MISSHAPEN)
def test_a_release_that_is_not_one_is_a_problem_of_the_descriptor(package_copy, part, expected):
    package_copy.described(lambda raw: raw.update(releases=[RELEASE | part]))
    [problem] = package_copy.problems()
    assert (problem.code, expected in problem.expected) == ("bad-descriptor", True)
