"""Joining through single-use links."""

import datetime as dt

import pytest
from sqlalchemy import delete, update

from bot.domain.errors import InviteExpired, InviteNotValid, NotYours
from bot.domain.history import What
from bot.domain.people import Account
from bot.services.invites import Situation
from bot.services.joining import Joined
from bot.storage.tables import invites as invites_table
from bot.storage.tables import newcomers
from bot.storage.work import SqlWork
from tests.builders import (
    NOW,
    again,
    new_account,
    new_begeleider,
    new_newcomer,
    services,
)


async def invited(work: SqlWork, by: Account, name: str = "Amira") -> str:
    """The token of a begeleider's link for a newcomer."""
    assert by.begeleider_id is not None
    return await services(work).invites.invite_newcomer(by.begeleider_id, name)


async def join(work: SqlWork, token: str, account: Account) -> Joined | None:
    """Open a link and press its button."""
    opened = await services(work).invites.open(token, by=account)
    return await services(work).joining.join(opened.invite.id, opened.proof, by=account)


async def test_a_begeleider_joins_with_a_link_from_the_command_line(work: SqlWork) -> None:
    an = await new_account(work, 1, "An V")
    token = await services(work).invites.invite_begeleider("An")

    joined = await join(work, token, an)

    assert joined is not None
    assert (await again(work, an)).is_begeleider
    assert joined.begeleider.name == "An"


async def test_a_newcomer_joins_the_begeleider_who_invited(work: SqlWork) -> None:
    an = await new_begeleider(work, 1, "An")
    amira = await new_account(work, 2, "🌺")

    joined = await join(work, await invited(work, an), amira)

    assert joined is not None
    assert (joined.name, joined.begeleider.name, joined.former) == ("Amira", "An", None)
    newcomer_id = (await again(work, amira)).newcomer_id
    assert newcomer_id is not None
    begeleider = await work.people.begeleider_of(newcomer_id)
    assert begeleider is not None
    assert begeleider.id == an.begeleider_id


def test_a_token_is_long_and_fits_in_a_link() -> None:
    import re

    from bot.services.invites import TOKEN_BYTES

    assert TOKEN_BYTES * 8 >= 128
    assert re.fullmatch(r"[A-Za-z0-9_-]{1,64}", "n-" + "x" * (TOKEN_BYTES * 4 // 3))


async def test_only_a_digest_of_the_token_is_kept(work: SqlWork) -> None:
    from sqlalchemy import select

    from bot.storage.tables import invites

    token = await services(work).invites.invite_begeleider("An")
    row = (await work.connection.execute(select(invites))).one()

    assert token[2:] not in str(tuple(row))
    assert len(row.token_digest) == 64


async def test_opening_a_link_never_uses_it_up(work: SqlWork) -> None:
    token = await invited(work, await new_begeleider(work, 1, "An"))
    curious, amira = await new_account(work, 2, "Voorbijganger"), await new_account(work, 3, "Amira")

    for _ in range(3):
        assert (await services(work).invites.open(token, by=curious)).situation is Situation.NEW
    assert await join(work, token, amira) is not None


async def test_a_link_lets_one_person_in(work: SqlWork) -> None:
    token = await invited(work, await new_begeleider(work, 1, "An"))
    amira, karim = await new_account(work, 2, "Amira"), await new_account(work, 3, "Karim")
    opened_by_karim = await services(work).invites.open(token, by=karim)

    await join(work, token, amira)

    with pytest.raises(InviteNotValid):
        await services(work).invites.open(token, by=karim)
    with pytest.raises(InviteNotValid):
        await services(work).joining.join(opened_by_karim.invite.id, opened_by_karim.proof, by=karim)
    assert not (await again(work, karim)).newcomer_ids


async def test_the_button_works_only_for_who_opened_the_link(work: SqlWork) -> None:
    token = await invited(work, await new_begeleider(work, 1, "An"))
    amira, karim = await new_account(work, 2, "Amira"), await new_account(work, 3, "Karim")
    opened = await services(work).invites.open(token, by=amira)
    joining = services(work).joining

    for forged in (opened.proof, "", "x" * 20, "é"):
        with pytest.raises(InviteNotValid):
            await joining.join(opened.invite.id, forged, by=karim)
    with pytest.raises(InviteNotValid):
        await joining.join(opened.invite.id + 1, opened.proof, by=amira)


@pytest.mark.parametrize(
    "token", ["", "n-", "x", "n-" + "a" * 32, "b-' OR 1=1 --aaaaaaaaaaaaaaaaaaaaa", "n-" + "é" * 32]
)
async def test_a_forged_link_is_refused(work: SqlWork, token: str) -> None:
    await invited(work, await new_begeleider(work, 1, "An"))

    with pytest.raises(InviteNotValid):
        await services(work).invites.open(token, by=await new_account(work, 2, "Amira"))


async def test_an_altered_link_is_refused(work: SqlWork) -> None:
    token = await invited(work, await new_begeleider(work, 1, "An"))
    altered = [token[:-1] + ("A" if token[-1] != "A" else "B"), "b" + token[1:]]

    for link in altered:
        with pytest.raises(InviteNotValid):
            await services(work).invites.open(link, by=await new_account(work, 2, "Amira"))


@pytest.mark.parametrize(("kind", "days"), [("begeleider", 14), ("newcomer", 30)])
async def test_a_link_is_good_for_some_days(work: SqlWork, kind: str, days: int) -> None:
    an = await new_begeleider(work, 1, "An")
    invites = services(work).invites
    token = await (invites.invite_begeleider("Nele") if kind == "begeleider" else invited(work, an))
    person = await new_account(work, 2, "Amira")

    just_before = services(work, now=NOW + dt.timedelta(days=days, seconds=-1)).invites
    after = services(work, now=NOW + dt.timedelta(days=days)).invites

    assert (await just_before.open(token, by=person)).situation is Situation.NEW
    with pytest.raises(InviteExpired):
        await after.open(token, by=person)


async def test_the_link_means_something_else_to_who_is_not_invited(work: SqlWork) -> None:
    an, nele = await new_begeleider(work, 1, "An"), await new_begeleider(work, 4, "Nele")
    amira = await new_newcomer(work, 2, "Amira", of=an)
    invites = services(work).invites
    of_an, for_begeleider = await invited(work, an), await invites.invite_begeleider("Tom")
    assert amira.newcomer_id is not None
    _, own = await invites.invite_again(amira.newcomer_id, by=an)

    assert (await invites.open(of_an, by=an)).situation is Situation.OWN
    assert (await invites.open(of_an, by=nele)).situation is Situation.FOR_NEWCOMER
    assert (await invites.open(own, by=amira)).situation is Situation.JOINED
    assert (await invites.open(of_an, by=amira)).situation is Situation.OTHERS
    assert (await invites.open(for_begeleider, by=amira)).situation is Situation.FOR_BEGELEIDER
    assert (await invites.open(for_begeleider, by=nele)).situation is Situation.JOINED
    for account in (an, nele, amira):
        assert await join(work, of_an, account) is None


async def test_who_is_invited_is_in_the_caseload_before_they_join(work: SqlWork) -> None:
    an = await new_begeleider(work, 1, "An")
    assert an.begeleider_id is not None

    await invited(work, an)
    (amira,) = await work.people.newcomers_of(an.begeleider_id)

    assert amira.name == "Amira"
    assert [event.what for event in await work.history.of(amira.id)] == [What.ADDED]


async def test_joining_is_in_the_history(work: SqlWork) -> None:
    an, account = await new_begeleider(work, 1, "An"), await new_account(work, 2, "Amira")

    joined = await join(work, await invited(work, an), account)

    assert joined is not None
    assert joined.newcomer is not None
    events = await work.history.of(joined.newcomer.id)
    assert [event.what for event in events] == [What.ADDED, What.JOINED]
    assert events[-1].facts == {"account": account.id}


async def test_a_second_link_for_who_has_joined_lets_nobody_else_in(work: SqlWork) -> None:
    an = await new_begeleider(work, 1, "An")
    invites = services(work).invites
    newcomer = await invites.add_newcomer(an, "Amira")
    first, second = await invites.link_for(newcomer), await invites.link_for(newcomer)
    await join(work, first, await new_account(work, 2, "Amira"))

    with pytest.raises(InviteNotValid):
        await invites.open(second, by=await new_account(work, 3, "Vinder"))


async def test_only_the_begeleider_makes_a_link_for_their_people(work: SqlWork) -> None:
    an, nele = await new_begeleider(work, 1, "An"), await new_begeleider(work, 4, "Nele")
    newcomer = await services(work).invites.add_newcomer(an, "Amira")
    amira = await new_account(work, 2, "Amira")

    for by in (nele, amira):
        with pytest.raises(NotYours):
            await services(work).invites.invite_again(newcomer.id, by=by)
        with pytest.raises(NotYours):
            await services(work).invites.new_phone(newcomer.id, by=by)
    with pytest.raises(NotYours):
        await services(work).invites.add_newcomer(amira, "Karim")


async def test_a_link_of_before_newcomers_were_made_first_still_lets_in(work: SqlWork) -> None:
    an, account = await new_begeleider(work, 1, "An"), await new_account(work, 2, "Amira")
    token = await invited(work, an)
    await work.connection.execute(update(invites_table).values(newcomer_id=None, begeleider_id=1))
    await work.connection.execute(delete(newcomers))

    joined = await join(work, token, account)

    assert joined is not None
    assert joined.name == "Amira"
    assert joined.newcomer is not None
    assert (await again(work, account)).newcomer_ids == (joined.newcomer.id,)
    assert (await services(work).invites.open(token, by=await again(work, account))).situation is (
        Situation.JOINED
    )
