"""Makes catalogues of any size that look like one: the examples' texts, invented organisations, places."""

import csv
import random
from collections.abc import Iterator, Sequence
from pathlib import Path

from bot.offers.place_table import read_places

EXAMPLES = Path(__file__).parent.parent / "bot" / "offers" / "examples" / "nl.tsv"
HEADER = (
    "id", "titel", "organisatie", "soort", "interesses", "omschrijving", "plaats", "postcode", "wanneer",
    "taalniveau", "nederlandstalig", "sociaal", "prijs", "kindvriendelijk", "contact naam",
    "contact telefoon", "contact e-mail", "geldig tot", "bron",
)  # fmt: skip
_ORGANISATIONS = ("Buurthuis", "vzw", "Vereniging", "Dienstencentrum", "Club", "Atelier", "Werkgroep", "Huis")
_NAMES = ("De Proef", "Het Voorbeeld", "De Brug", "Samen", "De Linde", "Het Anker", "De Molen", "Kleurrijk")
_DAYS = ("ma", "di", "wo", "do", "vr", "za", "zo")
_SEED = 20261123


def plausible_rows(count: int) -> Iterator[Sequence[str]]:
    """So many rows below `HEADER`; texts are told apart by their organisation, so that none is read twice."""
    chance = random.Random(_SEED)
    examples = _examples()
    places = [row.place for row in read_places()]
    weights = [place.population + 300 for place in places]
    for number in range(count):
        example = examples[number % len(examples)]
        place = chance.choices(places, weights)[0]
        organisation = f"{chance.choice(_ORGANISATIONS)} {chance.choice(_NAMES)} {place.name}"
        postcode = place.postcodes[0] if place.postcodes else ""
        yield (
            f"plausibel-{number}",
            example["title"] or "",
            organisation,
            example["kind"] or "",
            example["interests"] or "",
            f"{example['description'] or ''} Bij {organisation}, groep {number}.",
            place.name,
            postcode,
            *_circumstances(chance),
        )


def write_catalogue(path: Path, count: int) -> None:
    """Write so many offers as a CSV file of the template."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, delimiter=";")
        writer.writerow(HEADER)
        writer.writerows(plausible_rows(count))


def _examples() -> list[dict[str, str]]:
    with EXAMPLES.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def _circumstances(chance: random.Random) -> Sequence[str]:
    hour = chance.randrange(9, 20)
    checked = chance.choice(("ja", "ja", "ja", ""))
    return (
        f"{chance.choice(_DAYS)} {hour}:00-{hour + 2}:00",
        chance.choice(("", "1", "1", "2", "3")),
        checked,
        checked,
        chance.choice(("", "gratis", "gratis", "5")),
        chance.choice(("", "ja", "nee")),
        "An Voorbeeld",
        "0470 00 00 01",
        "an@example.org",
        "31/12/2027",
        "plausibel",
    )
