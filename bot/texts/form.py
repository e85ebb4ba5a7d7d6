"""The words on the form for a bewijs van deelname: in Dutch, and small below in the newcomer's language."""

from dataclasses import dataclass

from bot.texts.dutch import dutch_plain
from bot.texts.speaker import Speaker

MINUTES_OF_A_HUNDREDTH = 3
"""Multiples of three minutes can be written as hundredths of an hour."""


@dataclass(frozen=True, kw_only=True)
class FormWords:
    """What is printed on the form in one language, whatever is filled in; plain text."""

    title: str
    newcomer: str
    organisation: str
    kind: str
    contact: str
    day: str
    hours: str
    initials: str
    total: str
    statement: str
    date: str
    signature: str
    photo: str
    careful: str


def form_words(speaker: Speaker) -> FormWords:
    """The words of the form, in the speaker's language."""
    return FormWords(
        # Translators: printed on the form: its title, small below the same in Dutch.
        title=speaker.plain("Bewijs van deelname"),
        # Translators: printed on the form: above the newcomer's own name.
        newcomer=speaker.plain("Naam van de inburgeraar"),
        # Translators: printed on the form: above the name of the organisation where the activity was.
        organisation=speaker.plain("Organisatie"),
        # Translators: printed on the form: above the kind of activity, such as sport or volunteering.
        kind=speaker.plain("Soort activiteit"),
        # Translators: printed on the form: above the name of the person of the organisation who signs.
        contact=speaker.plain("Contactpersoon"),
        # Translators: printed on the form: above a column of days.
        day=speaker.plain("Datum"),
        # Translators: printed on the form: above a column of numbers of hours.
        hours=speaker.plain("Aantal uren"),
        # Translators: printed on the form: above a column where the contact writes their initials.
        initials=speaker.plain("Paraaf van de contactpersoon"),
        # Translators: printed on the form: beside the sum of all hours on this sheet of paper.
        total=speaker.plain("Totaal van dit blad"),
        # Translators: printed on the form: what the signature means. The contact is who signs.
        statement=speaker.plain(
            "De contactpersoon bevestigt met een handtekening dat deze uren gevolgd zijn."
        ),
        # Translators: printed on the form: above the place for the date of signing.
        date=speaker.plain("Datum van de handtekening"),
        # Translators: printed on the form: above the place for the signature.
        signature=speaker.plain("Handtekening van de contactpersoon"),
        # Translators: printed on the form: how to take a photo of it.
        photo=speaker.plain("Neem een foto: blad plat, veel licht, het hele blad in beeld."),
        # Translators: printed on the form beside a square code. The corners hold marks for the camera.
        careful=speaker.plain("Schrijf of kleef niets op de codes en de hoeken."),
    )


def subtitle() -> str:
    """What the form is part of."""
    return dutch_plain("Participatie- en netwerktraject")


def number_label() -> str:
    """Stands before the form's number."""
    return dutch_plain("Nummer")


def hours_unit() -> str:
    """Stands to the right of the total."""
    return dutch_plain("uur")


def sheet_of(sheet: int, sheets: int) -> str:
    """Which of how many sheets this is."""
    return dutch_plain("blad {sheet} van {sheets}", sheet=sheet, sheets=sheets)


def total_hours(minutes: int) -> str:
    """A total as the contact would write it, without its unit: "12,5", or "1 u 20"."""
    whole, rest = divmod(minutes, 60)
    if rest % MINUTES_OF_A_HUNDREDTH:
        return dutch_plain("{whole} u {rest}", whole=whole, rest=f"{rest:02}")
    hundredths = f"{rest * 100 // 60:02}".rstrip("0")
    return f"{whole},{hundredths}" if hundredths else str(whole)


def contact_line(contact: str | None, phone: str | None) -> str:
    """The contact with their number, as far as they are known."""
    return " · ".join(part for part in (contact, phone) if part)
