"""How to read the page in half a minute, and who is who. Both are folded and block nothing."""

from dash import html

from dashboard.dataset import Dataset
from dashboard.derive import LEVEL_WORDS, LEVELS
from dashboard.language import tr

_STEPS = (
    (
        tr("A report is who said what, where and when."),
        tr("An incident is a group of reports. Nothing here says what happened."),
    ),
    (
        tr("Two clocks."),
        tr("When it is said to have happened runs along the axis. “Known by” takes away what had not yet appeared."),
    ),
    (tr("Echo is not corroboration."), tr("Twelve outlets that repeat one statement are one origin.")),
    (
        tr("Counts are somebody's."),
        tr("The line above is what somebody declared; the dotted line is what the documents here name."),
    ),
    (tr("Silence is not zero."), tr("“Not stated” means that nobody said; 0 means that somebody said none.")),
)


def guide() -> html.Details:
    """Five sentences on how to read the page, and the four levels of corroboration."""
    levels = [part for level, rule in LEVELS.items() for part in (html.Dt(LEVEL_WORDS[level]), html.Dd(rule))]
    return html.Details(
        [
            html.Summary(tr("How to read this, in 30 seconds")),
            html.Ul([html.Li([html.Strong(head), " ", text]) for head, text in _STEPS]),
            html.Dl(levels),
        ],
        className="panel",
    )


def who_is_who(dataset: Dataset) -> html.Details:
    """The actors named in the data, by party, with other names that sources use."""
    actors = dataset["actors"]
    parties = dataset.schema.categories("actors", "party")
    groups = [(words["label"], actors[actors["party"] == party]) for party, words in parties.items()]
    parts = [part for label, frame in groups if len(frame) for part in (html.H2(label), _people(frame, dataset))]
    return html.Details([html.Summary(tr("Who is who")), html.Div(parts, className="who")], className="panel")


def _people(frame, dataset: Dataset) -> html.Dl:
    entries = []
    for row in frame.to_dict("records"):
        body = dataset.by_id["actors"].get(row["member_of"])
        about = [dataset.schema.label("actors", "kind", row["kind"])]
        about += [tr("of {name}").format(name=body["name"])] if body else []
        about += (
            [tr("also written {aliases}").format(aliases=row["aliases"].replace(";", ", "))] if row["aliases"] else []
        )
        entries += [html.Dt(row["name"]), html.Dd("; ".join(about))]
    return html.Dl(entries)
