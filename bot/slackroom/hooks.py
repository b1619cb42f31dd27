"""trigger_ids and response_urls: good for a while and for so many uses."""

from bot.slackroom.seen import Message
from bot.slackroom.state import Hook, State, Trigger

TRIGGER_SECONDS = 3.0
HOOK_SECONDS = 30 * 60.0
HOOK_USES = 5


def new_trigger(state: State, user: str) -> str:
    """Make a trigger_id for what this person has just done."""
    with state.lock:
        trigger = f"{state.new_id('1.')}.{state.team_id}.{state.new_id('x')}"
        state.tables.triggers[trigger] = Trigger(user, state.clock())
    return trigger


def trigger_fault(state: State, trigger_id: str) -> str:
    """Use up a trigger_id; give Slack's error code if it is no good, "" if it is."""
    trigger = state.tables.triggers.get(trigger_id)
    if trigger is None:
        return "invalid_trigger_id"
    if trigger.used:
        return "exchanged_trigger_id"
    if state.clock() - trigger.born > TRIGGER_SECONDS:
        return "expired_trigger_id"
    trigger.used = True
    return ""


def new_hook(state: State, user: str, channel: str, message: Message | None = None) -> str:
    """Make a response_url for what this person has just done, at a message or nowhere."""
    with state.lock:
        token = state.new_id("h")
        ts, thread = (message.ts, message.thread_ts) if message else ("", "")
        state.tables.hooks[token] = Hook(user, channel, state.clock(), ts, thread)
    return state.base_url.removesuffix("api/") + f"respond/{state.team_id}/{token}"


def hook_fault(state: State, token: str) -> str:
    """Count one use; give Slack's error code if the URL is no good any more, "" if it is."""
    hook = state.tables.hooks.get(token)
    if hook is None:
        return "no_service"
    if state.clock() - hook.born > HOOK_SECONDS:
        return "expired_url"
    if hook.uses >= HOOK_USES:
        return "used_url"
    hook.uses += 1
    return ""
