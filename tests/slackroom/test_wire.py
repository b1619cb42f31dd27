"""What people type arrives in Slack's wire form."""

import pytest

from bot.slackroom.wire import Names, wired, wired_command

PEOPLE = {"dana": "U1", "mary-ann.k": "U2"}
NAMES = Names(lambda name: PEOPLE.get(name, ""), lambda name: {"world": "C1"}.get(name, ""))
COMMAND = Names(NAMES.user, NAMES.channel, labelled=True)

TEXTS = [
    pytest.param("hello", "hello", id="plain words stay"),
    pytest.param("AT&T <b> 3 > 2", "AT&amp;T &lt;b&gt; 3 &gt; 2", id="three marks are escaped"),
    pytest.param("https://n.example/1", "<https://n.example/1>", id="a link stands in brackets"),
    pytest.param(
        "https://n.example/?a=1&b=2",
        "<https://n.example/?a=1&amp;b=2>",
        id="an ampersand in a link is escaped",
    ),
    pytest.param(
        "(see https://n.example/a).",
        "(see <https://n.example/a>).",
        id="the sentence's marks stay out",
    ),
    pytest.param("https://n.example/a, so", "<https://n.example/a>, so", id="one mark stays out"),
    pytest.param(
        "https://n.example/A_(b)", "<https://n.example/A_(b)>", id="a link's own bracket stays in"
    ),
    pytest.param(
        "see www.n.example.org/a now",
        "see <http://www.n.example.org/a|www.n.example.org/a> now",
        id="a bare address gets http and a label",
    ),
    pytest.param("e.g. this.That", "e.g. this.That", id="a full stop makes no link"),
    pytest.param("<https://n.example>", "&lt;<https://n.example>&gt;", id="typed brackets escape"),
    pytest.param("ask @dana.", "ask <@U1>.", id="a name becomes an id"),
    pytest.param("ask @mary-ann.k now", "ask <@U2> now", id="names may have dots"),
    pytest.param("ask @nobody", "ask @nobody", id="an unknown name stays text"),
    pytest.param("mail a@dana.example x", "mail a@dana.example x", id="an address names nobody"),
    pytest.param("@here now", "<!here> now", id="a broadcast"),
    pytest.param("in #world", "in <#C1|world>", id="a channel"),
    pytest.param("issue #7", "issue #7", id="a number is no channel"),
    pytest.param("`exit <0>`", "`exit &lt;0&gt;`", id="code keeps its ticks"),
    pytest.param("`@dana`", "`@dana`", id="nobody is named in code"),
    pytest.param("> so they say\nno", "&gt; so they say\nno", id="a quote keeps its mark"),
    pytest.param("a\n```x\ny```\nb", "a\n```x\ny```\nb", id="a block stands between the lines"),
]


@pytest.mark.parametrize(("typed", "text"), TEXTS)
def test_typed_text_becomes_wire_text(typed: str, text: str) -> None:
    assert wired(typed, NAMES, "b1").text == text


LINK = {"type": "link", "url": "https://n.example/?a=1&b=2"}
ELEMENTS = [
    pytest.param(
        "test\nhttps://n.example/?a=1&b=2",
        [{"type": "rich_text_section", "elements": [{"type": "text", "text": "test\n"}, LINK]}],
        id="the block has the link unescaped",
    ),
    pytest.param(
        "> a\n>b\nc",
        [
            {"type": "rich_text_quote", "elements": [{"type": "text", "text": "a\nb"}]},
            {"type": "rich_text_section", "elements": [{"type": "text", "text": "c"}]},
        ],
        id="neighbouring quoted lines are one quote",
    ),
    pytest.param(
        "```x```",
        [
            {
                "type": "rich_text_preformatted",
                "elements": [{"type": "text", "text": "x"}],
                "border": 0,
            }
        ],
        id="a block of code",
    ),
    pytest.param(
        "`x` @dana",
        [
            {
                "type": "rich_text_section",
                "elements": [
                    {"type": "text", "text": "x", "style": {"code": True}},
                    {"type": "text", "text": " "},
                    {"type": "user", "user_id": "U1"},
                ],
            }
        ],
        id="code is a style, a name an element",
    ),
]


@pytest.mark.parametrize(("typed", "elements"), ELEMENTS)
def test_typed_text_becomes_one_rich_text_block(typed: str, elements: list[object]) -> None:
    (block,) = wired(typed, NAMES, "b1").blocks

    assert block == {"type": "rich_text", "block_id": "b1", "elements": elements}


def test_a_command_names_people_with_a_label() -> None:
    text = wired_command("show https://n.example/?a&b @dana", COMMAND)

    assert text == "show <https://n.example/?a&amp;b> <@U1|dana>"
