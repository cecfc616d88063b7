"""Stories as pages: what stands in them, what is left out until it is answered, and what is wrong is said."""

import json
import re
from dataclasses import replace
from functools import cache

import pytest

from dashboard import dataset, schema
from dashboard.app import create_app
from dashboard.components import other_task
from dashboard.dataset import Dataset
from dashboard.errors import InvalidSelection
from dashboard.pages import find
from dashboard.stories import shelf, views
from tests.components.tree import of, parts, words
from tests.stories.told import FRONT, SOUND, shelved
from tests.three_articles import articles

STORY = "/stories/an-announcement"


def page(path: str, query: str = "", data: Dataset | None = None):
    found, selection = find(path, query)
    return found.layout(data or articles(), selection)


@cache
def default() -> Dataset:
    return dataset.load(schema.DEFAULT)


def test_the_list_names_every_story_with_its_length_and_its_readers():
    told = words(page("/stories"))
    for part in (
        "An announcement, step by step",
        "What one page announces",
        "Tests of the site",
        "about 5 minutes",
        "3 steps",
    ):
        assert part in told
    assert "This data package has no stories" in words(page("/stories", data=replace(articles(), stories={})))


def test_every_step_stands_in_the_page_and_the_open_one_is_marked():
    layout = page(STORY, "step=3")
    articles_ = of(layout, "Article")
    assert [getattr(one, "data-said") for one in articles_] == [
        "Step 1 of 3: What had been told", "Step 2 of 3: One of them", "Step 3 of 3: What was counted",
    ]  # fmt: skip
    assert [one.className for one in articles_] == ["step", "step", "step step-now"]
    assert of(layout, "Progress")[0].value == "3"


def test_the_content_note_leads_to_the_other_task():
    (link,) = [one for one in of(page(STORY), "Link") if words(one) == "Skip to a task of equal value"]
    assert link.href == "/?kind=statement&gentle=yes"


def test_the_other_task_keeps_its_own_query_and_says_how_long_it_takes(tiny: Dataset):
    assert other_task.address("/counts?gentle=no&measure=attacks#counts") == "/counts?measure=attacks&gentle=yes#counts"
    other = SOUND.replace("minutes: 5", "minutes: 9")
    data = shelved(tiny, a_story=SOUND.replace("minutes: 5", "minutes: 5\ngentle: /stories/other"), other=other)
    told = other_task.link(shelf(data).stories["a-story"], data, "Another task")
    assert words(told) == "Another task (about 9 minutes; this one takes 5)"
    assert other_task.link(shelf(data).stories["other"], data, "Another task") == []


def test_a_step_of_people_harmed_is_left_out_with_the_accounts_beside_it_and_offers_the_other_task(tiny: Dataset):
    text = SOUND.replace("minutes: 5", "minutes: 5\ngentle: /?kind=seizure").replace("view:", "harm: yes\nview:")
    layout = page("/stories/a-story", "gentle=yes", shelved(tiny, a_story=text))
    shows = [one for one in of(layout, "Button") if getattr(one, "data-unveil", "") == "step"]
    assert len(shows) == 2
    held = [one for one in of(layout, "Div", className="harm") if of(one, "Table")]
    assert len(held) == 1
    ways = [words(one) for left in of(layout, "Div", className="instead") for one in of(left, "Link")]
    assert ways == ["Do a task of equal value in place of this story"]


def test_a_question_keeps_its_answer_out_of_the_page_and_the_address_brings_it():
    asked, answered = page(STORY, "step=2"), page(STORY, "step=2&answered=2")
    assert "1 origin." not in words(asked) and "from one origin" not in words(asked)
    assert "1 origin." in words(answered) and "from one origin" in words(answered)
    assert len(of(asked, "RadioGroup")) == 1 and of(answered, "RadioGroup") == []


def test_the_speaker_notes_have_the_question_of_a_step_with_its_answer():
    said = {number: _noted(number) for number in (1, 2, 10)}
    answers = {1: "One. Each of the three carries what", 2: "Fewer: 4. No statement on one incident"}
    for number, answer in answers.items():
        assert answer in said[number] and "Keep my answer" not in said[number]
        assert said[number].index("It asks: ") < said[number].index("Once it is answered, it says:")
    assert "It asks" not in said[10] and "Once it is answered" not in said[10] and "Exit card" in said[10]


def _noted(number: int) -> str:
    """The speaker notes of one step, without those of all steps that are printed."""
    layout = page("/stories/twelve-outlets-one-origin/notes", f"step={number}", default())
    (now,) = of(layout, "Div", id="story-notes")
    return " ".join(words(part) for part in now.children if "story-text" not in (getattr(part, "className", "") or ""))


def test_a_step_that_is_not_there_says_which_are():
    with pytest.raises(InvalidSelection, match="step=9 is not in this story"):
        page(STORY, "step=9")
    assert (
        find("/stories/none", "")
        and create_app(articles()).server.test_client().get("/stories/none").status_code == 404
    )


def test_a_story_that_does_not_agree_is_shown_with_a_notice(tiny: Dataset):
    text = SOUND.replace("/incidents/20190304-islet-rockets?known_by=2019-03-05", "/?colour=red") + "Of 12 attacks.\n"
    data = shelved(tiny, a_story=text)
    told = words(page("/stories/a-story", data=data))
    assert "no longer agree" in told and "The view of this step cannot be shown: /?colour=red." in told
    assert "Of 12 attacks." in told and "[…] origin" in told
    empty = shelved(tiny, a_story=SOUND.replace("2019-03-05", "2019-03-01"))
    assert "Nothing in the data passes this view." in words(page("/stories/a-story", data=empty))
    assert create_app(shelved(tiny, a_story=FRONT)).server.test_client().get("/stories/a-story").status_code == 200


def test_the_first_answer_holds_the_text_of_every_step_and_the_ways_to_their_views():
    told = create_app(articles()).server.test_client().get(f"{STORY}?step=2").get_data(as_text=True)
    first = told[told.index('id="first-page"') : told.index("react-entry-point")]
    for part in ("By 19 November 2023", "How many origins do you expect?", "What would you ask next?"):
        assert part in first
    assert '<a href="/incidents/20231109-asad-three-strikes?hide=corroboration">Open this view</a>' in first
    assert f'<noscript><a href="{STORY}?step=2&amp;answered=2">Show what is hidden</a></noscript>' in first
    assert "1 origin." not in first
    assert "<title>An announcement, step by step ·" in told


# --- assignment links ------------------------------------------------------------------------------------

TOWER = "/incidents/20240128-tower22-drone"
LEAKS = {
    # what is hidden: words that would tell it, per page
    ("corroboration", TOWER): ("acknowledged", "disputed", "One origin", "Field by field", "10 origins"),
    ("corroboration", "/"): ("acknowledged", "Fill is corroboration"),
    ("corroboration", "/compare"): ("acknowledged", "corroborated"),
    ("outcome", TOWER): (
        "47 wounded",
        "at least 34",
        "three killed",
        "Three US Troops Killed",
    ),
    ("outcome", "/escalation"): ("somebody states a number of killed",),
    ("outcome", "/counts"): ("killed at", "TBI"),
    ("accounts", TOWER): ("Pat Ryder", "Muhannad Mubaidin", "Sabrina Singh", "corroborated"),
}


@pytest.mark.parametrize(("hide", "path"), LEAKS)
def test_what_is_hidden_is_in_no_word_and_no_figure_of_the_page(hide: str, path: str):
    query = "of=tallies" if path == "/counts" else ""
    layout, plain = page(path, f"{query}&hide={hide}", default()), page(path, query, default())
    told = _everything(layout)
    leaked = [leak for leak in LEAKS[hide, path] if leak in told]
    assert leaked == []
    if path != "/counts":
        assert [leak for leak in LEAKS[hide, path] if leak not in _everything(plain)] == []
    assert "Hidden until you answer" in told
    assert not [one for one in parts(layout) if "taken" in (getattr(one, "className", None) or "").split()]


def _everything(layout) -> str:
    """Words and figures, without the guide that explains levels on every page and the panel of filters."""
    for one in parts(layout):
        name = (getattr(one, "className", None) or "").split()
        if {"filters", "guide", "folded"} & set(name) or one._type == "Dl":
            one.children = None
    figures = [one.figure for one in of(layout, "Graph")]
    return words(layout) + json.dumps(figures, default=str)


def test_two_things_hidden_are_shown_one_after_the_other():
    layout = page("/", "hide=outcome&hide=accounts&kind=attack", default())
    links = [of(one, "A")[0].href for one in of(layout, "Noscript")]
    assert links == ["?kind=attack&hide=outcome", "?kind=attack&hide=accounts"]


def test_the_reading_level_of_a_story_is_the_same_wherever_it_is_told():
    told = words(page("/classroom", data=default()))
    for story in default_stories():
        assert f"reads like a text for grade {story.reading_level}" in words(page(story.address, data=default()))
    assert re.findall(r"school year (\d+) \(US\)", told) == [str(one.reading_level) for one in default_stories()]


def default_stories() -> list:
    return list(shelf(default()).stories.values())


def test_the_way_to_the_view_of_a_step_hides_what_the_step_hides_until_it_is_answered():
    story = "/stories/one-night-at-tower-22"

    def ways(query: str) -> list[str]:
        links = of(page(story, query, default()), "Link")
        return [one.href for one in links if words(one) == "Open this view"]

    plain = "/incidents/20240128-tower22-drone?known_by=2024-01-28"
    asked, answered = ways("step=1"), ways("step=1&answered=1")
    assert asked[0] == asked[-1] == f"{plain}&hide=accounts&hide=corroboration"
    assert answered[0] == answered[-1] == plain
    assert asked[1] == answered[1] and "hide" not in asked[1]  # nothing is asked there
    assert find("/incidents/20240128-tower22-drone", "hide=corroboration")


def test_a_view_whose_own_filter_would_tell_what_is_hidden_is_opened_whole():
    view = views.read("/?disputed=yes")
    assert view.hiding(("corroboration",)) == view
    assert view.hiding(("outcome",)).address == "/?disputed=yes&hide=outcome#timeline-figure"
