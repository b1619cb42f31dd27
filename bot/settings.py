"""What an operator sets in the environment, and what is wrong with it."""

from urllib.parse import urlsplit

from pydantic import Field, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from bot.newsroom.install import REDIRECT_PATH
from bot.newsroom.trouble import SetUpTrouble

TOKENS = "Both are on the app's pages at api.slack.com; README says where."
ONE = "It is on the app's page at api.slack.com; README says where."
EMBEDDED = (
    "SLACK_SIGNING_SECRET is set and SLACK_APP_TOKEN is not: start with `python -m bot run "
    "--web`, which on SQLite does all the work."
)
SEVERAL = "for several workspaces all four are needed; README says where they are from."
BOTH = (
    "SLACK_BOT_TOKEN and SLACK_CLIENT_ID are both set: the first is for one workspace, "
    "the second for several. Keep one of them."
)
WEB_ALONE = (
    "SLACK_CLIENT_ID is set, for several workspaces: they need signed HTTP. "
    "Start with `python -m bot run --web`."
)
BACK = f"SLACK_REDIRECT_URI is not usable: it begins with https:// and ends with {REDIRECT_PATH}."
HIGHEST_PORT = 65_535


class Settings(BaseSettings):
    """The environment as the bot reads it, once, at start; secrets do not show in its repr."""

    model_config = SettingsConfigDict(frozen=True, extra="ignore")

    slack_bot_token: str = Field(default="", repr=False)
    slack_app_token: str = Field(default="", repr=False)
    slack_signing_secret: str = Field(default="", repr=False)
    slack_client_id: str = ""
    slack_client_secret: str = Field(default="", repr=False)
    slack_redirect_uri: str = ""
    token_keys: str = Field(default="", repr=False)
    database_url: str = Field(default="sqlite:///on-the-record.db", repr=False)
    port: int = Field(default=3000, ge=0, le=HIGHEST_PORT)
    web_concurrency: int = Field(default=1, ge=1, le=64)
    metrics_port: int = Field(default=0, ge=0, le=HIGHEST_PORT)
    log_level: str = Field(default="info", pattern=r"(?i)^(debug|info|warning|error|critical)$")

    @property
    def embedded(self) -> bool:
        """Tell whether the database is a file of ours, with one worker on it."""
        return self.database_url.startswith("sqlite")

    @property
    def several(self) -> bool:
        """Tell whether the bot is to be let into workspaces by its own pages, not by one token."""
        return bool(self.slack_client_id or self.slack_client_secret)

    @property
    def behind_web(self) -> bool:
        """Tell whether a worker is to leave listening to the web form, for want of a token."""
        signed = self.several or bool(self.slack_signing_secret)
        return signed and not self.slack_app_token and not self.embedded

    def require_token(self) -> None:
        """Raise SetUpTrouble unless there is what opens a workspace's records to the operator."""
        if not self.several:
            self._require_bot_token()

    def require_run(self) -> None:
        """Raise SetUpTrouble unless a worker can work, and listen where nothing else does."""
        if self.behind_web:
            self._require_worker()
        else:
            self._require_socket_mode()

    def _require_socket_mode(self) -> None:
        if self.several:
            raise SetUpTrouble(WEB_ALONE)
        if self.slack_bot_token and self.slack_signing_secret and not self.slack_app_token:
            raise SetUpTrouble(EMBEDDED)
        _require("SLACK_BOT_TOKEN", self.slack_bot_token, "SLACK_APP_TOKEN", self.slack_app_token)
        _require_start("SLACK_BOT_TOKEN", self.slack_bot_token, "xoxb-")
        _require_start("SLACK_APP_TOKEN", self.slack_app_token, "xapp-")

    def require_web(self) -> None:
        """Raise SetUpTrouble unless what signed HTTP needs is there."""
        secret = self.slack_signing_secret
        if self.several:
            self._require_several()
            return
        _require("SLACK_BOT_TOKEN", self.slack_bot_token, "SLACK_SIGNING_SECRET", secret)
        _require_start("SLACK_BOT_TOKEN", self.slack_bot_token, "xoxb-")

    def _require_worker(self) -> None:
        if self.several:
            self._require_several()
        else:
            self._require_bot_token()

    def _require_bot_token(self) -> None:
        if not self.slack_bot_token.strip():
            raise SetUpTrouble(f"SLACK_BOT_TOKEN is not set. {ONE}")
        _require_start("SLACK_BOT_TOKEN", self.slack_bot_token, "xoxb-")

    def _require_several(self) -> None:
        if self.slack_bot_token:
            raise SetUpTrouble(BOTH)
        wanted = {
            "SLACK_CLIENT_ID": self.slack_client_id,
            "SLACK_CLIENT_SECRET": self.slack_client_secret,
            "SLACK_SIGNING_SECRET": self.slack_signing_secret,
            "TOKEN_KEYS": self.token_keys,
        }
        missing = [name for name, value in wanted.items() if not value.strip()]
        if missing:
            raise SetUpTrouble(f"{' and '.join(missing)} not set: {SEVERAL}")
        if self.slack_redirect_uri and not _may_come_back(self.slack_redirect_uri):
            raise SetUpTrouble(BACK)


def settings_from_environment() -> Settings:
    """Read the environment; raises SetUpTrouble naming the first variable that is wrong."""
    try:
        return Settings()
    except ValidationError as error:
        first = error.errors(include_input=False, include_url=False)[0]
        name = str(first["loc"][0]).upper()
        raise SetUpTrouble(f"{name} is not usable: {first['msg']}.") from None


def _may_come_back(uri: str) -> bool:
    """Tell whether a redirect URL is one: over TLS, to our page, and to nothing else."""
    parts = urlsplit(uri)
    bare = not (parts.query or parts.fragment or parts.username)
    return parts.scheme == "https" and parts.path.endswith(REDIRECT_PATH) and bare


def _require(first: str, one: str, second: str, other: str) -> None:
    missing = [name for name, value in ((first, one), (second, other)) if not value.strip()]
    if len(missing) == 1:
        there = second if missing[0] == first else first
        raise SetUpTrouble(f"{there} is set but {missing[0]} is not. {TOKENS}")
    if missing:
        raise SetUpTrouble(f"{first} and {second} are not set. {TOKENS}")


def _require_start(name: str, value: str, start: str) -> None:
    if not value.startswith(start):
        raise SetUpTrouble(
            f"{name} does not look like one: it begins with {start}… on Slack's page."
        )
