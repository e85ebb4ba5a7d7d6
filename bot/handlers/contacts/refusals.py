"""The sentences that differ for a contact from what a newcomer hears of the same refusal."""

from collections.abc import Callable, Mapping

from bot.delivery.context import BotContext
from bot.domain import errors as refusals
from bot.texts import contact_refusals as texts
from bot.texts import errors as error_texts
from bot.texts.speaker import Speaker

ANSWER_TO: Mapping[type[refusals.NotAllowed], Callable[[Speaker], str]] = {
    refusals.NotYours: texts.gone,
    refusals.HoursUnknown: texts.gone,
    refusals.HoursSettled: texts.settled,
    refusals.AcceptedAlready: texts.settled,
    refusals.DossierClosed: texts.closed,
    refusals.NotedAlready: texts.noted_already,
    refusals.DayTooLongAgo: texts.day_too_long_ago,
    refusals.ButtonOld: texts.button_old,
}
_PLAIN = frozenset({refusals.DayInFuture, refusals.HoursImpossible, refusals.TooManyHoursThatDay})
"""Refusals whose usual sentence fits a contact as well."""


def sentence(refusal: refusals.NotAllowed) -> Callable[[Speaker], str] | None:
    """What a contact hears; None where it is the same as everybody hears."""
    kind = type(refusal)
    if kind in _PLAIN:
        return None
    found = next((ANSWER_TO[one] for one in kind.__mro__ if one in ANSWER_TO), None)
    if found is None and isinstance(refusal, refusals.HoursRefused):
        return texts.hours_refused
    return found


def toast(context: BotContext, refusal: refusals.NotAllowed) -> bool:
    """Show it as the answer to a press; False where it is the same as everybody hears."""
    found = sentence(refusal)
    if found is not None:
        context.toast(found(context.speaker), is_alert=True)
    return found is not None


def say(context: BotContext, refusal: refusals.NotAllowed) -> bool:
    """Say it as a message; False where it is the same as everybody hears."""
    found = sentence(refusal)
    if found is not None:
        context.say(error_texts.refusal(context.speaker, found))
    return found is not None
