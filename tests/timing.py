"""Times compared with one another within one run: never with a clock on the wall."""

import time
from collections.abc import Callable


def least(*acts: Callable[[], object], times: int = 25) -> list[float]:
    """The shortest time that each act took, all of them done in turn: what else the machine does touches each alike."""
    taken: list[list[float]] = [[] for _ in acts]
    for _ in range(times):
        for act, times_of_act in zip(acts, taken, strict=True):
            start = time.perf_counter()
            act()
            times_of_act.append(time.perf_counter() - start)
    return [min(times_of_act) for times_of_act in taken]
