"""My hours in words: two lines that say enough, kindly, in every language."""

import datetime as dt
import re
from dataclasses import replace
from typing import Any

import pytest

from bot.domain.acceptance import Acceptance
from bot.domain.attendance import Attendance, RefusedBecause, State
from bot.domain.contract import ClosedBecause, Contract, Status
from bot.domain.dossier import Dossier
from bot.domain.history import Actor, Who
from bot.domain.hours import Bewijs, Book
from bot.domain.ids import AcceptanceId, AttendanceId, BegeleiderId, BewijsId, NewcomerId
from bot.domain.languages import SPOKEN
from bot.domain.offer_kind import OfferKind
from bot.domain.people import Newcomer
from bot.texts import claim, fit, hour_details, my_hours, note_rows, noting
from bot.texts import note_draft as drafts
from bot.texts.hour_details import Details
from bot.texts.message import Message, visible
from bot.texts.note_draft import Draft, Named
from bot.texts.noting import Seen
from bot.texts.offer_kinds import kind_label
from bot.texts.speaker import speaker_for
from tests.builders import NOW

TODAY = dt.date(2027, 9, 18)
LAST_DAY = dt.date(2027, 12, 3)
NL = speaker_for("nl")
HOURS = 60


def a_contract(**values: Any) -> Contract:
    given: dict[str, Any] = {
        "status": Status.OBLIGED,
        "starts_on": dt.date(2027, 6, 1),
        "last_day": LAST_DAY,
    }
    return Contract(**(given | values))


def a_date(number: int, minutes: int, **values: Any) -> Attendance:
    given: dict[str, Any] = {
        "id": AttendanceId(number),
        "bewijs_id": BewijsId(1),
        "day": TODAY - dt.timedelta(days=number),
        "minutes": minutes,
        "state": State.CLAIMED,
        "claimed_at": dt.datetime(2027, 9, 17, tzinfo=dt.UTC),
    }
    return Attendance(**(given | values))


def an_acceptance(minutes: int) -> Acceptance:
    return Acceptance(
        id=AcceptanceId(1),
        bewijs_id=BewijsId(1),
        minutes=minutes,
        first_day=dt.date(2027, 1, 1),
        last_day=dt.date(2027, 6, 30),
        accepted_at=NOW,
    )


def a_dossier(
    *dates: Attendance,
    accepted: int = 14 * HOURS,
    contract: Contract | None = None,
    has_contract: bool = True,
    today: dt.date = TODAY,
    **newcomer: Any,
) -> Dossier:
    """Amira: 14 hours accepted, and what else is given."""
    bewijs = Bewijs(
        id=BewijsId(1),
        newcomer_id=NewcomerId(1),
        kind=OfferKind.SPORT,
        organisation="Voetbalclub <b>Gent</b>",
        contact=None,
    )
    acceptances = (an_acceptance(accepted),) if accepted else ()
    given: dict[str, Any] = {"id": NewcomerId(1), "name": "Amira", "begeleider_id": BegeleiderId(1)}
    given["contract"] = (contract or a_contract()) if has_contract else None
    return Dossier(
        newcomer=Newcomer(**(given | newcomer)),
        book=Book(bewijzen=(bewijs,), attendances=dates, acceptances=acceptances),
        actor=Actor(Who.NEWCOMER, 1),
        today=today,
    )


WAITS = a_date(1, 6 * HOURS)
SITUATIONS = {
    "on pace": a_dossier(WAITS),
    "behind": a_dossier(accepted=0),
    "no contract": a_dossier(has_contract=False),
    "not started": a_dossier(accepted=0, today=dt.date(2026, 11, 1)),
    "last day": a_dossier(today=LAST_DAY),
    "last days": a_dossier(today=LAST_DAY - dt.timedelta(days=9)),
    "done": a_dossier(accepted=41 * HOURS),
    "all noted": a_dossier(WAITS, accepted=34 * HOURS),
    "term over": a_dossier(today=LAST_DAY + dt.timedelta(days=3)),
    "term over, all noted": a_dossier(WAITS, accepted=34 * HOURS, today=LAST_DAY + dt.timedelta(days=3)),
    "closed": a_dossier(closed_on=TODAY, closed_because=ClosedBecause.COMPLETED),
}


def said(dossier: Dossier) -> str:
    return visible(my_hours.overview(NL, dossier, is_shared=False).text)


def carried(message: Message) -> list[str]:
    return [str(button.data) for row in message.buttons for button in row]


def test_two_lines_say_what_is_done_what_is_left_until_when_and_how_fast() -> None:
    first, second = said(a_dossier(WAITS)).split("\n")

    assert first == "✓ klaar: 14 uur · ⏳ wacht nog: 6 uur · nog te doen: 20 uur"
    pace = "Ongeveer 1 uur 50 min per week."
    assert second == f"Nog 11 weken, tot 3 december 2027. {pace} Je zit goed op schema."


@pytest.mark.parametrize("language", SPOKEN)
@pytest.mark.parametrize("situation", SITUATIONS)
def test_every_situation_fits_a_caption_in_every_language(language: str, situation: str) -> None:
    message = my_hours.overview(speaker_for(language), SITUATIONS[situation], is_shared=True)

    assert fit.units(visible(message.text)) <= 400
    assert "{" not in message.text
    assert message.text.count("\n") == 2
    assert carried(message)


def test_each_situation_has_its_own_kind_word() -> None:
    assert "Er is nog tijd. Zullen we samen iets zoeken?" in said(SITUATIONS["behind"])
    assert "Proficiat" in said(SITUATIONS["done"])
    assert "Vraag je contactpersoon om het bewijs te tekenen" in said(SITUATIONS["all noted"])
    assert "Vandaag is de laatste dag" in said(SITUATIONS["last day"])
    assert "Nog 10 dagen, tot 3 december 2027" in said(SITUATIONS["last days"])
    assert "Je termijn begint op 1 juni 2027" in said(SITUATIONS["not started"])
    assert "nog niet ingevuld" in said(SITUATIONS["no contract"])
    assert "Vertel me wat moeilijk was" in said(SITUATIONS["term over"])
    assert "kijkt je uren nog na" in said(SITUATIONS["term over, all noted"])


@pytest.mark.parametrize("status", list(Status))
@pytest.mark.parametrize("today", [TODAY, LAST_DAY + dt.timedelta(days=30)])
def test_nobody_reads_a_word_about_fines_here(status: Status, today: dt.date) -> None:
    text = said(a_dossier(contract=a_contract(status=status), today=today)).lower()

    assert not re.search("boete|sanctie|straf", text)


def test_who_is_behind_finds_activities_and_who_is_too_late_may_tell_why() -> None:
    assert carried(my_hours.overview(NL, SITUATIONS["behind"], is_shared=False))[0] == "c:@offers"
    assert carried(my_hours.overview(NL, SITUATIONS["term over"], is_shared=False))[0] == "t:obstacle:1"
    assert (
        carried(my_hours.overview(NL, SITUATIONS["no contract"], is_shared=False))[0]
        == "ask:ready:deadline:1"
    )


def test_a_closed_dossier_can_only_be_looked_at() -> None:
    assert carried(my_hours.overview(NL, SITUATIONS["closed"], is_shared=False)) == ["d:details:0:1"]
    details = Details(dossier=a_dossier(WAITS, closed_on=TODAY), now=NOW, reasons={})
    assert carried(hour_details.list_of(NL, details, 0)) == ["d:show:1"]


def test_a_shared_phone_shows_whose_hours_they_are() -> None:
    shown = my_hours.overview(NL, a_dossier(), is_shared=True)

    assert shown.text.startswith("<b>Amira</b>\n")
    assert carried(shown)[-1] == "w:ask"


def test_every_button_of_ones_hours_names_whose_they_are() -> None:
    dossier = replace(a_dossier(WAITS), newcomer=replace(a_dossier().newcomer, id=NewcomerId(77)))
    details = Details(dossier=dossier, now=NOW, reasons={})
    screens = [
        my_hours.overview(NL, dossier, is_shared=False),
        my_hours.receipt(NL, dossier, WAITS),
        hour_details.list_of(NL, details, 0),
        *(
            show(NL, dossier, WAITS, 0)
            for show in (claim.claim, claim.other_day, claim.other_amount, claim.sure)
        ),
    ]

    assert [data for screen in screens for data in carried(screen) if not data.endswith(":77")] == []


def test_details_show_each_date_with_its_sign_and_why_one_does_not_count() -> None:
    dates = (
        a_date(1, 120),
        a_date(2, 60, state=State.CONFIRMED),
        a_date(3, 90, state=State.REFUSED),
        a_date(4, 30, state=State.WITHDRAWN),
        a_date(5, 45, day=dt.date(2026, 6, 1)),
        a_date(6, 60, day=dt.date(2027, 2, 2)),
    )
    details = Details(dossier=a_dossier(*dates), now=NOW, reasons={3: RefusedBecause.NOT_THERE})

    text = visible(hour_details.list_of(NL, details, 0).text).replace("\u2009", " ")

    assert "⚽ Voetbalclub <b>Gent</b>" in text
    assert "✓ 1 jan – 30 jun 2027: 14 uur aanvaard" in text
    assert "✋ vr 17 sep · 2 uur" in text
    assert "🤝 do 16 sep · 1 uur" in text
    assert "✖ wo 15 sep · 1 uur 30 min\nTelt niet mee: je stond die dag niet op de lijst." in text
    assert "✓ di 2 feb · 1 uur" in text
    assert "✋ ma 1 jun 2026 · 45 min\nDeze dag valt buiten je termijn. Je begeleider kijkt ernaar." in text
    assert "30 min" not in text.replace("1 uur 30 min", "")


def test_a_long_list_has_pages_and_each_claim_can_be_opened() -> None:
    details = Details(
        dossier=a_dossier(*(a_date(n, 60) for n in range(1, 20)), accepted=0), now=NOW, reasons={}
    )

    first, last = hour_details.list_of(NL, details, 0), hour_details.list_of(NL, details, 99)

    assert [data for data in carried(first) if "claim" in data] == [f"d:claim:{n}:0:1" for n in range(1, 9)]
    assert "d:details:1:1" in carried(first)
    assert [data for data in carried(last) if "claim" in data] == [
        "d:claim:17:2:1",
        "d:claim:18:2:1",
        "d:claim:19:2:1",
    ]


def a_note(**values: Any) -> Seen:
    given: dict[str, Any] = {"newcomer_id": NewcomerId(1), "is_from_text": True}
    draft = Draft(**(given | values))
    return Seen(draft=draft, today=TODAY, place="Buurthuis <i>De Kring</i>", kind=draft.kind)


@pytest.mark.parametrize("language", SPOKEN)
def test_every_screen_of_noting_exists_in_every_language(language: str) -> None:
    speaker, dossier = speaker_for(language), a_dossier(WAITS)
    whole = a_note(bewijs_id=BewijsId(1), day=TODAY, minutes=120)
    screens = [
        noting.which_place(speaker, a_note(), dossier.book.bewijzen),
        noting.which_kind(speaker, a_note()),
        noting.which_organisation(speaker, a_note()),
        noting.which_person(speaker, a_note()),
        noting.which_day(speaker, a_note()),
        noting.how_long(speaker, a_note()),
        noting.check(speaker, whole, that_day=800, contract=a_contract()),
        noting.what_to_change(speaker, whole),
        noting.noted_before(speaker, whole, WAITS, "Buurthuis <i>"),
        noting.nothing_noted(speaker),
        my_hours.receipt(speaker, dossier, WAITS),
        claim.claim(speaker, dossier, WAITS, 0),
        claim.other_day(speaker, dossier, WAITS, 0),
        claim.other_amount(speaker, dossier, WAITS, 0),
        claim.sure(speaker, dossier, WAITS, 0),
    ]

    for screen in screens:
        assert "{" not in screen.text
        assert "<i>De" not in screen.text
        assert "<b>Gent" not in screen.text
        assert len(screen.buttons) <= 9
        assert all(len(button.label) <= 48 for row in screen.buttons for button in row)


def test_much_on_one_day_is_asked_once_more_and_a_day_outside_the_term_is_named() -> None:
    seen = a_note(bewijs_id=BewijsId(1), day=LAST_DAY + dt.timedelta(days=1), minutes=60)

    usual = noting.check(NL, seen, that_day=720, contract=None).text
    much = noting.check(NL, seen, that_day=721, contract=a_contract()).text

    assert "Klopt dat zeker?" not in usual
    assert "Samen is dat 12 uur 1 min op één dag. Klopt dat zeker?" in much
    assert "Deze dag valt buiten je termijn" in much


def test_hours_that_were_confirmed_are_not_replaced() -> None:
    seen = a_note(bewijs_id=BewijsId(1), day=TODAY, minutes=60)
    confirmed = a_date(1, 120, state=State.CONFIRMED)

    assert carried(noting.noted_before(NL, seen, a_date(1, 120), "De Kring")) == [
        "d:set:1:60:-:1",
        "d:set:1:180:-:1",
        "d:no:1",
    ]
    assert carried(noting.noted_before(NL, seen, confirmed, "De Kring")) == ["d:no:1"]
    assert carried(noting.noted_before(NL, seen, a_date(1, 1400), "De Kring")) == ["d:set:1:60:-:1", "d:no:1"]


@pytest.mark.parametrize("kind", list(OfferKind))
@pytest.mark.parametrize("named", list(Named))
def test_a_note_comes_back_from_its_button_whole(kind: OfferKind, named: Named) -> None:
    draft = Draft(
        newcomer_id=NewcomerId(2**31),
        is_from_text=True,
        kind=kind,
        name=drafts.mark(named, "ar", "نادي"),
        day=TODAY,
        minutes=1440,
    )

    data = draft.button("question")

    assert len(data.encode()) <= 64
    assert drafts.read_draft(data.split(":")[2:]) == draft


def test_days_and_amounts_stand_on_buttons_as_people_say_them() -> None:
    days = note_rows.days(NL, TODAY, str)
    amounts = note_rows.amounts(NL, str)

    assert [button.label for row in days for button in row][:3] == ["Vandaag", "Gisteren", "do 16 sep"]
    assert [button.label for row in amounts for button in row][:3] == ["30 min", "1 uur", "1 uur 30 min"]


@pytest.mark.parametrize("language", SPOKEN)
def test_a_duration_uses_the_digits_of_here_and_the_words_of_the_language(language: str) -> None:
    speaker = speaker_for(language)

    assert re.search(r"^\D*80|20", speaker.duration(80))
    assert "duration" not in speaker.duration(20 * 60 + 30)
    assert speaker.duration(0).strip()
    assert speaker_for("ar").duration(80) == "ساعة و20 دقيقة"
    assert NL.duration(75) == "1 uur 15 min"


@pytest.mark.parametrize("language", SPOKEN)
def test_every_kind_of_offer_has_a_short_name(language: str) -> None:
    labels = [kind_label(speaker_for(language), kind) for kind in OfferKind]

    assert len(set(labels)) == len(OfferKind)
    assert all(len(label) <= 30 for label in labels)
