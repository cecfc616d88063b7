"""Standards that the activities serve, by their ids."""

from collections.abc import Mapping

from dashboard.language import tr

COMMON_CORE = tr("Common Core, Literacy in History/Social Studies")
C3 = tr("C3 Framework")
FRAMEWORKS: Mapping[str, str] = {"RH.": COMMON_CORE, "D2.": C3, "D3.": C3}
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


def framework(standard: str) -> str:
    """The framework that a standard belongs to."""
    return next(name for start, name in FRAMEWORKS.items() if standard.startswith(start))


def grouped(standards: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
    """The ids by framework, in order, each once."""
    groups: dict[str, list[str]] = {}
    for standard in dict.fromkeys(standards):
        groups.setdefault(framework(standard), []).append(standard)
    return {name: tuple(ids) for name, ids in groups.items()}
