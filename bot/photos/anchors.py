"""Places the signature box exactly: pieces of its printed frame are looked up, also where it bends."""

from dataclasses import dataclass

import numpy as np

from bot.domain.form_layout import SIGNATURE
from bot.photos.known_print import FRAME_PIECES, frame_pieces
from bot.photos.picture import Pixels, Points
from bot.photos.placement import Placement, flatten_net
from bot.photos.registration import match_patch

AROUND_MM = 2.6
ALIKE = 0.5
"""From this correlation on a piece counts as found; handwriting may cross it."""
SLIP_MM = 0.8
"""A piece that is further off from what its neighbours say was mistaken."""


@dataclass(frozen=True, eq=False)
class SignatureBox:
    """Where the frame of the signature lies."""

    net: Points
    """Places on its outer edge in the picture's pixels: the upper and the lower edge, from left to right."""
    seen: float
    """Which share of these is to be seen."""

    @property
    def corners(self) -> Points:
        """The outer corners, clockwise from the top left, in the picture's pixels."""
        return self.net[[0, 0, 1, 1], [0, -1, -1, 0]]

    def flatten(self, grey: Pixels, per_mm: float) -> Pixels:
        """The box upright with its frame, as if the paper did not bend.

        Args:
            grey: The picture.
            per_mm: Pixels for a millimetre of the result.
        """
        size = (round(SIGNATURE.width * per_mm), round(SIGNATURE.height * per_mm))
        return flatten_net(grey, self.net, size)


def find_signature_box(grey: Pixels, placement: Placement) -> SignatureBox:
    """Look for the frame around where the placement says that it is.

    Args:
        grey: The picture.
        placement: Of the form.

    Returns:
        Where a piece is not to be seen, the others say where it must be; without any, as expected.
    """
    edges, shown = [], []
    for pieces in frame_pieces():
        matches = [match_patch(grey, placement, piece, AROUND_MM) for piece in pieces]
        offsets = np.array([offset for offset, _ in matches])
        seen = np.array([alike >= ALIKE for _, alike in matches])
        # Along a straight line any place looks like the next: only its ends tell how far along it lies.
        offsets[1:-1, 0] = np.nan
        offsets[~seen] = np.nan
        edges.append(offsets)
        shown.append(seen.mean())
    moved = _agreed(np.array(edges))
    middles = np.array([[piece.middle for piece in pieces] for pieces in frame_pieces()])
    net = placement.at((middles + moved).reshape(-1, 2)).reshape(2, FRAME_PIECES, 2)
    return SignatureBox(net, float(np.mean(shown)))


def _agreed(offsets: Points) -> Points:
    """How far each piece is moved, by its own place and those of its neighbours.

    Args:
        offsets: In mm, the two edges by the pieces by x and y; not a number where it is not known.
    """
    along = np.linspace(0, 1, FRAME_PIECES)
    moved = np.empty_like(offsets)
    for axis, bends in ((0, False), (1, True)):
        known = offsets[:, :, axis]
        usual = _plane(known)
        known = np.where(np.abs(known - usual) < (2 if bends else 1) * SLIP_MM, known, np.nan)
        usual = _plane(known)
        for edge in (0, 1):
            seen = np.isfinite(known[edge])
            extra = known[edge, seen] - usual[edge, seen]
            moved[edge, :, axis] = usual[edge] + (np.interp(along, along[seen], extra) if seen.any() else 0.0)
    return moved


def _plane(known: Points) -> Points:
    """What varies evenly over the box and is nearest to what is known; a little stiff where little is."""
    rows, columns = known.shape
    across, down = np.meshgrid(np.linspace(-1, 1, columns), np.linspace(-1, 1, rows))
    seen = np.isfinite(known)
    if not seen.any():
        return np.zeros_like(known)
    shapes = np.stack([np.ones_like(across), across, down, across * down], axis=-1)
    some = shapes[seen]
    stiff = np.diag([1e-6, 1e-2, 1e-2, 1e-1])
    weights = np.linalg.solve(some.T @ some + stiff, some.T @ known[seen])
    return np.asarray(shapes @ weights, float)
