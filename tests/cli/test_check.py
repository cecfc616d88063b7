"""``as-reported check``: every problem in one line with file, row and column, and never a traceback."""

import json
import re

import pytest

from dashboard import api, dataset
from dashboard.cli import main
from dashboard.errors import InvalidPackage

LINE = re.compile(r".+: (error|warning) [a-z-]+\. Found: .+\. Expected: .+\. To do: .+\.")
REFUSED, SERVED = "refused", "served"


def latin(copy):
    copy.saved("places", copy.file("places").read_text(encoding="utf-8").encode("latin-1", "replace"))


def unquoted(copy):
    copy.file("reports").write_bytes(copy.file("reports").read_bytes() + b'r99,"an open quote\n')


def without_column(copy):
    copy.rewritten("reports", [row[:9] + row[10:] for row in copy.records("reports")])


def without_reports(copy):
    copy.rewritten("reports", [row for row in copy.records("reports") if row[0] != "r14"])


DAMAGES = {
    # what is damaged: (how, the beginning of the line that tells it, what serving does)
    "no folder": (
        lambda copy: copy.folder.rename(copy.folder.with_name("elsewhere")),
        "error missing-package. Found: no such folder.", REFUSED,
    ),
    "no descriptor": (
        lambda copy: (copy.folder / "datapackage.json").unlink(),
        "error missing-package. Found: a folder without datapackage.json.", REFUSED,
    ),
    "a descriptor that is not JSON": (
        lambda copy: (copy.folder / "datapackage.json").write_text("{", encoding="utf-8"),
        "datapackage.json: error bad-descriptor.", REFUSED,
    ),
    "a descriptor without a table": (
        lambda copy: copy.described(lambda raw: raw["resources"].pop()),
        "datapackage.json: error bad-descriptor.", REFUSED,
    ),
    "no table": (lambda copy: copy.file("tallies").unlink(), "tallies.csv: error missing-table.", REFUSED),
    "a table in another encoding": (latin, "places.csv: error unreadable-table.", REFUSED),
    "a table with an open quote": (unquoted, "reports.csv: error unreadable-table.", REFUSED),
    "no column": (without_column, "reports.csv, row 1, column date: error missing-column.", REFUSED),
    "an unknown id": (
        lambda copy: copy.damaged("reports", 7, "source_id", "nowhere"),
        "reports.csv, row 7, column source_id: error unknown-reference. Found: 'nowhere'.", SERVED,
    ),
    "no date": (
        lambda copy: copy.damaged("reports", 3, "date", "4 March"),
        "reports.csv, row 3, column date: error bad-date. Found: '4 March'.", SERVED,
    ),
    "no number": (
        lambda copy: copy.damaged("reports", 3, "injured", "two"),
        "reports.csv, row 3, column injured: error bad-type. Found: 'two'.", SERVED,
    ),
    "no known value": (
        lambda copy: copy.damaged("reports", 3, "stance", "shouts"),
        "reports.csv, row 3, column stance: error bad-value. Found: 'shouts'.", SERVED,
    ),
    "an id twice": (
        lambda copy: copy.damaged("tallies", 3, "tally_id", "attacks-karst"),
        "tallies.csv, row 4, column tally_id: error duplicate-key. Found: 'attacks-karst'.", SERVED,
    ),
    "an incident without reports": (
        without_reports,
        "incidents.csv, row 7, column incident_id: error no-reports. Found: '20190300-strait-seizure'.", SERVED,
    ),
    "a cell too many": (
        lambda copy: copy.rewritten("links", [*copy.records("links"), ["a"] * 8]),
        "links.csv, row 5: error ragged-row. Found: 8 cells. Expected: 7 cells, as in the header.", SERVED,
    ),
    "a place within itself": (
        lambda copy: copy.damaged("places", 2, "within", "zelande"),
        "places.csv, row 2, column within: error cycle. Found: 'zelande'.", SERVED,
    ),
}  # fmt: skip
EVERY = pytest.mark.parametrize(("damage", "told", "serving"), DAMAGES.values(), ids=DAMAGES)


@EVERY
def test_check_tells_the_damage_in_one_line_and_ends_with_1(package_copy, capsys, damage, told, serving):
    damage(package_copy)
    code, output = main(["check", str(package_copy.folder)]), capsys.readouterr()
    *lines, summary = output.out.splitlines()
    assert (code, output.err) == (1, "")
    assert any(line.removeprefix(f"{package_copy.folder}: ").startswith(told) for line in lines), lines
    assert [line for line in lines if not LINE.fullmatch(line) and not line.startswith("Summaries in ")] == []
    assert re.match(r"\d+ errors?, ", summary)


@EVERY
def test_a_damaged_package_is_served_without_the_wrong_rows_or_refused(package_copy, damage, told, serving):
    damage(package_copy)
    try:
        server = api.server(dataset.load(package_copy.folder))
    except InvalidPackage as error:
        assert (serving, "Traceback" in str(error)) == (REFUSED, False)
        return
    client = server.test_client()
    aside = client.get("/healthz").json["set_aside"]
    assert (serving, sum(aside.values()) > 0) == (SERVED, True)
    assert client.get("/api/v1/incidents.json").json["counts"]["certain"] > 0


@EVERY
def test_a_strict_site_refuses_every_damage(package_copy, capsys, monkeypatch, damage, told, serving):
    monkeypatch.setattr("signal.signal", lambda *_: None)
    damage(package_copy)
    code, output = main(["serve", str(package_copy.folder), "--strict", "--port", "0"]), capsys.readouterr()
    lines = output.err.splitlines()
    assert (code, output.out) == (1, "")
    assert any(line.removeprefix(f"{package_copy.folder}: ").startswith(told) for line in lines), lines
    assert [line for line in lines if not LINE.fullmatch(line)] == []


def test_a_sound_package_is_told_with_how_hard_its_summaries_are_to_read(tiny_folder, capsys):
    assert main(["check", str(tiny_folder)]) == 0
    reports, tallies, summary = capsys.readouterr().out.splitlines()
    assert re.fullmatch(
        r"Summaries in reports: read with ease in school year \d+ \(the middle one of 18\), nine in ten by year \d+; "
        r"the hardest, row \d+, in year \d+\.",
        reports,
    )
    assert tallies.startswith("Summaries in tallies: ") and "(the middle one of 5)" in tallies
    assert summary == "No errors, no warnings in 8 incidents, 18 reports, 5 tallies, 1 story."


def test_the_hardest_summary_is_named_by_its_row(package_copy, capsys):
    package_copy.damaged("reports", 7, "summary", "Internationally coordinated reconsiderations deteriorated.")
    assert main(["check", str(package_copy.folder)]) == 0
    assert "the hardest, row 7," in capsys.readouterr().out.splitlines()[0]


def test_a_warning_is_told_and_is_no_error(package_copy, capsys):
    package_copy.with_row("places", place_id="nowhere", name="Nowhere", precision="site")
    assert main(["check", str(package_copy.folder)]) == 0
    line, *_, summary = capsys.readouterr().out.splitlines()
    assert line.startswith("places.csv, row 11, column place_id: warning orphan. Found: 'nowhere'.")
    assert summary == "No errors, 1 warning in 8 incidents, 18 reports, 5 tallies, 1 story."


def test_everything_is_told_at_once(package_copy, capsys):
    package_copy.damaged("reports", 3, "injured", "two")
    package_copy.damaged("reports", 4, "date", "4 March")
    package_copy.damaged("tallies", 2, "value", "many")
    assert main(["check", str(package_copy.folder)]) == 1
    *lines, _, _, summary = capsys.readouterr().out.splitlines()
    assert [line.partition(":")[0] for line in lines] == [
        "reports.csv, row 3, column injured", "reports.csv, row 4, column date", "tallies.csv, row 2, column value",
    ]  # fmt: skip
    assert summary == "3 errors, no warnings in 8 incidents, 18 reports, 5 tallies, 1 story."


def test_the_problems_as_json(package_copy, capsys):
    package_copy.damaged("reports", 3, "injured", "two")
    assert main(["check", str(package_copy.folder), "--format", "json"]) == 1
    told = json.loads(capsys.readouterr().out)
    assert (told["errors"], told["warnings"], len(told["problems"])) == (1, 0, 1)
    assert told["reading"]["reports"]["texts"] == 18
    problem = told["problems"][0]
    assert {name: problem[name] for name in ("code", "severity", "file", "row", "column", "found")} == {
        "code": "bad-type", "severity": "error", "file": "reports.csv", "row": 3, "column": "injured", "found": "'two'",
    }  # fmt: skip


def test_a_missing_folder_is_told_as_json_too(tmp_path, capsys):
    assert main(["check", str(tmp_path / "nowhere"), "--format", "json"]) == 1
    told = json.loads(capsys.readouterr().out)
    assert [(problem["code"], problem["file"]) for problem in told["problems"]] == [
        ("missing-package", str(tmp_path / "nowhere"))
    ]


def test_without_a_folder_the_default_package_is_checked(capsys):
    assert main(["check"]) == 0
    told = capsys.readouterr().out.splitlines()[-1]
    rows = r"[\d,]+ incidents, [\d,]+ reports, [\d,]+ tallies, \d+ stor(y|ies)"
    assert re.fullmatch(rf"No errors, \w+ warnings? in {rows}\.", told)
