"""When a message tells of need: the right help lines at once, calmly, and nothing else happens unasked."""

from bot.domain.helplines import READ_ON, HelpFor, HelpLine, lines_for
from bot.domain.reader import Reader
from bot.domain.understanding import RedFlag
from bot.texts import buttons, fit
from bot.texts.actions import LONGEST_NAME
from bot.texts.message import Button, Message
from bot.texts.speaker import Ready, Speaker


def help_lines(speaker: Speaker, red_flag: RedFlag, *, reader: Reader | None) -> Message:
    """The lines for a situation, with what each is for.

    Args:
        speaker: In the language of the message where the bot speaks it.
        red_flag: The situation.
        reader: Who could be told, if the person wants that.
    """
    lines = "\n".join(f"☎️ {_line(speaker, line)}" for line in lines_for(red_flag))
    text = "\n\n".join((_first_words(speaker, red_flag), lines, _when_read(speaker)))
    rows = ((_tell(speaker, reader),),) if reader else ()
    return Message(text=text, buttons=(*rows, (_not_this(speaker),)))


def _first_words(speaker: Speaker, red_flag: RedFlag) -> str:
    match red_flag:
        case RedFlag.VIOLENCE:
            # Translators: to someone who writes of violence. Calm and warm; no blame, no questions.
            return speaker.say(
                "<b>Dit klinkt ernstig. Er is hulp voor jou.</b>\nBen je nu in gevaar? Bel dan meteen."
            )
        case RedFlag.SUICIDE:
            # Translators: to someone who writes of wanting to die. Calm and warm.
            return speaker.say(
                "<b>Goed dat je dit zegt. Je bent niet alleen.</b>\n"
                "Praat nu met iemand. Dat kan dag en nacht."
            )
        case RedFlag.STREET:
            # Translators: to someone who is put out of their home. Honest: the bot knows no shelter.
            return speaker.say(
                "<b>Dit is heel moeilijk. Ik wil eerlijk zijn.</b>\n"
                "Ik ken geen nummer dat een bed voor je vindt. Deze nummers kan je wel bellen:"
            )
        case RedFlag.TRAFFICKING:
            # Translators: to someone who is forced to work or exploited. Calm and warm; no blame.
            return speaker.say(
                "<b>Niemand mag je dwingen. Het is niet jouw schuld.</b>\nDeze mensen helpen je:"
            )


def _line(speaker: Speaker, line: HelpLine) -> str:
    number = Ready(speaker.isolated(line.number))
    match line.help_for:
        case HelpFor.LIFE_IN_DANGER:
            # Translators: Belgian emergency number.
            return speaker.say(
                "Levensgevaar, dringend een dokter nodig, of brand: <b>{number}</b>", number=number
            )
        case HelpFor.POLICE:
            # Translators: Belgian number of the police.
            return speaker.say("De politie, dringend: <b>{number}</b>", number=number)
        case HelpFor.VIOLENCE:
            # Translators: Flemish help line on violence; not an emergency number.
            return speaker.say(
                "Vragen over geweld of misbruik: <b>{number}</b>. Gratis. Je hoeft je naam niet te zeggen."
                " Bellen op werkdagen, ook chat en mail.",
                number=number,
            )
        case HelpFor.SUICIDE:
            # Translators: Flemish help line for thoughts of suicide.
            return speaker.say(
                "Denk je aan zelfmoord: <b>{number}</b>. Dag en nacht, gratis."
                " Je hoeft je naam niet te zeggen. Chat: {site}",
                number=number,
                site="zelfmoord1813.be",
            )
        case HelpFor.TALKING:
            # Translators: {name} is Tele-Onthaal, a Flemish line for people who need to talk.
            return speaker.say(
                "Praten met iemand, dag en nacht: <b>{number}</b> ({name})",
                number=number,
                name=line.name,
            )
        case HelpFor.TRAFFICKING:
            # Translators: {name} is a centre for victims of trafficking, with its city.
            return speaker.say(
                "Hulp bij uitbuiting of dwang: {name}, <b>{number}</b>. Gratis. Zij vertellen niets verder.",
                number=number,
                name=line.name,
            )


def _when_read(speaker: Speaker) -> str:
    # Translators: says how old the numbers are, and that the bot cannot check them.
    return speaker.say(
        "<i>Ik las deze nummers op {day}. Een mens moet ze nog nakijken.</i>", day=speaker.short_day(READ_ON)
    )


def _tell(speaker: Speaker, reader: Reader) -> Button:
    if reader.name:
        # Translators: button: the begeleider {name} hears of it only after this tap.
        label = speaker.plain("💬 Vertel het aan {name}", name=fit.shorten(reader.name, LONGEST_NAME))
    else:
        # Translators: button: the team hears of it only after this tap.
        label = speaker.plain("💬 Vertel het aan het team")
    return Button(label=label, data=buttons.data(buttons.ASK, "emergency"))


def _not_this(speaker: Speaker) -> Button:
    # Translators: button: the person meant something else, and is in no danger.
    label = speaker.plain("Ik bedoel iets anders")
    return Button(label=label, data=buttons.data(buttons.NOT_EMERGENCY, "now"))
