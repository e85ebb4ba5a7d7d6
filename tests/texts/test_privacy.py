"""What is said about personal data: short, true, and in every language."""

import datetime as dt
from dataclasses import replace

import pytest

from bot.domain.consent import Purpose
from bot.domain.history import Actor, Event, What, Who
from bot.domain.ids import EventId, NewcomerId
from bot.domain.languages import SPOKEN
from bot.domain.person import Erased, Leaving, Person, Shown
from bot.domain.privacy import USUAL_GROUNDS, DataKind, Ground, Periods, Policy
from bot.texts import consent, erasing, erasing_dutch, happened, privacy, privacy_in_full
from bot.texts.fit import MESSAGE_UNITS, units
from bot.texts.message import Message, visible
from bot.texts.speaker import speaker_for
from tests.builders import BRUSSELS, NOW

NL = speaker_for("nl")
NEWCOMER = NewcomerId(7)


def carried(message: Message) -> list[str | None]:
    return [button.data for row in message.buttons for button in row]


@pytest.mark.parametrize("language", SPOKEN)
def test_every_screen_fits_on_a_phone(language: str) -> None:
    speaker, policy = speaker_for(language), Policy()
    screens = [
        privacy.what_is_kept(speaker, policy),
        privacy.what_is_kept(speaker, policy, is_begeleider=True),
    ]
    screens += [privacy_in_full.page(speaker, policy, number) for number in range(privacy_in_full.PAGES)]

    assert all(units(visible(screen.text)) < MESSAGE_UNITS // 2 for screen in screens)


def test_the_first_screen_leads_to_everything() -> None:
    newcomer = carried(privacy.what_is_kept(NL, Policy()))
    begeleider = carried(privacy.what_is_kept(NL, Policy(), is_begeleider=True))

    assert newcomer == ["x:mine", "x:forget", "x:agreed", "x:text:0"]
    assert begeleider == ["x:mine", "x:forget", "x:text:0"]


@pytest.mark.parametrize("ground", Ground)
def test_the_text_says_on_which_ground_the_operator_keeps_a_dossier(ground: Ground) -> None:
    usual = privacy_in_full.page(NL, Policy(), 0).text
    policy = Policy(grounds={**USUAL_GROUNDS, DataKind.DOSSIER: ground})

    stated = privacy_in_full.page(NL, policy, 0).text

    assert (stated == usual) is (ground is Ground.PUBLIC_TASK)


def test_the_text_tells_the_operators_periods_and_the_day_a_closed_dossier_goes() -> None:
    policy = Policy(periods=Periods(questions=45, dossiers=60, notes=30))

    page = privacy_in_full.page(NL, policy, 0, closed_on=dt.date(2026, 11, 1)).text

    assert "Hoelang? 45 dagen na het laatste bericht." in page
    assert "2 maanden nadat je begeleider het sluit" in page
    assert "Ik wis het op 1 januari 2027." in page


def test_the_text_names_who_is_responsible_and_where_to_complain() -> None:
    stated = privacy_in_full.page(NL, Policy(controller="Stad <Gent>, privacy@example.org"), 2).text
    silent = privacy_in_full.page(NL, Policy(), 2).text

    assert "Stad &lt;Gent&gt;, privacy@example.org" in stated
    assert "De organisatie die deze bot gebruikt." in silent
    assert "Gegevensbeschermingsautoriteit" in silent


@pytest.mark.parametrize("purpose", Purpose)
def test_consent_is_asked_in_three_layers_and_refusing_costs_nothing(purpose: Purpose) -> None:
    first, second = consent.ask(NL, purpose, NEWCOMER), consent.explain(NL, purpose, NEWCOMER)

    assert "\n" not in first.text
    assert carried(first)[2] == f"x:why:{purpose}:7"
    assert "Nee zeggen kost je niets." in second.text
    assert "papier blijft goed" in second.text
    assert carried(second)[2] == "x:text:0"


def test_on_a_shared_phone_consent_names_whom_it_is_about() -> None:
    text = consent.ask(NL, Purpose.REMINDERS, NEWCOMER, name="Am<i>ra").text

    assert "Am&lt;i&gt;ra" in text


@pytest.mark.parametrize("language", SPOKEN)
@pytest.mark.parametrize("what", What)
def test_everything_that_can_happen_has_words(language: str, what: What) -> None:
    event = Event(id=EventId(1), newcomer_id=NEWCOMER, at=NOW, by=Actor(Who.BOT), what=what)
    hours = replace(event, facts={"minutes": 90})

    assert happened.happened(speaker_for(language), event)
    assert happened.happened(NL, hours).endswith("(1 uur 30 min)")


def _erased(**counts: int) -> Erased:
    shown = (Shown(chat_id=5, message_id=6, is_text=False, sent_at=NOW),)  # type: ignore[arg-type]
    return Erased(
        id=1,
        number="ABCD-2345",
        at=NOW,
        counts=counts,
        leaving=Leaving(person=Person(), dossier=None),
        begeleider=None,
        shown=shown,
    )


def test_a_receipt_says_what_went_what_could_not_and_when() -> None:
    receipt = erasing.receipt(NL, _erased(questions=2, accounts=1), Periods(), BRUSSELS, kept=3).text

    assert "Nummer ABCD-2345, op 23 november 2026 11:00." in receipt
    assert "• 2 vragen met antwoorden" in receipt
    assert "• 1 ander gegeven" in receipt
    assert "3 foto's, bestanden of spraakberichten" in receipt
    assert "Die is weg na 1 maand." in receipt


def test_where_no_backups_are_kept_none_are_named() -> None:
    receipt = erasing.receipt(NL, _erased(accounts=1), Periods(backups=0), BRUSSELS, kept=0).text
    dutch = erasing_dutch.receipt(_erased(accounts=1), Periods(backups=0), BRUSSELS, kept=0).text

    assert "kopie" not in receipt
    assert "Kopieën" not in dutch
