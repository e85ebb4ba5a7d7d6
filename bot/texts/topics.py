"""What a question is about: six topics, each with one sign that stands for it everywhere."""

from bot.domain.question import Topic
from bot.texts.speaker import Speaker

PICTOGRAM = {
    Topic.HOURS: "⏳",
    Topic.OFFER: "🔎",
    Topic.BEWIJS: "📄",
    Topic.DEADLINE: "🏁",
    Topic.APPOINTMENT: "🗓",
    Topic.OTHER: "✳️",
}
"""The sign of each topic; those of the menu are the same."""


def topic_words(speaker: Speaker, topic: Topic) -> str:
    """What a question is about, in a word or two; plain text."""
    match topic:
        case Topic.HOURS:
            # Translators: button: the question is about the 40 hours.
            return speaker.plain("Mijn uren")
        case Topic.OFFER:
            # Translators: button: the question is about an activity to take part in.
            return speaker.plain("Een activiteit")
        case Topic.BEWIJS:
            # Translators: button: the question is about the signed paper (bewijs van deelname).
            return speaker.plain("Mijn bewijs")
        case Topic.DEADLINE:
            # Translators: button: the question is about the last day of the contract.
            return speaker.plain("Einddatum")
        case Topic.APPOINTMENT:
            # Translators: button: the question is about an appointment.
            return speaker.plain("Een afspraak")
        case Topic.OTHER:
            # Translators: button: the question is about something else.
            return speaker.plain("Iets anders")


def topic_label(speaker: Speaker, topic: Topic) -> str:
    """A topic with its sign, as it stands on a button."""
    return f"{PICTOGRAM[topic]} {topic_words(speaker, topic)}"
