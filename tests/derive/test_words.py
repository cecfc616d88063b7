"""Looking words up: the rule for one text, and an index that obeys it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.derive import text
from dashboard.derive.words import hits, lookup, names, terms

NAMES = names(
    ["Ain al-Asad air base", "US base at al-Tanf", "Kata’ib Hezbollah", "Iraq", "Iran", "Iraqi army", "Hasakah",
     "Rmelan", "al-Rumaylan", "Rumaylan base", "A drone"],
    [("Rmelan", "al-Rumaylan", "Rumaylan base"), ("Iraqi army",), ()],
)  # fmt: skip


def held(question: str, written: str) -> bool:
    """Whether a text holds all of a question, by the index."""
    return bool(lookup([[(written,)]], NAMES).holding(terms(question))[0])


def marked(question: str, written: str) -> str:
    """A text with its hits in brackets, those of other spellings in braces."""
    for start, end, variant, _ in sorted(hits(written, terms(question), NAMES), reverse=True):
        left, right = "{}" if variant else "[]"
        written = f"{written[:start]}{left}{written[start:end]}{right}{written[end:]}"
    return written


@pytest.mark.parametrize(
    ("rule", "question", "written", "shown"),
    [
        ("as written", "drone", "A drone fell", "A [drone] fell"),
        ("a beginning", "dro", "A drone fell", "A [drone] fell"),
        ("two letters are a whole word", "us", "US forces used", "[US] forces used"),
        ("not the middle of a word", "rone", "A drone fell", ""),
        ("all words", "fell drone", "A drone fell", "A [drone] [fell]"),
        ("not some of them", "fell rocket", "A drone fell", ""),
        ("a name otherwise spelled", "ayn assad", "At Ain al-Asad", "At {Ain} al-{Asad}"),
        ("an article of the question", "al tenf", "At Tanf", "At {Tanf}"),
        ("its first sound doubled", "at-tanf", "Near al-Tanf", "Near al-[Tanf]"),
        ("written as one", "altanf", "Near al-Tanf", "Near [al-Tanf]"),
        ("a hyphen", "MQ9", "An MQ-9 fell", "An [MQ-9] fell"),
        ("no hyphen", "MQ-9", "An MQ9 fell", "An [MQ9] fell"),
        ("a hyphen asks for a phrase", "base-air", "air base", ""),
        ("a phrase", '"air base"', "The air base", "The [air base]"),
        ("words apart are no phrase", '"air base"', "The base of the air force", ""),
        ("a phrase in other quotes", "“ain asad”", "At Ain al-Asad base", "At [Ain al-Asad] base"),
        ("a phrase ends with whole words", '"air bas"', "The air base", ""),
        ("unless it is not closed yet", '"air bas', "The air base", "The [air base]"),
        ("one quoted word is whole", '"iran"', "Iranian", ""),
        ("no name, no other spelling", "boot", "but", ""),
        ("Iran is not Iraq", "iran", "Iraq", ""),
        ("Iraq is not Iran", "iraq", "Iran", ""),
        ("but Irak is", "irak", "Iraqi army", "{Iraqi} army"),
        ("a beginning, otherwise spelled", "hassak", "Hasakah", "{Hasakah}"),
        ("an alias of one word", "rumaylan", "Near Rmelan", "Near {Rmelan}"),
        ("and back", "rmelan", "At al-Rumaylan base", "At al-{Rumaylan} base"),
        ("its beginning", "rumay", "Near Rmelan", "Near {Rmelan}"),
        ("a word of a longer alias is none", "base", "Rmelan", ""),
        ("a key of one letter stands for no other", "aaaa", "A drone fell", ""),
        ("nothing asked", "?!", "A drone fell", "A drone fell"),
    ],
)
def test_a_question(rule, question, written, shown):
    assert held(question, written) == bool(shown), rule
    if shown:
        assert marked(question, written) == shown


WORDS = st.lists(
    st.sampled_from(["Ain", "ayn", "al", "al-Asad", "Assad", "at", "at-Tanf", "tenf", "air-base", "airbase", "base", "MQ-9",
                     "mq9", "9", "US", "Iran", "Iraq", "Kata'ib", "drone", "dr", "é"]),
    min_size=1, max_size=5,
)  # fmt: skip


@given(WORDS, st.lists(WORDS, min_size=1, max_size=4), st.booleans())
def test_the_index_finds_what_the_marks_show(question, rows, quoted):
    asked = terms(f'"{" ".join(question)}"' if quoted else " ".join(question))
    written = [" ".join(row) for row in rows]
    flags = lookup([[(one,)] for one in written], NAMES).holding(asked)
    assert flags.tolist() == [
        {hit.term for hit in hits(one, asked, NAMES)} == set(range(len(asked))) for one in written
    ]


@given(st.text())
def test_a_text_matches_itself_and_each_of_its_words(written):
    assert held(written, written)
    assert all(held(word.text, written) for word in text.words(written))


@given(st.text(), st.text())
def test_terms_stand_where_the_question_has_them(before, after):
    for term in terms(f'{before} "{after}" {before}'):
        assert 0 <= term.start < term.end


def test_no_phrase_spans_two_names():
    index = lookup([[("Green Village", "Conoco base")], [("Village Conoco",)]], NAMES)
    assert index.holding(terms('"village conoco"')).tolist() == [False, True]
    assert index.holding(terms("village conoco")).tolist() == [True, True]


def test_a_row_holds_words_of_different_texts():
    index = lookup([[("drone",), ("Tanf",)], [("drone",)], []], NAMES)
    assert index.holding(terms("tanf drone")).tolist() == [True, False, False]
