"""An entitled newcomer never sees a word about fines, however they ask and whoever answers."""

from pathlib import Path

from bot.domain.contract import Status
from bot.domain.entry import ABOUT_FINES, INSTEAD_OF_FINES
from bot.domain.ids import ChatId, EntryId, NewcomerId
from bot.domain.understanding import Outcome
from bot.faq.entries import load_entries
from bot.storage.database import Database
from bot.texts import buttons
from tests.handlers.care import care
from tests.handlers.hours import Own, a_contract, pressed, wrote
from tests.handlers.newcomer import Reading, button_of, said, tap
from tests.handlers.seen import told

(FINES,) = ABOUT_FINES
TERM = EntryId("termijn-40-uur")
ENTITLED = a_contract(status=Status.ENTITLED)
WORDS = ("boete", "sanctie", "straf")
READINGS: dict[str, Reading] = {
    "Krijg ik een boete?": {"outcome": Outcome.ANSWER, "entry": FINES},
    "boete": {"outcome": Outcome.CHOOSE, "choices": (FINES,)},
    "Wat als het niet lukt?": {"outcome": Outcome.CHOOSE, "choices": (FINES, TERM)},
    "Iets heel anders": {"nearest": (FINES, TERM)},
}
INSTEAD = buttons.data(buttons.CHOICE, INSTEAD_OF_FINES)


def test_what_speaks_of_fines_is_known() -> None:
    texts = {entry.id: " ".join(entry.texts).lower() for entry in load_entries().values()}

    assert {entry for entry, text in texts.items() if any(word in text for word in WORDS)} == ABOUT_FINES
    assert INSTEAD_OF_FINES in texts


async def test_who_is_entitled_hears_what_finishing_means_and_may_ask(
    sqlite_database: Database, tmp_path: Path
) -> None:
    async with care(sqlite_database, tmp_path, readings=READINGS) as town:
        await Own(sqlite_database, town.amira).agree(ENTITLED)
        screens = [
            await wrote(town.amira, text, then="Zal ik het aan je begeleider Sofie vragen?")
            for text in ("Krijg ik een boete?", "boete")
        ]
        choice = await wrote(town.amira, "Wat als het niet lukt?", then="Bedoel je dit?")
        await tap(town.amira, screens[0], INSTEAD)
        answer = await told(town.amira, "inburgeringsattest")

        for screen in screens:
            assert [button_of(screen, data) for data in (INSTEAD, "ask:own", "ask:no")] == [
                button["callback_data"] for button in screen.buttons
            ]
        assert [b["callback_data"] for b in choice.buttons] == [f"c:{TERM}", "c:-"]
        assert answer.message_id == screens[0].message_id
        shown = " ".join(b.text + " ".join(b.labels) for b in await town.amira.messages(True))
        assert not [word for word in WORDS if word in shown.lower()]


async def test_an_old_button_leads_no_entitled_newcomer_to_fines(
    sqlite_database: Database, tmp_path: Path
) -> None:
    async with care(sqlite_database, tmp_path, readings=READINGS) as town:
        obliged = await wrote(town.amira, "boete", then="Bedoel je dit?")
        shown = await wrote(town.amira, "Krijg ik een boete?", then="een boete krijgen")
        await Own(sqlite_database, town.amira).agree(ENTITLED)
        await tap(town.amira, obliged, f"c:{FINES}")
        instead = await said(town.amira, INSTEAD)
        before = shown.text
        await tap(town.amira, shown, "a:look")

        assert instead.message_id == obliged.message_id
        assert (await town.amira.messages(True))[-1].text == before  # without its details


async def test_who_is_obliged_reads_what_the_source_says(sqlite_database: Database, tmp_path: Path) -> None:
    async with care(sqlite_database, tmp_path, readings=READINGS) as town:
        unknown = await wrote(town.amira, "Krijg ik een boete?", then="een boete krijgen")
        await Own(sqlite_database, town.amira).agree()
        obliged = await wrote(town.amira, "Krijg ik een boete?", then="een boete krijgen")

        assert obliged.text == unknown.text


async def test_on_a_shared_phone_nothing_is_said_while_one_of_them_is_entitled(
    sqlite_database: Database, tmp_path: Path
) -> None:
    async with care(sqlite_database, tmp_path, readings=READINGS) as town:
        await Own(sqlite_database, town.amira).agree(ENTITLED)
        async with sqlite_database.work() as work:
            account = await work.accounts.of_chat(ChatId(town.amira.id))
            assert account is not None
            await work.people.link_newcomer(NewcomerId(2), account.id)
        screen = await wrote(town.amira, "Krijg ik een boete?", then="Zal ik het aan je begeleider")

        assert button_of(screen, INSTEAD)


async def test_no_begeleider_sends_it_to_who_is_entitled(sqlite_database: Database, tmp_path: Path) -> None:
    async with care(sqlite_database, tmp_path, readings=READINGS) as town:
        await Own(sqlite_database, town.amira).agree(ENTITLED)
        question = await town.ask(town.amira, "Iets heel anders")
        card = await town.card(town.sofie, question)
        toasts = [
            await town.press_forged(town.sofie, data)
            for data in (f"b:entry:{question}:0", f"b:send:{question}:0", f"n:write:1:entry:{FINES}")
        ]

        assert not button_of(card, f"b:entry:{question}:0")
        assert button_of(card, f"b:entry:{question}:1")
        assert all(toasts)
        shown = " ".join(bubble.text for bubble in await town.amira.messages(True)).lower()
        assert not [word for word in WORDS if word in shown]


async def test_what_finishing_means_stands_below_its_question(
    sqlite_database: Database, tmp_path: Path
) -> None:
    async with care(sqlite_database, tmp_path) as town:
        await Own(sqlite_database, town.amira).agree(ENTITLED)
        shown = await wrote(town.amira, "/uren", then="nog te doen")
        settings = await pressed(town.amira, shown, "r:show", then="Herinneringen")
        stop = await pressed(town.amira, settings, "t:stop", then="Wil je stoppen met de 40 uur?")

        question = load_entries()[INSTEAD_OF_FINES].button
        assert f"{question}\nJa, als je het inburgeringsattest wil." in stop.text
