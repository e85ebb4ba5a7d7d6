"""Interests: what each is called, and one sign that stands for it everywhere."""

from bot.domain.interest import Interest
from bot.texts.speaker import Speaker

PICTOGRAM = {
    Interest.FOOTBALL: "🥅",
    Interest.BALL_SPORTS: "🏐",
    Interest.FITNESS: "🏃",
    Interest.SWIMMING: "🏊",
    Interest.OUTDOORS: "🚲",
    Interest.MARTIAL_ARTS: "🥋",
    Interest.OTHER_SPORTS: "🏅",
    Interest.DANCE: "💃",
    Interest.COOKING: "🍳",
    Interest.MUSIC: "🎵",
    Interest.STAGE: "🎪",
    Interest.ART: "🎨",
    Interest.SEWING: "🧵",
    Interest.MAKING: "🔧",
    Interest.GARDENING: "🌱",
    Interest.NATURE: "🌳",
    Interest.ANIMALS: "🐾",
    Interest.LANGUAGE: "🔤",
    Interest.BUDDY: "🤝",
    Interest.ELDERLY: "👵",
    Interest.CHILDREN: "🧒",
    Interest.SCHOOL_HELP: "🎒",
    Interest.CARE: "🏥",
    Interest.FOOD_AID: "🥫",
    Interest.SECOND_HAND: "👕",
    Interest.NEIGHBOURHOOD: "🏘",
    Interest.EVENTS: "🎉",
    Interest.READING: "📖",
    Interest.DIGITAL: "💻",
    Interest.GAMES: "🧩",
    Interest.HERITAGE: "🏛",
    Interest.FAMILY: "👪",
    Interest.WORK_PLACEMENT: "💼",
    Interest.WELLBEING: "🌸",
}
"""The sign of each interest, the same wherever it comes up."""

ORDER = (
    Interest.LANGUAGE,
    Interest.BUDDY,
    Interest.COOKING,
    Interest.FOOTBALL,
    Interest.SEWING,
    Interest.MUSIC,
    Interest.GARDENING,
    Interest.CHILDREN,
    Interest.ELDERLY,
    Interest.NEIGHBOURHOOD,
    Interest.MAKING,
    Interest.WORK_PLACEMENT,
    Interest.FITNESS,
    Interest.SWIMMING,
    Interest.OUTDOORS,
    Interest.BALL_SPORTS,
    Interest.MARTIAL_ARTS,
    Interest.OTHER_SPORTS,
    Interest.DANCE,
    Interest.STAGE,
    Interest.ART,
    Interest.READING,
    Interest.HERITAGE,
    Interest.GAMES,
    Interest.NATURE,
    Interest.ANIMALS,
    Interest.CARE,
    Interest.SCHOOL_HELP,
    Interest.FOOD_AID,
    Interest.SECOND_HAND,
    Interest.EVENTS,
    Interest.DIGITAL,
    Interest.FAMILY,
    Interest.WELLBEING,
)
"""As they are offered: what most people ask for first, then by what goes together."""


def interest_name(speaker: Speaker, interest: Interest) -> str:
    """What an interest is called, in a word or three; plain text."""
    for names in (_sport, _culture, _together, _helping):
        if (name := names(speaker, interest)) is not None:
            return name
    raise ValueError(f"{interest} has no name")


def interest_label(speaker: Speaker, interest: Interest) -> str:
    """An interest with its sign, as it stands on a button."""
    return f"{PICTOGRAM[interest]} {interest_name(speaker, interest)}"


def _sport(speaker: Speaker, interest: Interest) -> str | None:  # noqa: PLR0911 - one for each
    match interest:
        case Interest.FOOTBALL:
            # Translators: button, at most 20 letters: what somebody likes to do.
            return speaker.plain("Voetbal")
        case Interest.BALL_SPORTS:
            # Translators: button, at most 20 letters: basketball, volleyball, tennis and the like.
            return speaker.plain("Andere balsport")
        case Interest.FITNESS:
            # Translators: button, at most 20 letters: running, gym, yoga.
            return speaker.plain("Fitness en lopen")
        case Interest.SWIMMING:
            # Translators: button, at most 20 letters: what somebody likes to do.
            return speaker.plain("Zwemmen")
        case Interest.OUTDOORS:
            # Translators: button, at most 20 letters: walking and cycling.
            return speaker.plain("Wandelen en fietsen")
        case Interest.MARTIAL_ARTS:
            # Translators: button, at most 20 letters: judo, karate, boxing.
            return speaker.plain("Judo, karate, boksen")
        case Interest.OTHER_SPORTS:
            # Translators: button, at most 20 letters: climbing, fishing, horse riding and so on.
            return speaker.plain("Andere sport")
        case Interest.DANCE:
            # Translators: button, at most 20 letters: what somebody likes to do.
            return speaker.plain("Dansen")
    return None


def _culture(speaker: Speaker, interest: Interest) -> str | None:  # noqa: PLR0911 - one for each
    match interest:
        case Interest.COOKING:
            # Translators: button, at most 20 letters: what somebody likes to do.
            return speaker.plain("Koken en bakken")
        case Interest.MUSIC:
            # Translators: button, at most 20 letters: making music, singing.
            return speaker.plain("Muziek en zingen")
        case Interest.STAGE:
            # Translators: button, at most 20 letters: acting, circus, telling stories.
            return speaker.plain("Theater en circus")
        case Interest.ART:
            # Translators: button, at most 20 letters: drawing, painting, photography, crafts.
            return speaker.plain("Kunst en knutselen")
        case Interest.SEWING:
            # Translators: button, at most 20 letters: sewing and knitting.
            return speaker.plain("Naaien en breien")
        case Interest.MAKING:
            # Translators: button, at most 20 letters: making and repairing things: wood, bikes, machines.
            return speaker.plain("Maken en herstellen")
        case Interest.READING:
            # Translators: button, at most 20 letters: reading, the library.
            return speaker.plain("Boeken en lezen")
        case Interest.HERITAGE:
            # Translators: button, at most 20 letters: museums, film, going out together.
            return speaker.plain("Museum en uitstap")
        case Interest.GAMES:
            # Translators: button, at most 20 letters: board games, cards, chess.
            return speaker.plain("Spelletjes")
    return None


def _together(speaker: Speaker, interest: Interest) -> str | None:  # noqa: PLR0911 - one for each
    match interest:
        case Interest.LANGUAGE:
            # Translators: button, at most 20 letters: practising to speak Dutch.
            return speaker.plain("Nederlands oefenen")
        case Interest.BUDDY:
            # Translators: button, at most 20 letters: a buddy is somebody from here to do things with.
            return speaker.plain("Een buddy")
        case Interest.NEIGHBOURHOOD:
            # Translators: button, at most 20 letters: meeting people in the neighbourhood.
            return speaker.plain("Mensen in de buurt")
        case Interest.FAMILY:
            # Translators: button, at most 20 letters: groups of parents, of women, of men, of young people.
            return speaker.plain("Ouders en vrouwen")
        case Interest.WELLBEING:
            # Translators: button, at most 20 letters: health, relaxing, talking about hard times.
            return speaker.plain("Gezond en rustig")
        case Interest.DIGITAL:
            # Translators: button, at most 20 letters: computers, smartphones.
            return speaker.plain("Computer en gsm")
        case Interest.GARDENING:
            # Translators: button, at most 20 letters: gardens, vegetables, a farm.
            return speaker.plain("Tuin en planten")
        case Interest.NATURE:
            # Translators: button, at most 20 letters: caring for nature.
            return speaker.plain("Natuur")
        case Interest.WORK_PLACEMENT:
            # Translators: button, at most 20 letters: a short placement to get to know a job.
            return speaker.plain("Werk leren kennen")
    return None


def _helping(speaker: Speaker, interest: Interest) -> str | None:  # noqa: PLR0911 - one for each
    match interest:
        case Interest.ANIMALS:
            # Translators: button, at most 20 letters: being with animals, helping animals.
            return speaker.plain("Dieren")
        case Interest.ELDERLY:
            # Translators: button, at most 20 letters: helping older people.
            return speaker.plain("Ouderen helpen")
        case Interest.CHILDREN:
            # Translators: button, at most 20 letters: playing with children, helping children.
            return speaker.plain("Met kinderen")
        case Interest.SCHOOL_HELP:
            # Translators: button, at most 20 letters: helping children with homework, helping at school.
            return speaker.plain("Helpen op school")
        case Interest.CARE:
            # Translators: button, at most 20 letters: helping people who are ill or have a disability.
            return speaker.plain("Zieken helpen")
        case Interest.FOOD_AID:
            # Translators: button, at most 20 letters: helping to give food and clothes to poor people.
            return speaker.plain("Eten uitdelen")
        case Interest.SECOND_HAND:
            # Translators: button, at most 20 letters: helping in a shop with used things (kringwinkel).
            return speaker.plain("Kringwinkel")
        case Interest.EVENTS:
            # Translators: button, at most 20 letters: helping at parties, festivals, behind a bar.
            return speaker.plain("Helpen op een feest")
    return None
