"""Single words that name a large button, so that typing "uren" opens what the button opens."""

from functools import cache

from bot.domain.folding import fold
from bot.domain.languages import SPOKEN
from bot.texts.menu import PICTOGRAM, MenuButton, label
from bot.texts.speaker import speaker_for

_AROUND = " .!…"
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
        "taal talen language languages langue langues idioma idiomas لغة اللغة мова мову язык dil diller"
    ),
}
"""Besides the words that stand on the button itself; where a word means something else as well, not."""


_HELP = "hulp help aide ayuda مساعدة المساعدة ساعدني допомога допоможіть помощь помогите yardım imdat"
"""Words that may also be a cry for help: they bring the screen with what can be asked, and with 112."""

_MORE = (
    "meer|nog|nog meer|toon meer|andere|anderen|volgende|verder|more|show more|next|other|others|"
    "plus|encore|autre|autres|d'autres|suivant|más|otro|otros|otra|otras|siguiente|"
    "المزيد|أكثر|كمان|غيرها|غيره|أخرى|آخر|التالي|"
    "ще|більше|інше|інші|далі|ещё|больше|другое|другие|дальше|"
    "daha|daha fazla|başka|diğer|diğerleri|sonraki"
)
"""Words that ask for others of what was just shown."""


def asks_for_more(text: str) -> bool:
    """Is a message the word "more" or "others" and nothing else, in any language?"""
    return fold(text).strip(_AROUND) in _more_words()


@cache
def _more_words() -> frozenset[str]:
    return frozenset(map(fold, _MORE.split("|")))


def asks_for_help(text: str) -> bool:
    """Is a message the word "help" and nothing else, in any language?"""
    return fold(text).strip(_AROUND) in _help_words()


@cache
def _help_words() -> frozenset[str]:
    return frozenset(map(fold, _HELP.split()))


def button_named(text: str) -> MenuButton | None:
    """The large button that a message names, and nothing else, in any language.

    Args:
        text: What a person typed, out of the blue.
    """
    return _names().get(fold(text).strip(_AROUND))


@cache
def _names() -> dict[str, MenuButton]:
    found = {fold(name): button for button, names in _NAMES.items() for name in names.split()}
    for language in SPOKEN:
        for button in MenuButton:
            words = label(speaker_for(language), button).removeprefix(PICTOGRAM[button])
            found.setdefault(fold(words), button)
    return found
