"""Trains the matcher from the ways of asking: `python -m benchmarks.train`.

Seeded, so that the same messages give the same model. Vectors are kept in `data/`, so that a second
training takes about three minutes.
"""

import json
from collections.abc import Mapping
from typing import Any

import numpy as np

from benchmarks.fitting import Fitted
from benchmarks.fitting_languages import fit_recogniser, write_recogniser
from benchmarks.messages import HELDOUT, WAYS, chosen_on, fingerprints, read_folder
from benchmarks.thresholds import Calibration, calibrate, cross_validated, fit_messages, scored
from bot.faq.model import CARD, FOLDER, WEIGHTS
from bot.language.recognise import WEIGHTS as RECOGNISER


def main() -> None:
    """Fit the model, choose its thresholds on messages it has not seen, and write both."""
    ways, heldout = read_folder(WAYS), chosen_on(read_folder(HELDOUT))
    print(f"{len(ways)} ways of asking, {len(heldout)} to choose on", flush=True)
    write_recogniser(fit_recogniser(ways), RECOGNISER)
    fitted = fit_messages(ways)
    sets = [cross_validated(ways), *([scored(fitted, heldout)] if heldout else [])]
    calibration = calibrate(sets)
    _write(fitted, _card(fitted, calibration))


def _card(fitted: Fitted, calibration: Calibration) -> dict[str, Any]:
    return {
        "labels": fitted.labels,
        "join": calibration.join,
        "thresholds": calibration.thresholds,
        "measured": calibration.measured,
        "weak": calibration.weak,
        "ways": fingerprints(WAYS),
    }


def _write(fitted: Fitted, card: Mapping[str, Any]) -> None:
    letters, layers = fitted.letters, fitted.layers
    FOLDER.mkdir(exist_ok=True)
    np.savez(
        FOLDER / WEIGHTS,
        hashes=letters.groups.hashes,
        rarity=letters.groups.rarity.astype(np.float16),
        letters=letters.weights,
        letters_scale=letters.scale,
        letters_bias=letters.bias,
        **{name: array.astype(np.float16) for name, array in vars(layers).items()},
    )
    text = json.dumps(card, indent=2, ensure_ascii=False, sort_keys=True)
    (FOLDER / CARD).write_text(text + "\n", encoding="utf-8")
    print(f"wrote {(FOLDER / WEIGHTS).stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
