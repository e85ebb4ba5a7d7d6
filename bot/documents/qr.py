"""A link as a QR picture that a phone reads from a screen or from paper."""

import io

import segno

MODULE_PIXELS = 10
QUIET_MODULES = 4
"""The white border that the standard asks for."""


def qr_png(link: str) -> bytes:
    """Draw a link as a PNG: black on white, large modules, a few kB.

    Args:
        link: The whole address.
    """
    picture = io.BytesIO()
    segno.make(link, error="m", micro=False).save(
        picture, kind="png", scale=MODULE_PIXELS, border=QUIET_MODULES, dark="black", light="white"
    )
    return picture.getvalue()
