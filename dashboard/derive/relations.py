"""Containment: the places around a place, the bodies an actor belongs to, and who speaks for whom."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from dashboard.dataset import Dataset


@dataclass(frozen=True, slots=True)
class Voice:
    """An institution that speaks, and its party."""

    institution: str
    party: str


@dataclass(frozen=True, eq=False)
class Relations:
    """Who and what contains whom in one data set."""

    dataset: Dataset

    @cached_property
    def around(self) -> dict[str, tuple[str, ...]]:
        """Each place with the places that contain it, itself first."""
        return _chains(self.dataset.by_id["places"], "within")

    @cached_property
    def bodies(self) -> dict[str, tuple[str, ...]]:
        """Each actor with the bodies it belongs to, itself first."""
        return _chains(self.dataset.by_id["actors"], "member_of")

    @cached_property
    def unnamed(self) -> frozenset[str]:
        """Actors whose name the sources withhold."""
        return self._of_kind("unnamed")

    def party(self, actor: str) -> str:
        """The actor's party, "" for nobody."""
        return self.dataset.by_id["actors"][actor]["party"] if actor else ""

    def institution(self, actor: str) -> str:
        """Whom an actor speaks for: an official for the body, a correspondent for the outlet, else itself."""
        row = self.dataset.by_id["actors"][actor]
        speaks_for = actor in self._spokespeople or row["kind"] == "media"
        return self.institution(row["member_of"]) if speaks_for and row["member_of"] else actor

    def voice(self, actor: str) -> Voice:
        """The institution that speaks through an actor, and the actor's party."""
        return self._voices[actor]

    def outlet(self, outlet: str) -> Voice:
        """An outlet as a voice: the actor of the same id; media where there is none."""
        return self._voices.get(outlet) or Voice(outlet, "media")

    def contains(self, one: str, other: str) -> bool:
        """True when one of two places contains the other, or they are the same."""
        return one in self.around[other] or other in self.around[one]

    def can_both_have_acted(self, one: str, other: str) -> bool:
        """True when two actors do not exclude each other: one party, one part of the other, or no side."""
        if one in self.bodies[other] or other in self.bodies[one]:
            return True
        parties = {self.party(one), self.party(other)}
        return len(parties) == 1 or not parties <= self.dataset.schema.sides

    @cached_property
    def said(self) -> frozenset[str]:
        """Kinds of incidents that are statements."""
        return self.dataset.schema.flagged("incidents", "kind", "said")

    @cached_property
    def firing(self) -> frozenset[str]:
        """Kinds of incidents whose actor is whoever fired."""
        return self.dataset.schema.flagged("incidents", "kind", "actorIs")

    @cached_property
    def _voices(self) -> dict[str, Voice]:
        return {actor: Voice(self.institution(actor), self.party(actor)) for actor in self.dataset.by_id["actors"]}

    @cached_property
    def _spokespeople(self) -> frozenset[str]:
        return self._of_kind("speaksFor")

    def _of_kind(self, flag: str) -> frozenset[str]:
        kinds = self.dataset.schema.flagged("actors", "kind", flag)
        return frozenset(key for key, row in self.dataset.by_id["actors"].items() if row["kind"] in kinds)


def _chains(rows: Mapping[str, Mapping[str, str]], column: str) -> dict[str, tuple[str, ...]]:
    return {key: _chain(key, rows, column) for key in rows}


def _chain(key: str, rows: Mapping[str, Mapping[str, str]], column: str) -> tuple[str, ...]:
    chain = [key]
    while rows[chain[-1]][column]:
        chain.append(rows[chain[-1]][column])
    return tuple(chain)
