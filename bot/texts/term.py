"""What got in the way, stopping, and the check about work, as the newcomer sees it. No verdict anywhere."""

from bot.domain.ids import NewcomerId
from bot.domain.question import Question
from bot.domain.reader import Reader
from bot.domain.told import Asked, Job, Obstacle, Said, WorkCheck, mask_of, obstacles_of
from bot.texts import answers, buttons, fit, my_hours, told
from bot.texts.message import Button, Message
from bot.texts.questions import sent, who_reads
from bot.texts.speaker import Speaker, escaped

LONGEST_NAME = 24
START = "-"
"""In place of answers: the beginning of the check."""


def _does(label: str, *parts: object) -> Button:
    """A button; the last part is whose screen it is, and None where nobody guides the person."""
    return Button(label=label, data=buttons.data(buttons.TERM, *(part for part in parts if part is not None)))


def _send(speaker: Speaker, reader: Reader, *parts: object) -> Button:
    if reader.name:
        name = fit.shorten(reader.name, LONGEST_NAME)
        # Translators: button: send what was tapped to the begeleider {name}.
        return _does(speaker.plain("📤 Stuur naar {name}", name=name), *parts)
    # Translators: button: send what was tapped to the team.
    return _does(speaker.plain("📤 Stuur naar het team"), *parts)


# What got in the way.


def choose_obstacles(
    speaker: Speaker, newcomer_id: NewcomerId, mask: int, reader: Reader, *, asks_consent: bool
) -> Message:
    """What made it difficult? Several can be ticked.

    Args:
        speaker: The newcomer's voice.
        newcomer_id: Whose ticks, also when a shared phone speaks for somebody else by then.
        mask: What is ticked.
        reader: Who will read it.
        asks_consent: Did the person never agree before that a question is kept?
    """
    # Translators: kindly, without blame; below are buttons to tick.
    ask = speaker.say("<b>Wat maakte het moeilijk?</b> Tik op alles wat past.")
    ticked = obstacles_of(mask)
    ticks = [_tick(speaker, newcomer_id, obstacle, ticked) for obstacle in Obstacle]
    rows = [tuple(ticks[start : start + 2]) for start in range(0, len(ticks), 2)]
    # Translators: button: tell it in one's own words, written or spoken.
    rows.append((_does(speaker.plain("✍️ Vertel het zelf"), "own", mask, newcomer_id),))
    if Obstacle.WORK in ticked:
        rows.append((answers.check_button(speaker, newcomer_id),))
    if ticked:
        rows.append((_send(speaker, reader, "send", mask, newcomer_id),))
    # Translators: button: what happens when the 40 hours are not done within the term.
    rows.append((_does(speaker.plain("💡 Wat als ik niet klaar ben?"), "explain", newcomer_id),))
    text = f"{ask}\n\n{who_reads(speaker, reader, asks_consent=asks_consent)}"
    return Message(text=text, buttons=tuple(rows))


def _tick(
    speaker: Speaker, newcomer_id: NewcomerId, obstacle: Obstacle, ticked: tuple[Obstacle, ...]
) -> Button:
    words = told.obstacle_words(speaker, obstacle)
    sign = "✅" if obstacle in ticked else told.SIGN[obstacle]
    return _does(f"{sign} {words}", "tick", mask_of(set(ticked) ^ {obstacle}), newcomer_id)


def tell_it(speaker: Speaker, newcomer_id: NewcomerId, mask: int) -> Message:
    """The next message of any kind is their own words."""
    # Translators: the newcomer tells what got in the way; a spoken message is fine too.
    text = speaker.say("Schrijf of spreek het in, in je eigen taal. Ik stuur nog niets.")
    # Translators: button: back to the list of things to tick.
    back = _does(speaker.plain("⬅️ Terug"), "tick", mask, newcomer_id)
    return Message(text=text, buttons=((back,),))


def confirm_own_words(
    speaker: Speaker, newcomer_id: NewcomerId, mask: int, reader: Reader, *, asks_consent: bool
) -> Message:
    """Below their own words: what goes along, and who reads it."""
    # Translators: above the buttons "send" and "no"; it replies to what the person wrote or said.
    lines = [speaker.say("<b>Zal ik dit sturen?</b>")]
    if ticked := obstacles_of(mask):
        lines.append(f"<blockquote>{escaped(told.obstacles(speaker, ticked))}</blockquote>")
    lines.append(who_reads(speaker, reader, asks_consent=asks_consent))
    rows = ((_send(speaker, reader, "send", mask, newcomer_id),), (_no(speaker),))
    return Message(text="\n".join(lines), buttons=rows)


def _no(speaker: Speaker) -> Button:
    # Translators: button: do not send the message to the begeleider.
    return _does(speaker.plain("✖️ Nee, niet sturen"), "drop")


def tick_something(speaker: Speaker) -> str:
    """Nothing was ticked and nothing written."""
    # Translators: short notice: choose at least one thing, or write it.
    return speaker.plain("Tik eerst op wat past, of vertel het zelf.")


def tell_what_was_hard(speaker: Speaker, newcomer_id: NewcomerId) -> Button:
    """Leads from the explanation to telling what got in the way."""
    # Translators: button: the newcomer tells what got in the way.
    return _does(speaker.plain("💬 Vertel wat moeilijk was"), "obstacle", newcomer_id)


def ask_your_begeleider(speaker: Speaker, newcomer_id: NewcomerId) -> Message:
    """No term is known, so the source cannot be put before them: the begeleider knows."""
    # Translators: what happens when the 40 hours are not done; the dates of the contract are not known.
    text = speaker.say("Ik ken je termijn nog niet. Je begeleider weet hoe het bij jou zit.")
    return Message(text=text, buttons=((tell_what_was_hard(speaker, newcomer_id),),))


# An entitled newcomer stops.


def stop(
    speaker: Speaker, newcomer_id: NewcomerId, explanation: str, reader: Reader, *, asks_consent: bool
) -> Message:
    """What the source says about stopping, and the tap that tells the begeleider.

    Args:
        speaker: The newcomer's voice.
        newcomer_id: Whose wish it is, also when a shared phone speaks for somebody else by then.
        explanation: The answer of the source, as HTML.
        reader: Who will read it.
        asks_consent: Did the person never agree before that a question is kept?
    """
    # Translators: an entitled newcomer, who chose the 40 hours freely, wants to stop.
    ask = speaker.say("<b>Wil je stoppen met de 40 uur?</b> Je begeleider bekijkt het samen met jou.")
    # Translators: button: back; the newcomer does not stop.
    stay = _does(speaker.plain("Nee, ik ga verder"), "stay", newcomer_id)
    who = who_reads(speaker, reader, asks_consent=asks_consent)
    text = f"{ask}\n\n{explanation}\n\n{who}"
    return Message(text=text, buttons=((_send(speaker, reader, "stopped", newcomer_id),), (stay,)))


def stays(speaker: Speaker, newcomer_id: NewcomerId | None) -> Message:
    """They go on after all."""
    # Translators: kindly, after somebody decided not to stop.
    text = speaker.say("Fijn dat je verdergaat! Ik stuur niets.")
    return Message(text=text, buttons=((my_hours.overview_button(speaker, newcomer_id),),))


# The check about work.


def how_do_you_work(speaker: Speaker, newcomer_id: NewcomerId | None) -> Message:
    """The first tap of the check; None for a guest."""
    # Translators: the check ends in which paper to show; the bot decides nothing.
    text = speaker.say(
        "<b>Werk je?</b> Na enkele vragen weet je wat je aan je begeleider toont. Ik beslis niets."
    )
    rows = tuple((_does(told.job_words(speaker, job), "check", job, newcomer_id),) for job in Job)
    return Message(text=text, buttons=rows)


def ask_about_work(
    speaker: Speaker, newcomer_id: NewcomerId | None, check: WorkCheck, asked: Asked
) -> Message:
    """One question of the check.

    Args:
        speaker: The newcomer's voice.
        newcomer_id: Who does the check; None for a guest.
        check: The answers so far.
        asked: What is asked now.
    """
    number, of = len(check.answers) + 2, len(check.asks) + 1
    question = told.asked_words(speaker, asked)
    text = f"{number}/{of} · <b>{escaped(question)}</b>"
    letters = check.pack()
    yes, no, unsure = (
        _does(told.said_words(speaker, said), "check", f"{letters}{said}", newcomer_id)
        for said in (Said.YES, Said.NO, Said.UNSURE)
    )
    return Message(text=text, buttons=((yes, no), (unsure,), (_back(speaker, letters, newcomer_id),)))


def _back(speaker: Speaker, letters: str, newcomer_id: NewcomerId | None) -> Button:
    # Translators: button: back to the question before.
    return _does(speaker.plain("⬅️ Terug"), "check", letters[:-1] or START, newcomer_id)


def what_to_show(
    speaker: Speaker,
    newcomer_id: NewcomerId | None,
    check: WorkCheck,
    reader: Reader | None,
    *,
    asks_consent: bool,
) -> Message:
    """The end of the check, without yes or no: what to show, and one tap to send the answers along.

    Args:
        speaker: The newcomer's voice.
        newcomer_id: Who did the check; None for a guest.
        check: With every answer.
        reader: Who would read the answers; None when nobody can be reached.
        asks_consent: Did the person never agree before that a question is kept?
    """
    assert check.job is not None
    paragraphs = [_ending(speaker, check, check.job), _decides(speaker)]
    if check.job is not Job.NONE and speaker.language != "nl":
        paragraphs.insert(1, answers.key_words(speaker, _DUTCH_OF[check.job]))
    rows = [(_back(speaker, check.pack(), newcomer_id),)]
    if reader is not None:
        paragraphs.append(who_reads(speaker, reader, asks_consent=asks_consent))
        rows.insert(0, (_send(speaker, reader, "worked", check.pack(), newcomer_id),))
    return Message(text="\n\n".join(paragraphs), buttons=tuple(rows))


_DUTCH_OF = {
    Job.EMPLOYEE: ("arbeidscontract",),
    Job.SELF_EMPLOYED: ("bewijs dat je als zelfstandige werkt",),
    Job.CIVIL_SERVANT: ("benoemingsbesluit",),
}
"""The Dutch words that one needs at the counter."""


def _ending(speaker: Speaker, check: WorkCheck, job: Job) -> str:
    paper = _paper(speaker, job)
    if check.is_clear:
        # Translators: below stands which paper to show.
        show = speaker.say("<b>Toon dit aan je begeleider:</b>")
        return f"{show}\n{paper}"
    # Translators: the answers do not say enough, or something else; the bot gives no verdict.
    better = speaker.say("<b>Bekijk dit samen met je begeleider.</b>")
    if job is Job.NONE:
        return better
    # Translators: below stands which paper to show to the begeleider.
    show_along = speaker.say("Toon daarbij dit:")
    return f"{better} {show_along}\n{paper}"


def _paper(speaker: Speaker, job: Job) -> str:
    match job:
        case Job.EMPLOYEE:
            # Translators: the paper of an employee: one or more contracts, one right after the other.
            return speaker.say("📄 Je arbeidscontract, of contracten na elkaar: samen minstens drie maanden.")
        case Job.SELF_EMPLOYED:
            # Translators: the paper of a self-employed person.
            return speaker.say("📄 Een bewijs dat je als zelfstandige werkt.")
        case Job.CIVIL_SERVANT:
            # Translators: the paper of a civil servant: the decision of the appointment.
            return speaker.say("📄 Je benoemingsbesluit: het papier over je benoeming.")
        case Job.NONE:
            return ""


def _decides(speaker: Speaker) -> str:
    # Translators: the bot gives no verdict about an exemption.
    return speaker.say("Je begeleider kijkt het na en beslist. Heb je nog geen papier? Vraag dan raad.")


def answers_sent(speaker: Speaker, question: Question, reader: Reader) -> Message:
    """The answers went out; a photo of the paper may follow."""
    message = sent(speaker, question, reader)
    # Translators: below a question that was sent there is a button "add something".
    photo = speaker.say("📷 Wil je ook het papier tonen? Tik op ➕ en stuur een foto.")
    return Message(text=f"{message.text}\n\n{photo}", buttons=message.buttons)
