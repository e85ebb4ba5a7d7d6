"""Dutch, as it is spoken and typed in Flanders."""

from bot.domain.dates import MONTHS, WEEKDAYS
from bot.domain.note_words.words import Words

_PARTS = ("", "morgen", "ochtend", "voormiddag", "middag", "namiddag", "avond", "nacht")
_SHORT_MONTHS = (
    "jan",
    "feb, febr",
    "mrt, maa",
    "apr",
    "",
    "jun",
    "jul",
    "aug",
    "sep, sept",
    "okt",
    "nov",
    "dec",
)

DUTCH = Words(
    days={
        0: "vandaag, vandaag ook, vanmorgen, vanochtend, vanmiddag, vannamiddag, vanavond, deze morgen, "
        "deze ochtend, deze middag, deze namiddag, deze avond",
        -1: ", ".join(
            f"gister{end}{gap}{part}" for end in ("", "en") for gap in ("", " ") for part in _PARTS
        ),
        -2: "eergisteren, eergister, 2 dagen geleden, twee dagen geleden",
        -3: "3 dagen geleden, drie dagen geleden",
        -7: "een week geleden, 1 week geleden, vandaag een week geleden",
        1: "morgen, morgenvroeg, morgenavond",
        2: "overmorgen",
    },
    weekdays=tuple(
        ", ".join(
            [f"{day}{gap}{part}" for gap in ("", " ") for part in _PARTS] + [f"{day}s", f"{day[:-3]}dah"]
        )
        for day in WEEKDAYS
    ),
    short_weekdays="ma, di, wo, do, vr, za, zo",
    months=tuple(f"{name}, {short}" for name, short in zip(MONTHS, _SHORT_MONTHS, strict=True)),
    numbers={
        0.5: "half, halve",
        1: "een, één, 'n, nen, ne",
        1.5: "anderhalf, anderhalve",
        2: "twee",
        2.5: "tweeënhalf, twee en half",
        3: "drie",
        3.5: "drieënhalf",
        4: "vier",
        4.5: "vierenhalf",
        5: "vijf",
        6: "zes",
        7: "zeven",
        8: "acht",
        9: "negen",
        10: "tien",
        11: "elf",
        12: "twaalf",
    },
    hours="u, uur, uren, uurtje, uurtjes, uurkes, uurke, ure, urren, h",
    minutes="min, mins, minuut, minuten, minuutjes",
    whole={
        15: "kwartier, een kwartier",
        30: "half uur, half uurtje, halfuur, een half uur, een half uurtje",
        45: "drie kwartier, driekwart uur, 3 kwartier",
        60: "uurtje, uurke",
        90: "uur en half, een uur en een half, anderhalfuur",
    },
    more={
        15: "en een kwartier, en kwart, kwartier",
        30: "en half, en een half, en een halve",
        45: "en drie kwartier",
    },
    last="vorige, vorig, voorbije, afgelopen, laatste, verleden, jongstleden",
    coming="volgende, komende, aanstaande",
    last_week="vorige week, verleden week",
    clock="om, vanaf, tegen, rond",
    till="tot, tot en met, à",
    fillers="ik, k, 'k, heb, had, hebt, heeft, ben, was, wij, we, hebben, waren, gedaan, gewerkt, "
    "geweest, geholpen, meegedaan, meegeholpen, gegaan, gespeeld, deed, speelde, ging, hielp, werkte, "
    "deelgenomen, bezig, 's morgens, 's avonds, 's middags, 's namiddags, in de voormiddag, "
    "in de namiddag, in de avond, voormiddag, namiddag, ongeveer, circa, ca, totaal, in totaal, hallo, "
    "goeiedag, goedendag, hey, hoi, noteer, noteren, graag, aub, alstublieft, bedankt, dank u, ook, er, "
    "dan, toen, telkens, lang, zeker",
    edges="op, in, bij, naar, aan, voor, van, met, de, het, een, 't, den, en, dag, mijn, die, te, als, d'",
    asks="hoeveel, hoe, wat, wie, waar, wanneer, waarom, welke, welk, kan, kunt, kun, mag, mogen, moet, "
    "moeten, telt, tellen, geteld, zal, zou, wil, wilt, niet, nie, nooit, geen, elke, iedere, elk, "
    "altijd, wekelijks, per week, per maand, als ik, indien, tekort, nog, te laat, maar, zegt, zei, "
    "vraagt, staan, staat, zijn mijn, is dat, is da, genoeg, tot nu, toe, wacht, dringend, bang, "
    "help mij, loon, loonbrief, betaald, baas, interim, ontslagen",
)
