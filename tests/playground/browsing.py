"""The system's Chromium for tests: in CI it must be there, elsewhere its tests are skipped."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect, sync_playwright

CHROMIUM = Path("/usr/bin/chromium")
PATIENCE = 60_000  # milliseconds; a busy machine takes seconds for an article

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
