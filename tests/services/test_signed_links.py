"""Signed links: what only this bot can make, and nobody can alter."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.errors import InviteNotValid
from bot.services.signed_links import LinkKind, SignedLinks

LINKS = SignedLinks(b"k" * 32)
TELEGRAM_LIMIT = 64
A_NUMBER = st.integers(0, 2**63 - 1)


@given(st.sampled_from(LinkKind), st.lists(A_NUMBER, min_size=1, max_size=2))
def test_a_token_gives_its_numbers_back_and_fits_a_deep_link(kind: LinkKind, numbers: list[int]) -> None:
    token = LINKS.make(kind, *numbers)

    assert LINKS.read(kind, token) == tuple(numbers)
    assert len(token) <= TELEGRAM_LIMIT


@given(st.integers(0, 40), st.sampled_from("0aZ-_é\n"))
def test_one_other_sign_anywhere_makes_it_worthless(at: int, sign: str) -> None:
    token = LINKS.make(LinkKind.PAGE, 123456, 1)
    altered = token[:at] + sign + token[at + 1 :]

    if altered != token:
        with pytest.raises(InviteNotValid):
            LINKS.read(LinkKind.PAGE, altered)


@pytest.mark.parametrize("token", ["", "c-", "c-1-", "c-1-" + "A" * 22, "k" * 5000, "c-٣-" + "A" * 22])
def test_what_was_never_made_is_not_valid(token: str) -> None:
    with pytest.raises(InviteNotValid):
        LINKS.read(LinkKind.CONTACT, token)


def test_a_token_is_good_for_one_kind_one_key_and_one_text() -> None:
    token = LINKS.make(LinkKind.BEWIJS, 5, over="digest")

    with pytest.raises(InviteNotValid):
        LINKS.read(LinkKind.CONTACT, token)
    with pytest.raises(InviteNotValid):
        LINKS.read(LinkKind.BEWIJS, token, over="another digest")
    with pytest.raises(InviteNotValid):
        SignedLinks(b"j" * 32).read(LinkKind.BEWIJS, token, over="digest")
    assert LINKS.read(LinkKind.BEWIJS, token, over="digest") == (5,)
