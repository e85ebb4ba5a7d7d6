"""What is told by tapping fits a button, and comes back as it was."""

import itertools

import pytest

from bot.domain.told import (
    Asked,
    Job,
    Obstacle,
    Said,
    WorkCheck,
    mask_of,
    obstacles_of,
    pack_obstacles,
    pack_work,
    unpack_obstacles,
    unpack_work,
)


def every_check() -> list[WorkCheck]:
    """Every combination of answers there is."""
    checks = []
    for job in Job:
        asks = WorkCheck(job).asks
        checks += [WorkCheck(job, tuple(said)) for said in itertools.product(Said, repeat=len(asks))]
    return checks


def test_what_is_ticked_comes_back_from_the_button_and_from_the_part() -> None:
    for mask in range(1 << len(Obstacle)):
        ticked = obstacles_of(mask)

        assert mask_of(ticked) == mask
        assert unpack_obstacles(pack_obstacles(ticked)) == ticked


def test_bits_that_mean_nothing_are_left_out() -> None:
    assert obstacles_of(1 << 40) == ()


def test_every_combination_of_answers_comes_to_an_end_and_comes_back() -> None:
    for check in every_check():
        assert check.is_over
        assert WorkCheck.unpack(check.pack()) == check
        assert unpack_work(pack_work(check)) == check


def test_only_an_employee_is_asked_for_three_months() -> None:
    asking = {job for job in Job if Asked.THREE_MONTHS in WorkCheck(job).asks}

    assert asking == {Job.EMPLOYEE}


def test_who_does_not_work_is_asked_nothing_more_and_is_no_clear_case() -> None:
    check = WorkCheck(Job.NONE)

    assert check.is_over
    assert not check.is_clear


def test_a_doubt_anywhere_is_for_the_begeleider_but_a_paper_may_come_later() -> None:
    clear = {check.pack() for check in every_check() if check.is_clear}

    assert clear == {f"e{'y' * 3}{p}" for p in "ynu"} | {f"{j}yy{p}" for j in "sc" for p in "ynu"}


@pytest.mark.parametrize("letters", ["x", "ez", "ny", "eyyyyy", "yy"])
def test_letters_that_are_no_answers_are_refused(letters: str) -> None:
    with pytest.raises(ValueError, match=r"answers|valid"):
        WorkCheck.unpack(letters)
