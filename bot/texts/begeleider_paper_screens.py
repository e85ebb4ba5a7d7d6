"""What a begeleider taps on a paper's card: fewer hours, a reason, who to ask, what waits (Dutch only)."""

from collections.abc import Sequence

from bot.domain.fixed_sentence import FixedSentence
from bot.domain.paper import Paper, PaperState
from bot.domain.people import Newcomer
from bot.texts import buttons, dutch_hours, fit, sentences
from bot.texts.announcing import short_name
from bot.texts.begeleider_papers import REFUSED, PaperCard, accepts, decides, place_of
from bot.texts.dossier_buttons import to_page
from bot.texts.dutch import dutch, dutch_plain, dutch_plural, dutch_speaker
from bot.texts.first_message import first_name
from bot.texts.letter_writing import writes
from bot.texts.message import Button, Message
from bot.texts.paging import page_of

LABEL_UNITS = 48
_SIGN = {
    PaperState.HANDED_IN: "⏳",
    PaperState.ACCEPTED: "✅",
    PaperState.REFUSED: "❌",
    PaperState.TAKEN_BACK: "✖️",
}


def back(card: PaperCard) -> Button:
    """Back to the card, in its place."""
    return decides(dutch_plain("⬅️ Terug"), "card", card)


def _heading(card: PaperCard) -> str:
    return dutch("📄 <b>{name}</b> · {place}", name=short_name(card.newcomer), place=place_of(card))


def _screen(card: PaperCard, text: str, *rows: tuple[Button, ...]) -> Message:
    return Message(text=f"{_heading(card)}\n\n{text}", buttons=(*rows, (back(card),)))


# Deciding.


def fewer(card: PaperCard, amounts: Sequence[int]) -> Message:
    """How many hours to accept instead?

    Args:
        card: The paper.
        amounts: Minutes, to tap.
    """
    chosen = [accepts(dutch_hours.hours(minutes), card, minutes) for minutes in amounts]
    rows = [tuple(chosen[start : start + 3]) for start in range(0, len(chosen), 3)]
    typed = decides(dutch_plain("⌨️ Ander aantal of andere dagen"), "hours", card)
    return _screen(card, dutch("Hoeveel uren aanvaard je?"), *rows, (typed,))


def counted_before(card: PaperCard, accepted: Sequence[str], minutes: int) -> Message:
    """Hours over some of these days count already: do these come to it?

    Args:
        card: The paper.
        accepted: What counts already, in words.
        minutes: What is about to be accepted.
    """
    before = "\n".join(dutch("• {accepted}", accepted=one) for one in accepted)
    text = dutch("⚠️ Over deze dagen is al aanvaard:") + f"\n{before}\n" + dutch("Zijn dit andere uren?")
    hours = dutch_hours.hours(minutes)
    yes = accepts(dutch_plain("➕ Ja, {hours} komt erbij", hours=hours), card, minutes, word="besides")
    no = decides(REFUSED_BEFORE, "refuse", card, "handed_in_before")
    return _screen(card, text, (yes,), (no,))


REFUSED_BEFORE = "♻️ Nee, dit telt al mee"


def why_refuse(card: PaperCard) -> Message:
    """Why is it refused? The newcomer reads the reason in their language."""
    text = dutch(
        "Waarom weiger je dit bewijs? {name} leest de reden en wat nu kan.",
        name=first_name(card.newcomer.name),
    )
    reasons = [decides(words, "refuse", card, why.value) for why, words in REFUSED.items()]
    return _screen(
        card,
        text,
        *((reason,) for reason in reasons),
        (decides(dutch_plain("📝 Met een opmerking"), "refusing", card),),
    )


def confirm_undo(card: PaperCard) -> Message:
    """Taking a decision back is told to the newcomer, so it is asked twice."""
    text = dutch("Je beslissing ongedaan maken? {name} krijgt bericht.", name=first_name(card.newcomer.name))
    return _screen(card, text, (decides(dutch_plain("↩️ Ja, ongedaan maken"), "undo", card, 1),))


# Asking the newcomer.


def ask_newcomer(card: PaperCard, asks: Sequence[FixedSentence], phones: int) -> Message:
    """A fixed question goes out translated; own words as they are.

    Args:
        card: The paper.
        asks: The fixed sentences that fit.
        phones: How many phones it would reach.
    """
    name, newcomer = first_name(card.newcomer.name), card.newcomer
    page = (to_page(newcomer.id),)
    if not phones:
        text = dutch("📵 Ik bereik geen telefoon van {name}. Bel of vraag het zelf.", name=name)
        return Message(text=f"{_heading(card)}\n\n{text}", buttons=(page,))
    rows = [
        (decides(fit.shorten(sentences.outline(dutch_speaker(), one.id), LABEL_UNITS), "asks", card, one.id),)
        for one in asks
    ]
    text = dutch("Wat vraag je aan {name}? Deze zinnen gaan vertaald.", name=name)
    again = decides(dutch_plain("📷 Een betere foto"), "again", card)
    own = writes(dutch_plain("✍️ Eigen woorden"), newcomer, "own")
    more = writes(dutch_plain("💬 Andere zin"), newcomer, "groups")
    return Message(text=f"{_heading(card)}\n\n{text}", buttons=((again,), *rows, (own, more), page))


# What waits.


def waiting_list(
    waiting: Sequence[tuple[Paper, Newcomer]],
    refusals: Sequence[Button],
    number: int,
    *,
    is_morning: bool = False,
) -> Message:
    """Papers that wait, oldest first; above them the contacts who do not sign.

    Args:
        waiting: Each with whose it is.
        refusals: A button for each contact who does not sign.
        number: The page, from 0.
        is_morning: Is it said unasked, when the working day begins?
    """
    if not waiting and not refusals:
        return Message(text=dutch("📄 Er wacht geen bewijs op je. 🎉"))
    page = page_of(waiting, number)
    lines = [dutch("☀️ <b>Vandaag</b>")] if is_morning else []
    if waiting:
        lines.append(
            dutch_plural(
                "📄 <b>1 bewijs wacht op je.</b>", "📄 <b>{count} bewijzen wachten op je.</b>", len(waiting)
            )
        )
    if refusals:
        lines.append(
            dutch_plural(
                "✍️ 1 keer wil iemand niet tekenen.", "✍️ {count} keer wil iemand niet tekenen.", len(refusals)
            )
        )
    rows = [(_row(paper, short_name(newcomer)),) for paper, newcomer in page.items]
    turns = page.turns(lambda step: buttons.data(buttons.DECIDE, "list", step))
    text = "\n".join(line for line in [*lines, page.line] if line)
    return Message(text=text, buttons=(*((one,) for one in refusals), *rows, *turns))


def of_person(newcomer: Newcomer, papers: Sequence[Paper], number: int) -> Message:
    """Everything somebody handed in, newest first."""
    page = page_of(papers, number)
    lines = [dutch("📄 <b>Bewijzen van {name}</b>", name=short_name(newcomer)), page.line]
    if not papers:
        lines.append(dutch("Nog niets ingediend."))
    rows = [(_row(paper, dutch_plain("{receipt}", receipt=paper.receipt)),) for paper in page.items]
    turns = page.turns(lambda step: buttons.data(buttons.DECIDE, "person", newcomer.id, step))
    return Message(
        text="\n".join(line for line in lines if line), buttons=(*rows, *turns, (to_page(newcomer.id),))
    )


def _row(paper: Paper, what: str) -> Button:
    minutes = paper.said.minutes
    parts = [
        f"{_SIGN.get(paper.state, '📄')} {what}",
        dutch_hours.hours(minutes) if minutes else "",
        dutch_hours.weekday(paper.handed_in_at.date()) if paper.handed_in_at else "",
    ]
    label = fit.shorten(" · ".join(part for part in parts if part), LABEL_UNITS)
    return Button(label=label, data=buttons.data(buttons.DECIDE, "show", paper.newcomer_id, paper.id))


def page_line(waiting: int) -> str:
    """On the person's page: what waits; nothing when nothing does."""
    if not waiting:
        return ""
    return dutch_plural("📄 1 bewijs wacht op jou", "📄 {count} bewijzen wachten op jou", waiting)


def page_button(newcomer: Newcomer) -> Button:
    """On the person's page: everything they handed in."""
    label = dutch_plain("📄 Bewijzen")
    return Button(label=label, data=buttons.data(buttons.DECIDE, "person", newcomer.id, 0))
