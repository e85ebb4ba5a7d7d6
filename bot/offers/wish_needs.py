"""Reads what an offer must have for somebody, which kinds they name, and what they do not want."""

from bot.domain.offer_kind import OfferKind
from bot.domain.search import Need
from bot.language.normalise import clean, fold
from bot.offers.said import find, is_said
from bot.offers.wish_times import clauses_of

_NOT_COMES_LAST = frozenset({"tr"})


def needs_of(text: str, language: str) -> frozenset[Need]:
    """What an offer must have for whoever wrote this."""
    folded = fold(clean(text))
    found = {need for need in Need if is_said(need.value, folded, language)}
    if Need.WOMEN_ONLY in found:
        found.discard(Need.IS_MAN)
    return frozenset(found)


def kinds_of(text: str, language: str) -> frozenset[OfferKind]:
    """The kinds of offers that a wish names."""
    folded = fold(clean(text))
    return frozenset(kind for kind in OfferKind if is_said(kind.value, folded, language))


def split_off_rejected(text: str, language: str) -> tuple[str, str]:
    """Part a wish into what is wanted and what is not: "no sport, rather painting".

    Args:
        text: The message as it arrived.
        language: In which it is written.

    Returns:
        The message without what it rejects, and that; the whole and nothing where nothing would be left.
    """
    parted = [_parted(clause, language) for clause in clauses_of(clean(text))]
    wanted = ", ".join(one for one, _ in parted if one)
    rejected = ", ".join(two for _, two in parted if two)
    return (wanted, rejected) if wanted and rejected else (text, "")


def _parted(clause: str, language: str) -> tuple[str, str]:
    folded = fold(clause)
    found = next(find("rejecting", folded, language), None)
    if found is None:
        return clause.strip(), ""
    before, after = folded[: found.start()].strip(), folded[found.end() :].strip()
    if language in _NOT_COMES_LAST:
        return after, before
    # "I have no car" and "I cannot swim" reject nothing.
    is_lack = is_said("able", " ".join(before.split()[-2:]), language)
    return (clause.strip(), "") if is_lack else (before, after)
