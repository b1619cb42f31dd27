"""What Alembic runs to migrate: on the connection it is given, against the tables as they are."""

from alembic import context
from sqlmodel import SQLModel

import storage.tables

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=SQLModel.metadata,
    transactional_ddl=True,
)
with context.begin_transaction():
    context.run_migrations()

__all__ = ["storage"]
