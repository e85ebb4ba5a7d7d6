"""Photographs every form that the bot sends, so that a visitor of the demo can hand it in at once."""

import asyncio

from bot.demo.files import StoredFile
from bot.demo.samples import sample_pictures
from bot.demo.telegram import Telegram

PDF = "application/pdf"
JPEG = "image/jpeg"


class Photographer:
    """Keeps the samples of the page those of the newest form."""

    def __init__(self, telegram: Telegram) -> None:
        self._telegram = telegram
        self._tasks: set[asyncio.Task[None]] = set()
        telegram.on_upload[:] = [self.hear]

    def hear(self, file: StoredFile) -> None:
        """Photograph a form among what the bot sends."""
        if file.mime == PDF:
            self.take(file.data)

    def take(self, form_pdf: bytes) -> None:
        """Photograph a form; its pictures are there some seconds later."""
        task = asyncio.create_task(self._take(form_pdf))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _take(self, form_pdf: bytes) -> None:
        pictures = await asyncio.to_thread(sample_pictures, form_pdf)
        for name, content in pictures:
            self._telegram.samples[f"{name}.jpg"] = (f"{name}.jpg", JPEG, content)
