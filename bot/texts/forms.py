"""What a begeleider reads while filling in a form (Dutch only)."""

from bot.texts.dutch import dutch


def not_understood() -> str:
    """What was typed is nothing of what was asked; the question follows again."""
    return dutch("🤔 Dat begrijp ik niet. Probeer het anders, of kies een knop.")
