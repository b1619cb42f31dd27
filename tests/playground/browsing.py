"""The system's Chromium for tests, and the page in it: in CI it must be there, else they skip."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import (
    Browser,
    ConsoleMessage,
    Page,
    Request,
    ViewportSize,
    expect,
    sync_playwright,
)

CHROMIUM = Path("/usr/bin/chromium")
PATIENCE = 60_000  # milliseconds; a busy machine takes seconds for an article

DESK = ViewportSize(width=1280, height=800)
PHONE = ViewportSize(width=400, height=800)

on_both = pytest.mark.parametrize("page", [DESK, PHONE], ids=["desk", "phone"], indirect=True)

expect.set_options(timeout=PATIENCE)


@contextmanager
def chromium() -> Iterator[Browser]:
    """Start Chromium without a window."""
    if not CHROMIUM.exists():
        line = f"no Chromium at {CHROMIUM}: the page is not tried in a browser"
        pytest.fail(line) if os.environ.get("CI") else pytest.skip(line)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=str(CHROMIUM), args=["--no-sandbox", "--disable-dev-shm-usage"]
        )
        yield browser
        browser.close()


@contextmanager
def visited(browser: Browser, address: str, viewport: ViewportSize) -> Iterator[Page]:
    """Open the page; a fault that it logs, or a request to elsewhere, fails the test."""
    context = browser.new_context(viewport=viewport)
    context.set_default_timeout(PATIENCE)
    page = context.new_page()
    faults: list[str] = []

    def on_console(message: ConsoleMessage) -> None:
        refusal = "409 (Conflict)" in message.text  # told to the person, and logged by Chromium
        if message.type in {"error", "warning"} and not refusal:
            faults.append(message.text)

    def on_request(request: Request) -> None:
        if not request.url.startswith(address):
            faults.append(request.url)

    page.on("console", on_console)
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("request", on_request)
    page.goto(address)
    expect(page.get_by_role("heading", name="Try it")).to_be_visible()
    yield page
    assert faults == []
    context.close()


def paste(page: Page, number: int) -> None:
    """Paste an article of the first story by the card's button."""
    page.get_by_role("button", name=f"Paste article {number} into #world").first.click()


def two_articles(page: Page) -> None:
    """Paste two articles and wait for the reply under the second."""
    paste(page, 1)
    expect(page.get_by_text("reacted with memo")).to_be_attached()
    paste(page, 2)
    expect(page.get_by_role("button", name="1 reply")).to_be_visible()


def tab_to(page: Page, name: str) -> None:
    """Press Tab until what has the focus is called so; fail after a whole round."""
    called = "document.activeElement.ariaLabel ?? document.activeElement.textContent"
    for _ in range(100):
        page.keyboard.press("Tab")
        if str(page.evaluate(called)).startswith(name):
            return
    raise AssertionError(f"Tab leads to nothing called {name}")
