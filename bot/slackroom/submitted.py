"""What becomes of a modal after the app answered its submission."""

import json
from dataclasses import replace

from bot.slackroom import modals
from bot.slackroom.api.views import wanted_view
from bot.slackroom.seen import Ack, Json, SubmitResult, View
from bot.slackroom.state import State


def answered(state: State, user: str, view: View, ack: Ack) -> SubmitResult:
    """Carry out the response_action of an ack; ApiError for a view that Slack cannot show."""
    if not ack.acked:
        return SubmitResult(ack.status, ack.body)
    answer: Json = json.loads(ack.body or "{}")
    action = str(answer.get("response_action", ""))
    stack = state.tables.modals[user]
    match action:
        case "errors":
            errors = {str(block): str(words) for block, words in answer["errors"].items()}
            modals.put(state, user, replace(view, errors=errors))
            return SubmitResult(ack.status, ack.body, action, errors)
        case "update":
            shown = modals.rebuilt(state, view, wanted_view(answer.get("view"), "modal"))
            modals.put(state, user, shown)
        case "push":
            pushed = modals.new_view(state, wanted_view(answer.get("view"), "modal"), view)
            modals.show(state, user, [*stack, pushed][: modals.STACK_MOST])
        case "clear":
            modals.show(state, user, [])
        case _:
            modals.show(state, user, [one for one in stack if one.id != view.id])
    return SubmitResult(ack.status, ack.body, action)
