"""What services need to know that is no row: settings, calendars, what finds activities."""

import contextlib
import datetime as dt
import secrets
from dataclasses import fields
from functools import cache
from pathlib import Path

import holidays

from bot.domain.privacy import USUAL_GROUNDS, DataKind, Ground, Periods, Policy
from bot.finding import Finding
from bot.offers.places import Places
from bot.services.surroundings import Surroundings
from bot.settings import Settings

FLEMISH_COMMUNITY_DAY = (7, 11)
"""11 July: a day off for public services in Flanders, though not a legal holiday."""


def surroundings(settings: Settings, finding: Finding | None = None) -> Surroundings:
    """What services need to know that is no row.

    Args:
        settings: As they were read.
        finding: What finds activities; None where nobody looks for one.
    """
    return Surroundings(
        zone=settings.zone,
        is_holiday=is_flemish_holiday,
        secret_key=secret_key(settings),
        fallback_chat=settings.fallback_chat,
        policy=policy(settings),
        finder=finding.catalogue if finding else None,
        places=places(),
        public_url=settings.public_url or None,
        takes_photos=bool(settings.photo_key_bytes),
    )


@cache
def places() -> Places:
    """Belgium's places, read once."""
    return Places.load()


def policy(settings: Settings) -> Policy:
    """What the operator states about personal data."""
    stated = {DataKind(kind): Ground(ground) for kind, ground in settings.grounds.items()}
    periods = Periods(**{kept.name: getattr(settings, f"keep_{kept.name}_days") for kept in fields(Periods)})
    return Policy(grounds={**USUAL_GROUNDS, **stated}, controller=settings.controller, periods=periods)


def secret_key(settings: Settings) -> bytes:
    """The key that signs links: the one that is set, or one made once and kept in the data folder."""
    if settings.secret_key is not None:
        return settings.secret_key.get_secret_value().encode()
    path = settings.data_dir / "secret_key"
    if not path.exists():
        settings.data_dir.mkdir(parents=True, exist_ok=True)
        _write_secret(path, secrets.token_urlsafe(48))
    return path.read_text(encoding="ascii").encode()


def _write_secret(path: Path, secret: str) -> None:
    """Whole or not at all, and only once: another process may start at the same moment."""
    draft = path.with_name(f"{path.name}.{secrets.token_hex(4)}")
    draft.touch(mode=0o600)
    draft.write_text(secret, encoding="ascii")
    with contextlib.suppress(FileExistsError):
        path.hardlink_to(draft)
    draft.unlink()


@cache
def _holidays_of(year: int) -> frozenset[dt.date]:
    return frozenset({*holidays.country_holidays("BE", years=year), dt.date(year, *FLEMISH_COMMUNITY_DAY)})


def is_flemish_holiday(day: dt.date) -> bool:
    """Is this a day on which public services in Flanders are closed?"""
    return day in _holidays_of(day.year)
