"""A begeleider adds an offer, or corrects a part of one: one question at a time, by tapping and typing.

What was said stands in the conversation row as it was typed: `draft` holds the words by part, None for what
was skipped. Facts: `mark`, `draft`, `asks`, `offer` (of a correction), `screen`.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from telegram import Message as Received
from telegram import Update

from bot.delivery.context import BotContext
from bot.domain.errors import ButtonOld, OfferGone
from bot.domain.interest import Interest
from bot.domain.offer import Offer
from bot.domain.offer_fields import ASKED, MOST_INTERESTS, OfferField
from bot.handlers import screens, states
from bot.handlers.begeleiders import offer_news, offer_pages
from bot.texts import begeleider_offer_form as texts
from bot.texts.begeleider_offer_form import FormScreen
from bot.texts.buttons import Press
from bot.texts.dossier_buttons import form_over
from bot.texts.message import Message

MARKS = 1_000_000
_CONTACT = (OfferField.CONTACT_NAME, OfferField.CONTACT_PHONE, OfferField.CONTACT_EMAIL)


@dataclass(frozen=True, kw_only=True)
class Form:
    """An offer that is being filled in, or one part of it."""

    mark: int
    draft: Mapping[str, str | None] = field(default_factory=dict)
    asks: OfferField | None = OfferField.TITLE
    offer: Offer | None = None
    """The offer that is corrected; None for a new one."""
    screen: int | None = None
    """Telegram's id of the message that shows it, as far as it is known."""
    page: int = 0

    def having(self, part: OfferField, words: str | None) -> "Form":
        """The form with one part said or skipped."""
        return replace(self, draft={**self.draft, part.value: words})

    def going_on(self) -> "Form":
        """The form with the next question; everything is read back once there is none."""
        return replace(self, asks=next((part for part in ASKED if self._is_open(part)), None))

    def _is_open(self, part: OfferField) -> bool:
        """Is this still to be asked? Who may see a contact only where there is one."""
        if part is OfferField.CONTACT_PUBLIC and not any(self.draft.get(one) for one in _CONTACT):
            return False
        return part.value not in self.draft

    def one_back(self) -> "Form":
        """The form with the question before this one."""
        if self.asks is None or self.asks not in ASKED:
            return replace(self, asks=None).going_on()
        said = [part for part in ASKED[: ASKED.index(self.asks)] if part.value in self.draft]
        return replace(self, asks=said[-1] if said else OfferField.TITLE)

    def shown(self, context: BotContext) -> FormScreen:
        """What its screen is made of."""
        care = context.services.catalogue_care
        details = care.details(context.account, self.draft)
        if self.offer is not None:
            details = care.with_words(self.offer.details, self.draft)
        return FormScreen(
            mark=self.mark,
            details=details,
            asks=self.asks,
            today=care.today,
            offer=self.offer,
            page=self.page,
        )

    async def keep(self, context: BotContext) -> None:
        """Remember it as what the begeleider is in the middle of."""
        await states.enter(
            context,
            states.OFFER_FORM,
            mark=self.mark,
            draft=dict(self.draft),
            asks=self.asks,
            offer=None if self.offer is None else self.offer.id,
            screen=self.screen,
        )


# Beginning, and finding back.


async def begin(update: Update, context: BotContext, _: Press) -> None:
    """Ask what a new offer is called."""
    context.account.as_begeleider()
    await _show(update, context, Form(mark=update.update_id % MARKS))


async def correct(update: Update, context: BotContext, button: Press) -> None:
    """Ask one part of an offer anew."""
    offer = await context.services.catalogue_care.get(context.account, button.number(1))
    part = button.one_of(2, OfferField)
    draft = {part.value: ", ".join(offer.details.interests)} if part is OfferField.INTERESTS else {}
    await _show(update, context, Form(mark=update.update_id % MARKS, draft=draft, asks=part, offer=offer))


async def unfinished(context: BotContext) -> tuple[int, str] | None:
    """The mark and the title of the new offer that this begeleider is in the middle of."""
    found = await states.current(context)
    if found is None or found[0] != states.OFFER_FORM or found[1]["offer"] is not None:
        return None
    return found[1]["mark"], found[1]["draft"].get(OfferField.TITLE.value) or ""


async def pause(context: BotContext) -> None:
    """Whoever goes elsewhere types for something else; a new offer waits, a correction is left."""
    found = await states.current(context)
    if found is None or found[0] != states.OFFER_FORM:
        return
    if found[1]["offer"] is not None or not found[1]["draft"]:
        await states.leave(context, states.OFFER_FORM)
    else:
        await states.enter(context, states.OFFER_FORM, **{**found[1], "asks": None, "screen": None})


async def _current(context: BotContext) -> Form | None:
    found = await states.current(context)
    if found is None or found[0] != states.OFFER_FORM:
        return None
    facts: dict[str, Any] = found[1]
    offer = None
    if facts["offer"] is not None:
        offer = await context.services.catalogue_care.get(context.account, facts["offer"])
    return Form(
        mark=facts["mark"],
        draft=facts["draft"],
        asks=None if facts["asks"] is None else OfferField(facts["asks"]),
        offer=offer,
        screen=facts["screen"],
    )


# Buttons.


async def press(update: Update, context: BotContext, button: Press) -> None:
    """Go on with the form whose button was pressed."""
    context.account.as_begeleider()
    form = await _current(context)
    if form is None or form.mark != button.number(1):
        context.toast(form_over())
        return
    match button.word(2):
        case "set":
            await _say(update, context, form, button.one_of(3, OfferField), button.word(4))
        case "skip" if button.word(3) != OfferField.TITLE:
            await _say(update, context, form, button.one_of(3, OfferField), None)
        case "done":
            await _say(update, context, form, OfferField.INTERESTS, form.draft.get(OfferField.INTERESTS))
        case "keep":
            await _save(update, context, form)
        case "drop":
            await states.leave(context, states.OFFER_FORM)
            context.edit(update, texts.dropped())
        case "fields":
            context.edit(update, texts.choose_field(form.shown(context)))
        case "look":
            shown = form.shown(context)
            context.say(offer_pages.as_newcomers_see(shown.today, shown.details))
        case _:
            await _show(update, context, _turned(context, form, button))


def _turned(context: BotContext, form: Form, button: Press) -> Form:
    """The form with another question, or another page or tick of this one."""
    match button.word(2):
        case "back" if form.offer is None:
            return form.one_back()
        case "ask" if form.offer is None:
            return replace(form, asks=button.one_of(3, OfferField))
        case "show":
            return form if form.asks is not None else form.going_on()
        case "page" if form.asks is OfferField.INTERESTS:
            return replace(form, page=button.number(3))
        case "tick" if form.asks is OfferField.INTERESTS:
            ticked = _ticked(context, form, button.one_of(3, Interest), is_on=button.word(4) == "y")
            return replace(ticked, page=button.number(5))
    raise ButtonOld


def _ticked(context: BotContext, form: Form, interest: Interest, *, is_on: bool) -> Form:
    words = [word for word in (form.draft.get(OfferField.INTERESTS) or "").split(", ") if word]
    word = texts.interest_word(interest)
    if is_on and word not in words:
        if len(words) >= MOST_INTERESTS:
            context.toast(texts.too_many_interests())
            return form
        words.append(word)
    elif not is_on and word in words:
        words.remove(word)
    return form.having(OfferField.INTERESTS, ", ".join(words) or None)


async def _say(update: Update, context: BotContext, form: Form, part: OfferField, words: str | None) -> None:
    """Fill in the part that is asked; a second tap finds another question, and says nothing of that one."""
    if words is not None and context.services.catalogue_care.read(part, words) is None:
        raise ButtonOld
    if form.asks is not part:
        await _show(update, context, form)
    elif form.offer is not None:
        await screens.show(update, context, await _corrected(context, form.offer, part, words))
    else:
        await _show(update, context, form.having(part, words).going_on())


async def _corrected(context: BotContext, offer: Offer, part: OfferField, words: str | None) -> Message:
    """Correct it at once, for it is easily undone."""
    changed = await context.services.catalogue_care.correct(context.account, offer.id, part, words)
    await states.leave(context, states.OFFER_FORM)
    if changed.change_id is not None:
        await offer_news.tell(context.turn, changed.offer)
    return await offer_pages.page(context, changed.offer, undo=changed.change_id)


async def _save(update: Update, context: BotContext, form: Form) -> None:
    if form.offer is not None or not form.draft.get(OfferField.TITLE):
        raise ButtonOld
    offer = await context.services.catalogue_care.add(context.account, form.draft, mark=form.mark)
    await states.leave(context, states.OFFER_FORM)
    await offer_news.tell(context.turn, offer)
    context.toast(texts.kept())
    context.edit(update, await offer_pages.page(context, offer))


async def _show(update: Update, context: BotContext, form: Form) -> None:
    pressed_on = update.effective_message
    is_in_place = await screens.show(update, context, texts.screen(form.shown(context)))
    screen = pressed_on.message_id if pressed_on and is_in_place else None
    await replace(form, screen=screen).keep(context)


# Typing.


async def take(context: BotContext, message: Received) -> bool:
    """Take a text for the part that is asked; False when none is, or when it is no text."""
    if message.text is None or not context.account.is_begeleider:
        return False
    try:
        form = await _current(context)
    except OfferGone:
        await states.leave(context, states.OFFER_FORM)
        raise
    if form is None or form.asks is None:
        return False
    words = _words(form.asks, message.text)
    if context.services.catalogue_care.read(form.asks, words) is None:
        context.say(texts.not_understood(form.shown(context)))
        return True
    if form.screen is not None:
        # The next screen comes below what was typed, in place of the one above it.
        context.turn.delete(context.account.chat_id, form.screen)
    if form.offer is not None:
        context.say(await _corrected(context, form.offer, form.asks, words))
        return True
    form = replace(form.having(form.asks, words).going_on(), screen=None)
    context.say(texts.screen(form.shown(context)))
    await form.keep(context)
    return True


def _words(part: OfferField, typed: str) -> str:
    """A kind is typed by its name."""
    named = texts.kind_named(typed) if part is OfferField.KIND else None
    return typed if named is None else named.value
