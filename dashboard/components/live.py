"""A live class in the pages: where its teacher starts it, the bar that goes along, the code for the wall.

Everything is drawn once and out of sight; assets/view-class.js shows it in the tabs that lead or follow a class.
"""

from dash import dcc, html
from flask import Flask, current_app, g

from dashboard.classes import PERIOD, Classes, Ended, NoClass, Shown, codes
from dashboard.components.buttons import button
from dashboard.language import tr

ROOT, BAR, DIALOG, JOIN = "/class", "class-bar", "class-code", "class-join"
_EXTENSION = "as-reported-classes"
LEADING = tr(
    "This tab alone leads the class. A reload keeps that; once the tab is closed nobody leads, and the class ends a "
    "quarter of an hour later."
)
PRIVACY = tr(
    "Of a live class the server holds the code, a key for the teacher, the address that is shown and how often it was "
    "asked for within the last seconds: in memory, until the class ends. It learns no names and keeps nobody apart. A "
    "browser keeps the code, and the teacher’s the key, under the name as-reported-class in the storage of that tab, "
    "until the class ends or is left."
)
"""What the page on the method says of live classes."""


def hold(flask: Flask, store: Classes) -> None:
    """Give a server the classes that its pages and its API speak of."""
    flask.extensions[_EXTENSION] = store


def is_passing() -> bool:
    """Whether the answer that is being made speaks of a class, and so may be another in a moment."""
    return bool(g.get("passing"))


def given(code: str) -> Shown | NoClass:
    """What a class is shown, or why there is none; asked while a server answers."""
    g.passing = True
    try:
        return current_app.extensions[_EXTENSION].read(code)
    except NoClass as error:
        g.gone = 410 if isinstance(error, Ended) else 404
        return error


def status(usual: int) -> int:
    """The status of the answer that is being made: that of a class which is not there, as the API has it."""
    return g.get("gone", usual)


# --- in the frame of every page ----------------------------------------------------------------------------


def bar() -> html.Aside:
    """The bar of a tab that leads or follows a class; without one it is not there for anybody."""
    return html.Aside([_follows(), _leads(), _over()], id=BAR, className="class-bar", hidden=True, **{
        "aria-label": tr("Live class"),
        "data-every": str(round(PERIOD * 1000)),
        "data-lost": tr("Connection lost, trying again."),
    })  # fmt: skip


def _name() -> html.Strong:
    return html.Strong([tr("Live class"), " ", html.Span(className="class-name")])


def _said() -> html.Span:
    return html.Span(className="class-said", role="status", **{"aria-live": "polite"})


def _buttons(*parts: html.Button) -> html.Span:
    return html.Span(list(parts), className="buttons")


def _follows() -> html.Div:
    words = {
        "data-with": tr("This page goes along with the class."),
        "data-alone": tr("You are looking around."),
        "data-moved": tr("The class has moved on. Views since then: {n}"),
        "data-revealed": tr("Your teacher has revealed what was hidden here."),
    }
    around = button(tr("Look around"), follow="around", words=tr("Return to the class"))
    leave = button(tr("Leave"), look="link", follow="leave")
    count = html.Span(className="class-count")
    return html.Div([_name(), _said(), count, _buttons(around, leave)], className="class-part", hidden=True, **{
        "data-role": "follows", **words,
    })  # fmt: skip


def _leads() -> html.Div:
    words = {
        "data-with": "",
        "data-paused": tr("Paused: the class keeps its view."),
        "data-refused": tr("This page is not shown to the class."),
        "data-hiding": tr("The class sees this with what is hidden; your own answer does not reveal it."),
        "data-revealed": tr("Revealed to the class."),
        "data-count": tr("Pages that follow: about {n}"),
    }
    buttons = (
        button(tr("Reveal to the class"), lead="reveal"),
        button(tr("Show code"), lead="code", aria_haspopup="dialog"),
        button(tr("Pause"), lead="pause", words=tr("Go on")),
        button(tr("End class"), lead="end", sure=tr("End the class for everybody?")),
    )
    count = html.Span(className="class-count")
    return html.Div([_name(), count, _said(), _buttons(*buttons)], className="class-part", hidden=True, **{
        "data-role": "leads", **words,
    })  # fmt: skip


def _over() -> html.Div:
    words = {"data-with": tr("The class has ended. You can go on reading.")}
    close = button(tr("Close"), follow="close")
    return html.Div([_said(), _buttons(close)], className="class-part", hidden=True, **{"data-role": "over", **words})


def dialog() -> html.Dialog:
    """The code in large letters, its address and its square, for the wall; empty until there is a class."""
    parts = [
        html.Div(
            [html.H2(tr("Join the class"), id="class-title"), button(tr("Close"), close=DIALOG)],
            className="section-head",
        ),
        html.P(className="class-large"),
        html.P([tr("Open this address and type the code:"), " ", html.Span(className="class-address")]),
        html.Div(className="class-square", **{"data-alt": tr("QR code that opens the class")}),
        html.P(tr("Nobody gives a name. Nothing of the class is kept when it has ended."), className="quiet"),
        html.P([html.Strong(tr("For the teacher: ")), LEADING], className="quiet"),
    ]
    return html.Dialog(parts, id=DIALOG, className="dialog class-dialog", **{"aria-labelledby": "class-title"})


# --- in pages ----------------------------------------------------------------------------------------------


def panel() -> html.Section:
    """Where a teacher starts a class: what it does, and the button. It may stand on any page, once."""
    words = (
        tr("Students open a short address and type a code; their pages then show what yours shows, and follow it."),
        tr("They may look around by themselves and return. You see about how many pages follow, and nobody’s name."),
        tr("The class ends when you end it, when your page has been closed for a quarter of an hour, or after four "
           "hours. A new one has a new code."),
    )  # fmt: skip
    start = button(tr("Start a live class"), lead="start", first="/")
    running = html.P([LEADING, " ", tr("The bar above has its code.")], className="class-running", hidden=True)
    failed = html.P(className="class-failed", role="alert", **{"data-lost": tr("The site cannot be reached.")})
    needs = html.Noscript(html.P(tr("Leading a class needs scripts.")))
    parts = [html.H2(tr("Start a live class")), *map(html.P, words), html.P(start), running, failed, needs]
    return html.Section(parts, className="class-panel")


def join(typed: str = "") -> html.Form:
    """The field for a code; the form works without scripts."""
    field = dcc.Input(
        type="text", name="code", value=typed, maxLength=20, autoComplete="off", spellCheck="false",
        className="class-typed",
    )  # fmt: skip
    send = html.Button(tr("Join"), type="submit", className="button")
    parts = [html.Label([tr("Code of the class"), " ", field]), send]
    return html.Form(parts, action=ROOT, method="get", className="class-form")


def arrived(shown: Shown) -> list:
    """The page of a class that runs, until the browser has what the class is shown."""
    link = html.A(tr("What the class is shown now"), href=shown.view)
    return [
        html.Div(id=JOIN, hidden=True, **{"data-code": shown.code}),
        html.H1(tr("Live class {code}").format(code=codes.spaced(shown.code))),
        html.P(tr("This page shows what your teacher shows, as soon as it is here.")),
        html.Noscript(
            html.P(tr("Going along with the class needs scripts. Without them, open the view as it is now."))
        ),
        html.P(link),
    ]
