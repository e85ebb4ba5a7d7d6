"""What a newcomer hears when the begeleider decided about a paper; with the totals as they are now."""

from bot.domain.dossier import Dossier
from bot.domain.paper import Paper, PaperRefusedBecause
from bot.texts import my_hours
from bot.texts.message import Message
from bot.texts.paper_buttons import Rows, new_photo_button
from bot.texts.speaker import Speaker


def accepted(speaker: Speaker, begeleider: str, dossier: Dossier, paper: Paper, *, minutes: int) -> Message:
    """The hours of a paper count from now on, all of them or another amount.

    Args:
        speaker: The newcomer's voice.
        begeleider: Who decided.
        dossier: As it is now.
        paper: With what the newcomer said of it.
        minutes: How many count.
    """
    # Translators: good news. {receipt} is the paper's number, {hours} an amount such as "12 hours".
    lines = [
        speaker.say(
            "🎉 {begeleider} aanvaardde je bewijs {receipt}: <b>{hours}</b>.",
            begeleider=begeleider,
            receipt=paper.receipt,
            hours=speaker.duration(minutes),
        )
    ]
    if paper.said.minutes is not None and minutes != paper.said.minutes:
        # Translators: another amount of hours counts than the newcomer sent: {before}.
        other = speaker.say(
            "Jij stuurde {before}. Klopt het niet? Vraag het hier.",
            before=speaker.duration(paper.said.minutes),
        )
        lines.append(other)
    return _with_totals(speaker, lines, dossier)


def refused(
    speaker: Speaker,
    begeleider: str,
    dossier: Dossier,
    paper: Paper,
    *,
    why: PaperRefusedBecause,
) -> Message:
    """A paper is not accepted: why, and what helps now; arguments as in `accepted`."""
    # Translators: kindly: {begeleider} looked at the paper; the reason and what to do follow.
    line = speaker.say(
        "{begeleider} keek naar je bewijs {receipt}.", begeleider=begeleider, receipt=paper.receipt
    )
    lines = [line, reason(speaker, why)]
    # Translators: after a paper that is not accepted.
    lines.append(speaker.say("Klopt het niet, of heb je een vraag? Stuur ze hier."))
    more: Rows = ((new_photo_button(speaker, dossier.id),),) if why in _PHOTO_HELPS else ()
    return _with_totals(speaker, lines, dossier, more)


_PHOTO_HELPS = (
    PaperRefusedBecause.NOT_READABLE,
    PaperRefusedBecause.NO_SIGNATURE,
    PaperRefusedBecause.NOT_A_BEWIJS,
)


def reason(speaker: Speaker, why: PaperRefusedBecause) -> str:
    """Why a paper is not accepted, and what to do now."""
    match why:
        case PaperRefusedBecause.NOT_READABLE:
            # Translators: why the paper is not accepted, and what helps.
            words = speaker.say("Het is niet goed te lezen. Stuur een nieuwe foto.")
        case PaperRefusedBecause.NO_SIGNATURE:
            # Translators: why the paper is not accepted, and what helps.
            words = speaker.say("De handtekening ontbreekt. Laat het tekenen en stuur een nieuwe foto.")
        case PaperRefusedBecause.NOT_A_BEWIJS:
            # Translators: why the paper is not accepted, and what helps.
            words = speaker.say("Dit is geen bewijs van deelname. Stuur een foto van je bewijs.")
        case PaperRefusedBecause.NOT_CONFIRMED:
            # Translators: why the paper is not accepted: the contact of the activity says otherwise.
            words = speaker.say("De contactpersoon bevestigt het niet. Praat erover met je begeleider.")
        case PaperRefusedBecause.OUTSIDE_TERM:
            # Translators: why the paper is not accepted: the days are not within the contract.
            words = speaker.say("De dagen vallen buiten je contract. Praat erover met je begeleider.")
        case PaperRefusedBecause.NO_PARTICIPATION:
            # Translators: why the paper is not accepted: not social, or not in Dutch.
            words = speaker.say("Deze activiteit telt niet mee. Je begeleider zoekt met je iets anders.")
        case PaperRefusedBecause.HANDED_IN_BEFORE:
            # Translators: why the paper is not accepted: the same hours were sent before.
            words = speaker.say("Deze uren stuurde je al. Ze tellen één keer.")
        case PaperRefusedBecause.OTHER:
            # Translators: a paper is not accepted; the begeleider can say why.
            words = speaker.say("Dit bewijs telt nu niet mee. Praat erover met je begeleider.")
    return words


def undone(speaker: Speaker, begeleider: str, dossier: Dossier, paper: Paper) -> Message:
    """A decision was taken back; the paper waits again."""
    # Translators: {begeleider} looks at the paper once more; nothing is lost.
    line = speaker.say(
        "↩️ {begeleider} bekijkt je bewijs {receipt} opnieuw. Jij moet niets doen.",
        begeleider=begeleider,
        receipt=paper.receipt,
    )
    return _with_totals(speaker, [line], dossier)


def photograph_again(speaker: Speaker, begeleider: str, dossier: Dossier, paper: Paper) -> Message:
    """The begeleider asks for a better photograph of the same paper."""
    # Translators: {begeleider} asks for a new photo of the paper with this number.
    line = speaker.say(
        "📷 {begeleider} vraagt een nieuwe foto van je bewijs {receipt}.",
        begeleider=begeleider,
        receipt=paper.receipt,
    )
    # Translators: a photo may be sent at any moment, without pressing anything first.
    how = speaker.say("Stuur ze gewoon hier.")
    return Message(text=f"{line}\n{how}", buttons=((new_photo_button(speaker, dossier.id),),))


def _with_totals(speaker: Speaker, lines: list[str], dossier: Dossier, more: Rows = ()) -> Message:
    sums = my_hours.sums(speaker, dossier.progress)
    rows = (*more, (my_hours.overview_button(speaker, dossier.id),))
    return Message(text="\n".join((*lines, "", sums)), buttons=rows)
