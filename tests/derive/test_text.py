"""Text made comparable: what search takes for the same."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.derive import fold
from dashboard.derive.text import spelled, words


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Ain al-Asad", "ain al asad"),
        ("AÏN AL‑ASAD", "ain al asad"),
        ("  Kata'ib\tHezbollah ", "kataib hezbollah"),
        ("Kata’ib", "kataib"),
        ("Kata\u02bcib", "kataib"),
        ("al-Wala'i; al-Walai", "al walai al walai"),
        ("Arbīl", "arbil"),
        ("Deir ez_Zor", "deir ez zor"),
        ("Straße", "strasse"),
        ("MQ-9", "mq 9"),
        ("عَين الأسد", "عين الاسد"),
        ("\uff21\uff29\uff2e", "ain"),
        ("!?", ""),
        ("", ""),
    ],
)
def test_fold(text, folded):
    assert fold(text) == folded


@given(st.text())
def test_folding_twice_changes_nothing(text):
    assert fold(fold(text)) == fold(text)


@given(st.text(alphabet=st.characters(codec="ascii")))
def test_plain_letters_fold_as_any_others_do(text):
    assert fold(text) == fold(text + "é").removesuffix("e").rstrip()


# --- spellings of a name ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "spellings",
    [
        "Ayn Ain Ein Aïn",
        "Asad Assad",
        "Rmeilan Rmaylan",
        "Rumaylan Rumeilan Rumailan",
        "Koniko Qoniqo",
        "Tanf Tenf",
        "Shaddadi Shadadi Shadaddi",
        "Hasakah Hasaka Hassakeh Hasake",
        "Kata'ib Kataib Kataeb Qataib",
        "Hezbollah Hizbullah Hizbollah Hezbolla",
        "Iraq Irak",
        "Houthi Huthi Houthī",
        "Qassem Kasim Qasim",
        "Mohammed Muhammad Mohamed",
        "Erbil Arbil Irbil",
        "Deir Dayr",
        "Rasool Rasoul Rasul",
        "Sanaa Sana Sana'a Sana'ah",
        "Tashkeel Tashkil",
    ],
)
def test_one_name_however_it_is_spelled(spellings):
    assert len({spelled(fold(name)) for name in spellings.split()}) == 1


@pytest.mark.parametrize(
    "names",
    [
        "Iran Iraq", "Homs Hamas", "Erbil Babil", "Ali Ala", "Asad Said Sayyid", "Syria Sarai", "Harir Hawler",
        "Mosul Missile", "Golan Galan", "Badr Bid", "Qaim Qasim", "Hilla Haifa", "Tal Tel Tower", "Gaza Ghazi",
        "Jordan Jarden", "Tanf Tank", "Yemen Oman", "Aden Edin", "MQ9 MQ1",
    ],
)  # fmt: skip
def test_names_that_are_not_the_same(names):
    told = [spelled(fold(name)) for name in names.split()]
    assert len(set(told)) == len(told)


@given(st.text(alphabet="abcdefghiklmnopqrstuvwyz", max_size=12))
def test_a_spelling_is_its_own_spelling(word):
    assert spelled(spelled(word)) == spelled(word)


# --- words of a text -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("US base at al-Tanf", "us@0 base@1 at@2 altanf@3 (al)@3 tanf@3"),
        ("Ain Al Asad", "ain@0 (al)@1 asad@1"),
        ("at-Tanf", "attanf@0 (at)@0 tanf@0"),
        ("attack at Tanf", "attack@0 at@1 tanf@2"),
        ("ash Shaddadi", "(ash)@0 shaddadi@0"),
        ("US soldiers", "us@0 soldiers@1"),
        ("al", "al@0"),
        ("MQ‑9", "mq9@0 mq@0 9@1"),
        ("one-way drone", "oneway@0 one@0 way@1 drone@2"),
        ("Kata’ib; 3.5", "kataib@0 3@1 5@2"),
        ("ﬀ – x", "ff@0 x@1"),
    ],
)
def test_words_stand_in_order_and_articles_with_their_word(text, expected):
    assert " ".join(f"({w.text})@{w.place}" if w.article else f"{w.text}@{w.place}" for w in words(text)) == expected


@given(st.text())
def test_a_word_stands_where_it_is_written(text):
    for word in words(text):
        assert word.joined or word.text in fold(text[word.start : word.end]).split()
