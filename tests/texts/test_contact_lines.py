"""A contact's words: dates in few signs, every label recognised, every button within Telegram's limits."""

import datetime as dt

import pytest

from bot.domain.contact import Contact, Folk, Line, LineState, Reached
from bot.domain.ids import AttendanceId, BewijsId, ContactId, NewcomerId
from bot.domain.languages import SPOKEN
from bot.domain.offer_kind import OfferKind
from bot.domain.paper import NoSignBecause
from bot.domain.signature import SignedRow
from bot.texts import (
    contact_confirming,
    contact_joining,
    contact_lines,
    contact_menu,
    contact_noting,
    contact_refusals,
    contact_settings,
    contact_signing,
)
from bot.texts.contact_confirming import Mine
from bot.texts.contact_menu import ContactButton
from bot.texts.speaker import speaker_for

TODAY = dt.date(2026, 11, 24)
NOW = dt.datetime(2026, 11, 24, 10, tzinfo=dt.UTC)
HUGE = 10**18 - 1
"""The greatest number that a button is read with."""


def a_contact(number: int = 1) -> Contact:
    return Contact(
        id=ContactId(number),
        name="Karel",
        organisation="FC Gent",
        reached=Reached.BEGELEIDER,
        language="nl",
        joined_at=NOW,
    )


def a_line(name: str = "Amina", number: int = 1, **values: object) -> Line:
    given: dict[str, object] = {
        "attendance_id": AttendanceId(number),
        "bewijs_id": BewijsId(1),
        "newcomer_id": NewcomerId(1),
        "name": name,
        "kind": OfferKind.SPORT,
        "day": TODAY,
        "minutes": 120,
        "state": LineState.ASKED,
        "may_correct": True,
    }
    return Line(**(given | values))  # type: ignore[arg-type]


def a_folk(number: int = 1) -> Folk:
    return Folk(
        newcomer_id=NewcomerId(number), bewijs_id=BewijsId(number), name="Amina", kind=OfferKind.SPORT
    )


def test_a_date_is_who_when_and_how_long() -> None:
    words = contact_lines.line_words(speaker_for("nl"), a_line(), TODAY)

    assert words == "Amina · di 24 nov · 2 uur"


@pytest.mark.parametrize("state", LineState)
def test_every_state_has_its_words(state: LineState) -> None:
    assert contact_lines.state_words(speaker_for("nl"), a_line(state=state))


@pytest.mark.parametrize("language", SPOKEN)
def test_the_large_buttons_are_recognised_in_every_language(language: str) -> None:
    speaker = speaker_for(language)
    labels = [contact_menu.label(speaker, button) for button in ContactButton]

    assert [contact_menu.button_of_label(label) for label in labels] == list(ContactButton)


def test_what_a_person_is_called_cannot_become_html() -> None:
    line = a_line("<b>Amina</b> & co")
    one = Mine(contact=a_contact(), line=line)
    speaker = speaker_for("nl")

    texts = [
        contact_confirming.waiting(speaker, [one, one], TODAY).text,
        contact_confirming.change(speaker, one, TODAY).text,
        contact_confirming.was_said(speaker, line, 120, TODAY),
    ]

    assert all("<b>Amina" not in text and "&lt;b&gt;Amina" in text for text in texts)


@pytest.mark.parametrize("language", SPOKEN)
def test_buttons_with_the_longest_ids_fit(language: str) -> None:
    speaker, contact, folk = speaker_for(language), a_contact(HUGE), a_folk(HUGE)
    lines = [Mine(contact=contact, line=a_line(number=HUGE - n, minutes=1440)) for n in range(20)]
    row = SignedRow(attendance_id=AttendanceId(HUGE), day=TODAY, minutes=1440)
    token = f"c-{'z' * 13}-{'A' * 22}"

    screens = [
        contact_confirming.waiting(speaker, lines, TODAY),
        contact_confirming.change(speaker, lines[0], TODAY),
        contact_confirming.said_before(speaker, lines, TODAY),
        contact_noting.how_long(speaker, folk, contact.id, TODAY, TODAY),
        contact_noting.code(speaker, contact, OfferKind.CONVERSATION_TABLE, 1440, b"png"),
        contact_signing.look(speaker, contact, folk, [row], name="Karel"),
        contact_signing.why_not(speaker, contact, folk),
        contact_signing.any_words(speaker, contact, folk, NoSignBecause.NOT_THERE_ENOUGH),
        contact_settings.settings(speaker, contact, has_page=True),
        contact_settings.when(speaker, contact),
        contact_joining.introduction(speaker, newcomer="Amina", place="FC Gent", guide=None, token=token),
        contact_joining.languages(speaker, token),
    ]

    assert all(screen.buttons for screen in screens)


def test_the_button_for_a_whole_list_tells_what_was_on_the_screen() -> None:
    lines = [Mine(contact=a_contact(), line=a_line(number=n)) for n in range(10)]
    screen = contact_confirming.waiting(speaker_for("nl"), lines, TODAY)
    data = str(screen.buttons[-1][0].data)

    marks = contact_confirming.marks_in(data.split(":")[2])

    assert marks == {one.mark for one in lines[: contact_confirming.A_PAGE]}
    assert Mine(contact=a_contact(), line=a_line(number=0, minutes=90)).mark not in marks


@pytest.mark.parametrize("word", ["", "é", "!!", "AAAA", "a"])
def test_a_forged_list_holds_nothing_that_fits(word: str) -> None:
    one = Mine(contact=a_contact(), line=a_line())

    assert one.mark not in contact_confirming.marks_in(word)


@pytest.mark.parametrize("language", SPOKEN)
def test_every_refusal_fits_a_toast(language: str) -> None:
    speaker = speaker_for(language)
    said = [
        contact_refusals.gone(speaker),
        contact_refusals.settled(speaker),
        contact_refusals.closed(speaker),
        contact_refusals.noted_already(speaker),
        contact_refusals.day_too_long_ago(speaker),
        contact_refusals.hours_refused(speaker),
        contact_refusals.button_old(speaker),
    ]

    assert all(0 < len(text) <= 200 for text in said)
