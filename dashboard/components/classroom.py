"""What a teacher needs for a lesson: stories with their preparation, ways to teach, care, and the network."""

from collections.abc import Sequence

from dash import dcc, html

from dashboard.components import other_task
from dashboard.components.grids import grid
from dashboard.dataset import Dataset
from dashboard.language import tr, trn
from dashboard.stories import Seen, Story, filled, shelf, views

SUPPORT = "support"


# --- stories ---------------------------------------------------------------------------------------------


def stories(dataset: Dataset) -> list:
    """The stories of the package, each with what a teacher wants to know before a class sees it."""
    found = list(shelf(dataset).stories.values())
    if not found:
        return [html.P(tr("This data package has no stories. A file in its folder “stories” makes one."))]
    whole = views.seen(views.read("/"), dataset)
    return [_story(story, whole, dataset) for story in found]


def _story(story: Story, whole: Seen, dataset: Dataset) -> html.Article:
    title = filled(story.title, whole)
    facts = [
        (tr("For"), story.audience),
        (tr("Time"), trn("about {n} minute", "about {n} minutes", story.minutes).format(n=story.minutes)),
        (tr("Steps"), str(len(story.steps))),
        (tr("Read with ease in"), tr("school year {year} (US)").format(year=story.reading_level)),
        (tr("Standards"), ", ".join(story.standards)),
    ]
    return html.Article(
        [
            html.H3(dcc.Link(title, href=story.address)),
            html.P(filled(story.summary, whole)),
            html.Dl([part for name, words in facts if words for part in (html.Dt(name), html.Dd(words))]),
            *_care(story, whole, dataset),
            html.P(_ways(story), className="buttons"),
        ],
        className="lesson",
    )


def _care(story: Story, whole: Seen, dataset: Dataset) -> list:
    """The content note, what to have seen beforehand, and the task of equal value."""
    words = filled(story.content_note, whole)
    note = [html.P([html.Strong(tr("Content note:")), f" {words}"])] if words else []
    items = [html.Li(filled(one, whole)) for one in story.sensitive]
    seen = [html.P(tr("Look at these beforehand:")), html.Ul(items)] if items else []
    other = other_task.link(story, dataset, tr("the task of equal value"))
    way = [html.P([tr("For whoever would rather not read it: "), *other, "."])] if other else []
    return [*note, *seen, *way]


def _ways(story: Story) -> list[html.A]:
    ways = [
        (tr("Read"), story.address),
        (tr("Speaker notes"), f"{story.address}/notes"),
        (tr("Worksheet"), f"{story.address}/worksheet"),
        (tr("Exit ticket"), f"{story.address}/exit-ticket"),
        (tr("Lesson file"), f"/api/v1{story.address}/lesson.html"),
    ]
    return [html.A(words, href=href, className="button") for words, href in ways]


# --- ways ------------------------------------------------------------------------------------------------


def ways() -> list:
    """What can be made of any view of the site."""
    rows = [
        [
            tr("Activities"),
            html.A(tr("Activities of the whole data set"), href="/activities"),
            tr("Five kinds, made by rule from the view: compare two accounts, source it, sort claims by support, order "
               "by what was known, find why two totals differ. Each has its key."),
        ],
        [
            tr("Worksheet, exit ticket"),
            [html.A(tr("Worksheet"), href="/worksheet"), ", ", html.A(tr("Exit ticket"), href="/exit-ticket")],
            tr("For paper, A4 or Letter, black and white; the key stands on a page of its own."),
        ],
        [
            tr("Assignment link"),
            tr("under “Take this view away” on each page"),
            tr("An address that opens a view with something left out until the student has answered: who corroborates, "
               "the outcome, or the second account. It works in any learning platform that takes a link."),
        ],
        [
            tr("Lesson file"),
            tr("under “Take this view away” on each page"),
            tr("One file that opens without a network, from a USB stick or a shared folder, with figures, accounts, "
               "activities and room for notes."),
        ],
        [
            tr("Live class"),
            tr("above on this page"),
            tr("The pages of a class follow yours. Nobody signs in."),
        ],
        [
            tr("Gentle mode"),
            tr("under “Reading” on each page, or gentle=yes in a link"),
            tr("Numbers of killed and injured, and accounts that state them, are left out of sight."),
        ],
        [
            tr("Plain words"),
            tr("under “Reading”, Definitions"),
            tr("Words explain themselves in plain language only."),
        ],
        [
            tr("Projector"),
            tr("“Present” in a story"),
            tr("The whole screen, large text, speaker notes in a second window; a clicker turns the steps."),
        ],
    ]  # fmt: skip
    heads = (tr("What"), tr("Where"), tr("What it does"))
    return [grid(tr("What can be made of any view"), heads, rows)]


# --- care ------------------------------------------------------------------------------------------------


def care() -> list:
    """How to teach with reports of attacks without harm: short, for the evening before."""
    rules: Sequence[str] = (
        tr("Read the story yourself first. What is sensitive in it is listed with it."),
        tr("Say briefly and exactly what the lesson tells of. Whoever would rather not may take the task of equal "
           "value, without giving a reason."),
        tr("Expect students whose families come from the places and sides named here. Use the names of the parties as "
           "the site does."),
        tr("Feelings first, then facts. Deaths are never a score, a ranking or a game; nothing here counts points."),
        tr("“After” does not yet mean “because of”. Ask who says that one thing answered another."),
        tr("End with a question that looks ahead, not with the worst item. The exit ticket does."),
        tr("Tell the class whom they can talk to afterwards, by name and room."),
    )  # fmt: skip
    return [html.Ul([html.Li(rule) for rule in rules])]


# --- the network -----------------------------------------------------------------------------------------


def network() -> list:
    """What an administrator of a school's network asks: what is contacted, what is stored, what must be let through."""
    rows = [
        [tr("What it contacts"), tr("The one host of this site, and nothing else: no fonts, scripts, maps, pictures or "
                                    "statistics from elsewhere. A content security policy forbids it, and a test "
                                    "proves it.")],
        [tr("Cookies, accounts, names"), tr("None. Nobody signs in, and no page asks for a name.")],
        [tr("What stays on the device"), html.Ul([html.Li(one) for one in _kept()])],
        [tr("What the server keeps"), tr("Nothing about readers. A live class is a code, a key for its teacher, the "
                                         "address that it is shown and a count of requests, in memory, until it "
                                         "ends.")],
        [tr("What must be let through"), tr("Plain HTTPS to the one host. No websockets, no long requests. A live "
                                            "class asks about once a second for a few bytes; answers that have not "
                                            "changed are “304 Not Modified”.")],
        [tr("Thirty devices behind one address"), tr("No limit per address stands in the way of a class.")],
        [tr("In a frame"), tr("Only addresses under /embed/ may be framed by other sites; they set no cookie either.")],
        [tr("Devices"), tr("Any browser of the last years, Chromebooks and phones too. Without scripts every page "
                           "still says what it shows, in words and lists.")],
        [tr("Without a network"), tr("The lesson file makes no request at all. The static site asks the host that it "
                                     "is put on, and nobody else, for its own files: one within the school will do.")],
    ]  # fmt: skip
    return [grid(tr("For whoever keeps the network"), (tr("Question"), tr("Answer")), rows)]


def _kept() -> tuple[str, ...]:
    return (
        tr("How you like to read, until you set it back to the usual: the theme (mantine-color-scheme-value); "
           "contrast, text size, gentle mode, definitions, motion, keys (as-reported-reading)."),
        tr("Until the tab is closed: answers to questions (as-reported-answers) and in activities "
           "(_dash_persistence…), the order of cards (as-reported-order-…), the step at which a story was left "
           "(as-reported-story), the code of a live class and, in its teacher’s tab, the key (as-reported-class)."),
        tr("Of a lesson file the notes and answers, in the browser that opened it, until somebody clears them there "
           "(as-reported-lesson-…)."),
    )  # fmt: skip
