"""Known by a day: what stands on it is what would stand if nothing later had ever been written."""

from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard import derive
from dashboard.dataset import Dataset
from dashboard.derive.voices import settled
from tests.made_up import day, only_known, package
from tests.three_articles import articles

INCIDENTS = ("20231108-asad-attack", "20231109-erbil-attack", "20231110-iri-statement")
SPEAKERS = ("a", "b", "a-correspondent", "a-source", "local-source", "us-official", "pentagon", "spokeswoman", "iri",
            "kataib", "iraqi-army", "observatory", "militants")  # fmt: skip
DATES = ("", "2023-11-08", "2023-11-08~", "2023-11-09", "2023-11", "../2023-11-09", "[2023-11-03..2023-11-09]")
SAID = ("", "2023-11-09", "2023-11-10", "2023-11-09~", "[2023-11-08..2023-11-10]", "../2023-11-10", "2023-11-09/..")
STANCES = (("reports", ""), ("reports", ""), ("confirms", ""), ("claims-responsibility", ""), ("revises", ""),
           ("denies", "whether"), ("disputes", "number"), ("disputes", "whether"))  # fmt: skip

FEW = settings(max_examples=settings.default.max_examples // 4)


@st.composite
def report(draw: st.DrawFn) -> dict:
    stance, contests = draw(st.sampled_from(STANCES))
    killed = draw(st.sampled_from(("", "0", "2", "3")))
    strikes = draw(st.sampled_from(("", "1", "3")))
    return {
        "of": draw(st.sampled_from(INCIDENTS)),
        "by": draw(st.sampled_from(SPEAKERS)),
        "outlet": draw(st.sampled_from(("a", "b", "relay-1", "centcom"))),
        "via": draw(st.sampled_from(("", "", "a", "relay-1"))),
        "published": draw(st.sampled_from(("2023-11-10", "2023-11-12", "2023-11-15", ""))),
        "said_on": draw(st.sampled_from(SAID)),
        "stance": stance,
        "contests": contests,
        "kind": draw(st.sampled_from(("", "", "other"))),
        "date": draw(st.sampled_from(DATES)),
        "place": draw(st.sampled_from(("", "asad", "anbar", "erbil"))),
        "actor": draw(st.sampled_from(("", "iri", "kataib", "centcom", "militants"))),
        "against": draw(st.sampled_from(("", "centcom", "iri"))),
        "killed": killed,
        "killed_qualifier": draw(st.sampled_from(("", "at-least", "about"))) if killed else "",
        "strikes_min": strikes,
        "strikes_unit": draw(st.sampled_from(("attacks", "munitions", "unknown"))) if strikes else "",
    }


@st.composite
def packages(draw: st.DrawFn) -> Dataset:
    kinds = {INCIDENTS[2]: {"kind": "statement"}}
    return package(*draw(st.lists(report(), min_size=1, max_size=6)), incidents=kinds)


def days_to_try(index: derive.Index) -> list[int]:
    starts = index.standings["from_day"].tolist()
    days = {*starts, *(start - 1 for start in starts), *index.days, index.end, index.end + 1}
    return sorted(on for on in days if on >= 1)


@FEW
@given(packages())
def test_a_standing_is_that_of_a_package_that_ends_on_the_day(told):
    index = derive.index(told)
    for on in (known for known in index.days if known < index.end):
        known = index.reports.loc[~index.reports["undated"] & (index.reports["known_day"] <= on), "report_id"]
        ended = derive.index(only_known(told, set(known)))
        now, then = index.at(on), ended.at(on)
        now = (
            now[now["certainly_known"]]
            .set_index("incident_id")
            .drop(columns=["from_day", "to_day", "undated", "incident"])
        )
        then = then.set_index("incident_id").drop(columns=["from_day", "to_day", "undated", "incident"])
        assert sorted(now.index) == sorted(then.index)
        assert now.loc[then.index].astype(str).to_dict("index") == then.astype(str).to_dict("index")


@FEW
@given(packages())
def test_a_standing_follows_from_the_reports_known_on_the_day(told):
    index = derive.index(told)
    said = told.schema.flagged("incidents", "kind", "said")
    for on in days_to_try(index):
        for row in index.at(on).to_dict("records"):
            known = index.known(row["incident_id"], on)
            stands = derive.standing_of(known, index.relations, row["kind"] in said)
            assert (row["corroboration"], row["disputed"], row["revised"], row["reports"], row["origins"]) == (
                stands.corroboration, stands.disputed, stands.revised, stands.reports, stands.origins,
            )  # fmt: skip
            assert row["certainly_known"] == bool(known)


@FEW
@given(packages())
def test_periods_of_an_incident_follow_one_another_without_gap_or_overlap(told):
    for _, frame in derive.index(told).standings.groupby("incident_id"):
        starts, stops = frame["from_day"].tolist(), frame["to_day"].tolist()
        assert starts == sorted(set(starts))
        assert starts[1:] == stops[:-1]
        assert stops[-1] == day("9999-12-31")


@FEW
@given(packages())
def test_what_is_known_is_never_forgotten(told):
    index = derive.index(told)
    for _, frame in index.standings.groupby("incident_id"):
        for column in ("reports", "outlets", "origins", "certainly_known", "undated"):
            assert frame[column].is_monotonic_increasing, column


@FEW
@given(packages())
def test_in_the_end_every_report_counts(told):
    index = derive.index(told)
    final = index.at(None).set_index("incident_id")
    assert final["reports"].to_dict() == told["reports"]["incident_id"].value_counts().to_dict()
    assert (final["undated"].sum(), bool(final["certainly_known"].all())) == (index.reports["undated"].sum(), True)
    assert index.at(index.end + 1000).equals(index.at(None))


@FEW
@given(packages())
def test_an_undated_report_raises_nothing_before_the_end(told):
    index = derive.index(told)
    dated = set(index.reports.loc[~index.reports["undated"], "report_id"])
    without = derive.index(only_known(told, dated))
    for on in (known for known in index.days if known < index.end):
        levels = index.at(on).set_index("incident_id")["corroboration"].to_dict()
        plain = without.at(on).set_index("incident_id")["corroboration"].to_dict()
        assert {key: level for key, level in levels.items() if level} == {k: v for k, v in plain.items() if v}


@FEW
@given(packages())
def test_settling_reports_twice_changes_nothing(told):
    index = derive.index(told)
    for reports in index.facts.values():
        assert settled(reports) == reports


def test_every_standing_of_three_real_articles_is_that_of_a_package_that_ends_on_the_day():
    told = articles()
    index = derive.index(told)
    for on in index.days[:-1]:
        known = index.reports.loc[index.reports["known_day"] <= on, "report_id"]
        ended = derive.index(only_known(told, set(known))).at(on).drop(columns=["to_day", "incident"])
        now = index.at(on).drop(columns=["to_day", "incident"])
        assert now.reset_index(drop=True).equals(ended.reset_index(drop=True))
