"""People, channels and posts of a newsroom, without Slack or storage."""
