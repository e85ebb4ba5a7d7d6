"""What the bot knows of the activities that somebody looked for, saved and chose."""

from collections.abc import Iterator, Sequence
from zoneinfo import ZoneInfo

from bot.domain.person import Activities
from bot.texts.finding import what_is_sought
from bot.texts.message import visible
from bot.texts.speaker import Speaker


def activities_in_short(speaker: Speaker, activities: Activities) -> Iterator[str]:
    """A line for what was chosen, and one for what is sought or saved; none where there is nothing."""
    if activities.chosen:
        # Translators: in a list of what the bot knows: activities that the person wants to go to.
        yield speaker.plural(
            "🙋 1 activiteit die je koos", "🙋 {count} activiteiten die je koos", len(activities.chosen)
        )
    kept = len(activities.saved) + len(activities.sought)
    if kept:
        # Translators: in a list of what the bot knows: activities the person looks for, or saved for later.
        yield speaker.plural(
            "🔎 1 activiteit die je zocht of bewaarde",
            "🔎 {count} activiteiten die je zocht of bewaarde",
            kept,
        )


def activities_in_full(speaker: Speaker, activities: Activities, zone: ZoneInfo) -> Iterator[str]:
    """All of it as plain text, a paragraph each.

    Args:
        speaker: The reader's voice.
        activities: What is known.
        zone: The bot's time zone.
    """
    if activities.chosen:
        # Translators: heading above activities that the person wants to go to, each with a date.
        lines = [speaker.plain("Activiteiten die je koos:")]
        for title, moment in activities.chosen:
            lines.append(f"- {speaker.short_day(moment.astimezone(zone).date())}: {title}")
        yield "\n".join(lines)
    if activities.saved:
        # Translators: heading above activities that the person saved for later.
        yield "\n".join([speaker.plain("Activiteiten die je bewaarde:"), *_listed(activities.saved)])
    sought = [visible(what_is_sought(speaker, search, about)) for search, about in activities.sought]
    if told := [line for line in sought if line]:
        # Translators: heading above what the person looked for.
        yield "\n".join([speaker.plain("Wat je zocht:"), *_listed(told)])


def _listed(lines: Sequence[str]) -> Iterator[str]:
    return (f"- {line}" for line in lines)
