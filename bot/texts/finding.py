"""Looking for an activity: what do you like, and three activities with why; honest when nothing near fits."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.domain.ids import NewcomerId
from bot.domain.interest import Interest
from bot.domain.search import ANYWHERE_KM, Found, Match, Miss, Search
from bot.texts import buttons, fit
from bot.texts import places as place_texts
from bot.texts.finding_buttons import (
    NUMBERS,
    Row,
    ask_begeleider,
    button,
    further,
    keep_wish,
    other_search,
    show,
)
from bot.texts.interests import ORDER, interest_label
from bot.texts.message import Button, Message, visible
from bot.texts.offer_card import block
from bot.texts.offer_kinds import kind_label
from bot.texts.offer_reasons import BETWEEN
from bot.texts.speaker import Speaker, escaped
from bot.texts.times import times_label

A_PAGE = 12
"""So many interests stand on a page: six rows of two."""
TICKED = "✅"
_MOST_NAMED = 4
_SAVED_SIGN, _WISHES_SIGN = "⭐", "🔔"


@dataclass(frozen=True, kw_only=True)
class Home:
    """What the screen "what do you like?" shows."""

    whom: NewcomerId | None
    search: Search
    page: int = 0
    saved: int = 0
    """How many activities were saved."""
    wishes: int = 0
    """How many wishes are kept."""


@dataclass(frozen=True, kw_only=True)
class Meant:
    """The bot is not sure that a message was a wish: it may mean something else, or go to the begeleider."""

    others: tuple[tuple[str, str], ...] = ()
    """Labels of what else it may mean, with what stands on their buttons."""


def pages() -> int:
    """How many pages of interests there are."""
    return (len(ORDER) + A_PAGE - 1) // A_PAGE


def home(speaker: Speaker, shown: Home, *, not_understood: bool = False) -> Message:
    """What do you like? Tick, or just type.

    Args:
        speaker: The reader's voice.
        shown: The search, and the page.
        not_understood: Did somebody type what says nothing about an activity?
    """
    if not_understood:
        # Translators: the person typed something in which the bot reads no activity. Be kind.
        text = speaker.say("🔎 <b>Ik begrijp nog niet wat je zoekt.</b>\nTik aan wat je leuk vindt.")
    else:
        # Translators: first screen of the search; below are buttons with interests, such as "cooking".
        text = speaker.say(
            "🔎 <b>Wat doe je graag?</b>\nTik aan wat je leuk vindt. Of typ het, in je eigen taal."
        )
    # What is ticked on another page would not be seen.
    ticked = what_is_sought(speaker, Search(interests=shown.search.interests), shown.search.interests)
    return Message(
        text=f"{text}\n\n{TICKED} {ticked}" if ticked else text,
        buttons=(*_interests(speaker, shown), *_below(speaker, shown)),
    )


def _interests(speaker: Speaker, shown: Home) -> list[Row]:
    page = min(max(shown.page, 0), pages() - 1)
    on_page = ORDER[page * A_PAGE : (page + 1) * A_PAGE]
    found = [_interest(speaker, shown, page, interest) for interest in on_page]
    rows = [tuple(found[place : place + 2]) for place in range(0, len(found), 2)]
    return [*rows, _turning(speaker, shown, page)]


def _interest(speaker: Speaker, shown: Home, page: int, interest: Interest) -> Button:
    is_ticked = interest in shown.search.interests
    label = interest_label(speaker, interest)
    becomes = "0" if is_ticked else "1"
    return button(f"{TICKED} {label}" if is_ticked else label, shown.whom, "tick", interest, becomes, page)


def _turning(speaker: Speaker, shown: Home, page: int) -> Row:
    row = [show(speaker, shown.whom)]
    if page > 0:
        row.insert(0, button("⬅️", shown.whom, "home", page - 1))
    if page < pages() - 1:
        row.append(button("➡️", shown.whom, "home", page + 1))
    return tuple(row)


def _below(speaker: Speaker, shown: Home) -> list[Row]:
    where = button(place_texts.place_label(speaker, shown.search), shown.whom, "where")
    when = button(times_label(speaker, shown.search.times), shown.whom, "when")
    kept = []
    if shown.saved:
        # Translators: button: activities that the person saved; how many.
        label = speaker.plain("Bewaard ({count})", count=shown.saved)
        kept.append(button(f"{_SAVED_SIGN} {label}", shown.whom, "saved"))
    if shown.wishes:
        # Translators: button: what the person still looks for; the bot writes when it is there.
        label = speaker.plain("Mijn wensen ({count})", count=shown.wishes)
        kept.append(button(f"{_WISHES_SIGN} {label}", shown.whom, "wishes"))
    return [(where, when), tuple(kept)] if kept else [(where, when)]


# Activities.


def found(
    speaker: Speaker,
    shown: Found,
    whom: NewcomerId | None,
    *,
    about: Sequence[Interest] = (),
    meant: Meant | None = None,
    are_others: bool = False,
    may_ask: bool = True,
) -> Message:
    """Three activities, best first, each with why.

    Args:
        speaker: The reader's voice.
        shown: What was found.
        whom: For whom is looked.
        about: What the search is about, its words included.
        meant: Set when the bot is not sure that this was a wish.
        are_others: Were activities of the same search shown before?
        may_ask: Is there a begeleider to ask? A begeleider who looks needs no such button.
    """
    if not shown.matches:
        return nothing(speaker, shown.search, whom, about=about, are_others=are_others, may_ask=may_ask)
    lines = (
        _opening(speaker, shown, asks_if_meant=meant is not None, are_others=are_others),
        what_is_sought(speaker, shown.search, about),
    )
    return Message(
        text=listed(speaker, "\n".join(line for line in lines if line), shown),
        buttons=(
            numbers(whom, shown.matches),
            *_ways_on(speaker, shown, whom),
            *_if_not_meant(speaker, meant),
        ),
    )


def listed(speaker: Speaker, opening: str, shown: Found) -> str:
    """A first line and up to three activities, as much as one message holds."""
    blocks = [
        block(speaker, number, match, shown.search, shown.at)
        for number, match in zip(NUMBERS, shown.matches, strict=False)
    ]
    # Translators: below a list of activities; the numbers are the buttons.
    hint = speaker.say("Tik op een nummer om meer te zien.")
    while len(blocks) > 1 and fit.units(visible("\n\n".join((opening, *blocks, hint)))) > fit.MESSAGE_UNITS:
        blocks.pop()
    return "\n\n".join((opening, *blocks, hint))


def numbers(whom: NewcomerId | None, matches: Sequence[Match]) -> Row:
    """A row with the number of each activity, which opens it; it carries the others of the list along."""
    ids = [match.offer.id for match in matches[: len(NUMBERS)]]
    return tuple(button(NUMBERS[place], whom, "card", place, *ids) for place in range(len(ids)))


def _opening(speaker: Speaker, shown: Found, *, asks_if_meant: bool, are_others: bool) -> str:
    if asks_if_meant:
        # Translators: the bot is not sure that the person looks for an activity. It shows some.
        asked = speaker.say("🔎 <b>Zoek je een activiteit?</b> Bedoel je dit?")
        return f"{asked}\n{nothing_fits(speaker, shown)}" if shown.nothing_fits else asked
    if shown.nothing_fits and are_others:
        # Translators: what fits best was shown before; these activities fit less.
        return speaker.say("🔎 <b>Nog andere activiteiten.</b> Deze passen minder goed.")
    if shown.nothing_fits:
        return nothing_fits(speaker, shown)
    # Translators: above three activities that fit.
    return speaker.say("🔎 <b>Dit past bij jou</b>")


def nothing_fits(speaker: Speaker, shown: Found) -> str:
    """Honestly: what is shown is only the nearest to it, and in what it falls short."""
    if _all_miss(shown, Miss.OTHER_SUBJECT):
        # Translators: no activity is about what the person wants; the nearest ones are shown.
        return speaker.say("🔎 <b>Precies dat vind ik nog niet.</b> Dit komt het dichtst in de buurt.")
    is_far, is_other = _all_miss(shown, Miss.FAR), _all_miss(shown, Miss.OTHER_TIMES)
    if is_far and not is_other:
        # Translators: there are fitting activities, but further away than the person wants.
        return speaker.say("🔎 <b>Dichtbij is er nog niets.</b> Dit past wel, maar is verder weg.")
    if is_other and not is_far:
        # Translators: there are fitting activities, but on other days or hours than the person wants.
        return speaker.say("🔎 <b>Op die momenten is er nog niets.</b> Dit past wel, op een ander moment.")
    # Translators: nothing fits everything the person wants; the nearest ones are shown.
    return speaker.say("🔎 <b>Nog niets past helemaal.</b> Dit komt het dichtst in de buurt.")


def _all_miss(shown: Found, miss: Miss) -> bool:
    return bool(shown.matches) and all(miss in match.hit.misses for match in shown.matches)


def what_is_sought(speaker: Speaker, search: Search, about: Sequence[Interest]) -> str:
    """What is looked for and where, in signs and names; HTML."""
    names = [kind_label(speaker, kind) for kind in sorted(search.kinds)]
    names += [interest_label(speaker, interest) for interest in about]
    parts = [", ".join(names[:_MOST_NAMED]), *place_texts.place_words(speaker, search)]
    parts += [] if search.times.are_any else [times_label(speaker, search.times)]
    return escaped(speaker.line(BETWEEN.join(speaker.isolated(part) for part in parts if part)))


def _ways_on(speaker: Speaker, shown: Found, whom: NewcomerId | None) -> list[Row]:
    # Translators: button: three other activities.
    more = button(speaker.plain("➡️ Toon andere"), whom, "more")
    # Translators: button: activities on other days or hours.
    days = button(speaker.plain("🗓 Andere dagen"), whom, "when")
    # Where all is too far already, nearer leads to nothing.
    is_far = shown.nothing_fits and _all_miss(shown, Miss.FAR)
    distance = (further(speaker, whom),) if is_far else _nearer(speaker, shown.search, whom)
    rows: list[Row] = [(more, other_search(speaker, whom)), (*distance, days)]
    return [(keep_wish(speaker, whom),), *rows] if shown.nothing_fits else rows


def _if_not_meant(speaker: Speaker, meant: Meant | None) -> list[Row]:
    if meant is None:
        return []
    others = [Button(label=words, data=buttons.data(buttons.CHOICE, label)) for label, words in meant.others]
    # Translators: button: the message was no wish but a question; it goes to the begeleider.
    label = speaker.plain("💬 Nee, vraag het mijn begeleider")
    return [(one,) for one in (*others, Button(label=label, data=ASK_INSTEAD))]


ASK_INSTEAD = "ask:own:-"
"""Carries the person's own message to the begeleider, as under "I do not know"."""


def _nearer(speaker: Speaker, search: Search, whom: NewcomerId | None) -> Row:
    if search.place is None:
        return (button(place_texts.place_label(speaker, search), whom, "where"),)
    # Translators: button: activities that are closer.
    return (button(speaker.plain("📍 Dichterbij"), whom, "nearer"),)


def nothing(
    speaker: Speaker,
    search: Search,
    whom: NewcomerId | None,
    *,
    about: Sequence[Interest] = (),
    are_others: bool,
    may_ask: bool = True,
) -> Message:
    """There is nothing at all, or nothing else: the wish can be kept."""
    text = _nothing_else(speaker) if are_others else _nothing_yet(speaker)
    sought = what_is_sought(speaker, search, about)
    rows: list[Row] = [(keep_wish(speaker, whom),)]
    if search.reach_km != ANYWHERE_KM and search.place is not None:
        rows.append((further(speaker, whom),))
    # Translators: button: begin again with the first activities that were shown.
    again = button(speaker.plain("↩️ Toon alles opnieuw"), whom, "again")
    rows.append((again, other_search(speaker, whom)))
    if may_ask:
        rows.append((ask_begeleider(speaker),))
    return Message(text="\n\n".join(part for part in (text, sought) if part), buttons=tuple(rows))


def _nothing_else(speaker: Speaker) -> str:
    # Translators: no activity is left to show. Be warm; below is a button to be told later.
    return speaker.say(
        "🔎 <b>Ik vind nu niets anders.</b>\nIk kan je schrijven als er iets nieuws is. Wil je dat?"
    )


def _nothing_yet(speaker: Speaker) -> str:
    # Translators: no activity is found at all. Be warm; below is a button to be told later.
    return speaker.say(
        "🔎 <b>Dit vind ik nu nog niet.</b>\nIk kan je schrijven als er iets nieuws is. Wil je dat?"
    )


def gone(speaker: Speaker) -> str:
    """A short notice: the activity is not there any more; plain text."""
    # Translators: short notice: somebody removed the activity, or it is full now. Others are shown.
    return speaker.plain("Deze activiteit is er niet meer. Ik toon je andere.")
