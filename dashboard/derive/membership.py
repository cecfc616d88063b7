"""Which values the reports of each incident carry: a padded column as whole numbers, to count incidents by value."""

from dataclasses import dataclass

import numpy as np
import pandas as pd


def unpad(padded: pd.Series) -> pd.Series:
    """The lists of values that padded texts hold; each distinct text is taken apart once."""
    values = {text: text.strip(";").split(";") for text in padded.unique()}
    return padded.astype("object").map(values)


@dataclass(frozen=True, eq=False)
class Membership:
    """One padded column of a frame, taken apart once: an entry per row and value, a pair per incident and value.

    ``row`` and ``pair`` give each entry's row and the number of its pair; ``value`` gives each pair's value as
    its place in ``names``. All three are arrays of whole numbers.
    """

    names: tuple[str, ...]
    row: np.ndarray
    pair: np.ndarray
    value: np.ndarray

    def incidents(self, keep: np.ndarray) -> dict[str, int]:
        """How many incidents carry each value in a row that is kept (one flag per row); values of none are left out."""
        carried = np.zeros(len(self.value), dtype=bool)
        carried[self.pair[keep[self.row]]] = True
        counts = np.bincount(self.value[carried], minlength=len(self.names))
        return {name: int(number) for name, number in zip(self.names, counts, strict=True) if number}

    def pairs(self) -> tuple[np.ndarray, pd.api.extensions.ExtensionArray]:
        """Each pair once: the first row that carries it, and its value as text."""
        first = np.flatnonzero(~pd.Series(self.pair).duplicated())
        return self.row[first], pd.array(self.names, dtype="str").take(self.value[self.pair[first]])


def membership(padded: pd.Series, incident: pd.Series) -> Membership:
    """Return the membership of a padded column whose rows are about these incidents (whole numbers from 0)."""
    text, distinct = pd.factorize(padded)
    lists = [text.strip(";").split(";") for text in distinct]
    value, names = pd.factorize(np.array([value for values in lists for value in values], dtype=object))
    lengths = np.array([len(values) for values in lists], dtype=np.int64)
    starts = lengths.cumsum() - lengths
    row = np.repeat(np.arange(len(text)), lengths[text])
    within = np.arange(len(row)) - np.repeat(lengths[text].cumsum() - lengths[text], lengths[text])
    value = value[starts[text[row]] + within]
    pair, key = pd.factorize(incident.to_numpy()[row] * len(names) + value)
    return Membership(
        tuple(names), row.astype("int32"), pair.astype("int32"), (key % max(1, len(names))).astype("int32")
    )
