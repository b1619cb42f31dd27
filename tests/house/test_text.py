"""Strangers' words reach a surface through `bot.views.blocks` alone; posts are made in one place.

What goes round it is refused by its shape: no later look could tell whose words they are.
"""

import ast
from collections.abc import Callable, Iterator

import pytest

from tests.house.tree import functions_of, named, python_files, tree_of

BUILDER = "bot/views/blocks.py"
SENDER = "bot/sender/slack.py"

# The objects of Slack's surfaces that hold words, or draw them.
WORDED = {
    "context", "header", "image", "link", "markdown", "mrkdwn", "plain_text", "rich_text",
    "rich_text_list", "rich_text_preformatted", "rich_text_quote", "rich_text_section", "section",
    "text", "user", "usergroup", "video",
}  # fmt: skip
WORDS = {"alt_text", "close", "description", "hint", "label", "placeholder", "submit", "title"}
SAFE = {"mention", "mrkdwn", "plain", "words"}  # what makes words safe, by the builder's names
POSTING = {
    "chat_meMessage", "chat_postEphemeral", "chat_postMessage", "chat_scheduleMessage",
    "chat_update", "files_upload_v2",
}  # fmt: skip

Finds = Callable[[ast.Module], Iterator[int]]


def _objects(tree: ast.Module) -> Iterator[int]:
    """Yield the line of each object that holds words."""
    for table in _tables(tree):
        kind = table.get("type")
        if isinstance(kind, ast.Constant) and kind.value in WORDED:
            yield kind.lineno


def _bare_words(tree: ast.Module) -> Iterator[int]:
    """Yield the line of each field for words that the builder did not fill."""
    for table in _tables(tree):
        for key in WORDS & table.keys() if "type" in table else ():
            if not _is_made(table[key]):
                yield table[key].lineno


def _bare_messages(tree: ast.Module) -> Iterator[int]:
    """Yield the line of each message whose top-level words may be a stranger's as they came."""
    made = {
        target.id
        for node in ast.walk(tree)
        if isinstance(node, ast.Assign) and _is_made(node.value)
        for target in node.targets
        if isinstance(target, ast.Name)
    }
    for call in _calls(tree, {"Message"}):
        if call.args and not _is_made(call.args[0], made):
            yield call.lineno


def _posts(tree: ast.Module) -> Iterator[int]:
    """Yield the line of each call, or mention, of what posts words."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and node.attr in POSTING:
            yield node.lineno
        if isinstance(node, ast.Constant) and node.value == "in_channel":
            yield node.lineno
        if isinstance(node, ast.Name) and node.id == "WebhookClient":
            yield node.lineno


def _tables(tree: ast.Module) -> Iterator[dict[str, ast.expr]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Dict):
            yield {
                str(key.value): value
                for key, value in zip(node.keys, node.values, strict=True)
                if isinstance(key, ast.Constant)
            }


def _calls(tree: ast.Module, names: set[str]) -> Iterator[ast.Call]:
    for node in ast.walk(tree):
        if (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Name)
            and node.func.id in names
        ):
            yield node


def _is_made(value: ast.expr, made: frozenset[str] | set[str] = frozenset()) -> bool:
    """Tell whether the builder made this, or it is put together of what it made."""
    match value:
        case ast.Call(func=ast.Name(id=name)):
            so = name in SAFE
        case ast.Name(id=name):
            so = name in made
        case ast.JoinedStr(values=parts):
            so = all(_is_made(part, made) for part in parts)
        case ast.FormattedValue(value=inner):
            so = _is_made(inner, made)
        case _:
            of_a_message = isinstance(value, ast.Attribute) and value.attr == "text"
            so = of_a_message or (isinstance(value, ast.Constant) and _is_calm(str(value.value)))
    return so


def _is_calm(ours: str) -> bool:
    """Tell whether words of our own hold nothing that Slack acts on."""
    return set(ours).isdisjoint("<>&*_~`@#")


NO_SURFACE = ("bot/slackroom/", "bot/playground/", "handlers/manifest.py")
RULES = {
    "objects with words are built in one place": (_objects, BUILDER),
    "fields for words are filled by the builder": (_bare_words, BUILDER),
    "top-level words went through mrkdwn": (_bare_messages, BUILDER),
    "posts are made in one place": (_posts, SENDER),
}


@pytest.mark.parametrize("rule", RULES)
def test_the_rule_is_kept(rule: str) -> None:
    finds, home = RULES[rule]
    broken = [
        f"{named(path)}:{line}"
        for path in python_files("bot", "handlers", "storage")
        if named(path) != home and not named(path).startswith(NO_SURFACE)
        for line in finds(tree_of(path))
    ]
    assert broken == []


@pytest.mark.parametrize("home", [BUILDER, SENDER])
def test_the_one_place_is_there(home: str) -> None:
    assert [
        path for path in python_files("bot") if named(path) == home and any(functions_of(path))
    ]


@pytest.mark.parametrize(
    ("finds", "code"),
    [
        (_objects, '{"type": "mrkdwn", "text": quote}'),
        (_objects, '{"type": "rich_text_section", "elements": []}'),
        (_bare_words, '{"type": "input", "label": title}'),
        (_bare_words, '{"type": "input", "label": f"{title}"}'),
        (_bare_messages, "Message(title)"),
        (_bare_messages, 'Message(f"{mrkdwn(one)} {other}")'),
        (_bare_messages, 'Message(f"{mrkdwn(one)} <@{other}>")'),
        (_bare_messages, "text = quote\nMessage(text)"),
        (_posts, "client.chat_postMessage(text=quote)"),
        (_posts, "post = client.chat_update"),
        (_posts, 'ack(response_type="in_channel")'),
        (_posts, "WebhookClient(address)"),
    ],
)
def test_the_rule_can_be_broken(finds: Finds, code: str) -> None:
    assert list(finds(ast.parse(code)))


@pytest.mark.parametrize(
    ("finds", "code"),
    [
        (_objects, '{"type": "static_select", "options": listed}'),
        (_bare_words, '{"type": "input", "label": plain(title)}'),
        (_bare_words, '{"title": title}'),
        (_bare_messages, "Message(mrkdwn(title), blocks)"),
        (_bare_messages, "text = mrkdwn(quote)\nMessage(text)"),
        (_bare_messages, r'Message(f"{message.text}\n{mrkdwn(line)}")'),
        (_posts, "client.views_open(view=modal)"),
    ],
)
def test_what_keeps_the_rule_is_let_be(finds: Finds, code: str) -> None:
    assert not list(finds(ast.parse(code)))
