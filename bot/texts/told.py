"""What a newcomer tells by tapping, in words: in their own language, and in Dutch for the begeleider."""

from bot.domain.question import Part, QuestionPart
from bot.domain.told import Asked, Job, Obstacle, Said, WorkCheck, unpack_obstacles, unpack_work
from bot.texts.speaker import Speaker

SIGN = {
    Obstacle.ILLNESS: "🤒",
    Obstacle.CARE: "👶",
    Obstacle.WORK: "💼",
    Obstacle.COURSES: "📚",
    Obstacle.NO_OFFER: "🔎",
    Obstacle.DID_NOT_KNOW: "💡",
    Obstacle.TRANSPORT: "🚌",
    Obstacle.MOVE: "📦",
    Obstacle.OTHER: "✳️",
}
"""The sign of each obstacle, the same wherever it stands."""


def words_of(speaker: Speaker, part: QuestionPart) -> str:
    """A part as its reader reads it, in plain text: what was typed as it is, what was tapped in words.

    Args:
        speaker: The reader's voice.
        part: Of a question.
    """
    match part.part:
        case Part.OBSTACLE:
            return obstacles(speaker, unpack_obstacles(part.content))
        case Part.WORK:
            return work_check(speaker, unpack_work(part.content))
        case Part.STOP:
            # Translators: the newcomer tells the begeleider, in the first person.
            return speaker.plain("Ik wil stoppen met de 40 uur.")
        case _:
            return part.content


def obstacles(speaker: Speaker, ticked: tuple[Obstacle, ...]) -> str:
    """What got in the way, one a line; plain text."""
    # Translators: above a list of what got in the way, which the newcomer sends to the begeleider.
    heading = speaker.plain("Dit maakte het moeilijk voor mij:")
    return "\n".join([heading, *(obstacle_label(speaker, obstacle) for obstacle in ticked)])


def obstacle_label(speaker: Speaker, obstacle: Obstacle) -> str:
    """An obstacle with its sign."""
    return f"{SIGN[obstacle]} {obstacle_words(speaker, obstacle)}"


def obstacle_words(speaker: Speaker, obstacle: Obstacle) -> str:  # noqa: PLR0911 - one for each
    """An obstacle in a few words; plain text, as it stands on a button."""
    match obstacle:
        case Obstacle.ILLNESS:
            # Translators: button: what made the 40 hours difficult; a few words.
            return speaker.plain("Ik was ziek")
        case Obstacle.CARE:
            # Translators: button: what made the 40 hours difficult; a few words.
            return speaker.plain("Mijn kinderen of familie")
        case Obstacle.WORK:
            # Translators: button: what made the 40 hours difficult; a few words.
            return speaker.plain("Mijn werk")
        case Obstacle.COURSES:
            # Translators: button: what made the 40 hours difficult; NT2 is Dutch as a second language.
            return speaker.plain("NT2 of een andere cursus")
        case Obstacle.NO_OFFER:
            # Translators: button: what made the 40 hours difficult; a few words.
            return speaker.plain("Geen activiteit in de buurt")
        case Obstacle.DID_NOT_KNOW:
            # Translators: button: what made the 40 hours difficult; a few words.
            return speaker.plain("Ik wist het niet")
        case Obstacle.TRANSPORT:
            # Translators: button: what made the 40 hours difficult: no bus, no bicycle, no car.
            return speaker.plain("Vervoer")
        case Obstacle.MOVE:
            # Translators: button: what made the 40 hours difficult; a few words.
            return speaker.plain("Ik verhuisde")
        case Obstacle.OTHER:
            # Translators: button: what made the 40 hours difficult; a few words.
            return speaker.plain("Iets anders")


def work_check(speaker: Speaker, check: WorkCheck) -> str:
    """The answers of the check about work, one a line; plain text."""
    assert check.job is not None
    lines = [job_words(speaker, check.job)]
    for asked, said in check.said():
        question, answer = asked_words(speaker, asked), said_words(speaker, said)
        lines.append(f"{question} {answer}")
    return "\n".join(lines)


def job_words(speaker: Speaker, job: Job) -> str:
    """How somebody works; plain text, as it stands on a button."""
    match job:
        case Job.EMPLOYEE:
            # Translators: button: how do you work? An employee works for a boss.
            return speaker.plain("Ik werk voor een baas")
        case Job.SELF_EMPLOYED:
            # Translators: button: how do you work? A self-employed person.
            return speaker.plain("Ik ben zelfstandige")
        case Job.CIVIL_SERVANT:
            # Translators: button: how do you work? An appointed civil servant.
            return speaker.plain("Ik ben ambtenaar")
        case Job.NONE:
            # Translators: button: how do you work?
            return speaker.plain("Ik werk nu niet")


def asked_words(speaker: Speaker, asked: Asked) -> str:
    """A question of the check; plain text."""
    match asked:
        case Asked.HALF_TIME:
            # Translators: half-time: half of a full job.
            return speaker.plain("Werk je minstens halftijds?")
        case Asked.THREE_MONTHS:
            # Translators: one or more employment contracts, one right after the other.
            return speaker.plain("Heb je contracten voor minstens drie maanden na elkaar?")
        case Asked.LEGAL:
            # Translators: legal work: by the law, with papers.
            return speaker.plain("Werk je legaal, dus volgens de wet?")
        case Asked.PAPER:
            # Translators: the paper that shows that one works, such as the contract.
            return speaker.plain("Heb je het papier daarover bij de hand?")


def said_words(speaker: Speaker, said: Said) -> str:
    """An answer of the check; plain text, as it stands on a button."""
    match said:
        case Said.YES:
            # Translators: button: an answer.
            return speaker.plain("Ja")
        case Said.NO:
            # Translators: button: an answer.
            return speaker.plain("Nee")
        case Said.UNSURE:
            # Translators: button: an answer.
            return speaker.plain("Ik weet het niet")
