"""Every other surface on the page: shortcuts, the app's own place, files, forms that say no."""

import re
from pathlib import Path

from playwright.sync_api import Locator, Page, expect

from tests.playground.browsing import (
    on_both,
    paste,
    tab_to,
    two_articles,
)

LINE = 45  # pixels of a button whose words stand in one line
CLAIM = re.compile(r"C-[0-9A-Z]{5}")


def _say(page: Page, words: str) -> None:
    box = page.get_by_role("combobox", name="Message ")
    box.fill(words)
    box.press("Enter")


def _answered(page: Page, words: str, answer: str) -> Locator:
    """Type a command and give the answer that holds these words."""
    _say(page, words)
    told = page.locator("#messages .only-you", has_text=answer).last
    expect(told).to_be_visible()
    return told


def _claim(page: Page) -> str:
    """Read two articles and name a claim of the second that has a figure."""
    two_articles(page)
    found = _answered(page, "/claim find additional soldiers", "newest first")
    name = CLAIM.search(found.inner_text())
    assert name
    return name[0]


def test_a_message_is_tracked_from_its_menu_by_keyboard(page: Page) -> None:
    _say(page, "The ministry said that 40 people had died.")
    expect(page.get_by_role("article", name="Ana")).to_be_visible()

    tab_to(page, "More actions")
    page.keyboard.press("Enter")
    page.keyboard.press("ArrowDown")
    expect(page.get_by_role("menuitem", name="Track claim")).to_be_focused()
    page.keyboard.press("Enter")
    dialog = page.get_by_role("dialog", name="Record a claim")
    expect(dialog.get_by_role("textbox", name="Text", exact=True)).to_have_value(
        "The ministry said that 40 people had died."
    )
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    expect(page.get_by_role("button", name="More actions")).to_be_focused()


@on_both
def test_the_app_has_a_home_and_direct_messages_and_arrows_go_between_them(page: Page) -> None:
    _answered(page, "/claim watch troops abroad", "You watch")
    menu = page.get_by_role("button", name="Channels")
    if menu.is_visible():
        menu.click()
    page.get_by_role("button", name="On the Record", exact=True).click()
    expect(page.get_by_text("Between you and On the Record alone")).to_be_visible()
    tab_to(page, "Messages")
    page.keyboard.press("ArrowLeft")
    home = page.get_by_role("tabpanel", name="Home")
    expect(home.get_by_role("heading", name="What you watch")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")

    home.get_by_role("button", name="Stop").press("Enter")
    expect(home).to_contain_text("You watch nothing yet")
    expect(home).to_be_focused()
    tab_to(page, "Home")
    page.keyboard.press("ArrowRight")
    expect(page.get_by_role("tab", name="Messages")).to_be_focused()
    _say(page, "help")
    expect(page.locator("#messages")).to_contain_text("/claim why [id or link]")


@on_both
def test_the_head_of_a_channel_stands_in_one_line(page: Page) -> None:
    menu = page.get_by_role("button", name="Channels")
    if menu.is_visible():
        menu.click()
    page.get_by_role("button", name="newsdesk").click()
    expect(page.get_by_role("heading", name="newsdesk")).to_be_visible()

    heights = [
        one.bounding_box() for one in page.locator("#channel > header button:visible").all()
    ]
    assert heights
    assert all(box and box["height"] < LINE for box in heights)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_how_a_figure_went_is_a_picture_and_an_export_is_a_file(
    page: Page, tmp_path: Path
) -> None:
    _answered(page, f"/claim history {_claim(page)}", "oldest first")
    page.get_by_role("button", name="Post with picture").click()
    picture = page.get_by_role("img", name="oldest first")
    expect(picture).to_be_visible()
    page.wait_for_function("n => n.naturalWidth > 0", arg=picture.element_handle())

    _answered(page, "/claim export", "would be in the file")
    page.get_by_role("button", name="Post as CSV").click()
    link = page.get_by_role("link", name=".csv")
    with page.expect_download() as saved:
        link.click()
    saved.value.save_as(tmp_path / "claims.csv")
    assert (tmp_path / "claims.csv").read_text(encoding="utf-8").startswith("id,quote,")
    headers = page.request.get(link.evaluate("n => n.href")).headers
    assert headers["content-disposition"].startswith("attachment;")
    assert (headers["content-type"], headers["x-content-type-options"]) == (
        "application/octet-stream",
        "nosniff",
    )


def test_a_form_that_says_no_keeps_what_was_typed_and_shows_where(page: Page) -> None:
    paste(page, 1)
    expect(page.get_by_text("reacted with memo")).to_be_attached()
    found = _answered(page, "/claim find soldiers", "newest first")
    name = CLAIM.search(found.inner_text())
    assert name
    _say(page, f"/claim status {name[0]}")

    dialog = page.get_by_role("dialog", name="Mark a claim")
    dialog.get_by_role("combobox").select_option("false")
    dialog.get_by_role("textbox", name="Link").fill("")
    dialog.get_by_role("button", name="Mark", exact=True).click()
    wrong = dialog.locator("[aria-invalid=true]")
    expect(wrong).to_be_focused()
    expect(dialog.get_by_role("combobox")).to_have_value("false")

    dialog.get_by_role("textbox", name="Note").fill("The office took it back.")
    dialog.get_by_role("button", name="Mark", exact=True).click()
    expect(dialog).to_be_hidden()


def test_how_a_command_goes_on_is_told_while_it_is_typed(page: Page) -> None:
    box = page.get_by_role("combobox", name="Message #world")

    box.fill("/claim ")
    expect(page.get_by_role("option", name="/claim <link>")).to_be_visible()
    box.fill("/claim status ")

    expect(page.get_by_role("option")).to_have_count(0)
    expect(box).to_have_accessible_description(re.compile(r"/claim status <id> \[mark\]"))
