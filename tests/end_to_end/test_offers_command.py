"""The catalogue on the command line: in, out and found, as an administrator and scripts use it."""

import asyncio
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from bot.commands import offers
from bot.commands.cannot import CannotDo
from bot.commands.offers import export_offers, import_offers
from bot.domain.ids import OfferId
from bot.domain.offer import Checked, Offer, OfferDetails
from bot.domain.offer_kind import OfferKind
from bot.services.offer_imports import Taken
from bot.settings import Settings, read_settings
from bot.storage.database import Database, create_engine
from tests.end_to_end.test_command_line import one_line, run

DEMO = Path(offers.__file__).parent.parent / "demo" / "offers.csv"
SAMPLES = Path(__file__).parent.parent / "offers" / "samples"
HEADER = "id;titel;omschrijving;plaats;wanneer;geldig tot;bron\n"


@pytest.fixture
def settings(tmp_path: Path, database_url: str) -> Settings:
    """Settings of a database, once on each engine."""
    return read_settings(data_dir=tmp_path, database_url=database_url, _env_file=None)


@pytest.fixture
def sqlite_settings(tmp_path: Path, sqlite_url: str) -> Settings:
    return read_settings(data_dir=tmp_path, database_url=sqlite_url, _env_file=None)


@pytest.fixture(autouse=True)
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is encoded where that is not what a test is about."""
    monkeypatch.setattr(offers, "ENCODES_UNTIL_SECONDS", 0.0)


def a_file(folder: Path, *rows: str, name: str = "aanbod.csv") -> Path:
    path = folder / name
    path.write_text(HEADER + "".join(f"{row}\n" for row in rows), encoding="utf-8")
    return path


async def taken(settings: Settings, path: Path, *, is_trial: bool = False, is_part: bool = False) -> Taken:
    imported = await import_offers(
        settings, path, is_trial=is_trial, is_part=is_part, tell=lambda _line: None
    )
    return imported.taken


async def everything(settings: Settings) -> list[Offer]:
    database = Database(create_engine(settings.database))
    async with database.work(reads_only=True) as work:
        found = list(await work.offers.all(after=OfferId(0), limit=999))
    await database.close()
    return found


def comparable(found: Sequence[Offer]) -> dict[tuple[str, str], OfferDetails]:
    """Without who checked a condition, which is no part of a file."""
    return {
        (one.source, one.reference): replace(
            one.details,
            in_dutch=Checked(holds=one.details.in_dutch.holds),
            social=Checked(holds=one.details.social.holds),
        )
        for one in found
    }


@pytest.mark.parametrize("ending", ["csv", "xlsx"])
async def test_an_export_imports_the_same(settings: Settings, tmp_path: Path, ending: str) -> None:
    await taken(settings, DEMO)
    count = await export_offers(settings, tmp_path / f"uit.{ending}")
    other = read_settings(data_dir=tmp_path / "other", database_url=None, _env_file=None)

    again = await taken(settings, tmp_path / f"uit.{ending}")
    elsewhere = await taken(other, tmp_path / f"uit.{ending}")

    assert again == Taken(unchanged=count)
    assert elsewhere == Taken(added=count)
    assert comparable(await everything(other)) == comparable(await everything(settings))
    assert (tmp_path / f"uit.{ending}").stat().st_mode & 0o077 == 0


async def test_lines_in_a_description_and_signs_of_a_formula_survive_an_export(
    settings: Settings, tmp_path: Path
) -> None:
    odd = a_file(
        tmp_path, '1;=1+1;"@som\nregel twee\n\n- drie";Gent;op afspraak;;stad', '2;"+32, -5";x;;;;stad'
    )
    await taken(settings, odd)
    for name in ("uit.csv", "uit.xlsx"):
        await export_offers(settings, tmp_path / name)

        assert await taken(settings, tmp_path / name) == Taken(unchanged=2)
    assert [offer.details.title for offer in await everything(settings)] == ["=1+1", "+32, -5"]
    assert b'"\'=1+1"' in (tmp_path / "uit.csv").read_bytes()


async def test_a_newer_file_changes_what_changed_and_marks_what_vanished(
    settings: Settings, tmp_path: Path
) -> None:
    first = a_file(tmp_path, "1;Koken;;Gent;;;stad", "2;Naaien;;Gent;;;stad", "3;Zingen;;Gent;;;stad")
    await taken(settings, first)
    newer = a_file(tmp_path, "1;Koken;;Aalst;;;stad", "3;Zingen;;Gent;;;stad")

    tried = await taken(settings, newer, is_trial=True)
    part = await taken(settings, newer, is_part=True)
    whole = await taken(settings, newer)

    assert tried == Taken(changed=1, unchanged=1, vanished=1)
    assert part == Taken(changed=1, unchanged=1)
    assert whole == Taken(unchanged=2, vanished=1)
    found = {offer.reference: offer for offer in await everything(settings)}
    assert found["1"].details.venue.municipality == "Aalst"
    assert found["2"].vanished_at is not None


async def test_a_single_object_of_uitdatabank_is_a_part_and_lets_nothing_vanish(
    sqlite_settings: Settings,
) -> None:
    several = await taken(sqlite_settings, SAMPLES / "uit-search-result.json")
    single = await taken(sqlite_settings, SAMPLES / "uit-single.json")
    again = await taken(sqlite_settings, SAMPLES / "uit-search-result.json")

    assert several.added > 1
    assert single.vanished == 0
    assert again.added == again.changed == again.back == 0


async def test_the_demo_has_some_sixty_offers_of_every_kind_and_none_with_a_mistake(
    sqlite_settings: Settings,
) -> None:
    imported = await import_offers(sqlite_settings, DEMO, tell=lambda _line: None)
    found = await everything(sqlite_settings)

    assert imported.faults == ()
    assert len(found) >= 60
    assert {offer.details.kind for offer in found} == set(OfferKind)
    assert all(offer.details.venue.point or offer.details.venue.is_online for offer in found)
    assert all((offer.details.contact.phone or "").replace(" ", "").startswith("047000") for offer in found)


async def test_a_bad_row_is_named_and_stays_out_and_its_offer_does_not_vanish(
    settings: Settings, tmp_path: Path
) -> None:
    await taken(settings, a_file(tmp_path, "1;Koken;;Gent;;;stad", "2;Naaien;;Gent;;;stad"))
    newer = a_file(
        tmp_path,
        "1;Koken;;Gent;;31/02/2027;stad",
        "2;Naaien;;Gent;;;stad",
        "2;Nog eens;;Gent;;;stad",
        "4;;;Gent;;;stad",
        "5;Dansen;;Qwxzdorp;;;stad",
    )

    imported = await import_offers(settings, newer, tell=lambda _line: None)

    assert imported.taken == Taken(added=1, unchanged=1)
    told = [(fault.line, fault.reason.value, fault.is_fatal) for fault in imported.faults]
    assert sorted(told) == [
        (2, "no_date", True),
        (4, "twice", True),
        (5, "no_title", True),
        (6, "no_place", False),
    ]


async def test_an_import_that_was_killed_halfway_is_completed_by_the_next(
    sqlite_settings: Settings, tmp_path: Path
) -> None:
    path = a_file(tmp_path, *(f"{number};Aanbod {number};;Gent;;;stad" for number in range(3000)))
    command = [sys.executable, "-m", "bot", "offers", "import", str(path)]
    clean = {key: value for key, value in os.environ.items() if not key.startswith("BOT_")}
    environment = {**clean, "BOT_DATA_DIR": str(tmp_path)}
    process = await asyncio.to_thread(
        subprocess.Popen, command, env=environment, stderr=subprocess.PIPE, text=True
    )
    assert process.stderr is not None
    for line in process.stderr:
        if line.startswith("600 of"):
            process.send_signal(signal.SIGKILL)
            break
    process.wait()
    process.stderr.close()
    halfway = len(await everything(sqlite_settings))

    completed = await taken(sqlite_settings, path)

    assert 600 <= halfway <= 999
    assert completed.added + completed.unchanged == 3000
    assert completed.added > 0


async def test_two_imports_at_once_add_each_offer_once(settings: Settings, tmp_path: Path) -> None:
    path = a_file(tmp_path, *(f"{number};Aanbod {number};;Gent;;;stad" for number in range(700)))

    both = await asyncio.gather(taken(settings, path), taken(settings, path))

    assert sum(one.added for one in both) == 700
    assert sum(one.unchanged for one in both) == 700


@pytest.mark.parametrize(
    ("content", "name", "said"),
    [
        (b"", "leeg.csv", "nothing in it"),
        (b"%PDF-1.4 iets", "x.csv", "no CSV"),
        (b"\x81\x8d;\x8f\n\x90;\x9d\n", "x.csv", "encoding"),
        (b"achternaam;leeftijd\nAn;12\n", "x.csv", "titel"),
        (b'{"a": 1', "x.json", "JSON"),
        (b'[{"@type": "Person"}]', "x.json", "event"),
        (b"PK\x03\x04kapot", "x.xlsx", "damaged"),
    ],
)
async def test_a_file_that_holds_no_offers_says_why_in_one_line(
    sqlite_settings: Settings, tmp_path: Path, content: bytes, name: str, said: str
) -> None:
    path = tmp_path / name
    path.write_bytes(content)

    with pytest.raises(CannotDo) as refused:
        await import_offers(sqlite_settings, path, tell=lambda _line: None)

    assert said in str(refused.value)
    assert name in str(refused.value)


@pytest.mark.slow
async def test_fifty_thousand_rows_are_read_within_a_minute(
    sqlite_settings: Settings, tmp_path: Path
) -> None:
    path = a_file(
        tmp_path, *(f"{number};Aanbod {number};;Gent;ma 10:00-12:00;;stad" for number in range(50_000))
    )

    started = time.monotonic()
    imported = await taken(sqlite_settings, path, is_trial=True)

    assert imported == Taken(added=50_000)
    assert time.monotonic() - started < 60


def test_what_is_found_is_one_object_a_wish_and_a_bad_line_stops_nothing(tmp_path: Path) -> None:
    path = a_file(
        tmp_path,
        "k1;Samen koken;Elke week koken we samen met buren en eten we samen.;Gent;wo 17:30-20:30;;stad",
        "v1;Minivoetbal;Voetballen in de zaal, voor iedereen.;Antwerpen;za 10:00-12:00;;stad",
    )
    imported = run("offers", "import", str(path), "--json", folder=tmp_path)
    wishes = [
        json.dumps({"language": "uk", "text": "Я люблю готувати", "near": "Гент"}),
        "geen json",
        "",
        json.dumps({"language": "en", "text": "I want to cook in Ghent", "near": None}),
        json.dumps({"language": "nl", "text": 3}),
    ]

    found = run("offers", "find", "--json", folder=tmp_path, stdin="\n".join(wishes) + "\n")

    report = json.loads(imported.stdout)
    assert (report["added"], report["texts_left"], report["faults"]) == (2, 0, [])
    answers = [json.loads(line) for line in found.stdout.splitlines()]
    assert found.returncode == 0
    for answer in (answers[0], answers[2]):
        best = answer["offers"][0]
        assert set(answer) == {"offers", "nothing_fits"}
        assert set(best) == {"id", "title", "reason", "km"}
        assert (best["id"], answer["nothing_fits"]) == ("k1", False)
        assert best["km"] < 5
    assert "line 2" in answers[1]["error"]
    assert "line 5" in answers[3]["error"]
    assert "line 2" in found.stderr


def test_an_import_tells_how_far_it_is_and_what_is_wrong_and_a_dry_run_changes_nothing(
    tmp_path: Path,
) -> None:
    path = a_file(tmp_path, "1;Koken;;Gent;;31/02/2027;stad", "2;Naaien;;Gent;;;stad")

    tried = run("offers", "import", str(path), "--dry-run", folder=tmp_path)

    assert "line 2, geldig tot: this day does not exist (31/02/2027); the row stays out" in tried.stderr
    assert tried.stdout == "This is what would happen: 1 new, 1 left out. Nothing was changed.\n"
    assert json.loads(run("stats", "--json", folder=tmp_path).stdout)["offers"]["open"] == 0


def test_a_file_that_is_not_there_is_one_line(tmp_path: Path) -> None:
    run("migrate", folder=tmp_path)

    missing = run("offers", "import", str(tmp_path / "weg.csv"), folder=tmp_path)

    assert "weg.csv: No such file" in one_line(missing)
    assert ".xlsx" in one_line(run("offers", "export", str(tmp_path / "uit.pdf"), folder=tmp_path))
