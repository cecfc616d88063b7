"""The documentation says what the code says, and whatever keeps a part of it from being written is told."""

import pytest

from dashboard.cli import COMMANDS, docs, main
from dashboard.cli.docs import NoPlace, Part, command_line, renewed


def test_the_documentation_is_up_to_date(capsys):
    code = main(["docs", "--check"])
    assert (code, capsys.readouterr().out) == (0, "The documentation says what the code says.\n")


@pytest.fixture
def page(tmp_path, monkeypatch):
    """A page with one generated part, the only one there is."""
    path = tmp_path / "page.md"
    path.write_text("# Écrits\n\n<!-- codes:start -->\nold\n<!-- codes:end -->\nthe end\n", encoding="utf-8")
    monkeypatch.setattr(docs, "PARTS", (Part(path, "codes", lambda _: "new\nlines"),))
    return path


WRITTEN = "# Écrits\n\n<!-- codes:start -->\n\nnew\nlines\n\n<!-- codes:end -->\nthe end\n"


def test_a_part_is_written_between_its_marks_and_nothing_else_changes(page, capsys):
    assert main(["docs"]) == 0
    assert page.read_text(encoding="utf-8") == WRITTEN
    assert main(["docs", "--check"]) == 0


def test_a_check_names_the_part_that_is_out_of_date_and_writes_nothing(page, capsys):
    before = page.read_text(encoding="utf-8")
    assert main(["docs", "--check"]) == 1
    assert capsys.readouterr().out == f"{page}: the part 'codes' is out of date. Run: as-reported docs\n"
    assert page.read_text(encoding="utf-8") == before


@pytest.mark.parametrize("argv", [["docs"], ["docs", "--check"]])
def test_a_missing_page_is_told_and_not_made(page, capsys, argv):
    page.unlink()
    assert main(argv) == 1
    assert capsys.readouterr().out == (
        f"{page}: No such file or directory. It must be there and hold the lines <!-- codes:start --> and "
        "<!-- codes:end -->.\n"
    )
    assert not page.exists()


MISPLACED = [
    "",
    "<!-- codes:start -->\n",
    "<!-- codes:end -->\n<!-- codes:start -->\n",
    "<!-- codes:start -->\n<!-- codes:start -->\n",
    "<!-- codes:start -->\n<!-- codes:end -->\n<!-- codes:end -->\n",
    "text <!-- codes:start --> text\n<!-- codes:end -->\n",
]


@pytest.mark.parametrize("whole", MISPLACED)
def test_marks_that_do_not_stand_once_in_order_are_told(whole):
    with pytest.raises(NoPlace, match="must each stand in it once, in this order"):
        renewed(whole, "codes", "new")


def test_the_command_line_is_described_with_every_argument():
    text = command_line(COMMANDS)
    assert "    as-reported check [DIR] [--format text|json]\n" in text
    assert "- `--port PORT`: 8050 by default; 0 takes any that is free." in text
    assert text.count("\n- `") == sum(len(command.arguments) for command in COMMANDS)
