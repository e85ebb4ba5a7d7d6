"""How hard a photograph is: what each level may do to the paper, the light and the lens."""

from dataclasses import dataclass, replace

from bot.domain.page_check import Problem

Range = tuple[float, float]
NEVER: Range = (0.0, 0.0)


@dataclass(frozen=True, kw_only=True)
class Recipe:
    """From and to of everything that is left to chance; a share says how often something happens."""

    turn: Range = (-6, 6)
    """Away from the nearest quarter turn, degrees."""
    quarter_share: float = 0.25
    """How often the picture lies on its side or its head."""
    tilt: Range = (0, 7)
    fill: Range = (0.84, 0.96)
    """Which share of the picture the page takes, along the side where it takes more."""
    least_scale: float = 2.1
    """Pixels in a mm; who stands further away is asked to come closer."""
    wave: Range = NEVER
    """How high the paper bends, mm."""
    fold: Range = NEVER
    """How steeply it rises from a crease, mm each mm."""
    fold_share: float = 0.0
    surfaces: tuple[str, ...] = ("wood", "dark", "coloured", "tiles")
    strewn_share: float = 0.0
    papers_share: float = 0.0
    darkest: float = 0.85
    cast: float = 0.05
    shadow: Range = NEVER
    shadow_share: float = 0.0
    shadow_soft: Range = (0.02, 0.06)
    glare: Range = NEVER
    """How strong; from 1 on its middle is white."""
    glare_mm: Range = (8, 22)
    glare_share: float = 0.0
    finger_share: float = 0.0
    defocus: Range = (0, 0.5)
    """Radius in pixels of a picture of 1280."""
    shake: Range = NEVER
    """Length in the same pixels."""
    shake_share: float = 0.0
    exposure: Range = (0.75, 1.0)
    noise: Range = (1, 3)
    quality: Range = (78, 86)
    cut: Range = NEVER
    """How much of the page lies outside the picture, as a share of its width or height."""


EASY = Recipe()
MEDIUM = Recipe(
    turn=(-16, 16),
    quarter_share=0.6,
    tilt=(3, 20),
    fill=(0.74, 0.94),
    wave=(0, 1.5),
    fold=(0.01, 0.03),
    fold_share=0.5,
    surfaces=("wood", "dark", "coloured", "tiles", "cloth"),
    strewn_share=0.6,
    papers_share=0.1,
    darkest=0.65,
    cast=0.14,
    shadow=(0.2, 0.45),
    shadow_share=0.6,
    defocus=(0, 0.9),
    shake=(0, 2),
    shake_share=0.2,
    exposure=(0.5, 1.0),
    noise=(2, 6),
    quality=(68, 80),
)
HARD = Recipe(
    turn=(-45, 45),
    quarter_share=0.75,
    tilt=(10, 34),
    fill=(0.68, 0.92),
    wave=(1.5, 5),
    fold=(0.02, 0.08),
    fold_share=0.6,
    surfaces=("white", "cloth", "wood", "tiles", "coloured", "dark"),
    strewn_share=0.7,
    papers_share=0.4,
    darkest=0.45,
    cast=0.25,
    shadow=(0.4, 0.65),
    shadow_share=0.7,
    shadow_soft=(0.005, 0.05),
    glare=(0.4, 1.0),
    glare_mm=(6, 20),
    glare_share=0.5,
    finger_share=0.5,
    defocus=(0.4, 1.7),
    shake=(1, 4.5),
    shake_share=0.5,
    exposure=(0.28, 1.1),
    noise=(4, 11),
    quality=(60, 72),
)
_POOR = replace(MEDIUM, shadow_share=0.2, defocus=(0, 0.6), shake_share=0.0, exposure=(0.6, 1.0))
HOPELESS: tuple[tuple[Problem, str, Recipe], ...] = (
    (Problem.BLURRED, "defocus", replace(_POOR, defocus=(4.5, 9))),
    (Problem.BLURRED, "motion", replace(_POOR, shake=(16, 40), shake_share=1.0)),
    (Problem.DARK, "dark", replace(_POOR, exposure=(0.002, 0.006), noise=(5, 10))),
    (Problem.OVEREXPOSED, "overexposed", replace(_POOR, exposure=(16, 40), darkest=0.9)),
    (Problem.GLARE, "glare", replace(_POOR, glare=(2.5, 4), glare_mm=(50, 85), glare_share=1.0)),
    (Problem.CUT_OFF, "cut", replace(_POOR, cut=(0.15, 0.5), turn=(-7, 7), fill=(0.8, 0.95), tilt=(0, 14))),
    (Problem.TOO_SMALL, "far", replace(_POOR, fill=(0.2, 0.33), least_scale=0)),
)
"""One cause each, beyond what can be read."""
