"""Class codes: six signs that can be read from a wall, said aloud, and typed any way.

The alphabet has no two signs that look alike (0 O, 1 I L, 2 Z, 5 S, 6 G, 8 B, U V) and no vowels, so that no code is a
word. A code is written in lower case, as addresses are, and shown in upper case, in two groups of three.
"""

import re
import secrets

LENGTH = 6
ALPHABET = "23456789cdfhjkmnpqrtvwx"
PATTERN = f"^[{ALPHABET}]{{{LENGTH}}}$"


def make() -> str:
    """Return a code that nobody can foresee."""
    return "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))


def plain(text: str) -> str:
    """A code as it was typed or read aloud, in any case and however divided: "Cdf-234 " is "cdf234"."""
    return re.sub(r"[\W_]", "", text).lower()


def is_code(text: str) -> bool:
    """True for what could be a code, as ``plain`` writes it."""
    return bool(re.fullmatch(PATTERN, text))


def spaced(code: str) -> str:
    """A code as it is shown: "CDF 234"."""
    half = LENGTH // 2
    return f"{code[:half]} {code[half:]}".upper()
