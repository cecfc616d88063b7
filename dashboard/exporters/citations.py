"""Citations of views, incidents, reports, declared counts and documents, in the styles that readers are asked for.

    cite(View(selected), "apa", "https://…", date.today())

The three styles of text follow the published rules for web documents and data sets: APA 7 (10.9, 10.16), MLA 9
(5.2 to 5.119) and Chicago 18 (14.104, notes and bibliography). They are written here because the one library for
CSL styles in Python, citeproc-py 0.11, prints a title twice where no author is named, which is most documents here,
stops at a range of days, and changes the capitals of titles; it would also bring lxml (12 MB).

They are plain text, so nothing is in italics. Titles keep the capitals they were published with. A date never has a
precision that its source lacks: a month stays a month, an approximate day is "ca.", an unknown day is "n.d." (MLA
leaves it out). An address may be a placeholder in braces, which a page fills in.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any

import orjson

from dashboard import edtf
from dashboard.edtf import Edtf
from dashboard.exporters.order import place
from dashboard.exporters.works import SITE, Incident, Report, Source, Tally, Thing, View, Work, works

__all__ = ["STYLES", "Incident", "Report", "Source", "Tally", "Thing", "View", "cite", "listed"]

STYLES: Mapping[str, str] = {
    "apa": "APA 7",
    "mla": "MLA 9",
    "chicago": "Chicago 18",
    "bibtex": "BibTeX",
    "csl": "CSL-JSON",
}
"""The styles in the order in which readers meet them, with their labels."""


def cite(thing: Thing, style: str, address: str, accessed: date) -> str:
    """The citation of a thing seen at ``address`` on the day ``accessed``.

    Raises KeyError for a style that is not in STYLES and for an id that is not in the data.
    """
    named = works(thing, address, accessed)
    if style in _TEXTS:
        return _RECORDED.join(_TEXTS[style](work) for work in named)
    return _FILES[style](named)


def listed(named: Iterable[Work], style: str) -> str:
    """The references of many works as one file, each work once.

    As text they stand in the order of the style (order.py), a line each, and after an empty line what is noted of the
    works: what a view holds and leaves out, and its licence. The styles know no place for it within a reference.
    """
    once = list(dict.fromkeys(named))
    if style in _FILES:
        return _FILES[style](once)
    lines = [_TEXTS[style](work) for work in sorted(once, key=lambda work: place(work, style))]
    notes = [work.note for work in once if work.note]
    return "".join(f"{line}\n" for line in [*lines, *([""] if notes else []), *notes])


_RECORDED = " As recorded in: "
"""Between a document and the record of what it says."""


# --- text ------------------------------------------------------------------------------------------------


def _apa(work: Work) -> str:
    when = f"({_dated(work.published, _apa_day) or 'n.d.'})"
    title = f"{work.title.rstrip('.')}. In {work.container} {_bracketed(work)}" if work.is_record else work.title
    head = [work.author, when, title] if work.author else [title, when]
    parts = [*head, SITE if work.is_record else work.container]
    return " ".join([*map(_stopped, parts), *_apa_address(work)])


def _bracketed(work: Work) -> str:
    return f"({_joined(work, 'Version', '; ')}) [Data set]"


def _joined(work: Work, noun: str, joiner: str) -> str:
    """The version of the data and the hash of its rows; a package without a version has the hash alone."""
    return joiner.join([*([f"{noun} {work.version}"] if work.version else []), f"data {work.digest}"])


def _apa_address(work: Work) -> list[str]:
    if not work.address:
        return []
    if work.accessed and (work.is_record or not work.published):
        return [f"Retrieved {_american(work.accessed)}, from {work.address}"]
    return [work.address]


def _mla(work: Work) -> str:
    data = [_joined(work, "version", ", "), SITE] if work.is_record else []
    place = [work.container, *data, _dated(work.published, _mla_day), work.address]
    parts = [work.author, _quoted(work.title), ", ".join(filter(None, place))]
    return " ".join([*map(_stopped, filter(None, parts)), *_read(work, _mla_day)])


def _chicago(work: Work) -> str:
    when = _dated(work.published, _chicago_day) or "n.d."
    whole = _in_package(work, when) if work.is_record else _published(work, when)
    author = work.author or ("" if work.is_record else work.container)
    parts = [author, _quoted(work.title), *whole, *_read(work, _chicago_day), work.address]
    return " ".join(map(_stopped, filter(None, parts)))


def _in_package(work: Work, when: str) -> list[str]:
    return [f"In {work.container}, {_joined(work, 'version', ', ')}", f"{SITE}, {when}"]


def _published(work: Work, when: str) -> list[str]:
    """Where and when a document appeared; an outlet that stands in the author's place is not said again."""
    return [f"{work.container}, {when}"] if work.author else [when[:1].upper() + when[1:]]


def _read(work: Work, say: "Say") -> list[str]:
    """The day it was read: of records always, because they change; of documents where they carry no day."""
    asked = work.accessed and (work.is_record or not work.published)
    return [f"Accessed {say(work.accessed, 'day')}."] if work.accessed and asked else []


def _stopped(text: str) -> str:
    """The text with a full stop, unless it ends in a stop of its own."""
    return text if re.search(r"[.?!][”’)]?$", text) and not text.endswith(")") else f"{text}."


def _quoted(title: str) -> str:
    """A title in double quotation marks, those inside it single."""
    inside = re.sub(r'"([^"]*)"', r"‘\1’", title).translate(str.maketrans("“”", "‘’"))
    return f"“{_stopped(inside)}”"


# --- days ------------------------------------------------------------------------------------------------

Say = Callable[[date, str], str]
_MONTHS = ("", "January", "February", "March", "April", "May", "June",
           "July", "August", "September", "October", "November", "December")  # fmt: skip
_SHORT = ("", "Jan.", "Feb.", "Mar.", "Apr.", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec.")
_SINGLE = frozenset({"day", "month", "year"})


def _apa_day(day: date, form: str) -> str:
    return {"day": f"{day.year}, {_MONTHS[day.month]} {day.day}", "month": f"{day.year}, {_MONTHS[day.month]}"}.get(
        form, str(day.year)
    )


def _mla_day(day: date, form: str) -> str:
    whole = f"{_SHORT[day.month]} {day.year}"
    return {"day": f"{day.day} {whole}", "month": whole}.get(form, str(day.year))


def _chicago_day(day: date, form: str) -> str:
    return _american(day) if form == "day" else {"month": f"{_MONTHS[day.month]} {day.year}"}.get(form, str(day.year))


def _american(day: date) -> str:
    return f"{_MONTHS[day.month]} {day.day}, {day.year}"


def _dated(value: Edtf | None, say: Say) -> str:
    """A date in a style's words, as precise as it is; what no style knows, such as one of three days, in ours."""
    if value is None:
        return ""
    ends = _ends(value)
    if not ends:
        return edtf.say(value)
    words = "–".join(say(*end) for end in ends)
    return f"{'ca. ' if value.approximate else ''}{words}{'?' if value.uncertain else ''}"


def _ends(value: Edtf) -> list[tuple[date, str]]:
    """The one date, or the two ends of an interval, each with its form; [] for any other kind of date."""
    parts = value.members if value.form == "interval" and value.earliest and value.latest else (value,)
    forms = [_form(part) for part in parts]
    return [(part.earliest or edtf.FIRST, form) for part, form in zip(parts, forms, strict=True)] if all(forms) else []


def _form(value: Edtf) -> str:
    """day, month or year; a day that is not stated leaves the month, a month that is not stated the year."""
    if value.form == "unstated":
        return "month" if value.text.count("-") == 2 else "year"
    return value.form if value.form in _SINGLE else ""


# --- BibTeX ----------------------------------------------------------------------------------------------

_LATEX = str.maketrans(
    {
        **{mark: f"\\{mark}" for mark in "$&#_%"},
        **{"\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"},
        **{"{": r"\textbraceleft{}", "}": r"\textbraceright{}"},  # BibTeX counts every brace, escaped or not
    }
)
_IN_ADDRESS = str.maketrans({"{": "%7B", "}": "%7D", "\\": "%5C", " ": "%20", "\n": ""})
_PLACEHOLDER = re.compile(r"\{\w+\}")


def _bibtex(named: Iterable[Work]) -> str:
    return "\n".join(_entry(work) for work in named)


def _entry(work: Work) -> str:
    """One entry; the title stands in two braces, so that no style changes its capitals."""
    record = f"In: {work.container}. {SITE}"
    fields = {
        "author": f"{{{{{_escaped(work.author)}}}}}" if work.author else "",
        "title": f"{{{{{_escaped(work.title)}}}}}",
        "howpublished": f"{{{_escaped(record if work.is_record else work.container)}}}",
        "version": f"{{{_escaped(_version(work))}}}" if work.is_record else "",
        **_bibtex_dates(work.published),
        "url": f"{{{_plain(work.address)}}}" if work.address else "",
        "urldate": f"{{{work.accessed}}}" if work.accessed else "",
        "note": f"{{{_escaped(work.note)}}}" if work.note else "",
        "langid": f"{{{_escaped(work.language)}}}" if work.language else "",
    }
    lines = [f"  {name} = {text}," for name, text in fields.items() if text]
    return "\n".join([f"@misc{{{re.sub(r'[^A-Za-z0-9-]', '', work.key)},", *lines, "}", ""])


def _version(work: Work) -> str:
    return _joined(work, "", ", ").strip()


def _bibtex_dates(value: Edtf | None) -> dict[str, str]:
    """``date`` for biblatex, which reads these forms of EDTF; ``year`` and ``month`` for BibTeX."""
    if value is None:
        return {"year": "{n.d.}"}
    ends = _ends(value)
    if not ends:
        return {"year": f"{{{_escaped(edtf.say(value))}}}"}
    first, last = ends[0], ends[-1]
    years = str(first[0].year) if first[0].year == last[0].year else f"{first[0].year}--{last[0].year}"
    same = years.isdigit() and first[0].month == last[0].month and "year" not in (first[1], last[1])
    return {
        "date": f"{{{value.text.replace('-XX', '')}}}",
        "year": f"{{{'ca. ' if value.approximate else ''}{years}{'?' if value.uncertain else ''}}}",
        "month": _MONTHS[first[0].month][:3].lower() if same else "",
    }


def _escaped(text: str) -> str:
    return " ".join(text.split()).translate(_LATEX)


def _plain(address: str) -> str:
    """An address without what would end its field; a placeholder is left as it is."""
    return address if _PLACEHOLDER.fullmatch(address) else address.translate(_IN_ADDRESS)


# --- CSL-JSON --------------------------------------------------------------------------------------------


def _csl(named: Iterable[Work]) -> str:
    return orjson.dumps([_item(work) for work in named], option=orjson.OPT_INDENT_2).decode() + "\n"


def _item(work: Work) -> dict[str, Any]:
    item = {
        "id": work.key,
        "type": "dataset" if work.is_record else "webpage",
        "author": [{"literal": work.author}] if work.author else None,
        "title": work.title,
        "container-title": work.container,
        "version": _version(work) if work.is_record else "",
        "publisher": SITE if work.is_record else "",
        "issued": _csl_date(work.published),
        "accessed": work.accessed and _csl_date(edtf.parse(work.accessed.isoformat())),
        "URL": work.address,
        "language": work.language,
        "note": work.note,
    }
    return {name: value for name, value in item.items() if value}


def _csl_date(value: Edtf | None) -> dict[str, Any] | None:
    """A date in parts, as many as it has; ``circa`` where it is a guess or sources conflict."""
    if value is None:
        return None
    ends = _ends(value)
    if not ends:
        return {"literal": edtf.say(value)}
    lengths = {"year": 1, "month": 2, "day": 3}
    parts = [[day.year, day.month, day.day][: lengths[form]] for day, form in ends]
    return {"date-parts": parts, **({"circa": True} if value.approximate or value.uncertain else {})}


_TEXTS: Mapping[str, Callable[[Work], str]] = {"apa": _apa, "mla": _mla, "chicago": _chicago}
_FILES: Mapping[str, Callable[[Iterable[Work]], str]] = {"bibtex": _bibtex, "csl": _csl}
