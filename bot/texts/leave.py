"""Leave and who stands in, as begeleiders see it (Dutch only)."""

import datetime as dt
from collections.abc import Sequence

from bot.domain.people import Begeleider
from bot.domain.stand_in import StandIn
from bot.texts import buttons
from bot.texts.dossier_buttons import to_list
from bot.texts.dutch import dutch, dutch_plain, dutch_speaker
from bot.texts.handing import HAND_ALL, colleague_rows
from bot.texts.message import Button, Message

LEAVE = "leave"
"""The word of these buttons; days are written 20261203."""
DAY = "%Y%m%d"


def _button(label: str, *more: object) -> Button:
    return Button(label=label, data=_data(*more))


def _data(*more: object) -> str:
    packed = (f"{one:{DAY}}" if isinstance(one, dt.date) else one for one in more)
    return buttons.data(buttons.CASELOAD, LEAVE, *packed)


def _short(day: dt.date) -> str:
    return dutch_speaker().short_day(day)


def _figures(day: dt.date) -> str:
    return f"{day.day}/{day.month}"


def planned(leaves: Sequence[tuple[StandIn, str]], today: dt.date) -> Message:
    """The leave that is planned, with who stands in, and the way to end it."""
    lines = [
        dutch(
            "🌴 Afwezig van <b>{first}</b> tot en met <b>{last}</b>. <b>{name}</b> vervangt je.",
            first=_short(leave.first_day),
            last=_short(leave.last_day),
            name=name,
        )
        for leave, name in leaves
    ]
    is_away = any(leave.holds(today) for leave, _ in leaves)
    back = dutch_plain("🏠 Ik ben terug") if is_away else dutch_plain("✖️ Toch niet afwezig")
    rows = (
        (_button(back, "end"),),
        (_button(dutch_plain("🌴 Andere dagen"), "new"),),
        (_for_good(),),
        (to_list(),),
    )
    return Message(text="\n".join(lines), buttons=rows)


def ask_first_day(today: dt.date) -> Message:
    """From when on?"""
    text = dutch(
        "🌴 <b>Vanaf wanneer ben je afwezig?</b>\nKies een dag, of typ er een: <i>{example}</i>.",
        example=f"{today + dt.timedelta(days=10):%-d/%-m/%Y}",
    )
    tomorrow = today + dt.timedelta(days=1)
    monday = today + dt.timedelta(days=7 - today.weekday())
    rows = (
        (
            _button(dutch_plain("Vandaag"), "from", today),
            _button(dutch_plain("Morgen"), "from", tomorrow),
        ),
        (_button(dutch_plain("Volgende maandag, {day}", day=_figures(monday)), "from", monday),),
        (_for_good(),),
        (to_list(),),
    )
    return Message(text=text, buttons=rows)


def _for_good() -> Button:
    data = buttons.data(buttons.CASELOAD, HAND_ALL)
    return Button(label=dutch_plain("🤝 Ik stop: geef iedereen door"), data=data)


def ask_last_day(first: dt.date) -> Message:
    """Until when?"""
    text = dutch(
        "🌴 Afwezig vanaf <b>{first}</b>. <b>Tot en met wanneer?</b>\nKies, of typ de laatste dag.",
        first=_short(first),
    )
    weeks = [(number, first + dt.timedelta(days=7 * number - 1)) for number in (1, 2, 3)]
    rows = [(_button(dutch_plain("Alleen die dag"), "until", first, first),)]
    for number, last in weeks:
        label = dutch_plain(
            "{count} week, t.e.m. {last}" if number == 1 else "{count} weken, t.e.m. {last}",
            count=number,
            last=_figures(last),
        )
        rows.append((_button(label, "until", first, last),))
    return Message(text=text, buttons=(*rows, (_button(dutch_plain("⬅️ Terug"), "new"),)))


def not_a_day() -> Message:
    """What was typed is no day, or one that cannot be."""
    return Message(
        text=dutch("🤔 Die dag begrijp ik niet, of hij is al voorbij. Typ hem zo: <i>31/12/2026</i>.")
    )


def ask_who(first: dt.date, last: dt.date, colleagues: Sequence[Begeleider], page: int) -> Message:
    """Which colleague stands in?"""
    back = (_button(dutch_plain("⬅️ Terug"), "from", first),)
    if not colleagues:
        text = dutch("Er is nog geen collega in de bot. Vraag je beheerder om een link voor je collega.")
        return Message(text=text, buttons=(back,))
    rows = colleague_rows(
        colleagues,
        page,
        chooses=lambda one: _data("ask", first, last, one.id),
        turns=lambda number: _data("until", first, last, number),
    )
    return Message(text=dutch("🌴 <b>Welke collega vervangt je?</b>"), buttons=(*rows, back))


def confirm(first: dt.date, last: dt.date, colleague: Begeleider) -> Message:
    """Everything read back."""
    text = dutch(
        "🌴 Afwezig van <b>{first}</b> tot en met <b>{last}</b>.\n<b>{name}</b> ziet dan je mensen en krijgt"
        " hun vragen. Wie iets vraagt, leest dat {name} antwoordt.",
        first=_short(first),
        last=_short(last),
        name=colleague.name,
    )
    yes = _button(dutch_plain("✅ Ja"), "yes", first, last, colleague.id)
    return Message(text=text, buttons=((yes,), (_button(dutch_plain("⬅️ Terug"), "until", first, last),)))


def is_back() -> Message:
    """The leave ended."""
    return Message(text=dutch("🏠 Welkom terug! Nieuwe vragen komen weer bij jou."), buttons=((to_list(),),))


def is_off() -> Message:
    """The leave that was planned does not take place."""
    return Message(text=dutch("Goed, je bent niet afwezig."), buttons=((to_list(),),))


# To the colleague.


def you_stand_in(name: str, leave: StandIn) -> Message:
    """A colleague counts on you."""
    return Message(
        text=dutch(
            "🌴 <b>{name}</b> is afwezig van <b>{first}</b> tot en met <b>{last}</b>, en koos jou als"
            " vervanger.\nIn die dagen zie je de mensen van {name} bij /mensen, en krijg je hun vragen.",
            name=name,
            first=_short(leave.first_day),
            last=_short(leave.last_day),
        )
    )


def stand_in_left(name: str, leave: StandIn) -> Message:
    """The colleague on whom somebody counts uses the bot no longer."""
    text = dutch(
        "🌴 <b>{name}</b> gebruikt de bot niet meer, en vervangt je niet van <b>{first}</b> tot en met"
        " <b>{last}</b>.\nKies iemand anders: /afwezig. Tot dan komen je vragen bij jou.",
        name=name,
        first=_short(leave.first_day),
        last=_short(leave.last_day),
    )
    return Message(text=text)


def stand_in_is_over(name: str) -> Message:
    """The colleague is back, or does not go."""
    return Message(text=dutch("🏠 Je vervangt <b>{name}</b> niet (meer).", name=name))
