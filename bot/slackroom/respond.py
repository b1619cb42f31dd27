"""What an app posts to a response_url, or says in its ack: where that shows and to whom."""

from dataclasses import replace
from typing import Any

from bot.slackroom import posts
from bot.slackroom.api.asked import ApiError, Asked
from bot.slackroom.api.chat import words_of
from bot.slackroom.hooks import hook_fault
from bot.slackroom.seen import Change, Json, Message
from bot.slackroom.state import Hook, State


def respond(state: State, token: str, body: Json) -> None:
    """Carry out one use of a response_url; ApiError with Slack's code if it is refused.

    Works where the bot is no member too, as in Slack.
    """
    with state.lock:
        if code := hook_fault(state, token):
            raise ApiError(code)
        hook = state.tables.hooks[token]
        asked = Asked(body)
        if asked.flag("delete_original"):
            _delete(state, hook)
        elif asked.flag("replace_original") and hook.ts:
            _replace(state, hook, words_of(state, asked))
        else:
            say(state, hook, body)


def say(state: State, hook: Hook, body: Json) -> Message:
    """Post an answer: to the asking person alone, unless response_type is in_channel."""
    asked = Asked(body)
    words = words_of(state, asked)
    everybody = asked.text("response_type") == "in_channel"
    message = Message(
        channel=hook.channel,
        ts=state.new_ts(),
        user=state.bot.id,
        bot_id=state.bot.bot_id,
        thread_ts=asked.text("thread_ts"),
        reader="" if everybody else hook.user,
        unfurl_links=asked.text("unfurl_links").lower(),
        unfurl_media=asked.text("unfurl_media").lower(),
        **words,
    )
    if everybody:
        return posts.place(state, message)
    state.tables.ephemerals.append(message)
    _tell(state, message)
    return message


def _replace(state: State, hook: Hook, words: dict[str, Any]) -> None:
    original = _original(state, hook)
    new = replace(original, **words)
    if original.reader:
        found = state.tables.ephemerals
        found[found.index(original)] = new
        _tell(state, new)
    else:
        posts.change(state, replace(new, edited=state.new_ts()))


def _delete(state: State, hook: Hook) -> None:
    original = _original(state, hook)
    if original.reader:
        state.tables.ephemerals.remove(original)
        _tell(state, original)
    else:
        posts.remove(state, original)


def _original(state: State, hook: Hook) -> Message:
    """Find the message that was clicked; the ts alone tells it, ephemeral or not."""
    stored = state.tables.messages[hook.channel]
    seen = (*state.tables.ephemerals, *stored.values())
    found = [one for one in seen if one.ts == hook.ts and not one.deleted]
    if not hook.ts or not found:
        raise ApiError("message_not_found")
    return found[0]


def _tell(state: State, message: Message) -> None:
    state.tell(Change("ephemeral", message.channel, message.reader, message.ts))
