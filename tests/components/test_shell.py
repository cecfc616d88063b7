"""What surrounds every page."""

from dashboard.components import shell
from dashboard.dataset import Dataset
from dashboard.pages import MENU
from tests.components.tree import of, parts, words


def test_the_first_thing_the_keyboard_meets_leads_past_the_menu(tiny: Dataset):
    frame = shell.shell(tiny, MENU)
    links = [part for part in parts(frame) if part._type in ("A", "Link", "Button")]
    assert (links[0].children, links[0].href) == ("Skip to the content", f"#{shell.PAGE}")
    (main,) = of(frame, "Main")
    assert (main.id, main.tabIndex) == (shell.PAGE, "-1")


def test_the_menu_lists_the_pages_in_their_order(tiny: Dataset):
    (nav,) = of(shell.shell(tiny, MENU), "Nav")
    assert getattr(nav, "aria-label")
    assert [(link.href, link.children) for link in of(nav, "Link")] == list(MENU)


def test_there_is_one_live_region_for_what_buttons_did(tiny: Dataset):
    (said,) = of(shell.shell(tiny, MENU), "Div", id="said")
    assert (said.role, getattr(said, "aria-live")) == ("status", "polite")


def test_the_footer_names_version_and_licence(tiny: Dataset):
    footer = words(of(shell.shell(tiny, MENU), "Footer"))
    assert f"data 0.0.1 ({tiny.digest})" in footer
    assert "no cookies" in footer


def test_light_and_dark_follow_the_system_and_motion_is_respected(tiny: Dataset):
    frame = shell.shell(tiny, MENU)
    assert frame.defaultColorScheme == "auto"
    assert frame.theme["respectReducedMotion"] is True
