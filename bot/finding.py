"""What finds activities: the catalogue in memory, and what reads wishes and offers; loaded once."""

from dataclasses import dataclass
from typing import Self

from bot.language.encoder import Encoder
from bot.offers.catalogue import Catalogue
from bot.offers.model import Model
from bot.offers.places import Places
from bot.offers.senses import SenseReader
from bot.offers.wish_reader import WishReader


@dataclass(frozen=True)
class Finding:
    """The parts of a search; the catalogue begins empty."""

    catalogue: Catalogue
    wishes: WishReader
    senses: SenseReader

    @classmethod
    def load(cls, encoder: Encoder, places: Places) -> Self:
        """Load the model.

        Args:
            encoder: The same one that reads messages, so that a sentence is encoded once.
            places: Those of Belgium, for a place that is named in a wish.
        """
        model = Model.load()
        wishes = WishReader.load(encoder, places, model)
        return cls(Catalogue(model), wishes, SenseReader.load(encoder, model))
