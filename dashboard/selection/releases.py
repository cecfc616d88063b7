"""Whether a link was made with the data that is served, and if not, with which release of it."""

from typing import TYPE_CHECKING

from dashboard.dataset import Dataset
from dashboard.edtf import say_day
from dashboard.schema import Release

if TYPE_CHECKING:
    from dashboard.selection.value import Selection


def notice(selection: "Selection", dataset: Dataset) -> str:
    """What a reader must know whose link names other data than is served; "" for the same data, or for none named."""
    if selection.data in ("", dataset.digest):
        return ""
    here = f"This is data {dataset.digest} (version {dataset.schema.version})."
    for release in dataset.schema.releases:
        if release.digest == selection.data:
            return f"This link was made with {_named(release)}. {here} {_restored(release)}"
    made = f"This link was made with data {selection.data}, which is unknown here: no listed release has this hash."
    return f"{made} {here} What the link showed may have been different."


def _named(release: Release) -> str:
    return f"data {release.digest} (version {release.version}, {say_day(release.created)})"


def _restored(release: Release) -> str:
    where = f": {release.path}" if release.path else ""
    return f"Release {release.version} of the data restores what the link showed{where}."
