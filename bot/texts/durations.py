"""How long something lasts and what it costs, briefly, as each language writes it."""

from decimal import Decimal

from babel import Locale, numbers, units

DIGITS = "latn"
"""The digits that are used in Belgium."""
# Where the short form is a letter that a new reader may not know, the whole word stands.
_LENGTH = dict.fromkeys(("ar", "tr", "es", "so", "ti"), "long")
_BETWEEN = {"ar": " و", "fa": " و ", "ps": " او "}
_SPELT = {"ps": {"hour": ("{} ساعت", "{} ساعته"), "minute": ("{} دقیقه", "{} دقیقې")}}
"""One and more, where CLDR has a gap."""


def duration(minutes: int, locale: Locale) -> str:
    """Hours and minutes: "1 uur 20 min", "45 min"; nothing at all is "0 uur".

    Args:
        minutes: Whole minutes, none or more.
        locale: Whose words are used.
    """
    hours, rest = divmod(minutes, 60)
    parts = [_unit(hours, "hour", locale)] if hours or not rest else []
    if rest:
        parts.append(_unit(rest, "minute", locale))
    return _BETWEEN.get(locale.language, " ").join(parts)


def _unit(count: int, unit: str, locale: Locale) -> str:
    if spelt := _SPELT.get(locale.language):
        return spelt[unit][count != 1].format(count)
    length = _LENGTH.get(locale.language, "short")
    return units.format_unit(
        count,
        f"duration-{unit}",
        length=length,  # type: ignore[arg-type]
        locale=locale,
        numbering_system=DIGITS,
    )


def price(cents: int, locale: Locale) -> str:
    """An amount of euros: "€ 2,50"; whole euros without cents: "€ 3"."""
    pattern = None if cents % 100 else _whole(locale)
    return numbers.format_currency(
        Decimal(cents) / 100,
        "EUR",
        pattern,
        locale=locale,
        currency_digits=False,
        numbering_system=DIGITS,
    )


def _whole(locale: Locale) -> str:
    return str(locale.currency_formats["standard"].pattern).replace("0.00", "0")
