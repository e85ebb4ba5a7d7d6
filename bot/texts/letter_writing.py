"""Writing to a newcomer without being asked, as the begeleider sees it (Dutch only)."""

from collections.abc import Sequence

from bot.domain.entry import Entry
from bot.domain.letter import Letter
from bot.domain.people import Newcomer
from bot.domain.question import Delivery
from bot.texts import buttons, fit
from bot.texts.dossier_buttons import about, to_page
from bot.texts.dutch import dutch, dutch_plain, dutch_plural
from bot.texts.filling import Place
from bot.texts.message import Button, Message

WRITE = "write"
"""The word of every button here; the newcomer's id and what to do follow."""
NAME_UNITS = 60


def writes(label: str, newcomer: Newcomer, *what: object) -> Button:
    """A button about writing to this newcomer."""
    return about(label, WRITE, newcomer.id, *what)


def how(newcomer: Newcomer, phones: int) -> Message:
    """In one's own words, from the FAQ, or a fixed sentence?

    Args:
        newcomer: To whom.
        phones: How many phones it would reach.
    """
    name = fit.shorten(newcomer.name, NAME_UNITS)
    if not phones:
        text = dutch("✉️ <b>{name}</b> heeft nog geen telefoon in de bot. Bel of schrijf zelf.", name=name)
        return Message(text=text, buttons=((to_page(newcomer.id),),))
    text = dutch("✉️ <b>Bericht aan {name}</b>\nEen vast antwoord en een vaste zin gaan vertaald.", name=name)
    rows = (
        (writes(dutch_plain("✍️ Eigen woorden"), newcomer, "own"),),
        (
            writes(dutch_plain("📗 Uit de FAQ"), newcomer, "faq"),
            writes(dutch_plain("💬 Vaste zin"), newcomer, "groups"),
        ),
        (to_page(newcomer.id),),
    )
    return Message(text=text, buttons=rows)


def write_it(newcomer: Newcomer) -> Message:
    """The next message of any kind is the letter."""
    text = dutch(
        "Schrijf of spreek je bericht aan <b>{name}</b>. Tekst, spraak of foto. Het gaat zoals het is, in"
        " het Nederlands.",
        name=fit.shorten(newcomer.name, NAME_UNITS),
    )
    return Message(text=text, buttons=((_back(newcomer),),))


def search_it(newcomer: Newcomer, *, again: bool = False) -> Message:
    """The next text is looked up among the fixed answers."""
    text = dutch("Waarover gaat het? Typ enkele woorden, zoals <code>bewijs tekenen</code>.")
    if again:
        text = dutch("Daar vind ik niets over. Typ het anders, of kies eigen woorden.")
    return Message(text=text, buttons=((_back(newcomer),),))


def choose_entry(newcomer: Newcomer, entries: Sequence[Entry]) -> Message:
    """The nearest fixed answers; typing again searches again."""
    rows = [(writes(f"📗 {entry.button}", newcomer, "entry", entry.id),) for entry in entries]
    text = dutch("Welk antwoord krijgt <b>{name}</b>?", name=fit.shorten(newcomer.name, NAME_UNITS))
    return Message(text=text, buttons=(*rows, (_back(newcomer),)))


def preview_entry(newcomer: Newcomer, entry: Entry) -> Message:
    """The short answer in Dutch, before it goes out in the newcomer's language."""
    text = dutch(
        "<b>{name}</b> krijgt dit vertaald, met de bron erbij:\n<blockquote>{short}</blockquote>",
        name=fit.shorten(newcomer.name, NAME_UNITS),
        short=entry.short,
    )
    row = (writes(dutch_plain("📤 Stuur"), newcomer, "sendentry", entry.id), _back(newcomer))
    return Message(text=text, buttons=(row,))


def confirm(newcomer: Newcomer) -> Message:
    """Below one's own words: are they for this person?"""
    text = dutch("📤 Dit sturen naar <b>{name}</b>?", name=fit.shorten(newcomer.name, NAME_UNITS))
    row = (
        writes(dutch_plain("📤 Stuur"), newcomer, "sendown"),
        writes(dutch_plain("✖️ Niet sturen"), newcomer, "no"),
    )
    return Message(text=text, buttons=(row,))


def not_sent(newcomer: Newcomer) -> Message:
    """It was left."""
    return Message(text=dutch("Goed, er is niets verstuurd."), buttons=((to_page(newcomer.id),),))


def sent_already() -> str:
    """A second tap."""
    return dutch_plain("Dit bericht is al verstuurd.")


def state(letter: Letter, name: str, phones: int) -> Message:
    """Whether a letter is on its way, arrived, or not.

    Args:
        letter: As it is now.
        name: The newcomer's.
        phones: To how many phones it goes.
    """
    name = fit.shorten(name, NAME_UNITS)
    match letter.delivery:
        case Delivery.WAITING:
            text = dutch_plural(
                "✉️ Je bericht aan <b>{name}</b> is onderweg.",
                "✉️ Je bericht aan <b>{name}</b> is onderweg, naar {count} telefoons.",
                phones,
                name=name,
            )
        case Delivery.DELIVERED:
            text = dutch("✉️ Je bericht aan <b>{name}</b>: ✓ afgeleverd", name=name)
        case Delivery.UNREACHABLE:
            text = dutch(
                "✉️ Je bericht aan <b>{name}</b>: ✗ niet aangekomen. {name} heeft de bot geblokkeerd of"
                " verwijderd. Bel of mail zelf.",
                name=name,
            )
        case Delivery.UNKNOWN:
            text = dutch(
                "✉️ Je bericht aan <b>{name}</b>: ? niet zeker of het aankwam, de verbinding brak af.",
                name=name,
            )
    return Message(text=text, buttons=((to_page(letter.newcomer_id),),))


def _back(newcomer: Newcomer) -> Button:
    return writes(dutch_plain("⬅️ Terug"), newcomer)


class ForLetter(Place):
    """A fixed sentence as a letter."""

    def __init__(self, newcomer: Newcomer) -> None:
        self._newcomer = newcomer

    @property
    def quoted(self) -> str:
        """To whom it goes."""
        return dutch("✉️ <b>{name}</b>", name=fit.shorten(self._newcomer.name, NAME_UNITS))

    @property
    def back(self) -> Button:
        """To the ways of writing."""
        return _back(self._newcomer)

    def data(self, what: str, *more: object) -> str:
        """What a button carries."""
        return buttons.data(buttons.CASELOAD, WRITE, self._newcomer.id, what, *more)
