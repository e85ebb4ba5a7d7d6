"""Free text: an answer with its source, a choice, an action, or an honest "I do not know"."""

from collections.abc import Collection
from dataclasses import replace

from telegram import Message, Update

from bot.delivery.context import BotContext
from bot.domain.entry import ABOUT_FINES, INSTEAD_OF_FINES, Entry
from bot.domain.errors import ButtonOld
from bot.domain.ids import EntryId
from bot.domain.languages import SOURCE_LANGUAGE, SPOKEN, WRITTEN_BY_NEIGHBOURS
from bot.domain.understanding import Action, Outcome
from bot.handlers import conversation, emergencies, menu
from bot.handlers.begeleiders import begeleider_home
from bot.handlers.newcomers import asking, finding, finding_typed, my_hours, noting, papers
from bot.handlers.pressed import original_of, pressed
from bot.handlers.resources import resources_of
from bot.handlers.saying import say_with_menu
from bot.texts import actions, browsing, buttons, start, unsure
from bot.texts import answers as texts
from bot.texts.answers import View
from bot.texts.courtesy import Courtesy, courtesy_of
from bot.texts.menu_names import asks_for_help, asks_for_more, button_named
from bot.texts.message import Message as Said

_CHOICES = 3
_QUESTION_SIGNS = frozenset("?؟")


async def free_text(update: Update, context: BotContext) -> None:
    """Red flags first; then what the person is in the middle of; then hours they did; then what they ask."""
    message = update.message
    assert message is not None
    if emergencies.is_seen(context):
        await emergencies.show(context, message)
    elif not await conversation.text_in_conversation(update, context):
        await respond_or_note(context, message)


async def respond_or_note(context: BotContext, message: Message) -> None:
    """Open what a word names; offer to note hours when a message tells of them; answer it otherwise."""
    text = "" if context.account.is_begeleider else message.text or ""
    if asks_for_help(text):
        say_with_menu(context, start.help_screen(context.speaker))
    elif (button := button_named(text)) is not None:
        await menu.open_screen(context, button)
    elif asks_for_more(text) and context.services.surroundings.finder is not None:
        await finding.show_more(context)
    elif not await noting.offer(context, message):
        await respond(context, message)


async def respond(context: BotContext, message: Message) -> None:
    """Say what the bot makes of a message."""
    understanding = context.understanding
    if understanding is None:
        await _say_do_not_know(context, message)
        return
    context.account = await context.services.accounts.follow_language(context.account, understanding.language)
    match understanding.outcome:
        case Outcome.EMERGENCY:
            await emergencies.show(context, message)
        case Outcome.ANSWER if understanding.entry is not None:
            if await _is_rather_a_wish(context, message, understanding.entry):
                return
            await _answer(context, message, understanding.entry, understanding.language)
        case Outcome.CHOOSE:
            await offer_choices(context, message, understanding.choices)
        case Outcome.ACTION if understanding.action is not None:
            await menu.act(context, understanding.action, message=message)
        case _:
            await _forward(context, message)


async def _answer(context: BotContext, message: Message, entry_id: EntryId, written_in: str) -> None:
    withheld = await _withheld(context, (entry_id,))
    if entry_id in withheld:
        await _say_do_not_know(context, message, instead=_instead(context, (entry_id,), withheld))
        return
    view = await first_view(context, entry_id)
    other = _other_language(context, written_in)
    context.say(texts.answer(context.speaker, view, other_language=other), reply_to=message.message_id)


def _other_language(context: BotContext, written_in: str) -> str | None:
    """A language to offer: the message's own, where that is another than the person's, and not Dutch."""
    is_other = written_in in SPOKEN and written_in not in (context.account.language, SOURCE_LANGUAGE)
    return written_in if is_other else None


async def _is_rather_a_wish(context: BotContext, message: Message, entry_id: EntryId) -> bool:
    """Show activities for what surely is a wish, where the entry is one that newcomers do not ask about."""
    entry = resources_of(context).entry(entry_id)
    if entry.is_for_newcomers or not _QUESTION_SIGNS.isdisjoint(message.text or ""):
        return False
    others = ((entry_id, texts.question_on_button(context.speaker, entry)),)
    return await finding.offer_if_meant(context, message, others=others)


async def first_view(context: BotContext, entry_id: str) -> View:
    """The short answer in the person's language, with a word on drafts when it is due."""
    language = context.account.language
    entry = resources_of(context).entry(entry_id)
    return await _tell_draft(context, View(entry=entry, language=language, back=language))


async def _tell_draft(context: BotContext, view: View) -> View:
    """Also when a draft only comes to light under "more", or in another language."""
    if view.tells_draft or not texts.is_draft(view):
        return view
    is_first_today = await context.services.accounts.told_draft(context.account)
    return replace(view, tells_draft=is_first_today or view.entry.draft_always)


async def offer_choices(context: BotContext, message: Message, labels: Collection[str]) -> None:
    """Ask which of at most three was meant; show activities for what surely is a wish."""
    withheld = await _withheld(context, labels)
    choices = tuple((label, _words_of(context, label)) for label in labels if label not in withheld)
    if await finding.offer_if_meant(context, message, others=_but_offers(choices)):
        return
    if not choices:
        await _say_do_not_know(context, message, instead=_instead(context, labels, withheld))
        return
    screen = unsure.choose(context.speaker, choices[:_CHOICES])
    context.say(_offering_language(context, screen), reply_to=message.message_id)


def _offering_language(context: BotContext, screen: Said) -> Said:
    """The same screen with a button to change the language, where the message was in another."""
    written_in = context.understanding.language if context.understanding else context.account.language
    other = _other_language(context, written_in)
    if other is None or other in WRITTEN_BY_NEIGHBOURS.get(context.account.language, ()):
        return screen
    return replace(screen, buttons=(*screen.buttons, (texts.from_now_on(other),)))


def _but_offers(choices: Collection[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    """What stands beside activities: two at most, and not the begeleider, who has a button of their own."""
    beside = (Action.OFFERS.label, Action.BEGELEIDER.label)
    return tuple(choice for choice in choices if choice[0] not in beside)[: _CHOICES - 1]


async def _withheld(context: BotContext, labels: Collection[str]) -> frozenset[EntryId]:
    guarded = context.services.answers
    return await guarded.withheld(labels, guarded.whom(context.account))


def _instead(
    context: BotContext, labels: Collection[str], withheld: Collection[EntryId]
) -> tuple[Entry, ...]:
    """What the source says to the entitled, who are not told of fines."""
    is_about_fines = not ABOUT_FINES.isdisjoint(labels) and not ABOUT_FINES.isdisjoint(withheld)
    if not is_about_fines or INSTEAD_OF_FINES in withheld or context.account.is_begeleider:
        return ()
    return (resources_of(context).entry(INSTEAD_OF_FINES),)


def _words_of(context: BotContext, label: str) -> str:
    if label.startswith("@"):
        return actions.label_of(context.speaker, Action(label[1:]))
    return texts.question_on_button(context.speaker, resources_of(context).entry(label))


async def _forward(context: BotContext, message: Message) -> None:
    match courtesy_of(message.text or ""):
        case None:
            is_taken = await finding_typed.refine(context, message)
            if not is_taken and not await finding.offer_if_meant(context, message):
                await _say_do_not_know(context, message)
        case Courtesy.THANKS:
            say_with_menu(context, start.you_are_welcome(context.speaker))
        case _ if context.account.is_begeleider:
            await begeleider_home.show(context)
        case Courtesy.GREETING:
            context.say(start.greeting(context.speaker))
        case Courtesy.SMALL:
            context.say(start.say_more(context.speaker))


async def _say_do_not_know(context: BotContext, message: Message, *, instead: tuple[Entry, ...] = ()) -> None:
    is_one_word = len((message.text or "").split()) < 2 and not instead
    screen = await _do_not_know(context, is_one_word=is_one_word)
    if resources_of(context).is_weak_in(context.account.language) and not context.account.is_begeleider:
        screen = browsing.led_by_buttons(context.speaker, screen)
    screen = unsure.with_entries(context.speaker, _offering_language(context, screen), instead)
    context.say(screen, reply_to=message.message_id)


async def _do_not_know(context: BotContext, *, is_one_word: bool = False) -> Said:
    speaker = context.speaker
    if context.account.is_begeleider:
        return unsure.do_not_know_for_begeleider(speaker)
    reader = await context.services.answers.reader(context.account)
    if reader is None:
        return unsure.do_not_know_and_nobody_to_ask(speaker, actions.nobody_to_ask(speaker))
    return unsure.too_short(speaker, reader) if is_one_word else unsure.do_not_know(speaker, reader)


async def not_an_emergency(update: Update, context: BotContext) -> None:
    """Treat the message as a question after all; the help lines stay where they are."""
    original = original_of(update)
    if original is None or context.understanding is None:
        context.toast(unsure.write_again(context.speaker), is_alert=True)
    else:
        await offer_choices(context, original, context.understanding.nearest)


async def choose(update: Update, context: BotContext) -> None:
    """Show what was chosen in place of the choice, or offer the begeleider."""
    label = pressed(update).word(0)
    if label == "-":
        context.edit(update, await _do_not_know(context))
    elif label.startswith("@"):
        await _choose_action(update, context, label[1:])
    else:
        entry = resources_of(context).entry(label)
        withheld = await _withheld(context, (entry.id,))
        if instead := _instead(context, (entry.id,), withheld):
            context.edit(update, unsure.with_entries(context.speaker, await _do_not_know(context), instead))
            return
        await _check(context, entry)
        context.edit(update, texts.answer(context.speaker, await first_view(context, entry.id)))


async def _check(context: BotContext, entry: Entry) -> None:
    guarded = context.services.answers
    await guarded.check(entry.id, whom=guarded.whom(context.account))


async def _choose_action(update: Update, context: BotContext, name: str) -> None:
    if name not in set(Action):
        raise ButtonOld
    action = Action(name)
    if context.account.is_begeleider:
        await begeleider_home.show(context)
    elif action is Action.BEGELEIDER:
        await asking.carry_words(update, context)
    elif action is Action.PROGRESS and context.account.newcomer_ids:
        await my_hours.say(context)
    elif action is Action.OFFERS:
        # Below, for the button may stand under an answer or somebody's hours.
        await finding.open_search(context, original_of(update))
    elif action is Action.BEWIJS and await papers.open_home(context, original_of(update)):
        return
    else:
        has_own_words = original_of(update) is not None
        context.edit(update, await menu.not_yet_screen(context, action, has_own_words=has_own_words))


async def look(update: Update, context: BotContext) -> None:
    """Show an answer another way, or hear whether it helped."""
    button = pressed(update)
    view = _view(context, button)
    match button.word(0):
        case "look":
            await _check(context, view.entry)
            context.edit(update, texts.answer(context.speaker, await _tell_draft(context, view)))
        case "helped":
            context.toast(texts.thanks(context.speaker))
            context.edit(update, texts.answer(context.speaker, replace(view, asks_whether_it_helped=False)))
        case "not":
            reader = await context.services.answers.reader(context.account)
            nobody = actions.nobody_to_ask(context.speaker)
            context.edit(update, texts.not_helped(context.speaker, view, reader=reader, nobody=nobody))
        case "ask":
            context.edit(update, texts.answer(context.speaker, view))
            await asking.carry_words(update, context, edits=False)
        case _:
            raise ButtonOld


def _view(context: BotContext, button: buttons.Press) -> View:
    language, back, flags = button.word(3), button.word(4), button.word(5)
    if language not in SPOKEN or back not in SPOKEN:
        raise ButtonOld
    return View(
        entry=resources_of(context).entry(button.word(1)),
        language=language,
        back=back,
        is_full=button.word(2) == "f",
        asks_whether_it_helped=flags[:1] == "1",
        tells_draft=flags[1:] == "1",
    )
