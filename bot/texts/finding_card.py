"""What a newcomer can do with one activity: want it, save it, see more like it, read all of it."""

from bot.domain.ids import NewcomerId, OfferId
from bot.domain.offer import Offer
from bot.texts import buttons
from bot.texts.finding_buttons import Row, back_to_list, button
from bot.texts.message import Button
from bot.texts.offer_card import has_more
from bot.texts.speaker import Speaker


def want(speaker: Speaker, offer_id: OfferId) -> Button:
    """I want to go: the participation takes it from there."""
    # Translators: button: the person wants to take part in this activity.
    label = speaker.plain("🙋 Ik wil dit doen")
    return Button(label=label, data=buttons.data(buttons.GOING, "go", offer_id))


def card_rows(
    speaker: Speaker,
    whom: NewcomerId | None,
    offer: Offer,
    shown: tuple[OfferId, ...],
    *,
    is_saved: bool,
    first: tuple[Row, ...],
) -> tuple[Row, ...]:
    """The rows of buttons under an activity.

    Args:
        speaker: The reader's voice.
        whom: For whom is looked.
        offer: The activity.
        shown: The activities of the list it was opened from.
        is_saved: Was it saved?
        first: The rows on top: what the newcomer, or the begeleider, decides.
    """
    rows: list[Row] = [
        *first,
        (_save(speaker, whom, offer.id, shown, is_saved=is_saved), _like(speaker, whom, offer.id)),
    ]
    if has_more(offer):
        # Translators: button: show the whole description of the activity.
        label = speaker.plain("📝 Hele uitleg")
        rows.append((button(label, whom, "full", _place_in(offer.id, shown), *shown),))
    return (*rows, (back_to_list(speaker, whom, shown),))


def back_to_card(
    speaker: Speaker, whom: NewcomerId | None, offer_id: OfferId, shown: tuple[OfferId, ...]
) -> Row:
    """From the whole description back to the activity."""
    # Translators: button: back to the activity.
    return (button(speaker.plain("⬅️ Terug"), whom, "card", _place_in(offer_id, shown), *shown),)


def _save(
    speaker: Speaker,
    whom: NewcomerId | None,
    offer_id: OfferId,
    shown: tuple[OfferId, ...],
    *,
    is_saved: bool,
) -> Button:
    place = _place_in(offer_id, shown)
    if is_saved:
        # Translators: button: the activity is saved; a tap takes it out again.
        return button(speaker.plain("✅ Bewaard"), whom, "unsave", place, *shown)
    # Translators: button: save this activity for later.
    return button(speaker.plain("⭐ Bewaren"), whom, "save", place, *shown)


def _like(speaker: Speaker, whom: NewcomerId | None, offer_id: OfferId) -> Button:
    # Translators: button: activities that are like this one.
    return button(speaker.plain("🔁 Meer zoals dit"), whom, "like", offer_id)


def _place_in(offer_id: OfferId, shown: tuple[OfferId, ...]) -> int:
    return shown.index(offer_id)
