"""The made-up packages that the rules are tested on are ones that could be written."""

from dashboard import checks
from tests.made_up import written


def test_a_made_up_package_has_no_error():
    made = written(
        {"by": "iri", "actor": "iri", "against": "centcom", "at": "asad", "date": "2023-11-08~", "killed": 2},
        {"by": "us-official", "outlet": "relay-1", "via": "b", "published": "", "said_on": "2023-11-09"},
        {"of": "20231109-erbil-attack", "date": "2023-11-09", "stance": "denies", "contests": "who"},
        tallies=({"by": "pentagon", "since": "2023-10-17"},),
        actors={"correspondent": ("media", "media", "b")},
        places={"harir": ("erbil", "IQ")},
    )
    assert [str(problem) for problem in checks.check(made) if problem.severity == "error"] == []
