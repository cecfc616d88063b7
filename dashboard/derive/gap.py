"""Why a declared count and the incidents named for it differ: the reasons that the rows themselves show."""

from collections.abc import Callable

from dashboard import edtf
from dashboard.derive.index import Index
from dashboard.derive.itemised import Itemised

NEAR = 7
"""Days within which another count of the same measure is compared."""

Tally = dict[str, str]


def reasons(index: Index, tally: Tally, named: Itemised, day: int) -> list[tuple[str, str]]:
    """Return (heading, sentence) pairs for one tally, in a fixed order; only those that apply."""
    found = ((heading, rule(index, tally, named, day)) for heading, rule in REASONS.items())
    return [(heading, words) for heading, words in found if words]


def _baseline(index: Index, tally: Tally, _: Itemised, day: int) -> str:
    if not tally["since"]:
        return "The source gives no first day, so it cannot be said which incidents it covers."
    frame = index.tallies
    said = frame.loc[frame["tally_id"] == tally["tally_id"], "first_day"].iloc[0]
    near = frame[
        (frame["measure"] == tally["measure"])
        & ((frame["first_day"] - said).abs() <= NEAR)
        & (frame["possible_day"] <= day)
        & ~frame["since"].isin(["", tally["since"]])
    ]
    others = ", ".join(f"{row.value} since {edtf.short(edtf.parse(row.since))}" for row in near.head(4).itertuples())
    counted = f"It counts since {edtf.say(edtf.parse(tally['since']))}."
    return f"{counted} Counts of the same week start on other days: {others}." if others else counted


def _area(index: Index, tally: Tally, _: Itemised, __: int) -> str:
    if tally["scope"]:
        return ""
    return "The source names no area, so incidents anywhere are held against it."


def _unit(index: Index, tally: Tally, named: Itemised, _: int) -> str:
    if named.reason or named.unit != "attacks" or named.low == len(named.sure):
        return ""
    held = "incident holds" if len(named.sure) == 1 else "incidents hold"
    number = f"{named.low:g}" if named.low == named.high else f"at least {named.low:g}"
    return (
        f"The {len(named.sure)} {held} {number} attacks, because some reports count several at one place. "
        "Whether the declared count does the same is not said."
    )


def _counted(index: Index, tally: Tally, named: Itemised, _: int) -> str:
    rules = index.dataset.schema.categories("tallies", "measure")[tally["measure"]].get("itemised", ())
    if named.reason:
        return named.reason
    label = index.dataset.schema.label
    parts = [
        f"{'incidents of any kind' if rule['kind'] == '*' else label('incidents', 'kind', rule['kind'])} "
        + (f"against {label('actors', 'party', rule['against'])}" if "against" in rule else
           f"by {label('actors', 'party', rule['by'])}")
        for rule in rules
    ]  # fmt: skip
    return f"Named here are: {'; '.join(parts)}. What the source counts as one is not said."


def _possible(_: Index, __: Tally, named: Itemised, ___: int) -> str:
    if not len(named.open):
        return ""
    number = len(named.open)
    return f"{number} more only possibly fall{'s' if number == 1 else ''} in: a day, a place or a side is open."


def _unstated(_: Index, __: Tally, named: Itemised, ___: int) -> str:
    if named.reason or not named.unstated:
        return ""
    return f"For {named.unstated} of the incidents no report states a number; they add nothing, which is not zero."


def _single(_: Index, tally: Tally, named: Itemised, ___: int) -> str:
    if named.reason or int(tally["value"]) <= named.high_possible:
        return ""
    return (
        "A declared count can hold incidents that no document here reports one by one; that none is named here does "
        "not say that nothing was reported."
    )


def _own(_: Index, tally: Tally, __: Itemised, ___: int) -> str:
    return f"The source worked it out itself: {tally['derived_by']}" if tally["derived_by"] else ""


Rule = Callable[[Index, Tally, Itemised, int], str]
REASONS: dict[str, Rule] = {
    "Baseline": _baseline,
    "Area": _area,
    "What counts": _counted,
    "Unit": _unit,
    "Open dates": _possible,
    "No number": _unstated,
    "Not one by one": _single,
    "Inference": _own,
}
"""Every reason that can apply, in the order in which the page gives them."""
