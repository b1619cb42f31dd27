"""How tokens are sealed before they are written down, and opened again."""

from typing import TYPE_CHECKING

from bot.newsroom.trouble import SetUpTrouble

if TYPE_CHECKING:  # cryptography takes 7 MB, which only several workspaces should pay
    from cryptography.fernet import Fernet, MultiFernet

UNUSABLE = (
    "TOKEN_KEYS is not usable: each key is a line of 44 signs as `python -m bot key` prints it."
)


class Keyring:
    """Keys for tokens: the first seals, every one of them opens.

    Fernet (AES in CBC mode with HMAC-SHA256) knows no context, so the workspace is sealed in with
    the token: a row that is put in another's place does not open.
    """

    def __init__(self, keys: str) -> None:
        """Take the keys, parted by commas or spaces; raises SetUpTrouble for one that is none."""
        from cryptography.fernet import Fernet, MultiFernet  # noqa: PLC0415 - see above

        try:
            ring = [Fernet(key) for key in keys.replace(",", " ").split()]
            self._all = MultiFernet(ring)
        except ValueError:
            raise SetUpTrouble(UNUSABLE) from None
        self._first = ring[0]

    def seal(self, workspace: str, token: str) -> bytes:
        """Return the token sealed under the first key."""
        return self._first.encrypt(f"{workspace} {token}".encode())

    def open(self, workspace: str, sealed: bytes) -> str:
        """Return the token, empty where no key opens it or where it is another workspace's."""
        return _opened(self._all, workspace, sealed)

    def is_current(self, workspace: str, sealed: bytes) -> bool:
        """Tell whether the first key alone opens it."""
        return bool(_opened(self._first, workspace, sealed))


def new_key() -> str:
    """Return a fresh key."""
    from cryptography.fernet import Fernet  # noqa: PLC0415 - see above

    return Fernet.generate_key().decode()


def _opened(ring: "Fernet | MultiFernet", workspace: str, sealed: bytes) -> str:
    from cryptography.fernet import InvalidToken  # noqa: PLC0415 - see above

    try:
        whose, _, token = ring.decrypt(sealed).decode().partition(" ")
    except InvalidToken:
        return ""
    return token if whose == workspace else ""
