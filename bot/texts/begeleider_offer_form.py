"""Adding and correcting an offer: one question at a time, each with an example (Dutch only)."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.domain.interest import Interest
from bot.domain.offer import Offer, OfferDetails
from bot.domain.offer_fields import ASKED, CONDITIONS, FREE, FULL, LEVELS, MOST_INTERESTS, NO, YES, OfferField
from bot.domain.offer_kind import OfferKind
from bot.texts import begeleider_offers, fit
from bot.texts.begeleider_offer_buttons import button, to_home, to_offer
from bot.texts.begeleider_offer_words import LABEL, shown
from bot.texts.begeleider_offer_words import LEVELS as LEVEL_WORDS
from bot.texts.dutch import dutch, dutch_plain, dutch_speaker
from bot.texts.interests import ORDER, interest_label, interest_name
from bot.texts.message import Button, Message
from bot.texts.offer_kinds import kind_label, kind_name
from bot.texts.paging import page_of

VALUE_UNITS = 300
INTERESTS_A_PAGE = 12

_QUESTION: Mapping[OfferField, str] = {
    OfferField.TITLE: "Hoe heet de activiteit?",
    OfferField.ORGANISATION: "Welke organisatie?",
    OfferField.KIND: "Wat voor activiteit is het?",
    OfferField.DESCRIPTION: "Wat doe je er?",
    OfferField.INTERESTS: "Bij welke interesses past het?",
    OfferField.PLACE: "Waar is het?",
    OfferField.WHEN: "Wanneer is het?",
    OfferField.LEVEL: "Hoeveel Nederlands heb je nodig?",
    OfferField.IN_DUTCH: "Praten de mensen er Nederlands?",
    OfferField.SOCIAL: "Ontmoet je er andere mensen?",
    OfferField.PRICE: "Wat kost het?",
    OfferField.CONTACT_NAME: "Wie is de contactpersoon?",
    OfferField.CONTACT_PHONE: "Op welk telefoonnummer?",
    OfferField.CONTACT_EMAIL: "Op welk e-mailadres?",
    OfferField.CONTACT_PUBLIC: "Mag iedereen die contactgegevens zien?",
    OfferField.VALID_UNTIL: "Tot wanneer loopt het?",
    OfferField.FULL_UNTIL: "Tot wanneer is het volzet?",
    OfferField.CAPACITY: "Voor hoeveel mensen is er plaats?",
    OfferField.CHILDREN: "Mogen kinderen mee?",
    OfferField.WOMEN_ONLY: "Is het alleen voor vrouwen?",
    OfferField.TRANSPORT: "Kom je er met bus, tram of trein?",
    OfferField.WEBSITE: "Wat is de website?",
    OfferField.GONE: "Bestaat de activiteit niet meer?",
}
_HELP: Mapping[OfferField, str] = {
    OfferField.TITLE: "Bijvoorbeeld: Samen koken in Buurthuis De Proef",
    OfferField.ORGANISATION: "Bijvoorbeeld: Buurthuis De Proef",
    OfferField.KIND: "Kies een knop.",
    OfferField.DESCRIPTION: "Bijvoorbeeld: We koken elke week een gerecht en eten samen.",
    OfferField.INTERESTS: "Tik aan wat past. Of typ woorden, met een komma ertussen.",
    OfferField.PLACE: "Typ een adres met gemeente of postcode. Bijvoorbeeld: Voorbeeldstraat 1, 9000 Gent",
    OfferField.WHEN: "Bijvoorbeeld: ma 19:00-21:00; za 10:00-12:00. Of: 3/12/2026 14:00-16:00",
    OfferField.LEVEL: "Kies een knop, of typ 1, 2, 3 of 4.",
    OfferField.IN_DUTCH: "Weet je het niet? Sla over. Iemand kijkt het later na.",
    OfferField.SOCIAL: "Weet je het niet? Sla over. Iemand kijkt het later na.",
    OfferField.PRICE: "Bijvoorbeeld: gratis. Of: 5 euro per keer",
    OfferField.CONTACT_NAME: "Een voornaam is genoeg. Bijvoorbeeld: Rita",
    OfferField.CONTACT_PHONE: "Bijvoorbeeld: 0470 00 00 12",
    OfferField.CONTACT_EMAIL: "Bijvoorbeeld: rita@example.org",
    OfferField.CONTACT_PUBLIC: "Bij nee ziet alleen een nieuwkomer met een begeleider ze, na “ik wil gaan”.",
    OfferField.VALID_UNTIL: "Bijvoorbeeld: 30/6/2027. Loopt het door? Sla over.",
    OfferField.FULL_UNTIL: "Typ de laatste dag. Bijvoorbeeld: 31/1/2027",
    OfferField.CAPACITY: "Bijvoorbeeld: 12",
    OfferField.CHILDREN: "Kies een knop.",
    OfferField.WOMEN_ONLY: "Kies een knop.",
    OfferField.TRANSPORT: "Kies een knop.",
    OfferField.WEBSITE: "Bijvoorbeeld: www.example.org",
    OfferField.GONE: "Kies een knop.",
}
_YES_OR_NO = frozenset(
    {
        *CONDITIONS, OfferField.CONTACT_PUBLIC, OfferField.CHILDREN, OfferField.WOMEN_ONLY,
        OfferField.TRANSPORT, OfferField.GONE,
    }
)  # fmt: skip
_ONE_TAP: Mapping[OfferField, tuple[tuple[str, str], ...]] = {
    OfferField.PLACE: (("💻 Online", "online"),),
    OfferField.WHEN: (("🤝 Op afspraak", "op afspraak"),),
    OfferField.PRICE: (("🆓 Gratis", FREE),),
    OfferField.FULL_UNTIL: (("Nog niet geweten", FULL),),
}


@dataclass(frozen=True, kw_only=True)
class FormScreen:
    """A form as far as it is filled in."""

    mark: int
    """Keeps the buttons of an older screen from filling in a newer form."""
    details: OfferDetails
    """With what is filled in."""
    asks: OfferField | None
    today: dt.date
    offer: Offer | None = None
    """The offer that is corrected; None for a new one."""
    page: int = 0
    """Of the interests."""

    def button(self, label: str, *parts: object) -> Button:
        """A button of this form."""
        return button(label, "f", self.mark, *parts)


def screen(form: FormScreen) -> Message:
    """The question that is asked now, or everything read back."""
    return _read_back(form) if form.asks is None else _question(form, form.asks)


def not_understood(form: FormScreen) -> Message:
    """The same question again, with its example."""
    asked = screen(form)
    sorry = dutch("🤔 Dat begrijp ik hier niet. Typ het zoals in het voorbeeld, of kies een knop.")
    return Message(text=f"{sorry}\n\n{asked.text}", buttons=asked.buttons)


def _question(form: FormScreen, asks: OfferField) -> Message:
    lines = [_heading(form, asks), dutch("<b>{question}</b>", question=_QUESTION[asks])]
    lines.append(dutch("<i>{help}</i>", help=_HELP[asks]))
    if (now := shown(form.details, asks, form.today)) is not None and _is_said(form, asks):
        lines.append(dutch("Nu: {value}", value=fit.shorten(now, VALUE_UNITS)))
    return Message(text="\n".join(lines), buttons=(*_choices(form, asks), *_around(form, asks)))


def _is_said(form: FormScreen, asks: OfferField) -> bool:
    return form.offer is not None or asks is not OfferField.KIND


def _heading(form: FormScreen, asks: OfferField) -> str:
    if form.offer is not None:
        return dutch("✏️ {title}", title=form.details.title)
    if asks not in ASKED:
        return dutch("➕ Nieuwe activiteit")
    return dutch(
        "➕ Nieuwe activiteit · {number} van {count}", number=ASKED.index(asks) + 1, count=len(ASKED)
    )


def _choices(form: FormScreen, asks: OfferField) -> Sequence[tuple[Button, ...]]:
    if asks is OfferField.KIND:
        kinds = [form.button(kind_label(dutch_speaker(), kind), "set", asks, kind) for kind in OfferKind]
        return [tuple(kinds[at : at + 2]) for at in range(0, len(kinds), 2)]
    if asks is OfferField.INTERESTS:
        return _interests(form)
    if asks is OfferField.LEVEL:
        return [(form.button(LEVEL_WORDS[level], "set", asks, level),) for level in LEVELS]
    if asks in _YES_OR_NO:
        yes = form.button(dutch_plain("👍 Ja"), "set", asks, YES)
        return [(yes, form.button(dutch_plain("👎 Nee"), "set", asks, NO))]
    return [(form.button(label, "set", asks, words),) for label, words in _ONE_TAP.get(asks, ())]


def _interests(form: FormScreen) -> Sequence[tuple[Button, ...]]:
    """Two in a row, a page at a time; the ticked ones are marked."""
    page = page_of(ORDER, form.page, INTERESTS_A_PAGE)
    cells = [_tick(form, interest, page.number) for interest in page.items]
    rows = [tuple(cells[at : at + 2]) for at in range(0, len(cells), 2)]
    steps = ((page.number - 1, "⬅️"), (page.number + 1, "➡️"))
    turns = tuple(form.button(sign, "page", number) for number, sign in steps if 0 <= number < page.count)
    count = len(form.details.interests)
    done = form.button(dutch_plain("✅ Klaar ({count})", count=count), "done") if count else None
    return [*rows, *([turns] if turns else []), *([(done,)] if done else [])]


def _tick(form: FormScreen, interest: Interest, page: int) -> Button:
    is_on = interest_word(interest) in form.details.interests
    label = interest_label(dutch_speaker(), interest)
    return form.button(f"✅ {label}" if is_on else label, "tick", interest, "n" if is_on else "y", page)


def interest_word(interest: Interest) -> str:
    """The word that an offer carries for an interest, as a source would write it."""
    # A comma would part it in two.
    return interest_name(dutch_speaker(), interest).lower().replace(", ", " en ")


def kind_named(typed: str) -> OfferKind | None:
    """The kind whose Dutch name somebody typed."""
    word = " ".join(typed.split()).lower()
    return next((kind for kind in OfferKind if kind_name(dutch_speaker(), kind).lower() == word), None)


def _around(form: FormScreen, asks: OfferField) -> Sequence[tuple[Button, ...]]:
    if form.offer is not None:
        empty = form.button(dutch_plain("🧹 Leegmaken"), "skip", asks)
        back = to_offer(form.offer.id)
        return [(back,)] if asks in (OfferField.TITLE, OfferField.KIND) else [(empty, back)]
    ways = [form.button(dutch_plain("⏭ Overslaan"), "skip", asks)] if asks is not OfferField.TITLE else []
    if asks is not OfferField.TITLE:
        ways.append(form.button(dutch_plain("⬅️ Terug"), "back"))
    return [tuple(ways), _ends(form)] if ways else [_ends(form)]


def _ends(form: FormScreen) -> tuple[Button, ...]:
    return (form.button(dutch_plain("🗑 Weggooien"), "drop"), to_home())


def _read_back(form: FormScreen) -> Message:
    """Everything as it will stand there, to keep, to correct or to throw away."""
    text = "\n\n".join(
        (
            dutch("➕ <b>Klopt dit?</b>"),
            begeleider_offers.summary(form.details, form.today),
            dutch("<i>Na ✅ vinden nieuwkomers deze activiteit.</i>"),
        )
    )
    rows = (
        (form.button(dutch_plain("✅ Bewaren"), "keep"),),
        (
            form.button(dutch_plain("👀 Zo zien nieuwkomers het"), "look"),
            form.button(dutch_plain("✏️ Verbeteren"), "fields"),
        ),
        (form.button(dutch_plain("🗑 Weggooien"), "drop"),),
    )
    return Message(text=text, buttons=rows)


def choose_field(form: FormScreen) -> Message:
    """Which part of a new offer is wrong, or still to be said?"""
    parts = [part for part in OfferField if part is not OfferField.GONE]
    cells = [form.button(LABEL[part], "ask", part) for part in parts]
    rows = [tuple(cells[at : at + 2]) for at in range(0, len(cells), 2)]
    back = form.button(dutch_plain("⬅️ Terug"), "show")
    return Message(text=dutch("✏️ Wat wil je verbeteren?"), buttons=(*rows, (back,)))


def dropped() -> Message:
    """The draft is gone."""
    return Message(text=dutch("🗑 Weggegooid. Er is niets bewaard."), buttons=((to_home(),),))


def kept() -> str:
    """A notice: the offer is there."""
    return dutch_plain("✅ Bewaard. Nieuwkomers kunnen het nu vinden.")


def too_many_interests() -> str:
    """A notice: no more can be ticked."""
    return dutch_plain("Kies er hoogstens {count}.", count=MOST_INTERESTS)
