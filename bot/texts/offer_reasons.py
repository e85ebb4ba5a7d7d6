"""Why an activity is shown, in one line of plain text: "je koos 🍳 Koken · 2 km · woensdag, ’s avonds"."""

import datetime as dt

from bot.domain.interest import Interest
from bot.domain.offer import OfferDetails
from bot.domain.offer_kind import OfferKind
from bot.domain.schedule import DayPart
from bot.domain.search import Match, Miss, Need, Search, Times
from bot.texts import schedules
from bot.texts.interests import interest_label
from bot.texts.offer_kinds import kind_label
from bot.texts.speaker import Speaker

BETWEEN = " · "
_LEVEL_OF_FEW_WORDS = 1


def reason(speaker: Speaker, match: Match, search: Search, *, today: dt.date = dt.date.min) -> str:
    """Why this activity, in the reader's language; plain text.

    Args:
        speaker: The reader's voice.
        match: The offer, and what the finder says of it.
        search: What was looked for.
        today: Dates before this day are not named.
    """
    details, hit = match.offer.details, match.hit
    said = (
        _what(speaker, details, hit.interests, hit.misses, search),
        _where(speaker, match, search),
        _when(speaker, match, search.times, today),
        _dutch(speaker, details, hit.misses),
        *_needs(speaker, details, search, hit.misses),
    )
    return BETWEEN.join(one for one in said if one)


def _what(
    speaker: Speaker,
    details: OfferDetails,
    interests: tuple[Interest, ...],
    misses: frozenset[Miss],
    search: Search,
) -> str:
    chosen = next((one for one in interests if one in search.interests), None)
    if chosen is not None:
        # Translators: why an activity is shown: the person ticked this interest, such as "cooking".
        return speaker.plain("je koos {interest}", interest=interest_label(speaker, chosen))
    if details.kind in search.kinds:
        return _asked_kind(speaker, details.kind)
    if Miss.OTHER_SUBJECT in misses:
        # Translators: why an activity is shown although it is about something else than was wished for.
        return speaker.plain("iets anders dan je zocht")
    if interests:
        # Translators: why an activity is shown: it fits what the person wrote, such as "cooking".
        return speaker.plain("past bij {interest}", interest=interest_label(speaker, interests[0]))
    return ""


def _asked_kind(speaker: Speaker, kind: OfferKind) -> str:
    # Translators: why an activity is shown: the person asked for this kind, such as "a buddy".
    return speaker.plain("je vroeg {kind}", kind=kind_label(speaker, kind))


def distance(speaker: Speaker, km: float) -> str:
    """How far it is, in whole kilometres; plain text."""
    if km < 1:
        # Translators: how far an activity is.
        return speaker.plain("minder dan 1 km")
    # Translators: how far an activity is.
    return speaker.plain("{km} km", km=speaker.number(round(km)))


def _where(speaker: Speaker, match: Match, search: Search) -> str:
    if match.offer.details.venue.is_online:
        # Translators: the activity takes place on the internet.
        return speaker.plain("online")
    if match.hit.km is None:
        return ""
    km = distance(speaker, match.hit.km)
    if Miss.FAR in match.hit.misses and search.reach_km is not None:
        # Translators: {km} is a distance such as "40 km"; it is further than the person wanted.
        return speaker.plain("{km}, verder dan je vroeg", km=km)
    return km


def _when(speaker: Speaker, match: Match, times: Times, today: dt.date) -> str:
    if Miss.OTHER_TIMES in match.hit.misses:
        # Translators: the activity is on other days or hours than the person asked for.
        return speaker.plain("op een ander moment dan je vroeg")
    moments = sorted(set(match.offer.details.schedule.times(today)), key=lambda one: (one[0], one[1] or ""))
    suiting = [one for one in moments if _suits(one, times)]
    if suiting and (match.hit.suits or len(moments) == 1):
        return schedules.moment_of(speaker, *suiting[0])
    return ""


def _suits(moment: tuple[int, DayPart | None], times: Times) -> bool:
    weekday, part = moment
    return (not times.weekdays or weekday in times.weekdays) and (not times.parts or part in times.parts)


def _dutch(speaker: Speaker, details: OfferDetails, misses: frozenset[Miss]) -> str:
    if details.beginners_welcome:
        # Translators: the activity's own people say that beginners may come.
        return speaker.plain("beginners welkom")
    if Miss.MORE_DUTCH in misses:
        # Translators: the activity asks some Dutch; nobody needs a level to start, so one may practise.
        return speaker.plain("meer Nederlands, oefenen mag")
    if details.dutch_level == _LEVEL_OF_FEW_WORDS:
        # Translators: the activity asks hardly any Dutch.
        return speaker.plain("weinig Nederlands nodig")
    return ""


def _needs(speaker: Speaker, details: OfferDetails, search: Search, misses: frozenset[Miss]) -> list[str]:
    said = []
    if Miss.NOT_FREE in misses:
        # Translators: the person asked for something free, and this costs money.
        said.append(speaker.plain("niet gratis"))
    elif Need.FREE in search.needs and details.price.is_free:
        # Translators: it costs nothing.
        said.append(speaker.plain("gratis"))
    if Need.CHILDREN in search.needs and details.child_friendly:
        # Translators: the person's children may come along.
        said.append(speaker.plain("kinderen mogen mee"))
    if Miss.NOT_FOR_WOMEN_ONLY in misses:
        # Translators: the person asked for women only, and men take part too.
        said.append(speaker.plain("ook mannen"))
    elif Need.WOMEN_ONLY in search.needs and details.women_only:
        # Translators: only women take part.
        said.append(speaker.plain("alleen vrouwen"))
    if Need.TRANSPORT in search.needs and details.by_transport:
        # Translators: there is a bus, tram or train.
        said.append(speaker.plain("met bus of trein"))
    return said
