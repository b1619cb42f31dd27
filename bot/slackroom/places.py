"""Setting the scene: people, channels, who is in them, and what becomes of them."""

from collections.abc import Iterable
from dataclasses import replace

from bot.slackroom import events
from bot.slackroom.envelopes import message_event
from bot.slackroom.seen import Change, ChannelSeen, Json, PersonSeen
from bot.slackroom.state import State

TYPE_LETTERS = {"channel": "C", "group": "G", "im": "D"}  # of membership events


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
        another workspace who is met in shared channels (is_stranger, another team_id). The app is
        told of all others: team_join.
        """
        person = PersonSeen(self._state.new_id("U"), name, tz, guest=guest, outside=outside)
        with self._state.lock:
            self._state.tables.people[person.id] = person
            self._state.tell(Change("person", user=person.id))
            if not outside:
                rank = {"is_restricted": guest, "is_ultra_restricted": guest}
                user = {"id": person.id, "team_id": self._state.team_id, "name": name, **rank}
                events.send(self._state, {"type": "team_join", "user": user})
        return person.id

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
        ids = tuple(self._state.person(member).id for member in members)
        kind = "group" if private else "channel"
        return add_channel(
            self._state,
            ChannelSeen(self._state.new_id("C"), name, kind, topic, shared, members=ids),
        ).id

    def open_dm(self, person: str) -> str:
        """Return the id ("D…") of the direct messages between the person and the bot."""
        return direct_messages(self._state, self._state.person(person).id).id

    def invite(self, channel: str, person: str) -> None:
        """Bring a person in: member_joined_channel, if the bot is a member."""
        with self._state.lock:
            join(self._state, self._state.channel(channel), self._state.person(person).id)

    def leave(self, channel: str, person: str) -> None:
        """Take a person out: member_left_channel, if the bot is a member."""
        with self._state.lock:
            leave(self._state, self._state.channel(channel), self._state.person(person).id)

    def invite_bot(self, channel: str, by: str = "") -> None:
        """Bring the bot in: member_joined_channel with the bot as user and `by` as inviter."""
        inviter = self._state.person(by).id if by else ""
        with self._state.lock:
            join(self._state, self._state.channel(channel), self._state.bot.id, inviter)

    def kick_bot(self, channel: str) -> None:
        """Take the bot out: channel_left or group_left, and no more events from there."""
        with self._state.lock:
            seen = self._state.channel(channel)
            kind = "group_left" if seen.kind == "group" else "channel_left"
            self._send(seen, {"type": kind, "channel": seen.id})
            leave(self._state, seen, self._state.bot.id)

    def archive(self, channel: str) -> None:
        """Archive: channel_archive or group_archive; calls answer is_archived from now on."""
        with self._state.lock:
            seen = replace(self._state.channel(channel), archived=True)
            put_channel(self._state, seen)
            self._send(seen, {"type": f"{seen.kind}_archive", "channel": seen.id})

    def rename(self, channel: str, name: str) -> None:
        """Rename: channel_rename or group_rename; the id stays."""
        with self._state.lock:
            seen = replace(self._state.channel(channel), name=name)
            put_channel(self._state, seen)
            renamed = {"id": seen.id, "name": name, "created": int(self._state.clock())}
            self._send(seen, {"type": f"{seen.kind}_rename", "channel": renamed})

    def make_private(self, channel: str) -> None:
        """Turn a public channel private: channel_convert_to_private; members and id stay.

        A message of that subtype says so in the channel.
        """
        with self._state.lock:
            seen = self._turned(channel, "group", "private")
            self._send(seen, {"type": "channel_convert_to_private", "channel": seen.id})

    def make_public(self, channel: str) -> None:
        """Turn a private channel public; members and id stay, and a message says so there."""
        with self._state.lock:
            self._turned(channel, "channel", "public")

    def _turned(self, channel: str, kind: str, called: str) -> ChannelSeen:
        seen = replace(self._state.channel(channel), kind=kind)
        put_channel(self._state, seen)
        people = (*seen.members, *self._state.tables.people)  # an admin may be outside
        who = next((one for one in people if one != self._state.bot.id), "USLACKBOT")
        said = {"text": f"made this channel {called}", "user": who, "ts": self._state.new_ts()}
        told = {**said, "subtype": f"channel_convert_to_{called}"}
        events.send(self._state, message_event(seen, told), seen)
        return seen

    def share(self, channel: str) -> None:
        """Share with another workspace (Slack Connect): channel_shared."""
        with self._state.lock:
            seen = replace(self._state.channel(channel), shared=True)
            put_channel(self._state, seen)
            told = {"type": "channel_shared", "channel": seen.id, "connected_team_id": "T0OUTSIDE"}
            self._send(seen, told)

    def uninstall(self) -> None:
        """Remove the app: app_uninstalled and tokens_revoked; calls answer account_inactive."""
        with self._state.lock:
            revoked = {"type": "tokens_revoked", "tokens": {"bot": [self._state.bot.id]}}
            events.send(self._state, revoked)
            events.send(self._state, {"type": "app_uninstalled"})
            self._state.uninstall()

    def _send(self, channel: ChannelSeen, event: Json) -> None:
        events.send(self._state, event | {"event_ts": self._state.new_ts()}, channel)


def add_channel(state: State, channel: ChannelSeen) -> ChannelSeen:
    """Give a channel its place in the tables."""
    with state.lock:
        state.tables.messages[channel.id] = {}
        put_channel(state, channel)
    return channel


def put_channel(state: State, channel: ChannelSeen) -> None:
    """Let a channel stand so from now on."""
    state.tables.channels[channel.id] = channel
    state.tell(Change("channel", channel.id))


def direct_messages(state: State, user: str) -> ChannelSeen:
    """Find or open the direct messages between a person and the bot."""
    with state.lock:
        pair = (user, state.bot.id)
        for channel in state.tables.channels.values():
            if channel.kind == "im" and channel.members == pair:
                return channel
        return add_channel(state, ChannelSeen(state.new_id("D"), "", "im", members=pair))


def join(state: State, channel: ChannelSeen, user: str, inviter: str = "") -> ChannelSeen:
    """Make somebody a member and tell the app; joining twice changes nothing."""
    if user in channel.members:
        return channel
    joined = replace(channel, members=(*channel.members, user))
    put_channel(state, joined)
    event = _membership(state, "member_joined_channel", channel, user)
    events.send(state, event | ({"inviter": inviter} if inviter else {}), joined)
    return joined


def leave(state: State, channel: ChannelSeen, user: str) -> None:
    """End a membership and tell the app; leaving twice changes nothing."""
    if user in channel.members:
        rest = tuple(one for one in channel.members if one != user)
        left = replace(channel, members=rest)
        put_channel(state, left)
        events.send(state, _membership(state, "member_left_channel", channel, user), left)


def _membership(state: State, kind: str, channel: ChannelSeen, user: str) -> Json:
    return {
        "type": kind,
        "user": user,
        "channel": channel.id,
        "channel_type": TYPE_LETTERS[channel.kind],
        "team": state.team_id,
        "event_ts": state.new_ts(),
    }
