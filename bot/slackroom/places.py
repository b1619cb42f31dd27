"""Setting the scene: people, channels, who is in them, and what becomes of them."""

from collections.abc import Iterable

from bot.slackroom.state import State


class Places:
    """The part of a room that adds and moves people and channels.

    `person` is a user id or a name, `channel` a channel id or a name, here and everywhere; unknown
    ones raise KeyError.
    """

    _state: State

    def add_person(
        self, name: str, *, guest: bool = False, outside: bool = False, tz: str = "Etc/UTC"
    ) -> str:
        """Add a person and return the user id ("U…").

        `guest` is a single-channel guest (users.info is_ultra_restricted), `outside` a person of
        another workspace who is met in shared channels (is_stranger, another team_id).
        """
        raise NotImplementedError

    def add_channel(
        self,
        name: str,
        *,
        private: bool = False,
        shared: bool = False,
        members: Iterable[str] = (),
        topic: str = "",
    ) -> str:
        """Add a channel and return its id ("C…"). The bot is not in it until `invite_bot`."""
        raise NotImplementedError

    def open_dm(self, person: str) -> str:
        """Return the id ("D…") of the direct messages between the person and the bot."""
        raise NotImplementedError

    def invite(self, channel: str, person: str) -> None:
        """Bring a person in: member_joined_channel, if the bot is a member."""
        raise NotImplementedError

    def leave(self, channel: str, person: str) -> None:
        """Take a person out: member_left_channel, if the bot is a member."""
        raise NotImplementedError

    def invite_bot(self, channel: str, by: str = "") -> None:
        """Bring the bot in: member_joined_channel with the bot as user and `by` as inviter."""
        raise NotImplementedError

    def kick_bot(self, channel: str) -> None:
        """Take the bot out: channel_left or group_left, and no more events from there."""
        raise NotImplementedError

    def archive(self, channel: str) -> None:
        """Archive: channel_archive or group_archive; calls answer is_archived from now on."""
        raise NotImplementedError

    def rename(self, channel: str, name: str) -> None:
        """Rename: channel_rename or group_rename; the id stays."""
        raise NotImplementedError

    def make_private(self, channel: str) -> None:
        """Turn a public channel private: channel_convert_to_private; members and id stay."""
        raise NotImplementedError

    def share(self, channel: str) -> None:
        """Share with another workspace (Slack Connect): channel_shared."""
        raise NotImplementedError

    def uninstall(self) -> None:
        """Remove the app: app_uninstalled and tokens_revoked; calls answer account_inactive."""
        raise NotImplementedError
