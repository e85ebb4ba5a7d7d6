"""Which bewijs hours belong to, as a form fills it in: a known one, or the parts of a new one."""

import datetime as dt
from dataclasses import replace
from typing import TypeVar

from bot.domain.dossier import Dossier
from bot.domain.drafts import BewijsDraft
from bot.services.hour_claims import known_bewijs, tidy

B = TypeVar("B", bound=BewijsDraft)
PARTS = frozenset({"bewijs_id", "kind", "organisation", "contact"})
LONGEST_NAME = 80


def missing_part(dossier: Dossier, draft: BewijsDraft) -> str | None:
    """What has to be known before the hours have a place; None when they have one."""
    if draft.kind is None:
        return "bewijs_id" if dossier.book.bewijzen and not draft.has_place else "kind"
    is_known = known_bewijs(dossier, draft.kind, draft.organisation, draft.contact) is not None
    return None if draft.has_place or is_known else "organisation"


def fill_part(dossier: Dossier, draft: B, name: str, value: object) -> B:
    """Take a part of where the hours belong.

    Raises:
        ValueError: There is no such bewijs, or no such kind.
    """
    if name == "bewijs_id":
        bewijs = next((b for b in dossier.book.bewijzen if b.id == int(str(value))), None)
        if bewijs is None:
            raise ValueError("no such bewijs")
        return replace(draft, kind=bewijs.kind, organisation=bewijs.organisation, contact=bewijs.contact)
    if name == "kind" and draft.kind is not None:
        # Another kind is another bewijs, whose place is still to be said.
        draft = replace(draft, organisation=None, contact=None)
    if name == "contact":
        draft = replace(draft, organisation=None)
    return draft.having(name, value)


def read_name(typed: str, _: dt.date) -> str | None:
    """The name of an organisation or a contact, on one line."""
    name = tidy(typed)
    return name if name and len(name) <= LONGEST_NAME else None
