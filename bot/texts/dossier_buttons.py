"""Buttons about one of a begeleider's people, and those of a form that is being filled in."""

from dataclasses import dataclass

from bot.texts import buttons
from bot.texts.dutch import dutch_plain
from bot.texts.message import Button


def about(label: str, word: str, newcomer_id: int, *more: object) -> Button:
    """A button that does something with one newcomer's dossier."""
    return Button(label=label, data=buttons.data(buttons.CASELOAD, word, newcomer_id, *more))


def to_page(newcomer_id: int) -> Button:
    """Back to the person's page."""
    return about(dutch_plain("⬅️ Terug"), "page", newcomer_id)


def to_list() -> Button:
    """Back to the list of people."""
    return Button(label=dutch_plain("⬅️ Mijn mensen"), data=buttons.data(buttons.CASELOAD, "list", 0))


@dataclass(frozen=True, kw_only=True)
class FormButtons:
    """The buttons of one form; its mark keeps an older screen from filling in a newer form."""

    word: str
    newcomer_id: int
    mark: int

    def sets(self, label: str, field: str, value: object) -> Button:
        """Fill in a field."""
        return about(label, self.word, self.newcomer_id, self.mark, "set", field, value)

    def asks(self, label: str, field: str) -> Button:
        """Fill in a field anew."""
        return about(label, self.word, self.newcomer_id, self.mark, "ask", field)

    def saves(self, label: str) -> Button:
        """Decide it as it is filled in."""
        return about(label, self.word, self.newcomer_id, self.mark, "save")

    def shows(self, label: str) -> Button:
        """Back to the form as it is filled in."""
        return about(label, self.word, self.newcomer_id, self.mark, "show")


def form_over() -> str:
    """A notice: the form was saved or left, so its buttons do nothing."""
    return dutch_plain("Dit is al bewaard, of het is te lang geleden.")
