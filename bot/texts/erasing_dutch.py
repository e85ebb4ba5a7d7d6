"""Forgetting a person, as begeleiders and the administrator read it (Dutch only)."""

from zoneinfo import ZoneInfo

from bot.domain.dossier import Dossier
from bot.domain.people import Newcomer
from bot.domain.person import Erased, Leaving
from bot.domain.privacy import Periods
from bot.texts import buttons, dutch_hours
from bot.texts.dossier_buttons import about, to_list, to_page
from bot.texts.dutch import dutch, dutch_plain, dutch_plural, dutch_speaker
from bot.texts.erasing import accepted_hours, moment_of
from bot.texts.message import Button, Message
from bot.texts.periods import period


def gone(erased: Erased) -> Message:
    """To whoever guided a newcomer who is forgotten: the accepted hours, so that nothing is lost."""
    dossier = erased.leaving.dossier
    assert dossier is not None
    newcomer = dossier.newcomer
    head = dutch(
        "🗑 <b>{name}</b>{reference} is gewist uit de bot.",
        name=newcomer.name,
        reference=f" ({newcomer.reference})" if newcomer.reference else "",
    )
    ask = dutch("Wis zelf de oude berichten, foto's en lijsten met deze naam in dit gesprek.")
    return Message(text="\n\n".join((head, _to_keep(dossier), ask)))


def _to_keep(dossier: Dossier) -> str:
    lines = []
    if dossier.newcomer.contract is not None:
        contract = dossier.newcomer.contract
        lines.append(
            dutch(
                "Termijn: {term}, {required} te doen.",
                term=dutch_hours.stretch(contract.starts_on, contract.last_day),
                required=dutch_hours.hours(contract.required_minutes),
            )
        )
    accepted = dossier.book.sums.accepted
    if not accepted:
        return "\n".join([*lines, dutch("Er waren geen aanvaarde uren.")])
    total = dutch(
        "<b>Aanvaard: {hours}.</b> Neem dit over in de Kruispuntbank:", hours=dutch_hours.hours(accepted)
    )
    return "\n".join([*lines, total, *accepted_hours(dutch_speaker(), dossier.book)])


def message_gone() -> Message:
    """Where a message about a person stood who is forgotten."""
    return Message(text=dutch("🗑 Dit bericht is gewist, op vraag van de persoon."))


# A newcomer without a phone, on the begeleider's request.


def ask(newcomer: Newcomer, leaving: Leaving, *, is_last: bool) -> Message:
    """Asked twice; the second time in other words."""
    assert leaving.dossier is not None
    sums = leaving.dossier.book.sums
    if is_last:
        text = dutch(
            "🗑 <b>{name} wissen: echt zeker?</b> Terug kan niet. Jij krijgt de aanvaarde uren en een bewijs.",
            name=newcomer.name,
        )
        label, step = dutch_plain("🗑 Wis nu alles"), 2
    else:
        text = dutch(
            "🗑 <b>{name} wissen?</b> Doe dit alleen als {name} het vraagt. Anders sluit je het dossier.\n"
            "Dit gaat weg: {accepted} aanvaard, {waiting} genoteerd, het contract en de geschiedenis.",
            name=newcomer.name,
            accepted=dutch_hours.hours(sums.accepted),
            waiting=dutch_hours.hours(sums.claimed + sums.confirmed),
        )
        label, step = dutch_plain("🗑 Ja, wissen"), 1
    return Message(text=text, buttons=((about(label, "erase", newcomer.id, step),), (to_page(newcomer.id),)))


def has_phone(newcomer: Newcomer) -> Message:
    """Whoever has the bot on a phone decides it there."""
    text = dutch(
        "📱 <b>{name}</b> heeft de bot op een telefoon, en kan zelf alles wissen:"
        " /privacy, knop Vergeet mij.",
        name=newcomer.name,
    )
    return Message(text=text, buttons=((to_page(newcomer.id),),))


def receipt(erased: Erased, periods: Periods, zone: ZoneInfo, *, kept: int) -> Message:
    """What a begeleider or administrator keeps, to show that it was done."""
    dossier = erased.leaving.dossier
    lines = [
        dutch("✅ <b>Gewist</b>"),
        dutch(
            "Nummer {number}, op {moment}.",
            number=erased.number,
            moment=moment_of(erased.at, zone, dutch_speaker()),
        ),
        dutch_plural("Weg is 1 gegeven.", "Weg zijn {count} gegevens.", sum(erased.counts.values())),
    ]
    if kept:
        lines.append(
            dutch_plural(
                "Niet gewist: 1 oudere foto, bestand of spraakbericht in een ander gesprek.",
                "Niet gewist: {count} oudere foto's, bestanden of spraakberichten in een ander gesprek.",
                kept,
            )
        )
    if periods.backups:
        lines.append(dutch("Kopieën: weg na {period}.", period=period(dutch_speaker(), periods.backups)))
    text = "\n".join(lines)
    if dossier is not None:
        text = f"{text}\n\n{_to_keep(dossier)}"
    return Message(text=text, buttons=((to_list(),),) if dossier is not None else ())


# A begeleider.


def ask_begeleider(leaving: Leaving, sure: tuple[int, int]) -> Message:
    """Everything that would go, or who must be handed over first."""
    back = Button(label=dutch_plain("⬅️ Terug"), data=buttons.data(buttons.DATA, "home"))
    if leaving.guides:
        text = dutch_plural(
            "🤝 Je begeleidt nog <b>1 persoon</b>. Geef die eerst door aan een collega.",
            "🤝 Je begeleidt nog <b>{count} mensen</b>. Geef hen eerst door aan een collega.",
            leaving.guides,
        )
        hand = Button(
            label=dutch_plain("🤝 Geef iedereen door"), data=buttons.data(buttons.CASELOAD, "handall")
        )
        return Message(text=text, buttons=((hand,), (back,)))
    text = dutch(
        "🗑 <b>Alles over jou wissen?</b>\nJe naam, je account, je werkuren en je verlof gaan weg. Wat je"
        " antwoordde en besliste, blijft in de dossiers, zonder je naam. Daarna ben je geen begeleider meer."
        "\n⚠️ Terug kan niet."
    )
    yes = Button(label=dutch_plain("🗑 Ja, wis alles"), data=buttons.data(buttons.DATA, "erase", *sure))
    return Message(text=text, buttons=((yes,), (back,)))
