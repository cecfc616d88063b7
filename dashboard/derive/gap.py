"""Why a declared count and the incidents named for it differ: the reasons that the rows themselves show."""

from collections.abc import Callable

from dashboard import edtf
from dashboard.derive.index import Index
from dashboard.derive.itemised import Itemised
from dashboard.language import tr, trn

NEAR = 7
"""Days within which another count of the same measure is compared."""

Tally = dict[str, str]


def reasons(index: Index, tally: Tally, named: Itemised, day: int) -> list[tuple[str, str]]:
    """Return (heading, sentence) pairs for one tally, in a fixed order; only those that apply."""
    found = ((heading, rule(index, tally, named, day)) for heading, rule in REASONS.items())
    return [(heading, words) for heading, words in found if words]


def _baseline(index: Index, tally: Tally, _: Itemised, day: int) -> str:
    if not tally["since"]:
        return tr("The source gives no first day, so it cannot be said which incidents it covers.")
    frame = index.tallies
    said = frame.loc[frame["tally_id"] == tally["tally_id"], "first_day"].iloc[0]
    near = frame[
        (frame["measure"] == tally["measure"])
        & ((frame["first_day"] - said).abs() <= NEAR)
        & (frame["possible_day"] <= day)
        & ~frame["since"].isin(["", tally["since"]])
    ]
    others = ", ".join(
        tr("{value} since {short}").format(value=row.value, short=edtf.short(edtf.parse(row.since)))
        for row in near.head(4).itertuples()
    )
    counted = tr("It counts since {say}.").format(say=edtf.say(edtf.parse(tally["since"])))
    return (
        tr("{counted} Counts of the same week start on other days: {others}.").format(counted=counted, others=others)
        if others
        else counted
    )


def _area(index: Index, tally: Tally, _: Itemised, __: int) -> str:
    if tally["scope"]:
        return ""
    return tr("The source names no area, so incidents anywhere are held against it.")


def _unit(index: Index, tally: Tally, named: Itemised, _: int) -> str:
    if named.reason or named.unit != "attacks" or named.low == len(named.sure):
        return ""
    number = f"{named.low:g}" if named.low == named.high else tr("at least {low}").format(low=f"{named.low:g}")
    return trn(
        "The {n} incident holds {number} attacks, because some reports count several at one place. Whether the "
        "declared count does the same is not said.",
        "The {n} incidents hold {number} attacks, because some reports count several at one place. Whether the "
        "declared count does the same is not said.",
        len(named.sure),
    ).format(n=len(named.sure), number=number)


def _counted(index: Index, tally: Tally, named: Itemised, _: int) -> str:
    rules = index.dataset.schema.categories("tallies", "measure")[tally["measure"]].get("itemised", ())
    if named.reason:
        return named.reason
    label = index.dataset.schema.label
    parts = [
        f"{(tr('incidents of any kind') if rule['kind'] == '*' else label('incidents', 'kind', rule['kind']))} "
        + (tr("against {party}").format(party=label('actors', 'party', rule['against'])) if "against" in rule else
           tr("by {party}").format(party=label('actors', 'party', rule['by'])))
        for rule in rules
    ]  # fmt: skip
    return tr("Named here are: {parts}. What the source counts as one is not said.").format(parts="; ".join(parts))


def _possible(_: Index, __: Tally, named: Itemised, ___: int) -> str:
    if not len(named.open):
        return ""
    number = len(named.open)
    return trn(
        "{n} more only possibly falls in: a day, a place or a side is open.",
        "{n} more only possibly fall in: a day, a place or a side is open.",
        number,
    ).format(n=number)


def _unstated(_: Index, __: Tally, named: Itemised, ___: int) -> str:
    if named.reason or not named.unstated:
        return ""
    return tr("For {unstated} of the incidents no report states a number; they add nothing, which is not zero.").format(
        unstated=named.unstated
    )


def _single(_: Index, tally: Tally, named: Itemised, ___: int) -> str:
    if named.reason or int(tally["value"]) <= named.high_possible:
        return ""
    return tr(
        "A declared count can hold incidents that no document here reports one by one; that none is named here does "
        "not say that nothing was reported."
    )


def _own(_: Index, tally: Tally, __: Itemised, ___: int) -> str:
    return (
        tr("The source worked it out itself: {derived_by}").format(derived_by=tally["derived_by"])
        if tally["derived_by"]
        else ""
    )


Rule = Callable[[Index, Tally, Itemised, int], str]
REASONS: dict[str, Rule] = {
    tr("Baseline"): _baseline,
    tr("Area"): _area,
    tr("What counts"): _counted,
    tr("Unit"): _unit,
    tr("Open dates"): _possible,
    tr("No number"): _unstated,
    tr("Not one by one"): _single,
    tr("Inference"): _own,
}
"""Every reason that can apply, in the order in which the page gives them."""
