"""What Slack sends us, and what it means for the desk."""
