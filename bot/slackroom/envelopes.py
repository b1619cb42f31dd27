"""What is around an event, a command or an interaction when Slack sends it to an app."""

# The events that the app may subscribe to and that a room can send. Source: the bot_events of a
# manifest for this kind of app, plus reactions, membership and channel changes.
BOT_EVENTS = frozenset(
    {
        "app_home_opened",
        "app_mention",
        "app_uninstalled",
        "channel_archive",
        "channel_convert_to_private",
        "channel_id_changed",
        "channel_left",
        "channel_rename",
        "channel_shared",
        "group_archive",
        "group_left",
        "group_rename",
        "member_joined_channel",
        "member_left_channel",
        "message.channels",
        "message.groups",
        "message.im",
        "tokens_revoked",
    }
)
