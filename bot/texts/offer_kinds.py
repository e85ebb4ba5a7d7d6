"""Kinds of offers (*aanbodtypes*): what each is called, and one sign that stands for it everywhere."""

from bot.domain.offer_kind import OfferKind
from bot.texts.speaker import Speaker

PICTOGRAM = {
    OfferKind.BUDDY: "👥",
    OfferKind.VOLUNTEERING: "🤲",
    OfferKind.ASSOCIATION: "🎲",
    OfferKind.WORK_PLACEMENT: "🛠",
    OfferKind.CONVERSATION_TABLE: "🗣",
    OfferKind.NEIGHBOURHOOD_HOUSE: "🏠",
    OfferKind.COURSE: "📚",
    OfferKind.SPORT: "⚽",
    OfferKind.CULTURE: "🎭",
    OfferKind.OTHER: "✳️",
}
"""The sign of each kind, the same wherever it comes up."""


def kind_name(speaker: Speaker, kind: OfferKind) -> str:
    """What a kind is called, in a word or two; plain text."""
    match kind:
        case OfferKind.BUDDY:
            # Translators: button: a kind of activity: meeting with a buddy who speaks Dutch.
            name = speaker.plain("Buddy")
        case OfferKind.VOLUNTEERING:
            # Translators: button: a kind of activity: unpaid work for an organisation.
            name = speaker.plain("Vrijwilligerswerk")
        case OfferKind.ASSOCIATION:
            # Translators: button: a kind of activity: a club or association.
            name = speaker.plain("Vereniging")
        case OfferKind.WORK_PLACEMENT:
            # Translators: button: a kind of activity: a short placement to get to know a job.
            name = speaker.plain("Kennismakingsstage")
        case OfferKind.CONVERSATION_TABLE:
            # Translators: button: a kind of activity: people practise speaking Dutch around a table.
            name = speaker.plain("Praattafel")
        case OfferKind.NEIGHBOURHOOD_HOUSE:
            # Translators: button: a kind of activity: in a house where neighbours meet (buurthuis).
            name = speaker.plain("Buurthuis")
        case OfferKind.COURSE:
            # Translators: button: a kind of activity: a course or a workshop.
            name = speaker.plain("Cursus of workshop")
        case OfferKind.SPORT:
            # Translators: button: a kind of activity.
            name = speaker.plain("Sport")
        case OfferKind.CULTURE:
            # Translators: button: a kind of activity: music, theatre, museum, library.
            name = speaker.plain("Cultuur")
        case OfferKind.OTHER:
            # Translators: button: a kind of activity that is not in the list.
            name = speaker.plain("Andere activiteit")
    return name


def kind_label(speaker: Speaker, kind: OfferKind) -> str:
    """A kind with its sign, as it stands on a button."""
    return f"{PICTOGRAM[kind]} {kind_name(speaker, kind)}"
