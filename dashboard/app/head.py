"""The head of a page: title, sentence, canonical address, what a link to it shows elsewhere."""

import re
from collections.abc import Mapping

from dashboard.app.asked import OK, Asked, asked
from dashboard.dataset import Dataset
from dashboard.language import LANGUAGE, tr

SITE = "As Reported"


def head(dataset: Dataset, path: str, query: str) -> tuple[str, str]:
    """The title of a page and the sentence that describes it."""
    wanted = asked(dataset, path, query)
    return wanted.title, wanted.sentence


def dated(dataset: Dataset) -> str:
    """The day of the data as its package states it; "" where it states none."""
    return (re.match(r"\d{4}-\d\d-\d\d", str(dataset.schema.raw.get("created", ""))) or [""])[0]


def cards(wanted: Asked, root: str, picture: str) -> Mapping[str, str]:
    """Open Graph properties of a page; ``root`` is the site's own address, ``picture`` the path of its picture.

    A page that answers with an error, is made for frames, or for one class, has none: nobody should pass it on.
    """
    if wanted.status != OK or wanted.embedded or wanted.unlisted:
        return {}
    return {
        "og:site_name": SITE,
        "og:type": "article" if wanted.name else "website",
        "og:title": wanted.shared or f"{wanted.page.TITLE}: {wanted.dataset.schema.title}",
        "og:description": wanted.description,
        "og:url": root + wanted.canonical.lstrip("/"),
        "og:locale": LANGUAGE,
        "og:image": root + picture.lstrip("/"),
        "og:image:type": "image/png",
        "og:image:width": "1200",
        "og:image:height": "630",
        "og:image:alt": tr("{name}, over a strip of incidents per day.").format(
            name=wanted.shared or wanted.dataset.schema.title
        ),
    }
