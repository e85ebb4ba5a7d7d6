"""The bot's table of contents: every handler in order; the first that fits takes the update."""

from typing import Any

from telegram import Update
from telegram.ext import (
    Application,
    BaseHandler,
    CallbackQueryHandler,
    ChatMemberHandler,
    CommandHandler,
    MessageHandler,
    TypeHandler,
    filters,
)

from bot.handlers import answers, browsing, joining, kinds, membership, menu, start
from bot.handlers.begeleiders import (
    begeleider,
    begeleider_home,
    caseload,
    deciding,
    letters,
    offers,
    sentences,
    working_hours,
)
from bot.handlers.begeleiders import contacts as desk_contacts
from bot.handlers.contacts import home as contact_home
from bot.handlers.contacts import press as contact_press
from bot.handlers.errors import Handler, answering_refusals
from bot.handlers.newcomers import asking, finding, going, mine, reminders, term, topics, who

# Under names of their own: `bot.handlers.papers` and `bot.handlers.contacts` are other modules.
from bot.handlers.newcomers import contacts as own_contacts
from bot.handlers.newcomers import papers as own_papers
from bot.handlers.own_data import privacy
from bot.handlers.resources import Resources, keep_resources
from bot.texts import buttons
from bot.texts.begeleider_home import DeskButton

_PERSON = filters.ChatType.PRIVATE & filters.UpdateType.MESSAGE
_PERSON_EDITS = filters.ChatType.PRIVATE & filters.UpdateType.EDITED_MESSAGE
_AS_IT_IS = (
    filters.VOICE
    | filters.AUDIO
    | filters.VIDEO
    | filters.VIDEO_NOTE
    | filters.PHOTO
    | (filters.Document.ALL & ~filters.ANIMATION)
)
_PLAYFUL = filters.Sticker.ALL | filters.ANIMATION | filters.Dice.ALL | filters.GAME

AnyHandler = BaseHandler[Any, Any, Any]


def add_handlers(application: Application[Any, Any, Any, Any, Any, Any], resources: Resources) -> None:
    """Give the application everything it can do.

    Args:
        application: Freshly built, with our context.
        resources: What the handlers need from outside.
    """
    keep_resources(application, resources)
    # Who is speaking comes before anything else.
    application.add_handler(TypeHandler(Update, membership.recognise), group=-1)
    application.add_handlers([*_of_the_team(resources.fallback_chat), *_of_everybody()])


def _of_the_team(chat_id: int | None) -> tuple[AnyHandler, ...]:
    """In the team's chat, where questions of people without a begeleider arrive."""
    if chat_id is None:
        return ()
    team = filters.Chat(chat_id)
    return (
        _command("vragen", begeleider.show_list, where=team),
        _message(team & filters.UpdateType.MESSAGE, begeleider.reply_in_team_chat),
        _message(team & filters.UpdateType.EDITED, begeleider.correct_in_team_chat),
    )


def _of_everybody() -> tuple[AnyHandler, ...]:
    return (
        # The first minute
        _command("start", start.start_with_link, has_args=True),
        _command("start", start.start),
        _press(buttons.LANGUAGE, start.choose_language),
        _press(buttons.PRIVACY, start.turn_to_privacy),
        _press(buttons.DATA, privacy.press),
        _press(buttons.INVITE, joining.press),
        _press(buttons.WHO, who.press),
        # The menu and commands
        _command(("menu", "knoppen"), start.show_menu),
        _command(("hulp", "help"), start.show_help),
        _command(("taal", "language"), start.show_languages),
        _command("privacy", privacy.show),
        _message(_PERSON & menu.IS_LABEL, menu.press),
        _press(buttons.MENU, browsing.press),
        # A newcomer's own hours; /uren is a begeleider's working week
        _command(("uren", "hours"), mine.show_hours),
        _press(buttons.MINE, mine.press),
        # A newcomer's papers
        _press(buttons.PAPER, own_papers.press),
        # Asking a contact to confirm, a code scanned at the door, what is not right
        _press(buttons.MY_CONTACT, own_contacts.press),
        # A contact who confirms
        _command(("bevestigen", "confirm"), contact_home.open_by_command),
        _press(buttons.CONTACT, contact_press.press),
        # Looking for an activity
        _press(buttons.OFFER, finding.press),
        # Reminders, what got in the way, the check about work, letters of the begeleider
        _press(buttons.REMIND, reminders.press),
        _press(buttons.TERM, term.press),
        _press(buttons.LETTER, letters.press),
        # What a newcomer chose, and the begeleider's side of it
        _press(buttons.GOING, going.press),
        # Answers, and the way from an answer to the begeleider
        _press(buttons.ANSWER, answers.look),
        _press(buttons.CHOICE, answers.choose),
        _press(buttons.NOT_EMERGENCY, answers.not_an_emergency),
        _press(buttons.ASK, asking.press),
        # Questions: the newcomer's side, then the answering side
        _press(buttons.QUESTION, topics.press),
        _press(buttons.BEGELEIDER, begeleider.press),
        _press(buttons.SENTENCE, sentences.press),
        _press(buttons.HOURS, working_hours.press),
        _command("vragen", begeleider_home.opening(DeskButton.QUESTIONS)),
        # A begeleider's people
        _press(buttons.CASELOAD, caseload.press),
        _press(buttons.CATALOGUE, offers.press),
        _press(buttons.DECIDE, deciding.press),
        _press(buttons.CHECK, desk_contacts.press),
        _command("bewijzen", begeleider_home.opening(DeskButton.PAPERS)),
        _command("aanbod", begeleider_home.opening(DeskButton.OFFERS)),
        _command("mensen", begeleider_home.opening(DeskButton.PEOPLE)),
        _command("uitnodigen", begeleider_home.opening(DeskButton.INVITE)),
        _command("afwezig", begeleider_home.opening(DeskButton.LEAVE)),
        # Free text
        _message(_PERSON & filters.COMMAND, kinds.unknown_command),
        _message(_PERSON & filters.TEXT, answers.free_text),
        # Every other kind of message
        _message(_PERSON & _AS_IT_IS, kinds.carry_as_it_is),
        _message(_PERSON & _PLAYFUL, kinds.sticker),
        _message(_PERSON & filters.CONTACT, kinds.phone_card),
        _message(_PERSON & (filters.LOCATION | filters.VENUE), kinds.location),
        _message(_PERSON & filters.POLL, kinds.poll),
        _message(_PERSON & filters.StatusUpdate.ALL, kinds.service_message),
        _message(_PERSON, kinds.something_else),
        _message(_PERSON_EDITS, kinds.edited),
        # Who came and went, buttons of an older time, and kinds that Telegram adds one day
        ChatMemberHandler(membership.blocked_or_back, ChatMemberHandler.MY_CHAT_MEMBER),
        CallbackQueryHandler(answering_refusals(asking.old_button)),
        TypeHandler(Update, membership.note_unknown),
    )


def _command(
    names: str | tuple[str, ...], handler: Handler, *, where: filters.BaseFilter = _PERSON, **options: Any
) -> AnyHandler:
    return CommandHandler(names, answering_refusals(handler), filters=where, **options)


def _message(which: filters.BaseFilter, handler: Handler) -> AnyHandler:
    return MessageHandler(which, answering_refusals(handler))


def _press(kind: str, handler: Handler) -> AnyHandler:
    return CallbackQueryHandler(answering_refusals(handler), pattern=buttons.pattern(kind))
