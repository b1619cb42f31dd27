"""What people are called, by Slack's own word."""

import threading
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from bot.desk.ports import Clock
from bot.sender.clients import Clients
from bot.sender.outcomes import Outcome
from bot.sender.slack import person_info

FRESH = timedelta(hours=1)
SOMEBODY = "somebody"


class People:
    """Looks people's names up; an answer is good for an hour, and nothing is written down."""

    def __init__(self, clients: Clients, clock: Clock) -> None:
        self._clients = clients
        self._clock = clock
        self._lock = threading.Lock()
        self._known: dict[tuple[str, str], tuple[datetime, str]] = {}

    def __call__(self, workspace: str, person: str) -> str:
        """Return the name that a person goes by, "somebody" where Slack does not say."""
        now = self._clock()
        with self._lock:
            asked, known = self._known.get((workspace, person), (now - FRESH, ""))
        if known and now - asked < FRESH:
            return known
        name = self._ask(workspace, person)
        with self._lock:
            self._known[workspace, person] = (now, name)
        return name

    def _ask(self, workspace: str, person: str) -> str:
        try:
            return name_from(person_info(self._clients(workspace), person))
        except Outcome:
            return SOMEBODY  # a mark is told all the same


def name_from(info: Mapping[str, Any]) -> str:
    """Return the display name, else the real name."""
    profile = info.get("profile") or {}
    names = (profile.get("display_name"), profile.get("real_name"), info.get("name"))
    return next((name for name in names if name), SOMEBODY)
