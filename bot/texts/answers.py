"""What the bot answers: a fixed text with its source, looked at short, whole, or in Dutch."""

from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import urlsplit

from bot.domain.entry import SOURCE_DAY, Entry
from bot.domain.ids import NewcomerId
from bot.domain.languages import SOURCE_LANGUAGE
from bot.domain.reader import Reader
from bot.domain.understanding import Action
from bot.texts import buttons, menu, unsure
from bot.texts.menu import MenuButton
from bot.texts.message import Button, Message
from bot.texts.speaker import Ready, Speaker, escaped, own_name, speaker_for

WORK_ENTRY = "vrijstelling-werk"
"""The answer about working, below which a short check is offered."""

ABOUT_ACTIVITIES = frozenset(
    {
        "afstand-woonplaats",
        "oefenkans-nederlands",
        "praattafels",
        "spreiding",
        "vlaanderenbreed-lokale-binding",
    }
)
"""Answers about taking part, below which one can look for an activity."""


@dataclass(frozen=True, kw_only=True)
class View:
    """How an answer is looked at now; its buttons carry it, so that nothing has to be remembered."""

    entry: Entry
    language: str
    """The language it is shown in."""
    back: str
    """The language to come back to from the Dutch."""
    is_full: bool = False
    asks_whether_it_helped: bool = True
    tells_draft: bool = False
    """Says that nobody has checked this translation yet."""

    def data(self, does: str, **changes: Any) -> str:
        """What a button carries that leads from this view to another, or says something about it."""
        to = replace(self, **changes)
        length = "f" if to.is_full else "s"
        flags = f"{to.asks_whether_it_helped:d}{to.tells_draft:d}"
        return buttons.data(buttons.ANSWER, does, self.entry.id, length, to.language, to.back, flags)


def answer(reader: Speaker, view: View, *, other_language: str | None = None) -> Message:
    """The answer of an entry.

    Args:
        reader: The voice of the buttons: the reader's own language.
        view: What is shown, and in which language.
        other_language: A language the message was written in, offered as one small button.
    """
    rows = [*_links(view), *filter(None, [_look_at(reader, view)])]
    if view.entry.id == WORK_ENTRY:
        rows.append((check_button(reader),))
    if view.entry.id in ABOUT_ACTIVITIES:
        label = menu.label(reader, MenuButton.OFFERS)
        rows.append((Button(label=label, data=buttons.data(buttons.CHOICE, Action.OFFERS.label)),))
    if view.asks_whether_it_helped:
        rows.append(_did_it_help(reader, view))
    if other_language:
        rows.append((_in_other_language(other_language, view),))
    if view.language not in (reader.language, SOURCE_LANGUAGE):
        rows.append((from_now_on(view.language),))
    return Message(text=text(view), buttons=tuple(rows))


def with_question(reader: Speaker, view: View) -> str:
    """The words of an answer below its question, for who did not ask it in so many words."""
    return f"<b>{escaped(question_on_button(reader, view.entry))}</b>\n{text(view)}"


def is_draft(view: View) -> bool:
    """Is a text of this view a translation that nobody has checked?"""
    if view.language == SOURCE_LANGUAGE:
        return False
    shown = speaker_for(view.language)
    texts = (view.entry.short, *(view.entry.details if view.is_full else ()))
    return any(shown.review_of(text) is None for text in texts)


def text(view: View) -> str:
    """The words of an answer, in the language it is shown in."""
    shown = speaker_for(view.language)
    entry = view.entry
    paragraphs = [shown.say(entry.short)]
    if view.is_full:
        paragraphs += [shown.say(detail) for detail in entry.details]
        if entry.links_missing:
            paragraphs.append(_links_missing(shown, entry.links_missing))
    if entry.key_words and shown.language != SOURCE_LANGUAGE:
        paragraphs.append(key_words(shown, entry.key_words))
    small = [_source(shown, entry)]
    if view.tells_draft and is_draft(view):
        small.append(_draft(shown))
    return "\n\n".join([*paragraphs, "\n".join(small)])


def key_words(shown: Speaker, words: tuple[str, ...]) -> str:
    """The Dutch words that one needs at the counter, as HTML."""
    bold = " · ".join(f"<b>{shown.isolated(escaped(word))}</b>" for word in words)
    # Translators: the Dutch words one needs at the counter stand after the colon.
    return shown.say("In het Nederlands: {words}", words=Ready(bold))


def _links_missing(shown: Speaker, count: int) -> str:
    # Translators: the source of an answer named a page of which the address is lost.
    return shown.plural(
        "In de bron stond nog een link. Die bestaat niet meer.",
        "In de bron stonden nog {count} links. Die bestaan niet meer.",
        count,
    )


def _source(shown: Speaker, entry: Entry) -> str:
    day = shown.short_day(SOURCE_DAY)
    if entry.checked is None:
        # Translators: small line under an answer. The webinar is its source.
        return shown.say("<i>Bron: webinar van {day}. De regels kunnen veranderd zijn.</i>", day=day)
    # Translators: small line under an answer that somebody checked against today's rules.
    return shown.say(
        "<i>Bron: webinar van {day}. Nagekeken op {checked} door {name}.</i>",
        day=day,
        checked=shown.short_day(entry.checked.on),
        name=entry.checked.by,
    )


def _draft(shown: Speaker) -> str:
    # Translators: small line under a translation that no fluent person has read yet.
    return shown.say("<i>Niemand keek deze vertaling al na. Vraag het zeker na bij je begeleider.</i>")


def _links(view: View) -> list[tuple[Button, ...]]:
    if not view.is_full:
        return []
    sites = [urlsplit(link).netloc.removeprefix("www.") for link in view.entry.links]
    rows: list[tuple[Button, ...]] = []
    for place, (site, link) in enumerate(zip(sites, view.entry.links, strict=True)):
        number = f" ({sites[: place + 1].count(site)})" if sites.count(site) > 1 else ""
        rows.append((Button(label=f"🔗 {site}{number}", url=link),))
    return rows


def _look_at(reader: Speaker, view: View) -> tuple[Button, ...]:
    if view.language == SOURCE_LANGUAGE and view.back != SOURCE_LANGUAGE:
        return (_back_from_dutch(reader, view),)
    length = (_less(reader, view) if view.is_full else _more(reader, view),) if _has_more(view) else ()
    if view.language == SOURCE_LANGUAGE:
        return length
    # Translators: button: shows the whole answer in plain Dutch.
    dutch = reader.plain("In het Nederlands")
    to_dutch = view.data("look", language=SOURCE_LANGUAGE, back=view.language, is_full=True)
    return (*length, Button(label=dutch, data=to_dutch))


def _has_more(view: View) -> bool:
    return bool(view.entry.details or view.entry.links or view.entry.links_missing)


def _more(reader: Speaker, view: View) -> Button:
    # Translators: button: shows the whole answer.
    return Button(label=reader.plain("Meer"), data=view.data("look", is_full=True))


def _less(reader: Speaker, view: View) -> Button:
    # Translators: button: shows only the short answer.
    return Button(label=reader.plain("Korter"), data=view.data("look", is_full=False))


def _back_from_dutch(reader: Speaker, view: View) -> Button:
    # Translators: button under the Dutch text: back to the answer in {language}, by its own name.
    label = reader.plain("⬅️ {language}", language=own_name(view.back))
    return Button(label=label, data=view.data("look", language=view.back, is_full=False))


def check_button(reader: Speaker, newcomer_id: NewcomerId | None = None) -> Button:
    """Begins the check about work, for this newcomer where it stands on a screen of theirs."""
    # Translators: button: a few short questions about one's work.
    label = reader.plain("💼 Korte check over werk")
    return Button(label=label, data=buttons.for_whom(newcomer_id, buttons.TERM, "work"))


def _did_it_help(reader: Speaker, view: View) -> tuple[Button, ...]:
    # Translators: button under an answer.
    yes = reader.plain("👍 Dit helpt")
    # Translators: button under an answer.
    no = reader.plain("👎 Dit helpt niet")
    return (Button(label=yes, data=view.data("helped")), Button(label=no, data=view.data("not")))


def _in_other_language(language: str, view: View) -> Button:
    other = speaker_for(language)
    # Translators: small button in the language it names: "Answer in English".
    label = other.plain("Antwoord in {language}", language=own_name(language))
    return Button(label=label, data=view.data("look", language=language, back=language))


def from_now_on(language: str) -> Button:
    """Offers to speak another language, in that language."""
    # Translators: button in the language it names: the bot speaks {language} from now on.
    label = speaker_for(language).plain("Voortaan: {language}", language=own_name(language))
    return Button(label=label, data=buttons.data(buttons.LANGUAGE, language, buttons.KEPT))


def thanks(speaker: Speaker) -> str:
    """After a thumb up."""
    # Translators: short notice after "this helps".
    return speaker.plain("Fijn dat het helpt!")


def question_on_button(speaker: Speaker, entry: Entry) -> str:
    """An entry's question as it stands on a button."""
    return speaker.plain(entry.button)


def not_helped(speaker: Speaker, view: View, *, reader: Reader | None, nobody: str) -> Message:
    """After a thumb down: the answer stays, and whoever reads questions is offered.

    Args:
        speaker: The person's voice.
        view: What was shown.
        reader: Who would read the question.
        nobody: What is said when there is nobody.
    """
    words = text(view)
    quiet = replace(view, asks_whether_it_helped=False)
    if reader is None:
        return Message(text=f"{words}\n\n{nobody}", buttons=tuple(filter(None, [_look_at(speaker, quiet)])))
    if reader.name:
        # Translators: after "this does not help", under the answer. {name} is the begeleider.
        ask = speaker.say(
            "<b>Jammer. Zal ik je vraag naar je begeleider {name} sturen?</b>", name=reader.name
        )
    else:
        # Translators: after "this does not help", under the answer. The team reads the question.
        ask = speaker.say("<b>Jammer. Zal ik je vraag naar het team sturen?</b>")
    yes_or_no = (
        (Button(label=unsure.yes_ask(speaker), data=quiet.data("ask")),),
        (Button(label=unsure.no_thanks(speaker), data=quiet.data("look")),),
    )
    return Message(text=f"{words}\n\n{ask}", buttons=yes_or_no)
