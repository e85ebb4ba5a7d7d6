"""When a wish suits is read in every language the bot speaks, with days that are taken."""

import pytest

from bot.domain.schedule import DayPart
from bot.offers.wish_times import times_of

M, A, E = DayPart.MORNING, DayPart.AFTERNOON, DayPart.EVENING
ALL = {0, 1, 2, 3, 4, 5, 6}


@pytest.mark.parametrize(
    ("language", "text", "weekdays", "parts"),
    [
        ("nl", "kan ik ergens voetballen na mijn les?", set(), {A, E}),
        ("nl", "niet op vrijdag, wel zaterdagvoormiddag", {5}, {M}),
        ("nl", "ik werk overdag, iets sportiefs", set(), {E}),
        ("nl", "maandag heb ik les", ALL - {0}, set()),
        ("nl", "do 19u", {3}, set()),
        ("nl", "ik wil dat wel doen, za iets leuks", set(), set()),
        ("nl", "als de kinderen op school zijn", {0, 1, 2, 3, 4}, {M, A}),
        ("en", "Saturday morning swimming", {5}, {M}),
        ("en", "I have class on Monday and Tuesday", ALL - {0, 1}, set()),
        ("en", "something after 6pm", set(), {E}),
        ("en", "not on weekends", {0, 1, 2, 3, 4}, set()),
        ("en", "I work in the morning", set(), {A, E}),
        ("fr", "le samedi matin ou dimanche", {5, 6}, {M}),
        ("fr", "pas le mercredi", ALL - {2}, set()),
        ("ar", "بدي العب يوم السبت بعد الظهر", {5}, {A}),
        ("ar", "مو يوم الجمعة", ALL - {4}, set()),
        ("ar", "المسا بعد الدرس", set(), {E}),
        ("uk", "у суботу зранку", {5}, {M}),
        ("uk", "тільки не в п'ятницю", ALL - {4}, set()),
        ("uk", "ввечері після роботи", set(), {E}),
        ("tr", "cumartesi sabahları", {5}, {M}),
        ("tr", "cuma hariç", ALL - {4}, set()),
        ("tr", "hafta sonu yüzme", {5, 6}, set()),
        ("es", "el sábado por la tarde", {5}, {A}),
        ("ru", "в субботу вечером", {5}, {E}),
        ("en", "", set(), set()),
        ("nl", "iets in maart", set(), set()),
    ],
)
def test_days_and_parts_of_the_day_are_read(
    language: str, text: str, weekdays: set[int], parts: set[DayPart]
) -> None:
    times = times_of(text, language)

    assert (set(times.weekdays), set(times.parts)) == (weekdays, parts)
