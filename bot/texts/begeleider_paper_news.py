"""Short notices to a begeleider about papers, and what stands where a card stood (Dutch only)."""

from bot.domain.people import Newcomer
from bot.texts.announcing import short_name
from bot.texts.begeleider_papers import PaperCard, card, decides
from bot.texts.dutch import dutch, dutch_plain
from bot.texts.message import Message


def now_below(shown: PaperCard) -> Message:
    """Where a card stood that came back further down."""
    return Message(text=dutch("⬇️ Bewijs van {name}. Zie verder onderaan.", name=short_name(shown.newcomer)))


def read_by_another(newcomer: Newcomer) -> Message:
    """Where a card stood that somebody else reads from now on."""
    return Message(text=dutch("🤝 Het bewijs van {name} ligt nu bij een collega.", name=short_name(newcomer)))


def done(shown: PaperCard) -> Message:
    """In place of a form that was saved; the card itself stands above."""
    standing = [part for part in card(shown).text.split("\n\n") if part.startswith(("✅", "❌"))]
    text = "\n".join([dutch("📄 {name}", name=short_name(shown.newcomer)), *standing])
    return Message(text=text, buttons=((decides(dutch_plain("📄 Toon het bewijs"), "show", shown),),))


def settled() -> str:
    """A notice: it was decided or taken back meanwhile."""
    return dutch_plain("Hier is intussen al over beslist. Je ziet nu hoe het staat.")


def accepted(newcomer: Newcomer, *, is_told: bool) -> str:
    """A notice: it counts, and whether the newcomer hears it."""
    if is_told:
        return dutch_plain("✅ Aanvaard. {name} krijgt bericht.", name=short_name(newcomer))
    return dutch_plain(
        "✅ Aanvaard. Vertel het zelf aan {name}: ik bereik geen telefoon.", name=short_name(newcomer)
    )


def refused(newcomer: Newcomer, *, is_told: bool) -> str:
    """A notice: it does not count, and whether the newcomer hears it."""
    if is_told:
        return dutch_plain("❌ Geweigerd. {name} krijgt bericht.", name=short_name(newcomer))
    return dutch_plain(
        "❌ Geweigerd. Vertel het zelf aan {name}: ik bereik geen telefoon.", name=short_name(newcomer)
    )


def undone(newcomer: Newcomer, *, is_told: bool) -> str:
    """A notice: it waits again."""
    if is_told:
        return dutch_plain("↩️ Ongedaan gemaakt. {name} krijgt bericht.", name=short_name(newcomer))
    return dutch_plain("↩️ Ongedaan gemaakt. Vertel het zelf aan {name}.", name=short_name(newcomer))


def undo_too_late() -> str:
    """A notice: the days to undo are over."""
    return dutch_plain("Ongedaan maken kan niet meer. Pas de uren aan bij ⏳ Uren.")


def no_original() -> str:
    """A notice: it was dropped, or removed."""
    return dutch_plain("De originele foto is er niet meer.")


def no_earlier() -> str:
    """A notice: there is nothing to lay beside it."""
    return dutch_plain("Het eerdere papier is er niet meer.")


def removed(newcomer: Newcomer) -> Message:
    """The pictures are gone; what is left."""
    return Message(
        text=dutch(
            "🗑 De foto is weg: uit de bot en uit deze chat.\nWat overblijft: de uren, de activiteit en de"
            " contactpersoon.\nIs de foto ouder dan twee dagen? Wis ze dan ook zelf uit deze chat.\n\nVraag"
            " {name} om een nieuwe foto, of beslis zonder foto.",
            name=short_name(newcomer),
        )
    )


def removed_toast() -> str:
    """A notice: the pictures are gone."""
    return dutch_plain("🗑 De foto is verwijderd.")


def asked_again(newcomer: Newcomer) -> Message:
    """The newcomer is asked for a better photograph, in their language."""
    return Message(text=dutch("📷 {name} krijgt de vraag om een betere foto.", name=short_name(newcomer)))


def belongs() -> str:
    """A notice: this contact is named on the bewijs from now on."""
    return dutch_plain("👥 Deze contactpersoon hoort nu bij het bewijs.")


def own_bewijs() -> str:
    """A notice: its hours add up in a bewijs of its own."""
    return dutch_plain("📑 Dit is nu een eigen bewijs.")


def answer_kept() -> str:
    """A notice: what the contact said is in the history."""
    return dutch_plain("📞 Bewaard in de geschiedenis.")
