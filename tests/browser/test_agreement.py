"""Sentence, list, table, chart and JSON say the same of every selection."""

import pytest

from tests.browser.reader import Reader

QUERIES = [
    "",
    "kind=attack&known_by=2023-11-14",
    "party=iran-aligned-groups&weapon=one-way-drone",
    "from=2023-11-10&to=2023-11-19&said_by=media&lanes=kind",
    "place=syria&corroboration=reported&q=base",
    "kind=counter-strike&q=nothing+like+this",
]


@pytest.mark.parametrize("query", QUERIES)
def test_list_table_and_json_agree(visitor: Reader, query: str):
    answer = visitor.page.request.get(f"{visitor.site}/api/v1/incidents.json?{query}").json()
    titles = [incident["title"] for incident in answer["incidents"]]
    counted = f" of {len(titles):,} incident{'' if len(titles) == 1 else 's'}"

    visitor.open(f"/?{query}")
    assert visitor.sentence == answer["describe"]
    assert counted in visitor.sentence
    assert visitor.page.title() and answer["describe"] == visitor.page.locator("meta[name=description]").get_attribute("content")
    assert visitor.titles == titles
    assert marked(visitor) == len(titles)
    if not titles:
        return
    visitor.tick("Table")
    assert visitor.titles == titles
    assert visitor.page.locator("#rows tbody tr").count() == len(titles)


def marked(reader: Reader) -> int:
    """How many incidents the chart shows: its marks, and the numbers in its bins."""
    return reader.page.evaluate(
        """() => document.querySelector("#timeline-chart .js-plotly-plot").data.reduce((sum, trace) => sum
          + (trace.name === "incidents" ? trace.x.length : 0)
          + (trace.name === "bins" ? trace.text.reduce((all, one) => all + Number(one), 0) : 0), 0)"""
    )


def test_a_row_of_the_table_says_what_the_json_says(visitor: Reader):
    answer = visitor.page.request.get(f"{visitor.site}/api/v1/incidents.json").json()
    first = answer["incidents"][0]
    rows = visitor.open("/?rows=table").page.locator("#rows tr")
    heads, cells = (rows.nth(row).locator("th, td").all_inner_texts() for row in (0, 1))
    said = dict(zip((head.split("\u00a0")[0] for head in heads), cells, strict=True))
    assert said["Incident"] == first["title"]
    assert first["corroboration"] in (None, said["Standing"].split(",")[0])
    assert said["Origins"] == str(first["origins"])
