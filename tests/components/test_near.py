"""What a mistyped address may have meant."""

import time

import pytest

from dashboard.components.near import MOST, near
from dashboard.dataset import Dataset
from dashboard.pages import MENU
from tests.made_up import package


@pytest.mark.parametrize(
    ("path", "first"),
    [
        ("/incidents/20190306-pier-dron", "/incidents/20190306-pier-drone"),
        ("/incidents/20190306_Pier_Drone", "/incidents/20190306-pier-drone"),
        ("/incidents/drone-at-pier-nine", "/incidents/20190306-pier-drone"),
        ("/incidents/Rockets%20on%20Ilot%20Zelande", "/incidents/20190304-islet-rockets"),
        ("/sources/kelp-currier", "/sources/kelp-courier"),
        ("/outlets/radio-zelande", "/sources/radio-zelande"),
        ("/count", "/counts"),
        ("/methods", "/method"),
    ],
)
def test_the_nearest_comes_first(tiny: Dataset, path: str, first: str):
    assert near(tiny, path, MENU)[0].address == first


@pytest.mark.parametrize("path", ["/", "", "/---", "/xqzxqzxqz", "/%F0%9F%98%80"])
def test_what_is_like_nothing_finds_nothing(tiny: Dataset, path: str):
    assert near(tiny, path, MENU) == []


def test_there_are_only_a_few_and_soon_among_very_many():
    many = package(*({"of": f"20231108-asad-{number}"} for number in range(3_000)))
    near(many, "/incidents/20231108-asad-1", MENU)  # the texts are made once
    start = time.perf_counter()
    found = near(many, "/incidents/" + "20231108-assad-2999" * 500, MENU)
    found += near(many, "/incidents/20231108-assad-2999", MENU)
    assert time.perf_counter() - start < 0.5
    assert len(found) <= 2 * MOST
    assert found[-MOST].address == "/incidents/20231108-asad-2999"
