"""`python -m bot`."""

from bot.stopping import end_at_once_while_loading

if __name__ == "__main__":
    end_at_once_while_loading()

from bot.cli import main  # takes a second, in which Ctrl-C may come

if __name__ == "__main__":
    main()
