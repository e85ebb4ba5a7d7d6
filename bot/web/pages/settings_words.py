"""The words around a contact's settings on the page."""

from collections.abc import Mapping

from bot.texts import contact_page_settings as texts
from bot.texts import contact_pages as pages
from bot.texts.contact_menu import ContactButton, label
from bot.texts.speaker import Speaker


def settings_words(speaker: Speaker) -> Mapping[str, str]:
    """Every label and button, by name; plain text."""
    return {
        "title": label(speaker, ContactButton.SETTINGS),
        "when": texts.when_list(speaker),
        "each": texts.after_each(speaker),
        "language": pages.other_languages(speaker),
        "email": pages.your_email(speaker),
        "why_email": pages.why_email(speaker),
        "other": texts.who_else(speaker),
        "make_link": texts.make_link(speaker),
        "room": texts.room(speaker),
        "beginners": texts.beginners(speaker),
        "full": texts.full_until(speaker),
        "gone": texts.not_ours(speaker),
        "who": pages.who(speaker),
        "tell": pages.tell_it(speaker),
        "link": texts.own_link(speaker),
        "new_link": texts.new_page_link(speaker),
        "stopping": texts.stopping(speaker),
        "sure": texts.sure(speaker),
        "save": pages.save(speaker),
        "back": pages.to_page(speaker),
    }
