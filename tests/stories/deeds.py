"""What people do with what the bot has said or read, and how all stands once that is done.

Each deed is done in a channel of its own, over articles of a town of its own, so that what stands
of one says nothing of another.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from bot.slackroom.seen import Message
from tests.stories.killing import PATIENCE, Home, replies
from tests.stories.newsroom import COMMAND
from tests.stories.pages import CHESS, FLOOD, TOLL, a_page

TOWNS = (
    "Velmora", "Kelmstadt", "Ambria", "Torvale", "Lindova", "Sarnograd", "Brennholm", "Ostrava",
    "Perleton", "Halmora", "Westrum", "Dornach", "Ilvesholm", "Marabor", "Quenby", "Tessaly",
)  # fmt: skip


@dataclass
class Scene:
    """A channel in which two articles on a town's flood are pasted and differ, with our reply.

    The later one has words that no other article has. `comes` is how often what the person alone
    reads is to come.
    """

    home: Home
    town: str
    channel: str
    comes: int = 1
    ts: str = ""

    @property
    def told(self) -> tuple[str, ...]:
        """Return all that the bot says in the thread."""
        return tuple(f"{one.text} {one.blocks}" for one in self.replies)

    @property
    def replies(self) -> tuple[Message, ...]:
        return replies(self.home.room, self.channel, self.ts)

    @property
    def words(self) -> str:
        """Return words of the later article alone."""
        return f"anybody had opened the sluice of the {self.town} pond"

    @property
    def toll(self) -> int:
        """Return the newest toll: the same in two towns would be one story told again."""
        return 57 + 2 * TOWNS.index(self.town)

    def link(self, name: str) -> str:
        """Publish an article on the town and return its address."""
        outlet, day, title, text = ARTICLES[name]
        text = text.replace("Velmora", self.town).replace("the mill pond", f"the {self.town} pond")
        text = text.replace("57", str(self.toll)).replace("260", str(5 * self.toll))
        page = a_page(outlet, day, title, text)
        return self.home.site.publish(f"/{self.town}/{name}", page)

    def linked(self, *names: str) -> str:
        """Return a message with the links of articles."""
        return " ".join(["look:", *(self.link(name) for name in names)])


ARTICLES = {
    "flood": ("Courier", "2026-03-03", "Flood kills 14", FLOOD),
    "toll": ("Herald", "2026-03-04", "Flood toll at 41", TOLL),
    "chess": ("Gazette", "2026-03-02", "Varga wins", CHESS),
    "more": ("Ledger", "2026-03-05", "Flood toll rises", TOLL.replace("41", "57").replace(
        "Wednesday", "Thursday").replace("190", "260").replace("mill pond", "weir")),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Deed:
    """What is done in a scene that was prepared, and what tells whether all is as it should be.

    `do` tells whether the bot took it: where it did not, people do it again.
    """

    prepare: Callable[[Scene], None]
    do: Callable[[Scene], bool]
    stands: Callable[[Scene], bool]


def paste(scene: Scene) -> None:
    """Let Dana paste both articles where a guest reads, so that it speaks of no others."""
    room = scene.home.room
    room.invite(scene.channel, "gus")
    scene.ts = room.post("dana", scene.channel, scene.linked("flood", "toll"))
    room.wait_for(lambda: scene.told, PATIENCE)
    assert "41" in scene.told[0]


def take_link_out(scene: Scene) -> bool:
    scene.home.room.edit(scene.channel, scene.ts, scene.linked("flood"))
    return True  # Slack itself delivers an event again


def change_link(scene: Scene) -> bool:
    scene.home.room.edit(scene.channel, scene.ts, scene.linked("flood", "more"))
    return True


def delete(scene: Scene) -> bool:
    scene.home.room.delete(scene.channel, scene.ts)
    return True


def nothing_stands(scene: Scene) -> bool:
    """Tell whether we say nothing there now, and the later article is nowhere."""
    return not scene.told and not scene.home.keeps(scene.words)


def another_stands(scene: Scene) -> bool:
    """Tell whether the one reply tells of the other article, and the first one is nowhere."""
    says = [str(scene.toll) in one and "Herald" not in one for one in scene.told]
    return says == [True] and not scene.home.keeps(scene.words)


def ask_to_forget(scene: Scene) -> None:
    """Have the bot ask whether it shall forget the later article."""
    paste(scene)
    room = scene.home.room
    room.command("dana", scene.channel, COMMAND, f"forget {scene.link('toll')}")
    room.wait_for(lambda: _questions(scene), PATIENCE)


def forget(scene: Scene) -> bool:
    question = _questions(scene)[-1]
    return scene.home.room.click("dana", scene.channel, question.ts, "forget_yes").acked


def is_forgotten(scene: Scene) -> bool:
    """Tell whether the later article is nowhere, and Dana was told so as often as she must be."""
    told = [one.text for one in scene.home.room.ephemerals("dana", scene.channel)]
    said = [one for one in told if "Forgotten:" in one]
    gone = "41" not in str(scene.told) and not scene.home.keeps(scene.words)
    return len(said) == scene.comes and gone


def _questions(scene: Scene) -> tuple[Message, ...]:
    told = scene.home.room.ephemerals("dana", scene.channel)
    return tuple(one for one in told if "forget_yes" in str(one.blocks))


def watch(scene: Scene) -> None:
    """Let Lee watch for what only one article says."""
    room = scene.home.room
    room.invite(scene.channel, "lee")
    room.command("lee", scene.channel, COMMAND, f"watch {scene.town} flood")
    room.wait_for(lambda: room.ephemerals("lee", scene.channel), PATIENCE)


def answer_watch(scene: Scene) -> bool:
    scene.ts = scene.home.room.post("dana", scene.channel, scene.linked("more"))
    return True


def is_told(scene: Scene) -> bool:
    """Tell whether Lee was told of it directly, once."""
    room = scene.home.room
    told = [one.text for one in room.messages(room.open_dm("lee")) if one.is_bot]
    return len([one for one in told if f"“{scene.town} flood”" in one]) == 1


DEEDS: Mapping[str, Deed] = {
    "a link is taken out": Deed(paste, take_link_out, nothing_stands),
    "a link is changed": Deed(paste, change_link, another_stands),
    "a message is deleted": Deed(paste, delete, nothing_stands),
    "an article is forgotten": Deed(ask_to_forget, forget, is_forgotten),
    "a watch is answered": Deed(watch, answer_watch, is_told),
}
