"""Whether a link was made with the data that is served, and if not, with which release of it."""

from typing import TYPE_CHECKING

from dashboard.dataset import Dataset
from dashboard.edtf import say_day
from dashboard.language import tr
from dashboard.schema import Release

if TYPE_CHECKING:
    from dashboard.selection.value import Selection


def notice(selection: "Selection", dataset: Dataset) -> str:
    """What a reader must know whose link names other data than is served; "" for the same data, or for none named."""
    if selection.data in ("", dataset.digest):
        return ""
    here = tr("This is data {digest} (version {version}).").format(
        digest=dataset.digest, version=dataset.schema.version
    )
    for release in dataset.schema.releases:
        if release.digest == selection.data:
            return tr("This link was made with {named}. {here} {restored}").format(
                named=_named(release), here=here, restored=_restored(release)
            )
    made = tr("This link was made with data {data}, which is unknown here: no listed release has this hash.").format(
        data=selection.data
    )
    return tr("{made} {here} What the link showed may have been different.").format(made=made, here=here)


def _named(release: Release) -> str:
    return tr("data {digest} (version {version}, {say_day})").format(
        digest=release.digest, version=release.version, say_day=say_day(release.created)
    )


def _restored(release: Release) -> str:
    where = f": {release.path}" if release.path else ""
    return tr("Release {version} of the data restores what the link showed{where}.").format(
        version=release.version, where=where
    )
