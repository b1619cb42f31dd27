"""Talk in, talk out: the real bot on a database, with the Slack stand-in and a news site."""
