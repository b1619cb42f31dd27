"""How what the bot says is written for Slack."""
