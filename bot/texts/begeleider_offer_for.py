"""A begeleider looks for an activity for somebody: for whom, and what to do with it (Dutch only)."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.domain.ids import OfferId
from bot.domain.need import InNeed
from bot.domain.offer import Offer
from bot.domain.people import Newcomer
from bot.texts import buttons, fit
from bot.texts.begeleider_offer_buttons import button, to_home
from bot.texts.dossier_buttons import about
from bot.texts.dutch import dutch, dutch_plain
from bot.texts.finding_buttons import Row, carried
from bot.texts.message import Button, Message
from bot.texts.paging import page_of

NAME_UNITS = 20
TITLE_UNITS = 120


def for_whom(people: Sequence[InNeed], page: int) -> Message:
    """Whom is it for?"""
    shown = page_of(people, page)
    rows: list[tuple[Button, ...]] = [
        (button(dutch_plain("👤 {name}", name=fit.shorten(one.newcomer.name, 40)), "for", one.newcomer.id),)
        for one in shown.items
    ]
    rows += shown.turns(lambda number: buttons.data(buttons.CATALOGUE, "search", number))
    nobody = button(dutch_plain("🔎 Voor niemand in het bijzonder"), "for", buttons.NOTHING)
    text = dutch("🔎 <b>Voor wie zoek je?</b>\nWie een telefoon heeft, kan je het meteen sturen.")
    return Message(text="\n".join(filter(None, (text, shown.line))), buttons=(*rows, (nobody,), (to_home(),)))


def search_for(newcomer: Newcomer) -> Button:
    """On a person's page: look for an activity for them."""
    return button(dutch_plain("🔎 Activiteit zoeken"), "for", newcomer.id)


@dataclass(frozen=True, kw_only=True)
class ForSomebody:
    """For whom a begeleider looks at an activity."""

    newcomer: Newcomer
    has_phone: bool
    has_chosen: bool
    """Do they go there already, or wait for it?"""


def rows(offer_id: OfferId, somebody: ForSomebody | None) -> tuple[Row, ...]:
    """What a begeleider does with an activity that was found.

    Args:
        offer_id: The activity.
        somebody: For whom; None when they look for nobody in particular.
    """
    more = button(dutch_plain("✏️ Alles zien of verbeteren"), "offer", offer_id)
    if somebody is None:
        return ((more,),)
    newcomer, name = somebody.newcomer, short(somebody.newcomer)
    found: list[Row] = []
    if somebody.has_phone:
        label = dutch_plain("📨 Stuur naar {name}", name=name)
        found.append((button(label, "send", newcomer.id, offer_id),))
    if not somebody.has_chosen:
        found.append(
            (button(dutch_plain("✋ Kies voor {name}", name=name), "choose", newcomer.id, offer_id),)
        )
    refuse = button(dutch_plain("🙈 Niet voor {name}", name=name), "not", newcomer.id, offer_id)
    return (*found, (refuse,), (more, about(dutch_plain("👤 {name}", name=name), "page", newcomer.id)))


def short(newcomer: Newcomer) -> str:
    """A name as it stands on a button."""
    return fit.shorten(newcomer.name, NAME_UNITS)


def sent(newcomer: Newcomer) -> str:
    """A notice: it is on its way."""
    return dutch_plain("📨 {name} krijgt de activiteit in haar of zijn taal.", name=short(newcomer))


def sent_already(newcomer: Newcomer) -> str:
    """A notice: it went out today."""
    return dutch_plain("{name} kreeg dit vandaag al.", name=short(newcomer))


def no_phone(newcomer: Newcomer) -> str:
    """A notice: there is nowhere to send it."""
    return dutch_plain("{name} heeft geen telefoon die ik bereik.", name=short(newcomer))


def refused(newcomer: Newcomer, offer: Offer) -> Message:
    """It is not for this person."""
    text = dutch(
        "🙈 <b>{title}</b> toon ik niet meer aan {name}.",
        title=fit.shorten(offer.details.title, TITLE_UNITS),
        name=newcomer.name,
    )
    undo = button(dutch_plain("↩️ Toch wel"), "allow", newcomer.id, offer.id)
    others = Button(label=dutch_plain("➡️ Toon andere"), data=carried(newcomer.id, "more"))
    return Message(text=text, buttons=((undo, others),))


def gone() -> str:
    """A notice: nobody can choose it any more."""
    return dutch_plain("Deze activiteit kan niemand nu kiezen.")


def to_read_aloud(newcomer: Newcomer, screen: Message) -> Message:
    """What somebody without a phone gets to hear, or on paper."""
    above = dutch("🖨 <b>Lees dit voor aan {name}, of druk het af.</b>", name=newcomer.name)
    return Message(text=f"{above}\n\n{screen.text}")


def as_newcomers_see(card: str) -> Message:
    """The card of a draft."""
    above = dutch("👀 <b>Zo zien nieuwkomers het</b>, met de kopjes in hun taal:")
    return Message(text=f"{above}\n\n{card}")
