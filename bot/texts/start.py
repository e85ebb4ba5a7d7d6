"""The first minute: choosing a language, what the bot is, and the way back to both."""

from collections.abc import Sequence

from bot.domain.languages import SPOKEN
from bot.texts import buttons, menu
from bot.texts.browsing import list_button, weakness
from bot.texts.message import Button, Message
from bot.texts.speaker import Speaker, own_name, speaker_for

FIRST = "s"
"""The languages as they are shown at the very start."""
LATER = "m"
"""The languages as the menu shows them, with help beside them."""


def choose_language(speaker: Speaker) -> Message:
    """At the very start, in the phone's language, which stands first with a word to go on."""
    # Translators: first words to a new person, above buttons with names of languages.
    text = speaker.say("👋 Hallo! In welke taal praten we?")
    # Translators: on the button of the suggested language: "English – Continue".
    first = Button(
        label=speaker.plain("{language} – Verder", language=own_name(speaker.language)),
        data=buttons.data(buttons.LANGUAGE, speaker.language, FIRST),
    )
    others = [_language(code, FIRST) for code in SPOKEN if code != speaker.language]
    return Message(text=_in_english_too(speaker, text), buttons=((first,), *_two_a_row(others)))


def _in_english_too(speaker: Speaker, text: str) -> str:
    """The suggestion may be wrong, and most people find their way in a second language."""
    if speaker.language == "en":
        return text
    # Translators: stands, in English, below the first words in another language.
    choose = speaker_for("en").say("Kies je taal.")
    return f"{text}\n{choose}"


def languages(speaker: Speaker) -> Message:
    """In the menu: change the language at any time, and find help and privacy."""
    # Translators: above buttons with names of languages; the one in use carries a tick.
    text = speaker.say("🌐 Welke taal spreek ik met jou? Je kan altijd veranderen.")
    rows = _two_a_row([_language(code, LATER, is_current=code == speaker.language) for code in SPOKEN])
    help_row = (_help_button(speaker), privacy_button(speaker, LATER))
    return Message(text=text, buttons=(*rows, (list_button(speaker),), help_row))


def _language(code: str, screen: str, *, is_current: bool = False) -> Button:
    label = f"{'✓ ' if is_current else ''}{own_name(code)}"
    return Button(label=label, data=buttons.data(buttons.LANGUAGE, code, screen))


def _two_a_row(row: Sequence[Button]) -> tuple[tuple[Button, ...], ...]:
    return tuple(tuple(row[start : start + 2]) for start in range(0, len(row), 2))


def _help_button(speaker: Speaker) -> Button:
    # Translators: button that shows examples of what one can ask.
    return Button(label=speaker.plain("❓ Wat kan ik vragen?"), data=buttons.data(buttons.MENU, "help"))


def privacy_button(speaker: Speaker, screen: str) -> Button:
    """Leads to what is kept, and remembers which screen to come back to."""
    # Translators: button that shows which personal data the bot keeps.
    label = speaker.plain("🔒 Wat bewaar je?")
    return Button(label=label, data=buttons.data(buttons.PRIVACY, "show", screen))


def welcome(speaker: Speaker, *, is_weak: bool = False) -> Message:
    """Right after the language is chosen: what the bot is and keeps, and where it is weak."""
    # Translators: the first screen. The 40 hours are the participatie- en netwerktraject: taking
    # part in activities. "Begeleider" is the newcomer's guide; the Dutch word may stay.
    what = speaker.say("<b>Ik help je met de 40 uur van je inburgering.</b>")
    how = speaker.say("Stel je vraag in je eigen taal. Ik antwoord met vaste teksten en verzin niets.")
    who = speaker.say("Weet ik het niet? Dan vraag ik het aan je begeleider, als jij dat wil.")
    # Translators: one line on privacy; a button below shows more.
    kept = speaker.say("🔒 Ik bewaar je voornaam, je taal, je uren en je vragen aan je begeleider.")
    words = f"{what}\n{how}\n{who}\n\n{kept}"
    return Message(
        text=f"{words}\n\n{weakness(speaker)}" if is_weak else words,
        buttons=((list_button(speaker),), (privacy_button(speaker, FIRST),)),
    )


def just_ask(speaker: Speaker) -> Message:
    """Under the welcome, and whenever the buttons under the typing field must come (back)."""
    # Translators: below it large buttons appear under the typing field.
    return _with_menu(speaker, speaker.say("Typ gewoon je vraag. Of kies hieronder een knop. 👇"))


def welcome_back(speaker: Speaker) -> Message:
    """To someone who starts again and has chosen a language before."""
    return _with_menu(
        speaker, speaker.say("Fijn dat je er weer bent! Typ je vraag, of kies hieronder een knop. 👇")
    )


def menu_in_new_language(speaker: Speaker) -> Message:
    """After a change of language: brings the buttons under the typing field in that language."""
    # Translators: the bot says it in the language that was just chosen.
    return _with_menu(speaker, speaker.say("Goed, we praten nu deze taal. Typ gerust je vraag."))


def same_language(speaker: Speaker) -> str:
    """The language in use was chosen again."""
    # Translators: short notice: the bot already speaks the language that was tapped.
    return speaker.plain("Deze taal praten we al.")


def help_screen(speaker: Speaker) -> Message:
    """What one can ask, with examples, and which commands there are."""
    # Translators: heading above examples of questions.
    ask = speaker.say("<b>Vraag me alles over je 40 uur.</b> Schrijf zoals je praat. Fouten zijn niet erg.")
    examples = (
        # Translators: an example of a question someone may type.
        speaker.say("Hoeveel tijd heb ik voor de 40 uur?"),
        # Translators: an example of a question someone may type.
        speaker.say("Telt een praattafel mee?"),
        # Translators: an example of a question someone may type.
        speaker.say("Wie tekent mijn bewijs?"),
    )
    lines = "\n".join(f"• <i>{example}</i>" for example in examples)
    # Translators: the word after each command is Latin; keep it as {menu}, {language}, {privacy}.
    commands = speaker.say(
        "De knoppen: {menu}. Een andere taal: {language}. Wat ik bewaar: {privacy}.",
        menu="/menu",
        language="/taal" if speaker.language == "nl" else "/language",
        privacy="/privacy",
    )
    danger = speaker.say("In gevaar? Bel <b>112</b>. Je mag het ook hier schrijven: dan toon ik wie helpt.")
    return _with_menu(speaker, f"{ask}\n{lines}\n\n{commands}\n\n{danger}")


def _with_menu(speaker: Speaker, text: str) -> Message:
    return Message(text=text, keyboard=menu.menu_keyboard(speaker), placeholder=menu.placeholder(speaker))


def greeting(speaker: Speaker) -> Message:
    """Back to someone who only says hello."""
    return _with_menu(speaker, speaker.say("Hallo! 👋 Wat wil je weten over je 40 uur?"))


def you_are_welcome(speaker: Speaker) -> Message:
    """Back to someone who says thank you."""
    return _with_menu(speaker, speaker.say("Graag gedaan! Heb je nog een vraag? Ik ben er altijd."))


def say_more(speaker: Speaker) -> Message:
    """Back to a small word such as "yes", or to signs without words."""
    # Translators: after a very short message such as "ok", "yes" or only a picture.
    text = speaker.say("Goed! Schrijf je vraag in een hele zin, dan begrijp ik je beter.")
    return _with_menu(speaker, text)
