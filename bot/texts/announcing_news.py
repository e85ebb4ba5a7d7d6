"""What a begeleider hears of what their people chose, and a person's list of it (Dutch only)."""

from collections.abc import Sequence

from bot.domain.offer import Offer
from bot.domain.participation import EndedBecause, Participation
from bot.domain.people import Newcomer
from bot.texts import fit, going
from bot.texts.announcing import short_name, step_of
from bot.texts.dossier_buttons import about, to_page
from bot.texts.dutch import dutch, dutch_plain, dutch_plural, dutch_speaker
from bot.texts.going import does
from bot.texts.going_news import title_of
from bot.texts.how_it_went import reason
from bot.texts.message import Button, Message

SHOWN = 8
"""So many offers that are not for somebody stand in their list."""


# Short notices.


def now_below(newcomer: Newcomer, offer: Offer) -> Message:
    """Where a card stood that came back further down."""
    return Message(
        text=dutch(
            "⬇️ {name}: {title}. Zie verder onderaan.", name=short_name(newcomer), title=title_of(offer)
        )
    )


def told(newcomer: Newcomer) -> str:
    """A notice: the newcomer hears it."""
    return dutch_plain("{name} krijgt bericht.", name=short_name(newcomer))


def cannot_be_told(newcomer: Newcomer) -> str:
    """A notice: it is kept, and the newcomer has no phone that can be reached."""
    return dutch_plain(
        "Bewaard. Vertel het zelf aan {name}: ik bereik geen telefoon.", name=short_name(newcomer)
    )


def decided_already() -> str:
    """A notice: a colleague or the newcomer decided otherwise meanwhile."""
    return dutch_plain("Er veranderde intussen iets. Je ziet nu hoe het staat.")


def cannot_any_more() -> str:
    """A notice: the offer is over, full or gone."""
    return dutch_plain("Dit aanbod kan niet meer gekozen worden.")


def answer_both() -> str:
    """A notice: a condition is still open."""
    return dutch_plain("Duid eerst aan of het in het Nederlands is, en samen met anderen.")


# What the begeleider hears.


def withdrew(newcomer: Newcomer, offer: Offer) -> Message:
    """The newcomer withdrew while the begeleider was on it."""
    text = dutch(
        "✖️ <b>{name}</b> ziet af van <b>{title}</b>. Je hoeft niets meer te doen.",
        name=short_name(newcomer),
        title=title_of(offer),
    )
    return Message(text=text, buttons=((to_person(newcomer),),))


def remark(newcomer: Newcomer, chosen: Participation, offer: Offer) -> Message:
    """It did not work out, for a reason that says something of the offer."""
    because = reason(dutch_speaker(), chosen.ended_because or EndedBecause.OTHER).lower()
    text = dutch(
        "🗒 <b>{name}</b> over <b>{title}</b>: {because}.",
        name=short_name(newcomer),
        title=title_of(offer),
        because=because,
    )
    return Message(text=text, buttons=((to_person(newcomer),),))


def did_it_work(newcomer: Newcomer, chosen: Participation, offer: Offer) -> Message:
    """Nobody can ask the newcomer, who has no phone: the begeleider may know."""
    text = dutch(
        "🧭 Ik bereik geen telefoon van <b>{name}</b>. Weet jij of het lukte: <b>{title}</b>?",
        name=short_name(newcomer),
        title=title_of(offer),
    )
    yes = does(dutch_plain("✅ Ja"), "went", chosen.id)
    no = does(dutch_plain("✖️ Nee"), "stopped", chosen.id)
    return Message(text=text, buttons=((yes, no), (to_person(newcomer),)))


def to_person(newcomer: Newcomer) -> Button:
    """Leads to the person's page."""
    return about(dutch_plain("👤 {name}", name=short_name(newcomer)), "page", newcomer.id)


# A person's activities.


def page_line(alive: int, waiting: int) -> str:
    """A line on the person's page; nothing when nothing was chosen."""
    if waiting:
        return dutch_plural("🧭 1 activiteit wacht op jou", "🧭 {count} activiteiten wachten op jou", waiting)
    return dutch_plural("🧭 1 activiteit", "🧭 {count} activiteiten", alive) if alive else ""


def page_button(newcomer: Newcomer) -> Button:
    """On the person's page: what they chose."""
    return does(dutch_plain("🧭 Activiteiten"), "person", newcomer.id)


def of_person(
    newcomer: Newcomer, chosen: Sequence[tuple[Participation, Offer]], refused: Sequence[Offer]
) -> Message:
    """What somebody chose, and what was said not to be for them."""
    lines = [dutch("🧭 <b>Activiteiten van {name}</b>", name=short_name(newcomer))]
    if not chosen:
        lines.append(dutch("Nog niets gekozen."))
    rows = [(does(_row(one, offer), "card", one.id),) for one, offer in chosen]
    if refused:
        lines.append(dutch("Niet voor {name}. Tik om het weer te tonen:", name=short_name(newcomer)))
    for offer in refused[:SHOWN]:
        label = fit.shorten(title_of(offer), going.LABEL_UNITS)
        rows.append((does(dutch_plain("↩️ {title}", title=label), "allow", newcomer.id, offer.id),))
    return Message(text="\n".join(lines), buttons=(*rows, (to_page(newcomer.id),)))


def _row(chosen: Participation, offer: Offer) -> str:
    sign = step_of(chosen).partition(" ")[0]
    return dutch_plain("{sign} {title}", sign=sign, title=fit.shorten(title_of(offer), going.LABEL_UNITS))


def allowed() -> str:
    """A notice: the offer may be shown to this newcomer again."""
    return dutch_plain("Dit mag weer getoond worden.")
