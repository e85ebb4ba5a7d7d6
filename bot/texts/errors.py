"""One calm sentence for each refusal by the rules; plain text, at most 200 characters for a toast."""

from collections.abc import Callable

from bot.texts.message import Message
from bot.texts.speaker import Speaker, escaped


def refusal(speaker: Speaker, sentence: Callable[[Speaker], str]) -> Message:
    """A refusal as a message, where no button was pressed."""
    return Message(text=escaped(sentence(speaker)))


def not_yours(speaker: Speaker) -> str:
    """The button belongs to somebody else."""
    # Translators: short notice after pressing a button.
    return speaker.plain("Deze knop is niet voor jou.")


def button_old(speaker: Speaker) -> str:
    """The button is old or forged."""
    # Translators: short notice after pressing an old button.
    return speaker.plain("Deze knop werkt niet meer. Stel je vraag gewoon opnieuw.")


def invite_not_valid(speaker: Speaker) -> str:
    """The link is unknown, altered or used."""
    return speaker.plain("Deze link werkt niet meer. Vraag een nieuwe link aan wie hem gaf.")


def invite_expired(speaker: Speaker) -> str:
    """The link was real, but its time has passed."""
    return speaker.plain("Deze link is te oud. Vraag een nieuwe link aan wie hem gaf.")


def question_unknown(speaker: Speaker) -> str:
    """There is no such question for this person."""
    return speaker.plain("Ik vind deze vraag niet meer. Stel ze gerust opnieuw.")


def question_closed(speaker: Speaker) -> str:
    """The question was closed or erased."""
    return speaker.plain("Deze vraag is al afgesloten.")


def no_reader(speaker: Speaker) -> str:
    """Nobody can read a question through the bot."""
    # Translators: the Agentschap Integratie en Inburgering is the Flemish agency for integration.
    return speaker.plain(
        "Via mij kan nu niemand je vraag lezen. Vraag het aan je trajectbegeleider van het Agentschap"
        " Integratie en Inburgering."
    )


def entry_off(speaker: Speaker) -> str:
    """An administrator took the answer out of service."""
    return speaker.plain("Dit antwoord gebruiken we nu niet. Vraag het aan je begeleider.")


def say_who(speaker: Speaker) -> str:
    """A shared phone: who speaks?"""
    # Translators: two people use one phone; the bot must know who is writing now.
    return speaker.plain("Jullie delen deze telefoon. Kies eerst wie je bent.")


def no_dossier(speaker: Speaker) -> str:
    """Nobody guides this person through the bot."""
    # Translators: the begeleider can send a link that joins this chat to the newcomer's hours.
    return speaker.plain("Ik ken je uren nog niet. Vraag je begeleider om een link.")


def dossier_closed(speaker: Speaker) -> str:
    """The begeleider closed the dossier."""
    # Translators: the begeleider has closed the file, for example because everything is done.
    return speaker.plain("Je dossier is afgesloten. Vraag je begeleider wat nog kan.")


def hours_impossible(speaker: Speaker) -> str:
    """No hours at all, or less."""
    # Translators: the newcomer wrote 0 hours.
    return speaker.plain("0 uur kan ik niet noteren. Hoe lang was je daar? Kies of typ het.")


def day_in_future(speaker: Speaker) -> str:
    """The day is still to come."""
    # Translators: hours can only be noted after the activity took place.
    return speaker.plain("Deze dag moet nog komen. Noteer je uren na de activiteit.")


def day_too_long_ago(speaker: Speaker) -> str:
    """The day is years ago."""
    # Translators: the newcomer chose a day that is years ago.
    return speaker.plain("Deze dag is te lang geleden. Vraag het aan je begeleider.")


def too_many_hours_that_day(speaker: Speaker) -> str:
    """More than a day holds."""
    # Translators: with what is noted for that day, there would be more than 24 hours.
    return speaker.plain("Dat is meer dan 24 uur op één dag. Kies een kortere tijd.")


def noted_already(speaker: Speaker) -> str:
    """There are hours of that day."""
    # Translators: hours of that day, with the same organisation, were noted before.
    return speaker.plain("Voor deze dag staan er al uren. Kijk bij Mijn uren.")


def accepted_already(speaker: Speaker) -> str:
    """The begeleider accepted hours of that day."""
    # Translators: the hours of that day count already.
    return speaker.plain("De uren van deze dag zijn al aanvaard. Ze tellen dus mee.")


def hours_refused(speaker: Speaker) -> str:
    """The hours cannot be noted so."""
    # Translators: a general answer when hours cannot be noted.
    return speaker.plain("Zo kan ik deze uren niet noteren. Vraag het aan je begeleider.")


def hours_unknown(speaker: Speaker) -> str:
    """The hours are not there."""
    # Translators: the hours that a button belongs to are gone.
    return speaker.plain("Ik vind deze uren niet meer. Kijk bij Mijn uren.")


def hours_settled(speaker: Speaker) -> str:
    """Somebody decided about them."""
    # Translators: somebody has confirmed or checked these hours, so the newcomer cannot change them.
    return speaker.plain("Deze uren zijn al nagekeken. Vraag je begeleider om ze te veranderen.")


def contract_impossible(speaker: Speaker) -> str:
    """A contract that cannot be."""
    # Translators: to a begeleider: the dates or hours of a contract do not fit together.
    return speaker.plain("Dit contract kan niet zo. Kijk de dagen en de uren na.")


def newcomer_unknown(speaker: Speaker) -> str:
    """The person was erased, or never was."""
    # Translators: short notice to a begeleider: the person's file is no longer there.
    return speaker.plain("Deze persoon staat niet meer in de bot.")


def colleague_unknown(speaker: Speaker) -> str:
    """There is no such begeleider to hand over to."""
    # Translators: short notice to a begeleider who wanted to hand somebody over to a colleague.
    return speaker.plain("Ik vind deze collega niet. Kies iemand anders.")


def still_guides(speaker: Speaker) -> str:
    """A begeleider who guides people hands them over first."""
    # Translators: short notice to a begeleider who wants to be erased while guiding people.
    return speaker.plain("Je begeleidt nog mensen. Geef hen eerst door aan een collega.")


def leave_impossible(speaker: Speaker) -> str:
    """A begeleider's leave with days that cannot be."""
    # Translators: to a begeleider who plans a leave with impossible days.
    return speaker.plain("Die dagen kunnen niet. Kies een eerste en een laatste dag vanaf vandaag.")


def offer_gone(speaker: Speaker) -> str:
    """The offer is not there any more, or not for this person."""
    # Translators: short notice: the activity is over, full or taken away.
    return speaker.plain("Deze activiteit is er niet meer. Zoek gerust een andere.")


def offer_full(speaker: Speaker) -> str:
    """There is no place left."""
    # Translators: short notice: somebody else took the last place of the activity.
    return speaker.plain("Deze activiteit is net volzet. Kijk eens naar een andere.")


def offer_refused(speaker: Speaker) -> str:
    """The begeleider found that it is not for this newcomer."""
    # Translators: short notice, kindly: the begeleider found that the activity is not right for them.
    return speaker.plain("Je begeleider vindt dit niet de beste keuze. Kijk eens naar een andere.")


def not_checked_yet(speaker: Speaker) -> str:
    """Nobody said yet whether the two conditions hold."""
    # Translators: short notice: nobody checked yet whether the activity counts for the 40 hours.
    return speaker.plain("Dit is nog niet nagekeken.")


def paper_unknown(speaker: Speaker) -> str:
    """There is no such paper of theirs."""
    # Translators: short notice: a bewijs that was handed in is no longer there.
    return speaker.plain("Ik vind dit bewijs niet meer.")


def paper_settled(speaker: Speaker) -> str:
    """It was handed in, decided or taken back meanwhile."""
    # Translators: short notice: something happened to this bewijs before the button was pressed.
    return speaker.plain("Met dit bewijs gebeurde intussen al iets. Kijk bij Bewijs.")


def paper_incomplete(speaker: Speaker) -> str:
    """Something must still be said."""
    # Translators: short notice: the bewijs cannot be sent to the begeleider yet.
    return speaker.plain("Ik kan dit bewijs nog niet versturen. Er ontbreekt nog iets.")


def paper_full(speaker: Speaker) -> str:
    """A paper has no room for more pages."""
    # Translators: a bewijs can have at most ten pages.
    return speaker.plain("Een bewijs kan 10 bladen hebben. Stuur de andere bladen apart.")


def form_unknown(speaker: Speaker) -> str:
    """No form with this number was ever made."""
    # Translators: the number that stands on a printed form.
    return speaker.plain("Dit nummer ken ik niet. Kijk nog eens op je blad.")


def form_accepted_already(speaker: Speaker) -> str:
    """Another paper with the same form counts."""
    # Translators: the same printed form was accepted before on another photograph.
    return speaker.plain("De uren van dit blad zijn al aanvaard.")


def participation_unknown(speaker: Speaker) -> str:
    """There is no such choice of theirs."""
    # Translators: short notice: the activity is no longer in the newcomer's list.
    return speaker.plain("Deze activiteit staat niet meer op je lijst.")


def participation_settled(speaker: Speaker) -> str:
    """Something else was decided meanwhile."""
    # Translators: short notice: the begeleider or the newcomer changed something meanwhile.
    return speaker.plain("Hier veranderde intussen iets. Open de activiteit opnieuw.")


def hours_changed(speaker: Speaker) -> str:
    """The hours are not those that the contact saw."""
    # Translators: short notice to a volunteer: something changed before they pressed.
    return speaker.plain("Er veranderde intussen iets. Kijk nog even, en tik dan opnieuw.")


def too_late_to_correct(speaker: Speaker) -> str:
    """A contact's own word is older than a week."""
    # Translators: short notice to a volunteer: what they said can be changed for a week only.
    return speaker.plain("Je zei dit meer dan een week geleden. Bel de begeleider als het niet klopt.")


def contact_unchecked(speaker: Speaker) -> str:
    """The begeleider did not check this contact yet."""
    # Translators: short notice to a volunteer: somebody calls them before they can confirm.
    return speaker.plain("De begeleider belt je eerst even. Daarna kan je bevestigen.")


def contact_stopped(speaker: Speaker) -> str:
    """The contact stopped."""
    # Translators: short notice to somebody who is not a contact person of this activity any more.
    return speaker.plain("Je bent hier geen contactpersoon meer.")


def page_gone(speaker: Speaker) -> str:
    """A personal page that was withdrawn, or never was."""
    # Translators: to a volunteer whose link to a page does not work any more.
    return speaker.plain("Deze pagina werkt niet meer. Vraag een nieuwe link aan de begeleider.")


def door_closed(speaker: Speaker) -> str:
    """A code at the door whose time has passed."""
    # Translators: a code at the door of an activity works for some minutes only.
    return speaker.plain("Deze code werkt niet meer. Vraag je contactpersoon om een nieuwe code.")


def nothing_to_sign(speaker: Speaker) -> str:
    """No confirmed date waits for a signature."""
    # Translators: short notice to a volunteer: everything is signed, or nothing is confirmed yet.
    return speaker.plain("Er is nu niets om te tekenen.")
