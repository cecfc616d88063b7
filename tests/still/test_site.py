"""A site of files: every link leads somewhere, no address of its own, and only its own files are replaced."""

import json
import re
from pathlib import Path
from xml.etree import ElementTree

import pytest

from dashboard import api, dataset, schema
from dashboard.components import gentle
from dashboard.exporters import EXPORTS
from dashboard.figures.drawn import DRAWN
from dashboard.selection import Selection
from dashboard.still import own
from dashboard.still.folder import MARKER, Folder, Unwritable
from dashboard.still.index import entries
from dashboard.still.places import Places, TooLarge
from tests.components.tree import of
from tests.components.tree import words as words_of
from tests.still import crawl
from tests.three_articles import articles
from tests.two_days import OWN


@pytest.fixture(scope="module")
def pages(folder: Path) -> dict[str, crawl.Page]:
    """The pages of the site; a lesson among them is a file of its own kind, with tests of its own."""
    return {name: page for name, page in crawl.pages(folder).items() if not name.endswith("lesson.html")}


def text(folder: Path, name: str) -> str:
    return (folder / name).read_text(encoding="utf-8")


def words(page: str) -> str:
    return " ".join(re.sub(r"<script.*?</script>|<[^>]+>", " ", page, flags=re.S).split())


def test_no_link_and_no_asset_is_dead(folder):
    assert [one for one in crawl.dead(folder) if not one.startswith("404.html")] == []


def test_a_link_in_the_words_of_a_story_leads_to_a_file_or_is_words_alone(folder):
    page = text(folder, "stories/two-days/index.html")
    accounts = "../../incidents/20231108-green-village-drones/known-by/2023-11-11/index.html"
    assert f'who <a href="{accounts}">does <strong>not</strong></a>? See this.' in page


def test_links_lead_to_every_page(folder, pages):
    assert set(pages) - crawl.reached(folder) == {"404.html"}


def test_every_incident_outlet_count_and_day_has_a_page(pages):
    data = articles()
    expected = {f"incidents/{key}/index.html" for key in data.by_id["incidents"]}
    expected |= {f"sources/{key}/index.html" for key in data.by_id["outlets"]}
    expected |= {f"counts/{key}/index.html" for key in data.by_id["tallies"]}
    expected |= {f"known-by/{day}/index.html" for day in ("2023-11-11", "2023-11-19", "2024-01-08")}
    assert expected <= set(pages)


def test_no_id_stands_twice_on_a_page(pages):
    assert {name: page.ids for name, page in pages.items() if len(page.ids) != len(set(page.ids))} == {}


def test_no_page_points_to_itself_by_its_address_or_asks_another_host(pages):
    for name, page in pages.items():
        assert [one for one in page.leads if one.startswith(OWN)] == [], name
        if name != "404.html":
            assert [one for one in page.assets if not re.match(r"(\.\./)*assets/", one)] == [], name


def test_the_page_for_unknown_addresses_leads_home_from_any_depth(folder):
    page = crawl.Page(text(folder, "404.html"))
    assert "/sub/index.html" in page.leads and "/sub/assets/site.css" in page.assets


def test_a_page_of_a_day_tells_nothing_that_appeared_later(folder):
    page = words(text(folder, "known-by/2023-11-11/index.html"))
    known = Selection.from_query("known_by=2023-11-11").apply(articles())
    assert known.sentence in page and "as known by 11 November 2023" in page
    later = set(articles().by_id["incidents"]) - set(known.incidents["incident_id"])
    titles = [articles().by_id["incidents"][key]["title"] for key in later]
    shown = {articles().by_id["incidents"][key]["title"] for key in known.incidents["incident_id"]}
    assert titles and [one for one in titles if one not in shown and one in page] == []


def test_a_page_of_a_day_leads_to_the_accounts_of_that_day(folder):
    page = crawl.Page(text(folder, "known-by/2023-11-11/index.html"))
    led = [one for one in page.leads if "incidents/" in one]
    assert led and all("/known-by/2023-11-11/index.html" in one for one in led)


def test_nothing_that_needs_a_server_is_on_a_page(folder, pages):
    for name in pages:
        page = text(folder, name)
        assert not re.search(r'href="/(?!sub/)|/api/v1/|data-cite|data-embed=|_dash', page), name


def test_figures_stand_in_pages_as_data_that_a_script_draws(folder):
    page = text(folder, "index.html")
    found = dict(re.findall(r'data-figure="([^"]+)"[^>]*>(.*?)</script>', page, re.S))
    assert set(found) == {"timeline-chart", "density-strip"}
    drawn = json.loads(found["timeline-chart"])
    assert drawn["figure"]["layout"]["xaxis"]["fixedrange"] is False and len(drawn["figure"]["data"]) > 5
    assert page.index("plotly.min.js") > page.index("timeline-chart")
    assert "plotly.min.js" not in text(folder, "glossary/index.html")


def test_what_search_finds_has_another_name_where_it_tells_of_people_harmed():
    default = dataset.load(schema.DEFAULT)
    held = {f"incidents/{key}/index.html" for key in gentle.untitled(default)}
    held |= {
        f"counts/{key}/index.html" for key, row in default.by_id["tallies"].items() if gentle.of_count(default, row)
    }
    found = list(entries(Places(default)))
    assert {one.file for one in found if one.other} == held and len(held) < len(found)
    assert not [one for one in found if one.other and one.name.partition(",")[0] in one.other]


def test_the_heading_of_a_count_of_people_harmed_has_other_words_beside_it(folder):
    [heading] = re.findall("<h1>(.*?)</h1>", text(folder, "counts/almayadeen-20231119-p12-injured-59/index.html"))
    assert heading.startswith('<span><span class="harm">59 injured</span><span class="instead">count left out')


def test_exact_meanings_can_be_left_out_where_there_are_plain_ones(tiny, folder):
    drawn = own.glossary(tiny)
    exact = {part.children for part in of(drawn, "P") if getattr(part, "className", None) == "exact"}
    rows = tiny["glossary"].to_dict("records")
    assert exact == {row["definition"] for row in rows if row["plain_language"]} and exact
    assert all(row["definition"] in words_of(drawn) and row["plain_language"] in words_of(drawn) for row in rows)
    assert 'data-read="words:plain"' in text(folder, "glossary/index.html")
    assert '[data-words="plain"] .exact' in text(folder, "assets/still.css")


def test_downloads_are_what_the_exporters_write(folder, data):
    everything = Selection().apply(data)
    names = {f"{export}{ending}" for export, formats in EXPORTS.items() for ending in formats}
    assert {path.name for path in (folder / "data").iterdir()} == {*names, "index.html"}
    for table, ending in (("incidents", ".geojson"), ("reports", ".csv"), ("package", ".zip")):
        assert (folder / f"data/{table}{ending}").read_bytes() == EXPORTS[table][ending].write(everything, table, None)


def test_the_rows_of_a_figure_lie_beside_it(folder):
    key = next(iter(articles().by_id["incidents"]))
    address = f"/api/v1/figures/clocks.csv?incident={key}"
    clocks = api.server(articles()).test_client().get(address).data
    assert (folder / f"incidents/{key}/clocks.csv").read_bytes() == clocks
    assert {path.stem for path in (folder / "escalation").glob("*.csv")} <= set(DRAWN)


def test_every_page_says_where_it_belongs_and_what_it_may_load(folder, pages):
    for name in pages:
        page = text(folder, name)
        folder_of = name.removesuffix("index.html")
        assert name == "404.html" or f'<link rel="canonical" href="{OWN}/{folder_of}">' in page, name
        assert "default-src &#39;none&#39;; script-src &#39;self&#39;" in page and '<html lang="en"' in page


def test_programs_are_told_of_the_pages_that_hold_something_of_their_own(folder, pages):
    names = {
        node.text for node in ElementTree.fromstring(text(folder, "sitemap.xml")).iter() if node.tag.endswith("loc")
    }
    assert f"{OWN}/" in names and not any("/known-by/2023-11-11/" in name and "/incidents/" in name for name in names)
    assert names <= {f"{OWN}/{name.removesuffix('index.html')}" for name in pages}
    assert f"Sitemap: {OWN}/sitemap.xml" in text(folder, "robots.txt")


# --- the folder --------------------------------------------------------------------------------------------


def test_a_folder_of_others_is_refused_and_left_alone(tmp_path):
    (tmp_path / "letter.txt").write_text("mine")
    with pytest.raises(Unwritable, match="is not empty, and no site made by this command"):
        Folder(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["letter.txt"]


def test_a_new_build_takes_away_only_what_an_earlier_one_wrote(tmp_path):
    first = Folder(tmp_path)
    first.write("a/old.html", "old")
    first.write("kept.html", "one")
    first.close()
    (tmp_path / "CNAME").write_text("timeline.example")
    second = Folder(tmp_path)
    second.write("kept.html", "two")
    second.close()
    assert {path.name: path.read_text() for path in tmp_path.iterdir() if path.name != MARKER} == {
        "kept.html": "two", "CNAME": "timeline.example",
    }  # fmt: skip


def test_a_file_of_others_within_a_site_is_not_replaced(tmp_path):
    Folder(tmp_path).close()
    (tmp_path / "index.html").write_text("mine")
    with pytest.raises(Unwritable, match="was not made by this command"):
        Folder(tmp_path).write("index.html", "ours")
    assert (tmp_path / "index.html").read_text() == "mine"


def test_a_build_that_stopped_can_be_done_again(tmp_path):
    Folder(tmp_path).write("half.html", "x")  # and never closed
    again = Folder(tmp_path)
    again.write("whole.html", "y")
    again.close()
    assert {path.name for path in tmp_path.iterdir()} == {"whole.html", MARKER}


def test_a_list_that_names_what_lies_elsewhere_takes_nothing_away_there(tmp_path):
    (tmp_path / "letter.txt").write_text("mine")
    out = tmp_path / "site"
    Folder(out).close()
    (out / MARKER).write_text("x\n../letter.txt\n")
    Folder(out).close()
    assert (tmp_path / "letter.txt").read_text() == "mine"


def test_too_many_incidents_are_refused_with_the_reason(monkeypatch):
    monkeypatch.setattr("dashboard.still.places.MOST_INCIDENTS", 3)
    with pytest.raises(
        TooLarge, match="23 incidents, and a site of files has a page for each: more than 3 are too many"
    ):
        Places(articles())


def test_days_are_chosen_evenly_where_they_are_too_many(monkeypatch):
    monkeypatch.setattr("dashboard.still.places.MOST_DAYS", 2)
    assert [str(day) for day in Places(articles()).days] == ["2023-11-11", "2024-01-08"]
