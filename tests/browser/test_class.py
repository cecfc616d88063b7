"""A live class: one teacher and five students, each at a browser of their own, through everything that can happen."""

import re
from collections.abc import Iterator
from contextlib import ExitStack

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.reader import WATCH, Reader
from tests.browser.test_accessibility import NOTHING, TAGS, found, in_both_schemes
from tests.browser.test_screens import SMALL, WIDER

PATIENCE = 20_000
KEPT = "() => [document.cookie, Object.keys(localStorage), Object.keys(sessionStorage)]"
AT = "address => location.pathname + location.search === address && document.getElementById('drawn')?.dataset.path === location.pathname"
NETWORK = "console: Failed to load resource"
TIMES = """
(() => {
  const times = (window.times = { asked: [], told: [], moved: [] });
  const [fetch, replace] = [window.fetch, history.replaceState];
  window.fetch = async (...given) => {
    const of = String(given[0]).includes("/api/v1/classes/") && given[1].method;
    if (of === "GET") times.asked.push(Date.now());
    const answer = await fetch(...given);
    if (of === "PUT") times.told.push(Date.now());
    return answer;
  };
  history.replaceState = (...given) => (times.moved.push(Date.now()), replace.apply(history, given));
})();
"""


class Pupil(Reader):
    """Somebody in a class; ``polls`` are the times that the page asked what is shown."""

    def __init__(self, page: Page, site: str) -> None:
        super().__init__(page, site)
        self.polls = 0
        page.set_default_timeout(PATIENCE)
        page.on("request", self._counted)

    def _counted(self, request) -> None:
        self.polls += bool(re.search(r"/api/v1/classes/[^/]+$", request.url) and request.method == "GET")

    def says(self, words: str | re.Pattern) -> None:
        expect(self.page.locator("#class-bar")).to_contain_text(words, timeout=PATIENCE)

    def sees(self, address: str) -> None:
        self.page.wait_for_function(AT, arg=address)

    def times(self, of: str) -> list[int]:
        """When the page asked what is shown, told what is shown, or was moved by it, since it was opened."""
        return self.page.evaluate("of => window.times[of]", of)

    def ask(self, **changes: str | None) -> None:
        """Change the view, as any control does."""
        self.page.evaluate("changes => window.asReportedSite.change(changes)", changes)


def meeting(browser: Browser, site: str, *tabs: int) -> Iterator[list[Pupil]]:
    """People who share nothing that the site keeps: so many with a tab each at every browser, the first is the teacher."""
    with ExitStack() as stack:
        met = []
        for number in tabs:
            context = stack.enter_context(browser.new_context(viewport={"width": 1366, "height": 768}, reduced_motion="reduce"))
            context.add_init_script(WATCH)
            context.add_init_script(TIMES)
            met += [stack.enter_context(Pupil(context.new_page(), site)) for _ in range(number)]
        yield met
        assert [words for one in met for words in one.trouble if not words.startswith(NETWORK)] == []


@pytest.fixture
def people(browser: Browser, tiny_site: str) -> Iterator[list[Pupil]]:
    """A teacher and five students."""
    yield from meeting(browser, tiny_site, *[1] * 6)


@pytest.fixture
def pair(browser: Browser, tiny_site: str) -> Iterator[list[Pupil]]:
    """A teacher and a student."""
    yield from meeting(browser, tiny_site, 1, 1)


def begin(teacher: Pupil) -> str:
    """Start a class from the page of classes; returns its code as it stands on the wall."""
    teacher.open("/class").choose("Start a live class")
    wall = teacher.page.locator("#class-code")
    expect(wall.locator("img")).to_have_js_property("complete", True)
    code = wall.locator(".class-large").inner_text()
    wall.get_by_role("button", name="Close").click()
    teacher.says(code)
    return code


def they_come(code: str, teacher: Pupil, *students: Pupil) -> None:
    """They come: one types the code, the others have its address."""
    typed, asked, other, *rest = students
    typed.open("/class").page.get_by_label("Code of the class").fill(code.lower().replace(" ", "-"))
    typed.page.keyboard.press("Enter")
    for student in (asked, other, *rest):
        student.page.goto(f"{student.site}/class/{code.replace(' ', '')}")
    for student in students:
        student.sees("/method")
        student.says("This page goes along with the class.")
    expect(teacher.page.locator("#class-bar")).to_contain_text(re.compile("about [1-6]"), timeout=PATIENCE)
    assert code.replace(" ", "").lower() in teacher.page.evaluate("() => sessionStorage.getItem('as-reported-class')")
    assert [student.page.evaluate(KEPT) for student in students] == [["", [], ["as-reported-class"]]] * 5


def they_follow(code: str, teacher: Pupil, *students: Pupil) -> None:
    """Whatever the teacher does is on every page with its next question, and redraws only what it concerns."""
    teacher.follow("Timeline").posts()
    for student in students:
        student.sees("/")
        student.still().posts()
    told = len(teacher.times("told"))
    teacher.ask(kind="attack")
    teacher.page.wait_for_function("told => window.times.told.length > told", arg=told)
    shown = teacher.times("told")[-1]
    for student in students:
        student.sees("/?kind=attack")
        moved = student.times("moved")[-1]
        assert len([asked for asked in student.times("asked") if shown < asked <= moved]) <= 1
        assert "page.children" not in student.still().posts()
    sentence = teacher.still().sentence
    assert [student.sentence for student in students] == [sentence] * 5


def one_looks_around(code: str, teacher: Pupil, *students: Pupil) -> None:
    """One looks around: the others go on, and the way back leads to where the class is."""
    typed, asked, other, *rest = students
    other.ask(q="drone")
    other.says("You are looking around.")
    teacher.ask(rows="table")
    for student in (typed, asked, *rest):
        student.sees("/?kind=attack&rows=table")
    other.says("Views since then: 1")
    assert other.address == "/?kind=attack&q=drone"
    other.choose("Return to the class").sees("/?kind=attack&rows=table")
    other.says("This page goes along with the class.")


def pages_are_loaded_again(code: str, teacher: Pupil, *students: Pupil) -> None:
    """A reload of anybody goes on."""
    asked = students[1]
    asked.reload().says("This page goes along with the class.")
    teacher.reload().says(code)
    teacher.follow("Sources")
    for student in students:
        student.sees("/sources")


def a_connection_is_lost(code: str, teacher: Pupil, *students: Pupil) -> None:
    """A connection is lost, and found."""
    typed, *_, last = students
    typed.page.context.set_offline(True)
    typed.says("Connection lost, trying again.")
    teacher.follow("Classroom")
    last.sees("/classroom")
    assert typed.address == "/sources"
    typed.page.context.set_offline(False)
    typed.sees("/classroom")
    typed.says("This page goes along with the class.")
    teacher.page.route("**/api/v1/classes/**", lambda route: route.abort())
    bar = teacher.page.locator("#class-bar")
    expect(bar).to_contain_text("Connection lost, trying again.", timeout=7_000)
    expect(bar).not_to_contain_text("about")
    teacher.page.unroute("**/api/v1/classes/**")
    teacher.says(re.compile("about [1-6]"))


def there_is_a_pause(code: str, teacher: Pupil, *students: Pupil) -> None:
    """A pause keeps the class where it is; the server being away keeps the teacher's page trying."""
    asked = students[1]
    teacher.choose("Pause").says("Paused: the class keeps its view.")
    teacher.follow("Method")
    for _ in range(3):
        asked.page.wait_for_event("request", lambda request: "/api/v1/classes/" in request.url)
    assert asked.address == "/classroom"
    teacher.page.route("**/api/v1/classes/*", lambda route: route.abort())
    teacher.choose("Go on").says("Connection lost, trying again.")
    teacher.page.unroute("**/api/v1/classes/*")
    for student in students:
        student.sees("/method")


def it_ends(code: str, teacher: Pupil, *students: Pupil) -> None:
    """It ends for everybody; nothing of it stays, and nobody asks any more."""
    asked = students[1]
    teacher.page.once("dialog", lambda dialog: dialog.accept())
    teacher.choose("End class")
    for one in (teacher, *students):
        one.says("The class has ended.")
        assert one.page.evaluate(KEPT) == ["", [], []]
    polls = [student.polls for student in students]
    asked.choose("Close")
    expect(asked.page.locator("#class-bar")).to_be_hidden()
    assert asked.focus == "MAIN"
    asked.open(f"/class/{code.replace(' ', '').lower()}")
    expect(asked.page.get_by_role("heading", level=1)).to_have_text(f"The class {code} has ended")
    asked.follow("Read the timeline by yourself").sees("/")
    assert [student.polls for student in students] == polls


def test_five_students_follow_their_teacher_through_a_lesson(people: list[Pupil]):
    code = begin(people[0])
    people[0].follow("Method")
    for part in (they_come, they_follow, one_looks_around, pages_are_loaded_again, a_connection_is_lost, there_is_a_pause, it_ends):
        part(code, *people)


def test_what_a_teacher_answers_is_not_sent_to_the_class(visitor: Reader):
    visitor.open("/class").choose("Start a live class")
    visitor.page.locator("#class-code").get_by_role("button", name="Close").click()
    told = "/api/v1/classes/"
    with visitor.page.expect_request(lambda request: told in request.url and request.method == "PUT") as sent:
        visitor.page.goto(f"{visitor.site}/stories/an-announcement?step=2&answered=2")
    assert sent.value.post_data_json == {"view": "/stories/an-announcement?step=2"}
    expect(visitor.page.locator(".step-now .predict")).to_contain_text("1 origin.")


def test_only_the_button_of_the_teacher_reveals_to_the_class(browser: Browser, site: str):
    for teacher, student in meeting(browser, site, 1, 1):
        code = begin(teacher)
        teacher.open("/stories/an-announcement?step=2").says("your own answer does not reveal it")
        student.page.goto(f"{site}/class/{code.replace(' ', '')}")
        student.sees("/stories/an-announcement?step=2")
        student.still()
        open_step(teacher).get_by_label("More than one").check()
        teacher.choose("Keep my answer and show")
        expect(open_step(teacher)).to_contain_text("1 origin.")
        for _ in range(3):
            student.page.wait_for_event("request", lambda request: "/api/v1/classes/" in request.url)
        assert "1 origin." not in open_step(student).inner_text()
        teacher.choose("Reveal to the class").says("Revealed to the class.")
        expect(open_step(student)).to_contain_text("1 origin.", timeout=PATIENCE)
        student.says("Your teacher has revealed what was hidden here.")
        view = "/incidents/20231109-asad-three-strikes"
        teacher.open(f"{view}?hide=corroboration").says("your own answer does not reveal it")
        student.sees(f"{view}?hide=corroboration")
        teacher.page.locator(".predict textarea:not([aria-hidden])").fill("two")
        teacher.choose("Keep my answer and show").says("your own answer does not reveal it")
        assert teacher.address == view
        for _ in range(3):
            student.page.wait_for_event("request", lambda request: "/api/v1/classes/" in request.url)
        assert student.address == f"{view}?hide=corroboration"
        teacher.choose("Reveal to the class").says("Revealed to the class.")
        student.sees(view)
        student.says("Your teacher has revealed what was hidden here.")


def open_step(someone: Pupil) -> Locator:
    return someone.page.locator(".step-now .predict")


def test_the_bar_of_a_class_stands_in_nobodys_way(pair: list[Pupil]):
    teacher, student = pair
    code = begin(teacher)
    teacher.open("/?kind=attack").says(code)
    student.page.goto(f"{student.site}/class/{code.replace(' ', '')}")
    student.sees("/?kind=attack")
    student.still().ask(q="drone")
    teacher.ask(q="pier")
    student.says("Views since then: 1")
    for one in (teacher, student):
        assert in_both_schemes(one.still()) == NOTHING
        one.resize(320, 640).page.emulate_media(color_scheme="light")
        assert found(one, TAGS) == []
        assert (one.page.evaluate(WIDER), one.page.evaluate(SMALL)) == ([], [])
    teacher.choose("Show code")
    assert found(teacher, TAGS) == []
    teacher.press("Escape")
    assert teacher.focus == "Show code"


@pytest.mark.parametrize("address", ["/class", "/class/cdf234"])
def test_the_page_for_a_code_leaves_axe_nothing_and_asks_nothing(reader: Reader, address: str):
    asked = []
    reader.page.on("request", lambda request: asked.append(request.url))
    assert in_both_schemes(reader.open(address)) == NOTHING
    reader.resize(320, 640).page.emulate_media(color_scheme="light")
    assert found(reader, TAGS) == []
    assert (reader.page.evaluate(WIDER), reader.page.evaluate(SMALL)) == ([], [])
    assert reader.page.get_by_label("Code of the class").bounding_box()["width"] > 150  # room for six large letters
    assert [url for url in asked if "/api/" in url] == []
    reader.trouble[:] = [words for words in reader.trouble if not words.startswith(NETWORK)]  # 404, as the API answers
