"""Saying what the desk has to say, on Slack."""
