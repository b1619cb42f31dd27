"""Figures of whole newswire sentences of many beats: each that an editor would check, no other.

A row says what is wanted as an editor would note it: value (or "low-high"), unit, modifier and
scope, one figure a semicolon: "40 count over additional; 2.5m EUR".
"""

import pytest

from bot.claims.figures import figures_in
from bot.claims.model import Figure
from tests.claims.conftest import ParseOne

COURTS = [
    (
        "Jurors found Pell guilty of nine counts of theft and cleared him of four.",
        "9 count subset; 4 count subset",
    ),
    ("A 43-year-old man was jailed for 12 years for the 2019 raid on a bank in Orsk.", "12 years"),
    (
        "Lena Varno, 51, must repay £2.3 million or serve another 18 months.",
        "2300000 GBP; 18 months additional",
    ),
    ("The panel upheld the appeal by seven votes to two.", "7 count; 2 count"),
    ("She was fined a total of $4,500 for breaching Section 12 of the act.", "4500 USD"),
    ("Of the 26 charges, 11 were dropped before the trial.", "26 count; 11 count subset"),
    ("Two men, aged 19 and 22, were arrested in Room 214 of the hotel on Route 9.", "2 count"),
    ("The judge awarded each claimant €7,500.", "7500 EUR rate"),
]
HEALTH = [
    ("One in four patients waited more than six hours.", "25 percent subset; 6 hours over"),
    ("Measles cases have doubled to 214 since March, a third of them in infants.",
     "214 count; 33.33 percent subset"),
    ("The clinic gave 3,200 doses in a day, up from 1,900.", "3200 count; 1900 count"),
    ("The jab cuts deaths by two thirds, a trial of 30,412 adults found.",
     "66.67 percent; 30412 count"),
    ("Hospital beds have fallen by a fifth to 98,000.", "20 percent; 98000 count"),
    ("The death rate was 14 per 100,000 people, against nine a decade ago.",
     "14 count rate; 9 count rate"),
    ("Nurses were offered 5.5 per cent now and 3 per cent in May.",
     "5.5 percent; 3 percent"),
    ("All 12 wards have reopened, the trust said.", "12 count"),
    ("Covid-19 put 1,050 people in hospital, of whom 73 needed ventilators.",
     "1050 count; 73 count subset"),
    ("A mortality rate of 4.1 per cent was reported among children under five.",
     "4.1 percent rate"),
]  # fmt: skip
ECONOMY = [
    ("Inflation slowed to 3.4 percent in May from 3.9 percent in April.",
     "3.4 percent; 3.9 percent"),
    ("The bank lifted rates half a percentage point to 5.25%.",
     "0.5 percentage points; 5.25 percent"),
    ("The deficit will be 4.2 per cent of GDP, up 0.6 percentage points.",
     "4.2 percent; 0.6 percentage points"),
    ("Unemployment rose from 6 to 7.5 percent.", "6 percent; 7.5 percent"),
    ("Debt passed $36 trillion in the third quarter.", "36000000000000 USD over"),
    ("Growth never exceeded 2% in the 2010s.", "2 percent up to"),
    ("House prices halved in two years.", "2 years"),
    ("The state will borrow between 20 and 25 billion kronor.",
     "20000000000-25000000000 SEK"),
    ("Farmers get 12 rupees a kilo, 3 less than a year ago.", "12 INR rate; 3 INR"),
    ("Petrol rose by 7p to 154.3p a litre.", "7 pence additional; 154.3 pence rate"),
    ("Exports fell for a third month, by 8.5% to 31.2bn yuan.", "8.5 percent; 31200000000 CNY"),
]  # fmt: skip
WAR = [
    ("Shelling killed 14 people in Varno, nine in Orsk and two on the road.",
     "14 count subset; 9 count subset; 2 count subset"),
    ("The ministry said 39 of 52 drones had been shot down.", "39 count subset; 52 count"),
    ("Another 2,500 to 3,000 marines could follow by June.", "2500-3000 count additional"),
    ("A Ka-52 helicopter and three T-72 tanks were destroyed.", "3 count"),
    ("The 47th Brigade lost more than 300 men, half of them wounded.",
     "300 count over; 50 percent subset"),
    ("At least 18 civilians, including four children, died at Checkpoint 6.",
     "18 count at least; 4 count subset"),
    ("Some 120,000 people have fled, bringing the total displaced to 1.1 million.",
     "120000 count about; 1100000 count"),
    ("The front moved 15 km in the first six days of the assault.", "15 km"),
    ("Three women and a boy were among the dead.", "3 count subset"),
]  # fmt: skip
SPORT = [
    ("Varno won 3-1 after Orsk had a man sent off in the 63rd minute.", ""),
    ("The striker, 24, has scored 17 goals in 22 games.", "17 count; 22 count"),
    (
        "The club paid an initial £40 million plus £8m in bonuses.",
        "40000000 GBP subset; 8000000 GBP additional",
    ),
    ("A crowd of 61,204 saw the final at Stadium 4.", "61204 count"),
    ("Pell was banned for between 12 and 18 months.", "12-18 months"),
]
WEATHER = [
    ("Winds of up to 190 km/h tore roofs off 2,300 houses.", "190 km/h up to; 2300 count"),
    ("Another 50 to 80mm of rain is forecast by Tuesday.", "50-80 mm additional"),
    ("The fire has burned 9,400 hectares, up from 3,100 on Friday.",
     "9400 hectares; 3100 hectares"),
    ("The fire was 35% contained at 6pm on Thursday.", "35 percent"),
    ("Temperatures fell to minus 31C, the lowest since 1987.", "-31 C"),
    ("A magnitude-6.2 earthquake struck 14 km below the sea at 4.05am.",
     "6.2 magnitude; 14 km"),
    ("Two and a half feet of water stood in the hall.", "2.5 feet"),
    ("The river rose 1.4 metres above its banks within 24 hours.", "1.4 m; 24 hours"),
    ("Nearly three quarters of the island's 8,600 homes have no power.",
     "75 percent nearly subset; 8600 count"),
]  # fmt: skip
ELECTIONS = [
    ("With 81% of ballots counted, Orsk led by 48.7% to 46.1%.",
     "81 percent subset; 48.7 percent; 46.1 percent"),
    ("Turnout was 57.3 percent, 4 points down on 2020.", "57.3 percent; 4 percentage points"),
    ("The party won 112 of the 230 seats, 17 more than in 2021.",
     "112 count subset; 230 count; 17 count additional"),
    ("Fewer than 400 votes separated the two candidates.", "400 count under"),
    ("Observers found fraud at one in ten stations.", "10 percent subset"),
    ("Proposition 14 passed by 52-48.", "52 count; 48 count"),
]  # fmt: skip
BUSINESS = [
    ("Flight 2209 was carrying 148 passengers and six crew.", "148 count; 6 count"),
    ("The airline ordered 40 Airbus A321s and 12 Boeing 787s.", "40 count; 12 count"),
    ("Profit rose 12% to €3.1bn from €2.8bn a year earlier.",
     "12 percent; 3100000000 EUR; 2800000000 EUR"),
    ("The firm will shed 1950 jobs, or 8 per cent of its staff.",
     "1950 count; 8 percent subset"),
    ("It will pay shareholders 15 cents each.", "0.15 USD rate"),
    ("The bidder raised its offer from 410p to 435p a share.",
     "410 pence; 435 pence rate"),
    ("Sales are expected to come in at 60-65 million euros.", "60000000-65000000 EUR"),
    ("A first instalment of $900,000 is due in June.", "900000 USD subset"),
    ("Varno owns 58% of the mill and Orsk 42%.", "58 percent subset; 42 percent subset"),
    ("The plant makes 1.2 million cars a year, roughly 3,300 a day.",
     "1200000 count rate; 3300 count about rate"),
    ("The ferry costs Sh5.2 million, the Nairobi firm said.", "5200000 KES"),
    ("The fare will go up to £2.80 in January.", "2.8 GBP"),
    ("The union wants 9 per cent over three years.", "9 percent; 3 years"),
    ("Call 020 7946 0018 or visit 14 Quay Street before 5.30pm.", ""),
]  # fmt: skip
MORE = [
    ("The number of people out of work fell by 32,000 to 1.4 million.",
     "32000 count; 1400000 count"),
    ("The FTSE 100 rose 0.8 per cent to 8,210 points.", "0.8 percent; 8210 count"),
    ("The 5-4 ruling overturned a 1973 precedent.", ""),
    ("About half the ward's 28 beds were empty.", "50 percent about subset; 28 count"),
    ("The heaviest rain in 40 years dumped 254mm on Varno.", "254 mm"),
    ("A protest in the forest went on for 3 years and 2 months.", "3 years; 2 months"),
    ("Brent crude rose $1.40 to $83.20 a barrel.", "1.4 USD; 83.2 USD rate"),
    ("The U.N. says 1.7 million people, nearly half of them children, are hungry.",
     "1700000 count; 50 percent nearly subset"),
    ("More than one in three adults and one in five children smoke.",
     "33.33 percent over subset; 20 percent subset"),
    ("The bill passed by 312 votes to 268, with 14 abstentions.",
     "312 count; 268 count; 14 count"),
    ("Net profit was 4.3 billion Swiss francs, against 3.9 billion a year ago.",
     "4300000000 CHF; 3900000000 CHF"),
    ("Some 18 of 20 firms missed the target by 10 percentage points or more.",
     "18 count about subset; 20 count; 10 percentage points at least"),
    ("The plane, a 12-year-old Boeing 737-800, had 132 people on board.", "132 count"),
    ("Three quarters of a million people have no water.", "750000 count"),
    ("The dose may rise to more than 20 but fewer than 30 units.", "20-30 count"),
    ("Since the start of the year 61 editors have been jailed, twice as many as in 2023.",
     "61 count"),
]  # fmt: skip
ROWS = [*MORE, *COURTS, *HEALTH, *ECONOMY, *WAR, *SPORT, *WEATHER, *ELECTIONS, *BUSINESS]


@pytest.mark.parametrize(("sentence", "wanted"), ROWS, ids=[row[0][:40] for row in ROWS])
def test_a_newswire_sentence_gives_the_figures_an_editor_would_check(
    parse: ParseOne, sentence: str, wanted: str
) -> None:
    assert "; ".join(map(_noted, figures_in(parse(sentence)))) == wanted


def _noted(figure: Figure) -> str:
    """Write a figure as a row does; a total is not said, as most are."""
    sides = [f"{side:.15g}" for side in (figure.low, figure.high) if side is not None]
    facets = (figure.unit, figure.modifier, figure.scope)
    told = [str(facet) for facet in facets if facet and facet != "total"]
    return " ".join(["-".join(dict.fromkeys(sides)), *told])
