"""Why two totals differ: two declared counts of one measure, and what in their rows tells them apart."""

from collections.abc import Iterator, Sequence
from typing import Any

from dashboard.activities import counted, material, tallied
from dashboard.activities.shape import ONE, SEVERAL, Card, Made, Question
from dashboard.derive.harm import tells
from dashboard.language import tr
from dashboard.selection.describe import speaker, unfollowed
from dashboard.selection.rows import Selected

TITLE = tr("Why do two totals differ?")
MINUTES = 20
PROMPT = tr(
    "Two declared counts of one thing, over days that overlap. Fill in what their words tell; what stands labelled "
    "below the words is coded from the document, and is not asked. Then choose every reason that the two cards give "
    "for the difference."
)
REFLECTION = tr("Which one word, added to each total, would spare a reader the puzzle?")
RULE = tr(
    "Of the selected counts with a day, pairs of one measure that were said, or else published, within a week of each "
    "other, reach over the same days and give different numbers: first counts of incidents, then totals rather than "
    "parts, then those that name their start, then those that two reasons tell apart, then those whose words let "
    "most be filled in, then the nearest days. How large the numbers are plays no part. Where the address or the story "
    "names a count, pairs with it come before all, whatever their words tell."
)
MISSING = tr(
    "This selection has no two dated counts of one measure, said within a week of each other, that give different "
    "numbers. A longer window or fewer filters may bring some."
)
NEAR, MOST_NEAR = 7, 60
"""Days, and counts, within which two counts are held against each other."""
MEASURED = {
    "number": tr("How many"),
    "since": tr("Counted from"),
    "until": tr("Counted up to"),
    "scope": tr("Area"),
    "who": tr("Who says so"),
}
"""What is asked of each count."""

Tally = dict[str, str]
Pair = tuple[Any, Any]
"""Two rows of the frame of counts."""


def candidates(selected: Selected, _: tuple[str, ...]) -> list[Pair]:
    """Pairs of counts, first those with the count that the selection names; no count is in two pairs."""
    frame = selected.tallies
    dated = frame[~frame["undated"] & (frame["known_day"] <= selected.day)]
    if selected.selection.gentle:
        dated = dated.loc[[not tells(selected.dataset, "tallies", row) for row in dated.to_dict("records")]]
    found = [
        (_rank(selected, one, other), (one, other))
        for _, group in dated.groupby("measure", sort=False)
        for one, other in _neighbours(list(group.itertuples()))
        if _puzzling(one, other)
    ]
    taken: set[str] = set()
    pairs = []
    for _, pair in sorted(found, key=lambda one: (not _named(selected, *one[1]), one[0])):
        ids = {tally.tally_id for tally in pair}
        if not ids & taken:
            pairs.append(pair)
            taken |= ids
    return pairs


def _named(selected: Selected, one: Any, other: Any) -> bool:
    """True for a pair with the count that the selection names."""
    return selected.selection.tally in (one.tally_id, other.tally_id)


def _neighbours(group: Sequence[Any]) -> Iterator[Pair]:
    """Pairs of counts that stand near each other by the day they were said."""
    for place, one in enumerate(group):
        yield from ((one, other) for other in group[place + 1 : place + 1 + MOST_NEAR])


def _puzzling(one: Any, other: Any) -> bool:
    """True for two counts said within a week that reach over the same days and give different numbers."""
    near = abs(one.first_day - other.first_day) <= NEAR
    return near and one.value != other.value and _overlap(one, other) and tallied.decided(one, other)


def _overlap(one: Any, other: Any) -> bool:
    (a, b), (c, d) = tallied.span(one), tallied.span(other)
    return a <= d and c <= b


def _rank(selected: Selected, one: Any, other: Any) -> tuple:
    rules = selected.dataset.schema.categories("tallies", "measure")[one.measure]
    of_people = rules.get("counts", "") != "incidents"
    found = sum(bool(rule(selected, one, other)) for rule in tallied.REASONS.values())
    silent = (not one.since) + (not other.since)
    read = 0 if _named(selected, one, other) else len(counted.asked(selected, (one, other), MEASURED))
    apart, part = abs(one.first_day - other.first_day), tallied.part(selected, one, other)
    return of_people, part, silent, abs(found - 2), -read, apart, one.tally_id, other.tally_id


# --- what is made of it ----------------------------------------------------------------------------------


def make(selected: Selected, pair: Pair) -> Made:
    """The activity for two counts."""
    told, harm = [facts(selected, tally) for tally in pair], counts_people(selected, pair[0])
    names = counted.asked(selected, pair, MEASURED)
    blanks = [
        Question(f"{name}-{key}", MEASURED[name], (words[name],), "", _carried(tally), key, harm=harm)
        for name in names
        for key, words, tally in zip("AB", told, pair, strict=True)
    ]
    measure = selected.dataset.schema.label("tallies", "measure", pair[0].measure)
    return Made(
        about=tr("Two declared counts: {measure}").format(measure=measure),
        cards=tuple(_card(selected, *parts, names) for parts in zip("AB", pair, told, strict=True)),
        blanks=tuple(blanks),
        questions=(_why(selected, pair, told), _hold(selected, pair)),
        href=material.address(selected, "/counts"),
        note=unfollowed(selected),
    )


def facts(selected: Selected, tally: Any) -> dict[str, str]:
    """What a count says of each of MEASURED, in words."""
    label = selected.dataset.schema.label
    qualifier = label("tallies", "qualifier", tally.qualifier) if tally.qualifier not in ("", "exactly") else ""
    return {
        "number": f"{qualifier} {tally.value}".strip(),
        "since": material.when(tally.since),
        "until": material.when(tally.until) if tally.until else _said(selected, tally),
        "scope": _area(selected, tally),
        "who": speaker(selected.dataset, tally.asserted_by),
    }


def _said(selected: Selected, tally: Any) -> str:
    """The day on which it was said stands for the end that it does not name; else the day of the document."""
    if tally.said_on:
        return tr("not stated; said {when}").format(when=material.when(tally.said_on))
    published = selected.dataset.by_id["sources"][tally.source_id]["published"]
    return tr("not stated; published {when}").format(when=material.when(published))


def _area(selected: Selected, tally: Any) -> str:
    places = selected.dataset.by_id["places"]
    codes = {row["countries"]: row["name"] for row in places.values() if row["precision"] == "country"}
    parts = tallied.area(tally)
    names = [places[part]["name"] if part in places else codes.get(part, part) for part in parts]
    return ", ".join(names) or tr("not stated")


def _carried(tally: Any) -> tuple[str, str]:
    return f"tallies/{tally.tally_id}", f"sources/{tally.source_id}"


def _card(selected: Selected, key: str, tally: Any, told: dict[str, str], names: Sequence[str]) -> Card:
    """A count: its words, where it stands, and what it states besides that nobody is asked to read in them."""
    source = selected.dataset.by_id["sources"][tally.source_id]
    return Card(
        key,
        tally.summary,
        material.stands(selected.dataset, tally.source_id, tally.locator),
        f"/counts?{_open(selected, tally)}",
        (*((label, told[name]) for name, label in MEASURED.items() if name not in names), *_day_said(tally, names)),
        tally.quote,
        source["language"],
        counts_people(selected, tally),
    )


def _day_said(tally: Any, names: Sequence[str]) -> list[tuple[str, str]]:
    shown = tally.said_on and ("until" in names or tally.until)
    return [(tr("Said"), material.when(tally.said_on))] if shown else []


def counts_people(selected: Selected, tally: Any) -> bool:
    """True for a count of people harmed, or one whose words tell of them, as the package marks it."""
    return tells(selected.dataset, "tallies", selected.dataset.by_id["tallies"][tally.tally_id])


def _open(selected: Selected, tally: Any) -> str:
    day = selected.selection.known_by
    return (f"known_by={day.isoformat()}&" if day else "") + f"tally={tally.tally_id}"


def _why(selected: Selected, pair: Pair, told: list[dict[str, str]]) -> Question:
    offered = tallied.offered(selected, *pair)
    found = tuple(words for words in offered if tallied.REASONS[words](selected, *pair))
    apart = [name for name in MEASURED if told[0][name] != told[1][name]]
    words = [
        tr("{label}: A {a}; B {b}.").format(label=MEASURED[name], a=told[0][name], b=told[1][name]) for name in apart
    ]
    own = [tr("Worked out: {words}.").format(words=tally.derived_by.rstrip(".")) for tally in pair if tally.derived_by]
    rows = (*_carried(pair[0]), *_carried(pair[1]))
    asked = tr("Which reasons do the two cards give?")
    return Question("reasons", asked, found, " ".join(words + own), rows, "", offered, SEVERAL)


ABOUT = tr("“About” is taken to reach a tenth either way.")


def _hold(selected: Selected, pair: Pair) -> Question:
    held = tallied.can_hold(selected, *pair)
    rows = (*_carried(pair[0]), *_carried(pair[1]))
    why = tr("A floor allows every larger number, and “about” reaches a tenth either way.")
    about = "about" in [tally.qualifier for tally in pair]
    asked = tr("Does one of them rule the other out? {tolerance}").format(tolerance=ABOUT if about else "").strip()
    return Question(
        "hold", asked, (tallied.HOLD[held],), why if held == "both" else "", rows, "", tuple(tallied.HOLD.values()), ONE
    )
