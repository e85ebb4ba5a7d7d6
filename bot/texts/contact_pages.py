"""Words of a contact's pages beside those that the chat has, too; plain text."""

from bot.domain.contact import Folk
from bot.texts.speaker import Speaker


def site_name(speaker: Speaker) -> str:
    """What stands above every page."""
    # Translators: above every page for contact persons (volunteers): hours of civic integration.
    return speaker.plain("Inburgering: uren bevestigen")


# What goes wrong.


def not_so(speaker: Speaker) -> str:
    """The heading of a page that says no."""
    # Translators: heading of a page on which something did not work; kindly.
    return speaker.plain("Dat lukte niet")


def to_page(speaker: Speaker) -> str:
    """The way on."""
    # Translators: link to the contact person's own page.
    return speaker.plain("Naar mijn pagina")


def link_not_valid(speaker: Speaker) -> str:
    """The link was altered, or used by somebody else."""
    # Translators: to a volunteer whose link is broken or was used by somebody else.
    return speaker.plain("Deze link werkt niet. Kijk of hij helemaal gekopieerd is, of vraag een nieuwe.")


def link_expired(speaker: Speaker) -> str:
    """Its time has passed."""
    # Translators: to a volunteer whose link is too old.
    return speaker.plain("Deze link is te oud. Vraag een nieuwe.")


def form_old(speaker: Speaker) -> str:
    """What was sent is of an older page, or forged."""
    # Translators: a page was open for too long, or something was sent twice.
    return speaker.plain("Deze pagina is verouderd. Open ze opnieuw.")


def come_back_later(speaker: Speaker) -> str:
    """The database is away."""
    # Translators: something is down for a moment.
    return speaker.plain("Het lukt nu even niet. Probeer het over een minuut opnieuw.")


def thanks(speaker: Speaker) -> str:
    """The heading of a page after which nothing is to be done."""
    # Translators: heading of a page: nothing more is to be done.
    return speaker.plain("👍 Dankjewel!")


def confirmed(speaker: Speaker) -> str:
    """A notice."""
    # Translators: short notice: what a volunteer said was kept.
    return speaker.plain("✅ Genoteerd. Dankjewel!")


def passed_on(speaker: Speaker) -> str:
    """A notice."""
    # Translators: short notice: the begeleider hears what the volunteer said.
    return speaker.plain("👍 We geven het door aan de begeleider.")


def signed(speaker: Speaker) -> str:
    """A notice."""
    # Translators: short notice: the volunteer signed; the begeleider decides.
    return speaker.plain("✅ Getekend. De begeleider kijkt het na.")


# Introducing.


def your_name(speaker: Speaker) -> str:
    """Above the field for a name."""
    # Translators: above a field of a form: the name of the contact person (volunteer).
    return speaker.plain("Je naam")


def your_email(speaker: Speaker) -> str:
    """Above the field for an address."""
    # Translators: above a field of a form; it may stay empty.
    return speaker.plain("Je e-mail (mag leeg blijven)")


def why_email(speaker: Speaker) -> str:
    """Below that field."""
    # Translators: below the field for an e-mail address: what it is used for.
    return speaker.plain("Daar komt de lijst als er iets op je wacht. Verder niets.")


def rather_telegram(speaker: Speaker) -> str:
    """The same in Telegram."""
    # Translators: link: the same in the app Telegram.
    return speaker.plain("Liever in Telegram?")


def other_languages(speaker: Speaker) -> str:
    """Above links with names of languages."""
    # Translators: above links with names of languages.
    return speaker.plain("Andere taal")


# The list.


def yes(speaker: Speaker) -> str:
    """The button at each date."""
    # Translators: button beside a name, a day and hours: it is right.
    return speaker.plain("✓ Klopt")


def otherwise(speaker: Speaker) -> str:
    """The link at each date."""
    # Translators: link beside a name, a day and hours: other hours, or was not there.
    return speaker.plain("Anders")


def recently(speaker: Speaker) -> str:
    """Above what was said in the last week."""
    # Translators: heading above what a volunteer confirmed in the last days.
    return speaker.plain("Dit zei je al")


def put_right(speaker: Speaker) -> str:
    """The link beside it."""
    # Translators: link beside something that a volunteer confirmed: change it.
    return speaker.plain("Verbeter")


def to_sign(speaker: Speaker, folk: Folk) -> str:
    """A link to sign for somebody."""
    # Translators: link: sign the confirmed {hours} of {name}.
    return speaker.plain("✍️ Teken voor {name}: {hours}", name=folk.name, hours=speaker.duration(folk.to_sign))


def waits_for_decision(speaker: Speaker, folk: Folk) -> str:
    """What was signed and is not decided yet."""
    # Translators: {hours} of {name} are signed; the begeleider looks at them.
    return speaker.plain(
        "{name}: {hours} getekend. De begeleider kijkt.",
        name=folk.name,
        hours=speaker.duration(folk.signed),
    )


# Saying something else, noting.


def how_long(speaker: Speaker) -> str:
    """Above the field for hours."""
    # Translators: above a field of a form: for how long somebody was there; an amount may be typed so.
    return speaker.plain("Hoe lang? Bijvoorbeeld 2, 1,5 of 1u30.")


def save(speaker: Speaker) -> str:
    """The button of a form."""
    # Translators: button of a form.
    return speaker.plain("Bewaren")


def who(speaker: Speaker) -> str:
    """Above the field for a person."""
    # Translators: above a field of a form: whose hours they are.
    return speaker.plain("Wie?")


def which_day(speaker: Speaker) -> str:
    """Above the field for a day."""
    # Translators: above a field of a form: on which day.
    return speaker.plain("Welke dag?")


# Signing.


def sign(speaker: Speaker) -> str:
    """The button that signs."""
    # Translators: button: signs the hours above.
    return speaker.plain("✍️ Ik teken")


def draw(speaker: Speaker) -> str:
    """Above the field to draw in."""
    # Translators: above a field to draw a signature in with a finger; it may stay empty.
    return speaker.plain("Je handtekening (mag leeg blijven)")


def wipe(speaker: Speaker) -> str:
    """The button beside it."""
    # Translators: button: wipes out the drawn signature.
    return speaker.plain("Wis")


def own_words(speaker: Speaker) -> str:
    """Above the field for a reason in own words."""
    # Translators: above a field of a form: anything to add; it may stay empty.
    return speaker.plain("Wil je er iets bij zeggen? (mag leeg blijven)")


def tell_it(speaker: Speaker) -> str:
    """The button that sends the reason."""
    # Translators: button: tells the begeleider why the volunteer does not sign.
    return speaker.plain("Geef het door")


# The door.


def show_code(speaker: Speaker) -> str:
    """The button that shows a code."""
    # Translators: button: shows a QR code that people scan when they come in.
    return speaker.plain("Toon de code")


def which_kind(speaker: Speaker) -> str:
    """Above the kinds."""
    # Translators: above a field of a form: which kind of activity.
    return speaker.plain("Welke activiteit?")


def scan_me(speaker: Speaker) -> str:
    """Above a code at the door."""
    # Translators: large, above a QR code at the door of an activity.
    return speaker.plain("Ben je er? Scan deze code met je camera.")


def open_telegram(speaker: Speaker) -> str:
    """The way from a code into the chat."""
    # Translators: link: opens the bot in the app Telegram.
    return speaker.plain("Open in Telegram")


def noted_in_chat(speaker: Speaker) -> str:
    """Above that link."""
    # Translators: after scanning a code at the door: the hours are noted in the app Telegram.
    return speaker.plain("Je noteert je uren in Telegram.")
