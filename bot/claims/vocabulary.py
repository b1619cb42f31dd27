"""The newsroom's everyday vocabulary: peoples, titles, bodies, empty words."""

EMPTY_WORDS = frozenset(
    # Grammar, hedges and newsroom glue: they say nothing of what a claim is about.
    """
    a about above accord according account across add additional afraid after again against ago
    all allege almost along already also although always am among amount an and announce another
    answer any appear approximately are around as ask assert at away back be because become been
    before being believe between both bring but by call can cent centre citing claim come comment
    concede condition confirm could cover current currently day deny describe despite did disclose
    do down due during each early earlier either else end estimate ever every example expect
    explain express fact far few figure final finally find first follow for former from further
    get give go great had half has have he hear her here him his hour how however i if in include
    including indicate insist instead into involve is it its just keep kind know large last late
    later latest least less let like likely little local long look major make man many may me mean
    meanwhile member mention might month more most mr mrs ms much must my name national near
    nearly need never new news next night no nobody nor not note nothing now number of off office
    official on once one only or other our out over own part people per percent percentage person
    place plan point possible press probably put question quote rate rather reach really recent
    recently reckon remain repeat report reportedly respond response return reveal rise risen say
    second see seem set several she should show since site small so some soon source speak
    spokesman spokesperson spokeswoman stand state statement still such suggest take tell than
    that the their them then there these they thing think third this those though thousand
    million billion through time to today together told tomorrow total toward try turn two
    under until up upon us use very via want warn was way we week well were what when whether
    which while who whole whom whose why will win with within without would write yeah year yes
    yesterday yet you your total annual annually monthly daily weekly fall drop raise increase
    monday tuesday wednesday thursday friday saturday sunday january february march april may june
    july august september october november december
    """.split()
) - {"march"}  # the month is cut by its entity label; the crowd's march counts

TITLES = frozenset(
    # What stands before a name and is no part of it: "Ukrainian President", "Col.", "Ms".
    """
    mr mrs ms miss dr prof professor sir dame lord lady president prime minister deputy vice
    chancellor governor gov mayor sheriff judge justice chief general gen colonel col captain capt
    major maj lieutenant lt sergeant sgt sen senator rep representative congressman congresswoman
    secretary ambassador king queen prince princess pope bishop archbishop cardinal imam rabbi
    chairman chairwoman chair director executive officer spokesman spokeswoman spokesperson coach
    manager captain striker defender midfielder goalkeeper boss head leader lawmaker mp kc qc ds di
    detective inspector constable opposition health finance foreign defence defense transport
    interior energy education trade economy business
    """.split()
)

BODIES = frozenset(
    # The noun that makes a name a body's: bodies are compared by their words, not by a surname.
    """
    agency army authority bank board bureau centre center city club commission committee company
    council court department directorate federation firm force forces fund government group
    hospital institute intelligence ministry navy office organisation organization parliament
    party police prosecutors service society trust union university treasury regulator charity
    commissioner hall clinic campaign
    """.split()
)

LOOSE_IN_BODIES = frozenset(("of", "for", "the", "and", "state", "national", "federal", "s", "in"))

_PEOPLES = """
    afghan afghanistan|albanian albania|algerian algeria|american us|angolan angola
    argentine argentina|argentinian argentina|armenian armenia|australian australia
    austrian austria|azerbaijani azerbaijan|bahraini bahrain|bangladeshi bangladesh
    belarusian belarus|belgian belgium|beninese benin|bolivian bolivia|bosnian bosnia
    brazilian brazil|british britain|briton britain|bulgarian bulgaria|burmese myanmar
    cambodian cambodia|cameroonian cameroon|canadian canada|chadian chad|chilean chile
    chinese china|colombian colombia|congolese congo|croatian croatia|cuban cuba|cypriot cyprus
    czech czechia|danish denmark|dutch netherlands|ecuadorian ecuador|egyptian egypt
    emirati emirates|english england|eritrean eritrea|estonian estonia|ethiopian ethiopia
    filipino philippines|finnish finland|french france|georgian georgia|german germany
    ghanaian ghana|greek greece|guatemalan guatemala|guinean guinea|haitian haiti
    honduran honduras|hungarian hungary|icelandic iceland|indian india|indonesian indonesia
    iranian iran|iraqi iraq|irish ireland|israeli israel|italian italy|ivorian ivory-coast
    jamaican jamaica|japanese japan|jordanian jordan|kazakh kazakhstan|kenyan kenya
    kosovar kosovo|kuwaiti kuwait|kyrgyz kyrgyzstan|lao laos|latvian latvia|lebanese lebanon
    liberian liberia|libyan libya|lithuanian lithuania|macedonian macedonia|malagasy madagascar
    malawian malawi|malaysian malaysia|malian mali|maltese malta|mauritanian mauritania
    mexican mexico|moldovan moldova|mongolian mongolia|montenegrin montenegro|moroccan morocco
    mozambican mozambique|namibian namibia|nepali nepal|nepalese nepal|nicaraguan nicaragua
    nigerian nigeria|nigerien niger|norwegian norway|omani oman|pakistani pakistan
    palestinian palestine|panamanian panama|paraguayan paraguay|peruvian peru|polish poland
    portuguese portugal|qatari qatar|romanian romania|russian russia|rwandan rwanda
    salvadoran salvador|saudi saudi-arabia|scottish scotland|senegalese senegal|serbian serbia
    singaporean singapore|slovak slovakia|slovenian slovenia|somali somalia|spanish spain
    sudanese sudan|swedish sweden|swiss switzerland|syrian syria|taiwanese taiwan|tajik tajikistan
    tanzanian tanzania|thai thailand|togolese togo|tunisian tunisia|turkish turkey
    turkmen turkmenistan|ugandan uganda|ukrainian ukraine|uruguayan uruguay|uzbek uzbekistan
    venezuelan venezuela|vietnamese vietnam|welsh wales|yemeni yemen|zambian zambia
    zimbabwean zimbabwe|europe europe|european europe|african africa|asian asia
"""

PEOPLES: dict[str, str] = dict(
    pair.split() for line in _PEOPLES.strip().splitlines() for pair in line.strip().split("|")
) | {
    # Peoples and short forms of two words or with stops.
    "north korean": "north korea", "south korean": "south korea", "sri lankan": "sri lanka",
    "burkinabe": "burkina faso", "burkinabé": "burkina faso", "u.s.": "us", "u.s": "us",
    "usa": "us", "united states": "us", "the united states": "us", "u.k.": "britain",
    "uk": "britain", "u.k": "britain", "united kingdom": "britain", "great britain": "britain",
    "saudi arabian": "saudi arabia", "saudi": "saudi arabia", "ivorian": "ivory coast",
    "moscow": "russia", "kremlin": "russia", "kyiv": "ukraine", "pyongyang": "north korea",
    "seoul": "south korea", "beijing": "china", "new zealander": "new zealand",
    "south african": "south africa", "south sudanese": "south sudan",
    "dominican": "dominican republic", "costa rican": "costa rica",
}  # fmt: skip
"""People or seat of government -> country, folded: "Ukrainian" is "ukraine", "Moscow" "russia"."""

COUNTRIES = frozenset(PEOPLES.values())

BY_OUTCOME: dict[str, frozenset[str]] = {
    # Outcome class -> the meanings that name it in a label: "people killed", "homes destroyed".
    "killed": frozenset({"death"}),
    "injured": frozenset({"injury"}),
    "missing": frozenset({"miss"}),
    "casualties": frozenset({"casualty"}),
    "infected": frozenset({"case", "ill", "sick", "sicken"}),
    "displaced": frozenset({"flee", "evacuation"}),
    "detained": frozenset({"arrest"}),
    "rescued": frozenset({"rescued"}),
    "destroyed": frozenset({"destroy"}),
}

EXTENTS = frozenset(("worldwide", "globally", "global", "nationwide", "group-wide"))
"""Words by which a count leaves the place: "employs 3,700 sailors worldwide"."""

ORDINALS = frozenset(("second", "third", "fourth", "fifth", "2nd", "3rd", "4th"))
"""Words that set one of several events apart; "first" too often means "for the first time"."""

PERSONS = frozenset(
    # Kinds of people, as meanings: attackers killed are not soldiers killed.
    """
    troop staff child doctor customer union rescue firefighter medic patient student passenger
    resident villager officer policeman civilian attacker militant gunman prisoner hostage
    refugee migrant voter member investor shareholder teacher nurse engineer journalist
    worker crew march tourist pilgrim demonstrator police volunteer man woman boy girl crowd
    deserter holidaymaker
    """.split()
)

FACILITIES = frozenset(
    # What stands in a town or runs through it, so that the town is no other place.
    """
    road street avenue lane square highway motorway bridge tunnel dam river lake harbour harbor
    airport station port school hospital camp stadium court prison works plant factory park
    """.split()
)

CAUSES: dict[str, str] = {
    # What people die of or flee from, as meanings -> its class; unlike causes have unlike tolls.
    word: row.split()[0]
    for row in (
        "earthquake aftershock tsunami",
        "fire",
        "flood landslide mudslide",
        "storm hurricane typhoon cyclone tornado",
        "crash collision derail",
        "explosion blast bombing",
        "shooting stabbing gunman",
        "war front battlefield",
        "outbreak cholera measles ebola dengue malaria virus influenza covid mpox",
        "heatwave drought",
    )
    for word in row.split()
}
