"""The page that plays Slack: a workspace of its own, sample stories, and the real bot in it."""
