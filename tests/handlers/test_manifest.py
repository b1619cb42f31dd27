"""What Slack is told of the app is what the code listens to."""

import json
from typing import Any

from bot.newsroom.install import REDIRECT_PATH
from bot.newsroom.verbs import USAGES
from handlers.manifest import EVENTS, manifest
from tests.house.tree import ROOT

HEARD = {
    "app_home_opened",
    "app_mention", "message.channels", "message.groups", "message.im",
    "channel_archive", "channel_deleted", "channel_id_changed", "channel_left", "channel_rename",
    "channel_shared", "channel_unarchive", "channel_unshared",
    "group_archive", "group_deleted", "group_left", "group_rename", "group_unarchive",
    "app_uninstalled", "tokens_revoked",
    "member_joined_channel", "member_left_channel", "team_join", "user_change",
}  # fmt: skip


def test_the_file_at_the_root_is_what_the_command_prints() -> None:
    assert json.loads((ROOT / "manifest.json").read_text(encoding="utf-8")) == manifest()


def test_the_http_form_names_one_address_everywhere_and_leaves_socket_mode() -> None:
    url = "https://bot.example/slack/events"
    settings = manifest(url)["settings"]

    assert settings["event_subscriptions"]["request_url"] == url
    assert settings["interactivity"]["request_url"] == url
    assert manifest(url)["features"]["slash_commands"][0]["url"] == url
    assert not settings["socket_mode_enabled"]
    assert manifest(url)["oauth_config"]["redirect_urls"] == [
        f"https://bot.example{REDIRECT_PATH}"
    ]


def test_the_events_asked_for_are_those_that_are_listened_to() -> None:
    assert set(EVENTS) == HEARD


def test_the_hint_names_every_verb() -> None:
    command = manifest()["features"]["slash_commands"][0]

    assert all(usage.usage in command["usage_hint"] for usage in USAGES)


def test_slacks_lengths_are_kept() -> None:
    shown: dict[str, Any] = manifest()["display_information"]
    command = manifest()["features"]["slash_commands"][0]

    assert len(shown["name"]) <= 35
    assert len(shown["description"]) <= 140
    assert len(command["command"]) <= 32
    assert len(command["usage_hint"]) <= 1000
