"""People do whatever people do in a newsroom, and every word is followed to its readers."""

from datetime import timedelta

from hypothesis import strategies as st
from hypothesis.stateful import rule

from bot.newsroom.verbs import COMMAND
from tests.canaries.abroad import answered_abroad, file_abroad
from tests.canaries.articles import an_article
from tests.canaries.oracle import WORD, Canary, Record
from tests.canaries.presses import DETAILS, PEOPLE, PLACES, WHICH, Presses

ASKED = (
    "why", "find flood", "find killed", "find by:ministry status:disputed", "find page:2 flood",
    "export", "export since:2020-01-01", "due", "digest preview", "watch", "alias",
    "settings show", "show {}", "why {}", "history {}", "story {}", "watch {}", "watch flood",
    "forget {}", "watch counting:people", "status {} disputed", "compare {} {}", "edit {}",
    "status {}", "nonsense {}", "digest",
)  # fmt: skip
CHANGING = {"status", "watch", "story", "edit"}
"""By what is typed so, people may work with claims: from then on a deletion asks first."""

NOTED = ("status {} disputed {}", "alias ministry = {} bureau", "alias {} council = ministry")
FEWEST = 2  # articles that stay on record: with none there is nothing to tell


class Newsroom(Presses):
    """A long story of pastes, questions, presses, joins, leaves, conversions and deletions."""

    @rule(person=PEOPLE, name=PLACES)
    def paste(self, person: str, name: str) -> None:
        """Paste an article with a word of its own."""
        if self.may_write(person, name):
            self.pasted(person, name)

    @rule(person=PEOPLE, name=PLACES, which=WHICH)
    def paste_again(self, person: str, name: str, which: int) -> None:
        """Paste an article that somebody pasted before, here or elsewhere."""
        known = [one for one in self.oracle.canaries.values() if one.link]
        if self.may_write(person, name):
            self.pasted(person, name, known[which % len(known)])

    @rule(name=PLACES, which=WHICH, typed=st.sampled_from(("find flood", "alias", "show {}")))
    def go_abroad(self, name: str, which: int, typed: str) -> None:
        """Let another newsroom paste and ask, in a channel of the same id."""
        canary = self.oracle.made(link=True)
        self.oracle.abroad.add(self.oracle.canaries.pop(canary.word).word)
        page = an_article(canary.word, canary.link, which % 50, self.clock())
        file_abroad(self.bot.desk, self.named[name], self.reads(page), self.clock())
        said = answered_abroad(self.bot.desk, self.named[name], self.with_ids(typed, which, ""))
        leaked = {one.lower() for one in WORD.findall(said)} - self.oracle.abroad
        assert leaked == set(), (typed, leaked, said)
        self.settled("abroad")

    @rule(person=PEOPLE, name=PLACES, typed=st.sampled_from(ASKED), which=WHICH)
    def ask(self, person: str, name: str, typed: str, which: int) -> None:
        """Type a command, about claims whose ids were given to anybody, anywhere."""
        channel = self.named[name]
        if self.oracle.can_open(person, channel):
            self.close_views(person)
            self.opened[self.id_of(person)] = channel
            self.room.command(person, channel, COMMAND, self._typed(typed, which, channel))
            self.settled(f"ask {typed.split(maxsplit=1)[0]}")

    @rule(person=PEOPLE, name=PLACES, typed=st.sampled_from(ASKED), which=WHICH)
    def mention(self, person: str, name: str, typed: str, which: int) -> None:
        """Ask by the bot's name, in a thread where there is one."""
        channel = self.named[name]
        if self.may_write(person, name):
            said = self.room.messages(channel)
            thread = said[which % len(said)].ts if said and which % 2 else ""
            text = self._typed(typed, which, channel)
            self.room.post(person, channel, f"@ontherecord {text}", thread)
            self.settled("mention")

    @rule(person=PEOPLE, typed=st.sampled_from(ASKED), which=WHICH)
    def ask_directly(self, person: str, typed: str, which: int) -> None:
        """Ask in direct messages."""
        direct = self.room.open_dm(person)
        self.room.post(person, direct, self._typed(typed, which, direct))
        self.settled("direct")

    @rule(person=PEOPLE, name=PLACES, noted=st.sampled_from(NOTED), which=WHICH)
    def note(self, person: str, name: str, noted: str, which: int) -> None:
        """Write something about a claim or a claimant, with a word of its own."""
        channel = self.named[name]
        if self.oracle.can_open(person, channel):
            canary = self.oracle.made()
            self.oracle.recorded(canary, channel)
            about = [self.with_ids("{}", which, channel)] if noted.count("{}") > 1 else []
            self.worked()
            self.room.command(person, channel, COMMAND, noted.format(*about, canary.word))
            self.settled("note")

    @rule(which=WHICH, how=st.sampled_from(("delete", "forget", "edit")))
    def forget(self, which: int, how: str) -> None:
        """Delete a message, take the link out of it, or have its article forgotten there."""
        all_on_record = [(one, r) for one in self.oracle.canaries.values() for r in one.records]
        standing = [(one, r) for one, r in all_on_record if r.ts and not r.gone]
        fit = [pair for pair in standing if self.reads_in(pair[1].place)]
        if how != "forget":
            fit = [pair for pair in fit if not pair[0].touched]
        if len(standing) > FEWEST and fit:
            canary, record = fit[which % len(fit)]
            if how == "forget":
                self._ask_to_forget(canary, record.place)
            else:
                self._take_away(canary, record, how)
            self.settled("forget")
            if all(one.gone for one in canary.records):
                self.see_it_gone(canary.word)

    @rule(person=PEOPLE, name=PLACES)
    def come_or_go(self, person: str, name: str) -> None:
        """Let a person into a channel, or out of it."""
        channel = self.named[name]
        (self.room.leave if self.may_write(person, name) else self.room.invite)(channel, person)
        self.untold(channel)
        self.settled("come or go")

    @rule(person=PEOPLE, name=PLACES, which=WHICH)
    def walk_out(self, person: str, name: str, which: int) -> None:
        """Let a person leave a channel with the details of a reply before him, and press on."""
        channel = self.named[name]
        opening = [one for one in self._pressed(person, channel) if one[1]["action_id"] == DETAILS]
        if self.may_write(person, name) and opening:
            self._press(person, channel, opening[which % len(opening)])
            self.room.leave(channel, person)
            self.untold(channel)
            self.settled("walk out")
            self.press_in_modal(person=person, which=which)

    @rule(name=PLACES, fate=st.sampled_from(("convert", "share", "convert")))
    def turn(self, name: str, fate: str) -> None:
        """Close a channel or open it, share it with another newsroom or end that."""
        channel, room = self.room.channel(self.named[name]), self.room
        if fate == "share":
            (room.unshare if channel.shared else room.share)(channel.id)
        else:
            (room.make_private if channel.kind == "channel" else room.make_public)(channel.id)
        self.untold(channel.id)
        self.settled(f"turn {fate}")

    @rule(person=PEOPLE, name=st.sampled_from(("lab", "link")))
    def close_unseen(self, person: str, name: str) -> None:
        """Take the bot out of a channel with an article, close that, and have somebody ask."""
        channel = self.named[name]
        inside = [one for one in ("dana", "lee") if self.may_write(one, name)]
        if inside and self.oracle.is_open(channel) and self.reads_in(channel):
            self.pasted(inside[0], name)
            self.room.kick_bot(channel)
            self.settled("close unseen")  # the bot is told of this, and of no more
            self.room.make_private(channel)
            self.untold(channel)
            self.ask(person=person, name="world", typed="find flood", which=0)

    @rule(person=PEOPLE, name=st.sampled_from(("lab", "desk", "link")))
    def open_up(self, person: str, name: str) -> None:
        """Paste behind a closed door, open that, and have somebody ask elsewhere."""
        channel = self.named[name]
        inside = [one for one in ("dana", "lee") if self.may_write(one, name)]
        closed = self.room.channel(channel).kind != "channel"
        if inside and closed and self.reads_in(channel):
            self.pasted(inside[0], name)
            self.room.make_public(channel)
            self.settled("open up")
            self.ask(person=person, name="world", typed="find flood", which=0)

    @rule(name=st.sampled_from(("rank", "lab", "link")))
    def lose(self, name: str) -> None:
        """Make a member a guest, or take the bot out of a channel; the next time undo that."""
        if name == "rank":
            self.room.make_guest("lee", guest=not self.room.state.person("lee").guest)
        else:
            channel = self.named[name]
            (self.room.kick_bot if self.reads_in(channel) else self.room.invite_bot)(channel)
        self.settled(f"lose {name}")

    @rule(days=st.integers(1, 3))
    def sleep(self, days: int) -> None:
        """Let it be ten in the morning, a few days later: the digests come."""
        self.clock.forward(timedelta(days=days))
        self.bot.tick()
        self.bot.tidy()
        self.settled("morning")

    def _typed(self, typed: str, which: int, channel: str) -> str:
        if typed.split(maxsplit=1)[0] in CHANGING:
            self.worked()
        return self.with_ids(typed, which, channel)

    def _take_away(self, canary: Canary, record: Record, how: str) -> None:
        if how == "delete":
            self.room.delete(record.place, record.ts)
        else:
            self.room.edit(record.place, record.ts, "never mind")
        record.ts = ""
        here = [one for one in canary.records if one.place == record.place]
        if not any(one.ts for one in here):
            for one in here:
                one.gone = True

    def _ask_to_forget(self, canary: Canary, place: str) -> None:
        who = next((one for one in ("dana", "lee") if self.oracle.can_open(one, place)), "")
        if not who:
            return
        self.room.command(who, place, COMMAND, f"forget {canary.link}")
        self.settled("forget")
        question = self.room.ephemerals(who, place)[-1]
        if "forget_yes" in str(question.blocks):
            self.room.click(who, place, question.ts, "forget_yes")
            for record in canary.records:
                record.gone = record.gone or record.place == place
