"""The main story, with the real matcher: ask, be answered, ask the begeleider, read the answer."""

import pytest

from bot.demo.server import Standin
from bot.settings import Settings
from bot.texts.speaker import speaker_for
from tests.end_to_end.conftest import RunBot, invited_people

SENT = {
    "nl": "Verstuurd naar",
    "ar": speaker_for("ar").plain(
        "✅ Verstuurd naar <b>{name}</b>. Je krijgt antwoord ten laatste op {day}.", name="", day=""
    )[:6],
}


@pytest.mark.parametrize(
    ("language", "question", "entry", "outside"),
    [
        (
            "nl",
            "mag ik eigelijk kiezen wnr ik men uren doe",
            "Ja, je verdeelt de uren",
            "hoeveel kost een abonement op de bus",
        ),
        (
            "ar",
            "مين لازم يوقعلي الورقةة بالجمعيية",
            "contactpersoon",
            "كم سعر اشتراك الباص الشهري",
        ),
    ],
)
async def test_a_question_is_answered_with_its_source_and_one_outside_it_reaches_the_begeleider_and_back(
    standin: Standin,
    settings: Settings,
    run_bot: RunBot,
    language: str,
    question: str,
    entry: str,
    outside: str,
) -> None:
    people = await invited_people(standin, settings, language=language)
    amina, sofie = people.amina, people.sofie
    speaker = speaker_for(language)
    async with run_bot(settings, standin):
        await amina.say(question)
        answer = await amina.wait_for(entry)
        assert "2022" in answer.text

        await amina.say(outside)
        offer = await amina.wait_for(lambda bubble: len(bubble.labels) == 2)
        await amina.press(offer.labels[0])
        topics = await amina.wait_for(lambda bubble: len(bubble.labels) >= 6)
        await amina.press(topics.labels[5])
        await amina.wait_for("✅")

        card = await sofie.wait_for(outside)
        assert "Amina" in card.text
        await sofie.say("Vraag dat bij De Lijn.", reply_to=card.message_id)
        reply = await amina.wait_for("Vraag dat bij De Lijn.")
        assert speaker.plain("👍 Bedankt, dit helpt") in reply.labels
        await sofie.wait_for("afgeleverd")


async def test_a_begeleider_sends_a_fixed_answer_in_the_language_of_the_newcomer(
    standin: Standin, sqlite_settings: Settings, run_bot: RunBot
) -> None:
    people = await invited_people(standin, sqlite_settings, language="tr")
    amina, sofie = people.amina, people.sofie
    async with run_bot(sqlite_settings, standin):
        await amina.say("otobüs kartı ne kadar acaba, biliyor musunuz?")
        offer = await amina.wait_for(lambda bubble: len(bubble.labels) == 2)
        await amina.press(offer.labels[0])
        topics = await amina.wait_for(lambda bubble: len(bubble.labels) >= 6)
        await amina.press(topics.labels[0])
        card = await sofie.wait_for("otobüs")

        await sofie.press("💬 Vaste zin", card.message_id)
        groups = await sofie.wait_for(
            lambda bubble: bubble.message_id >= card.message_id and len(bubble.labels) > 4
        )
        assert groups.labels
