"""The command line: what an operator types."""

import json
import os
import sys
import webbrowser
from collections.abc import Sequence
from contextlib import ExitStack, suppress
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import track

from bot.app import Bot
from bot.app.around import Surroundings
from bot.app.log import log_to_stderr
from bot.app.running import Form as RunForm
from bot.app.running import run as run_form
from bot.app.setting_up import set_up
from bot.checkup import check as checked
from bot.desk.look_up import exported
from bot.importing import Into, bring_in, found_in
from bot.newsroom.trouble import SetUpTrouble, Trouble
from bot.playground.opening import playground
from bot.replay import as_told
from bot.replay import replay as replayed
from bot.settings import Settings, settings_from_environment
from bot.slackroom.room import Room
from bot.stopping import broken_off_when_told, told_to_stop
from bot.views.exporting import FORMS, Form
from handlers.manifest import manifest as app_manifest
from storage.alone import alone
from storage.backup import back_up
from storage.backup import restore as restored
from storage.database import opened, upgrade
from storage.installs import drop_token
from storage.places import appoint
from storage.sealing import new_key

BAD_SET_UP = 2  # exit status
PORT = 8765  # of the playground

Workspace = Annotated[str, typer.Option(help="Its id, where several have the bot.")]

cli = typer.Typer(
    add_completion=False,
    invoke_without_command=True,
    pretty_exceptions_enable=False,
    help="On the Record: who claims what, word for word, and what differs.",
)


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line; what an operator has to mend is one line and exit status 2."""
    try:
        cli(arguments)
    except SetUpTrouble as trouble:
        print(trouble, file=sys.stderr)  # noqa: T201 - the operator's line
        sys.exit(BAD_SET_UP)


@cli.callback()
def play(
    context: typer.Context,
    *,
    port: Annotated[int, typer.Option(min=0, max=65_535, help="0: any free one.")] = PORT,
    browser: Annotated[bool, typer.Option(help="Open the page in the browser.")] = True,
    folder: Annotated[
        Path | None, typer.Option("--data", help="Keep the claims in this folder.")
    ] = None,
) -> None:
    """On the Record: who claims what, word for word, and what differs.

    Without a command, opens the playground: a page that plays Slack, with the bot in it.
    """
    if context.invoked_subcommand is not None:
        return
    with told_to_stop() as wait, ExitStack() as stack:
        # Whatever a step that was left in hand still writes, the folder goes with us.
        kept = folder or Path(
            stack.enter_context(TemporaryDirectory(prefix="record-", ignore_cleanup_errors=True))
        )
        stack.enter_context(alone(_database_in(kept)))
        address = stack.enter_context(playground(partial(_playing, _database_in(kept)), port))
        typer.echo(f"The playground is open: {address}/ (Ctrl-C ends it)")
        if browser:
            _show(address)
        wait()


@cli.command()
def run(
    *,
    web: Annotated[
        bool, typer.Option(help="Listen by signed HTTP on PORT; on SQLite all there is.")
    ] = False,
) -> None:
    """Run the bot on a real Slack: over Socket Mode, or, without SLACK_APP_TOKEN, behind --web."""
    settings = settings_from_environment()
    log_to_stderr(settings)
    run_form(settings, RunForm.WEB if web else RunForm.WORKER)


@cli.command()
def replay(
    paths: Annotated[list[Path], typer.Argument(metavar="PATH…", help="Text files or folders.")],
    *,
    as_json: Annotated[bool, typer.Option("--json", help="One line of JSON an article.")] = False,
) -> None:
    """Read articles in order of publication and print what the bot would say."""
    bad: list[str] = []
    for row in replayed(paths, bad.append):
        typer.echo(json.dumps(row, ensure_ascii=False) if as_json else as_told(row))
    for line in bad:
        typer.echo(line, err=True)
    if bad:
        raise typer.Exit(BAD_SET_UP)


@cli.command("import")
def bring_past_in(
    paths: Annotated[
        list[Path],
        typer.Argument(metavar="PATH…", help="Text files, folders, .jsonl, .csv of links, .rss."),
    ],
    *,
    channel: Annotated[str, typer.Option(help="The id of the channel that they are recorded in.")],
    workspace: Workspace = "",
) -> None:
    """Record past stories, silently; what was begun and stopped goes on where it ended."""
    bad: list[str] = []
    settings = settings_from_environment()
    settings.require_token()
    log_to_stderr(settings)
    found = found_in(paths, bad.append)
    bot = Bot(settings)
    try:
        pasts = track(found, "Reading", console=Console(stderr=True))
        new, known = bring_in(bot.desk, Into(_meant(bot, workspace), channel), pasts, bad.append)
    except Trouble as trouble:
        raise SetUpTrouble(str(trouble)) from None
    finally:
        bot.stop()
    for line in bad:
        typer.echo(line, err=True)
    typer.echo(f"{new} articles new, {known} in the records already.")
    if bad:
        raise typer.Exit(BAD_SET_UP)


@cli.command("export")
def take_out(
    filters: Annotated[
        str, typer.Argument(help="As after /claim find: 'by:ministry since:7d'.")
    ] = "",
    *,
    channel: Annotated[str, typer.Option(help="The id of a channel: what may be seen there.")],
    workspace: Workspace = "",
    form: Annotated[Form, typer.Option(help="The form of the file.")] = Form.CSV,
) -> None:
    """Print the claims of published articles that a channel may see."""
    settings = settings_from_environment()
    settings.require_token()
    bot = Bot(settings)
    try:
        viewer = bot.desk.viewer(_meant(bot, workspace), channel)
        claims, marks = exported(bot.desk, viewer, filters)
    except Trouble as trouble:
        raise SetUpTrouble(str(trouble)) from None
    finally:
        bot.stop()
    typer.echo(FORMS[form].write(claims, marks), nl=False)


@cli.command()
def migrate() -> None:
    """Bring the database up to date."""
    with opened(settings_from_environment().database_url) as engine:
        upgrade(engine)
    typer.echo("The database is up to date.")


@cli.command()
def backup(file: Annotated[Path, typer.Argument(help="One that is not there yet.")]) -> None:
    """Write the whole database into a file; the bot may go on meanwhile."""
    with broken_off_when_told():
        back_up(settings_from_environment().database_url, file)
    typer.echo(f"The database is in {file}: keep it as safe as the database.")


@cli.command()
def restore(
    file: Annotated[Path, typer.Argument(help="What `backup` wrote.")],
    *,
    replace: Annotated[bool, typer.Option(help="Give up what is on record now.")] = False,
) -> None:
    """Put a backup in the place of the database; the bot has to be stopped.

    PostgreSQL takes one of SQLite too.
    """
    with broken_off_when_told():
        back = restored(settings_from_environment().database_url, file, replace=replace)
    typer.echo("The backup is in place. What is too old by now goes at the next start.")
    for line in back.told:
        typer.echo(line)


@cli.command()
def key() -> None:
    """Print a fresh key for TOKEN_KEYS."""
    typer.echo(new_key())


@cli.command()
def uninstall(
    workspaces: Annotated[list[str], typer.Argument(metavar="ID…", help="As in `check`.")],
) -> None:
    """Drop the tokens of workspaces; what is on record there stays, and so does what waits."""
    with opened(settings_from_environment().database_url) as engine:
        upgrade(engine)
        for workspace in workspaces:
            dropped = drop_token(engine, workspace)
            typer.echo(f"{workspace}: {'dropped' if dropped else 'there was no token'}.")


@cli.command()
def owner(
    person: Annotated[str, typer.Argument(help="The id of a member, U0123, or none.")],
    *,
    workspace: Workspace = "",
) -> None:
    """Name the newsroom's owner, where the one that there is has left; the new one is told."""
    with opened(settings_from_environment().database_url) as engine:
        upgrade(engine)
        appoint(engine, workspace, "" if person == "none" else person)
    typer.echo(f"The owner is {person} now.")


@cli.command()
def manifest(
    http: Annotated[str, typer.Option(help="The address that Slack shall send to.")] = "",
) -> None:
    """Print the Slack app's manifest, to be pasted at api.slack.com."""
    typer.echo(json.dumps(app_manifest(http), indent=2))


@cli.command()
def check() -> None:
    """Tell what is well with the set-up and what is not."""
    findings = list(checked(set_up(settings_from_environment())))
    for finding in findings:
        typer.echo(f"{finding.sign:<6}{finding.line}")
    if not all(finding.well for finding in findings):
        raise typer.Exit(BAD_SET_UP)


def _meant(bot: Bot, workspace: str) -> str:
    """Return the workspace that the operator named, or the one that there is."""
    if not (workspace or bot.workspace):
        raise SetUpTrouble("Name the workspace with --workspace: `check` lists those there are.")
    return workspace or bot.workspace


def _database_in(folder: Path) -> str:
    """Return the address of the playground's database; raises SetUpTrouble for a bad folder."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        line = f"The folder {folder} cannot be used ({error.strerror}): name another with --data."
        raise SetUpTrouble(line) from None
    return f"sqlite:///{folder.absolute() / 'playground.db'}"


def _playing(database_url: str, room: Room, around: Surroundings) -> Bot:
    """Return the playground's bot, which takes nothing from the operator's environment."""
    settings = Settings(
        slack_bot_token=room.bot_token,
        slack_app_token="",
        slack_signing_secret=room.signing_secret,
        slack_client_id="",
        slack_client_secret="",
        database_url=database_url,
        port=0,
        web_concurrency=1,
        metrics_port=0,
        log_level="error",
    )
    log_to_stderr(settings)
    return Bot(settings, around)


def _show(address: str) -> None:
    """Open the page, if there is a display to show it on; a terminal's browser would hold us."""
    if sys.platform in {"darwin", "win32"} or {"DISPLAY", "WAYLAND_DISPLAY"} & os.environ.keys():
        with suppress(webbrowser.Error, OSError):
            webbrowser.open(address)
