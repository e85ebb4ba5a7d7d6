"""What can go wrong while delivering, in our own words."""


class TelegramRefusesToken(Exception):  # noqa: N818 - a plain statement
    """Telegram does not know the token."""


class TelegramUnreachable(Exception):  # noqa: N818 - a plain statement
    """Telegram's address does not answer."""


class FileGone(Exception):  # noqa: N818 - a plain statement
    """Telegram does not have this file, or not any more."""


class FileTooLarge(Exception):  # noqa: N818 - a plain statement
    """The file is larger than whoever asked for it takes, or than Telegram gives to a bot."""
