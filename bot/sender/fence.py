"""That between the making of words and their leaving no known door of the workspace has turned."""

from collections.abc import Callable
from contextlib import suppress

from bot.desk.desk import Desk
from bot.newsroom.post import Posting
from bot.sender.outcomes import Busy
from bot.sender.slack import Slack

MOST_TURNS = 5
A_WHILE = 30.0  # seconds to wait after so many


class Turned(Exception):
    """A channel opened, closed or got other people since the words were made."""


class Fence:
    """Stands before Slack: lets words out only if all channels are as they were at their making.

    Words take a while to make, a digest seconds; an event may come meanwhile, in another process
    too. What leaves at this very moment is taken back, see `Forgetting.showed`.
    """

    def __init__(self, desk: Desk, slack: Slack) -> None:
        self._desk = desk
        self._slack = slack
        self._workspace = ""
        self._doors = frozenset[tuple[str, str, bool]]()

    def said(self, posting: Posting, say: Callable[[Posting], str]) -> str:
        """Say a letter; where a channel turned while its words were made, in words made anew.

        Raises Busy where they turn all the time, and what saying raises.
        """
        self._workspace = posting.letter.post.workspace
        for _ in range(MOST_TURNS):
            self._doors = self._desk.places.doors(self._workspace)
            with suppress(Turned):
                return say(posting)
        raise Busy(A_WHILE)

    def slack(self) -> Slack:
        """Return Slack, to be spoken to at once; raises Turned.

        A channel that nobody knew of when the words were made counted as closed: it takes nothing
        back, however many come at once.
        """
        if self._doors - self._desk.places.doors(self._workspace):
            raise Turned
        return self._slack
