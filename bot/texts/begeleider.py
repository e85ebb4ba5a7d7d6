"""What begeleiders and the team see around a card: previews, lists and notices (Dutch only)."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from bot.domain.entry import Entry
from bot.domain.question import Question
from bot.texts import buttons, fit
from bot.texts.cards import Card, does, heading
from bot.texts.dutch import dutch, dutch_plain, dutch_plural, dutch_speaker
from bot.texts.message import Button, Message
from bot.texts.speaker import Ready
from bot.texts.told import words_of
from bot.texts.topics import PICTOGRAM

PAGE = 5


def shown_below(question: Question, asker: str) -> Message:
    """Where a card stood that is shown again further down."""
    return Message(text=dutch("⬇️ {question}: staat hieronder.", question=Ready(heading(question, asker))))


def read_by_another(question: Question, asker: str) -> Message:
    """Where a card stood whose question somebody else reads now."""
    who = Ready(heading(question, asker))
    return Message(text=dutch("↪️ {question}: iemand anders volgt dit nu op.", question=who))


def preview_entry(shown: Card, entry: Entry, place: int) -> Message:
    """The short answer in Dutch, before it goes out in the newcomer's language."""
    question = shown.question
    text = dutch(
        "<b>{asker}</b> krijgt dit antwoord vertaald, met de bron erbij:\n<blockquote>{short}</blockquote>",
        asker=shown.asker,
        short=entry.short,
    )
    rows = (
        (
            does(dutch_plain("📤 Stuur"), "send", question, place),
            does(dutch_plain("⬅️ Terug"), "back", question),
        ),
    )
    return Message(text=text, buttons=rows)


def how_to_use_own_words(asker: str) -> str:
    """A notice: answer the card itself; at most 200 characters."""
    return dutch_plain(
        "Antwoord op dit bericht: houd het ingedrukt en kies Antwoorden. Tekst, spraak of foto."
        " {asker} krijgt het in het Nederlands.",
        asker=fit.shorten(asker, 40),
    )


def confirm_close(shown: Card) -> Message:
    """Closing without an answer is asked twice."""
    question = shown.question
    text = dutch(
        "Sluiten zonder antwoord? <b>{asker}</b> krijgt daar een vriendelijk bericht over.", asker=shown.asker
    )
    rows = (
        (
            does(dutch_plain("✖️ Ja, sluiten"), "closed", question),
            does(dutch_plain("⬅️ Terug"), "back", question),
        ),
    )
    return Message(text=text, buttons=rows)


def sent_already() -> str:
    """The same answer was sent before."""
    return dutch_plain("Dit antwoord is al verstuurd.")


def sent() -> str:
    """A notice after an answer; the card says whether it arrived."""
    return dutch_plain("📤 Onderweg. De kaart toont of het aankomt.")


@dataclass(frozen=True)
class Waiting:
    """A question in the list."""

    question: Question
    asker: str


def waiting_list(
    waiting: Sequence[Waiting], page: int, today: dt.date, *, is_morning: bool = False
) -> Message:
    """The open questions, oldest first, five a page.

    Args:
        waiting: All of them.
        page: Which page, counted from 0.
        today: The day in the bot's time zone; what was promised before it carries a mark.
        is_morning: Gathered at the beginning of a working day.
    """
    if not waiting:
        return Message(text=dutch("Er wacht geen vraag op je. 🎉"))
    text = dutch_plural("<b>1 vraag wacht op je.</b>", "<b>{count} vragen wachten op je.</b>", len(waiting))
    if is_morning:
        text = f"{dutch('☀️ Goeiemorgen!')} {text}"
    pages = (len(waiting) + PAGE - 1) // PAGE
    page = min(max(page, 0), pages - 1)
    rows: list[tuple[Button, ...]] = [
        (does(_list_label(one, today), "card", one.question),)
        for one in waiting[page * PAGE : (page + 1) * PAGE]
    ]
    if pages > 1:
        text = f"{text}\n{dutch('Blad {page} van {pages}', page=page + 1, pages=pages)}"
        rows.append(
            tuple(
                _turn(page + step, sign) for step, sign in ((-1, "⬅️"), (1, "➡️")) if 0 <= page + step < pages
            )
        )
    return Message(text=text, buttons=tuple(rows))


def _turn(page: int, sign: str) -> Button:
    return Button(label=sign, data=buttons.data(buttons.BEGELEIDER, "list", page))


def _list_label(one: Waiting, today: dt.date) -> str:
    question = one.question
    sign = PICTOGRAM[question.topic] if question.topic else "❓"
    late = "❗" if question.answer_by and question.answer_by < today else ""
    words = fit.shorten(" ".join(words_of(dutch_speaker(), question.first).split()) or "🎤", 28)
    return dutch_plain(
        "{sign} {asker}: {words}", sign=f"{late}{sign}", asker=fit.shorten(one.asker, 16), words=words
    )


def which_question(waiting: Sequence[Waiting], today: dt.date) -> Message:
    """A text that replies to nothing, while questions are open: for whom is it?"""
    rows = [(_for(one, today),) for one in waiting[:PAGE]]
    bot = Button(
        label=dutch_plain("🤖 Nee, een vraag aan de bot"),
        data=buttons.data(buttons.BEGELEIDER, "bot"),
    )
    return Message(
        text=dutch(
            "<b>Is dit een antwoord op een vraag?</b> Ik stuur niets tot je kiest.\n"
            "<i>Sneller: antwoord meteen op de kaart van de vraag.</i>"
        ),
        buttons=(*rows, (bot,)),
    )


def _for(one: Waiting, today: dt.date) -> Button:
    data = buttons.data(buttons.BEGELEIDER, "for", one.question.id)
    return Button(label=_list_label(one, today), data=data)


def sent_to(asker: str) -> Message:
    """Where "for whom?" stood, after it was chosen."""
    return Message(text=dutch("📤 Naar <b>{asker}</b>, als antwoord op de vraag.", asker=asker))


def overdue(question: Question, asker: str) -> Message:
    """Once, when the promised day has passed."""
    day = dutch_speaker().day(question.answer_by or question.asked_at.date())
    return Message(
        text=dutch(
            "⏰ <b>{asker}</b> wacht nog op antwoord. Dat was beloofd tegen {day}.", asker=asker, day=day
        ),
        buttons=((does(dutch_plain("👀 Toon de vraag"), "card", question),),),
    )


def did_not_arrive(question: Question, asker: str) -> Message:
    """An answer reached nobody."""
    return Message(
        text=dutch(
            "⚠️ Je antwoord aan <b>{asker}</b> is niet aangekomen. {asker} heeft de bot geblokkeerd of"
            " verwijderd. Bel of mail zelf.",
            asker=asker,
        ),
        buttons=((does(dutch_plain("👀 Toon de vraag"), "card", question),),),
    )


def asker_unreachable(question: Question, asker: str) -> Message:
    """Somebody who waits for an answer cannot be reached any more."""
    return Message(
        text=dutch(
            "⚠️ <b>{asker}</b> heeft de bot geblokkeerd of verwijderd, en wacht nog op een antwoord."
            " Bel of mail zelf.",
            asker=asker,
        ),
        buttons=((does(dutch_plain("👀 Toon de vraag"), "card", question),),),
    )


def answers_need_a_card() -> Message:
    """In the team's chat: a reply to something that is no question."""
    return Message(text=dutch("Dit hoort bij geen vraag. Antwoord op de kaart van de vraag zelf."))
