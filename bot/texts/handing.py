"""Handing people over to a colleague: the begeleider's screens (Dutch only), and what newcomers hear."""

from collections.abc import Callable, Sequence

from bot.domain.people import Begeleider, Newcomer
from bot.texts import buttons, fit
from bot.texts.dossier_buttons import about, to_list, to_page
from bot.texts.dutch import dutch, dutch_plain, dutch_plural
from bot.texts.message import Button, Message
from bot.texts.paging import page_of
from bot.texts.speaker import Speaker

NAME_UNITS = 40
HAND, HAND_ALL = "hand", "handall"
"""The words of these buttons: `n:hand:<newcomer>:to:<colleague>`, `n:handall:to:<colleague>`."""


def _all(label: str, *more: object) -> Button:
    return Button(label=label, data=buttons.data(buttons.CASELOAD, HAND_ALL, *more))


def colleague_rows(
    colleagues: Sequence[Begeleider],
    page_number: int,
    *,
    chooses: Callable[[Begeleider], str],
    turns: Callable[[int], str],
) -> tuple[tuple[Button, ...], ...]:
    """A button for each colleague, eight a page.

    Args:
        colleagues: All of them.
        page_number: Which page, counted from 0.
        chooses: What the button of a colleague carries.
        turns: What the button to a page carries.
    """
    page = page_of(colleagues, page_number)
    rows = [(Button(label=fit.shorten(one.name, NAME_UNITS), data=chooses(one)),) for one in page.items]
    return (*rows, *page.turns(turns))


def choose_colleague(newcomer: Newcomer, colleagues: Sequence[Begeleider], page: int) -> Message:
    """Who guides this newcomer from now on?"""
    if not colleagues:
        return Message(text=_no_colleague(), buttons=((to_page(newcomer.id),),))
    text = dutch("🤝 <b>Wie begeleidt {newcomer} voortaan?</b>", newcomer=newcomer.name)
    rows = colleague_rows(
        colleagues,
        page,
        chooses=lambda one: buttons.data(buttons.CASELOAD, HAND, newcomer.id, "to", one.id),
        turns=lambda number: buttons.data(buttons.CASELOAD, HAND, newcomer.id, "page", number),
    )
    return Message(text=text, buttons=(*rows, (to_page(newcomer.id),)))


def _no_colleague() -> str:
    return dutch("Er is nog geen collega in de bot. Vraag je beheerder om een link voor je collega.")


def confirm(newcomer: Newcomer, colleague: Begeleider) -> Message:
    """Handing over is confirmed."""
    text = dutch(
        "🤝 <b>{newcomer}</b> doorgeven aan <b>{colleague}</b>?\nUren, contract en open vragen gaan mee."
        " Jij ziet {newcomer} daarna niet meer. {newcomer} krijgt een bericht.",
        newcomer=newcomer.name,
        colleague=colleague.name,
    )
    yes = about(dutch_plain("✅ Ja, geef door"), HAND, newcomer.id, "yes", colleague.id)
    return Message(text=text, buttons=((yes,), (to_page(newcomer.id),)))


def handed(newcomer: Newcomer, colleague: Begeleider) -> Message:
    """It is done."""
    text = dutch(
        "✅ <b>{colleague}</b> begeleidt <b>{newcomer}</b> voortaan.",
        colleague=colleague.name,
        newcomer=newcomer.name,
    )
    return Message(text=text, buttons=((to_list(),),))


def received(newcomer: Newcomer, former: str) -> Message:
    """To the colleague who guides somebody from now on."""
    text = dutch(
        "📥 <b>{former}</b> geeft <b>{newcomer}</b> aan jou door.", former=former, newcomer=newcomer.name
    )
    return Message(text=text, buttons=((about(dutch_plain("👤 Toon"), "page", newcomer.id),),))


# Everybody at once.


def choose_colleague_for_all(count: int, colleagues: Sequence[Begeleider], page: int) -> Message:
    """Who guides everybody from now on, as when a begeleider leaves?"""
    if not count:
        return Message(text=dutch("Je begeleidt niemand."), buttons=((to_list(),),))
    if not colleagues:
        return Message(text=_no_colleague(), buttons=((to_list(),),))
    text = dutch_plural(
        "🤝 <b>Wie begeleidt jouw inburgeraar voortaan?</b>",
        "🤝 <b>Wie begeleidt jouw {count} mensen voortaan?</b>",
        count,
    )
    rows = colleague_rows(
        colleagues,
        page,
        chooses=lambda one: buttons.data(buttons.CASELOAD, HAND_ALL, "to", one.id),
        turns=lambda number: buttons.data(buttons.CASELOAD, HAND_ALL, "page", number),
    )
    return Message(text=text, buttons=(*rows, (to_list(),)))


def confirm_all(count: int, colleague: Begeleider, *, is_last: bool) -> Message:
    """Handing over everybody is asked twice.

    Args:
        count: How many people there are.
        colleague: Who guides them then.
        is_last: Is it the second time?
    """
    if is_last:
        text = dutch(
            "⚠️ <b>Zeker?</b> Je ziet daarna niemand meer. Alleen <b>{colleague}</b> kan hen teruggeven.",
            colleague=colleague.name,
        )
        yes = _all(dutch_plain("✅ Ja, geef iedereen door"), "yes", colleague.id)
    else:
        text = dutch_plural(
            "🤝 <b>1 persoon</b> doorgeven aan <b>{colleague}</b>?\nIedereen met een telefoon krijgt een"
            " bericht. Open vragen gaan mee.",
            "🤝 <b>{count} mensen</b> doorgeven aan <b>{colleague}</b>?\nIedereen met een telefoon krijgt een"
            " bericht. Open vragen gaan mee.",
            count,
            colleague=colleague.name,
        )
        yes = _all(dutch_plain("🤝 Ja, iedereen"), "sure", colleague.id)
    return Message(text=text, buttons=((yes,), (to_list(),)))


def is_handing(colleague: Begeleider) -> Message:
    """It is under way; a message follows when it is done."""
    return Message(
        text=dutch(
            "⏳ Ik geef iedereen door aan <b>{colleague}</b>. Je krijgt een bericht als het klaar is.",
            colleague=colleague.name,
        )
    )


def handed_all(count: int, colleague: str) -> Message:
    """Everybody was handed over."""
    return Message(
        text=dutch_plural(
            "✅ <b>{colleague}</b> begeleidt voortaan 1 persoon van jou.",
            "✅ <b>{colleague}</b> begeleidt voortaan {count} mensen van jou.",
            count,
            colleague=colleague,
        ),
        buttons=((to_list(),),),
    )


def received_all(count: int, former: str) -> Message:
    """To the colleague who guides them from now on."""
    return Message(
        text=dutch_plural(
            "📥 <b>{former}</b> geeft 1 persoon aan jou door.",
            "📥 <b>{former}</b> geeft {count} mensen aan jou door.",
            count,
            former=former,
        ),
        buttons=((to_list(),),),
    )


# What newcomers hear.


def new_begeleider(speaker: Speaker, begeleider: str) -> Message:
    """To a newcomer whom another begeleider guides from now on."""
    # Translators: the former begeleider handed the newcomer over to a colleague, {name}.
    text = speaker.say(
        "Je hebt een nieuwe begeleider: <b>{name}</b>.\n"
        "Je uren en je vragen gaan mee. Je hoeft niets te doen.",
        name=begeleider,
    )
    return Message(text=text)
