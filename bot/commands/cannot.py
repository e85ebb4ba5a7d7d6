"""What a command raises when it cannot do what was asked for."""


class CannotDo(Exception):  # noqa: N818 - a plain statement
    """What was asked for cannot be done; the message is one clear line."""
