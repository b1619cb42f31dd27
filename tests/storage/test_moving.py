"""A channel gets another id, under which something may be on record already."""

from dataclasses import replace

from bot.newsroom.aliases import Alias
from bot.newsroom.channel import Channel, Kind
from bot.newsroom.forgetting import Wanted
from bot.newsroom.viewer import Viewer
from storage.forgetting import Forgetting
from storage.judgements import Judgements
from storage.places import Places
from storage.tables import ArticleRow, ClaimRow
from tests.making import a_claim
from tests.storage.shelf import NOW, WORLD, Shelf, an_entry, keys_of, known
from tests.storage.test_forgetting import forget

AFTER = Channel("T1", "C77", name="world", kind=Kind.PUBLIC)
LINK = "https://courier.example/quay"


def test_an_article_read_under_both_ids_is_one_and_its_newer_version_stands(
    shelf: Shelf,
) -> None:
    for number, channel in enumerate((WORLD, AFTER), start=1):
        claim = a_claim(f"C-{number}{number}{number}", **known("quay"))
        shelf.file(channel, replace(an_entry(f"A{number}", claim), link=LINK), ts=f"{number}.0")

    Places(shelf.engine).moved("T1", WORLD.id, AFTER.id)
    while shelf.archive.index_some():
        pass

    assert shelf.ids(AFTER, "quay") == ["C-222"]
    assert (shelf.count(ArticleRow), shelf.count(ClaimRow)) == (1, 2)
    assert forget(shelf, Forgetting(shelf.engine, keys_of), Wanted(link=LINK), AFTER) == 2
    assert shelf.count(ClaimRow) == 0


def test_of_what_may_stand_once_the_newer_stays(shelf: Shelf) -> None:
    judgements = Judgements(shelf.engine)
    for channel, name in ((WORLD, "Lea Orsk"), (AFTER, "Lena Orsk")):
        shelf.archive.keep_channel(replace(channel, outsiders=True))
        judgements.keep_alias(
            Viewer(replace(channel, outsiders=True)), Alias("L. Orsk", name, "U1", NOW)
        )

    Places(shelf.engine).moved("T1", WORLD.id, AFTER.id)

    kept = judgements.aliases(Viewer(replace(AFTER, outsiders=True))).all
    assert [one.name for one in kept] == ["Lena Orsk"]
