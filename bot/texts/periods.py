"""How long something is kept, in the largest unit that fits."""

from bot.texts.speaker import Ready, Speaker

_DAYS_A_YEAR, _DAYS_A_MONTH = 365, 30


def period(speaker: Speaker, days: int) -> Ready:
    """Such as "1 jaar", "6 maanden", "45 dagen"; to be filled in a sentence."""
    if days and days % _DAYS_A_YEAR == 0:
        # Translators: how long something is kept; it stands within a sentence, such as "after 1 year".
        return Ready(speaker.plural("1 jaar", "{count} jaar", days // _DAYS_A_YEAR))
    if days and days % _DAYS_A_MONTH == 0:
        # Translators: how long something is kept; it stands within a sentence, such as "after 1 month".
        return Ready(speaker.plural("1 maand", "{count} maanden", days // _DAYS_A_MONTH))
    # Translators: how long something is kept; it stands within a sentence, such as "after 1 day".
    return Ready(speaker.plural("1 dag", "{count} dagen", days))
