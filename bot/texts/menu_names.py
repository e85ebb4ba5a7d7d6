"""Single words that name a large button, so that typing "uren" opens what the button opens."""

from functools import cache

from bot.domain.folding import fold
from bot.domain.languages import SPOKEN
from bot.texts.menu import PICTOGRAM, MenuButton, label
from bot.texts.speaker import speaker_for

_NAMES = {
    MenuButton.HOURS: (
        "uren urenstand hours heures horas ساعات الساعات години годин часы saatler"
        " ساعتها ساعتونه saacado saacadaha ሰዓታት"
    ),
    MenuButton.OFFERS: (
        "activiteit activiteiten activity activities activité activités actividad actividades نشاط أنشطة"
        " الأنشطة نشاطات активність активності заняття занятия мероприятия etkinlik etkinlikler aktivite"
    ),
    MenuButton.BEWIJS: (
        "bewijs bewijzen proof preuve preuves إثبات الإثبات довідка довідку підтвердження справка belge"
        " belgem"
    ),
    MenuButton.BEGELEIDER: (
        "begeleider begeleidster trajectbegeleider guide accompagnateur مرشد المرشد куратор"
        " куратора кураторка danışman danışmanım"
    ),
    MenuButton.LANGUAGE: (
        "taal talen hulp language languages help langue langues aide idioma ayuda لغة اللغة مساعدة المساعدة"
        " мова мову допомога язык помощь dil yardım"
    ),
}
"""Besides the words that stand on the button itself; where a word means something else as well, not."""


def button_named(text: str) -> MenuButton | None:
    """The large button that a message names, and nothing else, in any language.

    Args:
        text: What a person typed, out of the blue.
    """
    return _names().get(fold(text).strip(" .!…"))


@cache
def _names() -> dict[str, MenuButton]:
    found = {fold(name): button for button, names in _NAMES.items() for name in names.split()}
    for language in SPOKEN:
        for button in MenuButton:
            words = label(speaker_for(language), button).removeprefix(PICTOGRAM[button])
            found.setdefault(fold(words), button)
    return found
