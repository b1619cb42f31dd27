"""The forms in which the bot runs on a real Slack: all in one, or listening and working apart."""

from collections.abc import Callable, Mapping
from enum import StrEnum

from bot.app import Bot
from bot.app.around import Surroundings
from bot.app.web import serve_web
from bot.settings import Settings
from bot.stopping import told_to_stop
from storage.alone import alone


class Form(StrEnum):
    """What a process does; each is a line of the Procfile."""

    SOCKET_MODE = "run"  # listens over Socket Mode, and works
    WEB = "run --web"  # listens over signed HTTP; on SQLite it works too
    WORKER = "run --worker"  # works for the web form, on PostgreSQL


REQUIRED: Mapping[Form, Callable[[Settings], None]] = {
    Form.SOCKET_MODE: Settings.require_socket_mode,
    Form.WEB: Settings.require_web,
    Form.WORKER: Settings.require_worker,
}
"""What raises SetUpTrouble where the environment lacks something for a form."""


def forms_for(settings: Settings) -> tuple[Form, ...]:
    """Return the forms that there are on the database; on SQLite nobody works beside another.

    Several workspaces come by signed HTTP alone.
    """
    without = {Form.WORKER: settings.embedded, Form.SOCKET_MODE: settings.several}
    return tuple(form for form in Form if not without.get(form))


def run(settings: Settings, form: Form, around: Surroundings | None = None) -> None:
    """Run until told to stop; raises SetUpTrouble, and SystemExit at the end of the web form."""
    REQUIRED[form](settings)
    if form is Form.WEB:
        serve_web(settings, around)
        return
    with told_to_stop() as wait, alone(settings.database_url):
        bot = Bot(settings, around)
        try:
            bot.start()
            if form is Form.SOCKET_MODE:
                bot.connect()
            if form is Form.WORKER:
                bot.be_roused()
            if settings.metrics_port:
                bot.monitor()
            wait()
        finally:
            bot.stop()
