"""The words of the interface: collected, translated, and none left behind."""

import io
import json
import os
import subprocess
import sys
from collections import defaultdict
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from dashboard.language import DOMAIN, FOLDER, VARIABLE
from tests.once import once
from tests.packages import TINY
from tests.pseudo import swapped
from tools import words


@pytest.fixture(scope="module")
def template() -> str:
    return words.template()


def catalogue(folder: Path, language: str, text: str) -> Path:
    """A folder of catalogues with one language, every message of the template swapped letter by letter."""
    catalog = read_po(io.BytesIO(text.encode()))
    for message in catalog:
        several = isinstance(message.id, tuple)
        message.string = tuple(map(swapped, message.id)) if several else swapped(message.id)
    path = folder / language / "LC_MESSAGES" / f"{DOMAIN}.mo"
    path.parent.mkdir(parents=True)
    with path.open("wb") as file:
        write_mo(file, catalog)
    return folder


def process(*argv: str, language: str, folder: Path) -> subprocess.CompletedProcess:
    env = {**os.environ, VARIABLE: language, FOLDER: str(folder), "PYTHONIOENCODING": "utf-8"}
    return subprocess.run([sys.executable, *argv], env=env, capture_output=True, encoding="utf-8", timeout=200)


# --- the template ----------------------------------------------------------------------------------------


def test_the_template_holds_the_words_of_the_code(template):
    assert words.TEMPLATE.read_text(encoding="utf-8") == template, "The template is out of date. Run: make words"


def test_the_template_names_no_day_and_no_line(template):
    assert not any(line.startswith(('"POT-Creation-Date', '"PO-Revision-Date')) for line in template.splitlines())
    places = [line for line in template.splitlines() if line.startswith("#: ")]
    assert len(places) > 1000
    assert all(":" not in line[3:] for line in places)


def test_messages_of_code_are_found_wherever_they_stand():
    source = """
x = tr("one") if count(len(y), "{n} a", "{n} as") else trn(
    "{n} long "
    "text", "{n} long texts", n).format(n=tr("inner"))
describe.count(n, "{n} b", "{n} bs"); forms("{n} c", "{n} cs"); text.count("not this"); tr(name)
"""
    wanted = [
        "one",
        ("{n} a", "{n} as"),
        ("{n} long text", "{n} long texts"),
        "inner",
        ("{n} b", "{n} bs"),
        ("{n} c", "{n} cs"),
    ]
    assert list(words.in_code(source)) == wanted


def test_what_models_say_is_found_too():
    assert list(words.in_code('class A(answers.Answer):\n    """One."""\nclass B:\n    """Two."""')) == ["One."]


def test_templates_are_read(template):
    assert 'msgid "The data as JSON and CSV"' in template


def test_no_message_is_both_alone_and_a_form_of_a_number():
    kinds = defaultdict(set)
    for _, message in words.messages():
        kinds[message if isinstance(message, str) else message[0]].add(type(message))
    assert [message for message, found in kinds.items() if len(found) > 1] == []


def test_no_message_is_made_of_pieces_before_it_is_translated():
    found = [f"{path}: {message}" for path, message in words.messages() if "{}" in str(message)]
    assert found == []


# --- catalogues ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "path", sorted(words.LOCALE.glob(f"*/LC_MESSAGES/{DOMAIN}.po")), ids=lambda path: path.parts[-3]
)
def test_a_catalogue_is_up_to_date_and_compiled(path, template, tmp_path):
    copy = tmp_path / path.parts[-3] / "LC_MESSAGES" / path.name
    copy.parent.mkdir(parents=True)
    copy.write_bytes(path.read_bytes())
    assert words.brought_up(copy, read_po(io.BytesIO(template.encode()))) == []
    assert [copy.read_bytes(), copy.with_suffix(".mo").read_bytes()] == [
        path.read_bytes(),
        path.with_suffix(".mo").read_bytes(),
    ], "Run: make words"


PO = """msgid ""
msgstr "Content-Type: text/plain; charset=utf-8\\n"

msgid " Carried by {outlets}."
msgstr "%s"

msgid "gone from the code"
msgstr "weg"
"""


def made(tmp_path: Path, translation: str) -> Path:
    path = tmp_path / "de" / "LC_MESSAGES" / f"{DOMAIN}.po"
    path.parent.mkdir(parents=True)
    path.write_text(PO % translation, encoding="utf-8")
    return path


def test_a_catalogue_is_brought_up_to_the_template_and_compiled(tmp_path, template):
    path = made(tmp_path, " Getragen von {outlets}.")
    assert words.brought_up(path, read_po(io.BytesIO(template.encode()))) == []
    after = path.read_text(encoding="utf-8")
    assert 'msgid "Copy link"' in after
    assert "gone from the code" not in after
    assert process("-c", "from dashboard.language import tr; print(tr(' Carried by {outlets}.'), tr('Close'))",
                   language="de", folder=tmp_path).stdout == " Getragen von {outlets}. Close\n"  # fmt: skip


@pytest.mark.parametrize(
    ("translation", "said"),
    [
        (" Getragen von {medien}.", "look at medien, outlets"),
        (" Getragen von {outlets.", "look at outlets, {"),
        ("Getragen von {outlets}.", "begin and end with the blanks of"),
    ],
)
def test_what_would_break_a_page_is_told_and_not_compiled(tmp_path, template, translation, said):
    path = made(tmp_path, translation)
    (line,) = words.brought_up(path, read_po(io.BytesIO(template.encode())))
    assert said in line
    assert not path.with_suffix(".mo").exists()


def test_an_empty_translation_is_not_wrong():
    catalog = Catalog()
    catalog.add("Close")
    assert words.wrong(catalog) == []


# --- the language of a process ----------------------------------------------------------------------------


@pytest.mark.parametrize("command", ["serve", "check"])
def test_a_language_without_a_catalogue_is_refused_in_one_line(tmp_path, template, command):
    catalogue(tmp_path, "pt_BR", template)
    done = process("-m", "dashboard", command, language="tlh", folder=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == (
        "AS_REPORTED_LANGUAGE=tlh names a language that the interface does not have. Languages: en, pt_BR. "
        "Set AS_REPORTED_LANGUAGE to one of them, or leave it out for English.\n"
    )


def test_a_site_in_a_language_without_a_catalogue_is_refused(tmp_path):
    code = f"from dashboard import app, dataset; app.create_app(dataset.load({str(TINY)!r}))"
    done = process("-c", code, language="../en", folder=tmp_path)
    assert done.returncode == 1
    assert "UnknownLanguage: AS_REPORTED_LANGUAGE=../en names a language" in done.stderr


def test_the_command_line_speaks_the_language(tmp_path, template):
    done = process("-m", "dashboard", "check", str(TINY), language="xx", folder=catalogue(tmp_path, "xx", template))
    assert (done.returncode, done.stderr) == (0, "")
    assert swapped("errors") in done.stdout.lower()


@pytest.fixture(scope="module")
def spoken(shared, template) -> dict:
    """What a site in a swapped language says, under the name of one that is written from the right."""

    def listened(folder: Path) -> None:
        done = process("-m", "tests.pseudo", str(TINY), "2023-11-08", language="ar", folder=catalogue(folder, "ar", template))
        assert done.returncode == 0, done.stderr
        (folder / "said.json").write_text(done.stdout, encoding="utf-8")

    return json.loads((once(shared / "spoken", listened) / "said.json").read_text(encoding="utf-8"))


def test_no_word_of_the_interface_is_left_in_english(spoken):
    assert spoken["left"] == {}


def test_the_page_names_its_language_and_its_direction(spoken):
    assert spoken["opening"] == '<html lang="ar" dir="rtl">'


def test_dates_are_said_in_the_language(spoken):
    assert spoken["day"] == "8 " + swapped("Nov") + " 2023"


def test_the_axes_of_figures_name_the_months_in_the_language(spoken):
    assert spoken["axis"][10] == swapped("Nov") and len(spoken["axis"]) == 12
