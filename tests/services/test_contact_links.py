"""Links that introduce a contact: who makes them, what opening and pressing does, who cannot use one."""

import datetime as dt
from collections.abc import AsyncIterator
from dataclasses import replace

import pytest

from bot.domain.contact import LINK_DAYS, Reached
from bot.domain.contact_news import News
from bot.domain.errors import (
    ContactStopped,
    HoursUnknown,
    InviteExpired,
    InviteNotValid,
    NotYours,
)
from bot.domain.history import What
from bot.domain.offer_kind import OfferKind
from bot.storage.database import Database
from tests.builders import new_account, new_begeleider
from tests.services.choosing import FATMA, an_offer
from tests.services.contact_care import A_DAY, CLUB, ContactCare, a_contact_care


@pytest.fixture
async def care(database: Database) -> AsyncIterator[ContactCare]:
    """Once on each engine."""
    async with database.work() as work:
        yield await a_contact_care(work)


async def _token(care: ContactCare, *, by_newcomer: bool = True) -> str:
    dossier = await care.own() if by_newcomer else await care.guided()
    links = care.use.contact_links
    return links.token(await links.ask(dossier, await care.bewijs_id()))


async def test_a_link_that_still_waits_is_given_again(care: ContactCare) -> None:
    first, second = await _token(care), await _token(care)
    await care.join(first)

    assert first == second
    assert await _token(care) != first


async def test_who_makes_a_link_decides_what_it_is_worth(care: ContactCare) -> None:
    by_newcomer, _ = await care.join(await _token(care))
    by_begeleider, _ = await care.join(await _token(care, by_newcomer=False), name="Rita")

    assert (by_newcomer.reached, by_newcomer.is_checked) == (Reached.NEWCOMER, False)
    assert (by_begeleider.reached, by_begeleider.is_checked) == (Reached.BEGELEIDER, True)


async def test_a_link_for_a_bewijs_of_somebody_else_is_not_made(care: ContactCare) -> None:
    theirs = await care.bewijs_id(care.karim)

    with pytest.raises(HoursUnknown):
        await care.use.contact_links.ask(await care.own(), theirs)


async def test_a_mail_goes_to_the_address_of_the_offer_and_to_no_other(care: ContactCare) -> None:
    offer = await an_offer(care.work, organisation=CLUB, kind=OfferKind.ASSOCIATION)
    links, bewijs_id = care.use.contact_links, await care.bewijs_id()
    unknown = await links.by_email(await care.own(), bewijs_id)
    await care.use.participations.choose(await care.own(), offer.id)
    link = await links.by_email(await care.own(), bewijs_id)

    assert unknown is None
    assert link is not None
    assert (link.email, link.reached) == (FATMA.email, Reached.EMAIL)
    assert await links.by_email(await care.own(), bewijs_id) == link


async def test_opening_a_link_changes_nothing_however_often(care: ContactCare) -> None:
    token = await _token(care)
    before = await care.lines()
    opened = [await care.use.contact_links.open(token, account=care.phone) for _ in range(3)]

    assert {(one.is_used_by, one.is_mine) for one in opened} == {(None, False)}
    assert (opened[0].newcomer, opened[0].begeleider) == (
        (await care.own()).newcomer,
        await care.work.people.begeleider_of(care.amira.newcomer_ids[0]),
    )
    assert opened[0].organisation == CLUB
    assert await care.lines() == before


async def test_the_pressed_button_uses_a_link_up_and_a_second_tap_is_the_same_contact(
    care: ContactCare,
) -> None:
    token = await _token(care)
    first, happened = await care.join(token, account=care.phone)
    second, again = await care.join(token, account=care.phone)
    other = await new_account(care.work, 4001, "Jan")

    assert (second, again) == (first, ())
    assert [(one.news, one.contact_id) for one in happened] == [(News.JOINED, first.id)]
    assert (await care.use.contact_links.open(token, account=care.phone)).is_mine
    assert not (await care.use.contact_links.open(token, account=other)).is_mine
    for account in (other, None):
        with pytest.raises(InviteNotValid):
            await care.join(token, account=account)


async def test_a_form_sent_twice_is_one_contact_and_nobody_else_becomes_them(care: ContactCare) -> None:
    token = await _token(care)
    first, _ = await care.join(token, form_key="what this page carried")
    second, _ = await care.join(token, form_key="what this page carried")

    assert first == second
    for form_key in ("another page", None):
        with pytest.raises(InviteNotValid):
            await care.join(token, form_key=form_key)


@pytest.mark.parametrize("place", [0, 2, -1, -10])
async def test_a_link_altered_by_one_character_opens_nothing(care: ContactCare, place: int) -> None:
    token = await _token(care)
    at = place % len(token)
    altered = token[:at] + ("x" if token[at] != "x" else "y") + token[at + 1 :]

    with pytest.raises(InviteNotValid):
        await care.use.contact_links.open(altered, account=None)
    with pytest.raises(InviteNotValid):
        await care.join(altered)


async def test_an_expired_link_lets_nobody_in_and_asks_for_a_new_one_once_a_day(care: ContactCare) -> None:
    token = await _token(care)
    too_early = await care.use.contact_links.new_one(token)
    care.now += LINK_DAYS * A_DAY

    with pytest.raises(InviteExpired):
        await care.use.contact_links.open(token, account=None)
    with pytest.raises(InviteExpired):
        await care.join(token)
    first, second = [await care.use.contact_links.new_one(token) for _ in range(2)]
    care.now += A_DAY
    third = await care.use.contact_links.new_one(token)
    begeleider = (await care.use.contact_links.peek(token)).begeleider

    assert (too_early, second) == (None, None)
    assert first == third
    assert first is not None
    assert first.news is News.NEW_LINK
    assert begeleider is not None
    assert begeleider.name == "Sofie"


async def test_the_newcomer_and_begeleiders_cannot_be_the_contact(care: ContactCare) -> None:
    token = await _token(care)
    an = await new_begeleider(care.work, 2002, "An")

    for account in (care.amira, care.sofie, an):
        with pytest.raises(NotYours):
            await care.join(token, account=account)
    contact, _ = await care.join(token, account=care.karim)
    assert contact.account_id == care.karim.id


async def test_somebody_who_is_a_contact_there_stays_the_same_one_and_sees_one_person_more(
    care: ContactCare,
) -> None:
    karel = await care.contact(account=care.phone)
    link = await care.use.contact_links.ask(await care.own(care.karim), await care.bewijs_id(care.karim))
    again, happened = await care.join(care.use.contact_links.token(link), account=care.phone)

    assert (again.id, again.is_checked) == (karel.id, True)
    assert [one.newcomer_id for one in happened] == list(care.karim.newcomer_ids)
    assert [one.name for one in await care.use.confirming.folk(karel)] == ["Amira", "Karim"]


async def test_a_link_from_the_begeleider_vouches_for_who_came_by_the_newcomer(care: ContactCare) -> None:
    karel = await care.introduced()
    trusted, _ = await care.join(await _token(care, by_newcomer=False), account=care.phone)

    assert (trusted.id, trusted.is_checked) == (karel.id, True)


async def test_who_stopped_does_not_come_back_with_an_old_link(care: ContactCare) -> None:
    token = await _token(care)
    karel, _ = await care.join(token, account=care.phone)
    await care.use.contact_care.stop(karel)

    with pytest.raises(ContactStopped):
        await care.join(token, account=care.phone)


async def test_a_link_of_an_erased_newcomer_is_gone(care: ContactCare) -> None:
    token = await _token(care)
    await care.work.people.remove_newcomer(care.amira.newcomer_ids[0])

    with pytest.raises(InviteNotValid):
        await care.use.contact_links.open(token, account=None)
    with pytest.raises(InviteNotValid):
        await care.join(token)


async def test_a_checked_contact_of_the_organisation_is_asked_without_a_link(care: ContactCare) -> None:
    karel = await care.contact()
    await care.introduced()
    bewijs_id = await care.bewijs_id(care.karim)
    known = await care.use.contact_links.known(await care.own(care.karim), bewijs_id)
    await care.use.contact_links.tie(await care.own(care.karim), bewijs_id, karel.id)
    await care.use.contact_links.tie(await care.own(care.karim), bewijs_id, karel.id)

    assert [one.id for one in known] == [karel.id]
    assert [one.name for one in await care.use.confirming.folk(karel)] == ["Amira", "Karim"]
    assert await care.lines(care.karim) == [What.CONTACT_JOINED]


async def test_a_contact_of_another_organisation_cannot_be_tied(care: ContactCare) -> None:
    karel = await care.contact()
    elsewhere = await care.bewijs_id(care.karim, club="KAA")

    with pytest.raises(NotYours):
        await care.use.contact_links.tie(await care.own(care.karim), elsewhere, karel.id)
    assert len(await care.work.contact_people.ties_of(karel.id)) == 1


async def test_a_link_from_the_command_line_ties_to_nobody_until_a_newcomer_asks(care: ContactCare) -> None:
    links = care.use.contact_links
    rita, happened = await care.join(links.token(await links.for_organisation("fc GENT", "Rita")), name="")
    known = await links.known(await care.own(), await care.bewijs_id())

    assert (rita.name, rita.reached, happened) == ("Rita", Reached.TEAM, ())
    assert await care.use.confirming.folk(rita) == []
    assert known == [rita]


async def test_not_with_us_is_told_once_a_day_and_joining_stays_possible(care: ContactCare) -> None:
    token = await _token(care)
    first, second = [await care.use.contact_links.not_with_us(token) for _ in range(2)]
    karel, _ = await care.join(token)

    assert first is not None
    assert (first.news, second) == (News.NOT_WITH_US, None)
    assert karel.is_active


async def test_a_link_is_good_until_the_last_moment(care: ContactCare) -> None:
    token = await _token(care)
    care.now += LINK_DAYS * A_DAY - dt.timedelta(seconds=1)

    karel, _ = await care.join(token)
    assert replace(karel) == await care.work.contact_people.get(karel.id)
