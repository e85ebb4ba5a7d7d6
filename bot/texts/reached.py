"""How the bot came to know a contact, as a begeleider reads it (Dutch only)."""

from bot.domain.contact import Contact, Reached
from bot.texts.dutch import dutch_plain

REACHED = {
    Reached.NEWCOMER: "via de telefoon van de inburgeraar",
    Reached.BEGELEIDER: "via een link van de begeleider",
    Reached.EMAIL: "via het e-mailadres bij het aanbod",
    Reached.CONTACT: "genoemd door een contactpersoon",
    Reached.TEAM: "via het team",
}
"""How the bot came to know a contact, after their name."""


def reached_words(contact: Contact) -> str:
    """How the bot came to know them, and whether somebody checked them; plain text."""
    way = REACHED[contact.reached]
    return dutch_plain("{way}, nagekeken", way=way) if contact.checked_at else way
