"""How the site knows what it shows: rules, worked example, glossary, corrections, versions, privacy."""

import re

from dash import dcc, html

from dashboard import __version__
from dashboard.components import live
from dashboard.components.cite import cited
from dashboard.components.grids import grid
from dashboard.components.history import since
from dashboard.components.words import count, level, place, when
from dashboard.dataset import Dataset
from dashboard.derive import LEVEL_WORDS, LEVELS, index
from dashboard.derive.index import HIDDEN
from dashboard.language import tr
from dashboard.selection import Selected

_GENERATED = re.compile(r"<!-- (\w+):start -->.*?<!-- \1:end -->", re.S)
_HEADING = re.compile(r"^(#+) ", re.M)
_PRIVACY = tr(
    "This site sets no cookie and has no account. It asks nobody else for anything: fonts, scripts and maps come from "
    "it. What you choose to see stands in the address and nowhere else. What you choose under Reading stays in your "
    "browser and is sent nowhere: the theme under the name mantine-color-scheme-value; contrast, text size, gentle "
    "mode, definitions, motion and single keys under the name as-reported-reading; the usual choices are not kept at "
    "all. Until its tab is closed it keeps, and sends nowhere, what you answered (as-reported-answers), how you put "
    "cards in order (as-reported-order-…) and at which step you left a story (as-reported-story). "
    "Nothing about readers is recorded by the site itself."
)


def sections(dataset: Dataset, selected: Selected) -> list:
    """Every section of the method page, in reading order."""
    return [
        html.H2(tr("What the words mean")),
        html.Dl([part for name, rule in LEVELS.items() for part in (html.Dt(LEVEL_WORDS[name]), html.Dd(rule))]),
        *_worked_example(dataset, selected),
        html.H2(tr("Glossary")),
        _glossary(dataset),
        html.H2(tr("How the data were coded, and what they lack")),
        *_document(dataset, "README.md"),
        html.H2(tr("Corrections")),
        *_document(dataset, "CHANGES.md"),
        html.H2(tr("Version and citation")),
        *_version(dataset),
        html.H2(tr("Privacy")),
        html.P(_PRIVACY),
        html.P(live.PRIVACY),
    ]


def _worked_example(dataset: Dataset, selected: Selected) -> list:
    """The standing of the incident with the most periods, step by step: the rule at work on real rows."""
    frame = index(dataset).standings
    if frame.empty:
        return []
    steps = frame.groupby("incident_id")["corroboration"].agg(["nunique", "size"])
    example = steps.sort_values(["nunique", "size"], kind="stable").index[-1]
    rows = frame[frame["incident_id"] == example]
    items = [
        html.Li([html.Strong(f"{since(index(dataset), row)}: "), f"{level(row)}. {_voices(row)}"])
        for row in rows.itertuples()
    ]
    title = dataset.by_id["incidents"][example]["title"]
    return [
        html.H3(tr("A worked example")),
        html.P([dcc.Link(title, href=f"/incidents/{example}"), f", {place(dataset, rows['place_id'].iloc[-1])}."]),
        html.Ol(items),
    ]


def _voices(row) -> str:
    if row.corroboration == HIDDEN:
        return ""
    return tr("{reports} known, from {origins} in {outlets}.").format(
        reports=count(row.reports, "{n} report", "{n} reports"),
        origins=count(row.origins, "{n} origin", "{n} origins"),
        outlets=count(row.outlets, "{n} outlet", "{n} outlets"),
    )


def _glossary(dataset: Dataset) -> html.Div:
    rows = [
        [row["term"], row["definition"], row["plain_language"], row["also_said_as"].replace(";", "; ")]
        for row in dataset["glossary"].to_dict("records")
    ]
    return grid(tr("Glossary"), (tr("Term"), tr("Here it means"), tr("In plain words"), tr("Sources also say")), rows)


def _document(dataset: Dataset, name: str) -> list:
    """A document of the package, its headings one step lower, its generated tables left to the file."""
    path = dataset.folder / name if dataset.folder else None
    if not path or not path.is_file():
        return [html.P(tr("This package carries no {name}.").format(name=name))]
    text = _GENERATED.sub(tr("*This list is in the package.*"), path.read_text(encoding="utf-8"))
    lower = _HEADING.sub(lambda match: f"{match[1]}# ", text.split("\n", 1)[-1] if text.startswith("# ") else text)
    return [dcc.Markdown(lower, className="prose", link_target="_self")]


def _version(dataset: Dataset) -> list:
    schema = dataset.schema
    dated = schema.raw.get("created", "")[:10]
    return [
        html.P(
            tr("Site {version}; data {version_2}, {when}, checksum {digest}; {licence}.").format(
                version=__version__,
                version_2=schema.version,
                when=when(dated),
                digest=dataset.digest,
                licence=schema.licence,
            )
        ),
        cited(tr("Cite these data"), "view", schema.title),
    ]
