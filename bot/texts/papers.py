"""The screen about the bewijs, before the first photograph, while one is read, and what was sent before."""

import datetime as dt
from collections.abc import Sequence
from zoneinfo import ZoneInfo

from bot.domain.ids import NewcomerId
from bot.domain.offer_kind import OfferKind
from bot.domain.paper import Paper, PaperState
from bot.texts import fit
from bot.texts.message import Button, Message
from bot.texts.note_rows import back
from bot.texts.offer_kinds import PICTOGRAM, kind_name
from bot.texts.paper_buttons import (
    At,
    Rows,
    home_button,
    list_button,
    new_photo_button,
    of,
    own,
)
from bot.texts.speaker import Speaker, escaped

MOST_LISTED = 8
LONGEST_PLACE = 40


def home(speaker: Speaker, newcomer_id: NewcomerId) -> Message:
    """What a bewijs is, and what can be done with it."""
    # Translators: what a bewijs (van deelname) is: the signed paper about the hours.
    what = speaker.say("📄 <b>Een bewijs is een papier met je uren en een handtekening.</b>")
    # Translators: a photo may be sent at any moment, without pressing anything first.
    how = speaker.say("Stuur gewoon een foto. Ik zeg meteen of ze goed is.")
    rows: Rows = (
        # Translators: button: how to take a good photo of the paper.
        (own(speaker.plain("📷 Stuur een foto"), "photo", newcomer_id),),
        # Translators: button: the bot makes a form, to be printed and signed.
        (own(speaker.plain("🖨 Maak mijn formulier"), "form", newcomer_id),),
        # Translators: button: the contact of the activity does not want to sign the paper.
        (own(speaker.plain("✍️ Ze tekenen niet"), "nosign", newcomer_id),),
        (list_button(speaker, newcomer_id),),
    )
    return Message(text=f"{what}\n{how}", buttons=rows)


def how_to_photograph(speaker: Speaker, newcomer_id: NewcomerId) -> Message:
    """How a photo becomes good."""
    lines = (
        # Translators: heading above three tips for a good photo.
        speaker.say("📷 <b>Zo wordt je foto goed:</b>"),
        # Translators: tip for a photo of a paper.
        speaker.say("1. Leg het papier plat."),
        # Translators: tip for a photo of a paper.
        speaker.say("2. Zorg voor veel licht, zonder schaduw."),
        # Translators: tip for a photo of a paper: all four corners must be in the picture.
        speaker.say("3. Neem het hele blad, met de vier hoeken."),
        # Translators: a photo, several photos at once, or a PDF.
        speaker.say("Stuur de foto dan hier. Een PDF mag ook."),
    )
    return Message(text="\n".join(lines), buttons=((home_button(speaker, newcomer_id),),))


def before_first(speaker: Speaker, newcomer_id: NewcomerId, picture: bytes | None) -> Message:
    """Before the first photograph: no identity cards, and is it all right to keep pictures?

    Args:
        speaker: The newcomer's voice.
        newcomer_id: Whose photo it is.
        picture: A drawing that says it without words.
    """
    lines = (
        # Translators: before the first photo. An identity card must never be sent.
        speaker.say("🪪 <b>Stuur nooit een foto van je identiteitskaart.</b> Alleen je bewijs."),
        # Translators: before the first photo: what happens with it.
        speaker.say("De foto gaat via Telegram. Ik bewaar ze op slot. Alleen je begeleider ziet ze."),
        # Translators: the paper itself may also be given to the begeleider.
        speaker.say("Liever niet? Geef het papier dan aan je begeleider."),
        # Translators: the person sent a photo. Below: "yes, look" and "no, throw it away".
        speaker.say("<b>Mag ik je foto bekijken en bewaren?</b>"),
    )
    rows: Rows = (
        # Translators: button: the bot may look at the photo and keep it.
        (own(speaker.plain("✅ Ja, ga verder"), "yes", newcomer_id),),
        # Translators: button: the bot must throw the photo away.
        (own(speaker.plain("❌ Nee, gooi weg"), "no", newcomer_id),),
    )
    return Message(text="\n".join(lines), buttons=rows, picture=picture)


def thrown_away(speaker: Speaker) -> Message:
    """The newcomer does not want their photo to be looked at."""
    # Translators: after "no, throw it away".
    gone = speaker.say("👍 Goed. Ik heb je foto niet bekeken en niet bewaard.")
    # Translators: the paper itself is always possible.
    paper = speaker.say("Geef het papier aan je begeleider. Dat telt ook.")
    return Message(text=f"{gone}\n{paper}")


def agreed_already(speaker: Speaker) -> str:
    """A second tap on "yes"."""
    # Translators: short notice: the person agreed before that photos are looked at.
    return speaker.plain("Dat is al goed. Stuur gerust een foto.")


def waits_for_yes(speaker: Speaker) -> Message:
    """Another photo came before the question about photos was answered."""
    # Translators: the bot asked above whether it may look at photos; the answer is still open.
    return Message(text=speaker.say("📷 Ik wacht op je antwoord hierboven. Dan kijk ik naar al je foto’s."))


def looking(speaker: Speaker) -> Message:
    """A photo came; it is being read."""
    # Translators: right after a photo came in; it takes some seconds.
    return Message(text=speaker.say("👀 Ik bekijk je foto…"))


def receipt(
    speaker: Speaker,
    at: At,
    paper: Paper,
    *,
    begeleider: str | None,
    answer_by: dt.date | None,
    is_new_kind: bool,
) -> Message:
    """It is with the begeleider now.

    Args:
        speaker: The newcomer's voice.
        at: The paper, for the buttons.
        paper: As it was handed in.
        begeleider: Who looks at it; None when nobody can be reached today.
        answer_by: By which day.
        is_new_kind: It starts a new bewijs, beside another of the same organisation.
    """
    # Translators: {receipt} is a short number such as B-4K7M by which people speak of this paper.
    lines = [speaker.say("📨 <b>Verstuurd!</b> Je nummer: <b>{receipt}</b>", receipt=paper.receipt)]
    lines.append(_who_has_it(speaker, begeleider, answer_by))
    if is_new_kind:
        # Translators: the organisation is known, but the kind of activity is another one than before.
        kind = speaker.say("Dit is een andere soort activiteit. Daarom is het een nieuw bewijs.")
        lines.append(kind)
    # Translators: the newcomer must keep the signed paper.
    lines.append(speaker.say("Hou het papier goed bij."))
    rows: Rows = ((_take_back(speaker, at),), (list_button(speaker, at.newcomer_id),))
    return Message(text="\n".join(lines), buttons=rows)


def _who_has_it(speaker: Speaker, begeleider: str | None, answer_by: dt.date | None) -> str:
    if begeleider is None:
        # Translators: nobody guides the newcomer today; the paper waits.
        return speaker.say("Het wacht op je begeleider. Je hoort het hier.")
    if answer_by is None:
        # Translators: {begeleider} has the paper now.
        return speaker.say("{begeleider} heeft het nu. Je hoort het hier.", begeleider=begeleider)
    # Translators: {begeleider} has the paper now, and normally looks at it by {day}.
    return speaker.say(
        "{begeleider} heeft het nu. Je hoort het hier, meestal voor {day}.",
        begeleider=begeleider,
        day=speaker.day(answer_by),
    )


def _take_back(speaker: Speaker, at: At) -> Button:
    # Translators: button: take the paper back, as long as nobody decided about it.
    return of(speaker.plain("↩️ Neem terug"), at, "back")


def sent_already(speaker: Speaker) -> str:
    """A second tap on "send"."""
    # Translators: short notice after a second tap: the paper was sent before.
    return speaker.plain("Dit bewijs is al verstuurd.")


def taken_back(speaker: Speaker, newcomer_id: NewcomerId) -> Message:
    """The newcomer took it back, or stopped."""
    # Translators: after the newcomer decided not to send a paper, or took it back.
    text = speaker.say("👍 Goed, dit bewijs is niet verstuurd. Je kan altijd een nieuwe foto sturen.")
    return Message(text=text, buttons=((home_button(speaker, newcomer_id),),))


def not_any_more(speaker: Speaker, newcomer_id: NewcomerId) -> Message:
    """The button belongs to a paper that was sent, stopped or replaced meanwhile."""
    # Translators: the newcomer pressed a button of a paper about which something else happened meanwhile.
    text = speaker.say("Hier veranderde intussen iets. Kijk bij “Wat ik stuurde”.")
    return Message(text=text, buttons=((list_button(speaker, newcomer_id),),))


def list_of(
    speaker: Speaker, newcomer_id: NewcomerId, papers: Sequence[Paper], today: dt.date, zone: ZoneInfo
) -> Message:
    """What was sent before, newest first, each with where it stands."""
    if not papers:
        # Translators: the newcomer sent no paper yet.
        text = speaker.say("📁 Je stuurde nog geen bewijs.")
        rows: Rows = ((new_photo_button(speaker, newcomer_id),), (_back(speaker, newcomer_id),))
        return Message(text=text, buttons=rows)
    # Translators: heading of the list of papers that the newcomer sent.
    lines = [speaker.say("📁 <b>Wat je stuurde</b>")]
    lines += [_line(speaker, paper, today, zone) for paper in papers[:MOST_LISTED]]
    open_ones = [paper for paper in papers[:MOST_LISTED] if _can_go_on(paper)]
    rows = tuple((_go_on(speaker, paper),) for paper in open_ones)
    return Message(text="\n".join(lines), buttons=(*rows, (_back(speaker, newcomer_id),)))


def _line(speaker: Speaker, paper: Paper, today: dt.date, zone: ZoneInfo) -> str:
    moment = (paper.handed_in_at or paper.began_at).astimezone(zone)
    day = speaker.isolated(speaker.near_day(moment.date(), today))
    parts = [f"<b>{paper.receipt}</b>", day]
    if paper.said.kind is not None:
        place = paper.said.organisation or paper.said.contact or ""
        parts.append(where_line(speaker, paper.said.kind, place))
    if paper.said.minutes is not None:
        parts.append(speaker.isolated(speaker.duration(paper.said.minutes)))
    return f"• {' · '.join(parts)}\n  {state_words(speaker, paper)}"


def where_line(speaker: Speaker, kind: OfferKind, place: str) -> str:
    """An activity as it stands in a line: its sign, and its place or else its kind; HTML."""
    name = fit.shorten(place, LONGEST_PLACE) or kind_name(speaker, kind)
    return f"{PICTOGRAM[kind]} {escaped(speaker.isolated(name))}"


def state_words(speaker: Speaker, paper: Paper) -> str:
    """Where a paper stands, in a few words."""
    match paper.state:
        case PaperState.READING:
            # Translators: where a paper stands: the bot is looking at the photo.
            return speaker.say("👀 ik bekijk het")
        case PaperState.ASKING:
            # Translators: where a paper stands: the newcomer did not send it yet.
            return speaker.say("✏️ nog niet verstuurd")
        case PaperState.HANDED_IN:
            # Translators: where a paper stands: the begeleider looks at it.
            return speaker.say("⏳ bij je begeleider")
        case PaperState.ACCEPTED:
            # Translators: where a paper stands: the hours count.
            return speaker.say("🎉 aanvaard")
        case PaperState.REFUSED:
            # Translators: where a paper stands: these hours do not count (now).
            return speaker.say("✖ niet aanvaard")
        case PaperState.TAKEN_BACK:
            # Translators: where a paper stands: the newcomer took it back.
            return speaker.say("↩️ niet verstuurd")


def _can_go_on(paper: Paper) -> bool:
    return paper.state in (PaperState.ASKING, PaperState.HANDED_IN)


def _go_on(speaker: Speaker, paper: Paper) -> Button:
    at = At(newcomer_id=paper.newcomer_id, paper_id=paper.id)
    if paper.state is PaperState.ASKING:
        # Translators: button: go on with the paper of this number, which was not sent yet.
        return of(speaker.plain("➡️ {receipt}: ga verder", receipt=paper.receipt), at, "next")
    # Translators: button: take back the paper of this number.
    return of(speaker.plain("↩️ {receipt}: neem terug", receipt=paper.receipt), at, "back")


def _back(speaker: Speaker, newcomer_id: NewcomerId) -> Button:
    return own(back(speaker), "home", newcomer_id)
