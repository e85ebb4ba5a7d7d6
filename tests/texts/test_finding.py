"""Activities as they are told: why, when, how honest, and within Telegram's limits in every language."""

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest

from bot.domain.ids import AccountId, NewcomerId, OfferId, WishId
from bot.domain.interest import Interest
from bot.domain.kept_wish import KeptWish
from bot.domain.languages import SPOKEN
from bot.domain.offer import Checked, Offer, OfferContact, OfferDetails, Price, Venue
from bot.domain.offer_kind import OfferKind
from bot.domain.place import Place, Point
from bot.domain.question import Topic
from bot.domain.schedule import Dated, DayPart, Schedule, Weekly
from bot.domain.search import ANYWHERE_KM, Found, Hit, Match, Miss, Need, Search, Times
from bot.texts import (
    finding,
    finding_card,
    interests,
    menu,
    offer_kinds,
    places,
    schedules,
    times,
    topics,
    wishes,
)
from bot.texts.finding import Home, Meant
from bot.texts.fit import MESSAGE_UNITS, units
from bot.texts.message import Message, visible
from bot.texts.offer_card import block, in_full, offer_card
from bot.texts.offer_reasons import reason
from bot.texts.speaker import speaker_for

NL = speaker_for("nl")
TODAY = dt.date(2026, 11, 23)
"""A Monday."""
GENT = Place(name="Gent", municipality="Gent", postcodes=("9000",), point=Point(51.05, 3.72))
EVENING = Schedule(weekly=(Weekly(2, dt.time(19), dt.time(21)),))
BIG = NewcomerId(99_999_999)
HOLDS = Checked(holds=True)


def an_offer(number: int = 1, **values: Any) -> Offer:
    """Cooking on Wednesday evening, checked."""
    given: dict[str, Any] = {
        "title": "Samen koken",
        "organisation": "Buurthuis De Proef",
        "kind": OfferKind.NEIGHBOURHOOD_HOUSE,
        "schedule": EVENING,
        "venue": Venue(name="Straat 1", municipality="Gent"),
        "in_dutch": HOLDS,
        "social": HOLDS,
        "contact": OfferContact(name="Fatma Peeters", phone="0470 00 00 01"),
    }
    return Offer(id=OfferId(number), source="stad", reference="1", details=OfferDetails(**(given | values)))


def a_match(offer: Offer | None = None, **values: Any) -> Match:
    """Found because it is about cooking, two kilometres away."""
    found = offer or an_offer()
    given: dict[str, Any] = {"fit": 0.9, "km": 2.0, "interests": (Interest.COOKING,)}
    return Match(offer=found, hit=Hit(offer_id=found.id, **(given | values)))


def found_of(*matches: Match, search: Search | None = None, nothing_fits: bool = False) -> Found:
    """What was found near Gent."""
    return Found(matches=matches, nothing_fits=nothing_fits, search=search or Search(place=GENT), at=TODAY)


def why(match: Match, search: Search) -> str:
    """The line of why, in Dutch."""
    return reason(NL, match, search, today=TODAY)


def labels(message: Message) -> list[str]:
    """What stands on the buttons."""
    return [button.label for row in message.buttons for button in row]


# Interests.


def test_every_interest_has_a_sign_of_its_own_and_a_place_in_the_list() -> None:
    taken = {*menu.PICTOGRAM.values(), *topics.PICTOGRAM.values(), *offer_kinds.PICTOGRAM.values()}

    assert set(interests.ORDER) == set(Interest) == set(interests.PICTOGRAM)
    assert len(interests.ORDER) == len(Interest)
    assert len(set(interests.PICTOGRAM.values())) == len(Interest)
    assert not taken & set(interests.PICTOGRAM.values())


@pytest.mark.parametrize("language", SPOKEN)
def test_the_names_of_interests_are_short_and_unlike(language: str) -> None:
    names = [interests.interest_name(speaker_for(language), interest) for interest in Interest]

    assert len(set(names)) == len(Interest)
    assert max(map(len, names)) <= 24


# Why.


def test_why_names_what_was_chosen_how_far_when_and_how_much_dutch() -> None:
    search = Search(interests=(Interest.COOKING,), place=GENT)

    assert why(a_match(an_offer(dutch_level=1)), search) == (
        "je koos 🍳 Koken en bakken · 2 km · woensdag, ’s avonds · weinig Nederlands nodig"
    )


@pytest.mark.parametrize(
    ("search", "values", "said"),
    [
        (Search(), {}, "past bij 🍳 Koken en bakken"),
        (Search(kinds=frozenset({OfferKind.NEIGHBOURHOOD_HOUSE})), {}, "je vroeg 🏠 Buurthuis"),
        (Search(), {"misses": frozenset({Miss.OTHER_SUBJECT})}, "iets anders dan je zocht"),
        (Search(reach_km=25), {"misses": frozenset({Miss.FAR}), "km": 41.4}, "41 km, verder dan je vroeg"),
        (Search(), {"misses": frozenset({Miss.FAR}), "km": 41.4}, "41 km"),
        (Search(), {"km": 0.2}, "minder dan 1 km"),
        (Search(), {"misses": frozenset({Miss.OTHER_TIMES})}, "op een ander moment dan je vroeg"),
        (Search(), {"misses": frozenset({Miss.MORE_DUTCH})}, "meer Nederlands, oefenen mag"),
        (Search(), {"misses": frozenset({Miss.NOT_FREE})}, "niet gratis"),
        (Search(), {"misses": frozenset({Miss.NOT_FOR_WOMEN_ONLY})}, "ook mannen"),
    ],
)
def test_why_says_honestly_what_it_is(search: Search, values: dict[str, Any], said: str) -> None:
    assert said in why(a_match(**values), search).split(" · ")


def test_why_names_only_needs_that_were_asked_for() -> None:
    offer = an_offer(price=Price(cents=0), child_friendly=True, women_only=True, by_transport=True)
    needs = frozenset({Need.FREE, Need.CHILDREN, Need.WOMEN_ONLY, Need.TRANSPORT})
    asked = why(a_match(offer), Search(needs=needs))

    assert asked.endswith("gratis · kinderen mogen mee · alleen vrouwen · met bus of trein")
    assert "gratis" not in why(a_match(offer), Search())


def test_why_names_the_moment_that_suits() -> None:
    twice = Schedule(weekly=(Weekly(0, dt.time(9)), Weekly(5, dt.time(14))))
    search = Search(times=Times(weekdays=frozenset({5})))

    assert "zaterdag, ’s middags" in why(a_match(an_offer(schedule=twice), suits=True), search)
    assert "dag" not in why(a_match(an_offer(schedule=twice)), Search())


# When.


@pytest.mark.parametrize(
    ("schedule", "said"),
    [
        (EVENING, "woensdag 19:00–21:00"),
        (Schedule(weekly=(Weekly(0), Weekly(0, dt.time(9)))), "maandag, maandag 09:00"),
        (Schedule(by_appointment=True), "op afspraak"),
        (Schedule(), "dag en uur: nog te vragen"),
        (Schedule(dates=(Dated(TODAY, TODAY, dt.time(14)),)), "ma 23 nov 14:00"),
        (
            Schedule(dates=(Dated(dt.date(2026, 12, 1), dt.date(2026, 12, 5)),)),
            "1–5 dec 2026",
        ),
        (
            Schedule(weekly=tuple(Weekly(day) for day in range(5))),
            "maandag, dinsdag, woensdag en nog 2 momenten",
        ),
        (
            Schedule(weekly=tuple(Weekly(day) for day in range(4))),
            "maandag, dinsdag, woensdag en nog 1 moment",
        ),
        (
            Schedule(dates=(Dated(dt.date(2026, 11, 1), dt.date(2026, 11, 1)), Dated(TODAY, TODAY))),
            "ma 23 nov",
        ),
    ],
)
def test_when_is_told_briefly(schedule: Schedule, said: str) -> None:
    assert schedules.when(NL, schedule, TODAY).replace("\u2009", "") == said


def test_the_next_time_is_told_for_what_comes_every_week() -> None:
    monday = Schedule(weekly=(Weekly(0),))
    later = dt.date(2026, 12, 10)

    assert schedules.next_time(NL, EVENING, TODAY) == "volgende keer: wo 25 nov"
    assert schedules.next_time(NL, monday, TODAY) == "vandaag"
    assert schedules.next_time(NL, EVENING, TODAY, from_day=later) == "volgende keer: wo 16 dec"
    assert schedules.next_time(NL, Schedule(by_appointment=True), TODAY) == ""


# Activities.


def test_a_private_contact_stands_nowhere_and_a_public_one_on_the_card() -> None:
    private, public = a_match(), a_match(an_offer(contact=OfferContact(name="Fatma Peeters", is_public=True)))

    assert "Fatma" not in block(NL, "1️⃣", private, Search(), TODAY)
    assert "Fatma" not in offer_card(NL, private, Search(), today=TODAY).text
    assert "0470" not in in_full(NL, private, Search(), today=TODAY, back=()).text
    assert "Fatma Peeters" in offer_card(NL, public, Search(), today=TODAY).text


def test_a_number_within_the_description_stands_on_no_card() -> None:
    told = a_match(an_offer(description="Bel Fatma Peeters op 0470 00 00 99.", contact=OfferContact()))

    assert "00 00 99" not in offer_card(NL, told, Search(), today=TODAY).text
    assert "00 00 99" not in in_full(NL, told, Search(), today=TODAY, back=()).text


def test_what_is_not_checked_says_so_and_what_is_checked_too() -> None:
    unchecked = a_match(an_offer(social=Checked()))

    assert "❔ Nog niet nagekeken" in block(NL, "1️⃣", unchecked, Search(), TODAY)
    assert "❔" not in block(NL, "1️⃣", a_match(), Search(), TODAY)
    assert "✅ Nagekeken" in offer_card(NL, a_match(), Search(), today=TODAY).text


def test_level_price_and_for_whom_are_told_in_signs_and_words() -> None:
    offer = an_offer(
        dutch_level=2, price=Price(cents=250), women_only=True, child_friendly=True, ages=(16, 30)
    )
    shown = block(NL, "1️⃣", a_match(offer), Search(), TODAY).replace("\xa0", " ")

    assert "🎓 Nederlands ●●○○ · 💶 € 2,50 · 👩 Alleen voor vrouwen · 🧒 Je kinderen mogen mee" in shown
    assert "van 16 tot 30 jaar" in shown


@pytest.mark.parametrize(
    ("misses", "said"),
    [
        (Miss.OTHER_SUBJECT, "Precies dat vind ik nog niet."),
        (Miss.FAR, "Dichtbij is er nog niets."),
        (Miss.OTHER_TIMES, "Op die momenten is er nog niets."),
        (Miss.NOT_FREE, "Nog niets past helemaal."),
    ],
)
def test_when_nothing_fits_it_says_in_what(misses: Miss, said: str) -> None:
    match = a_match(misses=frozenset({misses}))
    shown = finding.found(NL, found_of(match, nothing_fits=True), None)

    assert said in shown.text
    assert labels(shown)[1] == "🔔 Laat het me weten"


def test_what_is_both_far_and_at_other_times_is_not_said_to_fit() -> None:
    match = a_match(misses=frozenset({Miss.FAR, Miss.OTHER_TIMES}))
    shown = finding.found(NL, found_of(match, nothing_fits=True), None)

    assert "Nog niets past helemaal." in shown.text


def test_an_uncertain_wish_that_nothing_fits_says_so_as_well() -> None:
    match = a_match(misses=frozenset({Miss.FAR}))
    shown = finding.found(NL, found_of(match, nothing_fits=True), None, meant=Meant())

    assert "Bedoel je dit?" in shown.text
    assert "Dichtbij is er nog niets." in shown.text


def test_where_all_is_too_far_it_leads_further_and_not_nearer() -> None:
    match = a_match(misses=frozenset({Miss.FAR}))
    shown = finding.found(NL, found_of(match, nothing_fits=True), None)

    assert "🌍 Verder zoeken" in labels(shown)
    assert "📍 Dichterbij" not in labels(shown)


def test_an_uncertain_wish_keeps_what_else_it_may_mean_and_the_begeleider() -> None:
    meant = Meant(others=(("spreiding", "Moet ik elke week gaan?"),))
    shown = finding.found(NL, found_of(a_match()), None, meant=meant)

    assert "Bedoel je dit?" in shown.text
    assert labels(shown)[-2:] == ["Moet ik elke week gaan?", "💬 Nee, vraag het mijn begeleider"]


def test_nothing_at_all_offers_to_keep_the_wish_and_to_ask() -> None:
    search = Search(place=GENT, interests=(Interest.COOKING,))
    shown = finding.found(NL, found_of(search=search, nothing_fits=True), None, about=search.interests)
    beside = finding.found(NL, found_of(search=search, nothing_fits=True), None, may_ask=False)

    assert "🍳 Koken en bakken · 📍 Gent" in shown.text
    assert f"ask:ready:{Topic.OFFER}" in {b.data for row in shown.buttons for b in row}
    assert "💬 Vraag het mijn begeleider" not in labels(beside)


def _every_screen(language: str) -> list[Message]:
    """Each screen of the search with the longest that may come."""
    speaker = speaker_for(language)
    long = "W" * 5_000
    offers = [
        an_offer(
            99_999_990 + number,
            title=long,
            organisation=long,
            description=long,
            website=f"https://{long}.be",
            venue=Venue(name=long, municipality="Beveren-Kruibeke-Zwijndrecht"),
            contact=OfferContact(name=long, phone=long, email=long, is_public=True),
            price=Price(words=long),
            social=Checked(),
            schedule=Schedule(weekly=tuple(Weekly(day, dt.time(9), dt.time(10)) for day in range(7))),
            dutch_level=4,
            women_only=True,
            child_friendly=True,
            by_transport=True,
            ages=(18, 99),
        )
        for number in range(3)
    ]
    search = Search(
        interests=tuple(Interest),
        place=replace(GENT, name="Beveren-Kruibeke-Zwijndrecht"),
        reach_km=50,
        times=Times(weekdays=frozenset(range(7)), parts=frozenset(DayPart)),
        needs=frozenset(Need),
    )
    matches = [a_match(offer, misses=frozenset(Miss)) for offer in offers]
    shown = found_of(*matches, search=search, nothing_fits=True)
    ids = tuple(offer.id for offer in offers)
    wish = KeptWish(
        id=WishId(99_999_999),
        account_id=AccountId(1),
        newcomer_id=BIG,
        search=search,
        kept_at=dt.datetime(2026, 11, 23, tzinfo=dt.UTC),
    )
    rows = finding_card.card_rows(
        speaker,
        BIG,
        offers[0],
        ids,
        is_saved=True,
        first=((finding_card.want(speaker, ids[0]),),),
    )
    about = tuple(Interest)
    return [
        *(
            finding.home(speaker, Home(whom=BIG, search=search, page=page, saved=9, wishes=5))
            for page in range(3)
        ),
        finding.home(speaker, Home(whom=BIG, search=Search()), not_understood=True),
        finding.found(speaker, shown, BIG, about=about, meant=Meant(others=(("x", "?"),))),
        finding.found(speaker, shown, BIG, about=about, are_others=True),
        finding.found(speaker, found_of(search=search), BIG, about=about),
        offer_card(speaker, matches[0], search, today=TODAY, buttons=rows),
        in_full(
            speaker,
            matches[0],
            search,
            today=TODAY,
            back=finding_card.back_to_card(speaker, BIG, ids[0], ids),
        ),
        places.ask(speaker, BIG),
        places.ask(speaker, BIG, not_found=True),
        places.ask_location(speaker),
        places.located(speaker, GENT),
        places.which(speaker, BIG, [replace(GENT, name="Onze-Lieve-Vrouw-Waver")] * 3),
        places.reach(speaker, BIG, search),
        times.times(speaker, BIG, search),
        wishes.kept(speaker, wish, about),
        wishes.news(speaker, wish, shown, about),
        wishes.mine(speaker, BIG, [wish] * 5, {wish.id: about}),
        wishes.mine(speaker, BIG, [], {}),
        wishes.saved(speaker, BIG, ids, {offer.id: offer for offer in offers}, TODAY),
        wishes.saved(speaker, BIG, ids, {}, TODAY),
        wishes.saved(speaker, BIG, (), {}, TODAY),
    ]


@pytest.mark.parametrize("language", SPOKEN)
def test_every_screen_fits_in_a_message(language: str) -> None:
    for screen in _every_screen(language):
        assert 0 < units(visible(screen.text)) <= MESSAGE_UNITS
        assert all(label.strip() for label in labels(screen))


def test_a_place_is_named_with_how_far_and_anywhere_needs_no_distance() -> None:
    assert places.place_label(NL, Search()) == "📍 Waar?"
    assert places.place_label(NL, Search(place=GENT, reach_km=10)) == "📍 Gent · 10 km"
    assert places.place_label(NL, Search(place=GENT, reach_km=ANYWHERE_KM)) == "📍 Gent"
    assert places.place_label(NL, Search(reach_km=ANYWHERE_KM)) == "🌍 Overal"
    assert places.asks_place(Search())
    assert not places.asks_place(Search(reach_km=ANYWHERE_KM))
