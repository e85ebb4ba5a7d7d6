"""What was found on a paper, to be put right by taps and sent to the begeleider."""

from bot.domain.offer_kind import OfferKind
from bot.domain.paper import Paper
from bot.texts import fit
from bot.texts.message import Kept, Message
from bot.texts.paper_buttons import At, Rows, drop_button, of
from bot.texts.papers import where_line
from bot.texts.speaker import Ready, Speaker

LONGEST_NAME = 60
LONGEST_ON_BUTTON = 24


def scan(speaker: Speaker, key: str, *, page: int, pages: int) -> Message:
    """The clean picture of a page.

    Args:
        speaker: The newcomer's voice.
        key: Of the small picture.
        page: Which it is, from 1.
        pages: How many there are.
    """
    if pages == 1:
        # Translators: below a picture of the newcomer's paper, made clean and straight.
        return Message(text=speaker.say("✅ Ik kan dit lezen."), picture=Kept(key))
    # Translators: below a picture of a page of the newcomer's paper, made clean: page 2 of 3.
    text = speaker.say("✅ Blad {page} van {pages}: ik kan dit lezen.", page=page, pages=pages)
    return Message(text=text, picture=Kept(key))


def found(speaker: Speaker, at: At, paper: Paper, *, begeleider: str | None) -> Message:
    """Read back what is known; nothing is sent before the newcomer says so.

    Args:
        speaker: The newcomer's voice.
        at: The paper, with what was passed by.
        paper: With its activity and its hours.
        begeleider: Who would get it.
    """
    said = paper.said
    assert said.kind is not None
    lines = [
        _activity(speaker, said.kind, said.organisation or said.contact or ""),
        *([_contact(speaker, said.contact)] if said.organisation else []),
        _hours(speaker, said.minutes or 0),
        _signature(speaker, paper.signed),
        "",
        # Translators: the bot reads no handwriting: it only suggests an amount of hours.
        speaker.say("Ik lees geen handschrift. Kijk dus goed of de uren kloppen."),
        # Translators: activity, contact, hours and signature stand above.
        speaker.say("<b>Klopt alles?</b>"),
    ]
    return Message(text="\n".join(lines), buttons=_rows(speaker, at, begeleider))


def _rows(speaker: Speaker, at: At, begeleider: str | None) -> Rows:
    return (
        (of(send_label(speaker, begeleider), at, "send"),),
        (
            # Translators: button: change which activity the paper is about.
            of(speaker.plain("📍 Activiteit"), at, "where"),
            # Translators: button: change the person who signed the paper.
            of(speaker.plain("👤 Wie tekende"), at, "who"),
        ),
        (
            # Translators: button: change how many hours the paper says.
            of(speaker.plain("⏱ Uren"), at, "hours"),
            # Translators: button: something about the signature on the paper is not right.
            of(speaker.plain("✍️ Handtekening"), at, "sign"),
        ),
        (drop_button(speaker, at),),
    )


def send_label(speaker: Speaker, begeleider: str | None) -> str:
    """What stands on the button that hands it in; plain text."""
    if not begeleider:
        # Translators: button: send the paper to the begeleider.
        return speaker.plain("📨 Stuur naar mijn begeleider")
    # Translators: button: send the paper to the begeleider, {name}.
    return speaker.plain("📨 Stuur naar {name}", name=fit.shorten(begeleider, LONGEST_ON_BUTTON))


def _activity(speaker: Speaker, kind: OfferKind, place: str) -> str:
    where = Ready(where_line(speaker, kind, place))
    # Translators: what was found on the paper: the activity, with its sign.
    return speaker.say("📍 Activiteit: <b>{where}</b>", where=where)


def _contact(speaker: Speaker, contact: str | None) -> str:
    if not contact:
        # Translators: it is not known who signed the paper.
        return speaker.say("👤 Wie tekende: dat weet ik niet")
    name = fit.shorten(contact, LONGEST_NAME)
    # Translators: who signed the paper.
    return speaker.say("👤 Wie tekende: <b>{name}</b>", name=name)


def _hours(speaker: Speaker, minutes: int) -> str:
    # Translators: how many hours the paper says.
    return speaker.say("⏱ Uren: <b>{hours}</b>", hours=speaker.duration(minutes))


def _signature(speaker: Speaker, signed: bool | None) -> str:
    match signed:
        case True:
            # Translators: the paper carries a signature.
            return speaker.say("✍️ Handtekening: ja")
        case False:
            # Translators: the bot sees no signature on the paper.
            return speaker.say("✍️ Handtekening: ik zie er geen")
        case None:
            # Translators: the bot is not sure whether the paper is signed; the begeleider looks.
            return speaker.say("✍️ Handtekening: je begeleider kijkt")
