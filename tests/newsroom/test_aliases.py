"""Names that people said are one."""

from datetime import UTC, datetime

import pytest

from bot.newsroom.aliases import Alias, Aliases


def those(*pairs: tuple[str, str]) -> Aliases:
    return Aliases(tuple(Alias(a, b, "U1", datetime(2026, 3, 4, tzinfo=UTC)) for a, b in pairs))


@pytest.mark.parametrize(
    ("pairs", "claimant", "known"),
    [
        ([], "Lena Orsk", ""),
        ([("L. Orsk", "Lena Orsk")], "L. ORSK", "Lena Orsk"),
        ([("L. Orsk", "Lena Orsk")], "Lena Orsk", ""),
        ([("L. Orsk", "Lena Orsk")], None, ""),
        ([("Лена Орск", "Lena Orsk")], "Лена Орск", "Lena Orsk"),
        ([("a", "b"), ("b", "c")], "a", "c"),
        ([("a", "b"), ("b", "a")], "x", ""),
        ([("a", "A")], "a", ""),
    ],
)
def test_a_claimant_is_known_by_the_last_name_of_the_chain(
    pairs: list[tuple[str, str]], claimant: str | None, known: str
) -> None:
    assert those(*pairs).known_as(claimant) == known


def test_a_ring_of_names_comes_to_an_end() -> None:
    assert those(("a", "b"), ("b", "a")).known_as("a") in {"b", ""}


def test_the_other_names_of_a_claimant_are_found_from_any_of_them() -> None:
    aliases = those(("L. Orsk", "Lena Orsk"), ("the minister", "Lena Orsk"), ("Kai", "Kai Brenn"))

    assert aliases.others(["the minister", None]) == {"L. Orsk", "Lena Orsk", "the minister"}
