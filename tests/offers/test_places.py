"""Belgian places are found by postcode, by name in any script, in a message, and by a shared location."""

from pathlib import Path

import pytest

from bot.domain.place import Point
from bot.offers.place_index import WORDS
from bot.offers.place_table import FILE
from bot.offers.place_tokens import key_of
from bot.offers.places import Places

SENTENCES = Path(__file__).parent / "place_sentences.tsv"
PLACES = Places.load()


def first_for(typed: str) -> str | None:
    found = PLACES.search(typed)
    return found[0].name if found else None


def named_in(text: str) -> str | None:
    mention = PLACES.in_text(text)
    return mention.place.name if mention else None


@pytest.mark.parametrize(
    ("postcode", "name", "municipality"),
    [
        ("9000", "Gent", "Gent"),
        ("B-9000", "Gent", "Gent"),
        ("9050 Gentbrugge", "Gentbrugge", "Gent"),
        ("2018", "Antwerpen", "Antwerpen"),
        ("2140", "Borgerhout", "Antwerpen"),
        ("1000", "Brussel", "Brussel"),
        ("1040", "Etterbeek", "Etterbeek"),
        ("1030", "Schaarbeek", "Schaarbeek"),
        ("3010", "Kessel-Lo", "Leuven"),
        ("8380", "Zeebrugge", "Brugge"),
        ("9120", "Beveren", "Beveren-Kruibeke-Zwijndrecht"),
        ("2070", "Zwijndrecht", "Beveren-Kruibeke-Zwijndrecht"),
        ("3700", "Tongeren", "Tongeren-Borgloon"),
        ("3720", "Kortessem", "Hasselt"),
        ("4000", "Luik", "Luik"),
        ("7000", "Bergen", "Bergen"),
    ],
)
def test_a_postcode_gives_the_part_that_has_it(postcode: str, name: str, municipality: str) -> None:
    place = PLACES.by_postcode(postcode)

    assert place is not None
    assert (place.name, place.municipality) == (name, municipality)


@pytest.mark.parametrize("postcode", ["", "0000", "9999", "90", "90000", "ABCD", "2026"])
def test_a_postcode_that_does_not_exist_gives_nothing(postcode: str) -> None:
    assert PLACES.by_postcode(postcode) is None


@pytest.mark.parametrize(
    ("name", "postcode", "expected"),
    [
        ("GENT (Gentbrugge)", None, "Gentbrugge"),
        ("Ghent", None, "Gent"),
        ("9050 Gentbrugge", None, "Gentbrugge"),
        ("Borgerhout, Antwerpen", None, "Borgerhout"),
        ("Antwerpen - Deurne", "", "Deurne"),
        ("Gent", "9050", "Gentbrugge"),
        ("Ledeberg", "9050", "Ledeberg"),
        ("Gent (Ledeberg)", "9050", "Ledeberg"),
        (None, "9050", "Gentbrugge"),
        ("Zaal De Kring", "9000", "Gent"),
        ("ANTWERPEN", None, "Antwerpen"),
        ("Sint Niklaas", None, "Sint-Niklaas"),
        ("ST.-NIKLAAS", None, "Sint-Niklaas"),
        ("Antwerpn", None, "Antwerpen"),
        ("Melle", None, "Melle"),
        ("Nevele", None, "Nevele"),
        ("Boom", None, "Boom"),
        ("Beveren-Waas", None, "Beveren"),
        ("Nergenshuizen", None, None),
        ("", "", None),
        (None, None, None),
    ],
)
def test_the_columns_of_an_offer_give_its_place(
    name: str | None, postcode: str | None, expected: str | None
) -> None:
    place = PLACES.locate(name, postcode)

    assert (place.name if place else None) == expected


def test_a_name_that_two_places_share_is_told_apart_by_the_postcode() -> None:
    in_limburg, in_flanders = PLACES.locate("Aalst", "3800"), PLACES.locate("Aalst", None)

    assert in_limburg is not None
    assert in_limburg.municipality == "Sint-Truiden"
    assert in_flanders is not None
    assert in_flanders.municipality == "Aalst"


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        *[
            (name, "Gent")
            for name in ("gent", "GENT", "Ghent", "Gand", "Гент", "Ґент", "غنت", "گنت", "ጌንት", "9000")
        ],
        *[(name, "Antwerpen") for name in ("Anvers", "antwerpn", "Антверпен", "أنتويرب", "Amberes", "antw")],
        *[(name, "Leuven") for name in ("Louvain", "Левен", "Лувен", "لوفين", "lueven")],
        *[(name, "Mechelen") for name in ("Malines", "Мехелен", "مخلن", "mechlen")],
        *[(name, "Sint-Niklaas") for name in ("st niklaas", "Сінт-Ніклас", "sintniklaas", "Sint-Nik")],
        *[(name, "Kortrijk") for name in ("Courtrai", "Кортрейк", "kortrik", "كورتريك")],
        *[(name, "Brugge") for name in ("Bruges", "بروج", "Брюгге", "brugghe")],
        *[(name, "Brussel") for name in ("Brüksel", "Bruxelles", "Bruksela", "بروكسل")],
        ("Гентбрюгге", "Gentbrugge"),
        ("هاسيلت", "Hasselt"),
        ("Termonde", "Dendermonde"),
        ("Audenarde", "Oudenaarde"),
        ("Saint-Trond", "Sint-Truiden"),
        ("Tongres", "Tongeren"),
        ("Ixelles", "Elsene"),
        ("Схілде", "Schilde"),
        ("Влезенбек", "Vlezenbeek"),
        ("سخوتن", "Schoten"),
        ("peer", "Peer"),
        ("я живу в Генті", "Gent"),
        ("qwrtzx", None),
        ("12", None),
        ("", None),
    ],
)
def test_a_place_is_found_as_a_person_types_it(typed: str, expected: str | None) -> None:
    assert first_for(typed) == expected


def test_the_largest_place_of_a_name_comes_first_and_no_more_than_asked() -> None:
    found = PLACES.search("beveren", limit=2)

    assert found[0].municipality == "Beveren-Kruibeke-Zwijndrecht"
    assert len(found) == 2


@pytest.mark.parametrize(
    ("text", "name", "rest"),
    [
        ("Я живу в Генті, хочу грати у футбол", "Gent", "хочу грати у футбол"),
        ("Gent'te futbol oynamak istiyorum", "Gent", "futbol oynamak istiyorum"),
        ("voetballen in 9050 Gentbrugge na mijn les?", "Gentbrugge", "voetballen na mijn les?"),
        ("J'aime chanter près d'Anvers", "Antwerpen", "J'aime chanter"),
        ("Ik wil koken in de buurt van Leuven.", "Leuven", "Ik wil koken."),
        ("أحب الطبخ وأسكن في غنت", "Gent", "أحب الطبخ"),
        ("Borgerhout (Antwerpen), samen koken", "Borgerhout", "samen koken"),
        ("Gent", "Gent", ""),
    ],
)
def test_the_place_and_its_preposition_leave_the_message(text: str, name: str, rest: str) -> None:
    mention = PLACES.in_text(text)

    assert mention is not None
    assert (mention.place.name, mention.rest) == (name, rest)


def test_where_someone_lives_counts_more_than_where_someone_comes_from() -> None:
    assert named_in("Ik kom uit Antwerpen maar ik woon in Gent") == "Gent"


@pytest.mark.parametrize(
    "text",
    [
        *["een boom planten", "gele bloemen", "ik ben lier speler", "peer", "ham", "as soon as possible"],
        *[
            "un lot de livres",
            "j'ai 30 ans",
            "la mer",
            "in 2026",
            "om 1900 uur",
            "1500 euro",
            "0470 90 00 12",
        ],
        *[
            "mal taşımak",
            "jongeren helpen",
            "bij jongeren",
            "rommelmarkt",
            "من زمان",
            "كنت في المدرسة",
            "",
            "🙂",
        ],
    ],
)
def test_a_word_is_not_taken_for_a_place(text: str) -> None:
    assert named_in(text) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ik woon in Boom", "Boom"),
        ("iets leuks in boom?", "Boom"),
        ("2850 boom", "Boom"),
        ("sporten, 9000", "Gent"),
        ("zwemmen in 9000", "Gent"),
        ("postcode 2000", "Antwerpen"),
        ("2000 Antwerpen", "Antwerpen"),
        ("B-3000", "Leuven"),
    ],
)
def test_a_short_name_or_a_number_counts_where_a_place_is_expected(text: str, expected: str) -> None:
    assert named_in(text) == expected


@pytest.mark.parametrize("half", ["a", "b"])
def test_sentences_of_nine_languages_are_read_rightly(half: str) -> None:
    lines = [line.split("\t") for line in SENTENCES.read_text(encoding="utf-8").splitlines()[1:]]
    wrong = [
        (text, named_in(text))
        for which, _, place, text in lines
        if which == half and (named_in(text) or "-") != place
    ]

    assert len(wrong) <= 1, wrong


@pytest.mark.parametrize(
    ("point", "expected"),
    [
        (Point(51.0366, 3.7655), "Gentbrugge"),
        (Point(50.8467, 4.3525), "Brussel"),
        (Point(51.3120, 3.1330), "Blankenberge"),
    ],
)
def test_a_shared_location_gives_the_nearest_place(point: Point, expected: str) -> None:
    assert PLACES.nearest(point).name == expected


def test_every_place_lies_in_belgium_in_a_municipality_that_is_a_place_itself() -> None:
    lines = [line.split("\t") for line in FILE.read_text(encoding="utf-8").splitlines()[1:]]
    wholes = {line[0] for line in lines if line[0] == line[1]}

    assert len(wholes) == 565
    assert {line[1] for line in lines} == wholes
    assert all(49.4 < float(line[3]) < 51.6 and 2.5 < float(line[4]) < 6.5 for line in lines)


def test_the_words_that_look_like_names_are_listed_once_with_a_known_level() -> None:
    lines = [line.split("\t") for line in WORDS.read_text(encoding="utf-8").splitlines()[1:]]
    keys = [key_of(word) for word, _ in lines]

    assert len(keys) == len(set(keys))
    assert {level for _, level in lines} == {"guarded", "strict", "never"}


def test_the_table_stays_small() -> None:
    assert FILE.stat().st_size < 250_000
