"""The newcomer's buttons about contacts, for the screens of hours, activities and news."""

from bot.domain.dossier import Dossier
from bot.domain.hours import Bewijs
from bot.domain.ids import AttendanceId, BewijsId, NewcomerId, ParticipationId
from bot.texts import buttons, fit
from bot.texts.message import Button
from bot.texts.speaker import Speaker

ASK, GOING, KNOWN, QR, PAGE, MAIL = "ask", "going", "known", "qr", "page", "mail"
DOUBT, OBJECT = "no", "object"
HERE, MORE, LEAVE = "here", "more", "leave"
PLACE_UNITS = 24


def ask_button(
    speaker: Speaker, newcomer_id: NewcomerId, bewijs: Bewijs, *, is_named: bool = False
) -> Button:
    """Leads to asking a contact to confirm the dates of a bewijs.

    Args:
        speaker: The newcomer's voice.
        newcomer_id: Whose bewijs it is.
        bewijs: Which.
        is_named: Does the button say where, as in a list of several?
    """
    if is_named:
        # Translators: button: asks the contact person at {place} to confirm hours.
        label = speaker.plain("🤝 Laat bevestigen: {place}", place=fit.shorten(bewijs.place, PLACE_UNITS))
    else:
        # Translators: button: asks the contact person of the activity to confirm hours.
        label = speaker.plain("🤝 Laat dit bevestigen")
    return Button(label=label, data=of_bewijs(newcomer_id, bewijs.id, ASK))


def ask_at_button(speaker: Speaker, participation_id: ParticipationId) -> Button:
    """The same from an activity that was chosen."""
    # Translators: button: asks the contact person of the activity to confirm hours.
    label = speaker.plain("🤝 Laat uren bevestigen")
    return Button(label=label, data=buttons.data(buttons.MY_CONTACT, GOING, participation_id))


def of_bewijs(newcomer_id: NewcomerId, bewijs_id: BewijsId, word: str) -> str:
    """What a button about a bewijs carries."""
    return buttons.for_whom(newcomer_id, buttons.MY_CONTACT, word, bewijs_id)


def doubt_button(
    speaker: Speaker, dossier: Dossier, attendance_id: AttendanceId, *, is_named: bool = True
) -> Button:
    """Leads to saying that what a contact said of a date is not right.

    Args:
        speaker: The newcomer's voice.
        dossier: Whose date it is.
        attendance_id: Which date.
        is_named: Does the button say which day, as below several?
    """
    data = buttons.for_whom(dossier.id, buttons.MY_CONTACT, DOUBT, attendance_id)
    day = next((a.day for a in dossier.book.attendances if a.id == attendance_id), None)
    if day is None or not is_named:
        # Translators: button: what the contact person said of a day is not right.
        return Button(label=speaker.plain("🙋 Dat klopt niet"), data=data)
    # Translators: button: what the contact person said of {day} is not right.
    label = speaker.plain("🙋 {day}: klopt niet", day=speaker.near_day(day, dossier.today))
    return Button(label=label, data=data)
