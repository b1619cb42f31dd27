"""What Slack sends us, handed to the desk: one thin module a surface."""

from slack_bolt import App

from bot.desk.desk import Desk
from handlers import (
    actions,
    adding,
    asking,
    commands,
    forgetting,
    home,
    judging,
    messages,
    mornings,
    permission,
    places,
    settings,
    stories,
    submitted,
    trouble,
    watches,
)

SURFACES = (
    messages,
    commands,
    asking,
    adding,
    actions,
    judging,
    mornings,
    submitted,
    permission,
    places,
    forgetting,
    settings,
    stories,
    home,
    watches,
    trouble,
)


def register(app: App, desk: Desk) -> None:
    """Attach every listener to the Bolt app."""
    for surface in SURFACES:
        surface.register(app, desk)
