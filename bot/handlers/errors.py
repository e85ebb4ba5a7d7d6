"""The one table from a refusal by the rules to the sentence that tells it."""

import functools
from collections.abc import Callable, Coroutine, Mapping
from typing import Any

from telegram import Update

from bot.delivery.context import BotContext
from bot.domain import errors as refusals
from bot.texts import errors as texts
from bot.texts.speaker import Speaker

Handler = Callable[[Update, BotContext], Coroutine[Any, Any, None]]

ANSWER_TO: Mapping[type[refusals.NotAllowed], Callable[[Speaker], str]] = {
    refusals.NotYours: texts.not_yours,
    refusals.ButtonOld: texts.button_old,
    refusals.InviteNotValid: texts.invite_not_valid,
    refusals.InviteExpired: texts.invite_expired,
    refusals.QuestionUnknown: texts.question_unknown,
    refusals.QuestionClosed: texts.question_closed,
    refusals.NoReader: texts.no_reader,
    refusals.EntryOff: texts.entry_off,
    refusals.EntryUnknown: texts.button_old,
    refusals.SayWho: texts.say_who,
    refusals.NoDossier: texts.no_dossier,
    refusals.DossierClosed: texts.dossier_closed,
    refusals.HoursRefused: texts.hours_refused,
    refusals.HoursImpossible: texts.hours_impossible,
    refusals.DayInFuture: texts.day_in_future,
    refusals.DayTooLongAgo: texts.day_too_long_ago,
    refusals.TooManyHoursThatDay: texts.too_many_hours_that_day,
    refusals.NotedAlready: texts.noted_already,
    refusals.AcceptedAlready: texts.accepted_already,
    refusals.HoursUnknown: texts.hours_unknown,
    refusals.HoursSettled: texts.hours_settled,
    refusals.ContractImpossible: texts.contract_impossible,
    refusals.NewcomerUnknown: texts.newcomer_unknown,
    refusals.ColleagueUnknown: texts.colleague_unknown,
    refusals.StillGuides: texts.still_guides,
    refusals.LeaveImpossible: texts.leave_impossible,
    refusals.OfferGone: texts.offer_gone,
    refusals.OfferFull: texts.offer_full,
    refusals.OfferRefused: texts.offer_refused,
    refusals.NotCheckedYet: texts.not_checked_yet,
    refusals.ParticipationUnknown: texts.participation_unknown,
    refusals.ParticipationSettled: texts.participation_settled,
    refusals.OfferGone: texts.offer_gone,
    refusals.PaperUnknown: texts.paper_unknown,
    refusals.PaperSettled: texts.paper_settled,
    refusals.PaperIncomplete: texts.paper_incomplete,
    refusals.PaperFull: texts.paper_full,
    refusals.FormUnknown: texts.form_unknown,
    refusals.FormAcceptedAlready: texts.form_accepted_already,
    refusals.HoursChanged: texts.hours_changed,
    refusals.TooLateToCorrect: texts.too_late_to_correct,
    refusals.ContactUnchecked: texts.contact_unchecked,
    refusals.ContactStopped: texts.contact_stopped,
    refusals.PageGone: texts.page_gone,
    refusals.DoorClosed: texts.door_closed,
    refusals.NothingToSign: texts.nothing_to_sign,
}


def answering_refusals(handler: Handler) -> Handler:
    """Let a handler's refusals end in their sentence: a toast after a press, a message otherwise.

    What the handler had said until then is taken back. Services refuse before they change anything.
    """

    @functools.wraps(handler)
    async def wrapped(update: Update, context: BotContext) -> None:
        said = len(context.turn.outgoing)
        try:
            await handler(update, context)
        except refusals.SayWho:
            from bot.handlers.newcomers import who  # which goes on with other handlers

            del context.turn.outgoing[said:]
            await who.ask(update, context)
        except refusals.NotAllowed as refusal:
            del context.turn.outgoing[said:]
            tell_refusal(update, context, refusal)

    return wrapped


def tell_refusal(update: Update, context: BotContext, refusal: refusals.NotAllowed) -> None:
    """Say the sentence of a refusal; the nearest class in the table wins."""
    sentence = next(ANSWER_TO[kind] for kind in type(refusal).__mro__ if kind in ANSWER_TO)
    if update.callback_query is not None:
        context.toast(sentence(context.speaker), is_alert=True)
    else:
        context.say(texts.refusal(context.speaker, sentence))
