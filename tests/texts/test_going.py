"""The screens of a choice: in every language, safe, never too long, and only what may be seen."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from bot.domain.errors import OfferFull, OfferGone, OfferRefused
from bot.domain.ids import BegeleiderId, NewcomerId, OfferId, ParticipationId
from bot.domain.languages import SPOKEN
from bot.domain.offer import Checked, Offer, OfferContact, Venue
from bot.domain.offer_kind import OfferKind
from bot.domain.participation import ContactView, EndedBecause, Handover, NotNowBecause, Participation, Step
from bot.domain.people import Newcomer
from bot.domain.place import Point
from bot.texts import announcing, announcing_news, fit, going, going_news, how_it_went
from bot.texts.first_message import first_message, meaning
from bot.texts.message import Message, visible
from bot.texts.speaker import speaker_for
from tests.builders import NOW
from tests.services.choosing import FATMA, details

TODAY = dt.date(2026, 11, 23)
ODD = "<b>&مرحبا {name} 🧕🏽 " * 40
AMIRA = Newcomer(id=NewcomerId(1), name="Amira Al Halabi", begeleider_id=BegeleiderId(1))
STATES = [
    (Step.ASKED, Handover.NONE),
    *((Step.CHOSEN, handover) for handover in Handover),
    (Step.GOING, Handover.DONE),
    (Step.ENDED, Handover.NONE),
]


def chosen(step: Step = Step.CHOSEN, handover: Handover = Handover.NONE, **values: Any) -> Participation:
    """Amira's choice."""
    given: dict[str, Any] = {
        "id": ParticipationId(10**9),
        "newcomer_id": AMIRA.id,
        "offer_id": OfferId(10**9),
        "step": step,
        "handover": handover,
        "chosen_at": NOW,
        "ended_because": EndedBecause.TOO_FAR if step is Step.ENDED else None,
    }
    return Participation(**(given | values))


def an_offer(**values: Any) -> Offer:
    """Football in Gent."""
    return Offer(id=OfferId(10**9), source="stad", reference="1", details=details(**values))


def an_odd_offer() -> Offer:
    """Everything that somebody wrote is long and looks like HTML."""
    return an_offer(
        title=ODD,
        organisation=ODD,
        venue=Venue(name=ODD, postcode="9000", municipality=ODD[:80], point=Point(51.05, 3.72)),
        contact=OfferContact(name=ODD, phone=ODD, email=ODD),
        website="javascript:alert(1)",
        in_dutch=Checked(holds=True, by=BegeleiderId(1)),
    )


def screen(language: str = "nl", offer: Offer | None = None, **values: Any) -> Message:
    """The screen of a choice."""
    given: dict[str, Any] = {
        "view": ContactView.SHOWN,
        "is_open": True,
        "km": 2.2,
        "name": AMIRA.name,
        "begeleider": "Sofie",
        "today": TODAY,
    }
    mine = values.pop("chosen", chosen())
    return going.screen(speaker_for(language), mine, offer or an_offer(), **(given | values))


def every_message(language: str, offer: Offer) -> Iterator[Message]:
    """Everything that a newcomer or a begeleider may read of this offer."""
    speaker, mine, odd = speaker_for(language), chosen(), replace(AMIRA, name=ODD)
    for step, handover in STATES:
        for view in ContactView:
            one = chosen(step, handover)
            yield screen(language, offer, chosen=one, view=view, is_open=False, name=ODD, begeleider=ODD)
        yield announcing.card(odd, one, offer, is_open=False, writer=ODD, checkers={}, is_again=True)
    yield going.list_of(speaker, [])
    yield going.list_of(speaker, [(chosen(step, handover), offer) for step, handover in STATES])
    yield going_news.for_guest(speaker, offer, name=ODD, today=TODAY)
    for say in (going_news.allowed, going_news.not_this_one, going_news.will_announce, going_news.announced):
        yield say(speaker, ODD, mine, offer)
    yield going_news.chosen_for_you(speaker, ODD, mine, offer)
    yield going_news.gone_meanwhile(speaker, mine, offer)
    yield going_news.ended(speaker, mine, offer)
    for why in NotNowBecause:
        yield going_news.not_now(speaker, ODD, mine, offer, why)
    for refusal in (OfferGone(), OfferFull(), OfferRefused()):
        yield going_news.cannot_go(speaker, refusal)
    for is_again in (True, False):
        yield how_it_went.ask(speaker, mine, offer, is_again=is_again)
    yield how_it_went.why(speaker, mine, offer)
    yield how_it_went.good(speaker, mine, offer)
    yield how_it_went.no_hurry(speaker, mine)
    yield how_it_went.will_ask_again(speaker, mine)
    yield announcing.why_not_now(odd, mine, offer)
    yield announcing_news.of_person(odd, [(mine, offer)], [offer] * 20)
    yield announcing_news.remark(odd, chosen(Step.ENDED), offer)
    yield announcing_news.did_it_work(odd, mine, offer)
    yield announcing_news.withdrew(odd, offer)


@pytest.mark.parametrize("language", SPOKEN)
@pytest.mark.parametrize("offer", [an_offer(), an_odd_offer()], ids=["plain", "odd"])
def test_every_message_fits_is_safe_and_its_buttons_say_something(language: str, offer: Offer) -> None:
    for message in every_message(language, offer):
        labels = [button.label for row in message.buttons for button in row]

        assert fit.units(visible(message.text)) <= fit.MESSAGE_UNITS
        assert "<b>&م" not in message.text
        assert all(0 < fit.units(label) <= 64 for label in labels), labels


@pytest.mark.parametrize(("view", "names"), [(view, view is ContactView.SHOWN) for view in ContactView])
def test_a_volunteers_details_stand_there_only_when_they_may_be_seen(view: ContactView, names: bool) -> None:
    text = screen(view=view).text

    assert ("Fatma" in text, "0470" in text, "fatma@example.org" in text) == (names,) * 3


def test_who_waits_for_the_check_sees_no_contact_whatever_is_said() -> None:
    assert "Fatma" not in screen(chosen=chosen(Step.ASKED)).text


def test_the_map_says_where_exactly_or_only_which_town() -> None:
    given = Venue(name="Gent", point=Point(51.05, 3.72), point_is_given=True)
    urls = [
        next(b.url for row in screen(offer=offer).buttons for b in row if b.url)
        for offer in (an_offer(venue=given), an_offer())
    ]

    assert [url.partition("#map=")[2] for url in urls if url] == [
        "17/51.05000/3.72000",
        "13/51.05000/3.72000",
    ]


@pytest.mark.parametrize(
    "website", ["javascript:alert(1)", "https://", "https://nergens", "http://a b.be", "ftp://a.be"]
)
def test_an_address_that_telegram_would_refuse_gets_no_button(website: str) -> None:
    offer = an_offer(website=website, venue=Venue(is_online=True))

    assert not [b for row in screen(offer=offer).buttons for b in row if b.url]


@pytest.mark.parametrize("kind", list(OfferKind))
def test_the_first_message_is_short_dutch_with_the_first_name_alone(kind: OfferKind) -> None:
    told = first_message("Amira Al Halabi", details(kind=kind))

    assert told.startswith("Dag, ik ben Amira. ")
    assert "Halabi" not in told
    assert fit.units(told) <= going.COPY_UNITS
    assert meaning(speaker_for("nl"), "Amira Al Halabi", details(kind=kind)) == told


def test_the_message_to_the_contact_names_only_first_names() -> None:
    told = announcing.message_to_contact(AMIRA, an_offer(), "Sofie")

    assert told.startswith("Dag Fatma,")
    assert "Halabi" not in told
    assert FATMA.name is not None
    assert FATMA.name not in told


def test_a_card_that_asks_to_announce_shows_the_contact_in_one_tap_and_not_before() -> None:
    asked, agreed = (
        announcing.card(
            AMIRA, chosen(handover=handover), an_offer(), is_open=True, writer="Sofie", checkers={}
        ).text
        for handover in (Handover.ASKED, Handover.AGREED)
    )

    assert "0470" not in asked
    assert "0470 00 00 01" in agreed
