"""Guessing at links: only wrong ones count, and whoever guesses waits."""

import httpx
import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from bot.web.pages.limiter import BAD_TOKEN, MOST_BAD, MOST_CLIENTS, WITHIN_SECONDS, Limiter, Slowing


class Watch:
    """A clock that is set by hand."""

    def __init__(self) -> None:
        self.seconds = 0.0

    def __call__(self) -> float:
        return self.seconds


def test_wrong_links_within_ten_minutes_make_a_guesser_of_one_address_alone() -> None:
    limiter = Limiter(now=Watch())
    for _ in range(MOST_BAD):
        assert not limiter.is_guessing("a")
        limiter.note_bad("a")

    assert limiter.is_guessing("a")
    assert not limiter.is_guessing("b")


def test_after_ten_quiet_minutes_it_is_forgotten() -> None:
    watch = Watch()
    limiter = Limiter(now=watch)
    for _ in range(MOST_BAD):
        limiter.note_bad("a")

    watch.seconds = WITHIN_SECONDS + 1

    assert not limiter.is_guessing("a")


def test_memory_stays_small_whoever_comes() -> None:
    limiter = Limiter(now=Watch())
    for number in range(MOST_CLIENTS + 500):
        limiter.note_bad(str(number))

    assert len(limiter._bad) == MOST_CLIENTS


async def _page(request: Request) -> Response:
    if request.path_params["token"] == "wrong":
        setattr(request.state, BAD_TOKEN, True)
        return PlainTextResponse("no such page", status_code=404)
    return PlainTextResponse("here you are")


@pytest.mark.parametrize(("proxies", "slowed"), [(0, True), (1, False)])
async def test_a_guesser_is_refused_also_with_a_good_link_and_cannot_hide(proxies: int, slowed: bool) -> None:
    pages = Starlette(routes=[Route("/k/{token}", _page)])
    application = Slowing(pages, proxies=proxies, slow_seconds=0)
    transport = httpx.ASGITransport(app=application)
    async with httpx.AsyncClient(transport=transport, base_url="http://bot") as client:
        for number in range(MOST_BAD):
            # Whoever is not behind a proxy can write there what they like.
            forwarded = {"x-forwarded-for": f"10.0.0.{number}"}
            assert (await client.get("/k/wrong", headers=forwarded)).status_code == 404

        answer = await client.get("/k/right", headers={"x-forwarded-for": "10.0.9.9"})

    assert (answer.status_code == 429) is slowed


async def test_good_links_never_count() -> None:
    pages = Starlette(routes=[Route("/k/{token}", _page)])
    transport = httpx.ASGITransport(app=Slowing(pages, slow_seconds=0))
    async with httpx.AsyncClient(transport=transport, base_url="http://bot") as client:
        answers = [(await client.get("/k/right")).status_code for _ in range(3 * MOST_BAD)]

    assert set(answers) == {200}
