"""The verbs and nouns by which news tells that something happened, or is to happen."""

HAPPENING = frozenset(
    # Harm and rescue.
    """
    kill die injure wound hurt drown trap strand miss poison infect sicken hospitalise hospitalize
    survive rescue evacuate flee displace collapse crash sink derail explode erupt burn flood
    destroy damage hit strike shake trigger cause spread contain search find recover
    """.split()
    # Courts and police.
    + """
    arrest charge jail convict acquit sentence fine sue appeal indict testify plead accuse blame
    detain release extradite seize raid investigate inspect examine exclude overturn dismiss rule
    order identify smuggle steal leak breach expose hack conceal hide bribe claim
    """.split()
    # War and borders.
    + """
    attack invade shoot stab shell bomb capture deploy send dispatch withdraw retreat cross land
    reach hold surrender arm train mobilise mobilize kidnap
    """.split()
    # Work, trade and money.
    + """
    cut shed hire employ sack fire close shut open reopen start launch begin halt suspend resume
    end finish extend expire delay postpone cancel replace move build rebuild repair buy sell
    acquire bid offer merge scrap raise rise fall drop lose gain earn pay owe cost spend fund
    borrow lend grow shrink double halve exceed total account own supply ship deliver export
    import produce recall restore cap lift ban impose allow require cover include award allocate
    pledge promise allot
    """.split()
    # Votes and offices, sport, science.
    + """
    vote elect appoint resign quit abstain approve reject sign agree negotiate join leave face
    defeat beat win score qualify expel transfer host march protest demonstrate test treat
    vaccinate diagnose discharge register confirm deny admit acknowledge disclose publish warn
    declare announce name revise restate list show count number control remain stay
    """.split()
)
"""Lemmas of verbs."""

HARD = frozenset(
    """
    kill die injure wound hurt drown collapse crash sink derail explode evacuate destroy arrest
    charge jail convict acquit sentence fine sue extradite detain invade shoot stab bomb cancel
    suspend ban resign sack appoint elect approve reject overturn postpone quit fire test infect
    abstain abolish expel acquire recall indict
    """.split()
)
"""Those of them that are news whoever does them: "Police have charged a baker"."""

MATTER = frozenset(
    """
    death killing murder injury arrest charge verdict conviction sentence fine damage evacuation
    fire blaze flood earthquake quake storm hurricane resignation vote election ballot deal
    agreement accord treaty merger takeover bid offer strike walkout attack raid shooting crash
    collision outbreak infection case victim casualty lawsuit suit trial appeal inquiry
    investigation probe inspection ban sanction tariff tax budget deficit debt loss profit revenue
    sale share stake contract clause fee price cost growth inflation rate forecast withdrawal
    deployment troop soldier patient worker job staff passenger evidence report transfer breach
    hack ransom warrant ceasefire truce protest march demonstration turnout closure cut shutdown
    power outage blackout vaccine dose recall grant loan pledge result decision ruling
    """.split()
)
"""Lemmas of nouns."""
