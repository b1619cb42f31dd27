"""What one transaction at a time does, of all processes on a PostgreSQL server."""

from enum import IntEnum

from sqlalchemy import Connection, func, select


class Turn(IntEnum):
    """What is done in turn: any numbers, the same in every process and in every release."""

    UPGRADE = 0x0E7EC02D
    LEASE = 0x0E7EC02E
    INDEX = 0x0E7EC05E
    INSTALL = 0x0E7EC0A7


def take_turn(connection: Connection, turn: Turn) -> None:
    """Make all others wait for the same turn, to the end of the transaction.

    SQLite has one writer anyway.
    """
    if connection.dialect.name == "postgresql":
        connection.execute(select(func.pg_advisory_xact_lock(int(turn))))
