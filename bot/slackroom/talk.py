"""What people (and other bots) write: posting, editing, deleting, unfurling, reacting."""

import uuid
from collections.abc import Sequence
from dataclasses import replace

from bot.slackroom import events, posts
from bot.slackroom.places import join
from bot.slackroom.reactions import add_reaction
from bot.slackroom.seen import Change, ChannelSeen, Json, Message, PersonSeen, Refused
from bot.slackroom.state import State
from bot.slackroom.wire import Names, Wired, wired


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
        would not let the person post: archived, private without being a member, or a thread under
        nothing or under a reply.
        """
        with self._state.lock:
            writer = self._state.person(person)
            place_in = self._entered(self._state.channel(channel), writer.id)
            self._check_thread(place_in, thread_ts)
            form = self._wired(text)
            message = Message(
                channel=place_in.id,
                ts=self._state.new_ts(),
                user=writer.id,
                text=form.text,
                blocks=form.blocks,
                thread_ts=thread_ts,
                client_msg_id=str(uuid.uuid4()),
            )
            posts.place(self._state, message)
            self._mention(message, place_in)
        return message.ts

    def edit(self, channel: str, ts: str, text: str) -> None:
        """Edit a person's message as typed text: message_changed with previous_message."""
        with self._state.lock:
            form = self._wired(text)
            edited = replace(
                self._find(channel, ts),
                text=form.text,
                blocks=form.blocks,
                attachments=(),
                edited=self._state.new_ts(),
            )
            posts.change(self._state, edited)

    def delete(self, channel: str, ts: str) -> None:
        """Delete a message: message_deleted with previous_message.

        A parent with replies stays as a tombstone, and as in Slack the app then gets NOT
        message_deleted but message_changed with message.subtype "tombstone"; when its last reply
        goes too, message_deleted follows for the tombstone.
        """
        with self._state.lock:
            posts.remove(self._state, self._find(channel, ts))

    def unfurl(self, channel: str, ts: str, attachments: Sequence[Json]) -> None:
        """Show link previews under a message: message_changed, hidden, the text unchanged."""
        with self._state.lock:
            shown = replace(self._find(channel, ts), attachments=tuple(attachments))
            posts.change(self._state, shown)

    def bot_post(self, name: str, channel: str, text: str, thread_ts: str = "") -> str:
        """Post as another app's bot, `text` in wire form already; return the ts.

        The bot is added when first named. The event has subtype bot_message, as from an incoming
        webhook, and a bot_id, no user.
        """
        with self._state.lock:
            bot = self._other_bot(name)
            message = Message(
                channel=self._state.channel(channel).id,
                ts=self._state.new_ts(),
                user="",
                text=text,
                thread_ts=thread_ts,
                subtype="bot_message",
                bot_id=bot.bot_id,
            )
            posts.place(self._state, message)
        return message.ts

    def react(self, person: str, channel: str, ts: str, name: str) -> None:
        """Add a person's reaction: reaction_added (only if the app asks for that event)."""
        with self._state.lock:
            add_reaction(self._state, self._find(channel, ts), self._state.person(person).id, name)

    def _find(self, channel: str, ts: str) -> Message:
        stored = self._state.tables.messages[self._state.channel(channel).id]
        if ts not in stored or stored[ts].deleted:
            raise LookupError(f"no message {ts} stands in {channel}")
        return stored[ts]

    def _entered(self, channel: ChannelSeen, user: str) -> ChannelSeen:
        """Let a person into a public channel; raise Refused where Slack's client would."""
        if channel.archived:
            raise Refused(f"#{channel.name} is archived: nobody can post there")
        if user in channel.members:
            return channel
        if channel.kind != "channel":
            raise Refused(f"{user} is not a member of {channel.name or channel.id}")
        return join(self._state, channel, user)

    def _check_thread(self, channel: ChannelSeen, thread_ts: str) -> None:
        parent = self._state.tables.messages[channel.id].get(thread_ts)
        if thread_ts and (parent is None or parent.is_reply):
            raise Refused(f"there is no thread {thread_ts} in {channel.name or channel.id}")

    def _wired(self, text: str) -> Wired:
        return wired(text, names(self._state), self._state.new_id("b"))

    def _mention(self, message: Message, channel: ChannelSeen) -> None:
        """Send app_mention beside the message event when the text names the bot."""
        if f"<@{self._state.bot.id}>" in message.text and channel.kind != "im":
            event = {**posts.in_history(self._state, message), "type": "app_mention"}
            where = {"channel": channel.id, "event_ts": message.ts}
            events.send(self._state, event | where, channel)

    def _other_bot(self, name: str) -> PersonSeen:
        people = self._state.tables.people
        known = [one for one in people.values() if one.name == name and one.bot_id]
        if known:
            return known[0]
        bot = PersonSeen(self._state.new_id("U"), name, "Etc/UTC", bot_id=self._state.new_id("B"))
        people[bot.id] = bot
        self._state.tell(Change("person", user=bot.id))
        return bot


def names(state: State, *, labelled: bool = False) -> Names:
    """Tell the composer whom and what a text can name."""
    users = {one.name: one.id for one in state.tables.people.values()}
    channels = {one.name: one.id for one in state.tables.channels.values() if one.name}
    return Names(lambda name: users.get(name, ""), lambda name: channels.get(name, ""), labelled)
