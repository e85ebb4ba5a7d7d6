"""Asking the begeleider, as the newcomer sees it: what it is about, who reads it, and that it went out."""

import datetime as dt
from dataclasses import replace

from bot.domain.question import Question, Topic
from bot.domain.reader import Reader
from bot.texts import buttons, fit
from bot.texts.actions import is_ready_question
from bot.texts.message import Button, Message
from bot.texts.speaker import Speaker, escaped
from bot.texts.told import words_of
from bot.texts.topics import topic_label

QUOTE_UNITS = 160


def quote(speaker: Speaker, question: Question) -> str:
    """The beginning of what was asked, as a quotation; empty for a message without words."""
    first = words_of(speaker, question.first).strip()
    if not question.first.part.is_told:
        first = fit.shorten(first, QUOTE_UNITS)
    return f"<blockquote>{escaped(first)}</blockquote>" if first else ""


def _with_quote(speaker: Speaker, text: str, question: Question) -> str:
    return "\n".join(part for part in (text, quote(speaker, question)) if part)


# Before it is sent.


def write_it(speaker: Speaker, reader: Reader) -> Message:
    """The person wants to ask; the next message of any kind is the question."""
    if reader.name:
        # Translators: {name} is the begeleider. A spoken message is fine too.
        text = speaker.say("Schrijf of spreek je vraag in. Ik stuur ze naar <b>{name}</b>.", name=reader.name)
    else:
        # Translators: the team reads it, because there is no begeleider who can be reached.
        text = speaker.say("Schrijf of spreek je vraag in. Ik stuur ze naar het team.")
    return Message(text=_with_stand_in(speaker, text, reader), buttons=((_leave(speaker),),))


def choose_topic(speaker: Speaker, question: Question, reader: Reader, *, asks_consent: bool) -> Message:
    """One screen: what is it about, who reads it, and the first time also what is kept.

    Args:
        speaker: The reader's voice.
        question: The draft.
        reader: Who will read it.
        asks_consent: Did the person never agree before? A tap on a topic is the agreement.
    """
    # Translators: above six buttons with topics; a tap sends the message.
    ask = speaker.say("<b>Waarover gaat je vraag?</b> Tik op een knop: dan stuur ik je bericht.")
    topics = [
        Button(
            label=topic_label(speaker, topic),
            data=buttons.data(buttons.QUESTION, "topic", question.id, topic),
        )
        for topic in Topic
    ]
    rows = tuple(tuple(topics[start : start + 2]) for start in range(0, len(topics), 2))
    text = f"{ask}\n\n{who_reads(speaker, reader, asks_consent=asks_consent)}"
    return Message(text=text, buttons=(*rows, (_do_not_send(speaker, question),)))


def confirm(
    speaker: Speaker, question: Question, topic: Topic, reader: Reader, *, asks_consent: bool
) -> Message:
    """The topic is known already: only the agreement is asked."""
    # Translators: above the buttons "yes, send it" and "no".
    ask = speaker.say("<b>Zal ik dit sturen?</b>")
    # Translators: button: yes, send my question.
    label = speaker.plain("📤 Ja, stuur het")
    yes = Button(label=label, data=buttons.data(buttons.QUESTION, "topic", question.id, topic))
    text = "\n".join(part for part in (ask, quote(speaker, question)) if part)
    text = f"{text}\n{who_reads(speaker, reader, asks_consent=asks_consent)}"
    return Message(text=text, buttons=((yes,), (_do_not_send(speaker, question),)))


def who_reads(speaker: Speaker, reader: Reader, *, asks_consent: bool) -> str:
    """Who reads what is sent; before the first time also what is kept, to which sending it agrees."""
    if not asks_consent:
        if reader.name:
            # Translators: {name} is the begeleider.
            line = speaker.say("{name} leest je bericht.", name=reader.name)
        else:
            line = speaker.say("Het team leest je bericht.")
        return _with_stand_in(speaker, line, reader)
    if reader.name:
        # Translators: asked once, before the first question goes out. {name} is the begeleider.
        line = speaker.say(
            "🔒 Ik bewaar je bericht en het antwoord. {name} leest ze. Als je het verstuurt, ga je akkoord.",
            name=reader.name,
        )
    else:
        # Translators: asked once, before the first question goes out.
        line = speaker.say(
            "🔒 Ik bewaar je bericht en het antwoord. Het team leest ze. Als je het verstuurt, ga je akkoord."
        )
    return _with_stand_in(speaker, line, reader)


def _with_stand_in(speaker: Speaker, text: str, reader: Reader) -> str:
    if reader.on_leave is not None:
        # Translators: {name} is the begeleider, {colleague} a colleague who answers meanwhile.
        leave = speaker.say(
            "{name} is met verlof. {colleague} antwoordt.", name=reader.on_leave, colleague=reader.name
        )
        return f"{leave} {text}"
    if reader.stands_in_for is None:
        return text
    # Translators: {name} is the begeleider, whose phone does not get the bot's messages now.
    why = speaker.say("Ik kan {name} nu niet bereiken.", name=reader.stands_in_for)
    return f"{why} {text}"


def _leave(speaker: Speaker) -> Button:
    # Translators: button: the person does not want to ask anything after all.
    return Button(label=speaker.plain("✖️ Toch niet"), data=buttons.data(buttons.QUESTION, "leave"))


def _do_not_send(speaker: Speaker, question: Question) -> Button:
    # Translators: button: do not send the message to the begeleider.
    label = speaker.plain("✖️ Nee, niet sturen")
    return Button(label=label, data=buttons.data(buttons.QUESTION, "drop", question.id))


def add_or_new(speaker: Speaker, draft: Question, waiting: Question, reader: Reader) -> Message:
    """A question is open already: does this message belong to it?"""
    # Translators: below stands the beginning of the person's earlier question.
    ask = speaker.say("<b>Hoort dit bij je vorige vraag?</b>")
    # Translators: button: the message is added to the question that waits for an answer.
    yes = speaker.plain("➕ Ja, voeg het toe")
    # Translators: button: the message is a new question.
    new = speaker.plain("➕ Nee, een nieuwe vraag")
    rows = (
        (Button(label=yes, data=buttons.data(buttons.QUESTION, "join", draft.id)),),
        (Button(label=new, data=buttons.data(buttons.QUESTION, "new", draft.id)),),
        (_do_not_send(speaker, draft),),
    )
    who = who_reads(speaker, reader, asks_consent=False)
    text = "\n".join(part for part in (ask, quote(speaker, waiting), who) if part)
    return Message(text=text, buttons=rows)


def nobody(speaker: Speaker, begeleider: str | None) -> Message:
    """Nobody can be reached through the bot: said plainly, with who helps in real life."""
    if begeleider:
        # Translators: {name} is the begeleider; nobody else can be reached through the bot either.
        text = speaker.say(
            "Ik kan {name} nu niet bereiken. Bel of mail {name} zelf, of ga langs.\nIk heb niets verstuurd.",
            name=begeleider,
        )
    else:
        # Translators: the trajectbegeleider works at the Agentschap Integratie en Inburgering. The
        # begeleider can give a link or a QR code that connects the newcomer.
        text = speaker.say(
            "Ik kan hier niemand voor je bereiken. Ik heb niets verstuurd.\n"
            "Vraag het aan je trajectbegeleider van het Agentschap Integratie en Inburgering.\n"
            "Krijg je van je begeleider een link of een code? Dan stuur ik je vragen door."
        )
    return Message(text=text)


def not_sent(speaker: Speaker) -> Message:
    """The person left it; nothing was sent or kept."""
    return Message(text=speaker.say("Goed, ik stuur niets. Typ gerust een andere vraag."))


# After it is sent.


def sent(speaker: Speaker, question: Question, reader: Reader) -> Message:
    """It went out: to whom, and by which working day there is an answer."""
    day = speaker.day(question.answer_by or question.asked_at.date())
    if reader.name:
        # Translators: {name} is the begeleider, {day} a date with its weekday.
        text = speaker.say(
            "✅ Verstuurd naar <b>{name}</b>. Je krijgt antwoord ten laatste op {day}.",
            name=reader.name,
            day=day,
        )
    else:
        # Translators: {day} is a date with its weekday.
        text = speaker.say("✅ Verstuurd naar het team. Je krijgt antwoord ten laatste op {day}.", day=day)
    text = _with_stand_in(speaker, text, reader)
    if (
        question.first.part.is_told
        or question.first.message_id is None
        or is_ready_question(speaker, question.first.content)
    ):
        # A ready question: the person did not write it, so they see here what went out.
        text = _with_quote(speaker, text, question)
    return Message(text=text, buttons=((_more(speaker, question),),))


def sent_on(speaker: Speaker, question: Question, reader: Reader) -> Message:
    """Another begeleider reads it from now on: the same, with the question it is about."""
    message = sent(speaker, question, reader)
    return (
        message
        if quote(speaker, question) in message.text
        else replace(message, text=_with_quote(speaker, message.text, question))
    )


def _more(speaker: Speaker, question: Question) -> Button:
    # Translators: button under a question that was sent: add something to it.
    label = speaker.plain("➕ Iets toevoegen")
    return Button(label=label, data=buttons.data(buttons.QUESTION, "more", question.id))


def write_more(speaker: Speaker, question: Question) -> Message:
    """The next message of any kind is added to this question."""
    # Translators: below stands the beginning of the question that something is added to.
    text = speaker.say("Schrijf of spreek in wat je nog wil zeggen. Ik voeg het toe aan je vraag.")
    text = _with_quote(speaker, text, question)
    return Message(text=text, buttons=((_leave(speaker),),))


def added(speaker: Speaker, question: Question, reader: Reader | None) -> Message:
    """A follow-up joined the question."""
    if reader and reader.name:
        # Translators: {name} is the begeleider.
        text = speaker.say("✅ Toegevoegd aan je vraag. {name} leest het.", name=reader.name)
    elif reader:
        text = speaker.say("✅ Toegevoegd aan je vraag. Het team leest het.")
    else:
        # Translators: nobody can be reached through the bot right now.
        text = speaker.say("Toegevoegd aan je vraag. Maar ik kan nu niemand bereiken die het leest.")
    return Message(text=text, buttons=((_more(speaker, question),),))


def change_passed_on(speaker: Speaker) -> Message:
    """An edited message: whoever reads the question sees the new words."""
    return Message(text=speaker.say("✏️ Goed, ik heb je verandering doorgegeven."))


def sent_already(speaker: Speaker) -> str:
    """A button under a draft was pressed twice."""
    # Translators: short notice: the message was sent a moment ago.
    return speaker.plain("Je bericht is al verstuurd.")


def closed(speaker: Speaker, question: Question, reader: str | None) -> Message:
    """The begeleider closed the question without an answer here."""
    if reader:
        # Translators: {name} is the begeleider.
        text = speaker.say(
            "{name} sloot je vraag af, zonder antwoord hier. Misschien spraken jullie al samen.\n"
            "Heb je nog een vraag? Stuur ze gerust.",
            name=reader,
        )
    else:
        text = speaker.say(
            "Het team sloot je vraag af, zonder antwoord hier.\nHeb je nog een vraag? Stuur ze gerust."
        )
    return Message(text=_with_quote(speaker, text, question))


def reminded(speaker: Speaker, question: Question, reader: str | None) -> Message:
    """The promised day has passed; the begeleider was reminded."""
    if reader:
        # Translators: {name} is the begeleider.
        text = speaker.say(
            "{name} heeft nog niet geantwoord. Ik heb {name} eraan herinnerd. Je vraag is niet kwijt.",
            name=reader,
        )
    else:
        text = speaker.say(
            "Het team heeft nog niet geantwoord. Ik heb eraan herinnerd. Je vraag is niet kwijt."
        )
    return Message(text=_with_quote(speaker, text, question))


def team_reads_now(speaker: Speaker, question: Question, begeleider: str | None, day: dt.date) -> Message:
    """The begeleider cannot be reached; the team took over."""
    # Translators: {name} is the begeleider, {day} a date with its weekday.
    text = speaker.say(
        "Ik kan {name} nu niet bereiken. Het team leest nu je vraag."
        " Je krijgt antwoord ten laatste op {day}.",
        name=begeleider or "",
        day=speaker.day(day),
    )
    return Message(text=_with_quote(speaker, text, question))


def nobody_reads_now(speaker: Speaker, question: Question, begeleider: str | None) -> Message:
    """The begeleider cannot be reached, and there is no team."""
    # Translators: {name} is the begeleider.
    text = speaker.say(
        "Ik kan {name} nu niet bereiken. Wacht niet op een antwoord hier.\n"
        "Bel of mail {name} zelf, of ga langs.",
        name=begeleider or "",
    )
    return Message(text=_with_quote(speaker, text, question))
