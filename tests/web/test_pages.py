"""A contact's pages: joining, two taps, putting right, noting, signing, the door, settings, is it genuine."""

import datetime as dt
import re
from typing import Any

import pytest

from bot.domain.attendance import State
from bot.domain.contact import Contact
from tests.services.contact_care import ContactCare
from tests.web.conftest import Town


async def _karel(town: Town) -> Contact:
    async def make(care: ContactCare) -> Contact:
        contact = await care.contact()
        await care.claim(2)
        await care.claim(1, 90)
        return contact

    found: Contact = await town.do(make)
    return found


async def _dates(town: Town) -> list[Any]:
    async def read(care: ContactCare) -> list[Any]:
        return list((await care.guided()).book.attendances)

    found: list[Any] = await town.do(read)
    return found


async def _link(town: Town, *, by_newcomer: bool) -> str:
    async def make(care: ContactCare) -> str:
        dossier = await care.own() if by_newcomer else await care.guided()
        link = await care.use.contact_links.ask(dossier, await care.bewijs_id(), name="Karel")
        return f"/c/{care.use.contact_links.token(link)}"

    found: str = await town.do(make)
    return found


def _hidden(page: str, name: str) -> str:
    found = re.search(rf'name="{name}" value="([^"]*)"', page)
    assert found is not None
    return found[1]


async def test_opening_a_link_changes_nothing_and_the_button_leads_to_the_own_page(town: Town) -> None:
    path = await _link(town, by_newcomer=False)
    for _ in range(2):
        page = await town.client.get(path)
        assert page.status_code == 200
        assert "Amira" in page.text
        assert "FC Gent" in page.text
    assert (await town.client.head(path)).status_code == 200

    form = {"form_key": _hidden(page.text, "form_key"), "l": "nl", "name": "Karel T."}
    own = await town.client.post(f"{path}/join", data=form)

    assert "/k/k-" in str(own.url)
    assert "Dag Karel T.!" in own.text
    again = await town.client.post(f"{path}/join", data=form)
    assert str(again.url).split("?")[0] == str(own.url).split("?")[0]
    other = await town.client.post(f"{path}/join", data=form | {"form_key": "another"})
    assert other.status_code == 410
    assert "iemand anders" in other.text


async def test_a_link_through_the_newcomers_phone_only_introduces(town: Town) -> None:
    path = await _link(town, by_newcomer=True)
    page = (await town.client.get(path)).text

    own = await town.client.post(
        f"{path}/join", data={"form_key": _hidden(page, "form_key"), "name": "Karel"}
    )

    assert own.status_code == 200
    assert "Sofie" in own.text
    assert "Alles klopt" not in own.text
    base = str(own.url).split("?")[0]
    assert (await town.client.post(f"{base}/say", data={"one": "1.120"})).status_code == 403


async def test_an_expired_link_offers_a_new_one_and_the_begeleider(town: Town) -> None:
    path = await _link(town, by_newcomer=False)
    town.clock.advance(dt.timedelta(days=15))

    page = await town.client.get(path)
    asked = await town.client.post(f"{path}/new")

    assert page.status_code == 410
    assert "Sofie" in page.text
    assert asked.status_code == 200
    assert "Sofie" in asked.text


@pytest.mark.parametrize("altered", ["x", "", "-", "é", "%00", "../k"])
async def test_an_altered_link_is_no_page(town: Town, altered: str) -> None:
    path = await _link(town, by_newcomer=False)

    page = await town.client.get(f"{path[:-1]}{altered}")

    assert page.status_code == 404
    assert "Amira" not in page.text


async def test_a_whole_list_is_right_with_one_tap(town: Town) -> None:
    base = await town.page_of(await _karel(town))
    page = (await town.client.get(base)).text

    done = await town.client.post(f"{base}/say", data={"all": "1", "seen": _hidden(page, "seen")})

    assert "Genoteerd" in done.text
    assert {date.state for date in await _dates(town)} == {State.CONFIRMED}


async def test_one_date_is_put_right_and_signed(town: Town) -> None:
    base = await town.page_of(await _karel(town))
    page = (await town.client.get(base)).text
    first, second = re.findall(r'name="one" value="([^"]+)"', page)
    await town.client.post(f"{base}/say", data={"one": first})
    date, minutes = second.split(".")
    shown = (await town.client.get(f"{base}/date/{date}")).text
    assert "1u30" in shown

    await town.client.post(f"{base}/date/{date}", data={"hours": "1u15", "seen": minutes})
    mine = (await town.client.get(base)).text
    (sign,) = re.findall(r'href="([^"]*/sign/\d+)"', mine)
    form = (await town.client.get(sign)).text
    fields = {name: _hidden(form, name) for name in ("seen", "minutes")}
    stale = await town.client.post(sign, data=fields | {"minutes": "1", "name": "Karel"})
    signed = await town.client.post(
        sign, data=fields | {"name": "Karel Testermans", "strokes": "[[[1,1],[9,9]]]"}
    )

    assert stale.status_code == 409
    assert "Getekend" in signed.text
    assert sorted(date.minutes for date in await _dates(town)) == [75, 120]
    assert (await town.client.post(sign, data=fields | {"name": "Karel"})).status_code == 409


async def test_what_changed_meanwhile_is_not_confirmed(town: Town) -> None:
    base = await town.page_of(await _karel(town))

    answer = await town.client.post(f"{base}/say", data={"one": "1.30"})

    assert answer.status_code == 409
    assert {date.state for date in await _dates(town)} == {State.CLAIMED}


async def test_hours_are_noted_first_and_what_cannot_be_is_said_kindly(town: Town) -> None:
    contact = await _karel(town)
    base = await town.page_of(contact)
    page = (await town.client.get(f"{base}/note")).text
    (bewijs,) = re.findall(r'<option value="(\d+)"', page)
    today = _hidden(page.replace('type="date" ', ""), "day")

    wrong = await town.client.post(f"{base}/note", data={"bewijs": bewijs, "day": today, "hours": "veel"})
    thirty = await town.client.post(f"{base}/note", data={"bewijs": bewijs, "day": today, "hours": "30"})
    day = await town.client.post(f"{base}/note", data={"bewijs": bewijs, "day": "morgen", "hours": "2"})
    good = await town.client.post(f"{base}/note", data={"bewijs": bewijs, "day": today, "hours": "2"})

    assert "geen uren" in wrong.text
    assert thirty.status_code == 400
    assert "geen dag" in day.text
    assert "Bewaard" in good.text
    assert len(await _dates(town)) == 3


async def test_a_code_at_the_door_can_be_renewed_and_a_printed_one_is_for_the_day(town: Town) -> None:
    base = await town.page_of(await _karel(town))

    shown = await town.client.post(f"{base}/door", data={"kind": "association", "hours": "2"})
    paper = await town.client.get(f"{str(shown.url).split('?')[0]}/paper")

    assert "Nieuwe code" in shown.text
    assert "data:image/png" in shown.text
    assert "Nieuwe code" not in paper.text
    assert "data:image/png" in paper.text


async def test_settings_are_kept_and_an_old_link_stops(town: Town) -> None:
    base = await town.page_of(await _karel(town))

    assert "Bewaard" in (await town.client.post(f"{base}/settings/day", data={"day": "4"})).text
    assert "geen e-mail" in (await town.client.post(f"{base}/settings/email", data={"email": "karel"})).text
    assert 'dir="rtl"' in (await town.client.post(f"{base}/settings/language", data={"language": "ar"})).text
    other = await town.client.post(f"{base}/settings/other", data={"name": "Greet"})
    assert "/c/c-" in other.text
    new = await town.client.post(f"{base}/settings/link")

    assert str(new.url).split("?")[0] != f"https://bot.example.org{base}"
    assert new.status_code == 200
    assert (await town.client.get(base)).status_code == 404


async def test_who_stopped_has_no_page(town: Town) -> None:
    base = await town.page_of(await _karel(town))

    assert (await town.client.post(f"{base}/settings/stop")).status_code == 200
    assert (await town.client.get(base)).status_code == 200
    await town.client.post(f"{base}/settings/stop", data={"sure": "1"})

    assert (await town.client.get(base)).status_code == 410


async def test_every_answer_tells_the_browser_to_keep_nothing(town: Town) -> None:
    base = await town.page_of(await _karel(town))
    for path in (base, "/k/nothing", "/nowhere"):
        headers = (await town.client.get(path)).headers
        assert headers["cache-control"] == "no-store"
        assert headers["referrer-policy"] == "no-referrer"
        assert "default-src 'none'" in headers["content-security-policy"]


async def test_thousands_of_guesses_are_slowed_and_find_nothing(town: Town) -> None:
    path = await _link(town, by_newcomer=False)
    statuses = set()
    for number in range(300):
        guess = path[:-4] + f"{number:04d}"
        statuses.add((await town.client.get(guess)).status_code)

    assert statuses == {404, 429}


async def test_too_much_or_odd_input_is_a_kind_page(town: Town) -> None:
    base = await town.page_of(await _karel(town))

    for data in ({"one": "x"}, {"one": "1.-5"}, {"one": "9" * 40 + ".1"}, {"seen": "1,2"}, {"one": "1"}):
        assert (await town.client.post(f"{base}/say", data=data)).status_code == 400
    assert (await town.client.post(f"{base}/say", content=b"a=" + b"x" * 100_000)).status_code == 400
    assert (await town.client.post(f"{base}/say", content=b"\xff\xfe")).status_code in (200, 400)
    assert (await town.client.get(f"{base}/date/999999")).status_code == 404
