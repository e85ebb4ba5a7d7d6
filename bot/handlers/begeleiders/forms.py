"""Filling in something about one newcomer, by buttons and by typing: asked part by part, then read back.

What is filled in stands in the begeleider's conversation row. Each form carries a mark, so that buttons
of an older screen never fill in a newer form, and a second ✅ decides nothing twice.
"""

import datetime as dt
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any, Generic, TypeVar

from telegram import Message as Received
from telegram import Update

from bot.delivery.context import BotContext
from bot.domain.dossier import Dossier
from bot.domain.drafts import Draft
from bot.domain.errors import ButtonOld, NotAllowed
from bot.handlers import screens, states
from bot.handlers.pressed import PressHandler
from bot.texts import begeleider_refusals
from bot.texts import forms as texts
from bot.texts.buttons import Press
from bot.texts.dossier_buttons import FormButtons, form_over
from bot.texts.message import Message
from bot.texts.speaker import escaped

D = TypeVar("D", bound=Draft)
MARKS = 1_000_000
NOTE_LENGTH = 500


@dataclass(frozen=True, kw_only=True)
class FormKind(Generic[D]):
    """One kind of form: what it asks, how it reads what is typed, and what it does in the end."""

    word: str
    """The word of its buttons."""
    draft: type[D]
    begin: Callable[[Dossier, Press], D]
    """The form as it opens; what it is about may be refused here."""
    missing: Callable[[Dossier, D], str | None]
    """The part to ask for next; None when it can be read back."""
    parts: frozenset[str]
    """What can be asked for again."""
    screen: Callable[[Dossier, D, str | None, FormButtons], Message]
    """The question for a part, or everything read back."""
    typed: Mapping[str, Callable[[str, dt.date], object]]
    """Reads what is typed for a part; gives None for what it is not."""
    save: Callable[[BotContext, Dossier, D], Awaitable[Message]]
    """Decide it, and give back what to show then."""
    fill: Callable[[Dossier, D, str, object], D] = lambda dossier, draft, name, value: draft.having(
        name, value
    )
    """Takes a part that was tapped (as text) or typed (as it was read)."""
    is_saved_at_once: bool = False
    """Is nothing read back, because it is easily put right?"""


@dataclass(frozen=True, kw_only=True)
class Form(Generic[D]):
    """A form that is being filled in."""

    kind: FormKind[D]
    newcomer_id: int
    mark: int
    draft: D
    asks: str | None
    screen: int | None = None
    """Telegram's id of the message that shows it, as far as it is known."""

    def shown(self, dossier: Dossier) -> Message:
        """The form's screen as it is now."""
        buttons = FormButtons(word=self.kind.word, newcomer_id=self.newcomer_id, mark=self.mark)
        return self.kind.screen(dossier, self.draft, self.asks, buttons)

    async def keep(self, context: BotContext) -> None:
        """Remember it as what the begeleider is in the middle of."""
        await states.enter(
            context,
            states.FORM,
            word=self.kind.word,
            newcomer=self.newcomer_id,
            mark=self.mark,
            asks=self.asks,
            draft=self.draft.kept(),
            screen=self.screen,
        )


_KINDS: dict[str, FormKind[Any]] = {}


def pressing(kind: FormKind[D]) -> PressHandler:
    """What the buttons of this kind of form do: open it, fill in a part, ask another, show it, decide it."""
    _KINDS[kind.word] = kind

    async def press(update: Update, context: BotContext, button: Press) -> None:
        dossier = await context.services.dossiers.guided(button.number(1), by=context.account, changes=True)
        if len(button.parts) <= 3:
            await _show(update, context, dossier, _opened(update, kind, dossier, button))
            return
        form = await _current(context, kind, dossier, button.number(2))
        if form is None:
            context.toast(form_over())
        elif button.word(3) == "save":
            await _save(update, context, dossier, form)
        else:
            await _go_on(update, context, dossier, _changed(form, dossier, button))

    return press


async def open_form(update: Update, context: BotContext, word: str, dossier: Dossier, draft: Draft) -> None:
    """Open a form with what is known already, for a button that is not the form's own.

    Args:
        update: The press.
        context: Of the begeleider.
        word: The form's.
        dossier: Opened to be changed.
        draft: Of the form's kind.
    """
    kind, mark = _KINDS[word], update.update_id % MARKS
    form = Form(kind=kind, newcomer_id=dossier.id, mark=mark, draft=draft, asks=kind.missing(dossier, draft))
    await _show(update, context, dossier, form)


def is_form(word: str) -> bool:
    """Do the buttons with this word belong to a form?"""
    return word in _KINDS


def _opened(update: Update, kind: FormKind[D], dossier: Dossier, button: Press) -> Form[D]:
    draft = kind.begin(dossier, button)
    mark = update.update_id % MARKS
    return Form(kind=kind, newcomer_id=dossier.id, mark=mark, draft=draft, asks=kind.missing(dossier, draft))


async def _current(context: BotContext, kind: FormKind[D], dossier: Dossier, mark: int) -> Form[D] | None:
    found = await states.current(context)
    if found is None or found[0] != states.FORM:
        return None
    facts = found[1]
    if (facts["word"], facts["newcomer"], facts["mark"]) != (kind.word, dossier.id, mark):
        return None
    return _form(kind, facts)


def _form(kind: FormKind[D], facts: Mapping[str, Any]) -> Form[D]:
    return Form(
        kind=kind,
        newcomer_id=facts["newcomer"],
        mark=facts["mark"],
        draft=kind.draft.restored(facts["draft"]),
        asks=facts["asks"],
        screen=facts["screen"],
    )


def _changed(form: Form[D], dossier: Dossier, button: Press) -> Form[D]:
    match button.word(3):
        case "set":
            try:
                draft = form.kind.fill(dossier, form.draft, button.word(4), button.word(5))
            except ValueError:
                raise ButtonOld from None
            return replace(form, draft=draft, asks=form.kind.missing(dossier, draft))
        case "ask" if button.word(4) in form.kind.parts:
            return replace(form, asks=button.word(4))
        case "show":
            return replace(form, asks=form.kind.missing(dossier, form.draft))
        case _:
            raise ButtonOld


async def _go_on(update: Update, context: BotContext, dossier: Dossier, form: Form[D]) -> None:
    if form.kind.is_saved_at_once and form.asks is None:
        await _save(update, context, dossier, form)
    else:
        await _show(update, context, dossier, form)


async def _show(update: Update, context: BotContext, dossier: Dossier, form: Form[D]) -> None:
    pressed_on = update.effective_message
    is_in_place = await screens.show(update, context, form.shown(dossier))
    screen = pressed_on.message_id if pressed_on and is_in_place else None
    await replace(form, screen=screen).keep(context)


async def _save(update: Update, context: BotContext, dossier: Dossier, form: Form[D]) -> None:
    if form.kind.missing(dossier, form.draft) is not None:
        raise ButtonOld
    shown = await form.kind.save(context, dossier, form.draft)
    await states.leave(context, states.FORM)
    context.edit(update, shown)


async def take(context: BotContext, message: Received) -> bool:
    """Take a text for the part that is asked for; False when none is, or when it is no text."""
    found = await states.current(context)
    if found is None or found[0] != states.FORM or message.text is None:
        return False
    kind = _KINDS.get(found[1]["word"])
    if kind is None or found[1]["asks"] not in kind.typed:
        return False
    form = _form(kind, found[1])
    try:
        dossier = await context.services.dossiers.guided(form.newcomer_id, by=context.account, changes=True)
    except NotAllowed:
        # Somebody else guides this person meanwhile; the words are for something else.
        await states.leave(context, states.FORM)
        return False
    said = len(context.turn.outgoing)
    try:
        await _fill(context, dossier, form, message.text)
    except NotAllowed as refusal:
        if (sentence := begeleider_refusals.sentence(refusal)) is None:
            raise
        del context.turn.outgoing[said:]
        context.say(Message(text=escaped(sentence)))
    return True


async def _fill(context: BotContext, dossier: Dossier, form: Form[D], text: str) -> None:
    assert form.asks is not None
    value = form.kind.typed[form.asks](text, dossier.today)
    if value is None:
        shown = form.shown(dossier)
        context.say(replace(shown, text=f"{texts.not_understood()}\n\n{shown.text}"))
        return
    draft = form.kind.fill(dossier, form.draft, form.asks, value)
    if form.screen is not None:
        # The screen comes below what was typed, in place of the one above it.
        context.turn.delete(context.account.chat_id, form.screen)
    form = replace(form, draft=draft, asks=form.kind.missing(dossier, draft), screen=None)
    if form.kind.is_saved_at_once and form.asks is None:
        context.say(await form.kind.save(context, dossier, draft))
        await states.leave(context, states.FORM)
        return
    context.say(form.shown(dossier))
    await form.keep(context)


def a_note(typed: str, _: dt.date) -> str | None:
    """Own words, on one line."""
    return " ".join(typed.split())[:NOTE_LENGTH] or None
