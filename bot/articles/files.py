"""Reading articles from text files with a head: url, outlet, published, title."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from bot.claims.model import Article, Publication
from bot.newsroom.trouble import Trouble


class BadFile(Trouble):
    """The file is not an article with a head."""


@dataclass(frozen=True, slots=True)
class Exhibit:
    """An article and the name of its file, as given or as folder/name."""

    name: str
    article: Article


def exhibits(
    paths: Iterable[Path], tell: Callable[[str], None] | None = None
) -> Iterator[Exhibit]:
    """Read the files; a folder stands for its files whose names begin with a digit."""
    for path in paths:
        inside = sorted(path.glob("[0-9]*.txt"), key=_number) if path.is_dir() else [path]
        for file in inside:
            try:
                yield Exhibit(str(file), article_in(file))
            except BadFile as trouble:
                if tell is None:
                    raise
                tell(str(trouble))
        if not inside and tell is not None:
            tell(f"{path}: no files [0-9]*.txt in this folder")


def _number(file: Path) -> tuple[int, str]:
    """Order by the number that a name begins with: 2-2025.txt before 10.txt."""
    digits = re.match("[0-9]+", file.name)
    return int(digits[0]) if digits else 0, file.name


def article_in(file: Path) -> Article:
    """Read a text file with a head; raises BadFile with one line that says what is wrong."""
    try:
        text = file.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise BadFile(f"{file}: {error.strerror or 'cannot be read'}") from None
    except UnicodeDecodeError:
        raise BadFile(f"{file}: not a text file in UTF-8") from None
    if "\0" in text:
        raise BadFile(f"{file}: not a text file")
    head, body = _parted(text)
    fields = dict(_field(line) for line in head.splitlines() if ":" in line)
    if not {"url", "title", "outlet"} & fields.keys():
        raise BadFile(f"{file}: no head; it should begin with url:, outlet:, published:, title:")
    if not body.strip():
        raise BadFile(f"{file}: no text after the head")
    return Article(_publication(file, fields), body)


def _parted(text: str) -> tuple[str, str]:
    """Part the head from the body at the first empty line; the body stays as it is."""
    head, *body = re.split(r"\r?\n\r?\n", text, maxsplit=1)
    return head, "".join(body)


def _field(line: str) -> tuple[str, str]:
    name, _, value = line.partition(":")
    return name.strip().lower(), value.strip()


def _publication(file: Path, fields: dict[str, str]) -> Publication:
    published = _instant(file, fields.get("published", ""))
    basis = "head of the file" if published else ""
    return Publication(
        fields.get("url", ""), fields.get("outlet", ""), fields.get("title", ""), published, basis
    )


def _instant(file: Path, written: str) -> datetime | None:
    """Return the instant of publication, None for an undated article; a bare time is UTC."""
    if not written:
        return None
    try:
        instant = datetime.fromisoformat(written)
    except ValueError:
        raise BadFile(f"{file}: published: {written!r} is not a date like 2025-03-04") from None
    return instant if instant.tzinfo else instant.replace(tzinfo=UTC)
