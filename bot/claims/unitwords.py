"""Which words and signs name which unit of measure."""

# One line a unit: its name here, then the ways it is written (glued abbreviations last).
UNITS = {
    "percent": "%|per ?cents?|percent|pct|percentage(?! points?)|pc",
    "percentage points": "percentage[- ]points?|points? of a percent|pp|ppts?",
    "basis points": "basis points?|bps",
    "seconds": "seconds?|secs?",
    "minutes": "minutes?|mins?",
    "hours": "hours?|hrs?",
    "days": "days?",
    "nights": "nights?",
    "weeks": "weeks?|wks?|fortnights?",
    "months": "months?",
    "years": "years?|yrs?",
    "decades": "decades?",
    "square metres": "square met(?:re|er)s?|sq ?m|sqm|m2|m²",
    "square kilometres": "square kilomet(?:re|er)s?|sq ?km|km2|km²",
    "square miles": "square miles?|sq mi",
    "square feet": "square (?:feet|foot)|sq ?ft",
    "cubic metres": "cubic met(?:re|er)s?|m3|m³",
    "cubic feet": "cubic (?:feet|foot)|cu ?ft",
    "acres": "acres?",
    "hectares": "hectares?|ha",
    "km/h": "kilomet(?:re|er)s? (?:an|per) hour|km/hr?|kmh|kmph|kph|km per hour",
    "km/s": "(?:kilomet(?:re|er)s?|km) (?:a|per) sec(?:ond)?|km/s",
    "m/s": "(?:met(?:re|er)s?|m) (?:a|per) sec(?:ond)?|m/s",
    "mph": "miles? (?:an|per) hour|mph",
    "knots": "knots?",
    "nm": "nanomet(?:re|er)s?|nm",
    "mm": "millimet(?:re|er)s?|mm",
    "cm": "centimet(?:re|er)s?|cms?",
    "km": "kilomet(?:re|er)s?|kms?",
    "dm": "decimet(?:re|er)s?|dm",
    "m": "met(?:re|er)s?|m",
    "miles": "miles?|mi",
    "nautical miles": "nautical miles?",
    "light years": "light[- ]years?",
    "yards": "yards?|yds?",
    "feet": "feet|foot|ft",
    "inches": "inch(?:es)?|in(?= [.,;]|[.,;]|$)",
    "micrograms": "microgram(?:me)?s?|µg|μg|mcg",
    "mg": "milligram(?:me)?s?|mg",
    "kg": "kilogram(?:me)?s?|kilos?|kgs?",
    "g": "gram(?:me)?s?",
    "tonnes": "(?:metric )?tonnes?|metric tons?|t",
    "tons": "tons?",
    "lbs": "lbs?",
    "ounces": "ounces?|oz",
    "litres": "lit(?:re|er)s?",
    "cl": "centilit(?:re|er)s?|cl",
    "ml": "millilit(?:re|er)s?|ml",
    "gallons": "gallons?",
    "pints": "pints?",
    "tablespoons": "tablespoons?|tbsp",
    "teaspoons": "teaspoons?|tsp",
    "cups": "cups?(?= of| [a-z]+ (?:oil|water|milk|sugar|flour|rice))",
    "barrels": "barrels?|bbl",
    "kWh": "kilowatt[- ]hours?|kwh",
    "MWh": "megawatt[- ]hours?|mwh",
    "GWh": "gigawatt[- ]hours?|gwh",
    "TWh": "terawatt[- ]hours?|twh",
    "kW": "kilowatts?|kw",
    "MW": "megawatts?|mw",
    "GW": "gigawatts?|gw",
    "watts": "watts?",
    "volts": "volts?",
    "Hz": "hertz|hz",
    "MHz": "megahertz|mhz",
    "GHz": "gigahertz|ghz",
    "bits": "bits?(?! of)",
    "KB": "kilobytes?|kb",
    "MB": "megabytes?|mb",
    "GB": "gigabytes?|gb",
    "TB": "terabytes?|tb",
    "Mbps": "megabits? (?:a|per) second|mbps",
    "C": "degrees? (?:celsius|centigrade)|degrees? c|° ?c|celsius|c",
    "F": "degrees? fahrenheit|degrees? f|° ?f|fahrenheit",
    "K": "kelvins?",
    "degrees": "degrees?|°",
    "pence": "pence|p",
    "cents": "cents?|¢",
    "sigma": "sigma",
}
TIMES = frozenset({"seconds", "minutes", "hours", "days", "nights", "weeks", "months", "years",
                   "decades"})  # fmt: skip
SPANS = TIMES | {"mm", "cm", "m", "km", "miles", "feet", "inches", "yards", "nautical miles"}
"""Units of a stretch of time or way: "20 miles of the place" is no part of anything."""
SHARES = frozenset({"percent", "percentage points", "basis points"})
GLUED = frozenset(
    """
    % bbl bit bits bps c cl cm dm ft g gb ghz gw gwh ha hr hrs hz in k kb kg kgs km km/h km/hr
    km/s km2 kmh kmph kms km² kph kw kwh lb lbs m m/s m2 m3 mb mbps mcg mg mhz mi min mins ml
    mm mph mw mwh m² m³ nm oz p pc pct pp ppt ppts sec sqm t tb tbsp tsp twh yds ¢ ° °c °f µg
    μg
    """.split()
)
"""Forms that may stand right at the digits: "14C", "80km"."""
NEEDS_GLUE = frozenset({"t", "c", "p", "k", "pc"})
