"""The use cases: what the bot does for a reporter, told in terms of ports."""
