"""The words by which news reports what somebody says, shows, orders or denies."""

SAYING = frozenset(
    """say tell add state announce claim report note explain insist argue warn confirm disclose
    reveal declare estimate reckon predict forecast suggest indicate find accuse allege acknowledge
    admit concede accept maintain assert stress describe call promise pledge vow threaten order
    rule testify write tweet deny dismiss reject refute dispute contend recall remark reply respond
    answer complain caution hint urge conclude calculate project expect believe think show speak
    put count blame identify repeat reiterate affirm acknowledge certify attest conjecture assess
    emphasize emphasise highlight point observe comment hear inform brief voice document quote
    quip joke fume rage snap thunder growl
    recount learn understand swear rebut contradict recommend propose list record see
    decline plead fear plan hope aim intend""".split()
)
"""Reporting verbs, by lemma; which of them need what beside them is told below."""

SURVEYS = frozenset("poll survey study census count tally".split())
"""These give a figure: "A poll by Orsk & Vale gave the guild 37 per cent"."""

SCORNING = frozenset(
    "blast slam lambast lambaste ridicule mock trash rubbish deride decry debunk disown".split()
)
"""Who does this to a report denies it; who does it to a rival says nothing of a report."""
TAKING_BACK = frozenset("withdraw retract recant unsay".split())
SAID_THINGS = frozenset(
    """claim report allegation accusation suggestion story statement assertion rumour rumor charge
    figure account article version estimate finding remark number count theory speculation
    insinuation""".split()
)
"""What may be denied, scorned or taken back, for somebody has said it."""

RECKONINGS = frozenset(
    "count reckoning estimate estimates calculation calculations tally account figures".split()
)
"""By these somebody tells a number: "By the guild's count 37 barges sank"."""

WITH_FIGURE = frozenset(
    "put count list estimate set speak document calculate see find show hold expect report".split()
)
"""These attribute only a figure or a that-clause: "put the loss at 37 barges"."""

WEAK = frozenset(
    """find show expect believe think hear learn understand point list record put count speak call
    order rule accept report note observe cite answer identify document set respond reply highlight
    describe blame urge propose recommend see fear plan hope aim intend fume rage snap thunder
    growl""".split()
)
"""These are cues only with content of their own: a clause, a quotation, or a figure."""

OBJECTING = frozenset(
    "deny dismiss reject refute dispute rebut contradict accuse blame plead decline".split()
)
"""These attribute with a plain object too: "denied the report", "rejected a toll of 37"."""

ACTING = frozenset(
    """ask demand offer want seek hope aim plan trim cut lower raise reduce increase revise halve
    double stick agree pledge consider press request apply propose decline refuse
    hold postpone""".split()
)
"""A body does with these what it says: "The guild is asking for 9 per cent", "revised to 3.7"."""

ALWAYS_ACTING = frozenset("ask demand consider press request apply seek".split())
"""These say something whatever their object is."""

ACTED_ON = frozenset(
    """claim demand forecast estimate figure count number offer target guidance outlook projection
    cent percent magnitude toll rate loss profit result""".split()
)

SPEAKING_FORMS = frozenset(
    "says said tells told adds added reports reported claims claimed".split()
)

TAIL_FORMS = SPEAKING_FORMS | frozenset(
    """insists insisted shows showed show say tell state states stated wrote writes forecasts
    forecast estimates estimated argues argued warns
    warned explains explained notes noted announced confirmed confirms suggests suggested believes
    admitted admits ruled revealed reveals heard predicts predicted declares declared found
    concluded decided""".split()
)
"""Forms that close a sentence: ", a ship's log shows." The parser often takes them for nouns."""

BARE_FORMS = frozenset(("show", "say", "tell", "state"))
"""Of the closing forms, those that are other words too."""

BINDING = frozenset(
    """order promise pledge vow threaten agree urge offer claim deny expect plan propose hope aim
    intend""".split()
)
"""These take what is said as an infinitive: "She ordered the mill to close"."""

ASIDE = frozenset(("relcl", "acl", "advcl", "pcomp"))
"""Clauses whose cues do not speak for the sentence: "37 of the 73 that Varno promised"."""

TOLD_BY = frozenset(
    """report announce confirm estimate put reveal disclose predict forecast claim describe state
    allege say publish quote cite document detail deny dismiss reject dispute""".split()
)
"""Verbs that have their speaker behind "by": "was put at 37 by the harbour board"."""

ASSERTIONS = frozenset(
    """claim assertion allegation accusation warning estimate statement report suggestion promise
    pledge denial admission announcement prediction forecast insistence complaint remark
    contention argument acknowledgement acknowledgment conclusion finding""".split()
)
"""Nouns by which somebody is said to say something."""
