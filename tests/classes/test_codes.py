"""Class codes: read from a wall, said aloud, typed any way."""

import re

from hypothesis import given
from hypothesis import strategies as st

from dashboard.classes import codes

LOOK_ALIKES = ("0o", "1il", "2z", "5s", "6g", "8b", "uv")


def test_no_two_signs_look_alike_and_none_is_a_vowel():
    assert len(set(codes.ALPHABET)) == len(codes.ALPHABET) == 23
    assert [pair for pair in LOOK_ALIKES if len(set(pair) & set(codes.ALPHABET)) > 1] == []
    assert set("aeiouy01") & set(codes.ALPHABET) == set()


def test_codes_are_codes_and_not_twice_the_same():
    made = [codes.make() for _ in range(1000)]
    assert all(map(codes.is_code, made))
    assert len(set(made)) == 1000
    assert {sign for code in made for sign in code} == set(codes.ALPHABET)


@given(st.text(codes.ALPHABET, min_size=6, max_size=6), st.text(" -_.\t\n\u2011\u00a0", max_size=4), st.integers(0, 6))
def test_a_code_is_read_however_it_is_typed(code: str, between: str, at: int):
    typed = f" {code[:at]}{between}{code[at:].upper()} "
    assert codes.plain(typed) == code
    assert codes.plain(codes.spaced(code)) == code
    assert re.fullmatch(r"\S{3} \S{3}", codes.spaced(code))


@given(st.text(max_size=30))
def test_whatever_is_typed_is_read_once_and_for_all(text: str):
    assert codes.plain(codes.plain(text)) == codes.plain(text)


NONE = ["", "cdf23", "cdf2345", "cdf23a", "cdf23b", "CDF234", "cdf 34", "cdf23é", "cdf234\n"]


def test_what_cannot_be_a_code_is_told_apart():
    assert [text for text in NONE if codes.is_code(text)] == []
