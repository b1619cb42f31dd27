"""Whose words a sentence gives, through which media they came, and who goes on speaking."""

from dataclasses import dataclass, field

from spacy.tokens import Doc, Token

from bot.claims.attributed import Attribution
from bot.claims.certainty import left_open
from bot.claims.chain import is_own, media_in, stays
from bot.claims.cues import quoted_tokens
from bot.claims.media import is_media
from bot.claims.names import Cast
from bot.claims.phrases import owned_bodies
from bot.claims.sentences import Sentence
from bot.claims.speakers import claimant_of, follow, remember, subject_named


@dataclass(frozen=True, slots=True)
class Source:
    """The claimant, None for the article itself, and the media between it and the article."""

    claimant: str | None = None
    via: tuple[str, ...] = ()


@dataclass(slots=True)
class Talk:
    """Who has spoken so far in an article; `own` are the words its outlet calls itself by."""

    own: frozenset[str]
    cast: Cast
    speaker: str | None = None  # of the quotation that may go on
    paragraph: int = -1
    via: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def source_of(self, sentence: Sentence, doc: Doc, said: Attribution | None) -> Source:
        """Return whose words the sentence gives, and remember it for the next ones."""
        if sentence.paragraph != self.paragraph:
            self.cast.spoke = None
        source = self._source_of(sentence, doc, said)
        self.cast.recent = owned_bodies(doc)
        return source

    def _source_of(self, sentence: Sentence, doc: Doc, said: Attribution | None) -> Source:
        if said is None:
            follow(doc, self.cast)
            return self._continued(sentence, doc)
        media = media_in(doc, said, self.cast, self.own)
        claimant, token, relayed = self._innermost(said, media)
        remember(token, claimant, self.cast)
        via = tuple(m for m in dict.fromkeys((*media, *relayed)) if m != claimant)
        if claimant is not None and not left_open(doc):
            via = via or self.via.get(claimant, ())
            self.via[claimant] = tuple(filter(stays, via))
        self.speaker, self.paragraph = claimant, sentence.paragraph
        self.cast.spoke = claimant
        return Source(claimant, via)

    def source_ahead(self, said: Attribution) -> Source:
        """Return whose words a quotation gives that its speaker follows in the next sentence."""
        claimant = claimant_of(said.source, self.cast)
        return Source(claimant, self.via.get(claimant or "", ()))

    def _innermost(
        self, said: Attribution, media: tuple[str, ...]
    ) -> tuple[str | None, Token, list[str]]:
        """Return who says it in the end, by which token, and who passes it on."""
        claimant, token = claimant_of(said.source, self.cast), said.source
        relayed: list[str] = []
        for other in said.others:
            beside = claimant_of(other.source, self.cast)
            if not beside or not claimant:
                continue
            if beside in media or self._relays(beside, claimant, other):
                relayed.append(beside)
            elif is_own(claimant, self.own):  # "The Courier can reveal that ..., a memo says"
                claimant, token = beside, other.source
            elif claimant in media or self._relays(claimant, beside, said):
                relayed += [claimant] if claimant[0].isupper() else []  # no "transcript"
                claimant, token = beside, other.source
        return claimant, token, relayed

    def _relays(self, medium: str, speaker: str, at: Attribution) -> bool:
        """Tell a medium that passes on what was said: "According to Radio Delta, Orsk ..."."""
        if is_own(medium, self.own):
            return False
        people = self.cast.people.values()
        according = at.cue.lower_ == "according" and speaker in people and medium not in people
        return is_media(medium) or according

    def _continued(self, sentence: Sentence, doc: Doc) -> Source:
        """Go on with the speaker before in a quotation without a cue, and where a body is "it"."""
        if left_open(doc):
            return Source(subject_named(doc, self.cast))
        apart = sentence.paragraph - self.paragraph
        quoted = quoted_tokens(doc, inside=sentence.quoted)
        quotation = len(quoted) > len(doc) // 2 and apart <= 1
        body = self.speaker == self.cast.body and apart == 0
        itself = doc[0].lower_ == "it" and doc[0].dep_ == "nsubj" and body
        answer = doc[0].text == "A" and len(doc) > 1 and doc[1].text == ":"
        if known := self._known_before_colon(doc):
            return Source(known)
        if answer:
            return Source(self.speaker or self.cast.person)
        if self.speaker and (quotation or itself):
            return Source(self.speaker, self.via.get(self.speaker, ()))
        return Source()

    def _known_before_colon(self, doc: Doc) -> str | None:
        """Return who has spoken before and speaks again in "Kelmia: no shells were fired"."""
        if len(doc) < 3 or doc[1].text != ":":  # noqa: PLR2004 - name, colon, words
            return None
        name = self.cast.full(doc[0].text)
        return name if name in self.via and doc[2].text[:1].islower() else None
