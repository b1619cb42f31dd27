"""Domain objects to Slack messages, one module a surface."""
