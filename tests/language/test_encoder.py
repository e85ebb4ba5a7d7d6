"""The encoder gives vectors of length one that bring like sentences together."""

import threading

import numpy as np

from bot.language.encoder import DIMENSIONS, MAX_CHARACTERS, Encoder, Vectors, bounded

ENCODER = Encoder()


def test_like_sentences_are_near_each_other_over_languages() -> None:
    question, same, other = ENCODER.encode_many(
        ["Wie moet het bewijs tekenen?", "Who has to sign the proof?", "Het regent vandaag in Gent."]
    )

    assert np.linalg.norm(question) == np.float32(1.0) or abs(np.linalg.norm(question) - 1) < 1e-3
    assert float(question @ same) > float(question @ other)


def test_no_text_gives_no_row() -> None:
    assert ENCODER.encode_many([]).shape == (0, DIMENSIONS)


def test_threads_get_the_same_vectors_as_one() -> None:
    found: list[Vectors] = []
    threads = [
        threading.Thread(target=lambda: found.append(ENCODER.encode("Ben ik verzekerd?"))) for _ in range(4)
    ]

    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert len({vector.tobytes() for vector in found}) == 1


def test_a_long_message_is_read_at_both_ends() -> None:
    text = bounded("begin" + "x" * 5_000 + "einde")

    assert len(text) <= MAX_CHARACTERS + 1
    assert (text[:5], text[-5:]) == ("begin", "einde")
