"""Writes the next migration: what the tables have and a database brought up to date has not."""

import sys
import tempfile

from alembic import command

from storage.database import migrations, opened, upgrade, writing


def write(message: str) -> None:
    """Write the migration; what Alembic cannot see (renamed columns) is for the author to mend."""
    with (
        tempfile.TemporaryDirectory() as folder,
        opened(f"sqlite:///{folder}/scratch.db") as engine,
    ):
        upgrade(engine)
        with writing(engine).begin() as connection:
            command.revision(migrations(connection), message, autogenerate=True)


if __name__ == "__main__":
    write(" ".join(sys.argv[1:]))
