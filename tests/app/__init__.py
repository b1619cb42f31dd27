"""The forms in which the bot runs, each in processes of its own."""
