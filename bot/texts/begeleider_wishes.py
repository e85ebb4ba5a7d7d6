"""What newcomers wish for and nothing fits yet, in counts; never whose wish it is (Dutch only)."""

from collections.abc import Sequence

from bot.domain.interest import Interest
from bot.domain.wish_counts import FEWEST, WishCounts, figure
from bot.texts.begeleider_offer_buttons import button, to_home
from bot.texts.dutch import dutch, dutch_plain, dutch_speaker
from bot.texts.interests import PICTOGRAM, interest_name
from bot.texts.message import Message

INTERESTS_SHOWN = 15
MUNICIPALITIES_SHOWN = 12
PLACES_SHOWN = 3
OTHER_SIGN = "✳️"


def wish_name(interest: Interest | None) -> str:
    """What is wished for; plain text."""
    return dutch_plain("Iets anders") if interest is None else interest_name(dutch_speaker(), interest)


def place_name(municipality: str | None) -> str:
    """Where it is wished for; plain text."""
    return municipality or dutch_plain("Om het even waar")


def overview(counts: WishCounts) -> Message:
    """What is wished for most, and where."""
    heading = dutch("💭 <b>Wensen</b>\nHiervoor is er nog geen aanbod dat past. Zoveel mensen zoeken het:")
    if not counts.by_interest:
        text = dutch("💭 <b>Wensen</b>\nEr wacht nu niemand op een activiteit.")
        return Message(text=text, buttons=((to_home(),),))
    what = [_interest_line(counts, *one) for one in counts.by_interest[:INTERESTS_SHOWN]]
    where = [_place(*one) for one in counts.by_municipality[:MUNICIPALITIES_SHOWN]]
    text = "\n\n".join(
        (
            heading,
            "\n".join(what),
            dutch("<b>Per gemeente:</b> {places}", places=", ".join(where)),
            dutch("<i>Wie twee dingen zoekt, telt twee keer. Namen staan hier niet bij.</i>"),
        )
    )
    return Message(text=text, buttons=((button(dutch_plain("🖼 Als beeld"), "picture"),), (to_home(),)))


def _interest_line(counts: WishCounts, interest: Interest | None, count: int) -> str:
    sign = OTHER_SIGN if interest is None else PICTOGRAM[interest]
    line = dutch("{sign} {name}: <b>{count}</b>", sign=sign, name=wish_name(interest), count=figure(count))
    places = counts.places_of[interest]
    if all(people < FEWEST for _, people in places):
        return line
    return f"{line} · {dutch('{places}', places=_places(places))}"


def _places(places: Sequence[tuple[str | None, int]]) -> str:
    """Where, as far as nobody could be recognised by it."""
    named = [_place(*one) for one in places[:PLACES_SHOWN] if one[1] >= FEWEST]
    return ", ".join(named if len(named) == len(places) else [*named, dutch_plain("elders")])


def _place(municipality: str | None, count: int) -> str:
    return f"{place_name(municipality)} {figure(count)}"


# The picture.


def picture_headings() -> tuple[str, str]:
    """What stands above the bars of what is wished for, and above those of where."""
    return dutch_plain("Wat zoeken mensen?"), dutch_plain("In welke gemeente?")


def is_drawing() -> str:
    """A notice: the picture comes."""
    return dutch_plain("🖼 Het beeld komt eraan.")


def picture(png: bytes, day: str) -> Message:
    """The bars."""
    text = dutch("💭 Wensen zonder passend aanbod, op {day}. Eén of twee mensen: “1–2”.", day=day)
    return Message(text=text, picture=png)
