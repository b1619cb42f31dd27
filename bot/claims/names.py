"""Who is meant by a name, a title, an acronym or a pronoun in one article."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from spacy.tokens import Doc, Token

from bot.claims.acronyms import acronyms
from bot.claims.parsed import text_of

TITLES = frozenset(
    """mr mrs ms miss dr prof professor sir lord lady dame president vice prime minister premier
    chancellor secretary senator sen representative rep congressman governor gov mayor councillor
    cllr judge justice sheriff chief deputy assistant general gen lieutenant lt colonel col major
    maj captain capt sergeant sgt admiral commander commissioner constable inspector detective ds
    di pc
    king queen prince princess pope archbishop bishop rabbi imam father sister reverend rev
    spokesman spokeswoman spokesperson director managing executive chair chairman chairwoman
    chairperson head leader coach manager analyst economist lawyer attorney prosecutor opposition
    lawmaker mp coordinator secretary-general boss acting former interim national regional
    organiser
    organizer senior energy health foreign finance defence defense interior transport business
    education environment justice home trade agriculture labour labor state""".split()
)
"""Words before a name that are no part of it: "Culture Minister Lena Orsk"."""

FORMS_OF_ADDRESS = frozenset("mr mrs ms miss dr prof professor sir dame".split())

BODY_NOUNS = frozenset(
    """ministry department agency directorate office administration government council committee
    commission parliament congress senate assembly court tribunal police union federation
    association organisation organization charity company firm group bank corporation operator
    utility carmaker airline manufacturer maker retailer insurer developer party institute
    institution university college school hospital clinic service authority board bureau centre
    center fund foundation society alliance coalition army navy force military command embassy hall
    newspaper paper agency network channel station broadcaster club league team regulator watchdog
    inquiry trust campaign lobby body panel task embassy house kremlin pentagon ngo chain
    haulier lender exporter importer
    contractor shipbuilder brewer drugmaker grocer""".split()
)
ONE_BODY = frozenset(noun.rstrip("s") for noun in BODY_NOUNS)
KIND_BY_NAME = {
    **dict.fromkeys(("bank", "banco", "banque", "banca", "bancorp"), "bank"),
    **dict.fromkeys(("airlines", "airways", "airline"), "airline"),
    **dict.fromkeys(("insurance", "assurance", "assicurazioni"), "insurer"),
    "motors": "carmaker",
}
"""Words at either end of a firm's name that tell what it is: "Banco Varno" is "the bank"."""
FIRM_NOUNS = frozenset(
    """company firm group operator utility carmaker airline manufacturer maker retailer insurer
    developer bank business employer supplier club chain haulier lender exporter importer
    contractor shipbuilder brewer drugmaker grocer""".split()
)
PERSON_NOUNS = frozenset(
    """he she man woman mayor minister president governor judge sheriff doctor lawyer officer
    leader
    chief director executive boss chairman chairwoman secretary coach manager analyst prosecutor
    commander spokesman spokeswoman spokesperson deputy official dealer player captain
    defendant senator lawmaker premier chancellor commissioner coordinator""".split()
)
KNOWN_AS = re.compile(r"\bknown (?:as|by its initials,?) ([A-Z]{2,8})\b")
MOST_NAMES = 300
"""Bodies and people that are kept apart in one article."""
PARTICLES = frozenset("de da di do du del das van von der den bin ibn al el la le dos ben".split())

JOINING = PARTICLES | {"-", "&", "'", "of", "for"}


@dataclass(slots=True)
class Cast:
    """Who has been named so far in an article; grows sentence by sentence."""

    people: dict[str, str] = field(default_factory=dict)  # surname -> fullest name
    bodies: list[str] = field(default_factory=list)  # in order of mention, fullest names
    mentions: Counter[str] = field(default_factory=Counter)  # of bodies
    initials: dict[str, str] = field(default_factory=dict)  # acronym -> fullest name
    roles: dict[str, str] = field(default_factory=dict)  # "mayor" -> a person's name
    title: str = ""
    person: str | None = None  # the last person to speak or act
    body: str | None = None  # the last body to speak or act
    firm: str | None = None
    ahead: tuple[str, ...] = ()  # bodies that the article names anywhere
    recent: dict[str, str] = field(default_factory=dict)  # "office" -> "prosecutor's office"
    spoke: str | None = None  # the last claimant of the paragraph
    kinds: dict[str, str] = field(default_factory=dict)  # "airline" -> the one called so

    def meet(self, doc: Doc) -> None:
        """Take in the names of a sentence."""
        self.initials.update(acronyms(text_of(doc)))
        for run in name_runs(doc):
            self._meet_run(run)
        found = KNOWN_AS.search(text_of(doc)) if "known" in text_of(doc) else None
        before = [b for b in self.bodies if b] if found else []
        if found and before:
            self.initials.setdefault(found[1], before[-1])

    def _meet_run(self, run: list[Token]) -> None:
        name = name_of(run)
        if is_body_name(name):
            self._meet_body(run)
        elif (len(run) > 1 and _is_person(run)) or _is_addressed(run):
            self._meet_person(run, name)
        elif run[-1].text not in self.people and _may_be_body(run):
            self._meet_body(run)

    def _meet_person(self, run: list[Token], name: str) -> None:
        if len(self.people) >= MOST_NAMES and run[-1].text not in self.people:
            return
        if len(self.people.get(run[-1].text, "").split()) < 2:  # noqa: PLR2004 - "Mr Orsk"
            self.people[run[-1].text] = name
        for role in _roles_of(run):
            self.roles[role] = self.people[run[-1].text]

    def _meet_body(self, run: list[Token]) -> None:
        name = name_of(run)
        for kind in _kinds_of(run):
            self.kinds[kind] = self.full(name)
        full = self.full(name)
        if full in self.mentions or len(self.mentions) < MOST_NAMES:
            self.mentions[full] += 1
        self.add_body(name)

    def add_body(self, name: str) -> None:
        """Keep a body that is new; a list of a thousand firms would be gone through for each."""
        if name not in self.bodies and len(self.bodies) < MOST_NAMES:
            self.bodies.append(name)

    def a_firm(self, kind: str = "company") -> str | None:
        """Return what "the company" is: one called so, else who spoke last, else named most."""
        if kind in self.kinds:
            return self.kinds[kind]
        people = self.people.values()
        often = [
            body
            for body, times in self.mentions.most_common()
            if times > 1 and not is_public(body) and body not in people
        ]
        headlined = [b for b in often if b.split()[0] in self.title]
        return self.firm or next(iter(headlined or often), None)

    def full(self, name: str) -> str:
        """Return the fullest name that the article has given for this one."""
        bare = name.removesuffix("'s").removesuffix("'")
        if bare in self.initials:
            return self.initials[bare]
        last = bare.split()[-1] if bare else bare
        if last in self.people and set(bare.split()) <= set(self.people[last].split()):
            return self.people[last]
        words = set(bare.split())
        longer = [b for b in self.bodies if words < set(b.split())]
        return longer[0] if len(longer) == 1 else bare


@lru_cache(maxsize=4)
def name_runs(doc: Doc) -> tuple[list[Token], ...]:
    """Return the runs of name words of a sentence, titles and demonyms at the front left out."""
    return tuple(_runs(doc))


def _runs(doc: Doc) -> Iterator[list[Token]]:
    run: list[Token] = []
    for token in doc:
        if _in_name(token, run):
            run.append(token)
        elif run:
            yield from _cut(run)
            run = []
    if run:
        yield from _cut(run)


def _in_name(token: Token, run: list[Token]) -> bool:
    word = token.text
    if word[:1].isupper():
        return token.pos_ == "PROPN" or token.ent_type_ in {"PERSON", "ORG"}
    if run and token.tag_ == "POS":
        return _owns_body(token)
    joins = run and word in JOINING and token.i + 1 < len(token.doc)
    if not joins or not token.nbor().text[:1].isupper():
        return False
    if word in {"of", "for"}:
        return is_body_name(run[-1].text)
    return word == "&" or not token.whitespace_ or word in PARTICLES


def _owns_body(mark: Token) -> bool:
    """Tell "Auditor's Office" and "Tenants' Association", which are no names without the owner."""
    after = [t.text for t in mark.doc[mark.i + 1 : mark.i + 3]]
    alone = len(after) == 1 or (len(after) > 1 and not after[1][:1].isupper())
    return alone and after[0][:1].isupper() and after[0].lower() in BODY_NOUNS


def _cut(run: list[Token]) -> Iterator[list[Token]]:
    while run and not run[-1].text[:1].isalnum():
        run = run[:-1]
    while run and run[0].lower_ in {"the", "a", "an"}:
        run = run[1:]
    start = 0
    for i, token in enumerate(run[:-1]):
        if token.lower_.rstrip(".") in TITLES:
            start = i + 1
    if start and is_body_name(name_of(run[start:])):
        start = 0  # "Health Ministry" keeps its first word, "Health Minister Orsk" does not
    rest = run[start:]
    if rest and rest[-1].lower_.rstrip(".") not in TITLES:
        yield rest  # "Culture Minister" alone is a title and no name


def name_of(run: Iterable[Token]) -> str:
    """Return the words of a run as they stand in the text."""
    return "".join(t.text_with_ws for t in run).strip()


@lru_cache(maxsize=1024)
def is_body_name(name: str) -> bool:
    """Tell a body's name by its words: "Varno Rowers League", "University of Kelm"."""
    words = {w.lower().rstrip("s") for w in re.findall(r"[A-Za-z]+", name)}
    return not words.isdisjoint(ONE_BODY)


PUBLIC = re.compile(
    r"""\b(?:ministry|department|government|council|committee|parliament|congress|court|police
        |union|federation|university|army|kremlin|authority|commission|party|directorate|un
        |united\ nations|association|bureau|agency|institute|workers|guild|committee|trust
        |campaign|league|board|service|office)\b""",
    re.VERBOSE | re.IGNORECASE,
)


def is_public(name: str) -> bool:
    """Tell a public body or a union from a firm, so that "the company" is not the ministry."""
    return bool(PUBLIC.search(name))


def _may_be_body(run: list[Token]) -> bool:
    """Tell "Racing Varno" and "Orsk Mills" from places, peoples and days."""
    labels = {t.ent_type_ for t in run}
    if labels & {"GPE", "LOC", "NORP", "DATE", "FAC", "EVENT"}:
        return False
    if any(c.isdigit() for t in run for c in t.text):
        return False  # "CET1"
    return "ORG" in labels or len(run) > 1


def _is_person(run: list[Token]) -> bool:
    last = run[-1]
    if last.ent_type_ in {"GPE", "LOC", "FAC", "NORP", "DATE"}:
        return False
    if last.dep_ == "appos" and last.head.lower_ in FIRM_NOUNS:
        return False  # "the haulier, Castle Vans,"
    before = run[0].nbor(-1) if run[0].i else None
    titled = before is not None and before.lower_.rstrip(".") in TITLES | PERSON_NOUNS
    return titled or any(t.ent_type_ == "PERSON" for t in run) or _has_appositive_role(last)


def _is_addressed(run: list[Token]) -> bool:
    """Tell "Mr Orsk", who has no other name yet."""
    return run[0].i > 0 and run[0].nbor(-1).lower_.rstrip(".") in FORMS_OF_ADDRESS


def _has_appositive_role(last: Token) -> bool:
    return any(c.dep_ == "appos" and c.lower_ in PERSON_NOUNS | TITLES for c in last.children)


def _kinds_of(run: list[Token]) -> Iterator[str]:
    """Give the noun of "grid company Ousel" and of "Ousel, the largest airline there"."""
    if run[0].i and run[0].nbor(-1).lower_ in FIRM_NOUNS:
        yield run[0].nbor(-1).lower_
    for child in run[-1].children:
        if child.dep_ == "appos" and child.lower_ in FIRM_NOUNS:
            yield child.lower_
    if kind := KIND_BY_NAME.get(run[0].lower_) or KIND_BY_NAME.get(run[-1].lower_):
        yield kind


def _roles_of(run: list[Token]) -> Iterator[str]:
    """Give the role nouns that stand before a name or in apposition to it."""
    for token in run[0].doc[max(0, run[0].i - 2) : run[0].i]:
        if token.lower_ in PERSON_NOUNS | TITLES:
            yield token.lower_
    for child in run[-1].children:
        if child.dep_ == "appos":
            yield child.lower_
    head = run[-1].head
    if run[-1].dep_ == "appos":
        yield head.lower_
