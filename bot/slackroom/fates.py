"""What becomes of people and channels later: a guest's rank, another id, the end of a channel."""

from dataclasses import replace

from bot.slackroom import events
from bot.slackroom.places import put_channel
from bot.slackroom.seen import Change, Json
from bot.slackroom.state import State


class Fates:
    """The part of a room in which what stands becomes something else."""

    _state: State

    def unarchive(self, channel: str) -> None:
        """Bring an archived channel back: channel_unarchive or group_unarchive."""
        with self._state.lock:
            seen = replace(self._state.channel(channel), archived=False)
            put_channel(self._state, seen)
            self._tell_app(seen.id, {"type": f"{seen.kind}_unarchive", "channel": seen.id})

    def unshare(self, channel: str) -> None:
        """End Slack Connect: channel_unshared."""
        with self._state.lock:
            seen = replace(self._state.channel(channel), shared=False)
            put_channel(self._state, seen)
            told = {"type": "channel_unshared", "channel": seen.id, "is_ext_shared": False}
            left = {"previously_connected_team_id": "T0OUTSIDE"}
            self._tell_app(seen.id, told | left)

    def delete_channel(self, channel: str) -> None:
        """Delete a channel: channel_deleted or group_deleted; nobody finds it from now on."""
        with self._state.lock:
            seen = self._state.channel(channel)
            self._tell_app(seen.id, {"type": f"{seen.kind}_deleted", "channel": seen.id})
            del self._state.tables.channels[seen.id]
            self._state.tell(Change("channel", seen.id))

    def change_id(self, channel: str) -> str:
        """Give a channel another id, as a move between workspaces does: channel_id_changed."""
        with self._state.lock:
            old, tables = self._state.channel(channel), self._state.tables
            new = replace(old, id=self._state.new_id("C"))
            del tables.channels[old.id]
            messages = tables.messages.pop(old.id)
            tables.messages[new.id] = {
                ts: replace(message, channel=new.id) for ts, message in messages.items()
            }
            put_channel(self._state, new)
            told = {"old_channel_id": old.id, "new_channel_id": new.id}
            self._tell_app(new.id, {"type": "channel_id_changed", **told})
        return new.id

    def make_guest(self, person: str, *, guest: bool = True) -> None:
        """Make a full member a guest, or a guest a full member: user_change."""
        with self._state.lock:
            seen = replace(self._state.person(person), guest=guest)
            self._state.tables.people[seen.id] = seen
            self._state.tell(Change("person", user=seen.id))
            rank = {"is_restricted": guest, "is_ultra_restricted": guest}
            user = {"id": seen.id, "team_id": self._state.team_id, "name": seen.name, **rank}
            events.send(self._state, {"type": "user_change", "user": user})

    def _tell_app(self, channel: str, event: Json) -> None:
        seen = self._state.channel(channel)
        events.send(self._state, event | {"event_ts": self._state.new_ts()}, seen)
