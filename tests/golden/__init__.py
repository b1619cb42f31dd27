"""What the bot says of the corpus's stories, written down and read by an editor."""
