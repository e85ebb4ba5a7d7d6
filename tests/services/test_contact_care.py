"""Contacts who joined: checked once by the begeleider, their page, stopping, naming somebody else."""

from collections.abc import AsyncIterator

import pytest

from bot.domain.contact import Reached
from bot.domain.contact_news import News
from bot.domain.errors import ContactStopped, ContactUnchecked, InviteNotValid, NotYours, PageGone
from bot.domain.history import What
from bot.storage.database import Database
from tests.builders import new_account, new_begeleider, new_newcomer
from tests.services.contact_care import ContactCare, a_contact_care


@pytest.fixture
async def care(database: Database) -> AsyncIterator[ContactCare]:
    """Once on each engine."""
    async with database.work() as work:
        yield await a_contact_care(work)


async def test_a_contact_confirms_from_the_moment_the_begeleider_checked_them(care: ContactCare) -> None:
    date = await care.claim()
    karel = await care.introduced()
    waits = await care.use.contact_care.unchecked(await care.guided())
    checked, happened = await care.use.contact_care.check(await care.guided(), karel.id)
    _, again = await care.use.contact_care.check(await care.guided(), karel.id)
    await care.say(checked, date.id)

    assert [one.id for one in waits] == [karel.id]
    assert happened is not None
    assert (happened.news, happened.contact_id, again) == (News.CHECKED, karel.id, None)
    assert (checked.checked_at, checked.checked_by) == (care.now, care.sofie.begeleider_id)
    assert (await care.lines()).count(What.CONTACT_CHECKED) == 1
    assert await care.use.contact_care.unchecked(await care.guided()) == []


async def test_only_a_begeleider_of_their_newcomers_checks_or_refuses_a_contact(care: ContactCare) -> None:
    karel = await care.introduced()
    an = await new_begeleider(care.work, 2002, "An")
    lina = await new_newcomer(care.work, 1003, "Lina", of=an)
    theirs = await care.guided(lina, by=an)

    for dossier in (theirs, await care.own()):
        with pytest.raises(NotYours):
            await care.use.contact_care.check(dossier, karel.id)
        with pytest.raises(NotYours):
            await care.use.contact_care.refuse(dossier, karel.id)
    kept = await care.work.contact_people.get(karel.id)
    assert kept is not None
    assert not kept.is_checked


async def test_who_is_not_the_contact_stops_and_sees_nobody(care: ContactCare) -> None:
    karel = await care.introduced()
    page = care.use.contact_care.page_token(karel)
    happened = await care.use.contact_care.refuse(await care.guided(), karel.id)

    assert (happened.news, happened.contact_id) == (News.NOT_WITH_US, karel.id)
    assert await care.use.contact_care.of(await care.guided()) == []
    assert (await care.lines())[-1] == What.CONTACT_NOT_KNOWN
    with pytest.raises(ContactStopped):
        await care.use.contact_care.of_page(page)
    with pytest.raises(NotYours):
        await care.use.contact_care.check(await care.guided(), karel.id)


async def test_one_begeleider_does_not_take_a_checked_contact_from_another(care: ContactCare) -> None:
    karel = await care.contact()
    an = await new_begeleider(care.work, 2002, "An")
    lina = await new_newcomer(care.work, 1003, "Lina", of=an)
    bewijs_id = await care.bewijs_id(lina)
    await care.use.contact_links.tie(await care.own(lina), bewijs_id, karel.id)
    await care.use.contact_care.refuse(await care.guided(lina, by=an), karel.id)

    assert [one.name for one in await care.use.confirming.folk(karel)] == ["Amira"]


async def test_the_begeleider_sees_who_is_tied_to_what(care: ContactCare) -> None:
    karel, rita = await care.introduced(), await care.contact("Rita")
    bewijs_id = await care.bewijs_id()

    assert await care.use.contact_care.of(await care.guided()) == [
        (karel, (bewijs_id,)),
        (rita, (bewijs_id,)),
    ]


async def test_a_page_is_the_contacts_until_it_is_withdrawn(care: ContactCare) -> None:
    karel = await care.contact()
    token = care.use.contact_care.page_token(karel)
    found = await care.use.contact_care.of_page(token)
    renewed = await care.use.contact_care.withdraw_page(karel)

    assert found == karel
    for gone in (token, f"{token[:-1]}!", "k-1-1-" + "A" * 22, "", token.replace("k-", "c-")):
        with pytest.raises(PageGone):
            await care.use.contact_care.of_page(gone)
    assert (await care.use.contact_care.of_page(care.use.contact_care.page_token(renewed))).id == karel.id


async def test_stopping_is_told_once_to_everybody_and_leaves_no_tie(care: ContactCare) -> None:
    karel = await care.contact(account=care.phone)
    await care.contact(account=care.phone, who=care.karim)
    happened = await care.use.contact_care.stop(karel)
    again = await care.use.contact_care.stop(karel)

    assert [one.news for one in happened] == [News.STOPPED] * 2
    assert again == ()
    assert await care.work.contact_people.ties_of(karel.id) == []
    assert await care.use.contact_care.of_account(care.phone) == []
    assert (await care.lines(care.karim))[-1] == What.CONTACT_STOPPED


async def test_not_with_us_is_about_one_person_alone(care: ContactCare) -> None:
    karel = await care.contact(account=care.phone)
    await care.contact(account=care.phone, who=care.karim)
    happened = await care.use.contact_care.not_with_us(karel, care.amira.newcomer_ids[0])

    assert happened.news is News.NOT_WITH_US
    assert [one.name for one in await care.use.confirming.folk(karel)] == ["Karim"]
    with pytest.raises(NotYours):
        await care.use.contact_care.not_with_us(karel, care.amira.newcomer_ids[0])


async def test_a_checked_contact_vouches_for_another_who_sees_the_same_people(care: ContactCare) -> None:
    karel = await care.contact(account=care.phone)
    await care.contact(account=care.phone, who=care.karim)
    link, told = await care.use.contact_care.name_other(karel, "Rita")
    rita, happened = await care.join(care.use.contact_links.token(link), name="Rita")

    assert [one.news for one in told] == [News.OTHER_CONTACT]
    assert (rita.reached, rita.is_checked) == (Reached.CONTACT, True)
    assert [one.news for one in happened] == [News.JOINED] * 2
    assert [one.name for one in await care.use.confirming.folk(rita)] == ["Amira", "Karim"]


async def test_another_contact_for_one_newcomer_sees_that_one(care: ContactCare) -> None:
    karel = await care.contact(account=care.phone)
    await care.contact(account=care.phone, who=care.karim)
    newcomer_id = care.karim.newcomer_ids[0]
    link, _ = await care.use.contact_care.name_other(karel, "Rita", newcomer_id=newcomer_id)
    rita, _ = await care.join(care.use.contact_links.token(link), name="Rita")

    assert [one.name for one in await care.use.confirming.folk(rita)] == ["Karim"]
    with pytest.raises(NotYours):
        await care.use.contact_care.name_other(rita, "Jan", newcomer_id=care.amira.newcomer_ids[0])


async def test_nobody_vouches_before_they_are_checked_or_after_they_stopped(care: ContactCare) -> None:
    unchecked = await care.introduced()
    with pytest.raises(ContactUnchecked):
        await care.use.contact_care.name_other(unchecked, "Rita")
    karel = await care.contact()
    link, _ = await care.use.contact_care.name_other(karel, "Rita")
    await care.use.contact_care.stop(karel)

    with pytest.raises(InviteNotValid):
        await care.join(care.use.contact_links.token(link), name="Rita")


async def test_a_page_goes_on_in_one_telegram_and_in_no_other(care: ContactCare) -> None:
    karel = await care.contact()
    linked = await care.use.contact_care.link_telegram(karel, care.phone)
    other = await new_account(care.work, 4001, "Jan")

    assert await care.use.contact_care.of_account(care.phone) == [linked]
    assert await care.use.contact_care.link_telegram(karel, care.phone) == linked
    with pytest.raises(NotYours):
        await care.use.contact_care.link_telegram(karel, other)


async def test_the_newcomers_own_phone_or_a_begeleiders_is_not_linked(care: ContactCare) -> None:
    karel = await care.contact()

    for account in (care.amira, care.sofie):
        with pytest.raises(NotYours):
            await care.use.contact_care.link_telegram(karel, account)


async def test_a_contact_says_how_they_want_it(care: ContactCare) -> None:
    karel = await care.contact()
    use = care.use.contact_care
    await use.set_day(karel, 4)
    await use.set_language(karel, "fr")
    changed = await use.set_email(karel, "karel@example.org")

    assert (changed.asks_on, changed.language, changed.email) == (4, "fr", "karel@example.org")
    assert (await use.set_day(karel, None)).asks_on is None
    with pytest.raises(ValueError, match="weekday"):
        await use.set_day(karel, 7)
    for typed in ("karel", "karel@example", "a@b.be\nBcc: c@d.be", "x" * 250 + "@a.be"):
        with pytest.raises(ValueError, match="address"):
            await use.set_email(karel, typed)
