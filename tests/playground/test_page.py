"""The page in a real browser: a newcomer's first minutes, by mouse and by keyboard alone."""

from playwright.sync_api import Locator, Page, expect

from tests.playground.browsing import (
    on_both,
    tab_to,
    two_articles,
)


@on_both
def test_two_articles_earn_a_reply_with_details(page: Page) -> None:
    two_articles(page)

    page.get_by_role("button", name="1 reply").click()
    thread = page.get_by_role("complementary", name="Thread")
    expect(thread).to_contain_text("The Harrow Post, 23 Jun 2025: a date does not fit; figures")
    expect(thread).to_contain_text("6,300 troops")
    thread.get_by_role("button", name="Details").click()
    dialog = page.get_by_role("dialog", name="What differs")
    expect(dialog).to_contain_text("Figure: About 4,500, now some 6,300.")
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    expect(thread.get_by_role("button", name="Details")).to_be_focused()
    page.get_by_role("button", name="Close thread").click()
    expect(page.get_by_role("button", name="1 reply")).to_be_focused()

    page.get_by_role("button", name="Next morning").click()
    expect(page.get_by_text("2 disputed").first).to_be_visible()
    expect(page.get_by_text("Next: ").first).to_be_visible()


def test_a_pair_called_unrelated_goes_out_of_the_reply(page: Page) -> None:
    two_articles(page)
    page.get_by_role("button", name="1 reply").click()

    page.get_by_role("button", name="Something wrong?").click()
    dialog = page.get_by_role("dialog", name="Something wrong?")
    expect(dialog.get_by_role("radio").first).to_be_focused()
    claim = dialog.get_by_role("combobox").input_value()
    boxes = _pairs_of(page, claim)
    asked = boxes.count()
    boxes.first.check()
    dialog.get_by_role("button", name="Not related").click()
    expect(dialog).to_be_hidden()

    page.get_by_role("button", name="Something wrong?").click()
    expect(_pairs_of(page, claim)).to_have_count(asked - 1)


def _pairs_of(page: Page, claim: str) -> Locator:
    """Say in the open modal that pairs of a claim are not related, and give the boxes to tick."""
    dialog = page.get_by_role("dialog", name="Something wrong?")
    dialog.get_by_role("radio", name="Not related").check()
    dialog.get_by_role("combobox").select_option(claim)
    dialog.get_by_role("button", name="Go on").click()
    boxes = dialog.get_by_role("checkbox")
    expect(boxes.first).to_be_focused()
    return boxes


def test_a_command_is_answered_to_the_one_who_asked(page: Page) -> None:
    box = page.get_by_role("combobox", name="Message #world")

    box.fill("/claim help")
    box.press("Enter")

    expect(page.get_by_text("Only visible to you")).to_be_visible()
    expect(page.locator("#messages")).to_contain_text("/claim why [id or link]")
    expect(box).to_have_value("")


def test_what_is_refused_is_told_beside_the_box_and_stays_in_it(page: Page) -> None:
    box = page.get_by_role("combobox", name="Message #world")

    box.fill("/shout hello")
    box.press("Enter")

    expect(page.locator("#box").get_by_role("alert")).to_contain_text("no command /shout")
    expect(box).to_have_value("/shout hello")


def test_a_message_is_edited_and_deleted_from_its_menu(page: Page) -> None:
    box = page.get_by_role("combobox", name="Message #world")
    box.fill("first <b>words</b>")
    box.press("Enter")
    message = page.get_by_role("article", name="Ana")
    expect(message).to_contain_text("first <b>words</b>")

    page.get_by_role("button", name="More actions").click()
    page.get_by_role("menuitem", name="Edit message").click()
    page.get_by_role("textbox", name="Edit message").fill("second & last")
    page.keyboard.press("Enter")
    expect(message).to_contain_text("second & last(edited)")

    page.get_by_role("button", name="More actions").click()
    page.get_by_role("menuitem", name="Delete message").click()
    page.get_by_role("dialog", name="Delete message").get_by_role("button", name="Delete").click()
    expect(message).to_have_count(0)


@on_both
def test_by_keyboard_alone(page: Page) -> None:
    """Tab to the first article, paste, complete a command, open the thread and its details."""
    tab_to(page, "Paste article 1 into #world")
    page.keyboard.press("Enter")
    expect(page.get_by_text("reacted with memo")).to_be_attached()
    tab_to(page, "Paste article 2 into #world")
    page.keyboard.press("Space")
    expect(page.get_by_role("button", name="1 reply")).to_be_visible()
    expect(page.locator("#announce")).to_contain_text("figures differ")

    tab_to(page, "1 reply")
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Close thread")).to_be_focused()
    tab_to(page, "Details")
    page.keyboard.press("Enter")
    expect(page.get_by_role("dialog", name="What differs")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_be_hidden()
    page.keyboard.press("Escape")
    expect(page.get_by_role("button", name="1 reply")).to_be_focused()

    tab_to(page, "Message #world")
    page.keyboard.type("/claim h")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Only visible to you")).to_be_visible()


@on_both
def test_ben_sees_what_ana_wrote_but_not_what_was_told_to_her_alone(page: Page) -> None:
    box = page.get_by_role("combobox", name="Message #world")
    for words in ("hello", "/claim help"):
        box.fill(words)
        box.press("Enter")
    expect(page.get_by_text("Only visible to you")).to_be_visible()

    _show_channels(page)
    page.get_by_role("radio", name="Ben").check(force=True)

    expect(page.get_by_text("Only visible to you")).to_have_count(0)
    expect(page.get_by_role("article", name="Ana")).to_contain_text("hello")
    expect(page.get_by_role("button", name="newsdesk")).to_have_count(0)


@on_both
def test_nothing_is_wider_than_the_window(page: Page) -> None:
    two_articles(page)
    page.get_by_role("button", name="1 reply").click()
    expect(page.get_by_role("button", name="Details")).to_be_visible()

    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def _show_channels(page: Page) -> None:
    menu = page.get_by_role("button", name="Channels")
    if menu.is_visible():
        menu.click()
