"""What people, channels and posts are, without Slack or storage."""
