"""The forms in which the bot runs on a real Slack: all in one, or listening and working apart."""

from collections.abc import Callable, Mapping
from enum import StrEnum

from bot.app import Bot
from bot.app.around import Surroundings
from bot.app.loaded import leave_alone
from bot.app.web import serve_web
from bot.settings import Settings
from bot.stopping import told_to_stop
from storage.alone import alone


class Form(StrEnum):
    """What a process does; each is a line of the Procfile."""

    WORKER = "run"  # works; listens over Socket Mode, unless it is behind the web form
    WEB = "run --web"  # listens over signed HTTP; on SQLite it works too


REQUIRED: Mapping[Form, Callable[[Settings], None]] = {
    Form.WORKER: Settings.require_run,
    Form.WEB: Settings.require_web,
}
"""What raises SetUpTrouble where the environment lacks something for a form."""


def forms_for(settings: Settings) -> tuple[Form, ...]:
    """Return the forms that there are: several workspaces on SQLite have the web form alone."""
    return (Form.WEB,) if settings.several and settings.embedded else tuple(Form)


def run(settings: Settings, form: Form, around: Surroundings | None = None) -> None:
    """Run until told to stop; raises SetUpTrouble, and SystemExit at the end of the web form."""
    REQUIRED[form](settings)
    if form is Form.WEB:
        serve_web(settings, around)
        return
    with told_to_stop() as wait, alone(settings.database_url):
        bot = Bot(settings, around)
        leave_alone()
        try:
            bot.start()
            if settings.behind_web:
                bot.be_roused()
            else:
                bot.connect()
            if settings.metrics_port:
                bot.monitor()
            wait()
        finally:
            bot.stop()
