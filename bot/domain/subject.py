"""What newcomers ask about: five subjects under which their questions stand on buttons."""

from enum import StrEnum


class Subject(StrEnum):
    """A subject of the FAQ, in the order in which it is shown."""

    MUST = "must"
    """Who has to do the 40 hours, and who does not."""
    WHEN_AND_WHERE = "when"
    """The term, the rhythm, the place, and what happens when it does not work out."""
    BEWIJS = "bewijs"
    """The bewijs van deelname: who fills it in, signs it, and checks it."""
    HELP = "help"
    """Who explains, accompanies, searches along, and pays for damage."""
    DUTCH = "dutch"
    """How much Dutch is needed, and practising it."""
