"""``as-reported export``: the same bytes as the API, or one clear line."""

import pytest

from dashboard import api
from dashboard.cli import main
from dashboard.exporters import EXPORTS
from dashboard.selection import Selection
from dashboard.still.lesson import lesson
from tests.still import crawl


@pytest.fixture(scope="module")
def client(tiny):
    return api.server(tiny).test_client()


def export(capsys, *argv):
    code, output = main(["export", *map(str, argv)]), capsys.readouterr()
    return code, output.out, output.err


@pytest.mark.parametrize(
    ("name", "ending"), [(name, ending) for name, formats in EXPORTS.items() for ending in formats]
)
def test_a_file_holds_what_the_api_answers(client, tiny_folder, tmp_path, capsys, name, ending):
    out, query = tmp_path / f"out{ending}", "kind=attack&known_by=2019-03-18"
    at = ("--data", tiny_folder, "--select", query, "--site", "http://localhost/")
    code, _, told = export(capsys, name, out, *at)
    answer = client.get(f"/api/v1/{name}{ending}?{query}")
    assert (code, told, out.read_bytes()) == (0, "", answer.data)


def test_what_was_written_is_told(tiny_folder, tmp_path, capsys):
    out = tmp_path / "rockets.csv"
    assert export(capsys, "reports", out, "--data", tiny_folder, "--select", "weapon=rocket") == (
        0, f"{out}: reports, 4 reports of 2 incidents with rocket, 4–10 March 2019.\n", "",
    )  # fmt: skip


def test_without_a_folder_and_a_query_everything_of_the_default_package_is_written(tmp_path, capsys):
    out = tmp_path / "all.csv"
    code, told, _ = export(capsys, "incidents", out)
    rows = len(out.read_text(encoding="utf-8").splitlines()) - 1
    assert (code, f" of {rows} incidents" in told) == (0, True)


def test_rows_set_aside_are_counted(package_copy, tmp_path, capsys):
    package_copy.damaged("reports", 3, "injured", "two")
    code, _, told = export(capsys, "reports", tmp_path / "out.csv", "--data", package_copy.folder)
    assert (code, told) == (
        0, f"1 row was set aside (1 of reports). as-reported check {package_copy.folder} says why.\n",
    )  # fmt: skip


REFUSED = [
    # what to write, where, what is told
    ("reports", "out.txt", "{out} has the ending '.txt'. Known endings for reports: {endings}."),
    ("package", "out.csv", "{out} has the ending '.csv'. Known endings for package: .zip."),
    ("reports", "out", "{out} has no ending. Known endings for reports: {endings}."),
    ("reports", "no/where/out.csv", "{out.parent} is no folder. Make it, or name a file in a folder that exists."),
]


@pytest.mark.parametrize(("name", "file", "told"), REFUSED)
def test_a_file_that_cannot_be_written_is_told_in_one_line(tiny_folder, tmp_path, capsys, name, file, told):
    out = tmp_path / file
    endings = (
        ".apa.txt, .bib, .chicago.txt, .csl.json, .csv, .csv-metadata.json, .geojson, .json, .mla.txt, .parquet, .zip"
    )
    assert export(capsys, name, out, "--data", tiny_folder) == (2, "", told.format(out=out, endings=endings) + "\n")


def test_a_folder_of_the_same_name_is_told(tiny_folder, tmp_path, capsys):
    out = tmp_path / "out.csv"
    out.mkdir()
    code, _, told = export(capsys, "reports", out, "--data", tiny_folder)
    assert (code, told) == (2, f"{out} cannot be written (Is a directory). Choose another file.\n")


def test_an_unknown_selection_is_told_with_what_is_known(tiny_folder, tmp_path, capsys):
    out = tmp_path / "out.csv"
    code, _, told = export(capsys, "reports", out, "--data", tiny_folder, "--select", "outlet=mars")
    assert (code, told, out.exists()) == (
        2,
        "--select: outlet='mars' is not in the data. Known values of outlet: guard-press, harbour-wire, kelp-courier, "
        "radio-zelande, tide-watch, voice-of-terns.\n",
        False,
    )


def test_a_selection_in_bytes_that_are_no_text_is_read_or_refused(tiny_folder, tmp_path, capsys):
    code, _, told = export(capsys, "reports", tmp_path / "o.json", "--data", tiny_folder, "--select", "q=\udcff")
    assert (code, told) == (0, "")


def test_a_package_that_is_not_there_is_told(tmp_path, capsys):
    code, _, told = export(capsys, "reports", tmp_path / "out.csv", "--data", tmp_path / "nowhere")
    assert (code, told.count("\n"), "error missing-package. Found: no such folder." in told) == (1, 1, True)


def test_a_whole_site_is_a_folder_of_pages_without_an_address_and_without_a_dead_link(tiny_folder, tmp_path, capsys):
    """The package has no counts and no comparisons, and nobody says where the site will stand."""
    out = tmp_path / "site"
    code, told, _ = export(capsys, "site", out, "--data", tiny_folder)
    pages = len([page for page in out.rglob("*.html") if page.name != "lesson.html"])
    assert code == 0 and told.startswith(f"{out}: a site of {pages} pages in ") and (out / "index.html").is_file()
    assert crawl.dead(out) == []
    assert not (out / "sitemap.xml").exists() and "canonical" not in (out / "index.html").read_text(encoding="utf-8")


NO_SITE = [
    (("--select", "kind=attack"), "--select and --story do not go with site."),
    (("--site", "timeline.example"), "--site 'timeline.example' is no address of a site."),
]


@pytest.mark.parametrize(("more", "told"), NO_SITE)
def test_what_does_not_go_with_a_site_is_told(tiny_folder, tmp_path, capsys, more, told):
    code, _, said = export(capsys, "site", tmp_path / "site", "--data", tiny_folder, *more)
    assert (code, said.startswith(told), (tmp_path / "site").exists()) == (2, True, False)


def test_a_folder_of_others_is_not_written_into(tiny_folder, tmp_path, capsys):
    (tmp_path / "letter.txt").write_text("mine")
    code, _, told = export(capsys, "site", tmp_path, "--data", tiny_folder)
    assert (code, f"{tmp_path} is not empty" in told, len(list(tmp_path.iterdir()))) == (2, True, 1)


@pytest.mark.parametrize("name", ["worksheet", "exit-ticket"])
def test_sheets_are_one_file(tiny, tiny_folder, tmp_path, capsys, name):
    out = tmp_path / "sheet.html"
    asked = ("--data", tiny_folder, "--incident", "20190304-islet-rockets", "--site", "https://timeline.example")
    code, told, _ = export(capsys, name, out, *asked)
    assert (code, told) == (0, f"{out}: {name}, {len(out.read_bytes()) // 1000} kB in one file\n")
    assert "timeline.example/incidents/20190304-islet-rockets" in out.read_text(encoding="utf-8")


def test_a_lesson_is_one_file(tiny, tiny_folder, tmp_path, capsys):
    out = tmp_path / "lesson.html"
    code, told, _ = export(capsys, "lesson", out, "--data", tiny_folder, "--select", "kind=attack")
    size = len(out.read_bytes()) / 1e6
    assert (code, told) == (0, f"{out}: a lesson of {size:.1f} MB in one file\n")
    assert out.read_bytes() == lesson(tiny, Selection.from_query("kind=attack"))


def test_a_lesson_of_a_story_can_be_gentle(tiny_folder, tmp_path, capsys):
    out = tmp_path / "lesson.html"
    code, _, _ = export(capsys, "lesson", out, "--data", tiny_folder, "--story", "the-islet", "--select", "gentle=yes")
    assert (code, 'data-gentle-asked="yes">' in out.read_text(encoding="utf-8")[:400]) == (0, True)


@pytest.mark.parametrize("name", ["lesson", "worksheet"])
def test_a_story_that_does_not_agree_with_the_data_is_told(package_copy, tmp_path, capsys, name):
    out, folder = tmp_path / "out.html", package_copy.folder
    asked = ("--data", folder, "--story", "the-islet")
    assert export(capsys, name, out, *asked)[2] == ""
    path = folder / "stories/the-islet.md"
    path.write_text(path.read_text().replace("{Reports.words} reports", "{tally:nosuch.value} reports"))
    code, _, told = export(capsys, name, out, *asked)
    words = "Story the-islet: it and the data do not agree in 1 place. as-reported check"
    assert (code, told) == (0, f"{words} {folder} says where.\n")
    page = out.read_text(encoding="utf-8")
    assert ("This story and the data no longer agree in every place" in page) == (name == "lesson")


NO_LESSON = [
    (("lesson", "out.html", "--story", "nowhere"), "There is no story 'nowhere'."),
    (("lesson", "out.html", "--story", "a", "--select", "kind=attack"), "A lesson is made of --story or of --select"),
    (("lesson", "out.txt"), "{out} does not end in .html"),
    (("reports", "out.csv", "--story", "a"), "--story goes with lesson, worksheet and exit-ticket alone."),
    (("reports", "out.csv", "--incident", "a"), "--incident goes with worksheet and exit-ticket alone."),
    (("lesson", "out.html", "--incident", "a"), "--incident goes with worksheet and exit-ticket alone."),
    (("worksheet", "out.html", "--incident", "a", "--select", "kind=attack"), "Sheets are made of one of --story, --select and --incident. Found: --select, --incident."),
    (("worksheet", "out.html", "--incident", "nope"), "--incident: "),
    (("exit-ticket", "out.html", "--story", "nowhere"), "There is no story 'nowhere'."),
    (("worksheet", "out.txt"), "{out} does not end in .html"),
]


@pytest.mark.parametrize(("asked", "told"), NO_LESSON)
def test_what_makes_no_lesson_is_told(tiny_folder, tmp_path, capsys, asked, told):
    name, file, *more = asked
    code, _, said = export(capsys, name, tmp_path / file, "--data", tiny_folder, *more)
    assert (code, said.startswith(told.format(out=tmp_path / file)), (tmp_path / file).exists()) == (2, True, False)
