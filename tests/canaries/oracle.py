"""Who may see a word now, by what Slack itself would let people open; the bot is never asked."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime

from bot.slackroom.room import Room
from bot.slackroom.seen import ChannelSeen, PersonSeen

WORD = re.compile(r"zq[a-z]{4}x", re.IGNORECASE)
ID = re.compile(r"\bC-[0-9A-Z]{5}\b")


@dataclass
class Record:
    """A word as it was put on record: where, and whether everybody could read it there."""

    place: str
    open_then: bool
    ts: str = ""
    gone: bool = False
    ids: tuple[str, ...] = ()  # of the claims that were read there
    heard: bool = True  # the bot was in the channel
    until: datetime | None = None  # it shows in its own channel alone before that


@dataclass
class Canary:
    """A word that stands in one article, or in one person's note, and nowhere else."""

    word: str
    link: str = ""
    records: list[Record] = field(default_factory=list)
    touched: bool = False  # somebody worked with its claims: a deletion asks first


@dataclass
class Oracle:
    """Knows what was written where, and looks at the doors of the room."""

    room: Room
    now: Callable[[], datetime]
    canaries: dict[str, Canary] = field(default_factory=dict)
    abroad: set[str] = field(default_factory=set)  # words of another workspace

    def made(self, link: bool = False) -> Canary:  # noqa: FBT001, FBT002 - two kinds, no more
        """Return a canary with a word that was never used."""
        number = len(self.canaries) + len(self.abroad)
        letters = "".join(chr(ord("a") + number // 26**n % 26) for n in range(4))
        word = f"zq{letters}x"
        canary = Canary(word, f"https://{word}.example/{number}" if link else "")
        self.canaries[word] = canary
        return canary

    def recorded(self, canary: Canary, place: str, ts: str = "") -> None:
        """Remember that the canary is put on record at a place."""
        canary.records.append(Record(place, self.is_open(place), ts))

    def hold(self, canary: Canary, place: str, until: datetime | None) -> None:
        """Remember until when what a place has of a canary is under embargo."""
        for one in canary.records:
            if one.place == place and not one.gone:
                one.until = until

    def release(self, place: str) -> None:
        """Take it that nothing is under embargo any more at a place."""
        for canary in self.canaries.values():
            self.hold(canary, place, None)

    def held_until(self, canary: Canary, place: str) -> datetime | None:
        """Return until when what a place has of a canary is under embargo now, None for never."""
        held = [one for one in canary.records if one.place == place and self._is_held(one)]
        return max((one.until for one in held if one.until and not one.gone), default=None)

    def carried_off(self, said: str, channel: str) -> list[str]:
        """Return the words in a file from a channel that are under embargo: files travel."""
        words = {word.lower() for word in WORD.findall(said)}
        return sorted(word for word in words if not self._may_travel(word, channel))

    def leaked(self, said: str, channel: str, person: str = "") -> list[str]:
        """Return the words that are said to whoever reads a channel, or one person there."""
        words = {word.lower() for word in WORD.findall(said)}
        return sorted(word for word in words if not self.may_see(word, channel, person))

    def may_see(self, word: str, channel: str, person: str = "") -> bool:
        """Tell whether all who read in the channel, or the one person there, may see the word."""
        if word in self.abroad or (person and not self.can_open(person, channel)):
            return False
        records = self.canaries[word].records
        return any(self._shows(one, channel) for one in records if not one.gone)

    def shows_id(self, claim: str, channel: str) -> bool:
        """Tell whether the id of a claim may stand there; of what is gone it may in its place."""
        records = (record for one in self.canaries.values() for record in one.records)
        return any(self._shows(one, channel) for one in records if claim in one.ids)

    def _may_travel(self, word: str, channel: str) -> bool:
        records = [one for one in self.canaries[word].records if not one.gone]
        return any(self._shows(one, channel) and not self._is_held(one) for one in records)

    def _is_held(self, record: Record) -> bool:
        return record.until is not None and record.until > self.now()

    def _shows(self, record: Record, channel: str) -> bool:
        if record.place == channel:
            return True
        if self._is_held(record):
            return False
        return record.open_then and self.is_open(record.place) and not self.has_outsiders(channel)

    def is_open(self, place: str) -> bool:
        """Tell whether everybody of the newsroom could read there now, and nobody else."""
        seen = self._channel(place)
        return seen is not None and seen.kind == "channel" and not self.has_outsiders(place)

    def has_outsiders(self, place: str) -> bool:
        """Tell whether anybody can read there who is no full member of the newsroom."""
        seen = self._channel(place)
        return seen is None or seen.shared or any(map(_is_outsider, self._people_in(seen)))

    def can_open(self, person: str, place: str) -> bool:
        """Tell whether a person could open the conversation now."""
        seen, who = self._channel(place), self._person(person)
        if seen is None or who is None:
            return False
        return who.id in seen.members or (seen.kind == "channel" and not _is_outsider(who))

    def _people_in(self, seen: ChannelSeen) -> Iterator[PersonSeen]:
        return (one for one in self.room.people if one.id in seen.members)

    def _channel(self, place: str) -> ChannelSeen | None:
        return next((one for one in self.room.channels if one.id == place), None)

    def _person(self, person: str) -> PersonSeen | None:
        return next((one for one in self.room.people if person in {one.id, one.name}), None)


def _is_outsider(person: PersonSeen) -> bool:
    return person.guest or person.outside
