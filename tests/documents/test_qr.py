"""The QR picture of a link."""

import struct

from bot.documents.qr import MODULE_PIXELS, QUIET_MODULES, qr_png

LINK = "https://t.me/inburgerbot?start=n-7ck8H5Pv5yN3SxPxCIrebci0d7OCMIIX"


def test_the_picture_is_small_enough_for_a_prepaid_card() -> None:
    assert len(qr_png(LINK)) <= 60_000


def test_the_modules_are_large_and_a_quiet_zone_surrounds_them() -> None:
    width, height = struct.unpack(">II", qr_png(LINK)[16:24])

    assert width == height
    assert width % MODULE_PIXELS == 0
    # A square of 21 modules and four more for each version, with the border on both sides.
    assert (width // MODULE_PIXELS - 2 * QUIET_MODULES - 21) % 4 == 0
