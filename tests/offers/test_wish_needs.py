"""What an offer must have, the kinds that are named, and what is not wanted are read in every language."""

import pytest

from bot.domain.offer_kind import OfferKind
from bot.domain.search import Need
from bot.offers.wish_needs import kinds_of, needs_of, split_off_rejected


@pytest.mark.parametrize(
    ("language", "text", "needs"),
    [
        ("nl", "zwemmen, alleen met vrouwen, gratis", {Need.WOMEN_ONLY, Need.FREE}),
        ("nl", "met mijn dochtertje naar buiten, ik heb geen auto", {Need.CHILDREN, Need.TRANSPORT}),
        ("en", "I'm free on Saturday", set()),
        ("en", "football for my husband, he speaks no Dutch", {Need.IS_MAN, Need.EASY_DUTCH}),
        ("en", "I want to work with children", set()),
        ("fr", "de la couture entre femmes, gratuit", {Need.WOMEN_ONLY, Need.FREE}),
        ("fr", "je ne parle pas encore néerlandais", {Need.EASY_DUTCH}),
        ("uk", "з донькою у суботу, без машини", {Need.CHILDREN, Need.TRANSPORT}),
        ("uk", "безкоштовно, я не знаю нідерландської", {Need.FREE, Need.EASY_DUTCH}),
        ("ar", "سباحة للنساء فقط مع بنتي", {Need.WOMEN_ONLY, Need.CHILDREN}),
        ("ar", "بدي شي مجاني", {Need.FREE}),
        ("tr", "sadece kadınlar, ücretsiz olsun", {Need.WOMEN_ONLY, Need.FREE}),
        ("tr", "çocuğumla gelebilir miyim, arabam yok", {Need.CHILDREN, Need.TRANSPORT}),
    ],
)
def test_needs_are_read(language: str, text: str, needs: set[Need]) -> None:
    assert needs_of(text, language) == needs


def test_kinds_are_read_in_any_language() -> None:
    assert kinds_of("vrijwilligerswerk", "tr") == {OfferKind.VOLUNTEERING}
    assert kinds_of("хочу бути волонтером", "uk") == {OfferKind.VOLUNTEERING}
    assert kinds_of("ik zoek een buddy", "nl") == {OfferKind.BUDDY}


@pytest.mark.parametrize(
    ("language", "text", "wanted", "rejected"),
    [
        ("en", "no sport please, rather painting", "rather painting", "sport please"),
        ("en", "volunteering but not with children", "volunteering", "children"),
        ("tr", "futbol değil, resim yapmak isterim", "resim yapmak isterim", "futbol"),
        ("ar", "مو دبكة، بدي رقص حديث", "بدي رقص حديث", "دبکه"),
    ],
)
def test_what_is_not_wanted_is_set_apart(language: str, text: str, wanted: str, rejected: str) -> None:
    assert split_off_rejected(text, language) == (wanted, rejected)


@pytest.mark.parametrize("text", ["I have no car", "ik kan geen fiets rijden", "I don't know anybody here"])
def test_a_lack_rejects_nothing(text: str) -> None:
    assert split_off_rejected(text, "en") == (text, "")
