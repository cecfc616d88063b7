"""Sheets of paper: what a worksheet and an exit ticket have on them, and their keys."""

from collections.abc import Mapping, Sequence
from itertools import groupby
from urllib.parse import quote

from dash import html

from dashboard.activities import Activity, Card, Question, material
from dashboard.activities.ticket import AHEAD, FEELING, of_questions
from dashboard.activities.worksheet import Worksheet
from dashboard.components import gentle, sheet_foot
from dashboard.components.exercise import ORDERED, answer_words, harmful
from dashboard.components.words import place
from dashboard.figures import paper
from dashboard.language import tr, trn
from dashboard.selection import Selected, Selection

LINE = "______________________"
MOST_LINES, MOST_ROWS = 6, 12


# --- head ------------------------------------------------------------------------------------------------


def head(kind: str, title: object, sentence: str) -> list:
    """What it is, what it is about, and a line without a name."""
    line = tr("Class {line} Date {line}").format(line=LINE)
    return [
        html.Div([html.P(kind, className="sheet-kind"), html.P(line, className="sheet-line")], className="sheet-head"),
        html.H1(title),
        html.P(sentence, className="sheet-sentence"),
    ]


def what(selected: Selected, incident: str) -> str:
    """An incident in a line that counts nothing: its kind, when it is said to have happened, and where."""
    held = selected.standings
    row = next(held[held["incident_id"] == incident].itertuples())
    kind = selected.dataset.schema.label("incidents", "kind", row.kind)
    return f"{kind}, {material.when(row.date)}, {place(selected.dataset, row.place_id)}."


def drawn(selected: Selected, incident: str) -> list:
    """The figure: two clocks of one incident, or the incidents of each week."""
    accounts = _clocks(selected, incident) if incident else []
    svg = paper.two_clocks(accounts) if incident else paper.weeks(selected)
    if not svg:
        return []
    words = (
        _of_clocks(accounts)
        if incident
        else tr("Incidents per week. Solid: certainly of this selection. Hollow: possibly, because a date is open.")
    )
    picture = html.Img(src=f"data:image/svg+xml;utf8,{quote(svg)}", alt=words, className="sheet-figure")
    return [html.Div([picture, html.P(words)], className="sheet-drawn")]


def _of_clocks(accounts: Sequence[paper.Clocked]) -> str:
    """What the two clocks show, and how many accounts there was no room for."""
    drawn_ = len(paper.clocked(accounts))
    left = tr("{n} of {all} are drawn here; the site shows every one.")
    cut = [left.format(n=drawn_, all=len(accounts))] if drawn_ < len(accounts) else []
    return " ".join(
        [
            tr("The first account of each side, and of each institution that is of none."),
            *cut,
            tr("Box: the days that it gives. Dot: the day on which it could be read."),
        ]
    )


def _clocks(selected: Selected, incident: str) -> list[paper.Clocked]:
    """The first report of each independent origin, by the day it became known."""
    firsts: dict[str, tuple] = {}
    reports = material.reports(selected, incident)
    for report in sorted(reports, key=lambda one: (one.known or one.possible, one.report_id)):
        bounded = report.date and report.date.earliest and report.date.latest
        span = (report.date.first_day, report.date.last_day) if bounded else None
        firsts.setdefault(material.voice(selected, report), (material.origin(selected, report), span, report.known))
    return list(firsts.values())


# --- parts -----------------------------------------------------------------------------------------------


def materials(activity: Activity, number: int) -> list:
    """An activity's title, prompt, cards and blanks."""
    about = gentle.held_back(activity.about, activity.harm, gentle.TITLE, linked=True)
    compact = " sheet-compact" if len(activity.cards) > 3 else ""
    return [
        html.H2([f"{number}. {activity.title} · ", about]),
        html.P(activity.prompt),
        *([html.P(activity.note, className="sheet-source")] if activity.note else []),
        html.Div([_card(one, activity.kind in QUOTING) for one in activity.cards], className=f"cards{compact}"),
        *_blanks(activity),
    ]


QUOTING = frozenset({"totals"})
"""The kinds whose blanks may have to be read in a quote: paper prints it for them alone."""


def _card(one: Card, quoting: bool) -> html.Div:
    lines = [(f"{label}: {words}" if label else words, harmful(label)) for label, words in one.lines]
    ends = ["; "] * (len(lines) - 1) + ["."]
    stated = [html.Span(words + end, className=look) for (words, look), end in zip(lines, ends, strict=False)]
    text = html.P([html.Strong(f"{one.key}. "), gentle.held_back(one.text, one.harm)])
    look = "harm" if one.harm else None
    quoted = quoting and one.quote
    quote = [html.P(html.Q(one.quote, lang=one.language or None, dir="auto"), className=look)] if quoted else []
    return html.Div([text, *quote, html.P(one.source, className="sheet-source"), html.P(stated)], className="card")


def _blanks(activity: Activity) -> list:
    """A table to fill in: a row per blank and a column per card, or a row per card where there are many."""
    if not activity.blanks:
        return []
    texts = list(dict.fromkeys(blank.text for blank in activity.blanks))
    letters = [card.key for card in activity.cards]
    choices = {blank.text: blank.choices for blank in activity.blanks}
    if activity.order:  # many cards, one line each
        fields = [f"{letter}\u00a0{LINE[:12]}" for letter in letters]  # a letter and its line stay together
        lines = [
            tr("{asked}: {fields}").format(asked=_with(choices, text), fields="   ".join(fields)) for text in texts
        ]
        order = tr("{order}: {lines}").format(order=ORDERED[activity.kind], lines="  ".join(["____"] * len(letters)))
        return [html.P(line, className="sheet-write") for line in (*lines, order)]
    head = html.Tr([html.Td(""), *[html.Th(letter, scope="col") for letter in letters]])
    harm = {blank.text for blank in activity.blanks if blank.harm}
    rows = [
        html.Tr(
            [_asked(text, choices[text]), *[html.Td("") for _ in letters]], className="harm" if text in harm else None
        )
        for text in texts
    ]
    return [html.Table([html.Thead(head), html.Tbody(rows)], className="sheet-blanks")]


def _with(choices: Mapping[str, Sequence[str]], text: str) -> str:
    """What is asked, and the words to choose among."""
    return f"{text} ({' / '.join(choices[text])})" if choices[text] else text


def _asked(text: str, choices: Sequence[str]) -> html.Th:
    small = html.Div(" / ".join(choices), className="sheet-choices") if choices else None
    return html.Th([text, *([small] if small else [])], scope="row")


def questions(activity: Activity, _: int = 1) -> list:
    """An activity's questions, each with its choices or a line, but for those of how accounts agree."""
    single = [question(one) for one in activity.questions if not agrees(one)]
    return [html.Ol(single, className="sheet-questions")] if single else []


def agrees(one: Question) -> bool:
    """True for a question of how two accounts agree on a field."""
    return one.key.startswith("agree-")


def question(one: Question) -> html.Li:
    """A question with boxes to tick, or with a line to write on."""
    answers = [html.Span(f"☐ {choice}", className="sheet-box") for choice in one.choices]
    if answers:
        return html.Li([html.P(one.text), html.P(answers)])
    return html.Li(html.P([one.text, " ", LINE], className="sheet-write"))


def agreeing(activity: Activity, _: int = 1) -> list:
    """The questions of how two accounts agree, as a table with boxes to tick."""
    asked = [one for one in activity.questions if agrees(one)]
    if not asked:
        return []
    head = html.Tr([html.Td(""), *[html.Th(choice, scope="col") for choice in asked[0].choices]])
    before = len(activity.questions) - len(asked)
    rows = [
        html.Tr([html.Th(f"{at}. {one.text}", scope="row"), *[html.Td("☐") for _ in one.choices]])
        for at, one in enumerate(asked, before + 1)
    ]
    return [html.Table([html.Thead(head), html.Tbody(rows)], className="sheet-blanks sheet-ticks")]


def told(sheet: Worksheet) -> list:
    """The incidents of a selection that offers no part: title, day, and room for who says so."""
    if not sheet.told:
        return [html.P(tr("No report in the data passes all parts of this selection."))]
    head = html.Tr([html.Th(tr("Reported")), html.Th(tr("When")), html.Th(tr("Who says so, and in which outlet?"))])
    rows = [html.Tr([html.Td(one.title), html.Td(one.when), html.Td("")]) for one in sheet.told]
    return [html.H2(tr("Who says so?")), html.Table([html.Thead(head), html.Tbody(rows)], className="sheet-blanks")]


def lines() -> html.Div:
    """Lines to write on, as many as there is room for."""
    return html.Div([html.Div() for _ in range(MOST_LINES)], className="sheet-lines")


def closing() -> list:
    """The last questions of a worksheet: no answer is in the data."""
    return [html.P([html.Strong(tr("To end. ")), AHEAD]), lines()]


# --- key -------------------------------------------------------------------------------------------------


def key(sheet: Worksheet, title: object) -> html.Div:
    """The answers of a worksheet, on a sheet of their own."""
    parts = [part for number, activity in enumerate(sheet.parts, 1) for part in _part_key(activity, number)]
    lines = [html.Li(f"{one.title}: {one.who}") for one in sheet.told]
    return html.Div(
        [html.H2([tr("Key: "), title]), *parts, *([html.Ul(lines)] if lines else [])],
        className="sheet sheet-key",
    )


def _part_key(activity: Activity, number: int) -> list:
    grouped_ = groupby(activity.blanks, key=lambda blank: blank.text)
    blanks = [_blank_key(text, list(found)) for text, found in grouped_]
    order = " → ".join(tr(" and ").join(group) for group in activity.order)
    first = [html.Li([html.Strong(f"{ORDERED[activity.kind]}: "), order])] if order else []
    numbered = [*(one for one in activity.questions if not agrees(one)), *filter(agrees, activity.questions)]
    asked = [html.Li([html.Strong(f"{at}: {_short(one)}. "), one.why]) for at, one in enumerate(numbered, 1)]
    return [
        html.H3(f"{number}. {activity.title}"),
        html.Ul([*first, *blanks, *asked], className="sheet-answers"),
        _from(activity.rows),
    ]


def _from(carried: Sequence[str]) -> html.P:
    """The rows that a key comes from."""
    rows = [name.partition("/")[2] for name in carried if not name.startswith("sources/")]
    words = trn("From {n} row", "From {n} rows", len(rows)).format(n=len(rows))
    shown = ", ".join(rows[:MOST_ROWS]) + ("" if len(rows) <= MOST_ROWS else " …")
    return html.P(f"{words}: {shown}", className="sheet-source")


def _short(one: Question) -> str:
    return answer_words(one).rstrip(".")


def _blank_key(text: str, found: list[Question]) -> html.Li:
    both = "; ".join(f"{one.card}: {answer_words(one)}" for one in found)
    end = "" if text.endswith("?") else "."
    coded = [f". {one.card}: {one.why}" for one in found if one.why and one.key.startswith("place-")]
    return html.Li([html.Strong(f"{text}{end} "), both, *coded], className="harm" if found[0].harm else None)


# --- exit ticket -----------------------------------------------------------------------------------------


def half(asked: Sequence[Question], title: object, selected: Selected, path: str, selection: Selection) -> html.Div:
    """Half a sheet: up to three questions, one about the reading, and a last one that looks ahead."""
    line = tr("Class {line} Date {line}").format(line=LINE)
    return html.Div(
        [
            html.Div(
                [html.P(tr("Exit ticket"), className="sheet-kind"), html.P(line, className="sheet-line")],
                className="sheet-head",
            ),
            html.P(html.Strong(title)),
            html.Ol([question(one) for one in asked], className="sheet-questions"),
            html.P([FEELING, " ", LINE], className="sheet-write"),
            html.P(AHEAD),
            lines(),
            sheet_foot.foot(path, selection, selected, of_questions(asked)),
        ],
        className="sheet-half",
    )


def ticket_key(asked: Sequence[Question], title: object) -> html.Div:
    """The answers of an exit ticket."""
    items = [html.Li([html.Strong(f"{_short(one)}. "), one.why, _from(one.rows)]) for one in asked]
    heading = html.H2([tr("Key: "), title])
    return html.Div([heading, html.Ol(items, className="sheet-answers")], className="sheet sheet-key")
