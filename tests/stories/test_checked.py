"""Stories held against the data: what no longer agrees is told, with its line."""

from dataclasses import replace

import pytest

from dashboard import checks, dataset, schema, stories
from dashboard.cli import main
from dashboard.dataset import Dataset
from dashboard.stories import links, views
from tests.packages import PackageCopy
from tests.stories.told import FRONT, SOUND, lines, shelved, told

VIEW = "/incidents/20190304-islet-rockets?known_by=2019-03-05"


def test_a_sound_story_has_no_problem(tiny: Dataset):
    assert told(tiny, SOUND) == []


WRONG = {
    "a number that nothing computes": (SOUND + "Of 12 attacks.\n", [(15, "story-number", "text")]),
    "a number in words": (SOUND + "\nOf\nsixty-one attacks.\n", [(17, "story-number", "text")]),
    "a number in the title": (SOUND.replace("Rockets on", "Twelve rockets on"), [(2, "story-number", "title")]),
    "a number in the notes": (SOUND.replace("view:", "notes: Say that 4 fell.\nview:"), [(11, "story-number", "notes")]),
    "a number in the heading": (SOUND.replace("The claim", "A claim of 3"), [(8, "story-number", "heading")]),
    "a number as an escape": (SOUND + "{{12}} attacks\n", [(15, "story-number", "text")]),
    "a placeholder of nothing": (SOUND + "{sum}\n", [(15, "story-value", "text")]),
    "a report of a later day": (SOUND + "{report:r02.injured}\n", [(15, "story-value", "text")]),
    "a page that is none": (SOUND.replace(VIEW, "/nowhere"), [(11, "story-view", "view")]),
    "a filter that is none": (SOUND.replace(VIEW, f"{VIEW}&colour=red"), [(11, "story-view", "view")]),
    "an incident that is none": (SOUND.replace("islet-rockets", "other"), [(11, "story-view", "view")]),
    "a figure that is none": (SOUND.replace(VIEW, f"{VIEW}#tempo-figure"), [(11, "story-view", "view")]),
    "a step within a step": (SOUND.replace(VIEW, f"{VIEW}&step=2"), [(11, "story-view", "view")]),
    "a view before anything was known": (SOUND.replace("2019-03-05", "2019-03-01"), [(11, "story-empty", "view"), (14, "story-value", "text"), (14, "story-value", "text")]),
    "a view that nothing passes": (SOUND.replace(VIEW, "/?kind=attack&weapon=airstrike").replace("{Origins.words} origin, {reports} report.", "None."), [(11, "story-empty", "view")]),
    "what is expected and no longer so": (SOUND.replace("view:", "expect:\n  origins: 2\nview:"), [(12, "story-disagrees", "expect")]),
    "what is expected of nothing": (SOUND.replace("view:", "expect:\n  reports: 1\n  origin: 2\nview:"), [(13, "story-value", "expect")]),
    "a number in a choice that says more": (SOUND.replace("view:", "ask: Who?\nchoices:\n  - One\n  - One of 99\n  - >\n    Any of\n    sixty\nhide: [accounts]\nview:"), [(14, "story-number", "choices"), (17, "story-number", "choices")]),
    "a number in a long field": (SOUND.replace("view:", "notes: >\n  Say that\n  much, that\n\n  4 fell and {sum}.\nview:"), [(15, "story-value", "notes"), (15, "story-number", "notes")]),
    "a number in lines that are kept": (SOUND.replace("view:", "notes: |\n  Say that\n  4 fell.\nview:"), [(13, "story-number", "notes")]),
    "a link in a long field": (SOUND.replace("view:", "ask: What?\nreveal: >\n  See\n  it [there\n  too](/nosuchpage).\nview:"), [(15, "story-link", "reveal")]),
    "a number in a long summary": (SOUND.replace("Who said what of the rockets, and by when.", ">\n  Who said\n  what of 4."), [(5, "story-number", "summary")]),
    "a number in what is sensitive": (SOUND.replace("minutes: 5", "minutes: 5\nsensitive:\n  - Rockets.\n  - Of 4 rockets."), [(8, "story-number", "sensitive")]),
    "another task that is not there": (SOUND.replace("minutes: 5", "minutes: 5\ngentle: /stories/none"), [(6, "story-view", "gentle")]),
    "sheets of a page that has none": (SOUND.replace("minutes: 5", "minutes: 5\nworksheet: /counts"), [(6, "story-view", "worksheet")]),
    "sheets of a view that nothing passes": (SOUND.replace("minutes: 5", "minutes: 5\nworksheet: /?kind=attack&weapon=airstrike"), [(6, "story-view", "worksheet")]),
    "sheets of no kind of activity": (SOUND.replace("minutes: 5", "minutes: 5\nworksheet: /?activity=sum"), [(6, "story-view", "worksheet")]),
    "sheets with several faults": (SOUND.replace("minutes: 5", "minutes: 5\nworksheet: /counts?activity=sum&colour=red&step=2&kind=zz"), [(6, "story-view", "worksheet")] * 5),
    "a view with several faults": (SOUND.replace(VIEW, "/incidents/nosuch?kind=zz#tempo"), [(11, "story-view", "view")] * 3),
    "a view that asks twice": (SOUND.replace(VIEW, f"{VIEW}&known_by=2019-03-06"), [(11, "story-view", "view")]),
    "a link to no page": (SOUND + "[see](/nosuchpage)\n", [(15, "story-link", "text")]),
    "a link to an incident that is none": (SOUND.replace("view:", "notes: See [it](/incidents/nosuch).\nview:"), [(11, "story-link", "notes")]),
    "a link with a filter that is none": (SOUND + "\n[see](/?kind=zz)\n", [(16, "story-link", "text")]),
    "a link to a story that is none": (SOUND + "[see](/stories/nosuch)\n", [(15, "story-link", "text")]),
    "people harmed, in a step without a mark": (SOUND.replace("03-05", "03-10") + "{report:r02.injured}\n", [(15, "story-harm", "text")]),
    "an outcome, in a step without a mark": (SOUND.replace("03-05", "03-10") + "{report:r02.outcome}\n", [(15, "story-harm", "text")]),
    "a figure of people harmed, without a mark": (SOUND.replace(VIEW, "/escalation#harm").replace("{Origins.words} origin, {reports} report.", "None."), [(11, "story-harm", "view")]),
    "a count of people harmed, without a mark": (SOUND.replace(VIEW, "/counts?tally=injured-islet#explained").replace("{Origins.words} origin, {reports} report.", "None."), [(11, "story-harm", "view")]),
    "a row of no account": (SOUND.replace("view:", "rows: [actor, outcome]\nview:"), [(11, "story-view", "rows")]),
    "a row that is none": (SOUND.replace("view:", "rows: [who]\nview:"), [(11, "bad-story", "rows")]),
    "rows beside a figure": (SOUND.replace("view:", "rows: [actor]\nview:").replace("03-05", "03-05#clocks"), [(11, "story-view", "rows")]),
    "another task that is itself": (SOUND.replace("minutes: 5", "minutes: 5\ngentle: /stories/a-story"), [(6, "story-view", "gentle")]),
}  # fmt: skip


@pytest.mark.parametrize("case", WRONG)
def test_what_does_not_agree_is_told_with_line_and_field(tiny: Dataset, case: str):
    text, expected = WRONG[case]
    assert lines(tiny, text) == expected


def test_rows_that_accounts_have_may_come_first(tiny: Dataset):
    assert told(tiny, SOUND.replace("view:", "rows: [actor, weapon]\nview:")) == []


def test_the_reader_may_choose_among_numbers(tiny: Dataset):
    asked = SOUND.replace("view:", "ask: How many?\nchoices:\n  - 2 or 3\n  - twelve\nhide: [accounts]\nview:")
    assert told(tiny, asked) == []


def test_another_story_and_a_view_are_tasks_of_equal_value(tiny: Dataset):
    for address in ("/?kind=seizure", "/stories/other"):
        text = SOUND.replace("minutes: 5", f"minutes: 5\ngentle: {address}")
        assert stories.shelf(shelved(tiny, a_story=text, other=SOUND)).problems == ()


def test_every_code_of_stories_is_raised_here_or_by_the_form(tiny: Dataset):
    raised = {problem.code for text, _ in WRONG.values() for problem in told(tiny, text)}
    assert raised | {problem.code for problem in told(tiny, FRONT)} == OF_STORIES, raised


OF_STORIES = {
    "bad-story",
    "story-link",
    "story-harm",
    "story-view",
    "story-empty",
    "story-value",
    "story-number",
    "story-disagrees",
}


def test_the_check_tells_file_and_line_and_fails(package_copy: PackageCopy, capsys):
    folder = package_copy.folder / "stories"
    (folder / "the-islet.md").unlink()
    (folder / "README.md").write_text("No story: 12.")
    (folder / "a-story.md").write_text(SOUND, encoding="utf-8")
    assert main(["check", str(package_copy.folder)]) == 0
    assert capsys.readouterr().out.endswith("tallies, 1 story.\n")
    (folder / "a-story.md").write_text(SOUND + "Of 12 attacks.\n", encoding="utf-8")
    assert main(["check", str(package_copy.folder)]) == 1
    assert "stories/a-story.md, line 15, text: error story-number. Found: the number '12'." in capsys.readouterr().out


def test_a_story_of_a_broken_package_is_judged_by_its_form_alone(package_copy: PackageCopy, capsys):
    (package_copy.folder / "stories" / "a-story.md").write_text("## No", encoding="utf-8")
    package_copy.file("reports").unlink()
    assert main(["check", str(package_copy.folder)]) == 1
    assert "stories/a-story.md, line 1: error bad-story. Found: no front matter." in capsys.readouterr().out


def test_figures_of_views_are_those_that_can_be_drawn():
    from dashboard.components import embed
    from dashboard.pages.story import DRAW, TITLES

    named = {name for names in views.FIGURES.values() for name in names}
    assert named == DRAW.keys() == TITLES.keys()
    assert {name: view.page for name, view in embed.VIEWS.items()}.items() <= {
        name: page for page, names in views.FIGURES.items() for name in names
    }.items()


def test_a_marked_step_may_tell_of_people_harmed_and_links_may_lead_to_pages_and_away(tiny: Dataset):
    marked = SOUND.replace("view:", "harm: yes\nview:").replace("03-05", "03-10") + "{report:r02.injured}\n"
    away = "[a](/incidents/20190304-islet-rockets?known_by=2019-03-05) [b](https://example.org) [c](/method#data)\n"
    assert told(tiny, marked + away + "[d](/stories/a-story/notes) [e](/sources)\n") == []


def test_a_quotation_of_a_report_that_states_harm_wants_a_mark_and_one_of_an_outcome_does_not(tiny: Dataset):
    reports = tiny["reports"].copy()
    reports.loc[reports["report_id"].isin(["r02", "r10"]), "quote"] = "on the Tuesday"
    quoted = replace(tiny, tables={**tiny.tables, "reports": reports})
    later = SOUND.replace("03-05", "03-20")
    assert lines(quoted, later + "{report:r02.quote}\n") == [(15, "story-harm", "text")]
    assert reports.set_index("report_id").loc["r10", "outcome"] and lines(quoted, later + "{report:r10.quote}\n") == []


def test_links_know_the_pages_of_the_site():
    from dashboard.pages import PAGES

    assert {page.PATH for page in PAGES} == set(links.PATHS)


# --- the stories that are shipped ------------------------------------------------------------------------


def test_every_shipped_story_agrees_with_the_shipped_data():
    package = checks.read(schema.DEFAULT)
    found, problems = stories.read(package.stories)
    data = dataset.load(schema.DEFAULT)
    assert [str(problem) for problem in [*problems, *stories.check(found, data)]] == []
    assert found
    for story in found:
        assert 6 <= len(story.steps) <= 12, story.slug
        assert any(step.ask for step in story.steps), story.slug
        assert all(step.notes for step in story.steps), story.slug


def test_a_shipped_story_fails_when_the_data_changes_under_it():
    data = dataset.load(schema.DEFAULT)
    told_then, _ = stories.read(data.stories)
    reports = data["reports"]
    gone = reports[reports["asserted_by"] != "pat-ryder"].reset_index(drop=True)
    changed = dataset.Dataset(data.schema, {**data.tables, "reports": gone}, ())
    tower = [story for story in told_then if story.slug == "one-night-at-tower-22"]
    assert {problem.code for problem in stories.check(tower, changed)} >= {"story-value"}
