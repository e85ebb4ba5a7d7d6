"""One phone for several people, one person with several begeleiders, and a new phone."""

import datetime as dt
from collections.abc import AsyncIterator

import pytest

from bot.domain.contract import Contract, Status
from bot.domain.errors import InviteNotValid, NotYours, SayWho
from bot.domain.history import What
from bot.domain.ids import NewcomerId
from bot.domain.offer_kind import OfferKind
from bot.domain.people import Account
from bot.domain.question import QuestionState, Topic
from bot.services.invites import Situation
from bot.services.joining import Joined, Way
from bot.storage.database import Database
from bot.storage.work import SqlWork
from tests.builders import NOW, a_message, again, new_account, new_begeleider, new_newcomer, services

CONTRACT = Contract(
    status=Status.OBLIGED, starts_on=dt.date(2026, 9, 1), last_day=dt.date(2027, 8, 31), required_minutes=2400
)


@pytest.fixture
async def work(database: Database) -> AsyncIterator[SqlWork]:
    """A unit of work, once on each engine."""
    async with database.work() as opened:
        yield opened


async def add(work: SqlWork, by: Account, name: str) -> NewcomerId:
    """Somebody new without a phone."""
    return (await services(work).invites.add_newcomer(by, name)).id


async def join(
    work: SqlWork, newcomer_id: NewcomerId, account: Account, *, by: Account, **answer: object
) -> Joined:
    """Open a link for a newcomer on an account, and press a button."""
    _, token = await services(work).invites.invite_again(newcomer_id, by=by)
    opened = await services(work).invites.open(token, by=account)
    joined = await services(work).joining.join(
        opened.invite.id,
        opened.proof,
        by=account,
        **answer,  # type: ignore[arg-type]
    )
    assert joined is not None
    return joined


async def ask(work: SqlWork, by: Account, content: str = "Hoeveel?", message_id: int = 11) -> int:
    """A question that went out."""
    questions = services(work).questions
    draft = await questions.draft(by, a_message(content, message_id=message_id))
    return (await questions.send(draft.id, Topic.HOURS, by=by)).question.id


async def speaking(work: SqlWork, phone: Account, newcomer_id: NewcomerId) -> Account:
    """The phone after a choice by name."""
    await services(work).dossiers.choose(await again(work, phone), newcomer_id)
    return await again(work, phone)


async def set_contract(work: SqlWork, newcomer_id: NewcomerId, by: Account, contract: Contract) -> None:
    """Note what a contract says."""
    dossier = await services(work).dossiers.guided(newcomer_id, by=by)
    await services(work).contracts.set(dossier, contract)


# A couple.


async def test_a_couple_shares_a_phone_and_chooses_by_name(work: SqlWork) -> None:
    an, bart = await new_begeleider(work, 1, "An"), await new_begeleider(work, 2, "Bart")
    phone = await new_newcomer(work, 3, "Amina", of=an)
    karim = await add(work, bart, "Karim")

    joined = await join(work, karim, phone, by=bart, shares=True)
    phone = await again(work, phone)

    assert joined.way is Way.SHARED
    assert phone.is_shared
    with pytest.raises(SayWho):
        await services(work).dossiers.own(phone)
    phone = await speaking(work, phone, karim)
    assert (await services(work).dossiers.own(phone)).newcomer.name == "Karim"


async def test_questions_of_a_couple_go_each_to_their_own_begeleider(work: SqlWork) -> None:
    an, bart = await new_begeleider(work, 1, "An"), await new_begeleider(work, 2, "Bart")
    phone = await new_newcomer(work, 3, "Amina", of=an)
    amina = phone.newcomer_ids[0]
    karim = await add(work, bart, "Karim")
    await join(work, karim, phone, by=bart, shares=True)
    found = {}

    with pytest.raises(SayWho):
        await ask(work, await again(work, phone))
    for message_id, (name, newcomer_id) in enumerate({"Amina": amina, "Karim": karim}.items()):
        question_id = await ask(work, await speaking(work, phone, newcomer_id), f"van {name}", message_id)
        found[name] = await services(work).questions.get(question_id)

    replies = services(work).replies
    for account, name in ((an, "Amina"), (bart, "Karim")):
        waiting = await replies.waiting_for(await replies.answerer(account))
        assert [question.first.content for question in waiting] == [f"van {name}"]
        assert await services(work).readers.asker_name(waiting[0]) == name


async def test_a_draft_joins_only_an_open_question_of_the_same_person(work: SqlWork) -> None:
    an, bart = await new_begeleider(work, 1, "An"), await new_begeleider(work, 2, "Bart")
    phone = await new_newcomer(work, 3, "Amina", of=an)
    amina = phone.newcomer_ids[0]
    karim = await add(work, bart, "Karim")
    await join(work, karim, phone, by=bart, shares=True)
    await ask(work, await speaking(work, phone, amina))
    phone = await speaking(work, phone, karim)

    draft = await services(work).questions.draft(phone, a_message("van Karim", message_id=12))

    assert await services(work).questions.open_beside(draft) is None
    assert await services(work).questions.join(draft.id, by=phone) is None


async def test_the_choice_holds_for_an_hour(work: SqlWork) -> None:
    an = await new_begeleider(work, 1, "An")
    phone = await new_newcomer(work, 3, "Amina", of=an)
    await join(work, await add(work, an, "Karim"), phone, by=an, shares=True)
    phone = await speaking(work, phone, phone.newcomer_ids[0])
    later = services(work, now=NOW + dt.timedelta(minutes=61))

    assert services(work).dossiers.speaker(phone) == phone.newcomer_ids[0]
    with pytest.raises(SayWho):
        await later.readers.for_account(phone)


async def test_nobody_speaks_for_who_the_phone_does_not_serve(work: SqlWork) -> None:
    an = await new_begeleider(work, 1, "An")
    phone = await new_newcomer(work, 3, "Amina", of=an)
    karim = await add(work, an, "Karim")

    with pytest.raises(NotYours):
        await services(work).dossiers.choose(phone, karim)


# The same person, invited by another begeleider.


async def test_who_is_known_goes_to_the_new_begeleider_with_the_new_contract(work: SqlWork) -> None:
    an, bart = await new_begeleider(work, 1, "An"), await new_begeleider(work, 2, "Bart")
    phone = await new_newcomer(work, 3, "Amina", of=an)
    amina = phone.newcomer_ids[0]
    question_id = await ask(work, phone)
    empty = await add(work, bart, "Amina B")
    await set_contract(work, empty, bart, CONTRACT)

    joined = await join(work, empty, phone, by=bart, same_as=amina)

    newcomer = await work.people.newcomer(amina)
    question = await services(work).questions.get(question_id)
    assert (joined.way, joined.former and joined.former.name) == (Way.SAME, "An")
    assert newcomer is not None
    assert (newcomer.begeleider_id, newcomer.contract) == (bart.begeleider_id, CONTRACT)
    assert await work.people.newcomer(empty) is None
    assert question is not None
    assert question.begeleider_id == bart.begeleider_id
    told = [event.what for event in await work.history.of(amina)]
    assert told == [What.CONTRACT_SET, What.HANDED_OVER]


@pytest.mark.parametrize("is_newer", [True, False])
async def test_the_newer_contract_counts(work: SqlWork, is_newer: bool) -> None:
    an, bart = await new_begeleider(work, 1, "An"), await new_begeleider(work, 2, "Bart")
    phone = await new_newcomer(work, 3, "Amina", of=an)
    amina = phone.newcomer_ids[0]
    empty = await add(work, bart, "Amina")
    other = Contract(status=Status.ENTITLED, starts_on=CONTRACT.starts_on, last_day=CONTRACT.last_day)
    moments = (NOW, NOW + dt.timedelta(days=1))
    for newcomer_id, by, contract, now in (
        (amina, an, CONTRACT, moments[0] if is_newer else moments[1]),
        (empty, bart, other, moments[1] if is_newer else moments[0]),
    ):
        dossier = await services(work, now=now).dossiers.guided(newcomer_id, by=by)
        await services(work, now=now).contracts.set(dossier, contract)

    await join(work, empty, phone, by=bart, same_as=amina)

    newcomer = await work.people.newcomer(amina)
    assert newcomer is not None
    assert newcomer.contract == (other if is_newer else CONTRACT)


async def test_two_dossiers_with_something_in_them_are_never_put_together(work: SqlWork) -> None:
    an, bart = await new_begeleider(work, 1, "An"), await new_begeleider(work, 2, "Bart")
    phone = await new_newcomer(work, 3, "Amina", of=an)
    amina = phone.newcomer_ids[0]
    other = await add(work, bart, "Amina")
    dossier = await services(work).dossiers.guided(other, by=bart)
    await services(work).hours.claim(
        dossier,
        OfferKind.SPORT,
        organisation="FC Gent",
        contact=None,
        day=NOW.date(),
        minutes=60,
    )

    joined = await join(work, other, phone, by=bart, same_as=amina)

    newcomer = await work.people.newcomer(amina)
    assert joined.way is Way.TWO_DOSSIERS
    assert newcomer is not None
    assert newcomer.begeleider_id == an.begeleider_id
    assert await work.people.newcomer(other) is not None
    assert (await again(work, phone)).newcomer_ids == (amina,)


async def test_who_the_phone_does_not_serve_cannot_be_said_to_be_the_same(work: SqlWork) -> None:
    an = await new_begeleider(work, 1, "An")
    phone = await new_newcomer(work, 3, "Amina", of=an)
    karim = await new_newcomer(work, 4, "Karim", of=an)

    with pytest.raises(NotYours):
        await join(work, await add(work, an, "Amina"), phone, by=an, same_as=karim.newcomer_ids[0])


# A new phone.


async def test_a_new_phone_shows_the_dossier_and_cuts_the_old_one_off(work: SqlWork) -> None:
    an = await new_begeleider(work, 1, "An")
    old = await new_newcomer(work, 3, "Amina", of=an)
    amina = old.newcomer_ids[0]
    question_id = await ask(work, old)
    draft = await services(work).questions.draft(old, a_message("nog niet verstuurd", message_id=12))
    new = await new_account(work, 4, "Amina")
    _, token = await services(work).invites.new_phone(amina, by=an)
    opened = await services(work).invites.open(token, by=new)

    joined = await services(work).joining.join(opened.invite.id, opened.proof, by=new)

    old, new = await again(work, old), await again(work, new)
    question = await services(work).questions.get(question_id)
    assert opened.situation is Situation.NEW_PHONE
    assert joined is not None
    assert [account.id for account in joined.left] == [old.id]
    assert (old.newcomer_ids, new.newcomer_ids) == ((), (amina,))
    assert new.language == "ar"
    assert question is not None
    assert (question.account_id, question.state) == (new.id, QuestionState.OPEN)
    assert [part.message_id for part in question.asked] == [None]
    assert await work.questions.get(draft.id) is None
    assert [event.what for event in await work.history.of(amina)][-1] is What.PHONE_MOVED
    with pytest.raises(NotYours):
        await services(work).questions.asked_by(old, question_id)


async def test_a_new_phone_leaves_the_other_of_a_couple_alone(work: SqlWork) -> None:
    an = await new_begeleider(work, 1, "An")
    shared = await new_newcomer(work, 3, "Amina", of=an)
    karim = await add(work, an, "Karim")
    await join(work, karim, shared, by=an, shares=True)
    kept = await ask(work, await speaking(work, shared, karim))
    new = await new_account(work, 4, "Amina")
    _, token = await services(work).invites.new_phone(shared.newcomer_ids[0], by=an)
    opened = await services(work).invites.open(token, by=new)

    await services(work).joining.join(opened.invite.id, opened.proof, by=new)

    question = await services(work).questions.get(kept)
    assert (await again(work, shared)).newcomer_ids == (karim,)
    assert question is not None
    assert question.account_id == shared.id


async def test_a_link_to_a_new_phone_is_good_once_for_three_days_and_for_no_begeleider(work: SqlWork) -> None:
    an = await new_begeleider(work, 1, "An")
    old = await new_newcomer(work, 3, "Amina", of=an)
    new, third = await new_account(work, 4, "Amina"), await new_account(work, 5, "Vinder")
    _, token = await services(work).invites.new_phone(old.newcomer_ids[0], by=an)
    late = services(work, now=NOW + dt.timedelta(days=3))

    with pytest.raises(InviteNotValid):
        await late.invites.open(token, by=new)
    assert (await services(work).invites.open(token, by=an)).situation is Situation.OWN
    opened = await services(work).invites.open(token, by=new)
    await services(work).joining.join(opened.invite.id, opened.proof, by=new)
    with pytest.raises(InviteNotValid):
        await services(work).invites.open(token, by=third)
