"""What can go wrong while delivering, in our own words."""


class TelegramRefusesToken(Exception):  # noqa: N818 - a plain statement
    """Telegram does not know the token."""


class TelegramUnreachable(Exception):  # noqa: N818 - a plain statement
    """Telegram's address does not answer."""
