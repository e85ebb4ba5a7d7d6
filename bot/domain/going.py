"""What somebody chose, looked at together with its offer as that is now."""

from dataclasses import dataclass

from bot.domain.offer import Offer
from bot.domain.participation import ContactView, Participation


@dataclass(frozen=True, kw_only=True)
class Going:
    """A participation with its offer as it is now."""

    participation: Participation
    offer: Offer
    is_open: bool
    """Could somebody still choose the offer today?"""
    view: ContactView = ContactView.UNKNOWN
    """What its newcomer may see of the contact; only as `look` found it."""
    km: float | None = None
    """How far it is from the place of the newcomer's last search."""
