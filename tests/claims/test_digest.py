"""What a digest tells of stories, whole, and what it leaves out."""

from dataclasses import replace
from datetime import UTC, date, datetime

from bot.claims.brief import plain_line
from bot.claims.checks import checks
from bot.claims.digest import Digest, Memory, Mention, announced, digest, parted
from bot.claims.digest.items import Remark, Section, Story
from bot.claims.model import Brief, Claim, Outcome, Polarity, Reading
from bot.claims.relate import relate
from tests.claims.told import SECOND, days, now, reading, then

DEAD = Outcome.KILLED
FRIDAY = date(2026, 3, 6)
FLOOD = (
    then("14 people died in the flood in Alder, the ministry said.",
         ("14", 14, 14, "people killed", DEAD), id="C-1AAA"),
    then("The Kelm dam has cracks, Jon Rask, an engineer, said.", by="Jon Rask", id="C-1BBB"),
    then("The army will send 60 boats to Alder by Thursday.", ("60", 60, 60, "boats"),
         by="army", when=days("2026-03-05", text="by Thursday"), id="C-1CCC"),
)  # fmt: skip
AFTER = reading(
    now("The ministry said that 41 people had died in the flood in Alder.",
        ("41", 41, 41, "people killed", DEAD), id="C-2AAA"),
    now("Ada Holm denied that the Kelm dam had cracks.", by="Ada Holm",
        polarity=Polarity.DENIED, id="C-2BBB"),
    now("A new bridge will cost 9 million pounds.",
        ("9 million pounds", 9e6, 9e6, "bridge", "GBP"),
        by="council", id="C-2CCC", words=frozenset({"bridge", "new"})),
)  # fmt: skip


def a_story(read: Reading = AFTER, earlier: tuple[Claim, ...] = FLOOD, **facets: object) -> Story:
    links = relate(read, earlier)
    brief = Brief(read.article.publication, read.claims, links, checks(read, earlier, links))
    story = Story((brief,), (*earlier, *read.claims), links)
    return replace(story, **facets)  # type: ignore[arg-type]


def lines(told: Digest) -> list[str]:
    return [f"{one.section.name}: {plain_line(one.line)}" for one in told.items]


def test_a_digest_tells_what_is_disputed_changed_due_and_new_word_for_word() -> None:
    told = digest([a_story()], FRIDAY)

    assert lines(told) == [
        (
            "DISPUTED: Denied. Ada Holm, Herald: “denied that the Kelm dam had cracks” [C-2BBB]. "
            "Earlier, Jon Rask, Courier: “The Kelm dam has cracks” [C-1BBB]."
        ),
        (
            "CHANGED: Killed. The ministry, Herald: “41 people had died in the flood in Alder” "
            "[C-2AAA]. Earlier, the ministry, Courier: “14 people died in the flood in Alder” "
            "[C-1AAA]."
        ),
        (
            "DUE: Overdue. The army, Courier: “The army will send 60 boats to Alder by Thursday” "
            "[C-1CCC]; it was due by 5 Mar 2026."
        ),
        "NEW: The council, Herald: “A new bridge will cost 9 million pounds” [C-2CCC].",
    ]
    assert told.stories[0].counts == "1 disputed, 1 changed, 1 overdue, 1 new"
    assert told.stories[0].sources == "Herald, 5 Mar 2026; earlier: Courier, 4 Mar 2026"


def test_of_each_article_that_a_head_names_there_is_a_claim_beside_it() -> None:
    told, due = digest([a_story()], FRIDAY).stories[0], announced([a_story()], FRIDAY).stories[0]
    outlets = {claim.id: claim.publication.outlet for claim in (*FLOOD, *AFTER.claims)}

    assert [outlets[one] for one in told.beside] == ["Herald", "Courier"]
    assert [outlets[one] for one in due.beside] == ["Herald"]
    assert {claim.publication.outlet for claim in due.claims} == {"Courier"}


def test_a_toll_that_was_told_anew_since_is_no_news() -> None:
    toll = then("14 people died in the flood in Alder, the ministry said.",
                ("14", 14, 14, "people killed", DEAD), id="C-1AAA")  # fmt: skip
    first = Brief(toll.publication, (toll,))
    story = a_story(earlier=(toll,))
    last = now("51 people have died in the flood in Alder, the ministry said.",
               ("51", 51, 51, "people killed", DEAD), id="C-3AAA",
               publication=replace(SECOND, url="https://herald.example/3",
                                   published=datetime(2026, 3, 6, tzinfo=UTC)))  # fmt: skip
    links = relate(reading(last), AFTER.claims)
    briefs = (first, *story.briefs, Brief(last.publication, (last,), links))

    told = digest([replace(story, briefs=briefs, claims=(*story.claims, last))], FRIDAY)

    assert [one.section for one in digest([Story((first,), (toll,))], FRIDAY).items]
    assert not [line for line in lines(told) if line.startswith("NEW") and "died" in line]


def test_what_the_channel_read_itself_is_told_by_its_own_ids() -> None:
    theirs = tuple(replace(claim, id=f"C-8{claim.id[3:]}") for claim in FLOOD)
    story = a_story(earlier=theirs, own=frozenset(one.id for one in (*FLOOD, *AFTER.claims)))
    story = replace(story, claims=(*theirs, *FLOOD, *AFTER.claims))

    said = "\n".join(lines(digest([story], FRIDAY)))

    assert (
        "Earlier, the ministry, Courier: “14 people died in the flood in Alder” [C-1AAA]" in said
    )
    assert "[C-8A" not in said
    assert "[C-8B" not in said


def test_an_article_told_of_and_read_again_in_another_channel_is_no_news() -> None:
    told = digest([a_story()], FRIDAY)
    copies = tuple(replace(claim, id=f"C-9{claim.id[3:]}") for claim in AFTER.claims)
    brief = Brief(AFTER.article.publication, copies)
    story = Story((brief,), (*FLOOD, *AFTER.claims, *copies))

    never_told = [one.section for one in digest([story], FRIDAY).items]
    after = [one.section for one in digest([story], FRIDAY, remembered(told)).items]

    assert Section.NEW in never_told
    assert Section.NEW not in after


def test_of_two_new_articles_both_are_named_and_none_as_earlier_that_is_later() -> None:
    story = a_story()
    first = Brief(FLOOD[0].publication, FLOOD)

    (both,) = digest([replace(story, briefs=(first, *story.briefs))], FRIDAY).stories
    (late,) = digest([replace(story, briefs=(first,))], FRIDAY).stories

    assert both.sources == "Herald, 5 Mar 2026; earlier: Courier, 4 Mar 2026"
    assert late.sources == "Courier, 4 Mar 2026"


def remembered(told: Digest, times: int = 1) -> Memory:
    items = {one.key: Mention(one.state, times) for one in told.items}
    return Memory(items, {one.state for one in told.items})


def test_what_was_told_and_did_not_change_is_left_out_but_the_overdue() -> None:
    first = digest([a_story()], FRIDAY)

    again = digest([a_story()], FRIDAY, remembered(first))

    assert [one.section for one in again.items] == [Section.DUE]


def test_after_three_mentions_the_overdue_is_dropped() -> None:
    first = digest([a_story()], FRIDAY)

    assert digest([a_story()], FRIDAY, remembered(first, times=3)).items == ()
    assert announced([a_story()], FRIDAY).items  # who asks for what is due is told all the same


def test_what_people_settled_is_due_no_longer() -> None:
    told = digest([a_story(settled=frozenset({"C-1CCC"}))], FRIDAY)

    assert Section.DUE not in {one.section for one in told.items}


def test_three_sentences_about_one_weekend_are_one_event() -> None:
    weekend = days("2026-03-07", "2026-03-08", "this weekend")
    said = [
        then(quote, by=who, when=weekend, id=f"C-W{n}")
        for n, (who, quote) in enumerate(
            (
                ("army", "The army will clear the Alder bridge this weekend."),
                ("mayor", "The Alder bridge will be cleared this weekend, the mayor said."),
                ("ministry", "Soldiers are to clear the bridge this weekend, the ministry said."),
            )
        )
    ]

    told = announced([Story(claims=tuple(said))], FRIDAY)

    assert len(told.items) == 1
    assert "3 claims say so" in plain_line(told.items[0].line)


def test_vague_times_and_far_days_are_never_due() -> None:
    said = (
        then("The bridge will open in March.", when=days("2026-03-01", "2026-03-31", "in March")),
        then("The school will open on 9 May.", when=days("2026-05-09", text="on 9 May")),
        then("The fair will open on 5 January.", when=days("2026-01-05", text="on 5 January")),
    )

    assert announced([Story(claims=said)], FRIDAY).items == ()


def test_a_later_report_of_an_announced_event_stands_beside_it() -> None:
    arrived = now("The army sent 60 boats to Alder on Thursday.", ("60", 60, 60, "boats"),
                  by="army", when=days("2026-03-05", text="on Thursday"), id="C-2DDD")  # fmt: skip
    story = a_story(reading(arrived), FLOOD)
    shown = tuple(replace(link, shown=True) for link in story.links)

    told = announced([replace(story, links=shown)], FRIDAY)

    assert plain_line(told.items[0].line) == (
        "Reported since. The army, Herald: “The army sent 60 boats to Alder on Thursday” "
        "[C-2DDD]. Announced, the army, Courier: “The army will send 60 boats to Alder by "
        "Thursday” [C-1CCC]; no longer told as due."
    )
    assert told.items[0].due == ""


def test_a_mark_is_told_first_with_its_maker() -> None:
    story = a_story(remarks=(Remark(FLOOD[1], "is marked disputed by Lee", disputes=True),))

    assert lines(digest([story], FRIDAY))[0] == (
        "DISPUTED: Marked. Jon Rask, Courier: “The Kelm dam has cracks, Jon Rask, an engineer, "
        "said” [C-1BBB] is marked disputed by Lee."
    )


def test_a_post_has_twelve_lines_at_most_and_the_rest_loses_nothing() -> None:
    many = [
        a_story(
            reading(*(replace(one, id=f"{one.id}{n}", quote=f"{n}. {one.quote}")
                      for one in AFTER.claims)),
            tuple(replace(one, id=f"{one.id}{n}", quote=f"{n}. {one.quote}") for one in FLOOD),
            name=f"Story {n}",
        )
        for n in range(6)
    ]  # fmt: skip
    whole = digest(many, FRIDAY)

    first, rest = parted(whole)

    assert len(first.items) + len(first.stories) + 2 <= 12
    keys = [one.key for one in (*first.items, *rest.items)]
    assert sorted(keys) == sorted(one.key for one in whole.items)
    assert max(one.weight for one in first.items) <= max(one.weight for one in rest.items)
