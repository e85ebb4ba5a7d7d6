"""Where a signed link leads: into the bot's chat, or to a page of the bot's own."""


def telegram_link(bot_username: str, token: str) -> str:
    """Opens the bot with this token."""
    return f"https://t.me/{bot_username}?start={token}"


def page_link(public_url: str, token: str) -> str:
    """Opens the page for this token, whose first letter says which.

    Args:
        public_url: The public address of the bot's pages.
        token: As `services.signed_links` made it.
    """
    return f"{public_url.rstrip('/')}/{token[0]}/{token}"
