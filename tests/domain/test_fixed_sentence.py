"""Fixed sentences and their open places."""

from bot.domain.fixed_sentence import SENTENCES, Filling, Group, sentences_of
from bot.domain.slot import Slot


def test_there_are_about_thirty_and_each_stands_in_one_group() -> None:
    grouped = [sentence.id for group in Group for sentence in sentences_of(group)]

    assert sorted(grouped) == sorted(SENTENCES)
    assert 28 <= len(grouped) <= 40


def test_the_places_are_asked_one_by_one() -> None:
    filling = Filling(SENTENCES["i_call"])

    assert filling.next_slot is Slot.DATE
    filling = filling.with_value(Slot.DATE, "2026-12-03")
    assert filling.next_slot is Slot.TIME
    assert filling.with_value(Slot.TIME, "14:30").next_slot is None
    assert filling.without(Slot.DATE).next_slot is Slot.DATE


def test_a_filling_comes_back_as_it_was_kept() -> None:
    filling = Filling(SENTENCES["bring"], {Slot.PAPER: "je “identiteitskaart” بطاقة"})

    assert Filling.unpack(filling.pack()) == filling
