"""Live classes in memory: what is shown, to whom it belongs, when it ends, and that nothing of it stays."""

import gc
import logging
import threading
import weakref

import pytest

from dashboard.classes import PERIOD, Classes, Crowded, Ended, InMemory, Limits, Unknown, WrongKey, codes
from dashboard.classes.memory import COUNTED

SMALL = Limits(absence=60, longest=600, remembered=120, most=3, most_new=5)


class Clock:
    """Seconds that pass when a test says so."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now

    def passes(self, seconds: float) -> None:
        self.now += seconds


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def store(clock: Clock) -> Classes:
    return InMemory(SMALL, clock)


def test_a_class_shows_what_its_teacher_shows(store: Classes):
    new = store.open("/")
    code = new.shown.code
    assert codes.is_code(code)
    assert (new.shown.view, new.shown.version) == ("/", 1)
    assert store.show(code, new.key, "/counts").version == 2
    assert store.show(code, new.key, "/counts").version == 2  # the same view is no news
    assert (store.read(code).view, store.follow(code).version) == ("/counts", 2)


def test_only_the_key_of_a_class_changes_it(store: Classes):
    one, other = store.open("/"), store.open("/")
    assert len(one.key) >= 32
    assert one.key != other.key
    for key in ("", other.key, one.key + "x", "é"):
        for act in (lambda k: store.show(one.shown.code, k, "/counts"), lambda k: store.end(one.shown.code, k),
                    lambda k: store.lead(one.shown.code, k)):  # fmt: skip
            with pytest.raises(WrongKey):
                act(key)
    assert store.read(one.shown.code).view == "/"


def test_a_class_that_ended_is_remembered_for_a_while_and_then_unknown(store: Classes, clock: Clock):
    new = store.open("/")
    store.end(new.shown.code, new.key)
    for act in (store.read, store.follow, lambda code: store.end(code, new.key)):
        with pytest.raises(Ended):
            act(new.shown.code)
    clock.passes(SMALL.remembered + 10)
    with pytest.raises(Unknown):
        store.read(new.shown.code)


def test_a_class_without_its_teacher_ends_by_itself(store: Classes, clock: Clock):
    new = store.open("/")
    for _ in range(3):
        clock.passes(SMALL.absence - 1)
        store.lead(new.shown.code, new.key)
    clock.passes(SMALL.absence - 1)
    store.follow(new.shown.code)  # pages that follow do not hold it
    clock.passes(2)
    with pytest.raises(Ended):
        store.follow(new.shown.code)
    with pytest.raises(Ended):
        store.lead(new.shown.code, new.key)


def test_no_class_lasts_for_ever(store: Classes, clock: Clock):
    new = store.open("/")
    for _ in range(SMALL.longest // 50):
        store.lead(new.shown.code, new.key)
        clock.passes(50)
    store.lead(new.shown.code, new.key)
    clock.passes(1)
    with pytest.raises(Ended):
        store.lead(new.shown.code, new.key)


def test_there_is_an_end_to_how_many_classes_there_are(store: Classes, clock: Clock):
    opened = [store.open("/") for _ in range(SMALL.most)]
    with pytest.raises(Crowded, match="3 classes are open already"):
        store.open("/")
    store.end(opened[0].shown.code, opened[0].key)
    store.open("/")


def test_there_is_an_end_to_how_many_begin_within_a_minute(store: Classes, clock: Clock):
    for _ in range(SMALL.most_new):
        new = store.open("/")
        store.end(new.shown.code, new.key)
    clock.passes(20)
    with pytest.raises(Crowded, match="5 classes began within a minute") as refused:
        store.open("/")
    assert refused.value.wait == 41
    clock.passes(refused.value.wait)
    store.open("/")


@pytest.mark.parametrize("pages", [0, 1, 24, 300])
def test_about_how_many_follow_is_told_from_how_often_they_ask(store: Classes, clock: Clock, pages: int):
    new = store.open("/")
    clock.passes(0.3)
    polls = sorted(page / max(pages, 1) * PERIOD + turn * PERIOD for page in range(pages) for turn in range(10))
    start = clock.now
    for at in polls:
        clock.now = start + at
        store.follow(new.shown.code)
    clock.now = start + 10 * PERIOD
    told = store.lead(new.shown.code, new.key).followers
    assert told == pytest.approx(pages, abs=max(1, pages * 0.05))
    clock.passes(COUNTED + 2)
    assert store.lead(new.shown.code, new.key).followers == 0


def test_reading_and_leading_are_not_following(store: Classes, clock: Clock):
    new = store.open("/")
    for _ in range(20):
        clock.passes(0.5)
        store.read(new.shown.code)
        assert store.lead(new.shown.code, new.key).followers == 0


def test_nothing_of_a_class_stays_when_it_is_over(store: InMemory, clock: Clock, caplog: pytest.LogCaptureFixture):
    caplog.set_level(logging.DEBUG)
    ended, left = store.open("/?q=ended"), store.open("/?q=left")
    store.follow(left.shown.code)
    held = [weakref.ref(one) for one in store._open.values()]
    store.end(ended.shown.code, ended.key)
    clock.passes(SMALL.absence + 10)
    store.open("/")  # whatever is asked next
    gc.collect()
    assert [one() for one in held] == [None, None]
    kept = repr(vars(store))
    assert [text for text in ("/?q=", ended.key, left.key) if text in kept] == []
    assert caplog.text == ""


def test_what_is_remembered_has_an_end_too(clock: Clock):
    store = InMemory(Limits(most=2, most_new=1000), clock)
    for _ in range(50):
        new = store.open("/")
        store.end(new.shown.code, new.key)
    assert len(store._ended) == 20


def test_threads_may_share_a_store():
    store = InMemory()
    new = store.open("/")
    seen = []

    def show(number: int) -> None:
        for one in range(50):
            seen.append(store.show(new.shown.code, new.key, f"/?q={number}x{one}").version)
            store.follow(new.shown.code)

    threads = [threading.Thread(target=show, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(seen) == list(range(2, 402))
