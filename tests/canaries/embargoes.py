"""People put articles under embargo, beside a link and later, and time goes past its end."""

from datetime import datetime, timedelta

from hypothesis import strategies as st
from hypothesis.stateful import rule

from bot.newsroom.verbs import COMMAND
from tests.canaries.oracle import Canary, Record
from tests.canaries.stage import Stage, said_beside, until_said

PEOPLE = st.sampled_from(("dana", "lee"))
PLACES = st.sampled_from(("world", "lab", "desk", "link"))
WHICH = st.integers(0, 10**6)
HOURS = st.sampled_from((1, 30, 50))
"""How long an embargo is to hold: it ends before the next morning, after it, after two."""


class Embargoes(Stage):
    """What people do about embargoes; each holds in the channel where they say so."""

    @rule(person=PEOPLE, name=PLACES, hours=HOURS)
    def paste_held(self, person: str, name: str, hours: int) -> None:
        """Paste an article and say beside it until when it is under embargo."""
        if self.may_write(person, name):
            self.pasted(person, name, until=self._end(hours))

    @rule(which=WHICH, how=st.sampled_from(("type", "edit", "lift")), hours=HOURS)
    def hold_back(self, which: int, how: str, hours: int) -> None:
        """Put an article under embargo that is on record, or lift what there is."""
        fit = self._on_record()
        if fit:
            canary, record = fit[which % len(fit)]
            before = self.oracle.held_until(canary, record.place)
            if how == "edit":
                self._say_so_now(canary, record, self._end(hours))
            else:
                self._type(canary, record.place, self._end(hours) if how == "type" else None)
            self.settled(f"embargo {how}")
            if before is None:
                self._see_it_taken_back(canary)

    @rule(person=PEOPLE, name=PLACES, which=WHICH)
    def lift_from_elsewhere(self, person: str, name: str, which: int) -> None:
        """Try to lift the embargo of another channel's article."""
        channel = self.named[name]
        fit = [one for one in self._on_record() if one[1].ids and one[1].place != channel]
        if fit and self.oracle.can_open(person, channel):
            claim = fit[which % len(fit)][1].ids[0]
            self.typed.setdefault(channel, set()).add(claim)
            self.room.command(person, channel, COMMAND, f"embargo {claim} lift")
            self.settled("embargo elsewhere")

    def _on_record(self) -> list[tuple[Canary, Record]]:
        """Return what messages brought in that stand, where the bot is still in the channel."""
        every = [(one, r) for one in self.oracle.canaries.values() for r in one.records]
        return [
            (one, r)
            for one, r in every
            if r.ts and r.heard and not r.gone and self.reads_in(r.place)
        ]

    def _end(self, hours: int) -> datetime:
        return (self.clock() + timedelta(hours=hours)).replace(second=0, microsecond=0)

    def _say_so_now(self, canary: Canary, record: Record, until: datetime) -> None:
        """Put it into the message; of two ends the later one holds.

        Slack saves no edit that changes no word, not even where the embargo was lifted since.
        """
        if self.room.message(record.place, record.ts).text.endswith(f">{until_said(until)}"):
            return
        self.room.edit(record.place, record.ts, said_beside(canary.link, until))
        standing = self.oracle.held_until(canary, record.place)
        self.oracle.hold(canary, record.place, max(until, standing or until))

    def _type(self, canary: Canary, place: str, until: datetime | None) -> None:
        """Type it as a command: what was said last holds."""
        who = next((one for one in ("dana", "lee") if self.oracle.can_open(one, place)), "")
        if who:
            words = f"until {until:%Y-%m-%d %H:%M} UTC" if until else "lift"
            self.room.command(who, place, COMMAND, f"embargo {canary.link} {words}")
            self.oracle.hold(canary, place, until)

    def _see_it_taken_back(self, canary: Canary) -> None:
        """See that what came under embargo late stands nowhere else that the bot can reach."""
        place, *others = {one.place for one in canary.records}
        if others or self.oracle.held_until(canary, place) is None:
            return  # what another channel recorded shows by itself
        self.see_it_gone(canary.word, place)
