"""Refusals by the rules as kind pages, each with its status."""

from collections.abc import Callable, Mapping

from starlette.requests import Request
from starlette.responses import Response

from bot.domain import errors as refused
from bot.texts import contact_pages as texts
from bot.texts import contact_refusals
from bot.texts import errors as error_texts
from bot.texts.speaker import Speaker
from bot.web.pages.limiter import BAD_TOKEN
from bot.web.pages.templating import page

Sentence = Callable[[Speaker], str]
ANSWER_TO: Mapping[type[refused.NotAllowed], tuple[int, Sentence]] = {
    refused.PageGone: (404, error_texts.page_gone),
    refused.ContactStopped: (410, error_texts.contact_stopped),
    refused.ContactUnchecked: (403, error_texts.contact_unchecked),
    refused.InviteNotValid: (404, texts.link_not_valid),
    refused.InviteExpired: (410, texts.link_expired),
    refused.DoorClosed: (410, error_texts.door_closed),
    refused.NotYours: (404, contact_refusals.gone),
    refused.HoursUnknown: (404, contact_refusals.gone),
    refused.HoursChanged: (409, error_texts.hours_changed),
    refused.HoursSettled: (409, contact_refusals.settled),
    refused.AcceptedAlready: (409, contact_refusals.settled),
    refused.TooLateToCorrect: (409, error_texts.too_late_to_correct),
    refused.NothingToSign: (409, error_texts.nothing_to_sign),
    refused.DossierClosed: (410, contact_refusals.closed),
    refused.NotedAlready: (409, contact_refusals.noted_already),
    refused.DayTooLongAgo: (400, contact_refusals.day_too_long_ago),
    refused.DayInFuture: (400, error_texts.day_in_future),
    refused.HoursImpossible: (400, error_texts.hours_impossible),
    refused.TooManyHoursThatDay: (400, error_texts.too_many_hours_that_day),
    refused.HoursRefused: (400, contact_refusals.hours_refused),
    refused.ButtonOld: (400, texts.form_old),
}
_NEVER_MADE = (refused.PageGone, refused.InviteNotValid, refused.DoorClosed)


def answer(request: Request, speaker: Speaker, refusal: refused.NotAllowed, *, base: str | None) -> Response:
    """The page that tells a refusal; a link that was never made counts as a guess.

    Args:
        request: As it came in.
        speaker: The reader's voice.
        refusal: What the rules said.
        base: The page that still works; None where none does.
    """
    kind = next((kind for kind in type(refusal).__mro__ if kind in ANSWER_TO), None)
    status, sentence = ANSWER_TO[kind] if kind else (400, texts.form_old)
    if isinstance(refusal, _NEVER_MADE) and not isinstance(refusal, refused.InviteExpired):
        setattr(request.state, BAD_TOKEN, True)
    is_gone = isinstance(refusal, (*_NEVER_MADE, refused.ContactStopped))
    return _page(speaker, status, sentence(speaker), back=None if is_gone else base)


def later(speaker: Speaker) -> Response:
    """The database is away for a moment."""
    return _page(speaker, 503, texts.come_back_later(speaker), back=None)


def _page(speaker: Speaker, status: int, sentence: str, *, back: str | None) -> Response:
    return page(
        "refusal",
        speaker,
        status=status,
        title=texts.not_so(speaker),
        sentence=sentence,
        back=back,
        back_words=texts.to_page(speaker),
    )
