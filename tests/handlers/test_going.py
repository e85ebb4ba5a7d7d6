"""I want to go, over the wire: the screen, whose name is shown, being announced, how it went, two at once."""

from pathlib import Path
from typing import Any

from bot.demo.phone import Bubble, Phone
from bot.domain.ids import ChatId, NewcomerId, OfferId
from bot.domain.offer import Checked, OfferContact
from bot.domain.participation import EndedBecause, Handover, Participation, Step
from bot.domain.people import Account
from bot.domain.stand_in import StandIn
from bot.storage.database import Database
from bot.storage.work import SqlWork
from tests.builders import NOW
from tests.handlers.care import Care, care, eventually
from tests.handlers.hours import Own
from tests.handlers.newcomer import button_of, said, tap
from tests.handlers.seen import press_on, told
from tests.services.choosing import details

UNCHECKED = Checked()
TWO_DAYS, A_WEEK = 48, 7 * 24


async def an_offer(database: Database, title: str = "Samen voetballen", **values: Any) -> int:
    """An offer in the catalogue; gives back its id."""
    async with database.work() as work:
        return await work.offers.add("stad", title, details(title, **values), is_imported=True, at=NOW)


async def change(database: Database, offer_id: int, **values: Any) -> None:
    """The offer becomes otherwise, while somebody looks at it."""
    async with database.work() as work:
        found = await work.offers.get(OfferId(offer_id))
        assert found is not None
        await work.offers.change(found.id, details(found.details.title, **values), at=NOW)


async def chosen_by(database: Database, phone: Phone) -> list[Participation]:
    """What is kept of somebody's choices, newest first."""
    newcomer_id = (await Own(database, phone).dossier()).id
    async with database.work(reads_only=True) as work:
        return list(await work.participations.of(NewcomerId(newcomer_id)))


async def go(town: Care, phone: Phone, offer_id: int, then: str) -> Bubble:
    """Press "I want to go" on a card, and wait for the words that come then."""
    await phone.say("⏳ Mijn uren")
    await said(phone, "d:")
    await town.press_forged(phone, f"g:go:{offer_id}")
    return await told(phone, then)


async def no_news(phone: Phone, text: str) -> bool:
    """Does nothing with this text stand in the chat?"""
    return not any(text in bubble.text for bubble in await phone.messages(True))


async def test_a_choice_shows_where_when_whom_to_ask_for_and_what_to_say(
    sqlite_database: Database, tmp_path: Path
) -> None:
    offer_id = await an_offer(sqlite_database)
    async with care(sqlite_database, tmp_path) as town:
        screen = await go(town, town.amira, offer_id, "Goed gekozen")
        urls = [str(button.get("url", "")) for button in screen.buttons]

    for words in (
        "Samen voetballen",
        "FC Voorbeeld",
        "Sportstraat 1, 9000 Gent",
        "Fatma Peeters",
        "0470 00 00 01",
    ):
        assert words in screen.text
    assert "Dag, ik ben Amira." in screen.text
    assert "Welke bus of trein gaat naar Sportstraat 1" in screen.text
    assert any("openstreetmap.org/?mlat=51.05000&mlon=3.72000" in url for url in urls)
    assert "https://example.org" in urls


async def test_the_dutch_message_stands_beside_its_meaning(sqlite_database: Database, tmp_path: Path) -> None:
    offer_id = await an_offer(sqlite_database)
    async with care(sqlite_database, tmp_path, language="uk") as town:
        screen = await go(town, town.amira, offer_id, "Dag, ik ben Amira.")

    assert "Mag ik eens komen kijken?" in screen.text
    assert "<script" not in screen.text
    assert screen.text.count("Samen voetballen") >= 2


async def test_a_second_tap_chooses_once_and_the_list_leads_back(
    sqlite_database: Database, tmp_path: Path
) -> None:
    offer_id = await an_offer(sqlite_database)
    async with care(sqlite_database, tmp_path) as town:
        await go(town, town.amira, offer_id, "Goed gekozen")
        await town.press_forged(town.amira, f"g:go:{offer_id}")
        await town.amira.say("⏳ Mijn uren")
        hours = await town.amira.wait_for(lambda b: "klaar" in b.text and button_of(b, "g:list") is not None)
        await tap(town.amira, hours, "g:list")
        listed = await told(town.amira, "Hier ga je heen")
        await tap(town.amira, listed, "g:show")

        async def both() -> bool | None:
            shown = [b for b in await town.amira.messages(True) if "Goed gekozen" in b.text]
            return len(shown) == 2 or None

        assert await eventually(both)
    assert len(await chosen_by(sqlite_database, town.amira)) == 1


async def test_a_guest_sees_the_public_part_and_how_to_get_a_link(
    sqlite_database: Database, tmp_path: Path
) -> None:
    offer_id = await an_offer(sqlite_database)
    public = OfferContact(name="Onthaal De Proef", phone="09 000 00 00", is_public=True)
    open_id = await an_offer(sqlite_database, "Buurtkoffie", contact=public)
    async with care(sqlite_database, tmp_path) as town:
        guest = Phone(town.telegram, town.telegram.add_person("Dana", "nl"))
        await guest.start()
        await guest.press("l:nl:s", (await said(guest, "l:")).message_id)
        await town.press_forged(guest, f"g:go:{offer_id}")
        hidden = await told(guest, "Samen voetballen")
        await town.press_forged(guest, f"g:go:{open_id}")
        shown = await told(guest, "Onthaal De Proef")

    assert "Fatma" not in hidden.text
    assert "0470" not in hidden.text
    assert "Vraag een link voor mij" in hidden.text
    assert "09 000 00 00" in shown.text


async def test_buttons_of_others_do_nothing(sqlite_database: Database, tmp_path: Path) -> None:
    offer_id = await an_offer(sqlite_database)
    async with care(sqlite_database, tmp_path) as town:
        await go(town, town.amira, offer_id, "Goed gekozen")
        await town.karim.say("⏳ Mijn uren")
        await said(town.karim, "d:")
        await town.nele.say("/mensen")
        await told(town.nele, "")
        words = (
            "show:1",
            "announce:1",
            "yes:1",
            "why:1",
            "end:1:other",
            "others:1",
            "note:1",
            "notyet:1:0",
            "list:1",
        )
        toasts = [await town.press_forged(town.karim, f"g:{word}") for word in words]
        desk = ("card:1", "ok:1", "agree:1", "done:1", "notnow:1:other", "went:1", "stopped:1", "person:1")
        forged = [await town.press_forged(town.karim, f"g:{word}") for word in desk]
        others = [
            await town.press_forged(town.nele, f"g:{word}") for word in (*desk, "refuse:1:1:1", "allow:1:1")
        ]
        odd = [
            await town.press_forged(town.amira, f"g:{word}")
            for word in ("", "zzz", "go:x", "end:1:not_allowed")
        ]

    assert all("niet voor jou" in toast for toast in (*toasts, *forged, *others))
    assert all("werkt niet meer" in toast for toast in odd)
    (participation,) = await chosen_by(sqlite_database, town.amira)
    assert participation.step is Step.CHOSEN


# The check.


async def test_the_begeleider_checks_first_and_the_newcomer_hears_it(
    sqlite_database: Database, tmp_path: Path
) -> None:
    offer_id = await an_offer(sqlite_database, in_dutch=UNCHECKED, social=UNCHECKED)
    async with care(sqlite_database, tmp_path) as town:
        waiting = await go(town, town.amira, offer_id, "kijkt eerst of dit past")
        await go(town, town.karim, offer_id, "kijkt eerst of dit past")
        card = await told(town.sofie, "Amira wil hierheen")
        await tap(town.sofie, card, "g:ok")
        await told(town.amira, "Je mag naar")
        await told(town.karim, "Je mag naar")
        await press_on(town.amira, "g:show")
        screen = await told(town.amira, "Fatma Peeters")

    assert "Fatma" not in waiting.text
    assert "0470 00 00 01" in card.text
    assert "Goed gekozen" in screen.text


async def test_a_condition_that_does_not_hold_ends_every_choice_of_it(
    sqlite_database: Database, tmp_path: Path
) -> None:
    offer_id = await an_offer(sqlite_database, social=UNCHECKED)
    async with care(sqlite_database, tmp_path) as town:
        await go(town, town.amira, offer_id, "kijkt eerst of dit past")
        await go(town, town.karim, offer_id, "kijkt eerst of dit past")
        card = await told(town.sofie, "Karim wil hierheen")
        await tap(town.sofie, card, "g:mark:2:social:n")
        await told(town.karim, "past niet")
        news = await told(town.amira, "past niet")

        async def redrawn() -> Bubble | None:
            cards = [b for b in await town.sofie.messages(True) if "Samen voetballen" in b.text]
            return cards[-1] if all("Gestopt" in card.text for card in cards) else None

        await eventually(redrawn)

    assert button_of(news, "g:others") is not None
    for phone in (town.amira, town.karim):
        (participation,) = await chosen_by(sqlite_database, phone)
        assert participation.ended_because is EndedBecause.NOT_ALLOWED


async def test_not_for_this_newcomer_is_told_and_can_be_undone(
    sqlite_database: Database, tmp_path: Path
) -> None:
    offer_id = await an_offer(sqlite_database)
    async with care(sqlite_database, tmp_path) as town:
        await go(town, town.amira, offer_id, "Goed gekozen")
        await town.sofie.say("/mensen")
        await press_on(town.sofie, "n:page:1")
        await told(town.sofie, "1 activiteit")
        await press_on(town.sofie, "g:person:1")
        await press_on(town.sofie, "g:card:1")
        await press_on(town.sofie, "g:refuse")
        await told(town.amira, "past niet")
        await go(town, town.amira, offer_id, "niet de beste keuze")
        await press_on(town.sofie, "n:page:1")
        await press_on(town.sofie, "g:person:1")
        await press_on(town.sofie, "g:allow")
        await told(town.sofie, "Nog niets gekozen")
        await go(town, town.amira, offer_id, "Goed gekozen")

    assert [p.step for p in await chosen_by(sqlite_database, town.amira)] == [Step.CHOSEN, Step.ENDED]


# The warm handover.


async def test_a_warm_handover_is_told_step_by_step_in_the_newcomers_language(
    sqlite_database: Database, tmp_path: Path
) -> None:
    offer_id = await an_offer(sqlite_database)
    async with care(sqlite_database, tmp_path) as town:
        await go(town, town.amira, offer_id, "Goed gekozen")
        await press_on(town.amira, "g:announce")
        await told(town.amira, "Ik vroeg aan Sofie")
        card = await told(town.sofie, "vraagt of je aankondigt")
        await tap(town.sofie, card, "g:agree")
        agreed = await told(town.sofie, "Amira wil graag meedoen")
        await told(town.amira, "Sofie kondigt je aan")
        await press_on(town.sofie, "g:done")
        await told(town.amira, "heeft je aangekondigd")
        await told(town.sofie, "Aangekondigd")

    assert "0470" not in card.text
    assert "0470 00 00 01" in agreed.text
    assert "Dag Fatma," in agreed.text


async def test_not_now_says_why_and_can_be_asked_again(sqlite_database: Database, tmp_path: Path) -> None:
    offer_id = await an_offer(sqlite_database)
    async with care(sqlite_database, tmp_path) as town:
        await go(town, town.amira, offer_id, "Goed gekozen")
        await press_on(town.amira, "g:announce")
        await press_on(town.sofie, "g:notnow")
        await told(town.sofie, "Waarom kondig je nu niet aan?")
        await press_on(town.sofie, "g:notnow:1:try_first")
        news = await told(town.amira, "denkt dat je dit zelf kan")
        await tap(town.amira, news, "g:show")
        await press_on(town.amira, "g:announce")

        async def asked_again() -> bool | None:
            (participation,) = await chosen_by(sqlite_database, town.amira)
            return participation.handover is Handover.ASKED or None

        assert await eventually(asked_again)


async def test_talking_first_writes_to_the_newcomer(sqlite_database: Database, tmp_path: Path) -> None:
    offer_id = await an_offer(sqlite_database)
    async with care(sqlite_database, tmp_path) as town:
        await go(town, town.amira, offer_id, "Goed gekozen")
        await press_on(town.amira, "g:announce")
        card = await told(town.sofie, "vraagt of je aankondigt")
        await tap(town.sofie, card, "n:write")
        await said(town.sofie, "n:write:1:own")


async def test_who_withdraws_while_they_are_announced_tells_the_begeleider(
    sqlite_database: Database, tmp_path: Path
) -> None:
    offer_id = await an_offer(sqlite_database)
    async with care(sqlite_database, tmp_path) as town:
        await go(town, town.amira, offer_id, "Goed gekozen")
        await press_on(town.amira, "g:announce")
        await press_on(town.sofie, "g:agree")
        await told(town.amira, "Sofie kondigt je aan")
        await town.press_forged(town.amira, "g:end:1:changed_mind")
        await told(town.amira, "staat niet meer op je lijst")
        await told(town.sofie, "ziet af van")
        toast = await town.press_forged(town.sofie, "g:done:1")

    assert "veranderde intussen iets" in toast
    (participation,) = await chosen_by(sqlite_database, town.amira)
    assert (participation.step, participation.handover) == (Step.ENDED, Handover.AGREED)


async def test_what_waits_for_three_working_days_comes_back_once(
    sqlite_database: Database, tmp_path: Path
) -> None:
    offer_id = await an_offer(sqlite_database)
    async with care(sqlite_database, tmp_path) as town:
        await go(town, town.amira, offer_id, "Goed gekozen")
        await press_on(town.amira, "g:announce")
        await told(town.sofie, "vraagt of je aankondigt")
        town.pass_hours(TWO_DAYS)
        assert await no_news(town.sofie, "wacht al enkele dagen")
        town.pass_hours(24)
        await told(town.sofie, "wacht al enkele dagen")
        await told(town.sofie, "Zie verder onderaan")
        town.pass_hours(A_WEEK)
        await town.sofie.say("/vragen")
        await told(town.sofie, "")
        back = [b for b in await town.sofie.messages(True) if "wacht al enkele dagen" in b.text]

    assert len(back) == 1


# How it went.


async def test_two_days_later_it_is_asked_and_yes_leads_to_noting_hours(
    sqlite_database: Database, tmp_path: Path
) -> None:
    offer_id = await an_offer(sqlite_database)
    async with care(sqlite_database, tmp_path) as town:
        await go(town, town.amira, offer_id, "Goed gekozen")
        town.pass_hours(TWO_DAYS - 1)
        assert await no_news(town.amira, "is het gelukt?")
        town.pass_hours(2)
        question = await told(town.amira, "is het gelukt?")
        await tap(town.amira, question, "g:yes")
        await press_on(town.amira, "g:note")
        await told(town.amira, "Welke dag was dat?")
        await press_on(town.amira, "d:note")
        await told(town.amira, "Hoe lang was je daar?")
        await press_on(town.amira, "d:note")
        check = await said(town.amira, "d:yes")
        await tap(town.amira, check, "d:yes")
        await told(town.amira, "Genoteerd")

    assert "FC Voorbeeld" in check.text
    (participation,) = await chosen_by(sqlite_database, town.amira)
    assert participation.step is Step.GOING


async def test_not_yet_is_asked_once_more_after_a_week(sqlite_database: Database, tmp_path: Path) -> None:
    offer_id = await an_offer(sqlite_database)
    async with care(sqlite_database, tmp_path) as town:
        await go(town, town.amira, offer_id, "Goed gekozen")
        town.pass_hours(TWO_DAYS)
        await tap(town.amira, await told(town.amira, "is het gelukt?"), "g:notyet")
        await told(town.amira, "over een week nog één keer")
        town.pass_hours(A_WEEK)
        await tap(town.amira, await told(town.amira, "is het gelukt?"), "g:notyet:1:1")
        await told(town.amira, "terug in je lijst")
        town.pass_hours(2 * A_WEEK)
        await town.amira.say("⏳ Mijn uren")
        await said(town.amira, "g:list")

        assert await no_news(town.amira, "is het gelukt?")


async def test_it_is_never_asked_at_night(sqlite_database: Database, tmp_path: Path) -> None:
    offer_id = await an_offer(sqlite_database)
    async with care(sqlite_database, tmp_path) as town:
        town.pass_hours(11)
        await go(town, town.amira, offer_id, "Goed gekozen")
        town.pass_hours(TWO_DAYS + 1)
        await town.amira.say("⏳ Mijn uren")
        await said(town.amira, "g:list")
        assert await no_news(town.amira, "is het gelukt?")
        town.pass_hours(11)
        await told(town.amira, "is het gelukt?")


async def test_during_a_warm_handover_it_is_asked_two_days_after_it_is_done(
    sqlite_database: Database, tmp_path: Path
) -> None:
    offer_id = await an_offer(sqlite_database)
    async with care(sqlite_database, tmp_path) as town:
        await go(town, town.amira, offer_id, "Goed gekozen")
        await press_on(town.amira, "g:announce")
        await press_on(town.sofie, "g:agree")
        town.pass_hours(TWO_DAYS + 1)
        await press_on(town.sofie, "g:done")
        await told(town.amira, "heeft je aangekondigd")
        assert await no_news(town.amira, "is het gelukt?")
        town.pass_hours(TWO_DAYS)
        await told(town.amira, "is het gelukt?")


async def test_no_answer_is_told_to_the_begeleider_as_a_remark(
    sqlite_database: Database, tmp_path: Path
) -> None:
    offer_id = await an_offer(sqlite_database)
    async with care(sqlite_database, tmp_path) as town:
        await go(town, town.amira, offer_id, "Goed gekozen")
        town.pass_hours(TWO_DAYS)
        await tap(town.amira, await told(town.amira, "is het gelukt?"), "g:why")
        await told(town.amira, "wat paste niet?")
        await press_on(town.amira, "g:end:1:no_answer")
        ended = await told(town.amira, "staat niet meer op je lijst")
        remark = await told(town.sofie, "geen antwoord")

    assert button_of(ended, "g:others") is not None
    assert "Amira over Samen voetballen" in remark.text


async def test_nobody_is_asked_after_the_dossier_was_closed(
    sqlite_database: Database, tmp_path: Path
) -> None:
    offer_id = await an_offer(sqlite_database)
    async with care(sqlite_database, tmp_path) as town:
        await go(town, town.amira, offer_id, "Goed gekozen")
        await town.sofie.say("/mensen")
        for word in ("n:page:1", "n:close:1", "n:close:1:other"):
            await press_on(town.sofie, word)
        await said(town.sofie, "n:reopen")
        town.pass_hours(TWO_DAYS + 1)
        toast = await town.press_forged(town.amira, "g:yes:1")

        assert "afgesloten" in toast
        assert await no_news(town.amira, "is het gelukt?")


# Two people at once.


async def test_what_ended_between_card_and_press_says_so(sqlite_database: Database, tmp_path: Path) -> None:
    offer_id = await an_offer(sqlite_database, capacity=1)
    gone_id = await an_offer(sqlite_database, "Koken")
    async with care(sqlite_database, tmp_path) as town:
        await go(town, town.karim, offer_id, "Goed gekozen")
        full = await go(town, town.amira, offer_id, "net volzet")
        await change(sqlite_database, gone_id, is_cancelled=True)
        gone = await go(town, town.amira, gone_id, "is er niet meer")

    assert button_of(full, "c:@offers") is not None
    assert button_of(gone, "c:@offers") is not None
    assert await chosen_by(sqlite_database, town.amira) == []


async def test_who_is_on_the_way_reads_that_it_was_taken_off_the_list(
    sqlite_database: Database, tmp_path: Path
) -> None:
    offer_id = await an_offer(sqlite_database)
    async with care(sqlite_database, tmp_path) as town:
        await go(town, town.amira, offer_id, "Goed gekozen")
        await change(sqlite_database, offer_id, is_cancelled=True)
        await town.press_forged(town.amira, "g:show:1")
        await told(town.amira, "Vraag eerst of het doorgaat")


async def test_another_begeleider_meanwhile_finds_it_on_the_persons_page(
    sqlite_database: Database, tmp_path: Path
) -> None:
    offer_id = await an_offer(sqlite_database)
    async with care(sqlite_database, tmp_path) as town:
        await go(town, town.amira, offer_id, "Goed gekozen")
        await press_on(town.amira, "g:announce")
        await told(town.sofie, "vraagt of je aankondigt")
        async with sqlite_database.work() as work:
            nele = (await again(work, town.nele)).as_begeleider()
            await work.people.hand_newcomer(NewcomerId(1), nele)
        toast = await town.press_forged(town.sofie, "g:agree:1")
        await town.nele.say("/mensen")
        await press_on(town.nele, "n:page:1")
        await told(town.nele, "1 activiteit wacht op jou")
        await press_on(town.nele, "g:person:1")
        await press_on(town.nele, "g:card:1")
        await press_on(town.nele, "g:agree")
        await told(town.amira, "Nele kondigt je aan")

    assert "niet voor jou" in toast


async def test_who_stands_in_announces_during_leave(sqlite_database: Database, tmp_path: Path) -> None:
    offer_id = await an_offer(sqlite_database)
    async with care(sqlite_database, tmp_path) as town:
        async with sqlite_database.work() as work:
            sofie, nele = [(await again(work, phone)).as_begeleider() for phone in (town.sofie, town.nele)]
            today = NOW.date()
            await work.stand_ins.add(
                StandIn(begeleider_id=sofie, colleague_id=nele, first_day=today, last_day=today)
            )
        await go(town, town.amira, offer_id, "Goed gekozen")
        await press_on(town.amira, "g:announce")
        card = await told(town.nele, "vraagt of je aankondigt")
        await tap(town.nele, card, "g:agree")
        await told(town.amira, "Nele kondigt je aan")

        assert await no_news(town.sofie, "vraagt of je aankondigt")


async def test_a_couples_phone_asks_who_it_is_and_keeps_choices_apart(
    sqlite_database: Database, tmp_path: Path
) -> None:
    offer_id = await an_offer(sqlite_database)
    async with care(sqlite_database, tmp_path) as town:
        async with sqlite_database.work() as work:
            await work.people.link_newcomer(NewcomerId(2), (await again(work, town.amira)).id)
        await town.amira.say("Hallo")
        await town.amira.wait_for(lambda bubble: bubble.from_bot)
        await town.press_forged(town.amira, f"g:go:{offer_id}")
        await press_on(town.amira, "w:d:2")
        karims = await told(town.amira, "Goed gekozen")
        await town.press_forged(town.amira, f"g:go:{offer_id}:1")

        async def amiras() -> Bubble | None:
            shown = await told(town.amira, "Goed gekozen")
            return shown if "ik ben Amira" in shown.text else None

        amira = await eventually(amiras)

    assert "ik ben Karim" in karims.text
    assert karims.text.startswith("👤 Karim")
    assert amira.text.startswith("👤 Amira")


async def test_who_has_no_phone_is_asked_after_through_the_begeleider(
    sqlite_database: Database, tmp_path: Path
) -> None:
    offer_id = await an_offer(sqlite_database)
    async with care(sqlite_database, tmp_path) as town:
        await go(town, town.amira, offer_id, "Goed gekozen")
        async with sqlite_database.work() as work:
            await work.people.unlink_newcomer(NewcomerId(1), (await again(work, town.amira)).id)
        town.pass_hours(TWO_DAYS)
        question = await told(town.sofie, "Weet jij of het lukte")
        await tap(town.sofie, question, "g:went")
        await told(town.sofie, "Gaat erheen")


async def again(work: SqlWork, phone: Phone) -> Account:
    """The account behind a phone."""
    found = await work.accounts.of_chat(ChatId(phone.id))
    assert found is not None
    return found
