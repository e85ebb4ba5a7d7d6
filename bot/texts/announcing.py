"""A begeleider's card of what one of their people chose: to check, to announce, to look at (Dutch only)."""

from collections.abc import Mapping

from bot.domain.ids import BegeleiderId
from bot.domain.offer import Checked, Condition, Offer, OfferContact, OfferDetails
from bot.domain.offer_fields import OfferField
from bot.domain.participation import EndedBecause, Handover, NotNowBecause, Participation, Step
from bot.domain.people import Newcomer
from bot.texts import dutch_hours, fit, going
from bot.texts.dossier_buttons import about
from bot.texts.dutch import dutch, dutch_plain, dutch_speaker
from bot.texts.first_message import first_name
from bot.texts.going import COPY_UNITS, does
from bot.texts.going_news import title_of
from bot.texts.how_it_went import reason
from bot.texts.message import Button, Message
from bot.texts.speaker import escaped

NAME_UNITS = 24
YES, NO, NOT_SAID = "y", "n", "-"
FIELD_OF = {Condition.IN_DUTCH: OfferField.IN_DUTCH, Condition.SOCIAL: OfferField.SOCIAL}
_QUESTION = {Condition.IN_DUTCH: "🇧🇪 In het Nederlands", Condition.SOCIAL: "👥 Samen met anderen"}
_HOLDS = {True: "ja", False: "nee", None: "nog na te kijken"}
_NOT_NOW = {
    NotNowBecause.TRY_FIRST: "💪 Kan het zelf",
    NotNowBecause.TALK_FIRST: "💬 We praten er eerst over",
    NotNowBecause.CONTACT_AWAY: "📭 Niemand bereikt",
    NotNowBecause.OTHER: "✳️ Andere reden",
}


# The card.


def card(
    newcomer: Newcomer,
    chosen: Participation,
    offer: Offer,
    *,
    is_open: bool,
    writer: str,
    checkers: Mapping[BegeleiderId | None, str],
    is_again: bool = False,
) -> Message:
    """What somebody chose, and everything the begeleider can do with it.

    Args:
        newcomer: Who chose it.
        chosen: Their participation.
        offer: As it is now.
        is_open: Could somebody still choose it today?
        writer: The name of the begeleider who reads this, for the message to the contact.
        checkers: The names of who checked the conditions.
        is_again: Does it come back because it waits long?
    """
    shows_contact = chosen.handover is not Handover.ASKED
    parts = [
        "\n".join([*_again(is_again), _who(newcomer, chosen)]),
        _offer(offer.details),
        _contact(offer.details.contact) if shows_contact else "",
        "\n".join(_standing(chosen, offer, is_open=is_open)),
        _conditions(offer.details, checkers) if chosen.step is Step.ASKED else "",
        _message(newcomer, offer, writer) if chosen.handover is Handover.AGREED else "",
    ]
    text = "\n\n".join(part for part in parts if part)
    return Message(text=text, buttons=_ways(newcomer, chosen, offer, writer))


def _again(is_again: bool) -> list[str]:
    return [dutch("⏰ <b>Dit wacht al enkele dagen.</b>")] if is_again else []


def _who(newcomer: Newcomer, chosen: Participation) -> str:
    name = fit.shorten(newcomer.name, NAME_UNITS)
    if chosen.step is Step.ASKED:
        return dutch("🧭 <b>{name}</b> wil hierheen. Kijk jij eerst na of dit past?", name=name)
    if chosen.is_alive and chosen.handover is Handover.ASKED:
        return dutch("🤝 <b>{name}</b> vraagt of je aankondigt wie er komt.", name=name)
    return dutch("🧭 <b>{name}</b>", name=name)


def _offer(details: OfferDetails) -> str:
    speaker = dutch_speaker()
    lines = [going.heading(speaker, details)]
    if place := going.place_of(details.venue):
        lines.append(f"📍 {escaped(place)}")
    if details.website:
        lines.append(f"🔗 {escaped(fit.shorten(details.website, going.PLACE_UNITS))}")
    return "\n".join(lines)


def _contact(contact: OfferContact) -> str:
    known = (("👤", contact.name), ("📞", contact.phone), ("✉️", contact.email))
    lines = [f"{sign} {escaped(fit.shorten(word, going.CONTACT_UNITS))}" for sign, word in known if word]
    return "\n".join(lines) or dutch("👤 Geen contactpersoon bekend.")


def _standing(chosen: Participation, offer: Offer, *, is_open: bool) -> list[str]:
    lines = [dutch("{step}", step=step_of(chosen))]
    if not is_open and chosen.is_alive:
        lines.append(dutch("⚠️ Dit aanbod is voorbij, volzet of geschrapt."))
    if chosen.is_alive and offer.details.is_unfit and chosen.step is not Step.ASKED:
        lines.append(dutch("⚠️ Iemand duidde aan dat dit niet past bij het traject."))
    return lines


def step_of(chosen: Participation) -> str:
    """Where it stands, in a few words; plain text."""
    if chosen.step is Step.ENDED:
        because = reason(dutch_speaker(), chosen.ended_because or EndedBecause.OTHER)
        return dutch_plain("✖️ Gestopt: {because}", because=because.lower())
    if chosen.step is Step.ASKED:
        return dutch_plain("⏳ Wacht tot jij het nakijkt")
    if chosen.step is Step.GOING:
        return dutch_plain("✅ Gaat erheen")
    return dutch_plain(_HANDOVER[chosen.handover], day=dutch_hours.day(chosen.chosen_at.date()))


_HANDOVER = {
    Handover.NONE: "👍 Gekozen op {day}",
    Handover.ASKED: "🤝 Vraagt om aangekondigd te worden",
    Handover.AGREED: "🤝 Wordt aangekondigd",
    Handover.DECLINED: "👍 Gekozen op {day}, nu niet aangekondigd",
    Handover.DONE: "🤝 Aangekondigd",
}


def _conditions(details: OfferDetails, checkers: Mapping[BegeleiderId | None, str]) -> str:
    return "\n".join(
        dutch(
            "{question}: <b>{holds}</b>{who}",
            question=_QUESTION[condition],
            holds=_HOLDS[details.condition(condition).holds],
            who=_checked_by(details.condition(condition), checkers),
        )
        for condition in Condition
    )


def _checked_by(checked: Checked, checkers: Mapping[BegeleiderId | None, str]) -> str:
    name = checkers.get(checked.by) if checked.by is not None else None
    return dutch_plain(" ({name})", name=name) if name else ""


# The message to the contact.


def message_to_contact(newcomer: Newcomer, offer: Offer, writer: str) -> str:
    """A ready message to the contact, which names only the first name; plain text."""
    name = first_name(newcomer.name)
    lines = (
        dutch_plain("Dag{contact},", contact=_called(offer.details.contact)),
        dutch_plain("Ik ben {writer}, trajectbegeleider inburgering.", writer=writer),
        dutch_plain("{name} wil graag meedoen met “{title}”.", name=name, title=title_of(offer)),
        dutch_plain("{name} leert Nederlands. Mag {name} eens langskomen?", name=name),
        dutch_plain("Alvast bedankt!"),
    )
    return "\n".join(lines)


def _called(contact: OfferContact) -> str:
    return f" {first_name(contact.name)}" if contact.name else ""


def _message(newcomer: Newcomer, offer: Offer, writer: str) -> str:
    ready = f"<code>{escaped(message_to_contact(newcomer, offer, writer))}</code>"
    return dutch("✍️ Bel, of stuur dit bericht:") + f"\n{ready}"


# What can be done.


def _ways(
    newcomer: Newcomer, chosen: Participation, offer: Offer, writer: str
) -> tuple[tuple[Button, ...], ...]:
    rows: list[tuple[Button, ...]] = []
    if chosen.step is Step.ASKED:
        rows += [_mark_row(chosen, condition, offer.details) for condition in Condition]
        rows.append((_lets_go(newcomer, chosen, offer),))
    elif chosen.is_known:
        rows += _handover_rows(newcomer, chosen, offer, writer)
    if chosen.is_alive:
        label = dutch_plain("👎 Niet voor {name}", name=short_name(newcomer))
        rows.append((does(label, "refuse", newcomer.id, offer.id, chosen.id),))
    label = dutch_plain("👤 {name}", name=short_name(newcomer))
    rows.append((about(label, "page", newcomer.id),))
    return tuple(rows)


def short_name(newcomer: Newcomer) -> str:
    """A name as it stands on a button."""
    return fit.shorten(newcomer.name, NAME_UNITS)


def _mark_row(chosen: Participation, condition: Condition, details: OfferDetails) -> tuple[Button, ...]:
    seen = details.condition(condition).holds
    words = {True: dutch_plain("ja"), False: dutch_plain("nee")}
    sign = _QUESTION[condition].partition(" ")[0]
    return tuple(
        does(
            f"{sign} {'☑️ ' if seen is holds else ''}{word}",
            "mark",
            chosen.id,
            condition.value,
            as_word(holds),
            as_word(seen),
        )
        for holds, word in words.items()
    )


def as_word(holds: bool | None) -> str:
    """Yes, no or nothing said, as a button carries it."""
    return NOT_SAID if holds is None else YES if holds else NO


def _lets_go(newcomer: Newcomer, chosen: Participation, offer: Offer) -> Button:
    name = short_name(newcomer)
    if offer.details.is_checked:
        return does(dutch_plain("👍 In orde voor {name}", name=name), "ok", chosen.id)
    return does(dutch_plain("👍 Allebei ja, in orde voor {name}", name=name), "ok", chosen.id, "all")


def _handover_rows(
    newcomer: Newcomer, chosen: Participation, offer: Offer, writer: str
) -> list[tuple[Button, ...]]:
    agree = does(dutch_plain("🤝 Ik kondig aan"), "agree", chosen.id)
    not_now = does(dutch_plain("⏸ Nu niet"), "notnow", chosen.id)
    match chosen.handover:
        case Handover.ASKED:
            talk = about(dutch_plain("💬 Eerst praten"), "write", newcomer.id)
            return [(agree,), (talk, not_now)]
        case Handover.AGREED:
            done = does(dutch_plain("✅ Gedaan"), "done", chosen.id)
            message = message_to_contact(newcomer, offer, writer)
            copy = [Button(label=dutch_plain("📋 Kopieer"), copy=message)]
            return [(done, *(copy if fit.units(message) <= COPY_UNITS else [])), (not_now,)]
        case Handover.NONE | Handover.DECLINED if chosen.step is Step.CHOSEN:
            return [(agree,)]
    return []


def why_not_now(newcomer: Newcomer, chosen: Participation, offer: Offer) -> Message:
    """Why is the newcomer not announced now? They read the reason in their language."""
    text = dutch(
        "Waarom kondig je nu niet aan? <b>{name}</b> leest de reden.\n<i>{title}</i>",
        name=short_name(newcomer),
        title=title_of(offer),
    )
    rows = [(does(dutch_plain(words), "notnow", chosen.id, why.value),) for why, words in _NOT_NOW.items()]
    back = does(dutch_plain("⬅️ Terug"), "card", chosen.id)
    return Message(text=text, buttons=(*rows, (back,)))
