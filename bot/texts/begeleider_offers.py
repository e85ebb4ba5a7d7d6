"""An offer in full as a begeleider sees it, and the ones that are to be checked (Dutch only)."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from bot.domain.ids import BegeleiderId
from bot.domain.offer import IN_CHAT, Checked, Offer, OfferDetails
from bot.domain.offer_fields import CONDITIONS, OfferField, value_of
from bot.texts import dutch_hours, fit
from bot.texts.begeleider_offer_buttons import button, to_home, to_offer
from bot.texts.begeleider_offer_words import LABEL, count_words, shown
from bot.texts.dutch import dutch, dutch_plain
from bot.texts.message import Button, Message
from bot.texts.offer_kinds import PICTOGRAM

DESCRIPTION_UNITS = 700
IN_QUEUE, ON_PAGE = "q", "p"
"""Where a condition is marked: while going through what is unchecked, or on an offer's own screen."""
YES, NO, OPEN = "y", "n", "x"
SIGN_OF = {True: YES, False: NO, None: OPEN}
HOLDS_OF = {sign: holds for holds, sign in SIGN_OF.items()}
_HEAD = frozenset({OfferField.TITLE, OfferField.DESCRIPTION, OfferField.GONE, *CONDITIONS})
_SOURCES = {IN_CHAT: "in de chat toegevoegd"}


# One offer.


@dataclass(frozen=True, kw_only=True)
class OfferPage:
    """Everything an offer's screen shows."""

    offer: Offer
    today: dt.date
    checkers: Mapping[BegeleiderId | None, str] = field(default_factory=dict)
    """The names of who checked a condition."""
    changes: Sequence[tuple[str | None, dt.date, OfferField]] = ()
    """Who corrected what, and when; newest first."""
    undo: int | None = None
    """The change that this begeleider just made."""


def offer_page(page: OfferPage) -> Message:
    """An offer with all that is known, and what can be done with it."""
    text = "\n\n".join(
        part
        for part in (
            _state(page.offer, page.today),
            summary(page.offer.details, page.today, checkers=page.checkers),
            _origin(page),
        )
        if part
    )
    return Message(text=text, buttons=_ways(page))


def _state(offer: Offer, today: dt.date) -> str:
    """Why nobody can choose it now; nothing when somebody can."""
    details = offer.details
    if details.is_cancelled:
        return dutch("🚫 <b>Bestaat niet meer.</b> Niemand krijgt deze activiteit te zien.")
    if offer.vanished_at is not None:
        return dutch("🚫 <b>Staat niet meer in de lijst van de bron.</b>")
    if details.is_unfit:
        return dutch("🚫 <b>Telt niet mee voor de 40 uur.</b> Niemand krijgt deze activiteit te zien.")
    if details.full_until is not None and details.full_until >= today:
        return dutch("🚫 <b>Volzet.</b>")
    return "" if offer.is_open(today) else dutch("🚫 <b>Voorbij.</b>")


def summary(
    details: OfferDetails, today: dt.date, *, checkers: Mapping[BegeleiderId | None, str] | None = None
) -> str:
    """What is said of an offer, part by part; what nobody said is left out."""
    lines = [dutch("<b>{sign} {title}</b>", sign=PICTOGRAM[details.kind], title=details.title)]
    for part in OfferField:
        value = None if part in _HEAD else shown(details, part, today)
        if value is not None:
            lines.append(dutch("{label}: {value}", label=LABEL[part], value=value))
    checks = [_check_line(part, value_of(details, part), checkers or {}) for part in CONDITIONS]
    about = dutch("{text}", text=fit.shorten(details.description, DESCRIPTION_UNITS))
    return "\n\n".join(part for part in ("\n".join(lines), "\n".join(checks), about) if part)


def _check_line(part: OfferField, checked: Checked, names: Mapping[BegeleiderId | None, str]) -> str:
    if checked.holds is None:
        return dutch("❔ {label}: nog na te kijken", label=LABEL[part])
    sign, word = ("✅", "ja") if checked.holds else ("⛔", "nee")
    if (name := names.get(checked.by)) is None:
        return dutch("{sign} {label}: {word}", sign=sign, label=LABEL[part], word=word)
    return dutch(
        "{sign} {label}: {word}, nagekeken door {name}", sign=sign, label=LABEL[part], word=word, name=name
    )


def _origin(page: OfferPage) -> str:
    source = _SOURCES.get(page.offer.source, page.offer.source)
    lines = [dutch("<i>Bron: {source}</i>", source=fit.shorten(source, 60))]
    for name, day, part in page.changes:
        lines.append(
            dutch(
                "<i>✏️ {day} {name}: {label}</i>",
                day=dutch_hours.day(day),
                name=name or "een collega",
                label=LABEL[part].lower(),
            )
        )
    return "\n".join(lines)


def _ways(page: OfferPage) -> tuple[tuple[Button, ...], ...]:
    offer = page.offer
    rows: list[tuple[Button, ...]] = []
    if page.undo is not None:
        rows.append((button(dutch_plain("↩️ Ongedaan maken"), "undo", page.undo),))
    rows.append((button(dutch_plain("✏️ Verbeteren"), "fix", offer.id),))
    if offer.details.is_cancelled:
        rows.append((button(dutch_plain("♻️ Bestaat toch nog"), "gone", offer.id, NO),))
    else:
        rows.append(
            (
                button(dutch_plain("⛔ Volzet"), "field", offer.id, OfferField.FULL_UNTIL),
                button(dutch_plain("🗑 Bestaat niet meer"), "gone", offer.id, YES),
            )
        )
        rows += mark_rows(offer, ON_PAGE)
    return (*rows, (button(dutch_plain("⬅️ Andere titel"), "find"), to_home()))


def mark_rows(offer: Offer, where: str) -> list[tuple[Button, ...]]:
    """The two questions, each with yes and no; what holds now is marked."""
    return [_mark_row(offer, part, where) for part in CONDITIONS]


def _mark_row(offer: Offer, part: OfferField, where: str) -> tuple[Button, ...]:
    now = value_of(offer.details, part).holds
    return tuple(
        button(
            _mark_label(part, holds, now),
            "mark", offer.id, part, SIGN_OF[None if holds is now else holds], SIGN_OF[now], where,
        )
        for holds in (True, False)
    )  # fmt: skip


def _mark_label(part: OfferField, holds: bool, now: bool | None) -> str:
    sign = ("✅" if holds else "⛔") if holds is now else "▫️"
    word = "wel" if holds else "niet"
    return dutch_plain("{sign} {word} {label}", sign=sign, word=word, label=LABEL[part].lower())


def choose_field(offer: Offer) -> Message:
    """Which part is wrong?"""
    text = dutch("✏️ <b>{title}</b>\nWat wil je verbeteren?", title=offer.details.title)
    parts = [part for part in OfferField if part not in (*CONDITIONS, OfferField.GONE)]
    labels = [button(LABEL[part], "field", offer.id, part) for part in parts]
    rows = [tuple(labels[at : at + 2]) for at in range(0, len(labels), 2)]
    return Message(text=text, buttons=(*rows, (to_offer(offer.id),)))


# Checking.


def check_card(page: OfferPage, left: int) -> Message:
    """An offer whose conditions are to be checked, or just were.

    Args:
        page: The offer.
        left: How many wait, this one among them if it still does.
    """
    offer = page.offer
    lines = [
        dutch("☑️ <b>Nakijken</b> · nog {count}", count=count_words(left)),
        dutch("Is deze activiteit in het Nederlands, en ontmoet je er andere mensen?"),
        "",
        summary(offer.details, page.today, checkers=page.checkers),
    ]
    if offer.details.is_unfit:
        lines += ["", dutch("🚫 Niemand krijgt deze activiteit nog te zien.")]
    elif offer.details.is_checked:
        lines += ["", dutch("👍 Nagekeken. Nieuwkomers kunnen deze activiteit meteen kiezen.")]
    is_done = offer.details.is_unfit or offer.details.is_checked
    onward = dutch_plain("➡️ Volgende") if is_done else dutch_plain("⏭ Later")
    more = button(dutch_plain("✏️ Verbeteren"), "offer", offer.id)
    rows = [*mark_rows(offer, IN_QUEUE), (more, button(onward, "later", offer.id)), (to_home(),)]
    return Message(text="\n".join(lines), buttons=tuple(rows))


def nothing_to_check(left: int) -> Message:
    """The queue is at its end.

    Args:
        left: How many were put off.
    """
    if not left:
        return Message(text=dutch("🎉 Alles is nagekeken."), buttons=((to_home(),),))
    again = button(dutch_plain("🔁 Begin opnieuw"), "check")
    text = dutch("Dat waren ze allemaal. Er zijn er nog <b>{count}</b> voor later.", count=count_words(left))
    return Message(text=text, buttons=((again,), (to_home(),)))


# Notices.


def decided_meanwhile(name: str | None) -> str:
    """A notice: a colleague was first."""
    if name is None:
        return dutch_plain("Dit is intussen veranderd. Kijk nog eens.")
    return dutch_plain("{name} besliste dit al. Kijk nog eens.", name=name)


def corrected() -> str:
    """A notice: it is kept."""
    return dutch_plain("✅ Verbeterd.")


def undone() -> str:
    """A notice: it is as it was."""
    return dutch_plain("↩️ Zoals het was.")


def not_undone() -> str:
    """A notice: it cannot be taken back any more."""
    return dutch_plain("Dit kan niet meer terug: het is intussen veranderd.")
