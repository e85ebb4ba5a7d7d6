"""The card of a question, as whoever answers it sees it (Dutch only)."""

import datetime as dt
import html
from collections.abc import Mapping
from dataclasses import dataclass, field
from zoneinfo import ZoneInfo

from babel import Locale

from bot.domain.entry import Entry
from bot.domain.fixed_sentence import Filling
from bot.domain.languages import SOURCE_LANGUAGE
from bot.domain.question import Delivery, Part, Question, QuestionPart, QuestionState
from bot.texts import buttons, fit, sentences
from bot.texts.dutch import dutch, dutch_plain, dutch_plural, dutch_speaker
from bot.texts.message import Button, Message
from bot.texts.speaker import Ready, escaped
from bot.texts.told import words_of
from bot.texts.topics import PICTOGRAM

FIRST_UNITS = 1200
"""As much of the first message stands on the card; a longer one follows whole."""
FURTHER_UNITS = 300
FURTHER_SHOWN = 3
"""So many of the newest follow-ups, and of the newest answers, stand on the card."""
NAME_UNITS = 40
"""As much of a name as stands beside each answer."""
COPY_LENGTH = 256
"""As much as Telegram's copy button takes."""

_TOPIC = {
    "hours": "uren", "offer": "activiteit", "bewijs": "bewijs",
    "deadline": "einddatum", "appointment": "afspraak", "other": "iets anders",
}  # fmt: skip
_SIGN = {QuestionState.OPEN: "❓", QuestionState.ANSWERED: "✅", QuestionState.CLOSED: "✖️"}


@dataclass(frozen=True, kw_only=True)
class Card:
    """A question with everything its card shows."""

    question: Question
    asker: str
    nearest: tuple[Entry, ...]
    """What the bot thought of; entries that are out of service are left out."""
    entries: dict[str, Entry]
    """Every entry, to name those that were sent."""
    zone: ZoneInfo
    writers: Mapping[int, str] = field(default_factory=dict)
    """The names of begeleiders who gave an answer, by id; whoever reads the question now is left out."""


def language_name(language: str) -> str:
    """The Dutch name of a language, such as "Arabisch"."""
    return Locale.parse(language).get_display_name(SOURCE_LANGUAGE) or language


def heading(question: Question, asker: str) -> str:
    """Who asks, and about what, as HTML."""
    topic = question.topic
    if topic is None:
        return dutch("<b>{asker}</b>", asker=asker)
    return dutch(
        "<b>{asker}</b> · {sign} {topic}", asker=asker, sign=PICTOGRAM[topic], topic=_TOPIC[topic.value]
    )


def card(shown: Card) -> Message:
    """A question with what was said until now, and the ways to answer."""
    question = shown.question
    paragraphs = [
        f"{_SIGN.get(question.state, '')} {heading(question, shown.asker)}\n{_when(shown)}",
        *_asked(shown),
        *_answered(shown),
        *_what_now(shown),
    ]
    return Message(text="\n\n".join(paragraphs), buttons=_ways(shown))


def is_carried_below(part: QuestionPart) -> bool:
    """Does this message of the newcomer follow the card as it is: voice, a picture, a very long text?"""
    if part.part.is_told:
        return False
    limit = FIRST_UNITS if part.part is Part.QUESTION else FURTHER_UNITS
    return not part.is_text or fit.units(part.content) > limit


def _when(shown: Card) -> str:
    return dutch(
        "{moment}, in het {language}",
        moment=_moment(shown.question.asked_at, shown.zone),
        language=language_name(shown.question.language),
    )


def _asked(shown: Card) -> list[str]:
    first, *further = shown.question.asked
    asked = [_part(first, shown, FIRST_UNITS)]
    hidden = len(further) - FURTHER_SHOWN
    if hidden > 0:
        asked.append(
            dutch_plural("<i>(1 oudere aanvulling)</i>", "<i>({count} oudere aanvullingen)</i>", hidden)
        )
    for part in further[-FURTHER_SHOWN:]:
        added = dutch("➕ {moment}:", moment=_moment(part.at, shown.zone))
        asked.append(f"{added}\n{_part(part, shown, FURTHER_UNITS)}")
    return asked


def _part(part: QuestionPart, shown: Card, limit: int) -> str:
    lines = []
    if words := words_of(dutch_speaker(), part).strip():
        lines.append(f"<blockquote>{escaped(fit.shorten(words, limit))}</blockquote>")
    if not part.is_text:
        lines.append(dutch("<i>Spraak, foto of bestand: zie het bericht hieronder.</i>"))
    elif is_carried_below(part):
        lines.append(dutch("<i>Het hele bericht staat hieronder.</i>"))
    if part.edited_at is not None:
        lines.append(dutch("<i>✏️ aangepast: {moment}</i>", moment=_moment(part.edited_at, shown.zone)))
    return "\n".join(lines)


def _answered(shown: Card) -> list[str]:
    answers = shown.question.answers
    lines = [_answer(part, shown) for part in answers[-FURTHER_SHOWN:]]
    hidden = len(answers) - FURTHER_SHOWN
    if hidden > 0:
        older = dutch_plural("<i>(1 ouder antwoord)</i>", "<i>({count} oudere antwoorden)</i>", hidden)
        lines.insert(0, older)
    return lines


def _answer(part: QuestionPart, shown: Card) -> str:
    how = dutch(
        "↩️ {moment}, {how}: {state}",
        moment=_moment(part.at, shown.zone),
        how=_how_and_who(part, shown),
        state=_delivery(part.delivery, fit.shorten(shown.asker, NAME_UNITS)),
    )
    return f"{how}\n{_answer_words(part, shown)}"


def _how_and_who(part: QuestionPart, shown: Card) -> str:
    writer = None if part.by_begeleider_id is None else shown.writers.get(part.by_begeleider_id)
    if writer is None:
        return _how(part)
    return dutch_plain("{how} van {writer}", how=_how(part), writer=fit.shorten(writer, NAME_UNITS))


def _how(part: QuestionPart) -> str:
    if part.part is Part.ANSWER_ENTRY:
        return dutch_plain("vast antwoord")
    return dutch_plain("vaste zin") if part.part is Part.ANSWER_SENTENCE else dutch_plain("eigen woorden")


def _answer_words(part: QuestionPart, shown: Card) -> str:
    if part.part is Part.ANSWER_ENTRY:
        entry = shown.entries.get(part.content)
        return f"📗 {escaped(entry.button if entry else part.content)}"
    if part.part is Part.ANSWER_SENTENCE:
        sentence = html.unescape(sentences.sentence(dutch_speaker(), Filling.unpack(part.content)))
        return f"<i>{escaped(fit.shorten(sentence, FURTHER_UNITS))}</i>"
    words = (
        fit.shorten(part.content, FURTHER_UNITS) if part.content else dutch_plain("spraak, foto of bestand")
    )
    return f"<i>{escaped(words)}</i>"


def _delivery(delivery: Delivery, asker: str) -> str:
    match delivery:
        case Delivery.WAITING:
            return dutch_plain("wordt verstuurd…")
        case Delivery.DELIVERED:
            return dutch_plain("✓ afgeleverd")
        case Delivery.UNREACHABLE:
            return dutch_plain(
                "✗ niet aangekomen, {asker} heeft de bot geblokkeerd of verwijderd", asker=asker
            )
        case Delivery.UNKNOWN:
            return dutch_plain("? niet zeker of het aankwam, de verbinding brak af")


def _what_now(shown: Card) -> list[str]:
    question = shown.question
    lines = []
    if question.is_open and question.answer_by is not None:
        day = dutch_speaker().day(question.answer_by)
        lines.append(dutch("Antwoord ten laatste op <b>{day}</b>.", day=day))
    if question.state is QuestionState.CLOSED:
        lines.append(dutch("Gesloten zonder antwoord. {asker} weet het.", asker=shown.asker))
    if question.is_open and shown.nearest:
        thoughts = "\n".join(f"• {escaped(entry.button)}" for entry in shown.nearest)
        lines.append(dutch("De bot dacht aan:\n{thoughts}", thoughts=Ready(thoughts)))
    return lines


def _ways(shown: Card) -> tuple[tuple[Button, ...], ...]:
    question = shown.question
    rows: list[tuple[Button, ...]] = []
    if question.is_open:
        for entry in shown.nearest:
            place = question.nearest.index(entry.id)
            rows.append((does(f"📗 {entry.button}", "entry", question, place),))
    groups = buttons.data(buttons.SENTENCE, "groups", question.id)
    rows.append(
        (
            Button(label=dutch_plain("💬 Vaste zin"), data=groups),
            does(dutch_plain("✍️ Eigen woorden"), "own", question),
        )
    )
    newest = question.asked[-1]
    is_typed = newest.is_text and not newest.part.is_told
    if is_typed and newest.content.strip() and fit.units(newest.content) <= COPY_LENGTH:
        rows.append((Button(label=dutch_plain("📋 Kopieer het bericht"), copy=newest.content),))
    rows += _decides(question)
    if question.is_open:
        rows.append((does(dutch_plain("✖️ Sluiten zonder antwoord"), "close", question),))
    return tuple(rows)


def _decides(question: Question) -> list[tuple[Button, ...]]:
    """What the begeleider may note about the dossier of whoever told this."""
    if question.newcomer_id is None or question.begeleider_id is None or not question.first.part.is_told:
        return []
    is_obstacle = question.first.part is Part.OBSTACLE
    extend = Button(
        label=dutch_plain("🗓 Verlenging noteren"),
        data=buttons.data(buttons.CASELOAD, "extend", question.newcomer_id),
    )
    page = Button(
        label=dutch_plain("👤 Dossier"), data=buttons.data(buttons.CASELOAD, "page", question.newcomer_id)
    )
    return [(extend, page)] if is_obstacle else [(page,)]


def does(label: str, what: str, question: Question, *more: object) -> Button:
    """A button on the answering side of a question."""
    return Button(label=label, data=buttons.data(buttons.BEGELEIDER, what, question.id, *more))


def _moment(moment: dt.datetime, zone: ZoneInfo) -> str:
    local = moment.astimezone(zone)
    return f"{local.day}/{local.month} {local:%H:%M}"
