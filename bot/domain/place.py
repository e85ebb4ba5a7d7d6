"""Where something is: a point on the map, and a place in Belgium with its postcodes."""

from dataclasses import dataclass
from math import asin, cos, radians, sin, sqrt

_EARTH_RADIUS_KM = 6371.0088


@dataclass(frozen=True)
class Point:
    """A point in degrees, WGS 84; north and east are positive."""

    latitude: float
    longitude: float

    def km_to(self, other: "Point") -> float:
        """The distance in kilometres over the earth's surface, as a bird flies (`afstand-woonplaats`)."""
        here, there = radians(self.latitude), radians(other.latitude)
        north = sin((there - here) / 2) ** 2
        east = sin(radians(other.longitude - self.longitude) / 2) ** 2
        return 2 * _EARTH_RADIUS_KM * asin(sqrt(min(1.0, north + cos(here) * cos(there) * east)))


@dataclass(frozen=True, kw_only=True)
class Place:
    """A Belgian municipality, or a part of one."""

    name: str
    """In Dutch where there is a Dutch name: "Gentbrugge"."""
    municipality: str
    """The municipality as it is called since 2025: "Gent"; a municipality's own name for itself."""
    postcodes: tuple[str, ...]
    """Four digits each, the main one first; a municipality has those of its parts too."""
    point: Point
    population: int = 0

    @property
    def is_municipality(self) -> bool:
        """Is this the whole municipality?"""
        return self.name == self.municipality
