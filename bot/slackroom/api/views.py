"""views.*: opening, changing and stacking modals, publishing Home tabs."""

from bot.slackroom import modals
from bot.slackroom.api.asked import ApiError, Asked, Method, refused_blocks
from bot.slackroom.hooks import trigger_fault
from bot.slackroom.judge import view_faults
from bot.slackroom.seen import Json, View
from bot.slackroom.state import State


def _open(state: State, asked: Asked) -> Json:
    view = wanted_view(asked.json("view"), "modal")
    user = _triggered_by(state, asked)
    shown = modals.new_view(state, view)
    modals.show(state, user, [shown])
    return {"view": shown.payload}


def _push(state: State, asked: Asked) -> Json:
    view = wanted_view(asked.json("view"), "modal")
    user = _triggered_by(state, asked)
    stack = state.tables.modals.get(user, [])
    if not stack:
        raise ApiError("not_found")
    if len(stack) >= modals.STACK_MOST:
        raise ApiError("push_limit_reached")
    shown = modals.new_view(state, view, stack[-1])
    modals.show(state, user, [*stack, shown])
    return {"view": shown.payload}


def _update(state: State, asked: Asked) -> Json:
    try:
        user, view = modals.find(state, asked.text("view_id"), asked.text("external_id"))
    except LookupError as error:
        raise ApiError("not_found") from error
    _check_hash(asked, view)
    shown = modals.rebuilt(state, view, wanted_view(asked.json("view"), view.payload["type"]))
    modals.put(state, user, shown)
    return {"view": shown.payload}


def _publish(state: State, asked: Asked) -> Json:
    user = asked.text("user_id")
    if user not in state.tables.people:
        raise ApiError("user_not_found")
    wanted = wanted_view(asked.json("view"), "home")
    before = state.tables.homes.get(user)
    if before:
        _check_hash(asked, before)
    new = modals.rebuilt(state, before, wanted) if before else modals.new_view(state, wanted)
    modals.put(state, user, new)
    return {"view": new.payload}


def wanted_view(view: object, kind: str) -> Json:
    """Check a view as Slack does: invalid_arguments with everything that is wrong with it."""
    if faults := view_faults(view):
        raise refused_blocks("invalid_arguments", faults)
    if not isinstance(view, dict) or view["type"] != kind:
        raise refused_blocks("invalid_arguments", [f"must be a {kind} [json-pointer:/view/type]"])
    return view


def _check_hash(asked: Asked, view: View) -> None:
    """Refuse to write over a view that has changed since the app last saw it."""
    if asked.has("hash") and asked.text("hash") != view.payload["hash"]:
        raise ApiError("hash_conflict")


def _triggered_by(state: State, asked: Asked) -> str:
    trigger_id = asked.text("trigger_id")
    if code := trigger_fault(state, trigger_id):
        raise ApiError(code)
    return state.tables.triggers[trigger_id].user


VIEWS: dict[str, Method] = {
    "views.open": _open,
    "views.push": _push,
    "views.update": _update,
    "views.publish": _publish,
}
