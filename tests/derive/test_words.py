"""Looking words up: the rule for one text, and an index that obeys it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.derive import text
from dashboard.derive.names import names
from dashboard.derive.words import hits, lookup, terms

PLACES = [("Rmelan", "al-Rumaylan", "Rumaylan base"), ("Tal Baydar", "Tel Baydar"), ("Deir ez-Zor", "Dayr az-Zawr"),
          ("Kharab al-Jir", "Harab al-Jir"), ("Asad air base", "Asad airbase"),
          ("Al-Bukamal", "Abu Kamal", "Albu Kamal")]  # fmt: skip
ACTORS = [("Lebanese Hezbollah", "Lebanese Hizballah", "Party of God"), ("US forces", "US troops", "Iraqi army"),
          ("Houthi forces", "Ansar Allah", "Ansarallah"), ("US source", "US sources")]  # fmt: skip
NAMES = names(
    [("Ain al-Asad air base",), ("US base at al-Tanf",), ("Kata’ib Hezbollah",), ("Iraq",), ("Iran",), ("Hasakah",),
     ("A drone",), *PLACES, *ACTORS],
    [*PLACES, ("Iraqi army",), ()],
)  # fmt: skip


def held(question: str, written: str) -> bool:
    """Whether a text holds all of a question, by the index."""
    return bool(lookup([[(written,)]], NAMES).holding(terms(question))[0])


def marked(question: str, written: str) -> str:
    """A text with its hits in brackets, those of other spellings in braces; a hit within another is not shown."""
    found = {(start, end): variant for start, end, variant, _ in reversed(hits(written, terms(question), NAMES))}
    whole = [one for one in found if not any(a <= one[0] and one[1] <= b for a, b in found if (a, b) != one)]
    for start, end in sorted(whole, reverse=True):
        variant = found[start, end]
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
        ("a spelling that names show", "hizballah", "Near Hezbollah", "Near {Hezbollah}"),
        ("and one who owns", "hizballah", "Hezbollah's halt", "{Hezbollah's} halt"),
        ("a sound written otherwise", "harab", "At Kharab al-Jir", "At {Kharab} al-Jir"),
        ("a short word in its name", "dayr zawr", "Near Deir ez-Zor", "Near {Deir} ez-{Zor}"),
        ("and only there", "tal", "In Tel Aviv", ""),
        ("a name as one word", "deirezzor", "Near Dayr az-Zawr", "Near {Dayr az-Zawr}"),
        ("without its article", "deirzor", "Near Deir ez-Zor", "Near {Deir ez-Zor}"),
        ("a name as two", "ansar allah", "By Ansarallah", "By [Ansarallah]"),
        ("two as one", "ansarallah", "By Ansar Allah al-Awfiya", "By {Ansar Allah} al-Awfiya"),
        ("an article written into it", "bukamal", "Near Albukamal", "Near {Albukamal}"),
        ("one more word", "albu kamal", "Near Abu Kamal", "Near {Abu} [Kamal]"),
        ("part of a name is no whole", "hezbollahparty", "Hezbollah party", ""),
        ("a word of English written together", "airbase", "The Asad air base", ""),
        ("one that means the same", "troops", "US forces", ""),
        ("one that looks alike", "sources", "A US source", ""),
        ("a name of other words", '"party of god"', "Hezbollah", ""),
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
                     "mq9", "9", "US", "Iran", "Iraq", "Kata'ib", "drone", "dr", "é", "Deir", "ez-Zor", "zawr",
                     "deirezzor", "Ansar", "Allah", "Ansarallah", "Hezbollah's", "hizballah", "Abu", "Albu", "Kamal"]),
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
