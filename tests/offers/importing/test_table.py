"""A table of offers is read as a municipality keeps it: what is wrong is named, and the rest goes in."""

import datetime as dt
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.documents.tables import CATALOGUE, read_rows
from bot.domain.caseload_columns import Cell
from bot.domain.offer import UNKNOWN_END, OfferContact, OfferDetails, Price, Venue
from bot.domain.offer_kind import OfferKind
from bot.domain.place import Point
from bot.domain.schedule import Dated, Schedule, Weekly
from bot.offers.importing.columns import Column, column_of
from bot.offers.importing.draft import Batch, Fault, FileUnusable, Reason, Unusable
from bot.offers.importing.table import read_table

TODAY = dt.date(2026, 11, 23)
SAMPLES = Path(__file__).parent.parent / "samples"
HEADER = [
    *("id", "titel", "organisatie", "soort", "interesses", "omschrijving", "plaats", "postcode"),
    *("breedtegraad", "lengtegraad", "wanneer", "taalniveau", "nederlandstalig", "sociaal", "prijs"),
    *("kindvriendelijk", "alleen vrouwen", "openbaar vervoer", "capaciteit", "volzet tot", "contact naam"),
    *(
        "contact telefoon",
        "contact e-mail",
        "contact openbaar",
        "geldig van",
        "geldig tot",
        "website",
        "bron",
    ),
]
"""The template's, as it stands in the manual."""


def read(*rows: Sequence[Cell], source: str = "gent") -> Batch:
    """A table with its header in the first row."""
    return read_table(rows, source=source, today=TODAY)


def details(**columns: Cell) -> OfferDetails:
    """The only offer of a table with these columns; `_` stands for a space."""
    batch = read_columns(**columns)
    assert len(batch.drafts) == 1, batch.faults
    return batch.drafts[0].details


def read_columns(**columns: Cell) -> Batch:
    """A table of one row."""
    given = {"titel": "Koken", **{name.replace("_", " "): cell for name, cell in columns.items()}}
    return read(list(given), list(given.values()))


def faults(batch: Batch) -> list[tuple[int | None, str | None, Reason, bool]]:
    """What is wrong, without what stands there."""
    return [(fault.line, fault.column, fault.reason, fault.is_fatal) for fault in batch.faults]


def test_the_template_is_read_whole() -> None:
    batch = read(
        HEADER,
        [
            *("A-1", "Samen koken", "Buurthuis De Proef", "buurthuis", "koken; ontmoeten", "Elke week soep."),
            *("Gent", 9000, 51.05, 3.72, "ma 19:00-21:00; 2026-12-03 14:00-16:00", 2, "ja", "nee", "€ 3,50"),
            *("ja", "nee", "ja", 12, dt.date(2027, 1, 31), "Jan", "0470 00 00 01", "jan@example.org", "ja"),
            *(dt.date(2026, 9, 1), dt.date(2027, 6, 30), "www.example.org", "Huis van het Kind"),
        ],
    )

    draft = batch.drafts[0]
    assert batch.faults == ()
    assert batch.is_whole
    assert (draft.reference, draft.source, draft.line) == ("A-1", "Huis van het Kind", 2)
    assert draft.details == OfferDetails(
        title="Samen koken",
        organisation="Buurthuis De Proef",
        kind=OfferKind.NEIGHBOURHOOD_HOUSE,
        interests=("koken", "ontmoeten"),
        description="Elke week soep.",
        venue=Venue(name="Gent", postcode="9000", point=Point(51.05, 3.72), point_is_given=True),
        schedule=Schedule(
            weekly=(Weekly(0, dt.time(19), dt.time(21)),),
            dates=(Dated(dt.date(2026, 12, 3), dt.date(2026, 12, 3), dt.time(14), dt.time(16)),),
        ),
        dutch_level=2,
        in_dutch=draft.details.in_dutch,
        social=draft.details.social,
        price=Price(cents=350),
        child_friendly=True,
        women_only=False,
        by_transport=True,
        capacity=12,
        full_until=dt.date(2027, 1, 31),
        contact=OfferContact(name="Jan", phone="0470 00 00 01", email="jan@example.org", is_public=True),
        valid_from=dt.date(2026, 9, 1),
        valid_until=dt.date(2027, 6, 30),
        website="https://www.example.org",
    )
    assert (draft.details.in_dutch.holds, draft.details.social.holds) == (True, False)


def test_only_the_title_is_required() -> None:
    batch = read(["titel"], ["Koken"])

    assert [draft.details for draft in batch.drafts] == [OfferDetails(title="Koken")]
    assert batch.faults == ()


@pytest.mark.parametrize(
    ("written", "column"),
    [
        ("TITEL", Column.TITLE),
        ("Titel *", Column.TITLE),
        ("Naam van de activiteit", Column.TITLE),
        ("contactnaam", Column.CONTACT_NAME),
        ("contact_naam", Column.CONTACT_NAME),
        ("E-mail contact", Column.CONTACT_EMAIL),
        ("Contact.e-mail", Column.CONTACT_EMAIL),
        ("geldig-van", Column.VALID_FROM),
        ("Geldig tot (datum)", Column.VALID_UNTIL),
        ("Volzet tot?", Column.FULL_UNTIL),
        ("Prijs (€)", Column.PRICE),
        ("Omschrijvng", Column.DESCRIPTION),
        ("Intérêts", Column.INTERESTS),
        ("alleenvrouwen", Column.WOMEN_ONLY),
        ("nederlandstalig (ja/nee)", Column.IN_DUTCH),
        ("schoenmaat", None),
        ("", None),
    ],
)
def test_a_header_may_be_written_otherwise(written: str, column: Column | None) -> None:
    assert column_of(written) == column


def test_columns_stand_in_any_order_below_a_title() -> None:
    batch = read(
        ["Ons aanbod", None, None],
        [],
        ["Gemeente", "Prijs", "Titel"],
        ["Gent", "gratis", "Koken"],
        [],
        ["", ""],
    )

    draft = batch.drafts[0]
    assert (draft.details.title, draft.details.venue.name, draft.details.price.cents) == ("Koken", "Gent", 0)
    assert draft.line == 4
    assert len(batch.drafts) == 1


def test_columns_that_are_not_read_or_doubled_are_named() -> None:
    batch = read(["titel", "schoenmaat", "gratis?", "prijs", "kost"], ["Koken", 42, "", "5", "7"])

    assert [(fault.reason, fault.value) for fault in batch.faults] == [
        (Reason.UNKNOWN_COLUMN, "schoenmaat"),
        (Reason.UNKNOWN_COLUMN, "gratis?"),
        (Reason.COLUMN_TWICE, "kost"),
    ]
    assert batch.drafts[0].details.price == Price(cents=500)


@pytest.mark.parametrize("rows", [[], [["naam contact", "gsm"], ["Jan", "04"]], [["a", "b"], ["c", "d"]]])
def test_without_a_title_nothing_can_be_read(rows: list[list[Cell]]) -> None:
    with pytest.raises(FileUnusable) as refused:
        read(*rows)
    assert refused.value.reason is Unusable.NO_HEADER


@pytest.mark.parametrize(
    "header", [["naam", "voornaam", "taal"], ["Naam", "Statuut", "Begin", "Einde"], ["naam", "geboortedatum"]]
)
def test_a_list_of_people_is_never_read_as_offers(header: list[Cell]) -> None:
    with pytest.raises(FileUnusable) as refused:
        read(header, ["Peeters", "x", "y"])

    assert refused.value.reason is Unusable.OF_PEOPLE


@pytest.mark.parametrize(
    "header", [["titel", "statuut"], ["naam", "contact voornaam"], ["naam activiteit", "nationaliteit"]]
)
def test_offers_with_columns_about_people_are_still_offers(header: list[Cell]) -> None:
    assert len(read(header, ["Samen koken", "x"]).drafts) == 1


def test_a_number_in_the_description_is_the_contact_of_whoever_names_none() -> None:
    header = ["titel", "omschrijving", "contact telefoon"]
    batch = read(
        header,
        ["Koken", "Bel 0470 00 00 01 of jan@example.org.", ""],
        ["Naaien", "Bel 0470 00 00 01.", "0470 00 00 02"],
    )

    assert [draft.details.contact for draft in batch.drafts] == [
        OfferContact(phone="0470 00 00 01", email="jan@example.org"),
        OfferContact(phone="0470 00 00 02"),
    ]


def test_a_bad_row_is_named_and_the_rest_goes_in() -> None:
    batch = read(
        ["titel", "geldig van", "geldig tot", "volzet tot", "wanneer"],
        ["Goed", "", "", "", "di 9-12u"],
        ["", "", "", "", ""],
        ["", "1/1/2027", "", "", ""],
        ["Geen dag", "", "31/02/2026", "", ""],
        ["Volgende week", "", "", "volgende week", ""],
        ["Geen datum", "", "", "", "31/02/2026 14u"],
        ["Omgekeerd", "30/06/2027", "1/1/2027", "", ""],
        ["Ook goed", "", "", "", ""],
    )

    assert [draft.details.title for draft in batch.drafts] == ["Goed", "Ook goed"]
    assert faults(batch) == [
        (4, "titel", Reason.NO_TITLE, True),
        (5, "geldig tot", Reason.NO_DATE, True),
        (6, "volzet tot", Reason.NO_DATE, True),
        (7, "wanneer", Reason.NO_DATE, True),
        (8, "geldig tot", Reason.ENDS_BEFORE_START, True),
    ]
    assert batch.faults[1].value == "31/02/2026"


def test_a_row_that_stays_out_for_a_fault_does_not_vanish() -> None:
    batch = read(["id", "titel", "geldig tot"], ["A-1", "Koken", "31/02/2026"])

    assert batch.left_out == {("gent", "A-1")}


def test_remarks_keep_a_row_in() -> None:
    batch = read_columns(
        postcode="90",
        breedtegraad="0",
        lengtegraad="0",
        taalniveau="7",
        nederlandstalig="deels",
        website="javascript:x",
        contact_telefoon="bel maar",
        contact_e_mail="geen",
        capaciteit="veel",
    )

    assert batch.drafts[0].details == OfferDetails(title="Koken")
    assert {reason for _, _, reason, _ in faults(batch)} == {
        Reason.NO_POSTCODE,
        Reason.NO_POINT,
        Reason.NO_LEVEL,
        Reason.NO_ANSWER,
        Reason.NO_ADDRESS,
        Reason.NO_PHONE,
        Reason.NO_NUMBER,
    }
    assert not any(fault.is_fatal for fault in batch.faults)


def test_words_about_when_that_are_not_understood_stand_in_the_description() -> None:
    batch = read_columns(omschrijving="Soep.", wanneer="di 9-12u; bij volle maan")

    draft = batch.drafts[0].details
    assert draft.description == "Soep.\nbij volle maan"
    assert draft.schedule == Schedule(weekly=(Weekly(1, dt.time(9), dt.time(12)),))
    assert faults(batch) == [(2, "wanneer", Reason.NOT_UNDERSTOOD, False)]


def test_the_first_saturday_counts_as_each_and_says_so() -> None:
    batch = read_columns(wanneer="elke eerste zaterdag van de maand")

    draft = batch.drafts[0].details
    assert draft.schedule == Schedule(weekly=(Weekly(5),))
    assert draft.description == "elke eerste zaterdag van de maand"
    assert faults(batch) == [(2, "wanneer", Reason.NOT_EVERY_WEEK, False)]


def test_a_kind_that_is_not_known_is_kept_as_a_word() -> None:
    batch = read_columns(soort="Sterrenkijken", interesses="hemel, maan")

    assert batch.drafts[0].details.kind is OfferKind.OTHER
    assert batch.drafts[0].details.interests == ("Sterrenkijken", "hemel", "maan")
    assert faults(batch) == [(2, "soort", Reason.OTHER_KIND, False)]


def test_interests_are_parted_by_whatever_people_use() -> None:
    assert details(interesses="koken, naaien;muziek/dans | koken").interests == (
        "koken",
        "naaien",
        "muziek",
        "dans",
    )


def test_the_first_of_two_rows_with_one_id_counts() -> None:
    batch = read(["id", "titel"], ["7", "Koken"], [7.0, "Naaien"], ["8", "Lezen"])

    assert [(draft.reference, draft.details.title) for draft in batch.drafts] == [
        ("7", "Koken"),
        ("8", "Lezen"),
    ]
    assert batch.faults == (Fault(line=3, column="id", reason=Reason.TWICE, value="7", is_fatal=True),)


def test_the_same_id_of_another_source_is_another_offer() -> None:
    batch = read(["id", "titel", "bron"], ["7", "Koken", "a"], ["7", "Naaien", "b"], ["7", "Lezen", ""])

    assert [(draft.source, draft.reference) for draft in batch.drafts] == [
        ("a", "7"),
        ("b", "7"),
        ("gent", "7"),
    ]


def test_a_row_without_id_is_known_by_title_organisation_and_place() -> None:
    header = ["titel", "organisatie", "plaats", "prijs"]
    first = read(header, ["Koken", "De Proef", "Gent", "5"]).drafts[0]
    later = read(
        header, ["Naaien", "De Proef", "Gent", "5"], ["KOKEN", "De  Proef", "gent", "gratis"]
    ).drafts[1]
    other = read(header, ["Koken", "De Proef", "Aalst", "5"]).drafts[0]

    assert later.reference == first.reference
    assert other.reference != first.reference


def test_two_offers_of_one_name_stay_apart_and_a_copied_row_does_not_count() -> None:
    batch = read(
        ["titel", "wanneer"], ["Praattafel", "ma 10u"], ["Praattafel", "di 10u"], ["Praattafel", "ma 10u"]
    )

    first, second = (draft.reference for draft in batch.drafts)
    assert second == f"{first}-2"
    assert faults(batch) == [(4, "id", Reason.TWICE, True)]


def test_what_is_absurdly_long_is_shortened_and_said() -> None:
    batch = read_columns(titel="a" * 5_000, omschrijving="b" * 50_000, id="c" * 500, interesses="d" * 500)

    draft = batch.drafts[0]
    assert (len(draft.details.title), len(draft.details.description)) == (200, 4_000)
    assert len(draft.reference) <= 200
    assert [reason for _, _, reason, _ in faults(batch)] == [Reason.TOO_LONG, Reason.TOO_LONG]


def test_markup_leaves_only_text() -> None:
    draft = details(titel="Koken &amp; praten", omschrijving="<p>Hallo</p><script>x()</script><p>daar</p>")

    assert (draft.title, draft.description) == ("Koken & praten", "Hallo\ndaar")


def test_a_formula_is_only_text() -> None:
    draft = details(titel='=HYPERLINK("http://x")', omschrijving="+1", organisatie="@SUM(A1)")

    assert (draft.title, draft.description, draft.organisation) == (
        '=HYPERLINK("http://x")',
        "+1",
        "@SUM(A1)",
    )


def test_a_price_may_be_a_number() -> None:
    assert details(prijs=3.5).price == Price(cents=350)
    assert details(prijs=0).price == Price(cents=0)
    assert details(prijs=5).price == Price(cents=500)
    assert faults(read_columns(prijs=-5)) == [(2, "prijs", Reason.NO_NUMBER, False)]


def test_full_without_a_day_is_full_for_as_long_as_nobody_knows() -> None:
    assert details(volzet_tot="volzet").full_until == UNKNOWN_END


def test_a_street_and_a_town_make_one_place() -> None:
    assert details(adres="Voorbeeldstraat 1", gemeente="Gent").venue.name == "Voorbeeldstraat 1, Gent"
    assert (
        details(adres="Voorbeeldstraat 1, 9000 Gent", gemeente="Gent").venue.name
        == "Voorbeeldstraat 1, 9000 Gent"
    )


def test_online_is_no_place() -> None:
    assert details(plaats="Online").venue == Venue(is_online=True)
    assert details(plaats="Gent", online="ja").venue == Venue(name="Gent", is_online=True)


def test_days_and_hours_may_have_columns_of_their_own() -> None:
    assert details(dag="dinsdag", beginuur="14:00", einduur="16:00").schedule == Schedule(
        weekly=(Weekly(1, dt.time(14), dt.time(16)),)
    )


def test_a_date_in_a_sheet_is_when_it_takes_place() -> None:
    assert details(wanneer=dt.date(2026, 12, 3)).schedule == Schedule(
        dates=(Dated(dt.date(2026, 12, 3), dt.date(2026, 12, 3)),)
    )


def test_a_period_around_weekly_hours_is_how_long_it_is_valid() -> None:
    draft = details(wanneer="elke dinsdag van 1/12/2026 tot 20/06/2027 19u-21u")

    assert (draft.valid_from, draft.valid_until) == (dt.date(2026, 12, 1), dt.date(2027, 6, 20))


def test_one_column_with_everything_about_the_contact_is_taken_apart() -> None:
    contact = details(contactpersoon="Jan Peeters, 0470 00 00 01, jan@example.org").contact

    assert contact == OfferContact(name="Jan Peeters", phone="0470 00 00 01", email="jan@example.org")


def test_the_sample_of_a_municipality_is_read() -> None:
    name = "gemeente.csv"
    rows = read_rows((SAMPLES / name).read_bytes(), name, kind=CATALOGUE)

    batch = read_table(rows, source="gemeente", today=TODAY)

    assert [draft.details.title for draft in batch.drafts] == [
        "Babbelonië", "Minivoetbal", "Naaicafé", "Helpen in de sociale kruidenier",
    ]  # fmt: skip
    assert [draft.details.kind for draft in batch.drafts] == [
        OfferKind.CONVERSATION_TABLE, OfferKind.SPORT, OfferKind.ASSOCIATION, OfferKind.VOLUNTEERING,
    ]  # fmt: skip
    assert faults(batch) == [
        (3, None, Reason.UNKNOWN_COLUMN, False),
        (5, "wanneer", Reason.NOT_UNDERSTOOD, False),
        (6, "wanneer", Reason.NOT_EVERY_WEEK, False),
        (7, "geldig tot", Reason.NO_DATE, True),
    ]


CELLS = (
    st.none() | st.text(max_size=15) | st.integers() | st.floats() | st.dates() | st.datetimes()
    | st.sampled_from(["31/02/2026", "ja", "9000 Gent", "51,05", "ma 10u-12u", "<p>x", "=1", "12-", "€ 5"])
)  # fmt: skip


@given(st.dictionaries(st.sampled_from(list(Column)), CELLS, max_size=12))
@settings(max_examples=200, deadline=None)
def test_nothing_odd_in_a_row_keeps_the_next_one_out(cells: dict[Column, Cell]) -> None:
    columns = [Column.TITLE, *(column for column in cells if column is not Column.TITLE)]
    odd = [cells.get(column) for column in columns]

    batch = read([column.value for column in columns], odd, ["Goed"])

    assert batch.drafts[-1].details.title == "Goed"
