"""A contact's settings: when the list comes, who else confirms, the own page, stopping."""

from collections.abc import Sequence
from urllib.parse import urlencode

from bot.domain.contact import Contact, ContactLink, Folk
from bot.domain.ids import NewcomerId
from bot.texts import buttons, contact_thanks, fit, menu
from bot.texts.contact_lines import place_words
from bot.texts.contact_menu import ContactButton, label
from bot.texts.dutch import dutch_plain
from bot.texts.going import COPY_UNITS
from bot.texts.message import Button, Message
from bot.texts.note_rows import back, in_rows
from bot.texts.speaker import Speaker, escaped

SETTINGS, ONE, WHEN, SET_DAY, NAMING = "settings", "one", "when", "setday", "naming"
PAGE, WITHDRAW, STOP, STOP_YES, FOLK, GONE, GONE_YES = "page", "newpage", "stop", "stopyes", "folk", "g", "gy"
EACH_TIME = 7
"""In the place of a weekday: after each activity."""
A_PAGE = 20
_SHARE = "https://t.me/share/url"


def which(speaker: Speaker, contacts: Sequence[Contact]) -> Message:
    """Of which organisation, for whoever is a contact of several?"""
    # Translators: above buttons with names of organisations.
    text = speaker.say("⚙️ <b>Voor welke organisatie?</b>")
    rows = tuple(
        (Button(label=speaker.isolated(place_words(one)), data=_data(ONE, one.id)),) for one in contacts
    )
    return Message(text=text, buttons=rows)


def settings(
    speaker: Speaker, contact: Contact, *, has_page: bool, thanks: tuple[int, int] | None = None
) -> Message:
    """What can be set, with how it is now.

    Args:
        speaker: The contact's voice.
        contact: Whose settings they are.
        has_page: Has the bot pages of its own?
        thanks: How many people and minutes they confirmed this quarter.
    """
    head = f"⚙️ <b>{escaped(speaker.isolated(place_words(contact)))}</b>"
    # Translators: a volunteer's settings: when the list of dates comes, such as "every Friday".
    when = speaker.say("Je lijst komt: {when}.", when=_when(speaker, contact.asks_on))
    lines = [head, when]
    if thanks is not None:
        lines += ["", contact_thanks.in_short(speaker, *thanks)]
    return Message(text="\n".join(lines), buttons=_rows(speaker, contact, has_page))


def _rows(speaker: Speaker, contact: Contact, has_page: bool) -> tuple[tuple[Button, ...], ...]:
    # Translators: button of a volunteer: on which day the list of dates comes.
    rows = [(_of(speaker.plain("📅 Wanneer komt mijn lijst?"), WHEN, contact),)]
    # Translators: button: another language.
    rows.append((Button(label=speaker.plain("🌐 Andere taal"), data=_data("tongue")),))
    if contact.may_confirm:
        # Translators: button of a volunteer: somebody else of the organisation confirms too.
        rows.append((_of(speaker.plain("👤 Iemand anders bevestigt ook"), NAMING, contact),))
        # Translators: button of a volunteer: activities of their organisation: beginners, full.
        rows.append((_of(speaker.plain("🌱 Plaats voor nieuwe mensen?"), "offers", contact),))
        # Translators: button of a volunteer: somebody in the list does not come to us.
        rows.append((_of(speaker.plain("🙅 Iemand hoort niet bij ons"), FOLK, contact),))
    if has_page:
        # Translators: button of a volunteer: their own page on the internet, without Telegram.
        rows.append((_of(speaker.plain("🔗 Mijn pagina"), PAGE, contact),))
    # Translators: button of a volunteer: they do not want to confirm any more.
    rows.append((_of(speaker.plain("👋 Ik stop"), STOP, contact),))
    return tuple(rows)


def _when(speaker: Speaker, weekday: int | None) -> str:
    if weekday is None:
        # Translators: stands after "your list comes:".
        return speaker.plain("na elke activiteit")
    # Translators: stands after "your list comes:"; {weekday} such as "Friday".
    return speaker.plain("elke {weekday}", weekday=speaker.weekday(weekday))


def when(speaker: Speaker, contact: Contact) -> Message:
    """On which day does the list come?"""
    # Translators: to a volunteer, above buttons with days of the week.
    text = speaker.say("📅 <b>Wanneer wil je je lijst?</b>")
    days = [
        Button(label=_ticked(speaker.weekday(day), contact.asks_on == day), data=_day(contact, day))
        for day in range(EACH_TIME)
    ]
    # Translators: button of a volunteer: the list comes after each activity.
    each = _ticked(speaker.plain("Na elke activiteit"), contact.asks_on is None)
    rows = ((Button(label=each, data=_day(contact, EACH_TIME)),), *in_rows(days, 2), _back(speaker, contact))
    return Message(text=text, buttons=rows)


def _ticked(words: str, is_so: bool) -> str:
    return f"✓ {words}" if is_so else words


def _day(contact: Contact, day: int) -> str:
    return _data(SET_DAY, contact.id, day)


# Somebody else.


def ask_name(speaker: Speaker, contact: Contact) -> Message:
    """Who else confirms?"""
    # Translators: to a volunteer who names another contact person of the organisation.
    text = speaker.say("👤 Wie bevestigt er nog? Typ de voornaam en de naam.")
    return Message(text=text, buttons=(_back(speaker, contact),))


def link_for(speaker: Speaker, contact: Contact, link: ContactLink, url: str) -> Message:
    """The link for the other one, to pass on.

    Args:
        speaker: The contact's voice.
        contact: Who passes it on.
        link: For whom it is.
        url: Opens the bot in Telegram, or the page.
    """
    # Translators: to a volunteer who named {name} as another contact person.
    text = speaker.say("👍 Stuur deze link naar {name}. Hij is voor één persoon.", name=link.name or "…")
    words = dutch_plain(
        "Hallo! Wil jij ook bevestigen wie er was bij {place}? Dat kan met deze link.",
        place=place_words(contact),
    )
    # Translators: button: passes the link on to somebody in Telegram.
    share = speaker.plain("📤 Stuur de link door")
    rows: list[tuple[Button, ...]] = [
        (Button(label=share, url=f"{_SHARE}?{urlencode({'url': url, 'text': words})}"),)
    ]
    rows += _copy(speaker, url)
    return Message(text=f"{text}\n<code>{escaped(url)}</code>", buttons=(*rows, _back(speaker, contact)))


def _copy(speaker: Speaker, url: str) -> list[tuple[Button, ...]]:
    # Translators: button: copies the link, to paste it in another app such as WhatsApp.
    words = speaker.plain("📋 Kopieer de link")
    return [(Button(label=words, copy=url),)] if fit.units(url) <= COPY_UNITS else []


# The own page.


def page(speaker: Speaker, contact: Contact, url: str) -> Message:
    """The link to the personal page, and how to withdraw it."""
    # Translators: a volunteer's own page on the internet; whoever has the link can confirm.
    text = speaker.say("🔗 Dit is jouw pagina. Ze werkt ook zonder Telegram. Geef de link niet door.")
    # Translators: button of a volunteer: opens their own page.
    opens = Button(label=speaker.plain("🌐 Open mijn pagina"), url=url)
    # Translators: button of a volunteer: the link does not work any more, and a new one is made.
    new = Button(label=speaker.plain("🔁 Maak een nieuwe link"), data=_data(WITHDRAW, contact.id))
    rows = ((opens,), *_copy(speaker, url), (new,), _back(speaker, contact))
    return Message(text=f"{text}\n<code>{escaped(url)}</code>", buttons=rows)


def withdrawn(speaker: Speaker) -> str:
    """The old link opens nothing any more; plain text."""
    # Translators: short notice to a volunteer who asked for a new link to their page.
    return speaker.plain("De oude link werkt niet meer.")


# Leaving.


def folk(speaker: Speaker, contact: Contact, theirs: Sequence[Folk]) -> Message:
    """Who does not come to them?"""
    # Translators: to a volunteer, above buttons with names: who is not with their organisation?
    text = speaker.say("🙅 <b>Wie hoort niet bij jullie?</b>")
    names = {one.newcomer_id: one.name for one in theirs}
    rows = [
        (Button(label=speaker.isolated(name), data=_gone(GONE, contact, key)),) for key, name in names.items()
    ][:A_PAGE]
    return Message(text=text, buttons=(*rows, _back(speaker, contact)))


def is_gone(speaker: Speaker, contact: Contact, newcomer_id: NewcomerId, name: str) -> Message:
    """Asked once more."""
    # Translators: to a volunteer; the begeleider of {name} hears it.
    text = speaker.say("Hoort {name} niet bij jullie? Dan geef ik dat door.", name=name)
    # Translators: button of a volunteer: yes, this person is not with us.
    yes = Button(label=speaker.plain("🙅 Ja, niet bij ons"), data=_gone(GONE_YES, contact, newcomer_id))
    return Message(text=text, buttons=((yes,), _back(speaker, contact)))


def gone(speaker: Speaker, contact: Contact) -> Message:
    """They see nothing of this person any more."""
    # Translators: to a volunteer who said that somebody is not with their organisation.
    text = speaker.say("👍 Ik geef het door. Je ziet deze persoon niet meer.")
    return Message(text=text, buttons=(_back(speaker, contact),))


def _gone(word: str, contact: Contact, newcomer_id: NewcomerId) -> str:
    return _data(word, contact.id, newcomer_id)


def stop(speaker: Speaker, contact: Contact) -> Message:
    """Asked once more."""
    # Translators: to a volunteer who wants to stop as contact person of {place}.
    ask = speaker.say("Wil je stoppen bij <b>{place}</b>?", place=place_words(contact))
    # Translators: what happens when a volunteer stops; all that they confirmed stays.
    after = speaker.say("Wat je bevestigde, blijft staan. De begeleiders horen het van mij.")
    # Translators: button of a volunteer: yes, stop.
    yes = Button(label=speaker.plain("👋 Ja, ik stop"), data=_data(STOP_YES, contact.id))
    return Message(text=f"{ask}\n{after}", buttons=((yes,), _back(speaker, contact)))


def stopped(speaker: Speaker, *, is_last: bool) -> Message:
    """They stopped; who is no contact at all any more loses the buttons."""
    # Translators: to a volunteer who stopped as contact person.
    text = speaker.say("👋 Je bent gestopt. Bedankt voor alles!")
    if not is_last:
        data = _data(ContactButton.CONFIRM.value)
        return Message(
            text=text, buttons=((Button(label=label(speaker, ContactButton.CONFIRM), data=data),),)
        )
    return Message(text=text)


def other_menu(speaker: Speaker) -> Message:
    """The buttons of anybody else come."""
    # Translators: to a volunteer who stopped; other large buttons appear below.
    text = speaker.say("Vragen over inburgering? Die kan je hier altijd stellen.")
    return Message(text=text, keyboard=menu.menu_keyboard(speaker), placeholder=menu.placeholder(speaker))


def _of(words: str, word: str, contact: Contact) -> Button:
    return Button(label=words, data=_data(word, contact.id))


def _back(speaker: Speaker, contact: Contact) -> tuple[Button, ...]:
    return (Button(label=back(speaker), data=_data(ONE, contact.id)),)


def _data(*parts: object) -> str:
    return buttons.data(buttons.CONTACT, *parts)
