"""Thanks to a contact: how many people, and for how long, this quarter."""

from bot.texts.speaker import Ready, Speaker


def in_short(speaker: Speaker, people: int, minutes: int) -> str:
    """One line for a page or a screen, as HTML.

    Args:
        speaker: The contact's voice.
        people: How many people they confirmed hours of; at least one.
        minutes: All of these hours together.
    """
    # Translators: stands within the line that thanks a contact: how many people they helped.
    whom = Ready(speaker.plural("1 mens", "{count} mensen", people))
    # Translators: thanks a contact (volunteer); {people} is as "3 people", {hours} is as "22 hours".
    return speaker.say(
        "Dankzij jou: {people}, {hours} dit kwartaal.", people=whom, hours=speaker.duration(minutes)
    )


def of_last_quarter(speaker: Speaker, name: str, people: int, minutes: int) -> str:
    """The message of the quarter's first working day, as HTML.

    Args:
        speaker: The contact's voice.
        name: The contact's.
        people: How many people they confirmed hours of; at least one.
        minutes: All of these hours together.
    """
    # Translators: stands within the line that thanks a contact: how many people they helped.
    whom = Ready(speaker.plural("1 mens", "{count} mensen", people))
    # Translators: thanks a contact (volunteer) by name for their help in the quarter that just ended.
    hello = speaker.say("💛 Dankjewel, {name}!", name=name)
    # Translators: {people} is as "3 people", {hours} is as "22 hours".
    sums = speaker.say(
        "Dankzij jou deden {people} vorig kwartaal {hours} mee.", people=whom, hours=speaker.duration(minutes)
    )
    # Translators: the hours lead to a certificate at the end of civic integration.
    counts = speaker.say("Die uren tellen mee voor hun inburgering.")
    return f"{hello}\n{sums}\n{counts}"
