"""What people (and other bots) write: posting, editing, deleting, unfurling, reacting."""

from collections.abc import Sequence

from bot.slackroom.seen import Json
from bot.slackroom.state import State


class Talk:
    """The part of a room in which people write."""

    _state: State

    def post(self, person: str, channel: str, text: str, thread_ts: str = "") -> str:
        """Post what a person typed and return its ts.

        The typed text becomes Slack's wire form: URLs `<https://…>`, `&amp; &lt; &gt;`, @name and
        #channel as `<@U…>` and `<#C…>`, `code`, ```block``` and "> quote" as typed in `text` and
        as elements in the rich_text block. The app gets a message event if the bot is a member,
        and an app_mention too if the text names the bot (as @ and the bot's name).
        A person who is not in a public channel joins it first. Raises Refused where Slack's client
        would not let the person post: archived, or private without being a member.
        """
        raise NotImplementedError

    def edit(self, channel: str, ts: str, text: str) -> None:
        """Edit a person's message as typed text: message_changed with previous_message."""
        raise NotImplementedError

    def delete(self, channel: str, ts: str) -> None:
        """Delete a message: message_deleted with previous_message.

        A parent with replies stays as a tombstone (Slack's words "This message was deleted.").
        """
        raise NotImplementedError

    def unfurl(self, channel: str, ts: str, attachments: Sequence[Json]) -> None:
        """Show link previews under a message: message_changed, hidden, the text unchanged."""
        raise NotImplementedError

    def bot_post(self, name: str, channel: str, text: str, thread_ts: str = "") -> str:
        """Post as another app's bot, `text` in wire form already; return the ts.

        The bot is added when first named. The event has subtype bot_message, as from an incoming
        webhook, and a bot_id, no user.
        """
        raise NotImplementedError

    def react(self, person: str, channel: str, ts: str, name: str) -> None:
        """Add a person's reaction: reaction_added (only if the app asks for that event)."""
        raise NotImplementedError
