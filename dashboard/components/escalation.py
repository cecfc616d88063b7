"""The four measures: tempo, means, reach and harm, each a figure with its sentence, its numbers and its links."""

from collections.abc import Callable
from dataclasses import dataclass

import pandas as pd
from dash import html

from dashboard import figures
from dashboard.components import weekly
from dashboard.components.plate import Plate
from dashboard.components.words import count, day
from dashboard.figures import measured
from dashboard.language import tr
from dashboard.selection import Selected, Selection
from dashboard.selection.hidden import WORDS, alone

MOST_LISTED = 12


@dataclass(frozen=True)
class Measure:
    """One figure: the plate it stands in, and what is drawn, said and listed."""

    plate: Plate
    draw: Callable[[Selected], dict]
    say: Callable[[Selected], str]
    numbers: Callable[[Selection, Selected], list]
    note: str

    @property
    def ids(self) -> tuple[str, str, str]:
        """The ids of the figure, its sentence and its numbers."""
        return self.plate.chart, self.plate.takeaway, f"{self.plate.name}-numbers"

    def shown(self, selection: Selection, selected: Selected) -> tuple[dict, str, list]:
        """What the three ids hold for a selection."""
        return self.draw(selected), alone(selected.dataset, self.say(selected)), self.numbers(selection, selected)


def figure(measure: Measure, selection: Selection, selected: Selected) -> html.Figure:
    """A measure with title, sentence, graph, note and numbers."""
    drawn, words, rows = measure.shown(selection, selected)
    note, numbers = html.P(measure.note, className="legend"), html.Div(rows, id=measure.ids[2])
    return measure.plate.figure(drawn, words, note, numbers, look="figure measure")


def warned(measure: Measure, selection: Selection, selected: Selected) -> html.Details:
    """A measure behind a note on its content; nothing of it is seen before the reader opens it."""
    note = tr("What follows are numbers of people reported killed and injured, as somebody stated them.")
    return html.Details(
        [
            html.Summary(tr("Show harm: killed and injured, as reported")),
            html.P(note, className="quiet"),
            figure(measure, selection, selected),
        ],
        className="panel harm",
    )


# --- what is drawn ---------------------------------------------------------------------------------------


def _known(selected: Selected) -> int | None:
    return selected.day if selected.selection.known_by else None


def _tempo(selected: Selected) -> dict:
    bars, coded = measured.incidents_by_week(selected), measured.documents_by_week(selected)
    around = (measured.unsearched(selected), measured.side_words(selected))
    return figures.tempo(bars, coded, *around, figures.span(selected), _known(selected))


def _rows(named: measured.Named, selected: Selected) -> dict:
    titles = selected.dataset.by_id["incidents"]
    labels = {lane.key: lane.label for lane in named.rows}
    told = [
        tr("First reported in this selection: {label}<br>{day}: {title}").format(
            label=labels[row.lane], day=day(row.day), title=titles[row.incident_id]["title"]
        )
        for row in named.flags.itertuples()
    ]
    words = measured.side_words(selected)
    return figures.means(
        named.rows, named.cells, named.flags.assign(text=told), words, figures.span(selected), _known(selected)
    )


def _means(selected: Selected) -> dict:
    return _rows(measured.means(selected), selected)


def _places(selected: Selected) -> dict:
    return _rows(measured.reach(selected), selected)


def _map(selected: Selected) -> dict:
    places = measured.mapped(selected, measured.reach(selected).totals)
    return figures.reach(places, measured.outlines(selected), measured.bounds(selected))


def _harm(selected: Selected) -> dict:
    return figures.harm(measured.casualties_by_week(selected), figures.span(selected), _known(selected))


# --- what is said ----------------------------------------------------------------------------------------


def _say_tempo(selected: Selected) -> str:
    frame, by, words = measured.sided(selected), measured.by_week(selected), measured.side_words(selected)
    up, down = (int((frame["side"] == side).sum()) for side in measured.SIDES)
    searched = measured.documents_by_week(selected)["week"].nunique()
    weeks = sum(start <= selected.day for start, _ in by.days)
    quiet = tr(": a quiet {noun} may be one that nobody searched").format(noun=by.noun) if searched < weeks else ""
    return tr(
        "{up} upwards ({above}), {down} downwards ({below}). Documents were coded from "
        "{searched} of {weeks} {noun}{quiet}."
    ).format(
        up=f"{up:,}",
        above=words["above"],
        down=f"{down:,}",
        below=words["below"],
        searched=searched,
        weeks=weeks,
        noun=by.nouns,
        quiet=quiet,
    )


def _last_first(named: measured.Named, selected: Selected) -> str:
    labels = {lane.key: lane.label for lane in named.rows}
    flags = named.flags.sort_values("day")
    if flags.empty:
        return ""
    row = flags.iloc[-1]
    return tr(" The latest to be named for the first time: {label}, {day}.").format(
        label=labels[row["lane"]], day=day(row["day"])
    )


def _say_means(selected: Selected) -> str:
    named = measured.means(selected)
    told = selected.reports[selected.reports["asserts"]]
    silent = set(selected.incidents["incident_id"]) - set(told.loc[told["weapon"] != "", "incident_id"])
    frame = measured.sided(selected)
    none = int((frame["incident_id"].isin(silent) & frame["side"].isin(measured.SIDES)).sum())
    if named.totals.empty:
        return tr("No weapon is named by the reports of this selection.")
    return tr(
        "{weapons} named by the reports of this selection, most often “{label}”. For {incidents} "
        "no weapon is stated.{last_first}"
    ).format(
        weapons=count(len(named.totals), "{n} weapon", "{n} weapons"),
        label=named.totals["label"].iloc[0].lower(),
        incidents=count(none, "{n} incident", "{n} incidents"),
        last_first=_last_first(named, selected),
    )


def _say_places(selected: Selected) -> str:
    named = measured.reach(selected)
    placed = named.totals[named.totals["drawn"] > 0]
    if placed.empty:
        return tr("No place is stated for the incidents of this selection.")
    more = len(placed) - len(named.rows)
    cut = (
        tr(" The {number} with most incidents are drawn, {more} more are in the table.").format(
            number=len(named.rows), more=more
        )
        if more
        else ""
    )
    frame = measured.sided(selected)
    silent = int(((frame["place_id"] == "") & frame["side"].isin(measured.SIDES)).sum())
    nowhere = (
        tr(" For {incidents} no place is stated.").format(incidents=count(silent, "{n} incident", "{n} incidents"))
        if silent
        else ""
    )
    return tr("{places} named.{nowhere}{last_first}{cut}").format(
        places=count(len(placed), "{n} place", "{n} places"),
        nowhere=nowhere,
        last_first=_last_first(named, selected),
        cut=cut,
    )


def _say_map(selected: Selected) -> str:
    totals = measured.reach(selected).totals
    drawn = totals[totals["drawn"] > 0]
    mapped = measured.mapped(selected, drawn)
    areas = mapped[~mapped["pinned"]]
    off = drawn[~drawn["lane"].isin(mapped["lane"])]
    return tr("{number} of {places} drawn as marks.{listed}{listed_2}").format(
        number=len(mapped) - len(areas),
        places=count(len(drawn), "{n} place", "{n} places"),
        listed=_listed(tr("Larger than a point, and so without a mark"), areas),
        listed_2=_listed(tr("Without coordinates"), off),
    )


def _listed(words: str, rows: pd.DataFrame) -> str:
    names = [f"{row.label} ({row.drawn})" for row in rows.head(MOST_LISTED).itertuples()]
    more = [tr("{number} more").format(number=len(rows) - MOST_LISTED)] if len(rows) > MOST_LISTED else []
    return f" {words}: {', '.join([*names, *more])}." if names else ""


def _say_harm(selected: Selected) -> str:
    if "outcome" in selected.dataset.hidden:
        return WORDS
    frame = measured.sided(selected)
    frame = frame[frame["side"].isin(measured.SIDES)]
    killed, injured = frame["killed_low"].notna(), frame["injured_low"].notna()
    off = measured.several_weeks(selected)
    off = off[off["side"].isin(measured.SIDES) & (off["killed_low"].notna() | off["injured_low"].notna())]
    apart = (
        tr(" {incidents} with a number and an open date: listed below.").format(
            incidents=count(len(off), "{n} incident", "{n} incidents")
        )
        if len(off)
        else ""
    )
    return tr(
        "Of {incidents}, somebody states a number of killed for {number} and of injured for "
        "{number_2}. For {number_3} nobody states either, which is not the same as none.{apart}"
    ).format(
        incidents=count(len(frame), "{n} incident", "{n} incidents"),
        number=killed.sum(),
        number_2=injured.sum(),
        number_3=int((~killed & ~injured).sum()),
        apart=apart,
    )


_WEEKS, _ROWS, _BELOW = "graph by-week", "graph by-week rows-by-week", tr("The table below holds the same.")
TEMPO = Measure(
    Plate(
        "tempo", tr("Tempo: how often"),
        tr("Incidents per week, upwards and downwards, over documents coded per week. {below}").format(below=_BELOW),
        _WEEKS, {"tempo": tr("Incidents (CSV)"), "documents": tr("Documents (CSV)")},
    ),
    _tempo, _say_tempo, weekly.tempo,
    tr(
        "Solid: certainly of these days. Light: possibly, drawn in every week that an open date allows. Upwards and "
        "downwards are the two directions; downwards is hatched too."
    ),
)  # fmt: skip
MEANS = Measure(
    Plate(
        "means", tr("Means: with what"),
        tr("One row per weapon, a mark per week. {below}").format(below=_BELOW),
        _ROWS, {"means": tr("Data (CSV)")},
    ),
    _means, _say_means, weekly.means,
    tr(
        "A mark is as large as the number of incidents whose reports name the weapon: “4+1” is four, and possibly one "
        "more; no number is one; a hollow mark is only possible. ▲ and ▼ are the two directions. A flag: first "
        "reported here, if on a day that is drawn. A mark stands in the middle of its week, a flag on its day."
    ),
)  # fmt: skip
PLACES = Measure(
    Plate(
        "places", tr("Reach: where"),
        tr("One row per place, a mark per week, first named places on top. {below}").format(below=_BELOW),
        _ROWS, {"places": tr("Data (CSV)")},
    ),
    _places, _say_places, weekly.places,
    tr("Rows stand in the order in which places were first reported. Marks and flags as above."),
)  # fmt: skip
OF_MAPS = tr(
    "A slanted name without a mark stands for an area, not a point. Outlines: Natural Earth’s general map (public "
    "domain), for orientation; they assert nothing about any boundary. Drawn here, with nothing fetched from anybody."
)
"""What the map's marks and lines are, wherever it stands."""
MAP = Measure(
    Plate(
        "map", tr("Reach on a map"),
        tr("Places as marks over outlines. {below}").format(below=_BELOW),
        "graph map", {"map": tr("Data (CSV)")},
    ),
    _map, _say_map, weekly.off_map,
    tr("▲ and ▼ as above, as large as the number of incidents.") + " " + OF_MAPS,
)  # fmt: skip
HARM = Measure(
    Plate(
        "harm", tr("Harm: killed and injured, as reported"),
        tr("Ranges of killed and injured per week. {below}").format(below=_BELOW),
        _WEEKS, {"harm": tr("Data (CSV)")},
    ),
    _harm, _say_harm, weekly.harm,
    tr(
        "A bar goes from the least to the most that is stated, the ranges of one week’s incidents added up; a stroke "
        "closes an end that is stated, a bar without one is open (“at least”). A ring: stated as none. No mark: nobody "
        "states a number."
    ),
)  # fmt: skip
MEASURES = (TEMPO, MEANS, PLACES, MAP, HARM)
"""The measures in the order of the page."""
