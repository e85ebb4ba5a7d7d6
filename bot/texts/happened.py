"""A line of a person's history in a few words of their own language."""

from bot.domain.history import Event, What
from bot.texts.speaker import Speaker


def happened(speaker: Speaker, event: Event) -> str:
    """What happened, with the amount of hours where it was about one; plain text."""
    what = event.what
    told = _hours(speaker, what) or _paper(speaker, what) or _dossier(speaker, what)
    told = told or _contact(speaker, what) or _activity(speaker, what)
    minutes = event.facts.get("minutes")
    return f"{told} ({speaker.duration(minutes)})" if isinstance(minutes, int) else told


def _hours(speaker: Speaker, what: What) -> str | None:
    match what:
        case What.CLAIMED:
            # Translators: in a history: the person wrote down hours.
            told = speaker.plain("uren genoteerd")
        case What.CLAIM_CHANGED:
            # Translators: in a history: hours that were written down were changed.
            told = speaker.plain("genoteerde uren aangepast")
        case What.CLAIM_WITHDRAWN:
            # Translators: in a history: hours that were written down were taken back.
            told = speaker.plain("genoteerde uren teruggenomen")
        case What.CONFIRMED:
            # Translators: in a history: the contact person said that the hours are right.
            told = speaker.plain("uren bevestigd")
        case What.CLAIM_REFUSED:
            # Translators: in a history: the begeleider does not count these hours.
            told = speaker.plain("uren niet geteld")
        case What.REFUSAL_UNDONE:
            # Translators: in a history: hours that did not count now count as written down again.
            told = speaker.plain("uren toch weer geteld als genoteerd")
        case What.ACCEPTED:
            # Translators: in a history: the begeleider accepted hours.
            told = speaker.plain("uren aanvaard")
        case What.ACCEPTANCE_CHANGED:
            # Translators: in a history: accepted hours were changed.
            told = speaker.plain("aanvaarde uren aangepast")
        case What.ACCEPTANCE_UNDONE:
            # Translators: in a history: the begeleider took back accepted hours.
            told = speaker.plain("aanvaarde uren teruggenomen")
        case _:
            return None
    return told


def _paper(speaker: Speaker, what: What) -> str | None:
    match what:
        case What.PAPER_HANDED_IN:
            # Translators: in a history: the person sent a bewijs van deelname to the begeleider.
            told = speaker.plain("bewijs ingediend")
        case What.PAPER_TAKEN_BACK:
            # Translators: in a history: the person took back a bewijs van deelname before it was checked.
            told = speaker.plain("ingediend bewijs teruggenomen")
        case What.PAPER_ACCEPTED:
            # Translators: in a history: the begeleider found a bewijs van deelname right.
            told = speaker.plain("bewijs goedgekeurd")
        case What.PAPER_REFUSED:
            # Translators: in a history: the begeleider did not accept a bewijs van deelname.
            told = speaker.plain("bewijs niet goedgekeurd")
        case What.PAPER_UNDONE:
            # Translators: in a history: the begeleider took back a decision about a bewijs van deelname.
            told = speaker.plain("beslissing over een bewijs teruggenomen")
        case What.PICTURE_REMOVED:
            # Translators: in a history: the begeleider removed the photograph of a bewijs van deelname.
            told = speaker.plain("foto van een bewijs verwijderd")
        case What.CONTACT_BELONGS:
            # Translators: in a history: another contact person was added to a bewijs van deelname.
            told = speaker.plain("nog een contactpersoon bij een bewijs")
        case What.OWN_BEWIJS:
            # Translators: in a history: another contact person got a bewijs van deelname of their own.
            told = speaker.plain("apart bewijs voor een contactpersoon")
        case What.SIGNATURE_REFUSED:
            # Translators: in a history: the person told that the contact person does not sign.
            told = speaker.plain("verteld dat de contactpersoon niet tekent")
        case What.CONTACT_ANSWERED:
            # Translators: in a history: the begeleider asked the contact person about a bewijs.
            told = speaker.plain("antwoord van de contactpersoon")
        case _:
            return None
    return told


def _dossier(speaker: Speaker, what: What) -> str | None:  # noqa: PLR0912 - one for each
    match what:
        case What.ADDED:
            # Translators: in a history: the begeleider made the dossier.
            told = speaker.plain("dossier gemaakt")
        case What.JOINED:
            # Translators: in a history: the person opened the link with their phone.
            told = speaker.plain("telefoon verbonden")
        case What.PHONE_MOVED:
            # Translators: in a history: the dossier moved to a new phone.
            told = speaker.plain("nieuwe telefoon")
        case What.IDENTIFIED:
            # Translators: short notice: the hours were changed.
            told = speaker.plain("Aangepast.")
        case What.CONTRACT_SET:
            # Translators: in a history: the begeleider filled in the contract.
            told = speaker.plain("contract ingevuld")
        case What.EXTENDED:
            # Translators: in a history: the person got more time.
            told = speaker.plain("termijn verlengd")
        case What.CLOSED:
            # Translators: in a history: the begeleider closed the dossier.
            told = speaker.plain("dossier gesloten")
        case What.REOPENED:
            # Translators: in a history: the begeleider opened the dossier again.
            told = speaker.plain("dossier weer open")
        case What.HANDED_OVER:
            # Translators: in a history: another begeleider took over.
            told = speaker.plain("andere begeleider")
        case What.CONSENT:
            # Translators: in a history: the person said yes or no to something optional.
            told = speaker.plain("antwoord op een vraag om toestemming")
        case What.REMINDERS_PAUSED:
            # Translators: in a history: the person wanted no reminders for a while.
            told = speaker.plain("herinneringen even stil")
        case What.ASKED_TO_STOP:
            # Translators: in a history: the person asked to stop.
            told = speaker.plain("gevraagd om te stoppen")
        case _:
            return None
    return told


def _contact(speaker: Speaker, what: What) -> str | None:
    match what:
        case What.DENIED:
            # Translators: in a history: the contact person said that the person was not there that day.
            told = speaker.plain("niet op de lijst van de contactpersoon")
        case What.OBJECTED:
            # Translators: in a history: the person said that the words of the contact person are not right.
            told = speaker.plain("gezegd dat het niet klopt")
        case What.CONTACTS_DIFFER:
            # Translators: in a history: two contact persons said different things about the same day.
            told = speaker.plain("twee contactpersonen zeggen iets anders")
        case What.CONTACT_JOINED:
            # Translators: in a history: the contact person opened the link and takes part.
            told = speaker.plain("contactpersoon doet mee")
        case What.CONTACT_CHECKED:
            # Translators: in a history: the begeleider called the contact person.
            told = speaker.plain("contactpersoon nagekeken door de begeleider")
        case What.CONTACT_NOT_KNOWN:
            # Translators: in a history: the begeleider found that this is not the contact person.
            told = speaker.plain("niet de contactpersoon, zegt de begeleider")
        case What.CONTACT_STOPPED:
            # Translators: in a history: the contact person does not confirm any more.
            told = speaker.plain("contactpersoon gestopt")
        case What.SIGNED:
            # Translators: in a history: the contact person signed a digital bewijs van deelname.
            told = speaker.plain("bewijs digitaal getekend")
        case What.SIGNATURE_VOID:
            # Translators: in a history: a signed digital bewijs does not hold any more; a date was changed.
            told = speaker.plain("digitaal bewijs geldt niet meer")
        case _:
            return None
    return told


def _activity(speaker: Speaker, what: What) -> str:
    match what:
        case What.CHOSE:
            # Translators: in a history: the person chose an activity.
            told = speaker.plain("activiteit gekozen")
        case What.CHECKED:
            # Translators: in a history: the begeleider found that a chosen activity fits the 40 hours.
            told = speaker.plain("activiteit nagekeken door de begeleider")
        case What.HANDOVER:
            # Translators: in a history: the begeleider tells an activity that the person is coming.
            told = speaker.plain("aankondiging door de begeleider")
        case What.TOOK_PART:
            # Translators: in a history: the person takes part in an activity.
            told = speaker.plain("activiteit begonnen")
        case What.CHOICE_ENDED:
            # Translators: in a history: the person does not go to an activity any more.
            told = speaker.plain("activiteit gestopt")
        case What.OFFER_REFUSED:
            # Translators: in a history: the begeleider found that an activity is not right for the person.
            told = speaker.plain("activiteit past niet, zegt de begeleider")
        case What.OFFER_SENT:
            # Translators: in a history: the begeleider sent an activity, thinking that the person likes it.
            told = speaker.plain("activiteit gekregen van de begeleider")
        case _:
            # Translators: in a history: the begeleider found that an activity is right after all.
            told = speaker.plain("activiteit past toch, zegt de begeleider")
    return told
