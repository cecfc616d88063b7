"""Standards that the activities serve, by their ids."""

import re
from collections.abc import Mapping

from dashboard.language import tr

COMMON_CORE = tr("Common Core, Literacy in History/Social Studies")
C3 = tr("C3 Framework")
FRAMEWORKS: Mapping[str, str] = {
    "RH.": COMMON_CORE, "WHST.": COMMON_CORE, "D1.": C3, "D2.": C3, "D3.": C3, "D4.": C3,
}  # fmt: skip
"""The framework of each standard, by how its id begins."""
WHERE_FROM = tr(
    "Ids of the Common Core State Standards for Literacy in History/Social Studies (grades 6–12) and of the C3 "
    "Framework of the National Council for the Social Studies. Only the ids are given: the wording is theirs. Each "
    "ends with its grade band: those of C3 are named for grades 9–12."
)

BY_KIND: Mapping[str, tuple[str, ...]] = {
    "compare": ("RH.6-8.6", "RH.9-10.6", "RH.9-10.9", "RH.11-12.6", "D2.His.4.9-12", "D2.His.6.9-12"),
    "source": ("RH.6-8.1", "RH.9-10.1", "RH.6-8.8", "D2.His.11.9-12", "D2.His.13.9-12", "D3.1.9-12", "D3.2.9-12"),
    "support": ("RH.9-10.8", "RH.11-12.8", "D3.2.9-12", "D3.3.9-12", "D3.4.9-12"),
    "order": ("RH.9-10.1", "RH.9-10.3", "D2.His.10.9-12"),
    "totals": ("RH.6-8.7", "RH.9-10.7", "RH.11-12.9", "D2.His.10.9-12", "D2.His.16.9-12"),
}
"""The ids that each kind of activity serves."""


_BAND = r"\.(?:K-2|3-5|6-8|9-12)"
_NUMBERED = r"(?:[1-9]|1\d|2[0-3])"
_FORMS: Mapping[str, str] = {
    "RH.": r"RH\.(?:6-8|9-10|11-12)\.(?:[1-9]|10)",
    "WHST.": r"WHST\.(?:6-8|9-10|11-12)\.(?:[1-9]|10)[a-f]?",
    "D1.": rf"D1\.[1-5]{_BAND}",
    "D2.": rf"D2\.(?:Civ\.(?:[1-9]|1[0-4])|Eco\.(?:[1-9]|1[0-5])|Geo\.(?:[1-9]|1[0-2])|His\.(?:[1-9]|1[0-7])"
    rf"|(?:Psy|Soc|Ant)\.{_NUMBERED}){_BAND}",
    "D3.": rf"D3\.[1-4]{_BAND}",
    "D4.": rf"D4\.[1-8]{_BAND}",
}
"""What the ids of each part of a framework look like: its grades and as many numbers as it has."""
assert _FORMS.keys() == FRAMEWORKS.keys()


def known(standard: str) -> bool:
    """Whether an id is one of a framework named here."""
    return any(re.fullmatch(form, standard) for form in _FORMS.values())


def framework(standard: str) -> str:
    """The framework that a standard belongs to."""
    return next(name for start, name in FRAMEWORKS.items() if standard.startswith(start))


def grouped(standards: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
    """The ids by framework, in order, each once."""
    groups: dict[str, list[str]] = {}
    for standard in dict.fromkeys(standards):
        groups.setdefault(framework(standard), []).append(standard)
    return {name: tuple(ids) for name, ids in groups.items()}
