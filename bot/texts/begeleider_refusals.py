"""Refusals about a dossier as the begeleider reads them; newcomers read `errors` (Dutch only)."""

from collections.abc import Mapping

from bot.domain import errors as refusals
from bot.texts.contract_page import impossible

_SENTENCE: Mapping[type[refusals.NotAllowed], str] = {
    refusals.DossierClosed: "🔒 Dit dossier is afgesloten. Heropen het eerst.",
    refusals.HoursImpossible: "Dat aantal uren kan niet op deze dagen.",
    refusals.DayInFuture: "Deze dag moet nog komen.",
    refusals.DayTooLongAgo: "Deze dag is te lang geleden.",
    refusals.TooManyHoursThatDay: "Dat is samen meer dan 24 uur op één dag.",
    refusals.NotedAlready: "Voor deze dag staan er al uren in dit bewijs.",
    refusals.AcceptedAlready: "De uren van deze dag zijn al aanvaard.",
    refusals.HoursRefused: "Zo kunnen deze uren niet.",
    refusals.HoursUnknown: "Deze uren staan er niet meer.",
    refusals.OfferGone: "Deze activiteit staat niet meer in de lijst.",
    refusals.HoursSettled: "Over deze uren is al beslist.",
    refusals.PaperUnknown: "Dit bewijs staat er niet meer.",
    refusals.PaperSettled: "Over dit bewijs is al beslist, of het is teruggenomen.",
    refusals.PaperIncomplete: "Hier ontbreekt nog iets. Kijk de uren, de dagen en de contactpersoon na.",
    refusals.FormAcceptedAlready: "Een ander papier met dit formulier telt al mee.",
}


def sentence(refusal: refusals.NotAllowed) -> str | None:
    """The begeleider's own sentence for a refusal, as plain text; None where everybody reads the same."""
    if isinstance(refusal, refusals.ContractImpossible):
        return impossible(refusal.because)
    return next((_SENTENCE[kind] for kind in type(refusal).__mro__ if kind in _SENTENCE), None)
