"""The order of a list of references, as the three styles set it.

    sorted(works, key=lambda work: place(work, "mla"))

One rule, from APA 7 (9.44 to 9.49), MLA 9 (chapter 5; style.mla.org/alphabetizing-entries-by-title) and Chicago 18
(15.66 on the order of words). A reference stands by its first element: the author, or the title where none is named.
Signs, accents and capitals do not count, nor an A, An or The before it. Spaces do not count in APA and MLA, which
alphabetise letter by letter; they do in Chicago, word by word since its 18th edition. References with the same first
element stand by date in APA, those without a date first, and by title in the other two.

A hyphen joins an article to a name of which it is part (An-Nahar), and a title in another language than English has
no A, An or The. Titles that begin with a figure stand before those that begin with a letter.
"""

import re
from datetime import date

from dashboard.derive import fold
from dashboard.edtf import Edtf
from dashboard.exporters.works import Work

_ARTICLE = re.compile(r"\W*(?:a|an|the)\s+(?=\W*\w)", re.IGNORECASE)
_ENGLISH = ("", "en")
_BY_WORD = frozenset({"chicago"})
_BY_DATE = frozenset({"apa"})
_OUTLET_FIRST = frozenset({"chicago"})
"""The styles in which an outlet stands in the place of an author whom nobody names."""


def place(work: Work, style: str) -> tuple[str, tuple[bool, date], str, str]:
    """What a reference is sorted by: its first element, its date where that comes next, its title, its address."""
    title = _said(work.title, style, work.language)
    first = _said(_author(work, style), style) or title
    return first, _dated(work.published) if style in _BY_DATE else _UNDATED, title, work.address


def _author(work: Work, style: str) -> str:
    return work.author or (work.container if style in _OUTLET_FIRST and not work.is_record else "")


def _said(text: str, style: str, language: str = "") -> str:
    """The text as it is compared."""
    english = language.partition("-")[0] in _ENGLISH
    folded = fold(_ARTICLE.sub("", text, count=1) if english and _ARTICLE.match(text) else text)
    return folded if style in _BY_WORD else folded.replace(" ", "")


_UNDATED = (False, date.min)


def _dated(value: Edtf | None) -> tuple[bool, date]:
    return (True, value.earliest or date.min) if value else _UNDATED
