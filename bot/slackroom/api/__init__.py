"""The Web API methods that the stand-in answers, one table of them all."""

from bot.slackroom.api.asked import Method
from bot.slackroom.api.auth import AUTH
from bot.slackroom.api.chat import CHAT
from bot.slackroom.api.conversations import CONVERSATIONS
from bot.slackroom.api.files import FILES
from bot.slackroom.api.oauth import OAUTH
from bot.slackroom.api.reactions import REACTIONS
from bot.slackroom.api.users import USERS
from bot.slackroom.api.views import VIEWS

METHODS: dict[str, Method] = {
    **AUTH,
    **CHAT,
    **CONVERSATIONS,
    **FILES,
    **OAUTH,
    **REACTIONS,
    **USERS,
    **VIEWS,
}
