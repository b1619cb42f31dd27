"""Modals and Home tabs: stacks of three, hashes, and what was filled in."""

from dataclasses import replace

from bot.slackroom.fields import stateful, value_of, with_ids
from bot.slackroom.seen import Change, Json, View
from bot.slackroom.state import State

STACK_MOST = 3
DEFAULTS: Json = {
    "callback_id": "",
    "private_metadata": "",
    "external_id": "",
    "submit": None,
    "close": None,
    "clear_on_close": False,
    "notify_on_close": False,
    "submit_disabled": False,
}


def new_view(state: State, asked: Json, before: View | None = None) -> View:
    """Give a view its id, hash and state, ready to show on top of `before`."""
    view_id = state.new_id("V")
    roots = {"previous_view_id": None, "root_view_id": view_id}
    if before:
        root = before.payload["root_view_id"]
        roots = {"previous_view_id": before.id, "root_view_id": root}
    return _built(state, View(view_id), asked, roots)


def _built(state: State, view: View, asked: Json, roots: Json) -> View:
    payload = {
        **DEFAULTS,
        **asked,
        **roots,
        "id": view.id,
        "team_id": state.team_id,
        "app_id": state.app_id,
        "app_installed_team_id": state.team_id,
        "bot_id": state.bot.bot_id,
        "hash": f"{state.new_ts()}.{state.new_id('h')}",
        "blocks": with_ids(state, asked["blocks"]),
    }
    payload["state"] = {"values": _values(payload["blocks"], view.payload)}
    return View(view.id, payload)


def rebuilt(state: State, view: View, asked: Json) -> View:
    """Give a view new content: same id and place, a new hash, what was filled in kept.

    Slack keeps what a person typed only where block_id and action_id stay the same.
    """
    roots = {name: view.payload[name] for name in ("previous_view_id", "root_view_id")}
    return _built(state, view, asked, roots)


def show(state: State, user: str, stack: list[View]) -> None:
    """Let the person's stack of modals be this one."""
    with state.lock:
        state.tables.modals[user] = stack
        state.tell(Change("view", user=user))


def top(state: State, user: str, view_id: str) -> View:
    """Find the modal on top; LookupError if it is another one or none."""
    stack = state.tables.modals.get(user, [])
    if not stack or stack[-1].id != view_id:
        raise LookupError(f"{view_id} is not the modal that {user} sees")
    return stack[-1]


def find(state: State, view_id: str, external_id: str) -> tuple[str, View]:
    """Find any view by either id and whose it is; LookupError if there is none."""
    shown = [(user, view) for user, stack in state.tables.modals.items() for view in stack]
    shown += list(state.tables.homes.items())
    for user, view in shown:
        if view.id == view_id or (external_id and view.payload["external_id"] == external_id):
            return user, view
    raise LookupError(f"no view {view_id or external_id}")


def put(state: State, user: str, view: View) -> None:
    """Let a view stand so from now on, wherever in the person's stack or Home it is."""
    with state.lock:
        if view.payload["type"] == "home":
            state.tables.homes[user] = view
            state.tell(Change("home", user=user))
        else:
            stack = state.tables.modals[user]
            show(state, user, [view if one.id == view.id else one for one in stack])


def filled(view: View, block_id: str, action_id: str, value: Json) -> View:
    """Give the view with one element's value in its state."""
    values = {block: dict(inside) for block, inside in view.payload["state"]["values"].items()}
    values.setdefault(block_id, {})[action_id] = value
    return replace(view, payload={**view.payload, "state": {"values": values}})


def _values(blocks: list[Json], before: Json) -> Json:
    """Give each block's values: kept from before, else what the app set at first."""
    kept = before.get("state", {}).get("values", {})
    values: Json = {}
    for block in blocks:
        for element in stateful(block):
            action_id = element["action_id"]
            now = kept.get(block["block_id"], {}).get(action_id) or value_of(element)
            values.setdefault(block["block_id"], {})[action_id] = now
    return values
