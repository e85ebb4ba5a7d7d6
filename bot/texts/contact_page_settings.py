"""Words of a contact's settings on the page, and what is said when something typed cannot be; plain text."""

from bot.texts.speaker import Speaker


def saved(speaker: Speaker) -> str:
    """A notice."""
    # Translators: short notice: a change was kept.
    return speaker.plain("✅ Bewaard.")


def email_wrong(speaker: Speaker) -> str:
    """What was typed is no address."""
    # Translators: short notice: what was typed is no e-mail address.
    return speaker.plain("Dat is geen e-mailadres. Kijk het nog eens na.")


def amount_wrong(speaker: Speaker) -> str:
    """What was typed is no amount."""
    # Translators: short notice: what was typed is no amount of hours.
    return speaker.plain("Dat zijn geen uren. Schrijf bijvoorbeeld 2, 1,5 of 1u30.")


def day_wrong(speaker: Speaker) -> str:
    """What was chosen is no day."""
    # Translators: short notice: what was chosen is no day.
    return speaker.plain("Dat is geen dag. Kies een dag die al voorbij is, of vandaag.")


def keep_this_page(speaker: Speaker) -> str:
    """After joining."""
    # Translators: to a volunteer: this page is theirs alone and goes on working.
    return speaker.plain("Bewaar deze pagina: ze blijft werken. Geef de link aan niemand.")


def new_page_link(speaker: Speaker) -> str:
    """The button that withdraws the page."""
    # Translators: button: the link to this page does not work any more, and a new one is made.
    return speaker.plain("Maak een nieuwe link. De oude stopt.")


def full_until(speaker: Speaker) -> str:
    """Above the field for a day."""
    # Translators: above a field with a day: until when an activity is full; empty when there is room.
    return speaker.plain("Volzet tot en met (leeg: er is plaats)")


def beginners(speaker: Speaker) -> str:
    """Beside a box to tick."""
    # Translators: beside a box to tick.
    return speaker.plain("Beginners zijn welkom")


def sure(speaker: Speaker) -> str:
    """Beside a box to tick before stopping."""
    # Translators: beside a box that is ticked before a button does something that cannot be undone.
    return speaker.plain("Ja, ik ben zeker")


# Headings.


def when_list(speaker: Speaker) -> str:
    """Above the days."""
    # Translators: button of a volunteer: on which day the list of dates comes.
    return speaker.plain("📅 Wanneer komt mijn lijst?")


def after_each(speaker: Speaker) -> str:
    """The first choice of them."""
    # Translators: button of a volunteer: the list comes after each activity.
    return speaker.plain("Na elke activiteit")


def who_else(speaker: Speaker) -> str:
    """Above the field for a name."""
    # Translators: button of a volunteer: somebody else of the organisation confirms too.
    return speaker.plain("👤 Iemand anders bevestigt ook")


def make_link(speaker: Speaker) -> str:
    """The button below it."""
    # Translators: button: makes a link for another contact person.
    return speaker.plain("Maak een link")


def room(speaker: Speaker) -> str:
    """Above the offers."""
    # Translators: button of a volunteer: activities of their organisation: beginners, full.
    return speaker.plain("🌱 Plaats voor nieuwe mensen?")


def not_ours(speaker: Speaker) -> str:
    """Above the names."""
    # Translators: button of a volunteer: somebody in the list does not come to us.
    return speaker.plain("🙅 Iemand hoort niet bij ons")


def own_link(speaker: Speaker) -> str:
    """Above the button that withdraws the page."""
    # Translators: button of a volunteer: their own page on the internet, without Telegram.
    return speaker.plain("🔗 Mijn pagina")


def stopping(speaker: Speaker) -> str:
    """Above the last button, and on it."""
    # Translators: button of a volunteer: they do not want to confirm any more.
    return speaker.plain("👋 Ik stop")
