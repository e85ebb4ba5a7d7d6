"""Fetches what people sent: photos, documents, voice messages. Never within a transaction."""

from collections.abc import Iterator
from contextlib import contextmanager

from telegram import File
from telegram.error import BadRequest, InvalidToken, TelegramError

from bot.delivery.errors import FileGone, FileTooLarge, TelegramUnreachable
from bot.delivery.telegram_bot import DeliveryBot

_TOO_LARGE = "too big"


class Files:
    """Telegram's files, by the ids that messages carry."""

    def __init__(self, bot: DeliveryBot) -> None:
        self._bot = bot

    async def download(self, file_id: str, *, at_most: int) -> bytes:
        """The content of a file.

        Args:
            file_id: As the message carried it.
            at_most: How many bytes are taken; Telegram itself gives a bot at most 20 MB.

        Raises:
            FileGone: Telegram does not have it any more; asking again does not help.
            FileTooLarge: It is larger than that.
            TelegramUnreachable: Telegram does not answer, or asks to wait; try again later.
        """
        with _in_our_words():
            file = await self._bot.get_file(file_id)
        if (file.file_size or 0) > at_most:
            raise FileTooLarge
        content = await _content(file)
        if len(content) > at_most:
            raise FileTooLarge
        return content


async def _content(file: File) -> bytes:
    try:
        with _in_our_words():
            return bytes(await file.download_as_bytearray())
    except InvalidToken as error:
        # What the library makes of "not found", which here is said of the file.
        raise FileGone from error


@contextmanager
def _in_our_words() -> Iterator[None]:
    try:
        yield
    except InvalidToken:
        raise
    except BadRequest as error:
        raise (FileTooLarge if _TOO_LARGE in error.message.lower() else FileGone) from error
    except TelegramError as error:
        raise TelegramUnreachable(type(error).__name__) from error
