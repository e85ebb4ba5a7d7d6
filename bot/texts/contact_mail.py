"""Mail to contacts: who asks what, and how many dates wait. Names of newcomers stand in the first one only.

Each is written in Dutch, and once more in the contact's own language where that is another one.
"""

import datetime as dt
import html
from collections.abc import Sequence
from dataclasses import dataclass

from bot.domain.languages import SOURCE_LANGUAGE, is_right_to_left
from bot.texts.dutch import dutch, dutch_plain, dutch_speaker
from bot.texts.message import visible
from bot.texts.speaker import Speaker

_PAGE = (
    '<!doctype html><html lang="{language}" dir="{direction}"><meta charset="utf-8">'
    '<body style="font-family:sans-serif;font-size:18px;line-height:1.5;max-width:36em">'
    "{paragraphs}</body></html>"
)


@dataclass(frozen=True, kw_only=True)
class Paragraph:
    """A few sentences as HTML, and perhaps a link below them."""

    text: str
    link: str | None = None
    language: str = SOURCE_LANGUAGE


@dataclass(frozen=True, kw_only=True)
class Letter:
    """A mail before it is addressed."""

    subject: str
    paragraphs: tuple[Paragraph, ...]
    language: str = SOURCE_LANGUAGE

    @property
    def plain(self) -> str:
        """As plain text."""
        parts = [
            f"{visible(one.text)}\n{one.link}" if one.link else visible(one.text) for one in self.paragraphs
        ]
        return "\n\n".join(parts) + "\n"

    @property
    def page(self) -> str:
        """As a small whole page."""
        written = "".join(map(_as_html, self.paragraphs))
        return _PAGE.format(language=self.language, direction="ltr", paragraphs=written)


def _as_html(one: Paragraph) -> str:
    direction = "rtl" if is_right_to_left(one.language) else "ltr"
    link = f'<br><a href="{html.escape(one.link)}">{html.escape(one.link)}</a>' if one.link else ""
    text = one.text.replace("\n", "<br>")
    return f'<p lang="{one.language}" dir="{direction}">{text}{link}</p>'


def introduction(
    *,
    newcomer: str,
    place: str,
    begeleider: str,
    number: str | None,
    page: str,
    telegram: str,
    until: dt.date,
) -> Letter:
    """Who asks what, in two sentences; how to say yes or no, and whom to call.

    Args:
        newcomer: Who did the hours, by first name.
        place: The organisation, or what else the bewijs is called by.
        begeleider: Who guides the newcomer.
        number: The begeleider's telephone number, where it is known.
        page: The link to the page.
        telegram: The link into the bot's chat.
        until: The last day of both links.
    """
    asks = dutch(
        "Dag,\n{newcomer} deed mee bij {place}. Wil jij bevestigen wanneer dat was?"
        " Dat helpt {newcomer} bij het inburgeren en vraagt twee tikken.",
        newcomer=newcomer,
        place=place,
    )
    yes = dutch(
        "Ja, of eerst meer weten? Je ziet meteen wie wat vraagt en wat we bewaren. Je maakt geen account."
        " De link werkt tot {day}.",
        day=dutch_speaker().short_day(until),
    )
    chat = dutch("Liever met Telegram? Dat kan ook.")
    no = dutch(
        "Ken je {newcomer} niet, of is het niet bij jullie? Tik dan op dezelfde pagina op “Niet bij ons”.",
        newcomer=newcomer,
    )
    return Letter(
        subject=dutch_plain("{newcomer} vraagt of jij uren wil bevestigen", newcomer=newcomer),
        paragraphs=(
            Paragraph(text=asks),
            Paragraph(text=yes, link=page),
            Paragraph(text=chat, link=telegram),
            Paragraph(text=no),
            Paragraph(text=_who_guides(begeleider, number)),
        ),
    )


def _who_guides(begeleider: str, number: str | None) -> str:
    if number is None:
        return dutch("{begeleider} begeleidt het traject en vroeg ons dit te sturen.", begeleider=begeleider)
    return dutch(
        "{begeleider} begeleidt het traject. Vragen? Bel {number}.", begeleider=begeleider, number=number
    )


def waiting(speakers: Sequence[Speaker], *, name: str, count: int, page: str) -> Letter:
    """How many dates wait for the contact's word; whose they are stands on the page alone.

    Args:
        speakers: Dutch, and the contact's own language where that is another one.
        name: The contact's.
        count: How many dates.
        page: The link to their page.
    """
    return Letter(
        subject=_waits(speakers[0], count),
        paragraphs=tuple(
            Paragraph(text=_asked(speaker, name, count), link=page, language=speaker.language)
            for speaker in speakers
        ),
    )


def _waits(speaker: Speaker, count: int) -> str:
    # Translators: subject of an e-mail to a contact (a volunteer who confirms who was there).
    return visible(speaker.plural("1 datum wacht op jou", "{count} datums wachten op jou", count))


def _asked(speaker: Speaker, name: str, count: int) -> str:
    # Translators: begins an e-mail; {name} is the contact's own name.
    hello = speaker.say("Dag {name},", name=name)
    # Translators: to a contact; each date is a day on which somebody says that they took part.
    ask = speaker.plural(
        "Er wacht 1 datum op jou. Klopt ze? Het vraagt twee tikken:",
        "Er wachten {count} datums op jou. Kloppen ze? Het vraagt twee tikken:",
        count,
    )
    return f"{hello}\n{ask}"


def thanks(speakers: Sequence[Speaker], said: Sequence[str], *, page: str) -> Letter:
    """What their confirming was for.

    Args:
        speakers: Dutch, and the contact's own language where that is another one.
        said: The thanks in each of these languages, as HTML.
        page: The link to their page.
    """
    paragraphs = [
        Paragraph(text=text, language=speaker.language) for speaker, text in zip(speakers, said, strict=True)
    ]
    paragraphs[-1] = Paragraph(text=paragraphs[-1].text, link=page, language=speakers[-1].language)
    # Translators: subject of an e-mail that thanks a contact.
    subject = speakers[0].plain("Dankjewel voor je hulp")
    return Letter(subject=subject, paragraphs=tuple(paragraphs))


def did_not_arrive(newcomer: str, place: str) -> str:
    """To the begeleider: the introduction did not reach the contact."""
    return dutch(
        "📭 De mail aan de contactpersoon van {newcomer} ({place}) kwam niet aan."
        " Klopt het adres bij de activiteit? Je kan de link ook zelf doorsturen.",
        newcomer=newcomer,
        place=place,
    )


def address_is_wrong(contact: str, place: str) -> str:
    """To the begeleider: a contact's own address takes no mail, so no list goes there any more."""
    return dutch(
        "📭 De mail aan {contact} ({place}) kwam niet aan. Ik stuur er geen meer."
        " Op de eigen pagina kan {contact} een ander adres geven.",
        contact=contact,
        place=place,
    )
