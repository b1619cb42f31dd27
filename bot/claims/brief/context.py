"""Lines that earn no reply by themselves but help to judge one that is given."""

import re

from bot.claims.brief.excerpts import of_figure, of_subject
from bot.claims.brief.pieces import Scene, by, cited, label, opened, plain_text
from bot.claims.checks.denials import heading
from bot.claims.claimants import same_claimant
from bot.claims.measure import Fit, Pair, pairs
from bot.claims.model import (
    Certainty,
    Check,
    CheckKind,
    Claim,
    Figure,
    Line,
    Link,
    Piece,
    Scope,
)
from bot.claims.values import unit, values
from bot.claims.words import fold

_PLAIN_ANSWER = re.compile(
    # "The institute rejected the report." names no matter of its own
    r"\b(?:reject|dismiss|den[iy]|disput)\w* (?:it|that|this|(?:the|that|this) (?:\w+ )?"
    r"(?:report|claim|figure|allegation|accusation|suggestion)s?)\W*$",
    re.IGNORECASE,
)
NOTHING: tuple[Line, ...] = ()


def unlike_line(scene: Scene, told: frozenset[str]) -> tuple[Line, ...]:
    """Tell of figures that count something more or less, as such: never a change."""
    links = [k for k in scene.brief.links if k.shown and k.later.id not in told and _unlike(k)]
    if not links:
        return NOTHING
    link = max(links, key=lambda k: (same_claimant(k.later, k.earlier), "“" in k.later.quote))
    pair = _unlike(link)[0]
    pieces = [label(_head(pair)), *by(link.later, scene)]
    pieces += cited(of_figure(link.later, pair.later), link.later)
    if link.later.certainty is not Certainty.CERTAIN and not link.later.when:
        pieces.append(plain_text("; no date"))
    pieces += [*_headline(scene, link.later), plain_text(". Not like for like with ")]
    pieces += [*_owner(link, scene), *cited(pair.earlier.text, link.earlier), plain_text(".")]
    return (opened(pieces),)


def _unlike(link: Link) -> tuple[Pair, ...]:
    found = (p for p in pairs(link.later, link.earlier) if p.fit is Fit.UNLIKE)
    return tuple(p for p in found if values(p.later) != values(p.earlier))


def _head(pair: Pair) -> str:
    return "More" if pair.later.scope is Scope.ADDITIONAL else "Not the same count"


def _owner(link: Link, scene: Scene) -> tuple[Piece, ...]:
    if same_claimant(link.later, link.earlier):
        return (Piece("the same claimant’s earlier "),)
    return by(link.earlier, scene)


def _headline(scene: Scene, claim: Claim) -> tuple[Piece, ...]:
    """Quote the headline where it tells the same figure in another strength."""
    drifts = [c for c in scene.brief.checks if c.kind is CheckKind.DRIFT and claim in c.claims]
    title = fold(scene.here.title)
    headings = (c for check in drifts for c in check.claims if fold(c.quote) == title)
    heading = next(headings, None)
    if heading is None:
        return ()
    words = of_figure(heading, heading.figures[0]) if heading.figures else heading.quote
    return (Piece(". Headline: "), *cited(words, heading)[:1])


def denied_line(scene: Scene, told: frozenset[str]) -> tuple[Line, ...]:
    """Tell the first denial inside the article that is not already told."""
    found = [c for c in scene.brief.checks if c.kind is CheckKind.DENIED_HERE]
    fresh = [c for c in found if told.isdisjoint(k.id for k in c.claims)]
    if not fresh:
        return NOTHING
    if len(fresh[0].claims) == 1:
        (claim,) = fresh[0].claims
        pieces = [label(heading([claim])), *by(claim, scene), *cited(claim.quote, claim)]
        return (opened(pieces),)
    one, other, *_ = fresh[0].claims
    pieces = [label(heading((one, other))), *by(one, scene)]
    pieces += [*_said(one, other), plain_text(". "), *by(other, scene)]
    return (opened((*pieces, *_said(other, one), plain_text("."))),)


def _said(claim: Claim, against: Claim) -> tuple[Piece, ...]:
    found = pairs(claim, against)
    if found:
        return cited(of_figure(claim, found[0].later), claim)
    if figure := _answering(claim, against):
        return cited(of_figure(claim, figure), claim)
    shared = claim.words & against.words
    about = claim.words if _PLAIN_ANSWER.search(against.quote) else shared
    return cited(of_subject(claim, about), claim)


def _answering(claim: Claim, against: Claim) -> Figure | None:
    """Return the number nearest to the other side's: "370" beside "350"."""
    told = [f for f in against.figures[:1] if values(f)]
    mine = [f for f in claim.figures if values(f) and told and unit(f) == unit(told[0])]
    return min(mine, key=lambda f: abs(max(values(f)) - max(values(told[0]))), default=None)


def chain_line(scene: Scene) -> tuple[Line, ...]:
    """Tell the way that a claim came, where the article itself says that it does not hold."""
    hops = [c for c in scene.brief.checks if c.kind is CheckKind.HOP and len(c.claims) > 1]
    return (_chain(scene, hops[0]),) if hops else NOTHING


def _chain(scene: Scene, check: Check) -> Line:
    lacking, *through = check.claims
    claim = max(through, key=lambda c: len(c.via))
    way = ", ".join((claim.claimant or "nobody named", *claim.via, scene.here.outlet))
    pieces = (label("Chain"), plain_text(f"{way}. {scene.here.outlet}: "))
    return opened((*pieces, *cited(of_subject(lacking, frozenset()), lacking), plain_text(".")))
